// The timer heap: order by deadline, ties by age, stale entries that wake nobody, and its
// shift with the clock.
#include "loop/timer.h"

#include <check.h>
#include <stdlib.h>

// A target is live while the sequence it remembers is the entry's.
#define TARGETS 5000
static uint32_t remembered[TARGETS];

static bool is_live(void *ctx, const Timer *timer) {
    (void)ctx;
    return remembered[timer->target] == timer->sequence;
}

static void add(Timers *timers, uint64_t deadline_ns, uint32_t target) {
    remembered[target] = timer_add(timers, deadline_ns, target);
}

static uint32_t take(Timers *timers) {
    Timer first;
    if (!timer_first(timers, is_live, NULL, &first)) {
        return UINT32_MAX;
    }
    timer_pop(timers);
    remembered[first.target] = 0;
    return first.target;
}

static void forget(Timers *timers, uint32_t target) {
    remembered[target] = 0;
    timer_forget(timers, is_live, NULL);
}

START_TEST(earliest_first_ties_by_age) {
    Timers timers = {0};
    add(&timers, 30, 0);
    add(&timers, 10, 1);
    add(&timers, 20, 2);
    add(&timers, 10, 3);
    add(&timers, 20, 4);
    uint32_t expected[] = {1, 3, 2, 4, 0};
    for (size_t i = 0; i < COUNT_OF(expected); i++) {
        ck_assert_uint_eq(take(&timers), expected[i]);
    }
    ck_assert_uint_eq(take(&timers), UINT32_MAX);
    timer_deinit(&timers);
}
END_TEST

START_TEST(what_is_due_is_told_in_order) {
    Timers timers = {0};
    static Timer due[TIMER_DUE_MAX];
    for (uint32_t i = 0; i < TARGETS; i++) {
        add(&timers, (i * 7919u) % TARGETS, i); // each moment once
    }
    uint32_t count = timer_due(&timers, is_live, NULL, 9, due);
    ck_assert_uint_eq(count, 10);
    for (uint32_t i = 0; i < count; i++) {
        ck_assert_uint_eq(due[i].deadline_ns, i);
    }
    forget(&timers, due[0].target);
    count = timer_due(&timers, is_live, NULL, TARGETS, due); // more than are wanted
    ck_assert_uint_eq(count, TIMER_DUE_MAX);
    for (uint32_t i = 0; i < count; i++) {
        ck_assert_uint_eq(due[i].deadline_ns, i + 1);
    }
    timer_deinit(&timers);
}
END_TEST

START_TEST(stale_entries_are_skipped) {
    Timers timers = {0};
    add(&timers, 10, 0);
    add(&timers, 20, 1);
    add(&timers, 30, 2);
    forget(&timers, 0);
    forget(&timers, 1);
    add(&timers, 40,
        0); // the same target waits anew: the old entry must not wake it at 10
    ck_assert_uint_eq(take(&timers), 2);
    ck_assert_uint_eq(take(&timers), 0);
    ck_assert_uint_eq(timers.count, 0);
    timer_deinit(&timers);
}
END_TEST

START_TEST(many_in_any_order) {
    Timers timers = {0};
    uint64_t seed = 1;
    for (uint32_t i = 0; i < TARGETS; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        add(&timers, (seed >> 33) % 1000, i);
    }
    uint64_t last_ns = 0;
    uint32_t last_target = 0;
    for (uint32_t i = 0; i < TARGETS; i++) {
        Timer first;
        ck_assert(timer_first(&timers, is_live, NULL, &first));
        ck_assert(first.deadline_ns >= last_ns);
        if (first.deadline_ns == last_ns && i > 0) {
            ck_assert_uint_gt(first.target, last_target); // targets were added in order
        }
        last_ns = first.deadline_ns;
        last_target = first.target;
        timer_pop(&timers);
    }
    timer_deinit(&timers);
}
END_TEST

START_TEST(a_majority_of_stale_entries_is_swept) {
    Timers timers = {0};
    for (uint32_t i = 0; i < TARGETS; i++) {
        add(&timers, TARGETS - i, i);
    }
    for (uint32_t i = 0; i < TARGETS; i++) {
        if (i % 10 != 0) {
            forget(&timers, i);
        }
    }
    ck_assert_uint_lt(timers.count, TARGETS / 2);
    for (uint32_t i = TARGETS; i-- > 0;) {
        if (i % 10 == 0) {
            ck_assert_uint_eq(take(&timers), i);
        }
    }
    ck_assert_uint_eq(take(&timers), UINT32_MAX);
    timer_deinit(&timers);
}
END_TEST

START_TEST(sequences_survive_their_wrap) {
    Timers timers = {.next_sequence = UINT32_MAX - 1};
    add(&timers, 10, 0); // UINT32_MAX
    add(&timers, 10, 1); // would be 0, which means none: 1
    ck_assert_uint_ne(remembered[1], 0);
    ck_assert_uint_eq(take(&timers), 0);
    ck_assert_uint_eq(take(&timers), 1);
    timer_deinit(&timers);
}
END_TEST

START_TEST(a_shift_keeps_the_order) {
    Timers timers = {0};
    add(&timers, 100, 0);
    add(&timers, 90, 1);
    add(&timers, 200, 2);
    timer_shift(&timers, -95); // 1 was due long ago: clamped to 0
    Timer first;
    ck_assert(timer_first(&timers, is_live, NULL, &first));
    ck_assert_uint_eq(first.deadline_ns, 0);
    ck_assert_uint_eq(take(&timers), 1);
    ck_assert_uint_eq(take(&timers), 0);
    ck_assert(timer_first(&timers, is_live, NULL, &first));
    ck_assert_uint_eq(first.deadline_ns, 105);
    timer_deinit(&timers);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("timer");
    TCase *tc = tcase_create("heap");
    tcase_add_test(tc, earliest_first_ties_by_age);
    tcase_add_test(tc, stale_entries_are_skipped);
    tcase_add_test(tc, what_is_due_is_told_in_order);
    tcase_add_test(tc, many_in_any_order);
    tcase_add_test(tc, a_majority_of_stale_entries_is_swept);
    tcase_add_test(tc, sequences_survive_their_wrap);
    tcase_add_test(tc, a_shift_keeps_the_order);
    suite_add_tcase(suite, tc);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
