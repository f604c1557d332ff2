// code.h: the room's door: typed AST -> Unit.
#ifndef CODE_CODE_H
#define CODE_CODE_H

#include "base/diag.h"
#include "code/proto.h"
#include "front/ast.h"

// What the emitter must know of the library: the number of a native by its name, -1 when
// there is none.
typedef struct NativeIndex {
    void *ctx;
    int (*find)(void *ctx, const char *name);
} NativeIndex;

// Compiles `program`. arena: lives as long as the code. Returns NULL after a diagnostic
// (a function too large, a declared native that does not exist). The Unit is verified:
// every Proto passed verify_proto.
NODISCARD Unit *code_emit(Program *program, TypeTable *types, Arena *arena, Diags *diags,
                          NativeIndex natives);

// The run-time description of a type, made once per type (cached in type->layout).
const Layout *code_layout(Arena *arena, Type *type);

// Proves a Proto: operands in range, jumps to instruction starts, windows inside the
// frame, constants of the kind the instruction needs, every path ends in a return or
// jump. On failure returns false and a reason in buf.
NODISCARD bool verify_proto(const Proto *proto, uint32_t native_count, char *buf,
                            size_t buf_bytes);

// A listing, one instruction a line with its source position; caller mem_frees.
char *disasm_proto(const Proto *proto, const Sources *sources);

#endif
