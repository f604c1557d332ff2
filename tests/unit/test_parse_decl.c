// Declarations: what is written, and the tree it must give. A tree is read as English,
// see ast_print.h.
#include "parse_support.h"

// The spiral: arrays and functions before pointers, parentheses first.
START_TEST(declarators) {
    assert_tree(
        "int a, *b, c[3], d(void);",
        "(decl a int)\n(decl b (pointer int))\n(decl c (array 3 int))\n(decl d (func "
        "(void) int))");
    assert_tree("char *(*(*g)(int, ...))[5];",
                "(decl g (pointer (func (int ...) (pointer (array 5 (pointer char))))))");
    assert_tree("int (*fp)(int (*cb)(void *), char *);",
                "(decl fp (pointer (func ((cb (pointer (func ((pointer void)) int))) "
                "(pointer char)) int)))");
    assert_tree(
        "void (*signal(int sig, void (*func)(int)))(int);",
        "(decl signal (func ((sig int) (func (pointer (func (int) void)))) (pointer "
        "(func (int) void))))");
    assert_tree("const char *const *volatile p;",
                "(decl p volatile (pointer const (pointer const char)))");
}
END_TEST

START_TEST(basic_types) {
    assert_tree("unsigned long long int x; long unsigned y; short z; signed char w;",
                "(decl x unsigned long long long int)\n(decl y unsigned long)\n(decl z "
                "short)\n(decl w signed char)");
}
END_TEST

// C17 6.7.6.3p7.
START_TEST(array_parameters) {
    assert_tree(
        "int f(int n, int a[static n], int b[restrict], int c[*], int d[const 3]);",
        "(decl f (func ((n int) (a (array static n int)) (b restrict (array _ int)) "
        "(c (array * int)) (d const (array 3 int))) int))");
}
END_TEST

// The same tokens declare or multiply, by what the name means there.
START_TEST(typedef_names_are_scoped) {
    assert_tree(
        "typedef int T; T T1; { T T; T = 3; T * T; }",
        "(decl T typedef int)\n(decl T1 T)\n(block (decl T T) (expr (= T 3)) (expr "
        "(* T T)))");
    assert_tree("typedef int T; void f(int T) { T * 3; } T y;",
                "(decl T typedef int)\n(func f (func ((T int)) void) (block (expr (* T "
                "3))))\n(decl y T)");
    assert_tree("typedef int T; int f(T), g(int (T)), (h)(T x);",
                "(decl T typedef int)\n(decl f (func (T) int))\n(decl g (func ((func (T) "
                "int)) int))\n(decl h (func ((x T)) int))");
    assert_tree("enum { X, Y } v; { int X; X * Y; }",
                "(decl v (enum _ X Y))\n(block (decl X int) (expr (* X Y)))");
}
END_TEST

START_TEST(structs) {
    assert_tree(
        "struct s { unsigned a : 3, : 0, b : 5; struct s *next; union { int i; float "
        "f; }; int flex[]; } *list, s1;",
        "(decl list (pointer (struct s (a unsigned :3) (_ unsigned :0) (b unsigned "
        ":5) (next (pointer struct s)) (_ (union _ (i int) (f float))) (flex (array "
        "_ int)))))\n(decl s1 (struct s (a unsigned :3) (_ unsigned :0) (b unsigned "
        ":5) (next (pointer struct s)) (_ (union _ (i int) (f float))) (flex (array "
        "_ int))))");
    assert_tree(
        "struct s; struct s x; union u y; enum e z;",
        "(decl _ struct s)\n(decl x struct s)\n(decl y union u)\n(decl z enum e)");
}
END_TEST

START_TEST(attributes_are_kept) {
    assert_tree(
        "struct [[deprecated]] s { int a; } __attribute__((packed, aligned(16)));",
        "(decl _ (struct s (a int)))");
    assert_tree(
        "[[nodiscard(\"why\")]] int f(void); int g(void) "
        "__attribute__((format(printf, 1, 2), noreturn)); int h [[maybe_unused]];",
        "(decl f (func (void) [[nodiscard \"why\"]] int))\n(decl g (func (void) "
        "int))\n(decl h int)");
    assert_tree(
        "[[cora::native(\"x\"), cora::dual]] void sleep(double);",
        "(decl sleep (func (double) [[cora::native \"x\"]] [[cora::dual]] void))");
}
END_TEST

START_TEST(storage_and_alignment) {
    assert_tree(
        "_Alignas(16) int a; alignas(double) char b; _Atomic int c; _Atomic(int *) d;",
        "(decl a (alignas 16) int)\n(decl b (alignas (alignof double)) char)\n(decl "
        "c atomic int)\n(decl d (atomic (pointer int)))");
    assert_tree(
        "static inline int f(void) { return 1; } extern int e; register int r; "
        "_Thread_local int t; _Noreturn void q(void);",
        "(func f (func (void) static inline int) (block (return 1)))\n(decl e extern "
        "int)\n(decl r register int)\n(decl t thread int)\n(decl q (func (void) "
        "noreturn void))");
}
END_TEST

// C23 auto and constexpr.
START_TEST(inferred_types) {
    assert_tree("auto x = 5; const auto y = 6; auto int z = 7; constexpr int k = 3; "
                "constexpr auto m = 4; static auto n = 1;",
                "(decl x auto-type 5)\n(decl y const auto-type 6)\n(decl z auto int "
                "7)\n(decl k constexpr int 3)\n(decl m constexpr auto-type 4)\n(decl n "
                "static auto-type 1)");
}
END_TEST

START_TEST(typeof_types) {
    assert_tree("typeof(int *) a; typeof(a + 1) b; typeof_unqual(a) c; __typeof__(a) d;",
                "(decl a (typeof (pointer int)))\n(decl b (typeof (+ a 1)))\n(decl c "
                "(typeof_unqual a))\n(decl d (typeof a))");
}
END_TEST

// K&R definitions, C17 6.9.1p6.
START_TEST(old_style_functions) {
    assert_tree("int f(a, b, c) int a, c; char *b; { return a; }",
                "(func f (func-old (a b c) int) (where (decl a int) (decl c int) (decl b "
                "(pointer char))) (block (return a)))");
    assert_tree("int f(int, char *), g();",
                "(decl f (func (int (pointer char)) int))\n(decl g (func-old () int))");
}
END_TEST

START_TEST(assertions) {
    assert_tree("_Static_assert(sizeof(int) == 4, \"int\"); static_assert(1);",
                "(static-assert (== (sizeof-type int) 4) \"int\")\n(static-assert 1)");
}
END_TEST

START_TEST(enums) {
    assert_tree("enum color : unsigned char { RED = 1, GREEN, BLUE = RED + 5, };",
                "(decl _ (enum color :unsigned char (RED 1) GREEN (BLUE (+ RED 5))))");
}
END_TEST

START_TEST(gnu_spellings) {
    assert_tree("__extension__ typedef struct { __extension__ union { int a; }; } t; "
                "__inline__ __const int __volatile__ x;",
                "(decl t typedef (struct _ (_ (union _ (a int)))))\n(decl x inline const "
                "volatile int)");
}
END_TEST

START_TEST(unnamed_parameters) {
    assert_tree("int main(int, char **);",
                "(decl main (func (int (pointer (pointer char))) int))");
}
END_TEST

START_TEST(bool_can_be_a_name) {
    assert_tree("bool b = true; int bool = 3; bool * 2;",
                "(decl b bool true)\n(decl bool int 3)\n(expr (* bool 2))");
}
END_TEST

START_TEST(parenthesised_names) {
    assert_tree("int (x); int ((y)); int (*(z)); int (*a[2])[3];",
                "(decl x int)\n(decl y int)\n(decl z (pointer int))\n(decl a (array 2 "
                "(pointer (array 3 int))))");
}
END_TEST

START_TEST(struct_typedef_of_one_name) {
    assert_tree("typedef struct node node; node *n; node f(node *, const node);",
                "(decl node typedef struct node)\n(decl n (pointer node))\n(decl f (func "
                "((pointer node) const node) node))");
}
END_TEST

START_TEST(handle_types) {
    assert_tree("coroutine(int) c; future(struct s *) f; generator(int, char *) g; "
                "queue(task(int)) q; task(int) a[3], *p;",
                "(decl c (coroutine int))\n(decl f (future (pointer struct s)))\n(decl g "
                "(generator int (pointer char)))\n(decl q (queue (task int)))\n(decl a "
                "(array 3 (task int)))\n(decl p (pointer (task int)))");
}
END_TEST

START_TEST(function_result_typeof) {
    assert_tree("typeof(int[3]) *f(void);",
                "(decl f (func (void) (pointer (typeof (array 3 int)))))");
}
END_TEST

START_TEST(attribute_behind_a_name) {
    assert_tree("int x [[gnu::aligned(4)]] = 3, y;", "(decl x int 3)\n(decl y int)");
}
END_TEST

START_TEST(words_in_any_order) {
    assert_tree(
        "long long a; long int long b; double long c;",
        "(decl a long long long)\n(decl b long long long int)\n(decl c long double)");
}
END_TEST

START_TEST(variadic) {
    assert_tree(
        "extern int printf(const char *restrict format, ...);",
        "(decl printf (func ((format restrict (pointer const char)) ...) extern int))");
}
END_TEST

// The library's generic declarations.
START_TEST(type_variables) {
    assert_tree("__T next(generator(__T) g);",
                "(decl next (func ((g (generator __T))) __T))");
}
END_TEST

// A typedef of an earlier cell, and a variable that hides it.
START_TEST(session_types) {
    assert_tree_with(
        "size_t FILE", "", "size_t n = 3; FILE *f; size_t size_t = 1; size_t * 2;",
        "(decl n size_t 3)\n(decl f (pointer FILE))\n(decl size_t size_t 1)\n(expr "
        "(* size_t 2))");
}
END_TEST

START_TEST(anonymous_struct) {
    assert_tree("struct { int x; } a = {1}, b;",
                "(decl a (struct _ (x int)) (init 1))\n(decl b (struct _ (x int)))");
}
END_TEST

START_TEST(pointer_to_array) {
    assert_tree("int a[2][3], (*p)[3] = a;",
                "(decl a (array 2 (array 3 int)))\n(decl p (pointer (array 3 int)) a)");
}
END_TEST

START_TEST(struct_in_sizeof) {
    assert_tree("int i = sizeof(struct q { int z; });",
                "(decl i int (sizeof-type (struct q (z int))))");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("parse_decl");
    TCase *tc = tcase_create("parse_decl");
    tcase_add_test(tc, declarators);
    tcase_add_test(tc, basic_types);
    tcase_add_test(tc, array_parameters);
    tcase_add_test(tc, typedef_names_are_scoped);
    tcase_add_test(tc, structs);
    tcase_add_test(tc, attributes_are_kept);
    tcase_add_test(tc, storage_and_alignment);
    tcase_add_test(tc, inferred_types);
    tcase_add_test(tc, typeof_types);
    tcase_add_test(tc, old_style_functions);
    tcase_add_test(tc, assertions);
    tcase_add_test(tc, enums);
    tcase_add_test(tc, gnu_spellings);
    tcase_add_test(tc, unnamed_parameters);
    tcase_add_test(tc, bool_can_be_a_name);
    tcase_add_test(tc, parenthesised_names);
    tcase_add_test(tc, struct_typedef_of_one_name);
    tcase_add_test(tc, handle_types);
    tcase_add_test(tc, function_result_typeof);
    tcase_add_test(tc, attribute_behind_a_name);
    tcase_add_test(tc, words_in_any_order);
    tcase_add_test(tc, variadic);
    tcase_add_test(tc, type_variables);
    tcase_add_test(tc, session_types);
    tcase_add_test(tc, anonymous_struct);
    tcase_add_test(tc, pointer_to_array);
    tcase_add_test(tc, struct_in_sizeof);
    suite_add_tcase(suite, tc);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
