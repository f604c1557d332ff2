// complete.c: whether a cell's text is whole, by looking at it once from the left to the
// right.
//
// What enters: bytes. What leaves: an answer and an indent. The text is not compiled:
// macros are not expanded and names not looked up, so that the answer costs microseconds
// and never depends on the session. It is seen as atoms (a name, a literal, a whole
// bracketed group, a `;` ...), and a small machine per bracket level knows where a
// statement begins and what it still needs:
//
//     if (a)       START -if-> HEADER -()-> START      controls: [IF]
//     while (b)    START -while-> HEADER -()-> START   controls: [IF BODY]
//     x();         START -x-> SIMPLE -;-> START        popped to [AFTER_IF]
//
// What always holds: a text that compiles is never called incomplete, except for an
// expression that ends in a name which needs more to be right; a text that is called
// invalid does not compile. When in doubt the answer is "complete": then the compiler
// speaks, and its messages are better than silence.
//
// Read next: query.c (the other questions), parse_stmt.c (the grammar itself).
#include "front/ask/complete.h"

#include "base/limits.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum {
    INDENT_SPACES = 4,
    LEVELS_MAX = LIMIT_NESTING,
    CONTROLS_MAX = 2 * LIMIT_NESTING,
    IFS_MAX = 32
};

typedef enum Atom {
    ATOM_NONE,
    ATOM_NAME,
    ATOM_LITERAL,
    ATOM_PAREN,   // a whole (...)
    ATOM_BRACKET, // a whole [...]
    ATOM_BRACE,   // a whole {...}
    ATOM_SEMI,
    ATOM_COLON,
    ATOM_ASSIGN,
    ATOM_STAR,
    ATOM_STEP,     // ++ --: may end an expression
    ATOM_QUESTION, // `name?` asks for help
    ATOM_OPERATOR  // everything else
} Atom;

// What a name is, where a statement begins or inside one.
typedef enum Class {
    CLASS_PLAIN,
    CLASS_IF,   // if, deadline: a header, a statement, perhaps else
    CLASS_LOOP, // while, for, switch: a header and a statement
    CLASS_DO,
    CLASS_ELSE,
    CLASS_TRY,
    CLASS_CATCH,
    CLASS_BLOCK,   // taskgroup, shield: a block
    CLASS_DEFER,   // a statement
    CLASS_CASE,    // up to its colon
    CLASS_TYPE,    // begins a declaration
    CLASS_TAG,     // struct, union, enum
    CLASS_JUMP,    // needs its `;`
    CLASS_OPERATOR // sizeof, await: an operand follows
} Class;

// What a statement around the one being read still waits for.
typedef enum Control {
    CONTROL_BODY,    // the statement of a loop, an else, a defer
    CONTROL_IF,      // the statement of an if
    CONTROL_IF_DONE, // has it; an else may follow
    CONTROL_DO       // the statement of a do
} Control;

typedef enum Phase {
    PHASE_START,      // a statement may begin
    PHASE_SIMPLE,     // inside an expression or declaration
    PHASE_HEADER,     // `(` of if, while, for ... must come
    PHASE_CASE,       // the colon of case must come
    PHASE_BLOCK,      // `{` of taskgroup, shield must come
    PHASE_TRY,        // `{` of try
    PHASE_CATCH,      // `catch`
    PHASE_CATCH_BODY, // `{` of catch, perhaps with parentheses before
    PHASE_DO_WHILE,   // `while` of do
    PHASE_DO_HEADER,  // its `(`
    PHASE_DO_SEMI     // its `;`
} Phase;

typedef struct Level {
    char close;         // the bracket that ends it; 0: the whole text
    uint8_t phase;      // Phase
    uint8_t last;       // the last Atom of a simple statement
    uint8_t last_class; // of the last ATOM_NAME
    uint8_t pointer;    // how far `Foo * p` has come: 1 Foo, 2 *, 3 p; 0 it is none
    bool is_declaration;
    bool is_jump;
    bool has_assign;
    bool has_call;  // name(...): with a block behind it, a function
    bool tag_open;  // struct s: a block would be its body
    uint16_t atoms; // in the simple statement, saturating
    uint16_t control_base;
} Level;

typedef struct SavedLevel { // at an #if, for its #else
    uint16_t depth;
    uint16_t control_count;
    Level level;
} SavedLevel;

typedef struct Scan {
    const char *at;
    const char *end;
    uint16_t depth; // index of the innermost level
    uint16_t control_count;
    uint32_t if_depth; // open #if
    int magic_depth;   // level of the %time line being read, -1: none
    bool is_invalid;
    bool is_open; // the text ends inside a comment or behind a splice
    Level levels[LEVELS_MAX];
    uint8_t controls[CONTROLS_MAX];
    SavedLevel saved[IFS_MAX];
} Scan;

// The level the scan is at; level 0 is the whole text.
static Level *inner(Scan *s) {
    return &s->levels[s->depth];
}

// ---------------------------------------------------------------- statements

// Called where a keyword begins a statement that has another one inside.
static void push_control(Scan *s, Control control) {
    if (s->control_count == CONTROLS_MAX) {
        s->is_invalid = true; // the parser has the same bound
        return;
    }
    s->controls[s->control_count++] = (uint8_t)control;
}

// A statement is whole; those around it may be whole with it.
static void end_statement(Scan *s) {
    Level *level = inner(s);
    *level = (Level){.close = level->close, .control_base = level->control_base};
    while (s->control_count > level->control_base) {
        uint8_t *control = &s->controls[s->control_count - 1];
        if (*control == CONTROL_IF) {
            *control = CONTROL_IF_DONE;
            return;
        }
        s->control_count--;
        if (*control == CONTROL_DO) {
            level->phase = PHASE_DO_WHILE;
            return;
        }
    }
}

// An `if` that has no `else` after all is whole.
static void settle_ifs(Scan *s) {
    while (s->control_count > inner(s)->control_base &&
           s->controls[s->control_count - 1] == CONTROL_IF_DONE) {
        s->control_count--;
        end_statement(s);
    }
}

// An else that has lost its `if` can't be mended by anything that follows.
static void begin_else(Scan *s) {
    bool has_if = s->control_count > inner(s)->control_base &&
                  s->controls[s->control_count - 1] == CONTROL_IF_DONE;
    if (!has_if) {
        s->is_invalid =
            s->depth == 0 && s->if_depth == 0; // else it may be the work of an #if
        return;
    }
    s->controls[s->control_count - 1] = CONTROL_BODY;
}

// A simple statement goes on, or begins, with an atom.
static void simple_atom(Level *level, Atom atom, Class class) {
    Atom last = (Atom)level->last;
    bool is_first = level->atoms == 0;
    if (atom == ATOM_NAME) {
        bool after_operand = last == ATOM_PAREN || last == ATOM_BRACE ||
                             (last == ATOM_NAME && level->last_class == CLASS_PLAIN);
        level->is_declaration |=
            (is_first && (class == CLASS_TYPE || class == CLASS_TAG)) ||
            (after_operand && level->atoms == 1) ||
            (last == ATOM_PAREN && level->atoms == 2 && level->has_call);
        level->is_jump |= is_first && class == CLASS_JUMP;
    }
    if (atom == ATOM_ASSIGN) {
        level->is_declaration |= level->pointer == 3; // Foo *p =
        level->has_assign = true;
    }
    if (atom == ATOM_PAREN && last == ATOM_NAME && level->last_class == CLASS_PLAIN)
        level->has_call = true;
    if (atom == ATOM_NAME && class == CLASS_PLAIN)
        level->pointer = is_first ? 1 : level->pointer == 2 ? 3 : 0;
    else if (atom == ATOM_STAR)
        level->pointer = level->pointer == 1 || level->pointer == 2 ? 2 : 0;
    else
        level->pointer = 0;
    if (class == CLASS_TAG && atom == ATOM_NAME)
        level->tag_open = true;
    else if (atom != ATOM_NAME && atom != ATOM_COLON && atom != ATOM_BRACKET &&
             atom != ATOM_PAREN)
        level->tag_open = false;
    level->last = (uint8_t)atom;
    level->last_class = (uint8_t) class;
    if (level->atoms < UINT16_MAX)
        level->atoms++;
    level->phase = PHASE_SIMPLE;
}

// In a simple statement, with what may end it.
static void in_simple(Scan *s, Atom atom, Class class) {
    Level *level = inner(s);
    bool is_tag_body = atom == ATOM_BRACE && level->tag_open;
    if (atom == ATOM_SEMI) {
        end_statement(s);
    } else if (atom == ATOM_COLON && level->atoms == 1 && level->last == ATOM_NAME) {
        Level fresh = {.close = level->close, .control_base = level->control_base};
        *level = fresh; // a label; its statement follows
    } else if (atom == ATOM_BRACE && !is_tag_body && level->has_call &&
               !level->has_assign && !level->is_jump) {
        end_statement(s); // a function and its body
    } else {
        simple_atom(level, atom, class);
        level->is_declaration |= is_tag_body;
    }
}

// Keywords where a statement may begin.
static void start_word(Scan *s, Class class) {
    if (class == CLASS_ELSE) {
        begin_else(s);
        return;
    }
    settle_ifs(s);
    Level *level = inner(s);
    if (level->phase ==
        PHASE_DO_WHILE) { // settling an if may have ended the body of a do
        level->phase = class == CLASS_LOOP ? PHASE_DO_HEADER : PHASE_START;
        return;
    }
    switch (class) {
    case CLASS_IF:
    case CLASS_LOOP:
        push_control(s, class == CLASS_IF ? CONTROL_IF : CONTROL_BODY);
        level->phase = PHASE_HEADER;
        break;
    case CLASS_DO:
        push_control(s, CONTROL_DO);
        break;
    case CLASS_DEFER:
        push_control(s, CONTROL_BODY);
        break;
    case CLASS_TRY:
        level->phase = PHASE_TRY;
        break;
    case CLASS_BLOCK:
        level->phase = PHASE_BLOCK;
        break;
    case CLASS_CASE:
        level->phase = PHASE_CASE;
        break;
    default:
        simple_atom(level, ATOM_NAME, class);
        break;
    }
}

// A block or an empty statement is whole at once; everything else begins a simple
// statement.
static void at_start(Scan *s, Atom atom, Class class) {
    if (atom == ATOM_NAME) {
        start_word(s, class);
        return;
    }
    if (atom == ATOM_BRACKET)
        return; // [[attributes]]
    settle_ifs(s);
    if (atom == ATOM_BRACE || atom == ATOM_SEMI)
        end_statement(s);
    else
        simple_atom(inner(s), atom, class);
}

// The machine's step: one atom at the innermost level.
static void feed(Scan *s, Atom atom, Class class) {
    Level *level = inner(s);
    switch ((Phase)level->phase) {
    case PHASE_START:
        at_start(s, atom, class);
        break;
    case PHASE_SIMPLE:
        in_simple(s, atom, class);
        break;
    case PHASE_HEADER: // `for await (`: names may stand in front
        if (atom == ATOM_PAREN)
            level->phase = PHASE_START;
        else if (atom == ATOM_BRACE)
            end_statement(s);
        break;
    case PHASE_CASE:
        if (atom == ATOM_COLON)
            level->phase = PHASE_START;
        break;
    case PHASE_TRY:
        level->phase = atom == ATOM_BRACE ? PHASE_CATCH : PHASE_TRY;
        break;
    case PHASE_CATCH:
        level->phase = PHASE_CATCH_BODY;
        break;
    case PHASE_BLOCK:
    case PHASE_CATCH_BODY:
        if (atom == ATOM_BRACE)
            end_statement(s);
        break;
    case PHASE_DO_WHILE:
        level->phase = PHASE_DO_HEADER;
        break;
    case PHASE_DO_HEADER:
        level->phase = PHASE_DO_SEMI;
        break;
    case PHASE_DO_SEMI:
        if (atom == ATOM_SEMI)
            end_statement(s);
        break;
    }
}

// ---------------------------------------------------------------- brackets

// Each bracket has a machine of its own: a block's statements say nothing of the one
// around it.
static void open_bracket(Scan *s, char close) {
    if (s->depth + 1 == LEVELS_MAX) {
        s->is_invalid = true; // the parser has the same bound
        return;
    }
    s->levels[++s->depth] = (Level){.close = close, .control_base = s->control_count};
}

// To the level outside, the whole group is one atom.
static void close_bracket(Scan *s, char close) {
    if (inner(s)->close != close) {
        // Where #if is involved, both branches may close one bracket; let the compiler
        // judge.
        s->is_invalid = s->if_depth == 0;
        return;
    }
    s->control_count = inner(s)->control_base;
    s->depth--;
    feed(s,
         close == ')'   ? ATOM_PAREN
         : close == ']' ? ATOM_BRACKET
                        : ATOM_BRACE,
         CLASS_PLAIN);
}

// ---------------------------------------------------------------- reading

// Bytes above 0x7F belong to identifiers: UTF-8 is not decoded here.
static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' ||
           (unsigned char)c >= 0x80;
}

// Not isdigit: the answer must not depend on the locale.
static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// The byte at offset n, NUL behind the end.
static char peek(const Scan *s, size_t n) {
    return (size_t)(s->end - s->at) > n ? s->at[n] : '\0';
}

// Length of a line splice here, or 0 (C17 5.1.1.2 phase 2). One at the very end says that
// more comes.
static size_t splice_length(Scan *s) {
    if (peek(s, 0) != '\\')
        return 0;
    size_t n = 1;
    while (peek(s, n) == '\r' || peek(s, n) == ' ' || peek(s, n) == '\t')
        n++;
    if (peek(s, n) == '\n') {
        s->is_open |= s->at + n + 1 == s->end;
        return n + 1;
    }
    if (s->at + n == s->end)
        s->is_open = true;
    return s->at + n == s->end ? n : 0;
}

// To the newline that ends the line, over splices and block comments.
static void skip_line(Scan *s) {
    while (s->at < s->end && *s->at != '\n') {
        size_t splice = splice_length(s);
        s->at += splice ? splice : 1;
    }
}

// They do not nest (C17 6.4.9p1).
static void skip_block_comment(Scan *s) {
    s->at += 2;
    while (s->at < s->end && !(peek(s, 0) == '*' && peek(s, 1) == '/'))
        s->at++;
    if (s->at == s->end)
        s->is_open = true;
    else
        s->at += 2;
}

// A string or character literal; one that its line does not end can't be mended by more
// lines.
static void skip_literal(Scan *s) {
    char quote = *s->at++;
    while (s->at < s->end && *s->at != quote) {
        size_t splice = splice_length(s);
        if (splice) {
            s->at += splice;
            continue;
        }
        if (*s->at == '\n')
            break;
        s->at += *s->at == '\\' && s->at + 1 < s->end ? 2 : 1;
    }
    if (s->at < s->end && *s->at == quote)
        s->at++;
    else if (!s->is_open)
        s->is_invalid = true;
}

// The next byte that is not a blank, newlines included.
static char next_visible(const Scan *s) {
    const char *p = s->at;
    while (p < s->end && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r'))
        p++;
    return p < s->end ? *p : '\0';
}

typedef struct WordClass {
    const char *word;
    Class class;
} WordClass;

static const WordClass word_classes[] = {
    {"if", CLASS_IF},
    {"deadline", CLASS_IF},
    {"while", CLASS_LOOP},
    {"for", CLASS_LOOP},
    {"switch", CLASS_LOOP},
    {"do", CLASS_DO},
    {"else", CLASS_ELSE},
    {"try", CLASS_TRY},
    {"catch", CLASS_CATCH},
    {"taskgroup", CLASS_BLOCK},
    {"shield", CLASS_BLOCK},
    {"defer", CLASS_DEFER},
    {"case", CLASS_CASE},
    {"default", CLASS_CASE},
    {"struct", CLASS_TAG},
    {"union", CLASS_TAG},
    {"enum", CLASS_TAG},
    {"return", CLASS_JUMP},
    {"break", CLASS_JUMP},
    {"continue", CLASS_JUMP},
    {"goto", CLASS_JUMP},
    {"throw", CLASS_JUMP},
    {"sizeof", CLASS_OPERATOR},
    {"await", CLASS_OPERATOR},
    {"spawn", CLASS_OPERATOR},
    {"yield", CLASS_OPERATOR},
    {"countof", CLASS_OPERATOR},
    {"_Alignof", CLASS_OPERATOR},
    {"_Generic", CLASS_OPERATOR},
    {"__extension__", CLASS_OPERATOR},
    {"from", CLASS_OPERATOR},
    {"void", CLASS_TYPE},
    {"char", CLASS_TYPE},
    {"short", CLASS_TYPE},
    {"int", CLASS_TYPE},
    {"long", CLASS_TYPE},
    {"float", CLASS_TYPE},
    {"double", CLASS_TYPE},
    {"signed", CLASS_TYPE},
    {"unsigned", CLASS_TYPE},
    {"_Bool", CLASS_TYPE},
    {"const", CLASS_TYPE},
    {"volatile", CLASS_TYPE},
    {"typedef", CLASS_TYPE},
    {"extern", CLASS_TYPE},
    {"static", CLASS_TYPE},
    {"auto", CLASS_TYPE},
    {"register", CLASS_TYPE},
    {"inline", CLASS_TYPE},
    {"_Noreturn", CLASS_TYPE},
    {"_Thread_local", CLASS_TYPE},
    {"_Alignas", CLASS_TYPE},
    {"_Atomic", CLASS_TYPE},
    {"_Static_assert", CLASS_TYPE},
};

// Contextual words count only where what follows bears them out.
static Class confirm_class(const Scan *s, Class class, const char *word) {
    char next = next_visible(s);
    if (class == CLASS_TRY || class == CLASS_BLOCK)
        return next == '{' ? class : CLASS_PLAIN;
    if (class == CLASS_DEFER)
        return is_letter(next) || next == '{' || next == '*' ? class : CLASS_PLAIN;
    if (class == CLASS_IF && word[0] == 'd')
        return next == '(' ? class : CLASS_PLAIN;
    if (class == CLASS_JUMP && word[0] == 't') // throw
        return is_letter(next) || next == ';' || next == '\0' ? class : CLASS_PLAIN;
    if (class == CLASS_OPERATOR && (word[0] == 'a' || word[0] == 'y' || word[0] == 'f'))
        return is_letter(next) || is_digit(next) || next == '(' ? class : CLASS_PLAIN;
    return class;
}

// A search through some 60 words is a matter of nanoseconds: nearly all differ in the
// first letter.
static Class class_of(const Scan *s, const char *word, size_t size) {
    for (size_t i = 0; i < sizeof word_classes / sizeof *word_classes; i++) {
        const WordClass *entry = &word_classes[i];
        if (entry->word[0] == word[0] && strlen(entry->word) == size &&
            memcmp(entry->word, word, size) == 0)
            return confirm_class(s, entry->class, word);
    }
    bool is_word_async = size == 5 && memcmp(word, "async", 5) == 0;
    return is_word_async && is_letter(next_visible(s)) ? CLASS_TYPE : CLASS_PLAIN;
}

// The prefix of a literal (L"x") is no name; the literal follows by itself.
static void read_word(Scan *s) {
    const char *word = s->at;
    while (s->at < s->end && (is_letter(*s->at) || is_digit(*s->at)))
        s->at++;
    size_t size = (size_t)(s->at - word);
    bool is_prefix =
        size <= 2 && (peek(s, 0) == '"' || peek(s, 0) == '\'') && strchr("LuU", word[0]);
    if (!is_prefix)
        feed(s, ATOM_NAME, class_of(s, word, size));
}

// As a preprocessing number (C17 6.4.8), so that 1e+5 and 1'000 are one atom.
static void read_number(Scan *s) {
    while (s->at < s->end) {
        char c = *s->at;
        bool is_sign = (c == '+' || c == '-') && strchr("eEpP", s->at[-1]);
        bool is_separator = c == '\'' && (is_digit(peek(s, 1)) || is_letter(peek(s, 1)));
        if (!is_letter(c) && !is_digit(c) && c != '.' && !is_sign && !is_separator)
            break;
        s->at++;
    }
    feed(s, ATOM_LITERAL, CLASS_PLAIN);
}

// ---------------------------------------------------------------- lines

// Lines that #if 0 leaves out, up to the directive that ends them (which is not
// consumed).
static void skip_left_out(Scan *s) {
    unsigned nested = 0;
    while (s->at < s->end) {
        skip_line(s);
        if (s->at < s->end)
            s->at++;
        const char *line = s->at;
        while (peek(s, 0) == ' ' || peek(s, 0) == '\t')
            s->at++;
        if (peek(s, 0) != '#')
            continue;
        size_t n = 1;
        while (peek(s, n) == ' ' || peek(s, n) == '\t')
            n++;
        bool is_if = peek(s, n) == 'i' && peek(s, n + 1) == 'f';
        bool is_endif = peek(s, n) == 'e' && peek(s, n + 1) == 'n';
        bool is_else = peek(s, n) == 'e' && peek(s, n + 1) == 'l';
        if (nested == 0 && (is_endif || is_else)) {
            s->at = line;
            return;
        }
        nested += is_if;
        nested -= is_endif && nested > 0;
    }
}

// Beyond IFS_MAX nested conditionals only their number is kept: good enough for what
// nobody writes.
static void begin_if(Scan *s, bool is_zero) {
    if (s->if_depth < IFS_MAX)
        s->saved[s->if_depth] = (SavedLevel){s->depth, s->control_count, *inner(s)};
    s->if_depth++;
    skip_line(s);
    if (is_zero)
        skip_left_out(s);
}

// #else and #elif: the brackets of the branch before are as if they had not been.
static void begin_other_branch(Scan *s) {
    if (s->if_depth == 0) {
        s->is_invalid = true;
    } else if (s->if_depth <= IFS_MAX) {
        const SavedLevel *saved = &s->saved[s->if_depth - 1];
        s->depth = saved->depth;
        s->control_count = saved->control_count;
        *inner(s) = saved->level;
    }
    skip_line(s);
}

// Conditions are not evaluated, but for `#if 0`, whose lines need not even be C.
static void read_directive(Scan *s) {
    s->at++;
    while (peek(s, 0) == ' ' || peek(s, 0) == '\t')
        s->at++;
    const char *word = s->at;
    while (is_letter(peek(s, 0)))
        s->at++;
    size_t size = (size_t)(s->at - word);
    size_t blanks = 0;
    while (peek(s, blanks) == ' ')
        blanks++;
    char behind = peek(s, blanks + 1);
    bool is_zero =
        peek(s, blanks) == '0' && (behind == '\n' || behind == ' ' || behind == '\r');
    if (size >= 2 && memcmp(word, "if", 2) == 0) {
        begin_if(s, is_zero && size == 2);
    } else if (size == 5 && memcmp(word, "endif", 5) == 0) {
        s->is_invalid |= s->if_depth == 0;
        s->if_depth -= s->if_depth > 0;
        skip_line(s);
    } else if (size >= 4 && memcmp(word, "el", 2) == 0) {
        begin_other_branch(s);
    } else {
        skip_line(s);
    }
}

// Whether the rest of a %%magic's cell is code.
static bool is_code_magic(const char *word, size_t size) {
    static const char *const words[] = {"time",     "timeit",  "timeline", "replay",
                                        "schedule", "explore", "play"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i]) == size && memcmp(words[i], word, size) == 0)
            return true;
    return false;
}

// A line that begins with % or !. %time and %timeit have code behind them.
static void read_magic(Scan *s) {
    bool is_cell = peek(s, 0) == '%' && peek(s, 1) == '%';
    bool is_shell = peek(s, 0) == '!';
    s->at += is_cell ? 2 : 1;
    const char *word = s->at;
    while (is_letter(peek(s, 0)))
        s->at++;
    size_t size = (size_t)(s->at - word);
    bool is_timed = size >= 4 && memcmp(word, "time", 4) == 0 && (size == 4 || size == 6);
    if (is_cell && !is_code_magic(word, size)) {
        s->at = s->end;
    } else if (is_cell || is_shell || !is_timed) {
        skip_line(s);
    } else {
        s->magic_depth = s->depth;
        while (size == 6 && (peek(s, 0) == ' ' || peek(s, 0) == '-') && s->at < s->end) {
            bool is_option = peek(s, 0) == '-' && is_letter(peek(s, 1));
            s->at += is_option ? 2 : 1;
            while (is_option && (peek(s, 0) == ' ' || is_digit(peek(s, 0))))
                s->at++;
        }
    }
}

// What can only stand at the beginning of a line. True when there was some.
static bool read_line_start(Scan *s) {
    if (peek(s, 0) == '#') {
        read_directive(s);
        return true;
    }
    bool is_sign = (peek(s, 0) == '%' && (is_letter(peek(s, 1)) || peek(s, 1) == '%')) ||
                   (peek(s, 0) == '!' && peek(s, 1) != '=');
    Level *level = inner(s);
    if (!is_sign || level->phase != PHASE_START ||
        (level->close != 0 && level->close != '}'))
        return false;
    read_magic(s);
    return true;
}

// Only the line of %time ends with its newline; to C, a newline is white space.
static void end_line(Scan *s) {
    s->at++;
    if (s->magic_depth == s->depth) {
        s->magic_depth = -1;
        if (inner(s)->phase == PHASE_SIMPLE)
            end_statement(s);
    }
}

// ---------------------------------------------------------------- the scan

// *length becomes how many bytes it has. Operators need not be told apart, only kept from
// being read in halves.
static Atom punctuator_atom(const Scan *s, size_t *length) {
    char c = peek(s, 0);
    char next = peek(s, 1);
    *length = 1;
    switch (c) {
    case ';':
        return ATOM_SEMI;
    case ':':
        return ATOM_COLON;
    case '?':
        return ATOM_QUESTION;
    case '+':
    case '-':
        if (next == c) {
            *length = 2;
            return ATOM_STEP;
        }
        *length = next == '>' || next == '=' ? 2 : 1;
        return ATOM_OPERATOR;
    case '=':
        *length = next == '=' ? 2 : 1;
        return next == '=' ? ATOM_OPERATOR : ATOM_ASSIGN;
    case '<':
    case '>':
    case '!':
        *length = next == '=' ? 2 : 1;
        return ATOM_OPERATOR;
    case '*':
        return ATOM_STAR;
    default:
        return ATOM_OPERATOR;
    }
}

// Brackets, also as digraphs (C17 6.4.6p3). False: none here.
static bool read_bracket(Scan *s) {
    char c = peek(s, 0);
    char next = peek(s, 1);
    if ((c == '<' && (next == '%' || next == ':')) ||
        ((c == '%' || c == ':') && next == '>')) {
        s->at += 2;
        if (c == '<')
            open_bracket(s, next == '%' ? '}' : ']');
        else
            close_bracket(s, c == '%' ? '}' : ']');
        return true;
    }
    if (c == '(' || c == '[' || c == '{')
        open_bracket(s, c == '(' ? ')' : c == '[' ? ']' : '}');
    else if (c == ')' || c == ']' || c == '}')
        close_bracket(s, c);
    else
        return false;
    s->at++;
    return true;
}

// One atom and its step of the machine.
static void read_atom(Scan *s) {
    char c = peek(s, 0);
    if (c == '"' || c == '\'') {
        skip_literal(s);
        feed(s, ATOM_LITERAL, CLASS_PLAIN);
    } else if (is_letter(c)) {
        read_word(s);
    } else if (is_digit(c) || (c == '.' && is_digit(peek(s, 1)))) {
        s->at++;
        read_number(s);
    } else if (!read_bracket(s)) {
        size_t length;
        Atom atom = punctuator_atom(s, &length);
        s->at += length;
        feed(s, atom, CLASS_PLAIN);
    }
}

// White space and comments; true when there was some.
static bool skip_space(Scan *s) {
    char c = peek(s, 0);
    if (c == '/' && peek(s, 1) == '/') {
        skip_line(s);
        return true;
    }
    if (c == '/' && peek(s, 1) == '*') {
        skip_block_comment(s);
        return true;
    }
    size_t splice = splice_length(s);
    if (splice == 0 && c != ' ' && c != '\t' && c != '\r' && c != '\f' && c != '\v')
        return false;
    s->at += splice ? splice : 1;
    return true;
}

// The whole scan: each byte is looked at a bounded number of times.
static void scan_text(Scan *s) {
    bool is_line_start = true;
    while (s->at < s->end && !s->is_invalid) {
        if (peek(s, 0) == '\n') {
            end_line(s);
            is_line_start = true;
        } else if (skip_space(s)) {
            continue;
        } else if (!is_line_start || !read_line_start(s)) {
            read_atom(s);
            is_line_start = false;
        }
    }
}

// ---------------------------------------------------------------- the answer

// Whether the last statement of the text needs more.
static bool needs_more(Scan *s) {
    Level *level = inner(s);
    if (level->phase == PHASE_SIMPLE) {
        bool is_help = level->last == ATOM_QUESTION && level->atoms == 2;
        bool is_operand = level->last == ATOM_LITERAL || level->last == ATOM_PAREN ||
                          level->last == ATOM_BRACKET || level->last == ATOM_BRACE ||
                          level->last == ATOM_STEP ||
                          (level->last == ATOM_NAME && level->last_class == CLASS_PLAIN);
        bool is_value = is_operand && !level->is_declaration && !level->is_jump &&
                        (s->control_count == level->control_base || s->magic_depth >= 0);
        return !is_value && !is_help;
    }
    settle_ifs(s);
    return level->phase != PHASE_START || s->control_count > level->control_base;
}

// Four spaces a brace, four more for a bracket that is open or a body that is wanted.
static unsigned indent_of(Scan *s) {
    unsigned braces = 0;
    bool is_continued = false;
    for (uint16_t i = 1; i <= s->depth; i++) {
        braces += s->levels[i].close == '}';
        is_continued = s->levels[i].close != '}';
    }
    const Level *level = inner(s);
    bool wants_body = level->phase == PHASE_START &&
                      s->control_count > level->control_base &&
                      s->controls[s->control_count - 1] != CONTROL_IF_DONE;
    return INDENT_SPACES * (braces + (is_continued || wants_body));
}

Completeness complete_check(const char *text, size_t size_bytes,
                            unsigned *indent_spaces) {
    assert(indent_spaces);
    Scan scan;
    scan.at = text;
    scan.end = text + size_bytes;
    scan.depth = scan.control_count = 0;
    scan.if_depth = 0;
    scan.magic_depth = -1;
    scan.is_invalid = scan.is_open = false;
    scan.levels[0] = (Level){0};
    *indent_spaces = 0;
    scan_text(&scan);
    if (scan.is_invalid)
        return COMPLETE_INVALID;
    unsigned indent = indent_of(&scan);
    if (scan.depth == 0 && scan.if_depth == 0 && !scan.is_open && !needs_more(&scan))
        return COMPLETE_YES;
    *indent_spaces = indent;
    return COMPLETE_NO;
}
