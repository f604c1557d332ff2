// pp.c: the preprocessor's door, its reading of files and directives, and its output
// stage.
//
// What enters is a Source; what leaves is the array of Tokens the parser reads. In
// between, tokens are pulled, never pushed: pp_run asks pp_next (pp_macro.c) for expanded
// tokens, that asks pp_read for unexpanded ones, and pp_read takes them from the contexts
// (macro bodies being rescanned) or, when there are none, from the innermost file's
// Lexer. A `#` that begins a line is seen there and done at once, so nobody above knows
// of directives.
//
// What always holds: a directive is only ever met with no context open, so it can use the
// context stack for its own expansions behind a barrier; every change of a macro goes
// through pp_set_macro and its log, so that a cell can be undone; once `stopped` is set
// everything reads as ended.
//
// Read pp_private.h first, then pp_macro.c.
#include "front/text/pp_private.h"

#include "base/limits.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static const char *const directive_names[DIR_COUNT] = {
    [DIR_IF] = "if",           [DIR_IFDEF] = "ifdef",
    [DIR_IFNDEF] = "ifndef",   [DIR_ELIF] = "elif",
    [DIR_ELIFDEF] = "elifdef", [DIR_ELIFNDEF] = "elifndef",
    [DIR_ELSE] = "else",       [DIR_ENDIF] = "endif",
    [DIR_DEFINE] = "define",   [DIR_UNDEF] = "undef",
    [DIR_INCLUDE] = "include", [DIR_INCLUDE_NEXT] = "include_next",
    [DIR_LINE] = "line",       [DIR_ERROR] = "error",
    [DIR_WARNING] = "warning", [DIR_PRAGMA] = "pragma",
    [DIR_IDENT] = "ident",     [DIR_SCCS] = "sccs",
};

// ---------------------------------------------------------------- life

// The predefined macros are defined before the first cell begins, so no rollback reaches
// them.
Pp *pp_new(Interner *names, Sources *sources, IncludeReader reader) {
    Pp *pp = mem_alloc(sizeof *pp);
    pp->names = names;
    pp->sources = sources;
    pp->reader = reader;
    arena_init(&pp->arena);
    arena_init(&pp->library_arena);
    arena_init(&pp->quiet_arena);
    diag_init(&pp->quiet, &pp->quiet_arena, sources);
    pp->quiet.muted = true;
    pp->diags = &pp->quiet;
    for (size_t i = DIR_NONE + 1; i < DIR_COUNT; i++)
        pp->directives[i] = intern_cstr(names, directive_names[i]);
    pp->name_va_args = intern_cstr(names, "__VA_ARGS__");
    pp->name_va_opt = intern_cstr(names, "__VA_OPT__");
    pp_builtin_define_all(pp);
    pp->base = pp->cell_begin = pp->log.count;
    return pp;
}

static void free_working_memory(Pp *pp) {
    for (uint32_t i = 0; i < pp->scratch.count; i++) {
        Scratch *scratch = pp->scratch.data[i];
        vec_free(scratch->raw);
        vec_free(scratch->expanded);
        vec_free(scratch->optional);
        vec_free(scratch->out);
        vec_free(scratch->args);
        mem_free(scratch);
    }
    vec_free(pp->scratch);
    vec_free(pp->out);
}

// Names outlive pp in the interner, with macro pointers that nobody follows any more.
void pp_destroy(Pp **handle) {
    Pp *pp = *handle;
    if (!pp)
        return;
    free_working_memory(pp);
    // Popped contexts keep their buffers, so all of the capacity is looked at.
    for (uint32_t i = 0; i < pp->contexts.capacity; i++)
        vec_free(pp->contexts.data[i].buffer);
    vec_free(pp->contexts);
    vec_free(pp->conds);
    vec_free(pp->files);
    vec_free(pp->packs);
    vec_free(pp->kept_macros);
    vec_free(pp->log);
    vec_free(pp->headers);
    diag_deinit(&pp->quiet);
    arena_deinit(&pp->quiet_arena);
    arena_deinit(&pp->library_arena);
    arena_deinit(&pp->arena);
    mem_free(pp);
    *handle = NULL;
}

// Marks what a rollback goes back to.
void pp_begin(Pp *pp, Arena *arena, Diags *diags) {
    assert(!pp->cell_arena); // one cell at a time
    pp->cell_arena = arena;
    pp->diags = diags;
    pp->mark = arena_mark(&pp->arena);
    pp->cell_begin = pp->log.count;
    pp->headers_begin = pp->headers.count;
    pp->counter_begin = pp->counter;
    pp->only_system = true;
    pp->date = pp->time = NULL;
    pp->cell++;
}

// Between cells messages go nowhere: pp_define reports to `quiet`.
static void end_cell(Pp *pp) {
    assert(pp->cell_arena);
    pp->cell_arena = NULL;
    pp->diags = &pp->quiet;
    pp->cell_begin = pp->log.count;
}

// What nothing but the library's sources have made becomes the base for pp_reset.
void pp_commit(Pp *pp) {
    if (pp->only_system)
        pp->base = pp->log.count;
    end_cell(pp);
}

// Undoes the log down to `count` entries.
static void undo(Pp *pp, uint32_t count) {
    while (pp->log.count > count) {
        MacroChange change = vec_last(pp->log);
        pp->log.count--;
        change.name->macro = change.before;
    }
}

// Macro memory goes last: the log still points at the macros.
void pp_rollback(Pp *pp) {
    undo(pp, pp->cell_begin);
    pp->headers.count = pp->headers_begin;
    pp->counter = pp->counter_begin;
    arena_reset_to(&pp->arena, pp->mark);
    end_cell(pp);
}

// The arena keeps the macros that go out of force; a reset is rare.
void pp_reset(Pp *pp) {
    assert(!pp->cell_arena);
    undo(pp, pp->base);
    pp->cell_begin = pp->log.count;
    pp->counter = 0;
}

// ---------------------------------------------------------------- macros

// The one place where a name gets or loses its macro.
void pp_set_macro(Pp *pp, Name *name, Macro *macro) {
    MacroChange change = {name, name->macro};
    vec_push(pp->log, change);
    name->macro = macro;
}

Macro *pp_find_macro(const Name *name) {
    Macro *macro = name->macro;
    return macro && macro->builtin < PPB_FIRST_OPERATOR ? macro : NULL;
}

// The text is a slice of the source it was written in, comments at its end left out.
char *pp_macro_text(const Name *name) {
    const Macro *macro = pp_find_macro(name);
    if (!macro)
        return NULL;
    if (!macro->text)
        return mem_printf("#define %s (computed)", name->text);
    return mem_printf("#define %.*s", (int)macro->text_bytes, macro->text);
}

Span pp_macro_span(const Name *name) {
    const Macro *macro = pp_find_macro(name);
    return macro ? macro->span : (Span){0};
}

typedef VEC(const Macro *) MacroList;

static void collect_macro(void *ctx, Name *name) {
    MacroList *list = ctx;
    const Macro *macro = pp_find_macro(name);
    if (macro)
        vec_push(*list, macro);
}

static int by_sequence(const void *a, const void *b) {
    const Macro *x = *(const Macro *const *)a, *y = *(const Macro *const *)b;
    return (x->sequence > y->sequence) - (x->sequence < y->sequence);
}

void pp_each_macro(const Pp *pp,
                   void (*visit)(void *ctx, const Name *name, Span where, bool is_system),
                   void *ctx) {
    MacroList list = {0};
    intern_each(pp->names, collect_macro, &list);
    if (list.count)
        qsort(list.data, list.count, sizeof *list.data, by_sequence);
    for (uint32_t i = 0; i < list.count; i++)
        visit(ctx, list.data[i]->name, list.data[i]->span, list.data[i]->is_system);
    vec_free(list);
}

// ---------------------------------------------------------------- limits

void pp_stop(Pp *pp) {
    pp->stopped = true;
    pp->has_pushback = false;
}

// Called with what an expansion is about to produce, so that the limit holds before
// memory is taken.
bool pp_spend(Pp *pp, size_t tokens, Span span) {
    pp->work += tokens < LIMIT_MACRO_WORK ? (uint32_t)tokens : LIMIT_MACRO_WORK;
    if (LIKELY(pp->work <= LIMIT_MACRO_WORK))
        return true;
    if (!pp->stopped)
        diag_add(pp->diags, DIAG_MACRO_TOO_LARGE, span, LIMIT_MACRO_WORK);
    pp_stop(pp);
    return false;
}

// ---------------------------------------------------------------- directives

// Names of directives are ordinary names; pointers tell them apart.
DirectiveKind pp_directive_kind(const Pp *pp, const Token *token) {
    if (token->kind == TK_NAME)
        for (size_t i = DIR_NONE + 1; i < DIR_COUNT; i++)
            if (pp->directives[i] == token->name)
                return (DirectiveKind)i;
    return DIR_NONE;
}

PpFile *pp_file(const Pp *pp) {
    return pp->files.count ? vec_last(pp->files) : NULL;
}

// gcc warns here too; old programs write `#endif NAME`.
void pp_end_directive(Pp *pp, const char *name) {
    Lexer *lexer = &pp_file(pp)->lexer;
    Token extra = lex_next(lexer);
    if (extra.kind == TK_EOF)
        return;
    Diag *diag = diag_add(pp->diags, DIAG_DIRECTIVE_EXTRA, extra.span, name);
    diag_note(pp->diags, diag, (Span){0}, "make it a comment: `// ...`");
}

// What to write for a directive that other compilers have, or NULL.
static const char *instead_of(const char *directive) {
    static const struct {
        const char *directive, *instead;
    } rows[] = {
        {"embed", "C23's `#embed` is left out: read the file with `fopen` and `fread`"},
        {"import", "write `#include`: a header is read once if it says `#pragma once`"},
        {"include_next", "write `#include` with the header's path"},
        {"ident", "leave it out: there is no object file to put it into"},
        {"assert", "write `static_assert(...);`, or `assert(...)` in a function"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        if (strcmp(rows[i].directive, directive) == 0)
            return rows[i].instead;
    }
    return NULL;
}

// A word that is near a directive was meant as one. Else it is likely a comment of
// another language.
static void unknown_directive(Pp *pp, const Token *name) {
    Str spelling = {0};
    lex_add_spelling(&spelling, name);
    if (name->kind != TK_NAME && name->kind != TK_PP_OTHER) {
        diag_add(pp->diags, DIAG_DIRECTIVE_NO_NAME, name->span);
    } else {
        Diag *diag =
            diag_add(pp->diags, DIAG_DIRECTIVE_UNKNOWN, name->span, spelling.data);
        Nearest nearest;
        nearest_init(&nearest, spelling.data);
        for (size_t i = DIR_NONE + 1; i < DIR_COUNT; i++)
            nearest_offer(&nearest, directive_names[i]);
        const char *best = nearest_get(&nearest);
        const char *instead = instead_of(spelling.data);
        if (instead)
            diag_note(pp->diags, diag, (Span){0}, "%s", instead);
        else if (best)
            diag_fix(pp->diags, diag, name->span, best, "did you mean `#%s`?", best);
        else
            diag_note(pp->diags, diag, (Span){0},
                      "a comment of C begins with `//`, not with `#`");
    }
    str_free(&spelling);
}

// #error and #warning (C17 6.10.5).
static void message_directive(Pp *pp, const Token *name, DiagCode code) {
    const char *text = lex_rest_of_line(&pp_file(pp)->lexer);
    diag_add(pp->diags, code, name->span, text);
}

// Each directive reads what it needs of its line; the caller skips what is left.
static void run_directive(Pp *pp, const Token *name, DirectiveKind kind) {
    PpFile *file = pp_file(pp);
    switch (kind) {
    case DIR_DEFINE:
        pp_define_directive(pp, &file->lexer);
        return;
    case DIR_UNDEF:
        pp_undef_directive(pp, &file->lexer);
        return;
    case DIR_INCLUDE:
    case DIR_INCLUDE_NEXT:
        pp_include_directive(pp, name);
        return;
    case DIR_LINE:
        pp_line_directive(pp, NULL);
        return;
    case DIR_ERROR:
        message_directive(pp, name, DIAG_USER_ERROR);
        return;
    case DIR_WARNING:
        message_directive(pp, name, DIAG_USER_WARNING);
        return;
    case DIR_PRAGMA:
        pp_pragma_directive(pp);
        return;
    case DIR_IDENT:
    case DIR_SCCS:
        return;
    case DIR_NONE:
        if (name->kind == TK_PP_NUMBER) // gcc's line markers: # 33 "file"
            pp_line_directive(pp, name);
        else if (name->kind != TK_EOF) // a # alone is nothing (C17 6.10.7)
            unknown_directive(pp, name);
        return;
    default:
        pp_cond_directive(pp, kind, name);
        return;
    }
}

// A directive; its # has been read.
static void directive(Pp *pp, const Token *hash) {
    assert(pp->contexts.count == 0 && !pp->has_pushback);
    PpFile *file = pp_file(pp);
    Lexer *lexer = &file->lexer;
    if (hash->span.begin == 0 && *lexer->at == '!') { // #!/usr/bin/env cora
        lex_skip_line(lexer);
        return;
    }
    bool collecting = pp->collecting;
    pp->collecting = false;
    pp->depth++; // in the middle of a macro's arguments their lists are in use
    lexer->in_directive = true;
    Token name = lex_next(lexer);
    DirectiveKind kind = pp_directive_kind(pp, &name);
    if (file->guard == GUARD_AFTER || (file->guard == GUARD_START && kind != DIR_IFNDEF &&
                                       kind != DIR_PRAGMA && name.kind != TK_EOF))
        file->guard = GUARD_NONE;
    run_directive(pp, &name, kind);
    lex_skip_line(lexer);
    lexer->in_directive = false;
    if (kind >= DIR_IF && kind <= DIR_ENDIF)
        pp_cond_skip(pp);
    pp->depth--;
    pp->collecting = collecting;
}

// ---------------------------------------------------------------- reading

static Token end_token(const Pp *pp) {
    const Source *source = pp->files.data[0]->source;
    return (Token){.kind = TK_EOF,
                   .span = {source->id, source->size_bytes, source->size_bytes}};
}

// The innermost file's next token. Included files end silently, the outermost one with
// TK_EOF; while macro arguments are collected an included file's end is an end as well,
// since no argument list may go on behind it.
static Token read_file(Pp *pp) {
    while (!pp->stopped) {
        PpFile *file = pp_file(pp);
        Token token = lex_next(&file->lexer);
        if (UNLIKELY(token.kind == TK_HASH && token.bol)) {
            directive(pp, &token);
            continue;
        }
        if (UNLIKELY(token.kind == TK_EOF)) {
            if (pp->files.count == 1 || pp->collecting)
                return token;
            pp_leave_file(pp);
            continue;
        }
        if (file->guard == GUARD_START || file->guard == GUARD_AFTER)
            file->guard = GUARD_NONE;
        return token;
    }
    return end_token(pp);
}

// From the innermost context that has tokens left; finished ones are popped on the way,
// which enables their macros.
static Token read_token(Pp *pp) {
    while (pp->contexts.count) {
        Context *context = &vec_last(pp->contexts);
        if (context->at < context->end) {
            Token token = *context->at++;
            if (context->respan) {
                token.span = context->span;
                if (context->first) {
                    token.space = context->space;
                    token.bol = context->bol;
                    context->first = false;
                }
            }
            return token;
        }
        if (context->barrier)
            return (Token){.kind = TK_EOF, .span = context->span};
        pp_pop_context(pp);
    }
    return read_file(pp);
}

Token pp_read(Pp *pp) {
    if (UNLIKELY(pp->stopped))
        return end_token(pp);
    if (pp->has_pushback) {
        pp->has_pushback = false;
        return pp->pushback;
    }
    Token token = read_token(pp);
    if (UNLIKELY(pp->carry_space | pp->carry_bol)) {
        token.space |= pp->carry_space;
        token.bol |= pp->carry_bol;
        pp->carry_space = pp->carry_bol = 0;
    }
    return token;
}

// pp_next behind a barrier sees these tokens as if they were all there is.
void pp_open_barrier(Pp *pp, const Token *tokens, uint32_t count) {
    assert(!pp->has_pushback);
    Context *context = pp_push_context(pp);
    context->at = tokens;
    context->end = tokens + count;
    context->barrier = true;
}

void pp_close_barrier(Pp *pp) {
    pp->has_pushback = false;
    while (!vec_last(pp->contexts).barrier)
        pp_pop_context(pp);
    pp_pop_context(pp);
}

// ---------------------------------------------------------------- the output stage

// Where in `enum tag : int { A, B = 2 }` the output stands, so that pp_macro.c can tell a
// declaration of an enumerator from a use. Whatever does not look like that is no list of
// enumerators.
static void follow_enum(Pp *pp, TokKind kind) {
    switch (pp->enum_state) {
    case ENUM_HEAD:
    case ENUM_TAG:
        if (kind == TK_LBRACE)
            pp->enum_state = ENUM_NAME;
        else if (kind == TK_COLON)
            pp->enum_state = ENUM_BASE;
        else
            pp->enum_state =
                pp->enum_state == ENUM_HEAD && kind == TK_NAME ? ENUM_TAG : ENUM_NONE;
        break;
    case ENUM_BASE:
        if (kind == TK_LBRACE)
            pp->enum_state = ENUM_NAME;
        else if (kind != TK_NAME && kind < TK_AUTO) // neither a type's name nor a keyword
            pp->enum_state = ENUM_NONE;
        break;
    case ENUM_NAME:
        pp->enum_state = kind == TK_NAME ? ENUM_VALUE : ENUM_NONE;
        break;
    case ENUM_VALUE:
        if (kind == TK_COMMA)
            pp->enum_state = ENUM_NAME;
        else if (kind == TK_RBRACE || kind == TK_SEMI)
            pp->enum_state = ENUM_NONE;
        break;
    default:
        break;
    }
    if (kind == TK_ENUM)
        pp->enum_state = ENUM_HEAD;
}

// Joins the strings that wait at the end of the output.
static void flush_strings(Pp *pp) {
    if (pp->string_run == 0)
        return;
    uint32_t first = pp->out.count - pp->string_run;
    pp->out.data[first] =
        lex_join_strings(&pp->out.data[first], pp->string_run, pp->cell_arena, pp->diags);
    pp->out.count = first + 1;
    pp->string_run = 0;
}

// The limit counts tokens that leave; work on tokens that do not is counted by pp_spend.
static void push(Pp *pp, Token token) {
    if (pp->out.count >= LIMIT_TOKENS) {
        if (!pp->stopped)
            diag_add(pp->diags, DIAG_TOO_MANY_TOKENS, token.span, LIMIT_TOKENS);
        pp_stop(pp);
        return;
    }
    vec_push(pp->out, token);
}

// A # or ## outside directives and macros.
static void stray_hash(Pp *pp, const Token *token) {
    const char *text = token->kind == TK_HASH ? "#" : "##";
    Diag *diag = diag_add(pp->diags, DIAG_STRAY_HASH, token->span, text);
    if (token->kind == TK_HASH)
        diag_note(pp->diags, diag, (Span){0},
                  "a directive must be the first thing on its line");
}

// Converts a preprocessing token into a token (C17 5.1.1.2 phase 7) and appends it.
static void emit(Pp *pp, Token token) {
    token.hide = 0;
    switch ((TokKind)token.kind) {
    case TK_NAME:
        if (token.name->keyword && token.name->keyword < TK_COUNT)
            token.kind = token.name->keyword;
        break;
    case TK_PP_NUMBER:
        lex_convert_number(&token, pp->diags);
        break;
    case TK_CHAR:
        lex_convert_char(&token, pp->diags);
        break;
    case TK_PP_OTHER:
        if (!lex_convert_stray(&token, pp->cell_arena, pp->diags))
            return;
        break;
    case TK_HASH:
    case TK_HASH_HASH:
        stray_hash(pp, &token);
        return;
    default:
        token.suffix = 0; // digraphs end here
        break;
    }
    if (token.kind == TK_STRING) {
        push(pp, token);
        pp->string_run += !pp->stopped;
        return;
    }
    flush_strings(pp);
    follow_enum(pp, token.kind);
    token.pack = pp->pack;
    push(pp, token);
}

// The lists of the run are reused by the next; only the result is copied to the arena.
bool pp_run(Pp *pp, const Source *source, bool allow_magics, Tokens *out) {
    assert(pp->cell_arena && pp->files.count == 0 && pp->contexts.count == 0);
    pp->out.count = pp->string_run = pp->work = pp->include_count = 0;
    pp->stopped = pp->collecting = pp->in_if = pp->has_pushback = false;
    pp->carry_space = pp->carry_bol = pp->enum_state = pp->pack = 0;
    pp->packs.count = pp->kept_macros.count = 0;
    pp->only_system &= source->is_system;
    pp_enter_file(pp, source, source->name, allow_magics);
    for (;;) {
        Token token = pp_next(pp);
        if (token.kind == TK_EOF) {
            flush_strings(pp);
            vec_push(pp->out, token);
            break;
        }
        emit(pp, token);
    }
    while (pp->contexts.count)
        pp_pop_context(pp);
    while (pp->files.count)
        pp_leave_file(pp);
    out->count = out->capacity = pp->out.count;
    out->data = arena_array(pp->cell_arena, Token, pp->out.count);
    memcpy(out->data, pp->out.data, pp->out.count * sizeof(Token));
    if (pp->out.capacity > 1u << 16 || pp->work > 1u << 16)
        free_working_memory(pp); // a giant's is not kept
    return !pp->stopped;
}

// No macro is looked for: what the cells have made of a name must not reach into the
// library, and its declarations need none (runtime/index/ sees to that).
void pp_read_piece(Pp *pp, const PpPiece *piece, Arena *arena, Diags *diags,
                   Tokens *out) {
    assert(pp->files.count == 0 && pp->contexts.count == 0);
    Arena *cell_arena = pp->cell_arena;
    Diags *cell_diags = pp->diags;
    pp->cell_arena = arena;
    pp->diags = diags;
    pp->out.count = pp->string_run = 0;
    pp->enum_state = pp->pack = 0;
    pp->stopped = false;
    Lexer lexer;
    lex_init(&lexer, piece->source, pp->names, arena, diags);
    lexer.at = piece->source->text + piece->begin;
    for (;;) {
        Token token = lex_next(&lexer);
        if (token.kind == TK_EOF || token.span.begin >= piece->end)
            break;
        emit(pp, token);
    }
    flush_strings(pp);
    push(pp,
         (Token){.kind = TK_EOF, .span = {piece->source->id, piece->end, piece->end}});
    *out = pp->out;
    pp->out = (Tokens){0};
    pp->cell_arena = cell_arena;
    pp->diags = cell_diags;
}
