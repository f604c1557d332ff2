// Linking: constants, globals with images and relocations, redefinition, and failures
// that leave nothing.
#include "asm.h"

static const Layout lay_long2 = {
    .kind = LAY_ARRAY, .size_bytes = 16, .name = "long [2]", .count = 2};
static const Layout lay_const_int = {
    .kind = LAY_INT, .is_const = true, .size_bytes = 4, .name = "const int"};
static const Site site_const = {"c", &lay_const_int, {1, 52, 53}};
static const Site site_g = {"g", &lay_long2, {1, 50, 51}};

static void make_constant(Asm *f, int value) {
    asm_begin(f, "constant", 0, 2);
    asm_ai(f, OP_LDI, 0, value);
    asm_abc(f, OP_RET, 0, 0, 0);
}
static void make_caller(Asm *f) {
    asm_begin(f, "caller", 0, 6);
    asm_call(f, 4, 2);
    asm_abc(f, OP_RET, 4, 0, 0);
}

START_TEST(redefinition_reaches_old_callers) {
    static Asm f, one, two;
    Bench b;
    bench_begin(&b);
    make_caller(&f);
    make_constant(&one, 1);
    make_constant(&two, 2);
    bench_add(&b, 1, &f);
    bench_add(&b, 2, &one);
    bench_link(&b);
    Ptr self = vm_fn(b.vm, 2)->self;
    ck_assert_int_eq(bench_run(&b, &f, 0, NULL).i, 1);
    bench_add(&b, 2, &two);
    bench_link(&b);
    ck_assert_int_eq(bench_run(&b, &f, 0, NULL).i, 2);
    ck_assert_uint_eq(vm_fn(b.vm, 2)->self, self); // function pointers stay good
    ck_assert_str_eq(vm_func(b.vm, self)->proto->name, "constant");
    bench_end(&b);
}
END_TEST

START_TEST(a_declared_function_may_be_defined_later) {
    static Asm f, one;
    Bench b;
    bench_begin(&b);
    make_caller(&f);
    bench_add(&b, 1, &f);
    bench_link(&b);
    const ErrorObj *error = bench_fail(&b, &f, 0, NULL);
    ck_assert_int_eq(error->kind, TRAP_BAD_CALL);
    ck_assert_ptr_nonnull(strstr(error->message, "defined nowhere"));
    make_constant(&one, 1);
    bench_add(&b, 2, &one);
    bench_link(&b);
    ck_assert_int_eq(bench_run(&b, &f, 0, NULL).i, 1);
    bench_end(&b);
}
END_TEST

START_TEST(globals_have_images_and_relocations) {
    static Asm f;
    static Site site_string = {NULL, NULL, {1, 60, 61}};
    Bench b;
    bench_begin(&b);
    int64_t image[2] = {5, 0};
    UnitString string = {"abc", 4, &site_string};
    Reloc relocs[] = {{8, {.kind = KC_STRING_AT, .index = 0, .addend = 1}}};
    UnitGlobal globals[] = {{.id = 7,
                             .size_bytes = 16,
                             .align_bytes = 8,
                             .site = &site_g,
                             .image = (uint8_t *)image,
                             .relocs = relocs,
                             .reloc_count = 1},
                            {.id = 8,
                             .size_bytes = 4,
                             .align_bytes = 4,
                             .site = &site_const,
                             .is_const = true}};
    b.unit.globals = globals;
    b.unit.global_count = 2;
    b.unit.strings = &string;
    b.unit.string_count = 1;
    asm_begin(&f, "read", 1, 6);
    asm_ai(&f, OP_LDG_I64, 1, asm_kx(&f, KC_GLOBAL_ADDR, 7, 0)); // 5, unchecked
    asm_ai(&f, OP_LDK, 2, asm_kx(&f, KC_GLOBAL, 7, 8));
    asm_abc(&f, OP_LD_I64, 2, 2, 0); // the string, from 1
    asm_abc(&f, OP_LD_I8, 2, 2, 0);  // 'b'
    asm_abc(&f, OP_ADD_I32, 1, 1, 2);
    asm_ai(&f, OP_STG_I64, 0, asm_kx(&f, KC_GLOBAL_ADDR, 7, 0));
    asm_abc(&f, OP_RET, 1, 0, 0);
    bench_add(&b, 1, &f);
    bench_link(&b);
    ck_assert_int_eq(bench_run(&b, &f, 1, (Value[]){{.i = 9}}).i, 5 + 'b');
    ck_assert_int_eq(bench_run(&b, &f, 1, (Value[]){{.i = 9}}).i, 9 + 'b');
    ck_assert_ptr_null(vm_write(b.vm, vm_global(b.vm, 8), 4));
    ck_assert_int_eq(vm_error(b.vm, vm_trap_take(b.vm))->kind, TRAP_READ_ONLY);
    // Redefined with the same size: same object, new value. With another: a new object,
    // the old one stays for old code.
    Ptr g = vm_global(b.vm, 7);
    b.unit.global_count = 1;
    bench_link(&b);
    ck_assert_uint_eq(vm_global(b.vm, 7), g);
    ck_assert_int_eq(*(const int64_t *)vm_peek(b.vm, g, 8), 5);
    globals[0].size_bytes = 24;
    uint8_t longer[24] = {6};
    globals[0].image = longer;
    bench_link(&b);
    ck_assert_uint_ne(vm_global(b.vm, 7), g);
    ck_assert_ptr_nonnull(vm_peek(b.vm, g, 16));
    bench_end(&b);
}
END_TEST

START_TEST(a_failure_leaves_nothing) {
    static Asm f;
    static Site site_string = {NULL, NULL, {1, 60, 61}};
    Bench b;
    bench_begin(&b);
    UnitString string = {"abc", 4, &site_string};
    UnitGlobal globals[] = {
        {.id = 7, .size_bytes = 16, .align_bytes = 8, .site = &site_g},
        {.id = 8, .size_bytes = 65u << 20, .align_bytes = 8, .site = &site_g}};
    b.unit.globals = globals;
    b.unit.global_count = 2;
    b.unit.strings = &string;
    b.unit.string_count = 1;
    make_constant(&f, 3);
    bench_add(&b, 1, &f);
    VmStats before = vm_stats(b.vm);
    ck_assert(!vm_link(b.vm, &b.unit));
    ck_assert_str_eq(vm_error(b.vm, vm_trap_take(b.vm))->name, "MemoryError");
    b.unit.global_count =
        0; // the other way to fail, late: a variable that nobody defines
    asm_ai(&f, OP_LDK, 0, asm_kx(&f, KC_GLOBAL, 99, 0));
    ck_assert(!vm_link(b.vm, &b.unit));
    ck_assert_ptr_nonnull(strstr(vm_error(b.vm, vm_trap_take(b.vm))->message, "extern"));
    vm_collect(b.vm); // the errors themselves
    ck_assert_uint_eq(vm_stats(b.vm).heap_bytes, before.heap_bytes);
    ck_assert_uint_eq(vm_stats(b.vm).heap_objects, before.heap_objects);
    ck_assert_ptr_null(vm_fn(b.vm, 1));
    ck_assert_uint_eq(vm_global(b.vm, 7), 0);
    ck_assert_ptr_null(f.proto.k);
    bench_end(&b);
}
END_TEST

START_TEST(library_variables) {
    Bench b;
    bench_begin(&b);
    vm_global_set(b.vm, 5, 8, (Value){.p = 1234});
    ck_assert_uint_eq(*(const uint64_t *)vm_peek(b.vm, vm_global(b.vm, 5), 8), 1234);
    vm_global_set(b.vm, 5, 8, (Value){.p = 99});
    ck_assert_uint_eq(*(const uint64_t *)vm_peek(b.vm, vm_global(b.vm, 5), 8), 99);
    ck_assert_uint_eq(vm_global(b.vm, 6), 0);
    bench_end(&b);
}
END_TEST

int main(void) {
    const TTest *const tests[] = {
        redefinition_reaches_old_callers, a_declared_function_may_be_defined_later,
        globals_have_images_and_relocations, a_failure_leaves_nothing, library_variables};
    return suite_run("link", tests, COUNT_OF(tests));
}
