// Conditionals: which lines are read, what conditions mean, what is wrong with them.
#include "pp_text.h"

// `#if condition` holds.
static void yes(const char *condition) {
    char code[500];
    snprintf(
        code, sizeof code,
        "#define ONE 1\n#define F(x) x\n#define EMPTY\n#if %s\nyes\n#else\nno\n#endif\n",
        condition);
    PpText p;
    pp_text_init(&p);
    const char *got = pp_text_cell(&p, code, strlen(code), true);
    ck_assert_msg(strcmp(got, "yes") == 0 && p.messages[0] == '\0', "%s: %s\n%s",
                  condition, got, p.messages);
    pp_text_deinit(&p);
}

static void wrong(const char *condition, const char *message) {
    char code[500];
    snprintf(code, sizeof code, "#if %s\nyes\n#else\nno\n#endif", condition);
    PpText p;
    pp_text_init(&p);
    const char *got = pp_text_cell(&p, code, strlen(code), true);
    ck_assert_msg(strcmp(got, "no") == 0 && strstr(p.messages, message), "%s: %s\n%s",
                  condition, got, p.messages);
    ck_assert_uint_eq(p.diags.error_count, 1);
    pp_text_deinit(&p);
}

START_TEST(operators) {
    yes("1 + 2 * 3 == 7 && (1 + 2) * 3 == 9");
    yes("10 / 3 == 3 && 10 % 3 == 1 && -7 / 2 == -3 && -7 % 2 == -1");
    yes("1 << 4 == 16 && -1 >> 1 == -1 && 256 >> 4 == 16");
    yes("(5 & 3) == 1 && (5 | 3) == 7 && (5 ^ 3) == 6 && ~0 == -1");
    yes("1 < 2 && 2 <= 2 && 3 > 2 && 3 >= 3 && 1 != 2");
    yes("!0 && !!5 && -(-1) == +1 && - - 1 == 1");
    yes("1 ? 2 ? 1 : 0 : 0");
    yes("0 ? 0 : 1 ? 1 : 0");
    yes("1 || 0 && 0");
    yes("2 - 1 - 1 == 0 && 8 / 4 / 2 == 1");
    yes("(2 || 3) == 1 && (2 && 3) == 1");
}
END_TEST

START_TEST(types) {
    yes("-1 > 0u"); // C17 6.10.1p4: uintmax_t
    yes("0xffffffffffffffff == -1u && 18446744073709551615u == -1");
    yes("-1 >> 63 == -1 && -1u >> 63 == 1");
    yes("(0 ? 1u : -1) > 0");
    yes("9223372036854775807 == 0x7fffffffffffffff && -9223372036854775807 - 1 < 0");
    yes("'a' == 97 && '\\377' < 0 && L'\\xff' > 0");
}
END_TEST

START_TEST(names_and_macros) {
    yes("undefined == 0 && !undefined && int == 0 && true == 1 && false == 0");
    yes("ONE && F(ONE) == 1 && F(F(2)) + EMPTY 3 == 5 && F == 0");
    yes("defined ONE && defined(ONE) && !defined TWO && !defined(TWO) && defined "
        "__LINE__");
    yes("__LINE__ == 4");
    yes("!defined defined && !defined _Pragma && defined __has_include");
    pp_text_gives("#define D defined(X)\n#define X\n#if D\nyes\n#endif", "yes");
    pp_text_gives("#ifdef X\na\n#elifdef X\nb\n#elifndef X\nc\n#else\nd\n#endif", "c");
}
END_TEST

START_TEST(what_is_not_evaluated_may_be_wrong) {
    yes("1 || 1 / 0");
    yes("!(0 && 1 / 0)");
    yes("1 ? 1 : 1 / 0");
    yes("0 ? 1 % 0 : 1");
    pp_text_gives("#if 1\na\n#elif 1 / 0 +\nb\n#elif\n#endif", "a");
    pp_text_gives("#if 0\n#if 1 +\n#elif (\n#foo\n#include <x>\n#else\n#define A "
                  "1\n#endif\n#else\nA\n#endif",
                  "A");
}
END_TEST

START_TEST(groups) {
    pp_text_gives("#if 1\na\n#elif 1\nb\n#else\nc\n#endif\nd", "a d");
    pp_text_gives("#if 0\na\n#elif 0\nb\n#elif 1\nc\n#elif 1\nd\n#else\ne\n#endif", "c");
    pp_text_gives(
        "#if 0\na\n#if 1\nb\n#else\nc\n#endif\n#else\nd\n#if 1\ne\n#endif\n#endif",
        "d e");
}
END_TEST

START_TEST(skipping_knows_comments_and_literals) {
    pp_text_gives("#if 0\n/*\n#endif\n*/ a\n// #endif \\\n#endif\n\"/*\"\n'/*'\ndon't /* "
                  "x\n#else\nb\n#endif",
                  "b");
    pp_text_gives("#if 0\n \"a\\\"/*\" \n # /**/ else\nb\n%:endif", "b");
    pp_text_gives("#if 0\nx \\\n#endif\n#endif\nb", "b");
    pp_text_gives("#ifndef A\n#define A\n#endif\n#ifndef A\nno\n#endif", "");
}
END_TEST

START_TEST(wrong_conditions) {
    wrong("1 +", "In[1]:1:8: error: expected a value in this condition");
    wrong("(1", "expected `)` in this condition");
    wrong("1 2", "In[1]:1:7: error: the condition should end before this");
    wrong("A = 3", "to compare write `==`");
    wrong("1.5", "a floating-point number can't stand in the condition of `#if`");
    wrong("\"a\"", "a string can't stand in the condition");
    wrong("1 / 0", "In[1]:1:7: error: division by zero");
    wrong("1 ? 2", "expected `:`");
    wrong("defined", "`defined` needs the name of a macro");
    wrong("defined(A", "`defined` needs the name of a macro");
    wrong("__has_include(", "`(...)` behind this word");
    pp_text_tells("#if\n#endif", "`#if` needs a condition behind it");
    pp_text_tells("#ifdef\n#endif", "`#ifdef` needs the name of a macro");
    pp_text_tells("#ifdef 3\n#endif", "`#ifdef` needs the name of a macro");
    pp_text_tells("#if 9223372036854775807 + 1\n#endif",
                  "warning: overflow in the condition");
    pp_text_tells("x = __has_include(<a>);", "works only in the condition of `#if`");
}
END_TEST

START_TEST(wrong_structure) {
    pp_text_tells("a\n #if 1\nb", "In[1]:2:3: error: this `#if` has no `#endif`");
    pp_text_tells("#if 0\n#ifdef X\n#endif\n",
                  "In[1]:1:2: error: this `#if` has no `#endif`");
    pp_text_tells("#endif", "In[1]:1:2: error: `#endif` without an `#if` before it");
    pp_text_tells("#else", "`#else` without");
    pp_text_tells("#elif 1", "`#elif` without");
    pp_text_tells("#if 1\n#else\n#else\n#endif",
                  "In[1]:3:2: error: `#else` after `#else`");
    pp_text_tells("#if 0\n#else\n#elif 1\n#endif", "In[1]:2:2: the `#else` is here");
}
END_TEST

START_TEST(deep_and_long) {
    Str text = {0};
    for (int i = 0; i < 20000; i++)
        str_puts(&text, i % 2 ? "#if 1\n" : "#ifndef X\n");
    str_puts(&text, "a\n");
    for (int i = 0; i < 20000; i++)
        str_puts(&text, "#endif\n");
    pp_text_gives(text.data, "a");
    str_free(&text);
    str_puts(&text, "#if ");
    for (int i = 0; i < 10000; i++)
        str_putc(&text, '(');
    pp_text_tells(text.data, "this condition has more than 512 nested parentheses");
    str_free(&text);
    str_puts(&text, "#if 1");
    for (int i = 0; i < 10000; i++)
        str_puts(&text, " + 1");
    str_puts(&text, "\na\n#endif");
    pp_text_gives(text.data, "a");
    str_free(&text);
}
END_TEST

int main(void) {
    TCase *tcase = tcase_create("pp_cond");
    tcase_add_test(tcase, operators);
    tcase_add_test(tcase, types);
    tcase_add_test(tcase, names_and_macros);
    tcase_add_test(tcase, what_is_not_evaluated_may_be_wrong);
    tcase_add_test(tcase, groups);
    tcase_add_test(tcase, skipping_knows_comments_and_literals);
    tcase_add_test(tcase, wrong_conditions);
    tcase_add_test(tcase, wrong_structure);
    tcase_add_test(tcase, deep_and_long);
    return pp_text_run_suite(tcase, "pp_cond");
}
