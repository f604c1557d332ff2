// script.c: see script.h. What always holds: each cell that was started ends exactly once,
// at the latest when the session is destroyed.
#include "script.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

typedef struct ScriptCell {
    struct ScriptCell *next; // younger
    CoraCellId id;
    char *code;
    size_t size, at;
    bool is_silent, allows_input;
    bool asks, waits;
} ScriptCell;

struct CoraSession {
    CoraConfig config;
    ScriptCell *cells;
    bool is_interrupted;
    CoraCellId late[8]; // cells that have left a task
    size_t late_count;
};

// ---------------------------------------------------------------- what it says

static void emit(CoraSession *session, const CoraEvent *event) {
    session->config.sink.emit(session->config.sink.ctx, event);
}

void cora_print(CoraSession *session, CoraCellId cell, int fd, const char *text,
                size_t size_bytes) {
    CoraEvent event = {.kind = CORA_EV_STREAM, .cell = cell};
    event.stream.fd = fd;
    event.stream.text = text;
    event.stream.size_bytes = size_bytes;
    emit(session, &event);
}

static void show(CoraSession *session, CoraEventKind kind, CoraCellId cell) {
    CoraMime items[] = {{"text/plain", "a \"value\"", 9},
                        {"application/json", "{\"a\":[1,{}]}", 12},
                        {"application/x+json", "{ no JSON", 9}};
    CoraEvent event = {.kind = kind, .cell = cell};
    event.bundle = (CoraBundle){items, 3, kind == CORA_EV_RESULT ? NULL : "shown"};
    emit(session, &event);
}

static void tell(CoraSession *session, CoraSeverity severity, CoraCellId cell) {
    CoraEvent event = {.kind = CORA_EV_DIAG, .cell = cell};
    event.diag = (CoraDiag){severity, "code", "In[1]", 1, 1, "what is wrong", NULL};
    emit(session, &event);
}

static ScriptCell **link_of(CoraSession *session, const ScriptCell *cell) {
    ScriptCell **link = &session->cells;
    while (*link != cell) {
        link = &(*link)->next;
    }
    return link;
}

static void end(CoraSession *session, ScriptCell *cell, CoraStatus status) {
    static const char *const lines[] = {"a line", "another"};
    CoraEvent event = {.kind = CORA_EV_CELL_DONE, .cell = cell->id};
    event.outcome.status = status;
    if (status != CORA_OK) {
        event.outcome = (CoraOutcome){status, "Error", "why", lines, 2, 1};
    }
    *link_of(session, cell) = cell->next;
    emit(session, &event);
    free(cell->code);
    free(cell);
}

// ---------------------------------------------------------------- steps

static void ask(CoraSession *session, ScriptCell *cell) {
    CoraEvent event = {.kind = CORA_EV_INPUT, .cell = cell->id};
    event.input.prompt = "name? ";
    event.input.password = cell->at % 2;
    cell->asks = true;
    emit(session, &event);
}

// The rest of the line is a magic. False: the cell is over.
static bool run_magic(CoraSession *session, ScriptCell *cell, char sign) {
    const char *begin = cell->code + cell->at;
    size_t size = strcspn(begin, "\n");
    cell->at += size;
    char *line = strndup(begin, size);
    char *args = line + (sign == '!' ? 0 : strcspn(line, " \t"));
    if (sign != '!' && *args != '\0') {
        *args++ = '\0';
    }
    CoraMagicHost *host = &session->config.magic;
    char *error = host->run(host->ctx, cell->id, sign == '!' ? "!" : line, args);
    free(line);
    if (error == NULL) {
        return true;
    }
    free(error);
    end(session, cell, CORA_FAULT);
    return false;
}

static void run_byte(CoraSession *session, ScriptCell *cell, char c) {
    switch (c) {
    case 'p':
        cora_print(session, cell->id, 1, "text\n", 5);
        break;
    case 'q':
        cora_print(session, cell->id, 1, "\xe2\x82", 2);
        break;
    case 'Q':
        cora_print(session, cell->id, 2, "\xff text", 6);
        break;
    case 'r':
        show(session, CORA_EV_RESULT, cell->id);
        break;
    case 'd':
        show(session, CORA_EV_DISPLAY, cell->id);
        break;
    case 'u':
        show(session, CORA_EV_UPDATE, cell->id);
        break;
    case 'c':
        emit(session, &(CoraEvent){.kind = CORA_EV_CLEAR,
                                   .cell = cell->id,
                                   .clear_wait = cell->at % 2});
        break;
    case 'w':
        tell(session, CORA_WARNING, cell->id);
        break;
    case 'b':
        tell(session, CORA_ERROR, cell->id);
        break;
    case 'i':
        ask(session, cell);
        break;
    case 'a':
        cell->waits = true;
        break;
    case 'l':
        if (session->late_count < sizeof session->late / sizeof *session->late) {
            session->late[session->late_count++] = cell->id;
        }
        break;
    default:
        break;
    }
}

static void run_cell(CoraSession *session, ScriptCell *cell) {
    if (cell->at == cell->size) {
        end(session, cell, CORA_OK);
        return;
    }
    char c = cell->code[cell->at++];
    bool is_command = c == '!' && cell->code[cell->at] == '!';
    if (c == '%' || is_command) {
        cell->at += is_command;
        (void)run_magic(session, cell, c);
    } else if (c == '!' || c == 'x' || c == 'X') {
        end(session, cell, c == '!' ? CORA_FAULT : c == 'x' ? CORA_EXITED : CORA_OK);
    } else {
        run_byte(session, cell, c);
    }
}

bool script_step(CoraSession *session) {
    if (session->is_interrupted && session->cells != NULL) {
        session->is_interrupted = false;
        end(session, session->cells, CORA_INTERRUPTED);
        return true;
    }
    for (ScriptCell *cell = session->cells; cell != NULL; cell = cell->next) {
        if (!cell->asks && !cell->waits) {
            run_cell(session, cell);
            return true;
        }
    }
    if (session->late_count > 0) {
        cora_print(session, session->late[--session->late_count], 1, "late\n", 5);
        return true;
    }
    for (ScriptCell *cell = session->cells; cell != NULL; cell = cell->next) {
        if (cell->waits) {
            cell->waits = false;
            return true;
        }
    }
    return false;
}

// ---------------------------------------------------------------- cora.h

CoraSession *cora_session_new(const CoraConfig *config) {
    CoraSession *session = calloc(1, sizeof *session);
    assert(session != NULL);
    session->config = *config;
    return session;
}

void cora_session_destroy(CoraSession **session) {
    while ((*session)->cells != NULL) {
        end(*session, (*session)->cells, CORA_INTERRUPTED);
    }
    free(*session);
    *session = NULL;
}

void cora_cell_start(CoraSession *session, const CoraCell *cell) {
    ScriptCell *made = calloc(1, sizeof *made);
    assert(made != NULL);
    made->id = cell->id;
    made->code = calloc(1, cell->size_bytes + 1);
    assert(made->code != NULL);
    memcpy(made->code, cell->code, cell->size_bytes);
    made->size = cell->size_bytes;
    ScriptCell **link = &session->cells;
    while (*link != NULL) {
        link = &(*link)->next;
    }
    *link = made;
    if (made->size > 0 && made->code[0] == '#') { // it does not compile
        end(session, made, CORA_COMPILE_ERROR);
    }
}

void cora_interrupt(CoraSession *session) {
    session->is_interrupted = session->cells != NULL;
}

void cora_input_reply(CoraSession *session, CoraCellId cell, const char *text,
                      size_t size_bytes) {
    for (ScriptCell *at = session->cells; at != NULL; at = at->next) {
        if (at->id == cell && at->asks) {
            at->asks = false;
            cora_print(session, cell, 1, text != NULL ? text : "the end\n",
                       text != NULL ? size_bytes : 8);
        }
    }
}

void cora_complete(CoraSession *session, const CoraPlace *place, CoraCompletions *out) {
    (void)session;
    assert(place->offset <= place->size_bytes);
    size_t back = place->offset > 0;
    *out = (CoraCompletions){.begin = place->offset - back, .end = place->offset};
    out->items = calloc(2, sizeof *out->items);
    assert(out->items != NULL);
    out->items[out->count++] = (CoraCompletion){strdup("printf"), "function", NULL};
    out->items[out->count++] = (CoraCompletion){strdup("p"), NULL, strdup("int p")};
}

void cora_completions_deinit(CoraCompletions *list) {
    for (size_t i = 0; i < list->count; i++) {
        free(list->items[i].text);
        free(list->items[i].signature);
    }
    free(list->items);
    *list = (CoraCompletions){0};
}

void cora_inspect(CoraSession *session, const CoraPlace *place, int detail,
                  CoraInspection *out) {
    (void)session;
    assert(place->offset <= place->size_bytes);
    *out = (CoraInspection){.found = place->offset > 0};
    out->plain = out->found ? strdup("plain") : NULL;
    out->markdown = out->found && detail == 1 ? strdup("`markdown`") : NULL;
}

void cora_inspection_deinit(CoraInspection *inspection) {
    free(inspection->plain);
    free(inspection->markdown);
    *inspection = (CoraInspection){0};
}

CoraCompleteness cora_is_complete(const char *code, size_t size_bytes,
                                  unsigned *indent_spaces) {
    *indent_spaces = (unsigned)size_bytes % 9;
    return size_bytes == 0       ? CORA_COMPLETE
           : code[0] == '{'      ? CORA_INCOMPLETE
           : code[0] == (char)-1 ? CORA_INVALID
                                 : CORA_COMPLETE;
}

void cora_names(CoraSession *session, void (*visit)(void *ctx, const CoraName *name),
                void *ctx) {
    (void)session;
    visit(ctx, &(CoraName){"x", "variable", "int", "In[1]:1", "42"});
    visit(ctx, &(CoraName){"f", "function", NULL, NULL, NULL});
}

void cora_reset(CoraSession *session) {
    session->late_count = 0;
}
