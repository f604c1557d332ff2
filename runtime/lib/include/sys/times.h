#ifndef __SYS_TIMES_H
#define __SYS_TIMES_H
// How much of the processor the program has used, in ticks of which sysconf(_SC_CLK_TCK), 100, make a second (POSIX). All of
// it is the user's; no child is waited for.
#include <time.h>
struct tms {
    clock_t tms_utime, tms_stime, tms_cutime, tms_cstime;
};
static inline clock_t times(struct tms *buffer) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    *buffer = (struct tms){.tms_utime = clock() / (CLOCKS_PER_SEC / 100)};
    return now.tv_sec * 100 + now.tv_nsec / 10000000;
}
#endif
