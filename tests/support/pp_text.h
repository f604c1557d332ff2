// pp_text.h: for tests of the lexer and the preprocessor: a session with cells of text,
// headers held in a table, and the tokens of a cell as one line of text.
//
// Tokens are separated by single blanks. Integers are shown with what their suffix says
// (u, l, ll), characters by value between quotes, strings decoded with their prefix,
// magics between < and >.
#ifndef SUPPORT_PP_TEXT_H
#define SUPPORT_PP_TEXT_H

#include "front/text/pp.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

typedef struct PpHeader {
    const char *name; // "a.h", or "<a.h>" for a header of the library
    const char *text;
} PpHeader;

typedef struct PpText {
    Interner *names;
    Sources sources;
    Pp *pp;
    Arena arena;
    Diags diags;
    Tokens tokens;
    Str text;          // the tokens of the last cell
    char *messages;    // its diagnostics, rendered
    PpHeader *headers; // ended by a NULL name
    unsigned reads;    // how often a header was read
    bool no_magics;
} PpText;

static inline bool pp_text_read(void *ctx, const char *name, bool angled,
                                IncludeText *out) {
    PpText *p = ctx;
    char key[100];
    snprintf(key, sizeof key, angled ? "<%s>" : "%s", name);
    for (const PpHeader *header = p->headers; header && header->name; header++) {
        if (strcmp(header->name, key) == 0) {
            out->text = mem_strdup(header->text);
            out->size_bytes = strlen(header->text);
            out->is_system = angled;
            p->reads++;
            return true;
        }
    }
    return false;
}

static inline void pp_text_init(PpText *p) {
    *p = (PpText){0};
    p->names = intern_new();
    lex_register_words(p->names);
    p->pp = pp_new(p->names, &p->sources, (IncludeReader){p, pp_text_read});
}

static inline void pp_text_end_cell(PpText *p) {
    str_free(&p->text);
    mem_free(p->messages);
    p->messages = NULL;
    diag_deinit(&p->diags);
    arena_deinit(&p->arena);
}

static inline void pp_text_deinit(PpText *p) {
    pp_text_end_cell(p);
    pp_destroy(&p->pp);
    source_deinit(&p->sources);
    intern_destroy(&p->names);
}

static inline void pp_text_add(Str *out, const Token *t) {
    static const char *const prefixes[] = {"", "u8", "L", "u", "U"};
    if (out->count)
        str_putc(out, ' ');
    switch (t->kind) {
    case TK_NAME:
        str_puts(out, t->name->text);
        return;
    case TK_INT:
        str_printf(out, "%llu%s%s", (unsigned long long)t->value,
                   t->suffix & NUM_U ? "u" : "",
                   t->suffix & NUM_LL  ? "ll"
                   : t->suffix & NUM_L ? "l"
                                       : "");
        return;
    case TK_FLOAT:
        str_printf(out, "%.17g%s", t->number,
                   t->suffix & NUM_F   ? "f"
                   : t->suffix & NUM_L ? "l"
                                       : "");
        return;
    case TK_CHAR:
        str_printf(out, "%s'%lld'", prefixes[t->str], (long long)t->value);
        return;
    case TK_STRING:
        str_printf(out, "%s\"", prefixes[t->str]);
        str_add(out, t->string.text, t->string.size_bytes);
        str_putc(out, '"');
        return;
    case TK_MAGIC:
    case TK_MAGIC_CODE:
        str_printf(out, "<%s%.*s>", t->kind == TK_MAGIC_CODE ? "code " : "",
                   (int)t->string.size_bytes, t->string.text);
        return;
    case TK_MAGIC_END:
        str_puts(out, "<end>");
        return;
    default: {
        const char *text = token_kind_text(t->kind);
        str_add(out, text + 1, strlen(text) - 2);
        return;
    }
    }
}

// Preprocesses a cell; commits it when `keep`. Returns its tokens as text.
static inline const char *pp_text_cell(PpText *p, const char *code, size_t size,
                                       bool keep) {
    pp_text_end_cell(p);
    arena_init(&p->arena);
    diag_init(&p->diags, &p->arena, &p->sources);
    const Source *source = source_add(&p->sources, "In[1]", code, size);
    pp_begin(p->pp, &p->arena, &p->diags);
    pp_run(p->pp, source, !p->no_magics, &p->tokens);
    for (uint32_t i = 0; i + 1 < p->tokens.count; i++)
        pp_text_add(&p->text, &p->tokens.data[i]);
    ck_assert_uint_eq(p->tokens.data[p->tokens.count - 1].kind, TK_EOF);
    Str messages = {0};
    for (uint32_t i = 0; i < p->diags.list.count; i++) {
        char *message = diag_render(&p->diags, p->diags.list.data[i]);
        str_puts(&messages, message);
        str_putc(&messages, '\n');
        mem_free(message);
    }
    p->messages = str_take(&messages);
    if (keep)
        pp_commit(p->pp);
    else
        pp_rollback(p->pp);
    return p->text.data ? p->text.data : "";
}

// One cell in a session of its own gives these tokens and no message.
static inline void pp_text_gives(const char *code, const char *tokens) {
    PpText p;
    pp_text_init(&p);
    const char *got = pp_text_cell(&p, code, strlen(code), true);
    ck_assert_str_eq(p.messages, "");
    ck_assert_str_eq(got, tokens);
    pp_text_deinit(&p);
}

// One cell in a session of its own gives a message that contains `part`.
static inline void pp_text_tells(const char *code, const char *part) {
    PpText p;
    pp_text_init(&p);
    pp_text_cell(&p, code, strlen(code), true);
    ck_assert_msg(strstr(p.messages, part) != NULL, "no `%s` in:\n%s", part, p.messages);
    pp_text_deinit(&p);
}

// Runs one case and gives the number of failures, main's result.
static inline int pp_text_run_suite(TCase *tcase, const char *name) {
    Suite *suite = suite_create(name);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}

#endif
