#ifndef __ASYNC_NET_H
#define __ASYNC_NET_H
#include <async_sync.h>

// TCP. Plain, these calls stop everything until they are done, as in C; under `await` only this task waits. What goes
// wrong is an error of Python's name, with the errno in e.code: ConnectionRefusedError, ConnectionResetError,
// BrokenPipeError, ..., OSError; gaierror when a name has no address.

// A connection: both directions of bytes. Closed when nobody can reach it any more; better: `defer close(c);`
typedef struct [[cora::handle]] conn conn;
// What accepts connections on a port.
typedef struct [[cora::handle]] listener listener;

// asyncio's getaddrinfo: the first address of a name, as text: resolve("localhost") is "127.0.0.1" or "::1". gaierror if
// it has none.
[[cora::dual]] char *resolve(const char *host);

// ---- making connections

// asyncio.open_connection(host, port): a name or an address ("127.0.0.1"), a port from 1 to 65535. All addresses of the
// name are tried. ConnectionRefusedError if nobody listens there.
[[cora::dual]] conn tcp_connect(const char *host, int port);
// Listens for connections to a port of this machine, on one address ("127.0.0.1": from this machine only; "::": all of
// IPv6; "0.0.0.0": all of IPv4) or, without one, on all of both. Port 0: a free one, local_port(l) says which. OSError with
// e.code EADDRINUSE if the port is taken.
[[cora::overload, cora::native("__tcp_listen")]] listener tcp_listen(int port);
[[cora::overload, cora::native("__tcp_listen_on")]] listener tcp_listen(const char *address, int port);
// The next connection that somebody makes to the listener.
[[cora::dual]] conn tcp_accept(listener l);

// ---- reading

// asyncio's StreamReader.read(n): what is there, at least 1 and at most size bytes; returns how many. 0 at the end: the
// other side has closed. One task at a time reads: RuntimeError for a second one.
[[cora::dual]] size_t conn_read(conn c, void *to, size_t size);
// asyncio's StreamReader.readexactly(n): all size bytes. IncompleteReadError if the other side closes before; what has
// come stays for conn_read.
[[cora::dual]] size_t conn_read_exactly(conn c, void *to, size_t size);
// asyncio's StreamReader.readline(): a line with its '\n', as a string of its own that is collected; NULL at the end. The
// last line may have no '\n'. LimitOverrunError if a line is longer than 65536 bytes.
[[cora::overload, cora::dual, cora::native("__conn_read_line")]] char *conn_read_line(conn c);
// The same into an array, as fgets does: at most size - 1 characters and a final zero. NULL at the end.
[[cora::overload, cora::dual, cora::native("__conn_read_line_to")]] char *conn_read_line(conn c, char *to, size_t size);
// asyncio's StreamReader.readuntil(separator): up to the separator and with it, as a string that is collected.
// IncompleteReadError at the end, LimitOverrunError if it does not come within 65536 bytes; what has come stays for
// conn_read.
[[cora::dual]] char *conn_read_until(conn c, const char *separator);

// ---- writing

// asyncio's StreamWriter.write() and drain(): sends all of it, and waits while the other side reads too slowly; returns
// how many bytes. Writes of several tasks come one after the other. BrokenPipeError or ConnectionResetError if the other
// side is gone. A write that is cancelled before its first byte is sent sends nothing; one that has begun is sent to its
// end all the same, in front of later writes, while the connection is open (close does not wait for it). If that fails, the
// next write says so.
[[cora::overload, cora::dual, cora::native("__conn_write")]] size_t conn_write(conn c, const void *from, size_t size);
[[cora::overload, cora::dual, cora::native("__conn_write_text")]] size_t conn_write(conn c, const char *text);
// asyncio's StreamWriter.write_eof(): nothing more will be written: the other side reads the end. Reading goes on.
void conn_write_eof(conn c);

// ---- closing, and where it leads to

// asyncio's StreamWriter.close(): at once; tasks that wait for the connection get ConnectionAbortedError. Closing twice is
// no mistake.
[[cora::overload, cora::native("__conn_close")]] int close(conn c);
// asyncio's Server.close(): accepts no more; connections that were made stay.
[[cora::overload, cora::native("__listener_close")]] int close(listener l);
// asyncio's get_extra_info("sockname"), ("peername"): the two ends: "127.0.0.1", 8080.
[[cora::overload, cora::native("__conn_local_address")]] char *local_address(conn c);
[[cora::overload, cora::native("__listener_address")]] char *local_address(listener l);
[[cora::overload, cora::native("__conn_local_port")]] int local_port(conn c);
[[cora::overload, cora::native("__listener_port")]] int local_port(listener l);
char *peer_address(conn c);
int peer_port(conn c);

// ---- serving

[[cora::dual]] conn __serve_accept(listener l);
async void __serve(conn c, async void (*handler)(conn)) {
    defer close(c);
    await handler(c);
}
// asyncio's start_server() and serve_forever(): each connection becomes a task of handler(c), and is closed at its end.
// `spawn tcp_serve(l, handler)` serves in the background. Ends when the listener is closed.
async void tcp_serve(listener l, async void (*handler)(conn)) {
    conn c;
    while ((c = await __serve_accept(l)))
        spawn __serve(c, handler);
}
#endif
