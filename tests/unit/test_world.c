// The uv loop and its mailbox: posts from other threads and from a signal handler arrive,
// nothing is lost, waits end at their deadline. Run under TSan as well.
#include "loop/world.h"

#include <check.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>

static uint64_t monotonic_ns(void) {
    struct timespec ts;
    clock_gettime(CLOCK_MONOTONIC, &ts);
    return (uint64_t)ts.tv_sec * 1000000000u + (uint64_t)ts.tv_nsec;
}

#define LINES 200

static void *post_lines(void *ctx) {
    for (int i = 0; i < LINES; i++) {
        char text[16];
        int n = snprintf(text, sizeof text, "%d", i);
        world_post_input(ctx, text, (size_t)n);
    }
    return NULL;
}

static void *post_stop(void *ctx) {
    world_post_stop(ctx);
    return NULL;
}

static void *post_interrupt(void *ctx) {
    world_post_interrupt(ctx);
    return NULL;
}

START_TEST(lines_from_another_thread_come_in_order) {
    World world;
    world_init(&world, NULL);
    pthread_t thread;
    ck_assert_int_eq(pthread_create(&thread, NULL, post_lines, &world), 0);
    for (int i = 0; i < LINES;) {
        InputLine line;
        if (world_take_input(&world, &line)) {
            ck_assert_int_eq(atoi(line.text), i++);
            mem_free(line.text);
        } else {
            world_wait(&world, 0); // for ever, but for the post
        }
    }
    pthread_join(thread, NULL);
    world_deinit(&world);
}
END_TEST

START_TEST(flags_arrive_once) {
    World world;
    world_init(&world, NULL);
    pthread_t threads[2];
    ck_assert_int_eq(pthread_create(&threads[0], NULL, post_stop, &world), 0);
    ck_assert_int_eq(pthread_create(&threads[1], NULL, post_interrupt, &world), 0);
    bool stopped = false;
    bool interrupted = false;
    while (!stopped || !interrupted) {
        stopped |= world_take_stop(&world);
        interrupted |= world_take_interrupt(&world);
        if (!stopped || !interrupted) {
            world_wait(&world, 0);
        }
    }
    pthread_join(threads[0], NULL);
    pthread_join(threads[1], NULL);
    ck_assert(!world_take_stop(&world));
    ck_assert(!world_take_interrupt(&world));
    world_deinit(&world);
}
END_TEST

static World *of_handler;

static void on_signal(int number) {
    (void)number;
    world_post_interrupt(of_handler);
}

START_TEST(a_signal_handler_may_post) {
    World world;
    world_init(&world, NULL);
    of_handler = &world;
    struct sigaction action = {.sa_handler = on_signal};
    struct sigaction before;
    ck_assert_int_eq(sigaction(SIGUSR1, &action, &before), 0);
    raise(SIGUSR1);
    world_wait(&world, 0);
    ck_assert(world_take_interrupt(&world));
    sigaction(SIGUSR1, &before, NULL);
    world_deinit(&world);
}
END_TEST

// The one test on the real clock. epoll's own timeout counts whole milliseconds, so it
// would always be at least half of one late here; ours is not, as soon as the machine lets
// us run in time: once is enough, however busy it is.
START_TEST(a_wait_ends_at_its_deadline) {
    enum { WAIT_NS = 2500000, LATE_NS = 250000, TRIES = 1000 };
    World world;
    world_init(&world, NULL);
    uint64_t late_ns = UINT64_MAX;
    for (int i = 0; i < TRIES && late_ns >= LATE_NS; i++) {
        uint64_t deadline_ns = monotonic_ns() + WAIT_NS;
        while (monotonic_ns() < deadline_ns) {
            world_wait(&world, deadline_ns);
        }
        late_ns = monotonic_ns() - deadline_ns;
    }
    ck_assert_uint_lt(late_ns, LATE_NS);
    world_deinit(&world);
}
END_TEST

static void on_host_timer(uv_timer_t *timer) {
    *(bool *)timer->data = true;
}

START_TEST(the_hosts_handles_are_served) {
    uv_loop_t host;
    uv_loop_init(&host);
    World world;
    world_init(&world, &host);
    bool fired = false;
    uv_timer_t timer;
    uv_timer_init(&host, &timer);
    timer.data = &fired;
    uv_timer_start(&timer, on_host_timer, 0, 0);
    while (!fired) {
        world_poll(&world);
    }
    uv_close((uv_handle_t *)&timer, NULL);
    world_deinit(&world);
    uv_run(&host, UV_RUN_DEFAULT);
    ck_assert_int_eq(uv_loop_close(&host), 0); // all our handles are gone
}
END_TEST

int main(void) {
    Suite *suite = suite_create("world");
    TCase *tc = tcase_create("posts");
    tcase_add_test(tc, lines_from_another_thread_come_in_order);
    tcase_add_test(tc, flags_arrive_once);
    tcase_add_test(tc, a_signal_handler_may_post);
    tcase_add_test(tc, a_wait_ends_at_its_deadline);
    tcase_add_test(tc, the_hosts_handles_are_served);
    suite_add_tcase(suite, tc);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
