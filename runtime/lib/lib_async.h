// lib_async.h: what the asynchronous part of the library shares: its state, and arguments
// that stand for awaitables.
//
// Read next: lib_task.c (tasks, sleeping), lib_future.c, lib_loop.c (asyncio's loop
// object), lib_timing.c (%time).
#ifndef LIB_ASYNC_H
#define LIB_ASYNC_H

#include "lib/lib_core.h"

// A %time that has begun.
typedef struct Stopwatch {
    uint64_t task; // id of the task that times; a stale one was left by an error
    uint64_t wall_ns, user_ns, system_ns, suspended_ns;
} Stopwatch;

typedef struct Timeit Timeit; // lib_timing.c's

typedef struct LibAsync {
    Ptr current_loop;     // the event_loop handle in force; 0: none yet, or closed
    uint32_t last_number; // of event_loop handles
    VEC(Stopwatch) watches;
    VEC(Timeit *) timeits;
} LibAsync;

LibAsync *async_of(const NativeCall *call);
// The future behind argument i: a task or a future. NULL after a trap.
Future *async_future_arg(NativeCall *call, uint32_t i);
// Argument i as a future; a coroutine object becomes a task. NULL after a trap.
Future *async_awaitable_arg(NativeCall *call, uint32_t i);
// Waits for it as a plain call does: the calling task only. The call's result is the
// future's.
NativeResult async_wait(NativeCall *call, Future *future);
// A dual function's wait for it: of the task alone under await, else of the whole loop.
// What is there already needs no wait. NULL: after a trap.
NativeResult async_await(NativeCall *call, Future *future);
// An optional variadic argument: is there one?
bool async_has_extra(const NativeCall *call);
// A fiber that calls the function pointer in argument i with one pointer or handle. NULL
// after a trap.
Fiber *async_callback(NativeCall *call, uint32_t i, Value argument);

// The error in argument i. NULL after a trap: a null handle.
ErrorObj *lib_error_arg(NativeCall *call, uint32_t i);

// A line magic of the language (%clock): true, and how the native that met it ends.
bool async_clock_line(NativeCall *call, const char *line, NativeResult *outcome);

// For lib.c: marks and frees LibAsync.
void async_mark_roots(Lib *lib);
void async_deinit(Lib *lib);
void async_timeit_free(Timeit *timeit);

// "1.2 ms", "10.0 s", "2min 3s", as IPython writes times, into buf; returns buf.
char *async_format_time(double seconds, char *buf, size_t buf_bytes);

#endif
