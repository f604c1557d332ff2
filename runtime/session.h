// session.h: what cora.c, session.c, report.c and questions.c share: the session and the cells it
// has run. Nobody else includes it.
#ifndef SESSION_H
#define SESSION_H

#include "base/diag.h"
#include "base/limits.h"
#include "base/map.h"
#include "code/code.h"
#include "cora.h"
#include "front/front.h"
#include "lib/lib.h"
#include "loop/loop.h"
#include "vm/vm.h"
#include "watch/watch.h"

// One execution of a cell. It outlives the cell's foreground, as long as tasks of the cell
// live; then it is forgotten (session_rest), as in a session of many thousand cells it has
// to be. What stays of a cell is its source and its code, which messages and functions
// need.
typedef struct CellRun {
    CoraCellId id;
    char *name; // "In[4]"
    bool silent;
    bool allow_input;
    bool timed;
    bool is_done;        // CORA_EV_CELL_DONE was emitted
    uint32_t task_count; // its tasks that have not ended
    bool is_main; // the running task is the program's main (or what it left to atexit),
                  // not the cell's body
    bool is_exiting; // main has returned: the functions of atexit run
    int exit_status; // main's
    uint32_t main_id;
    const Proto *entry; // the cell's body; NULL: it has none
    int argc;
    char **argv; // the host's, valid until main has started
    Task *task;  // the foreground, NULL before and after
    uint64_t began_ns, began_user_ns, began_system_ns; // for %%time
} CellRun;

struct CoraSession {
    CoraConfig config;
    Sources sources;
    Front *front;
    VM *vm;
    Loop *loop;
    Lib *lib;
    Watch *watch;
    Arena code; // Units: they live as long as the session
    // Of what the front end has read of the library: its functions written in Cora, and
    // how many of them are linked; how many of its variables have their values.
    VEC(Unit *) library_units;
    uint32_t library_linked;
    uint32_t library_set;
    Map cells;       // CoraCellId -> CellRun *
    CellRun *recent; // the one of them that was asked for last; or NULL
};

// ---- session.c
// NULL: unknown, or over.
CellRun *session_cell(CoraSession *session, CoraCellId cell);
// Forgets the run if it is over and no task of it lives.
void session_rest(CoraSession *session, CellRun *run);
void session_emit(CoraSession *session, const CoraEvent *event);
void session_emit_stream(CoraSession *session, CoraCellId cell, int fd, const char *text,
                         size_t size);
void session_emit_note(CoraSession *session, CoraCellId cell, const char *code, Span span,
                       const char *message);
void session_emit_done(CoraSession *session, CoraCellId cell, CoraStatus status,
                       int exit_status);
extern const NativeIndex session_natives; // the library's natives, for the emitter
// What a cell has made the front end read of the library (functions written in Cora,
// stdin and its kin) is emitted when it has been read, and linked before the cell.
NODISCARD bool session_link_library(CoraSession *session); // false: no memory is left

// ---- cora.c
// The cell's foreground task has ended, with this error (0: none).
void cell_ended(CoraSession *session, CellRun *run, Ptr error);

// ---- redefine.c
// The cell, linked and committed, has given names another type: adds a note for each that
// functions of earlier cells go on using as it was.
void redefine_note(const CoraSession *session, Diags *diags);

// ---- report.c: what a learner reads when something went wrong

// Emits one diagnostic as CORA_EV_DIAG.
void report_diag(CoraSession *session, CoraCellId cell, const Diags *diags,
                 const Diag *diag);
// Emits CORA_EV_CELL_DONE for a cell that does not compile, errors as its traceback;
// warnings as events before.
void report_compile(CoraSession *session, CoraCellId cell, const Diags *diags);
// Emits CORA_EV_CELL_DONE for a cell stopped by an error.
void report_failure(CoraSession *session, CellRun *run, Ptr error);
// Emits the error of a task nobody awaits as CORA_EV_DIAG of the cell that made it.
void report_lost_error(CoraSession *session, Task *task, Ptr error);

#endif
