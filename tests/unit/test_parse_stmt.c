// Statements, blocks, labels, and a cell's value.
#include "parse_support.h"

// An else belongs to the nearest if.
START_TEST(if_else) {
    assert_tree("if (a) b(); else c(); if (a) { } else if (b) { } else { }",
                "(if a (expr (call b)) (expr (call c)))\n(if a (block) (if b (block) "
                "(block)))");
    assert_tree("if (a) if (b) c(); else d();",
                "(if a (if b (expr (call c)) (expr (call d))))");
}
END_TEST

START_TEST(loops) {
    assert_tree("while (a) b(); while (1) { break; continue; }",
                "(while a (expr (call b)))\n(while 1 (block (break) (continue)))");
    assert_tree("do a(); while (b); do { a(); } while (b);",
                "(do (expr (call a)) b)\n(do (block (expr (call a))) b)");
}
END_TEST

START_TEST(for_headers) {
    assert_tree(
        "for (;;) a(); for (i = 0; i < 3; i++) ; for (int i = 0, j = 1; ; ) { } for "
        "(; a; ) ; for (struct s { int a; } x; ; ) ;",
        "(for () _ _ (expr (call a)))\n(for ((expr (= i 0))) (< i 3) (post++ i) "
        "(empty))\n(for ((decl i int 0) (decl j int 1)) _ _ (block))\n(for () a _ "
        "(empty))\n(for ((decl x (struct s (a int)))) _ _ (empty))");
}
END_TEST

START_TEST(for_each) {
    assert_tree(
        "for (int x : a) f(x); for (auto c : \"abc\") ; for (struct s *p : list) { }",
        "(for-in (decl x int) a (expr (call f x)))\n(for-in (decl c auto-type) "
        "\"abc\" (empty))\n(for-in (decl p (pointer struct s)) list (block))");
}
END_TEST

// In a block labels are items of their own.
START_TEST(switches) {
    assert_tree(
        "switch (a) { case 1: b(); break; case 2: case 3: c(); default: d(); }",
        "(switch a (block (case 1 (expr (call b))) (break) (case 2 (empty)) (case 3 "
        "(expr (call c))) (default (expr (call d)))))");
    assert_tree(
        "switch (a) { case 1 ... 5: b(); case 'a': { c(); } int x = 3; case 7: int "
        "y; }",
        "(switch a (block (case 1 5 (expr (call b))) (case (char 97) (block (expr "
        "(call c)))) (decl x int 3) (case 7 (empty)) (decl y int)))");
    assert_tree("switch (a) case 1: case 2: f();",
                "(switch a (case 1 (case 2 (expr (call f)))))");
}
END_TEST

// C23 6.8.2.
START_TEST(labels_anywhere) {
    assert_tree(
        "{ a: b: x(); c: int y; d: } goto a; l: ; l2: { }",
        "(block (label a (empty)) (label b (expr (call x))) (label c (empty)) (decl "
        "y int) (label d (empty)))\n(goto a)\n(label l (empty))\n(label l2 (block))");
    assert_tree("if (a) l: x(); else m: n: y();",
                "(if a (label l (expr (call x))) (label m (label n (expr (call y)))))");
}
END_TEST

START_TEST(blocks) {
    assert_tree("{ } { ; ; } { { } }",
                "(block)\n(block (empty) (empty))\n(block (block))");
}
END_TEST

START_TEST(returns) {
    assert_tree("return; return 3; return (a), b; return (struct p){1};",
                "(return)\n(return 3)\n(return (comma a b))\n(return (compound struct p "
                "(init 1)))");
}
END_TEST

// Without a `;`, at the top level only.
START_TEST(last_expression_is_the_value) {
    assert_tree("x; y", "(expr x)\n(value y)");
    assert_tree("x", "(value x)");
    assert_tree("f(x)", "(value (call f x))");
    assert_tree("3 + 4", "(value (+ 3 4))");
    assert_tree("x;", "(expr x)");
    assert_tree("{ x; }", "(block (expr x))");
}
END_TEST

START_TEST(statement_attributes) {
    assert_tree("[[fallthrough]]; [[unlikely]] x();  __attribute__((fallthrough));",
                "(empty)\n(expr (call x))\n(empty)");
}
END_TEST

START_TEST(functions) {
    assert_tree("int main(void) { int a; a = 1; { int b = a; } return a; }",
                "(func main (func (void) int) (block (decl a int) (expr (= a 1)) (block "
                "(decl b int a)) (return a)))");
    assert_tree(
        "void f(void) { typedef int T; T x; { int T = 1; T * x; } T * y; }",
        "(func f (func (void) void) (block (decl T typedef int) (decl x T) (block "
        "(decl T int 1) (expr (* T x))) (decl y (pointer T))))");
}
END_TEST

START_TEST(empty_bodies) {
    assert_tree("if (a) ; else ;", "(if a (empty) (empty))");
    assert_tree("while (a) if (b) break; else continue;",
                "(while a (if b (break) (continue)))");
}
END_TEST

// Whether it is inside a switch is the checker's question.
START_TEST(lone_default) {
    assert_tree("default: x();", "(default (expr (call x)))");
}
END_TEST

START_TEST(mixed_cell) {
    assert_tree("printf(\"a\"); int x = 3; x + 1",
                "(expr (call printf \"a\"))\n(decl x int 3)\n(value (+ x 1))");
    assert_tree("static_assert(1); enum { A, B } e; struct s { int a; };",
                "(static-assert 1)\n(decl e (enum _ A B))\n(decl _ (struct s (a int)))");
}
END_TEST

START_TEST(timed_lines) {
    assert_tree("%time f(3)", "(timed \"time\" (value (call f 3)))");
    assert_tree("%timeit -n 3 f(3)", "(timed \"timeit -n 3\" (expr (call f 3)))");
    assert_tree("%time int x = 3; f(x);",
                "(timed \"time\" (block (decl x int 3) (expr (call f x))))");
}
END_TEST

START_TEST(magic_lines) {
    assert_tree("%who x\nint y; y", "(magic \"who x\")\n(decl y int)\n(value y)");
    assert_tree("!ls\nx", "(magic \"!ls\")\n(value x)");
}
END_TEST

START_TEST(timed_block) {
    assert_tree(
        "%time for (int i = 0; i < 3; i++) {\n  f(i);\n}",
        "(timed \"time\" (for ((decl i int 0)) (< i 3) (post++ i) (block (expr (call "
        "f i)))))");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("parse_stmt");
    TCase *tc = tcase_create("parse_stmt");
    tcase_add_test(tc, if_else);
    tcase_add_test(tc, loops);
    tcase_add_test(tc, for_headers);
    tcase_add_test(tc, for_each);
    tcase_add_test(tc, switches);
    tcase_add_test(tc, labels_anywhere);
    tcase_add_test(tc, blocks);
    tcase_add_test(tc, returns);
    tcase_add_test(tc, last_expression_is_the_value);
    tcase_add_test(tc, statement_attributes);
    tcase_add_test(tc, functions);
    tcase_add_test(tc, empty_bodies);
    tcase_add_test(tc, lone_default);
    tcase_add_test(tc, mixed_cell);
    tcase_add_test(tc, timed_lines);
    tcase_add_test(tc, magic_lines);
    tcase_add_test(tc, timed_block);
    suite_add_tcase(suite, tc);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
