// lib_stdlib.c: <stdlib.h> without memory and sorting: text to numbers, random numbers,
// the end of the program, the environment.
//
// Always holds: rand and kin are glibc's generators, so that a seed gives the numbers it
// gives under gcc; every run of a session begins with the same seed.
//
// Read next: lib_sort.c (qsort), lib_mem.c (malloc).
#include "lib/lib_core.h"
#include <assert.h>
#include <errno.h>
#include <stdlib.h>

// ---------------------------------------------------------------- text to numbers

// Stores where the number ended (argument 1, a char **, may be NULL).
static bool store_end(NativeCall *call, uint64_t consumed) {
    if (!call->args[1].p) {
        return true;
    }
    Ptr *end = native_write(call, 1, sizeof *end);
    if (end) {
        *end = call->args[0].p + consumed;
    }
    return end != NULL;
}

// long strtol(const char *s, char **end, int base): C17 7.22.1
NativeResult c_strtol(NativeCall *call) {
    uint64_t length = 0;
    char *end = NULL;
    const char *text = native_string(call, 0, &length);
    if (!text) {
        return NATIVE_TRAP;
    }
    errno = 0;
    long value = strtol(text, &end, arg_int(call, 2));
    int code = errno;
    if (!store_end(call, end ? (uint64_t)(end - text) : 0)) {
        return NATIVE_TRAP;
    }
    if (code) {
        lib_errno_set(lib_here(call), code);
    }
    return done_int(call, value);
}

// unsigned long strtoul(const char *s, char **end, int base): C17 7.22.1
NativeResult c_strtoul(NativeCall *call) {
    uint64_t length = 0;
    char *end = NULL;
    const char *text = native_string(call, 0, &length);
    if (!text) {
        return NATIVE_TRAP;
    }
    errno = 0;
    unsigned long value = strtoul(text, &end, arg_int(call, 2));
    int code = errno;
    if (!store_end(call, end ? (uint64_t)(end - text) : 0)) {
        return NATIVE_TRAP;
    }
    if (code) {
        lib_errno_set(lib_here(call), code);
    }
    return done_uint(call, value);
}

static double to_double(const char *text, char **end) {
    return strtod(text, end);
}

static double to_float(const char *text, char **end) {
    return (double)strtof(text, end);
}

static NativeResult parse_float(NativeCall *call,
                                double (*parse)(const char *text, char **end)) {
    uint64_t length = 0;
    char *end = NULL;
    const char *text = native_string(call, 0, &length);
    if (!text) {
        return NATIVE_TRAP;
    }
    errno = 0;
    double value = parse(text, &end);
    int code = errno;
    if (!store_end(call, (uint64_t)(end - text))) {
        return NATIVE_TRAP;
    }
    if (code) {
        lib_errno_set(lib_here(call), code);
    }
    return done_double(call, value);
}

// double strtod(const char *s, char **end): C17 7.22.1
NativeResult c_strtod(NativeCall *call) {
    return parse_float(call, to_double);
}

// float strtof(const char *s, char **end): C17 7.22.1
NativeResult c_strtof(NativeCall *call) {
    return parse_float(call, to_float);
}

// C17 7.22.1p1: what does not fit is undefined.
static NativeResult number_of(NativeCall *call, int64_t least, int64_t most,
                              const char *name) {
    uint64_t length = 0;
    const char *text = native_string(call, 0, &length);
    if (!text) {
        return NATIVE_TRAP;
    }
    char *end = NULL;
    errno = 0;
    int64_t value = strtol(text, &end, 10);
    if (errno != ERANGE && value >= least && value <= most) {
        return done_int(call, value);
    }
    vm_trap(call->vm, TRAP_OVERFLOW, "%s: the number %.*s does not fit its type", name,
            end - text > 40 ? 40 : (int)(end - text), text);
    vm_trap_note(call->vm, (Span){0},
                 "`strtol` says by `errno == ERANGE` when a number is too large");
    return NATIVE_TRAP;
}

// int atoi(const char *s): C17 7.22.1
NativeResult c_atoi(NativeCall *call) {
    return number_of(call, INT32_MIN, INT32_MAX, "atoi");
}

// long atol(const char *s): C17 7.22.1
NativeResult c_atol(NativeCall *call) {
    return number_of(call, INT64_MIN, INT64_MAX, "atol");
}

// long long atoll(const char *s): C17 7.22.1
NativeResult c_atoll(NativeCall *call) {
    return number_of(call, INT64_MIN, INT64_MAX, "atoll");
}

// double atof(const char *s): C17 7.22.1
NativeResult c_atof(NativeCall *call) {
    uint64_t length = 0;
    const char *text = native_string(call, 0, &length);
    return text ? done_double(call, strtod(text, NULL)) : NATIVE_TRAP;
}

// ---------------------------------------------------------------- random numbers

static uint32_t random_next(LibRandom *random) {
    uint32_t sum =
        (uint32_t)random->state[random->front] + (uint32_t)random->state[random->back];
    random->state[random->front] = (int32_t)sum;
    random->front = (random->front + 1) % 31;
    random->back = (random->back + 1) % 31;
    return sum >> 1;
}

// glibc's srandom_r for its default generator of degree 31 and separation 3.
void lib_random_seed(LibRandom *random, uint32_t seed) {
    int64_t word = (int32_t)(seed ? seed : 1);
    random->state[0] = (int32_t)word;
    for (int i = 1; i < 31; i++) {
        // 16807 * word % 2147483647, without overflow.
        word = 16807 * (word % 127773) - 2836 * (word / 127773);
        if (word < 0) {
            word += 2147483647;
        }
        random->state[i] = (int32_t)word;
    }
    random->front = 3;
    random->back = 0;
    for (int i = 0; i < 310; i++) {
        random_next(random);
    }
}

// int rand(void): C17 7.22.2
NativeResult c_rand(NativeCall *call) {
    return done_int(call, random_next(&lib_here(call)->random));
}

// void srand(unsigned seed): C17 7.22.2
NativeResult c_srand(NativeCall *call) {
    lib_random_seed(&lib_here(call)->random, (uint32_t)call->args[0].u);
    return done();
}

// int rand_r(unsigned *seed): POSIX
NativeResult c_rand_r(NativeCall *call) {
    uint32_t *state = native_write(call, 0, sizeof *state);
    if (!state) {
        return NATIVE_TRAP;
    }
    return done_int(call, rand_r(state));
}

// The 48-bit linear congruential generator of drand48 (POSIX).
static uint64_t rand48_next(Lib *lib) {
    lib->rand48 = (lib->rand48 * 0x5deece66du + 0xb) & 0xffffffffffffu;
    return lib->rand48;
}

// double drand48(void): POSIX
NativeResult c_drand48(NativeCall *call) {
    return done_double(call, (double)rand48_next(lib_here(call)) / 281474976710656.0);
}

// long lrand48(void): POSIX
NativeResult c_lrand48(NativeCall *call) {
    return done_int(call, (int64_t)(rand48_next(lib_here(call)) >> 17));
}

// long mrand48(void): POSIX
NativeResult c_mrand48(NativeCall *call) {
    return done_int(call, (int32_t)(uint32_t)(rand48_next(lib_here(call)) >> 16));
}

// void srand48(long seed): POSIX
NativeResult c_srand48(NativeCall *call) {
    lib_here(call)->rand48 = (call->args[0].u & 0xffffffffu) << 16 | 0x330e;
    return done();
}

// ---------------------------------------------------------------- arithmetic

static NativeResult absolute(NativeCall *call, int64_t least, const char *name) {
    int64_t value = call->args[0].i;
    if (value == least) {
        vm_trap(call->vm, TRAP_OVERFLOW, "%s(%lld): the result does not fit its type",
                name, (long long)value);
        return NATIVE_TRAP;
    }
    return done_int(call, value < 0 ? -value : value);
}

// int abs(int n): C17 7.22.6
NativeResult c_abs(NativeCall *call) {
    return absolute(call, INT32_MIN, "abs");
}

// long labs(long n): C17 7.22.6
NativeResult c_labs(NativeCall *call) {
    return absolute(call, INT64_MIN, "labs");
}

// long long llabs(long long n): C17 7.22.6
NativeResult c_llabs(NativeCall *call) {
    return absolute(call, INT64_MIN, "llabs");
}

// ---------------------------------------------------------------- the end of the program

// void __exit(int status): C17 7.22.4
NativeResult c_exit(NativeCall *call) {
    int status = arg_int(call, 0);
    Ptr error = vm_error_new(call->vm, TRAP_EXIT, NULL, 0, "exit(%d)", status);
    ErrorObj *object = vm_error(call->vm, error);
    assert(object);
    object->exit_status = status & 0xff;
    vm_trap_error(call->vm, error);
    return NATIVE_TRAP;
}

// void __abort(void): what abort() does when SIGABRT's handler has returned
// (C17 7.22.4.1)
NativeResult c_abort(NativeCall *call) {
    vm_trap(call->vm, TRAP_ABORT, "abort() was called");
    return NATIVE_TRAP;
}

// void __signal_default(int number).
// What a signal without a handler does: the program ends.
NativeResult c_signal_default(NativeCall *call) {
    vm_trap(call->vm, TRAP_ABORT, "signal %d (%s) was raised and nothing handles it",
            arg_int(call, 0), strsignal(arg_int(call, 0)));
    return NATIVE_TRAP;
}

// int atexit(void (*function)(void)): C17 7.22.4
NativeResult c_atexit(NativeCall *call) {
    Lib *lib = lib_here(call);
    if (!vm_func(call->vm, call->args[0].p)) {
        vm_trap(call->vm, TRAP_BAD_CALL, "atexit needs a function");
        return NATIVE_TRAP;
    }
    if (lib->atexit_count == COUNT_OF(lib->atexit_functions)) {
        return done_int(call, 1);
    }
    lib->atexit_functions[lib->atexit_count++] = call->args[0].p;
    return done_int(call, 0);
}

Ptr lib_atexit_take(Lib *lib) {
    return lib->atexit_count ? lib->atexit_functions[--lib->atexit_count] : 0;
}

NativeResult c_atexit_take(NativeCall *call) {
    return done_ptr(call, lib_atexit_take(lib_here(call)));
}

// void __assert_report(const char *expression, const char *function)
NativeResult c_assert_report(NativeCall *call) {
    uint64_t length = 0;
    const char *expression = native_string(call, 0, &length);
    if (!expression) {
        return NATIVE_TRAP;
    }
    vm_trap(call->vm, TRAP_ASSERT, "Assertion failed: %s", expression);
    return NATIVE_TRAP;
}

// ---------------------------------------------------------------- the environment

// char *getenv(const char *name): C17 7.22.4
NativeResult c_getenv(NativeCall *call) {
    uint64_t length = 0;
    const char *name = native_string(call, 0, &length);
    if (!name) {
        return NATIVE_TRAP;
    }
    const char *value = getenv(name);
    if (!value) {
        return done_ptr(call, 0);
    }
    Ptr p = vm_const_string(call->vm, value, strlen(value)); // 7.22.4.6p4
    return p ? done_ptr(call, p) : NATIVE_TRAP;
}

static NativeResult done_status(NativeCall *call, int result) {
    if (result != 0) {
        lib_errno_set(lib_here(call), errno);
    }
    return done_int(call, result);
}

// int setenv(const char *name, const char *value, int overwrite): POSIX
NativeResult c_setenv(NativeCall *call) {
    uint64_t length = 0;
    const char *name = native_string(call, 0, &length);
    const char *value = name ? native_string(call, 1, &length) : NULL;
    return value ? done_status(call, setenv(name, value, arg_int(call, 2))) : NATIVE_TRAP;
}

// int unsetenv(const char *name): POSIX
NativeResult c_unsetenv(NativeCall *call) {
    uint64_t length = 0;
    const char *name = native_string(call, 0, &length);
    return name ? done_status(call, unsetenv(name)) : NATIVE_TRAP;
}
