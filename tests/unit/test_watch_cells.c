// What watch/ tells across cells: tasks that outlive the run of a cell, the schedule of
// the last cell, notes that come once.
#include "session_host.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Runs one cell; returns what it showed.
static const char *run(Host *host, const char *code) {
    host_run(host, code);
    return host->log;
}

static const char forever[] = "async void tick(void) { for (;;) await sleep(1); }\n"
                              "auto t = spawn tick();\n"
                              "set_name(t, \"ticker\");\n";

START_TEST(a_cell_run_again_tells_of_its_old_tasks) {
    Host *host = host_new();
    ck_assert_str_eq(run(host, forever), "");
    ck_assert_str_eq(run(host, "await sleep(1);"), "");
    ck_assert_ptr_nonnull(
        strstr(run(host, forever),
               "!3:tasks-live-on: a task of an earlier run of this cell "
               "(In[1]) still lives: \"ticker\"; `%cancel In[1]` ends it\n"));
    ck_assert_str_eq(run(host, "%cancel In[1]"), "cancelled 1 task: \"ticker\"\n");
    ck_assert_str_eq(run(host, "%cancel cell 3"), "cancelled 1 task: \"ticker\"\n");
    ck_assert_str_eq(run(host, "%cancel"), "no background task to cancel\n");
    ck_assert_ptr_null(strstr(run(host, forever), "tasks-live-on"));
    host_destroy(host);
}
END_TEST

START_TEST(the_schedule_is_the_last_cells_and_replays) {
    Host *host = host_new();
    run(host,
        "async void say(const char *text) { puts(text); await sleep(0); puts(text); }");
    const char *cell = "auto a = create_task(say(\"a\")), b = create_task(say(\"b\"));\n"
                       "set_name(a, \"A\"); set_name(b, \"B\");\n"
                       "await a; await b;\n";
    ck_assert_str_eq(run(host, cell), "a\nb\na\nb\n");
    ck_assert_str_eq(run(host, "%schedule"), "%%schedule \"A B A B\"\n");
    ck_assert_str_eq(run(host, "%schedule"), "%%schedule \"A B A B\"\n"); // still
    char other[400];
    snprintf(other, sizeof other, "%%%%schedule \"B*2\"\n%s", cell);
    ck_assert_str_eq(run(host, other), "b\nb\na\na\n");
    host_destroy(host);
}
END_TEST

START_TEST(a_schedule_that_does_not_fit_says_where) {
    Host *host = host_new();
    run(host, "async void say(const char *text) { puts(text); }");
    ck_assert_str_eq(
        run(host, "%%schedule \"B C\"\n"
                  "auto a = create_task(say(\"a\")), b = create_task(say(\"b\"));\n"
                  "set_name(a, \"A\"); set_name(b, \"B\"); await a; await b;"),
        "b\na\n!2:schedule: the schedule has 1 choice more than this run had to make\n");
    ck_assert_str_eq(
        run(host, "%%schedule \"C\"\n"
                  "auto c = create_task(say(\"a\")), d = create_task(say(\"b\"));\n"
                  "set_name(c, \"A\"); set_name(d, \"B\"); await c; await d;"),
        "!3:schedule: choice 1 of the schedule is \"C\", but ready were \"A\", \"B\"; "
        "from "
        "here on ready tasks run first in, first out\na\nb\n");
    run(host, "%%schedule \"A*x\"\n");
    ck_assert_int_eq(host->status, CORA_FAULT);
    ck_assert_ptr_nonnull(strstr(host->evalue, "`A*x` is no part of a schedule"));
    host_destroy(host);
}
END_TEST

START_TEST(a_dropped_coroutine_is_told_once) {
    Host *host = host_new();
    run(host, "async void work(int n) { await sleep(n); }");
    const char *log = run(host, "work(3);"); // the compiler has said it
    ck_assert_ptr_nonnull(strstr(log, "!2:coroutine-dropped"));
    ck_assert_ptr_null(strstr(log, "never-awaited"));
    log = run(host, "for (int i = 0; i < 5; i++) { coroutine(void) c = work(i); }");
    const char *first = strstr(log, "!3:never-awaited: this coroutine of `work`");
    ck_assert_ptr_nonnull(first);
    ck_assert_ptr_null(strstr(first + 20, "never-awaited"));
    host_destroy(host);
}
END_TEST

START_TEST(a_block_is_told_once_for_its_place) {
    Host *host = host_new();
    const char *log = run(host, "async void nap(double s) { await sleep(s); }\n"
                                "auto b = spawn nap(0.5), c = spawn nap(0.5);\n"
                                "set_name(b, \"B\"); set_name(c, \"C\");\n"
                                "await sleep(0);\n"
                                "for (int i = 0; i < 3; i++) sleep(1);\n");
    ck_assert_str_eq(log,
                     "!1:blocked-loop: sleep(1) at In[1]:5 blocked the loop for 1.00 "
                     "s; \"B\" and \"C\" were ready\n");
    host_destroy(host);
}
END_TEST

START_TEST(long_lists_are_cut) {
    Host *host = host_new();
    run(host, "async void nap() { await sleep(100); }\n"
              "for (int i = 0; i < 250; i++) { spawn nap(); }");
    ck_assert_ptr_nonnull(strstr(run(host, "%ps"), "\n... and 51 more\n"));
    ck_assert_ptr_nonnull(strstr(run(host, "%pstree"), "\n... and 51 more\n"));
    ck_assert_str_eq(run(host, "%cancel"), "cancelled 250 tasks: \"Task-2\", \"Task-3\", "
                                           "\"Task-4\", \"Task-5\", \"Task-6\" and 245 "
                                           "more\n");
    host_destroy(host);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("watch");
    TCase *tc = tcase_create("cells");
    tcase_set_timeout(tc, 60);
    tcase_add_test(tc, a_cell_run_again_tells_of_its_old_tasks);
    tcase_add_test(tc, the_schedule_is_the_last_cells_and_replays);
    tcase_add_test(tc, a_schedule_that_does_not_fit_says_where);
    tcase_add_test(tc, a_dropped_coroutine_is_told_once);
    tcase_add_test(tc, a_block_is_told_once_for_its_place);
    tcase_add_test(tc, long_lists_are_cut);
    suite_add_tcase(suite, tc);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
