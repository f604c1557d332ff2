// on_control.c: kernel_info, interrupt, shutdown, and the clear refusals of what this
// kernel does not do. All of it is answered on the protocol thread while a cell spins.
#include "dispatch.h"

// The language as front-ends should treat it: C, for highlighters that don't know Cora.
static void write_language_info(JsonOut *out) {
    static const char *const members[][2] = {
        {"name", "cora"},
        {"version", CORA_VERSION},
        {"mimetype", "text/x-csrc"},
        {"file_extension", ".c"},
        {"pygments_lexer", "c"},
        {"codemirror_mode", "c"},
        {"nbconvert_exporter", "script"},
    };
    out_key(out, "language_info");
    out_open(out, '{');
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        out_key(out, members[i][0]);
        out_text(out, members[i][1]);
    }
    out_close(out, '}');
}

bool on_kernel_info(Kernel *kernel, Request *request) {
    Msg *msg = dispatch_reply_begin(request, "kernel_info_reply");
    JsonOut *out = &msg->content;
    static const char *const members[][2] = {
        {"protocol_version", WIRE_PROTOCOL},
        {"implementation", "cora"},
        {"implementation_version", CORA_VERSION},
        {"banner", "Cora " CORA_VERSION ", C with coroutines. %lsmagic lists the magics, "
                   "name? explains a name."},
    };
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        out_key(out, members[i][0]);
        out_text(out, members[i][1]);
    }
    write_language_info(out);
    out_key(out, "help_links");
    out_open(out, '[');
    out_close(out, ']');
    out_key(out, "supported_features");
    out_open(out, '[');
    out_close(out, ']');
    out_key(out, "debugger");
    out_bool(out, false);
    dispatch_reply_end(kernel, msg);
    return true;
}

bool on_connect(Kernel *kernel, Request *request) {
    Msg *msg = dispatch_reply_begin(request, "connect_reply");
    for (Channel channel = 0; channel < CHANNEL_COUNT; channel++) {
        Buf name = {0};
        buf_printf(&name, "%s_port", conn_channel_name(channel));
        out_key_bytes(&msg->content, buf_bytes(&name));
        out_int(&msg->content, kernel->conn->port[channel]);
        buf_deinit(&name);
    }
    dispatch_reply_end(kernel, msg);
    return true;
}

bool on_interrupt(Kernel *kernel, Request *request) {
    kernel_interrupt(kernel);
    execute_hold(kernel);
    dispatch_reply_end(kernel, dispatch_reply_begin(request, "interrupt_reply"));
    return true;
}

bool on_shutdown(Kernel *kernel, Request *request) {
    bool restart = request_flag(request, "restart", false);
    // The reply goes to who asked and, on iopub, to every other client of this kernel.
    for (int i = 0; i < 2; i++) {
        Msg *msg = dispatch_reply_begin(request, "shutdown_reply");
        msg->channel = i == 0 ? msg->channel : CHANNEL_IOPUB;
        out_key(&msg->content, "restart");
        out_bool(&msg->content, restart);
        dispatch_reply_end(kernel, msg);
    }
    kernel_stop(kernel);
    return true;
}

// The content of a debug_reply is a DAP response.
bool on_debug(Kernel *kernel, Request *request) {
    static const char refusal[] = "this kernel has no debugger";
    Msg *msg = msg_reply_to(request, "debug_reply");
    JsonOut *out = &msg->content;
    out_open(out, '{');
    out_key(out, "type");
    out_text(out, "response");
    out_key(out, "request_seq");
    out_int(out, request_int(request, "seq", 0));
    out_key(out, "seq");
    out_int(out, request_int(request, "seq", 0));
    out_key(out, "command");
    out_text(out, request_text(request, "command", ""));
    out_key(out, "success");
    out_bool(out, false);
    out_key(out, "message");
    out_text(out, refusal);
    out_key(out, "status");
    out_text(out, "error");
    out_key(out, "ename");
    out_text(out, "NotSupported");
    out_key(out, "evalue");
    out_text(out, refusal);
    out_key(out, "traceback");
    out_open(out, '[');
    out_close(out, ']');
    dispatch_reply_end(kernel, msg);
    return true;
}

bool on_subshell(Kernel *kernel, Request *request) {
    static const char *const replies[][2] = {
        {"create_subshell_request", "create_subshell_reply"},
        {"delete_subshell_request", "delete_subshell_reply"},
        {"list_subshell_request", "list_subshell_reply"},
    };
    for (size_t i = 0; i < sizeof replies / sizeof *replies; i++) {
        if (strcmp(request->type, replies[i][0]) == 0) {
            dispatch_error(kernel, request, replies[i][1], "SubshellError",
                           "this kernel has no subshells");
        }
    }
    return true;
}
