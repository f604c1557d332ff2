// The library's own code and variables in a session: linked when a cell or a question is
// the first to mention them.
#include "session_host.h"

#include <check.h>

// A cell that does not compile has made bsearch (written in Cora) be read; it is there for
// the next one.
START_TEST(a_failed_cell_asks_first) {
    Host *host = host_new();
    host_run(host, "int a[] = {1, 3, 5}; bsearch(a);");
    ck_assert_int_eq(host->status, CORA_COMPILE_ERROR);
    host_run(host, "int a[] = {1, 3, 5};\n"
                   "int order(const void *x, const void *y) {\n"
                   "    return *(const int *)x - *(const int *)y;\n"
                   "}\n"
                   "int key = 3, *found = bsearch(&key, a, 3, sizeof *a, order);\n"
                   "printf(\"%ld\", found - a);");
    ck_assert_msg(host->status == CORA_OK, "%s", host->traceback);
    ck_assert_str_eq(host->out, "1");
    host_destroy(host);
}
END_TEST

// What one cell was the first to mention is the same thing in all of them, also behind a
// name that a cell has taken meanwhile.
START_TEST(one_library_for_all_cells) {
    Host *host = host_new();
    host_run(host, "int stdout_is = 1; FILE *out = stdout;");
    host_run(host, "int stderr = 2; fprintf(stdout, \"%d\", stdout == out);");
    ck_assert_msg(host->status == CORA_OK, "%s", host->traceback);
    ck_assert_str_eq(host->out, "1");
    host_run(host, "printf(\"%d\", stderr); fputs(\"x\", out);");
    ck_assert_str_eq(host->out, "2x");
    host_destroy(host);
}
END_TEST

START_TEST(a_question_asks_first) {
    Host *host = host_new();
    CoraPlace place = {"stdin", 5, 5};
    CoraInspection told;
    cora_inspect(host->session, &place, 0, &told);
    ck_assert(told.found);
    ck_assert_msg(strstr(told.plain, "value: stdin") != NULL, "%s", told.plain);
    cora_inspection_deinit(&told);
    host_destroy(host);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("library in cells");
    TCase *tcase = tcase_create("cells");
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, a_failed_cell_asks_first);
    tcase_add_test(tcase, one_library_for_all_cells);
    tcase_add_test(tcase, a_question_asks_first);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
