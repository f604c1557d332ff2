// asyncio.c: what a name of Python's asyncio is called here.
//
// What enters: a name that is not known. What leaves: the row of asyncio.def that has it.
// Asked after a mistake only, so the rows are looked through one by one.
//
// Read next: asyncio.def; check_expr.c and parse_help.c, which ask.
#include "front/asyncio.h"

#include "base/vec.h"
#include <string.h>

static const AsyncioName rows[] = {
#define ASYNCIO(name, cora, note) {name, cora, note},
#include "front/asyncio.def"
#undef ASYNCIO
};

const AsyncioName *asyncio_find(const char *text) {
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        if (strcmp(rows[i].name, text) == 0)
            return &rows[i];
    }
    return NULL;
}
