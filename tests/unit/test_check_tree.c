// The typed tree, as ast.h promises it to the emitter.
#include "front_fixture.h"
#include <check.h>

static FrontFixture f;

static void open(void) {
    fixture_open(&f, false);
}
static void close(void) {
    fixture_close(&f);
}

// The last statement of a cell, compiled after `before`.
static Node *last_statement(const char *before, const char *statement) {
    ck_assert_msg(fixture_run(&f, before), "%s", f.text.data);
    Program *program = fixture_compile(&f, statement);
    ck_assert_msg(program != NULL, "%s\n%s", statement, f.text.data);
    Node *node = program->statements;
    while (node->next != NULL)
        node = node->next;
    front_commit(f.front);
    return node;
}

static Node *expression(const char *before, const char *text) {
    Node *node = last_statement(before, text);
    ck_assert_int_eq(node->kind, ND_EXPR_STMT);
    return node->lhs;
}

static void check_cast(const Node *node, TypeKind from, TypeKind to) {
    ck_assert_int_eq(node->kind, ND_CAST);
    ck_assert(node->is_implicit);
    ck_assert_int_eq(node->lhs->type->kind, from);
    ck_assert_int_eq(node->type->kind, to);
}

START_TEST(usual_conversions) {
    const Node *sum = expression("char c = 1; double d = 2; unsigned u;", "c + d");
    ck_assert_int_eq(sum->type->kind, TY_DOUBLE);
    check_cast(sum->lhs, TY_CHAR, TY_DOUBLE);
    ck_assert_int_eq(sum->rhs->kind, ND_NAME);
    const Node *less = expression("", "c < u");
    ck_assert_int_eq(less->type->kind, TY_INT);
    check_cast(less->lhs, TY_CHAR, TY_UINT);
    const Node *shift = expression("", "c << u");
    ck_assert_int_eq(shift->type->kind, TY_INT);
    ck_assert_int_eq(shift->rhs->type->kind, TY_UINT);
}
END_TEST

START_TEST(pointers_stand_left) {
    const Node *sum = expression("int a[3]; short i = 1;", "i + a");
    ck_assert_int_eq(sum->lhs->kind, ND_DECAY);
    check_cast(sum->rhs, TY_SHORT, TY_LONG);
    const Node *index = expression("", "i[a]");
    ck_assert_int_eq(index->kind, ND_INDEX);
    ck_assert_int_eq(index->lhs->type->kind, TY_POINTER);
    ck_assert_int_eq(index->rhs->type->kind, TY_LONG);
    const Node *difference = expression("", "&a[2] - a");
    ck_assert_int_eq(difference->type->kind, TY_LONG);
}
END_TEST

START_TEST(constants_are_folded) {
    const Node *node = expression("enum { A = 3 }; struct s { char c; int i; };",
                                  "(A * 2 + sizeof(struct s)) << 1");
    ck_assert_int_eq(node->kind, ND_INT);
    ck_assert_int_eq((int)node->value, (3 * 2 + 8) << 1);
    ck_assert_int_eq(node->type->kind, TY_ULONG);
    // What would be a fault stays an operator.
    ck_assert_int_eq(expression("", "2147483647 + 1")->kind, ND_ADD);
    ck_assert_int_eq(expression("", "1 / 0")->kind, ND_DIV);
}
END_TEST

START_TEST(assignments) {
    const Node *node = expression("char c; int *p; short s;", "c += 1.5");
    ck_assert_int_eq(node->kind, ND_OP_ASSIGN);
    ck_assert_int_eq(node->op_type->kind, TY_DOUBLE);
    ck_assert_int_eq(node->type->kind, TY_CHAR);
    node = expression("", "p += s");
    ck_assert_int_eq(node->op_type->kind, TY_POINTER);
    check_cast(node->rhs, TY_SHORT, TY_LONG);
    node = expression("", "c++");
    ck_assert_int_eq(node->op_type->kind, TY_INT);
    node = expression("", "s = 70.0");
    ck_assert_int_eq(node->rhs->kind, ND_INT);
    ck_assert_int_eq(node->rhs->type->kind, TY_SHORT);
}
END_TEST

START_TEST(calls) {
    const Node *node = expression("float g(float x) { return x; }", "(*g)(2)");
    ck_assert_int_eq(node->call_kind, CALL_FUNC);
    ck_assert_str_eq(node->call_sym->name->text, "g");
    ck_assert_int_eq(node->args->kind, ND_FLOAT);
    node = expression("float (*p)(float) = g; float x;", "p(x)");
    ck_assert_int_eq(node->call_kind, CALL_POINTER);
    node = expression("char c;", "printf(\"%f %d\", x, c)");
    ck_assert_int_eq(node->call_kind, CALL_NATIVE);
    ck_assert_uint_eq(node->fixed_count, 1);
    check_cast(node->args->next, TY_FLOAT, TY_DOUBLE);
    check_cast(node->args->next->next, TY_CHAR, TY_INT);
}
END_TEST

START_TEST(coroutines) {
    const char *before = "async int twice(int x) { return 2 * x; }";
    const Node *node = expression(before, "twice(1);");
    ck_assert(node->makes_coroutine);
    ck_assert_int_eq(node->type->kind, TY_COROUTINE);
    node = expression("", "await twice(1)");
    ck_assert_int_eq(node->kind, ND_AWAIT);
    ck_assert(!node->lhs->makes_coroutine);
    ck_assert_int_eq(node->type->kind, TY_INT);
    node = expression("", "await sleep(1)");
    ck_assert(node->lhs->suspends);
    node = expression("", "spawn sleep(1)");
    ck_assert(node->lhs->makes_coroutine);
    ck_assert_int_eq(node->type->kind, TY_TASK);
    ck_assert_int_eq(node->type->base->kind, TY_UINT);
    node = expression("", "create_task(twice(2))");
    ck_assert_int_eq(node->type->kind, TY_TASK);
    ck_assert(!node->call_type->is_generic);
    node = expression("", "await gather(sleep(1), sleep(2))");
    ck_assert(node->lhs->args->makes_coroutine);
    ck_assert_int_eq(node->type->kind, TY_POINTER);
}
END_TEST

// (offset, value) of every item of `T x = init;`, as text.
static void check_items(const char *declaration, const char *expected) {
    char *text = mem_printf("void f(void) { %s }", declaration);
    Program *program = fixture_compile(&f, text);
    ck_assert_msg(program != NULL, "%s\n%s", declaration, f.text.data);
    const Node *decl = program->functions->body->then;
    while (decl->next != NULL)
        decl = decl->next;
    Str items = {0};
    str_puts(&items, "");
    for (const InitItem *item = decl->init->init_items; item != NULL; item = item->next) {
        str_printf(&items, "%s%d:", items.count > 0 ? " " : "", (int)item->offset_bytes);
        if (item->value->kind == ND_INT)
            str_printf(&items, "%d", (int)item->value->value);
        else
            str_puts(&items, item->value->kind == ND_STRING ? item->value->string : "?");
    }
    ck_assert_str_eq(items.data, expected);
    str_free(&items);
    mem_free(text);
    front_rollback(f.front);
}

START_TEST(initialisers_are_flat) {
    check_items("int a[2][2] = {1, 2, 3};", "0:1 4:2 8:3");
    check_items("int a[2][2] = {{1}, {2, 3}};", "0:1 8:2 12:3");
    check_items("int a[] = {[2] = 5, 6, [0] = 1};", "0:1 8:5 12:6");
    check_items("int a[4] = {[1 ... 2] = 7, 8};", "4:7 8:7 12:8");
    check_items("struct { int a; struct { int b, c; }; } x = {1, .c = 3, .b = 2};",
                "0:1 4:2 8:3");
    check_items("struct { int a[3]; int b; } x = {.a[1] = 4, 5, 6};", "4:4 8:5 12:6");
    check_items("struct { char s[4]; int n; } x[] = {\"ab\", 1, {{'c'}, 2}};",
                "0:ab 4:1 8:99 12:2");
    check_items("union { int i; char c; } x = {.c = 1, .i = 2};", "0:2");
    check_items("struct { int a[2]; } x = {.a = {1, 2}, .a[1] = 3};", "0:1 4:3");
    check_items("struct { int a[2]; } x = {.a[1] = 3, .a = {1}};", "0:1");
    check_items("struct p { int x, y; } p; struct { struct p a; int b; } x = {p, 3};",
                "0:? 8:3");
}
END_TEST

START_TEST(uninitialised_locals_live_in_memory) {
    Program *program = fixture_compile(
        &f, "int f(int c) { int x, y; if (c) x = 1; y = 2; return x + y; }");
    ck_assert_ptr_nonnull(program);
    const Node *x = program->functions->body->then;
    ck_assert(x->decl_sym->in_memory);
    ck_assert(x->decl_sym->needs_init_check);
    ck_assert(!x->next->decl_sym->in_memory);
    ck_assert_uint_eq(x->decl_sym->slot, 0);
    front_commit(f.front);
}
END_TEST

START_TEST(switches) {
    const Node *node =
        last_statement("int n = 1;", "switch (n) { case 1: break; case 3 ... 5: n = 2; "
                                     "break; default: break; }");
    ck_assert_int_eq((int)node->cases->value, 1);
    ck_assert_int_eq((int)node->cases->next_case->value, 3);
    ck_assert_int_eq((int)node->cases->next_case->value_high, 5);
    ck_assert_int_eq(node->cases->next_case->next_case->kind, ND_DEFAULT);
    ck_assert_ptr_null(node->cases->next_case->next_case->next_case);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("check_tree");
    TCase *tcase = tcase_create("check_tree");
    tcase_add_checked_fixture(tcase, open, close);
    tcase_add_test(tcase, usual_conversions);
    tcase_add_test(tcase, pointers_stand_left);
    tcase_add_test(tcase, constants_are_folded);
    tcase_add_test(tcase, assignments);
    tcase_add_test(tcase, calls);
    tcase_add_test(tcase, coroutines);
    tcase_add_test(tcase, initialisers_are_flat);
    tcase_add_test(tcase, uninitialised_locals_live_in_memory);
    tcase_add_test(tcase, switches);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures != 0;
}
