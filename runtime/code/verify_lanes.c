// verify_lanes.c: the proof for memory accesses without checks (op.def, LANES).
//
//     LANES   counter, table          looks at the first and the last round
//     ...     LDL, STL: a lane, the counter       |
//     ...     the counter becomes larger          | `words`: nobody jumps in
//     BJLT    counter, limit                      |
//
// An access is inside its object if the counter is between what LANES saw, if the lane is
// what LANES made, and if no object has ended or shrunk since. So in this stretch of code
// one instruction writes the counter, upwards and behind all accesses; none writes a lane
// or the limit; none calls, suspends, or can end an object's life. What the steps of the
// table compute does not matter: the machine looks at their results.
#include "code/verify_proof.h"

bool verify_is_lanes_jump(Op op) {
    return op >= OP_BJLT && op <= OP_BJLEI;
}

static bool is_lane_access(Op op) {
    return op >= OP_LDL_I8 && op <= OP_STLS_F32;
}

// Its type, and whether it goes element by element.
static bool is_access_of(Op op, const Lane *lane) {
    static const MemType loads[] = {MT_I8,  MT_U8,  MT_I16, MT_U16,
                                    MT_I32, MT_U32, MT_I64, MT_F32};
    static const MemType stores[] = {MT_I8, MT_I16, MT_I32, MT_I64, MT_F32};
    bool is_store = op >= OP_STL_I8;
    uint32_t row = (uint32_t)op - (uint32_t)(is_store ? OP_STL_I8 : OP_LDL_I8);
    MemType type = is_store ? stores[row / 2] : loads[row / 2];
    return lane->is_store == is_store && lane->type == type &&
           lane->is_unit == (row % 2 == 0);
}

// ---------------------------------------------------------------- the table

static const LaneTable *table_at(const Proof *v, uint32_t pc) {
    return v->proto->consts[insn_bc(v->proto->code[pc])].ptr;
}

static Insn word(const Proof *v, uint32_t pc) {
    return insn_single(v->proto->code[pc]);
}

static bool has_limit(Insn jump) {
    return op_infos[insn_op(jump)].b == 's';
}

// What makes the counter larger: its other operand, or UINT32_MAX for an immediate.
static bool advances(Insn insn, uint32_t counter, uint32_t *other) {
    uint32_t op = insn_op(insn), b = insn_b(insn), c = insn_c(insn);
    *other = UINT32_MAX;
    if (insn_a(insn) != counter) {
        return false;
    }
    if (op >= OP_ADDI_I32 && op <= OP_ADDI_U64) {
        return b == counter && (int16_t)c > 0;
    }
    *other = b == counter ? c : b;
    return op >= OP_ADD_I32 && op <= OP_ADD_U64 && (b == counter) != (c == counter);
}

// A register that must stay what LANES saw.
static bool is_fixed(const Proof *v, uint32_t lanes_pc, uint32_t r) {
    const LaneTable *t = table_at(v, lanes_pc);
    Insn jump = word(v, lanes_pc + t->words),
         advance = word(v, lanes_pc + 1 + t->advance);
    uint32_t other;
    advances(advance, insn_a(jump), &other);
    return r == other || (has_limit(jump) && r == insn_b(jump));
}

static bool frame_has(const Proof *v, uint32_t r) {
    return r < v->proto->reg_count;
}

static bool step_ok(const Proof *v, Insn insn, uint32_t counter) {
    uint32_t op = insn_op(insn);
    bool known = op == OP_MOV || op == OP_LDI || op == OP_PADD || op == OP_PADDI ||
                 op == OP_BOUND || op == OP_EXT_I32 || op == OP_EXT_U32 ||
                 (op >= OP_ADD_I32 && op <= OP_MUL_U64);
    return known && frame_has(v, insn_a(insn)) &&
           (op_infos[op].a != 'd' || insn_a(insn) != counter) &&
           (op_infos[op].b != 's' || frame_has(v, insn_b(insn))) &&
           (op_infos[op].c != 's' || frame_has(v, insn_c(insn)));
}

// Registers of its own, and none of what the loop counts on.
static bool lane_ok(const Proof *v, const LaneTable *t, uint32_t i, uint32_t counter) {
    const Lane *lane = &t->lanes[i];
    bool ok = frame_has(v, lane->base) && frame_has(v, lane->to + 1u) &&
              (lane->index == LANE_NO_INDEX || frame_has(v, lane->index));
    for (uint32_t r = lane->to; ok && r <= lane->to + 1u; r++) {
        ok = r != counter && !is_fixed(v, v->pc, r);
    }
    for (uint32_t k = 0; ok && k < i; k++) {
        ok = lane->to > t->lanes[k].to + 1u || lane->to + 1u < t->lanes[k].to;
    }
    return ok && lane->type <= MT_F32;
}

static bool table_ok(Proof *v, const LaneTable *t) {
    const Proto *p = v->proto;
    uint32_t begin = v->pc + 1, counter = insn_a(p->code[v->pc]), other;
    if (t->words < 2 || t->words > p->code_count - begin || t->advance >= t->words - 1 ||
        !v->starts[begin + t->advance] || !v->starts[begin + t->words - 1] ||
        t->lane_count > LANES_MOST) {
        return false;
    }
    Insn jump = word(v, begin + t->words - 1);
    bool ok = verify_is_lanes_jump((Op)insn_op(jump)) && insn_a(jump) == counter &&
              (int64_t)t->words + (int16_t)insn_c(jump) == 0 &&
              advances(word(v, begin + t->advance), counter, &other) &&
              !(has_limit(jump) && insn_b(jump) == counter);
    for (uint32_t i = 0; ok && i < t->step_count; i++) {
        ok = step_ok(v, t->steps[i].insn, counter);
    }
    for (uint32_t i = 0; ok && i < t->lane_count; i++) {
        ok = lane_ok(v, t, i, counter);
    }
    return ok;
}

bool verify_lanes(Proof *v) {
    const Proto *p = v->proto;
    uint32_t end = 0;
    for (uint32_t pc = 0; pc < p->code_count; pc++) {
        if (!v->starts[pc] || insn_op(p->code[pc]) != OP_LANES) {
            continue;
        }
        uint32_t index = (uint32_t)insn_bc(p->code[pc]);
        v->pc = pc;
        if (pc < end || index >= p->const_count || p->consts[index].kind != KC_LANES ||
            !table_ok(v, table_at(v, pc))) {
            return verify_fail(v, "no loop of lanes");
        }
        end = pc + 1 + table_at(v, pc)->words;
        for (uint32_t i = pc + 1; i < end; i++) {
            v->starts[i] |= v->starts[i] ? STARTS_IN_LANES : 0;
        }
    }
    return true;
}

// ---------------------------------------------------------------- its loop

void verify_enter_lanes(Proof *v) {
    v->lanes_begin = v->pc + 1;
    v->lanes_end = v->lanes_begin + table_at(v, v->pc)->words;
}

// Computes, reads and writes memory, jumps ahead or returns: ends no object's life.
static bool is_quiet(Op op) {
    return op <= OP_LDK || (op >= OP_LD_I8 && op <= OP_STG_F32) ||
           (op >= OP_PADDI && op <= OP_BOUND) || (op >= OP_ADD_I32 && op < OP_LJMP) ||
           (op >= OP_RET && op <= OP_RETLV) || is_lane_access(op);
}

static bool is_lane_here(const LaneTable *t, Insn insn) {
    for (uint32_t i = 0; i < t->lane_count; i++) {
        if (t->lanes[i].to == insn_b(insn)) {
            return is_access_of((Op)insn_op(insn), &t->lanes[i]);
        }
    }
    return false;
}

// Whether it leaves alone what LANES has set up.
static bool keeps(const Proof *v, const LaneTable *t, uint32_t counter, Insn insn) {
    uint32_t r = insn_a(insn);
    if (op_infos[insn_op(insn)].a != 'd') {
        return true;
    }
    for (uint32_t i = 0; i < t->lane_count; i++) {
        if (r == t->lanes[i].to || r == t->lanes[i].to + 1u) {
            return false;
        }
    }
    return !is_fixed(v, v->lanes_begin - 1, r) &&
           (r != counter || v->pc == v->lanes_begin + t->advance);
}

bool verify_in_lanes(Proof *v, Insn insn) {
    insn = insn_single(insn);
    Op op = (Op)insn_op(insn);
    if (v->lanes_end == 0) {
        return !(is_lane_access(op) || verify_is_lanes_jump(op)) ||
               verify_fail(v, "%s outside its loop", op_infos[op].name);
    }
    uint32_t lanes_pc = v->lanes_begin - 1;
    const LaneTable *t = table_at(v, lanes_pc);
    uint32_t counter = insn_a(v->proto->code[lanes_pc]);
    bool ok = verify_is_lanes_jump(op)
                  ? v->pc == v->lanes_end - 1
                  : is_quiet(op) && keeps(v, t, counter, insn) &&
                        (!is_lane_access(op) ||
                         (is_lane_here(t, insn) && insn_c(insn) == counter &&
                          v->pc < v->lanes_begin + t->advance));
    return ok || verify_fail(v, "%s in a loop of lanes", op_infos[op].name);
}
