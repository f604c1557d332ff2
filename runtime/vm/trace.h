// trace.h: reading frames: tracebacks, and variables as text.
#ifndef VM_TRACE_H
#define VM_TRACE_H

#include "base/vec.h"
#include "vm/frame.h"

// One frame on the way from the innermost outwards; a call that was compiled in place
// counts as one of its own, although it has the registers of the function around.
typedef struct FrameWalk {
    const Fiber *fiber;
    uint32_t inlined; // 1 + the row of Proto.inlined it is; 0: the function itself
    uint32_t inner;   // the row that it called, where the walk came from; 0: none
    uint32_t base;
    const Insn *pc;
    const uint64_t *k;
    bool is_next;   // pc is the next instruction, not the one it is in
    TraceLink link; // how this frame led to the one before
    const VM *vm;
} FrameWalk;

FrameWalk walk_begin(const VM *vm, const Fiber *innermost);
// To the caller, or out of the fiber to whoever resumed it; false at the end. Frames of
// await_proto are passed over.
bool walk_out(FrameWalk *walk);
// Whose code it is, and where in that.
static inline const Proto *walk_code(const FrameWalk *walk) {
    return k_proto(walk->k);
}
static inline uint32_t walk_index(const FrameWalk *walk) {
    return pc_index(walk_code(walk), walk->pc, walk->is_next);
}
// The function that the frame is of.
static inline const Proto *walk_proto(const FrameWalk *walk) {
    const Proto *code = walk_code(walk);
    return walk->inlined ? code->inlined[walk->inlined - 1].proto : code;
}

// Copies frames out, innermost first; at most 2 * LIMIT_TRACEBACK_FRAMES, the rest
// counted in *skipped.
uint32_t trace_take(VM *vm, const Fiber *innermost, bool with_vars, TraceFrame **frames,
                    uint32_t *skipped);
TraceFrame *trace_copy(const TraceFrame *frames, uint32_t count);
// A value as a few characters: of `layout`, in a register (or at a pointer, for
// aggregates).
void trace_value(VM *vm, Str *out, const Layout *layout, Value value);

#endif
