// lib_net.h: the library objects of TCP, shared by lib_net.c (making, closing, asking)
// and lib_conn.c (reading, writing).
#ifndef LIB_NET_H
#define LIB_NET_H

#include "lib/lib_async.h"
#include "loop/stream.h"

typedef struct Conn {
    Stream stream; // first
    // What was read ahead: data[begin, end).
    char *data;
    size_t begin, end, capacity;
    bool is_shut; // conn_write_eof was called
    bool is_closed;
    Span closed_at;
} Conn;

typedef struct Listener {
    Stream stream; // first
    bool is_closed;
    Span closed_at;
} Listener;

// The connection in argument 0, open or not; NULL after a trap.
Conn *net_conn_arg(NativeCall *call);
// Throws an error of the system; always NATIVE_TRAP. message: mem_freed.
NativeResult net_fail(NativeCall *call, int code, char *message);
// Throws that the connection is closed: has_waited: while this task waited for it.
NativeResult net_fail_closed(NativeCall *call, const Conn *conn, bool has_waited);

#endif
