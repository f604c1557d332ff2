// watch.h: the room's door. What a learner is shown of the loop: who waits for whom, what
// held it up, and the notes that come of it.
//
//     loop/ hooks --> watch_blocked, watch_deadlock, ... --> notes, in the cell concerned
//     %ps, %loop, ... --> watch_magic ---------------------> text, in the cell that asks
//
// It looks, and never touches: only %wait, %cancel and a replayed schedule change what
// runs, because they were asked to. A note is shown once for each cause and cell.
#ifndef WATCH_WATCH_H
#define WATCH_WATCH_H

#include "base/source.h"
#include "loop/loop.h"

typedef struct Watch Watch;

typedef struct WatchHooks {
    void *ctx;
    // Prints to the cell, as its program would.
    void (*print)(void *ctx, uint64_t cell, const char *text, size_t size_bytes);
    // A note for the learner. code: its stable name.
    void (*note)(void *ctx, uint64_t cell, const char *code, Span span, const char *text);
    // "In[4]", or the file's name; NULL: unknown.
    const char *(*cell_name)(void *ctx, uint64_t cell);
} WatchHooks;

// hooks is copied; the rest is borrowed and must outlive it.
Watch *watch_new(VM *vm, Loop *loop, const Sources *sources, const WatchHooks *hooks);
void watch_destroy(Watch **watch);

// ---- line magics
// True: the magic is this room's, and done; *error is NULL or what is wrong with it
// (mem_free-able). %wait may have registered a wait for the running task, whose native
// then has to return NATIVE_PENDING.
bool watch_magic(Watch *watch, uint64_t cell, const char *name, const char *args,
                 char **error);
// Their names, NULL-terminated, for completion.
const char *const *watch_magic_names(void);

// ---- what the loop tells (LoopHooks of the same names)
void watch_blocked(Watch *watch, Task *task, Span span, uint64_t held_ns,
                   const char *others);
void watch_running_long(Watch *watch, const Task *task);
void watch_ran_long(Watch *watch, Task *task, uint64_t held_ns, const char *others);
void watch_cancel_swallowed(Watch *watch, Task *task);
void watch_schedule_left(Watch *watch, uint64_t cell, const char *message);
// Hangs on the error who waits for whom, the cycle first.
void watch_deadlock(Watch *watch, Task *task, Ptr error);

// ---- what the spine tells
// A coroutine object was collected and had not begun (VmConfig.never_awaited). Told to
// the learner with watch_tell, since a collection must not call out.
void watch_never_awaited(Watch *watch, const Coro *coro);
// The compiler has warned of this coroutine already: it is not told again.
void watch_never_awaited_known(Watch *watch, Span span);
void watch_tell(Watch *watch);
// A cell begins: do tasks of an earlier run of the same text live on?
void watch_cell_begins(Watch *watch, uint64_t cell);

#endif
