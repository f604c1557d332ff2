// Which names a file defines, told by its tokens.
#include "front/text/definitions.h"
#include "pp_text.h"

static void add(void *ctx, const Name *name) {
    str_printf(ctx, "%s ", name->text);
}

// The text defines these names, in this order.
static void defines(const char *text, const char *names) {
    PpText p;
    Str found = {0};
    pp_text_init(&p);
    pp_text_cell(&p, text, strlen(text), true);
    definitions_each(&p.tokens, add, &found);
    ck_assert_msg(strcmp(found.data == NULL ? "" : found.data, names) == 0,
                  "%s defines %s", text, found.data);
    str_free(&found);
    pp_text_deinit(&p);
}

START_TEST(variables) {
    defines("int a, *b = &a, c[3] = {1, 2}, d; long e;", "a b c d e ");
    defines("int (*f)(int x), (*g[2])(void) = {0}; char *s = \"a;b\";", "f g s ");
    defines("extern int a; static int b, c; typedef int d, e; extern char f[];", "");
    defines("struct s { int x, y; } v; struct s w = {1}; enum e { A, B = 2 };", "v w ");
    defines("struct s; union u; enum e; struct s *make(int), *made;", "made ");
    defines("int a = sizeof(struct s { int n; }), b = f(1, 2), c;", "a b c ");
}
END_TEST

START_TEST(functions) {
    defines("int f(int x) { int y = x; return y; } int g(void); int h(void) {}", "f h ");
    defines("static int f(void) {} extern int g(void) {} inline int h() {}", "g h ");
    defines("struct s *f(struct s *p) { return p; } int (*g(int x))(int) {}", "f g ");
    defines("int f(a, b) int a; char *b; { return a; } int g;", "f g ");
    defines("int f(int) __attribute__((pure)); int g(int) later; int h(int) {}", "h ");
    defines("_Static_assert(1, \"\"); int f(void) {}", "f ");
}
END_TEST

START_TEST(no_program) {
    defines("", "");
    defines("} ) ] { ( [", "");
    defines("= ; , = , ; ()", "");
    defines("int f(void) {", "f ");
    defines("int f(a) int a; int b", "");
    defines("( { [", "");
}
END_TEST

int main(void) {
    TCase *tcase = tcase_create("definitions");
    tcase_add_test(tcase, variables);
    tcase_add_test(tcase, functions);
    tcase_add_test(tcase, no_program);
    return pp_text_run_suite(tcase, "definitions");
}
