// Is a cell's text whole? Each row is a text, and what a console should do with it.
#include "front/ask/complete.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void assert_answer(const char *text, Completeness expected) {
    unsigned indent = 99;
    Completeness got = complete_check(text, strlen(text), &indent);
    ck_assert_msg(got == expected, "%d, not %d, for: %s", (int)got, (int)expected, text);
    ck_assert_msg(got == COMPLETE_NO || indent == 0, "indent of a whole text: %s", text);
}

static void assert_indent(const char *text, unsigned expected) {
    unsigned indent = 99;
    ck_assert_int_eq(complete_check(text, strlen(text), &indent), COMPLETE_NO);
    ck_assert_msg(indent == expected, "indent %u, not %u, for: %s", indent, expected,
                  text);
}

START_TEST(whole_texts) {
    static const char *const texts[] = {
        "",
        "\n\n",
        "x",
        "x + 1",
        "f(x)",
        "a[1]",
        "i++",
        "\"hello\"",
        "'a'",
        "x = 5",
        "int x = 5;",
        "int x = 5; x",
        "printf(\"hi\\n\");",
        "if (x) y();",
        "if (x) { y(); }",
        "if (x) y(); else z();",
        "if (a) b(); else if (c) d();",
        "while (x) y();",
        "while (x);",
        "do x(); while (y);",
        "do if (a) b(); while (c);",
        "do { x(); } while (y);",
        "for (int i = 0; i < 10; i++) { f(i); }",
        "for await (int x : g) { f(x); }",
        "int f(int x) { return x; }",
        "int f(int x);",
        "main() { }",
        "int old(a, b) int a; char b; { return a; }",
        "struct s { int a; };",
        "typedef struct { int a; } s;",
        "enum { A, B };",
        "int a[] = {1, 2};",
        "struct p q = {.x = 1};",
        "(struct p){1, 2}",
        "({ int a = 1; a; })",
        "#include <stdio.h>",
        "#define N 10",
        "#define F(x) \\\n  (x)",
        "#if 1\nint x;\n#endif",
        "#if 0\n((( '\n#endif",
        "#ifdef A\nif (x) {\n#else\nif (y) {\n#endif\n}",
        "// comment",
        "/* comment */",
        "x // comment",
        "char *s = \"(\";",
        "char c = '{';",
        "%time main()",
        "%time x = 3",
        "%timeit -n 10 f(x)",
        "%who",
        "%%writefile a.c\nint main() {",
        "%%time\nf();",
        "!ls (",
        "printf?",
        "await sleep(1)",
        "spawn f()",
        "try { f(); } catch (error e) { g(); }",
        "taskgroup { spawn f(); }",
        "deadline (2.0) { f(); }",
        "deadline (2.0) { f(); } else { g(); }",
        "shield { f(); }",
        "defer free(p);",
        "async int f(void) { await sleep(1); return 1; }",
        "int try = 3; try",
        "int defer = 3; defer + 1",
        "a ? b : c",
        "a * b",
        "x\n%who",
        "switch (x) { case 1: f(); break; default: g(); }",
        "goto out; out: f();",
        "int \xc3\xa4 = 1; \xc3\xa4",
        "int a<:3:> = <% 1 %>;",
        "[[maybe_unused]] int x;",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_answer(texts[i], COMPLETE_YES);
}
END_TEST

START_TEST(open_texts) {
    static const char *const texts[] = {
        "f(",
        "f(1,",
        "{",
        "a[",
        "int f(int x)",
        "int f(int x) {",
        "int f(int x) {\n\n",
        "if (x)",
        "if (x) y(); else",
        "if (x)\n\n",
        "if (x) y",
        "while (x)",
        "for (int i = 0; i < 3; i++)",
        "for (;;",
        "do",
        "do x();",
        "do { x(); } while (y)",
        "do { x(); } while",
        "int x",
        "int x = 5",
        "int x =",
        "Foo x = 5",
        "Foo *p = 0",
        "task(int) t = f()",
        "x = ",
        "x +",
        "x,",
        "return x",
        "break",
        "struct s { int a; }",
        "struct s",
        "enum { A, B }",
        "typedef int T",
        "int a[] = {1, 2}",
        "/* comment",
        "x /* comment",
        "#define N \\",
        "x + \\\n",
        "\"abc\\\n",
        "#if 1\nint x;",
        "#if 0\n",
        "switch (x) {\ncase 1:",
        "try { f(); }",
        "try { f(); } catch (error e)",
        "taskgroup {",
        "deadline (2.0)",
        "deadline (2.0) { } else",
        "async int f(void)",
        "async generator(int) g(void)",
        "%time for (int i = 0; i < 3; i++) {",
        "case 1",
        "_Static_assert(1)",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_answer(texts[i], COMPLETE_NO);
}
END_TEST

START_TEST(hopeless_texts) {
    static const char *const texts[] = {
        ")",      "}",     "f(]",   "int f() { ) }", "else f();",
        "#endif", "#else", "\"abc", "'a\nb",         "int x; }",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_answer(texts[i], COMPLETE_INVALID);
}
END_TEST

START_TEST(indents) {
    assert_indent("int f(void) {", 4);
    assert_indent("int f(void) {\n    if (x) {", 8);
    assert_indent("int f(void) {\n    if (x)", 8);
    assert_indent("int f(void) {\n    if (x) {\n        y();\n    }", 4);
    assert_indent("if (x)", 4);
    assert_indent("if (x) y(); else", 4);
    assert_indent("f(1,", 4);
    assert_indent("do", 4);
    assert_indent("int x =", 0);
    assert_indent("struct s { int a; }", 0);
}
END_TEST

// Whatever the bytes: an answer, and soon. Every prefix of a program is asked, as a
// console does.
START_TEST(any_bytes) {
    static const char text[] =
        "#include <stdio.h>\n#if 1\nstruct s { int a; } x = {.a = 1};\n#else\n#endif\n"
        "int f(int a) {\n  do { if (a) return 1; else f(a - 1); } while (a);\n  /* c */ "
        "\"s\\\"\";\n}\n"
        "%time f(3)\ntry { f('\\''); } catch (error e) { }\n";
    for (size_t size = 0; size < sizeof text; size++) {
        unsigned indent;
        char *copy = malloc(size + 1); // exact size, for the sanitizer
        memcpy(copy, text, size);
        (void)complete_check(copy, size, &indent);
        free(copy);
    }
    ck_assert_int_eq(complete_check(text, sizeof text - 1, &(unsigned){0}), COMPLETE_YES);
    unsigned seed = 1;
    for (int round = 0; round < 2000; round++) {
        char bytes[64];
        static const char alphabet[] = "(){}[];:\"'\\\n#%/*if else do x=,?";
        for (size_t i = 0; i < sizeof bytes; i++) {
            seed = seed * 1103515245u + 12345u;
            bytes[i] = alphabet[(seed >> 16) % (sizeof alphabet - 1)];
        }
        (void)complete_check(bytes, sizeof bytes, &(unsigned){0});
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("complete");
    TCase *tc = tcase_create("complete");
    tcase_add_test(tc, whole_texts);
    tcase_add_test(tc, open_texts);
    tcase_add_test(tc, hopeless_texts);
    tcase_add_test(tc, indents);
    tcase_add_test(tc, any_bytes);
    suite_add_tcase(suite, tc);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
