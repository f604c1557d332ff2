// diag.h: the only maker of diagnostics. Each mistake has one entry in diag.def: a code,
// a severity, a format. Notes and fix-its hang on the diagnostic they explain. Rendering
// makes the text a learner reads: place, message, the source line, a caret, notes.
//
//     In[4]:3:9: error: unknown name `prinft`
//         prinft("hi\n");
//         ^~~~~~
//       did you mean `printf`?
//
// A cell's Diags are bounded: after LIMIT_DIAGS errors (LIMIT_WARNINGS warnings) the rest are counted, not kept.
// Two diagnostics at the same place with the same code are one, and so are those that say
// the same of two uses of one macro.
//
// What follows from a mistake in the tokens is not told. Where a token is wrong, nothing
// more is said of its line. Where a header or a macro is missing, or lines were left out,
// no name is called unknown, for it may have been declared there.
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/arena.h"
#include "base/source.h"
#include "base/vec.h"
#include <stdbool.h>

typedef enum Severity { SEV_ERROR, SEV_WARNING, SEV_NOTE } Severity;

typedef enum DiagCode {
#define DIAG(id, severity, name, format)       DIAG_##id,
#define DIAG_TOKEN(id, severity, name, format) DIAG_##id,
#define DIAG_LOST(id, severity, name, format)  DIAG_##id,
#include "base/diag.def"
#undef DIAG_LOST
#undef DIAG_TOKEN
#undef DIAG
    DIAG_COUNT
} DiagCode;

typedef struct DiagNote {
    struct DiagNote *next;
    Span span; // source 0: a note without a place
    const char *message;
    const char *fix; // text that would replace `span`, or NULL
} DiagNote;

// Where the program's text stands for another text of its own: a macro was used.
typedef struct DiagUse {
    Span span;       // the use
    Span definition; // of the macro's name
    const char *name;
} DiagUse;

typedef struct Diag {
    DiagCode code;
    Severity severity;
    Span span;
    const char *message;
    DiagNote *notes;         // in order of adding
    Span definition;         // of the macro that the place is a use of; else source 0
    const char *macro;       // its name
    uint32_t more_uses;      // that would be told the same
    Span next_use, last_use; // of these
} Diag;

typedef struct Diags {
    Arena *arena; // texts live here
    const Sources *sources;
    VEC(Diag *) list;
    VEC(DiagUse) uses;      // of the program's macros, an outer one before those inside
    uint32_t error_count;   // all, also those dropped
    uint32_t dropped_count; // beyond the limit
    bool shows_all;         // LIMIT_DIAGS_ASKED holds
    bool muted;             // counts errors, keeps nothing (speculative parsing)
    Diag dropped; // what diag_add returns for one that is not kept; notes on it are
                  // ignored
} Diags;

void diag_init(Diags *diags, Arena *arena, const Sources *sources);
void diag_deinit(Diags *diags);

// Adds a diagnostic; the arguments fit the entry's printf format in diag.def. Returns it
// for diag_note/diag_fix; never NULL (a dropped one is returned detached).
Diag *diag_add(Diags *diags, DiagCode code, Span span, ...);
// Whether a token of this line was reported.
bool diag_is_broken_line(const Diags *diags, Span span);
// Whether a diagnostic of this code is kept.
bool diag_has(const Diags *diags, DiagCode code);
// Whether errors are only counted from here on: then nobody need look for what was meant,
// which takes a walk over all names.
bool diag_is_full(const Diags *diags);
// Says that what stands at `span` was written somewhere else: a mistake in a macro's text is
// told once, at the first use of the macro, and not again at each. The name is borrowed.
void diag_note_use(Diags *diags, Span span, Span definition, const char *name);
// Adds a note below it. span {0} for a note without a place.
void diag_note(Diags *diags, Diag *diag, Span span, const char *format, ...)
    PRINTF_LIKE(4, 5);
// A note that proposes to replace `span` by `fix`.
void diag_fix(Diags *diags, Diag *diag, Span span, const char *fix, const char *format,
              ...) PRINTF_LIKE(5, 6);

// Adds, as the last one, how many were dropped; nothing if none was.
void diag_finish(Diags *diags);
// In the order of the text, for messages of several stages.
void diag_sort(Diags *diags);

const char *diag_code_name(DiagCode code); // "undeclared-name"
// The whole text as shown to a learner, several lines, no final newline; caller
// mem_frees.
char *diag_render(const Diags *diags, const Diag *diag);
// An excerpt alone (source line and caret), indented by 4, no final newline; caller
// mem_frees. NULL for spans that are nowhere. Used by runtime faults as well.
char *diag_excerpt(const Sources *sources, Span span);

// Nearest candidate by edit distance, for "did you mean": feed candidates, then ask.
typedef struct Nearest {
    const char *wanted;
    const char *best;
    unsigned best_distance;
} Nearest;
void nearest_init(Nearest *nearest, const char *wanted);
void nearest_offer(Nearest *nearest, const char *candidate);
// NULL when nothing is near enough (distance <= 1 + length/4, Damerau-Levenshtein).
const char *nearest_get(const Nearest *nearest);

#endif
