// Errors on their way: handlers, cleanups, rethrow, tracebacks with variables, values as
// text.
#include "asm.h"
#include "vm/fault.h"
#include "vm/trace.h"

// thrower(e): throw e.       catcher(e): try { thrower(e); } handler -> R1 = error;
// returns it.
static void make_thrower(Asm *f) {
    asm_begin(f, "thrower", 1, 2);
    asm_abc(f, OP_THROW, 0, 0, 0);
    asm_abc(f, OP_RET, 0, 0, 0);
}
static void make_catcher(Asm *f, bool is_cleanup) {
    asm_begin(f, "catcher", 1, 8);
    asm_ai(f, OP_LDI, 1, 0);
    asm_abc(f, OP_MOV, 4, 0, 0);
    asm_call(f, 4, 2); // words 2, 3
    asm_abc(f, OP_RET, 1, 0, 0);
    asm_handler(f, 1, 4, 5, 1, is_cleanup);
    if (is_cleanup)
        asm_abc(f, OP_RETHROW, 1, 0, 0);
    asm_abc(f, OP_RET, 1, 0, 0);
}

typedef struct Two {
    Bench b;
    Asm f, g;
    Ptr error;
} Two;

static void begin(Two *t, bool is_cleanup, TrapKind kind) {
    bench_begin(&t->b);
    make_catcher(&t->f, is_cleanup);
    make_thrower(&t->g);
    bench_add(&t->b, 1, &t->f);
    bench_add(&t->b, 2, &t->g);
    bench_link(&t->b);
    t->error = vm_error_new(t->b.vm, kind, NULL, 0, "number %d", 7);
}

START_TEST(a_handler_gets_the_error) {
    static Two t;
    begin(&t, false, TRAP_VALUE);
    ck_assert_uint_eq(bench_run(&t.b, &t.f, 1, (Value[]){{.p = t.error}}).p, t.error);
    const ErrorObj *error = vm_error(t.b.vm, t.error);
    ck_assert_str_eq(error->message, "number 7");
    ck_assert_uint_eq(error->frame_count, 2);
    ck_assert_str_eq(error->frames[0].proto->name, "thrower");
    ck_assert_uint_eq(error->frames[1].span.begin, 3);
    bench_end(&t.b);
}
END_TEST

START_TEST(rethrow_keeps_the_traceback) {
    static Two t;
    begin(&t, true, TRAP_VALUE);
    const ErrorObj *error = bench_fail(&t.b, &t.f, 1, (Value[]){{.p = t.error}});
    ck_assert_uint_eq(error->self, t.error);
    ck_assert_uint_eq(error->frame_count, 2);
    ck_assert_str_eq(error->frames[0].proto->name, "thrower");
    bench_end(&t.b);
}
END_TEST

START_TEST(exit_passes_catches_but_not_cleanups) {
    static Two t;
    begin(&t, false, TRAP_EXIT);
    ck_assert_int_eq(bench_fail(&t.b, &t.f, 1, (Value[]){{.p = t.error}})->kind,
                     TRAP_EXIT);
    bench_end(&t.b);
    begin(&t, true, TRAP_EXIT);
    bench_fail(&t.b, &t.f, 1, (Value[]){{.p = t.error}});
    ck_assert_uint_eq(fiber_registers(t.b.fiber)[1].p,
                      t.error); // the cleanup's slot has it
    bench_end(&t.b);
}
END_TEST

START_TEST(only_errors_are_thrown) {
    static Two t;
    begin(&t, true, TRAP_VALUE);
    ck_assert_int_eq(bench_fail(&t.b, &t.f, 1, (Value[]){{0}})->kind, TRAP_NULL_POINTER);
    ck_assert_int_eq(
        bench_fail(&t.b, &t.f, 1, (Value[]){{.p = vm_fn(t.b.vm, 1)->self}})->kind,
        TRAP_NOT_MEMORY);
    bench_end(&t.b);
}
END_TEST

// The locals of frames that an error passes end, and those of the handler's block too.
START_TEST(unwinding_ends_locals) {
    static Asm f, g;
    Bench b;
    bench_begin(&b);
    asm_begin(&g, "thrower", 1, 4);
    asm_ai(&g, OP_LOCAL, 1, asm_kp(&g, KC_SITE, &site_a));
    asm_abc(&g, OP_THROW, 0, 0, 0);
    asm_abc(&g, OP_RETLV, 0, 0, 0);
    asm_begin(&f, "catcher", 1, 10);
    asm_ai(&f, OP_LOCAL, 1, asm_kp(&f, KC_SITE, &site_x));
    asm_abc(&f, OP_ST_I32, 0, 1, 0);
    asm_ai(&f, OP_LOCAL, 2, asm_kp(&f, KC_SITE, &site_a));
    asm_abc(&f, OP_MOV, 6, 0, 0);
    asm_call(&f, 6, 2);
    asm_abc(&f, OP_RETLV, 0, 0, 0);
    asm_handler(&f, 2, 6, 7, 3, false);
    f.handlers[0].local_count = 1;
    asm_abc(&f, OP_LD_I32, 4, 1, 0); // the outer one lives
    asm_ai(&f, OP_LEND, 0, 1);
    asm_abc(&f, OP_RET, 3, 0, 0);
    bench_add(&b, 1, &f);
    bench_add(&b, 2, &g);
    bench_link(&b);
    Ptr error = vm_error_new(b.vm, TRAP_VALUE, NULL, 0, "x");
    ck_assert_uint_eq(bench_run(&b, &f, 1, (Value[]){{.p = error}}).p, error);
    ck_assert_uint_eq(b.fiber->locals->live, 0);
    bench_end(&b);
}
END_TEST

START_TEST(notes_hang_on_errors) {
    Bench b;
    bench_begin(&b);
    vm_trap(
        b.vm, TRAP_VALUE, "%s",
        "a message that is much longer than the buffer it is first tried in: "
        "................................................................................"
        "................................................................................"
        "......................................................................... end");
    vm_trap_note(b.vm, (Span){1, 2, 3}, "note %d", 1);
    Ptr p = vm_trap_take(b.vm);
    vm_error_note(b.vm, p, (Span){1, 4, 5}, "note %d", 2);
    const ErrorObj *error = vm_error(b.vm, p);
    ck_assert_ptr_nonnull(strstr(error->message, " end"));
    ck_assert_uint_eq(error->note_count, 2);
    ck_assert_str_eq(error->notes[1].text, "note 2");
    ck_assert_int_eq(error->code, 22);
    ck_assert_uint_eq(vm_trap_take(b.vm), 0);
    bench_end(&b);
}
END_TEST

START_TEST(values_as_text) {
    static const Layout lay_char = {.kind = LAY_CHAR, .size_bytes = 1, .name = "char"};
    static const Layout lay_chars = {
        .kind = LAY_POINTER, .size_bytes = 8, .name = "char *", .base = &lay_char};
    static const Layout lay_double = {
        .kind = LAY_DOUBLE, .size_bytes = 8, .name = "double"};
    static const Layout lay_bool = {.kind = LAY_BOOL, .size_bytes = 1, .name = "bool"};
    static const LayoutEnumerator colours[] = {{"RED", 0}, {"GREEN", 1}};
    static const Layout lay_enum = {.kind = LAY_ENUM,
                                    .size_bytes = 4,
                                    .name = "enum colour",
                                    .enumerators = colours,
                                    .enumerator_count = 2};
    static const LayoutField fields[] = {{"n", &lay_int, 0, 0, 0},
                                         {"d", &lay_double, 8, 0, 0}};
    static const Layout lay_s = {.kind = LAY_STRUCT,
                                 .size_bytes = 16,
                                 .name = "struct s",
                                 .fields = fields,
                                 .field_count = 2};
    Bench b;
    bench_begin(&b);
    Ptr text = vm_string(b.vm, "tab\tand \"quotes\" and more than forty characters", 47);
    Ptr s = vm_alloc(b.vm, OBJ_BOX, 16, false, (Span){0});
    memcpy(vm_write(b.vm, s, 4), &(int){5}, 4);
    const struct {
        const Layout *layout;
        Value value;
        const char *text;
    } cases[] = {{&lay_int, {.i = -3}, "-3"},
                 {&lay_char, {.i = '\n'}, "'\\n'"},
                 {&lay_double, {.f = 0.1}, "0.1"},
                 {&lay_double, {.f = 1.0 / 3}, "0.3333333333333333"},
                 {&lay_bool, {.i = 1}, "true"},
                 {&lay_enum, {.i = 1}, "GREEN"},
                 {&lay_enum, {.i = 5}, "5"},
                 {&lay_chars,
                  {.p = text},
                  "\"tab\\tand \\\"quotes\\\" and more than forty cha...\""},
                 {&lay_chars, {.p = 0}, "NULL"},
                 {&lay_s, {.p = s}, "{n = 5, d = (no value yet)}"}};
    for (uint32_t i = 0; i < COUNT_OF(cases); i++) {
        Str out = {0};
        trace_value(b.vm, &out, cases[i].layout, cases[i].value);
        char *got = str_take(&out);
        ck_assert_str_eq(got, cases[i].text);
        mem_free(got);
    }
    bench_end(&b);
}
END_TEST

START_TEST(declarations_are_written_as_c_writes_them) {
    static const char *const cases[][3] = {{"int", "x", "int x"},
                                           {"int [10]", "a", "int a[10]"},
                                           {"char *", "s", "char *s"},
                                           {"int [3][4]", "m", "int m[3][4]"},
                                           {"int (*)(int)", "f", "int (*f)(int)"},
                                           {"char *[4]", "v", "char *v[4]"},
                                           {"struct p", "q", "struct p q"}};
    for (uint32_t i = 0; i < COUNT_OF(cases); i++) {
        char buf[64];
        fault_declare(buf, sizeof buf, cases[i][0], cases[i][1]);
        ck_assert_str_eq(buf, cases[i][2]);
    }
}
END_TEST

int main(void) {
    const TTest *const tests[] = {a_handler_gets_the_error,
                                  rethrow_keeps_the_traceback,
                                  exit_passes_catches_but_not_cleanups,
                                  only_errors_are_thrown,
                                  unwinding_ends_locals,
                                  notes_hang_on_errors,
                                  values_as_text,
                                  declarations_are_written_as_c_writes_them};
    return suite_run("trap", tests, COUNT_OF(tests));
}
