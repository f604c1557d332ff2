// schedule.c: see schedule.h. Enters: the ready queue when it holds more than one.
// Leaves: which is next, and a record of it.
//
// The text is made of words, one a choice, runs of the same as WORD*COUNT:
//
//     cell   the cell's own task
//     NAME   the task that is called so
//     #3     the third task made since the cell began
//     7      the eighth in the queue (numbers count from 0), whoever it is
//
// A name is written when the program gave it and no other task of the cell has it. Always
// holds: what loop_schedule_text wrote, loop_schedule_replay reads; while nothing is
// replayed, recording costs a few instructions and no name is looked at.
//
// Read next: choose.c (where choices come from when nothing is replayed), sched.c.
#include "loop/sched.h"

#include <assert.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

// ---------------------------------------------------------------- recording

static void run_clear(ScheduleRun *run) {
    for (uint32_t i = 0; i < run->names.count; i++) {
        mem_free(run->names.data[i].name);
    }
    run->names.count = run->choices.count = 0;
    run->is_cut = false;
}

static void replay_clear(Schedule *schedule) {
    for (uint32_t i = 0; i < schedule->replay.count; i++) {
        mem_free(schedule->replay.data[i].name);
    }
    schedule->replay.count = schedule->replay_at = 0;
}

void schedule_deinit(Schedule *schedule) {
    run_clear(&schedule->now);
    run_clear(&schedule->last);
    replay_clear(schedule);
    vec_free(schedule->now.names);
    vec_free(schedule->now.choices);
    vec_free(schedule->last.names);
    vec_free(schedule->last.choices);
    vec_free(schedule->replay);
}

// A cell in which nothing was chosen does not count: one that only asks for the schedule
// is such a cell.
void schedule_begin(Loop *loop, const Task *task) {
    Schedule *schedule = &loop->schedule;
    uint64_t cell = task_cell(task);
    if (cell == schedule->now.cell) {
        return; // its statements are done, now its main
    }
    if (schedule->now.choices.count > 0) {
        ScheduleRun spare = schedule->last;
        schedule->last = schedule->now;
        schedule->now = spare;
    }
    run_clear(&schedule->now);
    schedule->now.cell = cell;
    schedule->now.first_task = task->id;
}

static void record(Loop *loop, uint32_t at, const Waiter *waiter) {
    ScheduleRun *run = &loop->schedule.now;
    if (run->choices.count == SCHEDULE_CHOICES_MAX || loop->foreground_count == 0) {
        run->is_cut |= loop->foreground_count != 0;
        return;
    }
    const Task *task =
        waiter->kind == WAITER_TASK ? task_of_waiter((Waiter *)(uintptr_t)waiter) : NULL;
    vec_push(run->choices, ((ScheduleChoice){at, task != NULL ? task->id : 0}));
}

// ---------------------------------------------------------------- replaying

static const Waiter *waiter_at(const Loop *loop, uint32_t at) {
    const Waiter *waiter = loop->ready_head;
    for (; at > 0; at--) {
        waiter = waiter->next;
    }
    return waiter;
}

static bool is_meant(const ScheduleStep *step, const Waiter *waiter) {
    if (waiter->kind != WAITER_TASK) {
        return false;
    }
    const Task *task = task_of_waiter((Waiter *)(uintptr_t)waiter);
    return step->name != NULL ? strcmp(task_name(task), step->name) == 0
                              : task->id == step->number;
}

// The step's word, as the learner wrote it or would.
static char *step_word(const Loop *loop, const ScheduleStep *step) {
    uint64_t first = loop->schedule.now.first_task;
    if (step->name != NULL) {
        return mem_printf("\"%s\"", step->name);
    }
    if (step->is_index) {
        return mem_printf("number %llu", (unsigned long long)step->number);
    }
    return step->number == first
               ? mem_strdup("the cell")
               : mem_printf("task #%llu", (unsigned long long)(step->number - first));
}

static void leave_replay(Loop *loop, const ScheduleStep *step) {
    Schedule *schedule = &loop->schedule;
    Str ready = {0};
    uint32_t count = 0;
    for (const Waiter *waiter = loop->ready_head; waiter != NULL && count < 4;
         waiter = waiter->next, count++) {
        bool is_task = waiter->kind == WAITER_TASK;
        const char *name =
            is_task ? task_name(task_of_waiter((Waiter *)(uintptr_t)waiter)) : NULL;
        str_puts(&ready, count > 0 ? ", " : "");
        if (is_task) {
            str_printf(&ready, "\"%s\"", name);
        } else {
            str_puts(&ready, "a callback of the loop");
        }
    }
    char *word = step_word(loop, step);
    char *message =
        mem_printf("choice %u of the schedule is %s, but ready were %s%s; from "
                   "here on ready tasks run first in, first out",
                   schedule->replay_at + 1, word, ready.data,
                   loop->ready_count > count ? ", ..." : "");
    if (loop->hooks.schedule_left != NULL) {
        loop->hooks.schedule_left(loop->hooks.ctx, schedule->now.cell, message);
    }
    mem_free(word);
    mem_free(message);
    str_free(&ready);
    replay_clear(schedule);
}

static uint32_t follow(Loop *loop) {
    Schedule *schedule = &loop->schedule;
    const ScheduleStep *step = &schedule->replay.data[schedule->replay_at];
    uint32_t at = 0;
    if (step->is_index && step->number < loop->ready_count) {
        at = (uint32_t)step->number;
    } else if (step->is_index) {
        leave_replay(loop, step);
        return 0;
    } else {
        const Waiter *waiter = loop->ready_head;
        for (; waiter != NULL && !is_meant(step, waiter); waiter = waiter->next) {
            at++;
        }
        if (waiter == NULL) {
            leave_replay(loop, step);
            return 0;
        }
    }
    schedule->replay_at++;
    return at;
}

uint32_t schedule_choose(Loop *loop) {
    const Schedule *schedule = &loop->schedule;
    uint32_t at = 0;
    if (UNLIKELY(schedule->replay_at < schedule->replay.count)) {
        at = follow(loop);
    } else if (UNLIKELY(loop->choose.policy != CHOOSE_FIFO)) {
        at = choose_among(&loop->choose, CHOOSE_READY, loop->ready_count);
    }
    record(loop, at, waiter_at(loop, at));
    return at;
}

// What is left of a schedule when its cell ends is told: the run was another one.
static void end_replay(Loop *loop) {
    Schedule *schedule = &loop->schedule;
    uint32_t left = schedule->replay.count - schedule->replay_at;
    if (left > 0 && loop->hooks.schedule_left != NULL) {
        char *message =
            mem_printf("the schedule has %u choice%s more than this run had to make",
                       left, left == 1 ? "" : "s");
        loop->hooks.schedule_left(loop->hooks.ctx, schedule->now.cell, message);
        mem_free(message);
    }
    replay_clear(schedule);
}

void schedule_task_ended(Loop *loop, const Task *task) {
    ScheduleRun *run = &loop->schedule.now;
    if (task->id == run->first_task) {
        end_replay(loop);
    }
    if (task_known_name(task) != NULL && task->id > run->first_task &&
        run->names.count < SCHEDULE_NAMES_MAX && run->choices.count > 0) {
        vec_push(run->names,
                 ((ScheduleName){task->id, mem_strdup(task_known_name(task))}));
    }
}

// ---------------------------------------------------------------- as text

// Can it stand in the text and be told from everything else there?
static bool is_word(const char *name) {
    bool is_fine = isalpha((unsigned char)name[0]) || name[0] == '_' || name[0] < 0;
    for (const char *c = name; *c != '\0' && is_fine; c++) {
        is_fine = !isspace((unsigned char)*c) && *c != '"' && *c != '*';
    }
    return is_fine && strcmp(name, "cell") != 0 && strncmp(name, "Task-", 5) != 0;
}

typedef struct NameQuery {
    const ScheduleRun *run;
    uint64_t task;
    const char *name; // of `task`
    uint32_t count;   // tasks of that name
} NameQuery;

static void find_live(Loop *loop, Task *task, void *ctx) {
    (void)loop;
    NameQuery *query = ctx;
    if (task->id == query->task && task->waiter.state != TASK_ENDED) {
        query->name = task_known_name(task);
    }
}

static void count_live(Loop *loop, Task *task, void *ctx) {
    (void)loop;
    NameQuery *query = ctx;
    bool is_of_run =
        task->waiter.state != TASK_ENDED && task->id > query->run->first_task;
    query->count += is_of_run && task_known_name(task) != NULL &&
                    !strcmp(task_known_name(task), query->name);
}

// The name that stands for this task alone, or NULL. Among very many tasks nobody is
// looked for: numbers do.
#define LIVE_MAX 1000u
static const char *unique_name(Loop *loop, const ScheduleRun *run, uint64_t task) {
    NameQuery query = {run, task, NULL, 0};
    for (uint32_t i = 0; i < run->names.count; i++) {
        if (run->names.data[i].task == task) {
            query.name = run->names.data[i].name;
        }
    }
    if (query.name == NULL && loop->tasks.live_count <= LIVE_MAX) {
        task_each(loop, find_live, &query);
    }
    if (query.name == NULL || !is_word(query.name) ||
        run->names.count == SCHEDULE_NAMES_MAX) {
        return NULL;
    }
    for (uint32_t i = 0; i < run->names.count; i++) {
        query.count += strcmp(run->names.data[i].name, query.name) == 0;
    }
    if (loop->tasks.live_count <= LIVE_MAX) {
        task_each(loop, count_live, &query);
    } else {
        query.count = 0;
    }
    return query.count == 1 ? query.name : NULL;
}

static void put_word(Loop *loop, Str *text, const ScheduleRun *run, uint32_t at) {
    const ScheduleChoice *choice = &run->choices.data[at];
    if (choice->task == run->first_task) {
        str_puts(text, "cell");
    } else if (choice->task < run->first_task) {
        str_printf(text, "%u", choice->index);
    } else {
        const char *name = unique_name(loop, run, choice->task);
        if (name != NULL) {
            str_puts(text, name);
        } else {
            str_printf(text, "#%llu",
                       (unsigned long long)(choice->task - run->first_task));
        }
    }
}

static bool is_same(const ScheduleRun *run, uint32_t a, uint32_t b) {
    const ScheduleChoice *x = &run->choices.data[a];
    const ScheduleChoice *y = &run->choices.data[b];
    return x->task == y->task && (x->task >= run->first_task || x->index == y->index);
}

char *loop_schedule_text(Loop *loop, bool *is_cut) {
    // The running cell's, if it has made tasks; a cell that only asks means the last one.
    const ScheduleRun *now = &loop->schedule.now;
    bool is_own = now->choices.count > 0 && loop->last_task_id > now->first_task;
    const ScheduleRun *run =
        is_own || loop->schedule.last.choices.count == 0 ? now : &loop->schedule.last;
    Str text = {0};
    for (uint32_t i = 0; i < run->choices.count;) {
        uint32_t end = i + 1;
        while (end < run->choices.count && is_same(run, i, end)) {
            end++;
        }
        str_puts(&text, i > 0 ? " " : "");
        put_word(loop, &text, run, i);
        if (end - i > 1) {
            str_printf(&text, "*%u", end - i);
        }
        i = end;
    }
    *is_cut = run->is_cut;
    return str_take(&text);
}

// ---------------------------------------------------------------- from text

// One word, without its count. False: it is none.
static bool read_step(const Loop *loop, const char *word, size_t size,
                      ScheduleStep *step) {
    uint64_t first = loop->schedule.now.first_task;
    bool is_number = size > (word[0] == '#') && size < 12;
    for (size_t i = word[0] == '#'; i < size && is_number; i++) {
        is_number = isdigit((unsigned char)word[i]) != 0;
    }
    if (size == 4 && memcmp(word, "cell", 4) == 0) {
        *step = (ScheduleStep){NULL, first, false};
    } else if (word[0] == '#') {
        *step = (ScheduleStep){NULL, first + strtoull(word + 1, NULL, 10), false};
        return is_number;
    } else if (is_number) {
        *step = (ScheduleStep){NULL, strtoull(word, NULL, 10), true};
    } else {
        *step = (ScheduleStep){mem_strndup(word, size), 0, false};
    }
    return true;
}

// "*3" behind a word; 0: it is no count.
static uint32_t read_count(const char *text, size_t size) {
    char *end;
    unsigned long count = size > 1 && size < 8 ? strtoul(text + 1, &end, 10) : 0;
    bool is_whole = count > 0 && end == text + size;
    return is_whole && count <= SCHEDULE_CHOICES_MAX ? (uint32_t)count : 0;
}

static char *read_word(Loop *loop, const char *word, size_t size) {
    Schedule *schedule = &loop->schedule;
    const char *star = memchr(word, '*', size);
    size_t name_size = star != NULL ? (size_t)(star - word) : size;
    uint32_t count = star != NULL ? read_count(star, size - name_size) : 1;
    ScheduleStep step = {0};
    if (name_size == 0 || count == 0 || !read_step(loop, word, name_size, &step)) {
        return mem_printf("`%.*s` is no part of a schedule; it is made of task names, "
                          "`cell`, #3 and numbers, each with *COUNT when it repeats",
                          (int)(size < 40 ? size : 40), word);
    }
    for (uint32_t i = 0; i < count; i++) {
        if (schedule->replay.count == SCHEDULE_CHOICES_MAX) {
            mem_free(step.name);
            return mem_printf("a schedule has at most %u choices", SCHEDULE_CHOICES_MAX);
        }
        ScheduleStep copy = step;
        copy.name = step.name != NULL ? mem_strdup(step.name) : NULL;
        vec_push(schedule->replay, copy);
    }
    mem_free(step.name);
    return NULL;
}

char *loop_schedule_replay(Loop *loop, const char *text) {
    replay_clear(&loop->schedule);
    while (*text != '\0') {
        size_t size = strcspn(text, " \t\"");
        char *wrong = size > 0 ? read_word(loop, text, size) : NULL;
        if (wrong != NULL) {
            replay_clear(&loop->schedule);
            return wrong;
        }
        text += size + (text[size] != '\0');
    }
    return NULL;
}
