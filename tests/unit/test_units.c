// test_units.c: code points and bytes, with text that is valid and text that is not.
#include "units.h"

#include <check.h>

#define TEXT(s) ((Bytes){s, sizeof(s) - 1})

START_TEST(test_sequences_of_every_size) {
    ck_assert_uint_eq(units_sequence_size(TEXT("a")), 1);
    ck_assert_uint_eq(units_sequence_size(TEXT("\xC3\xA9")), 2);
    ck_assert_uint_eq(units_sequence_size(TEXT("\xE2\x82\xAC")), 3);
    ck_assert_uint_eq(units_sequence_size(TEXT("\xF0\x9F\x98\x80")), 4);
}
END_TEST

// Overlong forms, surrogates, beyond U+10FFFF, stray continuation bytes.
START_TEST(test_malformed_sequences) {
    ck_assert_uint_eq(units_sequence_size(TEXT("\x80")), 0);
    ck_assert_uint_eq(units_sequence_size(TEXT("\xC0\xAF")), 0);
    ck_assert_uint_eq(units_sequence_size(TEXT("\xE0\x80\xAF")), 0);
    ck_assert_uint_eq(units_sequence_size(TEXT("\xED\xA0\x80")), 0);
    ck_assert_uint_eq(units_sequence_size(TEXT("\xF4\x90\x80\x80")), 0);
    ck_assert_uint_eq(units_sequence_size(TEXT("\xE2\x82")), 0);
    ck_assert_uint_eq(units_sequence_size(TEXT("\xC3(")), 0);
}
END_TEST

START_TEST(test_offsets_count_code_points) {
    Bytes text = TEXT("h\xC3\xA9 \xF0\x9F\x98\x80!"); // h é space emoji !
    ck_assert_uint_eq(units_byte_offset(text, 0), 0);
    ck_assert_uint_eq(units_byte_offset(text, 2), 3);
    ck_assert_uint_eq(units_byte_offset(text, 4), 8);
    ck_assert_uint_eq(units_byte_offset(text, 99), 9);
    ck_assert_uint_eq(units_code_points(text, 3), 2);
    ck_assert_uint_eq(units_code_points(text, 9), 5);
    ck_assert_uint_eq(units_code_points(text, 99), 5);
}
END_TEST

START_TEST(test_unfinished_tails) {
    ck_assert_uint_eq(units_unfinished_tail(TEXT("abc")), 0);
    ck_assert_uint_eq(units_unfinished_tail(TEXT("abc\xC3")), 1);
    ck_assert_uint_eq(units_unfinished_tail(TEXT("abc\xC3\xA9")), 0);
    ck_assert_uint_eq(units_unfinished_tail(TEXT("\xF0\x9F\x98")), 3);
    ck_assert_uint_eq(units_unfinished_tail(TEXT("\xE0\x80")), 0); // never completes
    ck_assert_uint_eq(units_unfinished_tail(TEXT("\xA9")), 0);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("units");
    TCase *tcase = tcase_create("units");
    tcase_add_test(tcase, test_sequences_of_every_size);
    tcase_add_test(tcase, test_malformed_sequences);
    tcase_add_test(tcase, test_offsets_count_code_points);
    tcase_add_test(tcase, test_unfinished_tails);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures != 0;
}
