// Cells that follow each other: what may be redefined, what keeps its id, what a failure
// leaves behind.
#include "front/check/check_inner.h"
#include "front/scope.h"
#include "front_fixture.h"
#include <check.h>

static FrontFixture f;

static void open(void) {
    fixture_open(&f, false);
}
static void close(void) {
    fixture_close(&f);
}

static void accept(const char *text) {
    bool is_right = fixture_run(&f, text);
    ck_assert_msg(is_right, "%s\n%s", text, f.text.data);
}

// Rejected, with a message that contains `message`.
static void reject(const char *text, const char *message) {
    bool is_right = fixture_run(&f, text);
    ck_assert_msg(!is_right, "%s", text);
    ck_assert_msg(strstr(f.text.data, message) != NULL, "%s\n%s", text, f.text.data);
}

static const Sym *sym(const char *name) {
    const Sym *found = scope_find(intern_cstr(f.front->names, name));
    ck_assert_ptr_nonnull(found);
    return found;
}

START_TEST(functions_keep_their_id) {
    accept("int f(int x) { return x; }");
    uint32_t id = sym("f")->id;
    accept("int f(int y) { return y + 1; }");
    ck_assert_uint_eq(sym("f")->id, id);
    ck_assert_uint_eq(sym("f")->version, 1);
    accept("long f(int y) { return y; }");
    ck_assert_uint_ne(sym("f")->id, id);
}
END_TEST

START_TEST(variables_keep_their_id) {
    accept("int x = 1; int a[] = {1, 2};");
    uint32_t x = sym("x")->id;
    uint32_t a = sym("a")->id;
    accept("int x = 2; int a[] = {3, 4};");
    ck_assert_uint_eq(sym("x")->id, x);
    ck_assert_uint_eq(sym("a")->id, a);
    accept("double x; int a[3];");
    ck_assert_uint_ne(sym("x")->id, x);
    ck_assert_uint_ne(sym("a")->id, a);
    accept("extern double x; double g(void) { return x; }");
    ck_assert_uint_eq(sym("x")->version, 2);
}
END_TEST

START_TEST(one_cell_is_strict) {
    reject("int x = 1; int x = 2;", "`x` is defined a second time");
    reject("int f(void) { return 1; } int f(void) { return 2; }",
           "defined a second time");
    accept("int x; int x; int x = 3;");
}
END_TEST

START_TEST(failure_leaves_nothing) {
    accept("struct p { int x; }; struct p v;");
    const Type *type = sym("v")->type;
    reject("struct p { int x, y; }; int z = 3; unknown;", "unknown name `unknown`");
    accept("struct p w = v; int z = 1;");
    ck_assert_ptr_eq(sym("w")->type, type);
    ck_assert_ptr_null(type->stale_origin);
}
END_TEST

START_TEST(old_types_do_not_mix) {
    static const char anew[] = "define what still has the old one again";
    accept("struct p { int x; }; struct p v; void take(struct p *p) { p->x = 1; }");
    accept("struct p { int x; }; struct p w;");
    reject("w = v;", anew);
    reject("take(&w);", anew);
    reject("struct q { int x; } q; q = v;", "assigning `struct p (In[1])` where");
    ck_assert_ptr_null(strstr(f.text.data, anew));
}
END_TEST

START_TEST(old_types_are_named) {
    accept("struct p { int x; }; struct p v;");
    accept("struct p { int x, y; };");
    reject("struct p w = v;", "`struct p (In[1])`");
}
END_TEST

START_TEST(incomplete_types_are_completed_later) {
    accept("struct node; struct node *head;");
    accept("struct node { struct node *next; int value; };");
    accept("struct node n = {NULL, 3}; head = &n; head->value");
}
END_TEST

START_TEST(the_library_is_hidden) {
    accept("int count = 1, run = 2, task = 3, queue = 4; count + run + task + queue");
    accept("void print(int x) { printf(\"%d\", x); }");
    accept("double strlen(int x) { return x; } strlen(3)");
    accept("int abs(int); abs(-3)");
    ck_assert(sym("abs")->is_library);
    front_reset(f.front);
    accept("strlen(\"abc\")");
    ck_assert(sym("strlen")->is_library);
}
END_TEST

// An initialiser that must run stands among the statements, once more as a declaration.
START_TEST(initialisers_run_in_order) {
    const Program *program =
        fixture_compile(&f, "int a = 3; int b = a; static int c[2] = {a, b};");
    ck_assert_ptr_nonnull(program);
    ck_assert_uint_eq(program->new_globals.count, 3);
    const Node *first = program->globals;
    ck_assert_ptr_nonnull(first->init);
    ck_assert_ptr_null(first->next->init);
    const Node *statement = program->statements;
    ck_assert_int_eq(statement->kind, ND_DECL);
    ck_assert_ptr_eq(statement->decl_sym, first->next->decl_sym);
    ck_assert_int_eq(statement->next->init->kind, ND_INIT);
    front_commit(f.front);
}
END_TEST

START_TEST(pasted_program) {
    const char *text = "#include <stdio.h>\nint main(void) { return 0; }";
    ck_assert_ptr_nonnull(fixture_compile(&f, text)->main_func);
    front_commit(f.front);
    ck_assert_ptr_null(
        fixture_compile(&f, "int main(void) { return 0; } main()")->main_func);
    front_commit(f.front);
    ck_assert_ptr_nonnull(
        fixture_compile(&f, "async int main(void) { await sleep(0); return 0; }")
            ->main_func);
    front_commit(f.front);
}
END_TEST

START_TEST(cells_await) {
    accept("async int twice(int x) { await sleep(1); return 2 * x; }");
    ck_assert(fixture_compile(&f, "int a = await twice(3); a")->has_await);
    front_commit(f.front);
    ck_assert(!fixture_compile(&f, "a + 1")->has_await);
    front_commit(f.front);
    reject("return 3;", "`return` outside of a function");
}
END_TEST

START_TEST(names_come_before_their_use) {
    reject("int g(void) { return later(); }\nint later(void) { return 1; }",
           "2: note: it is declared here, further down");
    reject("prinft(\"x\");", "did you mean `printf`?");
}
END_TEST

// Where the checker believes a mistake told that nobody told: refused all the same.
START_TEST(no_mistake_is_silent) {
    ck_assert_ptr_nonnull(fixture_compile(&f, "int x;"));
    Checker *c = check_open(f.front, &f.arena, &f.diags, false);
    check_trust_told(c, (Span){1, 4, 5});
    ck_assert_ptr_null(check_close(c));
    fixture_list(&f);
    const char *told = "1: error: something is wrong here, but Cora can't say what\n";
    ck_assert_msg(strncmp(f.text.data, told, strlen(told)) == 0, "%s", f.text.data);
    front_rollback(f.front);
    accept("int x;");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("check_session");
    TCase *tcase = tcase_create("check_session");
    tcase_add_checked_fixture(tcase, open, close);
    tcase_add_test(tcase, functions_keep_their_id);
    tcase_add_test(tcase, variables_keep_their_id);
    tcase_add_test(tcase, one_cell_is_strict);
    tcase_add_test(tcase, failure_leaves_nothing);
    tcase_add_test(tcase, old_types_do_not_mix);
    tcase_add_test(tcase, old_types_are_named);
    tcase_add_test(tcase, incomplete_types_are_completed_later);
    tcase_add_test(tcase, the_library_is_hidden);
    tcase_add_test(tcase, initialisers_run_in_order);
    tcase_add_test(tcase, pasted_program);
    tcase_add_test(tcase, cells_await);
    tcase_add_test(tcase, names_come_before_their_use);
    tcase_add_test(tcase, no_mistake_is_silent);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures != 0;
}
