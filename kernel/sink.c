// sink.c: see sink.h.
#include "sink.h"

#include <assert.h>
#include <stdlib.h>

// What a batch of records may keep of its memory for the next one.
enum { KEEP_BYTES = 256 << 10 };

// ---------------------------------------------------------------- runtime thread

// "application/vnd.x+json" ends with "+json".
static bool ends_with(const char *text, const char *end) {
    size_t n = strlen(text);
    size_t m = strlen(end);
    return n >= m && strcmp(text + n - m, end) == 0;
}

// JSON types travel as JSON, everything else as a string. JSON that is none travels as a
// string too, because it would break the whole message.
static void write_mime(const CoraMime *item, JsonOut *out) {
    Bytes data = {item->data, item->size_bytes};
    out_key(out, item->type);
    bool is_json =
        strcmp(item->type, "application/json") == 0 || ends_with(item->type, "+json");
    json_t *parsed =
        is_json ? json_loadb(data.data, data.size, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL)
                : NULL;
    if (parsed) {
        out_raw(out, data);
        json_decref(parsed);
    } else {
        out_string(out, data);
    }
}

// The members "data", "metadata" and, with a display id, "transient".
static void write_bundle(const CoraBundle *bundle, JsonOut *out) {
    out_key(out, "data");
    out_open(out, '{');
    for (size_t i = 0; i < bundle->count; i++) {
        write_mime(&bundle->items[i], out);
    }
    out_close(out, '}');
    out_key(out, "metadata");
    out_open(out, '{');
    out_close(out, '}');
    if (bundle->display_id) {
        out_key(out, "transient");
        out_open(out, '{');
        out_key(out, "display_id");
        out_text(out, bundle->display_id);
        out_close(out, '}');
    }
}

// The members that the `error` message and the execute_reply share.
static void write_error(const CoraOutcome *outcome, JsonOut *out) {
    out_key(out, "ename");
    out_text(out, outcome->ename ? outcome->ename : "Error");
    out_key(out, "evalue");
    out_text(out, outcome->evalue ? outcome->evalue : "");
    out_key(out, "traceback");
    out_open(out, '[');
    for (size_t i = 0; i < outcome->traceback_count; i++) {
        out_text(out, outcome->traceback[i]);
    }
    out_close(out, ']');
}

// The text/plain of a bundle, which is what the history keeps of a value.
static Bytes plain_of(const CoraBundle *bundle) {
    for (size_t i = 0; i < bundle->count; i++) {
        if (strcmp(bundle->items[i].type, "text/plain") == 0) {
            return (Bytes){bundle->items[i].data, bundle->items[i].size_bytes};
        }
    }
    return (Bytes){0};
}

// A value or a display.
static void emit_bundle(Kernel *kernel, const CoraEvent *event) {
    Record record = {.cell = event->cell,
                     .kind = event->kind == CORA_EV_RESULT   ? RECORD_RESULT
                             : event->kind == CORA_EV_UPDATE ? RECORD_UPDATE
                                                             : RECORD_DISPLAY};
    JsonOut out = {kernel->scratch, false};
    write_bundle(&event->bundle, &out);
    Bytes plain = event->kind == CORA_EV_RESULT ? plain_of(&event->bundle) : (Bytes){0};
    outbox_put(&kernel->outbox, &record, buf_bytes(&out.buf), plain);
    kernel->scratch = out.buf;
}

// Warnings and notes are shown as display_data, never on stderr, which graders count as a
// failure. An error that belongs to no awaiter is an error like any other, but the cell
// that is running now is not stopped by it.
static void emit_diag(Kernel *kernel, const CoraEvent *event) {
    const CoraDiag *diag = &event->diag;
    JsonOut out = {kernel->scratch, false};
    Record record = {.cell = event->cell};
    if (diag->severity == CORA_ERROR) {
        record.kind = RECORD_ERROR;
        CoraOutcome outcome = {.ename = diag->code,
                               .evalue = diag->message,
                               .traceback = &diag->text,
                               .traceback_count = diag->text ? 1 : 0};
        write_error(&outcome, &out);
    } else {
        record.kind = RECORD_DIAG;
        const char *text = diag->text ? diag->text : diag->message;
        CoraMime mime = {"text/plain", text, strlen(text)};
        write_bundle(&(CoraBundle){&mime, 1, NULL}, &out);
    }
    outbox_put(&kernel->outbox, &record, buf_bytes(&out.buf), (Bytes){0});
    kernel->scratch = out.buf;
}

// The end of a cell's foreground. exit(0) is a good end, too.
static void emit_done(Kernel *kernel, const CoraEvent *event) {
    const CoraOutcome *outcome = &event->outcome;
    bool is_ok = outcome->status == CORA_OK ||
                 (outcome->status == CORA_EXITED && outcome->exit_status == 0);
    JsonOut out = {kernel->scratch, false};
    if (!is_ok) {
        write_error(outcome, &out);
    }
    magic_cell_done(kernel, event->cell);
    Record record = {.kind = RECORD_DONE, .cell = event->cell, .number = is_ok};
    outbox_put(&kernel->outbox, &record, buf_bytes(&out.buf), (Bytes){0});
    kernel->scratch = out.buf;
}

void sink_emit(void *ctx, const CoraEvent *event) {
    Kernel *kernel = ctx;
    Record record = {.cell = event->cell};
    kernel->scratch.size = 0;
    switch (event->kind) {
    case CORA_EV_STREAM:
        if (event->stream.size_bytes > 0) {
            record.kind = RECORD_STREAM;
            record.number = event->stream.fd == 2 ? 2 : 1;
            outbox_put(&kernel->outbox, &record,
                       (Bytes){event->stream.text, event->stream.size_bytes}, (Bytes){0});
        }
        break;
    case CORA_EV_RESULT:
    case CORA_EV_DISPLAY:
    case CORA_EV_UPDATE:
        emit_bundle(kernel, event);
        break;
    case CORA_EV_CLEAR:
        record.kind = RECORD_CLEAR;
        record.number = event->clear_wait;
        outbox_put(&kernel->outbox, &record, (Bytes){0}, (Bytes){0});
        break;
    case CORA_EV_DIAG:
        emit_diag(kernel, event);
        break;
    case CORA_EV_INPUT:
        record.kind = RECORD_INPUT;
        record.number = event->input.password;
        outbox_put(&kernel->outbox, &record,
                   bytes_of(event->input.prompt ? event->input.prompt : ""), (Bytes){0});
        break;
    case CORA_EV_TASK_BORN:
    case CORA_EV_TASK_ENDED:
        break; // nothing of the protocol shows tasks
    case CORA_EV_CELL_DONE:
        emit_done(kernel, event);
        break;
    }
}

void sink_emit_done(Kernel *kernel, CoraCellId cell, const char *ename,
                    const char *evalue) {
    Buf line = {0};
    if (ename) {
        buf_printf(&line, "%s: %s", ename, evalue);
    }
    char *text = buf_take_text(&line);
    const char *lines[] = {text};
    CoraEvent event = {.kind = CORA_EV_CELL_DONE, .cell = cell};
    if (ename) {
        event.outcome = (CoraOutcome){.status = CORA_FAULT,
                                      .ename = ename,
                                      .evalue = evalue,
                                      .traceback = lines,
                                      .traceback_count = 1};
    }
    sink_emit(kernel, &event);
    free(text);
}

void sink_emit_payload(Kernel *kernel, CoraCellId cell, Bytes payload) {
    Record record = {.kind = RECORD_PAYLOAD, .cell = cell};
    outbox_put(&kernel->outbox, &record, payload, (Bytes){0});
}

void sink_return_job(Kernel *kernel, Job *job) {
    Record record = {.kind = RECORD_JOB, .pointer = job};
    outbox_put(&kernel->outbox, &record, (Bytes){0}, (Bytes){0});
}

// ---------------------------------------------------------------- protocol thread

// What a cell shows on the page; nothing of it when the cell is silent.
static void publish(Kernel *kernel, const Record *record, Cell *cell, Bytes a) {
    Origin *origin = cell->origin;
    iopub_flush_cell(kernel, cell->id);
    switch (record->kind) {
    case RECORD_DISPLAY:
    case RECORD_UPDATE:
        iopub_display(kernel, origin, a, record->kind == RECORD_UPDATE);
        break;
    case RECORD_DIAG:
        // A remark about a user expression would appear under the cell, out of place.
        if (!execute_is_expression(kernel, record->cell)) {
            iopub_display(kernel, origin, a, false);
        }
        break;
    case RECORD_CLEAR:
        iopub_clear(kernel, origin, record->number);
        break;
    case RECORD_ERROR:
        iopub_error(kernel, origin, a);
        break;
    default:
        assert(!"not something to publish");
    }
}

// One record, in the order in which the runtime emitted them.
static void handle(Kernel *kernel, const Record *record, Bytes a, Bytes b) {
    Cell *cell = cells_find(&kernel->cells, record->cell);
    switch (record->kind) {
    case RECORD_STREAM:
        if (!cell->is_silent) {
            iopub_stream(kernel, cell, record->number, a);
        }
        break;
    case RECORD_RESULT:
        iopub_flush_cell(kernel, cell->id);
        execute_result(kernel, cell, a, b);
        break;
    case RECORD_DISPLAY:
    case RECORD_UPDATE:
    case RECORD_DIAG:
    case RECORD_CLEAR:
    case RECORD_ERROR:
        if (!cell->is_silent) {
            publish(kernel, record, cell, a);
        }
        break;
    case RECORD_INPUT:
        input_want(kernel, record->cell, a, record->number);
        break;
    case RECORD_PAYLOAD:
        execute_payload(kernel, record->cell, a);
        break;
    case RECORD_DONE:
        // The order that clients rely on: text, reply, idle.
        iopub_finish_cell(kernel, cell);
        iopub_flush(kernel);
        input_forget(kernel, record->cell);
        execute_cell_done(kernel, record->cell, record->number, a);
        break;
    case RECORD_JOB: {
        Job *job = record->pointer;
        job->done(kernel, job);
        break;
    }
    }
}

int64_t sink_drain(Kernel *kernel, int64_t now_ms, bool force) {
    int64_t wait_ms = outbox_take(&kernel->outbox, now_ms, force, &kernel->batch);
    if (wait_ms != 0) {
        return wait_ms;
    }
    size_t offset = 0;
    Bytes a, b;
    const Record *record;
    while ((record = outbox_next(&kernel->batch, &offset, &a, &b)) != NULL) {
        handle(kernel, record, a, b);
    }
    iopub_flush(kernel);
    buf_clear(&kernel->batch, KEEP_BYTES);
    // One batch at a time: a program that prints without end must not keep the thread
    // from its sockets.
    return outbox_is_empty(&kernel->outbox) ? -1 : 0;
}
