// watch_core.h: what the files of this room share. Inner header of watch/.
#ifndef WATCH_CORE_H
#define WATCH_CORE_H

#include "base/map.h"
#include "base/vec.h"
#include "watch/watch.h"

// The longest run of a task without a wait, or the longest time it blocked the loop.
typedef struct WatchRun {
    uint64_t task;
    uint64_t cell;
    char *name; // of the task
    uint64_t held_ns;
    Span span; // where; source 0: unknown
} WatchRun;

// A coroutine object that was dropped.
typedef struct WatchDropped {
    Span span;
    const char *function;
} WatchDropped;

struct Watch {
    VM *vm;
    Loop *loop;
    const Sources *sources;
    WatchHooks hooks;
    Map told;                  // causes that were noted; see watch_note
    VEC(WatchRun) runs;        // %slow, longest first
    WatchRun block;            // the longest; held_ns 0: none yet
    uint64_t long_task;        // id of the task watch_running_long looked at last
    Span long_place;           // where it was
    VEC(WatchDropped) dropped; // not told yet
};

// Seconds, for tables and notes.
static inline double watch_seconds(uint64_t ns) {
    return (double)ns / 1e9;
}

// Counts this cause as noted; false: it was already.
bool watch_know(Watch *watch, uint64_t cell, const char *code, Span span);
// Shows a note, unless this cause (code and place) was noted in this cell before.
void watch_note(Watch *watch, uint64_t cell, const char *code, Span span,
                const char *text);
// Where a task is now: its innermost frame that is the learner's own text; one that has
// not begun, where it was made.
Span watch_place(Watch *watch, const Task *task);
// "In[4]:3" into buf, without the column; "" for nowhere.
char *watch_line(const Watch *watch, Span span, char *buf, size_t buf_bytes);
// The source text of a span on one line, cut to a few words; mem_free-able.
char *watch_excerpt(const Watch *watch, Span span);
// The cell's name, "" when unknown.
const char *watch_cell_name(const Watch *watch, uint64_t cell);
void watch_print(Watch *watch, uint64_t cell, Str *text); // and frees it

// ---- a table of text: columns as wide as their widest cell
#define WATCH_COLUMNS_MAX 8
typedef struct Table {
    uint32_t columns;
    uint32_t right;    // bit i: column i is right-aligned
    VEC(char *) cells; // row by row, the head first
} Table;
void table_add(Table *table, char *text); // takes it
void table_print(Table *table, Str *out); // and frees the cells

// ---- tasks.c
void tasks_ps(Watch *watch, Str *out);
void tasks_tree(Watch *watch, Str *out);

#endif
