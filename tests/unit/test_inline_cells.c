// Calls that are compiled in place, across cells: a later definition reaches code compiled
// earlier, also where the call was part of another call's body, and whatever stands in
// registers there.
#include "session_host.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *run(Host *host, const char *code) {
    host_run(host, code);
    return host->out;
}

START_TEST(a_new_definition_reaches_old_code) {
    Host *host = host_new();
    run(host, "int twice(int x) { return x * 2; }\n"
              "int twice_and_one(int x) { return twice(x) + 1; }\n"
              "void show(int x) { printf(\"%d \", twice_and_one(x) + twice(x)); }\n");
    ck_assert_str_eq(run(host, "show(10); show(-1);"), "41 -3 ");
    run(host, "int twice(int x) { return x * 200; }");
    ck_assert_str_eq(run(host, "show(10); show(-1);"), "4001 -399 ");
    run(host, "int twice_and_one(int x) { return 7; }");
    ck_assert_str_eq(run(host, "show(10);"), "2007 ");
    run(host, "int twice(int x) { return 3; }");
    ck_assert_str_eq(run(host, "show(10);"), "10 ");
    host_destroy(host);
}
END_TEST

// Both bodies begin at the same word: the outer one's jump has to stay.
START_TEST(the_outer_call_is_redefined_first) {
    Host *host = host_new();
    run(host, "int inner(int x) { return x + 1; }\n"
              "int outer(int x) { return inner(x) * 10; }\n"
              "int both(int x) { return outer(x); }\n");
    ck_assert_str_eq(run(host, "printf(\"%d\", both(1));"), "20");
    run(host, "int outer(int x) { return inner(x) * 1000; }");
    run(host, "int inner(int x) { return x + 4; }");
    ck_assert_str_eq(run(host, "printf(\"%d\", both(1));"), "5000");
    host_destroy(host);
}
END_TEST

START_TEST(structs_in_registers_become_objects_for_a_real_call) {
    Host *host = host_new();
    run(host,
        "struct vec { double x, y; };\n"
        "struct vec add(struct vec a, struct vec b) { struct vec r = {a.x + b.x, a.y + "
        "b.y}; return r; }\n"
        "struct vec scale(struct vec a, double k) { return (struct vec){a.x * k, a.y * "
        "k}; }\n"
        "struct vec where = {1, 2};\n"
        "void move(double k) { struct vec v = {3, 4}; where = add(where, scale(v, k)); "
        "printf(\"%g %g;\", where.x, where.y); }\n");
    ck_assert_str_eq(run(host, "move(1); move(2);"), "4 6;10 14;");
    run(host, "struct vec scale(struct vec a, double k) { struct vec r = a; r.x = -k; "
              "return r; }");
    ck_assert_str_eq(run(host, "move(1);"), "9 18;");
    run(host, "struct vec add(struct vec a, struct vec b) { return b; }");
    ck_assert_str_eq(run(host, "move(5);"), "-5 4;");
    host_destroy(host);
}
END_TEST

// The word that becomes a jump may be the middle of a run, and the body may be running.
START_TEST(a_body_that_is_running_goes_on) {
    Host *host = host_new();
    run(host, "int next(int x) { return x + 1; }\n"
              "async int count(int n) { int x = 0; for (int i = 0; i < n; i++) { x = "
              "next(x); await sleep(1); } return x; }\n"
              "auto t = spawn count(10);\n");
    run(host, "await sleep(4.5);");
    run(host, "int next(int x) { return x + 100; }");
    ck_assert_str_eq(run(host, "printf(\"%d\", await t);"), "505");
    host_destroy(host);
}
END_TEST

START_TEST(tracebacks_name_calls_in_place) {
    Host *host = host_new();
    run(host,
        "struct pair { int a, b; };\n"
        "int ratio(struct pair p) { return p.a / p.b; }\n"
        "struct pair less(struct pair p, int by) { struct pair r = {p.a, p.b - by}; "
        "return r; }\n"
        "int f(int by) {\n"
        "    struct pair p = {6, 3};\n"
        "    return ratio(less(p, by));\n"
        "}\n");
    run(host, "f(3);");
    ck_assert_ptr_nonnull(strstr(host->traceback, "DivisionError"));
    ck_assert_ptr_nonnull(strstr(host->traceback, "return p.a / p.b;"));
    ck_assert_ptr_nonnull(strstr(host->traceback, "p = {a = 6, b = 0}"));
    ck_assert_ptr_nonnull(
        strstr(host->traceback, "in ratio(p={a = 6, b = 0}), called at In[1]:6:12"));
    ck_assert_ptr_nonnull(strstr(host->traceback, "in f(by=3), called at In[2]:1:1"));
    host_destroy(host);
}
END_TEST

// The callee's parameter stands in no register of its own: p and 8 bytes.
START_TEST(an_address_is_a_register_and_a_displacement) {
    Host *host = host_new();
    run(host, "struct body { long hits; int speed, place; };\n"
              "int more(int *speed, int by) { return *speed / by; }\n"
              "int half(struct body *p, int by) { return more(&p->place, by); }\n");
    run(host, "struct body b = {1, 2, 30}; half(&b, 0);");
    ck_assert_ptr_nonnull(strstr(
        host->traceback, "in more(speed=&b + 12 bytes, by=0), called at In[1]:3:43"));
    run(host, "half(NULL, 2);");
    ck_assert_ptr_nonnull(
        strstr(host->traceback, "null pointer: reading 4 bytes at offset 12 from null"));
    ck_assert_ptr_nonnull(
        strstr(host->traceback, "in more(speed=NULL + 12 bytes, by=2)"));
    run(host, "int more(int *speed, int by) { return *speed * by; }");
    ck_assert_str_eq(run(host, "printf(\"%d\", half(&b, 3));"), "90");
    host_destroy(host);
}
END_TEST

// What stands aside shows the variables of its place in the source: those in front of it.
START_TEST(an_early_return_stands_aside) {
    Host *host = host_new();
    run(host, "int part(int n) {\n"
              "    int before = 10;\n"
              "    if (n < 1) {\n"
              "        before += 1;\n"
              "        return before / n;\n"
              "    }\n"
              "    int behind = before / n;\n"
              "    return behind;\n"
              "}\n"
              "int call(int n) { return part(n) + 1; }");
    ck_assert_str_eq(run(host, "printf(\"%d %d\", call(2), call(-1));"), "6 -10");
    run(host, "call(0);");
    ck_assert_ptr_nonnull(strstr(host->traceback, "In[1]:5"));
    ck_assert_ptr_nonnull(strstr(host->traceback, "before = 11"));
    ck_assert_ptr_null(strstr(host->traceback, "behind"));
    host_destroy(host);
}
END_TEST

// Every other call is a real one; a traceback shows each with its own variables.
START_TEST(a_function_in_itself) {
    Host *host = host_new();
    run(host, "int f(int n) {\n"
              "    int rest = n - 1;\n"
              "    if (n == 0) return 6 / n;\n"
              "    return n + f(rest);\n"
              "}\n"
              "int g(int n) { return n == 0 ? 0 : n + g(n - 1); }");
    run(host, "f(3);");
    ck_assert_ptr_nonnull(strstr(host->traceback, "here n = 0"));
    ck_assert_ptr_nonnull(strstr(host->traceback, "in f(n=0), called at In[1]:4:16"));
    ck_assert_ptr_nonnull(strstr(host->traceback, "in f(n=1), called at In[1]:4:16"));
    ck_assert_ptr_nonnull(strstr(host->traceback, "in f(n=2), called at In[1]:4:16"));
    ck_assert_ptr_nonnull(strstr(host->traceback, "in f(n=3), called at In[2]:1:1"));
    ck_assert_str_eq(run(host, "printf(\"%d\", g(100));"), "5050");
    // the old body is what runs; what it calls is the new one
    run(host, "int (*old)(int) = g;\nint g(int n) { return 1000; }");
    ck_assert_str_eq(run(host, "printf(\"%d\", g(7));"), "1000");
    host_destroy(host);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("inline_cells");
    TCase *tcase = tcase_create("inline_cells");
    tcase_add_test(tcase, a_new_definition_reaches_old_code);
    tcase_add_test(tcase, the_outer_call_is_redefined_first);
    tcase_add_test(tcase, structs_in_registers_become_objects_for_a_real_call);
    tcase_add_test(tcase, a_body_that_is_running_goes_on);
    tcase_add_test(tcase, tracebacks_name_calls_in_place);
    tcase_add_test(tcase, an_address_is_a_register_and_a_displacement);
    tcase_add_test(tcase, an_early_return_stands_aside);
    tcase_add_test(tcase, a_function_in_itself);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
