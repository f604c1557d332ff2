// heartbeat.c: see heartbeat.h. The protocol asks for the same bytes back, nothing else.
#include "heartbeat.h"

#include <errno.h>
#include <stddef.h>
#include <zmq.h>

// Echoes one message, all its frames. False: the context has ended.
static bool echo(void *socket) {
    int more = 1;
    while (more) {
        zmq_msg_t frame;
        zmq_msg_init(&frame);
        int rc = zmq_msg_recv(&frame, socket, 0);
        if (rc >= 0) {
            more = zmq_msg_more(&frame);
            rc = zmq_msg_send(&frame, socket, more ? ZMQ_SNDMORE : 0);
        }
        int reason = rc < 0 ? zmq_errno() : 0;
        zmq_msg_close(&frame);
        if (reason == ETERM || reason == ENOTSOCK) {
            return false;
        }
    }
    return true;
}

// The thread. It owns the socket, so it closes it.
static void *run(void *arg) {
    Heartbeat *heartbeat = arg;
    while (echo(heartbeat->socket)) {
    }
    zmq_close(heartbeat->socket);
    return NULL;
}

bool heartbeat_start(Heartbeat *heartbeat, void *socket) {
    heartbeat->socket = socket;
    heartbeat->runs = pthread_create(&heartbeat->thread, NULL, run, heartbeat) == 0;
    return heartbeat->runs;
}

void heartbeat_join(Heartbeat *heartbeat) {
    if (heartbeat->runs) {
        pthread_join(heartbeat->thread, NULL);
        heartbeat->runs = false;
    }
}
