// choose.c: the policies behind choose.h. Enters: how many candidates. Leaves: the index
// of one of them. Always holds: the same seed and the same questions give the same
// answers.
//
// Read next: sched.c, which asks.
#include "loop/choose.h"

#include <assert.h>

// What rand() and the schedule start from when the host names no seed.
#define DEFAULT_SEED 0x436f7261ull // "Cora"

// SplitMix64 (Steele, Lea, Flood 2014): one word of state, passes BigCrush, any seed is a
// good one.
static uint64_t splitmix(uint64_t *state) {
    uint64_t z = *state += 0x9e3779b97f4a7c15ull;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
    return z ^ (z >> 31);
}

void choose_init(Choose *choose, uint64_t seed) {
    uint64_t state = seed != 0 ? seed : DEFAULT_SEED;
    *choose = (Choose){.policy = CHOOSE_FIFO, .schedule_state = splitmix(&state)};
    choose->random_state = splitmix(&state);
}

void choose_set_policy(Choose *choose, ChoosePolicy policy, uint64_t seed) {
    choose->policy = policy;
    choose->schedule_state = seed;
    choose->count = 0;
}

uint32_t choose_among(Choose *choose, ChooseKind kind, uint32_t count) {
    assert(kind < CHOOSE_KIND_COUNT);
    assert(count > 0);
    if (count == 1) {
        return 0;
    }
    choose->count++;
    if (choose->policy == CHOOSE_FIFO) {
        return 0;
    }
    return (uint32_t)(splitmix(&choose->schedule_state) % count);
}

uint64_t choose_random(Choose *choose) {
    return splitmix(&choose->random_state);
}
