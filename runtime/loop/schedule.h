// schedule.h: the schedule of a cell: each time that more than one task was ready, which
// of them ran. Inner header of loop/.
//
//     ready: cell A B -> A      ready: B cell -> cell      as text: "A cell ..."
//
// A run is made of these choices and of nothing else that varies, so the text is the run:
// replayed, it does the same again. A learner may write one by hand.
#ifndef LOOP_SCHEDULE_H
#define LOOP_SCHEDULE_H

#include "loop/task.h"

// How many choices of a cell are kept.
#define SCHEDULE_CHOICES_MAX 4096u
// How many names of ended tasks are kept for the text.
#define SCHEDULE_NAMES_MAX 256u

typedef struct ScheduleChoice {
    uint32_t index; // in the ready queue
    uint64_t task;  // its id; 0: a callback of the loop's own
} ScheduleChoice;

typedef struct ScheduleName {
    uint64_t task;
    char *name; // as the program gave it
} ScheduleName;

typedef struct ScheduleRun {
    uint64_t cell;
    uint64_t first_task; // id of the cell's own task
    bool is_cut;
    VEC(ScheduleChoice) choices;
    VEC(ScheduleName) names;
} ScheduleRun;

typedef struct ScheduleStep {
    char *name;      // of the task; NULL: see `number`
    uint64_t number; // is_index: the place in the queue; else the task's id
    bool is_index;
} ScheduleStep;

typedef struct Schedule {
    ScheduleRun now, last;
    VEC(ScheduleStep) replay;
    uint32_t replay_at;
} Schedule;

// The task of a cell is about to be scheduled.
void schedule_begin(Loop *loop, const Task *task);
void schedule_task_ended(Loop *loop, const Task *task);
// Which of the ready ones, of which there is more than one, is next: its place in the
// queue.
uint32_t schedule_choose(Loop *loop);
void schedule_deinit(Schedule *schedule);

#endif
