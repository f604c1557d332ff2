// lib_timing.c: what the language's own magics call: %time, %timeit, %clock.
//
// The compiler emits calls of these internal natives; programs cannot name them (two
// underscores, declared nowhere). Lines come as machine addresses of the unit's own
// constants.
//
// Times are IPython's two lines and one more: how long all tasks were suspended. Under
// the virtual clock computing takes no time, so that the same notebook prints the same
// twice.
//
// Read next: loop/clock.h.
#include "lib/lib_async.h"

#include <assert.h>
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

// ---------------------------------------------------------------- writing times

// 90 s and more: "1min 30s", IPython's rule.
static char *format_long(double seconds, char *buf, size_t buf_bytes) {
    static const struct {
        const char *suffix;
        double length_s;
    } parts[] = {{"d", 86400}, {"h", 3600}, {"min", 60}, {"s", 1}};
    size_t used = 0;
    for (size_t i = 0; i < COUNT_OF(parts) && seconds >= 1; i++) {
        double value = floor(seconds / parts[i].length_s);
        if (value > 0) {
            seconds -= value * parts[i].length_s;
            int n = snprintf(buf + used, buf_bytes - used, "%s%.0f%s",
                             used > 0 ? " " : "", value, parts[i].suffix);
            assert(n > 0 && used + (size_t)n < buf_bytes);
            used += (size_t)n;
        }
    }
    return buf;
}

char *async_format_time(double seconds, char *buf, size_t buf_bytes) {
    static const char *const units[] = {"s", "ms", "\xc2\xb5s", "ns"};
    static const double scale[] = {1, 1e3, 1e6, 1e9};
    if (seconds >= 60) {
        return format_long(seconds, buf, buf_bytes);
    }
    int order = 3;
    if (seconds > 0) {
        order = -(int)floor(floor(log10(seconds)) / 3);
        order = order < 0 ? 0 : order > 3 ? 3 : order;
    }
    char number[32];
    snprintf(number, sizeof number, "%.3g", seconds * scale[order]);
    // 10.0 s rather than IPython's 10 s: that it was measured, and how well, should show.
    bool is_round = order == 0 && strchr(number, '.') == NULL;
    snprintf(buf, buf_bytes, "%s%s %s", number, is_round ? ".0" : "", units[order]);
    return buf;
}

static void print_text(Lib *lib, Str *text) {
    lib_print(lib, 1, text->data, text->count);
    str_free(text);
}

// ---------------------------------------------------------------- %time

static uint64_t task_number(Lib *lib) {
    const Task *task = loop_current(lib->loop);
    return task != NULL ? task_id(task) : 0;
}

// __time_begin()
NativeResult lib_time_begin(NativeCall *call) {
    Lib *lib = lib_here(call);
    LibAsync *async = async_of(call);
    Stopwatch watch = {.task = task_number(lib),
                       .wall_ns = loop_now_ns(lib->loop),
                       .suspended_ns = loop_suspended_ns(lib->loop)};
    loop_cpu_times_ns(lib->loop, &watch.user_ns, &watch.system_ns);
    vec_push(async->watches, watch);
    return done();
}

// Takes out the newest watch of the running task, with those that errors have left of
// ended tasks.
static bool take_watch(Lib *lib, LibAsync *async, Stopwatch *watch) {
    uint64_t task = task_number(lib);
    for (uint32_t i = async->watches.count; i-- > 0;) {
        if (async->watches.data[i].task == task) {
            *watch = async->watches.data[i];
            async->watches.count--;
            memmove(&async->watches.data[i], &async->watches.data[i + 1],
                    (async->watches.count - i) * sizeof *watch);
            return true;
        }
    }
    return false;
}

// Under the virtual clock computing takes no time: so that what is printed is the same on
// every run.
static void spend_cpu(Loop *loop, Stopwatch *spent, uint64_t began_user_ns,
                      uint64_t began_system_ns) {
    if (!loop_clock_is_virtual(loop)) {
        uint64_t user_ns;
        uint64_t system_ns;
        loop_cpu_times_ns(loop, &user_ns, &system_ns);
        spent->user_ns = user_ns - began_user_ns;
        spent->system_ns = system_ns - began_system_ns;
    }
}

static Str watch_text(const Loop *loop, const Stopwatch *spent) {
    char a[64];
    char b[64];
    char c[64];
    double user = (double)spent->user_ns / 1e9;
    double system = (double)spent->system_ns / 1e9;
    Str text = {0};
    str_printf(&text, "CPU times: user %s, sys: %s, total: %s\n",
               async_format_time(user, a, sizeof a),
               async_format_time(system, b, sizeof b),
               async_format_time(user + system, c, sizeof c));
    str_printf(&text, "Wall time: %s%s\n",
               async_format_time((double)spent->wall_ns / 1e9, a, sizeof a),
               loop_clock_is_virtual(loop) ? " (virtual clock)" : "");
    if (spent->suspended_ns > 0) {
        str_printf(&text, "Suspended: %s\n",
                   async_format_time((double)spent->suspended_ns / 1e9, a, sizeof a));
    }
    return text;
}

char *lib_format_times(Loop *loop, uint64_t began_ns, uint64_t began_user_ns,
                       uint64_t began_system_ns) {
    Stopwatch spent = {.wall_ns = loop_now_ns(loop) - began_ns};
    spend_cpu(loop, &spent, began_user_ns, began_system_ns);
    Str text = watch_text(loop, &spent);
    return str_take(&text);
}

// __time_end()
NativeResult lib_time_end(NativeCall *call) {
    Lib *lib = lib_here(call);
    Stopwatch watch;
    if (!take_watch(lib, async_of(call), &watch)) {
        return done(); // the clock was forgotten with the session's state
    }
    Stopwatch spent = {.wall_ns = loop_now_ns(lib->loop) - watch.wall_ns,
                       .suspended_ns = loop_suspended_ns(lib->loop) - watch.suspended_ns};
    spend_cpu(lib->loop, &spent, watch.user_ns, watch.system_ns);
    Str text = watch_text(lib->loop, &spent);
    print_text(lib, &text);
    return done();
}

// ---------------------------------------------------------------- %timeit

#define TIMEIT_RUNS_MAX 10000
// A run should last this long: IPython's rule.
#define TIMEIT_RUN_S     0.2
#define TIMEIT_LOOPS_MAX 1000000000u

// begin, then next until it says 0: the statement is executed once after each 1.
struct Timeit {
    uint64_t task;  // id of the task that times
    uint32_t runs;  // wanted (-r)
    uint64_t loops; // of each run (-n); while calibrating: of the trial
    bool calibrating;
    uint64_t loops_left;
    uint32_t runs_done;
    bool is_started;
    uint64_t began_ns;      // the clock's
    uint64_t began_real_ns; // the machine's
    double *seconds;        // of each run
};

void async_timeit_free(Timeit *timeit) {
    if (timeit != NULL) {
        mem_free(timeit->seconds);
        mem_free(timeit);
    }
}

static uint64_t machine_ns(void) {
    struct timespec ts;
    clock_gettime(CLOCK_MONOTONIC, &ts);
    return (uint64_t)ts.tv_sec * 1000000000u + (uint64_t)ts.tv_nsec;
}

// "timeit -n 10 -r 3": false after a trap.
static bool parse_options(NativeCall *call, Timeit *timeit, const char *text) {
    for (const char *at = text; *at != '\0';) {
        while (*at != '\0' && *at != '-') {
            at++;
        }
        if (*at == '\0') {
            break;
        }
        char option = at[1];
        char *end = NULL;
        unsigned long value = option != '\0' ? strtoul(at + 2, &end, 10) : 0;
        bool is_known = option == 'n' || option == 'r';
        unsigned long max = option == 'n' ? TIMEIT_LOOPS_MAX : TIMEIT_RUNS_MAX;
        if (!is_known || end == at + 2 || value == 0 || value > max) {
            vm_trap(call->vm, TRAP_VALUE,
                    "%%timeit takes -n LOOPS (at most %u) and -r RUNS (at most %d)",
                    TIMEIT_LOOPS_MAX, TIMEIT_RUNS_MAX);
            return false;
        }
        if (option == 'n') {
            timeit->loops = value;
            timeit->calibrating = false;
        } else {
            timeit->runs = (uint32_t)value;
        }
        at = end;
    }
    return true;
}

// Timings at once: more are left by errors.
#define TIMEITS_MAX 64

static void drop_timeit(LibAsync *async, uint32_t at) {
    async_timeit_free(async->timeits.data[at]);
    async->timeits.count--;
    memmove(&async->timeits.data[at], &async->timeits.data[at + 1],
            (async->timeits.count - at) * sizeof async->timeits.data[0]);
}

// __timeit_begin(text)
NativeResult lib_timeit_begin(NativeCall *call) {
    LibAsync *async = async_of(call);
    const char *text =
        call->arg_count > 0 ? (const char *)(uintptr_t)call->args[0].u : "";
    Timeit *timeit = mem_alloc(sizeof *timeit);
    timeit->runs = 7;
    timeit->loops = 1;
    timeit->calibrating = true;
    if (!parse_options(call, timeit, text != NULL ? text : "")) {
        mem_free(timeit);
        return NATIVE_TRAP;
    }
    timeit->seconds = mem_alloc(timeit->runs * sizeof *timeit->seconds);
    timeit->task = task_number(lib_here(call));
    if (async->timeits.count == TIMEITS_MAX) { // left by errors: their tasks have ended
        drop_timeit(async, 0);
    }
    vec_push(async->timeits, timeit);
    return done();
}

// The running task's newest; its place in *at. NULL: there is none.
static Timeit *current_timeit(NativeCall *call, uint32_t *at) {
    LibAsync *async = async_of(call);
    uint64_t task = task_number(lib_here(call));
    for (*at = async->timeits.count; (*at)-- > 0;) {
        if (async->timeits.data[*at]->task == task) {
            return async->timeits.data[*at];
        }
    }
    return NULL;
}

static void begin_run(Lib *lib, Timeit *timeit) {
    timeit->loops_left = timeit->loops;
    timeit->began_ns = loop_now_ns(lib->loop);
    timeit->began_real_ns = machine_ns();
}

// A run is over. Virtual time when any has passed; what only computes is measured by the
// machine's clock.
static void end_run(Lib *lib, Timeit *timeit) {
    uint64_t real_ns = machine_ns() - timeit->began_real_ns;
    uint64_t loop_ns = loop_now_ns(lib->loop) - timeit->began_ns;
    bool is_virtual = loop_clock_is_virtual(lib->loop) && loop_ns > 0;
    double seconds = (double)(is_virtual ? loop_ns : real_ns) / 1e9;
    if (!timeit->calibrating) {
        timeit->seconds[timeit->runs_done++] = seconds;
    } else if (seconds >= TIMEIT_RUN_S || timeit->loops * 10 > TIMEIT_LOOPS_MAX) {
        timeit->calibrating = false;
    } else {
        timeit->loops *= 10;
    }
}

// __timeit_next(): 1: execute the statement once more.
NativeResult lib_timeit_next(NativeCall *call) {
    Lib *lib = lib_here(call);
    uint32_t at;
    Timeit *timeit = current_timeit(call, &at);
    if (timeit == NULL) {
        return done_int(call, 0);
    }
    if (timeit->is_started && timeit->loops_left == 0) {
        end_run(lib, timeit);
        timeit->is_started = false;
    }
    if (!timeit->is_started) {
        if (timeit->runs_done == timeit->runs) {
            return done_int(call, 0);
        }
        timeit->is_started = true;
        begin_run(lib, timeit);
    }
    timeit->loops_left--;
    return done_int(call, 1);
}

// 1234567 as "1,234,567".
static void put_thousands(Str *text, uint64_t n) {
    char digits[32];
    int count = snprintf(digits, sizeof digits, "%llu", (unsigned long long)n);
    for (int i = 0; i < count; i++) {
        if (i > 0 && (count - i) % 3 == 0) {
            str_putc(text, ',');
        }
        str_putc(text, digits[i]);
    }
}

static void print_timeit(Lib *lib, const Timeit *timeit) {
    double best = INFINITY;
    double worst = 0;
    double mean = 0;
    double loops = (double)timeit->loops;
    for (uint32_t i = 0; i < timeit->runs; i++) {
        double each = timeit->seconds[i] / loops;
        best = each < best ? each : best;
        worst = each > worst ? each : worst;
        mean += each / timeit->runs;
    }
    double variance = 0;
    for (uint32_t i = 0; i < timeit->runs; i++) {
        double off = timeit->seconds[i] / loops - mean;
        variance += off * off / timeit->runs;
    }
    char a[64];
    char b[64];
    Str text = {0};
    if (worst > 4 * best && best > 0 && worst > 1e-6) {
        str_printf(
            &text,
            "The slowest run took %.2f times longer than the fastest. This could mean "
            "that an intermediate result is being cached.\n",
            worst / best);
    }
    str_printf(&text, "%s \xc2\xb1 %s per loop (mean \xc2\xb1 std. dev. of %u run%s, ",
               async_format_time(mean, a, sizeof a),
               async_format_time(sqrt(variance), b, sizeof b), timeit->runs,
               timeit->runs == 1 ? "" : "s");
    put_thousands(&text, timeit->loops);
    str_printf(&text, " loop%s each)\n", timeit->loops == 1 ? "" : "s");
    print_text(lib, &text);
}

// __timeit_end()
NativeResult lib_timeit_end(NativeCall *call) {
    uint32_t at;
    const Timeit *timeit = current_timeit(call, &at);
    if (timeit != NULL) {
        print_timeit(lib_here(call), timeit);
        drop_timeit(async_of(call), at);
    }
    return done();
}

// ---------------------------------------------------------------- %clock

static bool set_clock(NativeCall *call, const char *mode) {
    Lib *lib = lib_here(call);
    while (isspace((unsigned char)*mode)) {
        mode++;
    }
    size_t length = strlen(mode);
    while (length > 0 && isspace((unsigned char)mode[length - 1])) {
        length--;
    }
    if (length == 4 && strncmp(mode, "real", 4) == 0) {
        loop_clock_set_virtual(lib->loop, false);
    } else if (length == 7 && strncmp(mode, "virtual", 7) == 0) {
        loop_clock_set_virtual(lib->loop, true);
    } else if (length == 0) {
        Str text = {0};
        str_printf(&text, "%s clock, %.2f s\n",
                   loop_clock_is_virtual(lib->loop) ? "virtual" : "real",
                   (double)loop_now_ns(lib->loop) / 1e9);
        print_text(lib, &text);
    } else {
        vm_trap(call->vm, TRAP_VALUE,
                "%%clock is `%%clock real` or `%%clock virtual`, not `%.*s`", (int)length,
                mode);
        return false;
    }
    return true;
}

// Is the magic's name `name`? Returns what follows it, else NULL.
static const char *after_name(const char *line, const char *name) {
    while (*line == '%' || *line == ' ') {
        line++;
    }
    size_t length = strlen(name);
    bool is_it = strncmp(line, name, length) == 0 &&
                 (line[length] == '\0' || isspace((unsigned char)line[length]));
    return is_it ? line + length : NULL;
}

bool async_clock_line(NativeCall *call, const char *line, NativeResult *outcome) {
    const char *mode = after_name(line, "clock");
    if (mode == NULL) {
        return false;
    }
    *outcome = set_clock(call, mode) ? NATIVE_DONE : NATIVE_TRAP;
    return true;
}
