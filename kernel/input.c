// input.c: see input.h.
#include "kernel.h"

#include "log.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    REACH_MS = 2000, // for a client that is just connecting its stdin channel
    REACH_STEP_MS = 50,
    PROMPT_BYTES_MAX = 4096
};

// What a program reads that can't be asked: the end, as with a closed stdin.
static void end_of_file(Kernel *kernel, CoraCellId cell) {
    kernel_answer_input(kernel, cell, (Bytes){0});
}

// The first wish is answered or has become pointless.
static void pop(Input *input) {
    InputWish *wish = input->first;
    assert(wish);
    input->first = wish->next;
    input->is_asked = false;
    input->give_up_ms = 0;
    buf_deinit(&wish->prompt);
    free(wish);
}

// Throws away what waits on the channel: it can only answer older questions.
static void drain_stale(Kernel *kernel) {
    Request *stale;
    while ((stale = sock_receive(&kernel->sock, CHANNEL_STDIN)) != NULL) {
        log_drop(&kernel->sock.dropped_count, "%.80s that nobody waits for", stale->type);
        request_destroy(&stale);
    }
}

// Sends the input_request of the first wish. False: its client can't be reached now.
static bool ask(Kernel *kernel) {
    InputWish *wish = kernel->input.first;
    Cell *cell = cells_find(&kernel->cells, wish->cell);
    assert(cell->id != 0); // it is the cell that is running
    Msg *msg = msg_new(CHANNEL_STDIN, "input_request", cell->origin);
    JsonOut *out = &msg->content;
    out_open(out, '{');
    out_key(out, "prompt");
    out_string(out, buf_bytes(&wish->prompt));
    out_key(out, "password");
    out_bool(out, wish->is_password);
    out_close(out, '}');
    // The question appears under the text that led to it.
    iopub_flush(kernel);
    kernel->input.sequence_asked = kernel->sock.wire.sequence;
    kernel->input.is_asked = sock_send(&kernel->sock, msg);
    return kernel->input.is_asked;
}

// Asks the first wish, if there is one that is not asked yet.
static void ask_next(Kernel *kernel) {
    Input *input = &kernel->input;
    if (!input->first || input->is_asked) {
        return;
    }
    drain_stale(kernel);
    if (!ask(kernel)) {
        input->give_up_ms = kernel_now_ms() + REACH_MS;
    }
}

void input_want(Kernel *kernel, CoraCellId id, Bytes prompt, bool is_password) {
    if (!execute_is_current(kernel, id) || !kernel->execute.allows_input) {
        end_of_file(kernel, id);
        return;
    }
    prompt.size = prompt.size < PROMPT_BYTES_MAX ? prompt.size : PROMPT_BYTES_MAX;
    InputWish *wish = bytes_alloc(sizeof *wish);
    wish->cell = id;
    wish->is_password = is_password;
    buf_add(&wish->prompt, prompt);
    InputWish **end = &kernel->input.first;
    while (*end) {
        end = &(*end)->next;
    }
    *end = wish;
    ask_next(kernel);
}

void input_forget(Kernel *kernel, CoraCellId cell) {
    Input *input = &kernel->input;
    while (input->first && input->first->cell == cell) {
        pop(input);
    }
    for (InputWish *wish = input->first; wish && wish->next;) {
        InputWish *next = wish->next;
        if (next->cell == cell) {
            wish->next = next->next;
            buf_deinit(&next->prompt);
            free(next);
        } else {
            wish = next;
        }
    }
    ask_next(kernel);
}

// Does `reply` name another question than ours? Clients that leave the parent header
// empty (jupyter_client before version 8) get the benefit of the doubt.
static bool is_stale(const Kernel *kernel, const Request *reply) {
    json_t *id = json_object_get(reply->parent, "msg_id");
    if (!json_is_string(id) || json_string_length(id) == 0) {
        return false;
    }
    char ours[128];
    const Wire *wire = &kernel->sock.wire;
    snprintf(ours, sizeof ours, "%s_%llu", wire->session,
             (unsigned long long)kernel->input.sequence_asked);
    // Some clients copy the execute request's header here instead of the question's.
    bool is_ours_by_prefix =
        strncmp(json_string_value(id), wire->session, strlen(wire->session)) == 0;
    return is_ours_by_prefix && strcmp(json_string_value(id), ours) != 0;
}

void input_on_message(Kernel *kernel, Request *request) {
    Input *input = &kernel->input;
    if (strcmp(request->type, "input_reply") != 0) {
        log_drop(&kernel->sock.dropped_count, "%.80s is not known on stdin",
                 request->type);
    } else if (!input->first || !input->is_asked || is_stale(kernel, request)) {
        log_drop(&kernel->sock.dropped_count, "input_reply that nobody waits for");
    } else {
        json_t *value = json_object_get(request->content, "value");
        CoraCellId cell = input->first->cell;
        if (json_is_string(value)) {
            kernel_answer_input(
                kernel, cell,
                (Bytes){json_string_value(value), json_string_length(value)});
        } else {
            log_line("input_reply without a \"value\" string; end of file instead");
            end_of_file(kernel, cell);
        }
        pop(input);
        ask_next(kernel);
    }
    request_destroy(&request);
}

int64_t input_tick(Kernel *kernel, int64_t now_ms) {
    Input *input = &kernel->input;
    if (!input->first || input->is_asked) {
        return -1;
    }
    if (!ask(kernel)) {
        if (now_ms < input->give_up_ms) {
            return REACH_STEP_MS;
        }
        log_line("a cell wants input, but its client has no stdin channel");
        CoraCellId cell = input->first->cell;
        pop(input);
        end_of_file(kernel, cell);
        ask_next(kernel);
    }
    return -1;
}

void input_deinit(Input *input) {
    while (input->first) {
        pop(input);
    }
}
