// lib_conn.c: reading from and writing to a connection: asyncio's StreamReader and
// StreamWriter.
//
// Enters: a connection and the program's memory. Leaves: bytes copied, tasks that wait.
// Always holds: bytes go to the program only when a call is done with them; until then
// they are in the connection's own buffer, so that a read that is cancelled loses
// nothing. The program's memory is checked each time it is touched: after a wait as well.
//
//     kernel --recv--> scratch --+--> the program's memory    as much as the call wants
//                                +--> data[begin, end)        the rest: read ahead
//
// A call that has to wait returns NATIVE_AGAIN and is executed again from its beginning.
//
// Read next: loop/stream.h; lib_net.c.
#include "lib/lib_net.h"

#include <errno.h>
#include <stdio.h>

// Bytes taken from the kernel at once, at most.
#define CHUNK_BYTES ((size_t)64 << 10)
// Bytes asked for when it is not known how many are wanted: a line, a message.
#define AHEAD_BYTES ((size_t)4096)

// ---------------------------------------------------------------- the buffer

static size_t buffered(const Conn *conn) {
    return conn->end - conn->begin;
}

static void put(Conn *conn, const char *from, size_t size_bytes) {
    if (conn->end + size_bytes > conn->capacity && conn->begin > 0) {
        memmove(conn->data, conn->data + conn->begin, buffered(conn));
        conn->end -= conn->begin;
        conn->begin = 0;
    }
    if (conn->end + size_bytes > conn->capacity) {
        size_t need = conn->end + size_bytes;
        conn->capacity = need * 2 < AHEAD_BYTES ? AHEAD_BYTES : need * 2;
        conn->data = mem_resize(conn->data, conn->capacity);
    }
    memcpy(conn->data + conn->end, from, size_bytes);
    conn->end += size_bytes;
}

// An empty buffer is given back: a connection at rest needs none.
static void drop(Conn *conn, size_t size_bytes) {
    conn->begin += size_bytes;
    if (conn->begin == conn->end) {
        mem_free(conn->data);
        conn->data = NULL;
        conn->begin = conn->end = conn->capacity = 0;
    }
}

// ---------------------------------------------------------------- taking from the kernel

// The connection in argument 0, to be read by the running task. NULL after a trap.
static Conn *reader_arg(NativeCall *call) {
    Conn *conn = net_conn_arg(call);
    if (conn == NULL) {
        return NULL;
    }
    bool has_waited = stream_take_turn(&conn->stream.reading);
    if (!stream_is_open(&conn->stream)) {
        net_fail_closed(call, conn, has_waited);
        return NULL;
    }
    if (!has_waited && stream_is_taken(&conn->stream.reading)) {
        vm_trap(call->vm, TRAP_RUNTIME,
                "another task is reading from this connection already: who would get "
                "which bytes? One task reads, and hands on what the others need");
        return NULL;
    }
    return conn;
}

static NativeResult fail_read(NativeCall *call, const Conn *conn, int code) {
    char *peer = stream_text(&conn->stream, true);
    char *message =
        mem_printf("cannot read from %s: %s", peer,
                   code == ECONNRESET ? "the other side has broken the connection off"
                                      : strerror(code));
    mem_free(peer);
    return net_fail(call, code, message);
}

// NATIVE_DONE: *got bytes are in the scratch buffer; 0: the end. Else what the native
// returns.
static NativeResult receive(NativeCall *call, Conn *conn, size_t wanted, size_t *got) {
    Lib *lib = lib_here(call);
    if (call->suspend && stream_must_yield(lib->loop)) {
        return NATIVE_AGAIN;
    }
    size_t size_bytes = wanted < CHUNK_BYTES ? wanted : CHUNK_BYTES;
    lib->scratch.count = 0;
    (void)vec_reserve(lib->scratch, CHUNK_BYTES);
    int code = 0;
    switch (stream_read(&conn->stream, lib->scratch.data, size_bytes, got, &code)) {
    case STREAM_DONE:
        return NATIVE_DONE;
    case STREAM_WAIT:
        stream_wait(&conn->stream, &conn->stream.reading, !call->suspend);
        return NATIVE_AGAIN;
    case STREAM_FAILED:
        break;
    }
    return fail_read(call, conn, code);
}

// receive, into the buffer. *is_end: nothing more will come.
static NativeResult receive_ahead(NativeCall *call, Conn *conn, size_t wanted,
                                  bool *is_end) {
    size_t got = 0;
    NativeResult how = receive(call, conn, wanted, &got);
    if (how == NATIVE_DONE && got > 0) {
        put(conn, lib_here(call)->scratch.data, got);
    }
    *is_end = how == NATIVE_DONE && got == 0;
    return how;
}

// Is there room for `size` bytes at argument 1? What does not fit is a fault now, not
// only when as much has come. False after a trap.
static bool has_room(NativeCall *call, uint64_t size) {
    return size <= native_extent(call, 1) || native_write(call, 1, size) != NULL;
}

// Copies the buffer's first bytes to argument 1 and drops them; the call's result is
// their number.
static NativeResult take(NativeCall *call, Conn *conn, size_t size_bytes) {
    void *to = native_write(call, 1, size_bytes);
    if (to == NULL) {
        return NATIVE_TRAP;
    }
    memcpy(to, conn->data + conn->begin, size_bytes);
    drop(conn, size_bytes);
    return done_uint(call, size_bytes);
}

// The scratch buffer's first `used` of `got` bytes are the call's, the rest is read ahead.
static NativeResult hand_over(NativeCall *call, Conn *conn, size_t used, size_t got) {
    const char *from = lib_here(call)->scratch.data;
    void *to = native_write(call, 1, used);
    if (to == NULL) {
        put(conn, from, got); // nothing is lost by a fault
        return NATIVE_TRAP;
    }
    memcpy(to, from, used);
    if (got > used) {
        put(conn, from + used, got - used);
    }
    return done_uint(call, used);
}

// ---------------------------------------------------------------- reading

// size_t conn_read(conn c, void *to, size_t size)
NativeResult lib_conn_read(NativeCall *call) {
    Conn *conn = reader_arg(call);
    uint64_t size = call->args[2].u;
    if (conn == NULL || !has_room(call, size)) {
        return NATIVE_TRAP;
    }
    if (size == 0) {
        return done_uint(call, 0);
    }
    if (buffered(conn) > 0) {
        return take(call, conn, size < buffered(conn) ? size : buffered(conn));
    }
    size_t got = 0;
    NativeResult how = receive(call, conn, size, &got);
    if (how != NATIVE_DONE) {
        return how;
    }
    return got > 0 ? hand_over(call, conn, got, got) : done_uint(call, 0);
}

static NativeResult fail_incomplete(NativeCall *call, const char *wanted, size_t have) {
    Ptr error = vm_error_new(call->vm, TRAP_OS, "IncompleteReadError", 0,
                             "the other side closed the connection after %zu byte%s, "
                             "before %s had come",
                             have, have == 1 ? "" : "s", wanted);
    vm_trap_error(call->vm, error);
    return NATIVE_TRAP;
}

// size_t conn_read_exactly(conn c, void *to, size_t size)
NativeResult lib_conn_read_exactly(NativeCall *call) {
    Conn *conn = reader_arg(call);
    uint64_t size = call->args[2].u;
    if (conn == NULL || !has_room(call, size)) {
        return NATIVE_TRAP;
    }
    while (buffered(conn) < size) {
        size_t missing = size - buffered(conn);
        size_t got = 0;
        NativeResult how =
            receive(call, conn, missing > AHEAD_BYTES ? missing : AHEAD_BYTES, &got);
        if (how != NATIVE_DONE) {
            return how;
        }
        if (got == 0) {
            char wanted[32];
            snprintf(wanted, sizeof wanted, "all %llu", (unsigned long long)size);
            return fail_incomplete(call, wanted, buffered(conn));
        }
        if (buffered(conn) == 0 && got >= size) {
            return hand_over(call, conn, size, got);
        }
        put(conn, lib_here(call)->scratch.data, got);
    }
    return size > 0 ? take(call, conn, size) : done_uint(call, 0);
}

// Up to a separator and with it: *size bytes of the buffer; at the end of input what is
// left of it, *is_end. At most `most` bytes are looked at: then *size is 0 and is_end
// false.
typedef struct Until {
    const char *separator;
    size_t separator_bytes;
    size_t most;
    size_t size;
    bool is_end;
} Until;

static NativeResult find(NativeCall *call, Conn *conn, Until *until) {
    until->is_end = false;
    for (;;) {
        size_t have = buffered(conn) < until->most ? buffered(conn) : until->most;
        const char *begin = have > 0 ? conn->data + conn->begin : NULL;
        const char *hit =
            have > 0 ? memmem(begin, have, until->separator, until->separator_bytes)
                     : NULL;
        until->size = hit != NULL     ? (size_t)(hit - begin) + until->separator_bytes
                      : until->is_end ? have
                                      : 0;
        if (hit != NULL || until->is_end || have == until->most) {
            return NATIVE_DONE;
        }
        NativeResult how = receive_ahead(call, conn, AHEAD_BYTES, &until->is_end);
        if (how != NATIVE_DONE) {
            return how;
        }
    }
}

static NativeResult fail_too_long(NativeCall *call, const char *what) {
    Ptr error = vm_error_new(call->vm, TRAP_VALUE, "LimitOverrunError", 0,
                             "%s did not come within %u bytes; conn_read takes what has",
                             what, LIMIT_LINE_BYTES);
    vm_trap_error(call->vm, error);
    return NATIVE_TRAP;
}

// The buffer's first bytes as a string of the program.
static NativeResult done_string(NativeCall *call, Conn *conn, size_t size_bytes) {
    Ptr text = vm_string(call->vm, conn->data + conn->begin, size_bytes);
    if (text == 0) {
        return NATIVE_TRAP;
    }
    drop(conn, size_bytes);
    return done_ptr(call, text);
}

// char *conn_read_line(conn c)
NativeResult lib_conn_read_line(NativeCall *call) {
    Conn *conn = reader_arg(call);
    if (conn == NULL) {
        return NATIVE_TRAP;
    }
    Until until = {"\n", 1, LIMIT_LINE_BYTES, 0, false};
    NativeResult how = find(call, conn, &until);
    if (how != NATIVE_DONE) {
        return how;
    }
    if (until.size > 0) {
        return done_string(call, conn, until.size);
    }
    return until.is_end ? done_ptr(call, 0) : fail_too_long(call, "the end of the line");
}

// char *conn_read_line(conn c, char *to, size_t size): as fgets
NativeResult lib_conn_read_line_to(NativeCall *call) {
    Conn *conn = reader_arg(call);
    uint64_t size = call->args[2].u;
    if (conn == NULL || !has_room(call, size)) {
        return NATIVE_TRAP;
    }
    if (size == 0) {
        vm_trap(call->vm, TRAP_VALUE, "an array of 0 bytes has no room for a line");
        return NATIVE_TRAP;
    }
    Until until = {"\n", 1, size - 1, 0, false};
    NativeResult how = find(call, conn, &until);
    if (how != NATIVE_DONE) {
        return how;
    }
    if (until.is_end && until.size == 0) {
        return done_ptr(call, 0);
    }
    size_t length = until.size > 0 ? until.size : until.most; // a piece of a longer line
    char *to = native_write(call, 1, length + 1);
    if (to == NULL) {
        return NATIVE_TRAP;
    }
    if (length > 0) {
        memcpy(to, conn->data + conn->begin, length);
        drop(conn, length);
    }
    to[length] = '\0';
    return done_ptr(call, (Ptr)call->args[1].p);
}

// char *conn_read_until(conn c, const char *separator)
NativeResult lib_conn_read_until(NativeCall *call) {
    uint64_t length = 0;
    Conn *conn = reader_arg(call);
    const char *separator = conn != NULL ? native_string(call, 1, &length) : NULL;
    if (separator == NULL) {
        return NATIVE_TRAP;
    }
    if (length == 0) {
        vm_trap(call->vm, TRAP_VALUE, "the separator has to have at least one character");
        return NATIVE_TRAP;
    }
    Until until = {separator, length, LIMIT_LINE_BYTES, 0, false};
    NativeResult how = find(call, conn, &until);
    if (how != NATIVE_DONE) {
        return how;
    }
    if (until.is_end) {
        return fail_incomplete(call, "the separator", buffered(conn));
    }
    return until.size > 0 ? done_string(call, conn, until.size)
                          : fail_too_long(call, "the separator");
}

// ---------------------------------------------------------------- writing

static NativeResult fail_write(NativeCall *call, const Conn *conn, int code) {
    char *peer = stream_text(&conn->stream, true);
    const char *why = conn->is_shut ? "conn_write_eof has said that nothing more comes"
                      : code == EPIPE || code == ECONNRESET
                          ? "the other side has closed the connection"
                          : strerror(code);
    char *message = mem_printf("cannot write to %s: %s", peer, why);
    mem_free(peer);
    return net_fail(call, code, message);
}

// What came before did not get through whole: nothing that follows would be understood.
static NativeResult fail_cut(NativeCall *call, const Stream *stream) {
    int lost = stream->rest.code;
    const char *why = lost == 0 ? "was given up half-way"
                      : lost == EPIPE || lost == ECONNRESET
                          ? "was cancelled, and the other side has closed the "
                            "connection before the rest of it was sent"
                          : "was cancelled, and the rest of it could not be sent";
    return net_fail(call, lost != 0 ? lost : EPIPE,
                    mem_printf("an earlier write to this connection %s: what follows "
                               "would make no sense; close it",
                               why));
}

// `from`: what argument 1 points to, NULL after a trap.
static NativeResult write_all(NativeCall *call, Conn *conn, const void *from,
                              uint64_t size, bool has_turn) {
    Stream *stream = &conn->stream;
    const Task *running = loop_current(lib_here(call)->loop);
    bool is_mine = stream->writer == running;
    if (from == NULL) { // also of a write that had begun: its memory is gone
        if (is_mine) {
            stream_write_cut(stream);
        } else if (has_turn) {
            stream_pass(stream, &stream->queue);
        }
        return NATIVE_TRAP;
    }
    bool has_to_queue = !stream_is_writing(stream) && !has_turn;
    if ((stream_is_writing(stream) && !is_mine) ||
        (has_to_queue && stream_is_taken(&stream->queue))) {
        stream_wait(stream, &stream->queue, !call->suspend);
        return NATIVE_AGAIN;
    }
    if (stream->is_cut) {
        stream_pass(stream, &stream->queue);
        return fail_cut(call, stream);
    }
    if (has_to_queue && call->suspend && stream_must_yield(lib_here(call)->loop)) {
        return NATIVE_AGAIN;
    }
    int code = 0;
    switch (stream_write(stream, (Ptr)call->args[1].p, from, size, &code)) {
    case STREAM_DONE:
        return done_uint(call, size);
    case STREAM_WAIT:
        stream_wait(stream, &stream->writing, !call->suspend);
        return NATIVE_AGAIN;
    case STREAM_FAILED:
        break;
    }
    return fail_write(call, conn, code);
}

// The open connection in argument 0, to be written to. *has_turn: it has waited for its
// turn. NULL after a trap.
static Conn *writer_arg(NativeCall *call, bool *has_turn) {
    Conn *conn = net_conn_arg(call);
    if (conn == NULL) {
        return NULL;
    }
    Stream *stream = &conn->stream;
    bool goes_on = stream_take_turn(&stream->writing);
    *has_turn = stream_take_turn(&stream->queue);
    if (!stream_is_open(stream)) {
        net_fail_closed(call, conn, goes_on || *has_turn);
        return NULL;
    }
    if (!goes_on && stream->writer != NULL &&
        stream->writer == loop_current(lib_here(call)->loop)) {
        stream_write_give_up(stream); // of a wait that was refused
    }
    return conn;
}

// size_t conn_write(conn c, const void *from, size_t size)
NativeResult lib_conn_write(NativeCall *call) {
    bool has_turn;
    Conn *conn = writer_arg(call, &has_turn);
    if (conn == NULL) {
        return NATIVE_TRAP;
    }
    uint64_t size = call->args[2].u;
    return write_all(call, conn, native_read(call, 1, size), size, has_turn);
}

// size_t conn_write(conn c, const char *text)
NativeResult lib_conn_write_text(NativeCall *call) {
    bool has_turn;
    Conn *conn = writer_arg(call, &has_turn);
    if (conn == NULL) {
        return NATIVE_TRAP;
    }
    uint64_t length = 0;
    const char *text = native_string(call, 1, &length);
    return write_all(call, conn, text, length, has_turn);
}

// void conn_write_eof(conn c)
NativeResult lib_conn_write_eof(NativeCall *call) {
    Conn *conn = net_conn_arg(call);
    if (conn == NULL) {
        return NATIVE_TRAP;
    }
    if (!stream_is_open(&conn->stream)) {
        return net_fail_closed(call, conn, false);
    }
    if (conn->stream.writer != NULL || stream_is_taken(&conn->stream.queue)) {
        vm_trap(call->vm, TRAP_RUNTIME,
                "a task is still writing to this connection: the end comes after that");
        return NATIVE_TRAP;
    }
    conn->is_shut = true;
    int code = stream_shutdown(&conn->stream);
    return code == 0 || code == ENOTCONN ? done() : fail_write(call, conn, code);
}
