#ifndef __TIME_H
#define __TIME_H
#include <stddef.h>
#define CLOCKS_PER_SEC 1000000L
#define TIME_UTC 1
#define CLOCK_REALTIME 0
#define CLOCK_MONOTONIC 1
#define CLOCK_PROCESS_CPUTIME_ID 2
#define CLOCK_THREAD_CPUTIME_ID 3
typedef long clock_t;
typedef long time_t;
typedef int clockid_t;
struct tm {
    int tm_sec, tm_min, tm_hour, tm_mday, tm_mon, tm_year, tm_wday, tm_yday, tm_isdst;
    long tm_gmtoff;
    const char *tm_zone;
};
struct timespec {
    time_t tv_sec;
    long tv_nsec;
};
// Seconds since 1970; also into *t unless NULL.
time_t time(time_t *t);
// CPU time used so far; divide by CLOCKS_PER_SEC.
clock_t clock(void);
// later - earlier in seconds.
double difftime(time_t later, time_t earlier);
// The time t as a calendar date, local or UTC, in a static struct.
struct tm *localtime(const time_t *t);
struct tm *gmtime(const time_t *t);
struct tm *localtime_r(const time_t *t, struct tm *result);
struct tm *gmtime_r(const time_t *t, struct tm *result);
// The local calendar date as a time; puts the fields in range.
time_t mktime(struct tm *date);
time_t timegm(struct tm *date);
// A date by a format: %Y %m %d %H %M %S and more; returns the length, 0 if it does not fit.
[[cora::format(strftime, 3)]] size_t strftime(char *restrict to, size_t n, const char *restrict format, const struct tm *restrict date);
// The other way: reads a date by a format; returns where it stopped, NULL when the text does not fit.
char *strptime(const char *restrict s, const char *restrict format, struct tm *restrict date);
// Reads TZ. (Every function here does so by itself.)
static inline void tzset(void) {
}
// A date as "Sun Sep 16 01:03:52 1973\n", in a static buffer.
char *asctime(const struct tm *date);
char *ctime(const time_t *t);
char *asctime_r(const struct tm *date, char *to);
char *ctime_r(const time_t *t, char *to);
// The time of a clock in nanoseconds.
int clock_gettime(clockid_t clock, struct timespec *t);
int clock_getres(clockid_t clock, struct timespec *t);
int timespec_get(struct timespec *t, int base);
// The steps in which timespec_get's clock counts.
static inline int timespec_getres(struct timespec *t, int base) {
    if (base != 1)
        return 0;
    if (t)
        *t = (struct timespec){0, 1};
    return base;
}
#endif
