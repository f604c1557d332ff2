// trap.c: errors: how they are made, how they travel.
//
// A fault, a throw and a failed await all come here as vm->trap and leave either at a
// handler of some frame (the fiber's saved state is then the handler's) or at the end of
// the task. On the way every frame's locals end. Between fibers an error follows the
// resumer links: what a generator does not catch, whoever resumed it gets.
//
//     vm_trap ---> vm->trap ---trap_raise---> handler in this frame? --yes--> go on
//     there, error in its slot
//                                                   | no: end its locals, pop it
//                                                   v
//                                             caller's frame ... bottom --resumer?--> its
//                                             frames ... --none--> VM_FAILED
//
// The traceback is taken before anything is popped. An error that leaves a failed task is
// copied for each awaiter, with the awaiter's frames behind the task's own, so that two
// awaiters do not write into one traceback. Read trace.c for how frames are read.
#include "vm/trap.h"

#include "base/limits.h"
#include "vm/fault.h"
#include "vm/gc.h"
#include "vm/ops.h"
#include "vm/trace.h"
#include <assert.h>
#include <stdio.h>

typedef struct TrapInfo {
    const char *name;
    int code;
} TrapInfo;

static const TrapInfo infos[TRAP_COUNT] = {
    [TRAP_NONE] = {"", 0},
#define TRAP(id, name, code) [TRAP_##id] = {name, code},
#include "vm/trap.def"
#undef TRAP
};

const char *trap_name(TrapKind kind) {
    assert((uint32_t)kind < TRAP_COUNT);
    return infos[kind].name;
}

// ---------------------------------------------------------------- error objects

ErrorObj *trap_new_error(VM *vm, TrapKind kind, const char *name) {
    assert(kind > TRAP_NONE && kind < TRAP_COUNT);
    uint32_t index = object_take_id(&vm->objects, POOL_ERRORS);
    assert(index); // thousands are kept back, and a collection was asked for when the
                   // others ran out
    ErrorObj *error = mem_alloc(sizeof *error);
    error->self = object_begin(&vm->objects, index, OBJ_ERROR, error, 0, true);
    error->kind = kind;
    error->name = mem_strdup(name ? name : infos[kind].name);
    error->code = infos[kind].code;
    error->cleanup_only = kind == TRAP_EXIT || kind == TRAP_INTERRUPT;
    vm->heap.allocated_bytes += sizeof *error; // errors in a loop are garbage that counts
    return error;
}

void trap_error_deinit(ErrorObj *error) {
    mem_free(error->name);
    mem_free(error->message);
    trace_free(error->frames, error->frame_count);
    for (uint32_t i = 0; i < error->note_count; i++)
        mem_free(error->notes[i].text);
    mem_free(error->notes);
    for (uint32_t i = 0; i < error->task_count; i++)
        mem_free(error->tasks[i].name);
    mem_free(error->tasks);
    mem_free(error);
}

// Most messages fit the buffer: one pass, one allocation.
static char *format_text(const char *format, va_list args) {
    char buf[256];
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(buf, sizeof buf, format, args);
    char *text;
    if (length >= 0 && (size_t)length < sizeof buf) {
        text = mem_strndup(buf, (size_t)length);
    } else {
        size_t bytes = length < 0 ? 1 : (size_t)length + 1;
        text = mem_alloc(bytes);
        if (length > 0)
            vsnprintf(text, bytes, format, again);
    }
    va_end(again);
    return text;
}

void trap_vset(VM *vm, TrapKind kind, const char *format, va_list args) {
    ErrorObj *error = trap_new_error(vm, kind, NULL);
    error->message = format_text(format, args);
    vm->trap = error;
}

void vm_trap(VM *vm, TrapKind kind, const char *format, ...) {
    va_list args;
    va_start(args, format);
    trap_vset(vm, kind, format, args);
    va_end(args);
}

static void add_note(ErrorObj *error, Span span, char *text) {
    error->notes =
        mem_resize(error->notes, (error->note_count + 1) * sizeof *error->notes);
    error->notes[error->note_count].span = span;
    error->notes[error->note_count++].text = text;
}

// Chains of tasks may be longer than a traceback is.
static void add_task(ErrorObj *error, struct ErrorTask task) {
    if (error->task_count == 2 * LIMIT_TRACEBACK_FRAMES) {
        mem_free(task.name);
        return;
    }
    error->tasks =
        mem_resize(error->tasks, (error->task_count + 1) * sizeof *error->tasks);
    error->tasks[error->task_count++] = task;
}

void vm_error_left_task(VM *vm, Ptr p, const char *name, Span made) {
    ErrorObj *error = vm_error(vm, p);
    if (error)
        add_task(error, (struct ErrorTask){error->frame_count,
                                           name ? mem_strdup(name) : NULL, made});
}

void vm_trap_note(VM *vm, Span span, const char *format, ...) {
    if (!vm->trap)
        return;
    va_list args;
    va_start(args, format);
    add_note(vm->trap, span, format_text(format, args));
    va_end(args);
}

void vm_error_note(VM *vm, Ptr p, Span span, const char *format, ...) {
    ErrorObj *error = vm_error(vm, p);
    if (!error)
        return;
    va_list args;
    va_start(args, format);
    add_note(error, span, format_text(format, args));
    va_end(args);
}

Ptr vm_error_new(VM *vm, TrapKind kind, const char *name, int code, const char *format,
                 ...) {
    ErrorObj *error = trap_new_error(vm, kind, name);
    if (code)
        error->code = code;
    va_list args;
    va_start(args, format);
    error->message = format_text(format, args);
    va_end(args);
    return error->self;
}

void vm_trap_error(VM *vm, Ptr p) {
    ErrorObj *error = vm_error(vm, p);
    if (error)
        vm->trap = error;
    else
        vm_trap(vm, TRAP_RUNTIME, "an error was thrown that no longer exists");
}

Ptr vm_trap_take(VM *vm) {
    Ptr p = vm->trap ? vm->trap->self : 0;
    vm->trap = NULL;
    return p;
}

// A copy for one awaiter; trap_raise puts its frames behind those of the task.
static ErrorObj *copy_error(VM *vm, const ErrorObj *from) {
    ErrorObj *error = trap_new_error(vm, from->kind, from->name);
    error->message = mem_strdup(from->message ? from->message : "");
    error->code = from->code;
    error->exit_status = from->exit_status;
    error->cause = from->cause;
    error->cleanup_only = from->cleanup_only;
    error->is_copy = true;
    error->frames = trace_copy(from->frames, from->frame_count);
    error->frame_count = from->frame_count;
    error->frames_skipped = from->frames_skipped;
    for (uint32_t i = 0; i < from->note_count; i++)
        add_note(error, from->notes[i].span, mem_strdup(from->notes[i].text));
    for (uint32_t i = 0; i < from->task_count; i++) {
        const struct ErrorTask *task = &from->tasks[i];
        add_task(error, (struct ErrorTask){task->frame_end,
                                           task->name ? mem_strdup(task->name) : NULL,
                                           task->made});
    }
    return error;
}

Ptr vm_error_copy(VM *vm, Ptr p) {
    const ErrorObj *error = vm_error(vm, p);
    return error ? copy_error(vm, error)->self : p;
}

void trap_from_future(VM *vm, Future *future) {
    assert(future->state == FUTURE_FAILED || future->state == FUTURE_CANCELLED);
    future->error_seen = 1;
    const ErrorObj *error = vm_error(vm, future->result.p);
    if (error)
        vm->trap = copy_error(vm, error);
    else if (future->state == FUTURE_CANCELLED)
        vm_trap(vm, TRAP_CANCELLED, "what this awaits was cancelled");
    else
        vm_trap(vm, TRAP_RUNTIME, "what this awaits has failed");
}

// An error that has frames already was thrown in another task and may be awaited by many:
// each takes a copy, so that each puts its own frames behind those of the task.
void trap_resumed(VM *vm, Ptr p) {
    const ErrorObj *error = vm_error(vm, p);
    if (error && (error->frame_count || error->task_count))
        vm->trap = copy_error(vm, error);
    else
        vm_trap_error(vm, p);
}

// ---------------------------------------------------------------- places

static const LineEntry *line_of(const Proto *proto, uint32_t index) {
    uint32_t low = 0, high = proto->line_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (proto->lines[middle].pc <= index)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? &proto->lines[low - 1] : NULL;
}

Span trap_span(const Proto *proto, uint32_t index) {
    const LineEntry *line = line_of(proto, index);
    return line ? line->span : proto->span;
}

bool trap_copies_byte(const Proto *proto, uint32_t index) {
    const LineEntry *line = line_of(proto, index);
    return line && line->copies_byte;
}

static Span where_of(VM *vm, const Fiber *fiber) {
    WhereEntry *entry = &vm->where_cache[((uintptr_t)fiber->pc >> 3) % WHERE_CACHE];
    if (entry->pc != fiber->pc) {
        const Proto *proto = k_proto(fiber->k);
        entry->pc = fiber->pc;
        entry->span =
            trap_span(proto, pc_index(proto, fiber->pc, fiber_pc_is_next(fiber)));
    }
    return entry->span;
}

const void *vm_at(const VM *vm) {
    return vm->now.fiber ? vm->now.fiber->pc : NULL;
}

Span vm_where(VM *vm) {
    return vm->now.fiber ? where_of(vm, vm->now.fiber) : (Span){0};
}

Span vm_call_where(VM *vm) {
    return vm->native ? vm_where(vm) : (Span){0};
}

Span fiber_where(VM *vm, const Fiber *fiber) {
    while (fiber->resumed)
        fiber = fiber->resumed;
    return where_of(vm, fiber);
}

// A parameter of a call compiled in place may share its argument's register; it stands
// behind that in the table.
const VarEntry *trap_var_of(const Proto *proto, uint32_t index, uint32_t slot) {
    for (uint32_t i = proto->var_count; i-- > 0;) {
        const VarEntry *var = &proto->vars[i];
        if (var->slot == slot && index >= var->pc_begin && index < var->pc_end)
            return var;
    }
    return NULL;
}

// ---------------------------------------------------------------- unwinding

// Errors that are part of ordinary control flow: nobody looks at the variables of their
// frames.
static bool wants_vars(TrapKind kind) {
    return kind != TRAP_STOP_ITERATION && kind != TRAP_CANCELLED &&
           kind != TRAP_TIMEOUT && kind != TRAP_EXIT;
}

// Takes `more` over. What does not fit any more is counted.
static void append_frames(ErrorObj *error, TraceFrame *more, uint32_t count) {
    uint32_t max = 2 * LIMIT_TRACEBACK_FRAMES;
    uint32_t room = max - (error->frame_count < max ? error->frame_count : max);
    uint32_t keep = count < room ? count : room;
    if (count)
        more[0].link = TRACE_AWAIT;
    if (keep) {
        error->frames =
            mem_resize(error->frames, (error->frame_count + keep) * sizeof(TraceFrame));
        memcpy(error->frames + error->frame_count, more, keep * sizeof(TraceFrame));
        error->frame_count += keep;
    }
    for (uint32_t i = keep; i < count; i++) {
        for (uint32_t v = 0; v < more[i].var_count; v++)
            mem_free(more[i].vars[v].text);
        mem_free(more[i].vars);
    }
    error->frames_skipped += count - keep;
    mem_free(more);
}

// An error that has its frames already keeps them: it is thrown again.
static void fill_traceback(VM *vm, ErrorObj *error) {
    if (error->frame_count && !error->is_copy)
        return;
    TraceFrame *frames;
    uint32_t skipped;
    uint32_t count =
        trace_take(vm, vm->now.fiber, wants_vars(error->kind), &frames, &skipped);
    if (error->frame_count) {
        append_frames(error, frames, count);
        error->frames_skipped += skipped;
    } else {
        error->frames = frames;
        error->frame_count = count;
        error->frames_skipped = skipped;
    }
    error->is_copy = false;
}

// The innermost handler around the instruction that the newest frame is in.
static const Handler *find_handler(const Fiber *fiber, const ErrorObj *error) {
    if (fiber->state == FIBER_NEW)
        return NULL; // cancelled before it began
    const Proto *proto = k_proto(fiber->k);
    uint32_t index = pc_index(proto, fiber->pc, fiber_pc_is_next(fiber));
    for (uint32_t i = 0; i < proto->handler_count; i++) {
        const Handler *handler = &proto->handlers[i];
        if (index < handler->pc_begin || index >= handler->pc_end)
            continue;
        if (!error->cleanup_only || handler->is_cleanup)
            return handler;
    }
    return NULL;
}

void trap_excuse(VM *vm, const Value *begin, const Value *end) {
    for (const Value *at = begin; at < end && vm->unstarted; at++) {
        Coro *coro = vm_coro(vm, at->p);
        if (coro && coro->state == CORO_NEW)
            coro->is_excused = true;
    }
}

static void excuse_frame(VM *vm, const Fiber *fiber) {
    const Value *R = fiber_registers(fiber);
    const Value *end = R + k_proto(fiber->k)->reg_count;
    trap_excuse(vm, R, end < fiber->limit ? end : fiber->limit);
}

static void enter_handler(VM *vm, Fiber *fiber, const Handler *handler,
                          const ErrorObj *error) {
    Value *R = fiber_registers(fiber);
    uint32_t locals = frame_local_count(R);
    assert(handler->local_count <= locals);
    frame_end_locals(vm, fiber, R, locals - handler->local_count);
    R[handler->slot].p = error->self;
    fiber->pc = k_proto(fiber->k)->code + handler->target;
    fiber->state = FIBER_RUNNING;
}

void trap_pop_frame(VM *vm, Fiber *fiber) {
    frame_end_all(vm, fiber, fiber_registers(fiber));
    const Value *R = fiber_registers(fiber);
    fiber->pc = (const Insn *)(uintptr_t)R[-3].u;
    fiber->k = (const uint64_t *)(uintptr_t)R[-2].u;
    fiber->R -= R[-1].u & LINK_DELTA_MASK;
    fiber->state = FIBER_RUNNING;
    if (k_proto(fiber->k) == vm->await_proto)
        vm_coro(vm, fiber_registers(fiber)[AWAIT_FRAME_CORO].p)->state = CORO_DONE;
}

// Ends the fiber; the error goes on in whoever resumed it. NULL: nobody did.
static Fiber *leave_fiber(VM *vm, Fiber *fiber) {
    frame_end_all(vm, fiber, fiber_registers(fiber));
    fiber->state = FIBER_ENDED;
    Coro *coro = fiber_coro(fiber);
    if (coro)
        coro->state = CORO_DONE;
    Fiber *driver = fiber_resumer(fiber);
    if (!driver)
        return NULL;
    driver->resumed = NULL;
    fiber_links(fiber)->resumer = NULL;
    driver->state = FIBER_RUNNING;
    vm->now.fiber = driver;
    coro->fiber = NULL;
    fiber_destroy(vm, &fiber);
    return driver;
}

// Whether this is the end of a generator that `driver` is closing.
static bool is_close(const ErrorObj *error, const Fiber *driver) {
    return error->cleanup_only && error->kind == TRAP_CANCELLED &&
           insn_op(driver->pc[-2]) == OP_GENCLOSE;
}

Step trap_raise(VM *vm) {
    ErrorObj *error = vm->trap;
    Fiber *fiber = vm->now.fiber;
    assert(error && fiber);
    vm->trap = NULL;
    fill_traceback(vm, error);
    if (fiber->locals)
        fiber->locals->narrow_count = 0;
    for (;;) {
        const Handler *handler = find_handler(fiber, error);
        if (handler) {
            enter_handler(vm, fiber, handler, error);
            return STEP_NEXT;
        }
        excuse_frame(vm, fiber);
        if (fiber_base(fiber) != fiber->bottom) {
            trap_pop_frame(vm, fiber);
            continue;
        }
        Fiber *driver = leave_fiber(vm, fiber);
        if (!driver) {
            vm->result.p = error->self;
            return STEP_STOP;
        }
        fiber = driver;
        if (is_close(error, driver))
            return STEP_NEXT; // the generator is closed: that was the aim
    }
}
