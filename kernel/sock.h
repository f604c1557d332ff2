// sock.h: owns the ZeroMQ sockets. Everything here but sock_open runs on the protocol
// thread; the heartbeat socket alone is handed to its own thread after sock_open.
//
//     control, shell, stdin   ROUTER   requests in, replies out
//     iopub                   XPUB     broadcasts out, subscriptions in (each is welcomed)
//     heartbeat               REP      see heartbeat.h
//
// Back-pressure: no message is ever dropped for a slow reader. When a subscriber of iopub
// falls IOPUB_QUEUE_MESSAGES behind, messages wait in `backlog`, sock_iopub_waits() says
// so, the sink stops draining and in the end the printing program waits. A subscriber
// that takes nothing at all for two seconds must not stop the others: from then on its
// queue is allowed to grow, at a few MiB per second.
//
// A client's sockets connect one by one, so its first request may come before its
// subscription does. Until the first subscriber is there, the first IOPUB_HELD_MESSAGES
// wait for it in `backlog`; when there are more, nobody seems to listen, and they go.
//
// Read next: wire.h (what a message looks like), protocol.c (who calls this).
#ifndef KERNEL_SOCK_H
#define KERNEL_SOCK_H

#include "conn.h"
#include "msg.h"
#include "wire.h"

#include <stdint.h>

enum {
    IOPUB_QUEUE_MESSAGES = 512, // of at most about 64 KiB each
    IOPUB_HELD_MESSAGES = 64,
    SOCK_LINGER_MS = 700, // what is unsent at shutdown; clients kill after 2500
    SOCK_EXTRA_FDS = 2
};

typedef struct Sock {
    void *ctx;
    void *sockets[CHANNEL_COUNT];
    Wire wire;
    WireFrames frames;   // scratch of sock_send
    struct Parts *parts; // scratch of sock_receive
    uint64_t dropped_count;

    Msg *backlog; // iopub messages that wait for a subscriber, oldest first
    Msg **backlog_end;
    bool is_held; // the backlog is for the first subscriber, who is not there yet
    int held_count;
    int iopub_queue_messages; // the socket's high-water mark now
    int64_t blocked_since_ms; // when the backlog last moved
} Sock;

// Binds all five. On failure returns false and puts one line into `error`.
__attribute__((warn_unused_result)) bool sock_open(Sock *sock, const Conn *conn,
                                                   char *error, size_t error_size);

// Takes the heartbeat socket out, for its own thread, which closes it.
void *sock_take_heartbeat(Sock *sock);

// Waits until a channel or one of `fds` is readable, or `timeout_ms` (-1: for ever). The
// result has bit `channel` set for a readable channel and bit CHANNEL_COUNT + i for
// fds[i].
unsigned sock_wait(Sock *sock, const int *fds, size_t fd_count, long timeout_ms);

// The next good request, or NULL when none waits. Bad ones are logged and counted.
Request *sock_receive(Sock *sock, Channel channel);

// Answers what subscribers sent to iopub: a new subscription gets an iopub_welcome (JEP
// 65).
void sock_welcome(Sock *sock);

// Sends and destroys `msg`. False: nobody is there to get it (stdin only).
bool sock_send(Sock *sock, Msg *msg);

// Tries to send the backlog; `now_ms` is monotonic.
void sock_flush(Sock *sock, int64_t now_ms);

// Does a slow subscriber hold up a backlog? Then who can wait, should.
bool sock_iopub_waits(const Sock *sock);

// Closes the protocol thread's sockets; what is unsent goes out during sock_close's
// linger.
void sock_shutdown(Sock *sock);
void sock_close(Sock *sock);

#endif
