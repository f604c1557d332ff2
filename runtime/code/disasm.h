// disasm.h: listings of Protos (disasm.c); the door has disasm_proto (code.h).
#ifndef CODE_DISASM_H
#define CODE_DISASM_H

#include "code/code.h"

// One instruction as text, without place: "ADD_I32  R4, R1, R2". pc is for jump targets.
// Returns buf.
char *disasm_insn(const Proto *proto, uint32_t pc, char *buf, size_t buf_bytes);

#endif
