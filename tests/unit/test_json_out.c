// test_json_out.c: whatever goes in as text, valid JSON comes out.
#include "json_out.h"

#include <check.h>
#include <jansson.h>

static void expect(JsonOut *out, const char *text) {
    buf_add_char(&out->buf, '\0');
    ck_assert_str_eq(out->buf.data, text);
    out_deinit(out);
}

START_TEST(test_commas_stand_between_members_only) {
    JsonOut out = {0};
    out_open(&out, '{');
    out_key(&out, "a");
    out_int(&out, -5);
    out_key(&out, "b");
    out_open(&out, '[');
    out_bool(&out, true);
    out_null(&out);
    out_open(&out, '{');
    out_close(&out, '}');
    out_close(&out, ']');
    out_key(&out, "c");
    out_text(&out, "x");
    out_close(&out, '}');
    expect(&out, "{\"a\":-5,\"b\":[true,null,{}],\"c\":\"x\"}");
}
END_TEST

START_TEST(test_escapes) {
    JsonOut out = {0};
    out_string(&out, (Bytes){"\"\\\n\r\t\x01\x7F\0/", 9});
    expect(&out, "\"\\\"\\\\\\n\\r\\t\\u0001\\u007f\\u0000/\"");
}
END_TEST

START_TEST(test_malformed_utf8_is_replaced) {
    JsonOut out = {0};
    out_string(&out, (Bytes){"a\xFF\xC3\xA9\xE2\x82", 6});
    expect(&out, "\"a\xEF\xBF\xBD\xC3\xA9\xEF\xBF\xBD\xEF\xBF\xBD\"");
}
END_TEST

START_TEST(test_every_byte_pair_parses) {
    for (int i = 0; i < 65536; i++) {
        char pair[2] = {(char)(i >> 8), (char)i};
        JsonOut out = {0};
        out_string(&out, (Bytes){pair, 2});
        json_t *value = json_loadb(out.buf.data, out.buf.size,
                                   JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
        ck_assert_msg(value != NULL, "bytes %04x", i);
        json_decref(value);
        out_deinit(&out);
    }
}
END_TEST

START_TEST(test_raw_members) {
    JsonOut out = {0};
    out_open(&out, '{');
    out_raw(&out, (Bytes){0});
    out_raw(&out, bytes_of("\"a\":1"));
    out_key(&out, "b");
    out_int(&out, 2);
    out_close(&out, '}');
    expect(&out, "{\"a\":1,\"b\":2}");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("json_out");
    TCase *tcase = tcase_create("json_out");
    tcase_add_test(tcase, test_commas_stand_between_members_only);
    tcase_add_test(tcase, test_escapes);
    tcase_add_test(tcase, test_malformed_utf8_is_replaced);
    tcase_add_test(tcase, test_every_byte_pair_parses);
    tcase_add_test(tcase, test_raw_members);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures != 0;
}
