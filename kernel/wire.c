// wire.c: see wire.h, where the frames are drawn.
#include "wire.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <uuid/uuid.h>

static const Bytes delimiter = {"<IDS|MSG>", WIRE_DELIMITER_BYTES};
static const Bytes empty_object = {"{}", 2};

// Positions behind the delimiter.
enum { AT_SIGNATURE, AT_HEADER, AT_PARENT, AT_METADATA, AT_CONTENT, AT_END };

void wire_init(Wire *wire, const char *key) {
    *wire = (Wire){.signs = key[0] != '\0'};
    // Documented to be callable any number of times; picks the fastest code for this CPU.
    int state = sodium_init();
    assert(state >= 0);
    (void)state;
    if (wire->signs) {
        crypto_auth_hmacsha256_init(&wire->keyed, (const unsigned char *)key,
                                    strlen(key));
    }
    uuid_t uuid;
    uuid_generate_random(uuid);
    uuid_unparse_lower(uuid, wire->session);
}

void wire_deinit(Wire *wire) {
    replay_deinit(&wire->replay);
    sodium_memzero(&wire->keyed, sizeof wire->keyed);
}

void wire_date(char date[WIRE_DATE_CHARS + 1]) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    struct tm utc;
    gmtime_r(&now.tv_sec, &utc);
    size_t n = strftime(date, WIRE_DATE_CHARS + 1, "%Y-%m-%dT%H:%M:%S", &utc);
    snprintf(date + n, WIRE_DATE_CHARS + 1 - n, ".%06ldZ", now.tv_nsec / 1000 % 1000000);
}

// ---------------------------------------------------------------- signatures

// The HMAC of the four dicts as digest and as hex. The key was mixed in once, at the
// start; copying that state saves two of about twelve blocks a message.
static void sign(const Wire *wire, const Bytes dicts[4],
                 unsigned char digest[crypto_auth_hmacsha256_BYTES],
                 char hex[WIRE_SIGNATURE_CHARS + 1]) {
    crypto_auth_hmacsha256_state state = wire->keyed;
    for (int i = 0; i < 4; i++) {
        crypto_auth_hmacsha256_update(&state, (const unsigned char *)dicts[i].data,
                                      dicts[i].size);
    }
    crypto_auth_hmacsha256_final(&state, digest);
    sodium_bin2hex(hex, WIRE_SIGNATURE_CHARS + 1, digest, crypto_auth_hmacsha256_BYTES);
}

// Returns NULL when the signature is right and new, else the reason why not.
static const char *check_signature(Wire *wire, const Bytes *body) {
    if (!wire->signs) {
        return NULL;
    }
    Bytes signature = body[AT_SIGNATURE];
    if (signature.size == 0) {
        return "not signed";
    }
    unsigned char digest[crypto_auth_hmacsha256_BYTES];
    static_assert(sizeof digest == REPLAY_DIGEST_BYTES, "replay remembers whole digests");
    char hex[WIRE_SIGNATURE_CHARS + 1];
    sign(wire, body + AT_HEADER, digest, hex);
    if (signature.size != WIRE_SIGNATURE_CHARS ||
        sodium_memcmp(signature.data, hex, WIRE_SIGNATURE_CHARS) != 0) {
        return "wrong signature";
    }
    return replay_add(&wire->replay, digest) ? NULL : "repeated signature";
}

// ---------------------------------------------------------------- decoding

// Parses one dict; NULL when it isn't one. jansson bounds the depth itself.
static json_t *parse_object(Bytes text) {
    json_t *value = json_loadb(text.data, text.size, JSON_ALLOW_NUL, NULL);
    if (value && !json_is_object(value)) {
        json_decref(value);
        value = NULL;
    }
    return value;
}

// Fills the parsed parts; false with a reason when one is missing.
static bool parse_dicts(Request *request, const Bytes *body, const char **reason) {
    request->header = parse_object(body[AT_HEADER]);
    if (!request->header) {
        *reason = "header is not a JSON object";
        return false;
    }
    json_t *type = json_object_get(request->header, "msg_type");
    json_t *id = json_object_get(request->header, "msg_id");
    if (!json_is_string(type) || !json_is_string(id)) {
        *reason = "header without msg_type and msg_id";
        return false;
    }
    request->type = json_string_value(type);
    request->id = json_string_value(id);
    request->parent = parse_object(body[AT_PARENT]);
    if (!request->parent) {
        *reason = "parent header is not a JSON object";
        return false;
    }
    request->content = parse_object(body[AT_CONTENT]);
    return true;
}

Request *wire_decode(Wire *wire, Channel channel, const Bytes *frames, size_t count,
                     const char **reason) {
    size_t at = 0;
    while (at < count && !bytes_equal(frames[at], delimiter)) {
        at++;
    }
    if (at == count) {
        *reason = "no delimiter frame";
        return NULL;
    }
    const Bytes *body = frames + at + 1;
    if (count - at - 1 < AT_END) {
        *reason = "truncated: fewer than five frames behind the delimiter";
        return NULL;
    }
    if (body[AT_HEADER].size > WIRE_HEADER_BYTES_MAX) {
        *reason = "header of more than 64 KiB";
        return NULL;
    }
    *reason = check_signature(wire, body);
    if (*reason) {
        return NULL;
    }
    Request *request = bytes_alloc(sizeof *request);
    if (!parse_dicts(request, body, reason)) {
        request_destroy(&request);
        return NULL;
    }
    request->origin = origin_new(channel, body[AT_HEADER], frames, at);
    return request;
}

// ---------------------------------------------------------------- encoding

// A header of our own. Fixed shape and no user text in it, hence no escaping.
static void write_header(Wire *wire, const char *type, Buf *out) {
    char date[WIRE_DATE_CHARS + 1];
    wire_date(date);
    buf_printf(out,
               "{\"msg_id\":\"%s_%" PRIu64 "\",\"session\":\"%s\","
               "\"username\":\"cora\",\"date\":\"%s\",\"msg_type\":\"%s\","
               "\"version\":\"" WIRE_PROTOCOL "\"}",
               wire->session, wire->sequence++, wire->session, date, type);
}

// Dicts that nobody wrote are {}, never an empty frame.
static Bytes object_or_empty(const JsonOut *json) {
    return json->buf.size > 0 ? buf_bytes(&json->buf) : empty_object;
}

void wire_encode(Wire *wire, const Msg *msg, WireFrames *out) {
    out->head.size = 0;
    out->identities = NULL;
    out->identity_count = 0;
    size_t topic_size = 0;
    if (msg->channel == CHANNEL_IOPUB) {
        // Clients subscribe to everything; the topic only helps who filters.
        if (msg->topic) {
            buf_add(&out->head, (Bytes){msg->topic, msg->topic_size});
        } else {
            buf_printf(&out->head, "kernel.%s.%s", wire->session, msg->type);
        }
        topic_size = out->head.size;
        out->identity_count = 1;
    } else if (msg->origin) {
        out->identities = msg->origin->identities;
        out->identity_count = msg->origin->identity_count;
    }
    write_header(wire, msg->type, &out->head);
    out->topic = (Bytes){out->head.data, topic_size};
    if (msg->channel == CHANNEL_IOPUB) {
        out->identities = &out->topic;
    }
    Bytes dicts[4] = {
        {out->head.data + topic_size, out->head.size - topic_size},
        msg->origin ? msg->origin->header : empty_object,
        object_or_empty(&msg->metadata),
        object_or_empty(&msg->content),
    };
    out->signature[0] = '\0';
    if (wire->signs) {
        unsigned char digest[crypto_auth_hmacsha256_BYTES];
        sign(wire, dicts, digest, out->signature);
    }
    out->tail[0] = delimiter;
    out->tail[1] = bytes_of(out->signature);
    memcpy(out->tail + 2, dicts, sizeof dicts);
}

void wire_frames_deinit(WireFrames *frames) {
    buf_deinit(&frames->head);
}
