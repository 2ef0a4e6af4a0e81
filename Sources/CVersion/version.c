#include "CVersion.h"

#ifndef UNDERSTORY_COMMIT
#define UNDERSTORY_COMMIT "$Format:%h$"
#endif

const char *understory_commit(void) { return UNDERSTORY_COMMIT; }
