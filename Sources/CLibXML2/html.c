#include "CLibXML2.h"

#include <dlfcn.h>
#include <libxml/HTMLparser.h>
#include <limits.h>
#include <string.h>

/* The structures below are those of the headers: a library with another number has others. */
#if LIBXML_VERSION >= 21400
#define LIBRARY "libxml2.so.16"
#else
#define LIBRARY "libxml2.so.2"
#endif

/* libxml2's functions, of the types that its headers say. */
static struct {
  __typeof__(&xmlInitParser) initialize;
  __typeof__(&htmlNewParserCtxt) new_parser;
  __typeof__(&htmlFreeParserCtxt) free_parser;
  __typeof__(&htmlCtxtReadMemory) read;
} library;

int understory_html_load(void) {
  void *handle;
  if (library.read) return 1;
  handle = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (!handle) return 0;
  *(void **)&library.initialize = dlsym(handle, "xmlInitParser");
  *(void **)&library.new_parser = dlsym(handle, "htmlNewParserCtxt");
  *(void **)&library.free_parser = dlsym(handle, "htmlFreeParserCtxt");
  if (!library.initialize || !library.new_parser || !library.free_parser) return 0;
  *(void **)&library.read = dlsym(handle, "htmlCtxtReadMemory");
  if (!library.read) return 0;
  library.initialize();
  return 1;
}

struct session {
  htmlParserCtxtPtr parser;
  const struct understory_html_handlers *handlers;
  void *reader;
  int deepest;
};

static void start_element(void *user, const xmlChar *name, const xmlChar **attributes) {
  struct session *session = user;
  htmlParserCtxtPtr parser = session->parser;
  int depth = parser->nameNr;
  /* The content of scripts and styles cannot nest, and must not become text. */
  int is_too_deep = depth > session->deepest && strcmp((const char *)name, "script") != 0 &&
                    strcmp((const char *)name, "style") != 0;
  if (is_too_deep) {
    parser->nameNr = depth - 1;
    parser->name = parser->nameTab[depth - 2];
  }
  session->handlers->start(session->reader, (const char *)name, (const char *const *)attributes,
                           is_too_deep);
}

static void end_element(void *user, const xmlChar *name) {
  struct session *session = user;
  session->handlers->end(session->reader, (const char *)name);
}

static void characters(void *user, const xmlChar *text, int count) {
  struct session *session = user;
  session->handlers->text(session->reader, (const char *)text, (size_t)count);
}

/* Without a handler, scripts and styles would be told as text. */
static void script(void *user, const xmlChar *text, int count) {
  (void)user;
  (void)text;
  (void)count;
}

void understory_html_read(const char *bytes, size_t count, int deepest,
                          const struct understory_html_handlers *handlers, void *reader) {
  struct session session = {library.new_parser(), handlers, reader, deepest};
  /* All but these are NULL: no errors are printed, and comments are not told. */
  static const xmlSAXHandler told = {.startElement = start_element,
                                     .endElement = end_element,
                                     .characters = characters,
                                     .ignorableWhitespace = characters,
                                     .cdataBlock = script};
  if (!session.parser) return;
  *session.parser->sax = told;
  session.parser->userData = &session;
  library.read(session.parser, bytes, count > INT_MAX ? INT_MAX : (int)count, NULL, "UTF-8",
               HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED |
                   HTML_PARSE_IGNORE_ENC);
  library.free_parser(session.parser);
}
