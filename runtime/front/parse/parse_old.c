// parse_old.c: C as it was before prototypes (C89 3.7.1): lists of names for parameters,
// and the `int` that went without saying.
//
//     main() { ... }                      int main() { ... }
//     add(a, b) long a; { ... }           int add(a, b) long a; int b; { ... }
//
// Old books and programs are full of them, so they run, with a warning: the standard took
// the implied int away in 1999. In a file the parameters may have types, as in programs
// that are half old: add(int a, long b) { ... }. But who writes (void) knows of types, and
// has forgotten one; so has who leaves a variable's out: these are mistakes.
//
// Read next: parse_decl.c; check_func.c, which gives the parameters their types.
#include "front/parse/parse_inner.h"

#include <string.h>

enum { LIST_MAX_TOKENS = 256 }; // of an identifier list that is looked at ahead

// identifier-list = identifier { "," identifier }       (definitions in the style of K&R)
void identifier_list(Parser *p, ParamDecl **tail) {
    uint32_t count = 0;
    do {
        if (!at_kind(p, TK_NAME)) {
            help_declarator_name(p, NULL);
            return;
        }
        if (++count > LIMIT_PARAMS) {
            parse_too_many(p, "parameters", LIMIT_PARAMS);
            return;
        }
        if (scope_lookup(p, p->at->name) == BIND_TYPE) { // C17 6.9.1p6
            (void)parse_error(p, DIAG_PARSE_MISPLACED, p->at->span,
                              token_describe(p, p->at),
                              "it is a type, and the parameters around are names alone");
            p->panic = p->dead;
        }
        ParamDecl *param = arena_new(p->arena, ParamDecl);
        param->span = p->at->span;
        param->declarator = arena_new(p->arena, Declarator);
        param->declarator->name = p->at->name;
        param->declarator->span = p->at->span;
        token_advance(p);
        *tail = param;
        tail = &param->next;
    } while (token_accept(p, TK_COMMA));
}

// The spec of each name of an identifier list, found in the declarations behind it.
static bool old_style_has(const Declarator *d, const Name *name) {
    for (const Node *decl = d->old_style_decls; decl; decl = decl->next)
        if (decl->declarator && decl->declarator->name == name)
            return true;
    return false;
}

// declaration-list = { declaration }        (between `)` and `{` of a K&R definition)
void old_style_declarations(Parser *p, Declarator *d) {
    NodeList list;
    uint32_t scope;
    list_init(&list);
    scope_open(p, &scope);
    while (!at_kind(p, TK_LBRACE) && starts_declaration(p, p->at) && !p->panic)
        declaration(p, NULL, &list);
    scope_close(p, scope);
    d->old_style_decls = list.first;
    for (const ParamDecl *param = d->parts->params; param; param = param->next)
        if (!p->panic && !old_style_has(d, param->declarator->name))
            diag_add(p->diags, DIAG_PARSE_IMPLICIT_INT, param->span,
                     param->declarator->name->text);
}

// `int f(int a) int a; { ... }`: half old, half new. A `;` in front of a `{` is nowhere
// else between a head and its body.
static bool at_types_again(const Parser *p) {
    if (p->block_depth > 0 || !starts_declaration(p, p->at) || at_attributes(p))
        return false;
    for (uint32_t n = 1; n < LIST_MAX_TOKENS; n++) {
        TokKind kind = (TokKind)peek_token(p, n)->kind;
        if (kind == TK_LBRACE)
            return peek_token(p, n - 1)->kind == TK_SEMI;
        if (kind == TK_RBRACE || kind == TK_ASSIGN || kind == TK_EOF)
            return false;
    }
    return false;
}

bool skip_types_again(Parser *p, const Declarator *d) {
    if (!at_types_again(p))
        return false;
    const Token *begin = p->at;
    while (!at_kind(p, TK_LBRACE))
        token_advance(p);
    Diag *diag = parse_error(p, DIAG_PARSE_MISPLACED, span_since(p, begin),
                             token_describe(p, begin),
                             arena_printf(p->arena,
                                          "the parameters of `%s` have their types "
                                          "between the parentheses already",
                                          d->name ? d->name->text : "?"));
    parse_note(p, diag, (Span){0}, "leave out what stands between `)` and `{`");
    p->panic = p->dead;
    return true;
}

// The token behind `name ( [ identifier-list ] )`, or NULL when no such thing is here.
static const Token *behind_identifier_list(const Parser *p) {
    if (!at_kind(p, TK_NAME) || peek_token(p, 1)->kind != TK_LPAREN)
        return NULL;
    uint32_t n = 2;
    if (peek_token(p, n)->kind == TK_RPAREN)
        return peek_token(p, n + 1);
    for (; n < LIST_MAX_TOKENS; n += 2) {
        const Token *name = peek_token(p, n);
        if (name->kind != TK_NAME || starts_declaration(p, name))
            return NULL;
        TokKind next = (TokKind)peek_token(p, n + 1)->kind;
        if (next == TK_RPAREN)
            return peek_token(p, n + 2);
        if (next != TK_COMMA)
            return NULL;
    }
    return NULL;
}

// The token behind `name ( parameter-type-list )`, or NULL when no such thing is here. The
// list has types, but is not `(void)`.
static const Token *behind_typed_list(const Parser *p) {
    const Token *first = peek_token(p, 2);
    if (!at_kind(p, TK_NAME) || peek_token(p, 1)->kind != TK_LPAREN ||
        !starts_declaration(p, first) ||
        (first->kind == TK_VOID && peek_token(p, 3)->kind == TK_RPAREN))
        return NULL;
    uint32_t depth = 1;
    for (uint32_t n = 2; n < LIST_MAX_TOKENS; n++) {
        TokKind kind = (TokKind)peek_token(p, n)->kind;
        depth += kind == TK_LPAREN ? 1 : 0;
        depth -= kind == TK_RPAREN ? 1 : 0;
        if (depth == 0)
            return peek_token(p, n + 1);
        if (kind == TK_SEMI || kind == TK_LBRACE || kind == TK_EOF)
            return NULL;
    }
    return NULL;
}

// A function without a type for its result, in front of which stands `spec`, or nothing
// (NULL). In a cell `f(x)` is most likely a call, or a misspelt `while (x) {`; what is
// certain there is main.
bool at_untyped_function(const Parser *p, const DeclSpec *spec) {
    if (p->block_depth > 0 || p->panic || (spec && spec->words != 0))
        return false;
    const Token *behind = behind_identifier_list(p);
    if (!behind && p->input->file_mode) {
        behind = behind_typed_list(p);
        return behind && (behind->kind == TK_LBRACE || (spec && behind->kind == TK_SEMI));
    }
    if (!behind)
        return false;
    if (spec && (behind->kind == TK_SEMI || behind->kind == TK_COMMA))
        return true;
    bool is_certain =
        spec || p->input->file_mode || strcmp(p->at->name->text, "main") == 0;
    bool is_definition = behind->kind == TK_LBRACE ||
                         (peek_token(p, 2)->kind == TK_NAME &&
                          starts_declaration(p, behind) && p->input->file_mode);
    return is_certain && is_definition;
}

void imply_int(Parser *p, DeclSpec *spec) {
    spec->words = SPEC_INT;
    spec->storage |= FUNC_IMPLIED_INT;
    diag_add(p->diags, DIAG_PARSE_IMPLICIT_INT, p->at->span, p->at->name->text);
}

// function-definition, its specifiers left out
void untyped_function(Parser *p, NodeList *out) {
    DeclSpec *spec = arena_new(p->arena, DeclSpec);
    spec->span = p->at->span;
    imply_int(p, spec);
    declaration_rest(p, spec, out);
}
