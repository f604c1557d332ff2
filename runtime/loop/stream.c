// stream.c: reading, writing, listening and accepting, and the waits for them.
//
// Enters: natives that try, arrivals. Leaves: bytes, sockets, turns. Always holds: who
// waits at a side has found that it can't go on; a task whose turn came passes it on when
// it does not take it (cancelled, or done with it); a write that has begun is finished
// before the next one begins.
//
// asyncio's StreamWriter copies what it can't send at once; here the task itself waits
// until the kernel has taken all, so nothing is buffered twice and a slow reader slows
// the writer down, as drain() does. Only when the task gives up half-way is the rest
// copied, and goes out without it: at most one rest a connection, since the next write
// waits for it, and counted in the session's memory. When that is full, or the task has
// freed what it was writing, the stream is cut, and every later write says so.
//
// Read next: stream.h, sockets.h (where arrivals come from), lib's lib_net.c.
#include "loop/stream.h"
#include "loop/sched.h"
#include "loop/sockets.h"

#include <arpa/inet.h>
#include <assert.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

// How many connections the kernel keeps for a listener that does not come to accept them.
#define BACKLOG 1024
// Calls that did not have to wait, before a task lets the others have a turn.
#define STREAK_MAX 64

// ---------------------------------------------------------------- the sides

static Stream *stream_of_reading(const Sync *sync) {
    return (Stream *)((uintptr_t)sync - offsetof(Stream, reading.sync));
}

static Stream *stream_of_writing(const Sync *sync) {
    return (Stream *)((uintptr_t)sync - offsetof(Stream, writing.sync));
}

static Stream *stream_of_queue(const Sync *sync) {
    return (Stream *)((uintptr_t)sync - offsetof(Stream, queue.sync));
}

static bool reading_resume(Loop *loop, Sync *sync, Task *task, bool was_given,
                           SyncOutcome *outcome) {
    Stream *stream = stream_of_reading(sync);
    if (outcome->error != 0 && stream->child != NULL) {
        child_end(stream->child);
    }
    if (outcome->error == 0) {
        stream->reading.turn = task;
    } else if (was_given && stream->may_read) {
        sync_give(loop, sync); // of several that accept, the next one
    }
    return true;
}

static bool writing_resume(Loop *loop, Sync *sync, Task *task, bool was_given,
                           SyncOutcome *outcome) {
    (void)loop;
    (void)was_given;
    Stream *stream = stream_of_writing(sync);
    if (outcome->error != 0 && stream->child != NULL) {
        child_end(stream->child);
    }
    if (outcome->error == 0) {
        stream->writing.turn = task;
    } else if (stream->writer == task) { // else it was closed as well
        stream_write_give_up(stream);
    }
    return true;
}

static bool queue_resume(Loop *loop, Sync *sync, Task *task, bool was_given,
                         SyncOutcome *outcome) {
    Stream *stream = stream_of_queue(sync);
    if (outcome->error == 0) {
        stream->queue.turn = task;
    } else if (was_given && !stream_is_writing(stream)) {
        sync_give(loop, sync);
    }
    return true;
}

static char *describe(const Stream *stream, const char *does, bool is_peer) {
    char *where = stream_text(stream, is_peer);
    char *text = mem_printf("%s %s", does, where);
    mem_free(where);
    return text;
}

static char *reading_describe(const Sync *sync) {
    const Stream *stream = stream_of_reading(sync);
    return stream->is_listener ? describe(stream, "accepts on", false)
                               : describe(stream, "reads from", true);
}

static char *writing_describe(const Sync *sync) {
    return describe(stream_of_writing(sync), "writes to", true);
}

static char *queue_describe(const Sync *sync) {
    return describe(stream_of_queue(sync), "waits to write to", true);
}

static const SyncKind reading_kind = {"a connection", reading_resume, reading_describe};
static const SyncKind writing_kind = {"a connection", writing_resume, writing_describe};
static const SyncKind queue_kind = {"a connection", queue_resume, queue_describe};

void stream_wait(Stream *stream, StreamSide *side, bool blocking) {
    Loop *loop = stream->loop;
    assert(stream_is_open(stream));
    if (blocking) {
        sched_freeze(loop, loop->running);
    }
    sync_wait(loop, &side->sync);
    sockets_list_busy(&loop->sockets, stream);
}

bool stream_take_turn(StreamSide *side) {
    bool is_mine = side->turn != NULL;
    side->turn = NULL; // whoever goes on does so at once
    return is_mine;
}

bool stream_is_taken(const StreamSide *side) {
    return side->sync.waiting > 0 || side->sync.given > 0;
}

void stream_pass(Stream *stream, StreamSide *side) {
    if (stream->loop != NULL) {
        sync_give(stream->loop, &side->sync);
    }
}

bool stream_must_yield(Loop *loop) {
    Sockets *sockets = &loop->sockets;
    if (sockets->step != loop->step_count) {
        sockets->step = loop->step_count;
        sockets->streak = 0;
    }
    if (++sockets->streak < STREAK_MAX) {
        return false;
    }
    loop_sleep(loop, 0, false);
    return true;
}

static bool is_not_now(int code) {
    return code == EAGAIN || code == EWOULDBLOCK;
}

// ---------------------------------------------------------------- what was left to send

static void end_rest(Stream *stream, int code) {
    stream->rest = (StreamRest){.code = code};
    stream->is_cut |= code != 0;
    if (stream->shut_wanted && code == 0) {
        (void)shutdown(stream->fd, SHUT_WR); // a failure is the next read's
    }
    stream_pass(stream, &stream->queue);
}

// As much as the kernel takes.
static void send_rest(Stream *stream) {
    StreamRest *rest = &stream->rest;
    assert(rest->box != 0);
    const char *from = vm_peek(stream->loop->vm, rest->box, rest->size_bytes);
    assert(from != NULL); // nobody else has it
    while (stream->may_write && rest->sent_bytes < rest->size_bytes) {
        ssize_t n = send(stream->fd, from + rest->sent_bytes,
                         rest->size_bytes - rest->sent_bytes, MSG_NOSIGNAL);
        if (n >= 0) {
            rest->sent_bytes += (uint64_t)n;
        } else if (is_not_now(errno)) {
            stream->may_write = false;
        } else if (errno != EINTR) {
            end_rest(stream, errno);
            return;
        }
    }
    if (rest->sent_bytes == rest->size_bytes) {
        end_rest(stream, 0);
    }
}

// Copies what the write under way has still to send. False: it can't be had.
static bool keep_rest(Stream *stream) {
    assert(stream->rest.box == 0);
    VM *vm = stream->loop->vm;
    uint64_t left_bytes = stream->source_bytes - stream->written;
    if (vm_peek(vm, stream->source, stream->source_bytes) == NULL) {
        return false;
    }
    Ptr box = vm_alloc(vm, OBJ_BOX, left_bytes, true, (Span){0});
    char *to = box != 0 ? vm_write(vm, box, left_bytes) : NULL;
    const char *from = vm_peek(vm, stream->source, stream->source_bytes);
    if (to == NULL || from == NULL) {
        (void)vm_trap_take(vm); // no memory: nobody asked for a copy
        return false;
    }
    memcpy(to, from + stream->written, left_bytes);
    stream->rest = (StreamRest){.box = box, .size_bytes = left_bytes};
    return true;
}

// ---------------------------------------------------------------- arrivals

// An end, an error or urgent data may stand behind what a short read got, and nothing
// new will be told of it: from then on only "not now" means empty.
static void tell(Loop *loop, Arrival *arrival) {
    Stream *stream = (Stream *)(void *)arrival;
    uint32_t events = stream->events;
    stream->events = 0;
    if (events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR | EPOLLPRI)) {
        stream->must_drain = true;
    }
    if (stream->connect != NULL) {
        connect_go_on(loop, stream->connect);
        return;
    }
    if (events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR)) {
        stream->may_read = true;
        if (stream->reading.sync.given == 0) {
            sync_give(loop, &stream->reading.sync);
        }
    }
    if (events & (EPOLLOUT | EPOLLHUP | EPOLLERR)) {
        stream->may_write = true;
        if (stream->rest.box != 0) {
            send_rest(stream);
        } else {
            sync_give(loop, &stream->writing.sync);
        }
    }
}

static_assert(offsetof(Stream, arrival) == 0, "an arrival is its stream");

// ---------------------------------------------------------------- life

static void side_init(StreamSide *side, const SyncKind *kind, Ptr self) {
    side->sync = (Sync){.kind = kind, .self = self};
}

void stream_init(Stream *stream, Ptr self) {
    *stream = (Stream){.arrival.tell = tell, .fd = -1};
    side_init(&stream->reading, &reading_kind, self);
    side_init(&stream->writing, &writing_kind, self);
    side_init(&stream->queue, &queue_kind, self);
}

int stream_open(Stream *stream, Loop *loop, int fd) {
    assert(!stream_is_open(stream));
    int code = sockets_watch(&loop->sockets, stream, fd);
    if (code != 0) {
        close(fd);
        return code;
    }
    // What is small and goes to and fro must not wait for more (asyncio does the same).
    // Not on a listener, and harmless when refused.
    int on = 1;
    (void)setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    stream->fd = fd;
    stream->loop = loop;
    stream->may_read = stream->may_write = true;
    sockets_list(&loop->sockets, stream);
    return 0;
}

void stream_abandon(Stream *stream) {
    Sockets *sockets = &stream->loop->sockets;
    assert(stream_is_open(stream));
    // A child of fork may hold the socket still: then closing would not unregister it.
    (void)epoll_ctl(sockets->epoll_fd, EPOLL_CTL_DEL, stream->fd, NULL);
    close(stream->fd);
    stream->fd = -1;
    sockets_unlist(sockets, stream);
    if (stream->child != NULL) {
        child_forget_stream(stream->child);
        stream->child = NULL;
    }
    stream->loop = NULL;
    stream->writer = NULL;
    stream->written = 0;
    stream->rest = (StreamRest){0};
}

void stream_close(Stream *stream) {
    if (!stream_is_open(stream)) {
        return;
    }
    Loop *loop = stream->loop;
    stream_abandon(stream);
    sync_give_all(loop, &stream->reading.sync);
    sync_give_all(loop, &stream->writing.sync);
    sync_give_all(loop, &stream->queue.sync);
}

typedef struct Address {
    union {
        struct sockaddr any;
        struct sockaddr_in v4;
        struct sockaddr_in6 v6;
    };
    socklen_t size_bytes;
} Address;

static Address address_v4(uint16_t port) {
    return (Address){.v4 = {.sin_family = AF_INET, .sin_port = htons(port)},
                     .size_bytes = sizeof(struct sockaddr_in)};
}

static Address address_v6(uint16_t port) {
    return (Address){.v6 = {.sin6_family = AF_INET6, .sin6_port = htons(port)},
                     .size_bytes = sizeof(struct sockaddr_in6)};
}

// False: no address.
static bool parse_address(const char *text, uint16_t port, Address *to) {
    const char *address = strcmp(text, "localhost") == 0 ? "127.0.0.1" : text;
    *to = address_v4(port);
    if (inet_pton(AF_INET, address, &to->v4.sin_addr) == 1) {
        return true;
    }
    *to = address_v6(port);
    return inet_pton(AF_INET6, address, &to->v6.sin6_addr) == 1;
}

// A socket that listens there; both: who comes over IPv4 as well. -1 with *code.
static int listen_at(const Address *where, bool both, int *code) {
    int fd = socket(where->any.sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0) {
        *code = errno;
        return -1;
    }
    int on = 1; // a server may be started again at once
    int only = !both;
    bool is_v6 = where->any.sa_family == AF_INET6;
    if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) != 0 ||
        (is_v6 && setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &only, sizeof only) != 0) ||
        bind(fd, &where->any, where->size_bytes) != 0 || listen(fd, BACKLOG) != 0) {
        *code = errno;
        close(fd);
        return -1;
    }
    return fd;
}

// Every address of the machine: one socket for both families, or, where there is no IPv6,
// for the one that there is.
static int listen_everywhere(uint16_t port, int *code) {
    Address where = address_v6(port);
    int fd = listen_at(&where, true, code);
    if (fd < 0 && *code != EADDRINUSE && *code != EACCES) {
        where = address_v4(port);
        fd = listen_at(&where, false, code);
    }
    return fd;
}

int stream_listen(Stream *stream, Loop *loop, const char *address, uint16_t port) {
    Address where;
    int code = 0;
    if (address[0] != '\0' && !parse_address(address, port, &where)) {
        return -1;
    }
    int fd = address[0] == '\0' ? listen_everywhere(port, &code)
                                : listen_at(&where, false, &code);
    if (fd < 0) {
        return code;
    }
    stream->is_listener = true;
    return stream_open(stream, loop, fd);
}

// ---------------------------------------------------------------- trying

StreamStep stream_read(Stream *stream, void *to, size_t size_bytes, size_t *got,
                       int *code) {
    assert(size_bytes > 0);
    if (!stream->may_read) {
        return STREAM_WAIT;
    }
    ssize_t n;
    do {
        n = read(stream->fd, to, size_bytes);
    } while (n < 0 && errno == EINTR);
    if (n < 0) {
        *code = errno;
        stream->may_read = !is_not_now(*code);
        return stream->may_read ? STREAM_FAILED : STREAM_WAIT;
    }
    *got = (size_t)n;
    stream->may_read = (size_t)n == size_bytes || stream->must_drain;
    return STREAM_DONE;
}

static void end_write(Stream *stream) {
    stream->writer = NULL;
    stream->written = 0;
    stream->source = 0;
    stream->writing.turn = NULL;
    if (stream->rest.box != 0) {
        send_rest(stream); // the queue's turn comes behind it
    } else {
        stream_pass(stream, &stream->queue);
    }
}

void stream_write_cut(Stream *stream) {
    stream->is_cut |= stream->written > 0;
    end_write(stream);
}

void stream_write_give_up(Stream *stream) {
    assert(stream->writer != NULL);
    if (stream->written > 0 && !keep_rest(stream)) {
        stream->is_cut = true;
    }
    end_write(stream);
}

StreamStep stream_write(Stream *stream, Ptr source, const void *from, size_t size_bytes,
                        int *code) {
    assert(stream->writer == NULL || stream->writer == stream->loop->running);
    assert(stream->rest.box == 0);
    stream->writer = stream->loop->running;
    stream->source = source;
    stream->source_bytes = size_bytes;
    while (stream->written < size_bytes) {
        if (!stream->may_write) {
            return STREAM_WAIT;
        }
        ssize_t n = send(stream->fd, (const char *)from + stream->written,
                         size_bytes - stream->written, MSG_NOSIGNAL);
        if (n >= 0) {
            stream->written += (uint64_t)n;
            stream->may_write = stream->written == size_bytes;
        } else if (is_not_now(errno)) {
            stream->may_write = false;
        } else if (errno != EINTR) {
            *code = errno;
            stream_write_cut(stream);
            return STREAM_FAILED;
        }
    }
    end_write(stream);
    return STREAM_DONE;
}

StreamStep stream_send(Stream *stream, const void *from, size_t size_bytes, size_t *sent,
                       int *code) {
    assert(stream->writer == NULL);
    while (*sent < size_bytes) {
        if (!stream->may_write) {
            return STREAM_WAIT;
        }
        ssize_t n = send(stream->fd, (const char *)from + *sent, size_bytes - *sent,
                         MSG_NOSIGNAL);
        if (n >= 0) {
            *sent += (size_t)n;
        } else if (is_not_now(errno)) {
            stream->may_write = false;
        } else if (errno != EINTR) {
            *code = errno;
            return STREAM_FAILED;
        }
    }
    return STREAM_DONE;
}

// Connections that ended before anybody took them are nobody's error (accept(2)).
static bool is_transient(int code) {
    return code == EINTR || code == ECONNABORTED || code == EPROTO || code == EPERM;
}

StreamStep stream_accept(Stream *stream, int *fd, int *code) {
    if (!stream->may_read) {
        return STREAM_WAIT;
    }
    do {
        *fd = sockets_accept(&stream->loop->sockets, stream->fd);
    } while (*fd < 0 && is_transient(errno));
    if (*fd < 0) {
        *code = errno;
        stream->may_read = !is_not_now(*code);
    }
    if (stream->may_read && stream->reading.sync.given == 0) {
        stream_pass(stream, &stream->reading); // there may be another
    }
    return *fd >= 0 ? STREAM_DONE : stream->may_read ? STREAM_FAILED : STREAM_WAIT;
}

int stream_shutdown(Stream *stream) {
    if (stream->rest.box != 0) {
        stream->shut_wanted = true;
        return 0;
    }
    return shutdown(stream->fd, SHUT_WR) == 0 ? 0 : errno;
}

// ---------------------------------------------------------------- questions

// Who came over IPv4 to a socket of both families is told by the address that everybody
// knows: "127.0.0.1", not "::ffff:127.0.0.1".
static void put_v6(StreamName *name, const struct in6_addr *address) {
    bool is_v4 = IN6_IS_ADDR_V4MAPPED(address);
    const void *from = is_v4 ? (const void *)&address->s6_addr[12] : address;
    inet_ntop(is_v4 ? AF_INET : AF_INET6, from, name->address, sizeof name->address);
}

StreamName stream_name(const Stream *stream, bool is_peer) {
    StreamName name = {0};
    struct sockaddr_storage at;
    socklen_t size_bytes = sizeof at;
    memset(&at, 0, sizeof at);
    int rc = is_peer ? getpeername(stream->fd, (struct sockaddr *)&at, &size_bytes)
                     : getsockname(stream->fd, (struct sockaddr *)&at, &size_bytes);
    if (rc != 0) {
        return name;
    }
    if (at.ss_family == AF_INET) {
        struct sockaddr_in v4;
        memcpy(&v4, &at, sizeof v4);
        inet_ntop(AF_INET, &v4.sin_addr, name.address, sizeof name.address);
        name.port = ntohs(v4.sin_port);
    } else if (at.ss_family == AF_INET6) {
        struct sockaddr_in6 v6;
        memcpy(&v6, &at, sizeof v6);
        put_v6(&name, &v6.sin6_addr);
        name.port = ntohs(v6.sin6_port);
    }
    return name;
}

char *stream_text(const Stream *stream, bool is_peer) {
    if (stream->child != NULL) {
        return mem_printf("`%s`", child_command(stream->child));
    }
    StreamName name = stream_name(stream, is_peer);
    if (name.address[0] == '\0') {
        return mem_strdup("a connection that is closed");
    }
    bool is_v6 = strchr(name.address, ':') != NULL;
    return mem_printf(is_v6 ? "[%s]:%u" : "%s:%u", name.address, name.port);
}

// Python's subclasses of OSError (library reference, "OS exceptions").
static const char *python_name(int code) {
    switch (code) {
    case ECONNREFUSED:
        return "ConnectionRefusedError";
    case ECONNRESET:
        return "ConnectionResetError";
    case ECONNABORTED:
        return "ConnectionAbortedError";
    case EPIPE:
    case ESHUTDOWN:
        return "BrokenPipeError";
    case EACCES:
    case EPERM:
        return "PermissionError";
    case ETIMEDOUT:
        return "TimeoutError";
    default:
        return "OSError";
    }
}

Ptr stream_error(VM *vm, int code, const char *message) {
    return vm_error_new(vm, TRAP_OS, python_name(code), code, "%s", message);
}
