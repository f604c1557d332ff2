// msg.h: messages as values.
//
//     Origin    who asked: the request's header, copied whole into everything that is said
//               because of it, and the way back to the client. Shared by counting,
//               because a cell's tasks may print long after its request was answered.
//     Request   what came in, verified and parsed (made by wire.c).
//     Msg       what goes out (made here, filled by handlers, sent by sock.c).
//
// All of this lives on the protocol thread.
//
// Read next: wire.h, which turns both into frames.
#ifndef KERNEL_MSG_H
#define KERNEL_MSG_H

#include "bytes.h"
#include "conn.h"
#include "json_out.h"

#include <jansson.h>

typedef struct Origin {
    unsigned refs;
    Channel channel;
    Bytes header;          // raw JSON, an object
    size_t identity_count; // routing frames before the delimiter; zero is allowed
    Bytes identities[];    // the bytes follow in the same block
} Origin;

// Copies a header and `count` identity frames. Owned by the caller: one reference.
Origin *origin_new(Channel channel, Bytes header, const Bytes *identities, size_t count);

// One more reference; returns its argument.
Origin *origin_share(Origin *origin);

// Gives one reference back and clears the pointer; NULL is fine.
void origin_drop(Origin **origin);

typedef struct Request {
    struct Request *next; // in a queue
    Origin *origin;
    json_t *header; // objects, all three
    json_t *parent;
    json_t *content;
    const char *type; // header.msg_type, borrowed from `header`
    const char *id;   // header.msg_id
} Request;

void request_destroy(Request **request);

// Members of the content with the right type, else the fallback.
const char *request_text(const Request *request, const char *name, const char *fallback);
bool request_flag(const Request *request, const char *name, bool fallback);
json_int_t request_int(const Request *request, const char *name, json_int_t fallback);

typedef struct Msg {
    struct Msg *next; // in a queue
    Channel channel;
    const char *type; // a literal
    Origin *origin;   // parent header and, but on iopub, the way back; NULL: none
    JsonOut metadata; // empty: {}
    JsonOut content;  // empty: {}
    char *topic;      // iopub_welcome only: the subscription it answers, else NULL
    size_t topic_size;
} Msg;

// A message of `type` (a literal) on `channel` because of `origin` (shared, may be NULL).
Msg *msg_new(Channel channel, const char *type, Origin *origin);

// A reply goes back the way its request came.
Msg *msg_reply_to(const Request *request, const char *type);

void msg_destroy(Msg **msg);

#endif
