// Allocation: zeroed, never NULL, strings copied whole.
#include "base/mem.h"
#include "base/vec.h"

#include <check.h>
#include <string.h>

START_TEST(memory_is_zeroed_and_never_null) {
    unsigned char *ptr = mem_alloc(64);
    for (int i = 0; i < 64; i++)
        ck_assert_uint_eq(ptr[i], 0);
    ptr = mem_resize(ptr, 1000);
    ptr[999] = 1;
    mem_free(ptr);
    void *nothing = mem_alloc(0);
    ck_assert_ptr_nonnull(nothing);
    mem_free(nothing);
    mem_free(NULL);
}
END_TEST

START_TEST(strings_are_copied) {
    char *a = mem_strdup("abc"), *b = mem_strndup("abc", 2),
         *c = mem_printf("%d-%s", 42, a);
    ck_assert_str_eq(a, "abc");
    ck_assert_str_eq(b, "ab");
    ck_assert_str_eq(c, "42-abc");
    mem_free(a);
    mem_free(b);
    mem_free(c);
}
END_TEST

START_TEST(vectors_grow) {
    VEC(int) v = {0};
    for (int i = 0; i < 1000; i++)
        vec_push(v, i);
    ck_assert_uint_eq(v.count, 1000);
    ck_assert_int_eq(v.data[999], 999);
    ck_assert_int_eq(vec_last(v), 999);
    vec_free(v);
    ck_assert_ptr_null(v.data);
}
END_TEST

START_TEST(strings_grow_and_stay_terminated) {
    Str s = {0};
    for (int i = 0; i < 100; i++)
        str_printf(&s, "%d,", i);
    str_putc(&s, '!');
    str_add(&s, "a\0b", 3);
    ck_assert_uint_eq(s.count, 294); // 10 * 2 + 90 * 3 + 4
    ck_assert_int_eq(s.data[s.count], 0);
    char *taken = str_take(&s);
    ck_assert_ptr_null(s.data);
    mem_free(taken);
    taken = str_take(&s);
    ck_assert_str_eq(taken, "");
    mem_free(taken);
    char big[5000];
    memset(big, 'x', sizeof big - 1);
    big[sizeof big - 1] = '\0';
    str_printf(&s, "<%s>", big);
    ck_assert_uint_eq(s.count, sizeof big + 1);
    str_free(&s);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("mem");
    TCase *tcase = tcase_create("mem");
    tcase_add_test(tcase, memory_is_zeroed_and_never_null);
    tcase_add_test(tcase, strings_are_copied);
    tcase_add_test(tcase, vectors_grow);
    tcase_add_test(tcase, strings_grow_and_stay_terminated);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
