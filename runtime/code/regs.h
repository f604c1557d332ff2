// regs.h: registers of the function being compiled. They are a stack: variables take the
// next register at their declaration and give it back at the end of their block;
// temporaries live above them and are given back by setting `top` to what it was. A
// call's window lies above everything live, with three registers of linkage below it.
//
//     0            params        variables         temps        linkage     window
//     +-----------+-------------+-----------------+------------+---+---+---+----------
//     | result*   | a  b  c     | i  j  p  ...    | t0 t1      |   |   |   | arg0 ...
//     +-----------+-------------+-----------------+------------+---+---+---+----------
//                                                              ^ top       ^ top + 3
#ifndef CODE_REGS_H
#define CODE_REGS_H

#include "base/limits.h"
#include "base/mem.h"
#include <stdbool.h>
#include <stdint.h>

typedef uint32_t Reg;
#define REG_NONE UINT32_MAX

// R[a-3..a-1] below a call's window are the VM's (frame.h).
enum { WINDOW_LINKAGE = 3 };

typedef struct Regs {
    uint32_t top; // first free register
    uint32_t max; // registers the frame needs so far
} Regs;

// Takes `count` registers in a row; returns the first.
Reg regs_take(Regs *regs, uint32_t count);
// Notes that registers below `end` are used (a window above top).
void regs_touch(Regs *regs, uint32_t end);
// More than an instruction's 16-bit operands can name were needed: the function is too
// large.
bool regs_overflow(const Regs *regs);

#endif
