// What a directive's letters mean, to printf and to scanf.
#include "base/format.h"
#include <check.h>
#include <string.h>

static FormatKind kind_of(const char *directive_end, bool is_scanf,
                          FormatLength *length) {
    const char *at = format_read_length(directive_end, length);
    return format_kind(*at, is_scanf, length);
}

START_TEST(kinds) {
    static const struct {
        const char *letters;
        FormatKind printf_kind, scanf_kind;
    } rows[] = {
        {"di", FMT_SIGNED, FMT_SIGNED},
        {"uoxXb", FMT_UNSIGNED, FMT_UNSIGNED},
        {"B", FMT_UNSIGNED, FMT_UNKNOWN},
        {"aAeEfFgG", FMT_FLOAT, FMT_FLOAT},
        {"cC", FMT_CHAR, FMT_CHAR},
        {"sS", FMT_STRING, FMT_STRING},
        {"[", FMT_UNKNOWN, FMT_SET},
        {"p", FMT_POINTER, FMT_POINTER},
        {"n", FMT_COUNT, FMT_COUNT},
        {"m", FMT_ERRNO, FMT_UNKNOWN},
        {"y%*.5]\xe9", FMT_UNKNOWN, FMT_UNKNOWN},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        for (const char *at = rows[i].letters; *at; at++) {
            FormatLength length = LEN_NONE;
            ck_assert_int_eq(format_kind(*at, false, &length), rows[i].printf_kind);
            ck_assert_int_eq(format_kind(*at, true, &length), rows[i].scanf_kind);
            ck_assert_int_eq(length, *at == 'C' || *at == 'S' ? LEN_L : LEN_NONE);
        }
    }
    FormatLength length = LEN_NONE;
    ck_assert_int_eq(format_kind('\0', false, &length), FMT_UNKNOWN);
}
END_TEST

START_TEST(lengths) {
    static const struct {
        const char *text;
        FormatLength length;
        uint32_t bytes;
    } rows[] = {
        {"d", LEN_NONE, 4},    {"hhd", LEN_HH, 1},  {"hd", LEN_H, 2},
        {"ld", LEN_L, 8},      {"lld", LEN_LL, 8},  {"qd", LEN_LL, 8},
        {"jd", LEN_J, 8},      {"zd", LEN_Z, 8},    {"Zd", LEN_Z, 8},
        {"td", LEN_T, 8},      {"w8d", LEN_HH, 1},  {"w16d", LEN_H, 2},
        {"w32d", LEN_NONE, 4}, {"w64d", LEN_L, 8},  {"wf8d", LEN_HH, 1},
        {"wf16d", LEN_L, 8},   {"wf32d", LEN_L, 8}, {"Ld", LEN_LONG_DOUBLE, 8},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        FormatLength length = LEN_T;
        const char *end = format_read_length(rows[i].text, &length);
        ck_assert_int_eq(*end, 'd');
        ck_assert_int_eq(length, rows[i].length);
        ck_assert_uint_eq(format_integer_bytes(length), rows[i].bytes);
    }
}
END_TEST

// A width that no type has is left where it is, so that the conversion is unknown.
START_TEST(no_length) {
    static const char *const texts[] = {"w7d", "wd", "wfd", "w128d", "w"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        FormatLength length = LEN_T;
        ck_assert_ptr_eq(format_read_length(texts[i], &length), texts[i]);
        ck_assert_int_eq(length, LEN_NONE);
        ck_assert_int_eq(kind_of(texts[i], false, &length), FMT_UNKNOWN);
    }
}
END_TEST

// What is printed of a length is what would be read.
START_TEST(texts) {
    for (FormatLength length = LEN_NONE; length <= LEN_LONG_DOUBLE; length++) {
        FormatLength read = LEN_NONE;
        const char *text = format_length_text(length);
        ck_assert_ptr_eq(format_read_length(text, &read), text + strlen(text));
        ck_assert_int_eq(read, length);
        ck_assert(format_is_wide(length) == (length == LEN_L));
        ck_assert(format_is_double(length) ==
                  (text[0] == 'l' || length == LEN_LONG_DOUBLE));
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("format");
    TCase *tcase = tcase_create("format");
    tcase_add_test(tcase, kinds);
    tcase_add_test(tcase, lengths);
    tcase_add_test(tcase, no_length);
    tcase_add_test(tcase, texts);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures != 0;
}
