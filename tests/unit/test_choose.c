// The boundary for nondeterminism: first in first out by default, a seed's shuffle the
// same every time.
#include "loop/choose.h"

#include <check.h>
#include <stdlib.h>

START_TEST(the_first_by_default) {
    Choose choose;
    choose_init(&choose, 0);
    for (uint32_t n = 1; n < 20; n++) {
        ck_assert_uint_eq(choose_among(&choose, CHOOSE_READY, n), 0);
    }
    ck_assert_uint_eq(choose.count, 18); // one candidate is no choice
}
END_TEST

START_TEST(a_seed_names_a_schedule) {
    Choose a;
    Choose b;
    Choose other;
    choose_init(&a, 0);
    choose_init(&b, 0);
    choose_init(&other, 0);
    choose_set_policy(&a, CHOOSE_SHUFFLE, 7);
    choose_set_policy(&b, CHOOSE_SHUFFLE, 7);
    choose_set_policy(&other, CHOOSE_SHUFFLE, 8);
    bool differs = false;
    uint32_t seen = 0;
    for (int i = 0; i < 100; i++) {
        uint32_t x = choose_among(&a, CHOOSE_READY, 5);
        ck_assert_uint_lt(x, 5);
        ck_assert_uint_eq(x, choose_among(&b, CHOOSE_READY, 5));
        differs |= x != choose_among(&other, CHOOSE_READY, 5);
        seen |= 1u << x;
    }
    ck_assert(differs);
    ck_assert_uint_eq(seen, 31); // every candidate comes up
}
END_TEST

START_TEST(random_numbers_do_not_depend_on_the_schedule) {
    Choose a;
    Choose b;
    choose_init(&a, 3);
    choose_init(&b, 3);
    choose_set_policy(&b, CHOOSE_SHUFFLE, 9);
    choose_among(&b, CHOOSE_READY, 4);
    for (int i = 0; i < 10; i++) {
        ck_assert(choose_random(&a) == choose_random(&b));
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("choose");
    TCase *tc = tcase_create("policies");
    tcase_add_test(tc, the_first_by_default);
    tcase_add_test(tc, a_seed_names_a_schedule);
    tcase_add_test(tc, random_numbers_do_not_depend_on_the_schedule);
    suite_add_tcase(suite, tc);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
