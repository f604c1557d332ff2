// parse_init.c: initialisers (C17 6.7.9, with C23's `= {}` and GNU's ranges).
//
// What enters: tokens behind `=`, or at the `{` of a compound literal. What leaves: an
// expression, or an ND_INIT_LIST whose ListItems keep the designators as written;
// check_init matches them with the type.
//
// Read next: check_init.c.
#include "front/parse/parse_inner.h"

// designator = "." identifier | "[" constant-expression [ "..." constant-expression ] "]"
static Designator *designator(Parser *p) {
    Designator *out = arena_new(p->arena, Designator);
    const Token *begin = p->at;
    if (token_accept(p, TK_DOT)) {
        if (at_kind(p, TK_NAME)) {
            out->name = p->at->name;
            token_advance(p);
        } else {
            const char *found = token_describe(p, p->at);
            (void)parse_error(p, DIAG_PARSE_EXPECTED, span_here(p),
                              "a member's name after `.`", found);
        }
    } else {
        const Token *open = p->at;
        token_advance(p);
        out->lo = conditional_expression(p);
        if (token_accept(p, TK_ELLIPSIS))
            out->hi = conditional_expression(p);
        (void)expect_close(p, TK_RBRACKET, open);
    }
    out->span = span_since(p, begin);
    return out;
}

// designation = designator { designator } "=" | identifier ":"        (the second is
// GNU's old form)
static Designator *designation(Parser *p) {
    if (at_kind(p, TK_NAME) && peek_token(p, 1)->kind == TK_COLON) {
        Designator *only = arena_new(p->arena, Designator);
        only->name = p->at->name;
        only->span = p->at->span;
        token_advance(p);
        token_advance(p);
        return only;
    }
    Designator *first = NULL;
    Designator **tail = &first;
    while ((at_kind(p, TK_DOT) || at_kind(p, TK_LBRACKET)) && !p->panic) {
        *tail = designator(p);
        tail = &(*tail)->next;
    }
    if (first && !p->panic && !token_accept(p, TK_ASSIGN) && !first->lo) {
        const char *found = token_describe(p, p->at);
        (void)parse_error(p, DIAG_PARSE_EXPECTED, span_here(p),
                          "`=` after the member's name", found);
    }
    return first;
}

// A value follows a value: the `,` between them is missing, or a `;` stands there. What
// begins a line as a statement may does not count, since then the `}` is missing.
static bool lacks_comma(Parser *p) {
    if (p->panic)
        return false;
    switch (p->at->kind) {
    case TK_NAME:
        return !p->at->bol && !help_after_operand(p);
    case TK_SEMI:
        return !peek_token(p, 1)->bol && peek_token(p, 1)->kind != TK_EOF;
    case TK_INT:
    case TK_FLOAT:
    case TK_CHAR:
    case TK_STRING:
    case TK_LBRACE:
    case TK_DOT:
        return true;
    default:
        return false;
    }
}

static void report_comma(Parser *p) {
    Span where = span_previous_end(p);
    Diag *diag = parse_error(p, DIAG_PARSE_EXPECTED_AFTER, where, "`,`", "this value");
    parse_fix(p, diag, where, ",", "the values of a list stand between commas");
    p->panic = p->dead;
    (void)token_accept(p, TK_SEMI);
}

// braced-initializer = "{" [ [ designation ] initializer { "," [ designation ]
// initializer } [ "," ] ] "}"
Node *braced_initializer(Parser *p) {
    const Token *open = p->at;
    Node *list = node_new(p, ND_INIT_LIST, open->span);
    ListItem **tail = &list->items;
    uint32_t height = 0;
    if (!nest_enter(p))
        return list;
    token_advance(p);
    while (!at_kind(p, TK_RBRACE) && !at_kind(p, TK_EOF)) {
        ListItem *item = arena_new(p->arena, ListItem);
        item->designators = designation(p);
        item->value = initializer(p);
        height = p->height > height ? p->height : height;
        *tail = item;
        tail = &item->next;
        recover_list(p, TK_RBRACE);
        if (lacks_comma(p))
            report_comma(p);
        else if (p->panic || !token_accept(p, TK_COMMA))
            break;
    }
    nest_leave(p);
    (void)expect_close(p, TK_RBRACE, open);
    list->span = span_since(p, open);
    height_set(p, height + 1);
    return list;
}

// `= [1, 2, 3]`, as other languages write lists.
static Node *refuse_bracket_list(Parser *p) {
    help_operand(p);
    skip_group(p);
    return node_error(p);
}

// `int a[] = 1, 2, 3};`: what follows the `,` is no declarator.
static void refuse_bare_list(Parser *p, const Node *first) {
    const Token *next = peek_token(p, 1);
    bool is_value = next->kind == TK_INT || next->kind == TK_FLOAT ||
                    next->kind == TK_CHAR || next->kind == TK_STRING;
    if (!at_kind(p, TK_COMMA) || !is_value || next->bol || p->panic)
        return;
    Span where = {first->span.source, first->span.begin, first->span.begin};
    Diag *diag = parse_error(p, DIAG_PARSE_EXPECTED, where, "`{`", "a value");
    parse_fix(p, diag, where, "{", "several values stand in braces: `int a[] = {1, 2};`");
    while (!at_kind(p, TK_SEMI) && !at_kind(p, TK_EOF) && !p->at->bol)
        token_advance(p);
}

// `= .x = 1, .y = 2};`
static Node *refuse_bare_designator(Parser *p) {
    Span where = {p->at->span.source, p->at->span.begin, p->at->span.begin};
    Diag *diag =
        parse_error(p, DIAG_PARSE_EXPECTED, where, "`{`", token_describe(p, p->at));
    parse_fix(p, diag, where, "{", "designators stand in braces: `= {.x = 1}`");
    while (!at_kind(p, TK_SEMI) && !at_kind(p, TK_EOF))
        token_advance(p);
    return node_error(p);
}

// initializer = assignment-expression | braced-initializer
Node *initializer(Parser *p) {
    return at_kind(p, TK_LBRACE)     ? braced_initializer(p)
           : at_kind(p, TK_LBRACKET) ? refuse_bracket_list(p)
           : at_kind(p, TK_DOT)      ? refuse_bare_designator(p)
                                     : assignment_expression(p);
}

// That of a declarator.
Node *declared_initializer(Parser *p) {
    Node *value = initializer(p);
    refuse_bare_list(p, value);
    return value;
}
