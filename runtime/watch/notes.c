// notes.c: what the loop knows and the learner should: a call that held everybody up, a
// computation that never waited, a coroutine that was dropped, a cancellation that was
// swallowed, tasks that outlive the run of a cell.
//
// Enters: reports of loop/ and of the collector. Leaves: notes, each once for its cause
// and cell, in the cell that made the task. Always holds: under the virtual clock no note
// depends on how fast the machine is.
//
// Read next: magics.c (%slow and %loop show what is kept here).
#include "watch/watch_core.h"

// A wait shorter than this blocks nobody to speak of.
#define BLOCK_TOLD_NS 10000000u
// Computing without a wait: the eye sees a tenth of a second.
#define RUN_TOLD_NS 100000000u
// How many tasks %slow remembers, and how many dropped coroutines wait to be told.
#define RUNS_MAX    32u
#define DROPPED_MAX 32u
#define WHERE_BYTES 256

// ---------------------------------------------------------------- who held the loop

void watch_blocked(Watch *watch, Task *task, Span span, uint64_t held_ns,
                   const char *others) {
    if (held_ns > watch->block.held_ns) {
        mem_free(watch->block.name);
        watch->block = (WatchRun){task_id(task), task_cell(task),
                                  mem_strdup(task_name(task)), held_ns, span};
    }
    if (held_ns < BLOCK_TOLD_NS) {
        return;
    }
    char where[WHERE_BYTES];
    char *call = watch_excerpt(watch, span);
    char *text = mem_printf("%s at %s blocked the loop for %.2f s; %s",
                            call[0] != '\0' ? call : "a plain wait",
                            watch_line(watch, span, where, sizeof where),
                            watch_seconds(held_ns), others);
    watch_note(watch, task_cell(task), "blocked-loop", span, text);
    mem_free(call);
    mem_free(text);
}

// Where it is when it has run too long is where the time goes, more likely than where it
// will stop.
void watch_running_long(Watch *watch, const Task *task) {
    watch->long_task = task_id(task);
    watch->long_place = watch_place(watch, task);
}

// Keeps the longest run of each task, longest first.
static void keep_run(Watch *watch, Task *task, uint64_t held_ns, Span span) {
    uint32_t at = 0;
    while (at < watch->runs.count && watch->runs.data[at].task != task_id(task)) {
        at++;
    }
    if (at < watch->runs.count) {
        if (watch->runs.data[at].held_ns >= held_ns) {
            return;
        }
    } else if (at == RUNS_MAX) {
        at--; // the shortest gives way
        if (watch->runs.data[at].held_ns >= held_ns) {
            return;
        }
    } else {
        vec_push(watch->runs, (WatchRun){0});
    }
    mem_free(watch->runs.data[at].name);
    WatchRun run = {task_id(task), task_cell(task), mem_strdup(task_name(task)), held_ns,
                    span};
    for (; at > 0 && watch->runs.data[at - 1].held_ns < held_ns; at--) {
        watch->runs.data[at] = watch->runs.data[at - 1];
    }
    watch->runs.data[at] = run;
}

void watch_ran_long(Watch *watch, Task *task, uint64_t held_ns, const char *others) {
    Span span =
        watch->long_task == task_id(task) ? watch->long_place : watch_place(watch, task);
    watch->long_task = 0;
    keep_run(watch, task, held_ns, span);
    if (held_ns < RUN_TOLD_NS || others[0] == '\0' ||
        loop_clock_is_virtual(watch->loop)) {
        return;
    }
    const char *was = strstr(others, " was ready");
    char *text = mem_printf("this ran %.2f s without an await while %s; `await sleep(0)` "
                            "inside the loop lets %s have a turn",
                            watch_seconds(held_ns), others, was != NULL ? "it" : "them");
    watch_note(watch, task_cell(task), "never-yields", span, text);
    mem_free(text);
}

// ---------------------------------------------------------------- dropped and swallowed

void watch_never_awaited(Watch *watch, const Coro *coro) {
    if (watch->dropped.count < DROPPED_MAX) {
        vec_push(watch->dropped, ((WatchDropped){coro->created, coro->proto->name}));
    }
}

#define DROPPED_CODE "never-awaited"

static uint64_t cell_of(const Watch *watch, Span span) {
    const Source *source = source_get(watch->sources, span.source);
    return source != NULL ? source->cell : 0;
}

void watch_never_awaited_known(Watch *watch, Span span) {
    watch_know(watch, cell_of(watch, span), DROPPED_CODE, span);
}

void watch_tell(Watch *watch) {
    for (uint32_t i = 0; i < watch->dropped.count; i++) {
        WatchDropped dropped = watch->dropped.data[i];
        char *text =
            mem_printf("this coroutine of `%s` was never awaited, so nothing of "
                       "it has run; `await` runs it here, `spawn` beside the rest",
                       dropped.function);
        watch_note(watch, cell_of(watch, dropped.span), DROPPED_CODE, dropped.span, text);
        mem_free(text);
    }
    watch->dropped.count = 0;
}

void watch_cancel_swallowed(Watch *watch, Task *task) {
    char *text =
        mem_printf("task \"%s\" was cancelled and ended as if it had not been: its "
                   "CancelledError was caught and not thrown on; in the catch, "
                   "`throw;` passes it on",
                   task_name(task));
    watch_note(watch, task_cell(task), "cancel-swallowed", task_created(task), text);
    mem_free(text);
}

void watch_schedule_left(Watch *watch, uint64_t cell, const char *message) {
    watch->hooks.note(watch->hooks.ctx, cell, "schedule", (Span){0}, message);
}

// ---------------------------------------------------------------- run again

typedef struct RunAgain {
    Watch *watch;
    const Source *source; // of the cell that begins
    uint64_t cell;
    uint64_t asked, is_same; // the last earlier cell compared, and what came of it
    uint64_t found;          // an earlier cell of the same text with live tasks
    Str names;
    uint32_t count;
} RunAgain;

// The cell's own text; searched from the newest. NULL: unknown.
static const Source *source_of(const Watch *watch, uint64_t cell) {
    for (uint32_t id = watch->sources->count; id > 0; id--) {
        const Source *source = source_get(watch->sources, id);
        if (source != NULL && source->cell == cell) {
            return source;
        }
    }
    return NULL;
}

static bool has_same_text(const RunAgain *again, uint64_t cell) {
    const Source *source = source_of(again->watch, cell);
    return source != NULL && source->size_bytes == again->source->size_bytes &&
           memcmp(source->text, again->source->text, source->size_bytes) == 0;
}

#define NAMES_MAX 3
static void compare_task(void *ctx, Task *task) {
    RunAgain *again = ctx;
    if (task_is_foreground(task) || task_cell(task) == again->cell) {
        return;
    }
    if (task_cell(task) != again->asked) {
        again->asked = task_cell(task);
        again->is_same = has_same_text(again, again->asked);
    }
    if (!again->is_same) {
        return;
    }
    if (again->found != again->asked) { // the newest run counts
        again->found = again->asked;
        again->count = again->names.count = 0;
    }
    if (again->count++ < NAMES_MAX) {
        str_printf(&again->names, "%s\"%s\"", again->count > 1 ? ", " : "",
                   task_name(task));
    }
}

void watch_cell_begins(Watch *watch, uint64_t cell) {
    RunAgain again = {.watch = watch, .source = source_of(watch, cell), .cell = cell};
    if (again.source != NULL && loop_background_count(watch->loop) > 0) {
        loop_each_task(watch->loop, compare_task, &again);
    }
    if (again.count > 0) {
        char *more = again.count > NAMES_MAX
                         ? mem_printf(" and %u more", again.count - NAMES_MAX)
                         : mem_strdup("");
        char *text = mem_printf(
            "%s of an earlier run of this cell (%s) still live%s: %s%s; `%%cancel %s` "
            "ends %s",
            again.count == 1 ? "a task" : "tasks", watch_cell_name(watch, again.found),
            again.count == 1 ? "s" : "", again.names.data, more,
            watch_cell_name(watch, again.found), again.count == 1 ? "it" : "them");
        watch_note(watch, cell, "tasks-live-on", (Span){0}, text);
        mem_free(text);
        mem_free(more);
    }
    str_free(&again.names);
}
