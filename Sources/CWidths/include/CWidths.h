int understory_cell_width(unsigned int scalar);
