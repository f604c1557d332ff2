// Mistakes: one mistake gives one message, the message says what a beginner can act on,
// and no text whatsoever breaks the parser.
#include "parse_support.h"

#include <stdlib.h>

START_TEST(missing_semicolons) {
    assert_error("int x = 5\nint y = 6;", "expected `;` after the declaration of `x`",
                 ";");
    assert_error("x = 5 y = 6;", "expected `;` after this expression", ";");
    assert_error("int f(void) {\n    return 0\n}",
                 "expected `;` after the value of `return`", NULL);
    assert_error("struct s { int a; }\nint main(void) { return 0; }",
                 "expected `;` after the `}` of this struct", NULL);
    assert_error("struct s { int a; }\nstatic const int x = 3;", "the `}` of this struct",
                 NULL);
    assert_error("typedef int T;\nenum e { A }\nT x = 3;", "the `}` of this enum", NULL);
    assert_error("do { } while (x)\ny();", "expected `;` after `do ... while (...)`",
                 NULL);
    assert_error("int x = 5", "expected `;`", NULL); // only an expression may go without
    assert_error("if (x) y", "expected `;`", NULL);
    assert_error("{ x }", "expected `;`", NULL);
}
END_TEST

START_TEST(missing_brackets) {
    assert_error("if (x > 1 { foo(); }", "expected `)` before `{`", "to match this `(`");
    assert_error("int x = (1 + 2;", "expected `)` before `;`", "to match this `(`");
    assert_error("foo(1, 2;", "expected `)` before `;`", "to match this `(`");
    assert_error("int a[3;", "expected `]` before `;`", "to match this `[`");
    assert_error("int f(void) { g();", "expected `}` before the end of the cell",
                 "to match this `{`");
    assert_error(
        "int f(void) {\n    if (1) {\n        g();\n}\nint h(void) { return 1; }",
        "function `h` can't be defined inside a block", "`}` missing");
    assert_error("int x = 3;\n}\nint y;", "`}` stands here without a matching `{`", NULL);
    assert_error("x = 1);", "`)` stands here without a matching `(`", NULL);
    assert_error("); x = 1;", "`)` stands here without a matching `(`", NULL);
}
END_TEST

START_TEST(misspelt_words) {
    assert_error("retrun 5;", "unknown word `retrun`", "`return`");
    assert_error("int f(void) { retrun x; }", "unknown word `retrun`", "`return`");
    assert_error("whlie (x) { foo(); }", "unknown word `whlie`", "`while`");
    assert_error("fro (int i = 0; i < 3; i++) { foo(); }", "unknown word `fro`", "`for`");
    assert_error("if (x) { } esle { }", "unknown word `esle`", "`else`");
    assert_error("cosnt int x = 4;", "unknown word `cosnt`", "`const`");
    assert_error("unsinged int x = 4;", "unknown type name `unsinged`", "`unsigned`");
    assert_error("Int x = 5;", "unknown type name `Int`", "`int`");
    assert_error("string s = \"abc\";", "unknown type name `string`", "char *");
    assert_error("boolean b;", "unknown type name `boolean`", "`bool`");
    assert_error("typedef struct { int x; } point; piont p;", "unknown type name `piont`",
                 "`point`");
    assert_error("Foo *p = malloc(3);", "unknown type name `Foo`", NULL);
    assert_error("p = (Foo *)malloc(3);", "unknown type name `Foo`", NULL);
    assert_error("void f(Foo x, int y);", "unknown type name `Foo`", NULL);
}
END_TEST

START_TEST(other_languages) {
    assert_error("def f(x):\n    return x", "`def` is not C", "int twice(int x)");
    assert_error("async def f():\n    pass", "`def` is not C", NULL);
    assert_error("print \"hello\"", "`print` is not C", "printf");
    assert_error("shout \"hello\";", "expected `(` after `shout`", "in parentheses");
    assert_error("for i in range(10):\n    foo()", "expected `(` after `for`",
                 "for (int i = 0");
    assert_error("if x > 1:\n    foo()", "expected `(` after `if`", NULL);
    assert_error("if (x) { } elif (y) { }", "`elif` is not C: write `else if`",
                 "else if");
    assert_error("class Foo { int x; };", "`class` is not C", NULL);
    assert_error("import os", "`import` is not C", "#include");
    assert_error("let x = 5;", "`let` is not C", "auto");
    assert_error("std::cout << x;", "`::` is not C", NULL);
    assert_error("int &r = x;", "`&` is not C", "pointer");
    assert_error("int[] a = {1};", "the brackets of an array stand behind its name",
                 "int a[5]");
    assert_error("char *s = [1, 2];", "expected an expression", "braces");
    assert_error("if (x and y) { }", "`and` is not an operator of C", "&&");
    assert_error("if (a =< b) { }", "`=<` is not an operator of C", "<=");
    assert_error("if (a => b) { }", "`=>` is not an operator of C", ">=");
    assert_error("if (a === b) { }", "`===` is not an operator of C", "==");
    assert_error("x := 5;", "`:=` is not an operator of C", "=");
    assert_error("f(int x = 3);", "expected an expression", NULL);
    assert_error("y = int(x);", "expected an expression", "(int)x");
}
END_TEST

START_TEST(control_statements) {
    assert_error("if (a) b(); c(); else d();", "`else` without an `if`",
                 "one statement only");
    assert_error("for (int i = 0, i < 10, i++) { }", "in the header of `for`", "has two");
    assert_error("for (i = 0; i < 10) { }", "in the header of `for`", "has two");
    assert_error("for (x : arr) { }", "a type is missing before `x`", "auto x");
    assert_error("switch (x) { case 1 foo(); }", "expected `:` after the value of `case`",
                 NULL);
    assert_error("do { } foo();", "expected `while` after the body of `do`", "this `do`");
    assert_error("if (x) int y = 3;", "a declaration can't be the whole body of `if`",
                 "braces");
    assert_error("if () { }", "nothing stands between these parentheses", NULL);
    assert_error("try { foo(); }", "expected `catch` after the block of `try`", "defer");
    assert_error("catch (error e) { }", "`catch` stands here without `try", NULL);
    assert_error("await;", "expected an expression after `await`", "await f(x)");
    assert_error("taskgroup spawn f();", "expected `{` after `taskgroup`", NULL);
}
END_TEST

START_TEST(declarations) {
    assert_error("main(void) { return 0; }", "a type is missing before `main`",
                 "int main");
    assert_error("const x = 5;", "a type is missing before `x`", "int x");
    assert_error("int f(int a; int b) { return a; }", "expected `,` between parameters",
                 NULL);
    assert_error("int f(int a, b) { return a; }", "parameter `b` needs a type", "int b");
    assert_error("int for = 3;", "`for` is a keyword of C and can't be a name", NULL);
    assert_error("int x = 5, int y = 6;", "the type of a declaration stands once", NULL);
    assert_error("int f(int x = 3);", "C has no default arguments", NULL);
    assert_error("struct s { int a = 3; };",
                 "a member gets its value when a variable is made", NULL);
    assert_error("struct { int x; y; } a;", "a type is missing before `y`", NULL);
    assert_error("typedef int T; T int x;", "`int` can't follow", NULL);
    assert_error("_Complex double z;", "`_Complex` is not part of this language", NULL);
    assert_error("asm(\"nop\");", "inline assembly is not part of this language", NULL);
}
END_TEST

START_TEST(statements_in_files) {
    assert_error_in(true, "int x;\nx = 5;\nprintf(\"hi\");\nint main(void) { return 0; }",
                    "a statement can't stand outside a function", "int main(void)");
    assert_error_in(true, "int f(void) { return 1; ", "the end of the file", NULL);
}
END_TEST

// ---------------------------------------------------------------- bounds

// `message`: part of the only error; "": any errors; NULL: none.
static void assert_bounded(const char *begin, const char *repeated, size_t count,
                           const char *message) {
    size_t begin_size = strlen(begin), size = strlen(repeated);
    char *text = malloc(begin_size + size * count + 1);
    memcpy(text, begin, begin_size);
    for (size_t i = 0; i < count; i++)
        memcpy(text + begin_size + i * size, repeated, size);
    text[begin_size + size * count] = '\0';
    Parsed parsed;
    parsed_open(&parsed, "", "a b c x");
    parsed_run(&parsed, text, begin_size + size * count, false);
    if (message && !*message) {
        ck_assert_msg(parsed.diags.error_count > 0, "no error: %s", repeated);
    } else if (message) {
        ck_assert_msg(parsed.diags.error_count == 1, "%u errors: %s",
                      parsed.diags.error_count, repeated);
        const char *got = parsed.diags.list.data[0]->message;
        ck_assert_msg(strstr(got, message), "`%s` not in `%s`", message, got);
    } else {
        ck_assert_msg(parsed.diags.error_count == 0, "%u errors: %s",
                      parsed.diags.error_count, repeated);
    }
    parsed_close(&parsed);
    free(text);
}

START_TEST(nesting_is_bounded) {
    static const char *const openers[] = {
        "(",           "{",
        "x = ({",      "- ",
        "(int)",       "sizeof ",
        "f(",          "a[",
        "struct {",    "if (a) ",
        "do ",         "x = ",
        "await ",      "defer ",
        "_Generic(",   "typeof(",
        "if (x) a: ",  "for (;;) ",
        "taskgroup {", "try {",
        "task(",       "task(__extension__ ",
        "x ? ",
    };
    for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
        assert_bounded("", openers[i], 50000, "too deeply nested (limit: 512 levels)");
    assert_bounded("", "constexpr ", 50000, "");
    assert_bounded("", "thread_local ", 50000, "");
    assert_bounded("", "async ", 50000, "");
    assert_bounded("", "__extension__ ", 50000, "");
    assert_bounded("int ", "*", 50000,
                   "this type is too deeply nested (limit: 512 levels)");
    assert_bounded("int ", "(", 50000, "too deeply nested");
    assert_bounded("int a", "[1]", 50000, "this type is too deeply nested");
    assert_bounded("int a = ", "{", 50000, "too deeply nested");
}
END_TEST

START_TEST(length_is_not_nesting) {
    assert_bounded("x = a", " + b", 9000, NULL);
    assert_bounded("x = a", " ? b : c", 9000, NULL);
    assert_bounded("if (a) b(); ", "else if (a) b(); ", 9000, NULL);
    assert_bounded("a();", "l: ", 50000, NULL);
}
END_TEST

START_TEST(height_is_bounded) {
    assert_bounded("x = a", " + b", 200000, "this expression is too deeply nested");
    assert_bounded("x = a", " ? b : c", 200000, "this expression is too deeply nested");
    assert_bounded("if (a) b(); ", "else if (a) b(); ", 200000, "else if");
    assert_bounded("f", "()", 200000, "this expression is too deeply nested");
}
END_TEST

// ---------------------------------------------------------------- any text at all

static const char program[] =
    "typedef struct point { int x, y : 3; } point;\n"
    "enum e : short { A, B = 4 };\n"
    "char *(*table[3])(int, ...);\n"
    "int old(a, b) int a; char *b; { return a; }\n"
    "async int twice(int x) { await sleep(1); return 2 * x; }\n"
    "generator(int) gen(void) { yield 1; int got = yield 2; yield from gen(); }\n"
    "int main(int argc, char **argv) {\n"
    "    point p = {.x = 1, .y = 2}, *q = &p;\n"
    "    for (int i = 0; i < 10; i++) q->x += (int)2.5 ? argc : i << 2;\n"
    "    switch (p.x) { case 1 ... 3: break; default: goto out; }\n"
    "    do { if (argc) ; else continue; } while (sizeof(point) > 3);\n"
    "out: return _Generic(p.x, int: 1, default: ({ int k = 3; k; }));\n"
    "}\n"
    "task(int) t = spawn twice(7);\n"
    "try { throw error(\"x\", 1); } catch (error e) { throw; }\n"
    "deadline (2.0) { await t; } else { printf(\"late\\n\"); }\n"
    "taskgroup { defer free(p); for await (int x : g) { } }\n"
    "%time main(3)\n"
    "[[deprecated(\"no\")]] static_assert(1, \"m\"); auto z = (point){1, 2}.x;\n";

static void parse_any(const char *text, size_t size) {
    Parsed parsed;
    parsed_open(&parsed, "error", "known");
    parsed_run(&parsed, text, size, size % 2);
    char *tree = ast_print(parsed.items);
    mem_free(tree);
    parsed_close(&parsed);
}

START_TEST(every_prefix) {
    for (size_t size = 0; size < sizeof program; size++)
        parse_any(program, size);
}
END_TEST

// Tokens dropped, doubled, swapped and replaced, by a fixed sequence of pseudo-random
// numbers.
START_TEST(mutations) {
    static const char *const spare[] = {
        "(",       ")",     "{",      "}",        "[",
        "]",       ";",     ",",      ":",        "?",
        "*",       "=",     "int",    "struct",   "x",
        "1",       "\"s\"", "await",  "yield",    "for",
        "else",    "case",  "%",      "...",      "__attribute__",
        "typedef", "task",  "[[",     "]]",       "async",
        "catch",   "defer", "sizeof", "_Generic", ".",
        "->",      "@",
    };
    unsigned seed = 12345;
    for (int round = 0; round < 3000; round++) {
        char text[2 * sizeof program];
        size_t out = 0;
        for (size_t i = 0; i + 1 < sizeof program && out + 32 < sizeof text;) {
            seed = seed * 1103515245u + 12345u;
            unsigned dice = (seed >> 16) % 200;
            if (dice < 2) { // drop a few characters
                i += dice + 1;
                continue;
            }
            if (dice == 2) { // put something in
                const char *word = spare[(seed >> 8) % (sizeof spare / sizeof *spare)];
                out += (size_t)snprintf(text + out, sizeof text - out, " %s ", word);
            }
            if (dice == 3 && i > 20) // say it again
                i -= 10;
            text[out++] = program[i++];
        }
        parse_any(text, out);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("parse_errors");
    TCase *tc = tcase_create("parse_errors");
    tcase_set_timeout(tc, 60);
    tcase_add_test(tc, missing_semicolons);
    tcase_add_test(tc, missing_brackets);
    tcase_add_test(tc, misspelt_words);
    tcase_add_test(tc, other_languages);
    tcase_add_test(tc, control_statements);
    tcase_add_test(tc, declarations);
    tcase_add_test(tc, statements_in_files);
    tcase_add_test(tc, nesting_is_bounded);
    tcase_add_test(tc, length_is_not_nesting);
    tcase_add_test(tc, height_is_bounded);
    tcase_add_test(tc, every_prefix);
    tcase_add_test(tc, mutations);
    suite_add_tcase(suite, tc);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
