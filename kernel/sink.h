// sink.h: the two ends of the outbox: the runtime's events go in, messages come out.
//
//     runtime thread:  CoraEvent --sink_emit--> Record (text, or members of a JSON
//     object) protocol thread: Record --sink_drain--> iopub_..., execute_..., input_...
//
// The one place where runtime events become JSON. Bundles and errors are written as JSON
// on the runtime thread, so that nothing has to be copied twice; what needs to know about
// requests (who asked, what number, silent or not) happens on the protocol thread.
#ifndef KERNEL_SINK_H
#define KERNEL_SINK_H

#include "kernel.h"

// CoraSink.emit; `ctx` is the Kernel. Runtime thread.
void sink_emit(void *ctx, const CoraEvent *event);

// Ends a cell that the kernel itself ran (a cell magic): an event CORA_EV_CELL_DONE that
// went well, or with `ename` a fault of this name. Runtime thread.
void sink_emit_done(Kernel *kernel, CoraCellId cell, const char *ename,
                    const char *evalue);

// Adds a payload (JSON) to the reply of a running cell. Runtime thread.
void sink_emit_payload(Kernel *kernel, CoraCellId cell, Bytes payload);

// Hands a job back to the protocol thread. Runtime thread.
void sink_return_job(Kernel *kernel, Job *job);

// Handles the records that are due, one batch; returns in how many ms to come back, -1:
// not before something wakes the thread. With `force` all are due. Protocol thread.
int64_t sink_drain(Kernel *kernel, int64_t now_ms, bool force);

#endif
