// history.h: the session's inputs and outputs, for history_request and %history.
//
// In memory, for this session, whose number is 1. At most HISTORY_ENTRIES_MAX entries are
// kept; then the older half goes. The protocol thread writes and asks, %history asks from
// the runtime thread, so a mutex guards the store.
#ifndef KERNEL_HISTORY_H
#define KERNEL_HISTORY_H

#include "json_out.h"

#include <pthread.h>
#include <stdint.h>

enum { HISTORY_SESSION = 1, HISTORY_ENTRIES_MAX = 10000 };

typedef struct HistoryEntry {
    int line;    // the execution count
    char *input; // terminated; may hold NULs before input_size
    size_t input_size;
    char *output; // the value as plain text, NULL: none
} HistoryEntry;

typedef struct History {
    pthread_mutex_t mutex;
    HistoryEntry *entries; // by line, ascending
    size_t count;
    size_t capacity;
} History;

// What of the history is wanted.
typedef struct HistoryQuery {
    enum { HISTORY_RANGE, HISTORY_TAIL, HISTORY_SEARCH } access;
    int64_t session;     // of a range: 0 or HISTORY_SESSION is this one
    int64_t start, stop; // of a range: lines [start, stop); negative ones from the end
    bool has_stop;
    int64_t n;           // of a tail or search: the last n; negative: all
    const char *pattern; // of a search: a glob with * ? [a-z]
    bool unique;         // of a search: of equal inputs only the last
    bool output;         // give (input, output) instead of input
} HistoryQuery;

void history_init(History *history);
void history_deinit(History *history);

// Adds the input of execution `line`.
void history_add(History *history, int line, Bytes input);

// Sets the output of execution `line`, when it is still known.
void history_set_output(History *history, int line, Bytes output);

// Writes the array of [session, line, input or [input, output]].
void history_write(History *history, const HistoryQuery *query, JsonOut *out);

// Writes the last `n` inputs (negative: all) as text, for people; with their numbers if
// `numbered`.
void history_list(History *history, int64_t n, bool numbered, Buf *out);

// Does `text` match the glob as a whole? SQLite's rules: * ? [abc] [^a-c].
bool history_glob(const char *pattern, const char *text);

#endif
