// op_lanes.c: the look that a loop takes once, in front, instead of at each access.
//
// What enters is a LaneTable: the places the loop's loads and stores go to, as
// instructions that compute them from its counter. All of them are linear in it
// (emit_lanes.c), so they are computed for the first and the last round; what holds at
// both ends holds in between: no product overflows, no index leaves its array, and every
// access stays inside one object that lives. What leaves is where each lane would stand
// for a counter of 0, and its bytes per count:
//
//     object    |-----------[x]-----[x]-----[x]-----[x]------|     x: bytes accessed
//     counter              first                   last
//     R[to + 1]              |<----->|
//
// False where anything is special (freed, const, not yet initialised, out of bounds, an
// overflow, few rounds): then the loop with checks runs, and does or says what there is
// to do or say. Always holds: nothing is written but the registers the emitter has set
// aside for this, and memory is safe whatever the steps compute. Read next: exec.c, the
// L and BJ instructions.
#include "vm/ops.h"

#include <assert.h>

// Fewer rounds cost less with their checks than the look does.
#define LANES_ROUNDS_MIN 8

static bool is_narrow(int64_t v) {
    return v == (int32_t)v;
}

// ---------------------------------------------------------------- one end

// Operands of 32 bits: no result wraps in 64, and one of 32 bits is what any of the four
// variants gives, if it is not negative where that is unsigned.
static bool integer(Op op, int64_t b, int64_t c, int64_t imm, int64_t *out) {
    bool is_unsigned = false;
    if (!is_narrow(b))
        return false;
    switch (op) {
#define VARIANTS(NAME)                                                                   \
    case OP_##NAME##_U32:                                                                \
    case OP_##NAME##_U64:                                                                \
        is_unsigned = true;                                                              \
        /* fallthrough */                                                                \
    case OP_##NAME##_I32:                                                                \
    case OP_##NAME##_I64:
        VARIANTS(ADD)
        *out = b + c;
        break;
        VARIANTS(ADDI)
        *out = b + imm, c = 0;
        break;
        VARIANTS(SUB)
        *out = b - c;
        break;
        VARIANTS(MUL)
        *out = b * c;
        break;
#undef VARIANTS
    case OP_EXT_U32:
        is_unsigned = true;
        *out = b, c = 0;
        break;
    case OP_EXT_I32:
    case OP_MOV:
        *out = b, c = 0;
        break;
    default:
        assert(0 && "a step");
        return false;
    }
    return is_narrow(c) && is_narrow(*out) && !(is_unsigned && *out < 0);
}

static bool pointer(Ptr p, int64_t count, int64_t bytes, Ptr *out) {
    int64_t delta, offset;
    if (__builtin_mul_overflow(count, bytes, &delta) ||
        __builtin_add_overflow(delta, (int64_t)ptr_offset(p), &offset) ||
        !is_narrow(offset))
        return false;
    *out = ptr_base(p) | (uint32_t)offset;
    return true;
}

static bool step(const LaneStep *s, Value *R) {
    Insn insn = s->insn;
    Op op = (Op)insn_op(insn);
    Value *a = &R[insn_a(insn)];
    switch (op) {
    case OP_LDI:
        a->i = insn_bc(insn);
        return is_narrow(a->i);
    case OP_BOUND:
        return a->u < (uint64_t)(int64_t)insn_bc(insn);
    case OP_PADD:
        return pointer(R[insn_b(insn)].p, R[insn_c(insn)].i, s->ext, &a->p);
    case OP_PADDI:
        return pointer(R[insn_b(insn)].p, 1, (int16_t)insn_c(insn), &a->p);
    default: {
        bool has_two = op_infos[op].c == 's';
        int64_t c = has_two ? R[insn_c(insn)].i : 0, out;
        if (!integer(op, R[insn_b(insn)].i, c, (int16_t)insn_c(insn), &out))
            return false;
        a->i = out;
        return true;
    }
    }
}

static bool steps(const LaneTable *t, Value *R) {
    for (uint32_t i = 0; i < t->step_count; i++) {
        if (!step(&t->steps[i], R))
            return false;
    }
    return true;
}

typedef struct End {
    uint64_t object; // the pointer's upper half
    int64_t offset;
} End;

static uint32_t lane_bytes(const Lane *lane) {
    static const uint8_t bytes[] = {1, 1, 2, 2, 4, 4, 8, 8, 4, 8, 1, 8, 8};
    return bytes[lane->type];
}

static bool end_of(const Lane *lane, const Value *R, End *end) {
    Ptr p = R[lane->base].p;
    int64_t index = lane->index == LANE_NO_INDEX ? 0 : R[lane->index].i;
    if (!is_narrow(index))
        return false;
    *end = (End){ptr_base(p), (int64_t)ptr_offset(p) + lane->displacement +
                                  index * (int64_t)lane_bytes(lane)};
    return true;
}

// Where all lanes are in one round.
static bool ends(const LaneTable *t, Value *R, End *out) {
    if (!steps(t, R))
        return false;
    for (uint32_t i = 0; i < t->lane_count; i++) {
        if (!end_of(&t->lanes[i], R, &out[i]))
            return false;
    }
    return true;
}

// ---------------------------------------------------------------- the loop

// The counter in the last round at most, as the jump back says.
static int64_t last_round(Insn jump, const Value *R) {
    switch (insn_op(jump)) {
    case OP_BJLT:
    case OP_BJLT_U:
        return is_narrow(R[insn_b(jump)].i) ? R[insn_b(jump)].i - 1 : INT64_MIN;
    case OP_BJLE:
    case OP_BJLE_U:
        return R[insn_b(jump)].i;
    case OP_BJLTI:
        return (int64_t)(int16_t)insn_b(jump) - 1;
    default:
        assert(insn_op(jump) == OP_BJLEI);
        return (int16_t)insn_b(jump);
    }
}

// Counters from 0 on are the same for a comparison of either kind.
static bool is_counted(Insn jump, int64_t first, int64_t last) {
    bool is_unsigned = insn_op(jump) == OP_BJLT_U || insn_op(jump) == OP_BJLE_U;
    return is_narrow(first) && is_narrow(last) && last - first >= LANES_ROUNDS_MIN - 1 &&
           !(is_unsigned && first < 0);
}

// Only ever upwards; never past the limit in one bound either.
static bool goes_up(Insn advance, uint32_t counter, const Value *R) {
    if (op_infos[insn_op(advance)].c == 'i')
        return true; // verify.c has seen it is above 0
    uint32_t other = insn_b(advance) == counter ? insn_c(advance) : insn_b(advance);
    return R[other].i > 0 && is_narrow(R[other].i);
}

// One object from end to end, and in equal steps.
static bool fits(const ObjHot *o, const Lane *lane, const End *from, const End *to) {
    int64_t low = from->offset < to->offset ? from->offset : to->offset;
    int64_t high = from->offset < to->offset ? to->offset : from->offset;
    int64_t reach = lane->is_store ? o->writable : o->readable;
    return from->object == to->object && ((o->base ^ from->object) >> 58) == 0 &&
           low >= 0 && high + lane_bytes(lane) <= reach;
}

// `at`: all lanes in the first round, behind LANES_MOST in the last one.
static bool fill(const ObjTable *objects, const LaneTable *t, const End *at,
                 const int64_t rounds[2], Value *R) {
    for (uint32_t i = 0; i < t->lane_count; i++) {
        const Lane *lane = &t->lanes[i];
        const End *from = &at[i], *to = &at[i + LANES_MOST];
        const ObjHot *o = &objects->hot[ptr_index(from->object)];
        int64_t way = to->offset - from->offset;
        int64_t stride = way / (rounds[1] - rounds[0]);
        if (!fits(o, lane, from, to) || stride * (rounds[1] - rounds[0]) != way ||
            (lane->is_unit && stride != lane_bytes(lane)))
            return false;
        uint64_t base = o->base & OBJ_ADDRESS_MASK;
        R[lane->to].u = base + (uint64_t)(from->offset - rounds[0] * stride);
        R[lane->to + 1].i = stride;
    }
    return true;
}

// ---------------------------------------------------------------- rounds at once

// s += a[k] * b[k], in doubles: what most of such loops are about. A round is one run of
// instructions then, and its time goes into passing s and k from round to round through
// their registers. Here they stay in variables of C, in just the order in which the
// instructions compute.
//
// `last` is the last round: that one is left to the instructions, so that every register
// holds in the end what they make of it. No more rounds are done than the slice has ticks.
static void multiply_and_add(VM *vm, const Insn *pc, Value *R, int64_t last) {
    const Insn load = pc[0], other = pc[1], mul = pc[2], add = pc[3], next = pc[4];
    const uint32_t counter = insn_a(next), sum = insn_a(add);
    bool is_plain = insn_b(add) == sum && insn_b(next) == counter &&
                    (int16_t)insn_c(next) == 1 && insn_c(load) == counter &&
                    insn_c(other) == counter && insn_a(pc[5]) == counter;
    if (!is_plain || sum == counter || sum == insn_a(load) || sum == insn_a(other) ||
        sum == insn_a(mul))
        return;
    int64_t k = R[counter].i, rounds = last - k;
    if (rounds > vm->now.ticks)
        rounds = vm->now.ticks;
    if (rounds <= 0)
        return;
    bool is_unit = op_single((Op)insn_op(other)) == OP_LDL_I64;
    const uint64_t step = is_unit ? sizeof(double) : R[insn_b(other) + 1].u;
    uint64_t a = R[insn_b(load)].u + (uint64_t)k * sizeof(double);
    uint64_t b = R[insn_b(other)].u + (uint64_t)k * step;
    double s = R[sum].f;
    for (int64_t i = 0; i < rounds; i++, a += sizeof(double), b += step) {
        double x, y;
        memcpy(&x, (const void *)(uintptr_t)a, sizeof x);
        memcpy(&y, (const void *)(uintptr_t)b, sizeof y);
        s = s + x * y;
    }
    R[sum].f = s;
    R[counter].i = k + rounds;
    vm->now.ticks -= rounds;
}

bool op_lanes(VM *vm, const LaneTable *t, const Insn *pc, Value *R) {
    const ObjTable *objects = &vm->objects;
    End at[2 * LANES_MOST]; // first round's, last round's
    uint32_t counter = insn_a(pc[-1]);
    Insn jump = pc[t->words - 1];
    assert(t->lane_count <= LANES_MOST);
    int64_t first = R[counter].i;
    if (!t->computes_limit && !is_counted(jump, first, last_round(jump, R)))
        return false;
    if (!is_narrow(first) || !ends(t, R, at))
        return false;
    int64_t last = last_round(jump, R);
    if (!is_counted(jump, first, last))
        return false;
    R[counter].i = last;
    bool ok = ends(t, R, at + LANES_MOST);
    R[counter].i = first;
    if (!ok || !goes_up(pc[t->advance], counter, R) || last_round(jump, R) != last ||
        !fill(objects, t, at, (int64_t[]){first, last}, R))
        return false;
    if (insn_op(pc[0]) == OP_LDL_LDLS_MULF_ADDF_ADDI_BJLT ||
        insn_op(pc[0]) == OP_LDL_LDL_MULF_ADDF_ADDI_BJLT)
        multiply_and_add(vm, pc, R, last);
    return true;
}
