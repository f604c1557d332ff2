// watch.c: the room's state, and what its files share: places, notes, tables.
//
// Enters: a session's VM, loop and sources. Leaves: text. Always holds: a cause that was
// noted in a cell is not noted there again.
//
// Read next: notes.c (what is noted), magics.c (what is asked), deadlock.c.
#include "watch/watch_core.h"

#include <stdio.h>

Watch *watch_new(VM *vm, Loop *loop, const Sources *sources, const WatchHooks *hooks) {
    Watch *watch = mem_alloc(sizeof *watch);
    watch->vm = vm;
    watch->loop = loop;
    watch->sources = sources;
    watch->hooks = *hooks;
    return watch;
}

void watch_destroy(Watch **watch_at) {
    Watch *watch = *watch_at;
    if (watch == NULL) {
        return;
    }
    for (uint32_t i = 0; i < watch->runs.count; i++) {
        mem_free(watch->runs.data[i].name);
    }
    vec_free(watch->runs);
    vec_free(watch->dropped);
    mem_free(watch->block.name);
    map_deinit(&watch->told);
    mem_free(watch);
    *watch_at = NULL;
}

// ---------------------------------------------------------------- places

Span watch_place(Watch *watch, const Task *task) {
    const Fiber *fiber = task_fiber(task);
    if (fiber == NULL || !task_has_started(task)) {
        return task_created(task);
    }
    TraceFrame *frames;
    uint32_t count = fiber_trace(watch->vm, fiber, &frames);
    Span place = task_created(task);
    for (uint32_t i = 0; i < count; i++) {
        const Source *source = source_get(watch->sources, frames[i].span.source);
        if (source != NULL && !source->is_system) {
            place = frames[i].span;
            break;
        }
    }
    trace_free(frames, count);
    return place;
}

char *watch_line(const Watch *watch, Span span, char *buf, size_t buf_bytes) {
    const Source *source = source_get(watch->sources, span.source);
    uint32_t line = 0;
    uint32_t column = 0;
    source_locate(watch->sources, span, &line, &column);
    buf[0] = '\0';
    if (source != NULL && line > 0) {
        snprintf(buf, buf_bytes, "%s:%u", source->name, line);
    }
    return buf;
}

#define EXCERPT_BYTES_MAX 40u
char *watch_excerpt(const Watch *watch, Span span) {
    const Source *source = source_get(watch->sources, span.source);
    if (source == NULL || span.end <= span.begin || span.end > source->size_bytes) {
        return mem_strdup("");
    }
    const char *text = source->text + span.begin;
    size_t size = strcspn(text, "\n");
    size_t whole = span.end - span.begin;
    bool is_cut = size < whole || whole > EXCERPT_BYTES_MAX;
    size = size < whole ? size : whole;
    size = size < EXCERPT_BYTES_MAX ? size : EXCERPT_BYTES_MAX;
    while (is_cut && size > 0 && ((unsigned char)text[size] & 0xc0) == 0x80) {
        size--; // not through the middle of a character
    }
    return mem_printf("%.*s%s", (int)size, text, is_cut ? "..." : "");
}

const char *watch_cell_name(const Watch *watch, uint64_t cell) {
    const char *name = watch->hooks.cell_name(watch->hooks.ctx, cell);
    return name != NULL ? name : "";
}

// ---------------------------------------------------------------- notes and text

// FNV-1a over what makes a cause: two that collide cost one note.
static uint64_t cause_of(uint64_t cell, const char *code, Span span) {
    uint64_t hash = 0xcbf29ce484222325ull;
    uint64_t parts[] = {cell, (uint64_t)span.source << 32 | span.begin};
    for (size_t i = 0; i < sizeof parts; i++) {
        hash = (hash ^ ((const unsigned char *)parts)[i]) * 0x100000001b3ull;
    }
    for (; *code != '\0'; code++) {
        hash = (hash ^ (unsigned char)*code) * 0x100000001b3ull;
    }
    return hash;
}

bool watch_know(Watch *watch, uint64_t cell, const char *code, Span span) {
    uint64_t cause = cause_of(cell, code, span);
    uint64_t seen;
    if (map_get(&watch->told, cause, &seen)) {
        return false;
    }
    map_put(&watch->told, cause, 1);
    return true;
}

void watch_note(Watch *watch, uint64_t cell, const char *code, Span span,
                const char *text) {
    if (watch_know(watch, cell, code, span)) {
        watch->hooks.note(watch->hooks.ctx, cell, code, span, text);
    }
}

void watch_print(Watch *watch, uint64_t cell, Str *text) {
    if (text->count > 0) {
        watch->hooks.print(watch->hooks.ctx, cell, text->data, text->count);
    }
    str_free(text);
}

// ---------------------------------------------------------------- tables

void table_add(Table *table, char *text) {
    vec_push(table->cells, text);
}

// In characters, not bytes: names may be in any language.
static uint32_t width_of(const char *text) {
    uint32_t width = 0;
    for (; *text != '\0'; text++) {
        width += ((unsigned char)*text & 0xc0) != 0x80;
    }
    return width;
}

static void put_blanks(Str *out, uint32_t count) {
    while (count-- > 0) {
        str_putc(out, ' ');
    }
}

void table_print(Table *table, Str *out) {
    uint32_t widths[WATCH_COLUMNS_MAX] = {0};
    for (uint32_t i = 0; i < table->cells.count; i++) {
        uint32_t width = width_of(table->cells.data[i]);
        uint32_t *widest = &widths[i % table->columns];
        *widest = width > *widest ? width : *widest;
    }
    uint32_t blanks = 0; // held back: no line ends with blanks
    for (uint32_t i = 0; i < table->cells.count; i++) {
        uint32_t column = i % table->columns;
        char *text = table->cells.data[i];
        uint32_t fill = widths[column] - width_of(text);
        bool is_right = (table->right >> column & 1) != 0;
        blanks += is_right ? fill : 0;
        if (text[0] != '\0') {
            put_blanks(out, blanks);
            str_puts(out, text);
            blanks = 0;
        }
        blanks += (is_right ? 0 : fill) + 2;
        if (column + 1 == table->columns) {
            str_putc(out, '\n');
            blanks = 0;
        }
        mem_free(text);
    }
    vec_free(table->cells);
}
