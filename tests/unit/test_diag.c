// Diagnostics: the text a learner reads, to the column; bounds; "did you mean".
#include "base/diag.h"
#include "base/limits.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

typedef struct Fixture {
    Arena arena;
    Sources sources;
    Diags diags;
} Fixture;

static void set_up(Fixture *f, const char *text) {
    *f = (Fixture){0};
    arena_init(&f->arena);
    source_add(&f->sources, "In[4]", text, strlen(text));
    diag_init(&f->diags, &f->arena, &f->sources);
}

static void tear_down(Fixture *f) {
    diag_deinit(&f->diags);
    source_deinit(&f->sources);
    arena_deinit(&f->arena);
}

// The excerpt of [begin, end) of `text` is `expected`.
static void excerpt(const char *text, uint32_t begin, uint32_t end,
                    const char *expected) {
    Fixture f;
    set_up(&f, text);
    char *got = diag_excerpt(&f.sources, (Span){1, begin, end});
    ck_assert_str_eq(got, expected);
    mem_free(got);
    tear_down(&f);
}

START_TEST(whole_text) {
    Fixture f;
    set_up(&f, "int main(void) {\n    int x;\n    prinft(\"hi\\n\");\n}\n");
    Span span = {1, 32, 38};
    Diag *diag = diag_add(&f.diags, DIAG_DIRECTIVE_UNKNOWN, span, "prinft");
    diag_fix(&f.diags, diag, span, "printf", "did you mean `%s`?", "printf");
    diag_note(&f.diags, diag, (Span){1, 25, 26}, "declared here");
    diag_note(&f.diags, diag, (Span){0}, "no place");
    char *text = diag_render(&f.diags, diag);
    ck_assert_str_eq(text, "In[4]:3:5: error: unknown directive `#prinft`\n"
                           "    prinft(\"hi\\n\");\n"
                           "    ^~~~~~\n"
                           "  did you mean `printf`?\n"
                           "  In[4]:2:9: declared here\n"
                           "    int x;\n"
                           "        ^\n"
                           "  no place");
    mem_free(text);
    ck_assert_str_eq(diag->notes->fix, "printf");
    ck_assert_str_eq(diag_code_name(diag->code), "unknown-directive");
    tear_down(&f);
}
END_TEST

START_TEST(columns) {
    excerpt("abc", 1, 2, "    abc\n     ^");
    excerpt("  abc  ", 2, 5, "    abc\n    ^~~");
    excerpt("\t\tif (x)\ty;", 9, 10, "    if (x)  y;\n            ^");
    excerpt("s = \"\xE6\xB1\x89\"; x", 12, 13,
            "    s = \"\xE6\xB1\x89\"; x\n               ^");
    excerpt("caf\xC3\xA9 = 1", 0, 5, "    caf\xC3\xA9 = 1\n    ^~~~");
    excerpt("abc", 3, 3, "    abc\n       ^");
    excerpt("ab\ncd", 1, 5, "    ab\n     ^"); // to the end of the first line only
    excerpt("", 0, 0, "    \n    ^");
    excerpt("a\x1B[31mb\xFF", 7, 8, "    a<U+001B>[31mb<FF>\n                  ^~~~");
}
END_TEST

START_TEST(long_lines_are_cut) {
    char text[2000];
    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    text[1000] = 'X';
    Fixture f;
    set_up(&f, text);
    char *got = diag_excerpt(&f.sources, (Span){1, 1000, 1001});
    ck_assert_uint_lt(strlen(got), 300);
    char *caret = strchr(got, '^');
    ck_assert_ptr_nonnull(caret);
    const char *newline = strchr(got, '\n');
    ck_assert_int_eq(got[caret - newline - 1], 'X');
    mem_free(got);
    tear_down(&f);
}
END_TEST

START_TEST(bounded_and_once) {
    Fixture f;
    set_up(&f, "0123456789012345678901234567890123456789");
    for (uint32_t i = 0; i < 30; i++) {
        diag_add(&f.diags, DIAG_STRAY_BACKSLASH, (Span){1, i, i + 1});
        Diag *again = diag_add(&f.diags, DIAG_STRAY_BACKSLASH, (Span){1, i, i + 1});
        diag_note(&f.diags, again, (Span){0}, "nobody sees this");
    }
    ck_assert_uint_eq(f.diags.list.count, LIMIT_DIAGS);
    ck_assert_uint_eq(f.diags.error_count,
                      30 + (30 - LIMIT_DIAGS)); // dropped ones are not compared
    ck_assert_ptr_null(f.diags.list.data[0]->notes);
    diag_add(&f.diags, DIAG_USER_WARNING, (Span){1, 0, 1}, "still room for warnings");
    ck_assert_uint_eq(f.diags.list.count, LIMIT_DIAGS + 1);
    diag_finish(&f.diags);
    char *got = diag_render(&f.diags, vec_last(f.diags.list));
    ck_assert_str_eq(
        got, "note: 40 more messages are not shown: mend these first, and look again");
    mem_free(got);
    tear_down(&f);
}
END_TEST

START_TEST(muted_and_system) {
    Fixture f;
    set_up(&f, "x");
    f.diags.muted = true;
    diag_add(&f.diags, DIAG_STRAY_BACKSLASH, (Span){1, 0, 1});
    ck_assert_uint_eq(f.diags.error_count, 1);
    ck_assert_uint_eq(f.diags.list.count, 0);
    f.diags.muted = false;
    source_get(&f.sources, 1)->is_system = true;
    diag_add(&f.diags, DIAG_USER_WARNING, (Span){1, 0, 1}, "w");
    ck_assert_uint_eq(f.diags.list.count, 0);
    tear_down(&f);
}
END_TEST

START_TEST(messages_are_clean_and_short) {
    Fixture f;
    set_up(&f, "x");
    char name[5000];
    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    const Diag *diag = diag_add(&f.diags, DIAG_DIRECTIVE_UNKNOWN, (Span){1, 0, 1}, name);
    ck_assert_uint_lt(strlen(diag->message), 1100);
    diag = diag_add(&f.diags, DIAG_USER_ERROR, (Span){1, 0, 1}, "\x1B\n\xFF");
    ck_assert_str_eq(diag->message, "#error <U+001B><U+000A><FF>");
    tear_down(&f);
}
END_TEST

static const char *nearest(const char *wanted) {
    static const char *const names[] = {"printf", "puts",  "scanf", "sprintf", "strlen",
                                        "i",      "count", "Count", "asin"};
    Nearest n;
    nearest_init(&n, wanted);
    for (size_t i = 0; i < COUNT_OF(names); i++)
        nearest_offer(&n, names[i]);
    const char *best = nearest_get(&n);
    return best ? best : "none";
}

START_TEST(did_you_mean) {
    ck_assert_str_eq(nearest("prinft"), "printf");
    ck_assert_str_eq(nearest("print"), "printf");
    ck_assert_str_eq(nearest("PRINTF"), "printf");
    ck_assert_str_eq(nearest("strln"), "strlen");
    ck_assert_str_eq(nearest("conut"), "count");
    ck_assert_str_eq(nearest("j"), "none");
    ck_assert_str_eq(nearest("elephant"), "none");
    ck_assert_str_eq(nearest("main"), "none"); // two letters of four are not a slip
    ck_assert_str_eq(nearest(""), "none");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("diag");
    TCase *tcase = tcase_create("diag");
    tcase_add_test(tcase, whole_text);
    tcase_add_test(tcase, columns);
    tcase_add_test(tcase, long_lines_are_cut);
    tcase_add_test(tcase, bounded_and_once);
    tcase_add_test(tcase, muted_and_system);
    tcase_add_test(tcase, messages_are_clean_and_short);
    tcase_add_test(tcase, did_you_mean);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
