// lib_pipe.c: FILEs from and to commands of the shell (POSIX popen and pclose).
//
//     popen(c, "r")   FILE --> LibPipe: in  <-- Stream <-- the command's stdout
//     popen(c, "w")   FILE --> LibPipe: out --> Stream --> the command's stdin
//
// Reading takes from `in` as stdin's natives do; where nothing is there, the task waits
// for the stream and the native is executed again. What is written is buffered in `out`; a
// native that finds a full buffer sends it first, and waits until the command has taken
// it. So no native stops half-way, and neither buffer grows with a command that is faster
// or slower than the program.
//
// Always holds: a LibPipe lives as long as its FILE object, which is a root while a task
// waits. A wait that is given up (cancel, interrupt) ends the command (loop/process.c).
//
// Read next: lib_stdio.c (the natives that read), loop/stream.h.
#include "lib/lib_async.h"
#include "loop/stream.h"
#include <assert.h>
#include <errno.h>
#include <stdio.h>

// So much is read at once, and buffered before it is sent.
#define BLOCK_BYTES ((size_t)4096)

struct LibPipe {
    Stream stream;
    LibPipe *next, **prev; // the session's: fflush(NULL)
    LibIn in;              // "r"
    Str out;               // "w": what is not sent yet, from sent_bytes on
    size_t sent_bytes;
    bool reads;
    int error; // an errno: the command takes no more
};

bool lib_pipe_reads(const LibPipe *pipe) {
    return pipe->reads;
}

int *lib_pipe_error(LibPipe *pipe) {
    return &pipe->error;
}

// ---------------------------------------------------------------- turns

// May the running task wait for this side of the stream? false after a trap: another one
// does. has_waited: it is this task's turn.
static bool may_wait(NativeCall *call, const StreamSide *side, bool has_waited) {
    if (!has_waited && stream_is_taken(side)) {
        vm_trap(call->vm, TRAP_RUNTIME,
                "another task waits for this command already: one task reads from it or "
                "writes to it, and hands on what the others need");
        return false;
    }
    return true;
}

// ---------------------------------------------------------------- reading

LibInput lib_pipe_more(NativeCall *call, LibPipe *pipe, size_t have) {
    Lib *lib = lib_here(call);
    LibIn *in = &pipe->in;
    bool has_waited = stream_take_turn(&pipe->stream.reading);
    if (in->end - in->begin > have) {
        return INPUT_READY;
    }
    if (!may_wait(call, &pipe->stream.reading, has_waited)) {
        return INPUT_TRAP;
    }
    while (in->end - in->begin <= have) {
        if (in->at_end) {
            return INPUT_END;
        }
        if (call->suspend && stream_must_yield(lib->loop)) {
            return INPUT_AGAIN;
        }
        char block[BLOCK_BYTES];
        size_t got = 0;
        int code = 0;
        StreamStep step = stream_read(&pipe->stream, block, sizeof block, &got, &code);
        if (step == STREAM_WAIT) {
            stream_wait(&pipe->stream, &pipe->stream.reading, !call->suspend);
            return INPUT_AGAIN;
        }
        in->at_end = step == STREAM_FAILED || got == 0;
        lib_input_append(in, block, got);
    }
    return INPUT_READY;
}

// ---------------------------------------------------------------- writing

bool lib_pipe_flush(NativeCall *call, LibPipe *pipe, NativeResult *result) {
    StreamSide *side = &pipe->stream.writing;
    if (!may_wait(call, side, stream_take_turn(side))) {
        *result = NATIVE_TRAP;
        return false;
    }
    while (pipe->sent_bytes < pipe->out.count) {
        size_t sent = 0;
        int code = 0;
        StreamStep step = stream_send(&pipe->stream, pipe->out.data + pipe->sent_bytes,
                                      pipe->out.count - pipe->sent_bytes, &sent, &code);
        pipe->sent_bytes += sent;
        if (step == STREAM_WAIT) {
            stream_wait(&pipe->stream, side, !call->suspend);
            *result = NATIVE_AGAIN;
            return false;
        }
        if (step == STREAM_FAILED) {
            // It ended, and what it had not read was lost: as a pipe says it.
            pipe->error = code == ECONNRESET ? EPIPE : code;
            break;
        }
    }
    pipe->out.count = 0;
    pipe->sent_bytes = 0;
    return true;
}

bool lib_pipe_flush_all(NativeCall *call, NativeResult *result) {
    for (LibPipe *pipe = lib_here(call)->pipes; pipe; pipe = pipe->next) {
        if (pipe->out.count > 0 && !lib_pipe_flush(call, pipe, result)) {
            return false;
        }
    }
    return true;
}

NativeResult lib_pipe_room(NativeCall *call, LibPipe *pipe) {
    NativeResult result;
    bool is_full = pipe->out.count - pipe->sent_bytes >= BLOCK_BYTES;
    return !is_full || lib_pipe_flush(call, pipe, &result) ? NATIVE_DONE : result;
}

bool lib_pipe_write(LibPipe *pipe, const char *text, size_t size_bytes) {
    if (pipe->error != 0 || size_bytes > LIMIT_OBJECT_BYTES / 2) {
        errno = pipe->error != 0 ? pipe->error : ENOMEM;
        return false;
    }
    str_add(&pipe->out, text, size_bytes);
    return true;
}

// ---------------------------------------------------------------- life

static LibPipe *pipe_new(Lib *lib, Ptr self, bool reads) {
    LibPipe *pipe = mem_alloc(sizeof *pipe);
    stream_init(&pipe->stream, self);
    pipe->reads = reads;
    pipe->next = lib->pipes;
    pipe->prev = &lib->pipes;
    if (pipe->next) {
        pipe->next->prev = &pipe->next;
    }
    lib->pipes = pipe;
    return pipe;
}

void lib_pipe_destroy(LibPipe **pipe) {
    LibPipe *gone = *pipe;
    *pipe = NULL;
    stream_close(&gone->stream);
    *gone->prev = gone->next;
    if (gone->next) {
        gone->next->prev = gone->prev;
    }
    mem_free(gone->in.data);
    str_free(&gone->out);
    mem_free(gone);
}

void lib_pipe_deinit(Lib *lib) {
    // The FILE objects are collected later: they find no list to leave.
    for (LibPipe *pipe = lib->pipes; pipe;) {
        LibPipe *next = pipe->next;
        pipe->next = NULL;
        pipe->prev = &pipe->next;
        pipe = next;
    }
    lib->pipes = NULL;
}

// ---------------------------------------------------------------- opening and closing

static bool is_mode(const char *mode) {
    return (mode[0] == 'r' || mode[0] == 'w') && mode[1 + (mode[1] == 'e')] == '\0';
}

// FILE *popen(const char *command, const char *mode): POSIX
NativeResult c_popen(NativeCall *call) {
    uint64_t length = 0;
    Lib *lib = lib_here(call);
    const char *mode = native_string(call, 1, &length);
    const char *command = mode ? native_string(call, 0, &length) : NULL;
    if (!command) {
        return NATIVE_TRAP;
    }
    if (!is_mode(mode)) {
        lib_errno_set(lib, EINVAL);
        return done_ptr(call, 0);
    }
    void *data = NULL;
    Ptr p = vm_native_new(call->vm, &lib_file_class, &data);
    if (!p) {
        return NATIVE_TRAP;
    }
    LibFile *file = data;
    file->standard = file->number = -1;
    file->path = mem_strdup(command);
    file->pipe = pipe_new(lib, p, mode[0] == 'r');
    file->in = &file->pipe->in;
    int code = stream_command(&file->pipe->stream, lib->loop, command, mode[0] == 'r');
    if (code != 0) {
        file->is_closed = true;
        lib_errno_set(lib, code);
        return done_ptr(call, 0);
    }
    return done_ptr(call, p);
}

// int pclose(FILE *file): POSIX
NativeResult c_pclose(NativeCall *call) {
    LibFile *file = lib_file_arg(call, 0);
    if (!file) {
        return NATIVE_TRAP;
    }
    if (!file->pipe) {
        vm_trap(call->vm, TRAP_VALUE,
                "pclose closes a stream that popen opened; fclose closes this one");
        return NATIVE_TRAP;
    }
    NativeResult wait;
    if (!file->pipe->reads && !lib_pipe_flush(call, file->pipe, &wait)) {
        return wait;
    }
    Future *future = stream_command_end(&file->pipe->stream);
    if (!future) {
        return NATIVE_TRAP;
    }
    file->is_closed = true;
    file->closed_at = vm_where(call->vm);
    return async_await(call, future);
}
