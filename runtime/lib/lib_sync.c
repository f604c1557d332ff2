// lib_sync.c: locks, events, conditions, semaphores and barriers, by asyncio's names.
//
// Enters: handles. Leaves: their state changed, the calling task made to wait. The rules
// are loop/sync.c's; this file translates, and says what misuse is in asyncio's errors:
// RuntimeError for a lock that nobody has, ValueError for a bounded semaphore that is
// released too often. Always holds: a call that waits makes the calling task wait and no
// other, under `await` or not.
//
// Read next: loop/sync.h; lib_queue.c; include/async_sync.h for how a program sees it.
#include "lib/lib_async.h"
#include "loop/sync.h"

// ---------------------------------------------------------------- the objects

static void condition_trace(VM *vm, void *data) {
    const Condition *condition = data;
    vm_mark(vm, (Value){.p = condition->lock->sync.self});
}

static void barrier_finalize(VM *vm, void *data) {
    (void)vm;
    barrier_deinit(data);
}

// ", 2 tasks wait"
static void put_waiting(Str *out, uint32_t waiting) {
    if (waiting > 0) {
        str_printf(out, ", %u task%s", waiting, waiting == 1 ? " waits" : "s wait");
    }
}

static char *lock_describe(VM *vm, const void *data) {
    (void)vm;
    const Lock *lock = data;
    Str out = {0};
    str_printf(&out, "<lock, %s", lock->is_locked ? "locked" : "unlocked");
    put_waiting(&out, lock->sync.waiting);
    str_puts(&out, ">");
    return str_take(&out);
}

static char *event_describe(VM *vm, const void *data) {
    (void)vm;
    const Event *event = data;
    Str out = {0};
    str_printf(&out, "<event, %s", event->is_set ? "set" : "not set");
    put_waiting(&out, event->sync.waiting);
    str_puts(&out, ">");
    return str_take(&out);
}

static char *condition_describe(VM *vm, const void *data) {
    (void)vm;
    const Condition *condition = data;
    Str out = {0};
    str_printf(&out, "<condition, %s",
               condition->lock->is_locked ? "locked" : "unlocked");
    put_waiting(&out, condition->sync.waiting);
    str_puts(&out, ">");
    return str_take(&out);
}

static char *semaphore_describe(VM *vm, const void *data) {
    (void)vm;
    const Semaphore *semaphore = data;
    Str out = {0};
    str_printf(&out, "<semaphore, value %lld", (long long)semaphore->value);
    put_waiting(&out, semaphore->sync.waiting);
    str_puts(&out, ">");
    return str_take(&out);
}

static const char *const barrier_states[] = {"filling", "draining", "resetting",
                                             "broken"};

static char *barrier_describe(VM *vm, const void *data) {
    (void)vm;
    const Barrier *barrier = data;
    return mem_printf("<barrier, %s, %lld of %lld>", barrier_states[barrier->state],
                      (long long)(barrier->state == FILLING ? barrier->count : 0),
                      (long long)barrier->parties);
}

static const NativeClass lock_class = {
    .name = "lock", .size_bytes = sizeof(Lock), .describe = lock_describe};
static const NativeClass event_class = {
    .name = "event", .size_bytes = sizeof(Event), .describe = event_describe};
static const NativeClass condition_class = {.name = "condition",
                                            .size_bytes = sizeof(Condition),
                                            .trace = condition_trace,
                                            .describe = condition_describe};
static const NativeClass semaphore_class = {
    .name = "semaphore", .size_bytes = sizeof(Semaphore), .describe = semaphore_describe};
static const NativeClass barrier_class = {.name = "barrier",
                                          .size_bytes = sizeof(Barrier),
                                          .finalize = barrier_finalize,
                                          .describe = barrier_describe};

// The object of a class in argument i; NULL after a trap.
static void *sync_arg(NativeCall *call, uint32_t i, const NativeClass *class) {
    Ptr p = (Ptr)call->args[i].p;
    void *data = vm_native_data(call->vm, p, class);
    if (data == NULL) {
        vm_trap(call->vm, p == 0 ? TRAP_NULL_POINTER : TRAP_VALUE,
                p == 0 ? "argument %u is a null handle: `new_%s` makes one"
                       : "argument %u is no %s",
                i + 1, class->name);
    }
    return data;
}

static NativeResult trap_runtime(NativeCall *call, const char *message) {
    vm_trap(call->vm, TRAP_RUNTIME, "%s", message);
    return NATIVE_TRAP;
}

// What a call that may wait comes to.
static NativeResult done_or_wait(NativeCall *call, bool is_done) {
    if (is_done) {
        return done_int(call, 1);
    }
    loop_hand_over(lib_here(call)->loop);
    return NATIVE_PENDING;
}

// ---------------------------------------------------------------- lock

NativeResult lib_new_lock(NativeCall *call) {
    void *data;
    Ptr p = vm_native_new(call->vm, &lock_class, &data);
    if (p == 0) {
        return NATIVE_TRAP;
    }
    lock_init(data, p);
    return done_ptr(call, p);
}

NativeResult lib_lock_acquire(NativeCall *call) {
    Lock *lock = sync_arg(call, 0, &lock_class);
    if (lock == NULL) {
        return NATIVE_TRAP;
    }
    return done_or_wait(call, lock_acquire(lib_here(call)->loop, lock));
}

// asyncio lets anybody release; it is nearly always a mistake.
static void note_foreign_release(NativeCall *call, const Lock *lock) {
    Lib *lib = lib_here(call);
    Task *running = loop_current(lib->loop);
    Task *owner = sync_owner(&lock->sync);
    if (owner == NULL || owner == running || lib->hooks.note == NULL) {
        return;
    }
    char *text =
        mem_printf("task \"%s\" releases a lock that task \"%s\" has acquired: another "
                   "task may now enter while \"%s\" still believes that it is alone",
                   task_name(running), task_name(owner), task_name(owner));
    lib->hooks.note(lib->hooks.ctx, lib_cell(lib), vm_where(call->vm), text);
    mem_free(text);
}

static NativeResult release_lock(NativeCall *call, Lock *lock) {
    note_foreign_release(call, lock);
    if (!lock_release(lib_here(call)->loop, lock)) {
        return trap_runtime(call, "Lock is not acquired: nobody holds the lock that this "
                                  "releases");
    }
    return done();
}

NativeResult lib_lock_release(NativeCall *call) {
    Lock *lock = sync_arg(call, 0, &lock_class);
    return lock != NULL ? release_lock(call, lock) : NATIVE_TRAP;
}

NativeResult lib_lock_locked(NativeCall *call) {
    const Lock *lock = sync_arg(call, 0, &lock_class);
    return lock != NULL ? done_int(call, lock->is_locked) : NATIVE_TRAP;
}

// ---------------------------------------------------------------- event

NativeResult lib_new_event(NativeCall *call) {
    void *data;
    Ptr p = vm_native_new(call->vm, &event_class, &data);
    if (p == 0) {
        return NATIVE_TRAP;
    }
    event_init(data, p);
    return done_ptr(call, p);
}

NativeResult lib_event_set(NativeCall *call) {
    Event *event = sync_arg(call, 0, &event_class);
    if (event == NULL) {
        return NATIVE_TRAP;
    }
    event_set(lib_here(call)->loop, event);
    return done();
}

NativeResult lib_event_clear(NativeCall *call) {
    Event *event = sync_arg(call, 0, &event_class);
    if (event == NULL) {
        return NATIVE_TRAP;
    }
    event->is_set = false;
    return done();
}

NativeResult lib_event_is_set(NativeCall *call) {
    const Event *event = sync_arg(call, 0, &event_class);
    return event != NULL ? done_int(call, event->is_set) : NATIVE_TRAP;
}

NativeResult lib_event_wait(NativeCall *call) {
    Event *event = sync_arg(call, 0, &event_class);
    if (event == NULL) {
        return NATIVE_TRAP;
    }
    return done_or_wait(call, event_wait(lib_here(call)->loop, event));
}

// ---------------------------------------------------------------- condition

// new_condition(), new_condition(lock)
NativeResult lib_new_condition(NativeCall *call) {
    if (call->arg_count == 0 && lib_new_lock(call) == NATIVE_TRAP) {
        return NATIVE_TRAP; // its own lock is now in args[0]
    }
    Lock *lock = sync_arg(call, 0, &lock_class);
    if (lock == NULL) {
        return NATIVE_TRAP;
    }
    void *data;
    Ptr p = vm_native_new(call->vm, &condition_class, &data);
    if (p == 0) {
        return NATIVE_TRAP;
    }
    condition_init(data, lock, p);
    return done_ptr(call, p);
}

NativeResult lib_condition_acquire(NativeCall *call) {
    Condition *condition = sync_arg(call, 0, &condition_class);
    if (condition == NULL) {
        return NATIVE_TRAP;
    }
    return done_or_wait(call, lock_acquire(lib_here(call)->loop, condition->lock));
}

NativeResult lib_condition_release(NativeCall *call) {
    Condition *condition = sync_arg(call, 0, &condition_class);
    return condition != NULL ? release_lock(call, condition->lock) : NATIVE_TRAP;
}

NativeResult lib_condition_locked(NativeCall *call) {
    const Condition *condition = sync_arg(call, 0, &condition_class);
    return condition != NULL ? done_int(call, condition->lock->is_locked) : NATIVE_TRAP;
}

NativeResult lib_condition_wait(NativeCall *call) {
    Condition *condition = sync_arg(call, 0, &condition_class);
    if (condition == NULL) {
        return NATIVE_TRAP;
    }
    if (!condition->lock->is_locked) {
        return trap_runtime(call,
                            "cannot wait on un-acquired lock: acquire the condition "
                            "before you wait for it");
    }
    condition_wait(lib_here(call)->loop, condition);
    return NATIVE_PENDING;
}

static NativeResult notify(NativeCall *call, uint64_t count) {
    Condition *condition = sync_arg(call, 0, &condition_class);
    if (condition == NULL) {
        return NATIVE_TRAP;
    }
    if (!condition->lock->is_locked) {
        return trap_runtime(call,
                            "cannot notify on un-acquired lock: acquire the condition "
                            "before you notify");
    }
    condition_notify(lib_here(call)->loop, condition, count);
    return done();
}

// notify(condition), notify(condition, count)
NativeResult lib_condition_notify(NativeCall *call) {
    int64_t count = call->arg_count > 1 ? call->args[1].i : 1;
    return notify(call, count > 0 ? (uint64_t)count : 0);
}

NativeResult lib_condition_notify_all(NativeCall *call) {
    return notify(call, UINT64_MAX);
}

// ---------------------------------------------------------------- semaphore

static NativeResult new_semaphore(NativeCall *call, bool is_bounded) {
    int64_t value = call->arg_count > 0 ? call->args[0].i : 1;
    if (value < 0) {
        vm_trap(call->vm, TRAP_VALUE,
                "Semaphore initial value must be >= 0, and this is %lld",
                (long long)value);
        return NATIVE_TRAP;
    }
    void *data;
    Ptr p = vm_native_new(call->vm, &semaphore_class, &data);
    if (p == 0) {
        return NATIVE_TRAP;
    }
    semaphore_init(data, value, is_bounded, p);
    return done_ptr(call, p);
}

NativeResult lib_new_semaphore(NativeCall *call) {
    return new_semaphore(call, false);
}

NativeResult lib_new_bounded_semaphore(NativeCall *call) {
    return new_semaphore(call, true);
}

NativeResult lib_semaphore_acquire(NativeCall *call) {
    Semaphore *semaphore = sync_arg(call, 0, &semaphore_class);
    if (semaphore == NULL) {
        return NATIVE_TRAP;
    }
    return done_or_wait(call, semaphore_acquire(lib_here(call)->loop, semaphore));
}

NativeResult lib_semaphore_release(NativeCall *call) {
    Semaphore *semaphore = sync_arg(call, 0, &semaphore_class);
    if (semaphore == NULL) {
        return NATIVE_TRAP;
    }
    if (!semaphore_release(lib_here(call)->loop, semaphore)) {
        vm_trap(call->vm, TRAP_VALUE,
                "BoundedSemaphore released too many times: its value is %lld already, "
                "as at the beginning",
                (long long)semaphore->value);
        return NATIVE_TRAP;
    }
    return done();
}

NativeResult lib_semaphore_locked(NativeCall *call) {
    const Semaphore *semaphore = sync_arg(call, 0, &semaphore_class);
    return semaphore != NULL ? done_int(call, semaphore_locked(semaphore)) : NATIVE_TRAP;
}

NativeResult lib_semaphore_value(NativeCall *call) {
    const Semaphore *semaphore = sync_arg(call, 0, &semaphore_class);
    return semaphore != NULL ? done_int(call, semaphore->value) : NATIVE_TRAP;
}

// ---------------------------------------------------------------- barrier

NativeResult lib_new_barrier(NativeCall *call) {
    int64_t parties = call->args[0].i;
    if (parties < 1) {
        vm_trap(call->vm, TRAP_VALUE, "parties must be > 0, and this is %lld",
                (long long)parties);
        return NATIVE_TRAP;
    }
    void *data;
    Ptr p = vm_native_new(call->vm, &barrier_class, &data);
    if (p == 0) {
        return NATIVE_TRAP;
    }
    barrier_init(data, parties, p);
    return done_ptr(call, p);
}

NativeResult lib_barrier_wait(NativeCall *call) {
    Barrier *barrier = sync_arg(call, 0, &barrier_class);
    if (barrier == NULL) {
        return NATIVE_TRAP;
    }
    Loop *loop = lib_here(call)->loop;
    int64_t index = 0;
    switch (barrier_wait(loop, barrier, &index)) {
    case BARRIER_THROUGH:
        return done_int(call, index);
    case BARRIER_WAITS:
        return NATIVE_PENDING;
    case BARRIER_IS_BROKEN:
        break;
    }
    vm_trap_error(call->vm, barrier_error(loop, "the barrier was aborted"));
    return NATIVE_TRAP;
}

NativeResult lib_barrier_reset(NativeCall *call) {
    Barrier *barrier = sync_arg(call, 0, &barrier_class);
    if (barrier == NULL) {
        return NATIVE_TRAP;
    }
    barrier_reset(lib_here(call)->loop, barrier);
    return done();
}

NativeResult lib_barrier_abort(NativeCall *call) {
    Barrier *barrier = sync_arg(call, 0, &barrier_class);
    if (barrier == NULL) {
        return NATIVE_TRAP;
    }
    barrier_abort(lib_here(call)->loop, barrier);
    return done();
}

NativeResult lib_barrier_parties(NativeCall *call) {
    const Barrier *barrier = sync_arg(call, 0, &barrier_class);
    return barrier != NULL ? done_int(call, barrier->parties) : NATIVE_TRAP;
}

NativeResult lib_barrier_n_waiting(NativeCall *call) {
    const Barrier *barrier = sync_arg(call, 0, &barrier_class);
    return barrier != NULL
               ? done_int(call, barrier->state == FILLING ? barrier->count : 0)
               : NATIVE_TRAP;
}

NativeResult lib_barrier_broken(NativeCall *call) {
    const Barrier *barrier = sync_arg(call, 0, &barrier_class);
    return barrier != NULL ? done_int(call, barrier->state == BROKEN) : NATIVE_TRAP;
}
