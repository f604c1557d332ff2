// script.h: a session for fuzz_kernel.c that runs no language: each byte of a cell is a
// step, and says what the session does next. So a dozen bytes reach what a dozen lines of
// a program would, and everything happens in an order that the input alone decides.
//
//     p  prints              q  prints half of a character    Q  prints on stderr
//     r  has a value         d  displays     u  updates it    c  clears
//     w  warns               b  an error that belongs to nobody
//     i  asks for a line     a  waits until the loop has nothing else to do
//     l  leaves a task that prints when the cell is over
//     !  fails               x  exit(1)      X  exit(0)
//     %name args, !!command up to the end of the line: a magic
//
// All other bytes do nothing. The functions of cora.h that the kernel calls are here.
#ifndef TESTS_FUZZ_SCRIPT_H
#define TESTS_FUZZ_SCRIPT_H

#include "cora.h"

// One step of the oldest cell that can go on. False: none can, and nothing is left.
bool script_step(CoraSession *session);

#endif
