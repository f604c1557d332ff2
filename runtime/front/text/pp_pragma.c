// pp_pragma.c: #pragma (C17 6.10.6) and _Pragma (6.10.9).
//
// Three pragmas mean something here, everything else is for other compilers:
//
//     once                         the header is not read again
//     pack(n) pack(push, n) ...    no member is aligned to more than n bytes from here on
//     push_macro("M") pop_macro    keeps a macro's meaning, brings it back
//
// The preprocessor knows no structs: it stamps every token that leaves with the packing
// in force (Token.pack), and the parser reads the stamp of a struct's closing brace, which
// is where gcc looks as well.
#include "front/text/pp_private.h"

#include <string.h>

enum { PACK_WORDS = 6 }; // pack(push, name, 16) has six tokens behind the word

// The tokens of one pragma, as far as one that is known here can be long.
typedef struct Pragma {
    Token words[PACK_WORDS + 1];
    uint32_t count;
    Span span;
} Pragma;

static bool is_word(const Token *token, const char *text) {
    return token->kind == TK_NAME && strcmp(token->name->text, text) == 0;
}

// 1, 2, 4, 8 or 16; -1 for anything else, 0 for pack(0), which ends packing as pack() does.
static int pack_value(const Token *token) {
    static const char *const texts[] = {"0", "1", "2", "4", "8", "16"};
    for (size_t i = 0; token->kind == TK_PP_NUMBER && i < COUNT_OF(texts); i++)
        if (strlen(texts[i]) == token->string.size_bytes &&
            memcmp(texts[i], token->string.text, token->string.size_bytes) == 0)
            return i == 0 ? 0 : 1 << (i - 1);
    return -1;
}

// pack = "pack" "(" [ ( "push" | "pop" ) [ "," name ] [ "," ] ] [ number ] ")"
static bool pack_pragma(Pp *pp, const Pragma *pragma) {
    uint32_t at = 1;
    uint32_t end = pragma->count - 1;
    if (pragma->count < 2 || pragma->words[0].kind != TK_LPAREN ||
        pragma->words[end].kind != TK_RPAREN)
        return false;
    bool pushes = is_word(&pragma->words[at], "push");
    bool pops = is_word(&pragma->words[at], "pop");
    if (pushes || pops) {
        at++;
        if (at + 1 < end && pragma->words[at].kind == TK_COMMA &&
            pragma->words[at + 1].kind == TK_NAME)
            at += 2; // a name for the place: pops come in pairs with their pushes
        if (at < end && pragma->words[at].kind == TK_COMMA)
            at++;
    }
    int value = at < end ? pack_value(&pragma->words[at++]) : pushes ? pp->pack : 0;
    if (value < 0 || at != end)
        return false;
    if (pushes)
        vec_push(pp->packs, pp->pack);
    if (pops && value == 0 && pp->packs.count > 0)
        value = vec_last(pp->packs);
    if (pops && pp->packs.count > 0)
        pp->packs.count--;
    pp->pack = (uint8_t)value;
    return true;
}

// push_macro("M"), pop_macro("M")
static bool macro_pragma(Pp *pp, const Pragma *pragma, bool pushes) {
    const Token *text = &pragma->words[1];
    if (pragma->count != 3 || pragma->words[0].kind != TK_LPAREN ||
        text->kind != TK_STRING || pragma->words[2].kind != TK_RPAREN)
        return false;
    Token plain = lex_join_strings(text, 1, pp->cell_arena, pp->diags);
    Name *name = intern_get(pp->names, plain.string.text, plain.string.size_bytes);
    if (pushes) {
        vec_push(pp->kept_macros, ((MacroChange){name, pp_find_macro(name)}));
        return true;
    }
    for (uint32_t i = pp->kept_macros.count; i-- > 0;) {
        if (pp->kept_macros.data[i].name != name)
            continue;
        pp_set_macro(pp, name, pp->kept_macros.data[i].before);
        for (; i + 1 < pp->kept_macros.count; i++)
            pp->kept_macros.data[i] = pp->kept_macros.data[i + 1];
        pp->kept_macros.count--;
        break;
    }
    return true;
}

// The tokens behind the pragma's first word. Those of pack are expanded, as gcc does.
static void read_words(Pp *pp, Lexer *lexer, bool expands, Pragma *pragma) {
    Tokens line = {0};
    for (Token token; (token = lex_next(lexer)).kind != TK_EOF;)
        vec_push(line, token);
    pp->depth++; // in the middle of a macro's arguments their lists are in use
    pp_open_barrier(pp, line.data, line.count);
    for (;;) {
        Token token = expands ? pp_next(pp) : pp_read(pp);
        if (token.kind == TK_EOF)
            break;
        if (pragma->count <= PACK_WORDS)
            pragma->words[pragma->count] = token;
        pragma->count++;
    }
    pp_close_barrier(pp);
    pp->depth--;
    vec_free(line);
}

static void run_pragma(Pp *pp, Lexer *lexer, Span span) {
    lexer->diags = &pp->quiet; // other compilers' words may be anything
    Token word = lex_next(lexer);
    lexer->diags = pp->diags;
    Pragma pragma = {.span = span.source != 0 ? span : word.span};
    bool is_pack = is_word(&word, "pack");
    bool pushes = is_word(&word, "push_macro");
    if (is_word(&word, "once")) {
        PpFile *file = pp_file(pp);
        if (file->header && lex_next(lexer).kind == TK_EOF)
            pp->headers.data[file->header - 1].once = true;
    } else if (is_pack || pushes || is_word(&word, "pop_macro")) {
        read_words(pp, lexer, is_pack, &pragma);
        bool is_good =
            pragma.count <= PACK_WORDS + 1 &&
            (is_pack ? pack_pragma(pp, &pragma) : macro_pragma(pp, &pragma, pushes));
        if (!is_good)
            diag_add(pp->diags, DIAG_PRAGMA_SHAPE, pragma.span, word.name->text,
                     is_pack ? "pack(1)` or `pack(push, 1)" : "push_macro(\"NAME\")");
    }
}

void pp_pragma_directive(Pp *pp) {
    run_pragma(pp, &pp_file(pp)->lexer, (Span){0});
}

// The string is what stands behind `#pragma` (C17 6.10.9p1).
void pp_pragma_operator(Pp *pp, const Token *string, Span span) {
    Token plain = lex_join_strings(string, 1, pp->cell_arena, pp->diags);
    Source source = {
        .text = arena_strndup(pp->cell_arena, plain.string.text, plain.string.size_bytes),
        .size_bytes = plain.string.size_bytes};
    Lexer lexer;
    lex_init(&lexer, &source, pp->names, pp->cell_arena, pp->diags);
    lexer.in_directive = true;
    run_pragma(pp, &lexer, span);
}
