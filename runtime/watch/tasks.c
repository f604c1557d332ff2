// tasks.c: the tasks of a session as text: %ps, a table, and %pstree, who waits for whom.
//
//     In[4]        waiting: gather
//     |- "A"       waiting: sleep until 3.00
//     `- "B"       waiting: task "C"
//        `- "C"    ready
//
// Always holds: each task is in the table once. In the tree a task that several wait for
// is drawn below the first of them and named below the others; a ring of waits is told
// where it closes. Deeper than DEPTH_MAX the tree is cut, and says so.
//
// Read next: deadlock.c, which proves what the tree only shows.
#include "watch/watch_core.h"

#include <stdio.h>

#define DEPTH_MAX   64
#define ROWS_MAX    200u
#define PLACE_BYTES 256

// ---------------------------------------------------------------- %ps

static const char *state_word(const Task *task) {
    switch (task_state(task)) {
    case TASK_READY:
        return task_has_started(task) ? "ready" : "not started";
    case TASK_RUNNING:
        return "running";
    case TASK_WAITING:
        return "waiting";
    case TASK_ENDED:
        break;
    }
    return "ended";
}

// Nobody reads a hundred thousand rows.
static void put_more(Str *out, uint32_t count) {
    if (count > ROWS_MAX) {
        str_printf(out, "... and %u more\n", count - ROWS_MAX);
    }
}

typedef struct PsRows {
    Watch *watch;
    Table table;
    uint32_t count;
} PsRows;

static void ps_row(void *ctx, Task *task) {
    PsRows *rows = ctx;
    if (++rows->count > ROWS_MAX) {
        return;
    }
    Watch *watch = rows->watch;
    Table *table = &rows->table;
    char place[PLACE_BYTES];
    bool is_waiting = task_state(task) == TASK_WAITING;
    table_add(table, mem_printf("%llu", (unsigned long long)task_id(task)));
    table_add(table, mem_strdup(task_is_hidden(task) ? "(callback)" : task_name(task)));
    table_add(table, mem_strdup(state_word(task)));
    table_add(table, task_waiting_on(watch->loop, task));
    table_add(table, is_waiting ? mem_printf("%.2f s", task_waiting_since(task))
                                : mem_strdup(""));
    table_add(table, mem_strdup(watch_cell_name(watch, task_cell(task))));
    table_add(table, mem_strdup(watch_line(watch, watch_place(watch, task), place,
                                           sizeof place)));
}

void tasks_ps(Watch *watch, Str *out) {
    static const char *const head[] = {"id",    "name", "state", "waiting on",
                                       "since", "cell", "line"};
    PsRows rows = {watch, {.columns = COUNT_OF(head), .right = 1u << 0 | 1u << 4}, 0};
    for (uint32_t i = 0; i < COUNT_OF(head); i++) {
        table_add(&rows.table, mem_strdup(head[i]));
    }
    loop_each_task(watch->loop, ps_row, &rows);
    table_print(&rows.table, out);
    put_more(out, rows.count);
}

// ---------------------------------------------------------------- %pstree

typedef VEC(Task *) TaskList;

typedef struct Tree {
    Watch *watch;
    TaskList tasks; // all, by age
    Map awaited;    // ids of those that another one waits for
    Map drawn;      // ids
    Task *path[DEPTH_MAX];
    Table table; // two columns: the branch, and what the task does
    uint32_t rows;
} Tree;

static bool has_id(const Map *map, const Task *task) {
    uint64_t value;
    return map_get(map, task_id(task), &value);
}

static void collect(void *ctx, Task *task) {
    vec_push(((Tree *)ctx)->tasks, task);
}

static void collect_child(void *ctx, Task *task) {
    TaskList *list = ctx;
    vec_push(*list, task);
}

static void note_awaited(void *ctx, Task *task) {
    map_put(&((Tree *)ctx)->awaited, task_id(task), 1);
}

static char *describe(Watch *watch, const Task *task) {
    if (task_state(task) != TASK_WAITING) {
        return mem_strdup(state_word(task));
    }
    char *what = task_waiting_on(watch->loop, task);
    char *text = mem_printf("waiting: %s, since %.2f s", what, task_waiting_since(task));
    mem_free(what);
    return text;
}

static void draw_line(Tree *tree, const char *prefix, const Task *task, char *text) {
    if (++tree->rows > ROWS_MAX) {
        mem_free(text);
        return;
    }
    bool is_cell = task_is_foreground(task);
    table_add(&tree->table,
              mem_printf(is_cell ? "%s%s" : "%s\"%s\"", prefix, task_name(task)));
    table_add(&tree->table, text);
}

static bool is_on_path(const Tree *tree, uint32_t depth, const Task *task) {
    for (uint32_t i = 0; i < depth; i++) {
        if (tree->path[i] == task) {
            return true;
        }
    }
    return false;
}

// The recursion ends at DEPTH_MAX. prefix: what stands before the task's own line; below:
// before its children's.
static void draw(Tree *tree, Task *task, const char *prefix, const char *below,
                 uint32_t depth) {
    if (is_on_path(tree, depth, task)) {
        draw_line(tree, prefix, task, mem_strdup("a cycle: back to the same task above"));
        return;
    }
    if (has_id(&tree->drawn, task)) {
        draw_line(tree, prefix, task, mem_strdup("(shown above)"));
        return;
    }
    map_put(&tree->drawn, task_id(task), 1);
    draw_line(tree, prefix, task, describe(tree->watch, task));
    TaskList children = {0};
    task_each_awaited(tree->watch->loop, task, collect_child, &children);
    tree->path[depth] = task;
    for (uint32_t i = 0; i < children.count; i++) {
        bool is_last = i + 1 == children.count;
        char *own = mem_printf("%s%s", below, is_last ? "└─ " : "├─ ");
        char *next = mem_printf("%s%s", below, is_last ? "   " : "│  ");
        if (depth + 1 < DEPTH_MAX) {
            draw(tree, children.data[i], own, next, depth + 1);
        } else {
            draw_line(tree, own, children.data[i], mem_strdup("... and so on"));
        }
        mem_free(own);
        mem_free(next);
    }
    vec_free(children);
}

void tasks_tree(Watch *watch, Str *out) {
    Tree tree = {.watch = watch, .table = {.columns = 2}};
    loop_each_task(watch->loop, collect, &tree);
    for (uint32_t i = 0; i < tree.tasks.count; i++) {
        task_each_awaited(watch->loop, tree.tasks.data[i], note_awaited, &tree);
    }
    for (uint32_t i = 0; i < tree.tasks.count; i++) {
        if (!has_id(&tree.awaited, tree.tasks.data[i])) {
            draw(&tree, tree.tasks.data[i], "", "", 0);
        }
    }
    for (uint32_t i = 0; i < tree.tasks.count; i++) { // what is left waits in rings
        if (!has_id(&tree.drawn, tree.tasks.data[i])) {
            draw(&tree, tree.tasks.data[i], "", "", 0);
        }
    }
    table_print(&tree.table, out);
    put_more(out, tree.rows);
    vec_free(tree.tasks);
    map_deinit(&tree.awaited);
    map_deinit(&tree.drawn);
}
