// session_host.h: a host for unit tests that run cells through cora.h: it keeps what the last cell showed. On the virtual
// clock.
#ifndef TESTS_SESSION_HOST_H
#define TESTS_SESSION_HOST_H

#include "cora.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Host {
    CoraSession *session;
    CoraCellId last_cell;
    char out[32768]; // what was printed
    char log[32768]; // the same, and "!2:code: message" for each diagnostic of cell 2
    CoraStatus status;
    char evalue[400];
    char traceback[8192];
} Host;

static inline void host_append(char *to, size_t room, const char *text, size_t size) {
    size_t used = strlen(to);
    snprintf(to + used, room - used, "%.*s", (int)size, text);
}

static inline void host_end(Host *host, const CoraOutcome *outcome) {
    host->status = outcome->status;
    snprintf(host->evalue, sizeof host->evalue, "%s",
             outcome->evalue != NULL ? outcome->evalue : "");
    host->traceback[0] = '\0';
    for (size_t i = 0; i < outcome->traceback_count; i++) {
        const char *line = outcome->traceback[i];
        host_append(host->traceback, sizeof host->traceback, line, strlen(line));
        host_append(host->traceback, sizeof host->traceback, "\n", 1);
    }
}

static inline void host_emit(void *ctx, const CoraEvent *event) {
    Host *host = ctx;
    char line[1024];
    switch (event->kind) {
    case CORA_EV_STREAM:
        host_append(host->out, sizeof host->out, event->stream.text,
                    event->stream.size_bytes);
        host_append(host->log, sizeof host->log, event->stream.text,
                    event->stream.size_bytes);
        break;
    case CORA_EV_DIAG:
        snprintf(line, sizeof line, "!%llu:%s: %s\n", (unsigned long long)event->cell,
                 event->diag.code, event->diag.message);
        host_append(host->log, sizeof host->log, line, strlen(line));
        break;
    case CORA_EV_CELL_DONE:
        host_end(host, &event->outcome);
        break;
    default:
        break;
    }
}

static inline Host *host_new(void) {
    Host *host = calloc(1, sizeof *host);
    CoraConfig config = {.sink = {.ctx = host, .emit = host_emit}, .virtual_clock = true};
    host->session = cora_session_new(&config);
    return host;
}

static inline void host_destroy(Host *host) {
    cora_session_destroy(&host->session);
    free(host);
}

// Runs one cell, named In[1], In[2], ...; what it showed is in the host.
static inline void host_run(Host *host, const char *code) {
    char name[24];
    CoraCellId id = ++host->last_cell;
    host->out[0] = host->log[0] = '\0';
    snprintf(name, sizeof name, "In[%llu]", (unsigned long long)id);
    CoraCell cell = {.id = id, .code = code, .size_bytes = strlen(code), .name = name};
    cora_cell_start(host->session, &cell);
    cora_loop_run_cell(host->session, id);
}

#endif
