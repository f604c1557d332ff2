// cora.h: the only door between the language and whoever hosts it.
//
// A host (the Jupyter kernel, the command `cora`, a test) creates one CoraSession, gives
// it cells of source text, and receives everything that happens as CoraEvents through one
// sink. The host never sees a token, a type or an object; the runtime never sees a
// message or a socket.
//
//     host thread "runtime"                            any thread
//     ---------------------                            ----------
//     s = cora_session_new(&config);                   cora_interrupt(s);
//     cora_cell_start(s, &cell);   // compiles; the    cora_input_reply(s, ...);
//                                  // cell is a task   cora_loop_stop(s);
//     cora_loop_run(s);            // runs tasks, timers, I/O until cora_loop_stop
//     cora_session_destroy(&s);
//
// Threads: a session belongs to the thread that made it. Every function must be called on
// that thread, except the three in the right column above, which may be called from any
// thread (and, cora_interrupt, from a signal handler). The sink is called on the
// session's thread only.
//
// The loop never stops between cells: tasks made by a cell go on running, and what they
// print carries the origin of the cell that made them (CoraEvent.cell).
//
// Strings are UTF-8, not owned by the receiver unless a function says so; offsets and
// lengths are in bytes. Lines and columns count from 1.
//
// Read next: cora.c (the spine), kernel/sink.c (a host), run/main.c (the smallest host).
#ifndef CORA_H
#define CORA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CORA_VERSION "0.1.0"

typedef struct CoraSession CoraSession;

// Chosen by the host, one per execution of a cell, never 0; echoed in every event that
// belongs to that cell, also long after the cell itself is done.
typedef uint64_t CoraCellId;

// ---------------------------------------------------------------- events

// One representation of a value: a MIME type and its data as text ("text/plain",
// "text/html", "image/svg+xml", "application/json" as JSON text, "image/png" as base64).
typedef struct CoraMime {
    const char *type;
    const char *data;
    size_t size_bytes;
} CoraMime;

typedef struct CoraBundle {
    const CoraMime *items;
    size_t count;
    const char *display_id; // NULL: none
} CoraBundle;

typedef enum CoraSeverity { CORA_ERROR, CORA_WARNING, CORA_NOTE } CoraSeverity;

// One complaint, rendered. `text` is the whole message with its excerpt of the source and
// its notes, several lines, without colour and without a final newline; the other fields
// are for hosts that want to place it.
typedef struct CoraDiag {
    CoraSeverity severity;
    const char *code;    // stable name of the catalogue entry, such as "undeclared-name"
    const char *source;  // "In[4]" or a file's name
    uint32_t line;       // 0: nowhere
    uint32_t column;     // in bytes, from 1
    const char *message; // the one line after "error: "
    const char *text;
} CoraDiag;

typedef enum CoraStatus {
    CORA_OK,
    CORA_COMPILE_ERROR, // nothing of the cell has happened
    CORA_FAULT,       // stopped by a fault or an uncaught error; what it did before stays
    CORA_INTERRUPTED, // stopped by cora_interrupt
    CORA_EXITED       // the program called exit() or main returned (see exit_status)
} CoraStatus;

// How a cell ended. ename/evalue/traceback are set for every status but CORA_OK and a
// CORA_EXITED with exit_status 0.
typedef struct CoraOutcome {
    CoraStatus status;
    const char *ename;  // "CompileError", "IndexError", "KeyboardInterrupt", ...
    const char *evalue; // one line
    const char *const *traceback; // rendered lines, no newline at their ends
    size_t traceback_count;
    int exit_status; // with CORA_EXITED
} CoraOutcome;

typedef enum CoraEventKind {
    CORA_EV_STREAM,    // text printed: .stream
    CORA_EV_RESULT,    // the value of the cell's last expression: .bundle
    CORA_EV_DISPLAY,   // something to show: .bundle
    CORA_EV_UPDATE,    // replaces what was displayed under .bundle.display_id
    CORA_EV_CLEAR,     // clear the cell's output: .clear_wait
    CORA_EV_DIAG,      // a warning or note, or an error that belongs to no awaiter: .diag
    CORA_EV_INPUT,     // the cell waits for a line of input: .input; answer with
                       // cora_input_reply
    CORA_EV_TASK_BORN, // .task; both only for a sink that wants them
    CORA_EV_TASK_ENDED, // .task
    CORA_EV_CELL_DONE   // always the last event of a cell's foreground: .outcome
} CoraEventKind;

typedef struct CoraEvent {
    CoraEventKind kind;
    CoraCellId cell;
    union {
        struct {
            int fd; // 1 stdout, 2 stderr
            const char *text;
            size_t size_bytes;
        } stream;
        CoraBundle bundle;
        bool clear_wait;
        CoraDiag diag;
        struct {
            const char *prompt;
            bool password;
        } input;
        struct {
            uint64_t id;
            const char *name; // NULL: "Task-<id>", for which nobody has asked yet
        } task;
        CoraOutcome outcome;
    };
} CoraEvent;

// Everything a session has to say. The event and what it points at live only for the
// call.
typedef struct CoraSink {
    void *ctx;
    void (*emit)(void *ctx, const CoraEvent *event);
    bool wants_tasks; // CORA_EV_TASK_BORN, _ENDED: there may be a million a second
} CoraSink;

// A line magic met while a cell runs ("%who", "!ls", "%cd x"), except those that are part
// of the language (%time, %timeit, %clock). `name` is without its sign, "!" for a shell
// command; `args` is the rest of the line. Returns NULL when done, else an error message
// that the caller frees with free(). NULL callback: every such line is an error.
typedef struct CoraMagicHost {
    void *ctx;
    char *(*run)(void *ctx, CoraCellId cell, const char *name, const char *args);
    // Fills up to `max` known names, for "did you mean"; returns how many.
    size_t (*names)(void *ctx, const char **names, size_t max);
} CoraMagicHost;

typedef struct CoraConfig {
    CoraSink sink;
    CoraMagicHost magic;
    void *uv_loop;           // the host's uv_loop_t *, or NULL: the session makes its own
    const char *include_dir; // where #include "x.h" looks; NULL: the working directory
    bool virtual_clock;      // start with the virtual clock (else the real one)
    bool file_mode;          // strict C translation units: no statements at file scope
    bool keeps_input;        // input is one stream: see cora_input_reply
    uint64_t seed;           // of rand() and of choose; 0: the fixed default
    uint64_t shuffle_seed;   // not 0: which ready task is next is drawn with this seed,
                             // instead of first in, first out
    size_t heap_limit_bytes; // 0: the default of base/limits.h
} CoraConfig;

// ---------------------------------------------------------------- session

// Returns a new session, owned by the caller; never NULL (out of memory aborts with a
// message). `config` is copied, what it points at must outlive the session.
CoraSession *cora_session_new(const CoraConfig *config);

// Cancels every task, runs no more of the program, frees everything, sets *session NULL.
void cora_session_destroy(CoraSession **session);

// ---------------------------------------------------------------- cells

// A further file of a program; see CoraCell.more.
typedef struct CoraFile {
    const char *name;
    const char *code;
    size_t size_bytes;
    // Where its own #include "x.h" looks first, with a slash behind it and from
    // include_dir on if it does not begin with one; NULL: in include_dir itself.
    const char *folder;
} CoraFile;

typedef struct CoraCell {
    CoraCellId id;
    const char *code; // any bytes; invalid UTF-8 is a compile error
    size_t size_bytes;
    const char *name; // "In[4]" or a file's name: what messages call it
    bool silent;      // no result is shown, nothing is displayed
    bool allow_input; // false: reading stdin is an error that says so
    bool timed;       // %%time: print CPU and wall times when done
    int argc;         // for a pasted program's main; 0: argv = {name}
    char **argv;
    // With file_mode: the program's other files, each a translation unit of its own.
    const CoraFile *more;
    size_t more_count;
} CoraCell;

// Compiles the cell and schedules it as a task. A cell that does not compile changes
// nothing; it ends at once with CORA_COMPILE_ERROR. In every case exactly one
// CORA_EV_CELL_DONE follows, from within this call or later from the loop.
void cora_cell_start(CoraSession *session, const CoraCell *cell);

// Compiles only; errors and warnings come as CORA_EV_DIAG. True when there is no error.
bool cora_cell_check(CoraSession *session, const CoraCell *cell);

// Evaluates an expression of a user_expressions dict to its bundle, without side effects
// on the cell counter: starts like a cell, result as CORA_EV_RESULT. Runs as a cell.
// (There is no special entry: hosts use cora_cell_start.)

// ---------------------------------------------------------------- the loop

// Runs tasks, timers and I/O until cora_loop_stop. The loop sleeps when there is nothing
// to do; with an own uv loop in the config, the host's handles are served by it as well.
void cora_loop_run(CoraSession *session);

// Makes cora_loop_run return soon. Any thread.
void cora_loop_stop(CoraSession *session);

// Runs the loop until the cell is done (CORA_EV_CELL_DONE was emitted). For hosts without
// an own life: the command `cora`, tests.
void cora_loop_run_cell(CoraSession *session, CoraCellId cell);

// Runs the loop until no task is left, or nothing could ever wake those that are.
void cora_loop_run_idle(CoraSession *session);

// Stops the foreground: the task that is running now and every cell that is not done get
// a KeyboardInterrupt, wherever they are (spinning, sleeping, awaiting, reading). What
// they did before stays. Any thread, any signal handler; harmless when nothing runs.
void cora_interrupt(CoraSession *session);

// Answers CORA_EV_INPUT with one line (without its newline), or with text NULL for end of
// file. Any thread, now or later: tasks that do not wait for the line go on meanwhile. With
// keeps_input an answer may be several lines (without the last one's newline), and what
// comes when the question was withdrawn (a deadline has passed) is kept for the next one;
// else it is dropped.
void cora_input_reply(CoraSession *session, CoraCellId cell, const char *text,
                      size_t size_bytes);

// ---------------------------------------------------------------- questions

// All answer from the session's names as they are now and run nothing.

// A place in a text: byte `offset` of `code`.
typedef struct CoraPlace {
    const char *code;
    size_t size_bytes;
    size_t offset;
} CoraPlace;

typedef struct CoraCompletion {
    char *text;       // what to insert
    const char *kind; // "function", "variable", "type", "keyword", "macro", "field",
                      // "magic", "enumerator", "header"
    char *signature;  // "int fib(int n)", or NULL
} CoraCompletion;

typedef struct CoraCompletions {
    CoraCompletion *items;
    size_t count;
    size_t begin; // the bytes [begin, end) of the code are what to replace
    size_t end;
} CoraCompletions;

// Completions at a place. The caller frees with cora_completions_deinit.
void cora_complete(CoraSession *session, const CoraPlace *place, CoraCompletions *out);
void cora_completions_deinit(CoraCompletions *list);

typedef struct CoraInspection {
    bool found;
    char *plain;    // text/plain
    char *markdown; // text/markdown
} CoraInspection;

// What is known of the name at a place: type, where defined, its documentation; with
// detail 1 the source. The caller frees with cora_inspection_deinit.
void cora_inspect(CoraSession *session, const CoraPlace *place, int detail,
                  CoraInspection *out);
void cora_inspection_deinit(CoraInspection *inspection);

typedef enum CoraCompleteness {
    CORA_COMPLETE,
    CORA_INCOMPLETE,
    CORA_INVALID
} CoraCompleteness;

// Is this text a whole cell, or does it go on? Pure: may be called from any thread, no
// session needed, well under a millisecond for what a person types. With CORA_INCOMPLETE,
// *indent_spaces is the indent of the next line.
CoraCompleteness cora_is_complete(const char *code, size_t size_bytes,
                                  unsigned *indent_spaces);

// Names of the session for %who and %whos: calls `visit` for each, in order of
// definition.
typedef struct CoraName {
    const char *name;
    const char *kind;  // "variable", "function", "type", "macro"
    const char *type;  // as C writes it
    const char *where; // "In[4]:3"
    const char *value; // short text of a variable's value, else NULL
} CoraName;
void cora_names(CoraSession *session, void (*visit)(void *ctx, const CoraName *name),
                void *ctx);

// What the session holds, for hosts and tests that watch it over time.
typedef struct CoraStats {
    uint64_t heap_bytes;   // of what the program can reach
    uint64_t heap_objects; // how many objects that is
    uint64_t tasks;        // that have not ended
    uint64_t timers;       // that somebody still waits for
    uint64_t cells;        // that are not over, or that have tasks which are not
} CoraStats;
// Collects what is unreachable first, so that the figures depend on the program alone.
CoraStats cora_stats(CoraSession *session);

// Prints text as if the cell's program had (for magics that show something).
void cora_print(CoraSession *session, CoraCellId cell, int fd, const char *text,
                size_t size_bytes);

// Forgets every name and cancels every task of the session; keeps the session (%reset).
void cora_reset(CoraSession *session);

// True: the virtual clock; false: the real one (%clock). Tasks keep their remaining
// waits.
void cora_clock_set_virtual(CoraSession *session, bool is_virtual);
bool cora_clock_is_virtual(const CoraSession *session);

#endif
