// source.h: every text the session has seen (cells, files, the library's headers), and
// spans in them.
//
// Sources live as long as the session: a fault in a function of cell 2 shows cell 2's
// line an hour later. Text is kept with a NUL behind it. A line table is made when first
// asked for.
#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Half-open byte range [begin, end) of source number `source`. Source 0 is "nowhere".
typedef struct Span {
    uint32_t source;
    uint32_t begin;
    uint32_t end;
} Span;

typedef struct Source {
    uint32_t id;
    char *name; // "In[4]", "fib.c", "<stdio.h>"
    const char *text;
    uint32_t size_bytes;
    bool is_system;  // a header of the library: no warnings, no excerpts
    uint64_t cell;   // the host's CoraCellId, 0 for headers
    char *folder;    // "sub/": where its quoted #includes look first; NULL: as the first
    uint32_t *lines; // offsets of line starts, made on demand
    uint32_t line_count;
    bool is_borrowed; // text is not ours to free
} Source;

typedef struct Sources {
    Source **data; // data[id - 1]
    uint32_t count;
    uint32_t capacity;
} Sources;

// Copies name and text. Ids are never reused.
Source *source_add(Sources *sources, const char *name, const char *text,
                   size_t size_bytes);
// Keeps the text where it is: it outlives the session, and a NUL stands behind it.
Source *source_borrow(Sources *sources, const char *name, const char *text,
                      size_t size_bytes);
Source *source_get(const Sources *sources, uint32_t id); // NULL for 0 and unknown ids
// Takes back the newest source (a cell that failed and whose messages are rendered).
void source_pop(Sources *sources);
void source_deinit(Sources *sources);

// Line and column (bytes) from 1; (0, 0) for spans that are nowhere.
void source_locate(const Sources *sources, Span span, uint32_t *line, uint32_t *column);
// The line's text (not NUL-terminated) and its length without the newline.
const char *source_line(const Sources *sources, uint32_t id, uint32_t line,
                        uint32_t *size_bytes);
// "In[4]:3:9" into buf; returns buf.
char *source_where(const Sources *sources, Span span, char *buf, size_t buf_bytes);
// The smallest span that holds both (of one source; else a).
Span span_join(Span a, Span b);

#endif
