// fault_num.c: what is said about arithmetic that C17 leaves undefined, and about calls
// of the wrong type.
//
// The instruction has not written its result, so both operands still stand in their
// registers: the messages show them. Each function sets vm->trap.
#include "vm/fault.h"

#include "vm/ops.h"
#include "vm/trap.h"
#include <assert.h>
#include <stdio.h>

static const char *const int_names[] = {"int", "long", "unsigned int", "unsigned long"};

// The arithmetic opcodes come in groups of four: I32, I64, U32, U64, in op.def's order.
typedef struct IntOp {
    const char *sign; // NULL: not of a group
    uint32_t width;   // 0..3 into int_names
    uint16_t first;
} IntOp;

static IntOp int_op(uint16_t op) {
    static const struct {
        uint16_t first;
        const char *sign;
    } groups[] = {{OP_ADD_I32, "+"},  {OP_ADDI_I32, "+"}, {OP_SUB_I32, "-"},
                  {OP_MUL_I32, "*"},  {OP_DIV_I32, "/"},  {OP_REM_I32, "%"},
                  {OP_SHL_I32, "<<"}, {OP_SHR_I32, ">>"}, {OP_NEG_I32, "-"}};
    static_assert(OP_ADD_I64 == OP_ADD_I32 + 1 && OP_ADD_U32 == OP_ADD_I32 + 2,
                  "groups of four");
    for (uint32_t i = 0; i < COUNT_OF(groups); i++) {
        if (op >= groups[i].first && op < groups[i].first + 4)
            return (IntOp){groups[i].sign, (uint32_t)(op - groups[i].first),
                           groups[i].first};
    }
    return (IntOp){NULL, 0, 0};
}

static void put_operand(char *buf, size_t buf_bytes, Value v, uint32_t width) {
    if (width < 2)
        snprintf(buf, buf_bytes, "%lld", (long long)v.i);
    else
        snprintf(buf, buf_bytes, "%llu", (unsigned long long)v.u);
}

static void int_fault(VM *vm, IntOp op, Insn insn) {
    const Value *R = fiber_registers(vm->now.fiber);
    bool is_immediate = op.first == OP_ADDI_I32;
    Value right = is_immediate ? (Value){.i = (int16_t)insn_c(insn)} : R[insn_c(insn)];
    char b[32], c[32];
    put_operand(b, sizeof b, R[insn_b(insn)], op.width);
    const char *name = int_names[op.width];
    const char *range = op.width == 0 ? "-2147483648..2147483647"
                                      : "-9223372036854775808..9223372036854775807";
    if (op.first == OP_NEG_I32) {
        vm_trap(vm, TRAP_OVERFLOW, "signed overflow: -(%s) does not fit in %s (%s)", b,
                name, range);
        return;
    }
    if (op.first == OP_SHL_I32 || op.first == OP_SHR_I32) {
        uint32_t bits = op.width % 2 ? 64 : 32;
        vm_trap(vm, TRAP_SHIFT_RANGE,
                "shift out of range: %s %s %lld, but %s has %u bits: 0..%u is allowed", b,
                op.sign, (long long)right.i, name, bits, bits - 1);
        return;
    }
    put_operand(c, sizeof c, right, op.width);
    bool is_division = op.first == OP_DIV_I32 || op.first == OP_REM_I32;
    if (is_division && right.u == 0) {
        vm_trap(vm, TRAP_DIVIDE_BY_ZERO, "%s by zero: %s %s 0",
                op.first == OP_DIV_I32 ? "division" : "remainder", b, op.sign);
        vm_trap_note(vm, (Span){0}, "ask before dividing: `if (divisor != 0)`");
        return;
    }
    bool is_subtraction =
        is_immediate && right.i < 0; // the compiler turns b - 1 into b + -1
    if (is_subtraction)
        snprintf(c, sizeof c, "%lld", -(long long)right.i);
    vm_trap(vm, TRAP_OVERFLOW, "signed overflow: %s %s %s does not fit in %s (%s)", b,
            is_subtraction ? "-" : op.sign, c, name, range);
    vm_trap_note(vm, (Span){0}, "%s",
                 op.width == 0 ? "a `long` has room for more; an `unsigned` wraps around"
                               : "a `double` has room for more, but not for each digit; "
                                 "an `unsigned long` wraps around");
}

static void float_fault(VM *vm, Insn insn) {
    static const char *const names[] = {"signed char",    "unsigned char", "short",
                                        "unsigned short", "int",           "unsigned int",
                                        "long",           "unsigned long"};
    double f = fiber_registers(vm->now.fiber)[insn_b(insn)].f;
    uint16_t type = insn_c(insn);
    const char *name = type < COUNT_OF(names) ? names[type] : "the integer type";
    if (f != f)
        vm_trap(vm, TRAP_FLOAT_RANGE, "conversion of NaN to %s: it is not a number",
                name);
    else
        vm_trap(vm, TRAP_FLOAT_RANGE, "conversion of %g to %s: the value does not fit", f,
                name);
}

static void bound_fault(VM *vm, Insn insn) {
    const Proto *proto = k_proto(vm->now.fiber->k);
    const VarEntry *var =
        trap_var_of(proto, pc_index(proto, vm->now.fiber->pc, false), insn_a(insn));
    const Value *R = fiber_registers(vm->now.fiber);
    int64_t count = insn_op(insn) == OP_BOUNDV
                        ? (int64_t)(R[insn_b(insn)].u / (uint64_t)insn_c(insn))
                        : insn_bc(insn);
    long long index = (long long)R[insn_a(insn)].i;
    char named[96] = "";
    if (var && var->name && !var->in_memory)
        snprintf(named, sizeof named, " (`%.64s`)", var->name);
    vm_trap(vm, TRAP_OUT_OF_BOUNDS,
            "index %lld%s is %s of the array, which has elements 0..%lld", index, named,
            index < 0 ? "before the beginning" : "past the end", (long long)count - 1);
    if (index == count)
        vm_trap_note(
            vm, (Span){0},
            "%lld elements: the last index is %lld; is there a `<=` that should be `<`?",
            (long long)count, (long long)count - 1);
}

static void describe_pointer(VM *vm, Ptr p, char *buf, size_t buf_bytes) {
    if (p == 0)
        snprintf(buf, buf_bytes, "null");
    else if (object_is_live(&vm->objects, p))
        fault_describe(vm, ptr_index(p), buf, buf_bytes);
    else
        snprintf(buf, buf_bytes, "memory that is not there any more");
}

static bool is_gone(const VM *vm, Ptr p) {
    return p != 0 && !object_is_live(&vm->objects, p);
}

static void mix_fault(VM *vm, Insn insn) {
    const Value *R = fiber_registers(vm->now.fiber);
    char b[256], c[256];
    describe_pointer(vm, R[insn_b(insn)].p, b, sizeof b);
    describe_pointer(vm, R[insn_c(insn)].p, c, sizeof c);
    vm_trap(vm, TRAP_POINTER_MIX,
            "difference of pointers into different objects: %s and %s", b, c);
    bool has_gone = is_gone(vm, R[insn_b(insn)].p) || is_gone(vm, R[insn_c(insn)].p);
    vm_trap_note(vm, (Span){0},
                 has_gone
                     ? "what was freed, or moved by realloc, has no address any more: "
                       "keep an index, or compute the distance before"
                     : "only pointers into the same array have a distance between "
                       "them");
}

void fault_arithmetic(VM *vm, Insn insn) {
    IntOp op = int_op(insn_op(insn));
    if (op.sign)
        int_fault(vm, op, insn);
    else if (insn_op(insn) == OP_CVT_F_INT)
        float_fault(vm, insn);
    else if (insn_op(insn) == OP_BOUND || insn_op(insn) == OP_BOUNDV)
        bound_fault(vm, insn);
    else {
        assert(insn_op(insn) == OP_PDIFF);
        mix_fault(vm, insn);
    }
}

void fault_pointer_range(VM *vm, Ptr p, int64_t count, int64_t size_bytes) {
    char object[256];
    describe_pointer(vm, p, object, sizeof object);
    vm_trap(vm, TRAP_POINTER_RANGE,
            "pointer arithmetic out of range: a pointer into %s, at byte %d, moved by "
            "%lld elements of %lld bytes",
            object, ptr_offset(p), (long long)count, (long long)size_bytes);
}

void fault_call(VM *vm, Ptr p, uint32_t wanted, uint32_t arg_count) {
    const Fn *fn = vm_func(vm, p);
    if (p == 0) {
        vm_trap(vm, TRAP_NULL_POINTER, "call through a null function pointer");
        vm_trap_note(
            vm, (Span){0},
            "give it a function first (`f = name;`, without `()`), or ask before "
            "(`if (f != NULL)`)");
        return;
    }
    if (!fn) {
        vm_trap(vm, TRAP_BAD_CALL, "call of something that is no function (0x%llx)",
                (unsigned long long)p);
        return;
    }
    if (fn->proto == vm->undefined_proto) {
        vm_trap(vm, TRAP_BAD_CALL, "this function was declared, but is defined nowhere");
        return;
    }
    const char *have =
        fn->proto->type && fn->proto->type->name ? fn->proto->type->name : "another type";
    const char *want = NULL;
    for (uint32_t i = 0; i < vm->protos.count && wanted && !want; i++) {
        const Proto *proto = vm->protos.data[i].proto;
        if (proto->sig_id == wanted && proto->type)
            want = proto->type->name;
    }
    if (wanted & SIG_SHAPE)
        vm_trap(vm, TRAP_BAD_CALL,
                "`%s` is `%s`, which does not fit the arguments of this call",
                fn->proto->name, have);
    else if (want)
        vm_trap(vm, TRAP_BAD_CALL,
                "call through the wrong type: `%s` is `%s`, but is called as `%s`",
                fn->proto->name, have, want);
    else
        vm_trap(vm, TRAP_BAD_CALL,
                "call through the wrong type: `%s` is `%s`, but is called as another "
                "type, with %u argument%s",
                fn->proto->name, have, arg_count, arg_count == 1 ? "" : "s");
    vm_trap_note(vm, fn->proto->span, "`%s` is defined here", fn->proto->name);
    vm_trap_note(vm, (Span){0},
                 wanted & SIG_SHAPE
                     ? "it is called without a prototype, so nothing is converted: give "
                       "the function parameters of the types that it gets"
                     : "declare the pointer as the function is declared, without a cast");
}
