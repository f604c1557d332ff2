// lib_net.c: TCP: names, connections and listeners: making, closing and asking.
//
// Enters: hosts, ports, handles. Leaves: handles, futures awaited, errors by Python's
// names. Always holds: a handle that is collected closes its socket; one that is closed
// stays an object, and using it is an error that says where it was closed.
//
// Read next: loop/stream.h; lib_conn.c (reading and writing); include/async_net.h for
// how a program sees it.
#include "lib/lib_net.h"
#include "lib/lib_async.h"

#include <errno.h>
#include <unistd.h>

// ---------------------------------------------------------------- the objects

static void conn_trace(VM *vm, void *data) {
    vm_mark(vm, (Value){.p = ((const Conn *)data)->stream.rest.box});
}

static void conn_finalize(VM *vm, void *data) {
    (void)vm;
    Conn *conn = data;
    stream_close(&conn->stream);
    mem_free(conn->data);
    conn->data = NULL;
}

static void listener_finalize(VM *vm, void *data) {
    (void)vm;
    stream_close(&((Listener *)data)->stream);
}

static char *conn_describe(VM *vm, const void *data) {
    (void)vm;
    const Conn *conn = data;
    if (!stream_is_open(&conn->stream)) {
        return mem_strdup("<conn, closed>");
    }
    char *local = stream_text(&conn->stream, false);
    char *peer = stream_text(&conn->stream, true);
    char *text = mem_printf("<conn, %s to %s>", local, peer);
    mem_free(local);
    mem_free(peer);
    return text;
}

static char *listener_describe(VM *vm, const void *data) {
    (void)vm;
    const Listener *listener = data;
    if (!stream_is_open(&listener->stream)) {
        return mem_strdup("<listener, closed>");
    }
    char *local = stream_text(&listener->stream, false);
    char *text = mem_printf("<listener on %s>", local);
    mem_free(local);
    return text;
}

static const NativeClass conn_class = {.name = "conn",
                                       .size_bytes = sizeof(Conn),
                                       .finalize = conn_finalize,
                                       .trace = conn_trace,
                                       .describe = conn_describe};
static const NativeClass listener_class = {.name = "listener",
                                           .size_bytes = sizeof(Listener),
                                           .finalize = listener_finalize,
                                           .describe = listener_describe};

static void *object_arg(NativeCall *call, const NativeClass *class, const char *makers) {
    Ptr p = (Ptr)call->args[0].p;
    void *data = vm_native_data(call->vm, p, class);
    if (data == NULL) {
        vm_trap(call->vm, p == 0 ? TRAP_NULL_POINTER : TRAP_VALUE,
                p == 0 ? "this %s is a null handle: %s" : "this is no %s: %s",
                class->name, makers);
    }
    return data;
}

Conn *net_conn_arg(NativeCall *call) {
    return object_arg(call, &conn_class, "tcp_connect and tcp_accept make one");
}

static Listener *listener_arg(NativeCall *call) {
    return object_arg(call, &listener_class, "tcp_listen makes one");
}

static Ptr conn_new(VM *vm, Conn **conn) {
    void *data = NULL;
    Ptr p = vm_native_new(vm, &conn_class, &data);
    if (p != 0) {
        *conn = data;
        stream_init(&(*conn)->stream, p);
    }
    return p;
}

// ---------------------------------------------------------------- errors

NativeResult net_fail(NativeCall *call, int code, char *message) {
    vm_trap_error(call->vm, stream_error(call->vm, code, message));
    mem_free(message);
    return NATIVE_TRAP;
}

static NativeResult fail_closed(NativeCall *call, const char *what, Span closed_at,
                                bool has_waited) {
    char *message =
        mem_printf(has_waited ? "the %s was closed while this task waited for it"
                              : "this %s is closed already",
                   what);
    Ptr error = stream_error(call->vm, has_waited ? ECONNABORTED : EBADF, message);
    mem_free(message);
    vm_error_note(call->vm, error, closed_at, "closed here");
    vm_trap_error(call->vm, error);
    return NATIVE_TRAP;
}

NativeResult net_fail_closed(NativeCall *call, const Conn *conn, bool has_waited) {
    return fail_closed(call, "connection", conn->closed_at, has_waited);
}

// A port in argument i; false after a trap.
static bool port_arg(NativeCall *call, uint32_t i, int lowest) {
    int port = arg_int(call, i);
    if (port >= lowest && port <= 65535) {
        return true;
    }
    vm_trap(call->vm, TRAP_VALUE, "%d is no port: ports are numbers from %d to 65535",
            port, lowest);
    return false;
}

// ---------------------------------------------------------------- names, connecting

// char *resolve(const char *host)
NativeResult lib_resolve(NativeCall *call) {
    uint64_t length;
    const char *host = native_string(call, 0, &length);
    return host != NULL ? async_await(call, loop_resolve(lib_here(call)->loop, host))
                        : NATIVE_TRAP;
}

// conn tcp_connect(const char *host, int port)
NativeResult lib_tcp_connect(NativeCall *call) {
    uint64_t length;
    const char *host = native_string(call, 0, &length);
    if (host == NULL || !port_arg(call, 1, 1)) {
        return NATIVE_TRAP;
    }
    char *name = mem_strdup(host);
    Conn *conn = NULL;
    Ptr p = conn_new(call->vm, &conn);
    Future *future = NULL;
    if (p != 0) {
        call->args[0].p = p; // rooted, until the future's operation holds it
        future = stream_connect(&conn->stream, lib_here(call)->loop, name,
                                (uint16_t)arg_int(call, 1));
    }
    mem_free(name);
    return async_await(call, future);
}

// ---------------------------------------------------------------- listening

static NativeResult listen_on(NativeCall *call, const char *address, int port) {
    void *data = NULL;
    char *name = mem_strdup(address); // the object takes the argument's place
    Ptr p = vm_native_new(call->vm, &listener_class, &data);
    if (p == 0) {
        mem_free(name);
        return NATIVE_TRAP;
    }
    Listener *listener = data;
    stream_init(&listener->stream, p);
    call->args[0].p = p; // rooted: too many sockets make the collector look for some
    int code =
        stream_listen(&listener->stream, lib_here(call)->loop, name, (uint16_t)port);
    if (code < 0) {
        vm_trap(call->vm, TRAP_VALUE,
                "\"%s\" is no address: \"127.0.0.1\" listens to this machine only, "
                "tcp_listen(%d) to everybody",
                name, port);
    } else if (code > 0) {
        net_fail(call, code,
                 mem_printf("cannot listen on port %d%s%s: %s", port,
                            name[0] != '\0' ? " of " : "", name,
                            code == EADDRINUSE
                                ? "somebody listens there already; port 0 finds a free "
                                  "one"
                            : code == EACCES ? "ports below 1024 are the administrator's"
                                             : strerror(code)));
    }
    mem_free(name);
    return code == 0 ? NATIVE_DONE : NATIVE_TRAP;
}

// listener tcp_listen(int port)
NativeResult lib_tcp_listen(NativeCall *call) {
    return port_arg(call, 0, 0) ? listen_on(call, "", arg_int(call, 0)) : NATIVE_TRAP;
}

// listener tcp_listen(const char *address, int port)
NativeResult lib_tcp_listen_on(NativeCall *call) {
    uint64_t length;
    const char *address = native_string(call, 0, &length);
    return address != NULL && port_arg(call, 1, 0)
               ? listen_on(call, address, arg_int(call, 1))
               : NATIVE_TRAP;
}

// A connection that was accepted, as an object.
static NativeResult adopt(NativeCall *call, int fd) {
    Conn *conn = NULL;
    Ptr p = conn_new(call->vm, &conn);
    if (p == 0) {
        close(fd);
        return NATIVE_TRAP;
    }
    int code = stream_open(&conn->stream, lib_here(call)->loop, fd);
    if (code != 0) {
        return net_fail(call, code,
                        mem_printf("cannot accept a connection: %s", strerror(code)));
    }
    return done_ptr(call, p);
}

static NativeResult fail_accept(NativeCall *call, int code) {
    const char *why = code == EMFILE || code == ENFILE
                          ? "too many files and sockets are open at once; close some"
                          : strerror(code);
    return net_fail(call, code, mem_printf("cannot accept a connection: %s", why));
}

static NativeResult wait_accept(NativeCall *call, Stream *stream) {
    stream_wait(stream, &stream->reading, !call->suspend);
    return NATIVE_AGAIN;
}

// STREAM_DONE: a connection is in *fd. STREAM_FAILED: *code; the listener may be closed.
static StreamStep try_accept(Listener *listener, int *fd, int *code) {
    Stream *stream = &listener->stream;
    bool has_waited = stream_take_turn(&stream->reading);
    if (!stream_is_open(stream)) {
        *code = has_waited ? ECONNABORTED : EBADF;
        return STREAM_FAILED;
    }
    if (!has_waited && stream_is_taken(&stream->reading)) {
        return STREAM_WAIT;
    }
    return stream_accept(stream, fd, code);
}

// True: *result is the call's, a connection or a wait. False: *code says why not; the
// listener may be closed.
static bool accept_or_wait(NativeCall *call, Listener *listener, int *code,
                           NativeResult *result) {
    int fd;
    switch (try_accept(listener, &fd, code)) {
    case STREAM_DONE:
        *result = adopt(call, fd);
        return true;
    case STREAM_WAIT:
        *result = wait_accept(call, &listener->stream);
        return true;
    case STREAM_FAILED:
        break;
    }
    return false;
}

// conn tcp_accept(listener l)
NativeResult lib_tcp_accept(NativeCall *call) {
    Listener *listener = listener_arg(call);
    if (listener == NULL) {
        return NATIVE_TRAP;
    }
    if (call->suspend && stream_must_yield(lib_here(call)->loop)) {
        return NATIVE_AGAIN;
    }
    int code = 0;
    NativeResult result;
    if (accept_or_wait(call, listener, &code, &result)) {
        return result;
    }
    return stream_is_open(&listener->stream)
               ? fail_accept(call, code)
               : fail_closed(call, "listener", listener->closed_at, code == ECONNABORTED);
}

// As asyncio's server: while too many sockets are open it tries again every second.
#define PAUSE_S 1.0

// conn __serve_accept(listener l): the null handle once the listener is closed
NativeResult lib_serve_accept(NativeCall *call) {
    Listener *listener = listener_arg(call);
    if (listener == NULL) {
        return NATIVE_TRAP;
    }
    Loop *loop = lib_here(call)->loop;
    if (stream_must_yield(loop)) {
        return NATIVE_AGAIN;
    }
    int code = 0;
    NativeResult result;
    if (accept_or_wait(call, listener, &code, &result)) {
        return result;
    }
    if (!stream_is_open(&listener->stream)) {
        return done_ptr(call, 0);
    }
    if (code == EMFILE || code == ENFILE) {
        loop_sleep(loop, PAUSE_S, false);
        return NATIVE_AGAIN;
    }
    return fail_accept(call, code);
}

// ---------------------------------------------------------------- closing

// int close(conn c)
NativeResult lib_conn_close(NativeCall *call) {
    Conn *conn = net_conn_arg(call);
    if (conn == NULL) {
        return NATIVE_TRAP;
    }
    if (!conn->is_closed) {
        conn->is_closed = true;
        conn->closed_at = vm_where(call->vm);
        conn->begin = conn->end = 0;
        stream_close(&conn->stream);
    }
    return done_int(call, 0);
}

// int close(listener l)
NativeResult lib_listener_close(NativeCall *call) {
    Listener *listener = listener_arg(call);
    if (listener == NULL) {
        return NATIVE_TRAP;
    }
    if (!listener->is_closed) {
        listener->is_closed = true;
        listener->closed_at = vm_where(call->vm);
        stream_close(&listener->stream);
    }
    return done_int(call, 0);
}

// ---------------------------------------------------------------- where it leads to

static NativeResult done_address(NativeCall *call, const Stream *stream, bool is_peer) {
    StreamName name = stream_name(stream, is_peer);
    Ptr text = vm_string(call->vm, name.address, strlen(name.address));
    return text != 0 ? done_ptr(call, text) : NATIVE_TRAP;
}

// The open connection (listener) in argument 0; NULL after a trap.
static Stream *open_conn(NativeCall *call) {
    Conn *conn = net_conn_arg(call);
    if (conn != NULL && !stream_is_open(&conn->stream)) {
        net_fail_closed(call, conn, false);
        return NULL;
    }
    return conn != NULL ? &conn->stream : NULL;
}

static Stream *open_listener(NativeCall *call) {
    Listener *listener = listener_arg(call);
    if (listener != NULL && !stream_is_open(&listener->stream)) {
        fail_closed(call, "listener", listener->closed_at, false);
        return NULL;
    }
    return listener != NULL ? &listener->stream : NULL;
}

NativeResult lib_conn_local_address(NativeCall *call) {
    const Stream *stream = open_conn(call);
    return stream != NULL ? done_address(call, stream, false) : NATIVE_TRAP;
}

NativeResult lib_listener_address(NativeCall *call) {
    const Stream *stream = open_listener(call);
    return stream != NULL ? done_address(call, stream, false) : NATIVE_TRAP;
}

NativeResult lib_conn_local_port(NativeCall *call) {
    const Stream *stream = open_conn(call);
    return stream != NULL ? done_int(call, stream_name(stream, false).port) : NATIVE_TRAP;
}

NativeResult lib_listener_port(NativeCall *call) {
    const Stream *stream = open_listener(call);
    return stream != NULL ? done_int(call, stream_name(stream, false).port) : NATIVE_TRAP;
}

NativeResult lib_peer_address(NativeCall *call) {
    const Stream *stream = open_conn(call);
    return stream != NULL ? done_address(call, stream, true) : NATIVE_TRAP;
}

NativeResult lib_peer_port(NativeCall *call) {
    const Stream *stream = open_conn(call);
    return stream != NULL ? done_int(call, stream_name(stream, true).port) : NATIVE_TRAP;
}
