#ifndef UNDERSTORY_CNCURSES_SHIM_H
#define UNDERSTORY_CNCURSES_SHIM_H

#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#ifdef __APPLE__
#define NCURSES_CONST const
#endif
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>
#include <wctype.h>

/* Macros and globals that Swift does not import. */

static inline WINDOW *understory_screen(void) { return stdscr; }
static inline int understory_colors(void) { return COLORS; }
static inline int understory_color_pairs(void) { return COLOR_PAIRS; }
static inline int understory_rows(void) { return LINES; }
static inline int understory_columns(void) { return COLS; }
static inline void understory_default_action(int signal_number) { signal(signal_number, SIG_DFL); }
static inline FILE *understory_input(void) { return stdin; }
static inline FILE *understory_output(void) { return stdout; }
static inline const char *understory_codeset(void) { return nl_langinfo(CODESET); }

static inline attr_t understory_bold(void) { return A_BOLD; }
static inline attr_t understory_dim(void) { return A_DIM; }
static inline attr_t understory_italic(void) { return A_ITALIC; }
static inline attr_t understory_underline(void) { return A_UNDERLINE; }
static inline attr_t understory_reverse(void) { return A_REVERSE; }

/* <term.h> has a macro for each capability, hence only what is needed of it. */
extern int tigetflag(const char *name);
extern int tigetnum(const char *name);
extern char *tigetstr(const char *name);
extern int setupterm(const char *name, int file, int *problem);

/* What moves the cursor there, 0-based; NULL where the terminal has nothing for it. */
static inline const char *understory_place(int row, int column) {
  const char *text = tigetstr("cup");
  if (text == NULL || text == (const char *)-1) return NULL;
#ifdef __APPLE__
  extern char *tparm(const char *text, ...);
  return tparm(text, (long)row, (long)column, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
#else
  extern char *tiparm(const char *text, ...);
  return tiparm(text, row, column);
#endif
}

/* A capability that is a text; NULL where the terminal has none of the name and kind. */
static inline const char *understory_text_capability(const char *name) {
  const char *text = tigetstr(name);
  return text == (const char *)-1 ? NULL : text;
}

/* setcchar: a cchar_t is never filled by hand. `pair` may be above 255. */
static inline int understory_set_cell(cchar_t *cell, const wchar_t *text, attr_t attributes,
                                      int pair) {
  int *wide = pair > 255 ? &pair : NULL;
  return setcchar(cell, text, attributes, (short)(pair > 255 ? 255 : pair), wide);
}

/* add_wchnstr: a row of cells, a wide one counting once. */
static inline int understory_put_cells(int row, int column, const cchar_t *cells, int count) {
  return mvadd_wchnstr(row, column, cells, count);
}

/* The terminal's size in cells; 0 when it cannot tell. */
static inline int understory_terminal_size(int file, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(file, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return 0;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return 1;
}

/* Gives a pair its colours; before ncurses 6.1, which macOS has, there are fewer pairs. */
static inline int understory_set_pair(int pair, int front, int back) {
#ifdef __APPLE__
  return pair > 32767 ? ERR : init_pair((short)pair, (short)front, (short)back);
#else
  return init_extended_pair(pair, front, back);
#endif
}

#endif
