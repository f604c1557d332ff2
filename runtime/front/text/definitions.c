// definitions.c: which names a file defines, seen by its tokens alone.
//
// What enters: the tokens of a translation unit. What leaves: names, for those who must
// know before the file is parsed (front.c: a name of the library that a later file defines
// is the program's own in the earlier files, too).
//
//     static int n = 1;   extern char *s;   int size = 2, table[3];   int f(int x) { ... }
//                                               ^^^^     ^^^^^             ^
//
// At file scope a name is the last one before `(`, `=`, `[`, `,` or `;`. What stands in
// brackets is passed over; a `{` behind parameters begins a body and ends the declaration.
// Nobody depends on this for what a program means but in the question above: a text that
// is no C gives some names, or none.
#include "front/text/definitions.h"

#include <assert.h>

enum { OLD_STYLE_MAX_TOKENS = 512 };

// A declaration on the way to its end.
typedef struct Declaration {
    const Name *name;    // of the declarator that is being read, or NULL
    bool is_elsewhere;   // static, extern or typedef: defines no variable for other files
    bool is_private;     // static or typedef: no function either
    bool is_function;    // parameters were read
    bool is_of_tag;      // the next name is a struct's
    bool is_initialiser; // behind a `=`, up to the next `,`
} Declaration;

// Behind the bracket that closes the one at `token`; at the end if none does.
static const Token *behind_brackets(const Token *token) {
    uint32_t depth = 0;
    for (; token->kind != TK_EOF; token++) {
        TokKind kind = (TokKind)token->kind;
        depth += kind == TK_LPAREN || kind == TK_LBRACE || kind == TK_LBRACKET;
        bool closes = kind == TK_RPAREN || kind == TK_RBRACE || kind == TK_RBRACKET;
        if (closes && --depth == 0)
            return token + 1;
    }
    return token;
}

// The `{` of a body, here or behind old-style parameters, `int f(a) int a; {`. NULL: a
// prototype, and what an unknown macro may have added to it.
static const Token *find_body(const Token *token) {
    const Token *limit = token + OLD_STYLE_MAX_TOKENS;
    bool is_plain = token->kind == TK_LBRACE;
    bool is_old = token->kind == TK_NAME || token->kind >= TK_AUTO;
    while (is_old && token < limit && token->kind != TK_LBRACE && token->kind != TK_EOF)
        token++;
    is_old = is_old && token->kind == TK_LBRACE && token[-1].kind == TK_SEMI;
    return is_plain || is_old ? token : NULL;
}

// Parameters, or what belongs together: `int (*f)(int)`, `int (*g(int))(int) {`.
static void read_parentheses(Declaration *d, const Token *open) {
    if (open[1].kind != TK_STAR) {
        d->is_function = d->name != NULL && open[-1].kind == TK_NAME;
        return;
    }
    const Token *token = open + 1;
    while (token->kind == TK_STAR || token->kind == TK_CONST)
        token++;
    if (token->kind == TK_NAME) {
        d->name = token->name;
        d->is_function = token[1].kind == TK_LPAREN;
    }
}

// One token, or all in its brackets. Returns what stands behind.
static const Token *read_part(Declaration *d, const Token *token) {
    switch ((TokKind)token->kind) {
    case TK_STATIC:
    case TK_TYPEDEF:
        d->is_private = d->is_elsewhere = true;
        break;
    case TK_EXTERN:
        d->is_elsewhere = true;
        break;
    case TK_STRUCT:
    case TK_UNION:
    case TK_ENUM:
        d->is_of_tag = true;
        return token + 1;
    case TK_NAME:
        if (!d->is_of_tag && !d->is_function && !d->is_initialiser)
            d->name = token->name;
        break;
    case TK_ASSIGN:
        d->is_initialiser = true;
        break;
    case TK_LPAREN:
        if (!d->is_function && !d->is_initialiser)
            read_parentheses(d, token);
        return behind_brackets(token);
    case TK_LBRACE:
    case TK_LBRACKET:
        return behind_brackets(token);
    default:
        break;
    }
    d->is_of_tag = false;
    return token + 1;
}

void definitions_each(const Tokens *tokens, DefinitionVisit *visit, void *ctx) {
    assert(tokens->count > 0 && tokens->data[tokens->count - 1].kind == TK_EOF);
    Declaration d = {0};
    for (const Token *token = tokens->data; token->kind != TK_EOF;) {
        bool ends_part = token->kind == TK_SEMI || token->kind == TK_COMMA;
        const Token *body = d.is_function ? find_body(token) : NULL;
        if (body != NULL && !d.is_private)
            visit(ctx, d.name);
        else if (ends_part && d.name != NULL && !d.is_function && !d.is_elsewhere)
            visit(ctx, d.name);
        if (body != NULL) {
            token = behind_brackets(body);
            d = (Declaration){0};
        } else if (token->kind == TK_COMMA) {
            d = (Declaration){.is_elsewhere = d.is_elsewhere, .is_private = d.is_private};
            token++;
        } else if (token->kind == TK_SEMI) {
            d = (Declaration){0};
            token++;
        } else {
            token = read_part(&d, token);
        }
    }
}

void definitions_read_text(const Source *source, Interner *names, Arena *arena,
                           Diags *diags, Tokens *out) {
    Lexer lexer;
    lex_init(&lexer, source, names, arena, diags);
    for (;;) {
        Token token = lex_next(&lexer);
        if (token.kind == TK_HASH && token.bol) {
            lex_skip_line(&lexer);
            continue;
        }
        if (token.kind == TK_NAME && token.name->keyword &&
            token.name->keyword < TK_COUNT)
            token.kind = token.name->keyword;
        vec_push(*out, token);
        if (token.kind == TK_EOF)
            return;
    }
}
