// Strings and characters: escapes, prefixes, joining, and the messages.
#include "pp_text.h"

START_TEST(escapes) {
    pp_text_gives("\"\\a\\b\\f\\n\\r\\t\\v\\\\\\'\\\"\\?\\e\"",
                  "\"\a\b\f\n\r\t\v\\'\"?\033\"");
    pp_text_gives("\"\\0611\\x41\\7\"", "\"11A\a\"");
    pp_text_gives("\"\\u00e9\\U0001F600\\u0024\"", "\"\xC3\xA9\xF0\x9F\x98\x80$\"");
    pp_text_gives("'\\n' '\\0' '\\377' '\\xff' 'a' '\\'' '\"' '\\\\'",
                  "'10' '0' '-1' '-1' '97' '39' '34' '92'");
    PpText p;
    pp_text_init(&p);
    pp_text_cell(&p, "\"a\\0b\"", 6, true);
    ck_assert_uint_eq(p.tokens.data[0].string.size_bytes, 3);
    ck_assert_int_eq(memcmp(p.tokens.data[0].string.text, "a\0b", 4), 0);
    pp_text_deinit(&p);
}
END_TEST

START_TEST(wide_characters) {
    pp_text_gives("L'\xC3\xA9' u'\xE2\x82\xAC' U'\xF0\x9F\x98\x80' u8'a' L'\\xffffffff' "
                  "U'\\xffffffff' u'\\xffff'",
                  "L'233' u'8364' U'128512' u8'97' L'-1' U'4294967295' u'65535'");
}
END_TEST

static void units(const char *code, StrKind kind, const void *wanted, size_t size) {
    PpText p;
    pp_text_init(&p);
    pp_text_cell(&p, code, strlen(code), true);
    const Token *t = &p.tokens.data[0];
    ck_assert_str_eq(p.messages, "");
    ck_assert_int_eq(t->kind, TK_STRING);
    ck_assert_int_eq(t->str, kind);
    ck_assert_uint_eq(t->string.size_bytes, size);
    ck_assert_int_eq(memcmp(t->string.text, wanted, size), 0);
    for (int i = 0; i < 4; i++) // a zero unit behind
        ck_assert(kind == STR_PLAIN ||
                  t->string.text[size + (size_t)(i % (kind == STR_CHAR16 ? 2 : 4))] == 0);
    pp_text_deinit(&p);
}

START_TEST(wide_strings) {
    const uint32_t wide[] = {'a', 0xE9, 0x1F600, 0x41};
    units("L\"a\xC3\xA9\xF0\x9F\x98\x80\\x41\"", STR_WIDE, wide, sizeof wide);
    units("U\"a\\u00e9\\U0001F600A\"", STR_CHAR32, wide, sizeof wide);
    const uint16_t half[] = {'a', 0xE9, 0xD83D, 0xDE00, 0xFFFF};
    units("u\"a\xC3\xA9\xF0\x9F\x98\x80\\xffff\"", STR_CHAR16, half, sizeof half);
    units("L\"\"", STR_WIDE, wide, 0);
}
END_TEST

START_TEST(joining) {
    pp_text_gives("\"a\" \"b\"\n\"c\" x \"\" \"d\"", "\"abc\" x \"d\"");
    pp_text_gives("\"\\x4\" \"1\"", "\"\0041\""); // escapes are decoded before joining
    const uint32_t wide[] = {'a', 'b', 'c'};
    units("\"a\" L\"b\" \"c\"", STR_WIDE, wide, sizeof wide);
    pp_text_gives("u8\"a\" \"b\"", "u8\"ab\"");
    pp_text_tells("L\"a\" u\"b\"",
                  "In[1]:1:6: error: strings with prefix `L` and `u` can't be joined");
    PpText p;
    pp_text_init(&p);
    pp_text_cell(&p, "\"a\"\n \"b\"", 8, true);
    ck_assert_uint_eq(p.tokens.data[0].span.begin, 0);
    ck_assert_uint_eq(p.tokens.data[0].span.end, 8);
    pp_text_deinit(&p);
}
END_TEST

START_TEST(raw_bytes) {
    PpText p;
    pp_text_init(&p);
    pp_text_cell(&p, "\"\xE9t\xE9\"", 5, true); // Latin-1: kept, with a warning
    ck_assert_uint_eq(p.diags.error_count, 0);
    ck_assert_uint_eq(p.diags.list.count, 2);
    ck_assert_int_eq(memcmp(p.tokens.data[0].string.text, "\xE9t\xE9", 4), 0);
    pp_text_deinit(&p);
    pp_text_tells("L\"\xE9\"", "error: byte 0xE9 in this literal is not valid UTF-8");
}
END_TEST

START_TEST(multi_character) {
    PpText p;
    pp_text_init(&p);
    ck_assert_str_eq(pp_text_cell(&p, "'ab' '\\xff\\xff\\xff\\xfe'", 23, true),
                     "'24930' '-2'");
    ck_assert_uint_eq(p.diags.error_count, 0);
    pp_text_deinit(&p);
    pp_text_tells("'ab'", "warning: several characters between single quotes");
    pp_text_tells("'hello'", "for a string use double quotes: `\"hello\"`");
}
END_TEST

START_TEST(refused) {
    pp_text_tells("''", "there is no character between these quotes");
    pp_text_tells("'\xC3\xA9'", "this character does not fit into a `char`");
    pp_text_tells("u'\xF0\x9F\x98\x80'", "does not fit into a `char16_t`");
    pp_text_tells("L'ab'", "single quotes hold one character");
    pp_text_tells("x = \"ab\\qc\";", "In[1]:1:8: error: there is no escape `\\q`");
    pp_text_tells("\"\\x\"", "In[1]:1:2: error: `\\x` needs hexadecimal digits");
    pp_text_tells("\"\\x100\"", "the escape `\\x100` does not fit");
    pp_text_tells("\"\\400\"", "the escape `\\400` does not fit");
    pp_text_tells("u\"\\x10000\"", "does not fit");
    pp_text_tells("\"\\u12\"", "`\\u` takes exactly 4 hexadecimal digits");
    pp_text_tells("\"\\uD800\"", "`\\uD800` names no character");
    pp_text_tells("\"\\u0041\"",
                  "`\\u0041` names no character"); // below 00A0 (C17 6.4.3p2)
    pp_text_tells("\"\\U00110000\"", "names no character");
}
END_TEST

int main(void) {
    TCase *tcase = tcase_create("lex_string");
    tcase_add_test(tcase, escapes);
    tcase_add_test(tcase, wide_characters);
    tcase_add_test(tcase, wide_strings);
    tcase_add_test(tcase, joining);
    tcase_add_test(tcase, raw_bytes);
    tcase_add_test(tcase, multi_character);
    tcase_add_test(tcase, refused);
    return pp_text_run_suite(tcase, "lex_string");
}
