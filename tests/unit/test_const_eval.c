// Constants: every row is computed by gcc, here, and by the checker, in a static
// assertion.
#include "front_fixture.h"
#include <check.h>

static FrontFixture f;

static void open(void) {
    fixture_open(&f, true);
}
static void close(void) {
    fixture_close(&f);
}

static void check_equal(const char *expression, long long value) {
    char *text =
        mem_printf("_Static_assert((%s) == %lldLL - 1, \"\");", expression, value + 1);
    bool is_right = fixture_run(&f, text);
    ck_assert_msg(is_right, "%s is not %lld\n%s", expression, value, f.text.data);
    mem_free(text);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wsign-compare"
#pragma GCC diagnostic ignored "-Wparentheses"
#pragma GCC diagnostic ignored "-Woverflow"
#define ROW(expression) check_equal(#expression, (long long)(expression))

START_TEST(arithmetic) {
    ROW(7 / 2 * 3 - 10 % 4);
    ROW(-7 / 2);
    ROW(-7 % 3);
    ROW(2147483647 - -1L);
    ROW(4000000000u + 1000000000u);
    ROW(0u - 1);
    ROW(-1 < 0u);
    ROW(-1L < 0u);
    ROW(0xffffffffffffffffu >> 60);
    ROW(-8 >> 1);
    ROW(1 << 30);
    ROW(~0 ^ 5 | 12 & 10);
    ROW(!5 + !0);
    ROW(1 ? 2 : 3 ? 4 : 5);
    ROW(3 > 2 > 1);
    ROW('a' + '\n' + '\xff');
}
END_TEST

START_TEST(conversions) {
    ROW((unsigned char)300);
    ROW((signed char)200);
    ROW((short)70000);
    ROW((_Bool)256);
    ROW((_Bool)0.25);
    ROW((int)-1.9);
    ROW((unsigned)4294967295.5);
    ROW((int)(float)16777217);
    ROW((int)(3.0 / 2 * 4));
    ROW(sizeof(char[3][5]));
    ROW(sizeof 1.0f + sizeof 'a' + sizeof 1L);
    ROW((long)(1 ? -1 : 0u));
    ROW((char)-1 == 255);
}
END_TEST
#pragma GCC diagnostic pop

// What C leaves undefined is no constant.
START_TEST(not_constant) {
    static const char *const texts[] = {
        "1 / 0",   "1 % 0",   "2147483647 + 1",    "-2147483648 / -1",
        "1 << 32", "1 >> -1", "-(-2147483647 - 1)"};
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        if (i == 3)
            continue; // 2147483648 is a long
        char *text = mem_printf("int x = %s;", texts[i]);
        ck_assert_msg(!fixture_run(&f, text), "%s", text);
        mem_free(text);
    }
    ck_assert(fixture_run(&f, "int x = 0 && 1 / 0; int y = 1 ? 2 : 1 / 0;"));
}
END_TEST

START_TEST(addresses) {
    ck_assert(fixture_run(&f, "struct s { int a[3]; } x; int *p = &x.a[1] + 1, *q = x.a;"
                              "long l = (long)&x; int (*g)(const char *, ...) = printf;"
                              "char *t = \"abc\" + 1; int *c = &(int){3}; void *n = 0;"));
    ck_assert(!fixture_run(&f, "int x; int y = x;"));
    ck_assert(!fixture_run(&f, "int x; int y = (int)&x;"));
    ck_assert(!fixture_run(&f, "int g(void); int y = g();"));
    ck_assert(!fixture_run(&f, "int *p; int *q = p;"));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("const_eval");
    TCase *tcase = tcase_create("const_eval");
    tcase_add_checked_fixture(tcase, open, close);
    tcase_add_test(tcase, arithmetic);
    tcase_add_test(tcase, conversions);
    tcase_add_test(tcase, not_constant);
    tcase_add_test(tcase, addresses);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures != 0;
}
