#ifndef __SYS_TIME_H
#define __SYS_TIME_H
#include <sys/types.h>
struct timeval {
    time_t tv_sec;
    long tv_usec;
};
struct timezone {
    int tz_minuteswest, tz_dsttime;
};
// The time since 1970 in seconds and microseconds.
int gettimeofday(struct timeval *t, void *zone);
#endif
