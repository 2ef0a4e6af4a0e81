#include "CWidths.h"
int understory_cell_width(unsigned int scalar) { return 1; }
