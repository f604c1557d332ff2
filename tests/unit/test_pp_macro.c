// Macro expansion: the examples of C17 6.10.3.5 to the letter, then the corners.
#include "pp_text.h"

START_TEST(example_1_and_2) {
    pp_text_gives("#define TABSIZE 100\nint table[TABSIZE];", "int table [ 100 ] ;");
    pp_text_gives("#define max(a, b) ((a) > (b) ? (a) : (b))\nmax(max(1,2), x)",
                  "( ( ( ( 1 ) > ( 2 ) ? ( 1 ) : ( 2 ) ) ) > ( x ) ? ( ( ( 1 ) > ( 2 ) ? "
                  "( 1 ) : ( 2 ) ) ) : ( x ) )");
}
END_TEST

#define EXAMPLE_3                                                                        \
    "#define x 3\n#define f(a) f(x * (a))\n#undef x\n#define x 2\n#define g f\n#define " \
    "z z[0]\n"                                                                           \
    "#define h g(~\n#define m(a) a(w)\n#define w 0,1\n#define t(a) a\n#define p() int\n" \
    "#define q(x) x\n#define r(x,y) x ## y\n#define str(x) # x\n"

START_TEST(example_3) {
    pp_text_gives(EXAMPLE_3 "f(y+1) + f(f(z)) % t(t(g)(0) + t)(1);",
                  "f ( 2 * ( y + 1 ) ) + f ( 2 * ( f ( 2 * ( z [ 0 ] ) ) ) ) % f ( 2 * ( "
                  "0 ) ) + t ( 1 ) ;");
    pp_text_gives(EXAMPLE_3 "g(x+(3,4)-w) | h 5) & m\n(f)^m(m);",
                  "f ( 2 * ( 2 + ( 3 , 4 ) - 0 , 1 ) ) | f ( 2 * ( ~ 5 ) ) & f ( 2 * ( 0 "
                  ", 1 ) ) ^ m ( 0 , 1 ) ;");
    pp_text_gives(EXAMPLE_3 "p() i[q()] = { q(1), r(2,3), r(4,), r(,5), r(,) };",
                  "int i [ ] = { 1 , 23 , 4 , 5 , } ;");
    pp_text_gives(EXAMPLE_3 "char c[2][6] = { str(hello), str() };",
                  "char c [ 2 ] [ 6 ] = { \"hello\" , \"\" } ;");
}
END_TEST

START_TEST(example_4) {
    static const char *const define =
        "#define str(s) # s\n#define xstr(s) str(s)\n#define debug(s, t) printf(\"x\" # "
        "s \"= %d, x\" # t \"= %s\", \\\n"
        "               x ## s, x ## t)\n#define INCFILE(n) vers ## n\n#define glue(a, "
        "b) a ## b\n"
        "#define xglue(a, b) glue(a, b)\n#define HIGHLOW \"hello\"\n#define LOW LOW \", "
        "world\"\n";
    char code[1000];
    snprintf(code, sizeof code, "%sdebug(1, 2);\n", define);
    pp_text_gives(code, "printf ( \"x1= %d, x2= %s\" , x1 , x2 ) ;");
    snprintf(code, sizeof code, "%s%s", define,
             "fputs(str(strncmp(\"abc\\0d\", \"abc\", '\\4') // this goes away\n== 0) "
             "str(: @\\n), s);");
    pp_text_gives(code,
                  "fputs ( \"strncmp(\"abc\\0d\", \"abc\", '\\4') == 0: @\n\" , s ) ;");
    snprintf(code, sizeof code,
             "%sxstr(INCFILE(2).h)\n;glue(HIGH, LOW);\nxglue(HIGH, LOW)", define);
    pp_text_gives(code, "\"vers2.h\" ; \"hello\" ; \"hello, world\"");
}
END_TEST

START_TEST(example_5_6_7) {
    pp_text_gives(
        "#define hash_hash # ## #\n#define mkstr(a) # a\n#define in_between(a) mkstr(a)\n"
        "#define join(c, d) in_between(c hash_hash d)\nchar p[] = join(x, y);",
        "char p [ ] = \"x ## y\" ;");
    pp_text_gives(
        "#define t(x,y,z) x ## y ## z\nint j[] = { t(1,2,3), t(,4,5), t(6,,7), t(8,9,),\n"
        "t(10,,), t(,11,), t(,,12), t(,,) };",
        "int j [ ] = { 123 , 45 , 67 , 89 , 10 , 11 , 12 , } ;");
    pp_text_gives(
        "#define debug(...) fprintf(stderr, __VA_ARGS__)\n#define showlist(...) "
        "puts(#__VA_ARGS__)\n"
        "#define report(test, ...) ((test)?puts(#test): printf(__VA_ARGS__))\n"
        "debug(\"Flag\");\ndebug(\"X = %d\\n\", x);\nshowlist(The first, second, and "
        "third items.);\n"
        "report(x>y, \"x is %d but y is %d\", x, y);",
        "fprintf ( stderr , \"Flag\" ) ; fprintf ( stderr , \"X = %d\n\" , x ) ; "
        "puts ( \"The first, second, and third items.\" ) ; "
        "( ( x > y ) ? puts ( \"x>y\" ) : printf ( \"x is %d but y is %d\" , x , y ) ) "
        ";");
}
END_TEST

START_TEST(never_again) {
    pp_text_gives("#define a b c\n#define b a d\na b", "a d c b c d");
    pp_text_gives("#define foo(x) x foo\nfoo(1)(2)(foo)(3)", "1 foo ( 2 ) ( foo ) ( 3 )");
    pp_text_gives("#define NIL(xxx) xxx\n#define G_0(arg) NIL(G_1)(arg)\n#define "
                  "G_1(arg) NIL(arg)\nG_0(42)",
                  "42");
    pp_text_gives("#define f(a) a*g\n#define g(a) f(a)\nf(2)(9)",
                  "2 * 9 * g"); // left open; as gcc and clang
    pp_text_gives("#define AA BB\n#define BB AA\nAA BB", "AA BB");
    pp_text_gives("#define f(x) g(x) f\n#define g(x) x\nf(f)(1)", "f f ( 1 )");
    pp_text_gives("#define stdin stdin\nstdin", "stdin");
}
END_TEST

START_TEST(calls_over_lines) {
    pp_text_gives("#define f(x) <x>\nf\n(\n1\n)\nf", "< 1 > f");
    pp_text_gives("#define f(x) <x>\n#define lp (\nf lp 1)\n", "f ( 1 )");
    pp_text_gives("#define f(x,y) x-y\nf((1,2),(x[a,b]))", "( 1 , 2 ) - ( x [ a , b ] )");
}
END_TEST

START_TEST(directives_inside_arguments) {
    pp_text_gives("#define f(x,y) x y\n#define B 2\nf(1,\n#ifdef B\n2\n#if f(1,+1) > "
                  "1\n3\n#endif\n#else\n4\n#endif\n)",
                  "1 2 3");
}
END_TEST

START_TEST(arguments_are_expanded_first) {
    pp_text_gives("#define c(a,b) a##b\n#define xc(a,b) c(a,b)\n#define ab 1\n#define N "
                  "2\nc(a,b) xc(a, N) c(N,N)",
                  "1 a2 NN");
    pp_text_gives("#define EMPTY\n#define one(x) [x]\none(EMPTY) one() one( )",
                  "[ ] [ ] [ ]");
    pp_text_gives("#define comma ,\n#define f(x) x\n#define two(a,b) a b\nf(1 comma 2)",
                  "1 , 2");
    pp_text_gives("#define str(x) #x\n#define xstr(x) str(x)\n#define E\nstr( a  +\n b ) "
                  "xstr(a E b) xstr(-E-) str(\"\\n\" '\"')",
                  "\"a + ba b--\"\\n\" '\"'\"");
}
END_TEST

START_TEST(spelling_in_strings) {
    pp_text_gives("#define s(x) #x\ns(<: %> %:%: 0x1P+1 .5e-3 L\"a\" u8'b')",
                  "\"<: %> %:%: 0x1P+1 .5e-3 L\"a\" u8'b'\"");
    pp_text_gives("#define s(x) #x\ns(a\\b) ; s(\\)", "\"a\b\" ; \"\"");
}
END_TEST

START_TEST(pasting) {
    pp_text_gives("#define c(a,b) a##b\nc(+,+) c(<<,=) c(x,1) c(1,0) c(.,5) c(u8,\"b\") "
                  "c(-,>) c(\\u00e9,x)",
                  "++ <<= x1 10 0.5 u8\"b\" -> \xC3\xA9x");
    pp_text_gives(
        "#define c(a,b) a##b\n#define A() 3\n#define AB() 4\nc(A,B)() c(A,)() [c(,)]",
        "4 3 [ ]");
}
END_TEST

START_TEST(rest_arguments) {
    pp_text_gives("#define e(f, ...) p(f, ##__VA_ARGS__)\ne(1) e(1,) e(1,2) e(1,2,3)",
                  "p ( 1 ) p ( 1 ) p ( 1 , 2 ) p ( 1 , 2 , 3 )");
    pp_text_gives(
        "#define e(a...) p(a)\n#define g(x, y...) p(x, ##y)\ne() e(1,2) g(1) g(1,2)",
        "p ( ) p ( 1 , 2 ) p ( 1 ) p ( 1 , 2 )");
    pp_text_gives("#define e(...) #__VA_ARGS__ __VA_ARGS__\ne() ; e(a,b , c)",
                  "\"\" ; \"a,b , c\" a , b , c");
}
END_TEST

START_TEST(va_opt) {
    pp_text_gives(
        "#define F(...) f(0 __VA_OPT__(,) __VA_ARGS__)\n#define E\nF(a, b) F() F(E)",
        "f ( 0 , a , b ) f ( 0 ) f ( 0 )");
    pp_text_gives(
        "#define G(X, ...) f(0, X __VA_OPT__(,) __VA_ARGS__)\nG(a, b) G(a, ) G(a)",
        "f ( 0 , a , b ) f ( 0 , a ) f ( 0 , a )");
    pp_text_gives("#define H2(X, Y, ...) __VA_OPT__(X ## Y,) __VA_ARGS__\nH2(a, b, c, d)",
                  "ab , c , d");
    pp_text_gives("#define H3(X, ...) #__VA_OPT__(X##X X##X)\nH3(, 0)", "\"\"");
    pp_text_gives("#define H4(X, ...) __VA_OPT__(a X ## X) ## b\nH4(, 1)", "a b");
    pp_text_gives("#define H5A(...) __VA_OPT__()/**/__VA_OPT__()\n#define H5B(X) a ## X "
                  "## b\n#define H5C(X) H5B(X)\nH5C(H5A())",
                  "ab");
    pp_text_gives(
        "#define SD(s, ...) S s __VA_OPT__(= { __VA_ARGS__ })\nSD(a); SD(b, 1, 2);",
        "S a ; S b = { 1 , 2 } ;");
}
END_TEST

START_TEST(wrong_definitions) {
    pp_text_tells("#define", "the name of a macro is missing");
    pp_text_tells("#define 3x 1", "`3x` can't be the name of a macro");
    pp_text_tells("#define defined 1", "`defined` can't be the name of a macro");
    pp_text_tells("#define __VA_ARGS__ 1", "can't be the name of a macro");
    pp_text_tells(
        "#define F(a b) 1",
        "In[1]:1:13: error: expected `,` or `)` in the parameters of macro `F`");
    pp_text_tells("#define F(a,) 1", "expected a name");
    pp_text_tells("#define F(..., a) 1", "expected `)`");
    pp_text_tells("#define F(a, a) 1", "parameter `a` of the macro is there twice");
    pp_text_tells("#define F(a) #b",
                  "`#` in a macro must stand before one of its parameters");
    pp_text_tells("#define F(a) ##a", "`##` needs something on both sides");
    pp_text_tells("#define A b ##", "`##` needs something on both sides");
    pp_text_tells("#define F(a) __VA_ARGS__", "`__VA_ARGS__` can stand only in");
    pp_text_tells("#define F(a) __VA_OPT__(a)", "`__VA_OPT__` can stand only in");
    pp_text_tells("#define F(...) __VA_OPT__(", "has no closing `)`");
    pp_text_tells("#define F(...) __VA_OPT__(__VA_OPT__())",
                  "can't stand inside another");
    pp_text_tells("#define N = 10", "a macro is text, not a variable: leave `=` out");
    pp_text_tells("#define N 10;", "leave `;` out");
    pp_text_tells("#define A\"x\"",
                  "there should be a space behind the macro's name `A`");
    pp_text_tells("#define A 1\n#define A 2",
                  "In[1]:2:9: warning: macro `A` is defined again, differently");
    pp_text_tells("#define A 1\n#define A 2", "In[1]:1:9: it was defined here");
    pp_text_tells("#undef __LINE__", "is a macro of the language itself");
}
END_TEST

START_TEST(same_definition_again) {
    pp_text_gives("#define OBJ (1-1)\n#define OBJ (1-1) /* same */\n#define F(a)  ( a "
                  ")\n#define F(a) (  a\\\n )\nOBJ",
                  "( 1 - 1 )");
    pp_text_tells("#define OBJ (1-1)\n#define OBJ (1 - 1)", "defined again");
    pp_text_tells("#define F(a) a\n#define F(b) b", "defined again");
    pp_text_tells("#define F() 1\n#define F 1", "defined again");
}
END_TEST

START_TEST(wrong_calls) {
    pp_text_tells("#define F(a, b) a\nF(1)",
                  "In[1]:2:1: error: macro `F` needs 2 arguments, but has 1 here");
    pp_text_tells("#define F(a, b) a\nF(1)", "In[1]:1:9: it is defined as `F(a, b)`");
    pp_text_tells("#define F(a, b) a\nF()", "but has 0 here");
    pp_text_tells("#define F(a) a\nF(1, 2)",
                  "macro `F` takes 1 argument, but has 2 here");
    pp_text_tells("#define F() a\nF(1)", "macro `F` takes 0 arguments, but has 1 here");
    pp_text_tells("#define F(a, b, ...) a\nF(1)", "needs at least 2 arguments");
    pp_text_tells("#define F(a) a\nF((int[]){1, 2}, {1, 2})", "put parentheses around");
    pp_text_tells("#define F(a) a\nF(1",
                  "In[1]:2:1: error: the arguments of macro `F` have no closing `)`");
    pp_text_tells("#define C(a, b) a##b\nC(+, /)",
                  "`##` joins `+` and `/` to `+/`, which is no token of C");
    pp_text_tells("#define C(a, b) a##b\nC(/, /)", "which is no token of C");
}
END_TEST

START_TEST(places_of_expanded_tokens) {
    PpText p;
    pp_text_init(&p);
    static const char code[] = "#define F(x) (x + N)\n#define N 5\ny = F(abc);";
    pp_text_cell(&p, code, sizeof code - 1, true);
    // y = ( abc + 5 ) ; : what comes from the macro stands where it is used, the argument
    // where it is.
    static const unsigned begins[] = {33, 35, 37, 39, 37, 37, 37, 43};
    for (uint32_t i = 0; i < COUNT_OF(begins); i++)
        ck_assert_uint_eq(p.tokens.data[i].span.begin, begins[i]);
    ck_assert_uint_eq(p.tokens.data[2].span.end, 43); // the whole call
    pp_text_deinit(&p);
}
END_TEST

int main(void) {
    TCase *tcase = tcase_create("pp_macro");
    tcase_add_test(tcase, example_1_and_2);
    tcase_add_test(tcase, example_3);
    tcase_add_test(tcase, example_4);
    tcase_add_test(tcase, example_5_6_7);
    tcase_add_test(tcase, never_again);
    tcase_add_test(tcase, calls_over_lines);
    tcase_add_test(tcase, directives_inside_arguments);
    tcase_add_test(tcase, arguments_are_expanded_first);
    tcase_add_test(tcase, spelling_in_strings);
    tcase_add_test(tcase, pasting);
    tcase_add_test(tcase, rest_arguments);
    tcase_add_test(tcase, va_opt);
    tcase_add_test(tcase, wrong_definitions);
    tcase_add_test(tcase, same_definition_again);
    tcase_add_test(tcase, wrong_calls);
    tcase_add_test(tcase, places_of_expanded_tokens);
    return pp_text_run_suite(tcase, "pp_macro");
}
