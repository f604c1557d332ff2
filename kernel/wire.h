// wire.h: frames of bytes <-> messages.
//
// A message on the wire, one ZeroMQ frame a box:
//
//     +-----------+     +-----------+-----------+--------+--------+----------+---------+
//     | identity  | ... | <IDS|MSG> | signature | header | parent | metadata | content |
//     +-----------+     +-----------+-----------+--------+--------+----------+---------+
//       zero or more                  64 hex       JSON objects; buffers may follow
//       (a topic on iopub)            digits       |<---- these four are signed ---->|
//
// The signature is HMAC-SHA256 in lower-case hex over the four dicts exactly as they were
// received. What always holds: no JSON of a message is parsed before its signature has
// been checked in constant time; a signature is accepted once; with an empty key the
// signature is empty and nothing is checked.
//
// Read next: sock.c, which moves the frames.
#ifndef KERNEL_WIRE_H
#define KERNEL_WIRE_H

#include "msg.h"
#include "replay.h"

#include <sodium.h>

#define WIRE_PROTOCOL "5.5"

enum {
    WIRE_DELIMITER_BYTES = 9,
    WIRE_SIGNATURE_CHARS = 64,
    WIRE_TAIL_FRAMES = 6,          // delimiter, signature and the four dicts
    WIRE_HEADER_BYTES_MAX = 65536, // a header is copied into every answer
    WIRE_SESSION_CHARS = 36
};

typedef struct Wire {
    bool signs;
    crypto_auth_hmacsha256_state keyed; // the key is mixed in already: copied per message
    Replay replay;
    char session[WIRE_SESSION_CHARS + 1]; // new on each start
    uint64_t sequence;                    // makes every msg_id fresh
} Wire;

// One encoded message. Frames point into the Msg, which must live as long.
typedef struct WireFrames {
    Buf head; // topic and header
    char signature[WIRE_SIGNATURE_CHARS + 1];
    const Bytes *identities;
    Bytes topic; // stands in for the identities on iopub
    size_t identity_count;
    Bytes tail[WIRE_TAIL_FRAMES];
} WireFrames;

// `key` is the connection file's; empty: no signatures.
void wire_init(Wire *wire, const char *key);
void wire_deinit(Wire *wire);

// Checks and parses one message. Returns NULL and a reason (a literal) when it is not to
// be acted upon. The request is the caller's. When everything is right but the content is
// not a JSON object, its content is NULL: then it is known whom to tell.
__attribute__((warn_unused_result)) Request *wire_decode(Wire *wire, Channel channel,
                                                         const Bytes *frames,
                                                         size_t count,
                                                         const char **reason);

// Gives `msg` a header and a signature. `out` is emptied by the caller with
// wire_frames_deinit, or used again for the next message.
void wire_encode(Wire *wire, const Msg *msg, WireFrames *out);
void wire_frames_deinit(WireFrames *frames);

enum { WIRE_DATE_CHARS = 27 };

// The time now as the protocol writes it: "2026-01-02T03:04:05.000006Z", UTC,
// zero-padded.
void wire_date(char date[WIRE_DATE_CHARS + 1]);

#endif
