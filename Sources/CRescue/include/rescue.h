#ifndef UNDERSTORY_RESCUE_H
#define UNDERSTORY_RESCUE_H

#include <signal.h>
#include <stddef.h>
#include <termios.h>

/* Giving the terminal back from within a signal handler: after a fault, or while work goes on for so
   long that nobody hears a signal. Everything that a handler needs is prepared beforehand, and handlers
   call only what signal-safety(7) allows, save for backtrace_symbols_fd(3).

   One terminal at a time, from one thread. */

/* The terminal is in use from now on.
   input: a file of it whose settings are changed; output: one to write to, which need not wait.
   settings: what to put back.
   leaving: what to write so that every mode is as it was; at most 1000 bytes count. */
void rescue_enter(int input, int output, const struct termios *settings, const char *leaving,
                  size_t count);

/* The terminal is given back by the caller: handlers leave it alone. */
void rescue_leave(void);

/* What handlers would write to the terminal now: its address, and in `count` its length in bytes; NULL
   when the terminal is not in use. */
const char *rescue_leaving(size_t *count);

/* Catches faults: SEGV, BUS, ILL, TRAP, FPE, ABRT and SYS, an overflowing stack too. The terminal is
   given back, a log is written, and the signal acts as it would have.
   log: the path of the log, which is replaced; NULL for none. Its mode is 0600.
   heading: the first line of the log.
   name: the log's path as it may be printed; NULL for none. */
void rescue_catch_faults(const char *log, const char *heading, const char *name);

/* Whether faults are caught so that a mapped file may be cut: what was behind its new end is zeros then. */
int rescue_catches_lost_pages(void);

/* Ends the program, with 128 and the signal's number, once one of some blocked signals has waited for
   about 80 ms of the processor's time, the terminal given back. NULL ends the watch. */
void rescue_watch(const sigset_t *endings);

#endif
