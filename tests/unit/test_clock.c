// The two clocks: the virtual one stands still until told to jump; each has a line of its
// own.
#include "loop/clock.h"

#include <check.h>
#include <stdlib.h>

START_TEST(virtual_time_stands_still) {
    Clock clock;
    clock_init(&clock, true);
    ck_assert_uint_eq(clock_now_ns(&clock), 0);
    clock_jump(&clock, 4 * NS_PER_S);
    ck_assert_uint_eq(clock_now_ns(&clock), 4 * NS_PER_S);
    clock_jump(&clock, 3 * NS_PER_S); // never backwards
    ck_assert_uint_eq(clock_now_ns(&clock), 4 * NS_PER_S);
    ck_assert_uint_eq(clock_wall_ns(&clock), (CLOCK_VIRTUAL_EPOCH_S + 4) * NS_PER_S);
}
END_TEST

START_TEST(real_time_goes_on) {
    Clock clock;
    clock_init(&clock, false);
    uint64_t before_ns = clock_now_ns(&clock);
    uint64_t after_ns = clock_now_ns(&clock);
    ck_assert(after_ns >= before_ns);
    ck_assert(clock_wall_ns(&clock) > 1600000000ull * NS_PER_S);
    ck_assert_uint_eq(clock_monotonic_ns(&clock, 5), clock.start_ns + 5);
}
END_TEST

START_TEST(changing_lines_tells_the_distance) {
    Clock clock;
    clock_init(&clock, true);
    clock_jump(&clock, 100 * NS_PER_S);
    int64_t distance_ns = clock_set_virtual(&clock, false);
    // A sleep until 101 on the virtual line has one second left on the real one.
    uint64_t deadline_ns = 101 * NS_PER_S + (uint64_t)distance_ns;
    ck_assert(deadline_ns - clock_now_ns(&clock) <= NS_PER_S);
    distance_ns = clock_set_virtual(&clock, true);
    ck_assert_uint_eq(clock_now_ns(&clock), 100 * NS_PER_S);
    ck_assert(distance_ns > 99 * (int64_t)NS_PER_S);
}
END_TEST

START_TEST(what_was_waited_for_has_passed) {
    Clock clock;
    clock_init(&clock, true);
    clock_waited(&clock, CLOCK_NOISE_NS - 1, NS_PER_S); // this machine's own affair
    ck_assert_uint_eq(clock_now_ns(&clock), 0);
    clock_waited(&clock, NS_PER_S / 4, NS_PER_S);
    ck_assert_uint_eq(clock_now_ns(&clock), NS_PER_S / 4);
    clock_waited(&clock, NS_PER_S, NS_PER_S); // the timer came late: not past it
    ck_assert_uint_eq(clock_now_ns(&clock), NS_PER_S);
    clock_waited(&clock, 10, NS_PER_S + 10); // short, and yet all that was missing
    ck_assert_uint_eq(clock_now_ns(&clock), NS_PER_S + 10);
    uint64_t wake_ns = clock_monotonic_ns(&clock, 3 * NS_PER_S + 10);
    ck_assert(wake_ns <= clock_real_ns() + 2 * NS_PER_S);
    clock_init(&clock, false);
    uint64_t before_ns = clock_now_ns(&clock);
    clock_waited(&clock, NS_PER_S, 100 * NS_PER_S); // the real one needs no telling
    ck_assert(clock_now_ns(&clock) - before_ns < NS_PER_S);
}
END_TEST

START_TEST(cpu_time_is_counted) {
    uint64_t user_ns;
    uint64_t system_ns;
    clock_cpu_ns(&user_ns, &system_ns);
    uint64_t again_user_ns;
    uint64_t again_system_ns;
    clock_cpu_ns(&again_user_ns, &again_system_ns);
    ck_assert(again_user_ns + again_system_ns >= user_ns + system_ns);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("clock");
    TCase *tc = tcase_create("lines");
    tcase_add_test(tc, virtual_time_stands_still);
    tcase_add_test(tc, real_time_goes_on);
    tcase_add_test(tc, changing_lines_tells_the_distance);
    tcase_add_test(tc, what_was_waited_for_has_passed);
    tcase_add_test(tc, cpu_time_is_counted);
    suite_add_tcase(suite, tc);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
