#ifndef UNDERSTORY_CLIBXML2_H
#define UNDERSTORY_CLIBXML2_H
#include <stddef.h>

/* What is told of a text in HTML, with the reader's own pointer first. All texts are UTF-8. */
struct understory_html_handlers {
  /* A start tag. Attributes are names and values by turns, with NULL at the end; the list and a value
     may be NULL. Within too many others, the element is none: its end is not told. */
  void (*start)(void *reader, const char *name, const char *const *attributes, int is_too_deep);
  void (*end)(void *reader, const char *name);
  void (*text)(void *reader, const char *bytes, size_t count);
};

/* Loads libxml2, the version whose headers this was compiled with, the first time; 0 where it is not
   there. It takes longer to load than all else together, and most texts are no HTML. Not to be called
   by two threads at once. */
int understory_html_load(void);

/* Reads a text to its end, in libxml2's SAX form, once that is loaded.

   Start tags of elements within more than `deepest` others are taken off libxml2's stack of names at
   once, since each end tag that fits none searches the whole stack. */
void understory_html_read(const char *bytes, size_t count, int deepest,
                          const struct understory_html_handlers *handlers, void *reader);

#endif
