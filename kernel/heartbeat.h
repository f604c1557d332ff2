// heartbeat.h: echoes what comes on the heartbeat channel, on its own thread with its own
// socket, so that a client sees the process is alive whatever the other threads do.
#ifndef KERNEL_HEARTBEAT_H
#define KERNEL_HEARTBEAT_H

#include <pthread.h>
#include <stdbool.h>

typedef struct Heartbeat {
    pthread_t thread;
    void *socket; // ZMQ_REP, bound
    bool runs;
} Heartbeat;

// Starts the thread, which owns `socket` from now on. False: no thread could be made.
__attribute__((warn_unused_result)) bool heartbeat_start(Heartbeat *heartbeat,
                                                         void *socket);

// Waits for the thread's end, which zmq_ctx_shutdown brings about.
void heartbeat_join(Heartbeat *heartbeat);

#endif
