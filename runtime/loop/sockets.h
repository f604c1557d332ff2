// sockets.h: what the loop has of sockets: its epoll instance, the open streams, and what
// has arrived. Inner header of loop/.
//
//     socket --> our epoll --> uv_poll --> arrivals --choose--> turns, connects, lookups
//
// One epoll instance of our own stands behind a single uv_poll handle: a socket costs one
// registration in its life and no memory of libuv's; epoll_wait hands over whole batches.
// It is made when the first socket is.
#ifndef LOOP_SOCKETS_H
#define LOOP_SOCKETS_H

#include "loop/stream.h"
#include <uv.h>

typedef struct Lookup Lookup;

typedef struct Sockets {
    Loop *loop;
    int epoll_fd; // meaningful when is_open
    bool is_open;
    uv_poll_t poll;
    int open_handles; // of libuv's
    Stream *open;     // every open stream
    Stream *busy;     // those that somebody waits for, and some that nobody does any more
    Arrival *first, *last;
    uint32_t arrived;
    uint32_t operations; // connects and lookups that somebody waits for
    Connect *connects;
    Lookup *lookups; // in flight, also those that nobody wants any more
    Child *children; // until nothing of them is open
    uint64_t step;   // whose direct calls are counted
    uint32_t streak; // so many of them
} Sockets;

void sockets_init(Sockets *sockets, Loop *loop);
// Closes every stream; before the futures go.
void sockets_deinit(Sockets *sockets);
// Does anything that happens outside concern somebody who waits?
bool sockets_in_flight(Sockets *sockets);
uint32_t sockets_waits(const Sockets *sockets); // how many tasks and operations
// Tells what has arrived, in the order that choose.h says.
void sockets_tell(Sockets *sockets);
void sockets_arrive(Sockets *sockets, Arrival *arrival); // once until it is told
void sockets_forget(Sockets *sockets, Arrival *arrival);
// A TCP socket; -1 with errno. When there are too many, those that the program has
// forgotten are closed first: never while a new object hangs from nothing.
int sockets_new(Sockets *sockets, int family);
int sockets_accept(Sockets *sockets, int listener); // the same
// Registers the stream's socket. 0 or errno.
int sockets_watch(Sockets *sockets, Stream *stream, int fd);
void sockets_list(Sockets *sockets, Stream *stream); // it is open
void sockets_unlist(Sockets *sockets, Stream *stream);
void sockets_list_busy(Sockets *sockets, Stream *stream); // somebody waits for it
// stream.c: closes it without a word to anybody: the session ends.
void stream_abandon(Stream *stream);
// connect.c: the socket that is being connected has something to tell.
void connect_go_on(Loop *loop, Connect *connect);
// The session ends.
void connect_deinit(Sockets *sockets);
void process_deinit(Sockets *sockets);
// process.c: a stream to or from the command is closed, or a wait for it given up.
void child_forget_stream(Child *child);
void child_end(Child *child);
const char *child_command(const Child *child);

#endif
