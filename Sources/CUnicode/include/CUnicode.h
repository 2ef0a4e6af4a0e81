#ifndef UNDERSTORY_CUNICODE_H
#define UNDERSTORY_CUNICODE_H
#include <stdint.h>

/* What layout and safety need to know of each scalar, written by GenerateUnicode into table.c.

   A record has, from the lowest bit:
   bits 0 to 5   the class of UAX #14 after rule LB1, as its place in
                 understory_line_break_classes
   bits 6 and 7  the cells that it takes, plus one: 0 for one that must not reach a terminal (control,
                 separator, private use, surrogate, unassigned), 1 for a mark that joins the one
                 before, 2 and 3 for one and two cells
   bit 8         whether nothing is drawn for it (Default_Ignorable_Code_Point, format characters)
   bit 9         Emoji_Modifier_Base
   bit 10        whether it belongs to the grapheme before it though it takes cells (UAX #29,
                 Grapheme_Cluster_Break=SpacingMark) */
extern const uint16_t understory_records[];
/* For each 128 scalars the number of their block, and in that for each scalar its record's number. */
extern const uint16_t understory_blocks[];
extern const uint8_t understory_record_numbers[][128];
/* The version of Unicode, as in 15.0.0. */
extern const char understory_unicode_version[];

/* The record of a scalar, at most 0x10ffff. */
static inline uint16_t understory_record(uint32_t scalar) {
  return understory_records[understory_record_numbers[understory_blocks[scalar >> 7]][scalar & 127]];
}

/* The classes that records name, two letters each; the numbers are places in this list. OX and CX
   are OP and CP that are not wide (LB30); IX is an unassigned pictograph (LB30b). */
static inline const char *understory_line_break_classes(void) {
  return "AL BK CM CR LF NL SP ZW ZWJ WJ GL BA HY CB CL CP CX EX IS SY OP OX QU NS B2 BB HL IN NU "
         "PR PO ID IX EB EM H2 H3 JL JV JT RI";
}

/* The cells that a scalar takes: 0, 1 or 2; -1 for one that must not reach a terminal.

   The same table answers wcwidth, which this target defines, so that ncurses agrees with it. */
static inline int understory_cell_width(uint32_t scalar) {
  return scalar > 0x10ffff ? -1 : (int)(understory_record(scalar) >> 6 & 3) - 1;
}

#endif
