// nullkernel.c: the floor of the kernel figures. It speaks just enough of the protocol to
// be asked, and does nothing: no signatures, no JSON parser, no language; every answer is
// a constant. What a real kernel takes beyond this is its own work.
//
//     gcc -O2 nullkernel.c -o nullkernel -lzmq && ./nullkernel CONNECTION-FILE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zmq.h>

enum { SHELL, CONTROL, IOPUB, STDIN, HEARTBEAT, SOCKET_COUNT };
enum { FRAME_BYTES = 4096, IDENTITY_BYTES = 256 };

typedef struct Request {
    char identity[IDENTITY_BYTES];
    int identity_bytes;
    char header[FRAME_BYTES];
    char content[FRAME_BYTES];
} Request;

static void *sockets[SOCKET_COUNT];

static int next_frame(void *socket, char *buffer, size_t size) {
    int n = zmq_recv(socket, buffer, size - 1, 0);
    int kept = n < 0 ? 0 : n < (int)size - 1 ? n : (int)size - 1;
    buffer[kept] = '\0';
    return kept;
}

// Frames: identity, delimiter, signature, header, parent header, metadata, content.
static void receive(void *socket, Request *request) {
    static char skipped[FRAME_BYTES];
    request->identity_bytes =
        next_frame(socket, request->identity, sizeof request->identity);
    next_frame(socket, skipped, sizeof skipped);
    next_frame(socket, skipped, sizeof skipped);
    next_frame(socket, request->header, sizeof request->header);
    next_frame(socket, skipped, sizeof skipped);
    next_frame(socket, skipped, sizeof skipped);
    next_frame(socket, request->content, sizeof request->content);
}

static void say(int where, const Request *request, const char *type,
                const char *content) {
    static unsigned count;
    char header[256];
    int n = snprintf(header, sizeof header,
                     "{\"msg_id\":\"n%u\",\"session\":\"null\",\"username\":\"null\","
                     "\"date\":\"2026-01-01T00:00:00.000000Z\","
                     "\"msg_type\":\"%s\",\"version\":\"5.3\"}",
                     count++, type);
    void *socket = sockets[where];
    if (where != IOPUB) {
        zmq_send(socket, request->identity, (size_t)request->identity_bytes, ZMQ_SNDMORE);
    }
    zmq_send(socket, "<IDS|MSG>", 9, ZMQ_SNDMORE);
    zmq_send(socket, "", 0, ZMQ_SNDMORE);
    zmq_send(socket, header, (size_t)n, ZMQ_SNDMORE);
    zmq_send(socket, request->header, strlen(request->header), ZMQ_SNDMORE);
    zmq_send(socket, "{}", 2, ZMQ_SNDMORE);
    zmq_send(socket, content, strlen(content), 0);
}

// 100,000 lines in messages of about 32 KiB.
static void flood(const Request *request) {
    static char content[40000];
    int begin = sprintf(content, "{\"name\":\"stdout\",\"text\":\"");
    int used = begin;
    for (int i = 0; i < 100000; i++) {
        used += sprintf(content + used, "line %d\\n", i);
        if (used > 32768 || i == 99999) {
            strcpy(content + used, "\"}");
            say(IOPUB, request, "stream", content);
            used = begin;
        }
    }
}

static void answer(int from) {
    static Request request;
    receive(sockets[from], &request);
    say(IOPUB, &request, "status", "{\"execution_state\":\"busy\"}");
    if (strstr(request.header, "execute_request")) {
        if (strstr(request.content, "printf")) {
            flood(&request);
        } else {
            say(IOPUB, &request, "execute_result",
                "{\"execution_count\":1,\"data\":{\"text/"
                "plain\":\"2\"},\"metadata\":{}}");
        }
        say(from, &request, "execute_reply",
            "{\"status\":\"ok\",\"execution_count\":1,\"user_expressions\":{},"
            "\"payload\":[]}");
    } else if (strstr(request.header, "kernel_info_request")) {
        say(from, &request, "kernel_info_reply",
            "{\"status\":\"ok\",\"protocol_version\":\"5.3\",\"implementation\":\"null\","
            "\"implementation_version\":\"0\","
            "\"banner\":\"\",\"language_info\":{\"name\":\"c\",\"version\":\"0\","
            "\"mimetype\":\"text/plain\",\"file_extension\":\".c\"}}");
    } else if (strstr(request.header, "shutdown_request")) {
        exit(0);
    }
    say(IOPUB, &request, "status", "{\"execution_state\":\"idle\"}");
}

static void bind_all(const char *path) {
    static const char *const names[] = {"shell_port", "control_port", "iopub_port",
                                        "stdin_port", "hb_port"};
    static const int kinds[] = {ZMQ_ROUTER, ZMQ_ROUTER, ZMQ_PUB, ZMQ_ROUTER, ZMQ_REP};
    static char text[FRAME_BYTES];
    FILE *file = fopen(path, "r");
    if (!file || fread(text, 1, sizeof text - 1, file) == 0) {
        exit(1);
    }
    void *context = zmq_ctx_new();
    for (int i = 0; i < SOCKET_COUNT; i++) {
        char address[64];
        const char *found = strstr(text, names[i]);
        snprintf(address, sizeof address, "tcp://127.0.0.1:%d",
                 found ? atoi(found + strlen(names[i]) + 2) : 0);
        sockets[i] = zmq_socket(context, kinds[i]);
        zmq_setsockopt(sockets[i], ZMQ_SNDHWM, &(int){0}, sizeof(int));
        if (zmq_bind(sockets[i], address) != 0) {
            exit(1);
        }
    }
}

int main(int argc, char **argv) {
    bind_all(argc > 1 ? argv[1] : "");
    zmq_pollitem_t items[] = {{sockets[SHELL], 0, ZMQ_POLLIN, 0},
                              {sockets[CONTROL], 0, ZMQ_POLLIN, 0}};
    for (;;) {
        zmq_poll(items, 2, -1);
        for (int i = 0; i < 2; i++) {
            if (items[i].revents) {
                answer(i);
            }
        }
    }
}
