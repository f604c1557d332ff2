// lib_errno.c: errno, and what its values mean in words.
#include "lib/lib_core.h"
#include <errno.h>

// int *__errno(void).
// errno is the int this points to (include/errno.h).
NativeResult c_errno(NativeCall *call) {
    return done_ptr(call, lib_here(call)->errno_cell);
}

// C17 7.24.6.2p3: the program shall not modify it.
static NativeResult done_text(NativeCall *call, const char *text) {
    Ptr p = vm_const_string(call->vm, text, strlen(text));
    return p ? done_ptr(call, p) : NATIVE_TRAP;
}

// char *strerror(int code): C17 7.24.6
NativeResult c_strerror(NativeCall *call) {
    return done_text(call, strerror(arg_int(call, 0)));
}

// char *strerror_r(int code, char *buf, size_t n): GNU.
// GNU's: returns the text, which may or may not be in the buffer. Here it always is, cut
// if need be.
NativeResult c_strerror_r(NativeCall *call) {
    const char *text = strerror(arg_int(call, 0));
    uint64_t room = call->args[2].u, length = strlen(text);
    if (room == 0) {
        return done_text(call, text);
    }
    uint64_t keep = length < room ? length : room - 1;
    char *to = native_write(call, 1, keep + 1);
    if (!to) {
        return NATIVE_TRAP;
    }
    memcpy(to, text, keep);
    to[keep] = 0;
    return done_ptr(call, call->args[1].p);
}

// char *strsignal(int signal): POSIX
NativeResult c_strsignal(NativeCall *call) {
    return done_text(call, strsignal(arg_int(call, 0)));
}

// void perror(const char *s): C17 7.21.10
NativeResult c_perror(NativeCall *call) {
    Lib *lib = lib_here(call);
    const int *code = vm_peek(call->vm, lib->errno_cell, sizeof *code);
    const char *text = strerror(code ? *code : 0);
    uint64_t length = 0;
    if (call->args[0].p) {
        const char *prefix = native_string(call, 0, &length);
        if (!prefix) {
            return NATIVE_TRAP;
        }
        if (length > 0) {
            lib_put(lib, 2, prefix, length);
            lib_put(lib, 2, ": ", 2);
        }
    }
    lib_put(lib, 2, text, strlen(text));
    lib_put(lib, 2, "\n", 1);
    return done();
}
