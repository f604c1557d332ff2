// process.c: commands of the operating system: a child process is an operation whose
// future a task awaits.
//
//     loop_system --- uv_spawn: /bin/sh -c command
//                        |-- output ----> hooks.output, as it comes, to the task's cell
//                        +-- its end ---> arrival --> the future: a status as of wait(2)
//
// The child is a process group of its own, unless the host's input is a stream (a
// terminal): then it reads that too, and stays where the terminal's signals reach it. Who
// waits may be cancelled: the child is told to end (SIGTERM) and nobody waits for it any
// more. What it leaves in the background may go on and print; the session's end kills
// what it still has.
//
// Always holds: a Child lives until its three handles of libuv are closed and its end has
// been told.
//
// Read next: future.h (operations), sockets.h (arrivals).
#include "loop/sched.h"

#include <assert.h>
#include <errno.h>
#include <signal.h>
#include <unistd.h>

typedef struct System { // what a task waits for
    Operation op;       // first
    Child *child;       // NULL: it has not begun
} System;

struct Child {
    Arrival arrival; // first
    Loop *loop;
    Child *next, *prev;
    System *wanted; // NULL: nobody waits any more
    uv_process_t process;
    uv_pipe_t output[2]; // of stdout and stderr
    uint64_t cell;
    int status;       // as of wait(2), once it has ended
    int open_handles; // of libuv's
    bool is_group;
    bool has_ended, is_told;
    char block[16384]; // what was read
};

// ---------------------------------------------------------------- life

static void child_free(Child *child) {
    if (child->open_handles > 0 || !child->is_told) {
        return;
    }
    Sockets *sockets = &child->loop->sockets;
    *(child->prev != NULL ? &child->prev->next : &sockets->children) = child->next;
    if (child->next != NULL) {
        child->next->prev = child->prev;
    }
    sockets_forget(sockets, &child->arrival);
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
        if (uv_is_closing((uv_handle_t *)stream) ||
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

// 0 or an errno: then the child is told, and gone when its handles are.
static int spawn(Child *child, const char *command) {
    Loop *loop = child->loop;
    uv_loop_t *uv = loop->world.uv;
    child->process.data = child;
    uv_stdio_container_t stdio[3] = {{.flags = UV_IGNORE}};
    if (loop->keeps_input) {
        stdio[0] = (uv_stdio_container_t){.flags = UV_INHERIT_FD, .data.fd = 0};
    }
    for (int i = 0; i < 2; i++) {
        uv_pipe_init(uv, &child->output[i], 0);
        child->output[i].data = child;
        stdio[i + 1].flags = UV_CREATE_PIPE | UV_WRITABLE_PIPE;
        stdio[i + 1].data.stream = (uv_stream_t *)(void *)&child->output[i];
    }
    child->open_handles = 3;
    child->is_group = !loop->keeps_input;
    char *args[] = {"sh", "-c", (char *)(uintptr_t)command, NULL};
    uv_process_options_t options = {.file = "/bin/sh",
                                    .args = args,
                                    .stdio = stdio,
                                    .stdio_count = 3,
                                    .flags = child->is_group ? UV_PROCESS_DETACHED : 0,
                                    .exit_cb = on_exit};
    int rc = uv_spawn(uv, &child->process, &options);
    if (rc != 0) {
        child->has_ended = child->is_told = true;
        close_handle(&child->process);
    }
    for (int i = 0; i < 2; i++) {
        uv_stream_t *stream = (uv_stream_t *)(void *)&child->output[i];
        if (rc != 0 || uv_read_start(stream, on_room, on_read) != 0) {
            close_handle(stream);
        }
    }
    return -rc;
}

Future *loop_system(Loop *loop, const char *command, int *code) {
    System *wanted = operation_new(loop, &system_kind, sizeof *wanted);
    if (wanted == NULL) {
        return NULL;
    }
    Future *future = wanted->op.future;
    Sockets *sockets = &loop->sockets;
    Child *child = mem_alloc(sizeof *child);
    child->arrival.tell = child_tell;
    child->loop = loop;
    child->cell = loop->running != NULL ? task_cell(loop->running) : 0;
    child->next = sockets->children;
    if (child->next != NULL) {
        child->next->prev = child;
    }
    sockets->children = child;
    sockets->operations++;
    wanted->op.what = mem_printf("runs `%s`", command);
    *code = spawn(child, command);
    if (*code != 0) {
        system_end(loop, wanted, FUTURE_DONE, (Value){.i = -1});
        return future;
    }
    wanted->child = child;
    child->wanted = wanted;
    return future;
}

// Those who waited are freed with the futures.
void process_deinit(Sockets *sockets) {
    for (Child *child = sockets->children; child != NULL; child = child->next) {
        child_signal(child, SIGKILL);
        child->wanted = NULL;
        for (int i = 0; i < 2; i++) {
            close_handle(&child->output[i]);
        }
    }
    while (sockets->children != NULL) {
        sockets_tell(sockets);
        if (sockets->children != NULL) {
            uv_run(sockets->loop->world.uv, UV_RUN_ONCE);
        }
    }
}
