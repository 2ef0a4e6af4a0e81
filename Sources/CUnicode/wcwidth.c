#include "CUnicode.h"
#include <wchar.h>

/// Takes the place of the C library's function in the whole program (POSIX wcwidth).
int wcwidth(wchar_t character) {
  if (character == 0) return 0;
  return understory_cell_width((uint32_t)character);
}
