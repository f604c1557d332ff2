// sockets.c: the loop's epoll instance and what arrives through it.
//
// Enters: streams to watch, completions of lookups. Leaves: arrivals told one by one, in
// the order that choose.h says (by default the order in which they came). Always holds: a
// callback of libuv only lists arrivals; they are told by the scheduler, between two
// tasks; an arrival is listed at most once.
//
// Read next: stream.c (what an arrival does to a stream), connect.c.
#include "loop/sockets.h"
#include "loop/sched.h"

#include <assert.h>
#include <errno.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define EVENTS_MAX 256

void sockets_init(Sockets *sockets, Loop *loop) {
    *sockets = (Sockets){.loop = loop, .epoll_fd = -1};
}

// ---------------------------------------------------------------- arrivals

void sockets_arrive(Sockets *sockets, Arrival *arrival) {
    if (arrival->is_listed) {
        return;
    }
    arrival->is_listed = true;
    arrival->next = NULL;
    arrival->prev = sockets->last;
    *(sockets->last != NULL ? &sockets->last->next : &sockets->first) = arrival;
    sockets->last = arrival;
    sockets->arrived++;
}

void sockets_forget(Sockets *sockets, Arrival *arrival) {
    if (!arrival->is_listed) {
        return;
    }
    arrival->is_listed = false;
    *(arrival->prev != NULL ? &arrival->prev->next : &sockets->first) = arrival->next;
    *(arrival->next != NULL ? &arrival->next->prev : &sockets->last) = arrival->prev;
    sockets->arrived--;
}

void sockets_tell(Sockets *sockets) {
    while (sockets->arrived > 0) {
        uint32_t at =
            choose_among(&sockets->loop->choose, CHOOSE_COMPLETION, sockets->arrived);
        Arrival *arrival = sockets->first;
        for (uint32_t i = 0; i < at; i++) {
            arrival = arrival->next;
        }
        sockets_forget(sockets, arrival);
        arrival->tell(sockets->loop, arrival);
    }
}

// ---------------------------------------------------------------- epoll

static void on_events(uv_poll_t *handle, int status, int events) {
    (void)status;
    (void)events;
    Sockets *sockets = handle->data;
    struct epoll_event got[EVENTS_MAX];
    int count;
    do {
        count = epoll_wait(sockets->epoll_fd, got, EVENTS_MAX, 0);
        for (int i = 0; i < count; i++) {
            Stream *stream = got[i].data.ptr;
            stream->events |= got[i].events;
            sockets_arrive(sockets, &stream->arrival);
        }
    } while (count == EVENTS_MAX);
}

// 0 or errno.
static int start(Sockets *sockets) {
    sockets->epoll_fd = epoll_create1(EPOLL_CLOEXEC);
    if (sockets->epoll_fd < 0) {
        return errno;
    }
    int rc = uv_poll_init(sockets->loop->world.uv, &sockets->poll, sockets->epoll_fd);
    if (rc != 0) {
        close(sockets->epoll_fd);
        return -rc;
    }
    sockets->is_open = true;
    sockets->poll.data = sockets;
    rc = uv_poll_start(&sockets->poll, UV_READABLE, on_events);
    assert(rc == 0); // the handle is new and its descriptor ours
    (void)rc;
    return 0;
}

static bool is_too_many(int code) {
    return code == EMFILE || code == ENFILE;
}

int sockets_new(Sockets *sockets, int family) {
    int type = SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
    int fd = socket(family, type, 0);
    if (fd < 0 && is_too_many(errno)) {
        vm_collect(sockets->loop->vm);
        fd = socket(family, type, 0);
    }
    return fd;
}

int sockets_accept(Sockets *sockets, int listener) {
    int flags = SOCK_NONBLOCK | SOCK_CLOEXEC;
    int fd = accept4(listener, NULL, NULL, flags);
    if (fd < 0 && is_too_many(errno)) {
        vm_collect(sockets->loop->vm);
        fd = accept4(listener, NULL, NULL, flags);
    }
    return fd;
}

int sockets_watch(Sockets *sockets, Stream *stream, int fd) {
    int code = sockets->is_open ? 0 : start(sockets);
    if (code != 0) {
        return code;
    }
    struct epoll_event event = {.events =
                                    EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLPRI | EPOLLET,
                                .data.ptr = stream};
    return epoll_ctl(sockets->epoll_fd, EPOLL_CTL_ADD, fd, &event) == 0 ? 0 : errno;
}

// ---------------------------------------------------------------- what is in flight

static bool is_waited_for(const Stream *stream) {
    return stream->reading.sync.waiting > 0 || stream->writing.sync.waiting > 0 ||
           stream->queue.sync.waiting > 0;
}

static void leave_busy(Sockets *sockets, Stream *stream) {
    stream->is_busy = false;
    *(stream->prev_busy != NULL ? &stream->prev_busy->next_busy : &sockets->busy) =
        stream->next_busy;
    if (stream->next_busy != NULL) {
        stream->next_busy->prev_busy = stream->prev_busy;
    }
}

// Waits end in several ways, and none of them has to know of the list: who is in it
// without reason leaves it here.
bool sockets_in_flight(Sockets *sockets) {
    while (sockets->busy != NULL && !is_waited_for(sockets->busy)) {
        leave_busy(sockets, sockets->busy);
    }
    return sockets->busy != NULL || sockets->operations > 0;
}

uint32_t sockets_waits(const Sockets *sockets) {
    uint32_t count = sockets->operations;
    for (const Stream *at = sockets->busy; at != NULL; at = at->next_busy) {
        count +=
            at->reading.sync.waiting + at->writing.sync.waiting + at->queue.sync.waiting;
    }
    return count;
}

// ---------------------------------------------------------------- the lists of streams

void sockets_list(Sockets *sockets, Stream *stream) {
    stream->prev = NULL;
    stream->next = sockets->open;
    if (stream->next != NULL) {
        stream->next->prev = stream;
    }
    sockets->open = stream;
}

void sockets_unlist(Sockets *sockets, Stream *stream) {
    *(stream->prev != NULL ? &stream->prev->next : &sockets->open) = stream->next;
    if (stream->next != NULL) {
        stream->next->prev = stream->prev;
    }
    if (stream->is_busy) {
        leave_busy(sockets, stream);
    }
    sockets_forget(sockets, &stream->arrival);
}

void sockets_list_busy(Sockets *sockets, Stream *stream) {
    if (stream->is_busy) {
        return;
    }
    stream->is_busy = true;
    stream->prev_busy = NULL;
    stream->next_busy = sockets->busy;
    if (stream->next_busy != NULL) {
        stream->next_busy->prev_busy = stream;
    }
    sockets->busy = stream;
}

// ---------------------------------------------------------------- the end

static void on_close(uv_handle_t *handle) {
    Sockets *sockets = handle->data;
    sockets->open_handles--;
}

void sockets_deinit(Sockets *sockets) {
    connect_deinit(sockets);
    process_deinit(sockets);
    while (sockets->open != NULL) {
        stream_abandon(sockets->open);
    }
    if (!sockets->is_open) {
        return;
    }
    sockets->open_handles = 1;
    uv_poll_stop(&sockets->poll);
    uv_close((uv_handle_t *)&sockets->poll, on_close);
    while (sockets->open_handles > 0) {
        uv_run(sockets->loop->world.uv, UV_RUN_NOWAIT);
    }
    close(sockets->epoll_fd);
    sockets->is_open = false;
}
