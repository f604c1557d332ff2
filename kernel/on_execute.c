// on_execute.c: see execute.h, where the way of a request is drawn. Runs on the protocol
// thread, but for run_cell.
//
// What always holds: every execute_request gets exactly one busy, one execute_reply (ok,
// error or aborted, always with an execution_count) and one idle, in this order; what the
// cell printed goes out before the reply, the reply before the idle.
//
// Read next: sink.c, from where the events of a cell come; magic.c for cells that begin
// with %%.
#include "dispatch.h"
#include "sink.h"

#include <assert.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

// How long after an error a request may arrive that was sent before it.
enum { ABORT_WINDOW_MS = 50 };

// Dates up to the milliseconds, which is all that browsers write, and to the
// microseconds.
enum { DATE_MS_CHARS = 23, DATE_US_CHARS = 26 };

typedef struct CellJob {
    Job job;
    CoraCellId id;
    char *code;
    size_t size;
    char name[32];
    bool is_silent;
    bool allows_input;
    unsigned interrupts_before; // how many there had been when it was posted
} CellJob;

// ---------------------------------------------------------------- to the runtime

static void drop_cell(Job *job) {
    CellJob *cell_job = (CellJob *)job;
    free(cell_job->code);
    free(cell_job);
}

// Runs on the runtime thread, from a callback of the loop: starts the cell, no more.
static void run_cell(Kernel *kernel, Job *job) {
    CellJob *cell_job = (CellJob *)job;
    CoraCell cell = {
        .id = cell_job->id,
        .code = cell_job->code,
        .size_bytes = cell_job->size,
        .name = cell_job->name,
        .silent = cell_job->is_silent,
        .allow_input = cell_job->allows_input,
    };
    magic_start_cell(kernel, &cell);
    // An interrupt that came while the cell waited in the inbox found nothing to stop.
    if (atomic_load(&kernel->interrupts) != cell_job->interrupts_before) {
        cora_interrupt(kernel->session);
    }
    drop_cell(job);
}

// Gives the runtime a cell of the current request: its code, or a user expression.
static void post_cell(Kernel *kernel, Bytes code, const char *name) {
    Execute *execute = &kernel->execute;
    Cell *cell = cells_add(&kernel->cells, execute->current->origin);
    cell->is_silent = execute->is_silent;
    cell->count = execute->count;
    execute->running = cell->id;
    CellJob *job = bytes_alloc(sizeof *job);
    job->job = (Job){.run = run_cell, .drop = drop_cell};
    job->id = cell->id;
    job->code = bytes_copy(code);
    job->size = code.size;
    snprintf(job->name, sizeof job->name, "%s", name);
    job->is_silent = execute->is_silent && execute->expression == NULL;
    job->allows_input = execute->allows_input && execute->expression == NULL;
    job->interrupts_before = atomic_load(&kernel->interrupts);
    kernel_post(kernel, &job->job);
}

// ---------------------------------------------------------------- replies

void execute_write_empty(const Kernel *kernel, JsonOut *out) {
    out_key(out, "execution_count");
    out_int(out, kernel->execute.counter);
    out_key(out, "payload");
    out_open(out, '[');
    out_close(out, ']');
    out_key(out, "user_expressions");
    out_open(out, '{');
    out_close(out, '}');
}

// Answers a request that never ran with status "aborted".
static void abort_request(Kernel *kernel, Request *request) {
    iopub_status(kernel, request->origin, "busy");
    Msg *msg = msg_reply_to(request, "execute_reply");
    JsonOut *out = &msg->content;
    out_open(out, '{');
    out_key(out, "status");
    out_text(out, "aborted");
    execute_write_empty(kernel, out);
    dispatch_reply_end(kernel, msg);
    dispatch_finish(kernel, request);
}

void execute_abort_queue(Kernel *kernel) {
    Execute *execute = &kernel->execute;
    while (execute->queue) {
        Request *request = execute->queue;
        execute->queue = request->next;
        abort_request(kernel, request);
    }
    execute->queue_end = &execute->queue;
}

// Sends the reply of the current request; `error` is empty when it went well.
static void send_reply(Kernel *kernel, Bytes error) {
    Execute *execute = &kernel->execute;
    Msg *msg = msg_reply_to(execute->current, "execute_reply");
    out_open(&msg->metadata, '{');
    out_key(&msg->metadata, "started");
    out_text(&msg->metadata, execute->started);
    out_key(&msg->metadata, "status");
    out_text(&msg->metadata, error.size ? "error" : "ok");
    out_close(&msg->metadata, '}');
    JsonOut *out = &msg->content;
    out_open(out, '{');
    out_key(out, "status");
    out_text(out, error.size ? "error" : "ok");
    out_key(out, "execution_count");
    out_int(out, execute->count);
    out_raw(out, error);
    out_key(out, "payload");
    out_open(out, '[');
    out_raw(out, buf_bytes(&execute->payload.buf));
    out_close(out, ']');
    out_key(out, "user_expressions");
    out_open(out, '{');
    out_raw(out, buf_bytes(&execute->expressions.buf));
    out_close(out, '}');
    dispatch_reply_end(kernel, msg);
}

// Ends the current request: reply, idle, and if need be aborts what is queued.
static void finish(Kernel *kernel, Bytes error) {
    Execute *execute = &kernel->execute;
    Request *request = execute->current;
    bool stops = error.size > 0 && request_flag(request, "stop_on_error", true);
    if (stops) {
        // What a client sent before it could know of the error may still be on its way
        // in; what has arrived is queued now, because a request is current.
        dispatch_channel(kernel, CHANNEL_SHELL);
        wire_date(execute->abort_date);
        execute->abort_until_ms = kernel_now_ms() + ABORT_WINDOW_MS;
    }
    send_reply(kernel, error);
    execute->current = NULL;
    execute->running = 0;
    execute->expression = NULL;
    out_deinit(&execute->payload);
    out_deinit(&execute->expressions);
    dispatch_finish(kernel, request);
    if (stops) {
        execute_abort_queue(kernel);
    }
}

// ---------------------------------------------------------------- user expressions

// Writes "key": {"status": ...} for the expression that ended.
static void add_expression(Execute *execute, const char *key, Bytes error) {
    JsonOut *out = &execute->expressions;
    out_key(out, key);
    out_open(out, '{');
    out_key(out, "status");
    out_text(out, error.size ? "error" : "ok");
    if (error.size) {
        out_raw(out, error);
    } else if (execute->expression_bundle.size) {
        out_raw(out, buf_bytes(&execute->expression_bundle));
    } else {
        out_raw(out, bytes_of("\"data\":{},\"metadata\":{}")); // it had no value
    }
    out_close(out, '}');
}

// Starts the user expression at the iterator, or finishes when there is none left.
static void run_expression(Kernel *kernel) {
    static const char not_text[] =
        "\"ename\":\"BadRequest\",\"evalue\":\"the expression is not a string\","
        "\"traceback\":[]";
    Execute *execute = &kernel->execute;
    json_t *all = json_object_get(execute->current->content, "user_expressions");
    while (execute->expression) {
        json_t *code = json_object_iter_value(execute->expression);
        buf_clear(&execute->expression_bundle, 0);
        if (json_is_string(code)) {
            post_cell(kernel, (Bytes){json_string_value(code), json_string_length(code)},
                      "user expression");
            return;
        }
        add_expression(execute, json_object_iter_key(execute->expression),
                       bytes_of(not_text));
        execute->expression = json_object_iter_next(all, execute->expression);
    }
    finish(kernel, (Bytes){0});
}

bool execute_is_current(const Kernel *kernel, CoraCellId id) {
    const Execute *execute = &kernel->execute;
    return execute->current && id != 0 && id == execute->running;
}

bool execute_is_expression(const Kernel *kernel, CoraCellId id) {
    return execute_is_current(kernel, id) && kernel->execute.expression;
}

void execute_result(Kernel *kernel, Cell *cell, Bytes bundle, Bytes plain) {
    Execute *execute = &kernel->execute;
    if (execute_is_expression(kernel, cell->id)) {
        buf_clear(&execute->expression_bundle, 0);
        buf_add(&execute->expression_bundle, bundle);
        return;
    }
    if (!cell->is_silent) {
        iopub_execute_result(kernel, cell->origin, bundle, cell->count);
        if (execute_is_current(kernel, cell->id) && execute->stores) {
            history_set_output(&kernel->history, cell->count, plain);
        }
    }
}

void execute_payload(Kernel *kernel, CoraCellId id, Bytes payload) {
    if (execute_is_current(kernel, id)) {
        out_raw(&kernel->execute.payload, payload);
    }
}

// What runs for the current request has ended: on to its expressions, or to its end.
// `error` is empty when it went well.
static void go_on(Kernel *kernel, bool is_ok, Bytes error) {
    Execute *execute = &kernel->execute;
    if (execute->expression) {
        json_t *all = json_object_get(execute->current->content, "user_expressions");
        add_expression(execute, json_object_iter_key(execute->expression), error);
        execute->expression = json_object_iter_next(all, execute->expression);
        run_expression(kernel);
    } else if (is_ok) {
        json_t *all = json_object_get(execute->current->content, "user_expressions");
        execute->expression = json_is_object(all) ? json_object_iter(all) : NULL;
        run_expression(kernel);
    } else {
        if (!execute->is_silent) {
            iopub_error(kernel, execute->current->origin, error);
        }
        finish(kernel, error);
    }
}

void execute_fail_current(Kernel *kernel, Bytes error) {
    if (kernel->execute.current) {
        iopub_error(kernel, kernel->execute.current->origin, error);
        finish(kernel, error);
        execute_abort_queue(kernel);
    }
}

// ---------------------------------------------------------------- the queue

// Nothing but white space? A NUL is not white space; it is the compiler's to complain of.
static bool is_blank(Bytes code) {
    for (size_t i = 0; i < code.size; i++) {
        if (!strchr(" \t\r\n", code.data[i]) || code.data[i] == '\0') {
            return false;
        }
    }
    return true;
}

// Makes a request the current one: counter, history, busy, execute_input, and off it
// goes.
static void start(Kernel *kernel, Request *request) {
    Execute *execute = &kernel->execute;
    json_t *value = json_object_get(request->content, "code");
    Bytes code = {json_string_value(value), json_string_length(value)};
    bool blank = is_blank(code);
    assert(!execute->current);
    execute->current = request;
    execute->is_silent = request_flag(request, "silent", false);
    execute->stores =
        !execute->is_silent && !blank && request_flag(request, "store_history", true);
    execute->allows_input = request_flag(request, "allow_stdin", true);
    execute->counter += execute->stores ? 1 : 0;
    execute->count = execute->counter;
    wire_date(execute->started);
    char name[32] = "In[*]"; // not numbered, so that it isn't taken for a numbered cell
    if (execute->stores) {
        history_add(&kernel->history, execute->count, code);
        snprintf(name, sizeof name, "In[%d]", execute->count);
    }
    // The runtime may begin while we tell the clients; what it has to say can't overtake
    // that, because it is said by this thread too.
    if (!blank) {
        post_cell(kernel, code, name);
    }
    iopub_status(kernel, request->origin, "busy");
    if (!execute->is_silent) {
        iopub_execute_input(kernel, request->origin, code, execute->count);
    }
    if (blank) {
        // Nothing to run; front-ends send this to have user expressions evaluated.
        execute->running = cells_add(&kernel->cells, request->origin)->id;
        go_on(kernel, true, (Bytes){0});
    }
}

// Starts what is next in the queue, unless something is running.
static void start_next(Kernel *kernel) {
    Execute *execute = &kernel->execute;
    // A loop, because a cell without code is over before start returns.
    while (!execute->current && execute->queue && !kernel->is_stopping &&
           execute->holds == 0) {
        Request *request = execute->queue;
        execute->queue = request->next;
        if (!execute->queue) {
            execute->queue_end = &execute->queue;
        }
        start(kernel, request);
    }
}

static void run_hold(Kernel *kernel, Job *job) {
    (void)kernel;
    (void)job; // that it has been here is all
}

static void done_hold(Kernel *kernel, Job *job) {
    free(job);
    kernel->execute.holds--;
    start_next(kernel);
}

void execute_hold(Kernel *kernel) {
    if (!kernel->execute.current) {
        Job *job = bytes_alloc(sizeof *job);
        *job = (Job){.run = run_hold, .done = done_hold};
        kernel->execute.holds++;
        kernel_post(kernel, job);
    }
}

void execute_cell_done(Kernel *kernel, CoraCellId id, bool is_ok, Bytes error) {
    if (execute_is_current(kernel, id)) {
        go_on(kernel, is_ok, error);
        start_next(kernel);
    }
}

// Was this request sent before its sender could know of the error that aborts the queue?
static bool is_too_late(const Kernel *kernel, const Request *request) {
    const Execute *execute = &kernel->execute;
    if (kernel_now_ms() >= execute->abort_until_ms) {
        return false;
    }
    const char *date = json_string_value(json_object_get(request->header, "date"));
    size_t size = date ? strlen(date) : 0;
    if (size <= DATE_MS_CHARS ||
        (date[size - 1] != 'Z' && strcmp(date + size - 6, "+00:00") != 0)) {
        return false; // not to be compared with ours
    }
    bool has_us = size > DATE_US_CHARS && isdigit((unsigned char)date[DATE_US_CHARS - 1]);
    size_t compared = has_us ? DATE_US_CHARS : DATE_MS_CHARS;
    return strncmp(date, execute->abort_date, compared) < 0;
}

bool on_execute(Kernel *kernel, Request *request) {
    Execute *execute = &kernel->execute;
    if (!json_is_string(json_object_get(request->content, "code"))) {
        iopub_status(kernel, request->origin, "busy");
        dispatch_error(kernel, request, "execute_reply", "BadRequest",
                       "\"code\" is missing or not a string");
        dispatch_finish(kernel, request);
        return false;
    }
    if (kernel->is_stopping || is_too_late(kernel, request)) {
        abort_request(kernel, request);
        return false;
    }
    if (!execute->queue_end) {
        execute->queue_end = &execute->queue;
    }
    request->next = NULL;
    *execute->queue_end = request;
    execute->queue_end = &request->next;
    start_next(kernel);
    return false;
}

void execute_deinit(Execute *execute) {
    while (execute->queue) {
        Request *next = execute->queue->next;
        request_destroy(&execute->queue);
        execute->queue = next;
    }
    request_destroy(&execute->current);
    out_deinit(&execute->payload);
    out_deinit(&execute->expressions);
    buf_deinit(&execute->expression_bundle);
}
