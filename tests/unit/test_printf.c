// printf: text as libc's, and every way an argument can fail to fit its directive.
#include "lib_support.h"

static void check_text(Fixture *fx, const char *expected) {
    ck_assert_msg(fx->how == NATIVE_DONE, "trap: %s", fx->message);
    ck_assert_str_eq(fx->out.data ? fx->out.data : "", expected);
    fx->out.count = 0;
}

#define PRINT(...)                                                                       \
    fixture_call(fx, "printf", ARGS(__VA_ARGS__),                                        \
                 (uint32_t)(sizeof((const Arg[]){__VA_ARGS__}) / sizeof(Arg)) - 1)

START_TEST(directives_print_as_libc) {
    Fixture *fx = fixture_new();
    PRINT(STRING("%d|%5d|%-5d|%05d"), INT(42), INT(42), INT(42), INT(-42));
    check_text(fx, "42|   42|42   |-0042");
    PRINT(STRING("%x %#o %lu"), INT(255), INT(8), LONG(-1));
    check_text(fx, "ff 010 18446744073709551615");
    PRINT(STRING("%f %.3e %g %a"), DOUBLE(1.5), DOUBLE(12345.0), DOUBLE(0.1),
          DOUBLE(1.0));
    check_text(fx, "1.500000 1.234e+04 0.1 0x1p+0");
    PRINT(STRING("[%5s|%-5s|%.2s]"), STRING("abc"), STRING("abc"), STRING("abc"));
    check_text(fx, "[  abc|abc  |ab]");
    PRINT(STRING("%*d|%.*f|%c%%"), INT(4), INT(7), INT(1), DOUBLE(2.25), INT('x'));
    check_text(fx, "   7|2.2|x%");
    PRINT(STRING("%s %p"), CHARS(0), CHARS(0));
    check_text(fx, "(null) (nil)");
    fixture_destroy(fx);
}
END_TEST

START_TEST(the_result_is_the_length) {
    Fixture *fx = fixture_new();
    PRINT(STRING("%d\n"), INT(12345));
    ck_assert_int_eq(fx->result.i, 6);
    fixture_destroy(fx);
}
END_TEST

START_TEST(a_wrong_argument_is_a_fault) {
    Fixture *fx = fixture_new();
    PRINT(STRING("%d"), DOUBLE(1.0));
    ck_trap(fx, TRAP_FORMAT,
            "`%d` needs an `int`, but argument 2 is of type `double`: `%f` prints that");
    PRINT(STRING("%s"), INT(1));
    ck_trap(fx, TRAP_FORMAT, "`%s` needs a string");
    PRINT(STRING("%f"), INT(1));
    ck_trap(fx, TRAP_FORMAT, "`%f` needs a `double`");
    PRINT(STRING("%s"), INTS(fixture_memory(fx, 4)));
    ck_trap(fx, TRAP_FORMAT, "`int *`");
    PRINT(STRING("%d %d"), INT(1));
    ck_trap(fx, TRAP_FORMAT, "there is no argument for it (1 given)");
    PRINT(STRING("%y"), INT(1));
    ck_trap(fx, TRAP_FORMAT, "`%y` is no directive");
    PRINT(STRING("50%"));
    ck_trap(fx, TRAP_FORMAT, "ends in the middle");
    fixture_destroy(fx);
}
END_TEST

START_TEST(a_long_for_an_int_prints_while_it_fits) {
    Fixture *fx = fixture_new();
    PRINT(STRING("%d %ld"), LONG(7), INT(-7));
    check_text(fx, "7 -7");
    PRINT(STRING("%d"), LONG(1L << 40));
    ck_trap(fx, TRAP_FORMAT, "`%ld` prints that");
    fixture_destroy(fx);
}
END_TEST

START_TEST(a_string_has_to_end_in_its_object) {
    Fixture *fx = fixture_new();
    Ptr p = fixture_memory(fx, 3);
    memcpy(vm_write(fx->vm, p, 3), "abc", 3);
    PRINT(STRING("%s"), CHARS(p));
    ck_trap(fx, TRAP_OUT_OF_BOUNDS, "");
    PRINT(STRING("%.3s"), CHARS(p));
    check_text(fx, "abc");
    PRINT(STRING("%.4s"), CHARS(p));
    ck_trap(fx, TRAP_OUT_OF_BOUNDS, "");
    PRINT(STRING("%s"), CHARS(fixture_memory(fx, 8)));
    ck_trap(fx, TRAP_UNINITIALISED, "");
    fixture_destroy(fx);
}
END_TEST

START_TEST(sprintf_is_held_to_its_array) {
    Fixture *fx = fixture_new();
    Ptr to = fixture_memory(fx, 4);
    fixture_call(fx, "sprintf", ARGS(CHARS(to), STRING("%d"), INT(123)), 1);
    ck_assert_str_eq(fixture_text(fx, to), "123");
    fixture_call(fx, "sprintf", ARGS(CHARS(to), STRING("%d"), INT(1234)), 1);
    ck_trap(fx, TRAP_OUT_OF_BOUNDS, "");
    fixture_call(fx, "snprintf", ARGS(CHARS(to), LONG(4), STRING("%d"), INT(12345)), 1);
    ck_assert_int_eq(fx->result.i, 5);
    ck_assert_str_eq(fixture_text(fx, to), "123");
    fixture_call(fx, "sprintf", ARGS(CHARS(to), STRING("%s!"), CHARS(to)), 1);
    ck_trap(fx, TRAP_OVERLAP, "overlap");
    fixture_destroy(fx);
}
END_TEST

int main(void) {
    const TTest *const tests[] = {
        directives_print_as_libc,          the_result_is_the_length,
        a_wrong_argument_is_a_fault,       a_long_for_an_int_prints_while_it_fits,
        a_string_has_to_end_in_its_object, sprintf_is_held_to_its_array};
    return fixture_main("printf", tests, COUNT_OF(tests));
}
