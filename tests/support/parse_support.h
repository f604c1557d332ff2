// parse_support.h: source text -> tree, without a preprocessor and without a session, for
// the parser's tests.
//
// Names known to the "session" are those a test says: types in `types`, variables in
// `values`, blank-separated.
#ifndef SUPPORT_PARSE_SUPPORT_H
#define SUPPORT_PARSE_SUPPORT_H

#include "front/ast_print.h"
#include "front/parse/parse.h"
#include "front/text/lex.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

typedef struct Parsed {
    Interner *names;
    Sources sources;
    Arena arena;
    Diags diags;
    Tokens tokens;
    Node *items;
    const char *types;
    const char *values;
} Parsed;

static inline bool parsed_lists(const char *list, const char *word) {
    size_t size = strlen(word);
    for (const char *at = list; at && (at = strstr(at, word)) != NULL; at++)
        if ((at == list || at[-1] == ' ') && (at[size] == ' ' || at[size] == '\0'))
            return true;
    return false;
}

static inline bool parsed_is_type(void *ctx, const Name *name) {
    return parsed_lists(((Parsed *)ctx)->types, name->text);
}

static inline bool parsed_is_value(void *ctx, const Name *name) {
    return parsed_lists(((Parsed *)ctx)->values, name->text);
}

static inline void parsed_push(Parsed *parsed, Token token) {
    VEC(Token)
    list = {parsed->tokens.data, parsed->tokens.count, parsed->tokens.capacity};
    vec_push(list, token);
    parsed->tokens = (Tokens){list.data, list.count, list.capacity};
}

// What the preprocessor does last: keywords, numbers, characters, strings.
static inline void parsed_convert(Parsed *parsed, Token token) {
    if (token.kind == TK_NAME && token.name->keyword && token.name->keyword < WORD_FIRST)
        token.kind = token.name->keyword;
    else if (token.kind == TK_PP_NUMBER)
        (void)lex_convert_number(&token, &parsed->diags);
    else if (token.kind == TK_CHAR)
        (void)lex_convert_char(&token, &parsed->diags);
    else if (token.kind == TK_PP_OTHER &&
             !lex_convert_stray(&token, &parsed->arena, &parsed->diags))
        return;
    if (token.kind == TK_STRING)
        token = lex_join_strings(&token, 1, &parsed->arena, &parsed->diags);
    parsed_push(parsed, token);
}

static inline void parsed_lex(Parsed *parsed, const char *text, size_t size_bytes,
                              bool file_mode) {
    Source *source =
        source_add(&parsed->sources, file_mode ? "t.c" : "In[1]", text, size_bytes);
    Lexer lexer;
    lex_init(&lexer, source, parsed->names, &parsed->arena, &parsed->diags);
    lexer.allow_magics = !file_mode;
    bool ended = false;
    while (!ended) {
        Token token = lex_next(&lexer);
        if (token.kind == TK_EOF && lexer.at < lexer.end) { // a newline
            lexer.at++;
            lexer.bol = true;
            continue;
        }
        ended = token.kind == TK_EOF;
        parsed_convert(parsed, token);
    }
}

static inline void parsed_open(Parsed *parsed, const char *types, const char *values) {
    *parsed = (Parsed){.types = types, .values = values};
    parsed->names = intern_new();
    lex_register_words(parsed->names);
    arena_init(&parsed->arena);
    diag_init(&parsed->diags, &parsed->arena, &parsed->sources);
}

static inline void parsed_run(Parsed *parsed, const char *text, size_t size_bytes,
                              bool file_mode) {
    parsed_lex(parsed, text, size_bytes, file_mode);
    ParseInput input = {
        .tokens = &parsed->tokens,
        .arena = &parsed->arena,
        .diags = &parsed->diags,
        .names = parsed->names,
        .lookup = {parsed, parsed_is_type, parsed_is_value},
        .file_mode = file_mode,
    };
    ParseGaps gaps = {0};
    parsed->items = parse_program(&input, &gaps);
    parse_gaps_deinit(&gaps);
}

static inline void parsed_close(Parsed *parsed) {
    mem_free(parsed->tokens.data);
    diag_deinit(&parsed->diags);
    arena_deinit(&parsed->arena);
    source_deinit(&parsed->sources);
    intern_destroy(&parsed->names);
}

static inline void parsed_show(const Parsed *parsed) {
    for (uint32_t i = 0; i < parsed->diags.list.count; i++) {
        char *text = diag_render(&parsed->diags, parsed->diags.list.data[i]);
        fprintf(stderr, "%s\n", text);
        mem_free(text);
    }
}

// The tree of a cell that is right.
static inline void assert_tree_with(const char *types, const char *values,
                                    const char *text, const char *tree) {
    Parsed parsed;
    parsed_open(&parsed, types, values);
    parsed_run(&parsed, text, strlen(text), false);
    if (parsed.diags.error_count)
        parsed_show(&parsed);
    ck_assert_msg(parsed.diags.error_count == 0, "errors in: %s", text);
    char *got = ast_print(parsed.items);
    ck_assert_str_eq(got, tree);
    mem_free(got);
    parsed_close(&parsed);
}

static inline void assert_tree(const char *text, const char *tree) {
    assert_tree_with("", "", text, tree);
}

// The one error of a cell that is wrong: its message, and a part of one of its notes (or
// NULL).
static inline void assert_error_in(bool file_mode, const char *text, const char *message,
                                   const char *note) {
    Parsed parsed;
    parsed_open(&parsed, "", "known");
    parsed_run(&parsed, text, strlen(text), file_mode);
    if (parsed.diags.error_count != 1)
        parsed_show(&parsed);
    ck_assert_msg(parsed.diags.error_count == 1, "%u errors in: %s",
                  parsed.diags.error_count, text);
    const Diag *diag = parsed.diags.list.data[0];
    ck_assert_msg(strstr(diag->message, message), "`%s` not in `%s`", message,
                  diag->message);
    bool found = note == NULL;
    for (const DiagNote *n = diag->notes; n; n = n->next)
        found = found || strstr(n->message, note) || (n->fix && strstr(n->fix, note));
    if (!found)
        parsed_show(&parsed);
    ck_assert_msg(found, "no note `%s` in: %s", note, text);
    parsed_close(&parsed);
}

static inline void assert_error(const char *text, const char *message, const char *note) {
    assert_error_in(false, text, message, note);
}

#endif
