// dispatch.h: from a message's type to its handler, and the busy/idle bracket around it.
//
// Read dispatch.c first: its table is the list of all a client can ask.
#ifndef KERNEL_DISPATCH_H
#define KERNEL_DISPATCH_H

#include "kernel.h"

// A handler answers `request` and returns true when it is done with it; false: it has
// taken the request over and will call dispatch_finish (on_execute brackets itself).
typedef bool Handler(Kernel *kernel, Request *request);

Handler on_kernel_info, on_interrupt, on_shutdown, on_debug, on_subshell, on_connect;
Handler on_execute;
Handler on_complete, on_inspect, on_is_complete, on_history;
Handler on_comm_open, on_comm_msg, on_comm_close, on_comm_info;

// Handles everything that waits on a channel (control or shell).
void dispatch_channel(Kernel *kernel, Channel channel);

// Ends the bracket of a request whose handler returned false, and destroys it.
void dispatch_finish(Kernel *kernel, Request *request);

// Sends an error reply: status "error" with ename, evalue and an empty traceback.
void dispatch_error(Kernel *kernel, const Request *request, const char *reply_type,
                    const char *ename, const char *evalue);

// Begins a reply whose content is an object with "status": "ok". Close it with
// dispatch_reply_end.
Msg *dispatch_reply_begin(const Request *request, const char *reply_type);
void dispatch_reply_end(Kernel *kernel, Msg *msg);

#endif
