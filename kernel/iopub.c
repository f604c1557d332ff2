// iopub.c: see iopub.h.
#include "kernel.h"

#include "units.h"

#include <assert.h>

// Ends the content that new_object began.
static void send_object(Kernel *kernel, Msg *msg) {
    out_close(&msg->content, '}');
    sock_send(&kernel->sock, msg);
}

// A broadcast whose content is an object, open for its members.
static Msg *new_object(const char *type, Origin *origin) {
    Msg *msg = msg_new(CHANNEL_IOPUB, type, origin);
    out_open(&msg->content, '{');
    return msg;
}

void iopub_status(Kernel *kernel, Origin *origin, const char *state) {
    Msg *msg = new_object("status", origin);
    out_key(&msg->content, "execution_state");
    out_text(&msg->content, state);
    send_object(kernel, msg);
}

void iopub_execute_input(Kernel *kernel, Origin *origin, Bytes code, int count) {
    Msg *msg = new_object("execute_input", origin);
    out_key(&msg->content, "code");
    out_string(&msg->content, code);
    out_key(&msg->content, "execution_count");
    out_int(&msg->content, count);
    send_object(kernel, msg);
}

void iopub_execute_result(Kernel *kernel, Origin *origin, Bytes bundle, int count) {
    Msg *msg = new_object("execute_result", origin);
    out_key(&msg->content, "execution_count");
    out_int(&msg->content, count);
    out_raw(&msg->content, bundle);
    send_object(kernel, msg);
}

void iopub_display(Kernel *kernel, Origin *origin, Bytes bundle, bool is_update) {
    Msg *msg = new_object(is_update ? "update_display_data" : "display_data", origin);
    out_raw(&msg->content, bundle);
    send_object(kernel, msg);
}

void iopub_error(Kernel *kernel, Origin *origin, Bytes error) {
    Msg *msg = new_object("error", origin);
    out_raw(&msg->content, error);
    send_object(kernel, msg);
}

void iopub_clear(Kernel *kernel, Origin *origin, bool wait) {
    Msg *msg = new_object("clear_output", origin);
    out_key(&msg->content, "wait");
    out_bool(&msg->content, wait);
    send_object(kernel, msg);
}

// ---------------------------------------------------------------- streams

// Sends the message that is being gathered in a slot, if there is one.
static void send_slot(Kernel *kernel, StreamSlot *slot) {
    if (slot->msg) {
        out_string_end(&slot->msg->content);
        send_object(kernel, slot->msg);
        slot->msg = NULL;
    }
}

// The slot that gathers text of this cell, or NULL.
static StreamSlot *slot_of(Iopub *iopub, CoraCellId cell) {
    for (size_t i = 0; i < IOPUB_SLOTS; i++) {
        if (iopub->slots[i].msg && iopub->slots[i].cell == cell) {
            return &iopub->slots[i];
        }
    }
    return NULL;
}

// The slot where text of this cell and stream is gathered, open for more.
static StreamSlot *open_slot(Kernel *kernel, const Cell *cell, int fd) {
    Iopub *iopub = &kernel->iopub;
    StreamSlot *slot = slot_of(iopub, cell->id);
    if (slot && slot->fd != fd) {
        send_slot(kernel, slot); // order within the cell
    }
    for (size_t i = 0; !slot && i < IOPUB_SLOTS; i++) {
        slot = iopub->slots[i].msg ? NULL : &iopub->slots[i];
    }
    if (!slot) {
        slot = &iopub->slots[iopub->next_victim];
        iopub->next_victim = (iopub->next_victim + 1) % IOPUB_SLOTS;
        send_slot(kernel, slot);
    }
    if (!slot->msg) {
        *slot = (StreamSlot){new_object("stream", cell->origin), cell->id, fd};
        out_key(&slot->msg->content, "name");
        out_text(&slot->msg->content, fd == 2 ? "stderr" : "stdout");
        out_key(&slot->msg->content, "text");
        out_string_begin(&slot->msg->content);
    }
    return slot;
}

// Adds whole UTF-8 sequences, in messages that don't grow beyond their bound.
static void add_text(Kernel *kernel, const Cell *cell, int fd, Bytes text) {
    while (text.size > 0) {
        size_t size = text.size < IOPUB_STREAM_BYTES ? text.size : IOPUB_STREAM_BYTES;
        if (size < text.size) {
            size -= units_unfinished_tail((Bytes){text.data, size});
        }
        StreamSlot *slot = open_slot(kernel, cell, fd);
        out_string_part(&slot->msg->content, (Bytes){text.data, size});
        if (slot->msg->content.buf.size >= IOPUB_STREAM_BYTES) {
            send_slot(kernel, slot);
        }
        text = (Bytes){text.data + size, text.size - size};
    }
}

void iopub_stream(Kernel *kernel, Cell *cell, int fd, Bytes text) {
    assert(fd == 1 || fd == 2);
    Tail *tail = &cell->tails[fd - 1];
    while (tail->size > 0 && text.size > 0) {
        assert(tail->size < sizeof tail->bytes);
        tail->bytes[tail->size++] = *text.data;
        text = (Bytes){text.data + 1, text.size - 1};
        Bytes sequence = {tail->bytes, tail->size};
        if (units_unfinished_tail(sequence) != tail->size) {
            // Finished, or turned out to be malformed: then the new byte may begin
            // something of its own, which the few bytes are searched for once more.
            size_t keep = units_unfinished_tail(sequence);
            add_text(kernel, cell, fd, (Bytes){tail->bytes, tail->size - keep});
            memmove(tail->bytes, tail->bytes + tail->size - keep, keep);
            tail->size = keep;
        }
    }
    size_t keep = text.size > 0 ? units_unfinished_tail(text) : 0;
    add_text(kernel, cell, fd, (Bytes){text.data, text.size - keep});
    if (keep > 0) {
        memcpy(tail->bytes, text.data + text.size - keep, keep);
        tail->size = keep;
    }
}

void iopub_flush_cell(Kernel *kernel, CoraCellId cell) {
    StreamSlot *slot = slot_of(&kernel->iopub, cell);
    if (slot) {
        send_slot(kernel, slot);
    }
}

void iopub_finish_cell(Kernel *kernel, Cell *cell) {
    for (int fd = 1; fd <= 2; fd++) {
        Tail *tail = &cell->tails[fd - 1];
        add_text(kernel, cell, fd, (Bytes){tail->bytes, tail->size});
        tail->size = 0;
    }
    iopub_flush_cell(kernel, cell->id);
}

void iopub_flush(Kernel *kernel) {
    for (size_t i = 0; i < IOPUB_SLOTS; i++) {
        send_slot(kernel, &kernel->iopub.slots[i]);
    }
}

void iopub_deinit(Iopub *iopub) {
    for (size_t i = 0; i < IOPUB_SLOTS; i++) {
        msg_destroy(&iopub->slots[i].msg);
    }
}
