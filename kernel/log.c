// log.c: see log.h.
#include "log.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

enum { LINE_BYTES_MAX = 1024 };

// One write per line: lines of two threads don't mix.
static void put(const char *prefix, const char *format, va_list args) {
    char line[LINE_BYTES_MAX];
    int n = snprintf(line, sizeof line, "cora-kernel: %s", prefix);
    int m = vsnprintf(line + n, sizeof line - (size_t)n, format, args);
    size_t size = (size_t)n + (m > 0 ? (size_t)m : 0);
    if (size > sizeof line - 2) {
        size = sizeof line - 2;
    }
    line[size++] = '\n';
    // A log that can't be written is no reason to stop.
    ssize_t written = write(STDERR_FILENO, line, size);
    (void)written;
}

void log_line(const char *format, ...) {
    va_list args;
    va_start(args, format);
    put("", format, args);
    va_end(args);
}

void log_drop(uint64_t *count, const char *format, ...) {
    char prefix[64];
    snprintf(prefix, sizeof prefix, "dropped message %" PRIu64 ": ", ++*count);
    va_list args;
    va_start(args, format);
    put(prefix, format, args);
    va_end(args);
}
