// kernel.h: the whole kernel in one struct, and its two threads.
//
//     main thread = runtime thread             protocol thread          heartbeat thread
//     ----------------------------             ---------------          ----------------
//     owns the CoraSession and its loop        owns the sockets         echoes
//          <---- inbox: queue of Jobs + uv_async ----
//          ---- outbox: records + eventfd ---->
//
// The protocol thread never waits for the runtime thread, so control requests, interrupts
// and questions that need no session are answered while a cell spins. The runtime thread
// never touches a socket. A field below belongs to the protocol thread unless it says
// otherwise.
//
// Start order: sockets are bound (so that a taken port is an error on the command line),
// the heartbeat and the protocol thread start, then the session is made; requests that
// arrive before it exists wait in the inbox. Stop order: the runtime thread leaves its
// loop and destroys the session, the protocol thread sends what is left and closes the
// sockets.
//
// Read next: protocol.c (the protocol thread's loop), dispatch.c (the table of messages).
#ifndef KERNEL_KERNEL_H
#define KERNEL_KERNEL_H

#include "cell.h"
#include "conn.h"
#include "execute.h"
#include "heartbeat.h"
#include "history.h"
#include "input.h"
#include "iopub.h"
#include "magic.h"
#include "outbox.h"
#include "sock.h"

#include "cora.h"

#include <pthread.h>
#include <stdatomic.h>

typedef struct Kernel Kernel;

// Work for the runtime thread. `run` is called there, in the order of kernel_post, from a
// callback of the loop: it may start a cell but not run one. When `done` is set, the job
// comes back to the protocol thread for it, which frees it; else `run` frees it. A job
// that is never run, because the kernel ends, is freed by `drop`; NULL: free() is enough.
typedef struct Job {
    struct Job *next;
    void (*run)(Kernel *kernel, struct Job *job);
    void (*done)(Kernel *kernel, struct Job *job);
    void (*drop)(struct Job *job);
} Job;

// Any thread.
typedef struct Inbox {
    pthread_mutex_t mutex;
    Job *first;
    Job **end;
    bool is_served; // the runtime's loop exists and can be woken
} Inbox;

struct Kernel {
    const Conn *conn; // read-only
    Sock sock;
    Heartbeat heartbeat;
    Cells cells;
    Iopub iopub;
    Execute execute;
    Input input;
    Outbox outbox;   // shared, own mutex
    Inbox inbox;     // shared, own mutex
    History history; // shared, own mutex
    Buf batch;       // records that are being handled
    bool is_stopping;
    int64_t stop_deadline_ms; // when the runtime thread is waited for no longer

    Magic magic;             // runtime thread
    Buf scratch;             // runtime thread: see sink.c
    struct Runtime *runtime; // runtime thread: the uv loop; only kernel.c looks inside

    // Written by any thread and by signal handlers.
    _Atomic(CoraSession *) session; // NULL before it is made and after it is destroyed
    atomic_uint interrupts;         // how many there were
    atomic_int stop_signal;         // SIGTERM or SIGHUP asked for the end
    atomic_int crash_signal;        // the runtime thread is dying of it
    atomic_bool runtime_done;       // the session is destroyed
    int wake_fd;  // eventfd: the protocol thread has something to look at
    int crash_fd; // eventfd: the last words are out
    pthread_t protocol_thread;
};

// Runs a kernel on the calling thread until it is told to stop. Returns the exit status;
// when the sockets can't be had, prints one line to stderr and returns 1.
int kernel_run(const Conn *conn);

// Hands `job` to the runtime thread. Any thread; takes the job over.
void kernel_post(Kernel *kernel, Job *job);

// Interrupts what runs in the foreground. Protocol thread.
void kernel_interrupt(Kernel *kernel);

// Hands a line of input to a cell that waits for it; data NULL: end of file. Protocol
// thread.
void kernel_answer_input(Kernel *kernel, CoraCellId cell, Bytes line);

// Begins the end: the foreground is interrupted and the runtime told to leave its loop.
// Protocol thread.
void kernel_stop(Kernel *kernel);

// Wakes the protocol thread. Any thread, any signal handler.
void kernel_wake(Kernel *kernel);

// Milliseconds of the monotonic clock.
int64_t kernel_now_ms(void);

#endif
