#define _GNU_SOURCE
#include "rescue.h"
#include "../CPlatform/shim.h"

#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <limits.h>
#ifdef __linux__
#include <link.h>
#endif
#include <poll.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

static struct {
  volatile sig_atomic_t is_entered;
  int input, output;
  struct termios settings;
  char leaving[1000];
  size_t count;
} terminal;

void rescue_enter(int input, int output, const struct termios *settings, const char *leaving,
                  size_t count) {
  terminal.is_entered = 0;
  terminal.input = input;
  terminal.output = output;
  terminal.settings = *settings;
  terminal.count = count < sizeof terminal.leaving ? count : sizeof terminal.leaving;
  memcpy(terminal.leaving, leaving, terminal.count);
  terminal.is_entered = 1;
}

void rescue_leave(void) { terminal.is_entered = 0; }

const char *rescue_leaving(size_t *count) {
  if (!terminal.is_entered) return NULL;
  *count = terminal.count;
  return terminal.leaving;
}

/* Milliseconds for which a terminal that takes no output is waited for. */
enum { patience = 50 };

static void write_soon(int file, const char *bytes, size_t count) {
  while (count > 0) {
    struct pollfd entry = {.fd = file, .events = POLLOUT};
    if (understory_poll(&entry, 1, patience) <= 0 || !(entry.revents & POLLOUT)) return;
    /* So few that even a file that waits takes them at once. */
    ssize_t written = write(file, bytes, count < 256 ? count : 256);
    if (written < 0 && errno != EAGAIN && errno != EINTR) return;
    if (written > 0) bytes += written, count -= (size_t)written;
  }
}

static void write_text(int file, const char *text) { write_soon(file, text, strlen(text)); }

/* Gives the terminal back, unless it is another program's by now. */
static void give_back(void) {
  if (!terminal.is_entered) return;
  terminal.is_entered = 0;
  pid_t foreground = tcgetpgrp(terminal.input);
  int is_ours = foreground < 0 || foreground == getpgrp();
  /* A shell that has stopped this program has put its own settings back, but changed no mode. */
  if (!is_ours && foreground != getsid(0)) return;
  if (is_ours) {
    /* Without XON/XOFF output goes on that Ctrl-S has stopped. */
    struct termios flowing = terminal.settings;
    flowing.c_iflag &= ~(tcflag_t)IXON;
    tcsetattr(terminal.input, TCSANOW, &flowing);
  }
  write_soon(terminal.output, terminal.leaving, terminal.count);
  if (is_ours) tcsetattr(terminal.input, TCSANOW, &terminal.settings);
}

/* Faults. */

static struct {
  char path[PATH_MAX];
  char heading[200];
  char name[PATH_MAX * 3];
} report;

static const struct {
  int number;
  const char *name;
} faults[] = {
    {SIGSEGV, "SEGV"}, {SIGBUS, "BUS"},   {SIGILL, "ILL"}, {SIGTRAP, "TRAP"},
    {SIGFPE, "FPE"},   {SIGABRT, "ABRT"}, {SIGSYS, "SYS"},
};
enum { fault_count = sizeof faults / sizeof *faults };

static const char *fault_name(int number) {
  for (int index = 0; index < fault_count; index++)
    if (faults[index].number == number) return faults[index].name;
  return "?";
}

/*
 * Where the calls of a fault came from, innermost first, as the frame pointers say: Swift keeps them.
 *
 * The unwinder of C++ would find more, but it sorts the tables of the whole program before its first
 * answer, which takes longer than all else at the start. A pointer that leads nowhere is a second
 * fault, which ends the program.
 */
#if defined __linux__ && (defined __x86_64__ || defined __aarch64__)
enum { largest_frame = 1 << 20 };

static int is_code(size_t address);

static int is_frame(size_t frame, size_t lowest) {
  return frame >= lowest && frame - lowest <= largest_frame && frame % sizeof(size_t) == 0 &&
         is_code(((const size_t *)frame)[1]);
}

/* The first place on the stack that looks like a frame which leads to another: functions of C keep no
   pointers to theirs. */
static size_t find_frame(size_t lowest) {
  enum { most_words = 2048 };
  for (int index = 0; index < most_words; index++) {
    size_t place = lowest + (size_t)index * sizeof(size_t);
    if (!is_frame(place, place)) continue;
    size_t next = *(const size_t *)place;
    if (next > place && is_frame(next, place + 2 * sizeof(size_t))) return place;
  }
  return 0;
}
#endif

static int walk(const ucontext_t *context, void **frames, int most) {
#if defined __x86_64__ && defined __linux__
  size_t at = (size_t)context->uc_mcontext.gregs[REG_RIP];
  size_t frame = (size_t)context->uc_mcontext.gregs[REG_RBP];
  size_t lowest = (size_t)context->uc_mcontext.gregs[REG_RSP];
#elif defined __aarch64__ && defined __linux__
  size_t at = (size_t)context->uc_mcontext.pc;
  size_t frame = (size_t)context->uc_mcontext.regs[29];
  size_t lowest = (size_t)context->uc_mcontext.sp;
#else
  (void)context;
  return backtrace(frames, most);
#endif
#if defined __linux__ && (defined __x86_64__ || defined __aarch64__)
  int count = 0;
  if (!is_frame(frame, lowest)) {
    frames[count++] = (void *)at;
    frame = find_frame(lowest);
    if (frame == 0) return count;
    at = ((const size_t *)frame)[1];
    lowest = frame + 2 * sizeof(size_t);
    frame = ((const size_t *)frame)[0];
  }
  while (count < most && at != 0) {
    frames[count++] = (void *)at;
    if (!is_frame(frame, lowest)) break;
    lowest = frame + 2 * sizeof(size_t);
    at = ((const size_t *)frame)[1];
    frame = ((const size_t *)frame)[0];
  }
  return count;
#endif
}

/* Addresses and names of functions: no text that somebody reads. */
static void write_log(int file, int number, const ucontext_t *context) {
  static void *frames[128];
  write_text(file, report.heading);
  write_text(file, "\nsignal: ");
  write_text(file, fault_name(number));
  write_text(file, "\nbacktrace:\n");
  int count = walk(context, frames, sizeof frames / sizeof *frames);
  backtrace_symbols_fd(frames, count, file);
}

static void on_fault(int number, siginfo_t *info, void *context) {
  (void)info;
  /* A fault in here ends the program, and changes nothing of what was written. */
  for (int index = 0; index < fault_count; index++) signal(faults[index].number, SIG_DFL);
  int output = terminal.is_entered ? terminal.output : STDERR_FILENO;
  give_back();
  int file = -1;
  if (report.path[0]) {
    int flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
    file = open(report.path, flags, 0600);
    if (file >= 0) fchmod(file, 0600);
  }
  write_text(output, "understory: crashed (SIG");
  write_text(output, fault_name(number));
  if (file >= 0 && report.name[0]) {
    write_text(output, "); crash log: ");
    write_text(output, report.name);
    write_text(output, "\n");
  } else {
    write_text(output, ")\n");
  }
  /* The last thing, since it is the least certain to come back. */
  if (file >= 0) write_log(file, number, context);
  signal(number, SIG_DFL);
  raise(number);
}

/*
 * A file that is mapped and that somebody cuts: SQLite maps the index of its log, and whoever looks at
 * its size first may still be too early. The page that is gone becomes zeros, which SQLite takes for
 * an index that must be made again.
 */
#ifdef __linux__
static struct {
  struct { size_t start, end; int is_code; } ranges[256];
  int count;
} modules;

/* Remembers where the program and its libraries are: if their own files are cut, it is a fault. */
static int note_module(struct dl_phdr_info *info, size_t size, void *context) {
  (void)size, (void)context;
  for (int index = 0; index < info->dlpi_phnum && modules.count < 256; index++) {
    const ElfW(Phdr) *part = &info->dlpi_phdr[index];
    if (part->p_type != PT_LOAD) continue;
    size_t start = (size_t)(info->dlpi_addr + part->p_vaddr);
    modules.ranges[modules.count].is_code = (part->p_flags & PF_X) != 0;
    modules.ranges[modules.count].start = start;
    modules.ranges[modules.count++].end = start + part->p_memsz;
  }
  return 0;
}

static int is_in_range(size_t address, int must_be_code) {
  for (int index = 0; index < modules.count; index++)
    if (address >= modules.ranges[index].start && address < modules.ranges[index].end &&
        (modules.ranges[index].is_code || !must_be_code))
      return 1;
  return 0;
}

static int is_in_module(const void *address) { return is_in_range((size_t)address, 0); }

int rescue_catches_lost_pages(void) { return modules.count > 0; }

static int is_code(size_t address) { return is_in_range(address, 1); }

static void note_modules(void) {
  modules.count = 0;
  dl_iterate_phdr(note_module, NULL);
}
#else
/* There is no such list: each is a fault. */
static int is_in_module(const void *address) { return (void)address, 1; }
int rescue_catches_lost_pages(void) { return 0; }
static void note_modules(void) {}
#endif

static void on_bus_error(int number, siginfo_t *info, void *context) {
  int problem = errno;
  if (info->si_code == BUS_ADRERR && !is_in_module(info->si_addr)) {
    size_t size = (size_t)sysconf(_SC_PAGESIZE);
    void *page = (void *)((size_t)info->si_addr & ~(size - 1));
    void *zeros = mmap(page, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
    errno = problem;
    if (zeros == page) return;
  }
  signal(number, SIG_DFL);
  on_fault(number, info, context);
}

static void copy_text(char *target, size_t size, const char *text) {
  target[0] = 0;
  if (text && strlen(text) < size) strcpy(target, text);
}

void rescue_catch_faults(const char *log, const char *heading, const char *name) {
  static char stack[1 << 17];
  copy_text(report.path, sizeof report.path, log);
  copy_text(report.heading, sizeof report.heading, heading);
  copy_text(report.name, sizeof report.name, name);
  stack_t other = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&other, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = on_fault;
  /* A fault within the handler ends the program at once. */
  action.sa_flags = SA_ONSTACK | SA_NODEFER | SA_RESETHAND | SA_SIGINFO;
  for (int index = 0; index < fault_count; index++) sigaction(faults[index].number, &action, NULL);
  note_modules();
  action.sa_sigaction = on_bus_error;
  action.sa_flags = SA_ONSTACK | SA_NODEFER | SA_SIGINFO;
  sigaction(SIGBUS, &action, NULL);
}

/* Signals that nobody hears. */

static sigset_t watched;
/* Looks at which one was waiting, since the last at which none was. */
static volatile sig_atomic_t looks;
enum { milliseconds_between_looks = 20, most_looks = 4 };

static void on_look(int number) {
  (void)number;
  int problem = errno;
  sigset_t pending;
  int ending = 0;
  if (sigpending(&pending) == 0)
    for (int signal = 1; signal < NSIG && !ending; signal++)
      if (sigismember(&watched, signal) == 1 && sigismember(&pending, signal) == 1) ending = signal;
  if (!ending) {
    looks = 0;
  } else if (++looks >= most_looks) {
    give_back();
    _exit(128 + ending);
  }
  errno = problem;
}

void rescue_watch(const sigset_t *endings) {
  struct itimerval interval = {{0, 0}, {0, 0}};
  looks = 0;
  if (endings) {
    watched = *endings;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_look;
    action.sa_flags = SA_RESTART;
    sigaction(SIGPROF, &action, NULL);
    interval.it_interval.tv_usec = milliseconds_between_looks * 1000;
    interval.it_value = interval.it_interval;
  }
  /* Time of the processor, so that a program that waits is not woken. */
  setitimer(ITIMER_PROF, &interval, NULL);
}
