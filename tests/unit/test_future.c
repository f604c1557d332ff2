// Futures, gather and wait_for: who is told what, in which order, and what happens on
// errors and cancels.
#include "fake_vm.h"

static VmStop await_it(Fiber *self) {
    return self->at++ == 0 ? fake_await(self, self->ctx) : fake_return(self, self->in.i);
}

typedef struct Worker {
    Fixture *fx;
    double seconds;
    int64_t result; // negative: fails
} Worker;

static VmStop work(Fiber *self) {
    Worker *worker = self->ctx;
    if (self->at++ == 0) {
        return fake_sleep(self, worker->seconds);
    }
    say(worker->fx, "%d ", (int)worker->result);
    return worker->result < 0 ? fake_fail(self, TRAP_VALUE)
                              : fake_return(self, worker->result);
}

START_TEST(waiters_wake_in_order) {
    Fixture *fx = fixture_new();
    Future *future = loop_future_new(fx->loop);
    Task *a = spawn(fx, "a", await_it, future);
    Task *b = spawn(fx, "b", await_it, future);
    loop_run_idle(fx->loop);
    ck_assert(future_set_result(fx->loop, future, (Value){.i = 3}));
    ck_assert(!future_set_result(fx->loop, future, (Value){.i = 4})); // once
    ck_assert(!future_set_error(fx->loop, future, 0, true));
    loop_run_idle(fx->loop);
    ck_assert_int_eq(task_future(a)->result.i, 3);
    ck_assert_int_eq(task_future(b)->result.i, 3);
    fixture_destroy(fx);
}
END_TEST

static void on_done(void *ctx, Future *future) {
    Fixture *const *fx = ctx;
    say(*fx, "done=%d ", (int)future->result.i);
}

START_TEST(on_done_comes_from_the_loop) {
    Fixture *fx = fixture_new();
    Future *future = loop_future_new(fx->loop);
    fx->vm->root = future->self;
    future_on_done(fx->loop, future, on_done, &fx, sizeof(Fixture *));
    ck_assert(future_set_result(fx->loop, future, (Value){.i = 3}));
    ck_assert_str_eq(fx->log, "");
    future_on_done(fx->loop, future, on_done, &fx,
                   sizeof(Fixture *)); // done already: soon as well
    loop_run_idle(fx->loop);
    ck_assert_str_eq(fx->log, "done=3 done=3 ");
    fixture_destroy(fx);
}
END_TEST

START_TEST(an_unreachable_future_is_collected) {
    Fixture *fx = fixture_new();
    Future *future = loop_future_new(fx->loop);
    future_on_done(fx->loop, future, on_done, &fx, sizeof(Fixture *));
    Ptr self = future->self;
    vm_collect(fx->vm);
    ck_assert_ptr_null(vm_future(fx->vm, self));
    fixture_destroy(fx);
}
END_TEST

START_TEST(gather_has_the_results_in_order) {
    Fixture *fx = fixture_new();
    Worker workers[3] = {{fx, 3, 10}, {fx, 1, 20}, {fx, 2, 30}};
    Ptr parts[3];
    for (int i = 0; i < 3; i++) {
        parts[i] = fake_coro(fx->vm, work, &workers[i]);
    }
    Future *all = loop_gather(fx->loop, parts, 3, 4);
    Task *task = cell(fx, "cell", await_it, all);
    vm_collect(fx->vm); // everything in flight survives
    run_cell(fx, task);
    ck_assert_str_eq(fx->log, "20 30 10 ");
    const int *results = vm_read(fx->vm, (Ptr)task_future(task)->result.p, 12);
    ck_assert_int_eq(results[0], 10);
    ck_assert_int_eq(results[1], 20);
    ck_assert_int_eq(results[2], 30);
    ck_assert_double_eq(now_s(fx), 3);
    fixture_destroy(fx);
}
END_TEST

START_TEST(gathers_first_error_goes_out_and_siblings_go_on) {
    Fixture *fx = fixture_new();
    Worker workers[3] = {{fx, 3, 10}, {fx, 1, -1}, {fx, 2, -2}};
    Ptr parts[3];
    for (int i = 0; i < 3; i++) {
        parts[i] = fake_coro(fx->vm, work, &workers[i]);
    }
    Future *all = loop_gather(fx->loop, parts, 3, 4);
    Task *task = cell(fx, "cell", await_it, all);
    run_cell(fx, task);
    ck_assert_int_eq(failure(fx, task), TRAP_VALUE);
    ck_assert_double_eq(now_s(fx), 1);
    loop_run_idle(fx->loop);
    ck_assert_str_eq(fx->log, "-1 -2 10 ");
    ck_assert_uint_eq(fx->lost_count, 0); // the second error was gather's to take
    fixture_destroy(fx);
}
END_TEST

START_TEST(gather_of_nothing_is_done) {
    Fixture *fx = fixture_new();
    Future *all = loop_gather(fx->loop, NULL, 0, 4);
    ck_assert_int_eq(all->state, FUTURE_DONE);
    fixture_destroy(fx);
}
END_TEST

START_TEST(gather_of_floats_narrows) {
    Fixture *fx = fixture_new();
    Future *half = loop_future_new(fx->loop);
    fx->vm->root = half->self;
    Future *all = loop_gather(fx->loop, &half->self, 1, 4 | GATHER_FLOAT);
    ck_assert(future_set_result(fx->loop, half, (Value){.f = 0.5}));
    Ptr box = 0;
    Task *task = cell(fx, "cell", await_it, all);
    run_cell(fx, task);
    box = (Ptr)task_future(task)->result.p;
    ck_assert_float_eq(*(const float *)vm_read(fx->vm, box, 4), 0.5f);
    fixture_destroy(fx);
}
END_TEST

START_TEST(cancelling_a_gather_cancels_its_parts) {
    Fixture *fx = fixture_new();
    Worker workers[2] = {{fx, 3, 10}, {fx, 1, 20}};
    Ptr parts[2];
    Task *tasks[2];
    for (int i = 0; i < 2; i++) {
        tasks[i] = spawn(fx, "part", work, &workers[i]);
        parts[i] = task_handle(tasks[i]);
    }
    Future *all = loop_gather(fx->loop, parts, 2, 0);
    ck_assert(future_belongs_to_operation(all));
    Task *task = spawn(fx, "awaiter", await_it, all);
    Task *first = cell(fx, "cell", await_it, loop_gather(fx->loop, NULL, 0, 0));
    run_cell(fx, first); // all of them wait now
    ck_assert(loop_cancel(fx->loop, task));
    loop_run_idle(fx->loop);
    ck_assert_int_eq(task_future(tasks[0])->state, FUTURE_CANCELLED);
    ck_assert_int_eq(task_future(tasks[1])->state, FUTURE_CANCELLED);
    ck_assert_int_eq(task_future(task)->state, FUTURE_CANCELLED);
    ck_assert_str_eq(fx->log, "");
    ck_assert_double_eq(now_s(fx), 0);
    fixture_destroy(fx);
}
END_TEST

START_TEST(wait_for_in_time_and_too_late) {
    Fixture *fx = fixture_new();
    Worker worker = {fx, 2, 20};
    Future *limited = loop_wait_for(fx->loop, fake_coro(fx->vm, work, &worker), 3);
    Task *task = cell(fx, "cell", await_it, limited);
    run_cell(fx, task);
    ck_assert_int_eq(task_future(task)->result.i, 20);
    ck_assert_double_eq(now_s(fx), 2);
    limited = loop_wait_for(fx->loop, fake_coro(fx->vm, work, &worker), 1.5);
    task = cell(fx, "cell", await_it, limited);
    run_cell(fx, task);
    ck_assert_int_eq(failure(fx, task), TRAP_TIMEOUT);
    ck_assert_double_eq(now_s(fx), 3.5);
    loop_run_idle(fx->loop);
    ck_assert_double_eq(now_s(fx), 3.5); // the limit of 3 left no timer behind
    ck_assert_str_eq(fx->log, "20 ");
    fixture_destroy(fx);
}
END_TEST

START_TEST(a_plain_future_is_cancelled_by_its_awaiter) {
    Fixture *fx = fixture_new();
    Future *future = loop_future_new(fx->loop);
    fx->vm->root = future->self;
    Task *task = spawn(fx, "a", await_it, future);
    loop_run_idle(fx->loop);
    ck_assert(loop_cancel(fx->loop, task));
    loop_run_idle(fx->loop);
    ck_assert_int_eq(future->state, FUTURE_CANCELLED); // as asyncio
    ck_assert_int_eq(task_future(task)->state, FUTURE_CANCELLED);
    fixture_destroy(fx);
}
END_TEST

int main(void) {
    TCase *tc = tcase_create("futures");
    tcase_add_test(tc, waiters_wake_in_order);
    tcase_add_test(tc, on_done_comes_from_the_loop);
    tcase_add_test(tc, an_unreachable_future_is_collected);
    tcase_add_test(tc, gather_has_the_results_in_order);
    tcase_add_test(tc, gathers_first_error_goes_out_and_siblings_go_on);
    tcase_add_test(tc, gather_of_nothing_is_done);
    tcase_add_test(tc, gather_of_floats_narrows);
    tcase_add_test(tc, cancelling_a_gather_cancels_its_parts);
    tcase_add_test(tc, wait_for_in_time_and_too_late);
    tcase_add_test(tc, a_plain_future_is_cancelled_by_its_awaiter);
    return run_suite(tc);
}
