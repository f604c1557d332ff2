// pp_define.c: #define and #undef (C17 6.10.3, 6.10.3.5; C23's __VA_OPT__, GNU's named
// rest `args...`).
//
// What enters is the rest of a #define's line, what leaves is a Macro in the session's
// arena, with a body made ready for substitution: parameters are numbers, `#`, `##` and
// __VA_OPT__ are kinds of their own (pp_private.h). Whatever can be said of the body
// alone is checked here, once, and not at each use.
//
// Redefinition follows the notebook: what a later cell defines anew is simply new; in one
// cell a different definition gets a warning, as from gcc; macros of the library may be
// replaced freely.
#include "front/text/pp_private.h"

#include "base/limits.h"

#include <assert.h>
#include <string.h>

// A #define being read.
typedef struct Define {
    Pp *pp;
    Lexer *lexer;
    Arena *arena; // the macro's
    Macro *macro;
    Tokens raw;  // the body as written
    Tokens body; // the body made ready
    VEC(Name *) params;
} Define;

// ---------------------------------------------------------------- names

// The name behind #define, #undef; NULL after a diagnostic.
static Name *read_macro_name(Pp *pp, Lexer *lexer, const char *directive, Span *span) {
    Token token = lex_next(lexer);
    *span = token.span;
    if (token.kind == TK_EOF) {
        diag_add(pp->diags, DIAG_DEFINE_NO_NAME, token.span, directive);
        return NULL;
    }
    const Macro *known = token.kind == TK_NAME ? token.name->macro : NULL;
    if (token.kind != TK_NAME || (known && known->builtin >= PPB_FIRST_OPERATOR)) {
        Str spelling = {0};
        lex_add_spelling(&spelling, &token);
        Diag *diag = diag_add(pp->diags, DIAG_DEFINE_BAD_NAME, token.span,
                              spelling.data ? spelling.data : "");
        if (token.kind != TK_NAME)
            diag_note(pp->diags, diag, (Span){0},
                      "a macro's name is made of letters, digits and `_`, and begins "
                      "with no digit");
        str_free(&spelling);
        return NULL;
    }
    if (known && known->builtin)
        diag_add(pp->diags, DIAG_MACRO_BUILTIN, token.span, token.name->text);
    return token.name;
}

// ---------------------------------------------------------------- parameters

// Points at the token that stands where something else should.
static bool fail_param(Define *define, const Token *token, const char *what) {
    diag_add(define->pp->diags, DIAG_DEFINE_PARAM, token->span, what,
             define->macro->name->text);
    return false;
}

// Parameters are few: a list is searched faster than a map is made.
static bool add_param(Define *define, Name *name, Span span) {
    for (uint32_t i = 0; i < define->params.count; i++)
        if (define->params.data[i] == name) {
            diag_add(define->pp->diags, DIAG_DEFINE_PARAM_TWICE, span, name->text);
            return false;
        }
    if (define->params.count >= LIMIT_MACRO_PARAMS) {
        diag_add(define->pp->diags, DIAG_DEFINE_TOO_MANY, span, define->macro->name->text,
                 LIMIT_MACRO_PARAMS);
        return false;
    }
    vec_push(define->params, name);
    return true;
}

// parameters = [ name { "," name } [ "," "..." ] | "..." | ... name "..." ] ")"
static bool read_params(Define *define) {
    define->macro->is_function = true;
    Token token = lex_next(define->lexer);
    if (token.kind == TK_RPAREN)
        return true;
    for (;;) {
        if (token.kind == TK_ELLIPSIS) {
            define->macro->is_variadic = true;
            if (!add_param(define, define->pp->name_va_args, token.span))
                return false;
        } else if (token.kind != TK_NAME) {
            return fail_param(define, &token, "a name");
        } else {
            const Macro *known = token.name->macro;
            if (known && known->builtin >= PPB_VA_ARGS)
                return fail_param(define, &token, "another name");
            if (!add_param(define, token.name, token.span))
                return false;
        }
        token = lex_next(define->lexer);
        if (token.kind == TK_ELLIPSIS && !define->macro->is_variadic) {
            define->macro->is_variadic = true; // GNU: args...
            token = lex_next(define->lexer);
        }
        if (token.kind == TK_RPAREN)
            return true;
        if (define->macro->is_variadic || token.kind != TK_COMMA)
            return fail_param(define, &token,
                              define->macro->is_variadic ? "`)`" : "`,` or `)`");
        token = lex_next(define->lexer);
    }
}

// ---------------------------------------------------------------- the body

// The index of a parameter, or -1.
static int64_t find_param(const Define *define, const Token *token) {
    if (token->kind == TK_NAME)
        for (uint32_t i = 0; i < define->params.count; i++)
            if (define->params.data[i] == token->name)
                return i;
    return -1;
}

// Mistakes about __VA_OPT__ have no shape in common.
static bool fail_opt(Define *define, const Token *token, const char *what) {
    diag_add(define->pp->diags, DIAG_DEFINE_VA_OPT, token->span, what);
    return false;
}

static bool convert_body(Define *define, uint32_t from, uint32_t to, bool in_optional);

// __VA_OPT__ ( content ) at raw[*at]; leaves *at on its `)`.
static bool convert_optional(Define *define, uint32_t *at, uint32_t to,
                             const Token *hash) {
    const Token *raw = define->raw.data;
    const Token *name = &raw[*at];
    if (!define->macro->is_variadic) {
        diag_add(define->pp->diags, DIAG_DEFINE_VA_ARGS, name->span, "__VA_OPT__");
        return false;
    }
    uint32_t open = *at + 1, close = open;
    if (open >= to || raw[open].kind != TK_LPAREN)
        return fail_opt(define, name, "`__VA_OPT__` needs `(` behind it");
    for (uint32_t depth = 0; close < to; close++) {
        depth += raw[close].kind == TK_LPAREN;
        depth -= raw[close].kind == TK_RPAREN;
        if (depth == 0)
            break;
    }
    if (close == to)
        return fail_opt(define, name, "`__VA_OPT__` has no closing `)`");
    Token optional = hash ? *hash : *name;
    optional.kind = PP_VA_OPT;
    optional.suffix = hash != NULL;
    uint32_t index = define->body.count;
    vec_push(define->body, optional);
    if (!convert_body(define, open + 1, close, true))
        return false;
    define->body.data[index].value = define->body.count - index - 1;
    *at = close;
    return true;
}

// `#` in a function-like macro: it and the parameter behind it become one
// (C17 6.10.3.2p1).
static bool convert_hash(Define *define, uint32_t *at, uint32_t to, bool in_optional) {
    const Token *hash = &define->raw.data[*at];
    const Token *next = *at + 1 < to ? hash + 1 : NULL;
    if (next && next->kind == TK_NAME && next->name == define->pp->name_va_opt &&
        !in_optional) {
        ++*at;
        return convert_optional(define, at, to, hash);
    }
    int64_t param = next ? find_param(define, next) : -1;
    if (param < 0) {
        Diag *diag = diag_add(define->pp->diags, DIAG_DEFINE_HASH, hash->span);
        diag_note(define->pp->diags, diag, (Span){0},
                  "`#x` makes a string of the argument `x`");
        return false;
    }
    Token token = *hash;
    token.kind = PP_STRINGIFY;
    token.suffix = 0;
    token.value = (uint64_t)param;
    vec_push(define->body, token);
    ++*at;
    return true;
}

// One name of the body: a parameter, or one of the words that only variadic macros may
// use.
static bool convert_name(Define *define, uint32_t *at, uint32_t to, bool in_optional) {
    Token token = define->raw.data[*at];
    if (token.name == define->pp->name_va_opt) {
        if (in_optional)
            return fail_opt(define, &token, "`__VA_OPT__` can't stand inside another");
        return convert_optional(define, at, to, NULL);
    }
    int64_t param = find_param(define, &token);
    if (param < 0 && token.name == define->pp->name_va_args) {
        diag_add(define->pp->diags, DIAG_DEFINE_VA_ARGS, token.span, "__VA_ARGS__");
        return false;
    }
    if (param >= 0) {
        token.kind = PP_PARAM;
        token.value = (uint64_t)param;
    }
    vec_push(define->body, token);
    return true;
}

// Makes raw tokens [from, to) ready for substitution.
static bool convert_body(Define *define, uint32_t from, uint32_t to, bool in_optional) {
    for (uint32_t i = from; i < to; i++) {
        Token token = define->raw.data[i];
        if (token.kind == TK_HASH_HASH) {
            if (i == from || i + 1 == to) {
                diag_add(define->pp->diags, DIAG_DEFINE_PASTE_END, token.span);
                return false;
            }
            define->macro->has_paste = true;
            token.kind = PP_PASTE;
            vec_push(define->body, token);
        } else if (token.kind == TK_HASH && define->macro->is_function) {
            if (!convert_hash(define, &i, to, in_optional))
                return false;
        } else if (token.kind == TK_NAME) {
            if (!convert_name(define, &i, to, in_optional))
                return false;
        } else {
            vec_push(define->body, token);
        }
    }
    return true;
}

// Reads the body to the end of the line.
// The macro's text, for inspect, ends with the last token: comments behind it stay out.
static bool read_body(Define *define) {
    Macro *macro = define->macro;
    const char *text_end = define->lexer->at;
    for (Token token; (token = lex_next(define->lexer)).kind != TK_EOF;) {
        token.bol = 0;
        vec_push(define->raw, token);
        text_end = define->lexer->at;
    }
    macro->text_bytes = (uint32_t)(text_end - macro->text);
    if (define->raw.count > 0)
        define->raw.data[0].space =
            0; // it stands between the name and the body (C17 6.10.3p7)
    return convert_body(define, 0, define->raw.count, false);
}

// What beginners write who take a macro for a variable: `#define N = 10`, `#define N
// 10;`.
static void warn_of_habits(Define *define) {
    const Macro *macro = define->macro;
    const Tokens *raw = &define->raw;
    if (macro->is_function || raw->count < 2 || macro->is_system)
        return;
    Pp *pp = define->pp;
    if (raw->data[0].kind == TK_ASSIGN) {
        Diag *diag =
            diag_add(pp->diags, DIAG_DEFINE_ASSIGN, raw->data[0].span, macro->name->text);
        diag_fix(pp->diags, diag, raw->data[0].span, "",
                 "a macro is text, not a variable: leave `=` out");
    }
    const Token *last = &raw->data[raw->count - 1];
    if (last->kind == TK_SEMI && raw->data[raw->count - 2].kind == TK_PP_NUMBER &&
        (raw->count == 2 || raw->data[0].kind == TK_ASSIGN)) {
        Diag *diag = diag_add(pp->diags, DIAG_DEFINE_SEMI, last->span, macro->name->text);
        diag_fix(pp->diags, diag, last->span, "",
                 "a directive ends with its line: leave `;` out");
    }
}

// ---------------------------------------------------------------- redefinition

// White space counts as present or absent, not by its amount (C17 6.10.3p1); before the
// first token it does not count.
static bool same_token(const Token *a, const Token *b, bool first) {
    if (a->kind != b->kind || a->suffix != b->suffix || (!first && a->space != b->space))
        return false;
    switch (a->kind) {
    case TK_NAME:
        return a->name == b->name;
    case TK_STRING:
    case TK_CHAR:
    case TK_PP_NUMBER:
    case TK_PP_OTHER:
        return a->string.size_bytes == b->string.size_bytes &&
               memcmp(a->string.text, b->string.text, a->string.size_bytes) == 0;
    case PP_PARAM:
    case PP_STRINGIFY:
    case PP_VA_OPT:
        return a->value == b->value;
    default:
        return true;
    }
}

// Whether a redefinition says the same (C17 6.10.3p1-2).
static bool same_macro(const Macro *a, const Macro *b) {
    if (a->is_function != b->is_function || a->is_variadic != b->is_variadic ||
        a->param_count != b->param_count || a->body_count != b->body_count)
        return false;
    for (uint32_t i = 0; i < a->param_count; i++)
        if (a->params[i] != b->params[i])
            return false;
    for (uint32_t i = 0; i < a->body_count; i++)
        if (!same_token(&a->body[i], &b->body[i], i == 0))
            return false;
    return true;
}

// Only within one cell: what a notebook defined before may be replaced.
static void check_redefinition(Pp *pp, const Macro *macro) {
    const Macro *before = macro->name->macro;
    if (!before || before->is_system || before->cell != pp->cell ||
        same_macro(before, macro))
        return;
    Diag *diag =
        diag_add(pp->diags, DIAG_MACRO_REDEFINED, macro->span, macro->name->text);
    diag_note(pp->diags, diag, before->span, "it was defined here");
    diag_note(pp->diags, diag, (Span){0},
              "if this is meant, write `#undef %s` in between", macro->name->text);
}

// ---------------------------------------------------------------- the directives

// Moves what was read into the macro's arena.
static void finish(Define *define) {
    Macro *macro = define->macro;
    macro->body_count = define->body.count;
    macro->body = arena_array(define->arena, Token, define->body.count);
    if (define->body.count)
        memcpy(macro->body, define->body.data, define->body.count * sizeof(Token));
    macro->param_count = define->params.count;
    macro->params = arena_array(define->arena, Name *, define->params.count);
    if (define->params.count)
        memcpy(macro->params, define->params.data, define->params.count * sizeof(Name *));
    macro->cell = define->pp->cell;
    macro->sequence = ++define->pp->sequence;
}

// Reads parameters and body of the macro `name`, which has just been read. NULL when
// something is wrong.
static Macro *read_macro(Define *define, Name *name, Span span) {
    Lexer *lexer = define->lexer;
    Macro *macro = define->macro = arena_new(define->arena, Macro);
    macro->name = name;
    macro->span = span;
    macro->is_system = lexer->source->is_system;
    macro->text = lexer->source->text + span.begin;
    bool good = true;
    char next = *lexer->at;
    if (next == '(') { // no space between: parameters
        lex_next(lexer);
        good = read_params(define);
    } else if (next != ' ' && next != '\t' && next != '\n' && next != '\r' &&
               next != '/' && next != '\\' && next != '\f' && next != '\v' &&
               lexer->at < lexer->end) {
        Span at = {span.source, span.end, span.end + 1};
        diag_add(define->pp->diags, DIAG_DEFINE_NO_SPACE, at, name->text);
    }
    good = good && read_body(define);
    if (good)
        finish(define);
    return good ? macro : NULL;
}

static void close_define(Define *define) {
    vec_free(define->raw);
    vec_free(define->body);
    vec_free(define->params);
}

// A macro that is wrong is not defined at all; its uses then read as plain names.
void pp_define_directive(Pp *pp, Lexer *lexer) {
    assert(lexer->in_directive);
    Span span;
    Arena *arena = lexer->arena;
    lexer->arena = &pp->arena; // spellings live as long as the macro
    Define define = {.pp = pp, .lexer = lexer, .arena = &pp->arena};
    Name *name = read_macro_name(pp, lexer, "define", &span);
    const Macro *macro = name ? read_macro(&define, name, span) : NULL;
    if (macro) {
        check_redefinition(pp, macro);
        warn_of_habits(&define);
        pp_set_macro(pp, name, define.macro);
    }
    close_define(&define);
    lexer->arena = arena;
}

// Past the log of changes: the name is new, so it is as if the macro had always been
// there.
void pp_define_piece(Pp *pp, const PpPiece *piece) {
    Lexer lexer;
    lex_init(&lexer, piece->source, pp->names, &pp->library_arena, pp->diags);
    lexer.at = piece->source->text + piece->begin;
    lexer.in_directive = true;
    Define define = {.pp = pp, .lexer = &lexer, .arena = &pp->library_arena};
    Token token = lex_next(&lexer);
    assert(token.kind == TK_NAME && !token.name->macro);
    token.name->macro = read_macro(&define, token.name, token.span);
    assert(token.name->macro);
    close_define(&define);
}

// Undefining what is no macro is fine (C17 6.10.3.5p2).
void pp_undef_directive(Pp *pp, Lexer *lexer) {
    Span span;
    Name *name = read_macro_name(pp, lexer, "undef", &span);
    if (!name)
        return;
    if (name->macro)
        pp_set_macro(pp, name, NULL);
    pp_end_directive(pp, "undef");
}

// Builds the line and reads it like any other. The text stays in the arena: the macro
// points into it.
void pp_define(Pp *pp, const char *name, const char *text) {
    Source source = {.is_system = true};
    source.text = arena_printf(&pp->arena, "%s %s", name, text);
    source.size_bytes = (uint32_t)strlen(source.text);
    Lexer lexer;
    lex_init(&lexer, &source, pp->names, &pp->arena, pp->diags);
    lexer.in_directive = true;
    pp_define_directive(pp, &lexer);
}
