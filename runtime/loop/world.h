// world.h: the libuv loop, and the mailbox through which other threads and signal
// handlers reach the session. Inner header of loop/.
//
//     any thread --> flags, mailbox --> uv_async_send --> uv_run returns --> scheduler
//
// Everything shared between threads is in this struct: atomic flags, and lines of input
// behind a mutex.
#ifndef LOOP_WORLD_H
#define LOOP_WORLD_H

#include "base/vec.h"
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <uv.h>

typedef struct InputLine {
    char *text; // mem_free-able; NULL: end of file
    size_t size_bytes;
} InputLine;

typedef struct World {
    uv_loop_t *uv;
    bool owns_uv;
    uv_loop_t own_uv;
    uv_async_t async;     // woken by other threads
    uv_poll_t timer_poll; // watches timer_fd
    int timer_fd;
    uint64_t armed_ns; // CLOCK_MONOTONIC time timer_fd is set to; 0: not set
    int open_handles;  // not yet closed, while closing
    // ---- shared
    atomic_bool stop_wanted;
    atomic_bool interrupt_wanted;
    atomic_bool has_mail; // false only if the mailbox is empty
    pthread_mutex_t mutex;
    VEC(InputLine) mailbox;
} World;

void world_init(World *world, void *uv_loop);
void world_deinit(World *world);
// Lets every uv callback run that can; never waits.
void world_poll(World *world);
// Waits for something to happen, at most until CLOCK_MONOTONIC `deadline_ns` (0: for
// ever). May return early.
void world_wait(World *world, uint64_t deadline_ns);
void world_wake(World *world);           // any thread, signal handler
void world_post_stop(World *world);      // any thread, signal handler
void world_post_interrupt(World *world); // any thread, signal handler
void world_post_input(World *world, const char *text, size_t size_bytes); // any thread
bool world_stop_is_wanted(const World *world);                            // leaves it
static inline bool world_interrupt_is_wanted(const World *world) {        // leaves it
    return atomic_load_explicit(&world->interrupt_wanted, memory_order_relaxed);
}
// True once per post.
bool world_take_stop(World *world);
bool world_take_interrupt(World *world);
NODISCARD bool world_take_input(World *world, InputLine *line);

#endif
