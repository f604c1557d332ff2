// fuzz_cell.c: an input is one session's cells, with a form feed between them. Each is
// started and run, and what a cell leaves behind goes on while the next one runs: the
// whole runtime below cora.h, with its messages.
//
// A run is bounded by the world (world.h): when the clock was read READINGS times, the
// foreground is interrupted; who catches the interrupt and goes on is left when the loop
// is stopped at the PATIENCEth. The heap is small, so that its limit is met.
#include "cora.h"
#include "session.h"
#include "vm/gc.h"
#include "world.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
    READINGS = 40,
    PATIENCE = 8,
    CELLS_MAX = 8,
    SESSION_INPUTS = 100,
    HEAP_BYTES = 4 << 20,
    EVENTS_MAX = 2000 // then the cell is interrupted too: printing costs most
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct Host {
    CoraSession *session;
    uint32_t tired_count, event_count;
    CoraCellId cell, done; // the last one that began, that ended
    uint32_t inputs;
    uint32_t checksum;
} Host;

// Reads every byte that a host could: what dangles is found here.
static void read_text(Host *host, const char *text, size_t size) {
    for (size_t i = 0; i < size; i++) {
        host->checksum = host->checksum * 31 + (uint8_t)text[i];
    }
}

static void read_string(Host *host, const char *text) {
    if (text != NULL) {
        read_text(host, text, strlen(text));
    }
}

static void take_outcome(Host *host, const CoraEvent *event) {
    const CoraOutcome *outcome = &event->outcome;
    assert(event->cell > host->done); // once, and in order
    host->done = event->cell;
    bool is_good = outcome->status == CORA_OK || outcome->status == CORA_EXITED;
    assert(is_good || outcome->ename != NULL);
    read_string(host, outcome->ename);
    read_string(host, outcome->evalue);
    for (size_t i = 0; i < outcome->traceback_count; i++) {
        read_string(host, outcome->traceback[i]);
    }
}

static void emit(void *ctx, const CoraEvent *event) {
    Host *host = ctx;
    if (++host->event_count % EVENTS_MAX == 0) {
        cora_interrupt(host->session);
    }
    switch (event->kind) {
    case CORA_EV_STREAM:
        read_text(host, event->stream.text, event->stream.size_bytes);
        break;
    case CORA_EV_RESULT:
    case CORA_EV_DISPLAY:
    case CORA_EV_UPDATE:
        for (size_t i = 0; i < event->bundle.count; i++) {
            read_text(host, event->bundle.items[i].data,
                      event->bundle.items[i].size_bytes);
        }
        break;
    case CORA_EV_DIAG:
        read_string(host, event->diag.message);
        read_string(host, event->diag.text);
        break;
    case CORA_EV_INPUT:
        cora_input_reply(host->session, event->cell, "12 x", host->event_count % 3 * 2);
        break;
    case CORA_EV_TASK_BORN:
    case CORA_EV_TASK_ENDED:
        read_string(host, event->task.name);
        break;
    case CORA_EV_CELL_DONE:
        take_outcome(host, event);
        break;
    case CORA_EV_CLEAR:
        break;
    }
}

static void tired(void *ctx) {
    Host *host = ctx;
    cora_interrupt(host->session);
    if (++host->tired_count >= PATIENCE) {
        cora_loop_stop(host->session);
    }
}

static void run_cell(Host *host, CoraCellId id, const uint8_t *text, size_t size) {
    CoraCell cell = {.id = id,
                     .code = (const char *)text,
                     .size_bytes = size,
                     .name = "In[1]",
                     .allow_input = true};
    host->tired_count = 0;
    fuzz_world_begin(READINGS, tired, host);
    cora_cell_start(host->session, &cell);
    cora_loop_run_cell(host->session, id);
    gc_check(host->session->vm);
}

static void see_name(void *ctx, const CoraName *name) {
    read_string(ctx, name->type);
    read_string(ctx, name->value);
}

// A session is made for many inputs, since to make one costs more than to run ten; each
// leaves it as %reset does.
static Host host;

static void close_session(void) {
    cora_session_destroy(&host.session);
}

static void begin(void) {
    if (host.session == NULL) {
        atexit(close_session); // then the leak checker looks
    }
    if (host.inputs++ % SESSION_INPUTS == 0) {
        cora_session_destroy(&host.session);
        fuzz_world_begin(0, NULL, NULL);
        host = (Host){.inputs = host.inputs};
        CoraConfig config = {
            .sink = {&host, emit}, .virtual_clock = true, .heap_limit_bytes = HEAP_BYTES};
        host.session = cora_session_new(&config);
    }
    host.event_count = 0;
}

static void end(void) {
    host.tired_count = 0;
    fuzz_world_begin(READINGS, tired, &host);
    cora_names(host.session, see_name, &host);
    cora_reset(host.session);
    cora_loop_run_idle(host.session);
    cora_clock_set_virtual(host.session, true);
    if (host.tired_count > 0) { // somebody goes on after a cancellation
        host.inputs = SESSION_INPUTS;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    begin();
    uint32_t cells = 0;
    for (size_t at = 0; at <= size && cells++ < CELLS_MAX;) {
        const uint8_t *end_at = size > at ? memchr(data + at, '\f', size - at) : NULL;
        size_t cell_bytes = end_at != NULL ? (size_t)(end_at - data) - at : size - at;
        run_cell(&host, ++host.cell, data + at, cell_bytes);
        at += cell_bytes + 1;
    }
    end();
    return 0;
}
