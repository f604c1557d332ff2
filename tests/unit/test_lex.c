// The lexer: phases 1-3 of translation, magics, and what it says about text that is no C.
#include "pp_text.h"

START_TEST(punctuators_longest_first) {
    pp_text_gives("a+++++b", "a ++ ++ + b");
    pp_text_gives("x>>=y<<=z->w...v", "x >>= y <<= z -> w ... v");
    pp_text_gives("a..b", "a . . b");
    pp_text_gives("[](){}.&*+-~!/%<><=>===!=^|&&||?:;=,",
                  "[ ] ( ) { } . & * + - ~ ! / % < > <= >= == != ^ | && || ? : ; = ,");
    pp_text_gives("*= /= %= += -= &= ^= |= -- ::", "*= /= %= += -= &= ^= |= -- ::");
    pp_text_gives("<: :> <% %>", "[ ] { }");
    pp_text_gives("a<::b", "a [ : b"); // C has no exception for <::
}
END_TEST

START_TEST(comments_are_space) {
    pp_text_gives("a/* x */b//c\nd", "a b d");
    pp_text_gives("a/*/b*/c", "a c");
    pp_text_gives("a//b\\\nc\nd", "a d");
    pp_text_gives("\"/*\"/*\"*/", "\"/*\"");
    pp_text_gives("a/**/b/***/c/*/ */d", "a b c d");
    pp_text_gives("x = y */* c */ z", "x = y * z");
}
END_TEST

START_TEST(splices_anywhere) {
    pp_text_gives("in\\\nt x\\\n\\\ny = 1\\\n2; a +\\\n= \"b\\\nc\"; '\\\n\\\nn'",
                  "int xy = 12 ; a += \"bc\" ; '110'");
    pp_text_gives("/\\\n* c *\\\n/ a /\\\n/ b\nc", "a c");
    pp_text_gives("a\\  \nb", "ab"); // blanks behind the backslash, as gcc forgives
    pp_text_gives("a\\\r\nb", "ab");
}
END_TEST

START_TEST(identifiers) {
    pp_text_gives("_a1 $x \\u00e9t\\U000000e9 \xC3\xA9t\xC3\xA9 \xE5\x8F\x98\xE9\x87\x8F",
                  "_a1 $x été été 变量");
    PpText p;
    pp_text_init(&p);
    pp_text_cell(&p, "while whil await _Bool __inline__ u8 L", 38, true);
    static const int kinds[] = {TK_WHILE,  TK_NAME, TK_NAME, TK_BOOL,
                                TK_INLINE, TK_NAME, TK_NAME};
    for (size_t i = 0; i < COUNT_OF(kinds); i++)
        ck_assert_int_eq(p.tokens.data[i].kind, kinds[i]);
    ck_assert_int_eq(p.tokens.data[2].name->keyword, WORD_AWAIT);
    pp_text_deinit(&p);
}
END_TEST

START_TEST(places_and_flags) {
    PpText p;
    pp_text_init(&p);
    pp_text_cell(&p, "a b\n  c(d", 9, true);
    static const struct {
        unsigned begin, end, bol, space;
    } want[] = {{0, 1, 1, 0}, {2, 3, 0, 1}, {6, 7, 1, 1},
                {7, 8, 0, 0}, {8, 9, 0, 0}, {9, 9, 0, 0}};
    for (uint32_t i = 0; i < COUNT_OF(want); i++) {
        const Token *t = &p.tokens.data[i];
        ck_assert_uint_eq(t->span.begin, want[i].begin);
        ck_assert_uint_eq(t->span.end, want[i].end);
        ck_assert_uint_eq(t->bol, want[i].bol);
        ck_assert_uint_eq(t->space, want[i].space);
    }
    pp_text_deinit(&p);
}
END_TEST

START_TEST(magics) {
    pp_text_gives("%who -v \"x\n!ls -l 'a\nx;", "<who -v \"x> <!ls -l 'a> x ;");
    pp_text_gives("%time f(1,\n 2) + 1\nx", "<code time> f ( 1 , 2 ) + 1 <end> x");
    pp_text_gives("%timeit -n 10 -r3 -x", "<code timeit -n 10 -r3> - x <end>");
    pp_text_gives("%timeit -n * 2", "<code timeit> - n * 2 <end>");
    pp_text_gives("%time for (;;) {\n f();\n}\ny",
                  "<code time> for ( ; ; ) { f ( ) ; } <end> y");
    pp_text_gives("%timers x", "<timers x>");
    pp_text_gives("void f() {\n  %time g();\n}\n%ps",
                  "void f ( ) { <code time> g ( ) ; <end> } <ps>");
    pp_text_gives("x = 1;\n%% \n", "x = 1 ; % %");
    pp_text_gives("%load a \\\n b", "<load a  b>");
    pp_text_gives("#define X 1\n%who\n%%time it", "<who> <%time it>");
}
END_TEST

START_TEST(operators_that_are_no_magics) {
    pp_text_gives("a\n % b", "a % b");
    pp_text_gives("a = b\n %c;", "a = b % c ;");
    pp_text_gives("int v[] = {\n !x,\n { 1 },\n !y };",
                  "int v [ ] = { ! x , { 1 } , ! y } ;");
    pp_text_gives("if (a &&\n !b) c;", "if ( a && ! b ) c ;");
    pp_text_gives("f(\n%:\n!g)",
                  "f ( ! g )"); // %: alone on its line is an empty directive
    pp_text_gives("a\n!= b", "a != b");
    PpText p;
    pp_text_init(&p);
    p.no_magics = true;
    ck_assert_str_eq(pp_text_cell(&p, "a;\n!b;", 6, true), "a ; ! b ;");
    pp_text_deinit(&p);
}
END_TEST

START_TEST(unfinished_things) {
    pp_text_tells("int a; /* b\nc", "In[1]:1:8: error: this comment is never closed");
    pp_text_tells("/* a /* b", "comments do not nest");
    pp_text_tells("/* a /* b */ c */ d",
                  "In[1]:1:16: error: `*/` without a comment to close");
    pp_text_tells("/* a /* b */ c */ d", "In[1]:1:6: comments do not nest");
    pp_text_tells("puts(\"hi);", "In[1]:1:6: error: this string has no closing `\"`");
    pp_text_tells("x = 'a;", "this character has no closing `'`");
    PpText p;
    pp_text_init(&p);
    // What stands behind the slip stays readable: one mistake, one message.
    ck_assert_str_eq(pp_text_cell(&p, "puts(\"hi);\nx", 12, true), "puts ( \"hi\" ) ; x");
    ck_assert_str_eq(pp_text_cell(&p, "puts(\"hi\\);\nx", 13, true),
                     "puts ( \"hi\" ) ; x");
    ck_assert_str_eq(pp_text_cell(&p, "c = 'a;\nx", 9, true), "c = '48' ; x");
    pp_text_deinit(&p);
}
END_TEST

START_TEST(stray_characters) {
    pp_text_tells("a @ b", "In[1]:1:3: error: the character `@` has no meaning in C");
    pp_text_tells("a \\ b", "a backslash can't stand here");
    pp_text_tells("a \xE2\x80\x8B b", "invisible character here (U+200B)");
    pp_text_tells("a \x80\x81 b", "byte 0x80 is not valid UTF-8 text");
    pp_text_tells("\xE2\x80\x9Chi\xE2\x80\x9D", "did you mean `\"`?");
    pp_text_tells("x\xEF\xBC\x9B", "did you mean `;`?");
    pp_text_tells("a # b", "`#` can't stand here");
    PpText p;
    pp_text_init(&p);
    ck_assert_str_eq(
        pp_text_cell(&p, "p(\xE2\x80\x9Chi\\n\xE2\x80\x9D\xEF\xBC\x89\xEF\xBC\x9B", 18,
                     true),
        "p ( \"hi\n\" ) ;");
    ck_assert_uint_eq(p.diags.error_count, 3);
    ck_assert_str_eq(pp_text_cell(&p, "a\xC2\xA0= 1", 6, true),
                     "a = 1"); // a no-break space
    ck_assert_uint_eq(p.diags.error_count, 0);
    ck_assert_str_eq(pp_text_cell(&p, "a\0\0b", 4, true), "a b");
    ck_assert_uint_eq(p.diags.error_count, 1);
    ck_assert_str_eq(pp_text_cell(&p, "\xEF\xBB\xBFx", 4, true),
                     "x"); // a byte order mark
    ck_assert_uint_eq(p.diags.error_count, 0);
    pp_text_deinit(&p);
    pp_text_gives("#if 0\n don't @ \xE2\x80\x99 \" \\\n x\n#endif\n#define S(x) #x\nS(@)",
                  "\"@\"");
}
END_TEST

int main(void) {
    TCase *tcase = tcase_create("lex");
    tcase_add_test(tcase, punctuators_longest_first);
    tcase_add_test(tcase, comments_are_space);
    tcase_add_test(tcase, splices_anywhere);
    tcase_add_test(tcase, identifiers);
    tcase_add_test(tcase, places_and_flags);
    tcase_add_test(tcase, magics);
    tcase_add_test(tcase, operators_that_are_no_magics);
    tcase_add_test(tcase, unfinished_things);
    tcase_add_test(tcase, stray_characters);
    return pp_text_run_suite(tcase, "lex");
}
