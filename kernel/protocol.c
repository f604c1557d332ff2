// protocol.c: the protocol thread's loop. It waits for one of four things: a message on a
// channel, a wake-up from another thread, the end of the parent process, or a deadline;
// then it looks at everything, control first.
//
// What always holds: it never waits for the runtime thread, so it always answers.
//
// Read next: dispatch.c for what comes in, sink.c for what the runtime says.
#include "protocol.h"

#include "dispatch.h"
#include "log.h"
#include "sink.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

enum {
    PARENT_POLL_MS = 1000, // only where there is no pidfd
    RETRY_MS = 2,          // for a subscriber that is behind
    RETRY_STUCK_MS = 20,   // for one that takes nothing
    STUCK_AFTER_MS = 2000
};

// The parent process, which starts kernels and must not leave them behind. Clients give
// its id in JPY_PARENT_PID.
typedef struct Parent {
    int fd;    // readable when the parent has ended; -1: none
    pid_t pid; // to be polled when there is no fd; 0: nobody to watch
} Parent;

// A pidfd costs nothing while nothing happens; a poll every second would wake an idle
// machine for ever.
static Parent watch_parent(void) {
    const char *text = getenv("JPY_PARENT_PID");
    long pid = text ? strtol(text, NULL, 10) : 0;
    if (pid <= 1) {
        return (Parent){-1, 0};
    }
    int fd = (int)syscall(SYS_pidfd_open, (pid_t)pid, 0);
    // Without a pidfd (an old kernel, or an id from another namespace) a change of our
    // own parent tells the same.
    return fd >= 0 ? (Parent){fd, 0} : (Parent){-1, getppid()};
}

// The smaller of two waits, where -1 is for ever.
static int64_t sooner(int64_t a, int64_t b) {
    return a < 0 ? b : b < 0 ? a : a < b ? a : b;
}

// ---------------------------------------------------------------- the last words

// The runtime thread got a deadly signal and waits in its handler for this to be over.
// What it was doing is unknown, so nothing here asks anything of the session.
static void say_last_words(Kernel *kernel, int signal_number) {
    char evalue[160];
    const Execute *execute = &kernel->execute;
    const char *name = sigabbrev_np(signal_number);
    if (execute->current && execute->stores) {
        snprintf(
            evalue, sizeof evalue,
            "the kernel crashed (SIG%s) while running In[%d]; this is a fault of Cora's "
            "own, not of the program",
            name ? name : "?", execute->count);
    } else {
        snprintf(evalue, sizeof evalue,
                 "the kernel crashed (SIG%s) while running %s; this is a fault of Cora's "
                 "own, not of the program",
                 name ? name : "?",
                 execute->current ? "an unnumbered cell" : "tasks of earlier cells");
    }
    log_line("%s", evalue);
    JsonOut out = {0};
    out_key(&out, "ename");
    out_text(&out, "KernelCrash");
    out_key(&out, "evalue");
    out_text(&out, evalue);
    out_key(&out, "traceback");
    out_open(&out, '[');
    out_text(&out, evalue);
    out_close(&out, ']');
    kernel->is_stopping = true; // no further cell begins
    // What the program printed before, if the dying thread does not hold the outbox.
    if (pthread_mutex_trylock(&kernel->outbox.mutex) == 0) {
        pthread_mutex_unlock(&kernel->outbox.mutex);
        sink_drain(kernel, kernel_now_ms(), true);
    }
    execute_fail_current(kernel, buf_bytes(&out.buf));
    sock_flush(&kernel->sock, kernel_now_ms());
    sock_shutdown(&kernel->sock);
    heartbeat_join(&kernel->heartbeat);
    sock_close(&kernel->sock);
    uint64_t one = 1;
    ssize_t n = write(kernel->crash_fd, &one, sizeof one);
    (void)n;
    // The process ends in the other thread's handler.
    for (;;) {
        pause();
    }
}

// ---------------------------------------------------------------- the loop

// What other threads, signals and the parent's end ask for.
static void look_at_flags(Kernel *kernel, const Parent *parent, bool parent_ended) {
    int crash = atomic_load(&kernel->crash_signal);
    if (crash) {
        say_last_words(kernel, crash);
    }
    if (kernel->is_stopping) {
        return;
    }
    int stop = atomic_load(&kernel->stop_signal);
    if (stop) {
        log_line("stopping: %s", strsignal(stop));
        kernel_stop(kernel);
    } else if (parent_ended || (parent->pid && getppid() != parent->pid)) {
        log_line("stopping: the parent process has ended");
        kernel_stop(kernel);
    } else if (atomic_load(&kernel->runtime_done)) {
        log_line("stopping: the runtime has ended");
        kernel_stop(kernel);
    }
}

// Answers to input requests, and what else comes on that channel.
static void take_input(Kernel *kernel) {
    Request *request;
    while ((request = sock_receive(&kernel->sock, CHANNEL_STDIN)) != NULL) {
        input_on_message(kernel, request);
    }
}

// One round: everything that can be done now. Returns how long there is nothing to do.
static int64_t do_round(Kernel *kernel, unsigned ready) {
    int64_t wait_ms = -1;
    if (ready & 1U << CHANNEL_IOPUB) {
        sock_welcome(&kernel->sock);
    }
    dispatch_channel(kernel, CHANNEL_CONTROL);
    if (ready & 1U << CHANNEL_STDIN) {
        take_input(kernel);
    }
    dispatch_channel(kernel, CHANNEL_SHELL);
    int64_t now_ms = kernel_now_ms();
    sock_flush(&kernel->sock, now_ms);
    if (!sock_iopub_waits(&kernel->sock)) {
        wait_ms = sink_drain(kernel, now_ms, false);
    }
    if (sock_iopub_waits(&kernel->sock)) {
        bool stuck = kernel->sock.blocked_since_ms &&
                     now_ms - kernel->sock.blocked_since_ms > STUCK_AFTER_MS;
        wait_ms = sooner(wait_ms, stuck ? RETRY_STUCK_MS : RETRY_MS);
    }
    return sooner(wait_ms, input_tick(kernel, now_ms));
}

// Has everything been said, or is it too late to say more?
static bool is_over(Kernel *kernel) {
    if (!kernel->is_stopping) {
        return false;
    }
    return atomic_load(&kernel->runtime_done) ||
           kernel_now_ms() >= kernel->stop_deadline_ms;
}

// The end: what is still to be said, then the sockets.
static void close_down(Kernel *kernel) {
    bool runtime_done = atomic_load(&kernel->runtime_done);
    sink_drain(kernel, kernel_now_ms(), true);
    outbox_close(&kernel->outbox);
    // A cell that had no time to end: who asked for it must not wait for ever.
    execute_fail_current(
        kernel, bytes_of("\"ename\":\"Shutdown\",\"evalue\":\"the kernel was shut "
                         "down while the cell ran\",\"traceback\":[]"));
    execute_abort_queue(kernel);
    sock_flush(&kernel->sock, kernel_now_ms());
    sock_shutdown(&kernel->sock);
    heartbeat_join(&kernel->heartbeat);
    sock_close(&kernel->sock);
    if (!runtime_done) {
        // It is stuck in something that can't be interrupted. Nothing is left to save.
        _exit(0);
    }
}

void *protocol_run(void *arg) {
    Kernel *kernel = arg;
    Parent parent = watch_parent();
    int fds[SOCK_EXTRA_FDS] = {kernel->wake_fd, parent.fd};
    size_t fd_count = parent.fd >= 0 ? 2 : 1;
    iopub_status(kernel, NULL, "starting");
    int64_t wait_ms = 0;
    while (!is_over(kernel)) {
        if (parent.pid) {
            wait_ms = sooner(wait_ms, PARENT_POLL_MS);
        }
        if (kernel->is_stopping) {
            wait_ms = sooner(wait_ms, kernel->stop_deadline_ms - kernel_now_ms());
        }
        unsigned ready = sock_wait(&kernel->sock, fds, fd_count, (long)wait_ms);
        if (ready & 1U << CHANNEL_COUNT) {
            uint64_t count;
            ssize_t n = read(kernel->wake_fd, &count, sizeof count);
            (void)n;
        }
        look_at_flags(kernel, &parent, ready & 1U << (CHANNEL_COUNT + 1));
        wait_ms = do_round(kernel, ready);
    }
    close_down(kernel);
    if (parent.fd >= 0) {
        close(parent.fd);
    }
    return NULL;
}
