// source.c: the texts of a session and places in them.
//
// Entries are numbered from 1 in order of adding and stay for the session; only the
// newest can be taken back. Line tables are made when the first message needs one: most
// cells never do. A line ends at '\n'; a '\r' before it belongs to the line's end, not to
// its text. Read diag.c next.
#include "base/source.h"

#include "base/limits.h"
#include "base/mem.h"
#include "base/vec.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static Source *add(Sources *sources, const char *name, size_t size_bytes) {
    assert(size_bytes <= LIMIT_CELL_BYTES);
    Source *source = mem_alloc(sizeof *source);
    source->name = mem_strdup(name);
    source->size_bytes = (uint32_t)size_bytes;
    if (sources->count == sources->capacity)
        sources->data = vec_grow(sources->data, &sources->capacity, sources->count + 1,
                                 sizeof(Source *));
    sources->data[sources->count++] = source;
    source->id = sources->count;
    return source;
}

// The text is copied so that it lives as long as the session, with a NUL behind it: the
// lexer reads up to that NUL without looking at the size at each step.
Source *source_add(Sources *sources, const char *name, const char *text,
                   size_t size_bytes) {
    Source *source = add(sources, name, size_bytes);
    source->text = mem_strndup(text, size_bytes);
    return source;
}

Source *source_borrow(Sources *sources, const char *name, const char *text,
                      size_t size_bytes) {
    assert(text[size_bytes] == '\0');
    Source *source = add(sources, name, size_bytes);
    source->text = text;
    source->is_borrowed = true;
    return source;
}

// Ids come from spans, which may be of a source that was taken back: then there is
// nothing to show.
Source *source_get(const Sources *sources, uint32_t id) {
    if (id == 0 || id > sources->count)
        return NULL;
    return sources->data[id - 1];
}

static void destroy(Source *source) {
    mem_free(source->name);
    mem_free(source->folder);
    if (!source->is_borrowed)
        mem_free((char *)source->text);
    mem_free(source->lines);
    mem_free(source);
}

// Popping frees the text: no token, macro or span of it may be in use any more.
void source_pop(Sources *sources) {
    assert(sources->count > 0);
    destroy(sources->data[--sources->count]);
}

void source_deinit(Sources *sources) {
    while (sources->count)
        source_pop(sources);
    mem_free(sources->data);
    *sources = (Sources){0};
}

// Collects where lines begin. memchr makes this faster than any bookkeeping while lexing
// would be.
static void make_lines(Source *source) {
    VEC(uint32_t) starts = {0};
    vec_push(starts, 0);
    const char *at = source->text, *end = at + source->size_bytes;
    while ((at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
        at++;
        vec_push(starts, (uint32_t)(at - source->text));
    }
    source->lines = starts.data;
    source->line_count = starts.count;
}

// Binary search in the line table. A place behind the end of the text counts as the end.
void source_locate(const Sources *sources, Span span, uint32_t *line, uint32_t *column) {
    *line = *column = 0;
    Source *source = source_get(sources, span.source);
    if (!source)
        return;
    if (!source->lines)
        make_lines(source);
    uint32_t at = span.begin < source->size_bytes ? span.begin : source->size_bytes;
    uint32_t low = 0, high = source->line_count; // lines[low] <= at < lines[high]
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (source->lines[middle] <= at)
            low = middle;
        else
            high = middle;
    }
    *line = low + 1;
    *column = at - source->lines[low] + 1;
}

// The last line ends with the text, the others before their newline.
const char *source_line(const Sources *sources, uint32_t id, uint32_t line,
                        uint32_t *size_bytes) {
    *size_bytes = 0;
    Source *source = source_get(sources, id);
    if (!source)
        return "";
    if (!source->lines)
        make_lines(source);
    if (line == 0 || line > source->line_count)
        return "";
    uint32_t begin = source->lines[line - 1];
    uint32_t end =
        line < source->line_count ? source->lines[line] - 1 : source->size_bytes;
    if (end > begin && source->text[end - 1] == '\r')
        end--;
    *size_bytes = end - begin;
    return source->text + begin;
}

// The form of gcc and clang, so that editors recognise it: name:line:column.
char *source_where(const Sources *sources, Span span, char *buf, size_t buf_bytes) {
    assert(buf_bytes > 0);
    buf[0] = '\0';
    const Source *source = source_get(sources, span.source);
    if (source) {
        uint32_t line, column;
        source_locate(sources, span, &line, &column);
        snprintf(buf, buf_bytes, "%s:%u:%u", source->name, line, column);
    }
    return buf;
}

// Two sources have no span in common; a stands for both then, since callers put the main
// place first.
Span span_join(Span a, Span b) {
    if (a.source != b.source)
        return a;
    return (Span){a.source, a.begin < b.begin ? a.begin : b.begin,
                  a.end > b.end ? a.end : b.end};
}
