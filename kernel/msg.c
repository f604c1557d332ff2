// msg.c: see msg.h.
#include "msg.h"

#include <assert.h>
#include <stdlib.h>

Origin *origin_new(Channel channel, Bytes header, const Bytes *identities, size_t count) {
    size_t size = sizeof(Origin) + count * sizeof(Bytes) + header.size;
    for (size_t i = 0; i < count; i++) {
        size += identities[i].size;
    }
    Origin *origin = bytes_alloc(size);
    *origin = (Origin){.refs = 1, .channel = channel, .identity_count = count};
    char *at = (char *)&origin->identities[count];
    origin->header = (Bytes){at, header.size};
    memcpy(at, header.data, header.size);
    at += header.size;
    for (size_t i = 0; i < count; i++) {
        origin->identities[i] = (Bytes){at, identities[i].size};
        if (identities[i].size > 0) {
            memcpy(at, identities[i].data, identities[i].size);
        }
        at += identities[i].size;
    }
    assert(at == (char *)origin + size);
    return origin;
}

Origin *origin_share(Origin *origin) {
    if (origin) {
        assert(origin->refs > 0);
        origin->refs++;
    }
    return origin;
}

void origin_drop(Origin **origin) {
    if (*origin) {
        assert((*origin)->refs > 0);
        if (--(*origin)->refs == 0) {
            free(*origin);
        }
    }
    *origin = NULL;
}

void request_destroy(Request **request) {
    Request *r = *request;
    if (r) {
        origin_drop(&r->origin);
        json_decref(r->header);
        json_decref(r->parent);
        json_decref(r->content);
        free(r);
    }
    *request = NULL;
}

const char *request_text(const Request *request, const char *name, const char *fallback) {
    json_t *value = json_object_get(request->content, name);
    return json_is_string(value) ? json_string_value(value) : fallback;
}

bool request_flag(const Request *request, const char *name, bool fallback) {
    json_t *value = json_object_get(request->content, name);
    return json_is_boolean(value) ? json_is_true(value) : fallback;
}

json_int_t request_int(const Request *request, const char *name, json_int_t fallback) {
    json_t *value = json_object_get(request->content, name);
    return json_is_integer(value) ? json_integer_value(value) : fallback;
}

Msg *msg_new(Channel channel, const char *type, Origin *origin) {
    assert(channel < CHANNEL_COUNT);
    Msg *msg = bytes_alloc(sizeof *msg);
    msg->channel = channel;
    msg->type = type;
    msg->origin = origin_share(origin);
    return msg;
}

Msg *msg_reply_to(const Request *request, const char *type) {
    return msg_new(request->origin->channel, type, request->origin);
}

void msg_destroy(Msg **msg) {
    Msg *m = *msg;
    if (m) {
        origin_drop(&m->origin);
        out_deinit(&m->metadata);
        out_deinit(&m->content);
        free(m->topic);
        free(m);
    }
    *msg = NULL;
}
