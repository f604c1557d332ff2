// Tasks: results and errors through awaiters, cancelling (asyncio's rules), errors that
// nobody can take any more.
#include "fake_vm.h"

static VmStop await_it(Fiber *self) {
    return self->at++ == 0 ? fake_await(self, self->ctx)
                           : fake_return(self, self->in.i + 1);
}

static VmStop return_seven(Fiber *self) {
    return fake_return(self, 7);
}

static VmStop fail_at_once(Fiber *self) {
    return fake_fail(self, TRAP_VALUE);
}

static VmStop sleep_nine(Fiber *self) {
    return self->at++ == 0 ? fake_sleep(self, 9) : fake_return(self, 9);
}

START_TEST(a_result_goes_up_the_chain) {
    Fixture *fx = fixture_new();
    Task *a = spawn(fx, "a", return_seven, NULL);
    Task *b = spawn(fx, "b", await_it, task_future(a));
    Task *c = cell(fx, "c", await_it, task_future(b));
    run_cell(fx, c);
    ck_assert_int_eq(task_future(c)->result.i, 9);
    fixture_destroy(fx);
}
END_TEST

START_TEST(an_error_goes_to_every_awaiter) {
    Fixture *fx = fixture_new();
    Task *a = spawn(fx, "a", fail_at_once, NULL);
    spawn(fx, "b", await_it, task_future(a));
    Task *c = cell(fx, "c", await_it, task_future(a));
    fx->vm->root = task_handle(c);
    run_cell(fx, c);
    ck_assert_int_eq(failure(fx, c), TRAP_VALUE);
    loop_run_idle(fx->loop);
    ck_assert_uint_eq(fx->lost_count, 1); // b's, which nobody awaits
    ck_assert_str_eq(fx->lost_names[0], "b");
    fixture_destroy(fx);
}
END_TEST

START_TEST(names_and_ages) {
    Fixture *fx = fixture_new();
    Task *a = spawn(fx, NULL, return_seven, NULL);
    Task *b = spawn(fx, "crawl", return_seven, NULL);
    ck_assert_str_eq(task_name(a), "Task-1");
    ck_assert_str_eq(task_name(b), "crawl");
    task_set_name(b, "again");
    ck_assert_str_eq(task_name(b), "again");
    ck_assert_uint_lt(task_id(a), task_id(b));
    ck_assert_ptr_eq(task_from_ptr(fx->vm, task_handle(b)), b);
    ck_assert_ptr_null(task_from_ptr(fx->vm, loop_future_new(fx->loop)->self));
    fixture_destroy(fx);
}
END_TEST

static void name_visit(void *ctx, Task *task) {
    say(ctx, "%s ", task_name(task));
}

START_TEST(live_tasks_are_visited_by_age) {
    Fixture *fx = fixture_new();
    spawn(fx, "short", return_seven, NULL);
    spawn(fx, "x", sleep_nine, NULL);
    Task *done = cell(fx, "cell", return_seven, NULL);
    run_cell(fx, done);
    spawn(fx, "y", sleep_nine, NULL);
    spawn(fx, "z", sleep_nine, NULL);
    loop_each_task(fx->loop, name_visit, fx);
    ck_assert_str_eq(fx->log, "x y z ");
    fixture_destroy(fx);
}
END_TEST

// ---------------------------------------------------------------- cancelling

typedef struct Cancel {
    Fixture *fx;
    Task *task;
    bool answer;
} Cancel;

static VmStop cancel_it(Fiber *self) {
    Cancel *cancel = self->ctx;
    cancel->answer = loop_cancel(cancel->fx->loop, cancel->task);
    return fake_return(self, 0);
}

START_TEST(cancelling_a_sleeper_wakes_it_now) {
    Fixture *fx = fixture_new();
    Cancel cancel = {.fx = fx, .task = spawn(fx, "sleeper", sleep_nine, NULL)};
    spawn(fx, "canceller", cancel_it, &cancel);
    loop_run_idle(fx->loop);
    ck_assert(cancel.answer);
    ck_assert_int_eq(task_future(cancel.task)->state, FUTURE_CANCELLED);
    ck_assert_double_eq(now_s(fx), 0);
    ck_assert(!loop_cancel(fx->loop, cancel.task)); // it has ended
    fixture_destroy(fx);
}
END_TEST

START_TEST(a_task_cancelled_before_it_began_never_runs) {
    Fixture *fx = fixture_new();
    Task *task = spawn(fx, "A", return_seven, NULL);
    ck_assert(loop_cancel(fx->loop, task));
    loop_run_idle(fx->loop);
    ck_assert_int_eq(task_future(task)->state, FUTURE_CANCELLED);
    fixture_destroy(fx);
}
END_TEST

// asyncio: cancel() goes to what the task awaits, and CancelledError comes back up from
// there.
START_TEST(cancelling_goes_down_the_chain) {
    Fixture *fx = fixture_new();
    Task *a = spawn(fx, "a", sleep_nine, NULL);
    Task *b = spawn(fx, "b", await_it, task_future(a));
    Cancel cancel = {.fx = fx, .task = spawn(fx, "c", await_it, task_future(b))};
    spawn(fx, "canceller", cancel_it, &cancel);
    loop_run_idle(fx->loop);
    ck_assert_int_eq(task_future(a)->state, FUTURE_CANCELLED);
    ck_assert_int_eq(task_future(b)->state, FUTURE_CANCELLED);
    ck_assert_int_eq(task_future(cancel.task)->state, FUTURE_CANCELLED);
    fixture_destroy(fx);
}
END_TEST

static VmStop swallow(Fiber *self) {
    self->catches = true;
    switch (self->at++) {
    case 0:
        return fake_sleep(self, 9);
    case 1: // CancelledError, caught
        ck_assert(self->error != 0);
        self->error = 0;
        return fake_sleep(self, 1);
    default:
        return fake_return(self, 5);
    }
}

START_TEST(a_swallowed_cancel_ends_there) {
    Fixture *fx = fixture_new();
    Task *stubborn = spawn(fx, "stubborn", swallow, NULL);
    Cancel cancel = {.fx = fx,
                     .task = spawn(fx, "outer", await_it, task_future(stubborn))};
    spawn(fx, "canceller", cancel_it, &cancel);
    loop_run_idle(fx->loop);
    ck_assert_int_eq(task_future(stubborn)->state, FUTURE_DONE);
    ck_assert_int_eq(task_future(cancel.task)->state, FUTURE_DONE); // as asyncio
    ck_assert_int_eq(task_future(cancel.task)->result.i, 6);
    ck_assert_str_eq(fx->swallowed, "stubborn;"); // and not "outer", which was never told
    ck_assert(task_swallowed_cancel(stubborn));
    ck_assert(!task_swallowed_cancel(cancel.task)); // none of its waits threw
    fixture_destroy(fx);
}
END_TEST

static VmStop cancel_self(Fiber *self) {
    Fixture *fx = self->ctx;
    if (self->at++ == 0) {
        ck_assert(loop_cancel(fx->loop, loop_current(fx->loop)));
        say(fx, "runs on ");
        return fake_sleep(self, 1); // here it is told
    }
    return fake_return(self, 0);
}

START_TEST(cancelling_oneself_is_told_at_the_next_wait) {
    Fixture *fx = fixture_new();
    Task *task = spawn(fx, "A", cancel_self, fx);
    loop_run_idle(fx->loop);
    ck_assert_str_eq(fx->log, "runs on ");
    ck_assert_int_eq(task_future(task)->state, FUTURE_CANCELLED);
    ck_assert_double_eq(now_s(fx), 0);
    fixture_destroy(fx);
}
END_TEST

START_TEST(a_ring_of_waits_can_be_cancelled) {
    Fixture *fx = fixture_new();
    Fiber *first = fake_fiber(fx->vm, await_it, NULL);
    Task *a = loop_task_new(fx->loop, first, "a", 1, false);
    Task *b = spawn(fx, "b", await_it, task_future(a));
    first->ctx = task_future(b);
    Cancel cancel = {.fx = fx, .task = a};
    spawn(fx, "canceller", cancel_it, &cancel);
    loop_run_idle(fx->loop);
    ck_assert(cancel.answer);
    ck_assert_int_eq(task_future(a)->state, FUTURE_CANCELLED);
    ck_assert_int_eq(task_future(b)->state, FUTURE_CANCELLED);
    fixture_destroy(fx);
}
END_TEST

START_TEST(a_task_cannot_await_itself) {
    Fixture *fx = fixture_new();
    Fiber *fiber = fake_fiber(fx->vm, await_it, NULL);
    Task *task = loop_task_new(fx->loop, fiber, "a", 1, true);
    fiber->ctx = task_future(task);
    run_cell(fx, task);
    ck_assert_int_eq(failure(fx, task), TRAP_RUNTIME);
    fixture_destroy(fx);
}
END_TEST

#define DEPTH 3000
START_TEST(a_long_chain_is_cancelled_without_recursion) {
    Fixture *fx = fixture_new();
    Task *task = spawn(fx, "leaf", sleep_nine, NULL);
    for (int i = 0; i < DEPTH; i++) {
        task = spawn(fx, "link", await_it, task_future(task));
    }
    Cancel cancel = {.fx = fx, .task = task};
    spawn(fx, "canceller", cancel_it, &cancel);
    loop_run_idle(fx->loop);
    ck_assert_int_eq(task_future(task)->state, FUTURE_CANCELLED);
    fixture_destroy(fx);
}
END_TEST

// ---------------------------------------------------------------- errors nobody takes

START_TEST(a_dropped_tasks_error_is_told_as_soon_as_it_ends) {
    Fixture *fx = fixture_new();
    spawn(fx, "dropped", fail_at_once, NULL);
    loop_run_idle(fx->loop);
    ck_assert_uint_eq(fx->lost_count, 1);
    ck_assert_str_eq(fx->lost_names[0], "dropped");
    fixture_destroy(fx);
}
END_TEST

START_TEST(a_kept_handle_may_still_take_it) {
    Fixture *fx = fixture_new();
    Task *task = spawn(fx, "kept", fail_at_once, NULL);
    fx->vm->root = task_handle(task);
    loop_run_idle(fx->loop);
    ck_assert_uint_eq(fx->lost_count, 0);
    fx->vm->root = 0; // overwritten in a later cell
    Task *later = cell(fx, "later", return_seven, NULL);
    run_cell(fx, later);
    loop_run_idle(fx->loop);
    ck_assert_uint_eq(fx->lost_count, 1);
    fixture_destroy(fx);
}
END_TEST

static Fixture *ending;
static uint32_t told_at_the_end;
static void lost_at_end(void *ctx, Task *task, Ptr error) {
    (void)ctx;
    (void)error;
    ck_assert_str_eq(task_name(task), "kept");
    told_at_the_end++;
}

START_TEST(the_sessions_end_tells_the_rest) {
    ending = mem_alloc(sizeof *ending);
    ending->vm = mem_alloc(sizeof *ending->vm);
    LoopHooks hooks = {.error_lost = lost_at_end};
    ending->loop = loop_new(ending->vm, &hooks, NULL, true, 0);
    Task *task = spawn(ending, "kept", fail_at_once, NULL);
    ending->vm->root = task_handle(task);
    spawn(ending, "sleeping", sleep_nine, NULL);
    Task *first = cell(ending, "cell", return_seven, NULL);
    run_cell(ending, first);
    ck_assert_uint_eq(told_at_the_end, 0);
    fixture_destroy(ending);
    ck_assert_uint_eq(told_at_the_end, 1);
}
END_TEST

START_TEST(memory_of_ended_tasks_is_used_again) {
    Fixture *fx = fixture_new();
    Task *first = spawn(fx, "a", return_seven, NULL);
    loop_run_idle(fx->loop);
    vm_collect(fx->vm);
    Task *second = spawn(fx, "b", return_seven, NULL);
    ck_assert_ptr_eq(first, second);
    ck_assert_uint_eq(task_id(second), 2);
    fixture_destroy(fx);
}
END_TEST

// Tasks that are made at one place by one maker share what they have in common, as long
// as it is the same.
static VmStop make_three(Fiber *self) {
    Loop *loop = self->vm->now.attached[VM_SLOT_LOOP];
    for (uint32_t i = 0; i < 3; i++) {
        if (i > 0) {
            task_set_loop_number(loop_current(loop), i);
        }
        for (uint32_t again = 0; again < 2; again++) {
            Task *task =
                loop_spawn(loop, fake_fiber(self->vm, return_seven, NULL), false);
            ck_assert_uint_eq(task_loop_number(task), i);
        }
    }
    return fake_return(self, 0);
}

START_TEST(tasks_of_one_place_follow_their_makers_loop) {
    Fixture *fx = fixture_new();
    fx->vm->place = "somewhere";
    run_cell(fx, cell(fx, "cell", make_three, NULL));
    fixture_destroy(fx);
}
END_TEST

static VmStop make_one(Fiber *self) {
    Loop *loop = self->vm->now.attached[VM_SLOT_LOOP];
    if (task_cell(loop_current(loop)) == 1) {
        task_set_name(loop_current(loop), "maker"); // facts of its own, for others later
    }
    Task *task = loop_spawn(loop, fake_fiber(self->vm, return_seven, NULL), false);
    *(uint64_t *)self->ctx = task_cell(task);
    return fake_return(self, 0);
}

START_TEST(a_makers_facts_that_another_gets_are_not_mistaken) {
    Fixture *fx = fixture_new();
    fx->vm->place = "somewhere";
    for (uint64_t number = 1; number < 4; number++) {
        uint64_t made_in = 0;
        Fiber *fiber = fake_fiber(fx->vm, make_one, &made_in);
        ck_assert_ptr_nonnull(loop_task_new(fx->loop, fiber, NULL, number, false));
        loop_run_idle(fx->loop);
        ck_assert_uint_eq(made_in, number);
        vm_collect(fx->vm);
    }
    fixture_destroy(fx);
}
END_TEST

int main(void) {
    TCase *tc = tcase_create("tasks");
    tcase_add_test(tc, a_result_goes_up_the_chain);
    tcase_add_test(tc, an_error_goes_to_every_awaiter);
    tcase_add_test(tc, names_and_ages);
    tcase_add_test(tc, live_tasks_are_visited_by_age);
    tcase_add_test(tc, cancelling_a_sleeper_wakes_it_now);
    tcase_add_test(tc, a_task_cancelled_before_it_began_never_runs);
    tcase_add_test(tc, cancelling_goes_down_the_chain);
    tcase_add_test(tc, a_swallowed_cancel_ends_there);
    tcase_add_test(tc, cancelling_oneself_is_told_at_the_next_wait);
    tcase_add_test(tc, a_ring_of_waits_can_be_cancelled);
    tcase_add_test(tc, a_task_cannot_await_itself);
    tcase_add_test(tc, a_long_chain_is_cancelled_without_recursion);
    tcase_add_test(tc, a_dropped_tasks_error_is_told_as_soon_as_it_ends);
    tcase_add_test(tc, a_kept_handle_may_still_take_it);
    tcase_add_test(tc, the_sessions_end_tells_the_rest);
    tcase_add_test(tc, memory_of_ended_tasks_is_used_again);
    tcase_add_test(tc, tasks_of_one_place_follow_their_makers_loop);
    tcase_add_test(tc, a_makers_facts_that_another_gets_are_not_mistaken);
    return run_suite(tc);
}
