// log.h: what the kernel says on its own standard error, which a Jupyter server logs.
//
// One line an entry, written whole, so that lines of two threads don't mix. Programs'
// output never comes here; it goes to the client.
#ifndef KERNEL_LOG_H
#define KERNEL_LOG_H

#include <stdint.h>

// "cora-kernel: MESSAGE\n".
void log_line(const char *format, ...) __attribute__((format(printf, 1, 2)));

// The same for a message that is not acted upon; adds one to *count and says the number.
void log_drop(uint64_t *count, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
