// choose.h: the one boundary for what is not deterministic, and the session's random
// numbers.
//
// Wherever more than one thing could come next, the code asks here and does what it is
// told. By default the answer is "the first", so a run is the same every time; the
// shuffling policy answers from a generator of its own seed, so that a run with a seed is
// the same every time too. Two timers with one deadline become ready together, so which
// of them runs first is a choice among ready tasks and needs no kind of its own.
#ifndef LOOP_CHOOSE_H
#define LOOP_CHOOSE_H

#include "base/mem.h"
#include <stdbool.h>
#include <stdint.h>

typedef enum ChooseKind {
    CHOOSE_READY, // which ready task runs next; candidates in order of becoming ready
    CHOOSE_COMPLETION, // which finished I/O is told first; candidates in order of arrival
    CHOOSE_KIND_COUNT
} ChooseKind;

typedef enum ChoosePolicy { CHOOSE_FIFO, CHOOSE_SHUFFLE } ChoosePolicy;

typedef struct Choose {
    ChoosePolicy policy;
    uint64_t schedule_state; // of the shuffling generator
    uint64_t random_state; // of the program's generator: its numbers don't depend on the
                           // schedule
    uint64_t count;        // choices made among more than one
} Choose;

// seed 0: the fixed default.
void choose_init(Choose *choose, uint64_t seed);
void choose_set_policy(Choose *choose, ChoosePolicy policy, uint64_t seed);
// Index of the candidate to take, below count (>= 1).
uint32_t choose_among(Choose *choose, ChooseKind kind, uint32_t count);
// The program's next random number.
uint64_t choose_random(Choose *choose);

#endif
