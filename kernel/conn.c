// conn.c: see conn.h. Every member is checked here, so that nothing behind this file
// meets a port that is no port.
#include "conn.h"

#include "bytes.h"

#include <assert.h>
#include <errno.h>
#include <jansson.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static const char *const channel_names[] = {
    [CHANNEL_CONTROL] = "control", [CHANNEL_SHELL] = "shell",  [CHANNEL_STDIN] = "stdin",
    [CHANNEL_IOPUB] = "iopub",     [CHANNEL_HEARTBEAT] = "hb",
};
static_assert(sizeof channel_names / sizeof *channel_names == CHANNEL_COUNT,
              "a name for each channel");

// A Z85 key of CURVE is 40 characters (ZeroMQ RFC 32).
enum { CURVE_KEY_CHARS = 40, PORT_MAX = 65535 };

// Where an error message goes, with the file it is about.
typedef struct Complaint {
    const char *path;
    char *text;
    size_t size;
} Complaint;

const char *conn_channel_name(Channel channel) {
    assert(channel < CHANNEL_COUNT);
    return channel_names[channel];
}

// Writes the one line; returns false, for `return complain(...)`.
__attribute__((format(printf, 2, 3))) static bool complain(const Complaint *to,
                                                           const char *format, ...) {
    int n = snprintf(to->text, to->size, "connection file %s: ", to->path);
    if (n > 0 && (size_t)n < to->size) {
        va_list args;
        va_start(args, format);
        vsnprintf(to->text + n, to->size - (size_t)n, format, args);
        va_end(args);
    }
    return false;
}

// Reads a string member; `fallback` when it is absent, which NULL makes an error.
static bool take_string(json_t *root, const char *name, const char *fallback, char **out,
                        const Complaint *to) {
    json_t *value = json_object_get(root, name);
    if (value && !json_is_string(value)) {
        return complain(to, "\"%s\" is not a string", name);
    }
    if (!value && !fallback) {
        return complain(to, "\"%s\" is missing", name);
    }
    const char *text = value ? json_string_value(value) : fallback;
    *out = bytes_copy(bytes_of(text));
    return true;
}

// The port of a channel, from "shell_port" and its like.
static bool take_port(json_t *root, Channel channel, Conn *conn, const Complaint *to) {
    char name[32];
    snprintf(name, sizeof name, "%s_port", channel_names[channel]);
    json_t *value = json_object_get(root, name);
    if (!value) {
        return complain(to, "\"%s\" is missing", name);
    }
    json_int_t port = json_is_integer(value) ? json_integer_value(value) : 0;
    if (port < 1 || port > PORT_MAX) {
        return complain(to, "\"%s\" is not a port number (1..65535)", name);
    }
    conn->port[channel] = (int)port;
    return true;
}

// CURVE keys are optional, but one without the other would leave the sockets open to all
// while somebody believes them closed, so that is an error.
static bool take_curve(json_t *root, Conn *conn, const Complaint *to) {
    bool has_public = json_object_get(root, "curve_publickey") != NULL;
    bool has_secret = json_object_get(root, "curve_secretkey") != NULL;
    if (!has_public && !has_secret) {
        return true;
    }
    if (!has_public || !has_secret) {
        return complain(to, "\"curve_publickey\" and \"curve_secretkey\" come together");
    }
    if (!take_string(root, "curve_publickey", NULL, &conn->curve_public_key, to) ||
        !take_string(root, "curve_secretkey", NULL, &conn->curve_secret_key, to)) {
        return false;
    }
    if (strlen(conn->curve_public_key) != CURVE_KEY_CHARS ||
        strlen(conn->curve_secret_key) != CURVE_KEY_CHARS) {
        return complain(to, "a CURVE key has 40 characters");
    }
    return true;
}

// All members, in an order that gives the most useful complaint first.
static bool take_all(json_t *root, Conn *conn, const Complaint *to) {
    if (!json_is_object(root)) {
        return complain(to, "not a JSON object");
    }
    if (!take_string(root, "transport", "tcp", &conn->transport, to) ||
        !take_string(root, "ip", NULL, &conn->ip, to) ||
        !take_string(root, "key", "", &conn->key, to)) {
        return false;
    }
    if (strcmp(conn->transport, "tcp") != 0 && strcmp(conn->transport, "ipc") != 0) {
        return complain(to, "transport \"%s\" is not known (tcp and ipc are)",
                        conn->transport);
    }
    char *scheme = NULL;
    if (!take_string(root, "signature_scheme", "hmac-sha256", &scheme, to)) {
        return false;
    }
    bool known = strcmp(scheme, "hmac-sha256") == 0 || conn->key[0] == '\0';
    if (!known) {
        complain(to, "signature_scheme \"%s\" is not known (hmac-sha256 is)", scheme);
    }
    free(scheme);
    if (!known) {
        return false;
    }
    for (Channel channel = 0; channel < CHANNEL_COUNT; channel++) {
        if (!take_port(root, channel, conn, to)) {
            return false;
        }
    }
    return take_curve(root, conn, to);
}

bool conn_read(const char *path, Conn *conn, char *error, size_t error_size) {
    Complaint to = {path, error, error_size};
    FILE *file = fopen(path, "rb");
    if (!file) {
        return complain(&to, "%s", strerror(errno));
    }
    json_error_t where;
    json_t *root = json_loadf(file, 0, &where);
    fclose(file);
    if (!root) {
        return complain(&to, "not JSON: %s (line %d)", where.text, where.line);
    }
    Conn fresh = {0};
    bool ok = take_all(root, &fresh, &to);
    json_decref(root);
    if (!ok) {
        conn_deinit(&fresh);
        return false;
    }
    *conn = fresh;
    return true;
}

void conn_address(const Conn *conn, Channel channel, char *address, size_t size) {
    int port = conn->port[channel];
    if (strcmp(conn->transport, "ipc") == 0) {
        snprintf(address, size, "ipc://%s-%d", conn->ip, port);
    } else if (strchr(conn->ip, ':') && conn->ip[0] != '[') {
        snprintf(address, size, "tcp://[%s]:%d", conn->ip, port); // IPv6
    } else {
        snprintf(address, size, "tcp://%s:%d", conn->ip, port);
    }
}

void conn_deinit(Conn *conn) {
    free(conn->transport);
    free(conn->ip);
    free(conn->key);
    free(conn->curve_public_key);
    free(conn->curve_secret_key);
    *conn = (Conn){0};
}
