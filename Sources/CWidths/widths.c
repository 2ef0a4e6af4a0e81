#include "CWidths.h"
#include "table.h"
#include <wchar.h>

int understory_cell_width(uint32_t scalar) {
  if (scalar >= 0x20 && scalar < 0x7f) return 1;
  int low = 0, high = understory_width_run_count - 1;
  while (low <= high) {
    int middle = (low + high) / 2;
    const struct understory_width_run *run = &understory_width_runs[middle];
    if (scalar < run->first) high = middle - 1;
    else if (scalar > run->last) low = middle + 1;
    else return run->width;
  }
  return scalar > 0x10ffff ? -1 : 1;
}

/// Takes the place of the C library's function in the whole program (POSIX wcwidth).
int wcwidth(wchar_t character) {
  if (character == 0) return 0;
  return understory_cell_width((uint32_t)character);
}
