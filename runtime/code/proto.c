// proto.c: the instruction set as data. What enters is op.def, what leaves is one row an
// opcode with the letters of its operands; verify.c checks against the letters and
// disasm.c prints by them, so that a new instruction is described in one place only. Read
// next: op.def, verify.c.
#include "code/proto.h"
#include <assert.h>

const OpInfo op_infos[OP_COUNT] = {
#define OP(id, a, b, c, ext, text) {#id, a, b, c, ext},
#include "code/op.def"
#undef OP
};

static_assert(sizeof op_infos / sizeof op_infos[0] == OP_COUNT, "one row an opcode");
static_assert(OP_COUNT <= UINT16_MAX, "an opcode has 16 bits");

#define IS_PART(id) (OP_##id != OP_NOP)
const OpRun op_runs[] = {
#define OP(id, a, b, c, ext, text)
#define RUN(id, a, b, c, p1, p2, p3, p4, p5, p6, h2, h3, h4, h5, h6, text)               \
    {OP_##id,                                                                            \
     2 + IS_PART(p3) + IS_PART(p4) + IS_PART(p5) + IS_PART(p6),                          \
     {OP_##p1, OP_##p2, OP_##p3, OP_##p4, OP_##p5, OP_##p6},                             \
     {RUN_any, RUN_##h2, RUN_##h3, RUN_##h4, RUN_##h5, RUN_##h6}},
#include "code/op.def"
#undef RUN
#undef OP
};
#undef IS_PART
const uint32_t op_run_count = sizeof op_runs / sizeof op_runs[0];
static_assert(sizeof op_runs / sizeof op_runs[0] == OP_COUNT - OP_FIRST_RUN,
              "runs stand at the end");

bool proto_names(const Proto *proto, bool is_func, uint32_t id) {
    for (uint32_t i = 0; i < proto->const_count; i++) {
        ConstKind kind = proto->consts[i].kind;
        bool is_wanted = is_func ? kind == KC_FN || kind == KC_FNPTR
                                 : kind == KC_GLOBAL || kind == KC_GLOBAL_ADDR;
        if (is_wanted && proto->consts[i].index == id)
            return true;
    }
    return false;
}

// The pointer of the last access to memory before part i; UINT32_MAX: there is none, or its
// register has been written since.
static uint32_t base_before(const Insn *code, uint32_t i) {
    uint32_t base = UINT32_MAX;
    for (uint32_t k = 0; k < i; k++) {
        Op op = op_single((Op)insn_op(code[k]));
        if (op >= OP_LD_I8 && op <= OP_STX_F32) {
            base = insn_b(code[k]);
        }
        if (op_infos[op].a == 'd' && insn_a(code[k]) == base) {
            base = UINT32_MAX;
        }
    }
    return base;
}

// Whether part i of a run reads what it counts on.
static bool reads(RunHow how, const Insn *code, uint32_t i) {
    Insn insn = code[i];
    uint32_t before = i > 0 ? insn_a(code[i - 1]) : UINT32_MAX;
    switch (how) {
    case RUN_any:
        return true;
    case RUN_a:
        return insn_a(insn) == before;
    case RUN_b:
        return insn_b(insn) == before;
    case RUN_c:
        return insn_c(insn) == before;
    case RUN_both:
        return i > 1 && insn_b(insn) == insn_a(code[i - 2]) && insn_c(insn) == before &&
               before != insn_b(insn);
    case RUN_over_b: // the other operand must not be that register: it is not written
        return insn_b(insn) == before && insn_a(insn) == before && insn_c(insn) != before;
    case RUN_over_c:
        return insn_c(insn) == before && insn_a(insn) == before && insn_b(insn) != before;
    case RUN_base:
        return insn_b(insn) == base_before(code, i);
    }
    return false;
}

bool op_run_fits(const OpRun *run, const Insn *code, uint32_t count) {
    if (count < run->count) {
        return false;
    }
    for (uint32_t i = 0; i < run->count; i++) {
        if (op_single((Op)insn_op(code[i])) != run->parts[i] ||
            !reads(run->hows[i], code, i)) {
            return false;
        }
    }
    return true;
}

uint32_t proto_inlined_at(const Proto *proto, uint32_t pc) {
    uint32_t found = 0;
    for (uint32_t i = 0; i < proto->inlined_count; i++) {
        const Inlined *row = &proto->inlined[i];
        if (row->pc_begin <= pc && pc < row->pc_end) {
            found = i + 1; // those further inside stand further behind
        }
    }
    return found;
}
