#include <sqlite3.h>

// Swift imports neither variadic functions nor macros that cast.

/// Binds a copy of `count` bytes of UTF-8: SQLITE_TRANSIENT is a macro that casts.
static inline int csqlite_bind_text(
    sqlite3_stmt *statement, int parameter, const char *text, sqlite3_uint64 count) {
  return sqlite3_bind_text64(
      statement, parameter, text ? text : "", count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// Binds a copy of `count` bytes.
static inline int csqlite_bind_blob(
    sqlite3_stmt *statement, int parameter, const void *bytes, sqlite3_uint64 count) {
  return sqlite3_bind_blob64(
      statement, parameter, bytes ? bytes : "", count, SQLITE_TRANSIENT);
}

/// Whether closing folds the write-ahead log into the database and removes it: on unless told
/// otherwise.
static inline int csqlite_set_checkpoint_on_close(sqlite3 *connection, int on) {
  return sqlite3_db_config(
      connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, !on, (int *)0);
}

/// Where tokenizers of FTS5 are registered and found; NULL without FTS5.
static inline fts5_api *csqlite_fts5_api(sqlite3 *connection) {
  fts5_api *api = 0;
  sqlite3_stmt *statement = 0;
  if (sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, 0) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", 0);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api;
}
