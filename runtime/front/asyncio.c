// asyncio.c: what a name of Python's asyncio is called here, and what stands in for a
// name of C or POSIX that is not here.
//
// What enters: a name that is not known. What leaves: the row of asyncio.def or
// left_out.def that has it.
// Asked after a mistake only, so the rows are looked through one by one.
//
// Read next: asyncio.def, left_out.def; check_expr.c and parse_help.c, which ask.
#include "front/asyncio.h"

#include "base/vec.h"
#include <string.h>

static const AsyncioName rows[] = {
#define ASYNCIO(name, cora, note) {name, cora, note},
#include "front/asyncio.def"
#undef ASYNCIO
#define LEFT_OUT(name, note) {name, NULL, note},
#include "front/left_out.def"
#undef LEFT_OUT
};

const AsyncioName *asyncio_find(const char *text) {
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        if (strcmp(rows[i].name, text) == 0)
            return &rows[i];
    }
    return NULL;
}
