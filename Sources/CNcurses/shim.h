#ifndef UNDERSTORY_CNCURSES_SHIM_H
#define UNDERSTORY_CNCURSES_SHIM_H

#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
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
#include <sys/signalfd.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

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

static inline mmask_t understory_left_button(void) { return BUTTON1_PRESSED | BUTTON1_CLICKED; }
static inline mmask_t understory_wheel_up(void) { return BUTTON4_PRESSED; }
static inline mmask_t understory_wheel_down(void) { return BUTTON5_PRESSED; }
static inline mmask_t understory_mouse_events(void) {
  return BUTTON1_PRESSED | BUTTON1_CLICKED | BUTTON4_PRESSED | BUTTON5_PRESSED;
}

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

/* A capability that is a text; NULL where the terminal has none of the name and kind. */
static inline const char *understory_text_capability(const char *name) {
  const char *text = tigetstr(name);
  return text == (const char *)-1 ? NULL : text;
}

/* setcchar and add_wch: a cchar_t is never filled by hand. `pair` may be above 255. */
static inline int understory_put(int row, int column, const wchar_t *text, attr_t attributes,
                                 int pair) {
  cchar_t cell;
  if (setcchar(&cell, text, attributes, (short)(pair > 255 ? 255 : pair), &pair) == ERR) return ERR;
  return mvadd_wch(row, column, &cell);
}

/* The terminal's size in cells; 0 when it cannot tell. */
static inline int understory_terminal_size(int file, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(file, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return 0;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return 1;
}

/* Signals that arrive become readable on the descriptor given back (-1: errno says why); they must
   be blocked. */
static inline int understory_signal_file(const sigset_t *signals) {
  return signalfd(-1, signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

/* The number of the next signal that has arrived; 0 when none has. */
static inline int understory_next_signal(int file) {
  struct signalfd_siginfo info;
  return read(file, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}

/* On a fault nothing of the program can be trusted: a fixed text leaves the other screen and shows
   the cursor, the terminal's settings are put back, and the signal is raised again. */
static inline struct termios *understory_settings(void) {
  static struct termios settings;
  return &settings;
}

static inline void understory_on_fault(int signal_number) {
  static const char reset[] =
      "\033[?1049l\033[?25h\033[0m\033[?1l\033>\r\nunderstory: stopped by a fault in the program\r\n";
  ssize_t written = write(1, reset, sizeof reset - 1);
  (void)written;
  tcsetattr(1, TCSANOW, understory_settings());
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

/* To be called once, before the settings of the terminal on standard output are changed. */
static inline void understory_catch_faults(void) {
  static char stack[1 << 14];
  stack_t other = {.ss_sp = stack, .ss_size = sizeof stack};
  struct sigaction action;
  int faults[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT};
  if (tcgetattr(1, understory_settings()) != 0) return;
  sigaltstack(&other, 0);
  memset(&action, 0, sizeof action);
  action.sa_handler = understory_on_fault;
  action.sa_flags = SA_ONSTACK | SA_NODEFER;
  for (unsigned index = 0; index < sizeof faults / sizeof *faults; index++)
    sigaction(faults[index], &action, 0);
}

#endif
