// clock.h: the one clock. Everything a program can see of time is read here, and nowhere
// else.
//
//     real       0 ---- now = CLOCK_MONOTONIC - start ----->
//     virtual    0 ---- now = the deadline jumped to last    (still while anything runs)
//
// While something outside is in flight (a line of input, a connection) and somebody waits
// for a time, the virtual clock does not jump: time passes as it really does, or a server
// that answers in 50 ms would be too late for every deadline.
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
// CLOCK_MONOTONIC.
uint64_t clock_real_ns(void);
// CLOCK_MONOTONIC to some milliseconds, for a few nanoseconds: read at every switch.
uint64_t clock_coarse_ns(void);
// CPU time of the process.
void clock_cpu_ns(uint64_t *user_ns, uint64_t *system_ns);
// Moves the virtual clock to `deadline_ns`; never backwards.
void clock_jump(Clock *clock, uint64_t deadline_ns);
// CLOCK_MONOTONIC time of a deadline, for timerfd, should the clock not jump.
uint64_t clock_monotonic_ns(const Clock *clock, uint64_t deadline_ns);
// The world has been waited for so long: the virtual clock moves on by it, at most to
// `deadline_ns`. Not for less than CLOCK_NOISE_NS, unless the deadline is nearer: what
// goes on inside of this machine takes no time, so that a run is the same twice.
void clock_waited(Clock *clock, uint64_t waited_ns, uint64_t deadline_ns);
#define CLOCK_NOISE_NS 5000000u
// Changes lines; returns new now - old now (add it to every deadline).
int64_t clock_set_virtual(Clock *clock, bool is_virtual);

// 2025-01-01T00:00:00Z: what a program run under the virtual clock takes for today.
#define CLOCK_VIRTUAL_EPOCH_S 1735689600ull
#define NS_PER_S              1000000000ull

#endif
