// sock.c: see sock.h.
#include "sock.h"

#include "log.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <zmq.h>

enum {
    FRAMES_MAX = 1024, // of one message; a request has six and its buffers
    STUCK_MS = 2000,
    STUCK_STEP_MESSAGES = 1 // by which a stuck queue may grow at each try
};

// A frame larger than this ends the connection it came from.
static const int64_t frame_bytes_max = (int64_t)256 << 20;

static const int socket_types[] = {
    [CHANNEL_CONTROL] = ZMQ_ROUTER, [CHANNEL_SHELL] = ZMQ_ROUTER,
    [CHANNEL_STDIN] = ZMQ_ROUTER,   [CHANNEL_IOPUB] = ZMQ_XPUB,
    [CHANNEL_HEARTBEAT] = ZMQ_REP,
};

// One received message: the frames, and the same as Bytes for wire_decode.
struct Parts {
    zmq_msg_t frames[FRAMES_MAX];
    Bytes bytes[FRAMES_MAX];
    size_t count;
};

// ---------------------------------------------------------------- opening

// Most options are ints.
static int set_int(void *socket, int option, int value) {
    return zmq_setsockopt(socket, option, &value, sizeof value);
}

// Options that hold from before the bind; see sock.h for the reasons.
static bool set_options(void *socket, Channel channel, const Conn *conn) {
    int bad = set_int(socket, ZMQ_LINGER, SOCK_LINGER_MS);
    bad |=
        zmq_setsockopt(socket, ZMQ_MAXMSGSIZE, &frame_bytes_max, sizeof frame_bytes_max);
    bad |= set_int(socket, ZMQ_IPV6, strchr(conn->ip, ':') != NULL);
    bad |= set_int(socket, ZMQ_RCVHWM, 0);
    bad |=
        set_int(socket, ZMQ_SNDHWM, channel == CHANNEL_IOPUB ? IOPUB_QUEUE_MESSAGES : 0);
    if (socket_types[channel] == ZMQ_ROUTER) {
        // A client that comes back under its old identity takes over its place.
        bad |= set_int(socket, ZMQ_ROUTER_HANDOVER, 1);
    }
    if (channel == CHANNEL_STDIN) {
        // Asking a client that has no stdin channel must fail, not wait for ever.
        bad |= set_int(socket, ZMQ_ROUTER_MANDATORY, 1);
    }
    if (channel == CHANNEL_IOPUB) {
        bad |= set_int(socket, ZMQ_XPUB_VERBOSE, 1);
        bad |= set_int(socket, ZMQ_XPUB_NODROP, 1);
    }
    if (conn->curve_secret_key) {
        bad |= set_int(socket, ZMQ_CURVE_SERVER, 1);
        bad |= zmq_setsockopt(socket, ZMQ_CURVE_PUBLICKEY, conn->curve_public_key,
                              strlen(conn->curve_public_key) + 1);
        bad |= zmq_setsockopt(socket, ZMQ_CURVE_SECRETKEY, conn->curve_secret_key,
                              strlen(conn->curve_secret_key) + 1);
    }
    return bad == 0;
}

// Makes and binds one socket. What was made is closed by sock_close.
static bool open_one(Sock *sock, Channel channel, const Conn *conn, char *error,
                     size_t error_size) {
    const char *name = conn_channel_name(channel);
    void *socket = zmq_socket(sock->ctx, socket_types[channel]);
    if (!socket || !set_options(socket, channel, conn)) {
        snprintf(error, error_size, "cannot set up the %s socket%s: %s", name,
                 conn->curve_secret_key ? " (are the CURVE keys right?)" : "",
                 zmq_strerror(zmq_errno()));
        if (socket) {
            zmq_close(socket);
        }
        return false;
    }
    sock->sockets[channel] = socket;
    char address[512];
    conn_address(conn, channel, address, sizeof address);
    if (zmq_bind(socket, address) != 0) {
        snprintf(error, error_size, "cannot bind the %s port %d (%s): %s", name,
                 conn->port[channel], address, zmq_strerror(zmq_errno()));
        return false;
    }
    return true;
}

bool sock_open(Sock *sock, const Conn *conn, char *error, size_t error_size) {
    *sock = (Sock){.iopub_queue_messages = IOPUB_QUEUE_MESSAGES, .is_held = true};
    sock->backlog_end = &sock->backlog;
    if (conn->curve_secret_key && !zmq_has("curve")) {
        snprintf(error, error_size,
                 "the connection file asks for CURVE encryption, which this libzmq was "
                 "built without");
        return false;
    }
    sock->parts = bytes_alloc(sizeof *sock->parts);
    wire_init(&sock->wire, conn->key);
    sock->ctx = zmq_ctx_new();
    if (!sock->ctx) {
        snprintf(error, error_size, "cannot make a ZeroMQ context: %s",
                 zmq_strerror(zmq_errno()));
        sock_close(sock);
        return false;
    }
    for (Channel channel = 0; channel < CHANNEL_COUNT; channel++) {
        if (!open_one(sock, channel, conn, error, error_size)) {
            sock_close(sock);
            return false;
        }
    }
    return true;
}

void *sock_take_heartbeat(Sock *sock) {
    void *socket = sock->sockets[CHANNEL_HEARTBEAT];
    sock->sockets[CHANNEL_HEARTBEAT] = NULL;
    return socket;
}

void sock_shutdown(Sock *sock) {
    for (Channel channel = 0; channel < CHANNEL_COUNT; channel++) {
        if (sock->sockets[channel]) {
            zmq_close(sock->sockets[channel]);
            sock->sockets[channel] = NULL;
        }
    }
    if (sock->ctx) {
        zmq_ctx_shutdown(sock->ctx); // ends the heartbeat thread's wait
    }
}

void sock_close(Sock *sock) {
    sock_shutdown(sock);
    if (sock->ctx) {
        zmq_ctx_term(sock->ctx);
    }
    while (sock->backlog) {
        Msg *next = sock->backlog->next;
        msg_destroy(&sock->backlog);
        sock->backlog = next;
    }
    free(sock->parts);
    wire_frames_deinit(&sock->frames);
    wire_deinit(&sock->wire);
    *sock = (Sock){0};
}

// ---------------------------------------------------------------- receiving

unsigned sock_wait(Sock *sock, const int *fds, size_t fd_count, long timeout_ms) {
    static const Channel polled[] = {CHANNEL_CONTROL, CHANNEL_SHELL, CHANNEL_STDIN,
                                     CHANNEL_IOPUB};
    enum { POLLED = sizeof polled / sizeof *polled };
    assert(fd_count <= SOCK_EXTRA_FDS);
    zmq_pollitem_t items[POLLED + SOCK_EXTRA_FDS];
    for (size_t i = 0; i < POLLED; i++) {
        items[i] = (zmq_pollitem_t){sock->sockets[polled[i]], 0, ZMQ_POLLIN, 0};
    }
    for (size_t i = 0; i < fd_count; i++) {
        items[POLLED + i] = (zmq_pollitem_t){NULL, fds[i], ZMQ_POLLIN, 0};
    }
    unsigned ready = 0;
    if (zmq_poll(items, (int)(POLLED + fd_count), timeout_ms) <= 0) {
        return 0; // time is up, or a signal came; the caller looks at everything anyway
    }
    for (size_t i = 0; i < POLLED; i++) {
        ready |= items[i].revents ? 1U << polled[i] : 0;
    }
    for (size_t i = 0; i < fd_count; i++) {
        ready |= items[POLLED + i].revents ? 1U << (CHANNEL_COUNT + i) : 0;
    }
    return ready;
}

// Gives a received message back to ZeroMQ.
static void free_parts(struct Parts *parts) {
    for (size_t i = 0; i < parts->count; i++) {
        zmq_msg_close(&parts->frames[i]);
    }
    parts->count = 0;
}

// Reads and throws away the rest of a message that has too many frames.
static void skip_rest(void *socket) {
    int more = 1;
    while (more) {
        zmq_msg_t frame;
        zmq_msg_init(&frame);
        more = zmq_msg_recv(&frame, socket, 0) >= 0 && zmq_msg_more(&frame);
        zmq_msg_close(&frame);
    }
}

// One whole message; false when none waits.
static bool receive_parts(void *socket, struct Parts *parts) {
    assert(parts->count == 0);
    int more = 1;
    while (more && parts->count < FRAMES_MAX) {
        zmq_msg_t *frame = &parts->frames[parts->count];
        zmq_msg_init(frame);
        if (zmq_msg_recv(frame, socket, ZMQ_DONTWAIT) < 0) {
            zmq_msg_close(frame);
            free_parts(parts);
            return false;
        }
        parts->bytes[parts->count] = (Bytes){zmq_msg_data(frame), zmq_msg_size(frame)};
        parts->count++;
        more = zmq_msg_more(frame);
    }
    if (more) {
        skip_rest(socket);
    }
    return true;
}

Request *sock_receive(Sock *sock, Channel channel) {
    struct Parts *parts = sock->parts;
    Request *request = NULL;
    while (!request && receive_parts(sock->sockets[channel], parts)) {
        const char *reason = NULL;
        request = wire_decode(&sock->wire, channel, parts->bytes, parts->count, &reason);
        if (!request) {
            log_drop(&sock->dropped_count, "on %s: %s", conn_channel_name(channel),
                     reason);
        }
        free_parts(parts);
    }
    return request;
}

// ---------------------------------------------------------------- sending

// False with EAGAIN: a reader is too far behind; with EHOSTUNREACH: nobody is there.
static bool send_frame(void *socket, Bytes frame, bool more) {
    int flags = ZMQ_DONTWAIT | (more ? ZMQ_SNDMORE : 0);
    int rc;
    do {
        rc = zmq_send(socket, frame.data, frame.size, flags);
    } while (rc < 0 && zmq_errno() == EINTR);
    return rc >= 0;
}

// Sends all frames, or none: ZeroMQ refuses a message at its first frame.
static bool try_send(Sock *sock, const Msg *msg) {
    void *socket = sock->sockets[msg->channel];
    WireFrames *frames = &sock->frames;
    wire_encode(&sock->wire, msg, frames);
    for (size_t i = 0; i < frames->identity_count; i++) {
        if (!send_frame(socket, frames->identities[i], true)) {
            return false;
        }
    }
    for (size_t i = 0; i < WIRE_TAIL_FRAMES; i++) {
        if (!send_frame(socket, frames->tail[i], i + 1 < WIRE_TAIL_FRAMES)) {
            return false;
        }
    }
    return true;
}

// No more messages wait for the first subscriber than these.
static void hold(Sock *sock) {
    sock->held_count++;
    sock->is_held = sock->held_count < IOPUB_HELD_MESSAGES;
}

bool sock_send(Sock *sock, Msg *msg) {
    bool is_iopub = msg->channel == CHANNEL_IOPUB;
    bool waits = is_iopub && (sock->backlog || sock->is_held);
    if (!waits && try_send(sock, msg)) {
        msg_destroy(&msg);
        return true;
    }
    int reason = waits ? EAGAIN : zmq_errno();
    if (is_iopub && reason == EAGAIN) {
        *sock->backlog_end = msg;
        sock->backlog_end = &msg->next;
        if (sock->is_held) {
            hold(sock);
        }
        return true;
    }
    if (msg->channel != CHANNEL_STDIN) {
        log_drop(&sock->dropped_count, "cannot send %s: %s", msg->type,
                 zmq_strerror(reason));
    }
    msg_destroy(&msg);
    return false;
}

// The welcome comes before what was held for the first subscriber.
static void send_welcome(Sock *sock, Msg *msg) {
    if (sock->is_held) {
        sock->is_held = false;
        try_send(sock, msg); // nobody has been sent anything yet: there is room
        msg_destroy(&msg);
    } else {
        sock_send(sock, msg);
    }
}

void sock_welcome(Sock *sock) {
    struct Parts *parts = sock->parts;
    while (receive_parts(sock->sockets[CHANNEL_IOPUB], parts)) {
        // A subscription is one frame: 1 (or 0: it ends), then the topic.
        Bytes frame = parts->bytes[0];
        if (parts->count == 1 && frame.size >= 1 && frame.data[0] == 1) {
            Bytes topic = {frame.data + 1, frame.size - 1};
            Msg *msg = msg_new(CHANNEL_IOPUB, "iopub_welcome", NULL);
            msg->topic = bytes_copy(topic);
            msg->topic_size = topic.size;
            out_open(&msg->content, '{');
            out_key(&msg->content, "subscription");
            out_string(&msg->content, topic);
            out_close(&msg->content, '}');
            send_welcome(sock, msg);
        }
        free_parts(parts);
    }
}

// Lets the queue of a subscriber that takes nothing grow a little.
static void raise_mark(Sock *sock) {
    if (sock->iopub_queue_messages == IOPUB_QUEUE_MESSAGES) {
        log_line("a client has not read its output for %d s; its queue grows now",
                 STUCK_MS / 1000);
    }
    sock->iopub_queue_messages += STUCK_STEP_MESSAGES;
    set_int(sock->sockets[CHANNEL_IOPUB], ZMQ_SNDHWM, sock->iopub_queue_messages);
}

void sock_flush(Sock *sock, int64_t now_ms) {
    if (!sock_iopub_waits(sock)) {
        sock->blocked_since_ms = 0;
        return;
    }
    if (sock->blocked_since_ms == 0) {
        sock->blocked_since_ms = now_ms;
    }
    bool is_stuck = now_ms - sock->blocked_since_ms > STUCK_MS;
    if (is_stuck) {
        raise_mark(sock);
    }
    while (sock->backlog && try_send(sock, sock->backlog)) {
        Msg *sent = sock->backlog;
        sock->backlog = sent->next;
        msg_destroy(&sent);
        if (!is_stuck) {
            sock->blocked_since_ms = now_ms;
        }
    }
    if (!sock->backlog) {
        sock->backlog_end = &sock->backlog;
    }
}

bool sock_iopub_waits(const Sock *sock) {
    return sock->backlog && !sock->is_held;
}
