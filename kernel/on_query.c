// on_query.c: complete, inspect, is_complete and history.
//
// is_complete and history need no session and are answered at once. complete and inspect
// are questions to the session, so they go to the runtime thread as a Job and are
// answered when they come back; behind a spinning cell that takes as long as the cell.
//
// Positions: the protocol counts code points, cora.h counts bytes; units.h translates.
#include "dispatch.h"

#include "units.h"

#include <stdlib.h>

typedef struct Query {
    Job job;
    Request *request; // the runtime thread only reads the text below
    Bytes code;
    size_t offset; // of the cursor, in bytes
    int detail;
    CoraCompletions completions;
    CoraInspection inspection;
} Query;

// The code of a request, whose size is what JSON says and not where a NUL is.
static bool code_of(const Request *request, Bytes *code) {
    json_t *value = json_object_get(request->content, "code");
    if (!json_is_string(value)) {
        return false;
    }
    *code = (Bytes){json_string_value(value), json_string_length(value)};
    return true;
}

static void drop_query(Job *job) {
    Query *query = (Query *)job;
    request_destroy(&query->request);
    cora_completions_deinit(&query->completions);
    cora_inspection_deinit(&query->inspection);
    free(query);
}

// Posts a query for the runtime thread; false with an error reply when there is no code.
static bool post_query(Kernel *kernel, Request *request, const char *reply_type,
                       void (*run)(Kernel *, Job *), void (*done)(Kernel *, Job *)) {
    Bytes code;
    if (!code_of(request, &code)) {
        dispatch_error(kernel, request, reply_type, "BadRequest",
                       "\"code\" is missing or not a string");
        return false;
    }
    json_int_t end = (json_int_t)code.size;
    json_int_t cursor = request_int(request, "cursor_pos", end);
    cursor = cursor < 0 ? 0 : cursor > end ? end : cursor;
    Query *query = bytes_alloc(sizeof *query);
    query->job = (Job){NULL, run, done, drop_query};
    query->request = request;
    query->code = code;
    query->offset = units_byte_offset(code, (size_t)cursor);
    query->detail = request_int(request, "detail_level", 0) == 1 ? 1 : 0;
    kernel_post(kernel, &query->job);
    return true;
}

// ---------------------------------------------------------------- complete

// On the runtime thread: asks the session.
static void run_complete(Kernel *kernel, Job *job) {
    Query *query = (Query *)job;
    CoraPlace place = {query->code.data, query->code.size, query->offset};
    cora_complete(kernel->session, &place, &query->completions);
}

// What JupyterLab shows beside each match: kind and signature.
static void write_completion_types(const CoraCompletions *list, size_t start_cp,
                                   size_t end_cp, JsonOut *out) {
    out_key(out, "metadata");
    out_open(out, '{');
    out_key(out, "_jupyter_types_experimental");
    out_open(out, '[');
    for (size_t i = 0; i < list->count; i++) {
        const CoraCompletion *item = &list->items[i];
        out_open(out, '{');
        out_key(out, "text");
        out_text(out, item->text);
        out_key(out, "type");
        out_text(out, item->kind ? item->kind : "");
        out_key(out, "start");
        out_int(out, (int64_t)start_cp);
        out_key(out, "end");
        out_int(out, (int64_t)end_cp);
        out_key(out, "signature");
        out_text(out, item->signature ? item->signature : "");
        out_close(out, '}');
    }
    out_close(out, ']');
    out_close(out, '}');
}

// Back on the protocol thread: the reply, and the end of the request.
static void done_complete(Kernel *kernel, Job *job) {
    Query *query = (Query *)job;
    const CoraCompletions *list = &query->completions;
    size_t start_cp = units_code_points(query->code, list->begin);
    size_t end_cp = units_code_points(query->code, list->end);
    Msg *msg = dispatch_reply_begin(query->request, "complete_reply");
    JsonOut *out = &msg->content;
    out_key(out, "matches");
    out_open(out, '[');
    for (size_t i = 0; i < list->count; i++) {
        out_text(out, list->items[i].text);
    }
    out_close(out, ']');
    out_key(out, "cursor_start");
    out_int(out, (int64_t)start_cp);
    out_key(out, "cursor_end");
    out_int(out, (int64_t)end_cp);
    write_completion_types(list, start_cp, end_cp, out);
    dispatch_reply_end(kernel, msg);
    dispatch_finish(kernel, query->request);
    query->request = NULL;
    drop_query(job);
}

bool on_complete(Kernel *kernel, Request *request) {
    return !post_query(kernel, request, "complete_reply", run_complete, done_complete);
}

// ---------------------------------------------------------------- inspect

// On the runtime thread: asks the session.
static void run_inspect(Kernel *kernel, Job *job) {
    Query *query = (Query *)job;
    CoraPlace place = {query->code.data, query->code.size, query->offset};
    cora_inspect(kernel->session, &place, query->detail, &query->inspection);
}

// Back on the protocol thread: the reply, and the end of the request.
static void done_inspect(Kernel *kernel, Job *job) {
    Query *query = (Query *)job;
    const CoraInspection *found = &query->inspection;
    Msg *msg = dispatch_reply_begin(query->request, "inspect_reply");
    JsonOut *out = &msg->content;
    out_key(out, "found");
    out_bool(out, found->found);
    out_key(out, "data");
    out_open(out, '{');
    if (found->found && found->plain) {
        out_key(out, "text/plain");
        out_text(out, found->plain);
    }
    if (found->found && found->markdown) {
        out_key(out, "text/markdown");
        out_text(out, found->markdown);
    }
    out_close(out, '}');
    out_key(out, "metadata");
    out_open(out, '{');
    out_close(out, '}');
    dispatch_reply_end(kernel, msg);
    dispatch_finish(kernel, query->request);
    query->request = NULL;
    drop_query(job);
}

bool on_inspect(Kernel *kernel, Request *request) {
    return !post_query(kernel, request, "inspect_reply", run_inspect, done_inspect);
}

// ---------------------------------------------------------------- is_complete

bool on_is_complete(Kernel *kernel, Request *request) {
    Bytes code;
    if (!code_of(request, &code)) {
        dispatch_error(kernel, request, "is_complete_reply", "BadRequest",
                       "\"code\" is missing or not a string");
        return true;
    }
    static const char *const answers[] = {
        [CORA_COMPLETE] = "complete",
        [CORA_INCOMPLETE] = "incomplete",
        [CORA_INVALID] = "invalid",
    };
    unsigned indent = 0;
    CoraCompleteness answer = magic_is_complete(code, &indent);
    Msg *msg = msg_reply_to(request, "is_complete_reply");
    JsonOut *out = &msg->content;
    out_open(out, '{');
    out_key(out, "status");
    out_text(out, answers[answer]);
    if (answer == CORA_INCOMPLETE) {
        out_key(out, "indent");
        out_string_begin(out);
        for (unsigned i = 0; i < indent; i++) {
            out_string_part(out, bytes_of(" "));
        }
        out_string_end(out);
    }
    dispatch_reply_end(kernel, msg);
    return true;
}

// ---------------------------------------------------------------- history

bool on_history(Kernel *kernel, Request *request) {
    const char *access = request_text(request, "hist_access_type", "tail");
    HistoryQuery query = {
        .access = strcmp(access, "range") == 0    ? HISTORY_RANGE
                  : strcmp(access, "search") == 0 ? HISTORY_SEARCH
                                                  : HISTORY_TAIL,
        .session = request_int(request, "session", 0),
        .start = request_int(request, "start", 0),
        .stop = request_int(request, "stop", 0),
        .has_stop = json_is_integer(json_object_get(request->content, "stop")),
        .n = request_int(request, "n", -1),
        .pattern = request_text(request, "pattern", "*"),
        .unique = request_flag(request, "unique", false),
        .output = request_flag(request, "output", false),
    };
    Msg *msg = dispatch_reply_begin(request, "history_reply");
    out_key(&msg->content, "history");
    history_write(&kernel->history, &query, &msg->content);
    dispatch_reply_end(kernel, msg);
    return true;
}
