// reader.c: the thread behind reader.h.
//
//     reader_want --> is_wanted --> read(2) --> whole lines --> cora_input_reply
//
// Reads only when a line is wanted, and then what there is: a terminal gives a line, a
// file a block of many, which are answered together. What follows the last newline waits
// for its own. Always holds: the session is touched under the mutex alone, and not after
// reader_close; the reader's memory goes with the second of its two owners, the host and
// the thread, which may stand in read(2) when the program ends.
#include "reader.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BLOCK_BYTES 65536

struct Reader {
    CoraSession *session;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    bool is_wanted;
    bool is_closed;
    CoraCellId cell;
    // The thread's alone: read and not handed over.
    char *text;
    size_t size, capacity;
};

static void out_of_memory(void) {
    fputs("cora: out of memory\n", stderr);
    abort();
}

static void reader_free(Reader *reader) {
    pthread_mutex_destroy(&reader->mutex);
    pthread_cond_destroy(&reader->changed);
    free(reader->text);
    free(reader);
}

// Reads more; false: the end.
static bool read_more(Reader *reader) {
    if (reader->capacity - reader->size < BLOCK_BYTES) {
        reader->capacity = reader->capacity * 2 + BLOCK_BYTES;
        reader->text = realloc(reader->text, reader->capacity);
        if (!reader->text) {
            out_of_memory();
        }
    }
    ssize_t n;
    do {
        n = read(STDIN_FILENO, reader->text + reader->size, BLOCK_BYTES);
    } while (n < 0 && errno == EINTR);
    reader->size += n > 0 ? (size_t)n : 0;
    return n > 0;
}

// Whole lines: how many bytes of the text, the last newline included. 0: the end. What
// the end cuts off is a line, too.
static size_t read_lines(Reader *reader) {
    size_t seen = 0;
    for (;;) {
        const char *new_text = reader->text + seen;
        const char *newline =
            reader->size > seen ? memrchr(new_text, '\n', reader->size - seen) : NULL;
        if (newline) {
            return (size_t)(newline - reader->text) + 1;
        }
        seen = reader->size;
        if (!read_more(reader)) {
            return reader->size;
        }
    }
}

static void hand_over(Reader *reader, size_t size) {
    bool has_newline = size > 0 && reader->text[size - 1] == '\n';
    cora_input_reply(reader->session, reader->cell, size > 0 ? reader->text : NULL,
                     size - has_newline);
    if (size > 0) {
        memmove(reader->text, reader->text + size, reader->size - size);
        reader->size -= size;
    }
}

static void *run(void *ctx) {
    Reader *reader = ctx;
    pthread_mutex_lock(&reader->mutex);
    while (!reader->is_closed) {
        if (!reader->is_wanted) {
            pthread_cond_wait(&reader->changed, &reader->mutex);
            continue;
        }
        pthread_mutex_unlock(&reader->mutex);
        size_t size = read_lines(reader);
        pthread_mutex_lock(&reader->mutex);
        if (!reader->is_closed) {
            reader->is_wanted = false;
            hand_over(reader, size);
        }
    }
    pthread_mutex_unlock(&reader->mutex);
    reader_free(reader);
    return NULL;
}

// An interrupt is the main thread's.
static bool start(Reader *reader) {
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pthread_t thread;
    bool is_started = pthread_create(&thread, NULL, run, reader) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (is_started) {
        pthread_detach(thread);
    }
    return is_started;
}

Reader *reader_new(CoraSession *session) {
    Reader *reader = calloc(1, sizeof *reader);
    if (!reader) {
        out_of_memory();
    }
    reader->session = session;
    pthread_mutex_init(&reader->mutex, NULL);
    pthread_cond_init(&reader->changed, NULL);
    if (!start(reader)) {
        fputs("cora: cannot start the thread that reads standard input\n", stderr);
        abort();
    }
    return reader;
}

void reader_want(Reader *reader, CoraCellId cell) {
    pthread_mutex_lock(&reader->mutex);
    reader->is_wanted = true;
    reader->cell = cell;
    pthread_cond_signal(&reader->changed);
    pthread_mutex_unlock(&reader->mutex);
}

void reader_close(Reader **reader_ptr) {
    Reader *reader = *reader_ptr;
    if (!reader) {
        return;
    }
    *reader_ptr = NULL;
    pthread_mutex_lock(&reader->mutex);
    reader->is_closed = true;
    pthread_cond_signal(&reader->changed);
    pthread_mutex_unlock(&reader->mutex);
}
