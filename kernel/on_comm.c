// on_comm.c: comms, the protocol's channels between front-end widgets and kernel objects.
// The kernel has no comm targets yet, so every comm_open is closed again at once, as the
// protocol asks ("if the target_name is not found, reply with comm_close").
#include "dispatch.h"

#include "log.h"

bool on_comm_open(Kernel *kernel, Request *request) {
    const char *id = request_text(request, "comm_id", NULL);
    if (!id) {
        log_drop(&kernel->sock.dropped_count, "comm_open without comm_id");
        return true;
    }
    Msg *msg = msg_new(CHANNEL_IOPUB, "comm_close", request->origin);
    out_open(&msg->content, '{');
    out_key(&msg->content, "comm_id");
    out_text(&msg->content, id);
    out_key(&msg->content, "data");
    out_open(&msg->content, '{');
    out_close(&msg->content, '}');
    out_close(&msg->content, '}');
    sock_send(&kernel->sock, msg);
    log_line("comm target %.80s is not known; closed",
             request_text(request, "target_name", "(none)"));
    return true;
}

bool on_comm_msg(Kernel *kernel, Request *request) {
    log_drop(&kernel->sock.dropped_count, "%s for the unknown comm %.80s", request->type,
             request_text(request, "comm_id", "(none)"));
    return true;
}

bool on_comm_close(Kernel *kernel, Request *request) {
    (void)kernel;
    (void)request; // closing what is not open is what everybody wants anyway
    return true;
}

bool on_comm_info(Kernel *kernel, Request *request) {
    Msg *msg = dispatch_reply_begin(request, "comm_info_reply");
    out_key(&msg->content, "comms");
    out_open(&msg->content, '{');
    out_close(&msg->content, '}');
    dispatch_reply_end(kernel, msg);
    return true;
}
