// dispatch.c: see dispatch.h. What enters is a verified Request; what leaves is always
// busy, an answer (or a reason on stderr), idle.
//
// Read next: on_execute.c for the life of a cell, on_control.c for the simplest handlers.
#include "dispatch.h"

#include "log.h"

#include <stdio.h>

enum {
    ON_SHELL = 1 << CHANNEL_SHELL,
    ON_CONTROL = 1 << CHANNEL_CONTROL,
    ON_BOTH = ON_SHELL | ON_CONTROL
};

typedef struct Row {
    const char *type;
    unsigned channels;
    bool brackets_itself;
    Handler *handler;
} Row;

// Shutdown and interrupt are taken on shell too, from clients older than the control
// channel (protocol 5.2 and before).
static const Row table[] = {
    {"execute_request", ON_SHELL, true, on_execute},
    {"complete_request", ON_SHELL, false, on_complete},
    {"inspect_request", ON_SHELL, false, on_inspect},
    {"is_complete_request", ON_BOTH, false, on_is_complete},
    {"history_request", ON_BOTH, false, on_history},
    {"comm_open", ON_BOTH, false, on_comm_open},
    {"comm_msg", ON_BOTH, false, on_comm_msg},
    {"comm_close", ON_BOTH, false, on_comm_close},
    {"comm_info_request", ON_BOTH, false, on_comm_info},
    {"kernel_info_request", ON_BOTH, false, on_kernel_info},
    {"connect_request", ON_BOTH, false, on_connect},
    {"interrupt_request", ON_BOTH, false, on_interrupt},
    {"shutdown_request", ON_BOTH, false, on_shutdown},
    {"debug_request", ON_BOTH, false, on_debug},
    {"create_subshell_request", ON_CONTROL, false, on_subshell},
    {"delete_subshell_request", ON_CONTROL, false, on_subshell},
    {"list_subshell_request", ON_CONTROL, false, on_subshell},
};

// Seventeen rows: a linear search costs less than the first byte of the answer.
static const Row *find(const char *type) {
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (strcmp(table[i].type, type) == 0) {
            return &table[i];
        }
    }
    return NULL;
}

// There are no subshells (kernel_info does not offer them), so a request that is
// addressed to one is a client's mistake; to run it elsewhere would be worse than to
// refuse.
static bool is_for_subshell(const Request *request) {
    json_t *id = json_object_get(request->header, "subshell_id");
    return id && !json_is_null(id);
}

// Refuses a request that can't even be handed to its handler: busy, error reply, idle.
static void refuse(Kernel *kernel, Request *request, const char *ename,
                   const char *evalue) {
    iopub_status(kernel, request->origin, "busy");
    const char *end = strstr(request->type, "_request");
    if (end) { // comm messages have no reply
        char reply[64];
        snprintf(reply, sizeof reply, "%.*s_reply", (int)(end - request->type),
                 request->type);
        dispatch_error(kernel, request, reply, ename, evalue);
    }
    dispatch_finish(kernel, request);
}

// One request from arrival to its idle, or to its handler's promise to end it later.
static void dispatch_one(Kernel *kernel, Request *request) {
    Channel channel = request->origin->channel;
    const Row *row = find(request->type);
    if (!row || !(row->channels & 1U << channel)) {
        log_drop(&kernel->sock.dropped_count, "%.80s is not known on %s", request->type,
                 conn_channel_name(channel));
        request_destroy(&request);
    } else if (!request->content) {
        log_drop(&kernel->sock.dropped_count, "%s: content is not a JSON object",
                 request->type);
        refuse(kernel, request, "BadRequest", "the content is not a JSON object");
    } else if (is_for_subshell(request)) {
        refuse(kernel, request, "SubshellError", "this kernel has no subshells");
    } else if (row->brackets_itself) {
        row->handler(kernel, request);
    } else {
        iopub_status(kernel, request->origin, "busy");
        if (row->handler(kernel, request)) {
            dispatch_finish(kernel, request);
        }
    }
}

void dispatch_channel(Kernel *kernel, Channel channel) {
    Request *request;
    while ((request = sock_receive(&kernel->sock, channel)) != NULL) {
        dispatch_one(kernel, request);
    }
}

void dispatch_finish(Kernel *kernel, Request *request) {
    iopub_status(kernel, request->origin, "idle");
    request_destroy(&request);
}

Msg *dispatch_reply_begin(const Request *request, const char *reply_type) {
    Msg *msg = msg_reply_to(request, reply_type);
    out_open(&msg->content, '{');
    out_key(&msg->content, "status");
    out_text(&msg->content, "ok");
    return msg;
}

void dispatch_reply_end(Kernel *kernel, Msg *msg) {
    out_close(&msg->content, '}');
    sock_send(&kernel->sock, msg);
}

void dispatch_error(Kernel *kernel, const Request *request, const char *reply_type,
                    const char *ename, const char *evalue) {
    Msg *msg = msg_reply_to(request, reply_type);
    JsonOut *out = &msg->content;
    out_open(out, '{');
    out_key(out, "status");
    out_text(out, "error");
    out_key(out, "ename");
    out_text(out, ename);
    out_key(out, "evalue");
    out_text(out, evalue);
    out_key(out, "traceback");
    out_open(out, '[');
    out_close(out, ']');
    if (strcmp(reply_type, "execute_reply") == 0) {
        execute_write_empty(kernel, out);
    }
    dispatch_reply_end(kernel, msg);
}
