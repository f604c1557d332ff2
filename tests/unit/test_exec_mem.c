// Loads and stores, and each memory fault with the facts its message must hold.
#include "asm.h"

static const Layout lay_const_int = {
    .kind = LAY_INT, .size_bytes = 4, .name = "const int", .is_const = true};
static const Site site_c = {"c", &lay_const_int, {1, 920, 921}};
static const Layout lay_ptr = {
    .kind = LAY_POINTER, .size_bytes = 8, .name = "int *", .base = &lay_int};

// f(i): int a[10] all zero; return a[i] after a[i] = 7 when `store`.
static void make_index(Asm *f, bool store) {
    asm_begin(f, "index", 1, 4);
    asm_var(f, "i", 0, &lay_int);
    asm_ai(f, OP_LOCAL, 1, asm_kp(f, KC_SITE, &site_a));
    asm_abce(f, OP_ZERO, 1, 0, 0, 40);
    asm_ai(f, OP_LDI, 2, 7);
    if (store)
        asm_abc(f, OP_STX_I32, 2, 1, 0);
    asm_abc(f, OP_LDX_I32, 3, 1, 0);
    asm_abc(f, OP_RETL, 3, 0, 0);
}

START_TEST(an_index_past_the_end) {
    Bench b;
    Asm f;
    bench_begin(&b);
    make_index(&f, true);
    bench_add(&b, 1, &f);
    bench_link(&b);
    ck_assert_int_eq(bench_run(&b, &f, 1, (Value[]){{.i = 9}}).i, 7);
    const ErrorObj *error = bench_fail(&b, &f, 1, (Value[]){{.i = 10}});
    ck_assert_str_eq(error->name, "IndexError");
    ck_assert_str_eq(error->message, "write past the end of an array: index 10, but `int "
                                     "a[10]` (40 bytes) has elements 0..9");
    ck_assert_uint_eq(error->notes[0].span.begin, 910);
    ck_assert_ptr_nonnull(strstr(error->notes[1].text, "`<`"));
    ck_assert_str_eq(error->frames[0].vars[0].name, "i");
    ck_assert_str_eq(error->frames[0].vars[0].text, "10");
    error = bench_fail(&b, &f, 1, (Value[]){{.i = -1}});
    ck_assert_str_eq(error->message, "write before the beginning of an array: index -1, "
                                     "but `int a[10]` (40 bytes) has elements 0..9");
    ck_assert_int_eq(bench_fail(&b, &f, 1, (Value[]){{.i = INT64_MIN}})->kind,
                     TRAP_OUT_OF_BOUNDS);
    ck_assert_int_eq(bench_fail(&b, &f, 1, (Value[]){{.i = (int64_t)1 << 62}})->kind,
                     TRAP_OUT_OF_BOUNDS);
    bench_end(&b);
}
END_TEST

START_TEST(every_width_is_stored_and_loaded) {
    static const struct {
        int store, load;
        int64_t value, result;
    } widths[] = {{OP_ST_I8, OP_LD_I8, 0x180, -128},
                  {OP_ST_I8, OP_LD_U8, 0x180, 128},
                  {OP_ST_I16, OP_LD_I16, 0x18000, -32768},
                  {OP_ST_I16, OP_LD_U16, 0x18000, 32768},
                  {OP_ST_I32, OP_LD_I32, 0x180000000, INT32_MIN},
                  {OP_ST_I32, OP_LD_U32, 0x180000000, 0x80000000},
                  {OP_ST_I64, OP_LD_I64, -5, -5}};
    Bench b;
    bench_begin(&b);
    for (uint32_t i = 0; i < COUNT_OF(widths); i++) {
        for (int slow = 0; slow < 2;
             slow++) { // into uninitialised memory, then again: both paths
            static Asm f;
            asm_begin(&f, "width", 1, 3);
            asm_ai(&f, OP_LOCAL, 1, asm_kp(&f, KC_SITE, &site_a));
            for (int times = 0; times < 2 - slow; times++)
                asm_abc(&f, widths[i].store, 0, 1, 8 * slow);
            asm_abc(&f, widths[i].load, 2, 1, 8 * slow);
            asm_abc(&f, OP_RETL, 2, 0, 0);
            bench_add(&b, 1, &f);
            bench_link(&b);
            ck_assert_int_eq(bench_run(&b, &f, 1, (Value[]){{.i = widths[i].value}}).i,
                             widths[i].result);
        }
    }
    bench_end(&b);
}
END_TEST

START_TEST(floats_in_memory) {
    Bench b;
    Asm f;
    bench_begin(&b);
    asm_begin(&f, "floats", 1, 3);
    asm_ai(&f, OP_LOCAL, 1, asm_kp(&f, KC_SITE, &site_a));
    asm_abc(&f, OP_ST_F32, 0, 1, 4);
    asm_abc(&f, OP_ST_F32, 0, 1, 4);
    asm_abc(&f, OP_LD_F32, 2, 1, 4);
    asm_abc(&f, OP_RETL, 2, 0, 0);
    bench_add(&b, 1, &f);
    bench_link(&b);
    ck_assert_double_eq(bench_run(&b, &f, 1, (Value[]){{.f = 0.1}}).f, (double)0.1f);
    bench_end(&b);
}
END_TEST

// Runs `f`, whose only instructions of interest trap.
static const ErrorObj *fault_of(Bench *b, Asm *f, Value arg) {
    asm_abc(f, OP_RETLV, 0, 0, 0);
    bench_add(b, 1, f);
    bench_link(b);
    return bench_fail(b, f, 1, &arg);
}

START_TEST(null_and_wild_pointers) {
    Bench b;
    Asm f;
    bench_begin(&b);
    asm_begin(&f, "deref", 1, 3);
    asm_var(&f, "p", 0, &lay_ptr);
    asm_abc(&f, OP_LD_I32, 1, 0, 8);
    const ErrorObj *error = fault_of(&b, &f, (Value){0});
    ck_assert_str_eq(error->message,
                     "null pointer: `p` is null; reading 4 bytes at offset 8");
    ck_assert_str_eq(error->frames[0].vars[0].text, "NULL");
    error = bench_fail(&b, &f, 1, (Value[]){{.u = 0x7fff12345678}});
    ck_assert_int_eq(error->kind, TRAP_WILD_POINTER);
    ck_assert_ptr_nonnull(strstr(error->message, "0x7fff12345678"));
    bench_end(&b);
}
END_TEST

START_TEST(use_after_scope_names_the_variable) {
    Bench b;
    Asm f;
    bench_begin(&b);
    asm_begin(&f, "scope", 1, 3);
    asm_ai(&f, OP_LOCAL, 1, asm_kp(&f, KC_SITE, &site_x));
    asm_abc(&f, OP_ST_I32, 0, 1, 0);
    asm_ai(&f, OP_LEND, 0, 1);
    asm_abc(&f, OP_LD_I32, 2, 1, 0);
    const ErrorObj *error = fault_of(&b, &f, (Value){0});
    ck_assert_int_eq(error->kind, TRAP_USE_AFTER_SCOPE);
    ck_assert_ptr_nonnull(strstr(error->message, "`int x`"));
    ck_assert_uint_eq(error->notes[0].span.begin, 900);
    bench_end(&b);
}
END_TEST

START_TEST(use_after_scope_when_the_id_lives_again) {
    Bench b;
    Asm f;
    bench_begin(&b);
    asm_begin(&f, "scope", 1, 4);
    asm_ai(&f, OP_LOCAL, 1, asm_kp(&f, KC_SITE, &site_x));
    asm_ai(&f, OP_LEND, 0, 1);
    asm_ai(&f, OP_LOCAL, 2, asm_kp(&f, KC_SITE, &site_x));
    asm_abc(&f, OP_ST_I32, 0, 1, 0);
    ck_assert_int_eq(fault_of(&b, &f, (Value){0})->kind, TRAP_USE_AFTER_SCOPE);
    bench_end(&b);
}
END_TEST

START_TEST(uninitialised_variables_and_elements) {
    Bench b;
    Asm f;
    bench_begin(&b);
    asm_begin(&f, "uninit", 1, 3);
    asm_ai(&f, OP_LOCAL, 1, asm_kp(&f, KC_SITE, &site_x));
    asm_abc(&f, OP_LD_I32, 2, 1, 0);
    ck_assert_str_eq(fault_of(&b, &f, (Value){0})->message,
                     "read of `int x`, which has no value yet");
    asm_begin(&f, "uninit", 1, 3);
    asm_ai(&f, OP_LOCAL, 1, asm_kp(&f, KC_SITE, &site_a));
    asm_abc(&f, OP_ST_I32, 0, 1, 0);
    asm_abc(&f, OP_LD_I32, 2, 1, 12);
    ck_assert_str_eq(fault_of(&b, &f, (Value){0})->message,
                     "read of element 3 of `int a[10]`, which has no value yet");
    bench_end(&b);
}
END_TEST

START_TEST(string_literals_and_const_are_read_only) {
    static Site site_string = {NULL, NULL, {1, 930, 931}};
    UnitString string = {"hello", 6, &site_string};
    Bench b;
    Asm f;
    bench_begin(&b);
    b.unit.strings = &string;
    b.unit.string_count = 1;
    asm_begin(&f, "string", 1, 3);
    asm_ai(&f, OP_LDK, 1, asm_kx(&f, KC_STRING, 0, 0));
    asm_abc(&f, OP_LD_U8, 2, 1, 4);
    asm_abc(&f, OP_ST_I8, 2, 1, 0);
    const ErrorObj *error = fault_of(&b, &f, (Value){0});
    ck_assert_str_eq(error->message,
                     "write to a string literal, which cannot be changed");
    b.unit.string_count = 0;
    asm_begin(&f, "constant", 1, 3);
    asm_ai(&f, OP_LOCAL, 1, asm_kp(&f, KC_SITE, &site_c));
    asm_abc(&f, OP_ST_I32, 0, 1, 0);
    asm_abc(&f, OP_SEAL, 1, 0, 0);
    asm_abc(&f, OP_LD_I32, 2, 1, 0);
    asm_abc(&f, OP_ST_I32, 0, 1, 0);
    error = fault_of(&b, &f, (Value){0});
    ck_assert_str_eq(error->message, "write to `const int c`, which cannot be changed");
    bench_end(&b);
}
END_TEST

START_TEST(functions_and_handles_are_no_memory) {
    Bench b;
    Asm f;
    bench_begin(&b);
    asm_begin(&f, "code", 1, 3);
    asm_ai(&f, OP_LDK, 1, asm_kx(&f, KC_FNPTR, 1, 0));
    asm_abc(&f, OP_LD_I32, 2, 1, 0);
    const ErrorObj *error = fault_of(&b, &f, (Value){0});
    ck_assert_int_eq(error->kind, TRAP_NOT_MEMORY);
    ck_assert_ptr_nonnull(strstr(error->message, "a function is not memory"));
    bench_end(&b);
}
END_TEST

START_TEST(bit_fields) {
    // struct { unsigned a : 3; int b : 5; unsigned c : 24; }: b at bit 3.
    BitField a = {0, 0, 3, 4, 0}, s = {0, 3, 5, 4, 1};
    uint64_t ext_a, ext_s;
    memcpy(&ext_a, &a, 8);
    memcpy(&ext_s, &s, 8);
    Bench b;
    Asm f;
    bench_begin(&b);
    asm_begin(&f, "fields", 1, 5);
    asm_ai(&f, OP_LOCAL, 1, asm_kp(&f, KC_SITE, &site_x));
    asm_ai(&f, OP_LDI, 2, 5);
    asm_abce(&f, OP_BFST, 2, 1, 0, ext_a);
    asm_abce(&f, OP_BFST, 0, 1, 0, ext_s);
    asm_abce(&f, OP_BFLD, 3, 1, 0, ext_s);
    asm_abce(&f, OP_BFLD, 4, 1, 0, ext_a);
    asm_abc(&f, OP_SHL_I32, 3, 3, 2);
    asm_abc(&f, OP_ADD_I32, 3, 3, 4);
    asm_abc(&f, OP_RETL, 3, 0, 0);
    bench_add(&b, 1, &f);
    bench_link(&b);
    ck_assert_int_eq(bench_run(&b, &f, 1, (Value[]){{.i = -2}}).i, -2 * 32 + 5);
    ck_assert_int_eq(bench_run(&b, &f, 1, (Value[]){{.i = 17}}).i,
                     -15 * 32 + 5); // 17 in 5 signed bits
    bench_end(&b);
}
END_TEST

START_TEST(pointer_arithmetic) {
    Bench b;
    Asm f;
    bench_begin(&b);
    asm_begin(&f, "pointers", 1, 5);
    asm_ai(&f, OP_LOCAL, 1, asm_kp(&f, KC_SITE, &site_a));
    asm_abce(&f, OP_PADD, 2, 1, 0, 4);
    asm_abc(&f, OP_PLT, 3, 1, 2);
    asm_abce(&f, OP_PDIFF, 4, 2, 1, 4);
    asm_abc(&f, OP_SHL_I64, 4, 4, 3);
    asm_abc(&f, OP_RETL, 4, 0, 0);
    bench_add(&b, 1, &f);
    bench_link(&b);
    ck_assert_int_eq(bench_run(&b, &f, 1, (Value[]){{.i = 10}}).i, 20);
    ck_assert_int_eq(bench_run(&b, &f, 1, (Value[]){{.i = -3}}).i, -3);
    ck_assert_int_eq(bench_fail(&b, &f, 1, (Value[]){{.i = 1 << 30}})->kind,
                     TRAP_POINTER_RANGE);
    asm_begin(&f, "mix", 1, 5);
    asm_ai(&f, OP_LOCAL, 1, asm_kp(&f, KC_SITE, &site_a));
    asm_ai(&f, OP_LOCAL, 2, asm_kp(&f, KC_SITE, &site_x));
    asm_abce(&f, OP_PDIFF, 4, 2, 1, 4);
    const ErrorObj *error = fault_of(&b, &f, (Value){0});
    ck_assert_ptr_nonnull(strstr(error->message, "`int x` and `int a[10]`"));
    bench_end(&b);
}
END_TEST

// ---- the heap, through natives

static NativeResult n_malloc(NativeCall *call) {
    call->args[0].p =
        vm_alloc(call->vm, OBJ_HEAP, call->args[0].u, false, vm_where(call->vm));
    return call->args[0].p ? NATIVE_DONE : NATIVE_TRAP;
}
static NativeResult n_free(NativeCall *call) {
    return vm_free(call->vm, call->args[0].p) ? NATIVE_DONE : NATIVE_TRAP;
}
static NativeResult n_realloc(NativeCall *call) {
    call->args[0].p =
        vm_realloc(call->vm, call->args[0].p, call->args[1].u, vm_where(call->vm));
    return call->args[0].p ? NATIVE_DONE : NATIVE_TRAP;
}
static NativeResult n_fill(NativeCall *call) { // memset(p, 1, n)
    void *bytes = native_write(call, 0, call->args[1].u);
    if (!bytes)
        return NATIVE_TRAP;
    memset(bytes, 1, call->args[1].u);
    return NATIVE_DONE;
}
static NativeResult n_strlen(NativeCall *call) {
    uint64_t length;
    if (!native_string(call, 0, &length))
        return NATIVE_TRAP;
    call->args[0].u = length;
    return NATIVE_DONE;
}
enum { N_MALLOC, N_FREE, N_REALLOC, N_FILL, N_STRLEN };
static const NativeDef natives[] = {{"malloc", n_malloc},
                                    {"free", n_free},
                                    {"realloc", n_realloc},
                                    {"memset", n_fill},
                                    {"strlen", n_strlen}};

static void begin_heap(Bench *b, Asm *f) {
    bench_begin_with(b, &(VmConfig){.heap_limit_bytes = 64u << 20,
                                    .natives = natives,
                                    .native_count = 5});
    asm_begin(f, "heap", 1, 10);
    asm_ai(f, OP_LDI, 4, 40);
    asm_native(f, 4, 1, N_MALLOC);
    asm_abc(f, OP_MOV, 1, 4, 0); // R1 = malloc(40)
}
static void free_r1(Asm *f) {
    asm_abc(f, OP_MOV, 4, 1, 0);
    asm_native(f, 4, 1, N_FREE);
}

START_TEST(use_after_free_says_where) {
    Bench b;
    Asm f;
    begin_heap(&b, &f);
    free_r1(&f);
    asm_abc(&f, OP_ST_I32, 0, 1, 8);
    const ErrorObj *error = fault_of(&b, &f, (Value){0});
    ck_assert_int_eq(error->kind, TRAP_USE_AFTER_FREE);
    ck_assert_str_eq(error->message, "use after free: writing 4 bytes at offset 8 of a "
                                     "block of 40 bytes that was freed");
    ck_assert_uint_eq(error->note_count, 3);
    ck_assert_uint_eq(error->notes[0].span.begin, 1);
    ck_assert_uint_eq(error->notes[1].span.begin, 5);
    bench_end(&b);
}
END_TEST

START_TEST(double_free_and_bad_free) {
    Bench b;
    Asm f;
    begin_heap(&b, &f);
    free_r1(&f);
    free_r1(&f);
    const ErrorObj *error = fault_of(&b, &f, (Value){0});
    ck_assert_int_eq(error->kind, TRAP_DOUBLE_FREE);
    ck_assert_ptr_nonnull(strstr(error->notes[1].text, "first time"));
    bench_end(&b);
    begin_heap(&b, &f);
    asm_abc(&f, OP_PADDI, 1, 1, 4);
    free_r1(&f);
    error = fault_of(&b, &f, (Value){0});
    ck_assert_int_eq(error->kind, TRAP_BAD_FREE);
    ck_assert_ptr_nonnull(strstr(error->message, "middle of a block of 40 bytes"));
    bench_end(&b);
    begin_heap(&b, &f);
    asm_ai(&f, OP_LOCAL, 1, asm_kp(&f, KC_SITE, &site_x));
    free_r1(&f);
    error = fault_of(&b, &f, (Value){0});
    ck_assert_int_eq(error->kind, TRAP_BAD_FREE);
    ck_assert_ptr_nonnull(
        strstr(error->message, "`int x`, which malloc did not allocate"));
    bench_end(&b);
}
END_TEST

START_TEST(heap_bounds_by_the_access) {
    Bench b;
    Asm f;
    begin_heap(&b, &f);
    asm_abc(&f, OP_STX_I32, 0, 1, 0);
    const ErrorObj *error = fault_of(&b, &f, (Value){.i = 10});
    ck_assert_str_eq(
        error->message,
        "write past the end of a block: index 10, but the block (40 bytes) has "
        "elements of 4 bytes, 0..9");
    bench_end(&b);
}
END_TEST

START_TEST(realloc_keeps_the_bytes_and_ends_the_old_pointer) {
    Bench b;
    Asm f;
    begin_heap(&b, &f);
    asm_ai(&f, OP_LDI, 3, 77);
    asm_abc(&f, OP_ST_I32, 3, 1, 0);
    asm_abc(&f, OP_MOV, 4, 1, 0);
    asm_ai(&f, OP_LDI, 5, 80);
    asm_native(&f, 4, 2, N_REALLOC);
    asm_abc(&f, OP_LD_I32, 2, 4, 0);
    uint32_t jump = asm_abc(&f, OP_JEQI, 2, 77, 0);
    asm_abc(&f, OP_RET, 2, 0, 0);
    asm_aim(&f, jump, f.proto.code_count, false);
    asm_abc(&f, OP_LD_I32, 2, 1, 0);
    const ErrorObj *error = fault_of(&b, &f, (Value){0});
    ck_assert_int_eq(error->kind, TRAP_USE_AFTER_FREE);
    bench_end(&b);
}
END_TEST

START_TEST(natives_name_themselves) {
    Bench b;
    Asm f;
    begin_heap(&b, &f);
    asm_ai(&f, OP_LOCAL, 5, asm_kp(&f, KC_SITE, &site_a));
    asm_ai(&f, OP_LDI, 6, 41);
    asm_native(&f, 5, 2, N_FILL);
    const ErrorObj *error = fault_of(&b, &f, (Value){0});
    ck_assert_str_eq(
        error->message,
        "`memset` writes past the end of `int a[10]`: needs 41 bytes, but 40 are left");
    bench_end(&b);
    begin_heap(&b, &f);
    asm_abc(&f, OP_MOV, 5, 1, 0);
    asm_ai(&f, OP_LDI, 6, 40);
    asm_native(&f, 5, 2, N_FILL);
    asm_abc(&f, OP_MOV, 5, 1, 0);
    asm_native(&f, 5, 1, N_STRLEN);
    error = fault_of(&b, &f, (Value){0});
    ck_assert_ptr_nonnull(strstr(
        error->message,
        "`strlen` reads past the end of a block of 40 bytes: no terminating zero"));
    bench_end(&b);
}
END_TEST

START_TEST(a_narrowed_argument_is_held_to_its_array) {
    Bench b;
    Asm f;
    begin_heap(&b, &f);
    asm_abc(&f, OP_MOV, 5, 1, 0);
    asm_ai(&f, OP_LDI, 6, 9);
    asm_abce(&f, OP_NARROW, 5, 0, 0, 8);
    asm_native(&f, 5, 2, N_FILL);
    const ErrorObj *error = fault_of(&b, &f, (Value){0});
    ck_assert_ptr_nonnull(strstr(error->message, "needs 9 bytes, but the array has 8"));
    bench_end(&b);
    begin_heap(&b, &f); // the bounds hold for one call only
    for (int i = 0; i < 2; i++) {
        asm_abc(&f, OP_MOV, 5, 1, 0);
        asm_ai(&f, OP_LDI, 6, i ? 9 : 8);
        if (i == 0)
            asm_abce(&f, OP_NARROW, 5, 0, 0, 8);
        asm_native(&f, 5, 2, N_FILL);
    }
    asm_ai(&f, OP_LDI, 2, 5);
    asm_abc(&f, OP_RET, 2, 0, 0);
    bench_add(&b, 1, &f);
    bench_link(&b);
    ck_assert_int_eq(bench_run(&b, &f, 1, (Value[]){{0}}).i, 5);
    bench_end(&b);
}
END_TEST

START_TEST(the_heap_has_a_limit) {
    Bench b;
    Asm f;
    begin_heap(&b, &f);
    asm_ai(&f, OP_LDI, 4, 65 << 20);
    asm_native(&f, 4, 1, N_MALLOC);
    const ErrorObj *error = fault_of(&b, &f, (Value){0});
    ck_assert_str_eq(error->name, "MemoryError");
    ck_assert_ptr_nonnull(strstr(error->message, "64 MiB"));
    bench_end(&b);
}
END_TEST

int main(void) {
    const TTest *const tests[] = {an_index_past_the_end,
                                  every_width_is_stored_and_loaded,
                                  floats_in_memory,
                                  null_and_wild_pointers,
                                  use_after_scope_names_the_variable,
                                  use_after_scope_when_the_id_lives_again,
                                  uninitialised_variables_and_elements,
                                  string_literals_and_const_are_read_only,
                                  functions_and_handles_are_no_memory,
                                  bit_fields,
                                  pointer_arithmetic,
                                  use_after_free_says_where,
                                  double_free_and_bad_free,
                                  heap_bounds_by_the_access,
                                  realloc_keeps_the_bytes_and_ends_the_old_pointer,
                                  natives_name_themselves,
                                  a_narrowed_argument_is_held_to_its_array,
                                  the_heap_has_a_limit};
    return suite_run("exec_mem", tests, COUNT_OF(tests));
}
