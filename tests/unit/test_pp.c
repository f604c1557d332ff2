// The preprocessor as a whole: directives, headers, what a session keeps and forgets.
#include "pp_text.h"

#include "base/limits.h"

static const char *cell(PpText *p, const char *code) {
    return pp_text_cell(p, code, strlen(code), true);
}

START_TEST(directives_are_gone) {
    pp_text_gives(
        "#define A 1\n#\n# pragma GCC whatever don't\nA\n#ident \"x\"\n#undef A\nA",
        "1 A");
    pp_text_gives("/* x */ # /* y */ define /* z\n */ A /* q */ 1 // end\nA", "1");
    pp_text_gives("#!/usr/bin/cora\nx", "x");
    pp_text_tells("#define EMPTY\nEMPTY # define A 1\nA",
                  "`#` can't stand here"); // it begins no line
}
END_TEST

START_TEST(predefined) {
    pp_text_gives("__STDC__ __STDC_VERSION__ __STDC_HOSTED__ __x86_64__ __LP64__ "
                  "__CORA__ __CHAR_BIT__ __INT_MAX__",
                  "1 201710l 1 1 1 1 8 2147483647");
    pp_text_gives("__FILE__ __LINE__\n__LINE__ __COUNTER__ __COUNTER__ __INCLUDE_LEVEL__",
                  "\"In[1]\" 1 2 0 1 0");
    pp_text_gives("__INT64_C(5) __UINT64_C(5) __SIZE_TYPE__", "5l 5ul long unsigned int");
}
END_TEST

START_TEST(date_and_time) {
    PpText p;
    pp_text_init(&p);
    cell(&p, "__DATE__ ; __TIME__");
    ck_assert_uint_eq(p.tokens.data[0].string.size_bytes, 11); // "Mmm dd yyyy"
    ck_assert_uint_eq(p.tokens.data[2].string.size_bytes, 8);  // "hh:mm:ss"
    pp_text_deinit(&p);
}
END_TEST

START_TEST(line_numbers) {
    pp_text_gives("#line 100\n__LINE__ __FILE__\n__LINE__", "100 \"In[1]\" 101");
    pp_text_gives("#define N 7 \"x.c\"\n#line N\n__LINE__ __FILE__", "7 \"x.c\"");
    pp_text_gives("# 33 \"y.c\" 1 3\n__LINE__ __FILE__", "33 \"y.c\"");
    pp_text_gives("#define L __LINE__\nL\nL", "2 3");
    pp_text_gives("#define F(x) __LINE__ x\nF(\n1\n)",
                  "2 1"); // the line of the macro's name, as gcc has it
    pp_text_tells("#line 0", "`#line` needs a line number");
    pp_text_tells("#line 2147483648", "`#line` needs a line number");
    pp_text_tells("#line x", "`#line` needs a line number");
}
END_TEST

START_TEST(messages) {
    pp_text_tells("#error don't do \"this // comment",
                  "In[1]:1:2: error: #error don't do \"this");
    pp_text_tells("#warning old", "warning: #warning old");
    pp_text_tells("#inculde <x>", "did you mean `#include`?");
    pp_text_tells("# my comment", "a comment of C begins with `//`");
    pp_text_tells("int x; #define Y", "a directive must be the first thing on its line");
    pp_text_tells("#if 1\n#endif x", "text after `#endif` is ignored");
}
END_TEST

START_TEST(pragma_operator) {
    pp_text_gives("a _Pragma(\"omp\") b\n#define P _Pragma(\"x\") c\nP", "a b c");
    pp_text_tells("_Pragma(1)", "`_Pragma` needs one string");
}
END_TEST

START_TEST(include) {
    PpHeader headers[] = {{"a.h", "int a; A_ARG\n"},
                          {"sub/b.h", "#include \"c.h\"\n"},
                          {"sub/c.h", "c __FILE__"},
                          {"<s.h>", "s __INCLUDE_LEVEL__"},
                          {NULL, NULL}};
    PpText p;
    pp_text_init(&p);
    p.headers = headers;
    ck_assert_str_eq(cell(&p, "#define A_ARG 5\n#include \"a.h\"\nx"), "int a ; 5 x");
    ck_assert_str_eq(cell(&p, "#include \"sub/b.h\"\ny __LINE__"), "c \"sub/c.h\" y 2");
    ck_assert_str_eq(cell(&p, "#include <s.h>\n#include \"s.h\"\n"), "s 1 s 1");
    ck_assert_str_eq(
        cell(&p, "#define H <s.h>\n#include H\n#define Q \"a.h\"\n#include Q"),
        "s 1 int a ; 5");
    ck_assert_str_eq(cell(&p, "#if __has_include(\"a.h\") && __has_include(<s.h>) && "
                              "!__has_include(<a.h>)\nyes\n#endif"),
                     "yes");
    ck_assert_str_eq(p.messages, "");
    pp_text_deinit(&p);
}
END_TEST

START_TEST(include_once) {
    PpHeader headers[] = {{"g.h", "// guarded\n#ifndef G_H\n#define G_H\ng\n#endif\n"},
                          {"o.h", "#pragma once\no\n"},
                          {NULL, NULL}};
    PpText p;
    pp_text_init(&p);
    p.headers = headers;
    ck_assert_str_eq(
        cell(&p,
             "#include \"g.h\"\n#include \"g.h\"\n#include \"o.h\"\n#include \"o.h\""),
        "g o");
    uint32_t sources = p.sources.count;
    ck_assert_str_eq(cell(&p, "#include \"g.h\"\n#include \"o.h\""), "");
    ck_assert_uint_eq(p.sources.count, sources + 1); // the cell alone
    // The learner has changed the files: they are read anew.
    headers[0].text = "#ifndef G_H\n#define G_H\ng2\n#endif\n";
    headers[1].text = "#pragma once\no2\n";
    ck_assert_str_eq(
        cell(&p,
             "#include \"g.h\"\n#include \"g.h\"\n#include \"o.h\"\n#include \"o.h\""),
        "g2 o2");
    ck_assert_str_eq(p.messages, "");
    pp_text_deinit(&p);
}
END_TEST

START_TEST(include_failures) {
    PpHeader headers[] = {{"<stdio.h>", "x"},
                          {"self.h", "#include \"self.h\"\n#include \"self.h\"\n"},
                          {"open.h", "#if 1\n"},
                          {"mine.h", "m"},
                          {NULL, NULL}};
    static const char *const cases[][2] = {
        {"#include <stdoi.h>", "In[1]:1:10: error: there is no header <stdoi.h>"},
        {"#include <stdoi.h>", "did you mean `#include <stdio.h>`?"},
        {"#include \"stido.h\"", "did you mean `#include <stdio.h>`?"},
        {"#include <mine.h>", "`#include \"mine.h\"`"},
        {"#include <pthread.h>", "use tasks"},
        {"#include <iostream>", "C++"},
        {"#include", "`#include` needs `<name>`"},
        {"#include stdio.h", "`#include` needs `<name>`"},
        {"#include \"self.h\"", "nested more than 64 deep"},
        {"#include \"open.h\"\nx", "open.h:1:2: error: this `#if` has no `#endif`"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        PpText p;
        pp_text_init(&p);
        p.headers = headers;
        cell(&p, cases[i][0]);
        ck_assert_msg(strstr(p.messages, cases[i][1]) != NULL, "%s: %s", cases[i][0],
                      p.messages);
        pp_text_deinit(&p);
    }
}
END_TEST

START_TEST(a_session_keeps_macros) {
    PpText p;
    pp_text_init(&p);
    cell(&p, "#define A 1\n#define B(x) x x");
    ck_assert_str_eq(cell(&p, "A B(2)\n#undef B\n#define A 3"), "1 2 2");
    ck_assert_str_eq(p.messages, ""); // a later cell may define anew
    ck_assert_str_eq(cell(&p, "A B(2)"), "3 B ( 2 )");
    pp_text_deinit(&p);
}
END_TEST

START_TEST(a_failed_cell_leaves_no_trace) {
    PpHeader headers[] = {{"h.h", "#ifndef H\n#define H\nh\n#endif"}, {NULL, NULL}};
    PpText p;
    pp_text_init(&p);
    p.headers = headers;
    cell(&p, "#define A 1\n#define F(x) x");
    uint32_t sources = p.sources.count;
    static const char failing[] =
        "#undef A\n#define F(y) y y\n#define C 2\n#include \"h.h\"\n__COUNTER__ F(A C)";
    pp_text_cell(&p, failing, sizeof failing - 1, false);
    ck_assert_str_eq(p.text.data, "h 0 A 2 A 2");
    while (p.sources.count > sources)
        source_pop(&p.sources);
    ck_assert_str_eq(cell(&p, "A F(3) C\n#include \"h.h\"\n__COUNTER__"), "1 3 C h 0");
    pp_text_deinit(&p);
}
END_TEST

START_TEST(reset_keeps_the_library) {
    PpText p;
    pp_text_init(&p);
    Source *library = source_add(&p.sources, "<x.h>", "#define LIB 1\n", 14);
    library->is_system = true;
    arena_init(&p.arena);
    diag_init(&p.diags, &p.arena, &p.sources);
    pp_begin(p.pp, &p.arena, &p.diags);
    pp_run(p.pp, library, false, &p.tokens);
    pp_commit(p.pp);
    ck_assert_str_eq(cell(&p, "#define LIB 2\n#define MINE 3\nLIB MINE"), "2 3");
    ck_assert_str_eq(p.messages, ""); // the library's macros give way
    pp_reset(p.pp);
    ck_assert_str_eq(cell(&p, "LIB MINE __STDC__"), "1 MINE 1");
    pp_text_deinit(&p);
}
END_TEST

START_TEST(library_macros_give_way) {
    PpHeader headers[] = {
        {"<lib.h>",
         "#define EOF (-1)\n#define I 5\n#define BUFSIZ 8192\n#define boolean _Bool\n"},
        {NULL, NULL}};
    PpText p;
    pp_text_init(&p);
    p.headers = headers;
    ck_assert_str_eq(cell(&p, "#include <lib.h>\nint x = EOF; unsigned boolean b;"),
                     "int x = ( - 1 ) ; unsigned _Bool b ;");
    ck_assert_str_eq(
        cell(&p, "enum e f(int x) { return g(x, I); } enum e y = { I, I };"),
        "enum e f ( int x ) { return g ( x , 5 ) ; } enum e y = { 5 , 5 } ;");
    ck_assert_str_eq(cell(&p, "int EOF; f(EOF); enum e { I, J = BUFSIZ, BUFSIZ }; I"),
                     "int EOF ; f ( EOF ) ; enum e { I , J = 8192 , BUFSIZ } ; I");
    ck_assert_str_eq(cell(&p, "EOF I"), "EOF I");
    ck_assert_str_eq(cell(&p, "#define MINE 1\nint MINE;"),
                     "int 1 ;"); // the program's own do not
    pp_text_deinit(&p);
}
END_TEST

static void list(void *ctx, const Name *name, Span where, bool is_system) {
    if (!is_system)
        str_printf(ctx, "%s@%u:%u ", name->text, where.source, where.begin);
}

START_TEST(macros_for_inspect) {
    PpText p;
    pp_text_init(&p);
    cell(&p, "#define MAX(a, b) ((a) > (b) ? (a) : (b)) // larger\n#define ONE "
             "1\n#define B\n");
    Str all = {0};
    pp_each_macro(p.pp, list, &all);
    ck_assert_str_eq(all.data, "MAX@1:8 ONE@1:60 B@1:74 ");
    str_free(&all);
    char *text = pp_macro_text(intern_cstr(p.names, "MAX"));
    ck_assert_str_eq(text, "#define MAX(a, b) ((a) > (b) ? (a) : (b))");
    mem_free(text);
    text = pp_macro_text(intern_cstr(p.names, "B"));
    ck_assert_str_eq(text, "#define B");
    mem_free(text);
    ck_assert_ptr_null(pp_macro_text(intern_cstr(p.names, "none")));
    ck_assert_ptr_null(pp_macro_text(intern_cstr(p.names, "defined")));
    pp_define(p.pp, "SQ(x)", "((x) * (x))");
    pp_define(p.pp, "N", "5");
    ck_assert_str_eq(cell(&p, "SQ(N)"), "( ( 5 ) * ( 5 ) )");
    pp_text_deinit(&p);
}
END_TEST

START_TEST(bombs_end) {
    Str text = {0};
    str_puts(&text, "#define A0 x x x x x x x x x x\n");
    for (int i = 0; i < 30; i++)
        str_printf(&text, "#define A%d A%d A%d\n", i + 1, i, i);
    str_puts(&text, "A30\n");
    pp_text_tells(text.data, "macro expansion makes more text");
    str_free(&text);
    for (int i = 0; i < 600; i++)
        str_puts(&text, "#define F(x) x\nF(" + (i ? 15 : 0));
    pp_text_tells(text.data, "have no closing `)`");
    for (int i = 0; i < 600; i++)
        str_putc(&text, ')');
    pp_text_tells(text.data, "macro calls are nested more than 512 deep");
    str_free(&text);
}
END_TEST

int main(void) {
    TCase *tcase = tcase_create("pp");
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, directives_are_gone);
    tcase_add_test(tcase, predefined);
    tcase_add_test(tcase, date_and_time);
    tcase_add_test(tcase, line_numbers);
    tcase_add_test(tcase, messages);
    tcase_add_test(tcase, pragma_operator);
    tcase_add_test(tcase, include);
    tcase_add_test(tcase, include_once);
    tcase_add_test(tcase, include_failures);
    tcase_add_test(tcase, a_session_keeps_macros);
    tcase_add_test(tcase, a_failed_cell_leaves_no_trace);
    tcase_add_test(tcase, reset_keeps_the_library);
    tcase_add_test(tcase, library_macros_give_way);
    tcase_add_test(tcase, macros_for_inspect);
    tcase_add_test(tcase, bombs_end);
    return pp_text_run_suite(tcase, "pp");
}
