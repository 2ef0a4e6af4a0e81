#ifndef UNDERSTORY_WIDTH_TABLE_H
#define UNDERSTORY_WIDTH_TABLE_H
#include <stdint.h>

/// Scalars of one width, first and last included. Scalars in no run take one cell.
struct understory_width_run {
  uint32_t first;
  uint32_t last;
  int8_t width;
};

extern const struct understory_width_run understory_width_runs[];
extern const int understory_width_run_count;

#endif
