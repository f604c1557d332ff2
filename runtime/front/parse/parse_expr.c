// parse_expr.c: expressions (C17 6.5), with GNU's statement expressions and `?:`, C23's
// literals, C2y's countof.
//
// What enters: tokens at an operand. What leaves: a tree of expression nodes, never NULL;
// precedence is in its shape, parentheses leave no node.
//
// What always holds: chains of binary operators, of `?:` and of postfix operators are
// loops, so their length costs no C stack here; the height of every tree is known
// (p->height) and bounded, since the stages behind descend it by recursion. Everything
// else that recurses is counted by nest_enter.
//
// Precedence, loosest first: `,`; assignment and yield; `?:`; the binary operators by the
// table below; casts, await and spawn and the other prefix operators; postfix.
//
// Read next: parse_async.c (await, spawn, yield), check_expr.c.
#include "front/parse/parse_inner.h"

#include <string.h>

#include <assert.h>

static Node *unary_expression(Parser *p);
static Node *postfix_operators(Parser *p, Node *operand);

// A zero: harmless wherever an operand may stand. The text it comes from is never
// compiled.
Node *node_error(Parser *p) {
    Node *node = node_new(p, ND_INT, span_here(p));
    node->suffix = NUM_DECIMAL;
    p->height = 0;
    return node;
}

// Kinds alone: whether a name is a type or a keyword of the coroutine language is decided
// later.
bool starts_operand(const Token *token) {
    switch (token->kind) {
    case TK_NAME:
    case TK_INT:
    case TK_FLOAT:
    case TK_CHAR:
    case TK_STRING:
    case TK_LPAREN:
    case TK_SIZEOF:
    case TK_ALIGNOF:
    case TK_GENERIC:
    case TK_EXTENSION:
    case TK_VA_ARG:
    case TK_OFFSETOF:
    case TK_TYPES_COMPATIBLE:
    case TK_CHOOSE_EXPR:
    case TK_INC:
    case TK_DEC:
    case TK_AMP:
    case TK_STAR:
    case TK_PLUS:
    case TK_MINUS:
    case TK_TILDE:
    case TK_NOT:
        return true;
    default:
        return false;
    }
}

// ---------------------------------------------------------------- primary expressions

// A character's suffix field holds its encoding, see ND_INT in ast.h.
static Node *constant(Parser *p) {
    const Token *token = p->at;
    Node *node = node_new(p, token->kind == TK_FLOAT ? ND_FLOAT : ND_INT, token->span);
    if (token->kind == TK_FLOAT)
        node->number = token->number;
    else
        node->value = token->value;
    node->is_char = token->kind == TK_CHAR;
    node->suffix = node->is_char ? token->str : token->suffix;
    token_advance(p);
    p->height = 0;
    return node;
}

// Adjacent literals were joined by the preprocessor (C17 5.1.1.2 phase 6).
static Node *string_literal(Parser *p) {
    Node *node = node_new(p, ND_STRING, p->at->span);
    node->string = p->at->string.text;
    node->string_bytes = p->at->string.size_bytes;
    node->str_kind = p->at->str;
    token_advance(p);
    p->height = 0;
    return node;
}

// `true`, `false`, `nullptr`, unless the program has named something so. NULL: no such
// word.
static Node *word_constant(Parser *p) {
    Word word = (Word)p->at->name->keyword;
    if ((word != WORD_TRUE && word != WORD_FALSE && word != WORD_NULLPTR) ||
        !at_word(p, p->at, word))
        return NULL;
    Node *node = node_new(p, ND_INT, p->at->span);
    node->value = word == WORD_TRUE;
    node->is_bool = word != WORD_NULLPTR;
    node->is_nullptr = word == WORD_NULLPTR;
    token_advance(p);
    p->height = 0;
    return node;
}

// Whether the name is declared is the checker's question; a library type here may be
// called: error("x").
static Node *name_expression(Parser *p) {
    Node *node = word_constant(p);
    if (node)
        return node;
    TokKind next = (TokKind)peek_token(p, 1)->kind;
    if (next == TK_NAME || next >= TK_AUTO) { // no operand of C
        if (foreign_new(p))
            return node_error(p);
        (void)help_misspelt_prefix(p);
    }
    node = node_new(p, ND_NAME, p->at->span);
    node->name = p->at->name;
    token_advance(p);
    p->height = 0;
    return node;
}

// generic-association = ( type-name | "default" ) ":" assignment-expression
static Node *generic_association(Parser *p) {
    const Token *begin = p->at;
    Node *assoc = node_new(p, ND_ASSOC, begin->span);
    if (!token_accept(p, TK_DEFAULT))
        assoc->type_name = type_name(p);
    (void)expect_token(p, TK_COLON, "the type");
    assoc->lhs = assignment_expression(p);
    assoc->span = span_since(p, begin);
    return assoc;
}

// generic-selection = "_Generic" "(" assignment-expression { "," generic-association }
// ")"
static Node *generic_selection(Parser *p) {
    const Token *begin = p->at;
    Node *node = node_new(p, ND_GENERIC, begin->span);
    token_advance(p);
    const Token *open = p->at;
    node->lhs = node_error(p);
    if (!expect_token(p, TK_LPAREN, "`_Generic`") || !nest_enter(p))
        return node;
    NodeList assocs;
    list_init(&assocs);
    node->lhs = assignment_expression(p);
    uint32_t height = p->height;
    for (uint32_t count = 1; !p->panic && token_accept(p, TK_COMMA); count++) {
        if (count > LIMIT_GENERIC_TYPES)
            parse_too_many(p, "types in a `_Generic`", LIMIT_GENERIC_TYPES);
        list_add(&assocs, generic_association(p));
        height = p->height > height ? p->height : height;
    }
    node->assocs = assocs.first;
    nest_leave(p);
    (void)expect_close(p, TK_RPAREN, open);
    node->span = span_since(p, begin);
    height_set(p, height + 1);
    return node;
}

// offsetof = "__builtin_offsetof" "(" type-name "," identifier { "." identifier
//            | "->" identifier | "[" expression "]" } ")"
static Node *offsetof_members(Parser *p) {
    Node *at = node_new(p, ND_PLACEHOLDER, p->at->span);
    p->height = 0;
    bool is_first = true;
    while (!p->panic && (is_first || at_kind(p, TK_DOT) || at_kind(p, TK_LBRACKET) ||
                         at_kind(p, TK_ARROW))) {
        const Token *op = p->at;
        if (!is_first && at_kind(p, TK_ARROW)) { // GNU: a->b is a[0].b
            Node *zero = node_new(p, ND_INT, op->span);
            at = node_binary(p, ND_INDEX, op, at, p->height, zero);
        }
        if (!is_first && token_accept(p, TK_LBRACKET)) {
            uint32_t height = p->height;
            Node *index = expression(p);
            at = node_binary(p, ND_INDEX, op, at, height, index);
            (void)expect_close(p, TK_RBRACKET, op);
            continue;
        }
        if (!is_first)
            token_advance(p);
        is_first = false;
        if (!at_kind(p, TK_NAME)) {
            const char *found = token_describe(p, p->at);
            (void)parse_error(p, DIAG_PARSE_EXPECTED, span_here(p), "a member's name",
                              found);
            break;
        }
        Node *member = node_unary(p, ND_MEMBER, p->at, at);
        member->name = p->at->name;
        token_advance(p);
        at = member;
    }
    return at;
}

// __builtin_va_arg "(" expression "," type-name ")" and its kin: what `<stdarg.h>` and
// `<stddef.h>` expand to.
static Node *builtin_form(Parser *p) {
    const Token *begin = p->at;
    TokKind kind = (TokKind)begin->kind;
    NodeKind node_kind = kind == TK_VA_ARG        ? ND_VA_ARG
                         : kind == TK_OFFSETOF    ? ND_OFFSETOF
                         : kind == TK_CHOOSE_EXPR ? ND_CHOOSE
                                                  : ND_TYPES_COMPATIBLE;
    Node *node = node_new(p, node_kind, begin->span);
    node->lhs = node_error(p);
    token_advance(p);
    const Token *open = p->at;
    if (!expect_token(p, TK_LPAREN, begin->name->text) || !nest_enter(p))
        return node;
    if (kind == TK_CHOOSE_EXPR)
        node->cond = assignment_expression(p);
    else if (kind == TK_VA_ARG)
        node->lhs = assignment_expression(p);
    else
        node->type_name = type_name(p);
    uint32_t height = p->height;
    (void)expect_token(p, TK_COMMA, "the first argument");
    if (kind == TK_VA_ARG) {
        node->type_name = type_name(p);
    } else if (kind == TK_TYPES_COMPATIBLE) {
        node->type_name2 = type_name(p);
    } else if (kind == TK_OFFSETOF) {
        node->lhs = offsetof_members(p);
    } else {
        node->lhs = assignment_expression(p);
        height = p->height > height ? p->height : height;
        (void)expect_token(p, TK_COMMA, "the second argument");
        node->rhs = assignment_expression(p);
    }
    height = p->height > height ? p->height : height;
    nest_leave(p);
    (void)expect_close(p, TK_RPAREN, open);
    node->span = span_since(p, begin);
    height_set(p, height + 1);
    return node;
}

// statement-expression = "(" compound-statement ")"
static Node *statement_expression(Parser *p) {
    const Token *open = p->at;
    Node *node = node_new(p, ND_STMT_EXPR, open->span);
    uint32_t outer = p->statement_height;
    p->statement_height = 0;
    token_advance(p);
    node->then = compound_statement(p);
    (void)expect_close(p, TK_RPAREN, open);
    node->span = span_since(p, open);
    uint32_t height = p->statement_height + 1;
    p->statement_height = outer;
    height_set(p, height);
    return node;
}

// `(Foo *)malloc(4)`, `(Foo)x`: a cast to a type that is not known. Reports, and skips
// the parentheses.
static bool unknown_cast(Parser *p) {
    const Token *name = peek_token(p, 1);
    if (name->kind != TK_NAME || scope_lookup(p, name->name) != BIND_NONE)
        return false;
    uint32_t n = 2;
    while (peek_token(p, n)->kind == TK_STAR)
        n++;
    if (peek_token(p, n)->kind != TK_RPAREN)
        return false;
    TokKind next = (TokKind)peek_token(p, n + 1)->kind;
    bool is_operand = next == TK_NAME || next == TK_INT || next == TK_FLOAT ||
                      next == TK_STRING || next == TK_CHAR || next == TK_LBRACE;
    if ((n == 2 && !is_operand) || (n == 2 && peek_token(p, n + 1)->bol))
        return false;
    if (!help_unknown_type(p, name))
        return false;
    while (n-- > 0)
        token_advance(p);
    token_advance(p);
    return true;
}

// parenthesised = "(" expression ")"
static Node *parenthesised(Parser *p) {
    const Token *open = p->at;
    if (peek_token(p, 1)->kind == TK_LBRACE) {
        Node *block = statement_expression(p);
        return block;
    }
    if (unknown_cast(p))
        return at_kind(p, TK_LBRACE) ? braced_initializer(p) : cast_expression(p);
    if (peek_token(p, 1)->kind == TK_RPAREN) {
        (void)parse_error(p, DIAG_PARSE_EMPTY_PAREN,
                          span_join(open->span, peek_token(p, 1)->span), "parentheses",
                          NULL);
        return node_error(p);
    }
    if (!nest_enter(p))
        return node_error(p);
    token_advance(p);
    Node *inside = expression(p);
    nest_leave(p);
    (void)expect_close(p, TK_RPAREN, open);
    inside->span = span_since(p, open);
    inside->in_parens = true;
    return inside;
}

// primary-expression = identifier | constant | string | "(" expression ")"
//                    | generic-selection | statement-expression | builtin-form
static Node *primary_expression(Parser *p) {
    switch (p->at->kind) {
    case TK_NAME:
        return name_expression(p);
    case TK_INT:
    case TK_FLOAT:
    case TK_CHAR:
        return constant(p);
    case TK_STRING:
        return string_literal(p);
    case TK_LPAREN:
        return parenthesised(p);
    case TK_GENERIC:
        return generic_selection(p);
    case TK_VA_ARG:
    case TK_OFFSETOF:
    case TK_TYPES_COMPATIBLE:
    case TK_CHOOSE_EXPR:
        return builtin_form(p);
    default:
        help_operand(p);
        return node_error(p);
    }
}

// ---------------------------------------------------------------- postfix

// argument = assignment-expression | "." identifier "=" assignment-expression
static Node *call_argument(Parser *p) {
    if (!at_kind(p, TK_DOT) || peek_token(p, 1)->kind != TK_NAME ||
        peek_token(p, 2)->kind != TK_ASSIGN)
        return assignment_expression(p);
    Node *option = node_new(p, ND_OPTION, p->at->span);
    token_advance(p);
    option->name = p->at->name;
    option->op_span = p->at->span;
    token_advance(p);
    token_advance(p);
    option->lhs = assignment_expression(p);
    option->span = span_join(option->span, span_previous(p));
    return option;
}

// `f(a 1], b)`: what was in the brackets is left out. True behind a `,`.
static bool skip_lost_bracket(Parser *p, const Token *open) {
    const Token *close = bracket_lost_between(p, open);
    parse_lost_open(p, close);
    while (p->at < close)
        token_advance(p);
    token_advance(p);
    p->panic = true;
    recover_list(p, TK_RPAREN);
    return !p->panic && token_accept(p, TK_COMMA);
}

// A `;` that was meant as the `,` between two arguments, or none where one is missing.
static bool accept_as_comma(Parser *p, const Token *open) {
    if (p->panic)
        return false;
    bool is_value = at_kind(p, TK_NAME) || at_kind(p, TK_INT) || at_kind(p, TK_FLOAT) ||
                    at_kind(p, TK_STRING) || at_kind(p, TK_CHAR);
    if (is_value && !p->at->bol && bracket_closes_later(p, open)) { // `f(a b)`
        if (foreign_after_operand(p))
            return false;
        if (bracket_lost_between(p, open))
            return skip_lost_bracket(p, open);
        Span where = span_previous_end(p);
        Diag *diag =
            parse_error(p, DIAG_PARSE_EXPECTED_AFTER, where, "`,`", "this argument");
        parse_fix(p, diag, where, ",", "arguments stand between commas");
        p->panic = p->dead;
        return diag != NULL;
    }
    if (!at_kind(p, TK_SEMI) || !bracket_closes_later(p, open))
        return false;
    Diag *diag =
        parse_error(p, DIAG_PARSE_EXPECTED, p->at->span, "`,` between arguments", "`;`");
    parse_fix(p, diag, p->at->span, ",", "write `,` here");
    p->panic = p->dead;
    token_advance(p);
    return true;
}

// arguments = "(" [ argument { "," argument } ] ")"
static Node *call(Parser *p, Node *callee) {
    const Token *open = p->at;
    Node *node = node_new(p, ND_CALL, callee->span);
    NodeList args;
    uint32_t height = p->height;
    list_init(&args);
    node->lhs = callee;
    if (!nest_enter(p))
        return node;
    token_advance(p);
    while (!at_kind(p, TK_RPAREN) && !p->panic) {
        if (args.first == NULL && bracket_is_wrong(p, TK_RPAREN, open))
            break; // f(]
        list_add(&args, call_argument(p));
        node->arg_count++;
        height = p->height > height ? p->height : height;
        if (!token_accept(p, TK_COMMA) && !accept_as_comma(p, open))
            break;
        if (at_kind(p, TK_RPAREN))
            help_operand(p); // f(a, )
    }
    nest_leave(p);
    (void)expect_close(p, TK_RPAREN, open);
    node->args = args.first;
    node->span = span_join(callee->span, span_previous(p));
    height_set(p, height + 1);
    return node;
}

// index = "[" expression "]"
static Node *subscript(Parser *p, Node *array) {
    const Token *open = p->at;
    uint32_t height = p->height;
    token_advance(p);
    if (at_kind(p, TK_RBRACKET)) {
        (void)parse_error(p, DIAG_PARSE_EMPTY_PAREN, span_join(open->span, p->at->span),
                          "brackets", NULL);
        return array;
    }
    if (!nest_enter(p))
        return array;
    Node *index = expression(p);
    nest_leave(p);
    (void)expect_close(p, TK_RBRACKET, open);
    Node *node = node_binary(p, ND_INDEX, open, array, height, index);
    node->span = span_join(array->span, span_previous(p));
    return node;
}

// member = ( "." | "->" ) identifier        p->x is (*p).x
static Node *member(Parser *p, Node *object) {
    const Token *op = p->at;
    token_advance(p);
    if (!at_kind(p, TK_NAME)) {
        const char *found = token_describe(p, p->at);
        (void)parse_error(p, DIAG_PARSE_EXPECTED, span_here(p), "a member's name", found);
        return object;
    }
    if (op->kind == TK_ARROW) {
        Node *deref = node_unary(p, ND_DEREF, op, object);
        deref->span = object->span;
        object = deref;
    }
    Node *node = node_unary(p, ND_MEMBER, op, object);
    node->op_span = p->at->span;
    node->name = p->at->name;
    token_advance(p);
    node->span = span_join(object->span, span_previous(p));
    return node;
}

// The operator's own place is kept for messages: `5++` points at the `++`.
static Node *post_increment(Parser *p, Node *operand) {
    const Token *op = p->at;
    token_advance(p);
    NodeKind kind = op->kind == TK_INC ? ND_POST_INC : ND_POST_DEC;
    Node *node = node_unary(p, kind, op, operand);
    node->span = span_join(operand->span, op->span);
    return node;
}

// postfix-expression = primary-expression { arguments | index | member | "++" | "--" }
static Node *postfix_operators(Parser *p, Node *operand) {
    while (!p->panic) {
        switch (p->at->kind) {
        case TK_LPAREN:
            operand = call(p, operand);
            break;
        case TK_LBRACKET:
            operand = subscript(p, operand);
            break;
        case TK_DOT:
        case TK_ARROW:
            operand = member(p, operand);
            break;
        case TK_INC:
        case TK_DEC:
            operand = post_increment(p, operand);
            break;
        default:
            return operand;
        }
    }
    return operand;
}

// ---------------------------------------------------------------- prefix

// compound-literal = "(" type-name ")" braced-initializer        `(` type-name `)` was
// read.
static Node *compound_literal(Parser *p, const Token *open, TypeName *type) {
    Node *node = node_new(p, ND_COMPOUND, open->span);
    node->compound_type = type;
    node->compound_init = braced_initializer(p);
    node->span = span_since(p, open);
    height_set(p, p->height + 1);
    return node;
}

// Whether a parenthesis here holds a type name. A typedef name with arguments, as in
// `(error("x"))`, makes a value: no cast has a function type (C17 6.5.4p2), so only `(T
// (*)...` and `(T (int))` are type names.
static bool at_type_paren(const Parser *p) {
    const Token *name = peek_token(p, 1);
    if (at_kind(p, TK_LPAREN) && is_literal_storage(p, name))
        return true;
    if (!at_kind(p, TK_LPAREN) || !starts_type(p, name))
        return false;
    if (name->kind != TK_NAME || name->name->keyword != WORD_NONE ||
        peek_token(p, 2)->kind != TK_LPAREN)
        return true;
    const Token *inside = peek_token(p, 3);
    return inside->kind == TK_STAR || inside->kind == TK_LPAREN ||
           inside->kind == TK_LBRACKET || starts_type(p, inside);
}

// "(" type-name ")", or of a compound literal "(" storage-class type-name ")"
static TypeName *parenthesised_type(Parser *p) {
    const Token *open = p->at;
    token_advance(p);
    const Token *begin = p->at;
    TypeName *type = literal_type_name(p);
    (void)expect_close(p, TK_RPAREN, open);
    if (type->spec->storage != 0 && !at_kind(p, TK_LBRACE) && !p->panic)
        (void)parse_error(p, DIAG_PARSE_MISPLACED, begin->span, token_describe(p, begin),
                          "only a compound literal, `(T){ ... }`, may have it");
    return type;
}

// size-expression = ( "sizeof" | "countof" | "_Alignof" ) ( unary-expression | "("
// type-name ")" )
static Node *size_expression(Parser *p, NodeKind of_expr, NodeKind of_type) {
    const Token *op = p->at;
    token_advance(p);
    if (at_type_paren(p)) {
        const Token *open = p->at;
        TypeName *type = parenthesised_type(p);
        if (!at_kind(p, TK_LBRACE) || p->panic) {
            Node *node = node_new(p, of_type, span_since(p, op));
            node->op_span = op->span;
            node->type_name = type;
            p->height = 0;
            return node;
        }
        Node *literal = postfix_operators(p, compound_literal(p, open, type));
        return node_unary(p, of_expr, op, literal);
    }
    if (!nest_enter(p))
        return node_error(p);
    Node *operand = unary_expression(p);
    nest_leave(p);
    return node_unary(p, of_expr, op, operand);
}

// GNU's spelling takes expressions as well.
static Node *alignof_expression(Parser *p) {
    bool is_gnu = strncmp(p->at->name->text, "__", 2) == 0;
    Node *node = size_expression(p, ND_ALIGNOF, ND_ALIGNOF);
    if (node->kind == ND_ALIGNOF)
        node->is_implicit = is_gnu;
    return node;
}

// ND_KIND_COUNT: the token is no prefix operator.
static NodeKind prefix_kind(const Token *token) {
    switch (token->kind) {
    case TK_INC:
        return ND_PRE_INC;
    case TK_DEC:
        return ND_PRE_DEC;
    case TK_AMP:
        return ND_ADDR;
    case TK_STAR:
        return ND_DEREF;
    case TK_PLUS:
        return ND_PLUS;
    case TK_MINUS:
        return ND_NEG;
    case TK_TILDE:
        return ND_BITNOT;
    case TK_NOT:
        return ND_NOT;
    default:
        return ND_KIND_COUNT;
    }
}

// Whether `countof` or `alignof` is the operator here.
static bool at_size_word(const Parser *p, Word word) {
    if (!at_spelling(p->at, word))
        return false;
    TokKind next = (TokKind)peek_token(p, 1)->kind;
    return next == TK_NAME || (next == TK_LPAREN && at_word(p, p->at, word));
}

// ++ and -- take a unary-expression, the others a cast-expression (C17 6.5.3): `-(int)x`
// but not `++(int)x`.
static Node *prefix_operator(Parser *p, NodeKind kind) {
    const Token *op = p->at;
    if (!nest_enter(p))
        return node_error(p);
    token_advance(p);
    foreign_power(p);
    bool is_step = kind == ND_PRE_INC || kind == ND_PRE_DEC;
    // `++(int){1}` is a step of a compound literal, which cast_expression reads.
    Node *operand =
        is_step && !at_type_paren(p) ? unary_expression(p) : cast_expression(p);
    nest_leave(p);
    return node_unary(p, kind, op, operand);
}

// unary-expression = postfix-expression | prefix-operator cast-expression
//                  | ( "++" | "--" ) unary-expression | size-expression
//                  | ( "await" | "spawn" | "__extension__" ) cast-expression
static Node *unary_expression(Parser *p) {
    NodeKind kind = prefix_kind(p->at);
    if (kind != ND_KIND_COUNT)
        return prefix_operator(p, kind);
    if (at_kind(p, TK_SIZEOF))
        return size_expression(p, ND_SIZEOF_EXPR, ND_SIZEOF_TYPE);
    if (at_kind(p, TK_ALIGNOF) || at_size_word(p, WORD_ALIGNOF))
        return alignof_expression(p);
    if (at_size_word(p, WORD_COUNTOF))
        return size_expression(p, ND_COUNTOF_EXPR, ND_COUNTOF_TYPE);
    if (at_prefix_word(p))
        return prefix_word_expression(p);
    if (at_kind(p, TK_EXTENSION)) {
        if (!nest_enter(p))
            return node_error(p);
        token_advance(p);
        Node *operand = cast_expression(p);
        nest_leave(p);
        return operand;
    }
    if (at_kind(p, TK_AND_AND)) {
        const Token *begin = p->at;
        token_advance(p);
        if (!at_kind(p, TK_NAME)) {
            const char *found = token_describe(p, p->at);
            (void)parse_error(p, DIAG_PARSE_EXPECTED, span_here(p), "a label's name",
                              found);
            return node_error(p);
        }
        Node *node = node_new(p, ND_LABEL_ADDR, begin->span);
        node->name = label_here(p, p->at->name);
        node->op_span = p->at->span;
        token_advance(p);
        node->span = span_since(p, begin);
        p->height = 0;
        return node;
    }
    return postfix_operators(p, primary_expression(p));
}

// cast-expression = unary-expression | "(" type-name ")" cast-expression |
// compound-literal { postfix }
Node *cast_expression(Parser *p) {
    if (!at_type_paren(p))
        return unary_expression(p);
    const Token *open = p->at;
    TypeName *type = parenthesised_type(p);
    if (p->panic)
        return node_error(p);
    if (at_kind(p, TK_LBRACE))
        return postfix_operators(p, compound_literal(p, open, type));
    if (!nest_enter(p))
        return node_error(p);
    Node *operand = cast_expression(p);
    nest_leave(p);
    Node *node = node_unary(p, ND_CAST, open, operand);
    node->type_name = type;
    return node;
}

// ---------------------------------------------------------------- binary operators

// Precedence of a binary operator, 0 for other tokens (C17 6.5.5 to 6.5.14).
static int binary_precedence(TokKind token, NodeKind *kind) {
    switch (token) {
#define OPERATOR(token_kind, node_kind, precedence)                                      \
    case token_kind:                                                                     \
        *kind = node_kind;                                                               \
        return precedence;
        OPERATOR(TK_STAR, ND_MUL, 10)
        OPERATOR(TK_SLASH, ND_DIV, 10)
        OPERATOR(TK_PERCENT, ND_REM, 10)
        OPERATOR(TK_PLUS, ND_ADD, 9)
        OPERATOR(TK_MINUS, ND_SUB, 9)
        OPERATOR(TK_SHL, ND_SHL, 8)
        OPERATOR(TK_SHR, ND_SHR, 8)
        OPERATOR(TK_LT, ND_LT, 7)
        OPERATOR(TK_GT, ND_GT, 7)
        OPERATOR(TK_LE, ND_LE, 7)
        OPERATOR(TK_GE, ND_GE, 7)
        OPERATOR(TK_EQ, ND_EQ, 6)
        OPERATOR(TK_NE, ND_NE, 6)
        OPERATOR(TK_AMP, ND_BITAND, 5)
        OPERATOR(TK_CARET, ND_BITXOR, 4)
        OPERATOR(TK_PIPE, ND_BITOR, 3)
        OPERATOR(TK_AND_AND, ND_AND, 2)
        OPERATOR(TK_OR_OR, ND_OR, 1)
#undef OPERATOR
    default:
        return 0;
    }
}

// binary-expression = cast-expression { operator cast-expression }     with operators of
// at least `lowest`
static Node *binary_expression(Parser *p, int lowest) {
    Node *lhs = cast_expression(p);
    while (!p->panic) {
        NodeKind kind = ND_KIND_COUNT;
        TokKind token = (TokKind)p->at->kind;
        if (token == TK_NAME && lowest == 1) { // `and`: read on as if it were `&&`
            token = help_word_operator(p);
            p->panic = p->dead;
        }
        int precedence = binary_precedence(token, &kind);
        if (precedence == 0 || precedence < lowest)
            break;
        const Token *op = p->at;
        uint32_t height = p->height;
        token_advance(p);
        Node *rhs = binary_expression(p, precedence + 1);
        lhs = node_binary(p, kind, op, lhs, height, rhs);
    }
    return lhs;
}

// conditional-expression = binary-expression [ "?" [ expression ] ":"
// conditional-expression ]
Node *conditional_expression(Parser *p) {
    Node *first = binary_expression(p, 1);
    Node **tail = &first;
    uint32_t height = p->height;
    uint32_t links = 0;
    while (at_kind(p, TK_QUESTION) && !p->panic) {
        const Token *op = p->at;
        Node *node = node_new(p, ND_COND, (*tail)->span);
        node->op_span = op->span;
        node->cond = *tail;
        token_advance(p);
        if (!nest_enter(p))
            break;
        if (!at_kind(p, TK_COLON)) {
            node->lhs = expression(p);
            height = p->height > height ? p->height : height;
        }
        nest_leave(p);
        (void)expect_token(p, TK_COLON, "the first choice of `?`");
        node->rhs = binary_expression(p, 1);
        height = p->height > height ? p->height : height;
        *tail = node;
        tail = &node->rhs;
        if (++links > LIMIT_EXPR_DEPTH)
            height_set(p, links);
    }
    // Only now the end of the chain's links is known.
    Span last = span_previous(p);
    Node *link = first;
    for (uint32_t i = 0; i < links; i++, link = link->rhs)
        link->span = span_join(link->span, last);
    if (links > 0)
        height_set(p, height + links);
    return first;
}

// ---------------------------------------------------------------- assignment and comma

// The operator of a compound assignment; ND_ASSIGN for `=`, ND_KIND_COUNT for other
// tokens.
static NodeKind assignment_kind(const Token *token) {
    switch (token->kind) {
    case TK_ASSIGN:
        return ND_ASSIGN;
    case TK_MUL_ASSIGN:
        return ND_MUL;
    case TK_DIV_ASSIGN:
        return ND_DIV;
    case TK_REM_ASSIGN:
        return ND_REM;
    case TK_ADD_ASSIGN:
        return ND_ADD;
    case TK_SUB_ASSIGN:
        return ND_SUB;
    case TK_SHL_ASSIGN:
        return ND_SHL;
    case TK_SHR_ASSIGN:
        return ND_SHR;
    case TK_AND_ASSIGN:
        return ND_BITAND;
    case TK_XOR_ASSIGN:
        return ND_BITXOR;
    case TK_OR_ASSIGN:
        return ND_BITOR;
    default:
        return ND_KIND_COUNT;
    }
}

// assignment-expression = conditional-expression [ assignment-operator
// assignment-expression ] | yield-expression C's grammar wants a unary-expression on the
// left; what is not assignable is the checker's to say.
Node *assignment_expression(Parser *p) {
    if (at_yield(p))
        return yield_expression(p);
    Node *lhs = conditional_expression(p);
    NodeKind kind = assignment_kind(p->at);
    if (kind == ND_KIND_COUNT || p->panic)
        return lhs;
    const Token *op = p->at;
    uint32_t height = p->height;
    if (!nest_enter(p))
        return lhs;
    token_advance(p);
    Node *rhs;
    if (at_kind(p, TK_LBRACE)) {
        Diag *diag = parse_error(p, DIAG_PARSE_EXPECTED_EXPR, p->at->span, "`{`", NULL);
        parse_note(p, diag, (Span){0},
                   "a list in braces only initialises; to assign one, write its type: "
                   "`x = (struct point){1, 2};`");
        rhs = node_error(p);
    } else {
        rhs = assignment_expression(p);
    }
    nest_leave(p);
    Node *node = node_binary(p, kind == ND_ASSIGN ? ND_ASSIGN : ND_OP_ASSIGN, op, lhs,
                             height, rhs);
    if (kind != ND_ASSIGN)
        node->op = kind;
    return node;
}

// expression = assignment-expression { "," assignment-expression }
Node *expression(Parser *p) {
    Node *lhs = assignment_expression(p);
    while (at_kind(p, TK_COMMA) && !p->panic && !help_comma_as_end(p)) {
        const Token *op = p->at;
        uint32_t height = p->height;
        token_advance(p);
        Node *rhs = assignment_expression(p);
        lhs = node_binary(p, ND_COMMA, op, lhs, height, rhs);
    }
    return lhs;
}
