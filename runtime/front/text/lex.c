// lex.c: source text -> raw tokens, one at a time.
//
// What enters is the text of a Source (a NUL stands behind it). What leaves are raw
// tokens as lex.h describes them. What always holds: `at` moves forwards only; a token's
// span is where its first and last characters stand; spellings point into the source's
// text itself unless a line splice is inside, then into the arena.
//
// Line splices (a backslash at the end of a line, C17 5.1.1.2 phase 2) can stand
// anywhere, even in the middle of `+=`. Every step from one character to the next goes
// through skip_splices, which costs one comparison. Comments count as one space: a
// newline inside one ends no directive.
//
// Magics are lines, not tokens of C: in a cell a line that begins with %name or ! where a
// statement can begin. Which lines these are is decided here, because only the lexer sees
// lines.
//
// Read lex_number.c, lex_string.c and lex_stray.c for the later conversions, pp.c for who
// drives this.
#include "front/text/lex.h"

#include "base/utf8.h"

#include <assert.h>
#include <string.h>

// ---------------------------------------------------------------- characters

enum {
    C_SPACE = 1,  // blank, tab, vertical tab, form feed, carriage return
    C_LETTER = 2, // a-z A-Z _ $
    C_DIGIT = 4
};

#define S C_SPACE
#define L C_LETTER
#define D C_DIGIT
static const unsigned char classes[256] = {
    0, 0, 0, 0, 0, 0, 0, 0,
    0, S, 0, S, S, S, 0, 0, // control characters; newline is its own
    0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, //
    S, 0, 0, 0, L, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, // blank ... $
    D, D, D, D, D, D, D, D,
    D, D, 0, 0, 0, 0, 0, 0, // 0-9
    0, L, L, L, L, L, L, L,
    L, L, L, L, L, L, L, L, // A-
    L, L, L, L, L, L, L, L,
    L, L, L, 0, 0, 0, 0, L, // -Z _
    0, L, L, L, L, L, L, L,
    L, L, L, L, L, L, L, L, // a-
    L, L, L, L, L, L, L, L,
    L, L, L, 0, 0, 0, 0, 0, // -z
};
#undef S
#undef L
#undef D

static inline unsigned class_of(char c) {
    return classes[(unsigned char)c];
}

// The newline of a splice at p (which is a backslash), or NULL. As gcc does, blanks
// between the backslash and the newline are forgiven.
static const char *splice_newline(const char *p) {
    do
        p++;
    while (*p == ' ' || *p == '\t' || *p == '\r');
    return *p == '\n' ? p : NULL;
}

static inline const char *skip_splices(const char *p) {
    while (UNLIKELY(*p == '\\')) {
        const char *newline = splice_newline(p);
        if (!newline)
            break;
        p = newline + 1;
    }
    return p;
}

// Eats `c` if it comes next.
static inline bool take(Lexer *lexer, char c) {
    const char *p = skip_splices(lexer->at);
    if (*p != c)
        return false;
    lexer->at = p + 1;
    return true;
}

// Places are offsets in the source's text; a source is smaller than 4 GiB.
static Span span_of(const Lexer *lexer, const char *begin, const char *end) {
    const char *text = lexer->source->text;
    return (Span){lexer->source->id, (uint32_t)(begin - text), (uint32_t)(end - text)};
}

// Sets .string to the spelling from `begin` to the lexer's place; `dirty`: there are
// splices inside.
static void set_spelling(Lexer *lexer, Token *token, const char *begin, bool dirty) {
    size_t size = (size_t)(lexer->at - begin);
    if (dirty) {
        char *clean = arena_alloc(lexer->arena, size + 1), *out = clean;
        for (const char *p = begin; (p = skip_splices(p)) < lexer->at; p++)
            *out++ = *p;
        begin = clean;
        size = (size_t)(out - clean);
    }
    token->string.text = begin;
    token->string.size_bytes = (uint32_t)size;
}

// ---------------------------------------------------------------- white space

// A block comment; at stands behind its `/*`. Notes where another `/*` was inside.
static void skip_block_comment(Lexer *lexer, const char *begin) {
    const char *p = lexer->at;
    lexer->nested_comment = NULL;
    for (;;) {
        p = memchr(p, '*', (size_t)(lexer->end - p));
        if (!p) {
            Diag *diag = diag_add(lexer->diags, DIAG_UNTERMINATED_COMMENT,
                                  span_of(lexer, begin, begin + 2));
            if (lexer->nested_comment)
                diag_note(
                    lexer->diags, diag,
                    span_of(lexer, lexer->nested_comment, lexer->nested_comment + 2),
                    "comments do not nest: this `/*` has no effect inside a comment");
            diag_note(lexer->diags, diag, (Span){0}, "end the comment with `*/`");
            lexer->at = lexer->end;
            return;
        }
        if (p[-1] == '/' && p - 1 > begin + 1)
            lexer->nested_comment = p - 1;
        const char *next = skip_splices(p + 1);
        if (*next == '/') {
            lexer->at = next + 1;
            return;
        }
        p++;
    }
}

// A line comment, up to its newline; a splice carries it to the next line.
static void skip_line_comment(Lexer *lexer) {
    const char *p = lexer->at;
    for (;;) {
        const char *newline = memchr(p, '\n', (size_t)(lexer->end - p));
        if (!newline) {
            lexer->at = lexer->end;
            return;
        }
        const char *last = newline;
        while (last > p && (last[-1] == '\r' || last[-1] == ' ' || last[-1] == '\t'))
            last--;
        if (last > p && last[-1] == '\\') {
            p = newline + 1;
            continue;
        }
        lexer->at = newline;
        return;
    }
}

// Skips a comment if one begins here.
// At a slash. Comments can be spliced in their signs too.
static bool skip_comment(Lexer *lexer) {
    const char *begin = lexer->at;
    const char *next = skip_splices(begin + 1);
    if (*next == '/') {
        lexer->at = next + 1;
        skip_line_comment(lexer);
        return true;
    }
    if (*next == '*') {
        lexer->at = next + 1;
        skip_block_comment(lexer, begin);
        return true;
    }
    return false;
}

// Skips white space up to the next token, or, where newlines mean something, up to a
// newline. Returns whether there was any.
static bool skip_space(Lexer *lexer) {
    bool any = false;
    for (;;) {
        char c = *lexer->at;
        if (class_of(c) & C_SPACE) {
            lexer->at++;
        } else if (c == '\n') {
            if (lexer->in_directive || (lexer->magic_line && lexer->magic_depth <= 0))
                return any;
            lexer->at++;
            lexer->bol = true;
        } else if (c == '/') {
            if (!skip_comment(lexer))
                return any;
        } else if (c == '\\') {
            const char *p = skip_splices(lexer->at);
            if (p == lexer->at)
                return any;
            lexer->at = p;
        } else {
            return any;
        }
        any = true;
    }
}

// Literals are known so that a comment sign in one is not taken for a comment.
void lex_skip_line(Lexer *lexer) {
    for (const char *p;;) {
        char c = *(p = skip_splices(lexer->at));
        lexer->at = p;
        if (p >= lexer->end || c == '\n')
            return;
        if (c == '/' && skip_comment(lexer))
            continue;
        lexer->at++;
        if (c != '"' && c != '\'')
            continue;
        // A literal hides comment signs; one without an end ends with its line ("don't").
        while ((p = skip_splices(lexer->at)) < lexer->end && *p != '\n') {
            lexer->at = p + 1;
            if (*p == c)
                break;
            if (*p == '\\' && *(p = skip_splices(p + 1)) != '\n' && p < lexer->end)
                lexer->at = p + 1;
        }
    }
}

bool lex_skip_group(Lexer *lexer, Span *hash) {
    assert(!lexer->in_directive);
    for (;;) {
        skip_space(lexer);
        if (lexer->at >= lexer->end)
            return false;
        const char *begin = lexer->at;
        if (lexer->bol && (take(lexer, '#') || (take(lexer, '%') && take(lexer, ':')))) {
            *hash = span_of(lexer, begin, lexer->at);
            return true;
        }
        lexer->bol = false;
        lexer->at = begin;
        lex_skip_line(lexer);
        if (lexer->at >= lexer->end)
            return false;
    }
}

const char *lex_rest_of_line(Lexer *lexer) {
    while (class_of(*lexer->at) & C_SPACE)
        lexer->at++;
    Str text = {0};
    for (const char *p;;) {
        p = skip_splices(lexer->at);
        lexer->at = p;
        if (p >= lexer->end || *p == '\n')
            break;
        if (*p == '/' && skip_comment(lexer)) {
            str_putc(&text, ' ');
            continue;
        }
        str_putc(&text, *p);
        lexer->at++;
    }
    while (text.count && (class_of(text.data[text.count - 1]) & C_SPACE))
        text.count--;
    const char *copy = arena_strndup(lexer->arena, text.data, text.count);
    str_free(&text);
    return copy;
}

// ---------------------------------------------------------------- identifiers

// Reads \u with 4 or \U with 8 digits at p; returns the end, or NULL.
static const char *read_ucn(const char *p, uint32_t *code_point) {
    if (*p != '\\' || (p[1] != 'u' && p[1] != 'U'))
        return NULL;
    unsigned digits = p[1] == 'u' ? 4 : 8;
    p += 2;
    *code_point = 0;
    for (unsigned i = 0; i < digits; i++, p++) {
        char c = *p;
        unsigned value = c >= '0' && c <= '9'   ? (unsigned)(c - '0')
                         : c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10
                         : c >= 'A' && c <= 'F' ? (unsigned)(c - 'A') + 10
                                                : 16;
        if (value == 16)
            return NULL;
        *code_point = *code_point << 4 | value;
    }
    return p;
}

// The end of the identifier character at p, appended to `name` as UTF-8; NULL when there
// is none.
static const char *identifier_character(const Lexer *lexer, const char *p, Str *name) {
    uint32_t code_point;
    const char *after = read_ucn(p, &code_point);
    if (!after) {
        unsigned length = utf8_decode(p, (size_t)(lexer->end - p), &code_point);
        if (length == 0)
            return NULL;
        after = p + length;
    } else if (code_point < 0x80) {
        return NULL;
    }
    char bytes[4];
    unsigned size = utf8_encode(code_point, bytes);
    if (size == 0 || !lex_is_identifier(code_point, name->count == 0))
        return NULL;
    str_add(name, bytes, size);
    return after;
}

// An identifier with splices, universal character names or characters beyond ASCII in it.
// False when none begins here; the lexer has not moved then.
static bool slow_identifier(Lexer *lexer, Token *token) {
    Str name = {0};
    const char *end = lexer->at;
    for (const char *p = end;
         (p = identifier_character(lexer, skip_splices(p), &name)) != NULL;)
        end = p;
    bool found = name.count > 0;
    if (found) {
        token->kind = TK_NAME;
        token->name = intern_get(lexer->names, name.data, name.count);
        lexer->at = end;
    }
    str_free(&name);
    return found;
}

// ---------------------------------------------------------------- numbers and literals

// A preprocessing number (C17 6.4.8), with C23's digit separators. It may not be a number
// at all (1..2, 0x1.p): that comes out when it is converted.
static void lex_pp_number(Lexer *lexer, Token *token) {
    const char *begin = lexer->at;
    bool dirty = false;
    lexer->at++;
    for (;;) {
        const char *p = skip_splices(lexer->at);
        dirty |= p != lexer->at && (class_of(*p) || *p == '.');
        char last = p[-1], c = *p;
        if ((c == '+' || c == '-') && p == lexer->at &&
            (last == 'e' || last == 'E' || last == 'p' || last == 'P'))
            lexer->at = p + 1;
        else if ((class_of(c) & (C_LETTER | C_DIGIT)) || c == '.')
            lexer->at = p + 1;
        else if (c == '\'' && (class_of(p[1]) & (C_LETTER | C_DIGIT)))
            lexer->at = p + 2;
        else
            break;
    }
    token->kind = TK_PP_NUMBER;
    set_spelling(lexer, token, begin, dirty);
}

// The string that was broken off on the line above, and this is the quote that was to
// close it. One mistake: the message about the beginning says where the end is.
static bool is_broken_string(Lexer *lexer, Span span, char quote) {
    Diags *diags = lexer->diags;
    Diag *last = diags->list.count == 0 ? NULL : diags->list.data[diags->list.count - 1];
    if (quote != '"' || last == NULL || last->code != DIAG_UNTERMINATED_STRING ||
        last->span.source != span.source)
        return false;
    uint32_t last_line, line, column;
    source_locate(diags->sources, last->span, &last_line, &column);
    source_locate(diags->sources, span, &line, &column);
    if (line != last_line + 1)
        return false;
    last->span.end = span.end; // the line between is broken as well
    diag_note(diags, last, (Span){0},
              "a string cannot go on in the next line: write `\\n` where a line is to "
              "end, or close it and open another one, which joins it");
    return true;
}

// `printf(hi\n");`: code stands behind the quote, and text in front of it: it is the one
// that was to close a string. What of it was taken for a stray backslash or for a number
// (`connect(127.0.0.1", 80)`) is part of this.
static bool report_unopened(Lexer *lexer, Span span, const char *content) {
    while (class_of(*content) & C_SPACE)
        content++;
    Diags *diags = lexer->diags;
    Diag *last = diags->list.count == 0 ? NULL : diags->list.data[diags->list.count - 1];
    bool has_told = last != NULL &&
                    (last->code == DIAG_STRAY_BACKSLASH ||
                     last->code == DIAG_TWO_POINTS || last->code == DIAG_NUMBER_SUFFIX) &&
                    last->span.source == span.source && last->span.end <= span.begin &&
                    memchr(lexer->source->text + last->span.begin, '\n',
                           span.begin - last->span.begin) == NULL;
    bool has_stray = has_told && last->code == DIAG_STRAY_BACKSLASH;
    if (!has_stray && (*content == '\0' || strchr("),;", *content) == NULL))
        return false;
    if (has_told) {
        diags->list.count--;
        diags->error_count--;
    }
    span.end = span.begin + 1;
    Diag *diag = diag_add(diags, DIAG_UNOPENED_STRING, span);
    diag_note(diags, diag, (Span){0}, "put another `\"` in front of the text");
    return true;
}

// An unterminated literal: said at once, because what follows cannot be trusted. To keep
// one slip from becoming five messages, the literal is taken to end before the
// punctuation that ends the line.
static void report_unterminated(Lexer *lexer, Token *token, const char *begin,
                                char quote) {
    const char *content = strchr(begin, quote) + 1; // behind the prefix
    const char *end = lexer->at;
    while (end > content && (class_of(end[-1]) & C_SPACE))
        end--;
    while (end > content && strchr(");},] \t", end[-1]))
        end--;
    Span span = span_of(lexer, begin, lexer->at);
    const char *fix = quote == '"' ? "\"" : "'";
    if (is_broken_string(lexer, span, quote)) {
        // said already
    } else if (quote == '"' && report_unopened(lexer, span, content)) {
        end = content; // what follows is code
    } else {
        Diag *diag = diag_add(
            lexer->diags,
            quote == '"' ? DIAG_UNTERMINATED_STRING : DIAG_UNTERMINATED_CHAR, span);
        diag_fix(lexer->diags, diag, span_of(lexer, end, end), fix,
                 "close it with `%s` on the same line", fix);
    }
    lexer->at = end;
    token->kind = quote == '"' ? TK_STRING : TK_CHAR;
    size_t size = (size_t)(end - begin);
    char *text = arena_alloc(lexer->arena, size + 3);
    memcpy(text, begin, size);
    if (quote == '\'') {
        // Its value does not matter any more, but it must be one.
        size = (size_t)(content - begin);
        text[size++] = '0';
    } else {
        // A backslash at the end would swallow the quote.
        while (size > 0 && text[size - 1] == '\\')
            size--;
    }
    text[size] = quote;
    token->string.text = text;
    token->string.size_bytes = (uint32_t)size + 1;
}

// A string literal or character constant; at stands at its quote, `begin` at its prefix.
static void lex_literal(Lexer *lexer, Token *token, const char *begin, StrKind kind) {
    char quote = *lexer->at++;
    bool dirty = false;
    token->str = (uint8_t)kind;
    for (;;) {
        const char *p = skip_splices(lexer->at);
        dirty |= p != lexer->at;
        lexer->at = p;
        if (p >= lexer->end || *p == '\n') {
            report_unterminated(lexer, token, begin, quote);
            return;
        }
        lexer->at++;
        if (*p == quote)
            break;
        if (*p == '\\') {
            const char *escaped = skip_splices(p + 1);
            dirty |= escaped != p + 1;
            lexer->at = escaped;
            if (escaped < lexer->end && *escaped != '\n')
                lexer->at++;
        }
    }
    token->kind = quote == '"' ? TK_STRING : TK_CHAR;
    set_spelling(lexer, token, begin, dirty);
}

// An identifier of ASCII characters, or the literal whose prefix it is.
static void lex_word(Lexer *lexer, Token *token) {
    const char *begin = lexer->at, *p = begin + 1;
    while (class_of(*p) & (C_LETTER | C_DIGIT))
        p++;
    if (UNLIKELY(*p == '\\' || (unsigned char)*p >= 0x80)) {
        slow_identifier(lexer, token);
        return;
    }
    size_t size = (size_t)(p - begin);
    if (UNLIKELY((*p == '"' || *p == '\'') && size <= 2)) {
        int kind = size == 2 ? (begin[0] == 'u' && begin[1] == '8' ? (int)STR_U8 : -1)
                   : *begin == 'L' ? (int)STR_WIDE
                   : *begin == 'u' ? (int)STR_CHAR16
                   : *begin == 'U' ? (int)STR_CHAR32
                                   : -1;
        if (kind >= 0) {
            lexer->at = p;
            lex_literal(lexer, token, begin, (StrKind)kind);
            return;
        }
    }
    lexer->at = p;
    token->kind = TK_NAME;
    token->name = intern_get(lexer->names, begin, size);
}

// `*/` with no comment open. Reported here and not later: only the lexer knows of
// comments.
static void report_comment_end(Lexer *lexer, const char *begin) {
    Diag *diag =
        diag_add(lexer->diags, DIAG_STRAY_COMMENT_END, span_of(lexer, begin, begin + 2));
    if (lexer->nested_comment)
        diag_note(lexer->diags, diag,
                  span_of(lexer, lexer->nested_comment, lexer->nested_comment + 2),
                  "comments do not nest: this `/*` was inside a comment, which the next "
                  "`*/` ended");
}

// What is no token of C: a stray character, a run of malformed bytes, or text between
// typographic quotes. Kept with its spelling; an error only if it gets as far as the
// parser.
static void lex_other(Lexer *lexer, Token *token) {
    const char *begin = lexer->at;
    uint32_t code_point = 0;
    unsigned length = utf8_decode(begin, (size_t)(lexer->end - begin), &code_point);
    token->kind = TK_PP_OTHER;
    if (length == 0) {
        while (lexer->at < lexer->end &&
               utf8_decode(lexer->at, (size_t)(lexer->end - lexer->at), &code_point) == 0)
            lexer->at++;
    } else {
        lexer->at += length;
        // “ or ” opens what the next of “ ” " on the line closes.
        if (code_point == 0x201C || code_point == 0x201D) {
            for (const char *p = lexer->at; p < lexer->end && *p != '\n'; p++) {
                bool typographic = strncmp(p, "\xE2\x80\x9D", 3) == 0 ||
                                   strncmp(p, "\xE2\x80\x9C", 3) == 0;
                if (typographic || *p == '"') {
                    lexer->at = p + (typographic ? 3 : 1);
                    break;
                }
            }
        } else if (code_point == '*') {
            lexer->at++;
            report_comment_end(lexer, begin);
        } else if (code_point < ' ') { // a run of zero bytes is one mistake
            while (lexer->at < lexer->end && *lexer->at == *begin)
                lexer->at++;
        }
    }
    set_spelling(lexer, token, begin, false);
}

// ---------------------------------------------------------------- punctuators

// One rule a first character; longest match (C17 6.4p4). Digraphs (6.4.6p3) get suffix 1.
static TokKind lex_less(Lexer *lexer, Token *token) {
    if (take(lexer, '<'))
        return take(lexer, '=') ? TK_SHL_ASSIGN : TK_SHL;
    if (take(lexer, '='))
        return TK_LE;
    if (take(lexer, ':')) {
        token->suffix = 1;
        return TK_LBRACKET;
    }
    if (take(lexer, '%')) {
        token->suffix = 1;
        return TK_LBRACE;
    }
    return TK_LT;
}

// `%:%:` is ##; `%:%` is # and %.
static TokKind lex_percent(Lexer *lexer, Token *token) {
    if (take(lexer, '='))
        return TK_REM_ASSIGN;
    if (take(lexer, '>')) {
        token->suffix = 1;
        return TK_RBRACE;
    }
    if (!take(lexer, ':'))
        return TK_PERCENT;
    token->suffix = 1;
    const char *hash = lexer->at;
    if (take(lexer, '%') && take(lexer, ':'))
        return TK_HASH_HASH;
    lexer->at = hash;
    return TK_HASH;
}

// Two dots are two tokens: `...` is taken whole or not at all.
static TokKind lex_dot(Lexer *lexer) {
    const char *dot = lexer->at;
    if (take(lexer, '.') && take(lexer, '.'))
        return TK_ELLIPSIS;
    lexer->at = dot;
    return TK_DOT;
}

// `::` occurs in attributes only; C has no other use for two colons in a row.
static TokKind lex_colon(Lexer *lexer, Token *token) {
    if (take(lexer, '>')) {
        token->suffix = 1;
        return TK_RBRACKET;
    }
    return take(lexer, ':') ? TK_COLON_COLON : TK_COLON;
}

// Punctuators that are one character, alone, doubled or with `=` behind it.
typedef struct Punctuator {
    uint8_t alone, doubled, equals; // TokKinds; 0: there is none
} Punctuator;

static const Punctuator punctuators[128] = {
    ['('] = {TK_LPAREN, 0, 0},
    [')'] = {TK_RPAREN, 0, 0},
    ['['] = {TK_LBRACKET, 0, 0},
    [']'] = {TK_RBRACKET, 0, 0},
    ['{'] = {TK_LBRACE, 0, 0},
    ['}'] = {TK_RBRACE, 0, 0},
    [','] = {TK_COMMA, 0, 0},
    [';'] = {TK_SEMI, 0, 0},
    ['?'] = {TK_QUESTION, 0, 0},
    ['~'] = {TK_TILDE, 0, 0},
    ['#'] = {TK_HASH, TK_HASH_HASH, 0},
    ['='] = {TK_ASSIGN, TK_EQ, 0},
    ['!'] = {TK_NOT, 0, TK_NE},
    ['^'] = {TK_CARET, 0, TK_XOR_ASSIGN},
    ['/'] = {TK_SLASH, 0, TK_DIV_ASSIGN},
    ['*'] = {TK_STAR, 0, TK_MUL_ASSIGN},
    ['+'] = {TK_PLUS, TK_INC, TK_ADD_ASSIGN},
    ['-'] = {TK_MINUS, TK_DEC, TK_SUB_ASSIGN},
    ['&'] = {TK_AMP, TK_AND_AND, TK_AND_ASSIGN},
    ['|'] = {TK_PIPE, TK_OR_OR, TK_OR_ASSIGN},
};

// The punctuator at `at`; TK_PP_OTHER when it is none, the lexer has not moved then.
static TokKind lex_punctuator(Lexer *lexer, Token *token) {
    char c = *lexer->at++;
    switch (c) {
    case '.':
        return lex_dot(lexer);
    case ':':
        return lex_colon(lexer, token);
    case '<':
        return lex_less(lexer, token);
    case '%':
        return lex_percent(lexer, token);
    case '>':
        if (take(lexer, '>'))
            return take(lexer, '=') ? TK_SHR_ASSIGN : TK_SHR;
        return take(lexer, '=') ? TK_GE : TK_GT;
    default:
        break;
    }
    Punctuator p = punctuators[(unsigned char)c & 127];
    // `*/` outside a comment is never right, unless another comment begins there.
    bool comment_end =
        c == '*' && *lexer->at == '/' && lexer->at[1] != '*' && lexer->at[1] != '/';
    if (p.alone == 0 || comment_end) {
        lexer->at--;
        return TK_PP_OTHER;
    }
    if (p.doubled && take(lexer, c))
        return (TokKind)p.doubled;
    if (p.equals && take(lexer, '='))
        return (TokKind)p.equals;
    if (c == '-' && take(lexer, '>'))
        return TK_ARROW;
    return (TokKind)p.alone;
}

// ---------------------------------------------------------------- magics

// Whether the line that begins here is a magic.
static bool at_magic(const Lexer *lexer) {
    if (!lexer->statement_start || lexer->paren_depth || lexer->init_depth ||
        lexer->in_directive || lexer->magic_line)
        return false;
    const char *p = lexer->at;
    if (*p == '!')
        return p[1] != '=';
    if (p[1] == '%')
        p++;
    return (class_of(p[1]) & C_LETTER) != 0;
}

static const char *skip_blanks(const char *p) {
    while (*p == ' ' || *p == '\t')
        p++;
    return p;
}

// The end of one option of %timeit at p (-n 10, -n10, -r 3, -p 2, -q, -o, -t, -c), or
// NULL: then the code begins, which may begin with a minus as well.
static const char *timeit_option(const char *p) {
    if (*p != '-' || !p[1])
        return NULL;
    char letter = p[1];
    p += 2;
    if (strchr("nrp", letter)) {
        p = skip_blanks(p);
        if (!(class_of(*p) & C_DIGIT))
            return NULL;
        while (class_of(*p) & C_DIGIT)
            p++;
    } else if (!strchr("qotc", letter)) {
        return NULL;
    }
    return class_of(*p) & C_SPACE || *p == '\n' || *p == '\0' ? p : NULL;
}

// A magic line. %time and %timeit give TK_MAGIC_CODE, and their code follows as tokens;
// any other magic is one token with the whole line as its text.
static void lex_magic(Lexer *lexer, Token *token) {
    const char *begin = lexer->at, *word = begin + 1, *end = word;
    while (class_of(*end) & (C_LETTER | C_DIGIT))
        end++;
    size_t size = (size_t)(end - word);
    bool is_time = size == 4 && memcmp(word, "time", 4) == 0;
    bool is_timeit = size == 6 && memcmp(word, "timeit", 6) == 0;
    if (*begin == '%' && (is_time || is_timeit)) {
        for (const char *p = end; is_timeit && p; p = timeit_option(skip_blanks(p)))
            end = p;
        token->kind = TK_MAGIC_CODE;
        lexer->at = end;
        lexer->magic_line = true;
        lexer->magic_depth = 0;
        set_spelling(lexer, token, word, false);
        token->string.text = arena_strndup(lexer->arena, word, token->string.size_bytes);
        return;
    }
    Str text = {0};
    const char *p = *begin == '%' ? word : begin;
    for (; (p = skip_splices(p)) < lexer->end && *p != '\n'; p++)
        str_putc(&text, *p);
    lexer->at = p;
    while (text.count && (class_of(text.data[text.count - 1]) & C_SPACE))
        text.count--;
    token->kind = TK_MAGIC;
    token->string.text = arena_strndup(lexer->arena, text.data, text.count);
    token->string.size_bytes = text.count;
    str_free(&text);
}

// Keeps what decides whether the next line can be a magic.
static void note_token(Lexer *lexer, TokKind kind) {
    switch (kind) {
    case TK_LPAREN:
    case TK_LBRACKET:
        lexer->paren_depth++;
        lexer->magic_depth++;
        break;
    case TK_RPAREN:
    case TK_RBRACKET:
        lexer->paren_depth -= lexer->paren_depth > 0;
        lexer->magic_depth--;
        break;
    case TK_LBRACE:
        lexer->init_depth += lexer->init_depth > 0 || lexer->last_kind == TK_ASSIGN;
        lexer->magic_depth++;
        break;
    case TK_RBRACE:
        lexer->init_depth -= lexer->init_depth > 0;
        lexer->magic_depth--;
        break;
    default:
        break;
    }
    lexer->statement_start = kind == TK_SEMI || kind == TK_LBRACE || kind == TK_RBRACE ||
                             kind == TK_MAGIC || kind == TK_MAGIC_END;
    lexer->last_kind = (uint16_t)kind;
}

// ---------------------------------------------------------------- the door

// The lexer begins as at the start of a line and of a statement.
void lex_init(Lexer *lexer, const Source *source, Interner *names, Arena *arena,
              Diags *diags) {
    assert(source->text[source->size_bytes] == '\0');
    *lexer = (Lexer){.source = source,
                     .names = names,
                     .arena = arena,
                     .diags = diags,
                     .at = source->text,
                     .end = source->text + source->size_bytes,
                     .bol = true,
                     .statement_start = true};
    if (source->size_bytes >= 3 && memcmp(source->text, "\xEF\xBB\xBF", 3) == 0)
        lexer->at += 3; // a byte order mark says nothing here
}

// The token that begins at `at`, which is no white space and not the end.
static void lex_token(Lexer *lexer, Token *token) {
    const char *begin = lexer->at;
    unsigned class = class_of(*begin);
    if (LIKELY(class & C_LETTER)) {
        lex_word(lexer, token);
    } else if ((class & C_DIGIT) ||
               (*begin == '.' && (class_of(*skip_splices(begin + 1)) & C_DIGIT))) {
        lex_pp_number(lexer, token);
    } else if (*begin == '"' || *begin == '\'') {
        lex_literal(lexer, token, begin, STR_PLAIN);
    } else if (lexer->allow_magics && token->bol && (*begin == '%' || *begin == '!') &&
               at_magic(lexer)) {
        lex_magic(lexer, token);
    } else if ((unsigned char)*begin >= 0x80 || *begin == '\\') {
        if (!slow_identifier(lexer, token))
            lex_other(lexer, token);
    } else {
        token->kind = (uint16_t)lex_punctuator(lexer, token);
        if (UNLIKELY(token->kind == TK_PP_OTHER))
            lex_other(lexer, token);
    }
}

Token lex_next(Lexer *lexer) {
    Token token = {.kind = TK_EOF};
    token.space = skip_space(lexer);
    token.bol = lexer->bol;
    const char *begin = lexer->at;
    if (UNLIKELY(begin >= lexer->end || *begin == '\n')) {
        if (lexer->magic_line && !lexer->in_directive) {
            lexer->magic_line = false;
            token.kind = TK_MAGIC_END;
            note_token(lexer, TK_MAGIC_END);
        }
        token.span = span_of(lexer, begin, begin);
        return token;
    }
    lexer->bol = false;
    lex_token(lexer, &token);
    token.span = span_of(lexer, begin, lexer->at);
    bool directive = lexer->in_directive || (token.kind == TK_HASH && token.bol);
    if (lexer->allow_magics && !directive)
        note_token(lexer, token.kind);
    return token;
}

// A header name is no token: no escapes, no comments in it (C17 6.4.7).
Token lex_header_name(Lexer *lexer) {
    assert(lexer->in_directive);
    Token token = {.kind = TK_EOF};
    token.space = skip_space(lexer);
    const char *begin = lexer->at;
    token.span = span_of(lexer, begin, begin);
    char close = *begin == '<' ? '>' : '"';
    if (begin >= lexer->end || (*begin != '<' && *begin != '"'))
        return token;
    size_t size = strcspn(begin + 1, close == '>' ? ">\n" : "\"\n");
    const char *end = begin + 1 + size;
    if (*end != close)
        return token;
    token.kind = TK_STRING;
    token.str = close == '>';
    token.string.text = begin + 1;
    token.string.size_bytes = (uint32_t)size;
    lexer->at = end + 1;
    token.span = span_of(lexer, begin, lexer->at);
    return token;
}
