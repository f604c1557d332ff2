// process.c: commands of the operating system: a child process is an operation whose
// future a task awaits.
//
//     loop_system --- uv_spawn: /bin/sh -c command
//                        |-- output ----> hooks.output, as it comes, to the task's cell
//                        +-- its end ---> arrival --> the future: a status as of wait(2)
//
//     stream_command: the same, but its stdout is a pipe that a Stream reads, or its stdin
//     the other end of a socket that one writes (which can say "not now" without a
//     signal); its end waits until stream_command_end asks
//
// The child is a process group of its own, unless the host's input is a stream (a
// terminal): then it reads that too, and stays where the terminal's signals reach it. Who
// waits may be cancelled: the child is told to end (SIGTERM) and nobody waits for it any
// more. What it leaves in the background may go on and print; the session's end kills
// what it still has.
//
// Always holds: a Child lives until its handles of libuv are closed, its end has been told
// and no stream names it.
//
// Read next: future.h (operations), sockets.h (arrivals).
#include "loop/sched.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

enum { LOOK_AGAIN_MS = 50 };

typedef struct System { // what a task waits for
    Operation op;       // first
    Child *child;       // NULL: it has not begun
} System;

struct Child {
    Arrival arrival; // first
    Loop *loop;
    Child *next, *prev;
    System *wanted; // NULL: nobody waits any more, or not yet
    Stream *stream; // to its stdin or from its stdout; NULL: none, or closed
    char *command;
    uv_process_t process;
    uv_pipe_t output[2]; // of stdout and stderr
    bool is_printing[2]; // to its cell: the handle is one
    uint64_t cell;
    int status;       // as of wait(2), once it has ended
    int open_handles; // of libuv's
    bool is_group;
    bool has_ended, is_told;
    char block[16384]; // what was read
};

// ---------------------------------------------------------------- life

static void child_free(Child *child) {
    if (child->open_handles > 0 || !child->is_told || child->stream != NULL) {
        return;
    }
    Sockets *sockets = &child->loop->sockets;
    *(child->prev != NULL ? &child->prev->next : &sockets->children) = child->next;
    if (child->next != NULL) {
        child->next->prev = child->prev;
    }
    sockets_forget(sockets, &child->arrival);
    mem_free(child->command);
    mem_free(child);
}

static void on_close(uv_handle_t *handle) {
    Child *child = handle->data;
    child->open_handles--;
    child_free(child);
}

static void close_handle(void *handle) {
    if (!uv_is_closing(handle)) {
        uv_close(handle, on_close);
    }
}

static void close_output(Child *child, int i) {
    if (child->is_printing[i]) {
        close_handle(&child->output[i]);
    }
}

static void child_signal(const Child *child, int number) {
    if (!child->has_ended) {
        (void)kill(child->is_group ? -child->process.pid : child->process.pid, number);
    }
}

// ---------------------------------------------------------------- output

static void print(Child *child, const uv_stream_t *from, size_t size_bytes) {
    const LoopHooks *hooks = &child->loop->hooks;
    int fd = from == (const uv_stream_t *)(const void *)&child->output[0] ? 1 : 2;
    if (hooks->output != NULL && size_bytes > 0) {
        hooks->output(hooks->ctx, child->cell, fd, child->block, size_bytes);
    }
}

static void on_room(uv_handle_t *handle, size_t wanted_bytes, uv_buf_t *buf) {
    (void)wanted_bytes;
    Child *child = handle->data;
    *buf = uv_buf_init(child->block, sizeof child->block);
}

static void on_read(uv_stream_t *stream, ssize_t got, const uv_buf_t *buf) {
    (void)buf;
    if (got >= 0) {
        print(stream->data, stream, (size_t)got);
    } else {
        close_handle(stream);
    }
}

// What it had printed when it ended comes before its end is told.
static void drain(Child *child) {
    for (int i = 0; i < 2; i++) {
        uv_stream_t *stream = (uv_stream_t *)(void *)&child->output[i];
        uv_os_fd_t fd;
        if (!child->is_printing[i] || uv_is_closing((uv_handle_t *)stream) ||
            uv_fileno((uv_handle_t *)stream, &fd) != 0) {
            continue;
        }
        ssize_t got;
        while ((got = read(fd, child->block, sizeof child->block)) > 0) {
            print(child, stream, (size_t)got);
        }
        if (got == 0) {
            close_handle(stream);
        }
    }
}

// ---------------------------------------------------------------- the end

static void system_end(Loop *loop, System *wanted, FutureState state, Value result) {
    loop->sockets.operations--;
    future_finish(loop, wanted->op.future, state, result);
    operation_destroy(loop, &wanted->op);
}

static void child_tell(Loop *loop, Arrival *arrival) {
    Child *child = (Child *)(void *)arrival;
    System *wanted = child->wanted;
    child->wanted = NULL;
    child->is_told = true;
    int status = child->status;
    child_free(child);
    if (wanted != NULL) {
        system_end(loop, wanted, FUTURE_DONE, (Value){.i = status});
    }
}

static void on_exit(uv_process_t *process, int64_t exit_status, int signal_number) {
    Child *child = process->data;
    child->status =
        signal_number != 0 ? signal_number : (int)((uint64_t)exit_status & 0xff) << 8;
    child->has_ended = true;
    drain(child);
    close_handle(process);
    sockets_arrive(&child->loop->sockets, &child->arrival);
}

static bool system_cancel(Loop *loop, Operation *op, FutureList *parts) {
    (void)parts;
    System *wanted = (System *)(void *)op;
    child_signal(wanted->child, SIGTERM);
    wanted->child->wanted = NULL;
    system_end(loop, wanted, FUTURE_CANCELLED, (Value){.p = task_cancel_error(loop)});
    return true;
}

static void no_mark(VM *vm, Operation *op) {
    (void)vm;
    (void)op;
}

static const OperationKind system_kind = {"a command", system_cancel, NULL, no_mark,
                                          NULL};

// ---------------------------------------------------------------- the beginning

// In front of the others of the session.
static Child *child_new(Loop *loop, const char *command) {
    Sockets *sockets = &loop->sockets;
    Child *child = mem_alloc(sizeof *child);
    child->arrival.tell = child_tell;
    child->loop = loop;
    child->command = mem_strdup(command);
    child->cell = loop->running != NULL ? task_cell(loop->running) : 0;
    child->next = sockets->children;
    if (child->next != NULL) {
        child->next->prev = child;
    }
    sockets->children = child;
    return child;
}

// Where the child's stdin (0) and stdout (1) are in place of the cell's: a descriptor, or
// -1.
typedef struct Ends {
    int fd[2];
} Ends;

static uv_stdio_container_t input_of(const Child *child, const Ends *ends) {
    if (ends->fd[0] >= 0 || child->loop->keeps_input) {
        int fd = ends->fd[0] >= 0 ? ends->fd[0] : 0;
        return (uv_stdio_container_t){.flags = UV_INHERIT_FD, .data.fd = fd};
    }
    return (uv_stdio_container_t){.flags = UV_IGNORE};
}

// Output i, 0 stdout, 1 stderr.
static uv_stdio_container_t output_of(Child *child, const Ends *ends, int i) {
    if (i == 0 && ends->fd[1] >= 0) {
        return (uv_stdio_container_t){.flags = UV_INHERIT_FD, .data.fd = ends->fd[1]};
    }
    uv_pipe_init(child->loop->world.uv, &child->output[i], 0);
    child->output[i].data = child;
    child->is_printing[i] = true;
    child->open_handles++;
    return (uv_stdio_container_t){.flags = UV_CREATE_PIPE | UV_WRITABLE_PIPE,
                                  .data.stream =
                                      (uv_stream_t *)(void *)&child->output[i]};
}

// 0 or an errno: then the child is told, and gone when its handles are.
static int spawn(Child *child, const Ends *ends) {
    child->process.data = child;
    child->open_handles = 1;
    uv_stdio_container_t stdio[3] = {input_of(child, ends), output_of(child, ends, 0),
                                     output_of(child, ends, 1)};
    child->is_group = !child->loop->keeps_input;
    char *args[] = {"sh", "-c", child->command, NULL};
    uv_process_options_t options = {.file = "/bin/sh",
                                    .args = args,
                                    .stdio = stdio,
                                    .stdio_count = 3,
                                    .flags = child->is_group ? UV_PROCESS_DETACHED : 0,
                                    .exit_cb = on_exit};
    int rc = uv_spawn(child->loop->world.uv, &child->process, &options);
    if (rc != 0) {
        child->has_ended = child->is_told = true;
        close_handle(&child->process);
    }
    for (int i = 0; i < 2; i++) {
        uv_stream_t *stream = (uv_stream_t *)(void *)&child->output[i];
        if (rc != 0 ||
            (child->is_printing[i] && uv_read_start(stream, on_room, on_read) != 0)) {
            close_output(child, i);
        }
    }
    return -rc;
}

// Somebody waits for a command's end. NULL after a trap.
static System *system_new(Loop *loop, const char *command) {
    System *wanted = operation_new(loop, &system_kind, sizeof *wanted);
    if (wanted != NULL) {
        loop->sockets.operations++;
        wanted->op.what = mem_printf("runs `%s`", command);
    }
    return wanted;
}

Future *loop_system(Loop *loop, const char *command, int *code) {
    System *wanted = system_new(loop, command);
    if (wanted == NULL) {
        return NULL;
    }
    Future *future = wanted->op.future;
    Child *child = child_new(loop, command);
    *code = spawn(child, &(Ends){{-1, -1}});
    if (*code != 0) {
        system_end(loop, wanted, FUTURE_DONE, (Value){.i = -1});
        return future;
    }
    wanted->child = child;
    child->wanted = wanted;
    return future;
}

// ---------------------------------------------------------------- with a stream

int stream_command(Stream *stream, Loop *loop, const char *command, bool reads) {
    // The first is ours and never blocks; the child's end is an ordinary one.
    int fds[2];
    int rc = reads ? pipe2(fds, O_CLOEXEC)
                   : socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds);
    if (rc != 0) {
        return errno;
    }
    if (fcntl(fds[0], F_SETFL, O_NONBLOCK) != 0) {
        int code = errno;
        close(fds[0]);
        close(fds[1]);
        return code;
    }
    int code = stream_open(stream, loop, fds[0]);
    if (code == 0) {
        Child *child = child_new(loop, command);
        code = spawn(child, &(Ends){{reads ? -1 : fds[1], reads ? fds[1] : -1}});
        if (code == 0) {
            child->stream = stream;
            stream->child = child;
        } else {
            stream_close(stream);
        }
    }
    close(fds[1]);
    return code;
}

Future *stream_command_end(Stream *stream) {
    Child *child = stream->child;
    Loop *loop = stream->loop;
    assert(child != NULL);
    assert(child->wanted == NULL);
    System *wanted = system_new(loop, child->command);
    if (wanted == NULL) {
        return NULL;
    }
    Future *future = wanted->op.future;
    wanted->child = child;
    if (child->is_told) {
        system_end(loop, wanted, FUTURE_DONE, (Value){.i = child->status});
    } else {
        child->wanted = wanted;
    }
    stream_close(stream);
    return future;
}

void child_forget_stream(Child *child) {
    child->stream = NULL;
    child_free(child);
}

void child_end(Child *child) {
    child_signal(child, SIGTERM);
}

const char *child_command(const Child *child) {
    return child->command;
}

// libuv looks at its children when SIGCHLD comes. One that was lost, as sanitizers lose
// some, must not hold up the session's end.
static void look_again(uv_timer_t *timer) {
    (void)timer;
    kill(getpid(), SIGCHLD);
}

static void timer_closed(uv_handle_t *timer) {
    *(bool *)timer->data = true;
}

// Until libuv has let go of all of them.
static void wait_for_children(Sockets *sockets) {
    uv_loop_t *uv = sockets->loop->world.uv;
    uv_timer_t timer;
    bool is_closed = false;
    uv_timer_init(uv, &timer);
    timer.data = &is_closed;
    uv_timer_start(&timer, look_again, LOOK_AGAIN_MS, LOOK_AGAIN_MS);
    sockets_tell(sockets);
    while (sockets->children != NULL) {
        uv_run(uv, UV_RUN_ONCE);
        sockets_tell(sockets);
    }
    uv_close((uv_handle_t *)&timer, timer_closed);
    while (!is_closed) {
        uv_run(uv, UV_RUN_NOWAIT);
    }
}

// Those who waited are freed with the futures.
void process_deinit(Sockets *sockets) {
    for (Child *child = sockets->children, *next; child != NULL; child = next) {
        next = child->next;
        child_signal(child, SIGKILL);
        child->wanted = NULL;
        for (int i = 0; i < 2; i++) {
            close_output(child, i);
        }
        if (child->stream != NULL) {
            child->stream->child = NULL;
            child_forget_stream(child);
        }
    }
    if (sockets->children != NULL) {
        wait_for_children(sockets);
    }
}
