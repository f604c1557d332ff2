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
#define RUN(id, a, b, c, first, second, third, text)                                     \
    {OP_##id, OP_##first, OP_##second, OP_##third},
#include "code/op.def"
#undef RUN
#undef OP
};
const uint32_t op_run_count = sizeof op_runs / sizeof op_runs[0];
static_assert(sizeof op_runs / sizeof op_runs[0] == OP_COUNT - OP_FIRST_RUN,
              "runs stand at the end");
