// Coroutine objects and generators: awaited in place, driven by hand, suspended as part
// of a task.
#include "asm.h"

static Future *new_future(VM *vm, Future *future) {
    memset(future, 0, sizeof *future);
    vm_future_register(vm, OBJ_FUTURE, future);
    return future;
}

// twice(x, f): await f; return 2 * x.
static void make_twice(Asm *f) {
    asm_begin(f, "twice", 2, 8);
    f->proto.is_async = true;
    asm_abce(f, OP_AWAIT, 6, 1, 0, CALL_USED);
    asm_abc(f, OP_ADD_I32, 0, 0, 0);
    asm_abc(f, OP_RET, 0, 0, 0);
}

// main(f): c = twice(21, f); return await c + 1.
static void make_awaiter(Asm *f) {
    asm_begin(f, "main", 1, 12);
    f->proto.is_async = true;
    asm_ai(f, OP_LDI, 4, 21);
    asm_abc(f, OP_MOV, 5, 0, 0);
    asm_ai(f, OP_MKCORO, 4, asm_kx(f, KC_FN, 2, 0));
    asm_abc(f, OP_MOV, 1, 4, 0);
    asm_abce(f, OP_AWAIT, 8, 1, 0, CALL_USED);
    asm_abc(f, OP_ADDI_I32, 8, 8, 1);
    asm_abc(f, OP_RET, 8, 0, 0);
}

typedef struct Two {
    Bench b;
    Asm f, g;
} Two;

static void begin_two(Two *t, void (*make_f)(Asm *), void (*make_g)(Asm *)) {
    bench_begin(&t->b);
    make_f(&t->f);
    make_g(&t->g);
    bench_add(&t->b, 1, &t->f);
    bench_add(&t->b, 2, &t->g);
    bench_link(&t->b);
}

START_TEST(a_coroutine_runs_in_its_awaiter) {
    static Two t;
    Future future;
    begin_two(&t, make_awaiter, make_twice);
    new_future(t.b.vm, &future);
    future.state = FUTURE_DONE;
    ck_assert_int_eq(bench_run(&t.b, &t.f, 1, (Value[]){{.p = future.self}}).i, 43);
    ck_assert_uint_eq(vm_unstarted(t.b.vm), 0);
    bench_end(&t.b);
}
END_TEST

START_TEST(an_await_deep_inside_suspends_the_task) {
    static Two t;
    Future future;
    Value result, handle;
    begin_two(&t, make_awaiter, make_twice);
    handle.p = new_future(t.b.vm, &future)->self;
    ck_assert_int_eq(bench_start(&t.b, &t.f, 1, &handle, &result), VM_AWAIT);
    ck_assert_ptr_eq(vm_awaited(t.b.vm), &future);
    TraceFrame *frames;
    uint32_t count = fiber_trace(t.b.vm, t.b.fiber, &frames);
    ck_assert_uint_eq(count, 2); // the frame between them is not shown
    ck_assert_str_eq(frames[0].proto->name, "twice");
    ck_assert_str_eq(frames[1].proto->name, "main");
    trace_free(frames, count);
    vm_collect(t.b.vm); // a suspended frame traces its own slots
    fiber_resume_value(t.b.fiber, (Value){.i = 5});
    ck_assert_int_eq(vm_run(t.b.vm, t.b.fiber, 0, &result), VM_DONE);
    ck_assert_int_eq(result.i, 43);
    bench_end(&t.b);
}
END_TEST

static void make_reuse(Asm *f) {
    asm_begin(f, "main", 1, 12);
    asm_ai(f, OP_LDI, 4, 21);
    asm_abc(f, OP_MOV, 5, 0, 0);
    asm_ai(f, OP_MKCORO, 4, asm_kx(f, KC_FN, 2, 0));
    asm_abc(f, OP_MOV, 1, 4, 0);
    asm_abce(f, OP_AWAIT, 8, 1, 0, CALL_USED);
    asm_abce(f, OP_AWAIT, 8, 1, 0, CALL_USED);
    asm_abc(f, OP_RET, 8, 0, 0);
}

START_TEST(a_coroutine_runs_once) {
    static Two t;
    Future future;
    begin_two(&t, make_reuse, make_twice);
    new_future(t.b.vm, &future);
    future.state = FUTURE_DONE;
    const ErrorObj *error = bench_fail(&t.b, &t.f, 1, (Value[]){{.p = future.self}});
    ck_assert_int_eq(error->kind, TRAP_COROUTINE_REUSED);
    ck_assert_ptr_nonnull(strstr(error->message, "`twice`"));
    ck_assert_uint_eq(error->notes[0].span.begin, 4); // the first await
    ck_assert_uint_eq(error->notes[1].span.begin, 2); // where it was made
    bench_end(&t.b);
}
END_TEST

START_TEST(awaiters_get_their_own_copy_of_an_error) {
    static Two t;
    Future future;
    begin_two(&t, make_awaiter, make_twice);
    new_future(t.b.vm, &future);
    future.state = FUTURE_FAILED;
    future.result.p = vm_error_new(t.b.vm, TRAP_USER, "Boom", 3, "it broke");
    const ErrorObj *error = bench_fail(&t.b, &t.f, 1, (Value[]){{.p = future.self}});
    ck_assert_uint_ne(error->self, future.result.p);
    ck_assert_str_eq(error->name, "Boom");
    ck_assert_str_eq(error->message, "it broke");
    ck_assert_int_eq(error->code, 3);
    ck_assert_uint_eq(error->frame_count, 2);
    ck_assert(future.error_seen);
    // The task's own traceback stays first, the awaiter's frames come behind it.
    future.result.p = error->self;
    error = bench_fail(&t.b, &t.f, 1, (Value[]){{.p = future.self}});
    ck_assert_uint_eq(error->frame_count, 4);
    ck_assert_int_eq(error->frames[1].link, TRACE_CALL);
    ck_assert_int_eq(error->frames[2].link, TRACE_AWAIT);
    bench_end(&t.b);
}
END_TEST

// ---- generators

// count(n): got = 0; for (i = 1; i <= n; i++) got += yield i; return got.
static void make_count(Asm *f) {
    asm_begin(f, "count", 1, 5);
    f->proto.is_generator = true;
    asm_ai(f, OP_LDI, 1, 0);
    asm_ai(f, OP_LDI, 2, 0);
    uint32_t top = asm_abc(f, OP_ADDI_I32, 1, 1, 1);
    asm_abce(f, OP_YIELD, 3, 1, 0, 0);
    asm_abc(f, OP_ADD_I32, 2, 2, 3);
    uint32_t jump = asm_abc(f, OP_LJLT, 1, 0, 0);
    asm_aim(f, jump, top, false);
    asm_abc(f, OP_RET, 2, 0, 0);
}

// sum(n): adds all values of count(n), sending 100 each time after the first; returns sum
// + its return value.
static void make_sum(Asm *f) {
    asm_begin(f, "sum", 1, 12);
    asm_abc(f, OP_MOV, 4, 0, 0);
    asm_ai(f, OP_MKCORO, 4, asm_kx(f, KC_FN, 2, 0));
    asm_ai(f, OP_LDI, 2, 0);
    asm_ai(f, OP_LDI, 3, 100);
    asm_abce(f, OP_GENNEXT, 6, 4, 0, 0);
    uint32_t top = asm_ai(f, OP_JF, 7, 0);
    asm_abc(f, OP_ADD_I32, 2, 2, 6);
    asm_abce(f, OP_GENSEND, 6, 4, 3, 0);
    uint32_t back = asm_ai(f, OP_LJMP, 0, 0);
    asm_aim(f, back, top, true);
    asm_aim(f, top, f->proto.code_count, true);
    asm_abc(f, OP_ADD_I32, 2, 2, 6);
    asm_abce(f, OP_GENNEXT, 6, 4, 0, 0); // past its end: 0 again
    asm_abc(f, OP_ADD_I32, 2, 2, 7);
    asm_abc(f, OP_RET, 2, 0, 0);
}

START_TEST(generators_yield_and_receive) {
    static Two t;
    begin_two(&t, make_sum, make_count);
    ck_assert_int_eq(bench_run(&t.b, &t.f, 1, (Value[]){{.i = 4}}).i,
                     1 + 2 + 3 + 4 + 400);
    bench_end(&t.b);
}
END_TEST

// A generator whose cleanup counts in a global... kept in its register: try { yield 1; }
// cleanup { yield-free } rethrow.
static void make_guarded(Asm *f) {
    asm_begin(f, "guarded", 1, 5);
    f->proto.is_generator = true;
    asm_ai(f, OP_LDI, 1, 1);
    asm_abce(f, OP_YIELD, 2, 1, 0, 0); // words 1, 2
    asm_abc(f, OP_RET, 1, 0, 0);
    asm_handler(f, 1, 3, 4, 3, true);
    asm_ai(f, OP_LDI, 4, 9); // the cleanup
    asm_abc(f, OP_ST_I32, 4, 0, 0);
    asm_abc(f, OP_RETHROW, 3, 0, 0);
}
static const Layout lay_int1 = {.kind = LAY_INT, .size_bytes = 4, .name = "int"};
static const Site site_flag = {"flag", &lay_int1, {1, 940, 941}};

// closes guarded(&flag) after its first value; returns flag.
static void make_closer(Asm *f) {
    asm_begin(f, "closer", 0, 12);
    asm_ai(f, OP_LOCAL, 1, asm_kp(f, KC_SITE, &site_flag));
    asm_ai(f, OP_LDI, 2, 0);
    asm_abc(f, OP_ST_I32, 2, 1, 0);
    asm_abc(f, OP_MOV, 5, 1, 0);
    asm_ai(f, OP_MKCORO, 5, asm_kx(f, KC_FN, 2, 0));
    asm_abce(f, OP_GENNEXT, 6, 5, 0, 0);
    asm_abce(f, OP_GENCLOSE, 0, 5, 0, 0);
    asm_abce(f, OP_GENCLOSE, 0, 5, 0, 0);
    asm_abc(f, OP_LD_I32, 2, 1, 0);
    asm_abc(f, OP_RETL, 2, 0, 0);
}

START_TEST(closing_runs_cleanups) {
    static Two t;
    begin_two(&t, make_closer, make_guarded);
    ck_assert_int_eq(bench_run(&t.b, &t.f, 0, NULL).i, 9);
    bench_end(&t.b);
}
END_TEST

static void make_thrower(Asm *f) {
    asm_begin(f, "thrower", 1, 12);
    asm_ai(f, OP_LOCAL, 1, asm_kp(f, KC_SITE, &site_flag));
    asm_ai(f, OP_LDI, 2, 0);
    asm_abc(f, OP_ST_I32, 2, 1, 0);
    asm_abc(f, OP_MOV, 5, 1, 0);
    asm_ai(f, OP_MKCORO, 5, asm_kx(f, KC_FN, 2, 0));
    asm_abce(f, OP_GENNEXT, 6, 5, 0, 0);
    asm_abce(f, OP_GENTHROW, 6, 5, 0, 0);
    asm_abc(f, OP_RETL, 2, 0, 0);
}

START_TEST(an_error_thrown_in_comes_back_out) {
    static Two t;
    begin_two(&t, make_thrower, make_guarded);
    Ptr error = vm_error_new(t.b.vm, TRAP_USER, "Boom", 0, "thrown in");
    const ErrorObj *out = bench_fail(&t.b, &t.f, 1, (Value[]){{.p = error}});
    ck_assert_uint_eq(out->self, error);
    ck_assert_uint_eq(out->frame_count, 2);
    ck_assert_str_eq(out->frames[0].proto->name, "guarded");
    ck_assert_int_eq(out->frames[1].link, TRACE_RESUME);
    bench_end(&t.b);
}
END_TEST

// ---- by hand

// hand(f): c = twice(21, f); next(c) twice; returns its value when the second ended it.
static void make_hand(Asm *f) {
    asm_begin(f, "hand", 1, 12);
    asm_ai(f, OP_LDI, 4, 21);
    asm_abc(f, OP_MOV, 5, 0, 0);
    asm_ai(f, OP_MKCORO, 4, asm_kx(f, KC_FN, 2, 0));
    asm_abce(f, OP_GENNEXT, 6, 4, 0, 0); // gives the future
    uint32_t same = asm_abc(f, OP_JEQ, 6, 0, 0);
    asm_ai(f, OP_TRAP, 0, TRAP_ABORT);
    asm_aim(f, same, f->proto.code_count, false);
    asm_abce(f, OP_GENNEXT, 6, 4, 0, 0); // still pending: the same again
    same = asm_abc(f, OP_JEQ, 6, 0, 0);
    asm_ai(f, OP_TRAP, 0, TRAP_ABORT);
    asm_aim(f, same, f->proto.code_count, false);
    asm_abce(f, OP_GENSEND, 6, 4, 0, 0); // gives it a value itself
    asm_abc(f, OP_ADD_I32, 6, 6, 7);
    asm_abc(f, OP_RET, 6, 0, 0);
}

START_TEST(a_coroutine_driven_by_hand) {
    static Two t;
    Future future;
    begin_two(&t, make_hand, make_twice);
    new_future(t.b.vm, &future);
    ck_assert_int_eq(bench_run(&t.b, &t.f, 1, (Value[]){{.p = future.self}}).i, 42);
    bench_end(&t.b);
}
END_TEST

// Begun by hand, then awaited: from there on its wait is the task's.
static void make_hand_then_await(Asm *f) {
    asm_begin(f, "hand", 1, 14);
    asm_ai(f, OP_LDI, 4, 21);
    asm_abc(f, OP_MOV, 5, 0, 0);
    asm_ai(f, OP_MKCORO, 4, asm_kx(f, KC_FN, 2, 0));
    asm_abce(f, OP_GENNEXT, 6, 4, 0, 0);
    asm_abce(f, OP_AWAIT, 9, 4, 0, CALL_USED);
    asm_abc(f, OP_RET, 9, 0, 0);
}

START_TEST(begun_by_hand_then_awaited) {
    static Two t;
    Future future;
    Value result, handle;
    begin_two(&t, make_hand_then_await, make_twice);
    handle.p = new_future(t.b.vm, &future)->self;
    ck_assert_int_eq(bench_start(&t.b, &t.f, 1, &handle, &result), VM_AWAIT);
    ck_assert_ptr_nonnull(t.b.fiber->resumed);
    fiber_resume_value(t.b.fiber, (Value){.i = 0});
    ck_assert_int_eq(vm_run(t.b.vm, t.b.fiber, 0, &result), VM_DONE);
    ck_assert_int_eq(result.i, 42);
    bench_end(&t.b);
}
END_TEST

START_TEST(what_cannot_be_awaited) {
    static Asm f;
    Bench b;
    bench_begin(&b);
    asm_begin(&f, "main", 1, 6);
    asm_abce(&f, OP_AWAIT, 4, 0, 0, CALL_USED);
    asm_abc(&f, OP_RET, 4, 0, 0);
    bench_add(&b, 1, &f);
    bench_link(&b);
    ck_assert_int_eq(bench_fail(&b, &f, 1, (Value[]){{0}})->kind, TRAP_NULL_POINTER);
    ck_assert_int_eq(bench_fail(&b, &f, 1, (Value[]){{.u = 12345}})->kind,
                     TRAP_WILD_POINTER);
    Ptr box = vm_alloc(b.vm, OBJ_BOX, 8, true, (Span){0});
    ck_assert_int_eq(bench_fail(&b, &f, 1, (Value[]){{.p = box}})->kind, TRAP_NOT_MEMORY);
    bench_end(&b);
}
END_TEST

START_TEST(a_coroutine_becomes_a_task_once) {
    static Asm f, g;
    Bench b;
    bench_begin(&b);
    make_twice(&g);
    asm_begin(&f, "maker", 1, 8);
    asm_ai(&f, OP_LDI, 4, 21);
    asm_abc(&f, OP_MOV, 5, 0, 0);
    asm_ai(&f, OP_MKCORO, 4, asm_kx(&f, KC_FN, 2, 0));
    asm_abc(&f, OP_RET, 4, 0, 0);
    bench_add(&b, 1, &f);
    bench_add(&b, 2, &g);
    bench_link(&b);
    Future future;
    Value result, handle = {.p = new_future(b.vm, &future)->self};
    future.state = FUTURE_DONE;
    Ptr coro = bench_run(&b, &f, 1, &handle).p;
    ck_assert_uint_eq(vm_unstarted(b.vm), 1);
    Fiber *fiber = vm_coro_take(b.vm, coro);
    ck_assert_int_eq(vm_run(b.vm, fiber, 0, &result), VM_DONE);
    ck_assert_int_eq(result.i, 42);
    fiber_destroy(b.vm, &fiber);
    ck_assert_ptr_null(vm_coro_take(b.vm, coro));
    ck_assert_int_eq(vm_error(b.vm, vm_trap_take(b.vm))->kind, TRAP_COROUTINE_REUSED);
    ck_assert_uint_eq(vm_unstarted(b.vm), 0);
    bench_end(&b);
}
END_TEST

int main(void) {
    const TTest *const tests[] = {a_coroutine_runs_in_its_awaiter,
                                  an_await_deep_inside_suspends_the_task,
                                  a_coroutine_runs_once,
                                  awaiters_get_their_own_copy_of_an_error,
                                  generators_yield_and_receive,
                                  closing_runs_cleanups,
                                  an_error_thrown_in_comes_back_out,
                                  a_coroutine_driven_by_hand,
                                  begun_by_hand_then_awaited,
                                  what_cannot_be_awaited,
                                  a_coroutine_becomes_a_task_once};
    return suite_run("exec_gen", tests, COUNT_OF(tests));
}
