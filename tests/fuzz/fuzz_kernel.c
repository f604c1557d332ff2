// fuzz_kernel.c: an input is what clients do to a kernel, a line each:
//
//     shell   TYPE    CONTENT  PARENT     a message, well signed; with tabs between. TYPE
//     control {...}   CONTENT             may be a whole header; what is left out is usual
//     stdin   ...
//     step N                              the runtime goes on, N steps of script.h
//     wait N                              N ms pass
//
// Everything of the kernel between sock.c and cora.h is run, dispatch.c and the handlers
// above all, on one thread: this file stands in for sock.c, protocol.c and kernel.c.
//
// What is checked: each request that is known where it came gets busy, exactly one answer
// on its channel (comm messages: none), idle, in this order, whatever its content is; all
// that goes out is JSON with the members that clients look for; when all is over nobody
// holds a request's header any more.
#include "dispatch.h"
#include "log.h"
#include "script.h"
#include "sink.h"
#include "words_kernel.h"
#include "world.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { MESSAGES_MAX = 64, STEPS_MAX = 2000, WAIT_MAX = 10000, FIELDS = 4 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

// A message that was taken in, and what was said because of it.
typedef struct Seen {
    Origin *origin;
    char type[80];
    Channel channel;
    int busy, idle, replies;
} Seen;

typedef struct Waiting {
    char *frames[4]; // header, parent, metadata, content
    Channel channel;
    bool is_taken;
} Waiting;

static Kernel *kernel; // one input at a time
static int64_t now_ms;
static Seen seen[MESSAGES_MAX];
static size_t seen_count;
static Waiting waiting[MESSAGES_MAX];
static size_t waiting_count;

// ---------------------------------------------------------------- what clients rely on

static bool ends_with(const char *text, const char *end) {
    size_t n = strlen(text), m = strlen(end);
    return n >= m && strcmp(text + n - m, end) == 0;
}

// The protocol's messages, and where they may come.
static bool is_known(const char *type, Channel channel) {
    static const char *const on_shell[] = {"execute_request", "complete_request",
                                           "inspect_request"};
    static const char *const on_both[] = {"is_complete_request", "history_request",
                                          "comm_open",           "comm_msg",
                                          "comm_close",          "comm_info_request",
                                          "kernel_info_request", "connect_request",
                                          "interrupt_request",   "shutdown_request",
                                          "debug_request"};
    static const char *const on_control[] = {
        "create_subshell_request", "delete_subshell_request", "list_subshell_request"};
    bool is_shell = channel == CHANNEL_SHELL, is_control = channel == CHANNEL_CONTROL;
    bool known = false;
    for (size_t i = 0; i < sizeof on_shell / sizeof *on_shell; i++) {
        known |= is_shell && strcmp(type, on_shell[i]) == 0;
    }
    for (size_t i = 0; i < sizeof on_both / sizeof *on_both; i++) {
        known |= (is_shell || is_control) && strcmp(type, on_both[i]) == 0;
    }
    for (size_t i = 0; i < sizeof on_control / sizeof *on_control; i++) {
        known |= is_control && strcmp(type, on_control[i]) == 0;
    }
    return known;
}

static Seen *find_seen(const Origin *origin) {
    for (size_t i = 0; i < seen_count; i++) {
        if (seen[i].origin == origin) {
            return &seen[i];
        }
    }
    return NULL;
}

static json_t *parse(const JsonOut *out) {
    Bytes text = buf_bytes(&out->buf);
    if (text.size == 0) {
        return json_object();
    }
    json_t *value = json_loadb(text.data, text.size, JSON_ALLOW_NUL, NULL);
    assert(value != NULL);
    assert(json_is_object(value));
    return value;
}

static const char *text_of(const json_t *content, const char *name) {
    const char *text = json_string_value(json_object_get(content, name));
    return text != NULL ? text : "";
}

static void check_reply(Seen *request, const Msg *msg, const json_t *content) {
    const char *status = text_of(content, "status");
    assert(msg->channel == request->channel);
    assert(request->busy == 1 && request->idle == 0 && request->replies == 0);
    request->replies++;
    size_t stem = strlen(request->type) - strlen("request");
    assert(ends_with(request->type, "_request") && ends_with(msg->type, "_reply"));
    assert(strncmp(request->type, msg->type, stem) == 0);
    assert(status[0] != '\0');
    if (strcmp(status, "error") == 0) {
        assert(json_is_string(json_object_get(content, "ename")));
        assert(json_is_string(json_object_get(content, "evalue")));
        assert(json_is_array(json_object_get(content, "traceback")));
    }
    if (strcmp(msg->type, "execute_reply") == 0) {
        assert(json_is_integer(json_object_get(content, "execution_count")));
    }
}

static void check_status(Seen *request, const json_t *content) {
    const char *state = text_of(content, "execution_state");
    if (strcmp(state, "busy") == 0) {
        assert(request->busy == 0);
        request->busy++;
    } else {
        assert(strcmp(state, "idle") == 0);
        assert(request->busy == 1 && request->idle == 0);
        request->idle++;
    }
}

static void check_message(const Msg *msg) {
    json_t *content = parse(&msg->content);
    json_decref(parse(&msg->metadata));
    Seen *request = find_seen(msg->origin);
    assert(request != NULL || msg->origin == NULL);
    if (request != NULL && strcmp(msg->type, "status") == 0) {
        check_status(request, content);
    } else if (request != NULL && msg->channel == CHANNEL_IOPUB) {
        assert(request->busy == 1);
    } else if (request != NULL && msg->channel != CHANNEL_STDIN) {
        check_reply(request, msg, content);
    }
    json_decref(content);
    WireFrames frames = {0};
    wire_encode(&kernel->sock.wire, msg, &frames);
    wire_frames_deinit(&frames);
}

static void check_all_answered(void) {
    for (size_t i = 0; i < seen_count; i++) {
        const Seen *at = &seen[i];
        bool known = is_known(at->type, at->channel);
        assert(at->busy == known && at->idle == known);
        assert(at->replies == (known && ends_with(at->type, "_request")));
    }
}

// ---------------------------------------------------------------- in place of sock.c

bool sock_send(Sock *sock, Msg *msg) {
    (void)sock;
    check_message(msg);
    // A client without a stdin channel can't be asked: every other time.
    bool is_there = msg->channel != CHANNEL_STDIN || sock->wire.sequence % 2 == 0;
    msg_destroy(&msg);
    return is_there;
}

static void sign(const Bytes frames[4], char hex[WIRE_SIGNATURE_CHARS + 1]) {
    crypto_auth_hmacsha256_state state = kernel->sock.wire.keyed;
    for (size_t i = 0; i < 4; i++) {
        crypto_auth_hmacsha256_update(&state, (const unsigned char *)frames[i].data,
                                      frames[i].size);
    }
    unsigned char digest[crypto_auth_hmacsha256_BYTES];
    crypto_auth_hmacsha256_final(&state, digest);
    sodium_bin2hex(hex, WIRE_SIGNATURE_CHARS + 1, digest, sizeof digest);
}

static Request *decode(const Waiting *message) {
    char hex[WIRE_SIGNATURE_CHARS + 1];
    Bytes frames[7] = {bytes_of("client"), bytes_of("<IDS|MSG>")};
    for (size_t i = 0; i < 4; i++) {
        frames[3 + i] = bytes_of(message->frames[i]);
    }
    sign(frames + 3, hex);
    frames[2] = bytes_of(hex);
    const char *reason = NULL;
    return wire_decode(&kernel->sock.wire, message->channel, frames, 7, &reason);
}

Request *sock_receive(Sock *sock, Channel channel) {
    (void)sock;
    for (size_t i = 0; i < waiting_count; i++) {
        if (waiting[i].is_taken || waiting[i].channel != channel) {
            continue;
        }
        waiting[i].is_taken = true;
        Request *request = decode(&waiting[i]);
        if (request != NULL) {
            Seen *made = &seen[seen_count++];
            *made = (Seen){.origin = origin_share(request->origin), .channel = channel};
            snprintf(made->type, sizeof made->type, "%s", request->type);
            return request;
        }
    }
    return NULL;
}

// ---------------------------------------------------------------- in place of log.c

void log_line(const char *format, ...) {
    (void)format;
}

void log_drop(uint64_t *count, const char *format, ...) {
    (void)format;
    ++*count;
}

// ---------------------------------------------------------------- in place of kernel.c

int64_t kernel_now_ms(void) {
    return now_ms;
}

void kernel_post(Kernel *to, Job *job) {
    job->next = NULL;
    *to->inbox.end = job;
    to->inbox.end = &job->next;
}

static Job *take_job(void) {
    Inbox *inbox = &kernel->inbox;
    Job *job = inbox->first;
    if (job != NULL) {
        inbox->first = job->next;
        inbox->end = inbox->first != NULL ? inbox->end : &inbox->first;
    }
    return job;
}

void kernel_interrupt(Kernel *of) {
    atomic_fetch_add(&of->interrupts, 1);
    cora_interrupt(of->session);
}

void kernel_answer_input(Kernel *of, CoraCellId cell, Bytes line) {
    if (of->session) {
        cora_input_reply(of->session, cell, line.data, line.size);
    }
}

void kernel_stop(Kernel *of) {
    if (!of->is_stopping) {
        of->is_stopping = true;
        execute_abort_queue(of);
        kernel_interrupt(of);
    }
}

// One step of the runtime thread. False: there is nothing to do.
static bool step(void) {
    Job *job = take_job();
    if (job == NULL) {
        return script_step(kernel->session);
    }
    bool returns = job->done != NULL;
    job->run(kernel, job);
    if (returns) {
        sink_return_job(kernel, job);
    }
    return true;
}

// ---------------------------------------------------------------- in place of protocol.c

static void do_round(void) {
    Request *request;
    dispatch_channel(kernel, CHANNEL_CONTROL);
    while ((request = sock_receive(&kernel->sock, CHANNEL_STDIN)) != NULL) {
        input_on_message(kernel, request);
    }
    dispatch_channel(kernel, CHANNEL_SHELL);
    (void)sink_drain(kernel, now_ms, false);
    (void)input_tick(kernel, now_ms);
}

// ---------------------------------------------------------------- the input

// A field of a line, as a string.
static char *take_field(const char **at, const char *end, char separator) {
    const char *stop = memchr(*at, separator, (size_t)(end - *at));
    stop = stop != NULL ? stop : end;
    char *field = strndup(*at, (size_t)(stop - *at));
    *at = stop < end ? stop + 1 : end;
    return field;
}

static char *usual_header(const char *type) {
    JsonOut out = {0};
    char id[32];
    snprintf(id, sizeof id, "id_%zu", waiting_count);
    out_open(&out, '{');
    out_key(&out, "msg_id");
    out_text(&out, id);
    out_key(&out, "msg_type");
    out_text(&out, type);
    out_key(&out, "date");
    out_text(&out, "1970-01-01T00:00:00.000000Z"); // before every error
    out_close(&out, '}');
    return buf_take_text(&out.buf);
}

static void add_message(Channel channel, char *fields[FIELDS]) {
    if (waiting_count == MESSAGES_MAX) {
        return;
    }
    Waiting *message = &waiting[waiting_count];
    *message = (Waiting){.channel = channel};
    const char *type = fields[1];
    message->frames[0] = type[0] == '{' ? strdup(type) : usual_header(type);
    message->frames[1] = strdup(fields[3][0] != '\0' ? fields[3] : "{}");
    message->frames[2] = strdup("{}");
    message->frames[3] = strdup(fields[2][0] != '\0' ? fields[2] : "{}");
    waiting_count++;
}

static int number_of(const char *word, int most) {
    int number = atoi(word);
    return number < 0 ? 0 : number < most ? number : most;
}

static void do_line(const char *line, const char *end) {
    static const char *const names[] = {"control", "shell", "stdin"};
    char *fields[FIELDS];
    for (int i = 0; i < FIELDS; i++) {
        fields[i] = take_field(&line, end, '\t');
    }
    const char *first = fields[0] + strspn(fields[0], " ");
    if (strncmp(first, "step", 4) == 0) {
        for (int i = number_of(first + 4, STEPS_MAX); i > 0 && step(); i--) {
            do_round();
        }
    } else if (strncmp(first, "wait", 4) == 0) {
        now_ms += number_of(first + 4, WAIT_MAX);
        do_round();
    }
    for (Channel channel = 0; channel < sizeof names / sizeof *names; channel++) {
        if (strncmp(first, names[channel], strlen(names[channel])) == 0) {
            add_message(channel, fields);
        }
    }
    for (int i = 0; i < FIELDS; i++) {
        free(fields[i]);
    }
}

// ---------------------------------------------------------------- beginning and end

static void begin(void) {
    static const Conn conn;
    fuzz_world_begin(0, NULL, NULL);
    kernel = calloc(1, sizeof *kernel);
    assert(kernel != NULL);
    kernel->conn = &conn;
    kernel->wake_fd = -1;
    wire_init(&kernel->sock.wire, "key");
    outbox_init(&kernel->outbox, -1, &kernel->interrupts);
    kernel->inbox.end = &kernel->inbox.first;
    history_init(&kernel->history);
    CoraConfig config = {.sink = {kernel, sink_emit}, .magic = magic_host(kernel)};
    kernel->session = cora_session_new(&config);
    now_ms = 1000;
    seen_count = waiting_count = 0;
}

// As protocol.c's close_down: cells that had the time to end have ended.
static void stop(bool in_time) {
    do_round();
    if (in_time) {
        for (int i = 0; i < STEPS_MAX && step(); i++) {
            do_round();
        }
    }
    kernel_stop(kernel);
    while (step()) {
        do_round();
    }
    CoraSession *session = kernel->session;
    kernel->session = NULL;
    cora_session_destroy(&session);
    while (sink_drain(kernel, now_ms, true) == 0) {
    }
    do_round();
    outbox_close(&kernel->outbox);
    execute_fail_current(
        kernel, bytes_of("\"ename\":\"Shutdown\",\"evalue\":\"\",\"traceback\":[]"));
    execute_abort_queue(kernel);
}

static void clear(void) {
    Job *job;
    while ((job = take_job()) != NULL) { // a %reset for which it is too late
        free(job);
    }
    execute_deinit(&kernel->execute);
    input_deinit(&kernel->input);
    iopub_deinit(&kernel->iopub);
    magic_deinit(&kernel->magic);
    cells_deinit(&kernel->cells);
    history_deinit(&kernel->history);
    outbox_deinit(&kernel->outbox);
    buf_deinit(&kernel->batch);
    buf_deinit(&kernel->scratch);
    wire_deinit(&kernel->sock.wire);
    free(kernel);
    for (size_t i = 0; i < seen_count; i++) {
        assert(seen[i].origin->refs == 1); // ours
        origin_drop(&seen[i].origin);
    }
    for (size_t i = 0; i < waiting_count; i++) {
        for (int frame = 0; frame < 4; frame++) {
            free(waiting[i].frames[frame]);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const char *at = (const char *)data, *end = at + size;
    begin();
    while (at < end && !kernel->is_stopping) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        const char *stop_at = newline != NULL ? newline : end;
        do_line(at, stop_at);
        at = stop_at < end ? stop_at + 1 : end;
    }
    stop(size % 2 == 0);
    check_all_answered();
    clear();
    return 0;
}
