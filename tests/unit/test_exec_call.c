// Calls, recursion, the growing register stack, natives in their five endings, budget and
// interrupt.
#include "asm.h"

#include "base/limits.h"
#include <pthread.h>
#include <sched.h>

static void make_fib(Asm *f) {
    asm_begin(f, "fib", 1, 9);
    asm_var(f, "n", 0, &lay_int);
    uint32_t jump = asm_abc(f, OP_JGEI, 0, 2, 0);
    asm_abc(f, OP_RET, 0, 0, 0);
    asm_aim(f, jump, 2, false);
    asm_abc(f, OP_ADDI_I32, 4, 0, -1);
    asm_call(f, 4, 1);
    asm_abc(f, OP_ADDI_I32, 8, 0, -2);
    asm_call(f, 8, 1);
    asm_abc(f, OP_ADD_I32, 0, 4, 8);
    asm_abc(f, OP_RET, 0, 0, 0);
}

START_TEST(recursion_gives_fibonacci) {
    Bench b;
    Asm f;
    bench_begin(&b);
    make_fib(&f);
    bench_add(&b, 1, &f);
    bench_link(&b);
    ck_assert_int_eq(bench_run(&b, &f, 1, (Value[]){{.i = 20}}).i, 6765);
    bench_end(&b);
}
END_TEST

#ifdef CORA_STRESS_MOVE // each call copies the whole stack
#define DEPTH 2000
#else
#define DEPTH 100000
#endif

// depth(n) = n == 0 ? 0 : depth(n - 1) + 1: 100,000 frames on a stack that begins with a
// dozen slots.
START_TEST(the_stack_grows) {
    Bench b;
    Asm f;
    bench_begin(&b);
    asm_begin(&f, "depth", 1, 5);
    uint32_t jump = asm_abc(&f, OP_JNEI, 0, 0, 0);
    asm_abc(&f, OP_RET, 0, 0, 0);
    asm_aim(&f, jump, 2, false);
    asm_abc(&f, OP_ADDI_I32, 4, 0, -1);
    asm_call(&f, 4, 1);
    asm_abc(&f, OP_ADDI_I32, 4, 4, 1);
    asm_abc(&f, OP_RET, 4, 0, 0);
    bench_add(&b, 1, &f);
    bench_link(&b);
    ck_assert_int_eq(bench_run(&b, &f, 1, (Value[]){{.i = DEPTH}}).i, DEPTH);
    bench_end(&b);
}
END_TEST

#ifndef CORA_STRESS_MOVE
START_TEST(endless_recursion_is_named) {
    Bench b;
    Asm f;
    bench_begin(&b);
    asm_begin(&f, "forever", 1, 5);
    asm_abc(&f, OP_MOV, 4, 0, 0);
    asm_call(&f, 4, 1);
    asm_abc(&f, OP_RET, 4, 0, 0);
    bench_add(&b, 1, &f);
    bench_link(&b);
    const ErrorObj *error = bench_fail(&b, &f, 1, (Value[]){{.i = 1}});
    ck_assert_int_eq(error->kind, TRAP_STACK_EXHAUSTED);
    ck_assert_ptr_nonnull(strstr(error->message, "`forever`"));
    ck_assert_uint_ge(error->note_count, 1);
    ck_assert_ptr_nonnull(strstr(error->notes[0].text, "calls itself"));
    ck_assert_uint_eq(error->frame_count, 2 * LIMIT_TRACEBACK_FRAMES);
    ck_assert_uint_gt(error->frames_skipped, 400000);
    bench_end(&b);
}
END_TEST
#endif

// ---- natives

static NativeResult add_two(NativeCall *call) {
    ck_assert_uint_eq(call->arg_count, 2);
    call->args[0].i += call->args[1].i;
    return NATIVE_DONE;
}
static NativeResult wait(NativeCall *call) {
    (void)call;
    return NATIVE_PENDING;
}
static NativeResult twice_asked(NativeCall *call) {
    static int asked;
    if (asked++ == 0)
        return NATIVE_AGAIN;
    call->args[0].i *= 10;
    return NATIVE_DONE;
}
static NativeResult refuse(NativeCall *call) {
    vm_trap(call->vm, TRAP_VALUE, "no %d", (int)call->args[0].i);
    return NATIVE_TRAP;
}
static Fiber *whose_turn; // NULL: nobody else is there
static NativeResult give_turn(NativeCall *call) {
    ck_assert_int_eq(vm_turn(call->vm), TURN_BRIEF);
    if (!whose_turn)
        return NATIVE_TURN;
    vm_turn_to(call->vm, whose_turn);
    return NATIVE_PENDING;
}
// Waits, and is executed again when its own turn has come.
static NativeResult give_turn_and_ask(NativeCall *call) {
    static int asked;
    if (asked++ > 0)
        return NATIVE_DONE;
    vm_turn_to(call->vm, whose_turn);
    return NATIVE_AGAIN;
}
static const NativeDef natives[] = {
    {"add_two", add_two},         {"wait", wait},
    {"twice_asked", twice_asked}, {"refuse", refuse},
    {"give_turn", give_turn},     {"give_turn_and_ask", give_turn_and_ask}};

static void begin_natives(Bench *b) {
    bench_begin_with(b, &(VmConfig){.heap_limit_bytes = 64u << 20,
                                    .natives = natives,
                                    .native_count = COUNT_OF(natives)});
}

static void call_native(Asm *f, int number, int args) {
    asm_begin(f, "caller", 2, 6);
    asm_abc(f, OP_MOV, 4, 0, 0);
    asm_abc(f, OP_MOV, 5, 1, 0);
    asm_native(f, 4, args, number);
    asm_abc(f, OP_ADDI_I32, 4, 4, 1);
    asm_abc(f, OP_RET, 4, 0, 0);
}

START_TEST(a_native_that_is_done) {
    Bench b;
    Asm f;
    begin_natives(&b);
    call_native(&f, 0, 2);
    bench_add(&b, 1, &f);
    bench_link(&b);
    ck_assert_int_eq(bench_run(&b, &f, 2, (Value[]){{.i = 30}, {.i = 11}}).i, 42);
    bench_end(&b);
}
END_TEST

START_TEST(a_native_that_waits) {
    Bench b;
    Asm f;
    begin_natives(&b);
    call_native(&f, 1, 2);
    bench_add(&b, 1, &f);
    bench_link(&b);
    Value result;
    ck_assert_int_eq(bench_start(&b, &f, 0, NULL, &result), VM_PENDING);
    ck_assert(fiber_is_waiting(b.fiber));
    TraceFrame *frames;
    ck_assert_uint_eq(fiber_trace(b.vm, b.fiber, &frames), 1);
    ck_assert_uint_eq(frames[0].span.begin, 3); // its continuation word
    trace_free(frames, 1);
    fiber_resume_value(b.fiber, (Value){.i = 7});
    ck_assert(!fiber_is_waiting(b.fiber));
    ck_assert_int_eq(vm_run(b.vm, b.fiber, 0, &result), VM_DONE);
    ck_assert_int_eq(result.i, 8);
    bench_end(&b);
}
END_TEST

// Both calls give 0, whatever the argument was.
START_TEST(a_native_that_gives_others_a_turn) {
    Bench b;
    Asm f, g;
    begin_natives(&b);
    call_native(&f, 4, 2);
    call_native(&g, 1, 2);
    bench_add(&b, 1, &f);
    bench_add(&b, 2, &g);
    bench_link(&b);
    Value result;
    const Value args[] = {{.i = 30}, {.i = 11}};
    whose_turn = NULL;
    ck_assert_int_eq(bench_run(&b, &f, 2, args).i, 1);

    whose_turn = fiber_new(b.vm, &g.proto, args, 2);
    ck_assert_int_eq(vm_run(b.vm, whose_turn, 0, &result), VM_PENDING);
    ck_assert_int_eq(bench_start(&b, &f, 2, args, &result), VM_DONE);
    ck_assert_int_eq(result.i, 1); // that of the other one
    fiber_destroy(b.vm, &whose_turn);
    ck_assert(fiber_is_waiting(b.fiber));
    fiber_resume_value(b.fiber, (Value){.i = 5});
    ck_assert_int_eq(vm_run(b.vm, b.fiber, 0, &result), VM_DONE);
    ck_assert_int_eq(result.i, 6);
    bench_end(&b);
}
END_TEST

// A lock's and a queue's: who goes on was told a value, or an error.
START_TEST(a_native_that_waits_while_another_goes_on) {
    Bench b;
    Asm f, g;
    begin_natives(&b);
    call_native(&f, 5, 2);
    call_native(&g, 1, 2);
    bench_add(&b, 1, &f);
    bench_add(&b, 2, &g);
    bench_link(&b);
    Value result;
    const Value args[] = {{.i = 30}, {.i = 11}};
    whose_turn = fiber_new(b.vm, &g.proto, args, 2);
    ck_assert_int_eq(vm_run(b.vm, whose_turn, 0, &result), VM_PENDING);
    fiber_resume_value(whose_turn, (Value){.i = 70});
    ck_assert_int_eq(bench_start(&b, &f, 2, args, &result), VM_DONE);
    ck_assert_int_eq(result.i, 71); // that of the other one
    fiber_destroy(b.vm, &whose_turn);
    ck_assert(fiber_is_waiting(b.fiber));
    fiber_resume_value(b.fiber, (Value){.i = 5}); // it makes its result itself
    ck_assert_int_eq(vm_run(b.vm, b.fiber, 0, &result), VM_DONE);
    ck_assert_int_eq(result.i, 31);
    bench_end(&b);
}
END_TEST

START_TEST(a_turn_that_is_an_error) {
    Bench b;
    Asm f, g;
    begin_natives(&b);
    call_native(&f, 4, 2);
    call_native(&g, 1, 2);
    bench_add(&b, 1, &f);
    bench_add(&b, 2, &g);
    bench_link(&b);
    Value result;
    whose_turn = fiber_new(b.vm, &g.proto, NULL, 0);
    ck_assert_int_eq(vm_run(b.vm, whose_turn, 0, &result), VM_PENDING);
    fiber_resume_error(whose_turn, vm_error_new(b.vm, TRAP_VALUE, NULL, 0, "broken"));
    ck_assert_int_eq(bench_start(&b, &f, 0, NULL, &result), VM_FAILED);
    ck_assert_str_eq(vm_error(b.vm, result.p)->message, "broken");
    fiber_destroy(b.vm, &whose_turn);
    ck_assert(fiber_is_waiting(b.fiber));
    bench_end(&b);
}
END_TEST

START_TEST(an_error_at_a_wait) {
    Bench b;
    Asm f;
    begin_natives(&b);
    call_native(&f, 1, 2);
    bench_add(&b, 1, &f);
    bench_link(&b);
    Value result;
    ck_assert_int_eq(bench_start(&b, &f, 0, NULL, &result), VM_PENDING);
    fiber_resume_error(b.fiber, vm_error_new(b.vm, TRAP_CANCELLED, NULL, 0, "cancelled"));
    ck_assert(!fiber_is_waiting(b.fiber));
    ck_assert_int_eq(vm_run(b.vm, b.fiber, 0, &result), VM_FAILED);
    ck_assert_str_eq(vm_error(b.vm, result.p)->name, "CancelledError");
    bench_end(&b);
}
END_TEST

START_TEST(cancelled_before_it_began) {
    Bench b;
    Asm f;
    begin_natives(&b);
    call_native(&f, 1, 2);
    asm_handler(&f, 0, 100, 5, 4, false); // a try around everything must not see it
    bench_add(&b, 1, &f);
    bench_link(&b);
    Value result;
    b.fiber = fiber_new(b.vm, &f.proto, NULL, 0);
    fiber_resume_error(b.fiber, vm_error_new(b.vm, TRAP_CANCELLED, NULL, 0, "cancelled"));
    ck_assert_int_eq(vm_run(b.vm, b.fiber, 0, &result), VM_FAILED);
    bench_end(&b);
}
END_TEST

START_TEST(a_native_that_asks_again) {
    Bench b;
    Asm f;
    begin_natives(&b);
    call_native(&f, 2, 1);
    bench_add(&b, 1, &f);
    bench_link(&b);
    Value result;
    ck_assert_int_eq(bench_start(&b, &f, 1, (Value[]){{.i = 4}}, &result), VM_PENDING);
    fiber_resume_value(b.fiber, (Value){.i = 99}); // not its result: it makes that itself
    ck_assert_int_eq(vm_run(b.vm, b.fiber, 0, &result), VM_DONE);
    ck_assert_int_eq(result.i, 41);
    bench_end(&b);
}
END_TEST

START_TEST(a_native_that_traps) {
    Bench b;
    Asm f;
    begin_natives(&b);
    call_native(&f, 3, 1);
    asm_var(&f, "n", 0, &lay_int);
    bench_add(&b, 1, &f);
    bench_link(&b);
    const ErrorObj *error = bench_fail(&b, &f, 1, (Value[]){{.i = 4}});
    ck_assert_str_eq(error->name, "ValueError");
    ck_assert_str_eq(error->message, "no 4");
    ck_assert_uint_eq(error->frame_count, 1);
    ck_assert_uint_eq(error->frames[0].span.begin, 2);
    ck_assert_uint_eq(error->frames[0].var_count, 1);
    ck_assert_str_eq(error->frames[0].vars[0].text, "4");
    bench_end(&b);
}
END_TEST

// ---- pointers to functions

START_TEST(function_pointers_are_checked) {
    Bench b;
    Asm callee, f;
    bench_begin(&b);
    asm_begin(&callee, "seven", 0, 4);
    callee.proto.sig_id = 5;
    asm_ai(&callee, OP_LDI, 0, 7);
    asm_abc(&callee, OP_RET, 0, 0, 0);
    asm_begin(&f, "caller", 2, 6);
    uint32_t good = (uint32_t)asm_k(&f, 5),
             bad = (uint32_t)asm_k(&f, 6 | (uint64_t)1 << 32);
    asm_ai(&f, OP_LDK, 1, asm_kx(&f, KC_FNPTR, 2, 0));
    uint32_t jump = asm_abc(&f, OP_JNEI, 0, 0, 0);
    asm_abce(&f, OP_CALLP, 5, 1, (int)good, CALL_USED);
    asm_abc(&f, OP_RET, 5, 0, 0);
    asm_aim(&f, jump, f.proto.code_count, false);
    jump = asm_abc(&f, OP_JNEI, 0, 1, 0);
    asm_abce(&f, OP_CALLP, 5, 1, (int)bad, CALL_USED);
    asm_aim(&f, jump, f.proto.code_count, false);
    asm_ai(&f, OP_LDI, 1, 0);
    asm_abce(&f, OP_CALLP, 5, 1, (int)good, CALL_USED);
    bench_add(&b, 1, &f);
    bench_add(&b, 2, &callee);
    bench_link(&b);
    ck_assert_int_eq(bench_run(&b, &f, 1, (Value[]){{.i = 0}}).i, 7);
    const ErrorObj *error = bench_fail(&b, &f, 1, (Value[]){{.i = 1}});
    ck_assert_int_eq(error->kind, TRAP_BAD_CALL);
    ck_assert_ptr_nonnull(strstr(error->message, "`seven`"));
    ck_assert_int_eq(bench_fail(&b, &f, 1, (Value[]){{.i = 2}})->kind, TRAP_NULL_POINTER);
    bench_end(&b);
}
END_TEST

START_TEST(a_missing_return_is_a_fault_when_it_is_used) {
    Bench b;
    Asm f, callee;
    bench_begin(&b);
    asm_begin(&callee, "nothing", 0, 1);
    asm_abc(&callee, OP_RETNONE, 0, 0, 0);
    asm_begin(&f, "caller", 1, 5);
    uint32_t jump = asm_abc(&f, OP_JNEI, 0, 0, 0);
    asm_ai(&f, OP_CALL, 4, asm_kx(&f, KC_FN, 2, 0));
    asm_word(&f, 0);
    asm_abc(&f, OP_RET, 0, 0, 0);
    asm_aim(&f, jump, f.proto.code_count, false);
    asm_call(&f, 4, 2);
    asm_abc(&f, OP_RET, 4, 0, 0);
    bench_add(&b, 1, &f);
    bench_add(&b, 2, &callee);
    bench_link(&b);
    ck_assert_int_eq(bench_run(&b, &f, 1, (Value[]){{.i = 0}}).i, 0);
    const ErrorObj *error = bench_fail(&b, &f, 1, (Value[]){{.i = 1}});
    ck_assert_int_eq(error->kind, TRAP_MISSING_RETURN);
    ck_assert_ptr_nonnull(strstr(error->message, "`nothing`"));
    bench_end(&b);
}
END_TEST

// ---- stopping

static void make_endless(Asm *f) {
    asm_begin(f, "spin", 1, 4);
    asm_abc(f, OP_ADDI_I64, 0, 0, 1);
    uint32_t jump = asm_ai(f, OP_LJMP, 0, 0);
    asm_aim(f, jump, 0, true);
}

START_TEST(the_budget_stops_an_endless_loop) {
    Bench b;
    Asm f;
    bench_begin(&b);
    make_endless(&f);
    bench_add(&b, 1, &f);
    bench_link(&b);
    Value result;
    b.fiber = fiber_new(b.vm, &f.proto, NULL, 0);
    ck_assert_int_eq(vm_run(b.vm, b.fiber, 5000, &result), VM_BUDGET);
    int64_t first = fiber_registers(b.fiber)[0].i;
    ck_assert_int_ge(first, 5000);
    ck_assert_int_le(first, 5000 + 10);
    ck_assert_int_eq(vm_run(b.vm, b.fiber, 1, &result), VM_BUDGET);
    ck_assert_int_eq(fiber_registers(b.fiber)[0].i, first + 1);
    bench_end(&b);
}
END_TEST

START_TEST(an_interrupt_stops_an_endless_loop) {
    Bench b;
    Asm f;
    bench_begin(&b);
    make_endless(&f);
    bench_add(&b, 1, &f);
    bench_link(&b);
    vm_interrupt(b.vm);
    ck_assert(vm_interrupt_pending(b.vm));
    ck_assert_str_eq(bench_fail(&b, &f, 0, NULL)->name, "KeyboardInterrupt");
    ck_assert(!vm_interrupt_pending(b.vm));
    bench_end(&b);
}
END_TEST

static void *interrupt_when_running(void *vm) {
    while (!vm_is_running(vm))
        sched_yield();
    vm_interrupt(vm);
    return NULL;
}

START_TEST(an_interrupt_from_another_thread) {
    Bench b;
    Asm f;
    bench_begin(&b);
    make_endless(&f);
    bench_add(&b, 1, &f);
    bench_link(&b);
    pthread_t thread;
    ck_assert_int_eq(pthread_create(&thread, NULL, interrupt_when_running, b.vm), 0);
    ck_assert_str_eq(bench_fail(&b, &f, 0, NULL)->name, "KeyboardInterrupt");
    pthread_join(thread, NULL);
    ck_assert(!vm_is_running(b.vm));
    bench_end(&b);
}
END_TEST

// ---- variadic arguments

START_TEST(variadic_arguments_are_counted_and_typed) {
    Bench b;
    Asm f, callee;
    static const uint8_t types[] = {MT_I32, MT_F64};
    static const VarDesc desc = {2, types, NULL};
    bench_begin(&b);
    // callee(area, n): takes n ints
    asm_begin(&callee, "take", 2, 6);
    int32_t none = asm_k(&callee, 0);
    asm_abc(&callee, OP_VACOPY, 2, 0, 1);
    uint32_t top = asm_abce(&callee, OP_VAARG, 3, 2, MT_I32, (uint64_t)none);
    asm_abc(&callee, OP_ADDI_I32, 1, 1, -1);
    uint32_t jump = asm_abc(&callee, OP_LJGTI, 1, 0, 0);
    asm_aim(&callee, jump, top, false);
    asm_abc(&callee, OP_RET, 3, 0, 0);
    asm_begin(&f, "caller", 1, 8);
    asm_ai(&f, OP_LDI, 1, 41);
    asm_ai(&f, OP_LDK, 2, asm_kd(&f, 2.5));
    asm_abce(&f, OP_VARGS, 6, 1, 2, (uint64_t)asm_kp(&f, KC_VARDESC, &desc));
    asm_abc(&f, OP_MOV, 7, 0, 0);
    asm_call(&f, 6, 2);
    asm_ai(&f, OP_LEND, 0, 1);
    asm_abc(&f, OP_RET, 6, 0, 0);
    bench_add(&b, 1, &f);
    bench_add(&b, 2, &callee);
    bench_link(&b);
    ck_assert_int_eq(bench_run(&b, &f, 1, (Value[]){{.i = 1}}).i, 41);
    const ErrorObj *error = bench_fail(&b, &f, 1, (Value[]){{.i = 2}});
    ck_assert_int_eq(error->kind, TRAP_VA_ARG);
    ck_assert_ptr_nonnull(strstr(error->message, "`double`"));
    bench_end(&b);
}
END_TEST

// ---- setjmp

static const Layout lay_buf = {
    .kind = LAY_ARRAY, .size_bytes = 64, .name = "jmp_buf", .count = 8};
static const Site site_buf = {"place", &lay_buf, {1, 950, 951}};

// jumper(buf, n): n == 0 ? longjmp(buf, 0) : jumper(buf, n - 1), with a local in each
// frame.
static void make_jumper(Asm *f) {
    asm_begin(f, "jumper", 2, 8);
    asm_ai(f, OP_LOCAL, 2, asm_kp(f, KC_SITE, &site_x));
    uint32_t jump = asm_abc(f, OP_JNEI, 1, 0, 0);
    asm_ai(f, OP_LDI, 3, 0);
    asm_abc(f, OP_LONGJMP, 0, 3, 0);
    asm_aim(f, jump, f->proto.code_count, false);
    asm_abc(f, OP_MOV, 6, 0, 0);
    asm_abc(f, OP_ADDI_I32, 7, 1, -1);
    asm_call(f, 6, 2);
    asm_abc(f, OP_RETLV, 0, 0, 0);
}

START_TEST(longjmp_unwinds_to_setjmp) {
    Bench b;
    Asm f, g;
    bench_begin(&b);
    asm_begin(&f, "main", 1, 10);
    asm_ai(&f, OP_LOCAL, 1, asm_kp(&f, KC_SITE, &site_buf));
    asm_abc(&f, OP_SETJMP, 2, 1, 0);
    uint32_t again = asm_abc(&f, OP_JNEI, 2, 0, 0);
    asm_ai(&f, OP_LOCAL, 3, asm_kp(&f, KC_SITE, &site_x)); // ended by the jump
    asm_abc(&f, OP_MOV, 6, 1, 0);
    asm_abc(&f, OP_MOV, 7, 0, 0);
    asm_call(&f, 6, 2);
    asm_aim(&f, again, f.proto.code_count, false);
    asm_abc(&f, OP_RETL, 2, 0, 0);
    make_jumper(&g);
    bench_add(&b, 1, &f);
    bench_add(&b, 2, &g);
    bench_link(&b);
    ck_assert_int_eq(bench_run(&b, &f, 1, (Value[]){{.i = 5}}).i, 1);
    ck_assert_uint_eq(b.fiber->locals->live, 0);
    bench_end(&b);
}
END_TEST

START_TEST(longjmp_into_an_ended_function_is_a_fault) {
    Bench b;
    Asm f, g, h;
    bench_begin(&b);
    asm_begin(&h, "setter", 1, 2);
    asm_abc(&h, OP_SETJMP, 1, 0, 0);
    asm_abc(&h, OP_RET, 1, 0, 0);
    asm_begin(&f, "main", 1, 10);
    asm_ai(&f, OP_LOCAL, 1, asm_kp(&f, KC_SITE, &site_buf));
    asm_abc(&f, OP_MOV, 6, 1, 0);
    asm_call(&f, 6, 3);
    asm_abc(&f, OP_MOV, 6, 1, 0);
    asm_ai(&f, OP_LDI, 7, 0);
    asm_call(&f, 6, 2);
    asm_abc(&f, OP_RETLV, 0, 0, 0);
    make_jumper(&g);
    bench_add(&b, 1, &f);
    bench_add(&b, 2, &g);
    bench_add(&b, 3, &h);
    bench_link(&b);
    const ErrorObj *error = bench_fail(&b, &f, 0, NULL);
    ck_assert_int_eq(error->kind, TRAP_BAD_CALL);
    ck_assert_ptr_nonnull(strstr(error->message, "longjmp"));
    bench_end(&b);
}
END_TEST

int main(void) {
    const TTest *const tests[] = {recursion_gives_fibonacci,
                                  the_stack_grows,
#ifndef CORA_STRESS_MOVE
                                  endless_recursion_is_named,
#endif
                                  function_pointers_are_checked,
                                  a_missing_return_is_a_fault_when_it_is_used,
                                  variadic_arguments_are_counted_and_typed,
                                  longjmp_unwinds_to_setjmp,
                                  longjmp_into_an_ended_function_is_a_fault,
                                  a_native_that_is_done,
                                  a_native_that_waits,
                                  a_native_that_gives_others_a_turn,
                                  a_native_that_waits_while_another_goes_on,
                                  a_turn_that_is_an_error,
                                  an_error_at_a_wait,
                                  cancelled_before_it_began,
                                  a_native_that_asks_again,
                                  a_native_that_traps,
                                  the_budget_stops_an_endless_loop,
                                  an_interrupt_stops_an_endless_loop,
                                  an_interrupt_from_another_thread};
    return suite_run("exec_call", tests, COUNT_OF(tests));
}
