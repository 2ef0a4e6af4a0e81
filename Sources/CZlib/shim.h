#include <zlib.h>

/// Prepares a stream that unpacks what gzip has packed (RFC 1952): inflateInit2 is a macro.
static inline int czlib_begin_gzip(z_stream *stream) {
  return inflateInit2(stream, 15 + 16);
}
