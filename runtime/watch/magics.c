// magics.c: the line magics that ask the loop or tell it something: %ps %pstree %loop
// %slow %schedule %wait %cancel.
//
// Enters: a name and the rest of its line, while the cell runs. Leaves: text in that
// cell, or an error message. Always holds: only %wait makes the asking task wait, and no
// other one.
//
// Read next: tasks.c (the tables), loop/background.c (%wait), loop/schedule.c.
#include "watch/watch_core.h"

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define WHERE_BYTES 256

// NULL, or what is wrong; mem_free-able.
typedef char *MagicFn(Watch *watch, uint64_t cell, const char *args);

static char *takes_nothing(const char *name, const char *args) {
    return args[0] != '\0'
               ? mem_printf("%%%s takes no argument, but `%s` was given", name, args)
               : NULL;
}

// ---------------------------------------------------------------- looking

static char *run_ps(Watch *watch, uint64_t cell, const char *args) {
    char *wrong = takes_nothing("ps", args);
    if (wrong == NULL) {
        Str out = {0};
        tasks_ps(watch, &out);
        watch_print(watch, cell, &out);
    }
    return wrong;
}

static char *run_pstree(Watch *watch, uint64_t cell, const char *args) {
    char *wrong = takes_nothing("pstree", args);
    if (wrong == NULL) {
        Str out = {0};
        tasks_tree(watch, &out);
        watch_print(watch, cell, &out);
    }
    return wrong;
}

// "1.00 s, sleep(1) at In[3]:4 in task "A"".
static void put_run(const Watch *watch, Str *out, const WatchRun *run) {
    char where[WHERE_BYTES];
    char *call = watch_excerpt(watch, run->span);
    watch_line(watch, run->span, where, sizeof where);
    str_printf(out, "%.2f s, %s%s%s in task \"%s\"", watch_seconds(run->held_ns), call,
               where[0] != '\0' ? " at " : "", where, run->name);
    mem_free(call);
}

static char *run_loop(Watch *watch, uint64_t cell, const char *args) {
    char *wrong = takes_nothing("loop", args);
    if (wrong != NULL) {
        return wrong;
    }
    LoopStats stats = loop_stats(watch->loop);
    Str out = {0};
    str_printf(&out, "clock          %s, %.2f s\n",
               loop_clock_is_virtual(watch->loop) ? "virtual" : "real",
               watch_seconds(loop_now_ns(watch->loop)));
    str_printf(&out, "tasks          %u (%u in the background)\n", stats.tasks,
               stats.tasks - stats.foreground);
    str_printf(&out, "ready          %u\n", stats.ready);
    str_printf(&out, "timers         %u\n", stats.timers);
    str_printf(&out, "I/O in flight  %u", stats.inputs + stats.sockets);
    if (stats.inputs > 0) {
        str_puts(&out, stats.sockets > 0 ? " (one of them a line of input)"
                                         : " (waiting for a line of input)");
    }
    str_putc(&out, '\n');
    str_puts(&out, "longest block  ");
    if (watch->block.held_ns > 0) {
        put_run(watch, &out, &watch->block);
    } else {
        str_puts(&out, "none: no plain wait has held others up");
    }
    str_putc(&out, '\n');
    watch_print(watch, cell, &out);
    return NULL;
}

// The longest run of each task that had one. The machine's time, also under the virtual
// clock: computing takes none of that.
static char *run_slow(Watch *watch, uint64_t cell, const char *args) {
    char *wrong = takes_nothing("slow", args);
    if (wrong != NULL) {
        return wrong;
    }
    Str out = {0};
    if (watch->runs.count == 0) {
        str_printf(&out, "no task has run for %.2f s or more without an await\n",
                   watch_seconds(LOOP_LONG_RUN_NS));
        watch_print(watch, cell, &out);
        return NULL;
    }
    Table table = {.columns = 4, .right = 1u << 0};
    static const char *const head[] = {"longest run", "task", "cell", "line"};
    for (uint32_t i = 0; i < COUNT_OF(head); i++) {
        table_add(&table, mem_strdup(head[i]));
    }
    for (uint32_t i = 0; i < watch->runs.count; i++) {
        const WatchRun *run = &watch->runs.data[i];
        char where[WHERE_BYTES];
        table_add(&table, mem_printf("%.2f s", watch_seconds(run->held_ns)));
        table_add(&table, mem_strdup(run->name));
        table_add(&table, mem_strdup(watch_cell_name(watch, run->cell)));
        table_add(&table, mem_strdup(watch_line(watch, run->span, where, sizeof where)));
    }
    table_print(&table, &out);
    watch_print(watch, cell, &out);
    return NULL;
}

// ---------------------------------------------------------------- %schedule

static char *run_schedule(Watch *watch, uint64_t cell, const char *args) {
    if (args[0] != '\0') {
        return loop_schedule_replay(watch->loop, args);
    }
    bool is_cut;
    char *text = loop_schedule_text(watch->loop, &is_cut);
    Str out = {0};
    if (text[0] == '\0') {
        str_puts(&out, "there was no choice: never was more than one task ready\n");
    } else {
        str_printf(&out, "%%%%schedule \"%s\"\n", text);
    }
    if (is_cut) {
        str_puts(&out, "(the first choices only; there were more)\n");
    }
    mem_free(text);
    watch_print(watch, cell, &out);
    return NULL;
}

// ---------------------------------------------------------------- %wait

typedef struct Names {
    Str text;
    uint32_t count;
} Names;

#define NAMES_MAX 5
static void add_name(Names *names, const char *name) {
    if (names->count++ < NAMES_MAX) {
        str_printf(&names->text, "%s\"%s\"", names->count > 1 ? ", " : "", name);
    }
}

// ""A", "B" and 3 more"; mem_free-able.
static char *take_names(Names *names) {
    if (names->count > NAMES_MAX) {
        str_printf(&names->text, " and %u more", names->count - NAMES_MAX);
    }
    return str_take(&names->text);
}

static void add_background(void *ctx, Task *task) {
    if (!task_is_foreground(task)) {
        add_name(ctx, task_name(task));
    }
}

// A %wait, whose limit may come before the tasks' end.
typedef struct WaitLimit {
    Watch *watch;
    uint64_t cell;
} WaitLimit;

// The wait is over: says what is left, before the cell goes on.
static void wait_done(void *ctx, Future *future) {
    const WaitLimit *wait = ctx;
    Watch *watch = wait->watch;
    if (future->state == FUTURE_DONE && future->result.u > 0) {
        Names names = {0};
        loop_each_task(watch->loop, add_background, &names);
        bool is_one = names.count == 1;
        uint32_t count = names.count;
        char *text = take_names(&names);
        Str out = {0};
        str_printf(&out, "the time is up: %u background task%s still run%s: %s\n", count,
                   is_one ? "" : "s", is_one ? "s" : "", text);
        mem_free(text);
        watch_print(watch, wait->cell, &out);
    }
}

static char *run_wait(Watch *watch, uint64_t cell, const char *args) {
    char *end = NULL;
    double seconds = args[0] != '\0' ? strtod(args, &end) : INFINITY;
    if (end != NULL &&
        (end == args || end[strspn(end, " \t")] != '\0' || !(seconds >= 0))) {
        return mem_printf("%%wait takes a number of seconds, not `%s`", args);
    }
    const Task *task = loop_current(watch->loop);
    if (task == NULL || !task_is_foreground(task)) {
        return mem_strdup("%wait waits for the background tasks, so it stands in a cell, "
                          "not in one of them");
    }
    if (loop_background_count(watch->loop) == 0) {
        return NULL;
    }
    Future *future = loop_wait_background(watch->loop, seconds);
    if (future == NULL) {
        return mem_strdup("there is no memory left to wait");
    }
    WaitLimit wait = {watch, cell};
    future_on_done(watch->loop, future, wait_done, &wait, sizeof wait);
    loop_await(watch->loop, future);
    return NULL;
}

// ---------------------------------------------------------------- %cancel

// Which tasks are meant: by id, by name, by cell, or all.
typedef struct Cancel {
    Watch *watch;
    const char *what;
    uint64_t id; // 0: not a number
    bool is_all;
    char *cell; // name of a cell; NULL: not by cell
    VEC(Task *) tasks;
    bool has_cell_task; // a cell's own task was meant
} Cancel;

static bool is_meant(const Cancel *cancel, const Task *task) {
    if (cancel->is_all) {
        return true;
    }
    if (cancel->cell != NULL) {
        return strcmp(watch_cell_name(cancel->watch, task_cell(task)), cancel->cell) == 0;
    }
    return cancel->id != 0 ? task_id(task) == cancel->id
                           : strcmp(task_name(task), cancel->what) == 0;
}

static void cancel_visit(void *ctx, Task *task) {
    Cancel *cancel = ctx;
    if (!is_meant(cancel, task)) {
        return;
    }
    if (task_is_foreground(task)) {
        cancel->has_cell_task = true;
    } else {
        vec_push(cancel->tasks, task);
    }
}

// "" and "all", "3", "cell 4", "In[4]", "crawl".
static void read_target(Cancel *cancel, const char *args) {
    cancel->what = args;
    cancel->is_all = args[0] == '\0' || strcmp(args, "all") == 0;
    if (strncmp(args, "cell", 4) == 0 && isspace((unsigned char)args[4])) {
        args += 4 + strspn(args + 4, " \t");
        bool is_number = args[strspn(args, "0123456789")] == '\0';
        cancel->cell = is_number ? mem_printf("In[%s]", args) : mem_strdup(args);
    } else if (strncmp(args, "In[", 3) == 0) {
        cancel->cell = mem_strdup(args);
    } else if (args[0] != '\0' && args[strspn(args, "0123456789")] == '\0') {
        cancel->id = strtoull(args, NULL, 10);
    }
}

static char *run_cancel(Watch *watch, uint64_t cell, const char *args) {
    Cancel cancel = {.watch = watch};
    read_target(&cancel, args);
    loop_each_task(watch->loop, cancel_visit, &cancel);
    Names names = {0};
    for (uint32_t i = 0; i < cancel.tasks.count; i++) {
        if (loop_cancel(watch->loop, cancel.tasks.data[i])) {
            add_name(&names, task_name(cancel.tasks.data[i]));
        }
    }
    uint32_t count = names.count;
    char *text = take_names(&names);
    char *wrong = NULL;
    Str out = {0};
    if (count > 0) {
        str_printf(&out, "cancelled %u task%s: %s\n", count, count == 1 ? "" : "s", text);
    } else if (cancel.cell != NULL) {
        str_printf(&out, "%s has left no background task; %%ps lists the tasks\n", args);
    } else if (cancel.is_all) {
        str_puts(&out, "no background task to cancel\n");
    } else if (cancel.has_cell_task) {
        wrong = mem_printf("task %s is a cell; interrupting stops it, %%cancel ends what "
                           "cells leave behind",
                           args);
    } else {
        wrong =
            mem_printf("no task is called `%s`; %%ps lists them, and %%cancel takes an "
                       "id, a name, `cell N` or `all`",
                       args);
    }
    watch_print(watch, cell, &out);
    mem_free(text);
    mem_free(cancel.cell);
    vec_free(cancel.tasks);
    return wrong;
}

// ---------------------------------------------------------------- the table

static const struct {
    const char *name;
    MagicFn *run;
} magics[] = {
    {"ps", run_ps},
    {"pstree", run_pstree},
    {"loop", run_loop},
    {"wait", run_wait},
    {"cancel", run_cancel},
    {"slow", run_slow},
    {"schedule", run_schedule},
};

const char *const *watch_magic_names(void) {
    static const char *const names[] = {"ps",     "pstree", "loop",     "wait",
                                        "cancel", "slow",   "schedule", NULL};
    static_assert(COUNT_OF(names) == COUNT_OF(magics) + 1,
                  "each magic has its name here");
    return names;
}

bool watch_magic(Watch *watch, uint64_t cell, const char *name, const char *args,
                 char **error) {
    if (strcmp(name, "%schedule") == 0) { // %%schedule "...", above the cell it is for
        name++;
        if (args[0] == '\0') {
            *error = mem_strdup("%%schedule takes what %schedule has printed: "
                                "%%schedule \"A B A\"");
            return true;
        }
    }
    for (size_t i = 0; i < COUNT_OF(magics); i++) {
        if (strcmp(magics[i].name, name) == 0) {
            *error = magics[i].run(watch, cell, args);
            return true;
        }
    }
    return false;
}
