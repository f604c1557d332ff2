// diag.c: making and rendering diagnostics.
//
// What enters: a code, a place and the arguments of the code's format. What leaves: a
// Diag in the cell's list, and on demand the text a learner reads. What always holds: at
// most LIMIT_DIAGS errors and LIMIT_WARNINGS warnings are kept; no two kept ones have both
// code and place in common; message texts are valid UTF-8 without control characters and
// of bounded length, whatever the program's text was, because they go into terminals and
// into JSON as they are.
//
// Warnings about the library's own headers are never kept. Read diag.def for the
// messages.
#include "base/diag.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum {
    MESSAGE_MAX_BYTES = 1000, // longer messages lose their middle
    EXCERPT_COLUMNS = 110,    // what is shown of a long line
    EXCERPT_LEAD = 50,        // columns kept to the left of the caret then
    TAB_COLUMNS = 4
};

typedef enum DiagKind { KIND_MEANING, KIND_TOKEN, KIND_LOST } DiagKind; // see diag.def

typedef struct DiagEntry {
    DiagKind kind;
    Severity severity;
    const char *name;
    const char *format;
} DiagEntry;

static const DiagEntry entries[DIAG_COUNT] = {
#define ROW(kind, id, severity, name, format)                                            \
    [DIAG_##id] = {kind, severity, name, format},
#define DIAG(...)       ROW(KIND_MEANING, __VA_ARGS__)
#define DIAG_TOKEN(...) ROW(KIND_TOKEN, __VA_ARGS__)
#define DIAG_LOST(...)  ROW(KIND_LOST, __VA_ARGS__)
#include "base/diag.def"
#undef DIAG_LOST
#undef DIAG_TOKEN
#undef DIAG
#undef ROW
};

// Nothing is allocated until something is wrong.
void diag_init(Diags *diags, Arena *arena, const Sources *sources) {
    assert(arena && sources);
    *diags = (Diags){.arena = arena, .sources = sources};
}

void diag_deinit(Diags *diags) {
    vec_free(diags->list);
    vec_free(diags->uses);
    *diags = (Diags){0};
}

// Names are stable over versions, messages are not: tests and tools go by the name.
const char *diag_code_name(DiagCode code) {
    assert(code < DIAG_COUNT);
    return entries[code].name;
}

// ---------------------------------------------------------------- text made fit to show

// Appends one character of program text so that it can be seen: control characters as
// <U+001B>, malformed bytes as <FF>. Returns the bytes read.
static size_t add_visible(Str *out, const char *text, size_t size_bytes) {
    uint32_t code_point;
    unsigned length = utf8_decode(text, size_bytes, &code_point);
    if (length == 0) {
        str_printf(out, "<%02X>", (unsigned char)text[0]);
        return 1;
    }
    bool control = code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
    bool invisible = (code_point >= 0x200B && code_point <= 0x200F) ||
                     (code_point >= 0x2028 && code_point <= 0x202E) ||
                     (code_point >= 0x2060 && code_point <= 0x206F) ||
                     code_point == 0xFEFF;
    if (control || invisible)
        str_printf(out, "<U+%04X>", (unsigned)code_point);
    else
        str_add(out, text, length);
    return length;
}

static void add_visible_text(Str *out, const char *text, size_t size_bytes) {
    for (size_t at = 0; at < size_bytes;)
        at += add_visible(out, text + at, size_bytes - at);
}

// Formats into the arena, visible and bounded.
static const char *format_message(Diags *diags, const char *format, va_list args) {
    char small[512];
    char *large = NULL;
    va_list again;
    va_copy(again, args);
    int size = vsnprintf(small, sizeof small, format, args);
    assert(size >= 0);
    const char *text = small;
    if ((size_t)size >= sizeof small) {
        large = mem_alloc((size_t)size + 1);
        vsnprintf(large, (size_t)size + 1, format, again);
        text = large;
    }
    va_end(again);
    Str out = {0};
    size_t size_bytes = (size_t)size;
    if (size_bytes > MESSAGE_MAX_BYTES) {
        // The ends say most: what is wrong stands in front, what to do behind.
        size_t head = MESSAGE_MAX_BYTES * 2 / 3, tail = MESSAGE_MAX_BYTES / 3;
        while (head > 0 && ((unsigned char)text[head] & 0xC0) == 0x80)
            head--;
        while (tail > 0 && ((unsigned char)text[size_bytes - tail] & 0xC0) == 0x80)
            tail--;
        add_visible_text(&out, text, head);
        str_puts(&out, "...");
        add_visible_text(&out, text + size_bytes - tail, tail);
    } else {
        add_visible_text(&out, text, size_bytes);
    }
    const char *message = arena_strndup(diags->arena, out.data, out.count);
    str_free(&out);
    mem_free(large);
    return message;
}

// ---------------------------------------------------------------- adding

// The list is bounded, so looking at all of it is cheap.
static bool is_duplicate(const Diags *diags, DiagCode code, Span span) {
    for (uint32_t i = 0; i < diags->list.count; i++) {
        const Diag *diag = diags->list.data[i];
        if (diag->code == code && diag->span.source == span.source &&
            diag->span.begin == span.begin)
            return true;
    }
    return false;
}

static uint32_t line_of(const Diags *diags, uint32_t source, uint32_t at) {
    uint32_t line, column;
    source_locate(diags->sources, (Span){source, at, at}, &line, &column);
    return line;
}

bool diag_is_broken_line(const Diags *diags, Span span) {
    for (uint32_t i = 0; i < diags->list.count; i++) {
        const Diag *diag = diags->list.data[i];
        if (entries[diag->code].kind == KIND_MEANING || diag->severity != SEV_ERROR ||
            diag->span.source != span.source)
            continue;
        uint32_t line = line_of(diags, span.source, span.begin);
        if (line >= line_of(diags, span.source, diag->span.begin) &&
            line <= line_of(diags, span.source, diag->span.end))
            return true;
    }
    return false;
}

// Whether text is missing that may have declared anything. A misspelt header of the
// library hides nothing: its names are known without it.
static bool loses_names(const Diag *diag) {
    if (diag->code == DIAG_INCLUDE_NOT_FOUND)
        return diag->notes == NULL || diag->notes->fix == NULL ||
               diag->notes->fix[0] != '<';
    return entries[diag->code].kind == KIND_LOST;
}

static bool says_unknown(DiagCode code) {
    return code == DIAG_UNKNOWN_NAME || code == DIAG_UNKNOWN_FUNCTION ||
           code == DIAG_IMPLIED_FUNCTION || code == DIAG_PARSE_UNKNOWN_TYPE ||
           code == DIAG_PARSE_UNKNOWN_WORD;
}

// Whether the text is wrong here only because its tokens are.
static bool is_consequence(const Diags *diags, DiagCode code, Span span) {
    if (diags->error_count == 0 || entries[code].kind != KIND_MEANING)
        return false;
    if (diag_is_broken_line(diags, span))
        return true;
    for (uint32_t i = 0; says_unknown(code) && i < diags->list.count; i++) {
        if (loses_names(diags->list.data[i]))
            return true;
    }
    return false;
}

bool diag_has(const Diags *diags, DiagCode code) {
    for (uint32_t i = 0; i < diags->list.count; i++) {
        if (diags->list.data[i]->code == code)
            return true;
    }
    return false;
}

static uint32_t limit_of(const Diags *diags, Severity severity) {
    return diags->shows_all        ? LIMIT_DIAGS_ASKED
           : severity == SEV_ERROR ? LIMIT_DIAGS
                                   : LIMIT_WARNINGS;
}

// Whether a new diagnostic is to be kept; counts it in either case.
static bool is_wanted(Diags *diags, DiagCode code, Severity severity, Span span) {
    const Source *source = source_get(diags->sources, span.source);
    if (severity != SEV_ERROR && source && source->is_system)
        return false;
    if (diags->muted) {
        diags->error_count += severity == SEV_ERROR;
        return false;
    }
    if (is_duplicate(diags, code, span) || is_consequence(diags, code, span))
        return false;
    uint32_t kept = 0; // of the same severity
    for (uint32_t i = 0; i < diags->list.count; i++)
        kept += diags->list.data[i]->severity == severity;
    diags->error_count += severity == SEV_ERROR;
    if (kept >= limit_of(diags, severity)) {
        diags->dropped_count++;
        return false;
    }
    return true;
}

bool diag_is_full(const Diags *diags) {
    return diags->muted || diags->error_count > limit_of(diags, SEV_ERROR);
}

// Of uses that share their place, the outermost: the others are part of its text.
static const DiagUse *find_use(const Diags *diags, Span span) {
    for (uint32_t i = 0; i < diags->uses.count; i++) {
        const DiagUse *use = &diags->uses.data[i];
        if (use->span.source == span.source && use->span.begin == span.begin &&
            use->span.end == span.end)
            return use;
    }
    return NULL;
}

void diag_note_use(Diags *diags, Span span, Span definition, const char *name) {
    assert(definition.source != 0);
    if (diags->muted)
        return;
    vec_push(diags->uses, ((DiagUse){span, definition, name}));
}

// The message that says the same of an earlier use of this macro, or NULL.
static Diag *find_told(const Diags *diags, const Diag *diag) {
    for (uint32_t i = 0; i < diags->list.count; i++) {
        Diag *each = diags->list.data[i];
        if (each->code == diag->code &&
            each->definition.source == diag->definition.source &&
            each->definition.begin == diag->definition.begin &&
            strcmp(each->message, diag->message) == 0)
            return each;
    }
    return NULL;
}

// Whether the place is a use of a macro that was told about already; makes a note of which
// macro it is.
static bool is_told(Diags *diags, Diag *diag) {
    const DiagUse *use = find_use(diags, diag->span);
    if (use == NULL)
        return false;
    diag->definition = use->definition;
    diag->macro = use->name;
    Diag *told = find_told(diags, diag);
    if (told == NULL)
        return false;
    if (told->more_uses == 0)
        told->next_use = diag->span;
    if (told->more_uses == 0 || told->last_use.begin != diag->span.begin)
        told->more_uses++;
    told->last_use = diag->span;
    return true;
}

// A diagnostic that is not wanted goes to diags->dropped, which diag_note knows: so
// callers need not ask whether theirs was kept.
Diag *diag_add(Diags *diags, DiagCode code, Span span, ...) {
    assert(code < DIAG_COUNT);
    const DiagEntry *entry = &entries[code];
    if (!is_wanted(diags, code, entry->severity, span)) {
        diags->dropped = (Diag){.code = code, .severity = entry->severity, .message = ""};
        return &diags->dropped;
    }
    Diag *diag = arena_new(diags->arena, Diag);
    diag->code = code;
    diag->severity = entry->severity;
    diag->span = span;
    va_list args;
    va_start(args, span);
    diag->message = format_message(diags, entry->format, args);
    va_end(args);
    if (is_told(diags, diag)) {
        diags->dropped = *diag;
        return &diags->dropped;
    }
    vec_push(diags->list, diag);
    return diag;
}

// Notes are shown in the order of adding; there are a handful at most.
static void add_note(Diags *diags, Diag *diag, Span span, const char *message,
                     const char *fix) {
    DiagNote *note = arena_new(diags->arena, DiagNote);
    note->span = span;
    note->message = message;
    note->fix = fix;
    DiagNote **last = &diag->notes;
    while (*last)
        last = &(*last)->next;
    *last = note;
}

void diag_note(Diags *diags, Diag *diag, Span span, const char *format, ...) {
    if (diag == &diags->dropped)
        return;
    va_list args;
    va_start(args, format);
    add_note(diags, diag, span, format_message(diags, format, args), NULL);
    va_end(args);
}

void diag_fix(Diags *diags, Diag *diag, Span span, const char *fix, const char *format,
              ...) {
    if (diag == &diags->dropped)
        return;
    va_list args;
    va_start(args, format);
    const char *message = format_message(diags, format, args);
    va_end(args);
    add_note(diags, diag, span, message, arena_strndup(diags->arena, fix, strlen(fix)));
}

// The list is over, so its limit does not count for this one.
void diag_finish(Diags *diags) {
    uint32_t dropped = diags->dropped_count;
    if (dropped == 0)
        return;
    Diag *diag = arena_new(diags->arena, Diag);
    diag->code = DIAG_NOT_SHOWN;
    diag->severity = entries[DIAG_NOT_SHOWN].severity;
    diag->message = arena_printf(diags->arena, entries[DIAG_NOT_SHOWN].format, dropped);
    vec_push(diags->list, diag);
}

static bool stands_before(const Diag *a, const Diag *b) {
    if (a->span.source != b->span.source)
        return a->span.source < b->span.source;
    return a->span.begin < b->span.begin;
}

// By insertion: the list is bounded, and nearly in order.
void diag_sort(Diags *diags) {
    for (uint32_t i = 1; i < diags->list.count; i++) {
        Diag *diag = diags->list.data[i];
        uint32_t at = i;
        for (; at > 0 && stands_before(diag, diags->list.data[at - 1]); at--)
            diags->list.data[at] = diags->list.data[at - 1];
        diags->list.data[at] = diag;
    }
}

// ---------------------------------------------------------------- rendering

// A line as it is shown: its visible text, and the columns where the marked part begins
// and ends.
typedef struct Excerpt {
    uint32_t begin, end; // of the marked part, in bytes of the line
    Str text;
    size_t columns;              // of text so far
    size_t mark_begin, mark_end; // in columns
} Excerpt;

// Lays out bytes [from, to) of the line.
static void lay_out(Excerpt *excerpt, const char *line, uint32_t from, uint32_t to) {
    for (uint32_t at = from; at < to;) {
        if (at <= excerpt->begin)
            excerpt->mark_begin = excerpt->columns;
        if (line[at] == '\t') {
            size_t next = (excerpt->columns / TAB_COLUMNS + 1) * TAB_COLUMNS;
            for (; excerpt->columns < next; excerpt->columns++)
                str_putc(&excerpt->text, ' ');
            at++;
        } else {
            uint32_t start = excerpt->text.count;
            at += (uint32_t)add_visible(&excerpt->text, line + at, to - at);
            excerpt->columns +=
                utf8_width(excerpt->text.data + start, excerpt->text.count - start);
        }
        if (at <= excerpt->end)
            excerpt->mark_end = excerpt->columns;
    }
    if (excerpt->begin >= to)
        excerpt->mark_begin = excerpt->columns;
}

// Moves a cut so that it does not fall inside a character.
static uint32_t to_boundary(const char *line, uint32_t at, uint32_t size) {
    while (at < size && ((unsigned char)line[at] & 0xC0) == 0x80)
        at++;
    return at;
}

// The line that holds the span's beginning, without its indentation, and a caret with
// tildes under the part of the span that is on that line. Of a long line only the
// surroundings are shown.
char *diag_excerpt(const Sources *sources, Span span) {
    const Source *source = source_get(sources, span.source);
    if (!source || source->is_system)
        return NULL;
    uint32_t line_number, column, size;
    source_locate(sources, span, &line_number, &column);
    const char *line = source_line(sources, span.source, line_number, &size);
    uint32_t begin = column - 1 < size ? column - 1 : size;
    uint32_t marked = span.end > span.begin ? span.end - span.begin : 1;
    uint32_t end = marked < size - begin ? begin + marked : size;
    uint32_t from = 0;
    while (from < begin && (line[from] == ' ' || line[from] == '\t'))
        from++;
    uint32_t to = size;
    while (to > end && to > from && (line[to - 1] == ' ' || line[to - 1] == '\t'))
        to--;
    bool cut_left = false, cut_right = false;
    if (to - from > EXCERPT_COLUMNS) {
        if (begin - from > EXCERPT_COLUMNS - EXCERPT_LEAD / 2) {
            from = to_boundary(line, begin - EXCERPT_LEAD, size);
            cut_left = true;
        }
        if (to - from > EXCERPT_COLUMNS) {
            to = to_boundary(line, from + EXCERPT_COLUMNS, size);
            cut_right = to < size;
        }
    }
    Excerpt excerpt = {.begin = begin, .end = end < to ? end : to};
    if (cut_left) {
        str_puts(&excerpt.text, "...");
        excerpt.columns = 3;
    }
    lay_out(&excerpt, line, from, to);
    Str out = {0};
    str_printf(&out, "    %s%s\n    ", excerpt.text.data ? excerpt.text.data : "",
               cut_right ? "..." : "");
    for (size_t i = 0; i < excerpt.mark_begin; i++)
        str_putc(&out, ' ');
    str_putc(&out, '^');
    for (size_t i = excerpt.mark_begin + 1; i < excerpt.mark_end; i++)
        str_putc(&out, '~');
    str_free(&excerpt.text);
    return str_take(&out);
}

static void add_excerpt(Str *out, const Sources *sources, Span span) {
    char *excerpt = diag_excerpt(sources, span);
    if (!excerpt)
        return;
    str_putc(out, '\n');
    str_puts(out, excerpt);
    mem_free(excerpt);
}

// Notes about another line name it and show it; those about the line above are just said,
// and so are proposals to replace something, whose message carries the new text.
static void add_note_text(Str *out, const Diags *diags, const Diag *diag,
                          const DiagNote *note) {
    uint32_t line, note_line, column;
    source_locate(diags->sources, diag->span, &line, &column);
    source_locate(diags->sources, note->span, &note_line, &column);
    bool elsewhere = note->span.source != diag->span.source || note_line != line;
    str_puts(out, "\n  ");
    if (note_line == 0 || note->fix) {
        str_puts(out, note->message);
        return;
    }
    char where[256];
    str_printf(out, "%s: %s",
               source_where(diags->sources, note->span, where, sizeof where),
               note->message);
    if (elsewhere || note->span.begin != diag->span.begin)
        add_excerpt(out, diags->sources, note->span);
}

// Where the text that is complained of was written, and how often it was used.
static void add_macro(Str *out, const Diags *diags, const Diag *diag) {
    if (diag->macro == NULL)
        return;
    DiagNote note = {.span = diag->definition};
    char *message = mem_printf("macro `%s` is defined here", diag->macro);
    note.message = message;
    add_note_text(out, diags, diag, &note);
    mem_free(message);
    if (diag->more_uses == 0)
        return;
    char where[256];
    source_where(diags->sources, diag->next_use, where, sizeof where);
    if (diag->more_uses == 1)
        str_printf(out, "\n  %s: one more use of `%s` makes the same mistake", where,
                   diag->macro);
    else
        str_printf(out,
                   "\n  %s: from here on, %u more uses of `%s` make the same mistake",
                   where, (unsigned)diag->more_uses, diag->macro);
}

// Head line, excerpt, notes.
char *diag_render(const Diags *diags, const Diag *diag) {
    static const char *const words[] = {
        [SEV_ERROR] = "error", [SEV_WARNING] = "warning", [SEV_NOTE] = "note"};
    Str out = {0};
    char where[256];
    source_where(diags->sources, diag->span, where, sizeof where);
    if (where[0])
        str_printf(&out, "%s: ", where);
    str_printf(&out, "%s: %s", words[diag->severity], diag->message);
    add_excerpt(&out, diags->sources, diag->span);
    for (const DiagNote *note = diag->notes; note; note = note->next)
        add_note_text(&out, diags, diag, note);
    add_macro(&out, diags, diag);
    return str_take(&out);
}
