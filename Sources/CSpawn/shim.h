#ifndef UNDERSTORY_CSPAWN_SHIM_H
#define UNDERSTORY_CSPAWN_SHIM_H

#include <spawn.h>

/* What <spawn.h> has only with GNU's extensions, which Swift's Glibc leaves out. */

/* The started program has no files from a number on. */
static inline int understory_close_from(posix_spawn_file_actions_t *actions, int first) {
  extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);
  return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

#endif
