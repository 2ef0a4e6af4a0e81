#ifndef UNDERSTORY_CVERSION_H
#define UNDERSTORY_CVERSION_H

/* The commit of which the program was built, as git shortens it, and a + where files had changed; as a
   text that begins with $ where that is not known.

   Building with UNDERSTORY_COMMIT in the environment says it, and so does `git archive`, which
   writes it into version.c. */
const char *understory_commit(void);

#endif
