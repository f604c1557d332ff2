// conn.h: the connection file, read into a value.
//
// A client writes this JSON file before it starts a kernel:
//
//     { "transport": "tcp", "ip": "127.0.0.1", "shell_port": 1, "iopub_port": 2,
//       "stdin_port": 3, "control_port": 4, "hb_port": 5, "key": "...",
//       "signature_scheme": "hmac-sha256" }
//
// With transport "ipc", `ip` is the beginning of a path and the ports are its endings.
// The keys "curve_publickey" and "curve_secretkey", when present, encrypt every socket
// (jupyter_client 8.9's transport_encryption).
//
// Read next: sock.c, which binds what is named here; wire.c, which signs with the key.
#ifndef KERNEL_CONN_H
#define KERNEL_CONN_H

#include <stdbool.h>
#include <stddef.h>

// The five channels, in the order in which the protocol thread looks at them: control
// first, so that an interrupt overtakes a queue of cells.
typedef enum Channel {
    CHANNEL_CONTROL,
    CHANNEL_SHELL,
    CHANNEL_STDIN,
    CHANNEL_IOPUB,
    CHANNEL_HEARTBEAT,
    CHANNEL_COUNT
} Channel;

typedef struct Conn {
    char *transport; // "tcp" or "ipc"
    char *ip;
    int port[CHANNEL_COUNT];
    char *key;              // "": messages are not signed
    char *curve_public_key; // NULL: no encryption
    char *curve_secret_key;
} Conn;

// The channel's name as users know it: "shell", "iopub", ...
const char *conn_channel_name(Channel channel);

// Reads the file at `path`. On failure returns false, leaves *conn alone and puts one
// line that says what is wrong into `error`.
__attribute__((warn_unused_result)) bool conn_read(const char *path, Conn *conn,
                                                   char *error, size_t error_size);

// Writes the ZeroMQ address of a channel ("tcp://127.0.0.1:5555") into `address`.
void conn_address(const Conn *conn, Channel channel, char *address, size_t size);

void conn_deinit(Conn *conn);

#endif
