// world.c: everything that touches libuv's loop. Enters: posts from any thread, and time.
// Leaves: uv_run that returns when there is something to look at. Always holds: uv
// callbacks only note what happened; they never run a task.
//
// One timerfd stands for all timers: epoll's own timeout has millisecond steps and comes
// about 1 ms late for a wait of seconds, a timerfd 0.1 ms. It is set only before a wait,
// and only when the first deadline has changed. With no timer and nothing to do the
// thread sleeps in epoll_wait without a timeout: an idle session costs nothing.
//
// Read next: sched.c, which calls world_poll and world_wait.
#include "loop/world.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/timerfd.h>
#include <unistd.h>

#define NS_PER_SECOND 1000000000ull

// The machine has refused us an epoll or timer descriptor: nothing of a session can work
// without.
static void require(int rc, const char *what) {
    if (rc < 0) {
        fprintf(stderr, "cora: %s: %s\n", what, uv_strerror(rc));
        abort();
    }
}

static void on_async(uv_async_t *handle) {
    (void)handle; // that uv_run returns is all we want
}

static void on_timer(uv_poll_t *handle, int status, int events) {
    (void)status;
    (void)events;
    World *world = handle->data;
    // Level-triggered: it stays readable until it is read or set anew.
    uint64_t expirations;
    ssize_t n = read(world->timer_fd, &expirations, sizeof expirations);
    (void)n;
    world->armed_ns = 0;
}

void world_init(World *world, void *uv_loop) {
    memset(world, 0, sizeof *world);
    if (uv_loop != NULL) {
        world->uv = uv_loop;
    } else {
        world->uv = &world->own_uv;
        world->owns_uv = true;
        require(uv_loop_init(&world->own_uv), "uv_loop_init");
    }
    world->timer_fd = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    require(world->timer_fd < 0 ? -errno : 0, "timerfd_create");
    require(uv_async_init(world->uv, &world->async, on_async), "uv_async_init");
    require(uv_poll_init(world->uv, &world->timer_poll, world->timer_fd), "uv_poll_init");
    world->timer_poll.data = world;
    world->async.data = world;
    require(uv_poll_start(&world->timer_poll, UV_READABLE, on_timer), "uv_poll_start");
    atomic_init(&world->stop_wanted, false);
    atomic_init(&world->interrupt_wanted, false);
    atomic_init(&world->has_mail, false);
    int rc = pthread_mutex_init(&world->mutex, NULL);
    assert(rc == 0);
    (void)rc;
}

static void on_close(uv_handle_t *handle) {
    World *world = handle->data;
    world->open_handles--;
}

void world_deinit(World *world) {
    world->open_handles = 2;
    uv_poll_stop(&world->timer_poll);
    uv_close((uv_handle_t *)&world->timer_poll, on_close);
    uv_close((uv_handle_t *)&world->async, on_close);
    while (world->open_handles > 0) {
        uv_run(world->uv, UV_RUN_NOWAIT); // handles are ours until their close callback
    }
    if (world->owns_uv) {
        int rc = uv_loop_close(&world->own_uv);
        assert(rc == 0); // nobody else had handles on it
        (void)rc;
    }
    close(world->timer_fd);
    pthread_mutex_destroy(&world->mutex);
    for (uint32_t i = 0; i < world->mailbox.count; i++) {
        mem_free(world->mailbox.data[i].text);
    }
    vec_free(world->mailbox);
}

void world_poll(World *world) {
    uv_run(world->uv, UV_RUN_NOWAIT);
}

static void arm(World *world, uint64_t deadline_ns) {
    if (world->armed_ns == deadline_ns) {
        return;
    }
    struct itimerspec when = {
        .it_value = {.tv_sec = (time_t)(deadline_ns / NS_PER_SECOND),
                     .tv_nsec = (long)(deadline_ns % NS_PER_SECOND)}};
    int rc = timerfd_settime(world->timer_fd, TFD_TIMER_ABSTIME, &when, NULL);
    assert(rc == 0);
    (void)rc;
    world->armed_ns = deadline_ns;
}

void world_wait(World *world, uint64_t deadline_ns) {
    arm(world, deadline_ns);
    uv_run(world->uv, UV_RUN_ONCE);
}

void world_wake(World *world) {
    uv_async_send(&world->async);
}

void world_post_stop(World *world) {
    atomic_store(&world->stop_wanted, true);
    world_wake(world);
}

void world_post_interrupt(World *world) {
    atomic_store(&world->interrupt_wanted, true);
    world_wake(world);
}

void world_post_input(World *world, const char *text, size_t size_bytes) {
    InputLine line = {0};
    if (text != NULL) {
        line.text = mem_strndup(text, size_bytes);
        line.size_bytes = size_bytes;
    }
    pthread_mutex_lock(&world->mutex);
    vec_push(world->mailbox, line);
    atomic_store(&world->has_mail, true);
    pthread_mutex_unlock(&world->mutex);
    world_wake(world);
}

// The flags are looked at on every turn of the scheduler: reading is cheap, exchanging is
// not.
static bool take(atomic_bool *flag) {
    return atomic_load_explicit(flag, memory_order_relaxed) &&
           atomic_exchange(flag, false);
}

bool world_take_stop(World *world) {
    return take(&world->stop_wanted);
}

bool world_take_interrupt(World *world) {
    return take(&world->interrupt_wanted);
}

bool world_stop_is_wanted(const World *world) {
    return atomic_load_explicit(&world->stop_wanted, memory_order_relaxed);
}

bool world_take_input(World *world, InputLine *line) {
    if (!atomic_load_explicit(&world->has_mail, memory_order_relaxed)) {
        return false;
    }
    pthread_mutex_lock(&world->mutex);
    bool any = world->mailbox.count > 0;
    if (any) {
        *line = world->mailbox.data[0];
        world->mailbox.count--;
        memmove(world->mailbox.data, world->mailbox.data + 1,
                world->mailbox.count * sizeof world->mailbox.data[0]);
    } else {
        atomic_store(&world->has_mail,
                     false); // under the mutex: a post comes either before or after
    }
    pthread_mutex_unlock(&world->mutex);
    return any;
}
