#ifndef UNDERSTORY_CPLATFORM_SHIM_H
#define UNDERSTORY_CPLATFORM_SHIM_H

/* What Linux and macOS do differently, and what Swift's C library leaves out. The macOS side is untried. */

#include <fcntl.h>
#include <iconv.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>
#ifdef __APPLE__
#include <crt_externs.h>
#include <sys/event.h>
#include <sys/select.h>
#include <sys/time.h>
#else
#include <sys/signalfd.h>
#endif
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* Starting programs. */

/* Swift imports these as structures on Linux and as optional pointers on macOS, and their members alike. */
typedef struct {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
} understory_spawn_settings;

/* The started program gets `file` as its file `number`. */
static inline int understory_give_file(posix_spawn_file_actions_t *actions, int file, int number) {
#ifdef __APPLE__
  if (file == number) return posix_spawn_file_actions_addinherit_np(actions, file);
#endif
  return posix_spawn_file_actions_adddup2(actions, file, number);
}

/* The started program has no files from a number on; on macOS, the flags do that. */
static inline int understory_close_from(posix_spawn_file_actions_t *actions, int first) {
#ifdef __APPLE__
  (void)actions, (void)first;
  return 0;
#else
  extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);
  return posix_spawn_file_actions_addclosefrom_np(actions, first);
#endif
}

/* The flags for settings with signals and files, and perhaps a session of the program's own. */
static inline short understory_spawn_flags(int has_session) {
#ifdef __APPLE__
  int flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_CLOEXEC_DEFAULT;
  int session = POSIX_SPAWN_SETSID;
#else
  int flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
  int session = 0x80; /* POSIX_SPAWN_SETSID, which <spawn.h> has only with GNU's extensions. */
#endif
  return (short)(has_session ? flags | session : flags);
}

/* This program's environment, for another one. */
static inline char **understory_environment(void) {
#ifdef __APPLE__
  return *_NSGetEnviron();
#else
  extern char **environ;
  return environ;
#endif
}

/* Starts a thread that nobody waits for. Returns the error number, or 0. */
static inline int understory_start_thread(void *(*work)(void *), void *context) {
  pthread_t thread;
  int problem = pthread_create(&thread, NULL, work, context);
  if (problem == 0) pthread_detach(thread);
  return problem;
}

/* Memory. */

/*
 * Makes malloc return freed memory. By default, glibc keeps up to twice the largest block that was ever freed.
 */
static inline void understory_keep_little_memory(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
  mallopt(M_TRIM_THRESHOLD, 1 << 20);
#endif
}

/* Files. */

/* poll(2), without its flaw on macOS, where it does not know terminals: select(2) does. A file that
   has ended is readable there. */
static inline int understory_poll(struct pollfd *files, nfds_t count, int milliseconds) {
#ifdef __APPLE__
  fd_set readable, writable;
  FD_ZERO(&readable);
  FD_ZERO(&writable);
  int end = 0;
  for (nfds_t index = 0; index < count; index++) {
    struct pollfd *entry = &files[index];
    entry->revents = 0;
    if (entry->fd < 0 || entry->fd >= FD_SETSIZE) continue;
    if (entry->events & POLLIN) FD_SET(entry->fd, &readable);
    if (entry->events & POLLOUT) FD_SET(entry->fd, &writable);
    if (entry->fd >= end) end = entry->fd + 1;
  }
  struct timeval time = {milliseconds / 1000, milliseconds % 1000 * 1000};
  if (select(end, &readable, &writable, NULL, milliseconds < 0 ? NULL : &time) < 0) return -1;
  int ready = 0;
  for (nfds_t index = 0; index < count; index++) {
    struct pollfd *entry = &files[index];
    if (entry->fd < 0 || entry->fd >= FD_SETSIZE) continue;
    if (FD_ISSET(entry->fd, &readable)) entry->revents |= POLLIN;
    if (FD_ISSET(entry->fd, &writable)) entry->revents |= POLLOUT;
    if (entry->revents) ready++;
  }
  return ready;
#else
  return poll(files, count, milliseconds);
#endif
}

/* A pair of connected sockets, which no started program inherits. Returns 0, or -1: errno says why. */
static inline int understory_socket_pair(int ends[2]) {
#ifdef __APPLE__
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return -1;
  for (int index = 0; index < 2; index++) fcntl(ends[index], F_SETFD, FD_CLOEXEC);
  return 0;
#else
  return socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends);
#endif
}

/* A file that no folder has, for what ncurses writes: writing to it never waits. -1: errno says why. */
static inline int understory_memory(void) {
#ifdef __APPLE__
  const char *folder = getenv("TMPDIR");
  char path[1024];
  snprintf(path, sizeof path, "%s/understory.XXXXXX", folder && *folder ? folder : "/tmp");
  int file = mkstemp(path);
  if (file < 0) return -1;
  unlink(path);
  fcntl(file, F_SETFD, FD_CLOEXEC);
  return file;
#else
  extern int memfd_create(const char *name, unsigned flags);
  return memfd_create("understory", 1 /* MFD_CLOEXEC */);
#endif
}

/* Opens the terminal of a file again, with flags that the file itself does not get. -1: errno says why. */
static inline int understory_open_terminal(int terminal, int flags) {
  char path[1024];
#ifdef __APPLE__
  if (ttyname_r(terminal, path, sizeof path) != 0) return -1;
#else
  snprintf(path, sizeof path, "/proc/self/fd/%d", terminal);
#endif
  return open(path, flags);
}

/* Signals. */

/* Signals that arrive become readable on the descriptor given back (-1: errno says why); they must
   be blocked. */
static inline int understory_signal_file(const sigset_t *signals) {
#ifdef __APPLE__
  int queue = kqueue();
  if (queue < 0) return -1;
  fcntl(queue, F_SETFD, FD_CLOEXEC);
  for (int number = 1; number < NSIG; number++) {
    if (sigismember(signals, number) != 1) continue;
    struct kevent change;
    EV_SET(&change, number, EVFILT_SIGNAL, EV_ADD, 0, 0, NULL);
    kevent(queue, &change, 1, NULL, 0, NULL);
  }
  return queue;
#else
  return signalfd(-1, signals, SFD_CLOEXEC | SFD_NONBLOCK);
#endif
}

/* The number of the next signal that has arrived; 0 when none has. `is_sent` says whether a process
   sent it, and not a key of the terminal; macOS does not know. */
static inline int understory_next_signal(int file, int *is_sent) {
#ifdef __APPLE__
  struct kevent event;
  struct timespec none = {0, 0};
  *is_sent = 0;
  if (kevent(file, NULL, 0, &event, 1, &none) != 1) return 0;
  int number = (int)event.ident;
  /* The queue only reports it: it is still pending, unless the system drops it by default. */
  sigset_t pending;
  if (sigpending(&pending) == 0 && sigismember(&pending, number) == 1) {
    sigset_t one;
    int taken;
    sigemptyset(&one);
    sigaddset(&one, number);
    sigwait(&one, &taken);
  }
  return number;
#else
  struct signalfd_siginfo info;
  if (read(file, &info, sizeof info) != sizeof info) return 0;
  *is_sent = info.ssi_code <= 0;
  return (int)info.ssi_signo;
#endif
}

/* Changes of files. */

#ifdef __APPLE__
/* Watches an open file or folder; events are merged until they are taken. */
static inline int understory_watch(int queue, int file) {
  struct kevent change;
  unsigned events = NOTE_WRITE | NOTE_EXTEND | NOTE_DELETE | NOTE_RENAME | NOTE_ATTRIB;
  EV_SET(&change, file, EVFILT_VNODE, EV_ADD | EV_CLEAR, events, 0, NULL);
  return kevent(queue, &change, 1, NULL, 0, NULL);
}

/* The next open file or folder that changed; -1 when none has. `is_written` says whether its contents did. */
static inline int understory_next_change(int queue, int *is_written) {
  struct kevent event;
  struct timespec none = {0, 0};
  if (kevent(queue, NULL, 0, &event, 1, &none) != 1) return -1;
  *is_written = (event.fflags & (NOTE_WRITE | NOTE_EXTEND)) != 0;
  return (int)event.ident;
}
#endif

#endif
