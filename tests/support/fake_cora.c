// fake_cora.c: cora.h without a language, so that the kernel can be tested before and
// apart from it. Cells are split into statements by brackets and semicolons, and a few
// forms are acted upon; they are chosen so that the same cells mean the same in Cora
// itself:
//
//     printf("text\n");  fprintf(stderr, "text");       printf with a %s prints the last
//     input for (int i = 0; i < N; i++) printf("line %d\n", i); while (1);   while (1)
//     printf("x\n");             until interrupted sleep(S);    await sleep(S); holding
//     the loop, or not spawn later();                                    prints "late\n"
//     0.2 s from now fgets(...);  getpass("prompt");                   input 1+1 "text"
//     a value, when last and without ; no_such_name does not compile *p = 1; a fault
//     exit(N);     %magic   !command
//     fake_display("id", "text"); fake_update("id", "text"); fake_clear();
//     fake_warn("text"); fake_bytes("C3A9");                               prints bytes
//     given in hex
//
// Everything else is taken for a declaration and does nothing.
#include "cora.h"

#include <ctype.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <uv.h>

typedef struct FakeCell {
    struct FakeCell *next;
    CoraSession *session;
    CoraCellId id;
    char *code;
    char *at; // next statement
    bool silent, allow_input, timed;
    bool is_ready;
    bool waits_for_input;
    uv_timer_t timer;
    clock_t begun;
} FakeCell;

struct CoraSession {
    CoraConfig config;
    uv_loop_t *loop;
    uv_async_t async;
    FakeCell *cells;
    struct Later *laters;
    atomic_bool interrupted;
    atomic_bool stopped;
    pthread_mutex_t mutex;
    CoraCellId input_cell; // under the mutex: an answer that has come
    char *input_text;
    bool has_input;
    char last_input[256];
    bool is_virtual;
};

// A background task: `spawn later();`
typedef struct Later {
    struct Later *next;
    CoraSession *session;
    CoraCellId cell;
    uv_timer_t timer;
} Later;

static void on_cell_closed(uv_handle_t *handle) {
    free(handle->data);
}

static void emit(CoraSession *s, const CoraEvent *event) {
    s->config.sink.emit(s->config.sink.ctx, event);
}

void cora_print(CoraSession *s, CoraCellId cell, int fd, const char *text, size_t size) {
    CoraEvent event = {.kind = CORA_EV_STREAM, .cell = cell};
    event.stream.fd = fd;
    event.stream.text = text;
    event.stream.size_bytes = size;
    emit(s, &event);
}

static void done(FakeCell *cell, CoraStatus status, const char *ename,
                 const char *evalue) {
    CoraSession *s = cell->session;
    if (cell->timed) {
        char text[128];
        int n = snprintf(text, sizeof text, "CPU times: user %ld us\nWall time: 1 us\n",
                         (long)(clock() - cell->begun));
        cora_print(s, cell->id, 1, text, (size_t)n);
    }
    const char *lines[] = {ename, evalue};
    CoraEvent event = {.kind = CORA_EV_CELL_DONE, .cell = cell->id};
    event.outcome.status = status;
    if (status != CORA_OK && !(status == CORA_EXITED && !ename)) {
        event.outcome = (CoraOutcome){status, ename, evalue, lines, 2, 1};
    }
    for (FakeCell **at = &s->cells; *at; at = &(*at)->next) {
        if (*at == cell) {
            *at = cell->next;
            break;
        }
    }
    emit(s, &event);
    free(cell->code);
    uv_close((uv_handle_t *)&cell->timer, on_cell_closed);
}

static void interrupt_cell(FakeCell *cell) {
    done(cell, CORA_INTERRUPTED, "KeyboardInterrupt", "interrupted");
}

// ---------------------------------------------------------------- statements

// Ends the statement at `text`; returns the next one. *closed: a ; or } ended it.
static char *cut(char *text, bool *closed) {
    int depth = 0;
    bool quoted = false;
    *closed = false;
    for (; *text; text++) {
        if (quoted) {
            text += *text == '\\' && text[1] ? 1 : 0;
            quoted = *text != '"';
        } else if (*text == '"') {
            quoted = true;
        } else if (strchr("({", *text)) {
            depth++;
        } else if (strchr(")}", *text)) {
            depth--;
            if (depth == 0 && *text == '}') {
                *closed = true;
                *text = '\0';
                return text + 1;
            }
        } else if (*text == ';' && depth == 0) {
            *closed = true;
            *text = '\0';
            return text + 1;
        }
    }
    return text;
}

// The string literal number `which` in `text`, unescaped.
static bool literal(const char *text, int which, char *out, size_t size) {
    size_t n = 0;
    for (; (text = strchr(text, '"')) != NULL; text++) {
        bool wanted = which-- == 0;
        for (text++; *text && *text != '"'; text++) {
            char c = *text;
            if (c == '\\') {
                text++;
                c = *text == 'n' ? '\n' : *text == 't' ? '\t' : *text;
            }
            if (wanted && n + 1 < size) {
                out[n++] = c;
            }
        }
        if (wanted) {
            out[n] = '\0';
            return true;
        }
    }
    return false;
}

static void bundle(CoraSession *s, CoraEventKind kind, CoraCellId cell, const char *text,
                   const char *display_id) {
    CoraMime mime = {"text/plain", text, strlen(text)};
    CoraEvent event = {.kind = kind, .cell = cell};
    event.bundle = (CoraBundle){&mime, 1, display_id};
    emit(s, &event);
}

static bool print_statement(FakeCell *cell, const char *text) {
    char out[1024];
    int fd = strstr(text, "stderr") ? 2 : 1;
    if (!literal(text, 0, out, sizeof out)) {
        return false;
    }
    char *hole = strstr(out, "%s");
    if (hole) {
        char filled[2048];
        snprintf(filled, sizeof filled, "%.*s%s%s", (int)(hole - out), out,
                 cell->session->last_input, hole + 2);
        cora_print(cell->session, cell->id, fd, filled, strlen(filled));
    } else {
        cora_print(cell->session, cell->id, fd, out, strlen(out));
    }
    return true;
}

static void print_hex(FakeCell *cell, const char *text) {
    char hex[512];
    char bytes[256];
    if (!literal(text, 0, hex, sizeof hex)) {
        return;
    }
    size_t n = 0;
    for (; hex[2 * n] && hex[2 * n + 1]; n++) {
        char pair[3] = {hex[2 * n], hex[2 * n + 1], 0};
        bytes[n] = (char)strtol(pair, NULL, 16);
    }
    cora_print(cell->session, cell->id, 1, bytes, n);
}

static void on_timer(uv_timer_t *timer) {
    uv_async_send(&((FakeCell *)timer->data)->session->async); // uv_run must not wait now
    FakeCell *cell = timer->data;
    cell->is_ready = true;
}

static void on_later_closed(uv_handle_t *handle) {
    free(handle->data);
}

static void end_later(Later *later) {
    for (Later **at = &later->session->laters; *at; at = &(*at)->next) {
        if (*at == later) {
            *at = later->next;
            break;
        }
    }
    uv_close((uv_handle_t *)&later->timer, on_later_closed);
}

static void on_later(uv_timer_t *timer) {
    Later *later = timer->data;
    cora_print(later->session, later->cell, 1, "late\n", 5);
    end_later(later);
}

static void flood(FakeCell *cell, const char *text) {
    const char *less = strchr(text, '<');
    long n = less ? strtol(less + 1, NULL, 10) : 0;
    char line[64];
    for (long i = 0; i < n && !atomic_load(&cell->session->interrupted); i++) {
        int size = snprintf(line, sizeof line, "line %ld\n", i);
        cora_print(cell->session, cell->id, 1, line, (size_t)size);
    }
}

static void spin(FakeCell *cell, const char *text) {
    while (!atomic_load(&cell->session->interrupted)) {
        if (strstr(text, "printf")) {
            print_statement(cell, text);
        }
    }
}

static void sleep_blocking(FakeCell *cell, double seconds) {
    for (double t = 0; t < seconds && !atomic_load(&cell->session->interrupted);
         t += 0.005) {
        nanosleep(&(struct timespec){0, 5000000}, NULL);
    }
}

static void ask(FakeCell *cell, const char *text, bool password) {
    char prompt[256] = "";
    CoraEvent event = {.kind = CORA_EV_INPUT, .cell = cell->id};
    if (password) {
        literal(text, 0, prompt, sizeof prompt);
    }
    event.input.prompt = prompt;
    event.input.password = password;
    cell->waits_for_input = true;
    cell->is_ready = false;
    emit(cell->session, &event);
}

static void display_statement(FakeCell *cell, const char *text) {
    char id[128];
    char body[256];
    if (strncmp(text, "fake_clear", 10) == 0) {
        CoraEvent event = {.kind = CORA_EV_CLEAR, .cell = cell->id, .clear_wait = true};
        emit(cell->session, &event);
    } else if (strncmp(text, "fake_warn", 9) == 0 &&
               literal(text, 0, body, sizeof body)) {
        CoraEvent event = {.kind = CORA_EV_DIAG, .cell = cell->id};
        event.diag = (CoraDiag){CORA_WARNING, "fake", "In[1]", 1, 1, body, body};
        emit(cell->session, &event);
    } else if (literal(text, 0, id, sizeof id) && literal(text, 1, body, sizeof body)) {
        bundle(cell->session,
               strncmp(text, "fake_update", 11) == 0 ? CORA_EV_UPDATE : CORA_EV_DISPLAY,
               cell->id, body, id);
    }
}

static bool starts(const char *text, const char *with) {
    return strncmp(text, with, strlen(with)) == 0;
}

// Runs one statement. False: the cell is over (and freed).
static bool statement(FakeCell *cell, char *text, bool closed) {
    CoraSession *s = cell->session;
    if (starts(text, "printf") || starts(text, "fprintf")) {
        print_statement(cell, text);
    } else if (starts(text, "fake_bytes")) {
        print_hex(cell, text);
    } else if (starts(text, "fake_")) {
        display_statement(cell, text);
    } else if (starts(text, "for")) {
        flood(cell, text);
    } else if (starts(text, "while (1)")) {
        spin(cell, text);
    } else if (starts(text, "sleep(")) {
        sleep_blocking(cell, strtod(text + 6, NULL));
    } else if (starts(text, "await sleep(")) {
        cell->is_ready = false;
        double seconds = strtod(text + 12, NULL);
        uv_timer_start(&cell->timer, on_timer, (uint64_t)(seconds * 1000), 0);
    } else if (starts(text, "spawn later()")) {
        Later *later = calloc(1, sizeof *later);
        later->session = s;
        later->cell = cell->id;
        later->next = s->laters;
        s->laters = later;
        later->timer.data = later;
        uv_timer_init(s->loop, &later->timer);
        uv_timer_start(&later->timer, on_later, 200, 0);
    } else if (strstr(text, "fgets(") || starts(text, "getpass")) {
        if (!cell->allow_input) {
            done(cell, CORA_FAULT, "InputError", "reading stdin is not allowed here");
            return false;
        }
        ask(cell, text, starts(text, "getpass"));
    } else if (starts(text, "*p")) {
        done(cell, CORA_FAULT, "NullPointer", "write through a null pointer");
        return false;
    } else if (starts(text, "exit(")) {
        bool failed = text[5] != '0';
        done(cell, CORA_EXITED, failed ? "ExitStatus" : NULL, "exit status 1");
        return false;
    } else if (!closed && *text && !cell->silent) {
        char value[1024];
        int a, b;
        if (sscanf(text, "%d%d", &a, &b) == 2 || sscanf(text, "%d + %d", &a, &b) == 2) {
            snprintf(value, sizeof value, "%d", a + b);
        } else {
            snprintf(value, sizeof value, "%s", text);
        }
        bundle(s, CORA_EV_RESULT, cell->id, value, NULL);
    }
    return true;
}

static bool magic_line(FakeCell *cell, char *line) {
    CoraMagicHost *host = &cell->session->config.magic;
    const char *name = line[0] == '!' ? "!" : line + 1;
    char *args = line[0] == '!' ? line + 1 : line + strcspn(line, " \t");
    if (line[0] != '!' && *args) {
        *args++ = '\0';
    }
    char *error = host->run(host->ctx, cell->id, name, args);
    if (error) {
        done(cell, CORA_FAULT, "MagicError", error);
        free(error);
        return false;
    }
    return true;
}

// Runs a cell until it waits or ends.
static void run_cell(FakeCell *cell) {
    while (cell->is_ready) {
        if (atomic_exchange(&cell->session->interrupted, false)) {
            interrupt_cell(cell);
            return;
        }
        while (isspace((unsigned char)*cell->at)) {
            cell->at++;
        }
        if (*cell->at == '\0') {
            done(cell, CORA_OK, NULL, NULL);
            return;
        }
        char *text = cell->at;
        bool is_magic = *text == '%' || *text == '!';
        bool closed;
        if (is_magic) {
            cell->at += strcspn(text, "\n");
            if (*cell->at) {
                *cell->at++ = '\0';
            }
        } else {
            cell->at = cut(text, &closed);
        }
        if (!(is_magic ? magic_line(cell, text) : statement(cell, text, closed))) {
            return;
        }
    }
}

// ---------------------------------------------------------------- session

static void on_async(uv_async_t *async) {
    (void)async; // only ends a wait; cora_loop_run looks at the flags
}

CoraSession *cora_session_new(const CoraConfig *config) {
    CoraSession *s = calloc(1, sizeof *s);
    s->config = *config;
    s->loop = config->uv_loop;
    pthread_mutex_init(&s->mutex, NULL);
    uv_async_init(s->loop, &s->async, on_async);
    return s;
}

void cora_session_destroy(CoraSession **session) {
    CoraSession *s = *session;
    while (s->cells) {
        interrupt_cell(s->cells);
    }
    while (s->laters) {
        end_later(s->laters);
    }
    uv_close((uv_handle_t *)&s->async, NULL);
    uv_run(s->loop, UV_RUN_NOWAIT);
    free(s->input_text);
    pthread_mutex_destroy(&s->mutex);
    free(s);
    *session = NULL;
}

void cora_cell_start(CoraSession *s, const CoraCell *cell) {
    FakeCell *fake = calloc(1, sizeof *fake);
    fake->session = s;
    fake->id = cell->id;
    fake->code = calloc(1, cell->size_bytes + 1);
    memcpy(fake->code, cell->code, cell->size_bytes);
    fake->at = fake->code;
    fake->silent = cell->silent;
    fake->allow_input = cell->allow_input;
    fake->timed = cell->timed;
    fake->begun = clock();
    atomic_store(&s->interrupted, false);
    uv_timer_init(s->loop, &fake->timer);
    fake->timer.data = fake;
    if (strstr(fake->code, "no_such")) {
        done(fake, CORA_COMPILE_ERROR, "CompileError", "In[1]:1:1: error: no such name");
        return;
    }
    fake->is_ready = true;
    fake->next = s->cells;
    s->cells = fake;
}

static void take_input(CoraSession *s) {
    pthread_mutex_lock(&s->mutex);
    for (FakeCell *cell = s->cells; s->has_input && cell; cell = cell->next) {
        if (cell->waits_for_input && cell->id == s->input_cell) {
            snprintf(s->last_input, sizeof s->last_input, "%s",
                     s->input_text ? s->input_text : "(end of file)");
            cell->waits_for_input = false;
            cell->is_ready = true;
        }
    }
    s->has_input = false;
    pthread_mutex_unlock(&s->mutex);
}

static FakeCell *ready_cell(CoraSession *s) {
    for (FakeCell *cell = s->cells; cell; cell = cell->next) {
        if (cell->is_ready) {
            return cell;
        }
    }
    return NULL;
}

void cora_loop_run(CoraSession *s) {
    while (!atomic_load(&s->stopped)) {
        take_input(s);
        if (s->cells && atomic_load(&s->interrupted)) {
            s->cells->is_ready = true; // run_cell sees the flag
            uv_timer_stop(&s->cells->timer);
        }
        FakeCell *cell = ready_cell(s);
        if (cell) {
            run_cell(cell);
        }
        uv_run(s->loop, ready_cell(s) ? UV_RUN_NOWAIT : UV_RUN_ONCE);
    }
}

void cora_loop_stop(CoraSession *s) {
    atomic_store(&s->stopped, true);
    uv_async_send(&s->async);
}

void cora_interrupt(CoraSession *s) {
    atomic_store(&s->interrupted, true);
    uv_async_send(&s->async);
}

void cora_input_reply(CoraSession *s, CoraCellId cell, const char *text, size_t size) {
    pthread_mutex_lock(&s->mutex);
    free(s->input_text);
    s->input_text = text ? strndup(text, size) : NULL;
    s->input_cell = cell;
    s->has_input = true;
    pthread_mutex_unlock(&s->mutex);
    uv_async_send(&s->async);
}

// ---------------------------------------------------------------- questions

static const char *const known[] = {"printf", "print_all", "putchar"};

static size_t word_begin(const char *code, size_t offset) {
    while (offset > 0 &&
           (isalnum((unsigned char)code[offset - 1]) || code[offset - 1] == '_')) {
        offset--;
    }
    return offset;
}

void cora_complete(CoraSession *s, const CoraPlace *place, CoraCompletions *out) {
    const char *code = place->code;
    size_t offset = place->offset;
    (void)s;
    *out = (CoraCompletions){.begin = word_begin(code, offset), .end = offset};
    out->items = calloc(3, sizeof *out->items);
    for (size_t i = 0; i < 3; i++) {
        if (strncmp(known[i], code + out->begin, out->end - out->begin) == 0) {
            out->items[out->count++] =
                (CoraCompletion){strdup(known[i]), "function", strdup("int f(...)")};
        }
    }
}

void cora_completions_deinit(CoraCompletions *list) {
    for (size_t i = 0; i < list->count; i++) {
        free(list->items[i].text);
        free(list->items[i].signature);
    }
    free(list->items);
    *list = (CoraCompletions){0};
}

void cora_inspect(CoraSession *s, const CoraPlace *place, int detail,
                  CoraInspection *out) {
    const char *code = place->code;
    size_t offset = place->offset;
    (void)s;
    size_t begin = word_begin(code, offset);
    *out = (CoraInspection){0};
    if (strncmp(code + begin, "printf", 6) == 0) {
        out->found = true;
        out->plain = strdup(detail ? "int printf(const char *format, ...) { }"
                                   : "int printf(const char *format, ...)");
        out->markdown = strdup("`int printf(const char *format, ...)`");
    }
}

void cora_inspection_deinit(CoraInspection *inspection) {
    free(inspection->plain);
    free(inspection->markdown);
    *inspection = (CoraInspection){0};
}

CoraCompleteness cora_is_complete(const char *code, size_t size, unsigned *indent) {
    int depth = 0;
    for (size_t i = 0; i < size; i++) {
        depth += code[i] == '{' || code[i] == '(' ? 1 : 0;
        depth -= code[i] == '}' || code[i] == ')' ? 1 : 0;
        if (depth < 0) {
            return CORA_INVALID;
        }
    }
    *indent = depth > 0 ? (unsigned)depth * 4 : 0;
    return depth > 0 ? CORA_INCOMPLETE : CORA_COMPLETE;
}

void cora_names(CoraSession *s, void (*visit)(void *ctx, const CoraName *name),
                void *ctx) {
    (void)s;
    visit(ctx, &(CoraName){"x", "variable", "int", "In[1]:1", "42"});
    visit(ctx, &(CoraName){"twice", "function", "int (int)", "In[1]:2", NULL});
}

void cora_reset(CoraSession *s) {
    cora_print(s, 0, 1, "", 0);
}

bool cora_cell_check(CoraSession *s, const CoraCell *cell) {
    (void)s;
    return strstr(cell->code, "no_such") == NULL;
}

void cora_clock_set_virtual(CoraSession *s, bool is_virtual) {
    s->is_virtual = is_virtual;
}

bool cora_clock_is_virtual(const CoraSession *s) {
    return s->is_virtual;
}
