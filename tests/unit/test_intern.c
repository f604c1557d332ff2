// Names: equal spelling, equal pointer, for as long as the interner lives.
#include "base/intern.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

START_TEST(same_spelling_same_name) {
    Interner *names = intern_new();
    Name *a = intern_cstr(names, "fibonacci_number");
    ck_assert_ptr_eq(a, intern_get(names, "fibonacci_number(", 16));
    ck_assert_ptr_ne(a, intern_cstr(names, "fibonacci_numbes"));
    ck_assert_ptr_ne(a, intern_cstr(names, "fibonacci_numbe"));
    ck_assert_str_eq(a->text, "fibonacci_number");
    ck_assert_uint_eq(a->size_bytes, 16);
    ck_assert_ptr_null(intern_find(names, "other", 5));
    ck_assert_ptr_eq(intern_find(names, "fibonacci_number", 16), a);
    ck_assert_uint_eq(intern_cstr(names, "")->size_bytes, 0);
    intern_destroy(&names);
    ck_assert_ptr_null(names);
    intern_destroy(&names);
}
END_TEST

static void count(void *ctx, Name *name) {
    (void)name;
    ++*(int *)ctx;
}

START_TEST(many_names_stay_where_they_are) {
    enum { MANY = 10000 };
    Interner *names = intern_new();
    static Name *made[MANY];
    char text[32];
    for (int i = 0; i < MANY; i++) {
        snprintf(text, sizeof text, "name_%d", i);
        made[i] = intern_cstr(names, text);
    }
    for (int i = 0; i < MANY; i++) {
        snprintf(text, sizeof text, "name_%d", i);
        ck_assert_ptr_eq(intern_cstr(names, text), made[i]);
    }
    int visited = 0;
    intern_each(names, count, &visited);
    ck_assert_int_eq(visited, MANY);
    intern_destroy(&names);
}
END_TEST

typedef struct Births {
    Interner *names;
    int count;
} Births;

// "aaaa" makes "aaa" be born, and so on: births within births.
static void on_birth(void *ctx, Name *name) {
    Births *births = ctx;
    births->count++;
    ck_assert_ptr_eq(intern_find(births->names, name->text, name->size_bytes), name);
    ck_assert_uint_eq(intern_hash(name->text, name->size_bytes), name->hash);
    if (name->size_bytes > 1)
        intern_get(births->names, name->text, name->size_bytes - 1);
}

START_TEST(births_are_told_once) {
    Births births = {.names = intern_new()};
    intern_cstr(births.names, "aa"); // before anybody listens
    intern_on_birth(births.names, on_birth, &births);
    intern_cstr(births.names, "aaaa");
    ck_assert_int_eq(births.count, 2); // and "aaa"
    intern_cstr(births.names, "aaaa");
    intern_find(births.names, "b", 1);
    ck_assert_int_eq(births.count, 2);
    intern_destroy(&births.names);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("intern");
    TCase *tcase = tcase_create("intern");
    tcase_add_test(tcase, same_spelling_same_name);
    tcase_add_test(tcase, many_names_stay_where_they_are);
    tcase_add_test(tcase, births_are_told_once);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
