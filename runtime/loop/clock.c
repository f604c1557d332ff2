// clock.c: real and virtual time. Enters: nothing but the system's clocks. Leaves:
// nanoseconds on the line in force. Always holds: now never goes backwards on either
// line.
//
// Read next: timer.h (deadlines on this line), sched.c (who jumps).
#include "loop/clock.h"

#include <assert.h>
#include <sys/resource.h>
#include <time.h>

static uint64_t system_ns(clockid_t id) {
    struct timespec ts;
    int rc = clock_gettime(id, &ts);
    assert(rc == 0);
    (void)rc;
    return (uint64_t)ts.tv_sec * NS_PER_S + (uint64_t)ts.tv_nsec;
}

void clock_init(Clock *clock, bool is_virtual) {
    *clock = (Clock){.is_virtual = is_virtual, .start_ns = system_ns(CLOCK_MONOTONIC)};
}

// The real line counts from the session's start, so that loop_time() has digits to spare.
uint64_t clock_now_ns(const Clock *clock) {
    if (clock->is_virtual) {
        return clock->virtual_now_ns;
    }
    return system_ns(CLOCK_MONOTONIC) - clock->start_ns;
}

uint64_t clock_real_ns(void) {
    return system_ns(CLOCK_MONOTONIC);
}

uint64_t clock_coarse_ns(void) {
    return system_ns(CLOCK_MONOTONIC_COARSE);
}

uint64_t clock_wall_ns(const Clock *clock) {
    if (clock->is_virtual) {
        return CLOCK_VIRTUAL_EPOCH_S * NS_PER_S + clock->virtual_now_ns;
    }
    return system_ns(CLOCK_REALTIME);
}

static uint64_t timeval_ns(struct timeval tv) {
    return (uint64_t)tv.tv_sec * NS_PER_S + (uint64_t)tv.tv_usec * 1000;
}

void clock_cpu_ns(uint64_t *user_ns, uint64_t *sys_ns) {
    struct rusage usage;
    int rc = getrusage(RUSAGE_SELF, &usage);
    assert(rc == 0);
    (void)rc;
    *user_ns = timeval_ns(usage.ru_utime);
    *sys_ns = timeval_ns(usage.ru_stime);
}

// A deadline in the past (a timer that had to wait its turn) moves nothing.
void clock_jump(Clock *clock, uint64_t deadline_ns) {
    assert(clock->is_virtual);
    if (deadline_ns > clock->virtual_now_ns) {
        clock->virtual_now_ns = deadline_ns;
    }
}

uint64_t clock_monotonic_ns(const Clock *clock, uint64_t deadline_ns) {
    if (!clock->is_virtual) {
        return clock->start_ns + deadline_ns;
    }
    uint64_t now_ns = clock->virtual_now_ns;
    uint64_t left_ns = deadline_ns > now_ns ? deadline_ns - now_ns : 0;
    return system_ns(CLOCK_MONOTONIC) + left_ns;
}

void clock_waited(Clock *clock, uint64_t waited_ns, uint64_t deadline_ns) {
    if (!clock->is_virtual || deadline_ns <= clock->virtual_now_ns) {
        return;
    }
    uint64_t left_ns = deadline_ns - clock->virtual_now_ns;
    if (waited_ns >= left_ns) {
        clock->virtual_now_ns = deadline_ns;
    } else if (waited_ns >= CLOCK_NOISE_NS) {
        clock->virtual_now_ns += waited_ns;
    }
}

// The distance is a wrapping difference: lines may be either way round.
int64_t clock_set_virtual(Clock *clock, bool is_virtual) {
    uint64_t before = clock_now_ns(clock);
    clock->is_virtual = is_virtual;
    return (int64_t)(clock_now_ns(clock) - before);
}
