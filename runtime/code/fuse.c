// fuse.c: the last look at a function's code. Where instructions follow each other
// that op.def has a RUN for, the first one's opcode becomes the run's; nothing else
// changes: no word moves, the others stay what they are, and jumps may still go to them.
//
//     MUL_I32 R11, R7, R0            MUL_ADD_LDX R11, R7, R0      does all three
//     ADD_I32 R11, R11, R10    ->    ADD_LDX     R11, R11, R10    does two, for a jump
//     here LDX_I64 R11, R1, R11           LDX_I64     R11, R1, R11
//
// What enters is finished code, what leaves is proved by verify.c. A run is what the
// benchmarks execute most: each one costs a handler in exec.c, which is made from the
// same text as its parts. Read next: verify.c.
#include "code/emit.h"

// The longest run that begins here, else the instruction alone; of equally long ones the
// first in op.def.
static Op run_at(const Insn *code, uint32_t count) {
    const OpRun *best = NULL;
    for (uint32_t i = 0; i < op_run_count; i++) {
        const OpRun *run = &op_runs[i];
        if (run->parts[0] == (Op)insn_op(code[0]) &&
            (!best || run->count > best->count) && op_run_fits(run, code, count)) {
            best = run;
        }
    }
    return best ? best->op : (Op)insn_op(code[0]);
}

void fuse_code(Insn *code, uint32_t count) {
    for (uint32_t pc = 0; pc < count; pc += op_words((Op)insn_op(code[pc]))) {
        if (op_words((Op)insn_op(code[pc])) == 1) {
            code[pc] = (code[pc] & ~(Insn)0xffff) | (Insn)run_at(code + pc, count - pc);
        }
    }
}
