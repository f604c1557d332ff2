// session.c: a session's life, and how its rooms reach each other: what the library prints, what the loop reports, what
// the collector asks for roots. Everything here is wiring; each hook says in a line where its news goes.
//
// What always holds: an event leaves through session_emit alone; what a task does goes to the cell it came from.
//
// Read next: cora.c, one cell's whole way.
#include "session.h"
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sysexits.h>

// ---------------------------------------------------------------- events

void session_emit(CoraSession *session, const CoraEvent *event) {
    if (session->config.sink.emit) {
        session->config.sink.emit(session->config.sink.ctx, event);
    }
}

CellRun *session_cell(CoraSession *session, CoraCellId cell) {
    if (!session->recent || session->recent->id != cell) {
        uint64_t value;
        if (!map_get(&session->cells, cell, &value)) {
            return NULL;
        }
        session->recent = (CellRun *)(uintptr_t)value;
    }
    return session->recent;
}

static void free_run(void *ctx, uint64_t cell, uint64_t value) {
    (void)ctx;
    (void)cell;
    CellRun *run = (CellRun *)(uintptr_t)value;
    mem_free(run->name);
    mem_free(run);
}

void session_rest(CoraSession *session, CellRun *run) {
    if (run->is_done && run->task_count == 0) {
        map_remove(&session->cells, run->id);
        session->recent = session->recent == run ? NULL : session->recent;
        if (run->entry) {
            vm_forget_entry(session->vm, run->entry);
        }
        free_run(NULL, 0, (uint64_t)(uintptr_t)run);
    }
}

// What a callback shows that outlives its cell is shown.
static bool is_silent(CoraSession *session, CoraCellId cell) {
    const CellRun *run = session_cell(session, cell);
    return run != NULL && run->silent;
}

void session_emit_stream(CoraSession *session, CoraCellId cell, int fd, const char *text,
                         size_t size) {
    CoraEvent event = {.kind = CORA_EV_STREAM, .cell = cell};
    event.stream.fd = fd;
    event.stream.text = text;
    event.stream.size_bytes = size;
    session_emit(session, &event);
}

static void emit_bundle(CoraSession *session, CoraEventKind kind, CoraCellId cell,
                        const CoraMime *mime) {
    CoraEvent event = {.kind = kind, .cell = cell};
    event.bundle.items = mime;
    event.bundle.count = 1;
    session_emit(session, &event);
}

void session_emit_note(CoraSession *session, CoraCellId cell, const char *code, Span span,
                       const char *message) {
    char where[256];
    source_where(&session->sources, span, where, sizeof where);
    char *text = where[0] ? mem_printf("%s: note: %s", where, message)
                          : mem_printf("note: %s", message);
    CoraEvent event = {.kind = CORA_EV_DIAG, .cell = cell};
    event.diag = (CoraDiag){.severity = CORA_NOTE,
                            .code = code,
                            .source = "",
                            .message = message,
                            .text = text};
    source_locate(&session->sources, span, &event.diag.line, &event.diag.column);
    session_emit(session, &event);
    mem_free(text);
}

// A note of watch/: with the line it is about.
static void on_watch_note(void *ctx, CoraCellId cell, const char *code, Span span,
                          const char *message) {
    CoraSession *session = ctx;
    char *excerpt = span.source ? diag_excerpt(&session->sources, span) : NULL;
    char where[256];
    source_where(&session->sources, span, where, sizeof where);
    char *text = mem_printf("%s%snote: %s%s%s", where, where[0] ? ": " : "", message,
                            excerpt ? "\n" : "", excerpt ? excerpt : "");
    size_t size = strlen(text);
    if (size > 0 && text[size - 1] == '\n') {
        text[size - 1] = '\0';
    }
    CoraEvent event = {.kind = CORA_EV_DIAG, .cell = cell};
    const Source *source = source_get(&session->sources, span.source);
    event.diag = (CoraDiag){.severity = CORA_NOTE,
                            .code = code,
                            .source = source ? source->name : "",
                            .message = message,
                            .text = text};
    source_locate(&session->sources, span, &event.diag.line, &event.diag.column);
    session_emit(session, &event);
    mem_free(excerpt);
    mem_free(text);
}

void session_emit_done(CoraSession *session, CoraCellId cell, CoraStatus status,
                       int exit_status) {
    CoraEvent event = {.kind = CORA_EV_CELL_DONE, .cell = cell};
    event.outcome.status = status;
    event.outcome.exit_status = exit_status;
    session_emit(session, &event);
}

// ---------------------------------------------------------------- the library asks

static void on_print(void *ctx, uint64_t cell, int fd, const char *text, size_t size) {
    session_emit_stream(ctx, cell, fd, text, size);
}

static void on_result(void *ctx, uint64_t cell, const char *text) {
    if (!is_silent(ctx, cell)) {
        emit_bundle(ctx, CORA_EV_RESULT, cell,
                    &(CoraMime){"text/plain", text, strlen(text)});
    }
}

static void on_display(void *ctx, uint64_t cell, const char *mime, const char *data,
                       size_t size) {
    if (!is_silent(ctx, cell)) {
        emit_bundle(ctx, CORA_EV_DISPLAY, cell, &(CoraMime){mime, data, size});
    }
}

static void on_note(void *ctx, uint64_t cell, Span span, const char *text) {
    session_emit_note(ctx, cell, "note", span, text);
}

static bool on_input_allowed(void *ctx, uint64_t cell) {
    CellRun *run = session_cell(ctx, cell);
    return run && run->allow_input;
}

// "who -v" -> name "who", args "-v"; "!ls -l" -> name "!", args "ls -l".
static char *on_magic(void *ctx, uint64_t cell, const char *line) {
    CoraSession *session = ctx;
    const CoraMagicHost *host = &session->config.magic;
    size_t size = line[0] == '!' ? 1 : strcspn(line, " \t");
    char *name = mem_strndup(line, size);
    const char *args = line + size + strspn(line + size, " \t");
    char *error = NULL;
    if (watch_magic(session->watch, cell, name, args, &error)) {
        mem_free(name);
        return error;
    }
    if (host->run) {
        char *told = host->run(host->ctx, cell, name, args);
        error = told ? mem_strdup(told) : NULL;
        free(told);
    } else {
        error =
            mem_printf("%s%s works in a notebook only", line[0] == '!' ? "" : "%", name);
    }
    mem_free(name);
    return error;
}

// ---------------------------------------------------------------- what the loop reports

// Many programs make a million of them: nothing is made up here that nobody may look at.
COLD static void emit_task(CoraSession *session, CoraEventKind kind, const Task *task) {
    CoraEvent event = {.kind = kind, .cell = task_cell(task)};
    event.task.id = task_id(task);
    event.task.name = task_known_name(task);
    session_emit(session, &event);
}

// Mostly the one that was asked for last.
static inline CellRun *cell_of(CoraSession *session, CoraCellId cell) {
    CellRun *recent = session->recent;
    return LIKELY(recent && recent->id == cell) ? recent : session_cell(session, cell);
}

static void on_task_born(void *ctx, Task *task, uint64_t cell) {
    CoraSession *session = ctx;
    CellRun *run = cell_of(session, cell);
    if (run) {
        run->task_count++;
    }
    if (session->config.sink.wants_tasks) {
        emit_task(session, CORA_EV_TASK_BORN, task);
    }
}

COLD static void note_left(CoraSession *session, Task *task, Ptr error) {
    const char *name = task_is_hidden(task) ? NULL : task_name(task);
    vm_error_left_task(session->vm, error, name, task_created(task));
}

COLD static void tell_end(CoraSession *session, Task *task, Ptr error) {
    if (session->config.sink.wants_tasks) {
        emit_task(session, CORA_EV_TASK_ENDED, task);
    }
    if (error) {
        note_left(session, task, error);
    }
}

static void on_task_ended(void *ctx, Task *task, uint64_t cell, Ptr error) {
    CoraSession *session = ctx;
    if (UNLIKELY(error || session->config.sink.wants_tasks)) {
        tell_end(session, task, error);
    }
    CellRun *run = cell_of(session, cell);
    if (!run) {
        return;
    }
    if (!task_is_hidden(task)) { // of those nobody told that they were born
        assert(run->task_count > 0);
        run->task_count--;
    }
    if (UNLIKELY(run->task == task)) {
        cell_ended(session, run, error);
    }
    if (UNLIKELY(run->is_done)) {
        session_rest(session, run);
    }
}

static void on_error_lost(void *ctx, Task *task, Ptr error) {
    report_lost_error(ctx, task, error);
}

// What the loop saw goes to watch/, which has the words for it.
static void on_deadlock(void *ctx, Task *task, Ptr error) {
    watch_deadlock(((CoraSession *)ctx)->watch, task, error);
}

static void on_blocked(void *ctx, Task *task, Span span, uint64_t held_ns,
                       const char *others) {
    watch_blocked(((CoraSession *)ctx)->watch, task, span, held_ns, others);
}

static void on_running_long(void *ctx, Task *task) {
    watch_running_long(((CoraSession *)ctx)->watch, task);
}

static void on_ran_long(void *ctx, Task *task, uint64_t held_ns, const char *others) {
    watch_ran_long(((CoraSession *)ctx)->watch, task, held_ns, others);
}

static void on_cancel_swallowed(void *ctx, Task *task) {
    watch_cancel_swallowed(((CoraSession *)ctx)->watch, task);
}

static void on_schedule_left(void *ctx, uint64_t cell, const char *message) {
    watch_schedule_left(((CoraSession *)ctx)->watch, cell, message);
}

static const char *on_cell_name(void *ctx, uint64_t cell) {
    const CellRun *run = session_cell(ctx, cell);
    return run ? run->name : NULL;
}

static void on_watch_print(void *ctx, uint64_t cell, const char *text, size_t size) {
    session_emit_stream(ctx, cell, 1, text, size);
}

static void on_output(void *ctx, uint64_t cell, int fd, const char *text, size_t size) {
    session_emit_stream(ctx, cell, fd, text, size);
}

static void on_input_wanted(void *ctx, uint64_t cell, const char *prompt, bool password) {
    CoraSession *session = ctx;
    CoraEvent event = {.kind = CORA_EV_INPUT, .cell = cell};
    event.input.prompt = prompt ? prompt : "";
    event.input.password = password;
    session_emit(session, &event);
}

// ---------------------------------------------------------------- the session

static bool read_file(const char *path, char **text, size_t *size_bytes) {
    struct stat info;
    FILE *file = fopen(path, "rb");
    if (!file) {
        return false;
    }
    Str all = {0};
    char chunk[4096];
    bool ok = fstat(fileno(file), &info) == 0 && S_ISREG(info.st_mode);
    for (size_t n; ok && (n = fread(chunk, 1, sizeof chunk, file)) > 0;) {
        str_add(&all, chunk, n);
        ok = all.count <= LIMIT_CELL_BYTES;
    }
    fclose(file);
    *size_bytes = all.count;
    *text = str_take(&all);
    if (!ok) {
        mem_free(*text);
    }
    return ok;
}

// #include: the library's own headers first for <>, the notebook's folder first for "".
static bool read_include(void *ctx, const char *name, bool angled, IncludeText *out) {
    CoraSession *session = ctx;
    if (!angled) {
        char *path = session->config.include_dir && name[0] != '/'
                         ? mem_printf("%s/%s", session->config.include_dir, name)
                         : mem_strdup(name);
        bool found = read_file(path, &out->text, &out->size_bytes);
        mem_free(path);
        if (found) {
            out->is_system = false;
            return true;
        }
    }
    const char *header = lib_header(name, &out->size_bytes);
    if (!header) {
        return false;
    }
    out->text = mem_strndup(header, out->size_bytes);
    out->is_system = true;
    return true;
}

static void mark_roots(void *host, VM *vm) {
    CoraSession *session = host;
    (void)vm;
    if (session->loop) {
        loop_mark_roots(session->loop);
    }
    if (session->lib) {
        lib_mark_roots(session->lib);
    }
}

static void finalize_task(void *host, Future *task) {
    CoraSession *session = host;
    if (session->loop) {
        loop_finalize_task(session->loop, task);
    }
}

// next(c) has met a wait: it becomes a future, which next() returns.
static Future *detach_wait(void *host) {
    CoraSession *session = host;
    return loop_detach_wait(session->loop);
}

// Within a collection: watch_tell says it later.
static void on_never_awaited(void *host, const Coro *coro) {
    const CoraSession *session = host;
    if (session->watch) {
        watch_never_awaited(session->watch, coro);
    }
}

const NativeIndex session_natives = {.find = lib_native_index};

// Before the cell's own: calls of the library may be inlined in it.
static void emit_library(void *ctx) {
    CoraSession *session = ctx;
    Front *front = session->front;
    while (session->library_units.count < front->library_code.count) {
        Arena arena;
        Diags diags;
        arena_init(&arena);
        diag_init(&diags, &arena, &session->sources);
        Program *program = front->library_code.data[session->library_units.count];
        Unit *unit =
            code_emit(program, front->types, &session->code, &diags, session_natives);
        if (!unit) {
            fprintf(stderr, "cora: the library does not compile: %s\n",
                    diags.list.count > 0 ? diags.list.data[0]->message : "");
            abort();
        }
        vec_push(session->library_units, unit);
        diag_deinit(&diags);
        arena_deinit(&arena);
    }
}

bool session_link_library(CoraSession *session) {
    const Front *front = session->front;
    // Variables first: functions name them.
    while (session->library_set < front->library_variables.count) {
        const Sym *sym = front->library_variables.data[session->library_set];
        Value value;
        if (lib_variable(session->lib, sym->name->text, &value)) {
            vm_global_set(session->vm, sym->id, (uint32_t)sym->type->size_bytes, value);
            if (!vm_global(session->vm, sym->id)) {
                return false;
            }
        }
        session->library_set++;
    }
    while (session->library_linked < session->library_units.count) {
        if (!vm_link(session->vm, session->library_units.data[session->library_linked])) {
            return false;
        }
        session->library_linked++;
    }
    return true;
}

CoraSession *cora_session_new(const CoraConfig *config) {
    CoraSession *session = mem_alloc(sizeof *session);
    session->config = *config;
    arena_init(&session->code);
    VmConfig vm_config = {.natives = lib_natives,
                          .native_count = lib_native_count,
                          .heap_limit_bytes = config->heap_limit_bytes,
                          .host = session,
                          .mark_roots = mark_roots,
                          .finalize_task = finalize_task,
                          .detach_wait = detach_wait,
                          .never_awaited = on_never_awaited};
    session->vm = vm_new(&vm_config);
    if (!session->vm) {
        fprintf(stderr, "cora: this process may use too little memory (see `ulimit -v`): "
                        "the session can't begin\n");
        exit(EX_OSERR);
    }
    LoopHooks loop_hooks = {.ctx = session,
                            .task_born = on_task_born,
                            .task_ended = on_task_ended,
                            .error_lost = on_error_lost,
                            .input_wanted = on_input_wanted,
                            .output = on_output,
                            .deadlock = on_deadlock,
                            .blocked = on_blocked,
                            .running_long = on_running_long,
                            .ran_long = on_ran_long,
                            .cancel_swallowed = on_cancel_swallowed,
                            .schedule_left = on_schedule_left};
    session->loop = loop_new(session->vm, &loop_hooks, config->uv_loop,
                             config->virtual_clock, config->seed);
    if (config->keeps_input) {
        loop_keep_input(session->loop);
    }
    loop_set_schedule_seed(session->loop, config->shuffle_seed);
    LibHooks lib_hooks = {.ctx = session,
                          .print = on_print,
                          .result = on_result,
                          .display = on_display,
                          .magic = on_magic,
                          .input_allowed = on_input_allowed,
                          .note = on_note};
    session->lib = lib_new(session->vm, session->loop, &lib_hooks);
    WatchHooks watch_hooks = {session, on_watch_print, on_watch_note, on_cell_name};
    session->watch =
        watch_new(session->vm, session->loop, &session->sources, &watch_hooks);
    session->front = front_new(&session->sources, (IncludeReader){session, read_include},
                               lib_library(), config->file_mode);
    session->front->library_grown = emit_library;
    session->front->library_grown_ctx = session;
    emit_library(session); // without an index all of it is there
    return session;
}

void cora_session_destroy(CoraSession **session_ptr) {
    CoraSession *session = *session_ptr;
    if (!session) {
        return;
    }
    // What nobody has looked at is told while there is somebody to tell.
    loop_report_errors(session->loop);
    watch_tell(session->watch);
    // The loop goes before the VM, since its tasks are objects; hooks must find nothing
    // to report any more.
    session->config.sink.emit = NULL;
    lib_destroy(&session->lib);
    loop_destroy(&session->loop);
    watch_destroy(&session->watch);
    vm_destroy(&session->vm);
    front_destroy(&session->front);
    source_deinit(&session->sources);
    vec_free(session->library_units);
    arena_deinit(&session->code);
    map_each(&session->cells, free_run, NULL);
    map_deinit(&session->cells);
    mem_free(session);
    *session_ptr = NULL;
}
