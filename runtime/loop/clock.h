// clock.h: the one clock. Everything a program can see of time is read here, and nowhere
// else.
//
//     real       0 ---- now = CLOCK_MONOTONIC - start ----->
//     virtual    0 ---- now = the deadline jumped to last    (still while anything runs)
//
// Each of the two has its own line of time, beginning at 0; clock_set_virtual tells the
// caller how far the new line is from the old one, so that timers can be moved over and
// every wait keeps what remained of it.
#ifndef LOOP_CLOCK_H
#define LOOP_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

typedef struct Clock {
    bool is_virtual;
    uint64_t start_ns;       // CLOCK_MONOTONIC when the session began
    uint64_t virtual_now_ns; // on the virtual line
} Clock;

void clock_init(Clock *clock, bool is_virtual);
// Nanoseconds on the line in force.
uint64_t clock_now_ns(const Clock *clock);
// Nanoseconds since 1970-01-01 UTC. The virtual line begins at CLOCK_VIRTUAL_EPOCH_S.
uint64_t clock_wall_ns(const Clock *clock);
// CLOCK_MONOTONIC to some milliseconds, for a few nanoseconds: read at every switch.
uint64_t clock_coarse_ns(void);
// CPU time of the process.
void clock_cpu_ns(uint64_t *user_ns, uint64_t *system_ns);
// Moves the virtual clock to `deadline_ns`; never backwards.
void clock_jump(Clock *clock, uint64_t deadline_ns);
// CLOCK_MONOTONIC time of a deadline on the real line, for timerfd.
uint64_t clock_monotonic_ns(const Clock *clock, uint64_t deadline_ns);
// Changes lines; returns new now - old now (add it to every deadline).
int64_t clock_set_virtual(Clock *clock, bool is_virtual);

// 2025-01-01T00:00:00Z: what a program run under the virtual clock takes for today.
#define CLOCK_VIRTUAL_EPOCH_S 1735689600ull
#define NS_PER_S              1000000000ull

#endif
