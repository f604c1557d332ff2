// fuzz_wire.c: an input is the frames of one message, with 0x1e between them. They are
// decoded as they are, without a key, and with the right signature put in; what is
// accepted is answered, and the answer must be accepted too.
#include "wire.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>

enum { FRAMES_MAX = 32, SEPARATOR = 0x1e, BODY_FRAMES = 4 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t split(const uint8_t *data, size_t size, Bytes *frames) {
    size_t count = 0;
    for (size_t at = 0; at <= size && count < FRAMES_MAX;) {
        const uint8_t *end = size > at ? memchr(data + at, SEPARATOR, size - at) : NULL;
        size_t bytes = end != NULL ? (size_t)(end - data) - at : size - at;
        frames[count++] = (Bytes){(const char *)data + at, bytes};
        at += bytes + 1;
    }
    return count;
}

// Reads of a request what handlers read, of whatever type it is.
static void handle(const Request *request) {
    static const char *const members[] = {
        "code",        "cursor_pos", "silent",  "detail_level", "data",
        "target_name", "n",          "restart", "stop_on_error"};
    for (size_t i = 0; i < sizeof members / sizeof *members && request->content; i++) {
        (void)request_text(request, members[i], "");
        (void)request_flag(request, members[i], false);
        (void)request_int(request, members[i], 0);
    }
}

// Puts the right signature behind the delimiter. False when there are too few frames.
static bool sign(const char *key, Bytes *frames, size_t count,
                 char hex[WIRE_SIGNATURE_CHARS + 1]) {
    size_t at = 0;
    while (at < count && !bytes_equal(frames[at], bytes_of("<IDS|MSG>"))) {
        at++;
    }
    if (count - at < WIRE_TAIL_FRAMES) {
        return false;
    }
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, (const unsigned char *)key, strlen(key));
    for (size_t i = 0; i < BODY_FRAMES; i++) {
        crypto_auth_hmacsha256_update(&state,
                                      (const unsigned char *)frames[at + 2 + i].data,
                                      frames[at + 2 + i].size);
    }
    unsigned char digest[crypto_auth_hmacsha256_BYTES];
    crypto_auth_hmacsha256_final(&state, digest);
    sodium_bin2hex(hex, WIRE_SIGNATURE_CHARS + 1, digest, sizeof digest);
    frames[at + 1] = bytes_of(hex);
    return true;
}

// A reply that quotes the request, encoded and decoded again.
static void answer(Wire *wire, const Request *request) {
    Msg *msg = msg_reply_to(request, "execute_reply");
    out_open(&msg->content, '{');
    out_key(&msg->content, "ename");
    out_text(&msg->content, request->type);
    out_key(&msg->content, "evalue");
    out_text(&msg->content, request_text(request, "code", ""));
    out_close(&msg->content, '}');
    WireFrames out = {0};
    wire_encode(wire, msg, &out);
    Bytes frames[FRAMES_MAX + WIRE_TAIL_FRAMES];
    memcpy(frames, out.identities, out.identity_count * sizeof *frames);
    memcpy(frames + out.identity_count, out.tail, sizeof out.tail);
    const char *reason = NULL;
    assert(out.identity_count <= FRAMES_MAX);
    Request *again = wire_decode(wire, CHANNEL_SHELL, frames,
                                 out.identity_count + WIRE_TAIL_FRAMES, &reason);
    assert(again != NULL && again->content != NULL);
    request_destroy(&again);
    wire_frames_deinit(&out);
    msg_destroy(&msg);
}

static void decode(const char *key, const Bytes *frames, size_t count) {
    Wire wire;
    wire_init(&wire, key);
    const char *reason = NULL;
    Request *request = wire_decode(&wire, CHANNEL_SHELL, frames, count, &reason);
    assert((request == NULL) == (reason != NULL));
    if (request != NULL) {
        handle(request);
        answer(&wire, request);
        request_destroy(&request);
    }
    wire_deinit(&wire);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Bytes frames[FRAMES_MAX];
    size_t count = split(data, size, frames);
    char hex[WIRE_SIGNATURE_CHARS + 1];
    decode("key", frames, count);
    decode("", frames, count); // an empty key: nothing is checked
    if (sign("key", frames, count, hex)) {
        decode("key", frames, count);
    }
    return 0;
}
