// UTF-8: every scalar value there and back, nothing else accepted, widths of what people
// write.
#include "base/utf8.h"

#include <check.h>
#include <string.h>

START_TEST(every_scalar_value) {
    for (uint32_t c = 0; c <= 0x110000; c++) {
        char bytes[4];
        unsigned size = utf8_encode(c, bytes);
        bool scalar = c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF);
        ck_assert_msg((size > 0) == scalar, "%X", c);
        if (!scalar)
            continue;
        uint32_t back = 1;
        ck_assert_uint_eq(utf8_decode(bytes, size, &back), size);
        ck_assert_uint_eq(back, c);
        ck_assert_uint_eq(utf8_decode(bytes, size - 1, &back), 0);
    }
}
END_TEST

START_TEST(malformed) {
    static const char *const bad[] = {"\x80",
                                      "\xC0\x80",
                                      "\xC1\xBF",
                                      "\xE0\x80\x80",
                                      "\xE0\x9F\xBF",
                                      "\xED\xA0\x80",
                                      "\xF0\x80\x80\x80",
                                      "\xF4\x90\x80\x80",
                                      "\xF5\x80\x80\x80",
                                      "\xFF",
                                      "\xE2\x28\xA1",
                                      "\xC3("};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        uint32_t c;
        ck_assert_msg(utf8_decode(bad[i], strlen(bad[i]), &c) == 0, "%zu", i);
        char text[32] = "0123456789";
        strcat(text, bad[i]);
        ck_assert_uint_eq(utf8_check(text, strlen(text)), 10);
    }
    ck_assert_uint_eq(utf8_check("gr\xC3\xBC\xC3\x9F dich, Welt", 17), 17);
}
END_TEST

START_TEST(widths) {
    ck_assert_uint_eq(utf8_width("abc", 3), 3);
    ck_assert_uint_eq(utf8_width("\xC3\xA9", 2), 1);  // é
    ck_assert_uint_eq(utf8_width("e\xCC\x81", 3), 1); // e and a combining accent
    ck_assert_uint_eq(utf8_width("\xE6\xB1\x89\xE5\xAD\x97", 6), 4); // two ideographs
    ck_assert_uint_eq(utf8_width("\xF0\x9F\x98\x80", 4), 2);         // an emoji
    ck_assert_uint_eq(utf8_width("\xFF\xFE", 2), 2);                 // malformed bytes
}
END_TEST

int main(void) {
    Suite *suite = suite_create("utf8");
    TCase *tcase = tcase_create("utf8");
    tcase_add_test(tcase, every_scalar_value);
    tcase_add_test(tcase, malformed);
    tcase_add_test(tcase, widths);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
