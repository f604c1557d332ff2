// lib_bits.c: the __builtin_ functions that programs use: counting bits, swapping bytes,
// checked arithmetic; also what <stdbit.h>, <stdckdint.h> and <fenv.h> are made of.
#include "lib/lib_core.h"
#include <fenv.h>

// int __builtin_popcount(unsigned x)
NativeResult c_bits_popcount(NativeCall *call) {
    return done_int(call, __builtin_popcountll(call->args[0].u));
}

NativeResult c_bits_parity(NativeCall *call) {
    return done_int(call, __builtin_parityll(call->args[0].u));
}

static NativeResult zero_bits(NativeCall *call, const char *name) {
    vm_trap(call->vm, TRAP_VALUE, "%s(0): no bit is set, so there is no result", name);
    return NATIVE_TRAP;
}

NativeResult c_bits_clz(NativeCall *call) {
    uint64_t x = call->args[0].u & 0xffffffffu;
    return x ? done_int(call, __builtin_clzll(x) - 32) : zero_bits(call, "__builtin_clz");
}

// int __builtin_clzl(unsigned long x)
NativeResult c_bits_clzl(NativeCall *call) {
    uint64_t x = call->args[0].u;
    return x ? done_int(call, __builtin_clzll(x)) : zero_bits(call, "__builtin_clzl");
}

NativeResult c_bits_ctz(NativeCall *call) {
    uint64_t x = call->args[0].u;
    return x ? done_int(call, __builtin_ctzll(x)) : zero_bits(call, "__builtin_ctz");
}

// unsigned short __builtin_bswap16(unsigned short x)
NativeResult c_bits_bswap16(NativeCall *call) {
    return done_uint(call, __builtin_bswap16((uint16_t)call->args[0].u));
}

// unsigned __builtin_bswap32(unsigned x)
NativeResult c_bits_bswap32(NativeCall *call) {
    return done_uint(call, __builtin_bswap32((uint32_t)call->args[0].u));
}

// unsigned long __builtin_bswap64(unsigned long x)
NativeResult c_bits_bswap64(NativeCall *call) {
    return done_uint(call, __builtin_bswap64(call->args[0].u));
}

// return __bits_leading(x, 8).
// (x, width): zeros in front of the highest one of a number of `width` bits; width when
// it is 0.
NativeResult c_bits_leading(NativeCall *call) {
    uint64_t x = call->args[0].u, width = call->args[1].u;
    return done_uint(call, x ? (uint64_t)__builtin_clzll(x) - (64 - width) : width);
}

// return __bits_trailing(x, 8)
NativeResult c_bits_trailing(NativeCall *call) {
    uint64_t x = call->args[0].u;
    return done_uint(call, x ? (uint64_t)__builtin_ctzll(x) : call->args[1].u);
}

// ---------------------------------------------------------------- checked arithmetic

__extension__ typedef __int128 Wide;

// An integer argument's value in 128 bits; false after a trap when it is no integer.
static bool take_wide(NativeCall *call, uint32_t i, Wide *value) {
    uint8_t type = call->va->types[i];
    if (type > MT_U64 && type != MT_BOOL) {
        vm_trap(call->vm, TRAP_FORMAT,
                "argument %u of a checked operation must be an integer", i + 1);
        return false;
    }
    *value = type == MT_U64 ? (Wide)call->args[i].u : (Wide)call->args[i].i;
    return true;
}

typedef enum CheckedOp { CHECKED_ADD, CHECKED_SUB, CHECKED_MUL } CheckedOp;

// The first two arguments' result, in as many bits as it takes; false after a trap.
// *is_lost: not even 128 are enough.
static bool compute(NativeCall *call, CheckedOp op, Wide *result, bool *is_lost) {
    Wide a = 0, b = 0;
    if (!take_wide(call, 0, &a) || !take_wide(call, 1, &b)) {
        return false;
    }
    *is_lost = op == CHECKED_ADD   ? __builtin_add_overflow(a, b, result)
               : op == CHECKED_SUB ? __builtin_sub_overflow(a, b, result)
                                   : __builtin_mul_overflow(a, b, result);
    return true;
}

static bool fits(Wide value, uint32_t bits, bool is_signed) {
    Wide low = is_signed ? -((Wide)1 << (bits - 1)) : 0;
    Wide high = ((Wide)1 << (bits - (is_signed ? 1 : 0))) - 1;
    return value >= low && value <= high;
}

// op(a, b, &result), cut to the result's type (C23 7.20).
static NativeResult checked(NativeCall *call, CheckedOp op) {
    Wide result = 0;
    bool is_lost = false;
    if (!call->va || call->va->count != 3 || !call->va->layouts ||
        call->va->types[2] != MT_POINTER) {
        vm_trap(call->vm, TRAP_FORMAT,
                "a checked operation has two integers and a pointer to the result");
        return NATIVE_TRAP;
    }
    if (!compute(call, op, &result, &is_lost)) {
        return NATIVE_TRAP;
    }
    const Layout *base = call->va->layouts[2] ? call->va->layouts[2]->base : NULL;
    uint32_t size = base ? base->size_bytes : 4;
    bool is_bool = base && base->kind == LAY_BOOL;
    bool is_signed = !base || base->kind == LAY_INT || base->kind == LAY_CHAR ||
                     (base->kind == LAY_ENUM && base->is_signed);
    void *to = native_write(call, 2, size);
    if (!to) {
        return NATIVE_TRAP;
    }
    uint64_t bits = (uint64_t)result & (is_bool ? 1 : UINT64_MAX);
    memcpy(to, &bits, size);
    return done_int(call, is_lost || !fits(result, is_bool ? 1 : size * 8, is_signed));
}

// The checker has turned (a, b, like) into (a, b, bits, is_signed).
static NativeResult asked(NativeCall *call, CheckedOp op) {
    Wide result = 0;
    bool is_lost = false;
    if (!call->va || call->va->count != 4) {
        vm_trap(call->vm, TRAP_FORMAT,
                "this question has two integers, and a third one of the type that is to "
                "hold the result");
        return NATIVE_TRAP;
    }
    if (!compute(call, op, &result, &is_lost)) {
        return NATIVE_TRAP;
    }
    uint32_t bits = (uint32_t)call->args[2].u;
    return done_int(call, is_lost || !fits(result, bits, call->args[3].u != 0));
}

// bool __builtin_add_overflow(...)
NativeResult c_bits_add(NativeCall *call) {
    return checked(call, CHECKED_ADD);
}

// bool __builtin_sub_overflow(...)
NativeResult c_bits_sub(NativeCall *call) {
    return checked(call, CHECKED_SUB);
}

// bool __builtin_mul_overflow(...)
NativeResult c_bits_mul(NativeCall *call) {
    return checked(call, CHECKED_MUL);
}

// bool __builtin_add_overflow_p(...)
NativeResult c_bits_add_p(NativeCall *call) {
    return asked(call, CHECKED_ADD);
}

NativeResult c_bits_sub_p(NativeCall *call) {
    return asked(call, CHECKED_SUB);
}

NativeResult c_bits_mul_p(NativeCall *call) {
    return asked(call, CHECKED_MUL);
}

// ---------------------------------------------------------------- floating-point
// environment

// int feclearexcept(int flags): C17 7.6.2
NativeResult c_feclearexcept(NativeCall *call) {
    return done_int(call, feclearexcept(arg_int(call, 0) & FE_ALL_EXCEPT));
}

// int feraiseexcept(int flags): C17 7.6.2
NativeResult c_feraiseexcept(NativeCall *call) {
    return done_int(call, feraiseexcept(arg_int(call, 0) & FE_ALL_EXCEPT));
}

// int fetestexcept(int flags): C17 7.6.2
NativeResult c_fetestexcept(NativeCall *call) {
    return done_int(call, fetestexcept(arg_int(call, 0) & FE_ALL_EXCEPT));
}

// int fegetround(void): C17 7.6.3
NativeResult c_fegetround(NativeCall *call) {
    return done_int(call, fegetround());
}

// int fesetround(int direction): C17 7.6.3
NativeResult c_fesetround(NativeCall *call) {
    return done_int(call, !vm_set_rounding(call->vm, arg_int(call, 0)));
}
