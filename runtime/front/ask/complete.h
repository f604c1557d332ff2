// complete.h: is this text a whole cell, or is there more to come? Decided from the text
// alone: no session, no memory, no state; any thread may ask.
#ifndef FRONT_COMPLETE_H
#define FRONT_COMPLETE_H

#include <stddef.h>

typedef enum Completeness {
    COMPLETE_YES,    // can be run (which does not mean that it is right)
    COMPLETE_NO,     // more must come: an open bracket, a missing body, a missing `;`
    COMPLETE_INVALID // nothing that follows could make it right: `)` with no `(`
} Completeness;

// `text` is size_bytes of any bytes. With COMPLETE_NO *indent_spaces is the indent of the
// next line, else 0.
Completeness complete_check(const char *text, size_t size_bytes, unsigned *indent_spaces);

#endif
