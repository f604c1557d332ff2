// Numbers: values exact, suffixes read, everything else refused with the reason.
#include "pp_text.h"

START_TEST(integers) {
    pp_text_gives("0 1 42 017 0x1F 0XaBc 0b101 0B1", "0 1 42 15 31 2748 5 1");
    pp_text_gives("1u 1U 1l 1L 1ul 1LU 1ll 1LL 1ull 1LLU 1uLL",
                  "1u 1u 1l 1l 1ul 1ul 1ll 1ll 1ull 1ull 1ull");
    pp_text_gives("1'000'000 0x7fff'ffff 0b1010'0101 0'17", "1000000 2147483647 165 15");
    pp_text_gives("9223372036854775807 0xffffffffffffffff 18446744073709551615u",
                  "9223372036854775807 18446744073709551615 18446744073709551615u");
    pp_text_gives("4294967296 999999999 1000000000 01777777777777777777777",
                  "4294967296 999999999 1000000000 18446744073709551615");
}
END_TEST

START_TEST(decimal_is_noted) {
    PpText p;
    pp_text_init(&p);
    pp_text_cell(&p, "10 0 010 0x10 10u", 17, true);
    static const unsigned suffixes[] = {NUM_DECIMAL, NUM_DECIMAL, 0, 0,
                                        NUM_DECIMAL | NUM_U};
    for (size_t i = 0; i < COUNT_OF(suffixes); i++)
        ck_assert_uint_eq(p.tokens.data[i].suffix & ~(i == 1 ? NUM_DECIMAL : 0u),
                          suffixes[i] & ~(i == 1 ? NUM_DECIMAL : 0u));
    pp_text_deinit(&p);
}
END_TEST

START_TEST(floating) {
    pp_text_gives("1.5 .5 5. 1e3 1E-2 1.5e+3f 2.L 0.1f",
                  "1.5 0.5 5 1000 0.01 1500f 2l 0.10000000149011612f");
    pp_text_gives("0x1p4 0x1.8p1 0x.8p0 0x1P-1f 0x10.p0", "16 3 0.5 0.5f 16");
    pp_text_gives("09.5 08e0 1'0.2'5", "9.5 8 10.25");
    // Rounded once, to nearest: the hard cases of decimal conversion.
    pp_text_gives("2.2250738585072011e-308 9007199254740993.0 1.7976931348623157e308",
                  "2.2250738585072009e-308 9007199254740992 1.7976931348623157e+308");
    // A float is rounded from the digits, not from the double next to them.
    pp_text_gives("1.00000017881393432617187499f 16777217.0f",
                  "1.0000001192092896f 16777216f");
    pp_text_gives("4.9e-324 1e-400", "4.9406564584124654e-324 0");
}
END_TEST

START_TEST(refused) {
    pp_text_tells("x = 09;", "the digit 9 can't stand in an octal number");
    pp_text_tells("x = 0089;", "for decimal write `89`");
    pp_text_tells("0b102", "the digit 2 can't stand in a binary number");
    pp_text_tells("12abc", "In[1]:1:3: error: `abc` is no suffix of integer constants");
    pp_text_tells("12abc", "a name must not begin with a digit");
    pp_text_tells("1.5x", "`x` is no suffix of floating constants");
    pp_text_tells("1lL", "`lL` is no suffix");
    pp_text_tells("0o17", "octal numbers begin with 0 alone: `017`");
    pp_text_tells("1.2.3", "`1.2.3` is no number: it has too many points");
    pp_text_tells("0x", "`0x` has no digits");
    pp_text_tells("0x.p1", "`0x.p1` has no digits");
    pp_text_tells("1e", "the exponent of `1e` has no digits");
    pp_text_tells("1e+", "the exponent of `1e+` has no digits");
    pp_text_tells("0x1.8", "has no exponent");
    pp_text_tells("3i", "imaginary numbers");
    pp_text_tells("0x'1", "`'` in a number must stand between two digits");
    pp_text_tells("1.'5", "`'` in a number must stand between two digits");
    pp_text_tells("18446744073709551616",
                  "`18446744073709551616` is too large for any integer type");
    pp_text_tells("9223372036854775808",
                  "warning: `9223372036854775808` is so large that it is unsigned");
    pp_text_tells("1e999", "warning: `1e999` is too large for `double`");
    pp_text_tells("1e39f", "warning: `1e39f` is too large for `float`");
}
END_TEST

START_TEST(a_wrong_number_is_a_number) {
    PpText p;
    pp_text_init(&p);
    ck_assert_str_eq(pp_text_cell(&p, "x = 0b12 + 1e;", 14, true), "x = 0 + 0 ;");
    ck_assert_uint_eq(p.diags.error_count, 2);
    pp_text_deinit(&p);
}
END_TEST

int main(void) {
    TCase *tcase = tcase_create("lex_number");
    tcase_add_test(tcase, integers);
    tcase_add_test(tcase, decimal_is_noted);
    tcase_add_test(tcase, floating);
    tcase_add_test(tcase, refused);
    tcase_add_test(tcase, a_wrong_number_is_a_number);
    return pp_text_run_suite(tcase, "lex_number");
}
