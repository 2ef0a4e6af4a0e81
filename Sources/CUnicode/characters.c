#ifndef __APPLE__ /* A program cannot replace a function there for libraries. */
#include "CUnicode.h"
#include <errno.h>
#include <wchar.h>
#include <wctype.h>

/* These take the place of the C library's functions in the whole program (POSIX wcwidth, iswprint,
   wcrtomb): what ncurses draws is UTF-8 even if no locale is installed. */

int wcwidth(wchar_t character) {
  if (character == 0) return 0;
  return understory_cell_width((uint32_t)character);
}

int iswprint(wint_t character) {
  return character != 0 && understory_cell_width((uint32_t)character) >= 0;
}

/* Always UTF-8 (RFC 3629 section 3), which has no states. */
size_t wcrtomb(char *bytes, wchar_t character, mbstate_t *state) {
  (void)state;
  uint32_t scalar = (uint32_t)character;
  if (bytes == NULL) return 1;
  if (scalar > 0x10ffff || (scalar >= 0xd800 && scalar <= 0xdfff)) {
    errno = EILSEQ;
    return (size_t)-1;
  }
  if (scalar < 0x80) {
    bytes[0] = (char)scalar;
    return 1;
  }
  size_t count = scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4;
  static const unsigned char leads[] = {0, 0, 0xc0, 0xe0, 0xf0};
  for (size_t index = count - 1; index > 0; index--) {
    bytes[index] = (char)(0x80 | (scalar & 0x3f));
    scalar >>= 6;
  }
  bytes[0] = (char)(leads[count] | scalar);
  return count;
}
#endif
