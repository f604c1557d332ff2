// input.h: asking the user for a line.
//
// One input_request is out at a time; if two tasks read, the second waits. The request
// goes to the client whose cell asks, with that execute request's identities. What can go
// wrong:
//   - the answer to a question that was interrupted arrives late: it is recognised and
//     dropped, and whatever waits on the channel before a new question is dropped too;
//   - the client has no stdin channel: after a while the program reads end of file;
//   - a task asks when its cell is done: no front-end shows that question, so end of
//   file.
//
// Protocol thread only.
#ifndef KERNEL_INPUT_H
#define KERNEL_INPUT_H

#include "cell.h"

struct Kernel;

typedef struct InputWish {
    struct InputWish *next;
    CoraCellId cell;
    bool is_password;
    Buf prompt;
} InputWish;

typedef struct Input {
    InputWish *first;        // the one that is asked now
    bool is_asked;           // its input_request is out
    uint64_t sequence_asked; // of our message, to know its answer
    int64_t give_up_ms;      // when an unreachable client is waited for no longer
} Input;

// A cell wants a line.
void input_want(struct Kernel *kernel, CoraCellId cell, Bytes prompt, bool is_password);

// The foreground of a cell ended: it wants nothing any more.
void input_forget(struct Kernel *kernel, CoraCellId cell);

// Something arrived on the stdin channel. Takes the request over.
void input_on_message(struct Kernel *kernel, Request *request);

// Tries again to reach the client; returns in how many ms to try next, -1: no need.
int64_t input_tick(struct Kernel *kernel, int64_t now_ms);

void input_deinit(Input *input);

#endif
