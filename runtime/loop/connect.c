// connect.c: looking names up and connecting: operations whose futures a task awaits.
//
//     resolve:  lookup ------------------------------------> the first address
//     connect:  lookup --> socket, connect(2) --> arrival --> the stream, open
//                             ^                      |
//                             +---- next address ----+ refused
//
// A lookup runs in a thread of libuv's: getaddrinfo knows no other way. It can't be
// stopped there, so one that nobody wants any more ends alone; the session's end waits
// for it. Numbers are no names: they are read at once.
//
// Read next: stream.c; future.h (operations).
#include "loop/sched.h"
#include "loop/sockets.h"

#include <arpa/inet.h>
#include <assert.h>
#include <errno.h>
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

typedef struct addrinfo Address;

// Who wants to know.
typedef void (*LookupFn)(Loop *loop, Operation *op, int status, Address *found);

struct Lookup {
    Arrival arrival; // first
    uv_getaddrinfo_t request;
    Sockets *sockets;
    Lookup *next, *prev; // of those in flight
    Operation *op;       // NULL: nobody wants it any more
    LookupFn done;
    int status; // uv's, once it has arrived
};

struct Connect {
    Operation op; // first
    Lookup *lookup;
    Stream *stream;
    Connect *next, *prev; // of those under way
    Address *found;       // all of them, to be freed
    const Address *at;    // the one that is being tried
    int code;             // why the last one failed
    char *host;
    uint16_t port;
};

typedef struct Resolve {
    Operation op; // first
    Lookup *lookup;
    char *host;
} Resolve;

// ---------------------------------------------------------------- lookups

static void lookup_free(Lookup *lookup) {
    Sockets *sockets = lookup->sockets;
    *(lookup->prev != NULL ? &lookup->prev->next : &sockets->lookups) = lookup->next;
    if (lookup->next != NULL) {
        lookup->next->prev = lookup->prev;
    }
    sockets_forget(sockets, &lookup->arrival);
    mem_free(lookup);
}

static void lookup_tell(Loop *loop, Arrival *arrival) {
    Lookup *lookup = (Lookup *)(void *)arrival;
    Operation *op = lookup->op;
    LookupFn done = lookup->done;
    int status = lookup->status;
    Address *found = lookup->request.addrinfo;
    lookup_free(lookup);
    if (op != NULL) {
        done(loop, op, status, found);
    } else if (found != NULL) {
        uv_freeaddrinfo(found);
    }
}

static void on_found(uv_getaddrinfo_t *request, int status, Address *found) {
    Lookup *lookup = request->data;
    lookup->status = status;
    lookup->request.addrinfo = found;
    sockets_arrive(lookup->sockets, &lookup->arrival);
}

// 0, or uv's error: `done` is not called then.
static int lookup_start(Loop *loop, const char *host, Lookup **lookup_out) {
    Sockets *sockets = &loop->sockets;
    Lookup *lookup = mem_alloc(sizeof *lookup);
    lookup->arrival.tell = lookup_tell;
    lookup->sockets = sockets;
    lookup->request.data = lookup;
    lookup->next = sockets->lookups;
    if (lookup->next != NULL) {
        lookup->next->prev = lookup;
    }
    sockets->lookups = lookup;
    const Address wanted = {.ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM};
    int rc =
        uv_getaddrinfo(loop->world.uv, &lookup->request, on_found, host, NULL, &wanted);
    if (rc != 0) {
        lookup_free(lookup);
        return rc;
    }
    *lookup_out = lookup;
    return 0;
}

// An address written as numbers. NULL: it is a name.
static Address *read_numbers(const char *host) {
    const Address wanted = {
        .ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICHOST};
    Address *found = NULL;
    return getaddrinfo(host, NULL, &wanted, &found) == 0 ? found : NULL;
}

static Ptr lookup_error(Loop *loop, const char *host, int status) {
    bool is_unknown = status == UV_EAI_NONAME || status == UV_EAI_NODATA;
    const char *why = is_unknown ? "nobody has that name; is it spelled right?"
                      : status == UV_EAI_AGAIN
                          ? "no name server answers; is there a network?"
                          : uv_strerror(status);
    return vm_error_new(loop->vm, TRAP_OS, "gaierror", 0,
                        "the name \"%s\" has no address: %s", host, why);
}

// ---------------------------------------------------------------- resolve

static void resolve_end(Loop *loop, Resolve *resolve, FutureState state, Value result) {
    loop->sockets.operations--;
    mem_free(resolve->host);
    future_finish(loop, resolve->op.future, state, result);
    operation_destroy(loop, &resolve->op);
}

static bool resolve_cancel(Loop *loop, Operation *op, FutureList *parts) {
    (void)parts;
    Resolve *resolve = (Resolve *)(void *)op;
    resolve->lookup->op = NULL;
    resolve_end(loop, resolve, FUTURE_CANCELLED, (Value){.p = task_cancel_error(loop)});
    return true;
}

static void resolve_done(Loop *loop, Operation *op, int status, Address *found) {
    Resolve *resolve = (Resolve *)(void *)op;
    if (status != 0) {
        Ptr error = lookup_error(loop, resolve->host, status);
        resolve_end(loop, resolve, FUTURE_FAILED, (Value){.p = error});
        return;
    }
    char text[64] = "";
    getnameinfo(found->ai_addr, found->ai_addrlen, text, sizeof text, NULL, 0,
                NI_NUMERICHOST);
    uv_freeaddrinfo(found);
    Ptr string = vm_string(loop->vm, text, strlen(text));
    Value result = {.p = string != 0 ? string : vm_trap_take(loop->vm)};
    resolve_end(loop, resolve, string != 0 ? FUTURE_DONE : FUTURE_FAILED, result);
}

static void no_mark(VM *vm, Operation *op) {
    (void)vm;
    (void)op;
}

static const OperationKind resolve_kind = {"a lookup", resolve_cancel, NULL, no_mark,
                                           NULL};

Future *loop_resolve(Loop *loop, const char *host) {
    Resolve *resolve = operation_new(loop, &resolve_kind, sizeof *resolve);
    if (resolve == NULL) {
        return NULL;
    }
    Future *future = resolve->op.future;
    resolve->host = mem_strdup(host);
    resolve->op.what = mem_printf("looks up \"%s\"", host);
    loop->sockets.operations++;
    Address *numbers = read_numbers(host);
    int rc = numbers != NULL ? 0 : lookup_start(loop, host, &resolve->lookup);
    if (numbers != NULL || rc != 0) {
        resolve_done(loop, &resolve->op, rc, numbers);
    } else {
        resolve->lookup->op = &resolve->op;
        resolve->lookup->done = resolve_done;
    }
    return future;
}

// ---------------------------------------------------------------- connect

static void connect_drop(Loop *loop, Connect *connect) {
    Sockets *sockets = &loop->sockets;
    *(connect->prev != NULL ? &connect->prev->next : &sockets->connects) = connect->next;
    if (connect->next != NULL) {
        connect->next->prev = connect->prev;
    }
    sockets->operations--;
    connect->stream->connect = NULL;
    if (connect->lookup != NULL) {
        connect->lookup->op = NULL;
    }
    if (connect->found != NULL) {
        uv_freeaddrinfo(connect->found);
    }
    mem_free(connect->host);
}

static void connect_end(Loop *loop, Connect *connect, FutureState state, Value result) {
    connect_drop(loop, connect);
    future_finish(loop, connect->op.future, state, result);
    operation_destroy(loop, &connect->op);
}

static bool connect_cancel(Loop *loop, Operation *op, FutureList *parts) {
    (void)parts;
    Connect *connect = (Connect *)(void *)op;
    if (stream_is_open(connect->stream)) {
        stream_abandon(connect->stream);
    }
    connect_end(loop, connect, FUTURE_CANCELLED, (Value){.p = task_cancel_error(loop)});
    return true;
}

// What a beginner makes of the errno.
static const char *hint(int code) {
    switch (code) {
    case ECONNREFUSED:
        return "nobody listens there; is the server running, and is it that port?";
    case ETIMEDOUT:
        return "it does not answer";
    case ENETUNREACH:
    case EHOSTUNREACH:
        return "there is no way to it; is there a network?";
    case EMFILE:
    case ENFILE:
        return "too many files and sockets are open at once; close some";
    case EADDRNOTAVAIL:
        return "this machine has no free port left for it, or it is no address to "
               "connect to";
    default:
        return strerror(code);
    }
}

static void connect_fail(Loop *loop, Connect *connect) {
    char *message = mem_printf("cannot connect to %s:%u: %s", connect->host,
                               connect->port, hint(connect->code));
    Ptr error = stream_error(loop->vm, connect->code, message);
    mem_free(message);
    connect_end(loop, connect, FUTURE_FAILED, (Value){.p = error});
}

// One address: 0: connected. EINPROGRESS: under way. Else why not; no socket is open.
static int try_address(Loop *loop, Connect *attempt) {
    struct sockaddr_storage where;
    memset(&where, 0, sizeof where);
    memcpy(&where, attempt->at->ai_addr, attempt->at->ai_addrlen);
    if (where.ss_family == AF_INET) {
        ((struct sockaddr_in *)(void *)&where)->sin_port = htons(attempt->port);
    } else {
        ((struct sockaddr_in6 *)(void *)&where)->sin6_port = htons(attempt->port);
    }
    int fd = sockets_new(&loop->sockets, where.ss_family);
    if (fd < 0) {
        return errno;
    }
    int rc = connect(fd, (const struct sockaddr *)&where, attempt->at->ai_addrlen);
    int code = rc == 0 ? 0 : errno;
    if (code != 0 && code != EINPROGRESS) {
        close(fd);
        return code;
    }
    // Watched only now: a socket that is neither connected nor connecting tells a hang-up.
    int refused = stream_open(attempt->stream, loop, fd);
    return refused != 0 ? refused : code;
}

// From the address that is next: until one connects or is under way.
static void try_addresses(Loop *loop, Connect *connect) {
    for (; connect->at != NULL; connect->at = connect->at->ai_next) {
        int family = connect->at->ai_family;
        if (family != AF_INET && family != AF_INET6) {
            continue;
        }
        int code = try_address(loop, connect);
        if (code == 0) {
            connect_end(loop, connect, FUTURE_DONE,
                        (Value){.p = connect->stream->reading.sync.self});
            return;
        }
        if (code == EINPROGRESS) {
            return;
        }
        connect->code = code;
    }
    connect_fail(loop, connect);
}

void connect_go_on(Loop *loop, Connect *connect) {
    Stream *stream = connect->stream;
    int code = 0;
    socklen_t size_bytes = sizeof code;
    if (getsockopt(stream->fd, SOL_SOCKET, SO_ERROR, &code, &size_bytes) != 0) {
        code = errno;
    }
    StreamName peer = stream_name(stream, true);
    if (code == 0 && peer.address[0] == '\0') {
        return; // told of something else: it is not there yet
    }
    if (code == 0) {
        connect_end(loop, connect, FUTURE_DONE, (Value){.p = stream->reading.sync.self});
        return;
    }
    stream_abandon(stream);
    connect->code = code;
    connect->at = connect->at->ai_next;
    try_addresses(loop, connect);
}

static void connect_found(Loop *loop, Operation *op, int status, Address *found) {
    Connect *connect = (Connect *)(void *)op;
    connect->lookup = NULL;
    if (status != 0) {
        Ptr error = lookup_error(loop, connect->host, status);
        connect_end(loop, connect, FUTURE_FAILED, (Value){.p = error});
        return;
    }
    connect->found = found;
    connect->at = found;
    connect->code = EADDRNOTAVAIL; // should none of them be one of the internet's
    try_addresses(loop, connect);
}

static void connect_mark(VM *vm, Operation *op) {
    vm_mark(vm, (Value){.p = ((Connect *)(void *)op)->stream->reading.sync.self});
}

static const OperationKind connect_kind = {"a connection", connect_cancel, NULL,
                                           connect_mark, NULL};

Future *stream_connect(Stream *stream, Loop *loop, const char *host, uint16_t port) {
    Connect *connect = operation_new(loop, &connect_kind, sizeof *connect);
    if (connect == NULL) {
        return NULL;
    }
    Sockets *sockets = &loop->sockets;
    Future *future = connect->op.future;
    connect->stream = stream;
    stream->connect = connect;
    connect->host = mem_strdup(host);
    connect->port = port;
    connect->op.what = mem_printf("connects to %s:%u", host, port);
    connect->next = sockets->connects;
    if (connect->next != NULL) {
        connect->next->prev = connect;
    }
    sockets->connects = connect;
    sockets->operations++;
    Address *numbers = read_numbers(host);
    int rc = numbers != NULL ? 0 : lookup_start(loop, host, &connect->lookup);
    if (numbers != NULL || rc != 0) {
        connect_found(loop, &connect->op, rc, numbers);
    } else {
        connect->lookup->op = &connect->op;
        connect->lookup->done = connect_found;
    }
    return future;
}

void loop_await_blocking(Loop *loop, Future *future) {
    if (future->state == FUTURE_PENDING) {
        sched_freeze(loop, loop->running);
    }
    task_wait_future(loop, loop->running, future);
}

// ---------------------------------------------------------------- the end

// The operations themselves are freed with the futures.
void connect_deinit(Sockets *sockets) {
    Loop *loop = sockets->loop;
    for (Operation *op = loop->operations; op != NULL; op = op->next) {
        if (op->kind == &resolve_kind) {
            Resolve *resolve = (Resolve *)(void *)op;
            resolve->lookup->op = NULL;
            mem_free(resolve->host);
        }
    }
    while (sockets->connects != NULL) {
        connect_drop(loop, sockets->connects);
    }
    for (Lookup *at = sockets->lookups; at != NULL; at = at->next) {
        (void)uv_cancel((uv_req_t *)&at->request); // refused for those that run
    }
    while (sockets->lookups != NULL) {
        sockets_tell(sockets);
        if (sockets->lookups != NULL) {
            uv_run(loop->world.uv, UV_RUN_ONCE);
        }
    }
}
