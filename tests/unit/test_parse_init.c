// Initialisers: designators are kept as written.
#include "parse_support.h"

START_TEST(lists) {
    assert_tree("int a = 1, b = {2}, c[] = {1, 2, 3,}, d[2] = {};",
                "(decl a int 1)\n(decl b int (init 2))\n(decl c (array _ int) (init 1 2 "
                "3))\n(decl d (array 2 int) (init))");
    assert_tree("int a[3][2] = {{1, 2}, {3}, };",
                "(decl a (array 3 (array 2 int)) (init (init 1 2) (init 3)))");
}
END_TEST

START_TEST(designators) {
    assert_tree("struct p a = {.x = 1, .y = 2}, b = {1, .y = 2};",
                "(decl a struct p (init .x=1 .y=2))\n(decl b struct p (init 1 .y=2))");
    assert_tree("int a[] = {[2] = 1, [5 ... 7] = 2, 3, [0] = 9};",
                "(decl a (array _ int) (init [2]=1 [5 ... 7]=2 3 [0]=9))");
    assert_tree("struct s x = {.a.b[2].c = 1, .d = {1, .e = 2}};",
                "(decl x struct s (init .a.b[2].c=1 .d=(init 1 .e=2)))");
    assert_tree("int a[2][2] = {[0][1] = 3};",
                "(decl a (array 2 (array 2 int)) (init [0][1]=3))");
}
END_TEST

START_TEST(old_gnu_designators) {
    assert_tree("struct s x = {a: 1, b: 2};", "(decl x struct s (init .a=1 .b=2))");
}
END_TEST

START_TEST(strings) {
    assert_tree("char s[] = \"abc\", t[] = {\"abc\"}, *u[] = {\"a\", \"b\"};",
                "(decl s (array _ char) \"abc\")\n(decl t (array _ char) (init "
                "\"abc\"))\n(decl u (array _ (pointer char)) (init \"a\" \"b\"))");
}
END_TEST

START_TEST(compound_literal) {
    assert_tree("struct s x = (struct s){.a = 1};",
                "(decl x struct s (compound struct s (init .a=1)))");
}
END_TEST

START_TEST(expressions) {
    assert_tree("int x = (1, 2), y = a ? b : c;",
                "(decl x int (comma 1 2))\n(decl y int (? a b c))");
}
END_TEST

START_TEST(as_arguments) {
    assert_tree(
        "f((struct p){1, 2}, (int[]){[1] = 2});",
        "(expr (call f (compound struct p (init 1 2)) (compound (array _ int) (init "
        "[1]=2))))");
}
END_TEST

START_TEST(inside_lists) {
    assert_tree("int a[] = {1, x = 2, f(3, 4)};",
                "(decl a (array _ int) (init 1 (= x 2) (call f 3 4)))");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("parse_init");
    TCase *tc = tcase_create("parse_init");
    tcase_add_test(tc, lists);
    tcase_add_test(tc, designators);
    tcase_add_test(tc, old_gnu_designators);
    tcase_add_test(tc, strings);
    tcase_add_test(tc, compound_literal);
    tcase_add_test(tc, expressions);
    tcase_add_test(tc, as_arguments);
    tcase_add_test(tc, inside_lists);
    suite_add_tcase(suite, tc);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
