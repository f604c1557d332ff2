// iopub.h: what is broadcast: status, streams, displays, results, errors.
//
// Streams are coalesced here for the second time (the first is the outbox): within one
// batch of records, text of one cell is gathered into messages of up to 64 KiB even when
// the tasks of several cells take turns printing. Order is kept within a cell; between
// cells there is none to keep, they are different places on the page.
//
// Protocol thread only.
#ifndef KERNEL_IOPUB_H
#define KERNEL_IOPUB_H

#include "cell.h"

struct Kernel;

enum { IOPUB_SLOTS = 8, IOPUB_STREAM_BYTES = 64 << 10 };

// A stream message under construction.
typedef struct StreamSlot {
    Msg *msg; // NULL: free
    CoraCellId cell;
    int fd;
} StreamSlot;

typedef struct Iopub {
    StreamSlot slots[IOPUB_SLOTS];
    size_t next_victim; // which slot is sent when a ninth cell wants one
} Iopub;

// "busy", "idle" or "starting"; `origin` may be NULL.
void iopub_status(struct Kernel *kernel, Origin *origin, const char *state);

void iopub_execute_input(struct Kernel *kernel, Origin *origin, Bytes code, int count);

// Text that a cell printed on stdout (1) or stderr (2). Goes out with iopub_flush or when
// the message is full. A UTF-8 sequence that is cut at the end waits for its rest.
void iopub_stream(struct Kernel *kernel, Cell *cell, int fd, Bytes text);

// Sends what is gathered of a cell; of all cells.
void iopub_flush_cell(struct Kernel *kernel, CoraCellId cell);
void iopub_flush(struct Kernel *kernel);

// Like iopub_flush_cell, and sends an unfinished UTF-8 sequence as U+FFFD: no more comes.
void iopub_finish_cell(struct Kernel *kernel, Cell *cell);

// `bundle`: the members "data", "metadata" and perhaps "transient", as JSON.
void iopub_execute_result(struct Kernel *kernel, Origin *origin, Bytes bundle, int count);
void iopub_display(struct Kernel *kernel, Origin *origin, Bytes bundle, bool is_update);

// `error`: the members "ename", "evalue" and "traceback", as JSON.
void iopub_error(struct Kernel *kernel, Origin *origin, Bytes error);

void iopub_clear(struct Kernel *kernel, Origin *origin, bool wait);

void iopub_deinit(Iopub *iopub);

#endif
