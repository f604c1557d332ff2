// stream.h: sockets: connections and listeners. A door of the room, beside loop.h.
//
//     stream_read --- try: read(2) --+-- STREAM_DONE     what came
//                                    +-- STREAM_FAILED   *code: errno
//                                    +-- STREAM_WAIT     nothing yet: the native says
//          ^                                 |           stream_wait_read and returns
//          | NATIVE_AGAIN                    v           NATIVE_AGAIN
//          +------- turn <--- arrival <--- epoll
//
// The direct way comes first: a call tries at once, and a task waits only when the kernel
// has said "not now". Nothing is handed to the kernel while a task waits: the woken call
// is executed again from its beginning and checks its memory anew, so what the program
// freed meanwhile is a fault and never a write into it.
//
// Edge-triggered: a socket is registered once and told when something changes. `may_read`
// and `may_write` remember what the last call left: a read that got less than it asked
// for has emptied the socket, and the next one waits without asking.
//
// A Stream is part of a library object (`Sync.self` names it), which is a root while a
// task waits. Closing is at once and wakes everybody who waits.
#ifndef LOOP_STREAM_H
#define LOOP_STREAM_H

#include "loop/sync.h"

// Something has happened outside that nobody has been told of: what is told first is a
// choice (choose.h).
typedef struct Arrival Arrival;
struct Arrival {
    Arrival *next, *prev;
    void (*tell)(Loop *loop, Arrival *arrival);
    bool is_listed;
};

typedef struct Stream Stream;
typedef struct Connect Connect; // connect.c's
typedef struct Child Child;     // process.c's: a command that runs

// One direction of a stream, or a listener's only one.
typedef struct StreamSide {
    Sync sync;        // who waits for it
    const Task *turn; // has waited, and goes on now; NULL: nobody
} StreamSide;

// What a write that was cancelled half-way had still to send. It goes out by itself, in
// front of every later write, as asyncio's buffer does when drain() is cancelled.
typedef struct StreamRest {
    Ptr box; // a copy, the session's memory; the stream's owner traces it. 0: none
    uint64_t size_bytes, sent_bytes;
    int code; // an errno: some of it could not be sent. Every later write is told
} StreamRest;

struct Stream {
    Arrival arrival;
    StreamSide reading;            // of a listener: those that accept
    StreamSide writing;            // the one whose write is under way
    StreamSide queue;              // those whose write has not begun
    Loop *loop;                    // NULL: not open
    Stream *next, *prev;           // the open ones
    Stream *next_busy, *prev_busy; // those that somebody waits for, or did
    int fd;                        // -1: not open
    uint32_t events;               // of epoll, not told yet
    bool is_listener;
    bool is_busy;
    bool may_read, may_write;
    bool must_drain;    // its end, an error or urgent data may hide behind a short read
    const Task *writer; // whose write is under way
    uint64_t written;   // of it
    Ptr source;         // its memory, and how much of it
    uint64_t source_bytes;
    StreamRest rest;
    bool shut_wanted; // the end comes behind the rest
    bool is_cut;      // a write ended half-way: what follows would be nonsense
    Connect *connect; // is being connected
    Child *child;     // the other side is this command; NULL: it is none
};

typedef enum StreamStep { STREAM_DONE, STREAM_WAIT, STREAM_FAILED } StreamStep;

// ---- life. self: the library object. Not open yet.
void stream_init(Stream *stream, Ptr self);
// Wakes everybody who waits: they find it closed. Harmless when it is not open.
void stream_close(Stream *stream);
static inline bool stream_is_open(const Stream *stream) {
    return stream->fd >= 0;
}
// Takes the connected socket over. 0, or errno (the socket is closed then).
int stream_open(Stream *stream, Loop *loop, int fd);
// Listens on a numeric address ("": every one of this machine, of IPv6 and IPv4;
// "localhost": 127.0.0.1).
// 0, an errno, or -1: this is no address.
int stream_listen(Stream *stream, Loop *loop, const char *address, uint16_t port);

// ---- trying, from natives
StreamStep stream_read(Stream *stream, void *to, size_t size_bytes, size_t *got,
                       int *code);
// The running task's write goes on: `from` is all of it, each time, and `source` names it.
StreamStep stream_write(Stream *stream, Ptr source, const void *from, size_t size_bytes,
                        int *code);
// The write under way is given up: what it has begun goes out to its end, or nothing does.
void stream_write_give_up(Stream *stream);
// It cannot be finished: its memory is gone.
void stream_write_cut(Stream *stream);
// Is a write under way, or what one has left?
static inline bool stream_is_writing(const Stream *stream) {
    return stream->writer != NULL || stream->rest.box != 0;
}
// As many as the kernel takes at once, for streams on which nobody uses stream_write:
// *sent, also when it waits or has failed.
StreamStep stream_send(Stream *stream, const void *from, size_t size_bytes, size_t *sent,
                       int *code);
// A socket of the caller's.
StreamStep stream_accept(Stream *stream, int *fd, int *code);
// No more will be written: the other side reads its end. 0 or errno.
int stream_shutdown(Stream *stream);

// ---- waiting: the running task waits for its turn; the native returns NATIVE_AGAIN.
// blocking: the loop with it.
void stream_wait(Stream *stream, StreamSide *side, bool blocking);
// True: this is the call that has waited, executed again.
bool stream_take_turn(StreamSide *side);
// Is anybody else before the running task at this side?
bool stream_is_taken(const StreamSide *side);
// Lets the next one try; it finds out.
void stream_pass(Stream *stream, StreamSide *side);
// Sockets that are always ready must not keep the others from running: true when the
// running task has had its share; then it waits one turn and the native returns
// NATIVE_AGAIN.
bool stream_must_yield(Loop *loop);

// ---- connecting and looking up: futures. NULL after a trap.
// The future's result is the stream's object, connected. host is copied.
Future *stream_connect(Stream *stream, Loop *loop, const char *host, uint16_t port);
// The future's result is a string of the program: the first address, as numbers.
Future *loop_resolve(Loop *loop, const char *host);

// ---- a command of the shell as the other side (process.c)
// Opens the stream: it reads what the command prints, or what it is sent is the command's
// input; what it prints else goes to hooks.output. Whoever gives up a wait for such a stream
// (cancel, interrupt) ends the command. 0, or an errno.
int stream_command(Stream *stream, Loop *loop, const char *command, bool reads);
// Closes the stream. The future's result is the command's status, as of wait(2). NULL
// after a trap: nothing is changed.
Future *stream_command_end(Stream *stream);

// ---- questions
typedef struct StreamName {
    char address[64]; // "127.0.0.1", "::1"; "" when it is not connected any more
    uint16_t port;
} StreamName;
StreamName stream_name(const Stream *stream, bool is_peer);
// "127.0.0.1:80", "[::1]:80"; mem_free-able.
char *stream_text(const Stream *stream, bool is_peer);
// An error of the system by Python's name for its errno: ConnectionRefusedError, ...,
// OSError.
Ptr stream_error(VM *vm, int code, const char *message);

#endif
