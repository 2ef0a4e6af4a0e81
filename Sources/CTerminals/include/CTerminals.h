#ifndef UNDERSTORY_CTERMINALS_H
#define UNDERSTORY_CTERMINALS_H

/* The description of a terminal, for systems that have none. */
struct understory_terminal {
  /* As TERM has it. */
  const char *name;
  /* The compiled description, as ncurses takes it from TERMINFO: "b64:" and base64 (ncurses(3),
     TERMINFO). */
  const char *entry;
};

/* Written by Sources/Installation/terminals. */
extern const struct understory_terminal understory_terminals[];
extern const int understory_terminal_count;

/* The one at an index, 0-based, below understory_terminal_count: Swift does not import the array. */
static inline struct understory_terminal understory_terminal_at(int index) {
  return understory_terminals[index];
}

#endif
