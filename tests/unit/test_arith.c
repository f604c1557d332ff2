// Every operator in every type on the numbers at its edges, beside 128-bit integers, in
// which nothing of 64 bits overflows.
#include "front/arith.h"
#include "front_fixture.h"
#include <check.h>
#include <math.h>

__extension__ typedef __int128 Wide;
__extension__ typedef unsigned __int128 UWide;

static FrontFixture f;

static void open(void) {
    fixture_open(&f, true);
}
static void close(void) {
    fixture_close(&f);
}

static const TypeKind kinds[] = {TY_INT, TY_UINT, TY_LONG, TY_ULONG, TY_LLONG, TY_ULLONG};

static const int64_t edges[] = {0,         1,         -1,        2,          -2,
                                7,         31,        32,        33,         63,
                                64,        INT32_MAX, INT32_MIN, UINT32_MAX, INT64_MAX,
                                INT64_MIN, 46341,     -46341,    3037000500};

static Wide meant(const Type *type, uint64_t value) {
    return type_is_signed(type) ? (Wide)(int64_t)value : (Wide)value;
}

static Wide least(const Type *type) {
    return type_is_signed(type) ? -((Wide)1 << (type->size_bytes * 8 - 1)) : 0;
}

static Wide most(const Type *type) {
    return ((Wide)1 << (type->size_bytes * 8 - type_is_signed(type))) - 1;
}

// a op b with no bound on the result; the caller asks for no division by zero.
static Wide exact(NodeKind op, Wide a, Wide b) {
    switch (op) {
    case ND_ADD:
        return a + b;
    case ND_SUB:
        return a - b;
    case ND_MUL:
        return (Wide)((UWide)a * (UWide)b); // two unsigned factors fill 128 bits
    case ND_DIV:
        return a / b;
    default:
        return a % b;
    }
}

static void check_arithmetic(NodeKind op, const Type *type, uint64_t x, uint64_t y) {
    uint64_t result = 12345;
    ArithFault fault = arith_int(op, type, x, y, &result);
    Wide a = meant(type, x), b = meant(type, y);
    bool divides = op == ND_DIV || op == ND_REM;
    if (divides && b == 0) {
        ck_assert_int_eq(fault, ARITH_DIV_ZERO);
        ck_assert_uint_eq(result, 12345);
        return;
    }
    // C17 6.5.5p6: a remainder has a value only where the quotient has one.
    Wide bounded = exact(op == ND_REM ? ND_DIV : op, a, b);
    bool overflows =
        type_is_signed(type) && (bounded < least(type) || bounded > most(type));
    ck_assert_int_eq(fault, overflows ? ARITH_OVERFLOW : ARITH_OK);
    ck_assert_uint_eq(result,
                      overflows ? 12345 : arith_wrap(type, (uint64_t)exact(op, a, b)));
}

static void check_comparisons(const Type *type, uint64_t x, uint64_t y) {
    Wide a = meant(type, x), b = meant(type, y);
    const bool expected[] = {a<b, a <= b, a> b, a >= b, a == b, a != b};
    for (uint32_t i = 0; i < COUNT_OF(expected); i++) {
        uint64_t result = 2;
        ck_assert_int_eq(arith_int(ND_LT + i, type, x, y, &result), ARITH_OK);
        ck_assert_uint_eq(result, expected[i]);
    }
}

static void check_shifts(const Type *type, uint64_t x, uint64_t count) {
    uint64_t left = 0, right = 0;
    uint64_t bits = type->size_bytes * 8;
    ArithFault expected = count < bits ? ARITH_OK : ARITH_SHIFT;
    ck_assert_int_eq(arith_int(ND_SHL, type, x, count, &left), expected);
    ck_assert_int_eq(arith_int(ND_SHR, type, x, count, &right), expected);
    if (expected != ARITH_OK)
        return;
    ck_assert_uint_eq(left, arith_wrap(type, x * ((uint64_t)1 << count)));
    ck_assert(meant(type, right) == meant(type, x) >> count);
}

START_TEST(integers) {
    static const NodeKind ops[] = {ND_ADD, ND_SUB, ND_MUL, ND_DIV, ND_REM};
    const Type *type = type_basic(f.front->types, kinds[_i]);
    for (uint32_t i = 0; i < COUNT_OF(edges); i++) {
        for (uint32_t j = 0; j < COUNT_OF(edges); j++) {
            uint64_t a = arith_wrap(type, (uint64_t)edges[i]);
            uint64_t b = arith_wrap(type, (uint64_t)edges[j]);
            for (uint32_t k = 0; k < COUNT_OF(ops); k++)
                check_arithmetic(ops[k], type, a, b);
            check_comparisons(type, a, b);
            check_shifts(type, a, (uint64_t)edges[j]);
        }
    }
}
END_TEST

START_TEST(narrow_types) {
    TypeTable *types = f.front->types;
    ck_assert_uint_eq(arith_wrap(type_basic(types, TY_UCHAR), 300), 44);
    ck_assert_int_eq((int64_t)arith_wrap(type_basic(types, TY_CHAR), 200), -56);
    ck_assert_int_eq((int64_t)arith_wrap(type_basic(types, TY_SHORT), 0x18000), -32768);
    ck_assert_uint_eq(arith_wrap(type_basic(types, TY_BOOL), 256), 1);
    Type *const_bool = type_qualified(types, type_basic(types, TY_BOOL), QUAL_CONST);
    ck_assert_uint_eq(arith_wrap(const_bool, 256), 1);
    ck_assert(arith_fits(type_basic(types, TY_USHORT), 65535));
    ck_assert(!arith_fits(type_basic(types, TY_USHORT), (uint64_t)-1));
}
END_TEST

// Numbers halfway between two floats: by way of double they would be rounded twice.
START_TEST(rounding) {
    TypeTable *types = f.front->types;
    const Type *single = type_basic(types, TY_FLOAT),
               *wide = type_basic(types, TY_DOUBLE);
    const Type *whole = type_basic(types, TY_LONG),
               *natural = type_basic(types, TY_ULONG);
    int64_t twice = ((int64_t)1 << 60) + ((int64_t)1 << 36) + 1;
    ck_assert_double_eq(arith_int_to_float(whole, single, (uint64_t)twice),
                        (double)(float)twice);
    ck_assert_double_ne((double)(float)(double)twice, (double)(float)twice);
    ck_assert_double_eq(arith_int_to_float(whole, wide, (uint64_t)-1), -1);
    ck_assert_double_eq(arith_int_to_float(natural, wide, UINT64_MAX), 0x1p64);
    double sum = 0;
    ck_assert(arith_float(ND_ADD, single, 0x1p24, 1, &sum));
    ck_assert_double_eq(sum, 0x1p24);
    ck_assert(arith_float(ND_ADD, wide, 0x1p24, 1, &sum));
    ck_assert_double_eq(sum, 0x1p24 + 1);
    ck_assert(!arith_float(ND_REM, wide, 3, 2, &sum));
}
END_TEST

START_TEST(to_integers) {
    static const struct {
        TypeKind kind;
        double number;
        bool has_value;
        uint64_t value;
    } rows[] = {
        {TY_INT, -1.9, true, (uint64_t)-1},
        {TY_INT, 2147483647.5, true, INT32_MAX},
        {TY_INT, 2147483648.0, false, 0},
        {TY_INT, -2147483648.9, true, (uint64_t)INT32_MIN},
        {TY_UINT, 4294967295.5, true, UINT32_MAX},
        {TY_UINT, -0.9, true, 0},
        {TY_UINT, -1, false, 0},
        {TY_LONG, 0x1p63, false, 0},
        {TY_LONG, -0x1p63, true, (uint64_t)INT64_MIN},
        {TY_ULONG, 0x1p63, true, (uint64_t)1 << 63},
        {TY_ULONG, 0x1p64, false, 0},
        {TY_ULONG, -5, false, 0},
        {TY_BOOL, 0.25, true, 1},
        {TY_BOOL, NAN, true, 1},
        {TY_INT, NAN, false, 0},
        {TY_ULONG, INFINITY, false, 0},
    };
    for (uint32_t i = 0; i < COUNT_OF(rows); i++) {
        uint64_t value = 7;
        const Type *type = type_basic(f.front->types, rows[i].kind);
        ck_assert_int_eq(arith_float_to_int(type, rows[i].number, &value),
                         rows[i].has_value);
        ck_assert_uint_eq(value, rows[i].has_value ? rows[i].value : 7);
    }
}
END_TEST

START_TEST(not_a_number) {
    for (NodeKind op = ND_LT; op <= ND_NE; op++) {
        ck_assert_int_eq(arith_compare(op, NAN, 1), op == ND_NE);
        ck_assert_int_eq(arith_compare(op, NAN, NAN), op == ND_NE);
    }
    ck_assert(arith_compare(ND_EQ, 0.0, -0.0));
    ck_assert(arith_compare(ND_LT, -INFINITY, INFINITY));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("arith");
    TCase *tcase = tcase_create("arith");
    tcase_add_checked_fixture(tcase, open, close);
    tcase_add_loop_test(tcase, integers, 0, (int)COUNT_OF(kinds));
    tcase_add_test(tcase, narrow_types);
    tcase_add_test(tcase, rounding);
    tcase_add_test(tcase, to_integers);
    tcase_add_test(tcase, not_a_number);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures != 0;
}
