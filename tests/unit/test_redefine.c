// A name gets another type in a later cell: functions compiled before go on with the old one, and a note says so.
#include "session_host.h"

#include <check.h>

static Host *host;

static void begin(void) {
    host = host_new();
}
static void end(void) {
    host_destroy(host);
}

// What the cell printed and told.
static const char *log_of(const char *code) {
    host_run(host, code);
    ck_assert_int_eq(host->status, CORA_OK);
    return host->log;
}

START_TEST(a_caller_keeps_the_old_function) {
    log_of("int g(int a) { return a + 1; }\nint h(void) { return g(1); }");
    ck_assert_str_eq(
        log_of("long g(long a) { return a; }\nprintf(\"%d %ld\\n\", h(), g(7));"),
        "!2:keeps-old: `g` has another type now: `h` goes on with the one of In[1]\n"
        "2 7\n");
    // Told once; and a caller that is compiled again has the new one.
    ck_assert_str_eq(log_of("long g(long a) { return -a; }"), "");
    ck_assert_str_eq(log_of("int h(void) { return g(1); }\nprintf(\"%d\\n\", h());"),
                     "-1\n");
    ck_assert_ptr_nonnull(strstr(log_of("char *g(void) { return \"\"; }"),
                                 "`h` goes on with the one of In[3]"));
}
END_TEST

START_TEST(the_same_type_needs_no_note) {
    log_of("int g(int a) { return a + 1; }\nint h(void) { return g(1); }");
    ck_assert_str_eq(log_of("int g(int a) { return a; }"), "");
}
END_TEST

START_TEST(variables_too) {
    log_of("int x = 5;\nint *where(void) { return &x; }\nint get(void) { return x; }");
    ck_assert_str_eq(log_of("double x = 2.5;"),
                     "!2:keeps-old: `x` has another type now: `where` and `get` go on "
                     "with the one of In[1]\n");
}
END_TEST

START_TEST(many_are_counted) {
    log_of("int x;\nint a(void) { return x; } int b(void) { return x; } int c(void) { "
           "return x; }\n"
           "int d(void) { return x; } int e(void) { return x; }");
    ck_assert_ptr_nonnull(strstr(log_of("long x;"), "`a`, `b`, `c` and 2 more"));
}
END_TEST

// Each change is told when it happens; the way back to the first type is a third function.
START_TEST(each_change_is_told_once) {
    log_of("int g(void) { return 1; }\nint first(void) { return g(); }");
    ck_assert_ptr_nonnull(
        strstr(log_of("long g(void) { return 2; }\nlong second(void) { return g(); }"),
               "`first` goes on with the one of In[1]"));
    ck_assert_str_eq(
        log_of("int g(void) { return 3; }\nprintf(\"%d %ld\\n\", first(), second());"),
        "!3:keeps-old: `g` has another type now: `second` goes on with the one of In[2]\n"
        "1 2\n");
}
END_TEST

// What nobody in force uses, what is the library's, what is local: no word.
START_TEST(nothing_to_tell) {
    log_of("int g(void) { return 1; }\nint h(void) { return g(); }");
    log_of("char *h(char *s) { return s; }");
    ck_assert_str_eq(log_of("long g(void) { return 1; }"), "");
    ck_assert_str_eq(log_of("int puts(int n) { return n; }"), "");
    ck_assert_str_eq(log_of("void f(void) { long h = 1; h++; }"), "");
}
END_TEST

START_TEST(a_function_becomes_a_variable) {
    log_of("int g(void) { return 1; }\nint h(void) { return g(); }");
    ck_assert_ptr_nonnull(
        strstr(log_of("int g = 4;"), "`h` goes on with the one of In[1]"));
    ck_assert_ptr_null(strstr(log_of("int g = 5;"), "goes on"));
}
END_TEST

START_TEST(a_failing_cell_says_only_why) {
    log_of("int g(void) { return 1; }\nint h(void) { return g(); }");
    host_run(host, "long g(void) { return 1; }\nnobody();");
    ck_assert_int_eq(host->status, CORA_COMPILE_ERROR);
    ck_assert_ptr_null(strstr(host->log, "keeps-old"));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("redefine");
    TCase *tcase = tcase_create("redefine");
    tcase_add_checked_fixture(tcase, begin, end);
    tcase_add_test(tcase, a_caller_keeps_the_old_function);
    tcase_add_test(tcase, the_same_type_needs_no_note);
    tcase_add_test(tcase, variables_too);
    tcase_add_test(tcase, many_are_counted);
    tcase_add_test(tcase, each_change_is_told_once);
    tcase_add_test(tcase, nothing_to_tell);
    tcase_add_test(tcase, a_function_becomes_a_variable);
    tcase_add_test(tcase, a_failing_cell_says_only_why);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
