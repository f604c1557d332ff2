// block.h: the blocks of the language that a task is inside of: taskgroup, deadline,
// shield. Inner header of loop/; the program's side is front/check/check_block.c.
//
//     task --blocks--> innermost --outer--> ... --outer--> outermost
//
// A block that has ended its waits (a deadline that passed, a group one of whose tasks
// failed) is a cancellation of its own: while the task is inside, every wait throws, with
// an error that carries the block's number, and the block takes exactly that error at its
// end. The cancellation of the whole task is the same for everything the task does. Of
// several that apply the widest is thrown: so of nested deadlines the earliest wins, and
// of two that passed together the outer one. A shield hides what lies outside of it.
#ifndef LOOP_BLOCK_H
#define LOOP_BLOCK_H

#include "loop/future.h"

typedef enum BlockKind { BLOCK_SHIELD, BLOCK_TASKGROUP, BLOCK_DEADLINE } BlockKind;

struct Block {
    Block *outer;
    Task *task; // that is inside; NULL: it has ended without leaving the block
    uint32_t number;
    uint8_t kind; // BlockKind
    bool ends_waits;
    bool is_leaving; // a taskgroup at its brace: what the task waits for is the group
};

// What the task's waits throw now: a new error, or 0.
Ptr block_wait_error(Loop *loop, const Task *task);
// The task has held the loop, by a plain wait or by computing: its own deadlines that
// passed meanwhile end the next wait, whoever else is before them in the queue.
void block_end_passed(Loop *loop, Task *task);
bool block_is_shielded(const Task *task);
// Does the error say that a wait was ended, by cancel() or by a block?
bool block_is_cancellation(Loop *loop, Ptr error);
// If it is what a taskgroup's brace waits for: its tasks are cancelled.
void block_abort_group(Loop *loop, Future *future);
// The task ends: timers go, the tasks of its groups are cancelled.
void block_drop_all(Loop *loop, Task *task);
// The session ends: frees the blocks that are no operations.
void block_free_all(Loop *loop, Task *task, void *ctx);

#endif
