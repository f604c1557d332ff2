// Loops without checks of memory: what LANES lets pass, what happens when a loop is stopped
// in the middle, and that the verifier takes nothing less than the form all this needs.
#include "asm.h"
#include "code/verify.h"

// int sum(int *p, int n) { int s = 0; for (int k = 0; k < n; k++) s += p[k]; return s; }
enum { P, N, K, SUM, VALUE, LANE, REGS = LANE + 2 };
enum { SLOW = 1, TEST = 4, GUARD = 6, FAST = 7, ADVANCE = 9, BACK = 10 };

typedef struct Loop {
    Asm f;
    Lane lane;
    LaneTable table;
} Loop;

static void loop_begin(Loop *l) {
    l->lane = (Lane){.type = MT_I32,
                     .is_unit = true,
                     .base = P,
                     .index = K,
                     .displacement = 0,
                     .to = LANE};
    l->table = (LaneTable){.words = 4,
                           .advance = 2,
                           .otherwise = TEST - GUARD - 1,
                           .lane_count = 1,
                           .lanes = &l->lane};
    Asm *f = &l->f;
    asm_begin(f, "sum", 2, REGS);
    uint32_t enter = asm_ai(f, OP_JMP, 0, 0);
    asm_abc(f, OP_LDX_I32, VALUE, P, K);
    asm_abc(f, OP_ADD_I32, SUM, SUM, VALUE);
    asm_abc(f, OP_ADDI_I32, K, K, 1);
    asm_aim(f, asm_abc(f, OP_LJLT, K, N, 0), SLOW, false);
    uint32_t leave = asm_ai(f, OP_JMP, 0, 0);
    asm_ai(f, OP_LANES, K, asm_kp(f, KC_LANES, &l->table));
    asm_abc(f, OP_LDL_I32, VALUE, LANE, K);
    asm_abc(f, OP_ADD_I32, SUM, SUM, VALUE);
    asm_abc(f, OP_ADDI_I32, K, K, 1);
    asm_aim(f, asm_abc(f, OP_BJLT, K, N, 0), FAST, false);
    asm_aim(f, asm_abc(f, OP_LJLT, K, N, 0), GUARD, false);
    asm_aim(f, leave, asm_abc(f, OP_RET, SUM, 0, 0), true);
    asm_aim(f, enter, GUARD, true);
}

static bool passes(const Loop *l) {
    char reason[200];
    return verify_proto(&l->f.proto, 100, reason, sizeof reason);
}

static Ptr numbers(Bench *b, uint32_t count) {
    Ptr p = vm_alloc(b->vm, OBJ_HEAP, count * 4, true, (Span){1, 0, 1});
    ck_assert_uint_ne(p, 0);
    int32_t *to = obj_fast_write(b->vm->objects.hot, p, count * 4);
    for (uint32_t i = 0; i < count; i++)
        to[i] = (int32_t)i;
    return p;
}

START_TEST(sums) {
    Bench b;
    static Loop l;
    bench_begin(&b);
    loop_begin(&l);
    ck_assert(passes(&l));
    bench_add(&b, 1, &l.f);
    bench_link(&b);
    Ptr p = numbers(&b, 5000);
    for (int64_t n = 0; n <= 5000; n += n < 20 ? 1 : 415) {
        Value r = bench_run(&b, &l.f, 2, (Value[]){{.p = p}, {.i = n}});
        ck_assert_int_eq(r.i, n * (n - 1) / 2);
    }
    ErrorObj *error = bench_fail(&b, &l.f, 2, (Value[]){{.p = p}, {.i = 5001}});
    ck_assert_str_eq(error->name, "IndexError");
    bench_end(&b);
}
END_TEST

// Stopped by its budget in the middle; somebody frees the memory; the loop finds that out.
START_TEST(freed_while_it_was_stopped) {
    Bench b;
    static Loop l;
    bench_begin(&b);
    loop_begin(&l);
    bench_add(&b, 1, &l.f);
    bench_link(&b);
    Value result;
    Ptr p = numbers(&b, 5000);
    b.fiber = fiber_new(b.vm, &l.f.proto, (Value[]){{.p = p}, {.i = 5000}}, 2);
    ck_assert_int_eq(vm_run(b.vm, b.fiber, 1500, &result), VM_BUDGET);
    const Value *R = fiber_registers(b.fiber);
    int64_t done = R[K].i;
    ck_assert_int_ge(done, 1400);
    ck_assert_int_le(done, 1510);
    ck_assert_int_eq(R[SUM].i, done * (done - 1) / 2);
    ck_assert(vm_free(b.vm, p));
    ck_assert_int_eq(vm_run(b.vm, b.fiber, 0, &result), VM_FAILED);
    ck_assert_str_eq(vm_error(b.vm, result.p)->name, "UseAfterFree");
    bench_end(&b);
}
END_TEST

// Each change of the code that would make it unsafe.
START_TEST(code_that_is_refused) {
    static const struct {
        uint32_t at;
        Op op;
        uint32_t a, b, c;
    } rows[] = {
        {SLOW, OP_LDL_I32, VALUE, LANE, K},     // outside of the loop
        {FAST, OP_LDL_I64, VALUE, LANE, K},     // of another type
        {FAST, OP_LDLS_I32, VALUE, LANE, K},    // in other steps
        {FAST, OP_STL_I32, VALUE, LANE, K},     // a store
        {FAST, OP_LDL_I32, VALUE, LANE + 1, K}, // no lane
        {FAST, OP_LDL_I32, VALUE, LANE, SUM},   // by another counter
        {FAST, OP_LDI, K, 0, 0},                // which is written twice
        {FAST, OP_LDI, LANE, 0, 0},             // the lane is written
        {FAST, OP_LDI, LANE + 1, 0, 0},
        {FAST, OP_LDI, N, 0, 0},                      // the limit is written
        {FAST, OP_LEND, 0, 1, 0},                     // something's life ends
        {FAST, OP_LJMP, 0, (uint32_t)-2, UINT16_MAX}, // a safepoint
        {ADVANCE, OP_ADDI_I32, K, K, (uint32_t)-1},   // downwards
        {ADVANCE, OP_ADDI_I32, K, SUM, 1},
        {ADVANCE, OP_ADD_I32, K, K, K},
        {BACK, OP_BJLT, SUM, N, (uint32_t)-4},
        {BACK, OP_BJLT, K, N, (uint32_t)-3},
        {BACK, OP_LJLT, K, N, (uint32_t)-4},
        {SLOW, OP_JMP, 0, FAST - SLOW - 1, 0}, // somebody jumps in
        {0, OP_JMP, 0, ADVANCE - 1, 0},
    };
    static Loop l;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        loop_begin(&l);
        l.f.code[rows[i].at] = insn_make(rows[i].op, rows[i].a, rows[i].b, rows[i].c);
        ck_assert_msg(!passes(&l), "row %zu", i);
    }
    loop_begin(&l); // an access behind the advance
    Insn access = l.f.code[FAST];
    l.f.code[FAST] = l.f.code[ADVANCE];
    l.f.code[ADVANCE] = access;
    l.table.advance = 0;
    ck_assert(!passes(&l));
}
END_TEST

START_TEST(tables_that_are_refused) {
    static Loop l;
    const Lane same = {.type = MT_I32, .base = P, .index = K, .to = LANE + 1};
    loop_begin(&l);
    const LaneTable good = l.table;
    Lane lanes[2] = {l.lane, same};
    LaneTable bad[] = {good, good, good, good, good, good, good};
    bad[0].words = 5;
    bad[1].words = 400;
    bad[2].advance = 1;
    bad[3].advance = 400;
    bad[4].otherwise = 0; // into the loop
    bad[5].lanes = lanes; // they share a register
    bad[5].lane_count = 2;
    bad[6].lane_count = LANES_MOST + 1;
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        l.table = bad[i];
        ck_assert_msg(!passes(&l), "table %zu", i);
    }
    l.table = good;
    for (uint32_t to = 0; to < REGS + 2; to++) {
        l.lane.to = (uint16_t)to;
        ck_assert_msg(passes(&l) == (to == LANE), "lane at R%u", to);
    }
    l.lane.to = LANE;
    LaneStep step = {insn_make(OP_CALL, VALUE, 0, 0), 0};
    l.table.steps = &step;
    l.table.step_count = 1;
    ck_assert(!passes(&l));
    step.insn = insn_make(OP_ADDI_I32, K, K, 1);
    ck_assert(!passes(&l));
    step.insn = insn_make(OP_ADDI_I32, REGS, K, 1);
    ck_assert(!passes(&l));
    step.insn = insn_make(OP_ADDI_I32, VALUE, K, 1);
    ck_assert(passes(&l));
}
END_TEST

int main(void) {
    bench_layouts_used();
    const TTest *const tests[] = {sums, freed_while_it_was_stopped, code_that_is_refused,
                                  tables_that_are_refused};
    return suite_run("lanes", tests, COUNT_OF(tests));
}
