// cora.c: the spine. One cell's whole way, in order:
//
//     text --pp--> tokens --parse--> AST --check--> typed AST --emit--> Unit
//                                                                        |
//                                         functions, globals, a task <--link
//                                                                |
//     CoraEvents <-- sink <-- lib prints, loop reports <-- the scheduler runs it
//
// What always holds: a cell that fails before linking leaves no trace (its source stays
// for messages, nothing else); every cell ends with exactly one CORA_EV_CELL_DONE; what a
// task prints goes to the cell the task came from.
//
// Read next: front/front.h, code/code.h, vm/vm.h, loop/loop.h: the doors this file walks
// through; session.c for how they are joined; report.c for what happens when something
// goes wrong.
#include "session.h"
#include <stdio.h>

// ---------------------------------------------------------------- a cell's end

static void start_main(CoraSession *session, CellRun *run);
static bool start_atexit(CoraSession *session, CellRun *run);

static void print_times(CoraSession *session, CellRun *run) {
    if (run->timed) {
        char *text = lib_format_times(session->loop, run->began_ns, run->began_user_ns,
                                      run->began_system_ns);
        session_emit_stream(session, run->id, 1, text, strlen(text));
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
    if (!run->is_main && run->main_id != 0) {
        start_main(session, run);
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
        session_emit_done(session, run->id, CORA_EXITED, status & 0xff);
        return;
    }
    if (status != 0) {
        char text[64];
        snprintf(text, sizeof text, "main returned %d", status);
        session_emit_note(session, run->id, "main-result", (Span){0}, text);
    }
    session_emit_done(session, run->id, CORA_OK, 0);
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
        session_emit_done(session, run->id, CORA_EXITED, error->exit_status & 0xff);
    } else {
        char text[64];
        snprintf(text, sizeof text, "the program ended with exit status %d",
                 error->exit_status);
        if (error->exit_status != 0) {
            session_emit_note(session, run->id, "exit-status", (Span){0}, text);
        }
        session_emit_done(session, run->id, CORA_OK, 0);
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

void cell_ended(CoraSession *session, CellRun *run, Ptr error) {
    tell_dropped(session);
    if (error) {
        fail_cell(session, run, error);
    } else {
        finish_cell(session, run, task_future(run->task)->result);
    }
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
    map_put(&session->cells, cell->id, (uint64_t)(uintptr_t)run);
    return run;
}

// There is no memory for the cell's variables or its task.
static void no_memory(CoraSession *session, CellRun *run) {
    const ErrorObj *error = vm_error(session->vm, vm_trap_take(session->vm));
    const char *line = error && error->message ? error->message
                                               : "there is no memory left for this cell";
    run->task = NULL;
    run->is_done = true;
    CoraEvent event = {.kind = CORA_EV_CELL_DONE, .cell = run->id};
    event.outcome =
        (CoraOutcome){CORA_FAULT, error ? error->name : "MemoryError", line, &line, 1, 0};
    session_emit(session, &event);
}

// A session whose memory is full must still run a cell that lets some of it go.
static void start_task(CoraSession *session, CellRun *run, const Proto *proto,
                       const Value *args, uint32_t count) {
    vm_open_reserve(session->vm);
    Fiber *fiber = fiber_new(session->vm, proto, args, count);
    Task *task =
        fiber ? loop_task_new(session->loop, fiber, run->name, run->id, true) : NULL;
    vm_close_reserve(session->vm);
    run->task = task;
    if (!task) {
        if (fiber) {
            fiber_destroy(session->vm, &fiber);
        }
        no_memory(session, run);
    }
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

// A pasted program's main, or a file's.
static void start_main(CoraSession *session, CellRun *run) {
    const Fn *main_fn = vm_fn(session->vm, run->main_id);
    Value args[3] = {{0}, {0}, {0}}; // the third: an environment, empty
    uint32_t count = main_fn->proto->param_count;
    assert(count <= COUNT_OF(args)); // check_main
    if (count > 0 && !make_argv(session, run, &args[0], &args[1])) {
        no_memory(session, run);
        return;
    }
    run->is_main = true;
    start_task(session, run, main_fn->proto, args, count);
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
    size_t count = 1 + cell->more_count;
    const Source **sources = arena_array(arena, const Source *, (uint32_t)count);
    for (size_t i = 0; i < count; i++) {
        CoraFile file = i > 0 ? cell->more[i - 1]
                              : (CoraFile){cell->name ? cell->name : "cell", cell->code,
                                           cell->size_bytes, NULL};
        Source *source =
            source_add(&session->sources, file.name, file.code, file.size_bytes);
        source->cell = cell->id;
        source->folder = file.folder ? mem_strdup(file.folder) : NULL;
        sources[i] = source;
    }
    Program *program =
        front_compile_files(session->front, &(FrontFiles){sources, count}, arena, diags);
    Unit *unit = program ? code_emit(program, session->front->types, &session->code,
                                     diags, session_natives)
                         : NULL;
    diag_finish(diags);
    return unit;
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

// One of its texts is larger than a source may be. True after filling `message`.
static bool is_too_large(const CoraCell *cell, char *message, size_t size) {
    size_t most = cell->size_bytes;
    for (size_t i = 0; i < cell->more_count; i++) {
        most = cell->more[i].size_bytes > most ? cell->more[i].size_bytes : most;
    }
    snprintf(message, size, "this text has %zu bytes; the most it may have is %u", most,
             LIMIT_CELL_BYTES);
    return most > LIMIT_CELL_BYTES;
}

static void refuse_start(CoraSession *session, const CoraCell *cell, const char *line) {
    CoraEvent event = {.kind = CORA_EV_CELL_DONE, .cell = cell->id};
    event.outcome = (CoraOutcome){CORA_COMPILE_ERROR, "CompileError", line, &line, 1, 0};
    session_emit(session, &event);
}

static void refuse_check(CoraSession *session, const CoraCell *cell,
                         const char *message) {
    const char *name = cell->name ? cell->name : "cell";
    char *text = mem_printf("%s: error: %s", name, message);
    CoraEvent event = {.kind = CORA_EV_DIAG, .cell = cell->id};
    event.diag = (CoraDiag){.severity = CORA_ERROR,
                            .code = "too-large",
                            .source = name,
                            .message = message,
                            .text = text};
    session_emit(session, &event);
    mem_free(text);
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
    run->entry = unit->entry;
    if (unit->entry) {
        start_task(session, run, unit->entry, NULL, 0);
    } else if (session->config.file_mode && unit->main_id == 0) {
        nothing_to_run(session, run);
    } else if (unit->main_id != 0) {
        start_main(session, run);
    } else {
        finish_cell(session, run, (Value){0});
    }
}

void cora_cell_start(CoraSession *session, const CoraCell *cell) {
    char message[128];
    if (is_too_large(cell, message, sizeof message)) {
        refuse_start(session, cell, message);
        return;
    }
    Arena arena;
    Diags diags;
    arena_init(&arena);
    CellRun *run = new_run(session, cell);
    diag_init(&diags, &arena, &session->sources);
    Unit *unit = compile(session, cell, &arena, &diags);
    if (!unit) {
        front_rollback(session->front);
        run->is_done = true;
        report_compile(session, cell->id, &diags);
    } else if (!session_link_library(session) || !vm_link(session->vm, unit)) {
        front_rollback(session->front);
        no_memory(session, run);
    } else {
        front_commit(session->front);
        redefine_note(session, &diags);
        report_warnings(session, cell->id, &diags);
        watch_cell_begins(session->watch, cell->id);
        start(session, run, unit);
    }
    session_rest(session, run);
    diag_deinit(&diags);
    arena_deinit(&arena);
}

bool cora_cell_check(CoraSession *session, const CoraCell *cell) {
    char message[128];
    if (is_too_large(cell, message, sizeof message)) {
        refuse_check(session, cell, message);
        return false;
    }
    Arena arena;
    Diags diags;
    arena_init(&arena);
    diag_init(&diags, &arena, &session->sources);
    diags.shows_all = true;
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
    session_emit_stream(session, cell, fd, text, size_bytes);
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
