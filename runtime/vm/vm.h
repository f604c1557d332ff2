// vm.h: the room's door. A VM holds a session's objects, functions and globals; a Fiber
// is something that can run.
//
// A Fiber is a register stack plus a memory stack (frame.h): a task has one, a generator
// or a coroutine driven by hand has one of its own, linked to whoever resumed it. vm_run
// runs a task's innermost fiber until it stops and says why; it never calls the
// scheduler, never waits, never prints.
//
//     task --> fiber <--resumer-- generator's fiber <--resumer-- ...
//                                                       vm_run runs the last
//
// The C stack never holds language state: a call, an await and a resume push a frame on a
// fiber.
#ifndef VM_VM_H
#define VM_VM_H

#include "base/source.h"
#include "code/proto.h"
#include "vm/value.h"
#include <stdatomic.h>

typedef enum TrapKind {
    TRAP_NONE,
#define TRAP(id, name, code) TRAP_##id,
#include "vm/trap.def"
#undef TRAP
    TRAP_COUNT
} TrapKind;

const char *trap_name(TrapKind kind);

// ---------------------------------------------------------------- objects

typedef enum ObjKind {
    OBJ_FREE,
    OBJ_HEAP,   // malloc, calloc, realloc, strdup: lives until free, or until unreachable
    OBJ_LOCAL,  // a local variable in memory
    OBJ_GLOBAL, // a session variable
    OBJ_STRING, // a string literal
    OBJ_BOX,  // collected memory made by the language (copied struct arguments, gather's
              // results, va areas)
    OBJ_FUNC, // a function: Fn
    OBJ_CORO, // a coroutine object: Coro
    OBJ_TASK, // loop's Task (begins with a Future)
    OBJ_FUTURE, // Future
    OBJ_GEN,    // a generator: Coro with a fiber of its own
    OBJ_ERROR,  // ErrorObj
    OBJ_NATIVE  // a library object with its own NativeClass (FILE, event, lock, queue,
                // loop, ...)
} ObjKind;

// Registered by the library for its handle types.
typedef struct NativeClass {
    const char *name;                     // "FILE", "event"
    size_t size_bytes;                    // of its C struct, zeroed at creation
    void (*finalize)(VM *vm, void *data); // collected or session end; NULL: nothing
    void (*trace)(VM *vm, void *data); // calls vm_mark on the Values it holds; NULL: none
    char *(*describe)(VM *vm,
                      const void *data); // for display; mem_free-able; NULL: its name
} NativeClass;

// A function of the session. Calls go through it, so that redefinition reaches code
// compiled earlier.
typedef struct Fn {
    const Insn *entry; // proto->code, or native code one day
    const Proto *proto;
    const uint64_t *k;    // proto->k
    uint32_t frame_slots; // registers of its frame
    uint32_t fiber_bytes; // of a task's fiber that begins with it; 0: nothing is plain
    uint32_t hotness;
    uint32_t id;
    Ptr self; // its function pointer value
} Fn;

typedef struct Waiter Waiter; // loop's
typedef struct Fiber Fiber;

typedef enum FutureState {
    FUTURE_PENDING,
    FUTURE_DONE,
    FUTURE_FAILED,
    FUTURE_CANCELLED
} FutureState;

// The beginning of everything that can be awaited and is not a coroutine object. AWAIT
// reads it; loop/ changes it.
typedef struct Future {
    Ptr self;
    uint8_t state; // FutureState
    uint8_t is_task;
    uint8_t error_seen; // somebody took the error
    uint8_t has_box;    // result is a pointer to a boxed struct
    float since_s;      // of a task: when it began to wait; loop's
    union {
        Value result; // FUTURE_DONE: the value. FAILED, CANCELLED: Ptr of an OBJ_ERROR
        Fiber *body;  // FUTURE_PENDING: of a task, what will give it; loop's
    };
    Waiter *waiters; // in order of waiting; loop's
} Future;

// A coroutine object or generator.
typedef struct Coro {
    Ptr self;
    const Proto *proto; // the body it began with: redefinition does not change it
    Fiber *fiber;  // its own stack: generators, coroutines driven by hand; NULL before it
                   // runs, or when it runs as part of the awaiting task
    uint8_t state; // CoroState
    bool is_excused; // an error came before it could be awaited: that is told, not this
    Span created;    // where it was made
    Span awaited;    // where it was first awaited (for "awaited twice")
    uint16_t arg_count;
    Value args[]; // until it starts
} Coro;
typedef enum CoroState { CORO_NEW, CORO_RUNNING, CORO_SUSPENDED, CORO_DONE } CoroState;

// How a frame led to the one before it in a traceback.
typedef enum TraceLink {
    TRACE_CALL,   // it called it (or awaited its coroutine as part of the same task)
    TRACE_RESUME, // it resumed the generator, or the coroutine driven by hand
    TRACE_AWAIT   // it awaited the other task, which failed
} TraceLink;

// One frame of a traceback, copied out when a fault or error happens.
typedef struct TraceFrame {
    const Proto *proto;
    TraceLink link;
    Span span;             // what was being executed
    struct TraceVar *vars; // variables in registers then, with their values as text
    uint32_t var_count;
} TraceFrame;

typedef struct TraceVar {
    const char *name;
    char *text; // mem_free-able, bounded
} TraceVar;

// An error on its way through frames, or kept in a failed future. C's view of the
// language's `error`.
typedef struct ErrorObj {
    Ptr self;
    TrapKind kind;
    char *name;      // e.name
    char *message;   // e.message: one line, all the facts
    int code;        // e.code
    int exit_status; // TRAP_EXIT
    Span cause; // TRAP_CANCELLED: the call that asked for it; source 0: not the program
    Ptr name_text, message_text; // as the program's strings, once it asked; 0: not yet
    uint32_t block; // the taskgroup or deadline that takes it at its end (loop/block.h);
                    // 0: none
    bool
        is_copy; // of a failed task's error: the frames of whoever awaited it come behind
    bool cleanup_only; // no catch sees it, only defers: exit(), an interrupt, a generator
                       // being closed
    TraceFrame *frames; // innermost first, at most LIMIT_TRACEBACK_FRAMES * 2 with a gap
                        // counted in skipped
    uint32_t frame_count;
    uint32_t frames_skipped;
    struct ErrorNote {
        Span span;
        char *text;
    } * notes; // "declared here", "freed here", "task made here"
    uint32_t note_count;
    // The tasks it has left, innermost first: frames[..frame_end) are of this one and
    // those before it.
    struct ErrorTask {
        uint32_t frame_end;
        char *name; // NULL: a callback of call_soon and kin
        Span made;
    } * tasks;
    uint32_t task_count;
} ErrorObj;

// ---------------------------------------------------------------- the machine

typedef enum VmSlot { VM_SLOT_LOOP, VM_SLOT_LIB, VM_SLOT_COUNT } VmSlot;

// What is going on: the beginning of every VM, which natives that decide a switch read in
// a few instructions. Changed by vm/ alone.
typedef struct VmNow {
    Fiber *fiber;          // the innermost one, while running
    Fiber *task;           // the outermost one
    Fiber *next;           // that goes on in its place (vm_turn_to); NULL: nobody
    int64_t ticks;         // safepoints that still pass; below 0: a look
    uint64_t slice;        // what ticks began with
    _Atomic uint32_t poke; // reasons to look up at the next safepoint
    bool was_busy; // since the run began: a native has done its work, a slice was used
                   // up, or there was a collection
    void *attached[VM_SLOT_COUNT];
} VmNow;
static inline const VmNow *vm_now(const VM *vm) {
    return (const VmNow *)(const void *)vm;
}

struct NativeDef;

typedef struct VmConfig {
    const struct NativeDef *natives; // number = index; must outlive the VM
    uint32_t native_count;
    size_t heap_limit_bytes;
    void *host; // the spine's pointer, given back by vm_host
    // Roots of the host and of loop/: calls vm_mark for every handle they hold.
    void (*mark_roots)(void *host, VM *vm);
    // An error's fiber has none left to go to: frees loop's part of a task object that is
    // collected.
    void (*finalize_task)(void *host, Future *task);
    // A coroutine object that never started is collected: "built and dropped". NULL:
    // nobody cares.
    void (*never_awaited)(void *host, const Coro *coro);
    // A native returned NATIVE_PENDING inside a coroutine that is driven by hand: next()
    // must come back, so the wait that the native has just registered for the running
    // task becomes a future of its own. NULL: the whole task waits.
    Future *(*detach_wait)(void *host);
} VmConfig;

// NULL when the address space does not hold the object table (1 GiB reserved, not used; a
// ulimit -v).
VM *vm_new(const VmConfig *config);
void vm_destroy(VM **vm);
void *vm_host(const VM *vm);
// The rooms above leave their own state here, so that natives find it: loop_of(vm),
// lib_of(vm).
void vm_attach(VM *vm, VmSlot slot, void *state);
static inline void *vm_attached(const VM *vm, VmSlot slot) {
    return vm_now(vm)->attached[slot];
}

// Resolves the unit's constants, creates or redefines its functions and globals. Cannot
// fail but for the heap limit and for a variable that is extern and defined nowhere: then
// returns false (the error is in vm_trap_take), nothing is changed.
NODISCARD bool vm_link(VM *vm, Unit *unit);
// A cell's body, Unit.entry, has ended and is never run again: it goes.
void vm_forget_entry(VM *vm, const Proto *entry);
Fn *vm_fn(VM *vm, uint32_t fn_id);         // NULL when unknown
Ptr vm_global(VM *vm, uint32_t global_id); // 0 when unknown
// Gives a library variable (stdin, ...) its value: makes the global if the unit did not.
void vm_global_set(VM *vm, uint32_t global_id, uint32_t size_bytes, Value value);

// ---- fibers

// A fiber about to call `fn` with these arguments (registers). `site`: where it was made.
// The caller owns it and gives it back with fiber_destroy. A struct result goes to a new
// box whose pointer is the result.
// NULL after a trap: there is no memory.
Fiber *fiber_new(VM *vm, const Proto *proto, const Value *args, uint32_t arg_count);
// What is made between the two may go LIMIT_HEAP_RESERVE_BYTES past the heap's limit, and
// have numbers that other objects may not.
void vm_open_reserve(VM *vm);
void vm_close_reserve(VM *vm);
void fiber_destroy(VM *vm, Fiber **fiber);
// Marks what the fiber holds (and the fibers it is running inside of).
void fiber_mark(VM *vm, Fiber *fiber);
// Its frames now, innermost first, as for a traceback (await chains of tasks, %ps).
// Caller frees with trace_free.
uint32_t fiber_trace(VM *vm, const Fiber *fiber, TraceFrame **frames);
void trace_free(TraceFrame *frames, uint32_t count);

typedef enum VmStop {
    VM_DONE,    // the fiber's function returned: *result
    VM_FAILED,  // an error nobody caught: *result is the Ptr of its ErrorObj
    VM_AWAIT,   // waits for the Future in vm_awaited(vm) (pending)
    VM_PENDING, // a native returned NATIVE_PENDING: whoever it told will wake the task
    VM_BUDGET,  // the budget is used up; run again later
} VmStop;

// Runs a task's fiber (its innermost resumed one) until it stops; when natives have given
// turns to others (vm_turn_to), the stop is that of the last. budget: back edges and
// calls of each run, 0: no limit.
VmStop vm_run(VM *vm, Fiber *fiber, uint64_t budget, Value *result);
Future *vm_awaited(VM *vm); // after VM_AWAIT
// For a native: the direction of rounding (C17 7.6.3) for everything that programs compute
// from here on. The session's own arithmetic rounds to nearest. False: no such direction.
NODISCARD bool vm_set_rounding(VM *vm, int direction);
// The run that has just ended took microseconds at most: nobody has to look at a clock.
// Bytecode between two safepoints is some dozens of nanoseconds.
#define VM_BRIEF_TICKS 64
static inline bool vm_was_brief(const VM *vm) {
    const VmNow *now = vm_now(vm);
    return !now->was_busy && (int64_t)now->slice - now->ticks <= VM_BRIEF_TICKS;
}

// For a native that is about to wait: may another task go on in the running one's place,
// inside this vm_run?
typedef enum VmTurn {
    TURN_NONE,  // no: what runs is driven by hand, or something else is to be done first
    TURN_BRIEF, // yes, and vm_was_brief
    TURN_LONG   // yes, and maybe not
} VmTurn;
bool vm_is_by_hand(
    VM *vm); // is what runs (part of) a coroutine object that next() drives?
VmTurn vm_turn(VM *vm);
// Most: TURN_BRIEF, told in a few instructions.
static inline bool vm_turn_is_brief(const VM *vm) {
    const VmNow *now = vm_now(vm);
    return now->fiber == now->task && vm_was_brief(vm) &&
           !atomic_load_explicit(&now->poke, memory_order_relaxed);
}
// Then this task's fiber goes on when the native has returned NATIVE_PENDING or
// NATIVE_AGAIN; it has been told what its wait gives, or its wait gives 0.
static inline void vm_turn_to(VM *vm, Fiber *fiber) {
    ((VmNow *)(void *)vm)->next = fiber;
}

// Before the next vm_run of a fiber that stopped with VM_AWAIT or VM_PENDING: what its
// wait gives.
void fiber_resume_value(Fiber *fiber, Value value);
void fiber_resume_error(
    Fiber *fiber, Ptr error); // raises it at the wait; also into one stopped by VM_BUDGET
bool fiber_is_waiting(const Fiber *fiber);

// Asks the running fiber to stop: a KeyboardInterrupt is raised at its next safepoint.
// Any thread, signal handler.
void vm_interrupt(VM *vm);
bool vm_interrupt_pending(const VM *vm);
void vm_interrupt_clear(VM *vm);
// True while vm_run is executing (read from other threads for "is something spinning").
bool vm_is_running(const VM *vm);
Fiber *vm_current(VM *vm); // the task fiber being run, or NULL

// ---- objects, for loop/ and lib/

// The machine address of n readable (writable) bytes at p; NULL after a trap was set with
// its whole message (vm_trap_*). n = 0 checks only that p points into a live object.
const void *vm_read(VM *vm, Ptr p, uint64_t n);
void *vm_write(VM *vm, Ptr p, uint64_t n);
// How many bytes from p to the object's end (0 for anything unusable; sets no trap).
uint64_t vm_extent(VM *vm, Ptr p);
// A zero-terminated string at p: its address and length; NULL after a trap (no terminator
// inside the object, uninitialised bytes, ...). char_bytes: 1, 2 or 4.
const void *vm_read_string(VM *vm, Ptr p, uint32_t char_bytes, uint64_t *length);
// As vm_read, for display: NULL sets no trap.
const void *vm_peek(VM *vm, Ptr p, uint64_t n);
// Copies n bytes as memmove does; uninitialised bytes stay so (memcpy, memmove, qsort,
// realloc). false after a trap.
NODISCARD bool vm_copy(VM *vm, Ptr to, Ptr from, uint64_t n);

// New collected or malloc'ed memory. 0 after a trap (heap limit). zeroed: calloc.
Ptr vm_alloc(VM *vm, ObjKind kind, uint64_t size_bytes, bool zeroed, Span span);
// free(): false after a trap.
NODISCARD bool vm_free(VM *vm, Ptr p);
Ptr vm_realloc(VM *vm, Ptr p, uint64_t size_bytes,
               Span span); // 0 after a trap, or when size does not fit
// A C string in new collected memory.
Ptr vm_string(VM *vm, const char *text, size_t size_bytes);
// The same, which the program may only read.
Ptr vm_const_string(VM *vm, const char *text, size_t size_bytes);

// A library object of a class; its data is zeroed. 0 after a trap.
Ptr vm_native_new(VM *vm, const NativeClass *native_class, void **data);
// The data of p if it is an object of that class, else NULL (sets no trap).
void *vm_native_data(VM *vm, Ptr p, const NativeClass *native_class);
// What a library object is, for display (its class's describe, or the class's name);
// mem_free-able. NULL: none.
char *vm_describe(VM *vm, Ptr p);

// An object around loop's memory (tasks, futures): p's data is what was given. kind
// OBJ_TASK or OBJ_FUTURE.
Ptr vm_future_register(VM *vm, ObjKind kind, Future *future);
void vm_future_release(VM *vm,
                       Future *future); // ends its handle; the memory stays loop's
ObjKind vm_kind(VM *vm, Ptr p);         // OBJ_FREE for anything stale or wild
Future *vm_future(VM *vm, Ptr p);       // of a task or future, else NULL
Coro *vm_coro(VM *vm, Ptr p);           // of a coroutine or generator, else NULL
Fn *vm_func(VM *vm, Ptr p);             // of a function pointer, else NULL
ErrorObj *vm_error(VM *vm, Ptr p);      // else NULL
// Takes the arguments out of an unstarted coroutine to run it elsewhere (create_task): a
// fiber owned by the caller; NULL after a trap (already used).
Fiber *vm_coro_take(VM *vm, Ptr coro);
// The same for a call that was never made a coroutine object. has_box: its result will be
// a struct. NULL after a trap.
Fiber *vm_call_take(VM *vm, Ptr function, const Value *args, uint32_t count,
                    bool *has_box);

// ---- the collector
void vm_mark(VM *vm, Value value); // from mark_roots and trace only
void vm_collect(VM *vm);
// Collects if so many bytes more would pass the limit, unless that was done in vain just
// now. The caller holds no pointer that the program does not hold.
void vm_make_room(VM *vm, uint64_t size_bytes);
// Coroutine objects that have not started: when a cell ends with some, a collection tells
// which were dropped.
uint32_t vm_unstarted(const VM *vm);
typedef struct VmStats {
    uint64_t heap_bytes, heap_objects, locals_bytes, collections;
} VmStats;
VmStats vm_stats(const VM *vm);
// Malloc'ed memory that became unreachable and was reclaimed, summed up by where it was
// allocated.
void vm_each_leak(VM *vm,
                  void (*visit)(void *ctx, Span where, uint64_t count, uint64_t bytes),
                  void *ctx);
// Visits live malloc'ed objects (%memory).
void vm_each_heap_object(VM *vm,
                         void (*visit)(void *ctx, Ptr p, uint64_t size_bytes, Span where,
                                       bool reachable),
                         void *ctx);

// ---- errors
// Sets the trap for the native or instruction that is running; it must then return
// NATIVE_TRAP (NULL, false, 0).
void vm_trap(VM *vm, TrapKind kind, const char *format, ...) PRINTF_LIKE(3, 4);
void vm_trap_note(VM *vm, Span span, const char *format, ...)
    PRINTF_LIKE(3, 4); // hangs a note on it
// An error object not yet thrown (for cancel, set_error): name NULL: the kind's.
Ptr vm_error_new(VM *vm, TrapKind kind, const char *name, int code, const char *format,
                 ...) PRINTF_LIKE(5, 6);
// The same error for one more who awaited what failed: their frames come behind its own,
// and two awaiters do not share a traceback.
Ptr vm_error_copy(VM *vm, Ptr error);
void vm_trap_error(VM *vm, Ptr error); // throws an existing error object from a native
// Takes a trap that was set outside of vm_run (by the spine's or loop's own calls); 0:
// none.
Ptr vm_trap_take(VM *vm);
// Hangs a note on an error object ("task made here").
// The error has left a task by its end (before anyone who awaits the task takes it).
// name: NULL for a callback.
void vm_error_left_task(VM *vm, Ptr error, const char *name, Span made);
void vm_error_note(VM *vm, Ptr error, Span span, const char *format, ...)
    PRINTF_LIKE(4, 5);
// Where the running fiber is: the span of the current instruction.
Span vm_where(VM *vm);
// The same while a native runs; else nowhere.
Span vm_call_where(VM *vm);
// The instruction that stands there: the same twice is the same place. NULL: nothing runs.
const void *vm_at(const VM *vm);
// Where a fiber that is not running stands.
Span fiber_where(VM *vm, const Fiber *fiber);

#endif
