// cora.c: the spine. One cell's whole way, in order:
//
//     text --pp--> tokens --parse--> AST --check--> typed AST --emit--> Unit --link-->
//     functions, globals, a task
//                                                                                          |
//     CoraEvents <-- sink <-- (lib prints, loop reports) <-- the scheduler runs the task
//     <--+
//
// What always holds: a cell that fails before linking leaves no trace (its source stays
// for messages, nothing else); every cell ends with exactly one CORA_EV_CELL_DONE; what a
// task prints goes to the cell the task came from.
//
// Read next: front/front.h, code/code.h, vm/vm.h, loop/loop.h: the doors this file walks
// through; report.c for what happens when something goes wrong.
#include "session.h"
#include <errno.h>
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
    uint64_t value;
    return map_get(&session->cells, cell, &value) ? (CellRun *)(uintptr_t)value : NULL;
}

static void emit_stream(CoraSession *session, CoraCellId cell, int fd, const char *text,
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

static void emit_note(CoraSession *session, CoraCellId cell, const char *code, Span span,
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

static void emit_done(CoraSession *session, CoraCellId cell, CoraStatus status,
                      int exit_status) {
    CoraEvent event = {.kind = CORA_EV_CELL_DONE, .cell = cell};
    event.outcome.status = status;
    event.outcome.exit_status = exit_status;
    session_emit(session, &event);
}

// ---------------------------------------------------------------- what the library asks
// for

static void on_print(void *ctx, uint64_t cell, int fd, const char *text, size_t size) {
    emit_stream(ctx, cell, fd, text, size);
}

static void on_result(void *ctx, uint64_t cell, const char *text) {
    CellRun *run = session_cell(ctx, cell);
    if (run && !run->silent) {
        emit_bundle(ctx, CORA_EV_RESULT, cell,
                    &(CoraMime){"text/plain", text, strlen(text)});
    }
}

static void on_display(void *ctx, uint64_t cell, const char *mime, const char *data,
                       size_t size) {
    CellRun *run = session_cell(ctx, cell);
    if (run && !run->silent) {
        emit_bundle(ctx, CORA_EV_DISPLAY, cell, &(CoraMime){mime, data, size});
    }
}

static void on_note(void *ctx, uint64_t cell, Span span, const char *text) {
    emit_note(ctx, cell, "note", span, text);
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

static void on_task_born(void *ctx, Task *task) {
    CoraEvent event = {.kind = CORA_EV_TASK_BORN, .cell = task_cell(task)};
    event.task.id = task_id(task);
    event.task.name = task_name(task);
    session_emit(ctx, &event);
}

static bool start_main(CoraSession *session, CellRun *run);
static bool start_atexit(CoraSession *session, CellRun *run);

static void print_times(CoraSession *session, CellRun *run) {
    if (run->timed) {
        char *text = lib_format_times(session->loop, run->began_ns, run->began_user_ns,
                                      run->began_system_ns);
        emit_stream(session, run->id, 1, text, strlen(text));
        mem_free(text);
    }
}

// What main returned, as the int it is to the host.
static int main_result(CoraSession *session, const CellRun *run, Value result) {
    const Layout *layout = vm_fn(session->vm, run->main_id)->proto->result;
    return layout && layout->kind != LAY_VOID ? (int)result.i : 0;
}

// The foreground of a cell has ended without an error: its statements, then main, then
// the functions of atexit.
static void finish_cell(CoraSession *session, CellRun *run, Value result) {
    if (!run->is_main && run->main_id != 0 && start_main(session, run)) {
        return;
    }
    if (run->is_main && !run->is_exiting) {
        run->exit_status = main_result(session, run, result);
        run->is_exiting = true;
    }
    if (run->is_exiting && start_atexit(session, run)) {
        return;
    }
    int status = run->exit_status;
    print_times(session, run);
    run->task = NULL;
    run->is_done = true;
    if (session->config.file_mode && run->is_main) {
        emit_done(session, run->id, CORA_EXITED, status & 0xff);
        return;
    }
    if (status != 0) {
        char text[64];
        snprintf(text, sizeof text, "main returned %d", status);
        emit_note(session, run->id, "main-result", (Span){0}, text);
    }
    emit_done(session, run->id, CORA_OK, 0);
}

static void fail_cell(CoraSession *session, CellRun *run, Ptr error_ptr) {
    const ErrorObj *error = vm_error(session->vm, error_ptr);
    while (lib_atexit_take(session->lib)) {
        // A program that was stopped leaves nothing to do at its end: exit() has run
        // them, a fault drops them.
    }
    print_times(session, run);
    run->is_done = true;
    if (!error || error->kind != TRAP_EXIT) {
        report_failure(session, run, error_ptr);
    } else if (session->config.file_mode) {
        emit_done(session, run->id, CORA_EXITED, error->exit_status & 0xff);
    } else {
        char text[64];
        snprintf(text, sizeof text, "the program ended with exit status %d",
                 error->exit_status);
        if (error->exit_status != 0) {
            emit_note(session, run->id, "exit-status", (Span){0}, text);
        }
        emit_done(session, run->id, CORA_OK, 0);
    }
    run->task = NULL;
}

// A cell that made coroutine objects which nobody started: a collection tells which were
// dropped. Not in a large heap, where it would be felt.
static void tell_dropped(CoraSession *session) {
    enum { OBJECTS_MAX = 100000 };
    if (vm_unstarted(session->vm) > 0 &&
        vm_stats(session->vm).heap_objects <= OBJECTS_MAX) {
        vm_collect(session->vm);
    }
    watch_tell(session->watch);
}

static void on_task_ended(void *ctx, Task *task, Ptr error) {
    CoraSession *session = ctx;
    CoraEvent event = {.kind = CORA_EV_TASK_ENDED, .cell = task_cell(task)};
    event.task.id = task_id(task);
    event.task.name = task_name(task);
    session_emit(session, &event);
    if (error) {
        const char *name = task_is_hidden(task) ? NULL : task_name(task);
        vm_error_left_task(session->vm, error, name, task_created(task));
    }
    CellRun *run = session_cell(session, task_cell(task));
    if (!run || run->task != task) {
        return;
    }
    tell_dropped(session);
    if (error) {
        fail_cell(session, run, error);
    } else {
        finish_cell(session, run, task_future(task)->result);
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
    emit_stream(ctx, cell, 1, text, size);
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

static const NativeIndex natives = {.find = lib_native_index};

// The library's own code (functions written in Cora) and variables (stdin, stdout,
// stderr).
static void link_library(CoraSession *session) {
    Front *front = session->front;
    Arena arena;
    Diags diags;
    arena_init(&arena);
    diag_init(&diags, &arena, &session->sources);
    if (front->prelude) {
        Unit *unit =
            code_emit(front->prelude, front->types, &session->code, &diags, natives);
        bool linked = unit && vm_link(session->vm, unit);
        if (!linked && diags.list.count > 0) {
            fprintf(stderr, "cora: the library does not compile: %s\n",
                    diags.list.data[0]->message);
        }
        if (!linked) {
            abort();
        }
    }
    for (uint32_t i = 0; i < front->library_variables.count; i++) {
        const Sym *sym = front->library_variables.data[i];
        Value value;
        if (lib_variable(session->lib, sym->name->text, &value)) {
            vm_global_set(session->vm, sym->id, (uint32_t)sym->type->size_bytes, value);
        }
    }
    diag_deinit(&diags);
    arena_deinit(&arena);
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
                            .deadlock = on_deadlock,
                            .blocked = on_blocked,
                            .running_long = on_running_long,
                            .ran_long = on_ran_long,
                            .cancel_swallowed = on_cancel_swallowed,
                            .schedule_left = on_schedule_left};
    session->loop = loop_new(session->vm, &loop_hooks, config->uv_loop,
                             config->virtual_clock, config->seed);
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
                               lib_prelude(), config->file_mode);
    link_library(session);
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
    arena_deinit(&session->code);
    for (uint32_t i = 0; i < session->runs.count; i++) {
        mem_free(session->runs.data[i]->name);
        mem_free(session->runs.data[i]);
    }
    vec_free(session->runs);
    map_deinit(&session->cells);
    mem_free(session);
    *session_ptr = NULL;
}

// ---------------------------------------------------------------- a cell

static CellRun *new_run(CoraSession *session, const CoraCell *cell) {
    CellRun *run = mem_alloc(sizeof *run);
    run->id = cell->id;
    run->name = mem_strdup(cell->name ? cell->name : "cell");
    run->silent = cell->silent;
    run->allow_input = cell->allow_input;
    run->timed = cell->timed;
    run->argc = cell->argc;
    run->argv = cell->argv;
    run->began_ns = loop_now_ns(session->loop);
    loop_cpu_times_ns(session->loop, &run->began_user_ns, &run->began_system_ns);
    vec_push(session->runs, run);
    map_put(&session->cells, cell->id, (uint64_t)(uintptr_t)run);
    return run;
}

static void start_task(CoraSession *session, CellRun *run, const Proto *proto,
                       const Value *args, uint32_t count) {
    Fiber *fiber = fiber_new(session->vm, proto, args, count);
    run->task = loop_task_new(session->loop, fiber, run->name, run->id, true);
}

// argv as the program sees it: an array of strings that the collector owns.
static bool make_argv(CoraSession *session, const CellRun *run, Value *argc,
                      Value *argv) {
    VM *vm = session->vm;
    int count = run->argc > 0 ? run->argc : 1;
    Ptr array =
        vm_alloc(vm, OBJ_BOX, (uint64_t)(count + 1) * sizeof(Ptr), true, (Span){0});
    for (int i = 0; array && i < count; i++) {
        const char *text = run->argc > 0 ? run->argv[i] : run->name;
        Ptr string = vm_string(vm, text, strlen(text));
        Ptr *slot =
            string ? vm_write(vm, array + (uint64_t)i * sizeof(Ptr), sizeof(Ptr)) : NULL;
        if (!slot) {
            return false;
        }
        *slot = string;
    }
    argc->i = count;
    argv->p = array;
    return array != 0;
}

// A pasted program's main, or a file's. False when there is no memory for its arguments.
static bool start_main(CoraSession *session, CellRun *run) {
    const Fn *main_fn = vm_fn(session->vm, run->main_id);
    Value args[3] = {{0}, {0}, {0}}; // the third: an environment, empty
    uint32_t count = main_fn->proto->param_count;
    if (count > 0 &&
        (count > COUNT_OF(args) || !make_argv(session, run, &args[0], &args[1]))) {
        return false;
    }
    run->is_main = true;
    start_task(session, run, main_fn->proto, args, count);
    return true;
}

// The next function of atexit. False when none is left.
static bool start_atexit(CoraSession *session, CellRun *run) {
    const Fn *function = vm_func(session->vm, lib_atexit_take(session->lib));
    if (function) {
        start_task(session, run, function->proto, NULL, 0);
    }
    return function != NULL;
}

// From text to a linked Unit. Returns NULL after reporting; the session is then as it
// was.
static Unit *compile(CoraSession *session, const CoraCell *cell, Arena *arena,
                     Diags *diags) {
    Source *source = source_add(&session->sources, cell->name ? cell->name : "cell",
                                cell->code, cell->size_bytes);
    source->cell = cell->id;
    diag_init(diags, arena, &session->sources);
    Program *program = front_compile(session->front, source, arena, diags);
    return program
               ? code_emit(program, session->front->types, &session->code, diags, natives)
               : NULL;
}

static void report_warnings(CoraSession *session, CoraCellId cell, const Diags *diags) {
    for (uint32_t i = 0; i < diags->list.count; i++) {
        const Diag *diag = diags->list.data[i];
        report_diag(session, cell, diags, diag);
        if (diag->code == DIAG_COROUTINE_DROPPED) {
            watch_never_awaited_known(session->watch, diag->span);
        }
    }
}

static void too_large(CoraSession *session, const CoraCell *cell) {
    char evalue[128];
    snprintf(evalue, sizeof evalue,
             "the cell has %zu bytes; the most a cell may have is %u", cell->size_bytes,
             LIMIT_CELL_BYTES);
    const char *line = evalue;
    CoraEvent event = {.kind = CORA_EV_CELL_DONE, .cell = cell->id};
    event.outcome =
        (CoraOutcome){CORA_COMPILE_ERROR, "CompileError", evalue, &line, 1, 0};
    session_emit(session, &event);
}

static void link_failed(CoraSession *session, CellRun *run) {
    const ErrorObj *error = vm_error(session->vm, vm_trap_take(session->vm));
    const char *line = error && error->message
                           ? error->message
                           : "there is no memory left for this cell's variables";
    run->is_done = true;
    CoraEvent event = {.kind = CORA_EV_CELL_DONE, .cell = run->id};
    event.outcome =
        (CoraOutcome){CORA_FAULT, error ? error->name : "MemoryError", line, &line, 1, 0};
    session_emit(session, &event);
}

// A file that defines no main.
static void nothing_to_run(CoraSession *session, CellRun *run) {
    static const char *const line = "this file defines no `main`, so there is nothing to "
                                    "run; add `int main(void) { ... }`";
    run->is_done = true;
    CoraEvent event = {.kind = CORA_EV_CELL_DONE, .cell = run->id};
    event.outcome = (CoraOutcome){CORA_COMPILE_ERROR, "CompileError", line, &line, 1, 0};
    session_emit(session, &event);
}

// The linked unit begins: its statements, then its main; a cell of definitions is done at
// once.
static void start(CoraSession *session, CellRun *run, const Unit *unit) {
    run->main_id = unit->main_id;
    if (unit->entry) {
        start_task(session, run, unit->entry, NULL, 0);
    } else if (session->config.file_mode && unit->main_id == 0) {
        nothing_to_run(session, run);
    } else if (unit->main_id == 0 || !start_main(session, run)) {
        finish_cell(session, run, (Value){0});
    }
}

void cora_cell_start(CoraSession *session, const CoraCell *cell) {
    if (cell->size_bytes > LIMIT_CELL_BYTES) {
        too_large(session, cell);
        return;
    }
    Arena arena;
    Diags diags;
    arena_init(&arena);
    CellRun *run = new_run(session, cell);
    Unit *unit = compile(session, cell, &arena, &diags);
    if (!unit) {
        front_rollback(session->front);
        run->is_done = true;
        report_compile(session, cell->id, &diags);
    } else if (!vm_link(session->vm, unit)) {
        front_rollback(session->front);
        link_failed(session, run);
    } else {
        front_commit(session->front);
        report_warnings(session, cell->id, &diags);
        watch_cell_begins(session->watch, cell->id);
        start(session, run, unit);
    }
    diag_deinit(&diags);
    arena_deinit(&arena);
}

bool cora_cell_check(CoraSession *session, const CoraCell *cell) {
    Arena arena;
    Diags diags;
    arena_init(&arena);
    bool ok = compile(session, cell, &arena, &diags) != NULL;
    front_rollback(session->front);
    report_warnings(session, cell->id, &diags);
    diag_deinit(&diags);
    arena_deinit(&arena);
    return ok;
}

// ---------------------------------------------------------------- the loop

void cora_loop_run(CoraSession *session) {
    loop_run(session->loop);
}

void cora_loop_stop(CoraSession *session) {
    loop_stop(session->loop);
}

typedef struct CellWait {
    CoraSession *session;
    CoraCellId cell;
} CellWait;

static bool cell_is_done(void *ctx) {
    const CellWait *wait = ctx;
    const CellRun *run = session_cell(wait->session, wait->cell);
    return !run || run->is_done;
}

void cora_loop_run_cell(CoraSession *session, CoraCellId cell) {
    CellWait wait = {session, cell};
    loop_run_until(session->loop, cell_is_done, &wait);
}

void cora_loop_run_idle(CoraSession *session) {
    loop_run_idle(session->loop);
}

void cora_interrupt(CoraSession *session) {
    loop_interrupt(session->loop);
}

void cora_input_reply(CoraSession *session, CoraCellId cell, const char *text,
                      size_t size_bytes) {
    (void)cell; // one line is asked for at a time
    loop_input(session->loop, text, size_bytes);
}

void cora_print(CoraSession *session, CoraCellId cell, int fd, const char *text,
                size_t size_bytes) {
    emit_stream(session, cell, fd, text, size_bytes);
}

void cora_reset(CoraSession *session) {
    loop_cancel_all(session->loop);
    front_reset(session->front);
}

void cora_clock_set_virtual(CoraSession *session, bool is_virtual) {
    loop_clock_set_virtual(session->loop, is_virtual);
}

bool cora_clock_is_virtual(const CoraSession *session) {
    return loop_clock_is_virtual(session->loop);
}
