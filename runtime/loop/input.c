// input.c: lines of stdin. Enters: tasks that want one, lines from the host. Leaves: a
// line for each, first come first served. Always holds: the host has been asked exactly
// once for the first one who waits; a line that nobody waits for is dropped (the answer
// to a question whose asker was interrupted), unless the host's lines are a stream, of
// which none may be lost: then it is the next reader's.
//
// A line stays in `input_lines` until the woken task takes it, so a line is never lost to
// a cancelled reader: the next reader finds it.
//
// Read next: world.h (the mailbox), lib's stdio (the readers).
#include "loop/sched.h"

#include <assert.h>

// Asks the host for the first one's line, if it has not been.
static void ask(Loop *loop) {
    if (loop->input_asked || loop->input_waits.count == 0) {
        return;
    }
    loop->input_asked = true; // before the hook: the host may answer at once
    const InputWait *first = &loop->input_waits.data[0];
    if (loop->hooks.input_wanted != NULL) {
        loop->hooks.input_wanted(loop->hooks.ctx, task_cell(first->task),
                                 first->prompt != NULL ? first->prompt : "", false);
    } else {
        world_post_input(&loop->world, NULL, 0); // a host without input is at its end
    }
}

static void remove_wait(Loop *loop, uint32_t at) {
    assert(at < loop->input_waits.count);
    mem_free(loop->input_waits.data[at].prompt);
    loop->input_waits.count--;
    for (uint32_t i = at; i < loop->input_waits.count; i++) {
        loop->input_waits.data[i] = loop->input_waits.data[i + 1];
    }
}

void loop_await_input(Loop *loop, const char *prompt, bool blocking) {
    Task *task = loop->running;
    assert(task != NULL);
    task->waiter.wait = WAIT_INPUT;
    if (loop_input_ready(loop)) { // left by a reader that was cancelled
        sched_make_ready(loop, task);
        return;
    }
    task->waiter.state = TASK_WAITING;
    if (blocking) {
        sched_freeze(loop, task);
    }
    InputWait wait = {task, prompt != NULL ? mem_strdup(prompt) : NULL};
    vec_push(loop->input_waits, wait);
    ask(loop);
}

// The answer to a question that was withdrawn is dropped when it comes; the next reader's
// question is asked anew.
void input_cancel(Loop *loop, Task *task) {
    for (uint32_t i = 0; i < loop->input_waits.count; i++) {
        if (loop->input_waits.data[i].task == task) {
            remove_wait(loop, i);
            if (i == 0) {
                loop->input_asked = false;
                ask(loop);
            }
            return;
        }
    }
    assert(!"a task that waits for input is in the list");
}

// One line, or the end of file (text NULL), for the first who was asked for.
static void arrive(Loop *loop, InputLine line) {
    bool is_asked = loop->input_waits.count > 0 && loop->input_asked;
    if (!is_asked && !loop->keeps_input) {
        mem_free(line.text);
        return;
    }
    vec_push(loop->input_lines, line);
    if (is_asked) {
        Task *task = loop->input_waits.data[0].task;
        remove_wait(loop, 0);
        loop->input_asked = false;
        sched_make_ready(loop, task);
        ask(loop);
    }
}

// Every line of a block by itself: several tasks may wait.
static void arrive_block(Loop *loop, const InputLine *block) {
    const char *at = block->text;
    const char *end = at + block->size_bytes;
    for (;;) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        size_t size_bytes = (size_t)((newline != NULL ? newline : end) - at);
        arrive(loop, (InputLine){mem_strndup(at, size_bytes), size_bytes});
        if (newline == NULL) {
            return;
        }
        at = newline + 1;
    }
}

void input_take_mail(Loop *loop) {
    InputLine mail;
    while (world_take_input(&loop->world, &mail)) {
        if (loop->keeps_input && mail.text != NULL) {
            arrive_block(loop, &mail);
            mem_free(mail.text);
        } else {
            arrive(loop, mail);
        }
    }
}

void loop_keep_input(Loop *loop) {
    loop->keeps_input = true;
}

bool loop_input_ready(const Loop *loop) {
    return loop->input_first < loop->input_lines.count;
}

bool input_is_line(const Loop *loop) {
    return loop_input_ready(loop) &&
           loop->input_lines.data[loop->input_first].text != NULL;
}

char *loop_input_take(Loop *loop, size_t *size_bytes) {
    *size_bytes = 0;
    if (!loop_input_ready(loop)) {
        return NULL;
    }
    InputLine line = loop->input_lines.data[loop->input_first++];
    if (loop->input_first == loop->input_lines.count) {
        loop->input_first = loop->input_lines.count = 0;
    }
    *size_bytes = line.size_bytes;
    return line.text;
}

void loop_input(Loop *loop, const char *text, size_t size_bytes) {
    world_post_input(&loop->world, text, size_bytes);
}

void input_deinit(Loop *loop) {
    while (loop->input_waits.count > 0) {
        remove_wait(loop, loop->input_waits.count - 1);
    }
    for (uint32_t i = loop->input_first; i < loop->input_lines.count; i++) {
        mem_free(loop->input_lines.data[i].text);
    }
    vec_free(loop->input_waits);
    vec_free(loop->input_lines);
}
