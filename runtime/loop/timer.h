// timer.h: what is to happen when: a 4-ary heap of 16-byte entries ordered by (deadline,
// sequence).
//
//     entry   +--------------------------------+----------------+----------------+
//             | deadline_ns : 64               | sequence : 32  | target : 32    |
//             +--------------------------------+----------------+----------------+
//
// The sequence is the order of creation, so equal deadlines come out in that order, and
// it is the timer's name: its target remembers it, and forgets it when it no longer
// waits. Then the entry is stale: it stays where it is and is dropped when it comes to
// the top, or when stale entries are the majority. So cancelling a sleep costs nothing.
#ifndef LOOP_TIMER_H
#define LOOP_TIMER_H

#include "base/mem.h"
#include <stdbool.h>
#include <stdint.h>

typedef struct Timer {
    uint64_t deadline_ns;
    uint32_t sequence; // never 0; compared modulo 2^32
    uint32_t target;   // the scheduler's: a task's slot or an operation's
} Timer;

typedef struct Timers {
    Timer *heap;
    uint32_t count;
    uint32_t capacity;
    uint32_t stale; // entries whose target has forgotten them: an upper bound
    uint32_t next_sequence;
} Timers;

// Does the target still wait for this timer?
typedef bool (*TimerIsLive)(void *ctx, const Timer *timer);

void timer_deinit(Timers *timers);
// Returns the sequence to remember.
uint32_t timer_add(Timers *timers, uint64_t deadline_ns, uint32_t target);
// The first live timer, or false. Drops stale ones in front of it.
NODISCARD bool timer_first(Timers *timers, TimerIsLive is_live, void *ctx, Timer *first);
// Takes away what timer_first gave.
void timer_pop(Timers *timers);
// The first live timers that are due at `now_ns`, in the order in which they go off, and
// how many. Looks through all.
#define TIMER_DUE_MAX 1000
uint32_t timer_due(const Timers *timers, TimerIsLive is_live, void *ctx, uint64_t now_ns,
                   Timer first[TIMER_DUE_MAX]);
// The target of one entry has forgotten it. Compacts the heap when most of it is stale.
void timer_forget(Timers *timers, TimerIsLive is_live, void *ctx);
// Of the entry with this sequence, 0 when there is none. Looks through all: for the rare
// question.
uint64_t timer_deadline_ns(const Timers *timers, uint32_t sequence);
// Adds the same distance to every deadline (the clock has changed lines).
void timer_shift(Timers *timers, int64_t distance_ns);

#endif
