// regs.c: see regs.h. The stack discipline is all there is: no liveness, no spilling; a
// frame may have 60,000 registers.
#include "code/regs.h"
#include <assert.h>

Reg regs_take(Regs *regs, uint32_t count) {
    Reg first = regs->top;
    assert(first <= regs->max);
    // Beyond the limit numbers no longer matter (the code is thrown away); staying put
    // keeps them from wrapping.
    if (regs->top + count <= LIMIT_REGISTERS + 1) {
        regs->top += count;
    }
    regs_touch(regs, first + count);
    return first;
}

void regs_touch(Regs *regs, uint32_t end) {
    if (end > regs->max) {
        regs->max = end;
    }
}

bool regs_overflow(const Regs *regs) {
    return regs->max > LIMIT_REGISTERS;
}
