// lib_time.c: <time.h> and <sys/time.h>. Every clock is the loop's, so that the virtual
// clock moves all of them alike.
//
// struct tm has libc's layout; its tm_zone is a pointer of the program, so a tm is
// carried over field by field. The names of zones are strings that live as long as the
// session, each made once.
#include "lib/lib_core.h"
#include <assert.h>
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <time.h>

// struct tm as the program sees it (include/time.h).
typedef struct ProgramTm {
    int fields[9]; // tm_sec .. tm_isdst
    long gmtoff;
    Ptr zone;
} ProgramTm;
static_assert(sizeof(ProgramTm) == sizeof(struct tm), "the layout of x86-64 Linux");

static struct tm host_tm(const ProgramTm *from) {
    struct tm tm = {.tm_sec = from->fields[0],
                    .tm_min = from->fields[1],
                    .tm_hour = from->fields[2],
                    .tm_mday = from->fields[3],
                    .tm_mon = from->fields[4],
                    .tm_year = from->fields[5],
                    .tm_wday = from->fields[6],
                    .tm_yday = from->fields[7],
                    .tm_isdst = from->fields[8],
                    .tm_gmtoff = from->gmtoff};
    return tm;
}

// The name of a zone as a string of the program; 0: there is none, or no memory for it.
static Ptr zone_text(Lib *lib, const char *name) {
    size_t size_bytes = name ? strlen(name) : 0;
    for (uint32_t i = 0; size_bytes > 0 && i < lib->zones.count; i++) {
        const char *known = vm_peek(lib->vm, lib->zones.data[i], size_bytes + 1);
        if (known && memcmp(known, name, size_bytes + 1) == 0) {
            return lib->zones.data[i];
        }
    }
    Ptr text = size_bytes > 0 ? vm_string(lib->vm, name, size_bytes) : 0;
    if (text) {
        vec_push(lib->zones, text);
    } else {
        (void)vm_trap_take(lib->vm); // a date without it is better than none
    }
    return text;
}

static void store_tm(Lib *lib, ProgramTm *to, const struct tm *tm) {
    const int fields[9] = {tm->tm_sec,  tm->tm_min,  tm->tm_hour, tm->tm_mday, tm->tm_mon,
                           tm->tm_year, tm->tm_wday, tm->tm_yday, tm->tm_isdst};
    memcpy(to->fields, fields, sizeof fields);
    to->gmtoff = tm->tm_gmtoff;
    to->zone = zone_text(lib, tm->tm_zone);
}

// ---------------------------------------------------------------- clocks

// time_t time(time_t *t): C17 7.27.2
NativeResult c_time(NativeCall *call) {
    int64_t now = (int64_t)(loop_wall_ns(lib_here(call)->loop) / 1000000000u);
    if (call->args[0].p) {
        int64_t *to = native_write(call, 0, sizeof *to);
        if (!to) {
            return NATIVE_TRAP;
        }
        *to = now;
    }
    return done_int(call, now);
}

// clock_t clock(void): C17 7.27.2
NativeResult c_clock(NativeCall *call) {
    return done_uint(call, loop_cpu_ns(lib_here(call)->loop) / 1000);
}

// double difftime(time_t later, time_t earlier): C17 7.27.2
NativeResult c_difftime(NativeCall *call) {
    int64_t later = call->args[0].i, earlier = call->args[1].i, seconds = 0;
    return done_double(call, __builtin_sub_overflow(later, earlier, &seconds)
                                 ? (double)later - (double)earlier
                                 : (double)seconds);
}

// Stores seconds and the rest, in units of `unit_ns`, at argument i.
static bool store_parts(NativeCall *call, uint32_t i, uint64_t ns, uint64_t unit_ns) {
    int64_t *to = native_write(call, i, 2 * sizeof *to);
    if (to) {
        to[0] = (int64_t)(ns / 1000000000u);
        to[1] = (int64_t)(ns % 1000000000u / unit_ns);
    }
    return to != NULL;
}

// int clock_gettime(clockid_t clock, struct timespec *t): POSIX
NativeResult c_clock_gettime(NativeCall *call) {
    Loop *loop = lib_here(call)->loop;
    uint64_t ns = 0;
    switch (arg_int(call, 0)) {
    case CLOCK_REALTIME:
        ns = loop_wall_ns(loop);
        break;
    case CLOCK_MONOTONIC:
        ns = loop_now_ns(loop);
        break;
    case CLOCK_PROCESS_CPUTIME_ID:
    case CLOCK_THREAD_CPUTIME_ID:
        ns = loop_cpu_ns(loop);
        break;
    default:
        lib_errno_set(lib_here(call), EINVAL);
        return done_int(call, -1);
    }
    return store_parts(call, 1, ns, 1) ? done_int(call, 0) : NATIVE_TRAP;
}

// int clock_getres(clockid_t clock, struct timespec *t): POSIX
NativeResult c_clock_getres(NativeCall *call) {
    if (call->args[1].p && !store_parts(call, 1, 1, 1)) {
        return NATIVE_TRAP;
    }
    return done_int(call, 0);
}

// int timespec_get(struct timespec *t, int base): C17 7.27.2
NativeResult c_timespec_get(NativeCall *call) {
    if (arg_int(call, 1) != TIME_UTC) {
        return done_int(call, 0);
    }
    return store_parts(call, 0, loop_wall_ns(lib_here(call)->loop), 1)
               ? done_int(call, TIME_UTC)
               : NATIVE_TRAP;
}

// int gettimeofday(struct timeval *t, void *zone): POSIX
NativeResult c_gettimeofday(NativeCall *call) {
    return store_parts(call, 0, loop_wall_ns(lib_here(call)->loop), 1000)
               ? done_int(call, 0)
               : NATIVE_TRAP;
}

// ---------------------------------------------------------------- calendar

// The library's own static object of `size` bytes, made when first needed.
static Ptr static_object(NativeCall *call, Ptr *slot, uint64_t size) {
    if (!*slot) {
        *slot = vm_alloc(call->vm, OBJ_BOX, size, true, (Span){0});
    }
    return *slot;
}

// gmtime and localtime: the time in argument 0 as fields at `to`.
static NativeResult break_down(NativeCall *call, Ptr to,
                               struct tm *(*convert)(const time_t *, struct tm *)) {
    const time_t *t = native_read(call, 0, sizeof *t);
    struct tm tm;
    if (!t || !to) {
        return NATIVE_TRAP;
    }
    tzset(); // localtime_r need not look at TZ
    if (!convert(t, &tm)) {
        lib_errno_set(lib_here(call), EOVERFLOW);
        return done_ptr(call, 0);
    }
    ProgramTm *fields = vm_write(call->vm, to, sizeof *fields);
    if (!fields) {
        return NATIVE_TRAP;
    }
    store_tm(lib_here(call), fields, &tm);
    return done_ptr(call, to);
}

// struct tm *gmtime(const time_t *t): C17 7.27.3
NativeResult c_gmtime(NativeCall *call) {
    return break_down(
        call, static_object(call, &lib_here(call)->time_fields, sizeof(ProgramTm)),
        gmtime_r);
}

// struct tm *localtime(const time_t *t): C17 7.27.3
NativeResult c_localtime(NativeCall *call) {
    return break_down(
        call, static_object(call, &lib_here(call)->time_fields, sizeof(ProgramTm)),
        localtime_r);
}

// struct tm *gmtime_r(const time_t *t, struct tm *result): POSIX
NativeResult c_gmtime_r(NativeCall *call) {
    return break_down(call, call->args[1].p, gmtime_r);
}

// struct tm *localtime_r(const time_t *t, struct tm *result): POSIX
NativeResult c_localtime_r(NativeCall *call) {
    return break_down(call, call->args[1].p, localtime_r);
}

// A string of the program that only has to be looked at: NULL when it can't be read.
static const char *peek_string(VM *vm, Ptr p) {
    uint64_t extent = vm_extent(vm, p);
    const char *text = extent > 0 ? vm_peek(vm, p, extent) : NULL;
    return text && memchr(text, 0, extent) ? text : NULL;
}

// The struct tm that argument i points to. Only the first nine fields need to be set.
static bool read_tm(NativeCall *call, uint32_t i, struct tm *tm) {
    ProgramTm program = {0};
    const int *fields = native_read(call, i, sizeof program.fields);
    if (!fields) {
        return false;
    }
    memcpy(program.fields, fields, sizeof program.fields);
    *tm = host_tm(&program);
    Ptr at = call->args[i].p;
    const long *offset =
        vm_peek(call->vm, at + offsetof(ProgramTm, gmtoff), sizeof *offset);
    const Ptr *zone = vm_peek(call->vm, at + offsetof(ProgramTm, zone), sizeof *zone);
    tzset();
    tm->tm_gmtoff = offset ? *offset : (tm->tm_isdst > 0 ? 3600 : 0) - timezone;
    tm->tm_zone = zone ? peek_string(call->vm, *zone) : NULL; // NULL: libc knows it
    return true;
}

static NativeResult make_time(NativeCall *call, time_t (*convert)(struct tm *)) {
    struct tm tm;
    // mktime does not look at tm_wday and tm_yday, so they may be unset (C17 7.27.2.3).
    const int *given = native_read(call, 0, 6 * sizeof *given);
    const int *isdst =
        given ? vm_read(call->vm, call->args[0].p + 8 * sizeof *given, sizeof *isdst)
              : NULL;
    if (!isdst) {
        return NATIVE_TRAP;
    }
    ProgramTm program = {0};
    memcpy(program.fields, given, 6 * sizeof *given);
    program.fields[8] = *isdst;
    tm = host_tm(&program);
    errno = 0;
    time_t t = convert(&tm);
    if (t == -1 && errno != 0) {
        lib_errno_set(lib_here(call), errno);
        return done_int(call, -1);
    }
    ProgramTm *fields = native_write(call, 0, sizeof *fields);
    if (!fields) {
        return NATIVE_TRAP;
    }
    store_tm(lib_here(call), fields, &tm);
    return done_int(call, t);
}

// time_t mktime(struct tm *date): C17 7.27.2
NativeResult c_mktime(NativeCall *call) {
    return make_time(call, mktime);
}

// time_t timegm(struct tm *date): GNU
NativeResult c_timegm(NativeCall *call) {
    return make_time(call, timegm);
}

// ---------------------------------------------------------------- text

// size_t strftime(char *to, size_t n, const char *format, const struct tm *date):
// C17 7.27.3
NativeResult c_strftime(NativeCall *call) {
    uint64_t room = call->args[1].u, length = 0;
    const char *format = native_string(call, 2, &length);
    struct tm tm;
    if (!format || !read_tm(call, 3, &tm)) {
        return NATIVE_TRAP;
    }
    // Libc may write up to max before it gives up: into a buffer of ours.
    uint64_t size = room < (length + 1) * 256 ? room : (length + 1) * 256;
    Str *scratch = &lib_here(call)->scratch;
    scratch->count = 0;
    (void)vec_reserve(*scratch, size + 1);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    size_t n = size ? strftime(scratch->data, size, format, &tm) : 0;
#pragma GCC diagnostic pop
    char *to = n ? native_write(call, 0, n + 1) : NULL;
    if (n && !to) {
        return NATIVE_TRAP;
    }
    if (n) {
        memcpy(to, scratch->data, n + 1);
    }
    return done_uint(call, n);
}

// char *strptime(const char *s, const char *format, struct tm *date): POSIX.
// A field that the format does not name stays as it is, also one that nobody has set.
NativeResult c_strptime(NativeCall *call) {
    uint64_t length = 0;
    const char *text = native_string(call, 0, &length);
    const char *format = text ? native_string(call, 1, &length) : NULL;
    ProgramTm *to = format ? native_write(call, 2, sizeof *to) : NULL;
    if (!to) {
        return NATIVE_TRAP;
    }
    struct tm tm = host_tm(to);
    const char *end = strptime(text, format, &tm);
    if (!end) {
        return done_ptr(call, 0);
    }
    memcpy(to->fields, &tm, sizeof to->fields);
    to->gmtoff = tm.tm_gmtoff;
    return done_ptr(call, call->args[0].p + (uint64_t)(end - text));
}

// As in glibc the static text has room for any year, the caller's for 26 bytes.
static NativeResult done_date(NativeCall *call, const struct tm *tm, Ptr to) {
    char own[64];
    if (!to) {
        return NATIVE_TRAP;
    }
    const char *text = to == lib_here(call)->time_text ? asctime(tm) : asctime_r(tm, own);
    if (!text) {
        lib_errno_set(lib_here(call), EOVERFLOW);
        return done_ptr(call, 0);
    }
    char *bytes = vm_write(call->vm, to, strlen(text) + 1);
    if (!bytes) {
        return NATIVE_TRAP;
    }
    memcpy(bytes, text, strlen(text) + 1);
    return done_ptr(call, to);
}

static NativeResult date_of_fields(NativeCall *call, Ptr to) {
    struct tm tm;
    if (!read_tm(call, 0, &tm)) {
        return NATIVE_TRAP;
    }
    if (tm.tm_wday < 0 || tm.tm_wday > 6 || tm.tm_mon < 0 || tm.tm_mon > 11) {
        vm_trap(call->vm, TRAP_VALUE,
                "asctime: tm_wday is %d and tm_mon is %d; they must be in 0..6 and 0..11",
                tm.tm_wday, tm.tm_mon);
        return NATIVE_TRAP;
    }
    return done_date(call, &tm, to);
}

static NativeResult date_of_time(NativeCall *call, Ptr to) {
    const time_t *t = native_read(call, 0, sizeof *t);
    struct tm tm;
    if (!t) {
        return NATIVE_TRAP;
    }
    tzset();
    if (!localtime_r(t, &tm)) {
        lib_errno_set(lib_here(call), EOVERFLOW);
        return done_ptr(call, 0);
    }
    return done_date(call, &tm, to);
}

// char *asctime(const struct tm *date): C17 7.27.3
NativeResult c_asctime(NativeCall *call) {
    return date_of_fields(call, static_object(call, &lib_here(call)->time_text, 64));
}

// char *ctime(const time_t *t): C17 7.27.3
NativeResult c_ctime(NativeCall *call) {
    return date_of_time(call, static_object(call, &lib_here(call)->time_text, 64));
}

// char *asctime_r(const struct tm *date, char *to): POSIX
NativeResult c_asctime_r(NativeCall *call) {
    return date_of_fields(call, call->args[1].p);
}

// char *ctime_r(const time_t *t, char *to): POSIX
NativeResult c_ctime_r(NativeCall *call) {
    return date_of_time(call, call->args[1].p);
}
