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
