// asyncio.h: what a name of Python's asyncio, or one of C that is left out, is called
// here. Inner header of front/.
#ifndef FRONT_ASYNCIO_H
#define FRONT_ASYNCIO_H

typedef struct AsyncioName {
    const char *name;
    const char *cora; // the word to put in its place; NULL: it is more than a word
    const char *note;
} AsyncioName;

// NULL: neither has such a name, or it is the same here.
const AsyncioName *asyncio_find(const char *text);

#endif
