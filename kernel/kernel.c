// kernel.c: see kernel.h. Starts and stops the threads, and runs the runtime thread. The
// only file of the kernel that knows libuv.
#include "kernel.h"

#include "log.h"
#include "protocol.h"
#include "sink.h"

#include <assert.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>
#include <uv.h>

enum {
    STOP_MS = 1000, // for the runtime to end what it is doing; clients kill after 2500
    LAST_WORDS_MS = 1500 // for the protocol thread to report a crash
};

struct Runtime {
    uv_loop_t loop;
    uv_async_t inbox_async;
};

// Signal handlers get no argument, so the one kernel of the process is known by name here
// and nowhere else.
static Kernel *_Atomic signalled_kernel;

int64_t kernel_now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void kernel_wake(Kernel *kernel) {
    uint64_t one = 1;
    ssize_t n = write(kernel->wake_fd, &one, sizeof one);
    (void)n; // full: it is awake already
}

// The protocol thread uses the session under the inbox's mutex, because the runtime
// thread destroys it at its own time.
void kernel_interrupt(Kernel *kernel) {
    pthread_mutex_lock(&kernel->inbox.mutex);
    atomic_fetch_add(&kernel->interrupts, 1);
    CoraSession *session = atomic_load(&kernel->session);
    if (session) {
        cora_interrupt(session);
    }
    pthread_mutex_unlock(&kernel->inbox.mutex);
}

void kernel_answer_input(Kernel *kernel, CoraCellId cell, Bytes line) {
    pthread_mutex_lock(&kernel->inbox.mutex);
    CoraSession *session = atomic_load(&kernel->session);
    if (session) {
        cora_input_reply(session, cell, line.data, line.size);
    }
    pthread_mutex_unlock(&kernel->inbox.mutex);
}

// ---------------------------------------------------------------- inbox

void kernel_post(Kernel *kernel, Job *job) {
    Inbox *inbox = &kernel->inbox;
    job->next = NULL;
    pthread_mutex_lock(&inbox->mutex);
    *inbox->end = job;
    inbox->end = &job->next;
    if (inbox->is_served) {
        uv_async_send(&kernel->runtime->inbox_async);
    }
    pthread_mutex_unlock(&inbox->mutex);
}

// The oldest job, or NULL.
static Job *take_job(Inbox *inbox) {
    pthread_mutex_lock(&inbox->mutex);
    Job *job = inbox->first;
    if (job) {
        inbox->first = job->next;
        inbox->end = inbox->first ? inbox->end : &inbox->first;
    }
    pthread_mutex_unlock(&inbox->mutex);
    return job;
}

// libuv's callback: sends may be merged into one call, so everything is done that is
// there.
static void run_jobs(uv_async_t *async) {
    Kernel *kernel = async->data;
    Job *job;
    // A session that is being destroyed may turn its loop once more; too late for jobs.
    while (kernel->session && (job = take_job(&kernel->inbox)) != NULL) {
        bool returns = job->done != NULL;
        job->run(kernel, job); // frees it, unless it returns
        if (returns) {
            sink_return_job(kernel, job);
        }
    }
}

// Runs inside the loop, so the loop is running and cora_loop_stop can't come too early.
static void run_stop(Kernel *kernel, Job *job) {
    cora_loop_stop(kernel->session);
    free(job);
}

void kernel_stop(Kernel *kernel) {
    if (kernel->is_stopping) {
        return;
    }
    kernel->is_stopping = true;
    kernel->stop_deadline_ms = kernel_now_ms() + STOP_MS;
    execute_abort_queue(kernel);
    // Twice: through the inbox for a loop that is not running yet, and directly for one
    // that is too busy to look at its inbox.
    Job *job = bytes_alloc(sizeof *job);
    job->run = run_stop;
    kernel_post(kernel, job);
    kernel_interrupt(kernel);
    pthread_mutex_lock(&kernel->inbox.mutex);
    CoraSession *session = atomic_load(&kernel->session);
    if (session) {
        cora_loop_stop(session);
    }
    pthread_mutex_unlock(&kernel->inbox.mutex);
}

// ---------------------------------------------------------------- signals

// SIGINT. Runs on the runtime thread, so the session can't be destroyed meanwhile.
static void on_interrupt_signal(int number) {
    (void)number;
    int saved = errno;
    Kernel *kernel = atomic_load(&signalled_kernel);
    if (kernel) {
        atomic_fetch_add(&kernel->interrupts, 1);
        CoraSession *session = atomic_load(&kernel->session);
        if (session) {
            cora_interrupt(session);
        }
    }
    errno = saved;
}

// SIGTERM and SIGHUP: the protocol thread does the rest.
static void on_stop_signal(int number) {
    int saved = errno;
    Kernel *kernel = atomic_load(&signalled_kernel);
    if (kernel) {
        atomic_store(&kernel->stop_signal, number);
        kernel_wake(kernel);
    }
    errno = saved;
}

#ifndef __SANITIZE_ADDRESS__ // AddressSanitizer's own report says more
// A deadly signal: the protocol thread is asked to say so, and is given a moment; then
// the process dies of the signal it got. Only async-signal-safe calls here.
static void on_crash_signal(int number) {
    Kernel *kernel = atomic_load(&signalled_kernel);
    int none = 0;
    if (kernel && !pthread_equal(pthread_self(), kernel->protocol_thread) &&
        atomic_compare_exchange_strong(&kernel->crash_signal, &none, number)) {
        kernel_wake(kernel);
        struct pollfd words = {kernel->crash_fd, POLLIN, 0};
        poll(&words, 1, LAST_WORDS_MS);
    }
    signal(number, SIG_DFL);
    raise(number);
}
#endif

// No other signal may come in between: the handlers share errno and the flags.
static void handle_signal(int number, void (*handler)(int), int flags) {
    struct sigaction action = {0};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigfillset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

// Once, before the session exists: a program that faults at once is reported too.
static void install_handlers(Kernel *kernel) {
    atomic_store(&signalled_kernel, kernel);
    signal(SIGPIPE, SIG_IGN);
    // Without SA_RESTART: a blocking call of the program returns when it is interrupted.
    handle_signal(SIGINT, on_interrupt_signal, 0);
    handle_signal(SIGTERM, on_stop_signal, 0);
    handle_signal(SIGHUP, on_stop_signal, 0);
#ifndef __SANITIZE_ADDRESS__
    static const int crashes[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
    for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) {
        handle_signal(crashes[i], on_crash_signal, SA_ONSTACK);
    }
#endif
}

// The signals that only the runtime thread takes.
static sigset_t runtime_signals(void) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    return set;
}

// ---------------------------------------------------------------- runtime thread

// Makes the session and serves the inbox until cora_loop_stop.
static void run_runtime(Kernel *kernel) {
    struct Runtime *runtime = kernel->runtime;
    const char *clock = getenv("CORA_CLOCK"); // for graders: a kernelspec's "env"
    CoraConfig config = {
        .sink = {kernel, sink_emit},
        .magic = magic_host(kernel),
        .uv_loop = &runtime->loop,
        .virtual_clock = clock && strcmp(clock, "virtual") == 0,
    };
    CoraSession *session = cora_session_new(&config);
    atomic_store(&kernel->session, session);
    pthread_mutex_lock(&kernel->inbox.mutex);
    kernel->inbox.is_served = true;
    uv_async_send(&runtime->inbox_async); // for what came while the session was made
    pthread_mutex_unlock(&kernel->inbox.mutex);
    cora_loop_run(session);
    // From here on no thread may touch the session.
    pthread_mutex_lock(&kernel->inbox.mutex);
    kernel->inbox.is_served = false;
    atomic_store(&kernel->session, NULL);
    pthread_mutex_unlock(&kernel->inbox.mutex);
    cora_session_destroy(&session);
    uv_close((uv_handle_t *)&runtime->inbox_async, NULL);
    uv_run(&runtime->loop, UV_RUN_NOWAIT); // runs the close callbacks, waits for nothing
    atomic_store(&kernel->runtime_done, true);
    kernel_wake(kernel);
}

// The loop and the way into it; the session comes later, when the protocol thread already
// answers.
static bool start_runtime(Kernel *kernel) {
    kernel->runtime = bytes_alloc(sizeof *kernel->runtime);
    struct Runtime *runtime = kernel->runtime;
    if (uv_loop_init(&runtime->loop) != 0) {
        return false;
    }
    runtime->inbox_async.data = kernel;
    return uv_async_init(&runtime->loop, &runtime->inbox_async, run_jobs) == 0;
}

// ---------------------------------------------------------------- start and stop

// Everything that can't fail, and the two eventfds, which the caller checks.
static void init(Kernel *kernel, const Conn *conn) {
    kernel->conn = conn;
    kernel->wake_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    kernel->crash_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    outbox_init(&kernel->outbox, kernel->wake_fd, &kernel->interrupts);
    pthread_mutex_init(&kernel->inbox.mutex, NULL);
    kernel->inbox.end = &kernel->inbox.first;
    history_init(&kernel->history);
}

// Called when no other thread is left.
static void deinit(Kernel *kernel) {
    atomic_store(&signalled_kernel, NULL);
    Job *job;
    while ((job = take_job(&kernel->inbox)) != NULL) {
        if (job->drop) {
            job->drop(job);
        } else {
            free(job);
        }
    }
    execute_deinit(&kernel->execute);
    input_deinit(&kernel->input);
    iopub_deinit(&kernel->iopub);
    magic_deinit(&kernel->magic);
    cells_deinit(&kernel->cells);
    history_deinit(&kernel->history);
    outbox_deinit(&kernel->outbox);
    buf_deinit(&kernel->batch);
    buf_deinit(&kernel->scratch);
    pthread_mutex_destroy(&kernel->inbox.mutex);
    if (kernel->runtime) {
        uv_loop_close(&kernel->runtime->loop);
        free(kernel->runtime);
    }
    close(kernel->wake_fd);
    close(kernel->crash_fd);
    free(kernel);
}

int kernel_run(const Conn *conn) {
    Kernel *kernel = bytes_alloc(sizeof *kernel);
    init(kernel, conn);
    char error[768];
    if (kernel->wake_fd < 0 || kernel->crash_fd < 0) {
        log_line("cannot make an eventfd: %s", strerror(errno));
        deinit(kernel);
        return 1;
    }
    if (!sock_open(&kernel->sock, conn, error, sizeof error)) {
        log_line("%s", error);
        deinit(kernel);
        return 1;
    }
    // A stack of its own for the handlers, in case the runtime's is what ran out.
    static char signal_stack[64 << 10];
    sigaltstack(&(stack_t){.ss_sp = signal_stack, .ss_size = sizeof signal_stack}, NULL);
    sigset_t ours = runtime_signals();
    pthread_sigmask(SIG_BLOCK, &ours, NULL); // inherited by the threads made here
    bool started =
        heartbeat_start(&kernel->heartbeat, sock_take_heartbeat(&kernel->sock)) &&
        start_runtime(kernel) &&
        pthread_create(&kernel->protocol_thread, NULL, protocol_run, kernel) == 0;
    if (!started) {
        log_line("cannot start the kernel's threads: %s", strerror(errno));
        return 1;
    }
    install_handlers(kernel);
    pthread_sigmask(SIG_UNBLOCK, &ours, NULL);
    run_runtime(kernel);
    pthread_join(kernel->protocol_thread, NULL);
    deinit(kernel);
    return 0;
}
