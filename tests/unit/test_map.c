// Maps against a plain array that holds the truth.
#include "base/map.h"

#include <check.h>

START_TEST(empty) {
    Map map = {0};
    uint64_t value = 5;
    ck_assert(!map_get(&map, 0, &value));
    ck_assert_uint_eq(value, 5);
    ck_assert(!map_remove(&map, 0));
    map_deinit(&map);
}
END_TEST

static void add(void *ctx, uint64_t key, uint64_t value) {
    ck_assert_uint_eq(value, key + 1);
    *(uint64_t *)ctx += key;
}

START_TEST(put_get_each) {
    Map map = {0};
    for (uint64_t key = 0; key < 1000; key++)
        map_put(&map, key, 0);
    for (uint64_t key = 0; key < 1000; key++)
        map_put(&map, key, key + 1);
    ck_assert_uint_eq(map.count, 1000);
    uint64_t sum = 0;
    map_each(&map, add, &sum);
    ck_assert_uint_eq(sum, 499500);
    map_deinit(&map);
}
END_TEST

START_TEST(removal_keeps_the_others) {
    enum { KEYS = 512 };
    Map map = {0};
    bool in[KEYS] = {false};
    uint32_t random = 1;
    for (int i = 0; i < 20000; i++) {
        random = random * 1664525 + 1013904223;
        uint32_t k = random >> 16 & (KEYS - 1);
        uint64_t key = (uint64_t)k << 20; // far apart, as addresses are
        if (random & 0x1000) {
            map_put(&map, key, k);
            in[k] = true;
        } else {
            ck_assert(map_remove(&map, key) == in[k]);
            in[k] = false;
        }
    }
    for (uint64_t k = 0; k < KEYS; k++) {
        uint64_t value = 0;
        ck_assert(map_get(&map, k << 20, &value) == in[k]);
        ck_assert(!in[k] || value == k);
    }
    map_deinit(&map);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("map");
    TCase *tcase = tcase_create("map");
    tcase_add_test(tcase, empty);
    tcase_add_test(tcase, put_get_each);
    tcase_add_test(tcase, removal_keeps_the_others);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
