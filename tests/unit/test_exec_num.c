// Arithmetic: results to the last bit, and every undefined operation named with its
// operands.
#include "asm.h"

typedef struct Case {
    int op;
    uint64_t b, c;
    uint64_t result;
    TrapKind trap;    // instead of a result
    const char *text; // in its message
} Case;

#define D(x) (((Value){.f = (x)}).u)
#define I(x) ((uint64_t)(int64_t)(x))

static Value run_case(Bench *b, const Case *c, ErrorObj **error) {
    static Asm f;
    asm_begin(&f, "case", 2, 3);
    asm_abc(&f, c->op, 2, 0, 1);
    asm_abc(&f, OP_RET, 2, 0, 0);
    bench_add(b, 1, &f);
    bench_link(b);
    Value result = {0}, args[2] = {{.u = c->b}, {.u = c->c}};
    if (c->trap)
        *error = bench_fail(b, &f, 2, args);
    else
        result = bench_run(b, &f, 2, args);
    return result;
}

START_TEST(every_case) {
    const Case cases[] = {
        {OP_ADD_I32, 2, 3, 5, TRAP_NONE, NULL},
        {OP_ADD_I32, INT32_MAX, 1, 0, TRAP_OVERFLOW,
         "2147483647 + 1 does not fit in int"},
        {OP_ADD_I32, I(INT32_MIN), I(-1), 0, TRAP_OVERFLOW, "-2147483648 + -1"},
        {OP_ADD_I64, INT64_MAX, 1, 0, TRAP_OVERFLOW, "long"},
        {OP_ADD_U32, 0xffffffff, 1, 0, TRAP_NONE, NULL},
        {OP_ADD_U64, ~0ull, 2, 1, TRAP_NONE, NULL},
        {OP_SUB_I32, I(INT32_MIN), 1, 0, TRAP_OVERFLOW, "-2147483648 - 1"},
        {OP_SUB_U32, 0, 1, 0xffffffff, TRAP_NONE, NULL},
        {OP_MUL_I32, 65536, 65536, 0, TRAP_OVERFLOW, "65536 * 65536"},
        {OP_MUL_U32, 65536, 65537, 65536, TRAP_NONE, NULL},
        {OP_MUL_I64, I(INT64_MIN), I(-1), 0, TRAP_OVERFLOW, "*"},
        {OP_DIV_I32, I(-7), 2, I(-3), TRAP_NONE, NULL},
        {OP_DIV_I32, 5, 0, 0, TRAP_DIVIDE_BY_ZERO, "division by zero: 5 / 0"},
        {OP_DIV_I32, I(INT32_MIN), I(-1), 0, TRAP_OVERFLOW, "-2147483648 / -1"},
        {OP_DIV_U32, 0xffffffff, 2, 0x7fffffff, TRAP_NONE, NULL},
        {OP_DIV_U64, 1, 0, 0, TRAP_DIVIDE_BY_ZERO, "1 / 0"},
        {OP_REM_I32, I(-7), 2, I(-1), TRAP_NONE, NULL},
        {OP_REM_I64, 5, 0, 0, TRAP_DIVIDE_BY_ZERO, "remainder by zero: 5 % 0"},
        {OP_REM_I64, I(INT64_MIN), I(-1), 0, TRAP_OVERFLOW, "%"},
        {OP_SHL_I32, 1, 31, I(INT32_MIN), TRAP_NONE, NULL},
        {OP_SHL_I32, 1, 32, 0, TRAP_SHIFT_RANGE, "1 << 32, but int has 32 bits: 0..31"},
        {OP_SHL_I32, 1, I(-1), 0, TRAP_SHIFT_RANGE, "1 << -1"},
        {OP_SHL_U32, 0x80000001, 1, 2, TRAP_NONE, NULL},
        {OP_SHL_I64, 1, 64, 0, TRAP_SHIFT_RANGE, "long has 64 bits"},
        {OP_SHR_I32, I(-8), 1, I(-4), TRAP_NONE, NULL},
        {OP_SHR_U32, 0xfffffff8, 1, 0x7ffffffc, TRAP_NONE, NULL},
        {OP_SHR_U64, ~0ull, 63, 1, TRAP_NONE, NULL},
        {OP_NEG_I32, I(INT32_MIN), 0, 0, TRAP_OVERFLOW, "-(-2147483648)"},
        {OP_NEG_U32, 1, 0, 0xffffffff, TRAP_NONE, NULL},
        {OP_NOT_U32, 0, 0, 0xffffffff, TRAP_NONE, NULL},
        {OP_NOT, 0, 0, ~0ull, TRAP_NONE, NULL},
        {OP_EXT_I8, 0x80, 0, I(-128), TRAP_NONE, NULL},
        {OP_EXT_U16, 0x12345, 0, 0x2345, TRAP_NONE, NULL},
        {OP_EXT_I32, 0x80000000, 0, I(INT32_MIN), TRAP_NONE, NULL},
        {OP_LT, I(-1), 1, 1, TRAP_NONE, NULL},
        {OP_LT_U, I(-1), 1, 0, TRAP_NONE, NULL},
        {OP_ADD_F64, D(0.1), D(0.2), D(0.1 + 0.2), TRAP_NONE, NULL},
        {OP_ADD_F32, D(16777216.0), D(1.0), D(16777216.0), TRAP_NONE, NULL},
        {OP_DIV_F32, D(1.0), D(3.0), D((double)(1.0f / 3.0f)), TRAP_NONE, NULL},
        {OP_CVT_U_F64, ~0ull, 0, D(18446744073709551616.0), TRAP_NONE, NULL},
        {OP_CVT_I_F32, 16777217, 0, D(16777216.0), TRAP_NONE, NULL},
        {OP_LT_F, D(0.0 / 0.0), D(1), 0, TRAP_NONE, NULL},
        {OP_NE_F, D(0.0 / 0.0), D(0.0 / 0.0), 1, TRAP_NONE, NULL},
    };
    Bench b;
    bench_begin(&b);
    for (uint32_t i = 0; i < COUNT_OF(cases); i++) {
        ErrorObj *error = NULL;
        Value result = run_case(&b, &cases[i], &error);
        if (!cases[i].trap) {
            ck_assert_msg(result.u == cases[i].result, "case %u gave %llx", i,
                          (unsigned long long)result.u);
            continue;
        }
        ck_assert_msg(error->kind == cases[i].trap, "case %u trapped with %s", i,
                      error->name);
        ck_assert_msg(strstr(error->message, cases[i].text) != NULL, "case %u says: %s",
                      i, error->message);
    }
    bench_end(&b);
}
END_TEST

START_TEST(floats_to_integers) {
    static const struct {
        double f;
        int type;
        bool fits;
        uint64_t result;
    } conversions[] = {
        {-0.9, MT_U32, true, 0},
        {-1.0, MT_U32, false, 0},
        {2147483647.9, MT_I32, true, INT32_MAX},
        {2147483648.0, MT_I32, false, 0},
        {-2147483648.9, MT_I32, true, I(INT32_MIN)},
        {255.5, MT_U8, true, 255},
        {256, MT_U8, false, 0},
        {9.3e18, MT_I64, false, 0},
        {9.3e18, MT_U64, true, 9300000000000000000ull},
        {0.0 / 0.0, MT_I64, false, 0},
        {1e30, MT_U64, false, 0},
        {-1.5, MT_I8, true, I(-1)},
    };
    Bench b;
    bench_begin(&b);
    for (uint32_t i = 0; i < COUNT_OF(conversions); i++) {
        static Asm f;
        asm_begin(&f, "convert", 1, 2);
        asm_abc(&f, OP_CVT_F_INT, 1, 0, conversions[i].type);
        asm_abc(&f, OP_RET, 1, 0, 0);
        bench_add(&b, 1, &f);
        bench_link(&b);
        Value arg = {.f = conversions[i].f};
        if (conversions[i].fits)
            ck_assert_uint_eq(bench_run(&b, &f, 1, &arg).u, conversions[i].result);
        else
            ck_assert_int_eq(bench_fail(&b, &f, 1, &arg)->kind, TRAP_FLOAT_RANGE);
    }
    bench_end(&b);
}
END_TEST

START_TEST(switches_find_their_case) {
    static const SwitchCase list[] = {{-5, -5, 1}, {10, 20, 3}, {1000000, 1000000, 5}};
    static const SwitchTable sparse = {.count = 3, .otherwise = 7, .cases = list};
    static const int32_t dense[] = {1, 7, 3};
    static const SwitchTable table = {
        .otherwise = 7, .dense_low = -1, .dense_count = 3, .dense = dense};
    const struct {
        const SwitchTable *table;
        int64_t value, result;
    } tries[] = {{&sparse, -5, 0},       {&sparse, 10, 1}, {&sparse, 15, 1},
                 {&sparse, 20, 1},       {&sparse, 21, 3}, {&sparse, 0, 3},
                 {&sparse, 1000000, 2},  {&table, -1, 0},  {&table, 0, 3},
                 {&table, 1, 1},         {&table, 2, 3},   {&table, INT64_MIN, 3},
                 {&sparse, INT64_MAX, 3}};
    Bench b;
    bench_begin(&b);
    for (uint32_t i = 0; i < COUNT_OF(tries); i++) {
        static Asm f;
        asm_begin(&f, "choose", 1, 2);
        asm_ai(&f, OP_SWITCH, 0, asm_kp(&f, KC_SWITCH, tries[i].table));
        asm_abc(&f, OP_NOP, 0, 0, 0);
        for (int r = 0; r < 4; r++) {
            asm_ai(&f, OP_LDI, 1, r);
            asm_abc(&f, OP_RET, 1, 0, 0);
        }
        bench_add(&b, 1, &f);
        bench_link(&b);
        ck_assert_int_eq(bench_run(&b, &f, 1, (Value[]){{.i = tries[i].value}}).i,
                         tries[i].result);
    }
    bench_end(&b);
}
END_TEST

int main(void) {
    const TTest *const tests[] = {every_case, floats_to_integers,
                                  switches_find_their_case};
    return suite_run("exec_num", tests, COUNT_OF(tests));
}
