// Sources: places from offsets, lines with any ending, ids that stay.
#include "base/source.h"

#include <check.h>
#include <string.h>

static void locate(const char *text, uint32_t offset, uint32_t line, uint32_t column) {
    Sources sources = {0};
    const Source *source = source_add(&sources, "In[1]", text, strlen(text));
    uint32_t l, c;
    source_locate(&sources, (Span){source->id, offset, offset}, &l, &c);
    ck_assert_uint_eq(l, line);
    ck_assert_uint_eq(c, column);
    source_deinit(&sources);
}

START_TEST(places) {
    locate("", 0, 1, 1);
    locate("ab", 1, 1, 2);
    locate("ab", 2, 1, 3);
    locate("a\nb\n", 2, 2, 1);
    locate("a\nb\n", 1, 1, 2); // the newline belongs to its line
    locate("a\nb\n", 4, 3, 1);
    locate("a\r\nb", 3, 2, 1);
    locate("a\nb", 99, 2, 2); // beyond the end: the end
}
END_TEST

START_TEST(line_texts) {
    Sources sources = {0};
    const Source *source = source_add(&sources, "f.c", "one\r\ntwo\n\nfour", 14);
    static const char *const lines[] = {"one", "two", "", "four"};
    for (uint32_t i = 0; i < 4; i++) {
        uint32_t size;
        const char *line = source_line(&sources, source->id, i + 1, &size);
        ck_assert_uint_eq(size, strlen(lines[i]));
        ck_assert_int_eq(strncmp(line, lines[i], size), 0);
    }
    uint32_t size = 1;
    source_line(&sources, source->id, 5, &size);
    ck_assert_uint_eq(size, 0);
    source_line(&sources, 99, 1, &size);
    ck_assert_uint_eq(size, 0);
    source_deinit(&sources);
}
END_TEST

START_TEST(ids_and_where) {
    Sources sources = {0};
    ck_assert_uint_eq(source_add(&sources, "In[1]", "x", 1)->id, 1);
    ck_assert_uint_eq(source_add(&sources, "In[2]", "a\n  y", 5)->id, 2);
    char buf[64];
    ck_assert_str_eq(source_where(&sources, (Span){2, 4, 5}, buf, sizeof buf),
                     "In[2]:2:3");
    ck_assert_str_eq(source_where(&sources, (Span){0}, buf, sizeof buf), "");
    ck_assert_ptr_null(source_get(&sources, 0));
    ck_assert_ptr_null(source_get(&sources, 3));
    source_pop(&sources);
    ck_assert_ptr_null(source_get(&sources, 2));
    source_deinit(&sources);
}
END_TEST

// A text that is there anyway is not copied, and not freed.
START_TEST(borrowing) {
    static const char text[] = "one\ntwo\n";
    Sources sources = {0};
    Source *source = source_borrow(&sources, "<x.h>", text, sizeof text - 1);
    ck_assert_ptr_eq(source->text, text);
    uint32_t line, column;
    source_locate(&sources, (Span){source->id, 5, 6}, &line, &column);
    ck_assert_uint_eq(line, 2);
    ck_assert_uint_eq(column, 2);
    source_deinit(&sources);
}
END_TEST

START_TEST(joining) {
    Span a = {1, 5, 7}, b = {1, 2, 6}, c = {2, 0, 1};
    Span ab = span_join(a, b);
    ck_assert_uint_eq(ab.begin, 2);
    ck_assert_uint_eq(ab.end, 7);
    ck_assert_uint_eq(span_join(a, c).begin, 5);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("source");
    TCase *tcase = tcase_create("source");
    tcase_add_test(tcase, places);
    tcase_add_test(tcase, line_texts);
    tcase_add_test(tcase, ids_and_where);
    tcase_add_test(tcase, borrowing);
    tcase_add_test(tcase, joining);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
