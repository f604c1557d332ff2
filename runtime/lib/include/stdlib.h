#ifndef __STDLIB_H
#define __STDLIB_H
#include <stddef.h>
#include <string.h>
#include <stdio.h>
#define EXIT_SUCCESS 0
#define EXIT_FAILURE 1
#define RAND_MAX 2147483647
#define MB_CUR_MAX ((size_t)6)
typedef struct {
    int quot, rem;
} div_t;
typedef struct {
    long quot, rem;
} ldiv_t;
typedef struct {
    long long quot, rem;
} lldiv_t;
// New memory of size bytes, not initialised; free gives it back.
void *malloc(size_t size);
// New memory of count elements of size bytes, all zero.
void *calloc(size_t count, size_t size);
// Makes a malloc'ed object larger or smaller; it may move.
void *realloc(void *p, size_t size);
// The same for count elements of size bytes.
void *reallocarray(void *p, size_t count, size_t size);
// Gives memory of malloc back; NULL is fine.
void free(void *p);
// free, for who knows the block's size (and alignment): another one is a fault.
void free_sized(void *p, size_t size);
void free_aligned_sized(void *p, size_t alignment, size_t size);
// The largest alignment that the place p points to has; 0 for NULL.
static inline size_t memalignment(const void *p) {
    size_t address = (size_t)p;
    return address & -address;
}
// New memory at a multiple of alignment.
void *aligned_alloc(size_t alignment, size_t size);
// The same into *p; 0 or an errno value.
int posix_memalign(void **p, size_t alignment, size_t size);
// Memory that lives until the function returns.
[[cora::op("alloca")]] void *alloca(size_t size);
[[cora::op("alloca")]] void *__builtin_alloca(size_t size);
// The number at the beginning of s; 0 when there is none.
int atoi(const char *s);
long atol(const char *s);
long long atoll(const char *s);
double atof(const char *s);
// Reads an integer in a base (0: as C writes it); *end: where it ends. errno ERANGE when it does not fit.
long strtol(const char *restrict s, char **restrict end, int base);
unsigned long strtoul(const char *restrict s, char **restrict end, int base);
long long strtoll(const char *restrict s, char **restrict end, int base);
unsigned long long strtoull(const char *restrict s, char **restrict end, int base);
// Reads a floating-point number; *end: where it ends.
double strtod(const char *restrict s, char **restrict end);
float strtof(const char *restrict s, char **restrict end);
long double strtold(const char *restrict s, char **restrict end);
// The next pseudo-random number, 0..RAND_MAX.
int rand(void);
// Starts rand's sequence anew: the same seed, the same numbers.
void srand(unsigned seed);
// rand with its state in *seed.
int rand_r(unsigned *seed);
long random(void);
void srandom(unsigned seed);
// A pseudo-random double in [0, 1).
double drand48(void);
long lrand48(void);
long mrand48(void);
void srand48(long seed);
void (*__atexit_take(void))(void);
[[noreturn]] void __exit(int status);
// Ends the program after the atexit functions.
[[noreturn]] void exit(int status) {
    for (void (*function)(void); (function = __atexit_take());)
        function();
    __exit(status);
}
[[noreturn, cora::native("__exit")]] void _Exit(int status);
static void (*__quick_functions[32])(void);
static int __quick_count;
// Registers a function that quick_exit will call; the last one first. 0 if it worked.
int at_quick_exit(void (*function)(void)) {
    if (__quick_count == 32)
        return 1;
    __quick_functions[__quick_count++] = function;
    return 0;
}
// Ends the program after the at_quick_exit functions; those of atexit are not called.
[[noreturn]] void quick_exit(int status) {
    while (__quick_count > 0)
        __quick_functions[--__quick_count]();
    __exit(status);
}
typedef void (*__sighandler_t)(int);
static __sighandler_t __signal_handlers[65]; // of signal(), by number; null and 1 are SIG_DFL and SIG_IGN
[[noreturn]] void __abort(void);
// C17 7.22.4.1: abort raises SIGABRT, which is 6; the program ends also when its handler returns.
static inline void __signal_abort(void) {
    __sighandler_t handler = __signal_handlers[6];
    if ((unsigned long)handler > 1)
        handler(6);
}
// Stops with the fault "Aborted".
[[noreturn, cora::overload]] void abort(void) {
    __signal_abort();
    __abort();
}
// Registers a function that exit will call; the last one first. 0 if it worked.
int atexit(void (*function)(void));
// A variable of the environment, or NULL.
char *getenv(const char *name);
int setenv(const char *name, const char *value, int overwrite);
int unsetenv(const char *name);
[[cora::native("getenv")]] char *secure_getenv(const char *name);
// "NAME=value" into the environment (as a copy).
int putenv(char *text) {
    size_t length = strcspn(text, "=");
    char *name = strndup(text, length);
    int result = text[length] ? setenv(name, text + length + 1, 1) : unsetenv(name);
    free(name);
    return result;
}
// Makes a file with a new name, from a pattern that ends in XXXXXX, and opens it; its descriptor.
int mkstemp(char *pattern);
// A number as snprintf writes it; format is one directive: "%g", "%.3f".
int strfromd(char *restrict to, size_t n, const char *restrict format, double x) {
    return snprintf(to, n, format, x);
}
int strfromf(char *restrict to, size_t n, const char *restrict format, float x) {
    return snprintf(to, n, format, x);
}
int strfroml(char *restrict to, size_t n, const char *restrict format, long double x) {
    return snprintf(to, n, format, (double)x);
}
// Runs a command of the shell and waits for its end. Its output is shown as the program's own is. Returns its status
// (<sys/wait.h> takes it apart; 0: all went well), or -1: no process could be made. system(NULL): is there a shell?
[[cora::dual]] int system(const char *command);
// The absolute value.
int abs(int n);
long labs(long n);
long long llabs(long long n);
// Length of the multibyte character at s; wide characters to and from UTF-8.
int mblen(const char *s, size_t n);
int mbtowc(wchar_t *restrict to, const char *restrict s, size_t n);
int wctomb(char *to, wchar_t c);
size_t mbstowcs(wchar_t *restrict to, const char *restrict from, size_t n);
size_t wcstombs(char *restrict to, const wchar_t *restrict from, size_t n);
// Quotient and remainder of n / d.
div_t div(int n, int d) {
    div_t r = {n / d, n % d};
    return r;
}
ldiv_t ldiv(long n, long d) {
    ldiv_t r = {n / d, n % d};
    return r;
}
lldiv_t lldiv(long long n, long long d) {
    lldiv_t r = {n / d, n % d};
    return r;
}
[[cora::native("qsort")]] struct __sort *__sort_begin(void *base, size_t count, size_t size);
[[cora::native("qsort_step")]] long __sort_step(struct __sort *sort, int order);
// What the pointers of a compare function point at is its own affair: books cast functions with an `int *` or a `char **`
// to the type below. So it is called without a prototype.
typedef int (*__Compare)();
// Sorts count elements of size bytes; compare(a, b) is negative, 0 or positive. Equal ones keep their order.
void qsort(void *base, size_t count, size_t size, int (*compare)(const void *, const void *)) {
    struct __sort *sort = __sort_begin(base, count, size);
    __Compare call = compare;
    const char *p = base;
    for (long at = __sort_step(sort, 0); at >= 0;)
        at = __sort_step(sort, call(p + (at >> 32), p + (at & 0xffffffff)));
}
// qsort whose compare gets a third argument.
void qsort_r(void *base, size_t count, size_t size, int (*compare)(const void *, const void *, void *), void *arg) {
    struct __sort *sort = __sort_begin(base, count, size);
    __Compare call = compare;
    const char *p = base;
    for (long at = __sort_step(sort, 0); at >= 0;)
        at = __sort_step(sort, call(p + (at >> 32), p + (at & 0xffffffff), arg));
}
// Finds key in a sorted array by halving; NULL if it is not there.
void *bsearch(const void *key, const void *base, size_t count, size_t size,
              int (*compare)(const void *, const void *)) {
    size_t low = 0, high = count;
    __Compare call = compare;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const char *p = (const char *)base + middle * size;
        int order = call(key, p);
        if (order == 0)
            return (void *)p;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return nullptr;
}
#endif
