// asm.h: Protos made by hand, for tests of vm/. A test writes instructions, links them,
// runs them, and looks.
//
//     Asm f;
//     asm_begin(&f, "twice", 1, 4);              // one parameter, four registers
//     asm_abc(&f, OP_ADD_I32, 0, 0, 0);
//     asm_abc(&f, OP_RET, 0, 0, 0);
//     Bench b;
//     bench_begin(&b);
//     bench_add(&b, 1, &f);                      // function id 1
//     bench_link(&b);
//     Value r = bench_run(&b, &f, 1, (Value[]){{.i = 21}});  // asserts that it ends with
//     VM_DONE
#ifndef TESTS_ASM_H
#define TESTS_ASM_H

#include "vm/frame.h"
#include "vm/gc.h"
#include "vm/machine.h"
#include "vm/native.h"
#include "vm/vm.h"
#include <check.h>

#define ASM_MAX 256

typedef struct Asm {
    Proto proto;
    Insn code[ASM_MAX];
    Const consts[ASM_MAX];
    VarEntry vars[16];
    Handler handlers[8];
    LineEntry lines[ASM_MAX];
} Asm;

static inline void asm_begin(Asm *f, const char *name, uint32_t params, uint32_t regs) {
    memset(f, 0, sizeof *f);
    f->proto.name = name;
    f->proto.code = f->code;
    f->proto.consts = f->consts;
    f->proto.vars = f->vars;
    f->proto.handlers = f->handlers;
    f->proto.lines = f->lines;
    f->proto.param_count = params;
    f->proto.reg_count = regs;
    f->proto.sig_id = 1;
    f->proto.span = (Span){1, 1000, 1001};
}

// Each word is its own line: the span of word n begins at offset n of source 1.
static inline uint32_t asm_word(Asm *f, Insn word) {
    uint32_t at = f->proto.code_count++;
    ck_assert_uint_lt(at, ASM_MAX);
    f->code[at] = word;
    f->lines[at] = (LineEntry){.pc = at, .span = {1, at, at + 1}};
    f->proto.line_count = f->proto.code_count;
    return at;
}
static inline uint32_t asm_abc(Asm *f, int op, int a, int b, int c) {
    return asm_word(f, insn_make((Op)op, (uint32_t)a, (uint32_t)b, (uint32_t)c));
}
static inline uint32_t asm_ai(Asm *f, int op, int a, int32_t bc) {
    return asm_word(f, insn_make_wide((Op)op, (uint32_t)a, bc));
}
// An instruction with its ext word.
static inline uint32_t asm_abce(Asm *f, int op, int a, int b, int c, uint64_t ext) {
    uint32_t at = asm_abc(f, op, a, b, c);
    asm_word(f, ext);
    return at;
}
// A jump, to be aimed later.
static inline void asm_aim(Asm *f, uint32_t at, uint32_t target, bool is_wide) {
    int32_t distance = (int32_t)target - (int32_t)at - 1;
    Insn insn = f->code[at];
    f->code[at] = is_wide ? insn_make_wide((Op)insn_op(insn), insn_a(insn), distance)
                          : insn_make((Op)insn_op(insn), insn_a(insn), insn_b(insn),
                                      (uint32_t)distance);
}
static inline int32_t asm_const(Asm *f, Const c) {
    f->consts[f->proto.const_count] = c;
    return (int32_t)f->proto.const_count++;
}
static inline int32_t asm_k(Asm *f, uint64_t bits) {
    return asm_const(f, (Const){.kind = KC_INT, .bits = bits});
}
static inline int32_t asm_kd(Asm *f, double d) {
    return asm_k(f, ((Value){.f = d}).u);
}
static inline int32_t asm_kp(Asm *f, ConstKind kind, const void *p) {
    return asm_const(f, (Const){.kind = kind, .ptr = p});
}
static inline int32_t asm_kx(Asm *f, ConstKind kind, uint32_t index, int64_t addend) {
    return asm_const(f, (Const){.kind = kind, .index = index, .addend = addend});
}
static inline void asm_var(Asm *f, const char *name, uint32_t slot,
                           const Layout *layout) {
    f->vars[f->proto.var_count++] = (VarEntry){
        .name = name, .slot = slot, .pc_begin = 0, .pc_end = ASM_MAX, .layout = layout};
}
static inline void asm_handler(Asm *f, uint32_t begin, uint32_t end, uint32_t target,
                               uint16_t slot, bool is_cleanup) {
    f->handlers[f->proto.handler_count++] =
        (Handler){begin, end, target, 0, slot, is_cleanup};
}
static inline void asm_call(Asm *f, int window, uint32_t fn_id) {
    asm_ai(f, OP_CALL, window, asm_kx(f, KC_FN, fn_id, 0));
    asm_word(f, CALL_USED);
}
static inline void asm_native(Asm *f, int window, int args, int number) {
    asm_abce(f, OP_CALLN, window, args, number, CALL_USED | (uint64_t)0xffffffffu << 32);
}

// ---------------------------------------------------------------- a VM to run them in

static const Layout lay_int = {
    .kind = LAY_INT, .size_bytes = 4, .align_bytes = 4, .name = "int"};
static const Layout lay_int10 = {.kind = LAY_ARRAY,
                                 .size_bytes = 40,
                                 .align_bytes = 4,
                                 .name = "int [10]",
                                 .base = &lay_int,
                                 .count = 10};
static const Site site_x = {"x", &lay_int, {1, 900, 901}};
static const Site site_a = {"a", &lay_int10, {1, 910, 911}};

static inline void bench_layouts_used(void) { // not every test needs them all
    (void)lay_int10;
    (void)site_x;
    (void)site_a;
}

#define BENCH_FNS 8

typedef struct Bench {
    VM *vm;
    UnitFunc funcs[BENCH_FNS];
    Unit unit;
    Fiber *fiber;
} Bench;

static inline void bench_mark(void *host, VM *vm) {
    fiber_mark(vm, ((Bench *)host)->fiber);
}
static inline void bench_begin_with(Bench *b, const VmConfig *config) {
    memset(b, 0, sizeof *b);
    VmConfig complete = *config;
    complete.host = b;
    complete.mark_roots = bench_mark;
    b->vm = vm_new(&complete);
    ck_assert_ptr_nonnull(b->vm);
    b->unit.funcs = b->funcs;
}
static inline void bench_begin(Bench *b) {
    bench_begin_with(b, &(VmConfig){.heap_limit_bytes = 64u << 20});
}
static inline void bench_add(Bench *b, uint32_t id, Asm *f) {
    ck_assert_uint_lt(b->unit.func_count, BENCH_FNS);
    b->funcs[b->unit.func_count++] = (UnitFunc){id, &f->proto};
}
static inline void bench_link(Bench *b) {
    ck_assert(vm_link(b->vm, &b->unit));
    b->unit.func_count = 0;
}
static inline void bench_end(Bench *b) {
    fiber_destroy(b->vm, &b->fiber);
    gc_check(b->vm);
    vm_destroy(&b->vm);
}
static inline VmStop bench_start(Bench *b, Asm *f, uint32_t count, const Value *args,
                                 Value *result) {
    fiber_destroy(b->vm, &b->fiber);
    b->fiber = fiber_new(b->vm, &f->proto, args, count);
    return vm_run(b->vm, b->fiber, 0, result);
}
static inline Value bench_run(Bench *b, Asm *f, uint32_t count, const Value *args) {
    Value result = {0};
    VmStop stop = bench_start(b, f, count, args, &result);
    if (stop == VM_FAILED)
        ck_abort_msg("%s: %s", vm_error(b->vm, result.p)->name,
                     vm_error(b->vm, result.p)->message);
    ck_assert_int_eq(stop, VM_DONE);
    return result;
}
static inline ErrorObj *bench_fail(Bench *b, Asm *f, uint32_t count, const Value *args) {
    Value result = {0};
    ck_assert_int_eq(bench_start(b, f, count, args, &result), VM_FAILED);
    ErrorObj *error = vm_error(b->vm, result.p);
    ck_assert_ptr_nonnull(error);
    return error;
}

// Runs the tests as one suite; what main returns.
static inline int suite_run(const char *name, const TTest *const *tests, size_t count) {
    Suite *suite = suite_create(name);
    TCase *tc = tcase_create(name);
    suite_add_tcase(suite, tc);
    for (size_t i = 0; i < count; i++)
        tcase_add_test(tc, tests[i]);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}

#endif
