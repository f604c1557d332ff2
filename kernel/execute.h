// execute.h: the queue of execute requests.
//
//     request --> queue --> current: cell runs --> user expressions, --> reply, idle
//                   ^        (one at a time)       each a cell            |
//                   +-----------------------------------------------------+
//
// One cell at a time is given to the runtime; the next begins when CORA_EV_CELL_DONE
// came. Tasks of earlier cells run on meanwhile. An error with stop_on_error aborts what
// is queued by then, nothing later.
//
// The functions here are called by sink.c when something happens to a cell; the handlers
// of the messages are in dispatch.h.
#ifndef KERNEL_EXECUTE_H
#define KERNEL_EXECUTE_H

#include "cell.h"
#include "wire.h"

struct Kernel;

typedef struct Execute {
    Request *queue;
    Request **queue_end;
    int counter; // execution count of the last stored cell
    int holds;   // interrupts of an idle kernel that the runtime has not yet seen

    // The request that is being executed; NULL: none, and then nothing below matters.
    Request *current;
    CoraCellId cell;    // of the request itself
    CoraCellId running; // what the runtime has: the cell or a user expression
    int count;          // the execution count it shows
    bool is_silent;
    bool stores; // counts, and goes into the history
    bool allows_input;
    char started[WIRE_DATE_CHARS + 1];
    JsonOut payload;       // elements of the array
    JsonOut expressions;   // members of the object
    void *expression;      // jansson's iterator: the user expression that is running
    Buf expression_bundle; // its result, as JSON members

    // After an error: requests that were sent before the client could know of it, and
    // only arrive now, are aborted as well. Until when, and what the time was at the
    // error.
    int64_t abort_until_ms;
    char abort_date[WIRE_DATE_CHARS + 1];
} Execute;

// A cell or user expression ended. `error`: members ename, evalue, traceback as JSON.
void execute_cell_done(struct Kernel *kernel, CoraCellId id, bool is_ok, Bytes error);

// A cell or user expression has a value: the members of its bundle, and it as plain text.
void execute_result(struct Kernel *kernel, Cell *cell, Bytes bundle, Bytes plain);

// Adds an element to the reply's payload.
void execute_payload(struct Kernel *kernel, CoraCellId id, Bytes payload);

// Is `id` the running request's own cell or one of its expressions?
bool execute_is_current(const struct Kernel *kernel, CoraCellId id);

// Does the runtime have `id` as a user expression now?
bool execute_is_expression(const struct Kernel *kernel, CoraCellId id);

// Answers everything in the queue with "aborted".
void execute_abort_queue(struct Kernel *kernel);

// An interrupt was sent to the runtime while no cell is current. No cell begins before
// the runtime has seen it, so that it can't hit a cell that was asked for later.
void execute_hold(struct Kernel *kernel);

// The runtime is lost: tells the client of the current request, with this error.
void execute_fail_current(struct Kernel *kernel, Bytes error);

// Writes the members that clients look for in every execute_reply, whatever its status,
// for a request that never ran.
void execute_write_empty(const struct Kernel *kernel, JsonOut *out);

void execute_deinit(Execute *execute);

#endif
