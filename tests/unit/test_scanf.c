// scanf from strings: conversions, and targets of the wrong type or size.
#include "lib_support.h"

#define SCAN(...)                                                                        \
    fixture_call(fx, "sscanf", ARGS(__VA_ARGS__),                                        \
                 (uint32_t)(sizeof((const Arg[]){__VA_ARGS__}) / sizeof(Arg)) - 2)

static int32_t int_at(Fixture *fx, Ptr p) {
    const int32_t *value = vm_peek(fx->vm, p, sizeof *value);
    return value ? *value : -1000;
}

START_TEST(conversions_store) {
    Fixture *fx = fixture_new();
    Ptr a = fixture_memory(fx, 4), b = fixture_memory(fx, 4), d = fixture_memory(fx, 8);
    SCAN(STRING(" 12,-7 2.5"), STRING("%d,%d %lf"), INTS(a), INTS(b), DOUBLES(d));
    ck_assert_int_eq(fx->result.i, 3);
    ck_assert_int_eq(int_at(fx, a), 12);
    ck_assert_int_eq(int_at(fx, b), -7);
    ck_assert_double_eq(*(const double *)vm_peek(fx->vm, d, 8), 2.5);
    SCAN(STRING(""), STRING("%d"), INTS(a));
    ck_assert_int_eq(fx->result.i, EOF);
    SCAN(STRING("x"), STRING("%d"), INTS(a));
    ck_assert_int_eq(fx->result.i, 0);
    SCAN(STRING("1 2 3"), STRING("%*d %d%n"), INTS(a), INTS(b));
    ck_assert_int_eq(fx->result.i, 1);
    ck_assert_int_eq(int_at(fx, a), 2);
    ck_assert_int_eq(int_at(fx, b), 3);
    fixture_destroy(fx);
}
END_TEST

START_TEST(text_is_held_to_its_array) {
    Fixture *fx = fixture_new();
    Ptr to = fixture_memory(fx, 4);
    SCAN(STRING("abc def"), STRING("%s"), CHARS(to));
    ck_assert_str_eq(fixture_text(fx, to), "abc");
    SCAN(STRING("abcd"), STRING("%s"), CHARS(to));
    ck_trap(fx, TRAP_OUT_OF_BOUNDS, "");
    SCAN(STRING("abcd"), STRING("%3s"), CHARS(to));
    ck_assert_str_eq(fixture_text(fx, to), "abc");
    SCAN(STRING("x=1"), STRING("%[^=]"), CHARS(to));
    ck_assert_str_eq(fixture_text(fx, to), "x");
    fixture_destroy(fx);
}
END_TEST

START_TEST(targets_have_to_fit) {
    Fixture *fx = fixture_new();
    SCAN(STRING("1"), STRING("%d"), INT(5));
    ck_trap(fx, TRAP_FORMAT, "is an `&` missing?");
    SCAN(STRING("1"), STRING("%f"), DOUBLES(fixture_memory(fx, 8)));
    ck_trap(fx, TRAP_FORMAT, "`%lf` reads into that");
    SCAN(STRING("1"), STRING("%d"), DOUBLES(fixture_memory(fx, 8)));
    ck_trap(fx, TRAP_FORMAT, "needs the address of an `int`");
    SCAN(STRING("1"), STRING("%s"), INTS(fixture_memory(fx, 4)));
    ck_trap(fx, TRAP_FORMAT, "an array of `char`");
    SCAN(STRING("1 2"), STRING("%d %d"), INTS(fixture_memory(fx, 4)));
    ck_trap(fx, TRAP_FORMAT, "there is no argument");
    SCAN(STRING("99999999999"), STRING("%d"), INTS(fixture_memory(fx, 4)));
    ck_trap(fx, TRAP_OVERFLOW, "does not fit");
    fixture_destroy(fx);
}
END_TEST

START_TEST(stdin_may_be_refused) {
    Fixture *fx = fixture_new();
    fixture_call(fx, "scanf", ARGS(STRING("%d"), INTS(fixture_memory(fx, 4))), 1);
    ck_trap(fx, TRAP_NO_INPUT, "stdin");
    fixture_destroy(fx);
}
END_TEST

int main(void) {
    const TTest *const tests[] = {conversions_store, text_is_held_to_its_array,
                                  targets_have_to_fit, stdin_may_be_refused};
    return fixture_main("scanf", tests, COUNT_OF(tests));
}
