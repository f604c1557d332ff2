// Completion, inspection, %who.
#include "front/ask/query.h"
#include "front_fixture.h"
#include <check.h>

static FrontFixture f;
static Arena arena;

static void open(void) {
    fixture_open(&f, false);
    arena_init(&arena);
    bool is_right = fixture_run(
        &f, "// Adds two numbers.\nint add(int a, int b) { return a + b; }\n"
            "struct point { int height, width; };\n"
            "struct point p = {1, 2}, *q = &p;\n"
            "enum color { RED, GREEN };\ntypedef int number;\n#define LIMIT 3\n");
    ck_assert_msg(is_right, "%s", f.text.data);
}
static void close(void) {
    arena_deinit(&arena);
    fixture_close(&f);
}

// The first matches at the end of `code`, blank-separated.
static void check_matches(const char *code, const char *expected) {
    QueryText text = {code, strlen(code), strlen(code)};
    QueryMatches matches = {0};
    query_complete(f.front, &arena, &text, &matches);
    Str found = {0};
    str_puts(&found, "");
    for (uint32_t i = 0; i < matches.list.count; i++)
        str_printf(&found, "%s%s", i > 0 ? " " : "", matches.list.data[i].text);
    ck_assert_msg(strncmp(found.data, expected, strlen(expected)) == 0, "%s: %s", code,
                  found.data);
    str_free(&found);
    vec_free(matches.list);
}

START_TEST(complete) {
    check_matches("prin", "printf");
    check_matches("x = ad", "add");
    check_matches("p.", "height width");
    check_matches("q->he", "height");
    check_matches("struct po", "point");
    check_matches("int local_value; loc", "local_value");
    check_matches("LIM", "LIMIT");
    check_matches("GRE", "GREEN");
}
END_TEST

static void check_info(const char *code, const char *declaration, const char *doc) {
    QueryText text = {code, strlen(code), 1};
    QueryInfo info = {0};
    bool is_found = query_inspect(f.front, &arena, &text, &info);
    ck_assert_int_eq(is_found, declaration != NULL);
    if (is_found)
        ck_assert_str_eq(info.declaration, declaration);
    if (doc != NULL)
        ck_assert_str_eq(info.doc, doc);
}

START_TEST(inspect) {
    check_info("add(1, 2)", "int add(int a, int b)", "Adds two numbers.");
    check_info("p", "struct point p", NULL);
    check_info("point", "struct point { int height; int width; }", NULL);
    check_info("number", "typedef int number", NULL);
    check_info("RED", "RED = 0", NULL);
    check_info("LIMIT", "#define LIMIT 3", NULL);
    check_info("sleep", "unsigned int sleep(double seconds)", "Waits so many seconds.");
    check_info("zzz", NULL, NULL);
}
END_TEST

static void collect(void *ctx, const QueryInfo *info) {
    str_printf(ctx, "%s ", info->name);
}

START_TEST(who) {
    Str names = {0};
    query_names(f.front, &arena, collect, &names);
    ck_assert_str_eq(names.data, "add p q number point color LIMIT ");
    str_free(&names);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("query");
    TCase *tcase = tcase_create("query");
    tcase_add_checked_fixture(tcase, open, close);
    tcase_add_test(tcase, complete);
    tcase_add_test(tcase, inspect);
    tcase_add_test(tcase, who);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures != 0;
}
