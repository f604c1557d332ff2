// fake_vm.h: what loop/ asks of the VM, in C: so that the scheduler is tested alone,
// without a language.
//
// A fiber is a function that is called again and again; `at` says where it is. It sleeps,
// awaits, fails or returns by returning the VmStop that a VM would:
//
//     static VmStop body(Fiber *self) {
//         switch (self->at++) {
//         case 0: return fake_sleep(self, 1.0);
//         default: return fake_return(self, 7);
//         }
//     }
//
// Objects are a table of kinds; the collector marks what loop_mark_roots says, and
// results of futures. Linked in front of libvm.a, so that nothing of the real VM is
// taken. Include it in exactly one file of a test.
#ifndef SUPPORT_FAKE_VM_H
#define SUPPORT_FAKE_VM_H

#include "loop/loop.h"
#include <check.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

struct Fiber {
    VmStop (*body)(Fiber *self);
    int at;
    VM *vm;
    Value in;       // what the last wait gave
    Ptr error;      // or the error it raised
    Value out;      // of fake_return
    void *ctx;      // the test's
    Ptr handles[4]; // what it holds (marked)
    bool has_locals;
    bool catches; // gets called with an error instead of failing with it
};

typedef struct FakeObject {
    ObjKind kind;
    bool marked;
    void *data;
} FakeObject;

struct VM {
    void *loop;
    void *lib;
    FakeObject objects[4096];
    uint32_t count;
    Fiber *current;
    Future *awaited;
    atomic_bool interrupt;
    Ptr root;          // one global variable of the program
    const void *place; // where the running fiber stands
    uint32_t collections;
    uint32_t fibers; // alive
    bool keep_spinning;
};

static inline Ptr fake_object(VM *vm, ObjKind kind, void *data) {
    ck_assert_uint_lt(vm->count + 1, COUNT_OF(vm->objects));
    vm->objects[++vm->count] = (FakeObject){kind, false, data};
    return (Ptr)vm->count << 32;
}
static inline FakeObject *fake_at(VM *vm, Ptr p) {
    return &vm->objects[ptr_index(p)];
}

void vm_attach(VM *vm, VmSlot slot, void *state) {
    *(slot == VM_SLOT_LOOP ? &vm->loop : &vm->lib) = state;
}
void *vm_attached(const VM *vm, VmSlot slot) {
    return slot == VM_SLOT_LOOP ? vm->loop : vm->lib;
}
Ptr vm_future_register(VM *vm, ObjKind kind, Future *future) {
    return fake_object(vm, kind, future);
}
void vm_future_release(VM *vm, Future *future) {
    fake_at(vm, future->self)->kind = OBJ_FREE;
    future->self = 0;
}
Future *vm_future(VM *vm, Ptr p) {
    ObjKind kind = fake_at(vm, p)->kind;
    return kind == OBJ_TASK || kind == OBJ_FUTURE ? fake_at(vm, p)->data : NULL;
}
Coro *vm_coro(VM *vm, Ptr p) {
    return fake_at(vm, p)->kind == OBJ_CORO ? fake_at(vm, p)->data : NULL;
}
void vm_error_note(VM *vm, Ptr error, Span span, const char *format, ...) {
    (void)vm;
    (void)error;
    (void)span;
    (void)format;
}
Ptr vm_error_copy(VM *vm, Ptr error) {
    (void)vm;
    return error;
}
bool vm_is_by_hand(VM *vm) {
    (void)vm;
    return false;
}

ErrorObj *vm_error(VM *vm, Ptr p) {
    return fake_at(vm, p)->kind == OBJ_ERROR ? fake_at(vm, p)->data : NULL;
}
Ptr vm_error_new(VM *vm, TrapKind kind, const char *name, int code, const char *format,
                 ...) {
    (void)name;
    ErrorObj *error = mem_alloc(sizeof *error);
    error->kind = kind;
    error->code = code;
    char text[400];
    va_list ap;
    va_start(ap, format);
    vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    error->message = mem_strdup(text);
    return error->self = fake_object(vm, OBJ_ERROR, error);
}
void vm_trap(VM *vm, TrapKind kind, const char *format, ...) {
    (void)vm;
    (void)kind;
    (void)format;
}
const void *vm_at(const VM *vm) {
    return vm->place;
}
Span vm_where(VM *vm) {
    (void)vm;
    return (Span){0};
}
Span fiber_where(VM *vm, const Fiber *fiber) {
    (void)vm;
    (void)fiber;
    return (Span){0};
}
Ptr vm_alloc(VM *vm, ObjKind kind, uint64_t size_bytes, bool zeroed, Span span) {
    (void)zeroed;
    (void)span;
    return fake_object(vm, kind, mem_alloc(size_bytes));
}
Ptr vm_string(VM *vm, const char *text, size_t size_bytes) {
    (void)text;
    return vm_alloc(vm, OBJ_BOX, size_bytes + 1, true, (Span){0});
}
Ptr vm_trap_take(VM *vm) {
    (void)vm;
    return 0;
}
void *vm_write(VM *vm, Ptr p, uint64_t n) {
    (void)n;
    return (char *)fake_at(vm, p)->data + ptr_offset(p);
}
const void *vm_read(VM *vm, Ptr p, uint64_t n) {
    return vm_write(vm, p, n);
}
const void *vm_peek(VM *vm, Ptr p, uint64_t n) {
    return vm_write(vm, p, n);
}
bool vm_copy(VM *vm, Ptr to, Ptr from, uint64_t n) {
    memcpy(vm_write(vm, to, n), vm_read(vm, from, n), n);
    return true;
}

// ---- the collector

void vm_mark(VM *vm, Value value) {
    FakeObject *object = fake_at(vm, value.p);
    if (value.p == 0 || object->marked || object->kind == OBJ_FREE) {
        return;
    }
    object->marked = true;
    if (object->kind == OBJ_TASK || object->kind == OBJ_FUTURE) {
        const Future *future = object->data;
        if (future->state != FUTURE_PENDING) {
            vm_mark(vm, future->result);
        }
    }
}
void fiber_mark(VM *vm, Fiber *fiber) {
    for (size_t i = 0; i < COUNT_OF(fiber->handles); i++) {
        vm_mark(vm, (Value){.p = fiber->handles[i]});
    }
}
void vm_collect(VM *vm) {
    vm->collections++;
    for (uint32_t i = 1; i <= vm->count; i++) {
        vm->objects[i].marked = false;
    }
    vm_mark(vm, (Value){.p = vm->root});
    loop_mark_roots(vm->loop);
    for (uint32_t i = 1; i <= vm->count; i++) {
        FakeObject *object = &vm->objects[i];
        if (!object->marked && (object->kind == OBJ_TASK || object->kind == OBJ_FUTURE)) {
            object->kind = OBJ_FREE;
            loop_finalize_task(vm->loop, object->data);
        } else if (!object->marked && object->kind == OBJ_ERROR) {
            object->kind = OBJ_FREE;
            mem_free(((ErrorObj *)object->data)->message);
            mem_free(object->data);
        }
    }
}
VmStats vm_stats(const VM *vm) {
    return (VmStats){.heap_objects = vm->count};
}

// ---- fibers

static inline Fiber *fake_fiber(VM *vm, VmStop (*body)(Fiber *self), void *ctx) {
    Fiber *fiber = mem_alloc(sizeof *fiber);
    fiber->body = body;
    fiber->vm = vm;
    fiber->ctx = ctx;
    vm->fibers++;
    return fiber;
}
Fiber *vm_coro_take(VM *vm, Ptr coro) {
    FakeObject *object = fake_at(vm, coro);
    Coro *c = object->data;
    Fiber *fiber = c->fiber;
    c->fiber = NULL;
    return fiber;
}
void fiber_destroy(VM *vm, Fiber **fiber) {
    vm->fibers--;
    mem_free(*fiber);
    *fiber = NULL;
}
void fiber_resume_value(Fiber *fiber, Value value) {
    fiber->in = value;
}
void fiber_resume_error(Fiber *fiber, Ptr error) {
    fiber->error = error;
}
Future *vm_awaited(VM *vm) {
    return vm->awaited;
}
void vm_interrupt(VM *vm) {
    atomic_store(&vm->interrupt, true);
}
bool vm_interrupt_pending(const VM *vm) {
    return atomic_load(&vm->interrupt);
}
void vm_interrupt_clear(VM *vm) {
    atomic_store(&vm->interrupt, false);
}
bool vm_was_brief(const VM *vm) {
    (void)vm;
    return false;
}
// Every turn goes the long way, which the scheduler's tests are about.
VmTurn vm_turn(VM *vm) {
    (void)vm;
    return TURN_NONE;
}
void vm_turn_to(VM *vm, Fiber *fiber) {
    (void)vm;
    (void)fiber;
    ck_abort();
}
VmStop vm_run(VM *vm, Fiber *fiber, uint64_t budget, Value *result) {
    (void)budget;
    vm->current = fiber;
    VmStop stop = VM_FAILED;
    if (fiber->error == 0 || fiber->catches) {
        stop = fiber->body(fiber);
    } else {
        fiber->out.p = fiber->error;
    }
    vm->current = NULL;
    *result = fiber->out;
    return stop;
}

// ---- what bodies return

static inline VmStop fake_return(Fiber *self, int64_t value) {
    self->out.i = value;
    return VM_DONE;
}
static inline VmStop fake_fail(Fiber *self, TrapKind kind) {
    self->out.p = vm_error_new(self->vm, kind, NULL, 0, "made by the test");
    return VM_FAILED;
}
static inline VmStop fake_sleep(Fiber *self, double seconds) {
    loop_sleep(self->vm->loop, seconds, false);
    return VM_PENDING;
}
static inline VmStop fake_block(Fiber *self, double seconds) {
    loop_sleep(self->vm->loop, seconds, true);
    return VM_PENDING;
}
static inline VmStop fake_await(Fiber *self, Future *future) {
    self->vm->awaited = future;
    if (future->state == FUTURE_PENDING) {
        return VM_AWAIT;
    }
    loop_await(self->vm->loop,
               future); // done: goes on next turn, which is good enough here
    return VM_PENDING;
}
// A coroutine object, as MKCORO makes it.
static inline Ptr fake_coro(VM *vm, VmStop (*body)(Fiber *self), void *ctx) {
    static const Proto proto = {.name = "fake"};
    Coro *coro = mem_alloc(sizeof *coro);
    coro->proto = &proto;
    coro->fiber = fake_fiber(vm, body, ctx);
    return coro->self = fake_object(vm, OBJ_CORO, coro);
}

// ---- a session, and what its hooks saw

typedef struct Fixture {
    VM *vm;
    Loop *loop;
    char log[4096]; // what the bodies said, in order
    Ptr lost[16];
    char lost_names[16][32];
    uint32_t lost_count;
    uint32_t deadlocks;
    uint32_t born, ended;
    char blocked[200];
    uint64_t held_ns;
    char swallowed[200]; // names of tasks that were cancelled and ended as if not
    char prompts[200];
    const char *answers[8]; // given to input_wanted at once; NULL: not at all
    uint32_t answer_count, asked;
} Fixture;

static inline void say(Fixture *fx, const char *format, ...) PRINTF_LIKE(2, 3);
static inline void say(Fixture *fx, const char *format, ...) {
    size_t used = strlen(fx->log);
    va_list ap;
    va_start(ap, format);
    vsnprintf(fx->log + used, sizeof fx->log - used, format, ap);
    va_end(ap);
}
static inline void on_lost(void *ctx, Task *task, Ptr error) {
    Fixture *fx = ctx;
    snprintf(fx->lost_names[fx->lost_count], sizeof fx->lost_names[0], "%s",
             task_name(task));
    ck_assert_ptr_nonnull(vm_error(fx->vm, error)); // alive when it is told
    fx->lost[fx->lost_count++] = error;
}
static inline void on_deadlock(void *ctx, Task *task, Ptr error) {
    (void)error;
    (void)task;
    ((Fixture *)ctx)->deadlocks++;
}
static inline void on_swallowed(void *ctx, Task *task) {
    Fixture *fx = ctx;
    size_t used = strlen(fx->swallowed);
    snprintf(fx->swallowed + used, sizeof fx->swallowed - used, "%s;", task_name(task));
}
static inline void on_born(void *ctx, Task *task, uint64_t cell) {
    ck_assert_uint_eq(cell, task_cell(task));
    ((Fixture *)ctx)->born++;
}
static inline void on_ended(void *ctx, Task *task, uint64_t cell, Ptr error) {
    ck_assert_uint_eq(cell, task_cell(task));
    (void)error;
    ((Fixture *)ctx)->ended++;
}
static inline void on_blocked(void *ctx, Task *task, Span span, uint64_t held_ns,
                              const char *others) {
    (void)span;
    Fixture *fx = ctx;
    fx->held_ns = held_ns;
    snprintf(fx->blocked, sizeof fx->blocked, "%s: %s", task_name(task), others);
}
static inline void on_input(void *ctx, uint64_t cell, const char *prompt, bool password) {
    (void)cell;
    (void)password;
    Fixture *fx = ctx;
    size_t used = strlen(fx->prompts);
    snprintf(fx->prompts + used, sizeof fx->prompts - used, "%s;", prompt);
    if (fx->asked < fx->answer_count) {
        const char *answer = fx->answers[fx->asked];
        loop_input(fx->loop, answer, answer != NULL ? strlen(answer) : 0);
    }
    fx->asked++;
}

// A session on the virtual clock.
static inline Fixture *fixture_new(void) {
    Fixture *fx = mem_alloc(sizeof *fx);
    fx->vm = mem_alloc(sizeof *fx->vm);
    LoopHooks hooks = {.ctx = fx,
                       .task_born = on_born,
                       .task_ended = on_ended,
                       .error_lost = on_lost,
                       .input_wanted = on_input,
                       .deadlock = on_deadlock,
                       .blocked = on_blocked,
                       .cancel_swallowed = on_swallowed};
    fx->loop = loop_new(fx->vm, &hooks, NULL, true, 0);
    return fx;
}
static inline void fixture_destroy(Fixture *fx) {
    loop_destroy(&fx->loop);
    for (uint32_t i = 1; i <= fx->vm->count; i++) {
        FakeObject *object = &fx->vm->objects[i];
        if (object->kind == OBJ_ERROR) {
            mem_free(((ErrorObj *)object->data)->message);
        }
        if (object->kind == OBJ_ERROR || object->kind == OBJ_BOX ||
            object->kind == OBJ_CORO) {
            mem_free(object->data);
        }
    }
    ck_assert_uint_eq(fx->vm->fibers, 0);
    mem_free(fx->vm);
    mem_free(fx);
}
static inline Task *spawn(Fixture *fx, const char *name, VmStop (*body)(Fiber *self),
                          void *ctx) {
    return loop_task_new(fx->loop, fake_fiber(fx->vm, body, ctx), name, 1, false);
}
static inline Task *cell(Fixture *fx, const char *name, VmStop (*body)(Fiber *self),
                         void *ctx) {
    return loop_task_new(fx->loop, fake_fiber(fx->vm, body, ctx), name, 1, true);
}
static inline bool task_is_done(void *ctx) {
    return task_state(ctx) == TASK_ENDED;
}
static inline void run_cell(Fixture *fx, Task *task) {
    loop_run_until(fx->loop, task_is_done, task);
}
static inline double now_s(Fixture *fx) {
    return (double)loop_now_ns(fx->loop) / 1e9;
}
static inline TrapKind failure(Fixture *fx, Task *task) {
    const ErrorObj *error = vm_error(fx->vm, task_future(task)->result.p);
    return error != NULL ? error->kind : TRAP_NONE;
}

static inline int run_suite(TCase *tc) {
    Suite *suite = suite_create("loop");
    suite_add_tcase(suite, tc);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}

#endif
