// parse_attr.c: [[attributes]] (C23 6.7.12) and __attribute__((...)) (GNU).
//
// What enters: tokens at the first bracket. What leaves: Attrs appended to a list, in
// order. Known and unknown attributes are read alike; the checker honours the ones it
// knows and C23 lets it ignore the rest. Arguments are kept as expressions when they are
// some, else skipped in balance, since an unknown attribute may hold any tokens at all.
//
// Read next: parse_spec.c and parse_decl.c, which know where attributes may stand.
#include "front/parse/parse_inner.h"

// No expression and no declarator begins with two brackets, so two tokens decide.
bool at_attributes(const Parser *p) {
    return at_kind(p, TK_ATTRIBUTE) ||
           (at_kind(p, TK_LBRACKET) && peek_token(p, 1)->kind == TK_LBRACKET);
}

// Skips to behind the `)` that closes a group whose `(` was consumed.
static void skip_arguments(Parser *p) {
    uint32_t depth = 1;
    while (!at_kind(p, TK_EOF) && !at_kind(p, TK_SEMI) && !at_kind(p, TK_MAGIC_END)) {
        if (at_kind(p, TK_LPAREN))
            depth++;
        if (at_kind(p, TK_RPAREN) && --depth == 0)
            break;
        token_advance(p);
    }
    token_advance(p);
}

// Whether the tokens up to the closing `)` are plain enough to be read as expressions.
static bool are_expressions(const Parser *p) {
    uint32_t depth = 1;
    for (uint32_t i = 0;; i++) {
        switch (peek_token(p, i)->kind) {
        case TK_LPAREN:
            depth++;
            break;
        case TK_RPAREN:
            if (--depth == 0)
                return i > 0;
            break;
        case TK_NAME:
        case TK_INT:
        case TK_CHAR:
        case TK_STRING:
        case TK_COMMA:
        case TK_PLUS:
        case TK_MINUS:
        case TK_STAR:
        case TK_SHL:
        case TK_SIZEOF:
            if (starts_type(p, peek_token(p, i)))
                return false;
            break;
        default:
            return false;
        }
    }
}

// attribute-argument-clause = "(" balanced-tokens ")"
static void attribute_arguments(Parser *p, Attr *attr) {
    if (!are_expressions(p)) {
        skip_arguments(p);
        return;
    }
    NodeList args;
    list_init(&args);
    const Token *open = p->at - 1;
    do {
        if (at_kind(p, TK_STRING) && !attr->string)
            attr->string = p->at->string.text;
        list_add(&args, conditional_expression(p));
    } while (token_accept(p, TK_COMMA));
    attr->args = args.first;
    (void)expect_close(p, TK_RPAREN, open);
}

// attribute = [ identifier "::" ] identifier [ attribute-argument-clause ]      (keywords
// count as identifiers)
static Attr *attribute(Parser *p) {
    Attr *attr = arena_new(p->arena, Attr);
    attr->span = p->at->span;
    attr->name = p->at->name;
    token_advance(p);
    if (at_kind(p, TK_COLON_COLON) && token_spelling(peek_token(p, 1))) {
        token_advance(p);
        attr->prefix = attr->name;
        attr->name = p->at->name;
        token_advance(p);
    }
    attr->span = span_join(attr->span, span_previous(p));
    if (token_accept(p, TK_LPAREN))
        attribute_arguments(p, attr);
    return attr;
}

// attribute-list = [ attribute ] { "," [ attribute ] }
static Attr **attribute_list(Parser *p, Attr **tail) {
    for (;;) {
        if (token_spelling(p->at)) {
            *tail = attribute(p);
            tail = &(*tail)->next;
        }
        if (!token_accept(p, TK_COMMA))
            return tail;
    }
}

// attribute-specifier-sequence = { "[" "[" attribute-list "]" "]"
//                                | "__attribute__" "(" "(" attribute-list ")" ")" }
void attributes(Parser *p, Attr **list) {
    while (*list)
        list = &(*list)->next;
    while (at_attributes(p) && !p->panic) {
        bool is_gnu = at_kind(p, TK_ATTRIBUTE);
        TokKind open_kind = is_gnu ? TK_LPAREN : TK_LBRACKET;
        TokKind close_kind = is_gnu ? TK_RPAREN : TK_RBRACKET;
        if (is_gnu)
            token_advance(p);
        const Token *outer = p->at;
        if (!expect_token(p, open_kind, "`__attribute__`"))
            return;
        const Token *inner = p->at;
        if (!expect_token(p, open_kind, "`__attribute__(`"))
            return;
        list = attribute_list(p, list);
        if (!expect_close(p, close_kind, inner) || !expect_close(p, close_kind, outer))
            return;
    }
}
