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

const OpRun op_runs[] = {
#define OP(id, a, b, c, ext, text)
#define RUN(id, a, b, c, first, second, third, how2, how3, text)                         \
    {OP_##id, OP_##first, OP_##second, OP_##third, RUN_##how2, RUN_##how3},
#include "code/op.def"
#undef RUN
#undef OP
};
const uint32_t op_run_count = sizeof op_runs / sizeof op_runs[0];
static_assert(sizeof op_runs / sizeof op_runs[0] == OP_COUNT - OP_FIRST_RUN,
              "runs stand at the end");

// one: the result of the part before, two: of the one before that.
static bool reads(RunHow how, Insn insn, uint32_t one, uint32_t two) {
    switch (how) {
    case RUN_a:
        return insn_a(insn) == one;
    case RUN_b:
        return insn_b(insn) == one;
    case RUN_c:
        return insn_c(insn) == one;
    case RUN_both:
        return insn_b(insn) == two && insn_c(insn) == one && one != two;
    default:
        return true;
    }
}

bool op_run_fits(const OpRun *run, const Insn *code, uint32_t count) {
    uint32_t words = run->third == OP_NOP ? 2 : 3;
    if (count < words || op_single((Op)insn_op(code[0])) != run->first ||
        op_single((Op)insn_op(code[1])) != run->second ||
        !reads(run->how2, code[1], insn_a(code[0]), UINT32_MAX)) {
        return false;
    }
    return words == 2 || (op_single((Op)insn_op(code[2])) == run->third &&
                          reads(run->how3, code[2], insn_a(code[1]), insn_a(code[0])));
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
