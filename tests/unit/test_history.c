// test_history.c: range, tail and search, and the globs of search.
#include "history.h"

#include <check.h>

static History history;

static void setup(void) {
    history_init(&history);
    history_add(&history, 1, bytes_of("int x = 1;"));
    history_add(&history, 2, bytes_of("x + 1"));
    history_add(&history, 3, bytes_of("x + 2"));
    history_add(&history, 4, bytes_of("x + 1"));
    history_set_output(&history, 2, bytes_of("2"));
}

static void teardown(void) {
    history_deinit(&history);
}

static void expect(HistoryQuery query, const char *json) {
    JsonOut out = {0};
    history_write(&history, &query, &out);
    buf_add_char(&out.buf, '\0');
    ck_assert_str_eq(out.buf.data, json);
    out_deinit(&out);
}

START_TEST(test_tail) {
    expect((HistoryQuery){.access = HISTORY_TAIL, .n = 2},
           "[[1,3,\"x + 2\"],[1,4,\"x + 1\"]]");
    expect((HistoryQuery){.access = HISTORY_TAIL, .n = 0}, "[]");
}
END_TEST

START_TEST(test_range) {
    expect(
        (HistoryQuery){.access = HISTORY_RANGE, .start = 2, .stop = 3, .has_stop = true},
        "[[1,2,\"x + 1\"]]");
    expect(
        (HistoryQuery){
            .access = HISTORY_RANGE, .session = 1, .start = -1, .output = true},
        "[[1,4,[\"x + 1\",null]]]");
    expect((HistoryQuery){.access = HISTORY_RANGE, .session = -1, .start = 1}, "[]");
}
END_TEST

START_TEST(test_search) {
    expect(
        (HistoryQuery){
            .access = HISTORY_SEARCH, .pattern = "x*1", .n = -1, .output = true},
        "[[1,2,[\"x + 1\",\"2\"]],[1,4,[\"x + 1\",null]]]");
    expect(
        (HistoryQuery){
            .access = HISTORY_SEARCH, .pattern = "x*", .n = -1, .unique = true},
        "[[1,3,\"x + 2\"],[1,4,\"x + 1\"]]");
    expect((HistoryQuery){.access = HISTORY_SEARCH, .pattern = "*x*", .n = 1},
           "[[1,4,\"x + 1\"]]");
}
END_TEST

START_TEST(test_globs) {
    ck_assert(history_glob("", ""));
    ck_assert(history_glob("*", ""));
    ck_assert(!history_glob("?", ""));
    ck_assert(history_glob("a?c", "a\xC3\xA9"
                                  "c")); // one character, two bytes
    ck_assert(history_glob("*b*d", "abcd"));
    ck_assert(!history_glob("*b*d", "abcde"));
    ck_assert(history_glob("[a-c]x[^0-9]", "bxy"));
    ck_assert(!history_glob("[a-c]x[^0-9]", "bx1"));
    ck_assert(!history_glob("[a", "a"));
    char many[2001];
    memset(many, 'a', 2000);
    many[2000] = '\0';
    ck_assert(!history_glob("*a*a*a*a*a*a*a*a*b", many)); // and soon
}
END_TEST

START_TEST(test_the_oldest_are_forgotten) {
    for (int i = 5; i <= HISTORY_ENTRIES_MAX + 1; i++) {
        history_add(&history, i, bytes_of("y"));
    }
    ck_assert_uint_le(history.count, HISTORY_ENTRIES_MAX);
    ck_assert_int_eq(history.entries[history.count - 1].line, HISTORY_ENTRIES_MAX + 1);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("history");
    TCase *tcase = tcase_create("history");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, test_tail);
    tcase_add_test(tcase, test_range);
    tcase_add_test(tcase, test_search);
    tcase_add_test(tcase, test_globs);
    tcase_add_test(tcase, test_the_oldest_are_forgotten);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures != 0;
}
