// completed.c: as_completed: futures that are done in the order in which the parts are.
//
// Enters: awaitables. Leaves: as many futures, in an array: when a part is done, the
// first of the futures that nobody has finished takes its outcome. Always holds: the
// operation lives until its last part is done; a future that the program cancels is
// passed over, its outcome goes to the next one.
//
// Read next: gather.c, the other operations; future.h.
#include "loop/sched.h"

#include <assert.h>

typedef struct CompletedPart {
    CallWaiter call;
    struct Completed *completed;
} CompletedPart;

typedef struct Completed {
    Operation op; // its future: done when all are; nobody sees it
    uint32_t count;
    uint32_t left;     // parts not yet seen done
    uint32_t next;     // all futures before this one are done
    Future **outcomes; // count; behind the parts, in the same block
    CompletedPart parts[];
} Completed;

static bool completed_cancel(Loop *loop, Operation *op, FutureList *parts) {
    (void)loop;
    (void)op;
    (void)parts;
    return false; // nobody has its future
}

static void completed_mark(VM *vm, Operation *op) {
    const Completed *completed = (Completed *)(void *)op;
    for (uint32_t i = 0; i < completed->count; i++) {
        vm_mark(vm, (Value){.p = completed->outcomes[i]->self});
        if (completed->parts[i].call.future != NULL) {
            vm_mark(vm, (Value){.p = completed->parts[i].call.future->self});
        }
    }
}

static const OperationKind completed_kind = {"as_completed", completed_cancel, NULL,
                                             completed_mark, NULL};

static void completed_part_done(Loop *loop, CallWaiter *waiter) {
    Completed *completed = ((CompletedPart *)(void *)waiter)->completed;
    Future *part = waiter->future;
    part->error_seen = 1; // it is the outcome's now
    while (completed->next < completed->count &&
           completed->outcomes[completed->next]->state != FUTURE_PENDING) {
        completed->next++;
    }
    if (completed->next < completed->count) {
        future_copy_outcome(loop, completed->outcomes[completed->next], part);
    }
    completed->left--;
    if (completed->left == 0) {
        operation_destroy(loop, &completed->op);
    }
}

// The futures, in a box; 0 after a trap.
static Ptr make_outcomes(Loop *loop, Completed *completed, uint32_t count) {
    uint64_t size_bytes = count * sizeof(Ptr);
    for (uint32_t i = 0; i < count; i++) {
        Future *outcome = loop_future_new(loop);
        if (outcome == NULL) {
            return 0;
        }
        completed->outcomes[completed->count++] = outcome;
    }
    Ptr box = vm_alloc(loop->vm, OBJ_BOX, size_bytes > 0 ? size_bytes : 1, true,
                       vm_where(loop->vm));
    Ptr *handles = box != 0 && count > 0 ? vm_write(loop->vm, box, size_bytes) : NULL;
    for (uint32_t i = 0; i < count && handles != NULL; i++) {
        handles[i] = completed->outcomes[i]->self;
    }
    return box;
}

Ptr loop_as_completed(Loop *loop, const Ptr *awaitables, uint32_t count) {
    size_t part_bytes = sizeof(CompletedPart) + sizeof(Future *);
    Completed *completed =
        operation_new(loop, &completed_kind, sizeof *completed + count * part_bytes);
    if (completed == NULL) {
        return 0;
    }
    completed->outcomes = (Future **)(void *)(completed->parts + count);
    Ptr box = make_outcomes(loop, completed, count);
    for (uint32_t i = 0; i < count && box != 0; i++) {
        // A coroutine that becomes a task may make the collector run.
        Future *part = future_from_awaitable(loop, awaitables[i]);
        if (part == NULL) { // the others go on without us
            box = 0;
            break;
        }
        completed->parts[i].completed = completed;
        completed->left++;
        future_call_when_done(loop, part, &completed->parts[i].call, completed_part_done);
    }
    if (box == 0 || count == 0) {
        for (uint32_t i = 0; i < completed->left; i++) {
            future_forget_call(loop, &completed->parts[i].call);
        }
        operation_destroy(loop, &completed->op);
    }
    return box;
}
