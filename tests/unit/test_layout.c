// Layouts: one a type, recursive structs closed, qualifiers and incomplete types told
// apart.
#include "code/emit.h"
#include "compile_code.h"

static const Layout *layout_of_global(Compiled *c, uint32_t n) {
    ck_assert_ptr_nonnull(c->unit);
    ck_assert_uint_lt(n, c->unit->global_count);
    return c->unit->globals[n].site->layout;
}

START_TEST(scalars) {
    Compiled c;
    compiled_open(&c,
                  "char a; unsigned short b; const long d = 5; float e; double *f; _Bool "
                  "g; enum e { X, Y = -3 } h;",
                  true);
    ck_assert_uint_eq(layout_of_global(&c, 0)->kind, LAY_CHAR);
    ck_assert_uint_eq(layout_of_global(&c, 1)->kind, LAY_UINT);
    ck_assert_uint_eq(layout_of_global(&c, 1)->size_bytes, 2);
    ck_assert(layout_of_global(&c, 2)->is_const);
    ck_assert(layout_of_global(&c, 2)->is_signed);
    ck_assert_uint_eq(layout_of_global(&c, 3)->kind, LAY_FLOAT);
    ck_assert_uint_eq(layout_of_global(&c, 4)->base->kind, LAY_DOUBLE);
    ck_assert_str_eq(layout_of_global(&c, 4)->name, "double *");
    ck_assert_uint_eq(layout_of_global(&c, 5)->kind, LAY_BOOL);
    const Layout *e = layout_of_global(&c, 6);
    ck_assert_uint_eq(e->enumerator_count, 2);
    ck_assert_int_eq(e->enumerators[1].value, -3);
    ck_assert(e->is_signed);
    compiled_close(&c);
}
END_TEST

START_TEST(structs) {
    Compiled c;
    compiled_open(
        &c,
        "struct node { int n; struct node *next; unsigned b : 3; union { int i; char c; "
        "}; int a[2][3]; } x;\n"
        "struct node *p; struct later *q; struct later { int z; }; struct later r;",
        true);
    const Layout *x = layout_of_global(&c, 0);
    ck_assert_uint_eq(x->kind, LAY_STRUCT);
    ck_assert_uint_eq(x->field_count, 5);
    ck_assert_ptr_eq(x->fields[1].layout->base, x);
    ck_assert_uint_eq(x->fields[2].bit_width, 3);
    ck_assert_ptr_null(x->fields[3].name);
    ck_assert_uint_eq(x->fields[3].layout->kind, LAY_UNION);
    ck_assert_uint_eq(x->fields[4].layout->count, 2);
    ck_assert_uint_eq(x->fields[4].layout->base->count, 3);
    ck_assert_ptr_eq(layout_of_global(&c, 1)->base, x);
    ck_assert_ptr_eq(layout_of_global(&c, 2)->base, layout_of_global(&c, 3));
    ck_assert_uint_eq(layout_of_global(&c, 3)->size_bytes, 4);
    compiled_close(&c);
}
END_TEST

// The Layout of a type is made once.
START_TEST(shared) {
    Compiled c;
    compiled_open(&c, "int a[4], b[4]; int f(int x) { return x; }", true);
    ck_assert_ptr_eq(layout_of_global(&c, 0), layout_of_global(&c, 1));
    const Proto *p = compiled_proto(&c, 0);
    ck_assert_ptr_eq(p->result, layout_of_global(&c, 0)->base);
    ck_assert_uint_eq(p->type->kind, LAY_FUNC);
    ck_assert_uint_eq(p->var_count, 1);
    ck_assert_ptr_eq(p->vars[0].layout, p->result);
    compiled_close(&c);
}
END_TEST

// A later cell asks for `const int` when `int` has a Layout already.
START_TEST(qualified_later) {
    Compiled c;
    compiled_open(&c, "int a;", true);
    TypeTable *types = c.front->types;
    Type *constant = type_qualified(types, type_basic(types, TY_INT), QUAL_CONST);
    const Layout *layout = layout_of(&c.code, types, constant);
    ck_assert(layout->is_const);
    ck_assert(!layout_of_global(&c, 0)->is_const);
    ck_assert_str_eq(layout->name, "const int");
    compiled_close(&c);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("layout");
    TCase *tcase = tcase_create("layout");
    tcase_add_test(tcase, scalars);
    tcase_add_test(tcase, structs);
    tcase_add_test(tcase, shared);
    tcase_add_test(tcase, qualified_later);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
