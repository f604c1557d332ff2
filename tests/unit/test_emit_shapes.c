// The shapes the emitter promises: what a hot loop and a call cost, in instructions.
#include "compile_code.h"

typedef struct Shape {
    const char *text;
    const char *ops; // of its first function
} Shape;

static const Shape shapes[] = {
    // the bar the whole engine is measured by: every other call is in place, and behind the
    // end stands the real one, should fib be defined anew
    {"int fib(int n) { if (n < 2) return n; return fib(n - 1) + fib(n - 2); }",
     "JGEI RET "
     "ADDI_I32 JGEI MOV JMP ADDI_I32 CALL ADDI_I32 CALL ADD_I32 "
     "ADDI_I32 JGEI MOV JMP ADDI_I32 CALL ADDI_I32 CALL ADD_I32 "
     "ADD_I32 RET MOV CALL MOV LJMP MOV CALL MOV LJMP"},
    // one that calls itself more often is not copied
    {"int f(int n) { return n ? f(0) + f(1) + f(2) + f(3) : 0; }",
     "JF LDI CALL LDI CALL ADD_I32 LDI CALL ADD_I32 LDI CALL ADD_I32 RET LDI RET"},
    {"int sum(int *a, int n) { int s = 0; for (int i = 0; i < n; i++) s += a[i]; return "
     "s; }",
     "LDI LDI JMP LDX_I32 ADD_I32 ADDI_I32 LJLT JMP "
     "LANES LDL_I32 ADD_I32 ADDI_I32 BJLT LJLT RET"},
    // the first test of a counted loop is known
    {"int f(void) { int s = 0; for (int i = 0; i < 10; i++) s += i; return s; }",
     "LDI LDI ADD_I32 ADDI_I32 LJLTI RET"},
    {"int f(int a, int b) { if (a > 3 && b != 0) return 1; return 2; }",
     "JLEI JF LDI RET LDI RET"},
    {"int f(double a, double b) { if (a < b) return 1; return 2; }",
     "JNLT_F LDI RET LDI RET"},
    {"int f(unsigned long n) { while (n > 0) n--; return 0; }",
     "JMP ADDI_U64 LJT LDI RET"},
    // conversions that are no instruction: canonical registers
    {"long f(int a, unsigned b, char c) { return a + (long)b + c; }",
     "ADD_I64 ADD_I64 RET"},
    {"double f(float x) { return x; }", "RET"},
    {"unsigned f(int x) { return x; }", "EXT_U32 RET"},
    {"char f(int x) { return x; }", "EXT_I8 RET"},
    // a store narrows by itself
    {"void f(char *p, int x) { *p = x; }", "ST_I8 RETV"},
    {"int g; int f(void) { g = g + 1; return g; }",
     "LDG_I32 ADDI_I32 STG_I32 LDG_I32 RET"},
    {"struct s { int a, b; } v; int f(void) { return v.b; }", "LDG_I32 RET"},
    {"struct s { int a, b; }; int f(struct s *p) { return p->b; }", "LD_I32 RET"},
    {"struct s { int a, b; }; struct s f(struct s *p) { return *p; }", "COPY RET"},
    {"struct s { int a, b; }; struct s f(int x, int y) { return (struct s){x, y}; }",
     "ST_I32 ST_I32 RET"},
    // an array inside an object is held to itself, a whole object to itself by memory
    {"struct s { int a[4], b; }; int f(struct s *p, int i) { return p->a[i]; }",
     "BOUND LDX_I32 RET"},
    {"int f(int i) { int a[4] = {1, 2}; return a[i]; }",
     "LOCAL ZERO LDI ST_I32 LDI ST_I32 LDX_I32 RETL"},
    {"int f(int *p) { return *p++ + 1; }", "PADDI LD_I32 ADDI_I32 RET"},
    {"int f(int a, int b) { return a + (b, a = 3); }", "LDI ADD_I32 RET"}, // as gcc: 6
    {"int f(int a) { return a ? a : 7; }", "JF RET LDI RET"},
    {"int f(int x) { switch (x) { case 1: return 5; case 2: return 6; } return 0; }",
     "JEQI JEQI JMP LDI RET LDI RET LDI RET"},
    {"int f(int x) { for (;;) { if (x) break; } return 2 * 3 + (4 > 3); }",
     "JT LJMP LDI RET"},
    // what has no room in an instruction is loaded once, in front of the outermost loop
    {"int g[9]; void f(int n) { for (int i = 0; i < n; i++) g[i] = i * 10; }",
     "LDI LDK LDI JMP MUL_I32 STX_I32 ADDI_I32 LJLT JMP "
     "LANES MUL_I32 STL_I32 ADDI_I32 BJLT LJLT RETV"},
    // a loop's copy without checks: no index is computed, but what messages show is
    {"int f(int *a, int n, int w) { int s = 0; for (int k = 0; k < n; k++) s += a[k * "
     "w]; "
     "return s; }",
     "LDI LDI JMP MUL_I32 LDX_I32 ADD_I32 ADDI_I32 LJLT JMP "
     "LANES LDLS_I32 ADD_I32 ADDI_I32 BJLT LJLT RET"},
    {"void f(int *a, int n) { for (int k = 0; k < n; k++) { int at = k + 1; a[at] = 0; } "
     "}",
     "LDI LDI JMP ADDI_I32 STX_I32 ADDI_I32 LJLT JMP "
     "LANES ADDI_I32 STL_I32 ADDI_I32 BJLT LJLT RETV"},
    // none of a loop that calls, or whose pointer changes
    {"void f(int *a, int n, void (*g)(void)) { for (int k = 0; k < n; k++) { a[k] = 0; "
     "g(); } }",
     "LDI LDI JMP STX_I32 CALLP ADDI_I32 LJLT RETV"},
    {"int f(int **a, int n) { int *p = *a, s = 0; for (int k = 0; k < n; k++) { s += "
     "p[k]; "
     "p = a[s]; } return s; }",
     "LD_I64 LDI LDI JMP LDX_I32 ADD_I32 LDX_I64 ADDI_I32 LJLT RET"},
    // a struct parameter that is only read needs no copy
    {"struct v { double x, y; }; double f(struct v a, struct v b) { return a.x * b.x; }",
     "LD_I64 LD_I64 MUL_F64 RET"},
    {"struct v { double x, y; }; double f(struct v a) { a.x++; return a.x; }",
     "LOCAL COPY LD_I64 LDK ADD_F64 ST_I64 LD_I64 RETL"},
    {"void f(void) { goto end; end: return; }", "JMP RETV"},
};

START_TEST(shape) {
    const Shape *s = &shapes[_i];
    Compiled c;
    compiled_open(&c, s->text, true);
    char *ops = compiled_ops(compiled_proto(&c, 0));
    ck_assert_msg(strcmp(ops, s->ops) == 0, "%s\n  wanted %s\n  but is %s", s->text,
                  s->ops, ops);
    mem_free(ops);
    compiled_close(&c);
}
END_TEST

// A jump of 16 bits that does not reach: the function is compiled again with longer ones.
START_TEST(far_jump) {
    Compiled c;
    Str text = {0};
    str_puts(&text,
             "int g; int f(int a, int b) { while (a < b) { if (a == 7) continue; ");
    for (int i = 0; i < 12000; i++)
        str_puts(&text, "g += a;");
    str_puts(&text, "a++; } return g; }");
    compiled_open(&c, text.data, true);
    ck_assert_uint_gt(compiled_proto(&c, 0)->code_count, 36000);
    str_free(&text);
    compiled_close(&c);
}
END_TEST

START_TEST(too_many_registers) {
    Compiled c;
    Str text = {0};
    str_puts(&text, "void f(void) {");
    for (int i = 0; i < 61000; i++)
        str_printf(&text, "int v%d = %d;", i, i);
    str_puts(&text, "}");
    compiled_open(&c, text.data, true);
    ck_assert_ptr_null(c.unit);
    ck_assert_uint_eq(c.diags.list.data[c.diags.list.count - 1]->code, DIAG_TOO_COMPLEX);
    str_free(&text);
    compiled_close(&c);
}
END_TEST

// A generator function is two: the one that is called makes the generator.
START_TEST(generator) {
    Compiled c;
    compiled_open(&c, "generator(int) count(int n) { while (n) yield n--; }", true);
    ck_assert_uint_eq(c.unit->func_count, 2);
    ck_assert(compiled_proto(&c, 0)->is_generator);
    ck_assert(!compiled_proto(&c, 1)->is_generator);
    ck_assert_uint_eq(c.unit->funcs[0].id, FN_GENERATOR_BODY | c.unit->funcs[1].id);
    char *ops = compiled_ops(compiled_proto(&c, 1));
    ck_assert_str_eq(ops, "MOV MKCORO RET");
    mem_free(ops);
    compiled_close(&c);
}
END_TEST

// A defer runs on the way out and as a cleanup; its own code is in no range of its own.
START_TEST(defer_ranges) {
    Compiled c;
    compiled_open(
        &c, "int g; int f(int n) { defer g++; if (n) return 1; g = 5; return 2; }", true);
    const Proto *p = compiled_proto(&c, 0);
    ck_assert_uint_gt(p->handler_count, 1);
    for (uint32_t i = 0; i < p->handler_count; i++) {
        ck_assert(p->handlers[i].is_cleanup);
        ck_assert(p->handlers[i].target >= p->handlers[i].pc_end);
    }
    compiled_close(&c);
}
END_TEST

START_TEST(images) {
    Compiled c;
    compiled_open(&c,
                  "struct s { char c; int n; const char *t; double d; } g = {'x', -2, "
                  "\"text\" + 1, 0.5};\n"
                  "int *p = &g.n; static const int k[3] = {1, 2, 3}; int zero[100];",
                  true);
    ck_assert_uint_eq(c.unit->global_count, 4);
    const UnitGlobal *g = &c.unit->globals[0];
    ck_assert_uint_eq(g->size_bytes, 24);
    ck_assert_int_eq(g->image[0], 'x');
    ck_assert_mem_eq(g->image + 4, "\xfe\xff\xff\xff", 4);
    ck_assert_uint_eq(g->reloc_count, 1);
    ck_assert_uint_eq(g->relocs[0].offset_bytes, 8);
    ck_assert_uint_eq(g->relocs[0].value.kind, KC_STRING_AT);
    ck_assert_int_eq(g->relocs[0].value.addend, 1);
    ck_assert_uint_eq(c.unit->globals[1].relocs[0].value.kind, KC_GLOBAL);
    ck_assert_int_eq(c.unit->globals[1].relocs[0].value.addend, 4);
    ck_assert(c.unit->globals[2].is_const);
    ck_assert_ptr_null(c.unit->globals[3].image);
    compiled_close(&c);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("emit");
    TCase *tcase = tcase_create("emit");
    tcase_add_loop_test(tcase, shape, 0, (int)COUNT_OF(shapes));
    tcase_add_test(tcase, far_jump);
    tcase_add_test(tcase, too_many_registers);
    tcase_add_test(tcase, generator);
    tcase_add_test(tcase, defer_ranges);
    tcase_add_test(tcase, images);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
