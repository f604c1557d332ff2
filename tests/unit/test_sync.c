// Locks and their kin, on the scheduler alone: the two steps of a turn (given, taken),
// and what a cancel between them, or before them, does.
#include "fake_vm.h"
#include "loop/sync.h"

typedef struct World {
    Fixture *fx;
    Lock lock;
    Event event;
    Condition condition;
    Semaphore semaphore;
    Barrier barrier;
} World;

static World world_of(Fixture *fx) {
    World world = {.fx = fx};
    lock_init(&world.lock, 0);
    event_init(&world.event, 0);
    semaphore_init(&world.semaphore, 1, true, 0);
    barrier_init(&world.barrier, 2, 0);
    return world;
}

static const char *me(const World *world) {
    return task_name(loop_current(world->fx->loop));
}

// Takes the lock, says so, sleeps a second, gives it back.
static VmStop locks(Fiber *self) {
    World *world = self->ctx;
    Loop *loop = world->fx->loop;
    switch (self->at++) {
    case 0:
        if (!lock_acquire(loop, &world->lock)) {
            return VM_PENDING;
        } // fall through
    case 1:
        self->at = 2;
        say(world->fx, "%s ", me(world));
        return fake_sleep(self, 1);
    default:
        ck_assert(lock_release(loop, &world->lock));
        return fake_return(self, 0);
    }
}

START_TEST(a_lock_goes_to_the_first) {
    Fixture *fx = fixture_new();
    World world = world_of(fx);
    spawn(fx, "a", locks, &world);
    spawn(fx, "b", locks, &world);
    spawn(fx, "c", locks, &world);
    loop_run_idle(fx->loop);
    ck_assert_str_eq(fx->log, "a b c ");
    ck_assert(!world.lock.is_locked);
    ck_assert(!lock_release(fx->loop, &world.lock)); // nobody has it
    ck_assert_double_eq(now_s(fx), 3);
    fixture_destroy(fx);
}
END_TEST

// Holds the lock for a second, then cancels the one whose turn it is, in the same step.
typedef struct Spoiler {
    World *world;
    Task *victim;
    bool before; // cancels before the turn is given
} Spoiler;

static VmStop spoils(Fiber *self) {
    Spoiler *spoiler = self->ctx;
    Loop *loop = spoiler->world->fx->loop;
    if (self->at++ == 0) {
        ck_assert(lock_acquire(loop, &spoiler->world->lock));
        return fake_sleep(self, 1);
    }
    if (spoiler->before) {
        ck_assert(loop_cancel(loop, spoiler->victim));
    }
    ck_assert(lock_release(loop, &spoiler->world->lock));
    if (!spoiler->before) {
        ck_assert(loop_cancel(loop, spoiler->victim));
    }
    return fake_return(self, 0);
}

START_TEST(a_cancelled_turn_is_passed_on) {
    for (int before = 0; before < 2; before++) {
        Fixture *fx = fixture_new();
        World world = world_of(fx);
        Spoiler spoiler = {&world, NULL, before != 0};
        spawn(fx, "spoiler", spoils, &spoiler);
        spoiler.victim = spawn(fx, "a", locks, &world);
        spawn(fx, "b", locks, &world);
        loop_run_idle(fx->loop);
        ck_assert_str_eq(fx->log, "b ");
        ck_assert_int_eq(task_future(spoiler.victim)->state, FUTURE_CANCELLED);
        ck_assert_uint_eq(world.lock.sync.given, 0);
        ck_assert_uint_eq(world.lock.sync.waiting, 0);
        fixture_destroy(fx);
    }
}
END_TEST

static VmStop waits_for_event(Fiber *self) {
    World *world = self->ctx;
    if (self->at++ == 0 && !event_wait(world->fx->loop, &world->event)) {
        return VM_PENDING;
    }
    say(world->fx, "%s ", me(world));
    return fake_return(self, 0);
}

START_TEST(an_event_wakes_all_in_order) {
    Fixture *fx = fixture_new();
    World world = world_of(fx);
    spawn(fx, "a", waits_for_event, &world);
    Task *b = spawn(fx, "b", waits_for_event, &world);
    spawn(fx, "c", waits_for_event, &world);
    loop_run_idle(fx->loop);
    ck_assert_uint_eq(world.event.sync.waiting, 3);
    char *what = task_waiting_on(fx->loop, b);
    ck_assert_str_eq(what, "an event");
    mem_free(what);
    loop_cancel(fx->loop, b);
    event_set(fx->loop, &world.event);
    world.event.is_set = false;
    loop_run_idle(fx->loop);
    ck_assert_str_eq(fx->log, "a c ");
    fixture_destroy(fx);
}
END_TEST

// Waits for the condition; its error, if any, comes only with the lock.
static VmStop waits_for_condition(Fiber *self) {
    World *world = self->ctx;
    self->catches = true;
    if (self->at++ == 0) {
        ck_assert(lock_acquire(world->fx->loop, &world->lock));
        condition_wait(world->fx->loop, &world->condition);
        return VM_PENDING;
    }
    ck_assert(world->lock.is_locked);
    say(world->fx, "%s%s ", me(world), self->error != 0 ? "!" : "");
    ck_assert(lock_release(world->fx->loop, &world->lock));
    return self->error != 0 ? fake_fail(self, TRAP_CANCELLED) : fake_return(self, 0);
}

static VmStop keeps_lock(Fiber *self) {
    World *world = self->ctx;
    Loop *loop = world->fx->loop;
    switch (self->at++) {
    case 0:
        ck_assert(lock_acquire(loop, &world->lock));
        condition_notify(loop, &world->condition, 2);
        return fake_sleep(self, 1);
    case 1:
        say(world->fx, "unlock ");
        ck_assert(lock_release(loop, &world->lock));
        return fake_return(self, 0);
    default:
        return VM_FAILED;
    }
}

static bool two_wait_for_the_lock(void *ctx) {
    return ((World *)ctx)->lock.sync.waiting == 2;
}

START_TEST(a_condition_gives_the_lock_back) {
    Fixture *fx = fixture_new();
    World world = world_of(fx);
    condition_init(&world.condition, &world.lock, 0);
    Task *a = spawn(fx, "a", waits_for_condition, &world);
    spawn(fx, "b", waits_for_condition, &world);
    spawn(fx, "c", waits_for_condition, &world);
    loop_run_idle(fx->loop);
    ck_assert_uint_eq(world.condition.sync.waiting, 3);
    spawn(fx, "keeper", keeps_lock, &world);
    loop_run_until(fx->loop, two_wait_for_the_lock, &world);
    loop_cancel(fx->loop, a); // waits for the lock by now: to the end of the line
    loop_run_idle(fx->loop);
    ck_assert_str_eq(fx->log, "unlock b a! ");
    ck_assert_int_eq(task_future(a)->state, FUTURE_CANCELLED);
    ck_assert_uint_eq(world.condition.sync.waiting, 1);
    fixture_destroy(fx);
}
END_TEST

static VmStop takes_semaphore(Fiber *self) {
    World *world = self->ctx;
    Loop *loop = world->fx->loop;
    switch (self->at++) {
    case 0:
        if (!semaphore_acquire(loop, &world->semaphore)) {
            return VM_PENDING;
        } // fall through
    case 1:
        self->at = 2;
        say(world->fx, "%s ", me(world));
        return fake_sleep(self, 1);
    default:
        ck_assert(semaphore_release(loop, &world->semaphore));
        return fake_return(self, 0);
    }
}

static bool two_wait_for_the_semaphore(void *ctx) {
    return ((World *)ctx)->semaphore.sync.waiting == 2;
}

START_TEST(a_semaphore_is_fair_and_bounded) {
    Fixture *fx = fixture_new();
    World world = world_of(fx);
    spawn(fx, "a", takes_semaphore, &world);
    Task *b = spawn(fx, "b", takes_semaphore, &world);
    spawn(fx, "c", takes_semaphore, &world);
    loop_run_until(fx->loop, two_wait_for_the_semaphore, &world);
    loop_cancel(fx->loop, b);
    loop_run_idle(fx->loop);
    ck_assert_str_eq(fx->log, "a c ");
    ck_assert_int_eq(world.semaphore.value, 1);
    ck_assert(!semaphore_release(fx->loop, &world.semaphore));
    fixture_destroy(fx);
}
END_TEST

static VmStop meets(Fiber *self) {
    World *world = self->ctx;
    int64_t index = self->in.i;
    if (self->at++ == 0) {
        switch (barrier_wait(world->fx->loop, &world->barrier, &index)) {
        case BARRIER_WAITS:
            return VM_PENDING;
        case BARRIER_IS_BROKEN:
            return fake_fail(self, TRAP_RUNTIME);
        case BARRIER_THROUGH:
            break;
        }
    }
    say(world->fx, "%s%d ", me(world), (int)index);
    return fake_return(self, 0);
}

START_TEST(a_barrier_opens_and_breaks) {
    Fixture *fx = fixture_new();
    World world = world_of(fx);
    spawn(fx, "a", meets, &world);
    spawn(fx, "b", meets, &world);
    spawn(fx, "c", meets, &world); // too early: waits for the round to be over
    spawn(fx, "d", meets, &world);
    loop_run_idle(fx->loop);
    ck_assert_str_eq(fx->log, "b1 a0 d1 c0 ");
    spawn(fx, "e", meets, &world);
    loop_run_idle(fx->loop);
    ck_assert_int_eq(world.barrier.count, 1);
    barrier_abort(fx->loop, &world.barrier);
    spawn(fx, "f", meets, &world);
    loop_run_idle(fx->loop);
    ck_assert_str_eq(fx->lost_names[0], "e"); // BrokenBarrierError, and nobody awaits it
    ck_assert_str_eq(fx->lost_names[1], "f");
    ck_assert_int_eq(world.barrier.count, 0);
    barrier_deinit(&world.barrier);
    fixture_destroy(fx);
}
END_TEST

int main(void) {
    TCase *tc = tcase_create("sync");
    tcase_add_test(tc, a_lock_goes_to_the_first);
    tcase_add_test(tc, a_cancelled_turn_is_passed_on);
    tcase_add_test(tc, an_event_wakes_all_in_order);
    tcase_add_test(tc, a_condition_gives_the_lock_back);
    tcase_add_test(tc, a_semaphore_is_fair_and_bounded);
    tcase_add_test(tc, a_barrier_opens_and_breaks);
    return run_suite(tc);
}
