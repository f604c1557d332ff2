// The scheduler: order of ready tasks and timers, blocking waits, the virtual clock,
// deadlock, interrupt, stopping.
#include "fake_vm.h"

static VmStop say_twice(Fiber *self) {
    Fixture *fx = self->ctx;
    const char *name = task_name(loop_current(fx->loop));
    say(fx, "%s%d ", name, self->at);
    return self->at++ < 1 ? fake_sleep(self, 0) : fake_return(self, 0);
}

START_TEST(ready_tasks_run_first_in_first_out) {
    Fixture *fx = fixture_new();
    spawn(fx, "A", say_twice, fx);
    spawn(fx, "B", say_twice, fx);
    spawn(fx, "C", say_twice, fx);
    loop_run_idle(fx->loop);
    ck_assert_str_eq(fx->log, "A0 B0 C0 A1 B1 C1 ");
    ck_assert_uint_eq(fx->born, 3);
    ck_assert_uint_eq(fx->ended, 3);
    fixture_destroy(fx);
}
END_TEST

START_TEST(a_seed_shuffles_and_repeats) {
    char logs[3][4096];
    uint64_t seeds[] = {5, 5, 11};
    for (int i = 0; i < 3; i++) {
        Fixture *fx = fixture_new();
        loop_set_schedule_seed(fx->loop, seeds[i]);
        for (int k = 0; k < 8; k++) {
            char name[2] = {(char)('A' + k), 0};
            spawn(fx, name, say_twice, fx);
        }
        loop_run_idle(fx->loop);
        memcpy(logs[i], fx->log, sizeof logs[i]);
        fixture_destroy(fx);
    }
    ck_assert_str_eq(logs[0], logs[1]);
    ck_assert_str_ne(logs[0], logs[2]);
}
END_TEST

typedef struct Sleeper {
    Fixture *fx;
    double seconds;
    bool blocking;
} Sleeper;

static VmStop sleep_once(Fiber *self) {
    Sleeper *sleeper = self->ctx;
    Fixture *fx = sleeper->fx;
    if (self->at++ == 0) {
        return sleeper->blocking ? fake_block(self, sleeper->seconds)
                                 : fake_sleep(self, sleeper->seconds);
    }
    say(fx, "%s@%.2f ", task_name(loop_current(fx->loop)), now_s(fx));
    return fake_return(self, 0);
}

START_TEST(timers_by_time_then_by_creation) {
    Fixture *fx = fixture_new();
    Sleeper two = {fx, 2, false};
    Sleeper one = {fx, 1, false};
    spawn(fx, "A", sleep_once, &two);
    spawn(fx, "B", sleep_once, &one);
    spawn(fx, "C", sleep_once, &two);
    spawn(fx, "D", sleep_once, &one);
    loop_run_idle(fx->loop);
    ck_assert_str_eq(fx->log, "B@1.00 D@1.00 A@2.00 C@2.00 ");
    ck_assert_uint_eq(loop_suspended_ns(fx->loop), 2000000000u);
    fixture_destroy(fx);
}
END_TEST

// A plain sleep() stops the world: timers of others become due meanwhile and run after
// it, in their order.
START_TEST(a_blocking_sleep_holds_everybody) {
    Fixture *fx = fixture_new();
    Sleeper block = {fx, 3, true};
    Sleeper two = {fx, 2, false};
    Sleeper one = {fx, 1, false};
    Sleeper four = {fx, 4, false};
    spawn(fx, "two", sleep_once, &two);
    spawn(fx, "one", sleep_once, &one);
    spawn(fx, "four", sleep_once, &four);
    spawn(fx, "block", sleep_once, &block);
    loop_run_idle(fx->loop);
    ck_assert_str_eq(fx->log, "block@3.00 one@3.00 two@3.00 four@4.00 ");
    ck_assert_str_eq(fx->blocked, "block: \"one\" and \"two\" were ready");
    ck_assert_uint_eq(fx->held_ns, 3000000000u);
    ck_assert_uint_eq(loop_suspended_ns(fx->loop),
                      1000000000u); // only the last second was free
    fixture_destroy(fx);
}
END_TEST

static VmStop await_it(Fiber *self) {
    Future *future = self->ctx;
    return self->at++ == 0 ? fake_await(self, future) : fake_return(self, self->in.i);
}

START_TEST(nothing_left_is_a_deadlock_of_the_cell) {
    Fixture *fx = fixture_new();
    Future *never = loop_future_new(fx->loop);
    fx->vm->root = never->self;
    Task *inner = spawn(fx, "inner", await_it, never);
    Task *outer = cell(fx, "outer", await_it, task_future(inner));
    run_cell(fx, outer);
    ck_assert_uint_eq(fx->deadlocks, 1);
    ck_assert_int_eq(failure(fx, outer), TRAP_DEADLOCK);
    const ErrorObj *error = vm_error(fx->vm, task_future(outer)->result.p);
    ck_assert_str_eq(error->message,
                     "task \"outer\" can never go on: it waits for task \"inner\", "
                     "which waits for a future that nothing is left to finish");
    ck_assert_int_eq(task_state(inner),
                     TASK_WAITING); // it may still be woken by a later cell
    fixture_destroy(fx);
}
END_TEST

START_TEST(a_ring_of_tasks_is_named_as_one) {
    Fixture *fx = fixture_new();
    Fiber *a = fake_fiber(fx->vm, await_it, NULL);
    Task *first = loop_task_new(fx->loop, a, "a", 1, true);
    Task *second = spawn(fx, "b", await_it, task_future(first));
    a->ctx = task_future(second);
    run_cell(fx, first);
    const ErrorObj *error = vm_error(fx->vm, task_future(first)->result.p);
    ck_assert_str_eq(error->message, "task \"a\" can never go on: it waits for task "
                                     "\"b\", which waits for task \"a\" again");
    fixture_destroy(fx);
}
END_TEST

START_TEST(background_tasks_alone_are_no_deadlock) {
    Fixture *fx = fixture_new();
    Future *never = loop_future_new(fx->loop);
    Task *task = spawn(fx, "A", await_it, never);
    loop_run_idle(fx->loop);
    ck_assert_uint_eq(fx->deadlocks, 0);
    ck_assert_int_eq(task_state(task), TASK_WAITING);
    fixture_destroy(fx);
}
END_TEST

// ---------------------------------------------------------------- interrupt

static VmStop interrupt_then_sleep(Fiber *self) {
    Fixture *fx = self->ctx;
    loop_interrupt(fx->loop);
    return self->at++ == 0 ? fake_sleep(self, 1) : fake_return(self, 0);
}

START_TEST(an_interrupt_ends_cells_and_what_they_await) {
    Fixture *fx = fixture_new();
    Sleeper nine = {fx, 9, false};
    Task *awaited = spawn(fx, "awaited", sleep_once, &nine);
    Task *middle = spawn(fx, "middle", await_it, task_future(awaited));
    Task *background = spawn(fx, "background", sleep_once, &nine);
    Task *waiting = cell(fx, "cell", await_it, task_future(middle));
    Task *other = cell(fx, "other", sleep_once, &nine);
    spawn(fx, "key", interrupt_then_sleep, fx);
    run_cell(fx, waiting);
    run_cell(fx, other);
    loop_run_idle(fx->loop);
    ck_assert_int_eq(failure(fx, waiting), TRAP_INTERRUPT);
    ck_assert_int_eq(failure(fx, other), TRAP_INTERRUPT);
    ck_assert_int_eq(task_future(middle)->state, FUTURE_CANCELLED);
    ck_assert_int_eq(task_future(awaited)->state, FUTURE_CANCELLED);
    ck_assert_int_eq(task_future(background)->state, FUTURE_DONE);
    ck_assert_str_eq(fx->log, "background@9.00 ");
    ck_assert_uint_eq(fx->lost_count, 0); // nobody is told of what the user stopped
    fixture_destroy(fx);
}
END_TEST

static VmStop
press(Fiber *self) // as the VM: notices the flag while it runs and raises it here
{
    Fixture *fx = self->ctx;
    loop_interrupt(fx->loop);
    ck_assert(vm_interrupt_pending(fx->vm));
    vm_interrupt_clear(fx->vm);
    return fake_fail(self, TRAP_INTERRUPT);
}

START_TEST(a_spinning_cell_is_told_once_and_it_works_twice) {
    Fixture *fx = fixture_new();
    for (int i = 0; i < 2; i++) {
        Task *spinning = cell(fx, "spinning", press, fx);
        run_cell(fx, spinning);
        ck_assert_int_eq(failure(fx, spinning), TRAP_INTERRUPT);
        Task *after = cell(fx, "after", say_twice, fx);
        run_cell(fx, after);
        ck_assert_int_eq(task_future(after)->state, FUTURE_DONE);
    }
    fixture_destroy(fx);
}
END_TEST

START_TEST(an_interrupt_of_nothing_is_forgotten) {
    Fixture *fx = fixture_new();
    loop_interrupt(fx->loop);
    loop_run_idle(fx->loop);
    Task *after = cell(fx, "after", say_twice, fx);
    run_cell(fx, after);
    ck_assert_int_eq(task_future(after)->state, FUTURE_DONE);
    fixture_destroy(fx);
}
END_TEST

static VmStop block_interrupted(Fiber *self) {
    Fixture *fx = self->ctx;
    if (self->at++ == 0) {
        loop_interrupt(fx->loop);
        return fake_block(self, 5);
    }
    return fake_return(self, 0);
}

START_TEST(an_interrupt_ends_a_blocking_wait) {
    Fixture *fx = fixture_new();
    Task *blocking = cell(fx, "blocking", block_interrupted, fx);
    Task *other = spawn(fx, "other", say_twice, fx);
    run_cell(fx, blocking);
    loop_run_idle(fx->loop);
    ck_assert_int_eq(failure(fx, blocking), TRAP_INTERRUPT);
    ck_assert_int_eq(task_future(other)->state, FUTURE_DONE);
    ck_assert_double_eq(now_s(fx), 0); // its timer is stale and moves nothing
    fixture_destroy(fx);
}
END_TEST

// ---------------------------------------------------------------- stopping

static VmStop stop_it(Fiber *self) {
    loop_stop(((Fixture *)self->ctx)->loop);
    return self->at++ == 0 ? fake_sleep(self, 1) : fake_return(self, 0);
}

START_TEST(stop_comes_back_and_the_tasks_stay) {
    Fixture *fx = fixture_new();
    Task *task = spawn(fx, "A", stop_it, fx);
    loop_run(fx->loop);
    ck_assert_int_eq(task_state(task), TASK_WAITING);
    loop_run(fx->loop);
    ck_assert_int_eq(task_state(task), TASK_ENDED);
    fixture_destroy(fx);
}
END_TEST

START_TEST(a_cell_comes_back_before_others_go_on) {
    Fixture *fx = fixture_new();
    Task *task = cell(fx, "cell", say_twice, fx);
    spawn(fx, "A", say_twice, fx);
    run_cell(fx, task);
    ck_assert_str_eq(fx->log, "cell0 A0 cell1 ");
    fixture_destroy(fx);
}
END_TEST

START_TEST(changing_the_clock_keeps_what_remains) {
    Fixture *fx = fixture_new();
    Sleeper sleeper = {fx, 0.002, false};
    Task *task = spawn(fx, "A", sleep_once, &sleeper);
    Task *yields = cell(fx, "cell", say_twice, fx);
    run_cell(fx, yields);
    loop_clock_set_virtual(fx->loop, false); // 2 ms of real time remain
    loop_run_idle(fx->loop);
    ck_assert_int_eq(task_state(task), TASK_ENDED);
    ck_assert(!loop_clock_is_virtual(fx->loop));
    fixture_destroy(fx);
}
END_TEST

int main(void) {
    TCase *tc = tcase_create("scheduler");
    tcase_add_test(tc, ready_tasks_run_first_in_first_out);
    tcase_add_test(tc, a_seed_shuffles_and_repeats);
    tcase_add_test(tc, timers_by_time_then_by_creation);
    tcase_add_test(tc, a_blocking_sleep_holds_everybody);
    tcase_add_test(tc, nothing_left_is_a_deadlock_of_the_cell);
    tcase_add_test(tc, a_ring_of_tasks_is_named_as_one);
    tcase_add_test(tc, background_tasks_alone_are_no_deadlock);
    tcase_add_test(tc, an_interrupt_ends_cells_and_what_they_await);
    tcase_add_test(tc, a_spinning_cell_is_told_once_and_it_works_twice);
    tcase_add_test(tc, an_interrupt_of_nothing_is_forgotten);
    tcase_add_test(tc, an_interrupt_ends_a_blocking_wait);
    tcase_add_test(tc, stop_comes_back_and_the_tasks_stay);
    tcase_add_test(tc, a_cell_comes_back_before_others_go_on);
    tcase_add_test(tc, changing_the_clock_keeps_what_remains);
    return run_suite(tc);
}
