// timer.c: the heap. Enters: deadlines in any order. Leaves: the earliest, ties by age.
// Always holds: every entry is not earlier than its parent, at (i - 1) / 4.
//
// Four children share a cache line (64 bytes), so a million sleepers cost ten levels of
// one line each.
//
// Read next: sched.c, which empties it.
#include "loop/timer.h"

#include <assert.h>

static_assert(sizeof(Timer) == 16, "four children are one cache line");

#define ARITY 4
// Below this the waste is not worth a compaction.
#define COMPACT_MIN 1024

void timer_deinit(Timers *timers) {
    mem_free(timers->heap);
    *timers = (Timers){0};
}

static bool earlier(const Timer *a, const Timer *b) {
    if (a->deadline_ns != b->deadline_ns) {
        return a->deadline_ns < b->deadline_ns;
    }
    // Sequences wrap; two entries alive at once are never 2^31 apart.
    return (int32_t)(a->sequence - b->sequence) < 0;
}

// The hole moves, not the entry: one store a level.
static void sift_up(Timers *timers, uint32_t at) {
    Timer moving = timers->heap[at];
    while (at > 0) {
        uint32_t parent = (at - 1) / ARITY;
        if (!earlier(&moving, &timers->heap[parent])) {
            break;
        }
        timers->heap[at] = timers->heap[parent];
        at = parent;
    }
    timers->heap[at] = moving;
}

static void sift_down(Timers *timers, uint32_t at) {
    Timer moving = timers->heap[at];
    for (;;) {
        uint64_t child = (uint64_t)at * ARITY + 1;
        if (child >= timers->count) {
            break;
        }
        uint64_t end = child + ARITY < timers->count ? child + ARITY : timers->count;
        uint32_t best = (uint32_t)child;
        for (uint32_t i = best + 1; i < end; i++) {
            if (earlier(&timers->heap[i], &timers->heap[best])) {
                best = i;
            }
        }
        if (!earlier(&timers->heap[best], &moving)) {
            break;
        }
        timers->heap[at] = timers->heap[best];
        at = best;
    }
    timers->heap[at] = moving;
}

uint32_t timer_add(Timers *timers, uint64_t deadline_ns, uint32_t target) {
    if (timers->count == timers->capacity) {
        timers->capacity = timers->capacity == 0 ? 64 : timers->capacity * 2;
        timers->heap = mem_resize(timers->heap, timers->capacity * sizeof *timers->heap);
    }
    uint32_t sequence = ++timers->next_sequence;
    if (sequence == 0) { // 0 means "waits for no timer"
        sequence = ++timers->next_sequence;
    }
    timers->heap[timers->count] = (Timer){deadline_ns, sequence, target};
    sift_up(timers, timers->count++);
    return sequence;
}

void timer_pop(Timers *timers) {
    assert(timers->count > 0);
    timers->heap[0] = timers->heap[--timers->count];
    if (timers->count > 0) {
        sift_down(timers, 0);
    }
}

// Stale entries are counted exactly, so most of the time nobody has to be asked.
bool timer_first(Timers *timers, TimerIsLive is_live, void *ctx, Timer *first) {
    while (timers->count > 0) {
        if (timers->stale == 0 || is_live(ctx, &timers->heap[0])) {
            *first = timers->heap[0];
            return true;
        }
        timers->stale--;
        timer_pop(timers);
    }
    return false;
}

// Insertion into a sorted array that keeps the smallest.
uint32_t timer_due(const Timers *timers, TimerIsLive is_live, void *ctx, uint64_t now_ns,
                   Timer first[TIMER_DUE_MAX]) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < timers->count; i++) {
        const Timer *timer = &timers->heap[i];
        bool is_among = count < TIMER_DUE_MAX || earlier(timer, &first[count - 1]);
        if (timer->deadline_ns > now_ns || !is_among || !is_live(ctx, timer)) {
            continue;
        }
        uint32_t at = count < TIMER_DUE_MAX ? count++ : count - 1;
        for (; at > 0 && earlier(timer, &first[at - 1]); at--) {
            first[at] = first[at - 1];
        }
        first[at] = *timer;
    }
    return count;
}

void timer_forget(Timers *timers, TimerIsLive is_live, void *ctx) {
    timers->stale++;
    assert(timers->stale <= timers->count);
    if (timers->count < COMPACT_MIN || timers->stale <= timers->count / 2) {
        return;
    }
    uint32_t kept = 0;
    for (uint32_t i = 0; i < timers->count; i++) {
        if (is_live(ctx, &timers->heap[i])) {
            timers->heap[kept++] = timers->heap[i];
        }
    }
    timers->count = kept;
    timers->stale = 0;
    for (uint32_t i = kept / ARITY + 1; i-- > 0;) {
        if (i < kept) {
            sift_down(timers, i);
        }
    }
}

uint64_t timer_deadline_ns(const Timers *timers, uint32_t sequence) {
    for (uint32_t i = timers->count; i-- > 0;) {
        if (timers->heap[i].sequence == sequence) {
            return timers->heap[i].deadline_ns;
        }
    }
    return 0;
}

void timer_shift(Timers *timers, int64_t distance_ns) {
    for (uint32_t i = 0; i < timers->count; i++) {
        uint64_t deadline = timers->heap[i].deadline_ns;
        bool below = distance_ns < 0 && (uint64_t)-distance_ns > deadline;
        timers->heap[i].deadline_ns = below ? 0 : deadline + (uint64_t)distance_ns;
    }
    // Clamping at 0 makes ties of what was ordered: only entries that were due long ago;
    // order by sequence is then a heap again after one pass.
    for (uint32_t i = timers->count; i-- > 0;) {
        sift_down(timers, i);
    }
}
