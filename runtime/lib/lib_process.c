// lib_process.c: commands of the operating system (C17 7.22.4.8).
//
// Enters: system() of the program, plain or under await. Leaves: a future of
// loop/process.c to wait for; errno when no process could be made.
#include "lib/lib_async.h"

#include <stdio.h>

// int system(const char *command)
// Files that the program has open are written first, so that the command finds what is in
// them. system(NULL) asks whether there is a shell.
NativeResult c_system(NativeCall *call) {
    if (!call->args[0].p) {
        return done_int(call, 1);
    }
    uint64_t length;
    const char *command = native_string(call, 0, &length);
    if (command == NULL) {
        return NATIVE_TRAP;
    }
    Lib *lib = lib_here(call);
    fflush(NULL);
    int code = 0;
    Future *future = loop_system(lib->loop, command, &code);
    if (code != 0) {
        lib_errno_set(lib, code);
    }
    return async_await(call, future);
}
