// outbox.c: see outbox.h.
#include "outbox.h"

#include <assert.h>
#include <time.h>
#include <unistd.h>

// How often a program that waits for room looks whether it was interrupted.
enum { ROOM_CHECK_NS = 20000000 };

// Heads stay aligned behind stretches of any size.
static size_t padded(size_t size) {
    return (size + 7) & ~(size_t)7;
}

void outbox_init(Outbox *outbox, int wake_fd, const atomic_uint *interrupts) {
    *outbox = (Outbox){.wake_fd = wake_fd, .interrupts = interrupts};
    pthread_mutex_init(&outbox->mutex, NULL);
    pthread_condattr_t attr;
    pthread_condattr_init(&attr);
    pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
    pthread_cond_init(&outbox->room, &attr);
    pthread_condattr_destroy(&attr);
}

void outbox_deinit(Outbox *outbox) {
    buf_deinit(&outbox->block);
    pthread_cond_destroy(&outbox->room);
    pthread_mutex_destroy(&outbox->mutex);
}

// Waits while the outbox is full. An interrupt lets one record in over the limit, so that
// the program reaches the point where it notices. A signal handler can't signal a
// condition variable, hence the check every 20 ms.
static void wait_for_room(Outbox *outbox) {
    unsigned before = atomic_load(outbox->interrupts);
    while (outbox->block.size >= OUTBOX_LIMIT_BYTES && !outbox->is_closed &&
           atomic_load(outbox->interrupts) == before) {
        struct timespec until;
        clock_gettime(CLOCK_MONOTONIC, &until);
        until.tv_nsec += ROOM_CHECK_NS;
        if (until.tv_nsec >= 1000000000) {
            until.tv_nsec -= 1000000000;
            until.tv_sec++;
        }
        pthread_cond_timedwait(&outbox->room, &outbox->mutex, &until);
    }
}

// Adds text to the last record when that is text of the same cell and stream.
static bool extend(Outbox *outbox, const Record *record, Bytes text) {
    Buf *block = &outbox->block;
    if (block->size == 0 || record->kind != RECORD_STREAM) {
        return false;
    }
    Record *last = (Record *)(void *)(block->data + outbox->tail);
    if (last->kind != RECORD_STREAM || last->cell != record->cell ||
        last->number != record->number) {
        return false;
    }
    size_t end = outbox->tail + sizeof *last + last->a_size;
    block->size = end; // over the padding
    size_t size = last->a_size + text.size;
    buf_reserve(block, text.size + 8);
    last = (Record *)(void *)(block->data + outbox->tail);
    last->a_size = size;
    memcpy(block->data + end, text.data, text.size);
    block->size = outbox->tail + sizeof *last + padded(size);
    return true;
}

// Puts a record at the end of the block.
static void append(Outbox *outbox, const Record *record, Bytes a, Bytes b) {
    Buf *block = &outbox->block;
    assert(block->size % 8 == 0);
    Record head = *record;
    head.a_size = a.size;
    head.b_size = b.size;
    size_t start = block->size;
    outbox->tail = start;
    buf_reserve(block, sizeof head + padded(a.size + b.size));
    buf_add(block, (Bytes){(const char *)&head, sizeof head});
    buf_add(block, a);
    buf_add(block, b);
    block->size = start + sizeof head + padded(a.size + b.size);
}

// Decides whether the protocol thread has to be told; called with the mutex held.
static bool needs_wake(Outbox *outbox, RecordKind kind) {
    bool wake = false;
    if (kind == RECORD_RESULT || kind == RECORD_PAYLOAD) {
        return false; // the cell's RECORD_DONE follows at once; one wake-up is enough
    }
    if (kind != RECORD_STREAM && !outbox->is_urgent) {
        outbox->is_urgent = true;
        wake = true;
    }
    if (!outbox->has_woken) {
        wake = true;
    }
    if (outbox->block.size >= OUTBOX_FLUSH_BYTES && !outbox->has_woken_full) {
        outbox->has_woken_full = true;
        wake = true;
    }
    outbox->has_woken = true;
    return wake;
}

void outbox_put(Outbox *outbox, const Record *record, Bytes a, Bytes b) {
    pthread_mutex_lock(&outbox->mutex);
    wait_for_room(outbox);
    bool wake = false;
    if (!outbox->is_closed) {
        if (!extend(outbox, record, a)) {
            append(outbox, record, a, b);
        }
        wake = needs_wake(outbox, record->kind);
    }
    pthread_mutex_unlock(&outbox->mutex);
    if (wake) {
        uint64_t one = 1;
        ssize_t n = write(outbox->wake_fd, &one, sizeof one);
        (void)n; // an eventfd is only ever full of wake-ups
    }
}

// When what is in the outbox has to go out.
static int64_t due_ms(const Outbox *outbox, int64_t now_ms) {
    if (outbox->is_urgent || outbox->block.size >= OUTBOX_FLUSH_BYTES) {
        return now_ms;
    }
    int64_t after_silence = outbox->first_seen_ms + OUTBOX_FIRST_MS;
    int64_t in_the_flow = outbox->last_take_ms + OUTBOX_FLUSH_MS;
    return after_silence > in_the_flow ? after_silence : in_the_flow;
}

int64_t outbox_take(Outbox *outbox, int64_t now_ms, bool force, Buf *into) {
    assert(into->size == 0);
    pthread_mutex_lock(&outbox->mutex);
    int64_t left_ms = -1;
    if (outbox->block.size > 0) {
        if (outbox->first_seen_ms == 0) {
            outbox->first_seen_ms = now_ms;
        }
        left_ms = force ? 0 : due_ms(outbox, now_ms) - now_ms;
        left_ms = left_ms < 0 ? 0 : left_ms;
    }
    if (left_ms == 0) {
        Buf taken = outbox->block;
        outbox->block = *into;
        *into = taken;
        outbox->is_urgent = outbox->has_woken = outbox->has_woken_full = false;
        outbox->first_seen_ms = 0;
        outbox->last_take_ms = now_ms;
        pthread_cond_broadcast(&outbox->room);
    }
    pthread_mutex_unlock(&outbox->mutex);
    return left_ms;
}

bool outbox_is_empty(Outbox *outbox) {
    pthread_mutex_lock(&outbox->mutex);
    bool empty = outbox->block.size == 0;
    pthread_mutex_unlock(&outbox->mutex);
    return empty;
}

const Record *outbox_next(const Buf *block, size_t *offset, Bytes *a, Bytes *b) {
    if (*offset >= block->size) {
        return NULL;
    }
    const Record *record = (const Record *)(const void *)(block->data + *offset);
    const char *body = (const char *)(record + 1);
    *a = (Bytes){body, record->a_size};
    *b = (Bytes){body + record->a_size, record->b_size};
    *offset += sizeof *record + padded(record->a_size + record->b_size);
    assert(*offset <= block->size);
    return record;
}

void outbox_close(Outbox *outbox) {
    pthread_mutex_lock(&outbox->mutex);
    outbox->is_closed = true;
    pthread_cond_broadcast(&outbox->room);
    pthread_mutex_unlock(&outbox->mutex);
}
