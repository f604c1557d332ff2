// Expressions: precedence and association are in the tree's shape.
#include "parse_support.h"

START_TEST(binary_precedence) {
    assert_tree("a = b + c * d - e / f % g;",
                "(expr (= a (- (+ b (* c d)) (% (/ e f) g))))");
    assert_tree(
        "a << b >> c < d <= e > f >= g == h != i & j ^ k | l && m || n;",
        "(expr (|| (&& (| (^ (& (!= (== (>= (> (<= (< (>> (<< a b) c) d) e) f) g) h) "
        "i) j) k) l) m) n))");
}
END_TEST

START_TEST(conditional) {
    assert_tree("a ? b : c ? d : e; a ?: b; a ? b, c : d;",
                "(expr (? a b (? c d e)))\n(expr (? a _ b))\n(expr (? a (comma b c) d))");
}
END_TEST

START_TEST(assignment_is_right_associative) {
    assert_tree(
        "a = b += c -= d *= e /= f %= g <<= h >>= i &= j ^= k |= l;",
        "(expr (= a (+= b (-= c (*= d (/= e (%= f (<<= g (>>= h (&= i (^= j (|= k "
        "l))))))))))))");
}
END_TEST

START_TEST(prefix) {
    assert_tree(
        "-a + +b - !c * ~d; &a; *b; **c; - - a; !~x;",
        "(expr (- (+ (neg a) (plus b)) (* (! c) (~ d))))\n(expr (addr a))\n(expr "
        "(deref b))\n(expr (deref (deref c)))\n(expr (neg (neg a)))\n(expr (! (~ x)))");
}
END_TEST

START_TEST(steps) {
    assert_tree("++a; --b; a++; b--; ++*p; *p++; (*p)++; -a++;",
                "(expr (++pre a))\n(expr (--pre b))\n(expr (post++ a))\n(expr (post-- "
                "b))\n(expr (++pre (deref p)))\n(expr (deref (post++ p)))\n(expr (post++ "
                "(deref p)))\n(expr (neg (post++ a)))");
}
END_TEST

START_TEST(postfix) {
    assert_tree(
        "f(); f(a); f(a, b, c)(d)[e].g->h; a[b][c]; a.b.c; p->q->r;",
        "(expr (call f))\n(expr (call f a))\n(expr (.h (deref (.g (index (call (call "
        "f a b c) d) e)))))\n(expr (index (index a b) c))\n(expr (.c (.b a)))\n(expr "
        "(.r (deref (.q (deref p)))))");
}
END_TEST

START_TEST(casts) {
    assert_tree(
        "(int)a; (char *)b + 1; (int)(char)c; -(int)d; (double)a / b; (int)f(x)[2];",
        "(expr (cast int a))\n(expr (+ (cast (pointer char) b) 1))\n(expr (cast int "
        "(cast char c)))\n(expr (neg (cast int d)))\n(expr (/ (cast double a) "
        "b))\n(expr (cast int (index (call f x) 2)))");
}
END_TEST

// A parenthesised type, or an operand that begins with a parenthesis.
START_TEST(sizes) {
    assert_tree(
        "sizeof a; sizeof(int); sizeof(a); sizeof a + 1; sizeof(int) * 2; sizeof(int "
        "*[3]); sizeof -a; sizeof (a)[0]; sizeof (int){1};",
        "(expr (sizeof a))\n(expr (sizeof-type int))\n(expr (sizeof a))\n(expr (+ "
        "(sizeof a) 1))\n(expr (* (sizeof-type int) 2))\n(expr (sizeof-type (array 3 "
        "(pointer int))))\n(expr (sizeof (neg a)))\n(expr (sizeof (index a "
        "0)))\n(expr (sizeof (compound int (init 1))))");
    assert_tree("_Alignof(int); alignof(char); __alignof__(a); countof(a); countof b; "
                "countof(int[3]);",
                "(expr (alignof int))\n(expr (alignof char))\n(expr (alignof a))\n(expr "
                "(countof a))\n(expr (countof b))\n(expr (countof-type (array 3 int)))");
}
END_TEST

START_TEST(compound_literals) {
    assert_tree(
        "(int){1}; (int[]){1, 2}[0]; &(struct p){.x = 1}; (struct p){1, 2}.x;",
        "(expr (compound int (init 1)))\n(expr (index (compound (array _ int) (init "
        "1 2)) 0))\n(expr (addr (compound struct p (init .x=1))))\n(expr (.x "
        "(compound struct p (init 1 2))))");
}
END_TEST

START_TEST(constants) {
    assert_tree(
        "1; 1u; 1L; 1ULL; 0x10; 1.5; 2.5f; 'a'; L'b'; \"abc\"; L\"x\"; u8\"y\"; "
        "\"a\\\"b\\n\";",
        "(expr 1)\n(expr 1u)\n(expr 1l)\n(expr 1ull)\n(expr 16)\n(expr 1.5)\n(expr "
        "2.5f)\n(expr (char 97))\n(expr (char 98))\n(expr \"abc\")\n(expr "
        "L\"x\\x00\\x00\\x00\")\n(expr u8\"y\")\n(expr \"a\\\"b\\n\")");
}
END_TEST

// Unless the program has a variable of that name.
START_TEST(words_that_are_constants) {
    assert_tree(
        "true; false; nullptr; int true = 1; true;",
        "(expr true)\n(expr false)\n(expr nullptr)\n(decl true int 1)\n(expr true)");
}
END_TEST

START_TEST(generic_selection) {
    assert_tree("_Generic(x, int: 1, char *: 2, default: 3);",
                "(expr (generic x (int 1) ((pointer char) 2) (default 3)))");
}
END_TEST

START_TEST(statement_expressions) {
    assert_tree("({ int a = 1; a + 2; }); x = ({ 3; });",
                "(expr (stmt-expr (block (decl a int 1) (expr (+ a 2)))))\n(expr (= x "
                "(stmt-expr (block (expr 3)))))");
}
END_TEST

// What stdarg.h and stddef.h expand to.
START_TEST(builtin_forms) {
    assert_tree(
        "__builtin_va_arg(ap, int); __builtin_va_arg(ap, char *); "
        "__builtin_offsetof(struct s, a.b[2].c);",
        "(expr (va-arg ap int))\n(expr (va-arg ap (pointer char)))\n(expr (offsetof "
        "struct s (.c (index (.b (.a (here))) 2))))");
    assert_tree(
        "__builtin_types_compatible_p(int, char *); __builtin_choose_expr(1, a, b);",
        "(expr (types-compatible int (pointer char)))\n(expr (choose 1 a b))");
}
END_TEST

START_TEST(commas) {
    assert_tree("a, b, c; f((a, b), c);",
                "(expr (comma (comma a b) c))\n(expr (call f (comma a b) c))");
}
END_TEST

START_TEST(parentheses) {
    assert_tree("(a); ((a)); (a + b) * c; a + (b + c);",
                "(expr a)\n(expr a)\n(expr (* (+ a b) c))\n(expr (+ a (+ b c)))");
}
END_TEST

START_TEST(neighbouring_operators) {
    assert_tree(
        "__extension__ (a + 1); a - -b; a+++b; a - - b; a & &b; a && *b;",
        "(expr (+ a 1))\n(expr (- a (neg b)))\n(expr (+ (post++ a) b))\n(expr (- a "
        "(neg b)))\n(expr (& a (addr b)))\n(expr (&& a (deref b)))");
}
END_TEST

START_TEST(assignments) {
    assert_tree("x = y = z; x = a ? b : c; *p = *q; a[i] = b[j];",
                "(expr (= x (= y z)))\n(expr (= x (? a b c)))\n(expr (= (deref p) (deref "
                "q)))\n(expr (= (index a i) (index b j)))");
}
END_TEST

START_TEST(members) {
    assert_tree(
        "p->x += q.y * (int)r[2]->z;",
        "(expr (+= (.x (deref p)) (* (.y q) (cast int (.z (deref (index r 2)))))))");
}
END_TEST

// C's classic: `(a) * b` casts only if a is a type.
START_TEST(cast_or_multiplication) {
    assert_tree_with(
        "size_t", "", "(a) * b; (a)(b); (size_t)b; (size_t)(b); (a)-1; (size_t)-1;",
        "(expr (* a b))\n(expr (call a b))\n(expr (cast size_t b))\n(expr (cast "
        "size_t b))\n(expr (- a 1))\n(expr (cast size_t (neg 1)))");
}
END_TEST

START_TEST(sizeof_a_type_name) {
    assert_tree_with(
        "size_t", "", "sizeof(size_t); sizeof size_t1; sizeof(x) - 1;",
        "(expr (sizeof-type size_t))\n(expr (sizeof size_t1))\n(expr (- (sizeof x) "
        "1))");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("parse_expr");
    TCase *tc = tcase_create("parse_expr");
    tcase_add_test(tc, binary_precedence);
    tcase_add_test(tc, conditional);
    tcase_add_test(tc, assignment_is_right_associative);
    tcase_add_test(tc, prefix);
    tcase_add_test(tc, steps);
    tcase_add_test(tc, postfix);
    tcase_add_test(tc, casts);
    tcase_add_test(tc, sizes);
    tcase_add_test(tc, compound_literals);
    tcase_add_test(tc, constants);
    tcase_add_test(tc, words_that_are_constants);
    tcase_add_test(tc, generic_selection);
    tcase_add_test(tc, statement_expressions);
    tcase_add_test(tc, builtin_forms);
    tcase_add_test(tc, commas);
    tcase_add_test(tc, parentheses);
    tcase_add_test(tc, neighbouring_operators);
    tcase_add_test(tc, assignments);
    tcase_add_test(tc, members);
    tcase_add_test(tc, cast_or_multiplication);
    tcase_add_test(tc, sizeof_a_type_name);
    suite_add_tcase(suite, tc);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
