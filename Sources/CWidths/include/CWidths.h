#ifndef UNDERSTORY_CWIDTHS_H
#define UNDERSTORY_CWIDTHS_H
#include <stdint.h>

/// The cells that a scalar takes: 0 for a mark that joins the one before, 1, or 2; -1 for one that
/// must not reach a terminal (control, separator, private use, surrogate, unassigned).
///
/// The same table answers `wcwidth`, which this target defines, so that ncurses agrees with it.
int understory_cell_width(uint32_t scalar);

#endif
