// outbox.h: the one way from the runtime thread to the protocol thread: a bounded queue
// of records in one growing block of bytes.
//
//     runtime thread                                protocol thread
//     outbox_put -> [ record | record | record ]    outbox_take swaps the whole block
//                        one mutex                  for an empty one
//
// A record is a head and up to two stretches of bytes, so printing a line costs a copy
// and no allocation; text of the same cell and stream is added to the record before.
//
// When the protocol thread is woken (once, through an eventfd) is decided here, and so is
// how streams are coalesced:
//   - anything but stream text: at once (but a cell's value waits for the end of the
//   cell,
//     which follows it);
//   - stream text: at the first byte, but what is taken then waits a moment for company:
//     OUTBOX_FIRST_MS after silence, OUTBOX_FLUSH_MS while text keeps coming;
//   - OUTBOX_FLUSH_BYTES of anything: at once.
// What is put into a full outbox (OUTBOX_LIMIT_BYTES) waits until there is room, or until
// somebody interrupts the program.
//
// What always holds: records come out in the order in which they went in, and none is
// lost before outbox_close.
//
// Read next: sink.c, which fills it on one side and empties it on the other.
#ifndef KERNEL_OUTBOX_H
#define KERNEL_OUTBOX_H

#include "bytes.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>

enum {
    OUTBOX_FIRST_MS = 3,
    OUTBOX_FLUSH_MS = 45,
    OUTBOX_FLUSH_BYTES = 64 << 10,
    OUTBOX_LIMIT_BYTES = 1 << 20
};

typedef enum RecordKind {
    RECORD_STREAM,  // number: 1 stdout, 2 stderr; a: text
    RECORD_RESULT,  // a: JSON members of the bundle; b: the value as plain text
    RECORD_DISPLAY, // a: JSON members of the bundle
    RECORD_UPDATE,  // a: JSON members of the bundle
    RECORD_DIAG,    // a warning or note; a: JSON members of the bundle
    RECORD_CLEAR,   // number: wait
    RECORD_ERROR,   // a: JSON members ename, evalue, traceback; the cell goes on
    RECORD_INPUT,   // number: password; a: prompt
    RECORD_PAYLOAD, // a: a payload of the execute_reply, JSON
    RECORD_DONE,    // number: 1 when it went well; a: JSON members of the error
    RECORD_JOB      // pointer: a Job that goes back to the protocol thread
} RecordKind;

typedef struct Record {
    RecordKind kind;
    int number;
    uint64_t cell;
    void *pointer;
    size_t a_size;
    size_t b_size;
} Record;

typedef struct Outbox {
    pthread_mutex_t mutex;
    pthread_cond_t room;
    Buf block;      // records, each head aligned to 8 bytes
    size_t tail;    // offset of the last record's head
    bool is_urgent; // something other than stream text is in it
    bool has_woken; // the eventfd was written for the first byte
    bool has_woken_full;
    bool is_closed;
    int wake_fd;                   // the protocol thread's eventfd
    const atomic_uint *interrupts; // counts up at each interrupt

    // Of the protocol thread alone.
    int64_t
        first_seen_ms; // when it learnt of the first byte; 0: empty as far as it knows
    int64_t last_take_ms;
} Outbox;

void outbox_init(Outbox *outbox, int wake_fd, const atomic_uint *interrupts);
void outbox_deinit(Outbox *outbox);

// Runtime thread: appends a record with its two stretches. May wait for room.
void outbox_put(Outbox *outbox, const Record *record, Bytes a, Bytes b);

// Protocol thread: when records are due, moves them into `into` (empty before) and
// returns 0. Else returns in how many ms something will be due, -1: nothing is there.
// With `force` everything is due.
int64_t outbox_take(Outbox *outbox, int64_t now_ms, bool force, Buf *into);

// Protocol thread: is nothing there?
bool outbox_is_empty(Outbox *outbox);

// Walks a block: the record at `*offset`, which is moved on; NULL at the end.
const Record *outbox_next(const Buf *block, size_t *offset, Bytes *a, Bytes *b);

// From now on nothing goes in and nobody waits.
void outbox_close(Outbox *outbox);

#endif
