// report.c: from a diagnostic or a runtime error to the text a learner reads.
//
// What enters: Diags of a compile, or an ErrorObj with its frames. What leaves: CoraDiag
// and CoraOutcome events, their texts complete. The same shape for both, so that one
// learns to read it once:
//
//     In[4]:3:9: error: write past ...      where and what
//         a[i] = 0;                         the line, the place
//         ~^~~
//       here i = 10                         values of the names on that line
//       declared here: In[4]:1:5            notes
//     in fill(n=11), called at In[4]:7:1    the way there, innermost first
//     in task "work", made at In[4]:9:12    which task that was
//     awaited at In[4]:10:5                 and who took the error from it
//     in task "In[4]"
//
// Frames of the library's own headers are passed over. Nothing here changes the session.
//
// Read next: base/diag.c (how an excerpt is drawn), vm/trap.c (where the facts come
// from).
#include "session.h"
#include <ctype.h>
#include <stdio.h>

#define WHERE_BYTES 256

// The lines of one report, in mem_free-able strings.
typedef struct Lines {
    VEC(char *) list;
} Lines;

static void lines_add(Lines *lines, char *text) {
    vec_push(lines->list, text);
}

// Splits at newlines, each line its own entry.
static void lines_split(Lines *lines, const char *text) {
    while (*text) {
        size_t size = strcspn(text, "\n");
        lines_add(lines, mem_strndup(text, size));
        text += size + (text[size] == '\n');
    }
}

static char *lines_join(const Lines *lines) {
    Str text = {0};
    for (uint32_t i = 0; i < lines->list.count; i++) {
        if (i > 0) {
            str_putc(&text, '\n');
        }
        str_puts(&text, lines->list.data[i]);
    }
    return str_take(&text);
}

static void lines_free(Lines *lines) {
    for (uint32_t i = 0; i < lines->list.count; i++) {
        mem_free(lines->list.data[i]);
    }
    vec_free(lines->list);
}

static CoraSeverity severity_of(Severity severity) {
    return severity == SEV_ERROR     ? CORA_ERROR
           : severity == SEV_WARNING ? CORA_WARNING
                                     : CORA_NOTE;
}

// ---------------------------------------------------------------- compile time

void report_diag(CoraSession *session, CoraCellId cell, const Diags *diags,
                 const Diag *diag) {
    CoraEvent event = {.kind = CORA_EV_DIAG, .cell = cell};
    char *text = diag_render(diags, diag);
    const Source *source = source_get(&session->sources, diag->span.source);
    event.diag.severity = severity_of(diag->severity);
    event.diag.code = diag_code_name(diag->code);
    event.diag.source = source ? source->name : "";
    source_locate(&session->sources, diag->span, &event.diag.line, &event.diag.column);
    event.diag.message = diag->message;
    event.diag.text = text;
    session_emit(session, &event);
    mem_free(text);
}

void report_compile(CoraSession *session, CoraCellId cell, const Diags *diags) {
    Lines lines = {0};
    char where[WHERE_BYTES];
    char *evalue = NULL;
    for (uint32_t i = 0; i < diags->list.count; i++) {
        const Diag *diag = diags->list.data[i];
        if (diag->severity != SEV_ERROR && diag->code != DIAG_NOT_SHOWN) {
            report_diag(session, cell, diags, diag);
            continue;
        }
        char *text = diag_render(diags, diag);
        lines_split(&lines, text);
        mem_free(text);
        if (!evalue) {
            source_where(&session->sources, diag->span, where, sizeof where);
            evalue = where[0] ? mem_printf("%s: %s", where, diag->message)
                              : mem_strdup(diag->message);
        }
    }
    CoraEvent event = {.kind = CORA_EV_CELL_DONE, .cell = cell};
    event.outcome.status = CORA_COMPILE_ERROR;
    event.outcome.ename = "CompileError";
    event.outcome.evalue = evalue ? evalue : "the cell does not compile";
    event.outcome.traceback = (const char *const *)lines.list.data;
    event.outcome.traceback_count = lines.list.count;
    session_emit(session, &event);
    mem_free(evalue);
    lines_free(&lines);
}

// ---------------------------------------------------------------- run time

static bool is_word(char c) {
    return isalnum((unsigned char)c) || c == '_';
}

// Does the identifier `name` occur in the text?
static bool mentions(const char *text, size_t size, const char *name) {
    size_t length = strlen(name);
    for (size_t i = 0; i + length <= size; i++) {
        if (memcmp(text + i, name, length) == 0 && (i == 0 || !is_word(text[i - 1])) &&
            (i + length == size || !is_word(text[i + length]))) {
            return true;
        }
    }
    return false;
}

// "  here i = 10, n = 3": the register variables that stand in the faulting expression.
static void add_values(CoraSession *session, Lines *lines, const TraceFrame *frame) {
    const Source *source = source_get(&session->sources, frame->span.source);
    if (!source || source->is_system) {
        return;
    }
    Str text = {0};
    const char *code = source->text + frame->span.begin;
    size_t size = frame->span.end - frame->span.begin;
    for (uint32_t i = 0; i < frame->var_count; i++) {
        if (mentions(code, size, frame->vars[i].name)) {
            str_printf(&text, "%s%s = %s", text.count ? ", " : "  here ",
                       frame->vars[i].name, frame->vars[i].text);
        }
    }
    if (text.count > 0) {
        lines_add(lines, str_take(&text));
    }
    str_free(&text);
}

// Adds the excerpt of a place in the learner's own text.
static void add_excerpt(CoraSession *session, Lines *lines, Span span) {
    const Source *source = source_get(&session->sources, span.source);
    if (!source || source->is_system) {
        return;
    }
    char *excerpt = diag_excerpt(&session->sources, span);
    if (excerpt) {
        lines_split(lines, excerpt);
    }
    mem_free(excerpt);
}

static void add_notes(CoraSession *session, Lines *lines, const ErrorObj *error) {
    char where[WHERE_BYTES];
    for (uint32_t i = 0; i < error->note_count; i++) {
        Span span = error->notes[i].span;
        if (span.source == 0) {
            lines_add(lines, mem_printf("  %s", error->notes[i].text));
            continue;
        }
        lines_add(lines,
                  mem_printf("  %s: %s", error->notes[i].text,
                             source_where(&session->sources, span, where, sizeof where)));
    }
    const Source *source = source_get(&session->sources, error->cause.source);
    if (source && !source->is_system) {
        lines_add(lines, mem_printf("  this cancelled it: %s",
                                    source_where(&session->sources, error->cause, where,
                                                 sizeof where)));
    }
}

// "fill(n=11)": the function and those of its arguments whose values are known.
static char *frame_call(const TraceFrame *frame) {
    Str text = {0};
    const Proto *proto = frame->proto;
    bool first = true;
    str_printf(&text, "%s(", proto->name);
    for (uint32_t i = 0; i < proto->var_count; i++) {
        if (proto->vars[i].slot >= proto->param_count || proto->vars[i].pc_begin > 0 ||
            proto->vars[i].inlined) {
            continue;
        }
        const char *value = "...";
        for (uint32_t v = 0; v < frame->var_count; v++) {
            if (strcmp(frame->vars[v].name, proto->vars[i].name) == 0) {
                value = frame->vars[v].text;
            }
        }
        str_printf(&text, "%s%s=%s", first ? "" : ", ", proto->vars[i].name, value);
        first = false;
    }
    str_putc(&text, ')');
    return str_take(&text);
}

// Does the frame stand in the learner's own text?
static bool is_own(CoraSession *session, const TraceFrame *frame) {
    const Source *source = source_get(&session->sources, frame->span.source);
    return source && !source->is_system;
}

// "in task "crawl", made at In[3]:4:9", and where it was awaited by the frame that
// follows.
static void add_task(CoraSession *session, Lines *lines, const char *name, Span made) {
    char where[WHERE_BYTES];
    source_where(&session->sources, made, where, sizeof where);
    if (!name) {
        lines_add(lines, mem_printf("in a callback of the loop, set at %s", where));
        return;
    }
    lines_add(lines, where[0] ? mem_printf("in task \"%s\", made at %s", name, where)
                              : mem_printf("in task \"%s\"", name));
}

// The next of the learner's own frames behind `from`, below `end`; `end` when there is
// none: frames of the library (qsort and what calls its comparison) are passed over.
static uint32_t next_own(CoraSession *session, const ErrorObj *error, uint32_t from,
                         uint32_t end) {
    while (from < end && !is_own(session, &error->frames[from])) {
        from++;
    }
    return from;
}

static void add_frame(CoraSession *session, Lines *lines, const ErrorObj *error,
                      uint32_t at, uint32_t caller) {
    char where[WHERE_BYTES];
    const TraceFrame *frame = &error->frames[at];
    char *call = frame_call(frame);
    const char *how = frame->proto->is_async ? "awaited" : "called";
    if (caller < error->frame_count) {
        source_where(&session->sources, error->frames[caller].span, where, sizeof where);
        lines_add(lines, mem_printf("in %s, %s at %s", call, how, where));
    } else {
        lines_add(lines, mem_printf("in %s", call));
    }
    mem_free(call);
}

// Does the story end in a cell? Its task is made nowhere in the text.
static bool is_cell_end(const ErrorObj *error) {
    return error->task_count == 0 || error->tasks[error->task_count - 1].made.source == 0;
}

// Do two frames run the same function, called from the same place?
static bool is_same_call(const ErrorObj *error, uint32_t a, uint32_t a_caller,
                         uint32_t b_caller) {
    const TraceFrame *frames = error->frames;
    const Span x = frames[a_caller].span, y = frames[b_caller].span;
    return frames[a].proto == frames[a_caller].proto && x.source == y.source &&
           x.begin == y.begin;
}

// Frames of one task on their way to the text.
typedef struct FrameRun {
    uint32_t end;        // of the task's frames
    uint32_t held_first; // of those that repeat the one above and the one below
    uint32_t held_count; // how many of them were passed over; 0: none
    uint32_t gap_count;  // among them, those that the error never kept
} FrameRun;

// Frames that were passed over become one line; a single one is shown as it is.
static void add_held(CoraSession *session, Lines *lines, const ErrorObj *error,
                     FrameRun *run) {
    if (run->held_count == 1 && run->gap_count == 0) {
        add_frame(session, lines, error, run->held_first,
                  next_own(session, error, run->held_first + 1, run->end));
    } else if (run->held_count + run->gap_count > 0) {
        lines_add(lines,
                  mem_printf("... %u more calls%s ...", run->held_count + run->gap_count,
                             run->held_count > 0 ? " like this one" : ""));
    }
    run->held_count = run->gap_count = 0;
}

// The frames of one task, [begin, end), innermost first; of a recursion that calls itself
// from one place, the first and the last. The body of a cell needs no line: the task's
// says it.
static void add_frames(CoraSession *session, Lines *lines, const ErrorObj *error,
                       uint32_t begin, uint32_t end) {
    FrameRun run = {.end = end};
    bool repeats = false; // the frame above is the same call as this one
    for (uint32_t i = next_own(session, error, begin, end); i < end;) {
        uint32_t caller = next_own(session, error, i + 1, end);
        uint32_t next = caller < end ? next_own(session, error, caller + 1, end) : end;
        bool is_body = caller == end && end == error->frame_count && is_cell_end(error);
        bool goes_on = next < end && is_same_call(error, i, caller, next);
        if (repeats && goes_on) {
            run.held_first = i;
            run.held_count++;
        } else if (!is_body) {
            add_held(session, lines, error, &run);
            add_frame(session, lines, error, i, caller < end ? caller : UINT32_MAX);
        }
        if (error->frames_skipped > 0 && i < error->frame_count / 2 &&
            caller >= error->frame_count / 2) {
            run.gap_count += error->frames_skipped;
        }
        repeats = goes_on;
        i = caller;
    }
    add_held(session, lines, error, &run);
}

// The way there, task by task: where the failing call stands in its callers, which task
// that was, who awaited the task.
static void add_story(CoraSession *session, Lines *lines, const ErrorObj *error) {
    char where[WHERE_BYTES];
    uint32_t at = 0;
    for (uint32_t t = 0; t < error->task_count; t++) {
        const struct ErrorTask *task = &error->tasks[t];
        add_frames(session, lines, error, at, task->frame_end);
        add_task(session, lines, task->name, task->made);
        at = task->frame_end > at ? task->frame_end : at;
        uint32_t awaiter = next_own(session, error, at, error->frame_count);
        if (awaiter < error->frame_count && awaiter > 0) {
            source_where(&session->sources, error->frames[awaiter].span, where,
                         sizeof where);
            lines_add(lines, mem_printf("awaited at %s", where));
        }
    }
    add_frames(session, lines, error, at, error->frame_count);
}

// The innermost frame that is the learner's own text: faults inside the library's Cora
// code are shown at its caller.
static uint32_t shown_frame(CoraSession *session, const ErrorObj *error) {
    for (uint32_t i = 0; i < error->frame_count; i++) {
        const Source *source =
            source_get(&session->sources, error->frames[i].span.source);
        if (source && !source->is_system) {
            return i;
        }
    }
    return 0;
}

static void add_error(CoraSession *session, Lines *lines, const ErrorObj *error) {
    char where[WHERE_BYTES] = "";
    uint32_t top = shown_frame(session, error);
    const TraceFrame *frame = top < error->frame_count ? &error->frames[top] : NULL;
    if (frame) {
        source_where(&session->sources, frame->span, where, sizeof where);
    }
    lines_add(lines, mem_printf("%s%serror: %s: %s", where, where[0] ? ": " : "",
                                error->name, error->message ? error->message : ""));
    if (frame) {
        add_excerpt(session, lines, frame->span);
        add_values(session, lines, frame);
    }
    add_notes(session, lines, error);
    add_story(session, lines, error);
}

void report_failure(CoraSession *session, CellRun *run, Ptr error_ptr) {
    const ErrorObj *error = vm_error(session->vm, error_ptr);
    Lines lines = {0};
    CoraEvent event = {.kind = CORA_EV_CELL_DONE, .cell = run->id};
    if (error) {
        add_error(session, &lines, error);
        if (run->task && error->task_count == 0) {
            add_task(session, &lines, run->name, (Span){0});
        }
    }
    event.outcome.status =
        error && error->kind == TRAP_INTERRUPT ? CORA_INTERRUPTED : CORA_FAULT;
    event.outcome.ename = error ? error->name : "Error";
    event.outcome.evalue = error && error->message ? error->message : "";
    event.outcome.traceback = (const char *const *)lines.list.data;
    event.outcome.traceback_count = lines.list.count;
    session_emit(session, &event);
    lines_free(&lines);
}

void report_lost_error(CoraSession *session, Task *task, Ptr error_ptr) {
    const ErrorObj *error = vm_error(session->vm, error_ptr);
    if (!error) {
        return;
    }
    if (error->kind == TRAP_EXIT) { // its cell has ended before, there is nothing to end
        session_emit_note(session, task_cell(task), "exit-status", task_created(task),
                          "exit() has ended this task; the session goes on");
        return;
    }
    Lines lines = {0};
    add_error(session, &lines, error);
    lines_add(&lines,
              mem_strdup(task_is_hidden(task)
                             ? "  nobody awaits a callback, so its error is shown here"
                             : "  nobody awaits this task, so its error is shown here; "
                               "`await` it to handle the error"));
    char *text = lines_join(&lines);
    uint32_t top = shown_frame(session, error);
    Span span = top < error->frame_count ? error->frames[top].span : (Span){0};
    const Source *source = source_get(&session->sources, span.source);
    CoraEvent event = {.kind = CORA_EV_DIAG, .cell = task_cell(task)};
    event.diag.severity = CORA_ERROR;
    event.diag.code = "task-error";
    event.diag.source = source ? source->name : "";
    source_locate(&session->sources, span, &event.diag.line, &event.diag.column);
    event.diag.message = error->message ? error->message : error->name;
    event.diag.text = text;
    session_emit(session, &event);
    mem_free(text);
    lines_free(&lines);
}
