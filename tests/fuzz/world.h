// world.h: the outside world of fuzz_cell and fuzz_kernel: none. The code under test is
// linked with each call of libc's NAME for which world.c has a fuzz_NAME renamed to that
// (the Makefile asks world.o which there are), so that a program made of splices reads no
// clock, opens no file, starts no command and is the same each time.
//
// Time passes by being asked for: each reading of the clock is FUZZ_TICK_NS later than the
// one before. The scheduler reads it at every switch and whenever a task has used its
// budget, so readings bound a run too: after `limit` of them fuzz_world_tired is called,
// and again every `limit` readings.
#ifndef TESTS_FUZZ_WORLD_H
#define TESTS_FUZZ_WORLD_H

#include <stdint.h>

enum { FUZZ_TICK_NS = 1000000 };

void fuzz_world_begin(uint32_t limit, void (*tired)(void *ctx), void *ctx);

#endif
