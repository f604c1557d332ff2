// parse_stmt.c: statements and blocks (C17 6.8, with C23's labels anywhere).
//
// What enters: tokens at a statement or declaration. What leaves: nodes; a block is an
// ND_BLOCK with its items linked in ->then.
//
// What always holds: every list of items recovers by itself, one item at a time, so that
// a mistake in one statement costs that statement only. Long chains of `else if` and of
// `case 1: case 2:` are loops here, and in a block labels stand as items of their own
// with an empty body, so they do not nest the tree: `a: b: x();` in a block means the
// same as `a:; b:; x();`.
//
// Read next: parse_async.c (try, taskgroup, deadline, defer ...), parse_help.c (what the
// messages know).
#include "front/parse/parse_inner.h"

#include <assert.h>
#include <string.h>

static Node *statement(Parser *p);

// ---------------------------------------------------------------- blocks

// Brackets that close nothing: `)` or `]` where a statement should begin.
static void refuse_stray(Parser *p) {
    bool is_paren = at_kind(p, TK_RPAREN);
    (void)parse_error(p, DIAG_PARSE_STRAY, p->at->span, is_paren ? "`)`" : "`]`",
                      is_paren ? "a matching `(`" : "a matching `[`");
}

static bool has_even_braces(const Token *begin, const Token *end) {
    uint32_t depth = 0;
    for (const Token *token = begin; token < end; token++) {
        if (token->kind == TK_RBRACE && depth-- == 0)
            return false;
        depth += token->kind == TK_LBRACE;
    }
    return depth == 0;
}

// Stands for the item from `begin` on, which was not understood, and keeps its names.
static Node *gap_since(Parser *p, const Token *begin) {
    Node *gap = node_new(p, ND_GAP, span_since(p, begin));
    gap->is_declaration = starts_declaration(p, begin);
    Node **tail = &gap->args;
    for (const Token *token = begin; token < p->at; token++) {
        if (token->kind != TK_NAME)
            continue;
        Node *name = node_new(p, ND_NAME, token->span);
        name->name = token->name;
        *tail = name;
        tail = &name->next;
    }
    return gap;
}

// A `catch` belongs behind the block of a `try`, whose `}` is missing.
static bool ends_try_block(const Parser *p) {
    return p->try_depth > 0 && at_spelling(p->at, WORD_CATCH) &&
           (peek_token(p, 1)->kind == TK_LPAREN || peek_token(p, 1)->kind == TK_LBRACE);
}

// The loop that recovers: whatever an item does, at least one token is consumed. An item
// with a mistake is left out by itself as long as it is clear where it ends.
static void block_items(Parser *p, const Token *open, NodeList *items) {
    while (!at_kind(p, TK_RBRACE) && !at_kind(p, TK_EOF) && !at_kind(p, TK_MAGIC_END) &&
           !bracket_ends_block(p) && !ends_try_block(p) && !bracket_ends_if(p, open)) {
        const Token *begin = p->at;
        Node **added = items->tail;
        uint32_t gaps_before = p->gap_count, torn_before = p->torn_count;
        block_item(p, items);
        if (p->panic)
            recover_statement(p);
        if (p->at == begin)
            token_advance(p);
        if (p->gap_count == gaps_before || p->torn_count != torn_before ||
            !has_even_braces(begin, p->at))
            continue;
        p->gap_count = gaps_before;
        *added = gap_since(p, begin);
        items->tail = &(*added)->next;
    }
}

// `int main(void) (`.
static bool is_wrong_open(const Parser *p) {
    return (at_kind(p, TK_LPAREN) || at_kind(p, TK_LBRACKET)) && !p->at->bol;
}

// Nothing is lost with a `}` whose place is plain.
static void end_before_else(Parser *p, const Token *open) {
    Diag *diag = parse_error(p, DIAG_PARSE_EXPECTED_CLOSE, p->at->span, "`}`", "`else`");
    parse_note(p, diag, open->span, "to match this `{`");
    p->gap_count -= diag != NULL;
    p->panic = p->dead;
}

// The block's items and its `}`; the scope is the caller's.
static Node *block_rest(Parser *p) {
    const Token *open = p->at;
    Node *block = node_new(p, ND_BLOCK, open->span);
    NodeList items;
    list_init(&items);
    if (!nest_enter(p))
        return block;
    if (p->at->kind == TK_LBRACE || is_wrong_open(p))
        token_advance(p); // else a function's, which has been missed
    const struct LocalLabel *outer_labels = p->local_labels;
    p->block_depth++;
    block_items(p, open, &items);
    p->block_depth--;
    p->local_labels = outer_labels;
    nest_leave(p);
    block->then = items.first;
    if (!p->panic && bracket_ends_if(p, open))
        end_before_else(p, open);
    else
        (void)expect_close(p, TK_RBRACE, open);
    block->span = span_since(p, open);
    return block;
}

// compound-statement = "{" { block-item } "}"
Node *compound_statement(Parser *p) {
    uint32_t scope;
    scope_open(p, &scope);
    Node *block = block_rest(p);
    scope_close(p, scope);
    return block;
}

// The parameters belong to the scope of the body's outermost block (C17 6.2.1p4).
Node *function_body(Parser *p, Declarator *d) {
    uint32_t scope;
    scope_open(p, &scope);
    p->body_open = p->block_depth == 0 ? p->at : p->body_open;
    for (const ParamDecl *param = d->parts->params; param; param = param->next)
        scope_declare(p, param->declarator->name, BIND_VALUE);
    Node *block = block_rest(p);
    scope_close(p, scope);
    return block;
}

// ---------------------------------------------------------------- headers and bodies

// "(" expression ")" of if, while, switch, do and deadline. On a mistake goes on at the
// body.
Node *paren_condition(Parser *p, const char *keyword) {
    const Token *open = p->at;
    if (!at_kind(p, TK_LPAREN) && !help_wrong_paren(p, keyword)) {
        help_missing_paren(p, keyword);
        if (!starts_operand(p->at)) {
            recover_header(p);
            return node_error(p);
        }
        p->panic = p->dead;
        Node *bare = expression(p); // Python's and Go's: `if x > 1:`, `if x > 1 {`
        p->panic = true;
        if (at_kind(p, TK_COLON))
            token_advance(p);
        if (p->at->bol || at_kind(p, TK_LBRACE))
            p->panic = p->dead;
        recover_header(p);
        return bare;
    }
    token_advance(p);
    if (at_kind(p, TK_RPAREN)) {
        (void)parse_error(p, DIAG_PARSE_EMPTY_PAREN, span_join(open->span, p->at->span),
                          "parentheses", NULL);
        token_advance(p);
        p->panic = p->dead;
        return node_error(p);
    }
    Node *condition = expression(p);
    if (!p->panic)
        (void)expect_close(p, TK_RPAREN, open);
    recover_header(p);
    return condition;
}

// A declaration as the body of `if` and its kin; it would be useless, so C does not have
// it.
static Node *refuse_declaration(Parser *p, const char *of) {
    const Token *begin = p->at;
    NodeList list;
    list_init(&list);
    Diag *diag = parse_error(p, DIAG_PARSE_DECL_IN_BODY, begin->span, of, NULL);
    parse_note(p, diag, (Span){0}, "put it in braces: `{ ... }`");
    p->panic = p->dead;
    declaration(p, NULL, &list);
    return node_new(p, ND_EMPTY, span_since(p, begin));
}

// secondary-block = statement
Node *substatement(Parser *p, const char *of) {
    if (p->panic)
        return node_new(p, ND_EMPTY, span_here(p));
    if (at_kind(p, TK_RBRACE) || at_kind(p, TK_EOF) || at_kind(p, TK_MAGIC_END)) {
        p->panic = p->python; // `while x:` was told
        const char *after = arena_printf(p->arena, "`%s`", of);
        (void)parse_error(p, DIAG_PARSE_EXPECTED_AFTER, span_previous_end(p),
                          "a statement", after);
        return node_new(p, ND_EMPTY, span_here(p));
    }
    bool is_label = at_kind(p, TK_NAME) && peek_token(p, 1)->kind == TK_COLON;
    if (!is_label && starts_declaration(p, p->at))
        return refuse_declaration(p, of);
    if (!nest_enter(p))
        return node_new(p, ND_EMPTY, span_here(p));
    Node *body = statement(p);
    nest_leave(p);
    if (p->panic && !p->dead)
        recover_statement(p);
    return body;
}

// ---------------------------------------------------------------- selection

// One `if` with its body, without what an `else` brings.
static Node *if_head(Parser *p) {
    const Token *begin = p->at;
    Node *node = node_new(p, ND_IF, begin->span);
    token_advance(p);
    node->cond = paren_condition(p, "if");
    node->then = substatement(p, "if");
    node->span = span_since(p, begin);
    return node;
}

// if-statement = "if" "(" expression ")" statement [ "else" statement ]
static Node *if_statement(Parser *p) {
    const Token *begin = p->at;
    Node *first = if_head(p);
    Node *last = first;
    for (uint32_t links = 1;; links++) {
        bool is_elseif = foreign_is_elseif(p);
        if (!at_kind(p, TK_ELSE) && !is_elseif)
            break;
        if (links >= LIMIT_EXPR_DEPTH) {
            parse_give_up(p, p->at->span, "this chain of `else if` is", LIMIT_EXPR_DEPTH);
            break;
        }
        if (is_elseif) {
            Diag *diag = parse_error(p, DIAG_PARSE_FOREIGN, p->at->span,
                                     p->at->name->text, "write `else if`");
            parse_fix(p, diag, p->at->span, "else if",
                      "in C, `else` and `if` are two words");
            p->panic = p->dead;
        } else {
            token_advance(p);
            if (at_kind(p, TK_COLON)) { // Python's `else:`
                if (!p->python)
                    (void)parse_error(p, DIAG_PARSE_FOREIGN, p->at->span,
                                      "else:", "put the statements behind it in braces");
                p->panic = p->dead;
                token_advance(p);
            }
        }
        if (!is_elseif && !at_kind(p, TK_IF)) {
            last->otherwise = substatement(p, "else");
            break;
        }
        last->otherwise = if_head(p);
        last = last->otherwise;
    }
    for (Node *node = first; node && node->kind == ND_IF && node != last;
         node = node->otherwise)
        node->span = span_join(node->span, span_previous(p));
    last->span = span_join(last->span, span_previous(p));
    first->span = span_since(p, begin);
    return first;
}

// switch-statement = "switch" "(" expression ")" statement
static Node *switch_statement(Parser *p) {
    const Token *begin = p->at;
    Node *node = node_new(p, ND_SWITCH, begin->span);
    token_advance(p);
    node->cond = paren_condition(p, "switch");
    node->then = substatement(p, "switch");
    node->span = span_since(p, begin);
    return node;
}

// ---------------------------------------------------------------- iteration

// while-statement = "while" "(" expression ")" statement
static Node *while_statement(Parser *p) {
    const Token *begin = p->at;
    Node *node = node_new(p, ND_WHILE, begin->span);
    token_advance(p);
    node->cond = paren_condition(p, "while");
    node->then = substatement(p, "while");
    node->span = span_since(p, begin);
    return node;
}

// do-statement = "do" statement "while" "(" expression ")" ";"
static Node *do_statement(Parser *p) {
    const Token *begin = p->at;
    Node *node = node_new(p, ND_DO, begin->span);
    token_advance(p);
    node->then = substatement(p, "do");
    node->cond = node_error(p);
    if (!at_kind(p, TK_WHILE)) {
        Diag *diag = parse_error(p, DIAG_PARSE_EXPECTED_AFTER, span_previous_end(p),
                                 "`while`", "the body of `do`");
        parse_note(p, diag, begin->span, "to end this `do`");
        return node;
    }
    token_advance(p);
    node->cond = paren_condition(p, "while");
    node->span = span_since(p, begin);
    expect_semicolon(p, "`do ... while (...)`");
    return node;
}

// The `;` between the parts of a for header.
static void for_semicolon(Parser *p) {
    p->in_for_header = true;
    expect_semicolon(p, "this part");
    p->in_for_header = false;
}

static bool spells_word(const Token *token, const char *text) {
    return token->kind == TK_NAME && strcmp(token->name->text, text) == 0;
}

// `for (x : e)`, `for (i in e)`: iteration without a type for the variable.
static bool refuse_untyped_range(Parser *p) {
    bool is_in = at_kind(p, TK_NAME) && spells_word(peek_token(p, 1), "in");
    if (!is_in && !(at_kind(p, TK_NAME) && peek_token(p, 1)->kind == TK_COLON))
        return false;
    const char *name = p->at->name->text;
    Diag *diag = parse_error(p, DIAG_PARSE_MISSING_TYPE, p->at->span, name, NULL);
    parse_note(p, diag, (Span){0},
               arena_printf(p->arena, "to go through all elements: `for (auto %s : ...)`",
                            name));
    return true;
}

// The declaration that begins a for header. True when it is `T x :` and not an
// initialisation.
static bool for_declaration(Parser *p, Node *node) {
    NodeList list;
    list_init(&list);
    DeclSpec *spec = declaration_specifiers(p);
    const Token *begin = p->at; // the first declarator
    if (!p->panic && spec->words != 0 && !at_kind(p, TK_SEMI)) {
        Declarator *d = declarator(p, spec, DECLARATOR_NAMED);
        if (!p->panic && at_kind(p, TK_COLON)) {
            node->decl = single_declaration(p, spec, d);
            return true;
        }
        p->at = p->dead ? p->at
                        : begin; // an ordinary one; read again as a list of declarators
        if (p->panic)
            return false;
    }
    if (p->panic)
        return false;
    p->in_for_header = true;
    declaration_rest(p, spec, &list);
    p->in_for_header = false;
    node->init_stmt = list.first;
    return false;
}

// `for (node *n = list; ...)` without a type `node`.
static bool for_unknown_type(Parser *p, Node *node) {
    bool as_type = false;
    if (!at_kind(p, TK_NAME) || at_async_word(p) || spells_word(peek_token(p, 1), "in") ||
        !help_statement_start(p, &as_type))
        return false;
    if (!as_type)
        return true;
    NodeList list;
    list_init(&list);
    DeclSpec *spec = arena_new(p->arena, DeclSpec);
    spec->words = SPEC_INT;
    spec->span = p->at->span;
    p->panic = p->dead;
    token_advance(p);
    p->in_for_header = true;
    declaration_rest(p, spec, &list);
    p->in_for_header = false;
    node->init_stmt = list.first;
    return true;
}

// What stands between the parentheses of `for`; the `(` was read.
static void for_header(Parser *p, Node *node) {
    if (starts_declaration(p, p->at)) {
        if (for_declaration(p, node)) {
            node->kind = ND_FOR_IN;
            token_advance(p);
            node->lhs = expression(p);
            return;
        }
    } else if (at_kind(p, TK_SEMI)) {
        token_advance(p);
    } else if (for_unknown_type(p, node)) {
        // read as a declaration, after a message
    } else if (!refuse_untyped_range(p)) {
        const Token *begin = p->at;
        Node *start = node_new(p, ND_EXPR_STMT, begin->span);
        start->lhs = expression(p);
        start->span = span_since(p, begin);
        node->init_stmt = start;
        for_semicolon(p);
    }
    if (p->panic)
        return;
    if (!at_kind(p, TK_SEMI))
        node->cond = expression(p);
    for_semicolon(p);
    if (!p->panic && !at_kind(p, TK_RPAREN))
        node->step = expression(p);
}

// for-statement = "for" [ "await" ] "(" ( declaration | [ expression ] ";" )
//                 [ expression ] ";" [ expression ] ")" statement
//               | "for" [ "await" ] "(" declaration-specifiers declarator ":"
//                 expression ")" statement
static Node *for_statement(Parser *p) {
    const Token *begin = p->at;
    Node *node = node_new(p, ND_FOR, begin->span);
    uint32_t scope;
    token_advance(p);
    bool is_await = at_spelling(p->at, WORD_AWAIT) && peek_token(p, 1)->kind == TK_LPAREN;
    if (is_await)
        token_advance(p);
    scope_open(p, &scope);
    const Token *open = p->at;
    if (at_kind(p, TK_LPAREN) || help_wrong_paren(p, "for")) {
        token_advance(p);
        for_header(p, node);
        if (!p->panic)
            (void)expect_close(p, TK_RPAREN, open);
    } else {
        help_missing_paren(p, "for");
    }
    if (is_await && node->kind == ND_FOR && !p->panic) {
        (void)parse_error(p, DIAG_PARSE_MISPLACED, begin[1].span, "`await`",
                          "only `for await (T x : generator)` waits");
        p->panic = p->dead;
    }
    node->is_await = is_await;
    recover_header(p);
    node->then = substatement(p, "for");
    scope_close(p, scope);
    node->span = span_since(p, begin);
    return node;
}

// ---------------------------------------------------------------- labels

// A name and a colon begin nothing else in C; a typedef name can be a label as well
// (C17 6.2.3).
static bool at_label(const Parser *p) {
    return at_kind(p, TK_CASE) || at_kind(p, TK_DEFAULT) ||
           (at_kind(p, TK_NAME) && peek_token(p, 1)->kind == TK_COLON);
}

// label = identifier ":" | "case" constant-expression [ "..." constant-expression ] ":" |
// "default" ":"
static Node *label_head(Parser *p) {
    const Token *begin = p->at;
    Node *node;
    token_advance(p);
    if (begin->kind == TK_CASE) {
        node = node_new(p, ND_CASE, begin->span);
        node->lhs = conditional_expression(p);
        if (token_accept(p, TK_ELLIPSIS))
            node->rhs = conditional_expression(p);
    } else if (begin->kind == TK_DEFAULT) {
        node = node_new(p, ND_DEFAULT, begin->span);
    } else {
        node = node_new(p, ND_LABEL, begin->span);
        node->name = label_here(p, begin->name);
    }
    const char *after = begin->kind == TK_CASE ? "the value of `case`" : "`default`";
    if (!expect_token(p, TK_COLON, after)) {
        token_accept(p, TK_SEMI); // `case 1;`
        p->panic = p->panic && (p->dead || !(p->at->bol || p->at[-1].kind == TK_SEMI));
    }
    Attr *ignored = NULL;
    if (at_kind(p, TK_ATTRIBUTE))
        attributes(p, &ignored);
    node->span = span_since(p, begin);
    return node;
}

// ND_LABEL keeps its body beside its name, case and default where loops do (see the union
// in ast.h).
static void label_set_body(Node *label, Node *body) {
    if (label->kind == ND_LABEL)
        label->label_body = body;
    else
        label->then = body;
    label->span = span_join(label->span, body->span);
}

// Where a label may stand without a statement (C23 6.8.3).
static bool ends_block(const Parser *p) {
    return at_kind(p, TK_RBRACE) || at_kind(p, TK_EOF) || at_kind(p, TK_MAGIC_END);
}

// labeled-statement = label [ statement ]        In a block, see the top of this file.
static void labeled_item(Parser *p, NodeList *out) {
    Node *label = label_head(p);
    list_add(out, label);
    bool stands_alone = p->panic || at_label(p) || ends_block(p) || at_attributes(p) ||
                        starts_declaration(p, p->at) || at_kind(p, TK_MAGIC) ||
                        at_kind(p, TK_MAGIC_CODE);
    label_set_body(label, stands_alone ? node_new(p, ND_EMPTY, span_previous_end(p))
                                       : statement(p));
}

// As the body of `if` or a loop: one statement with all its labels.
static Node *labeled_statement(Parser *p) {
    Node *label = label_head(p);
    if (p->panic || ends_block(p))
        label_set_body(label, node_new(p, ND_EMPTY, span_previous_end(p)));
    else
        label_set_body(label, substatement(p, "a label"));
    return label;
}

// ---------------------------------------------------------------- jumps and the rest

// jump-statement = "goto" identifier ";" | ( "break" | "continue" ) ";" | "return" [
// expression ] ";"
static Node *jump_statement(Parser *p) {
    const Token *begin = p->at;
    NodeKind kind = begin->kind == TK_GOTO     ? ND_GOTO
                    : begin->kind == TK_BREAK  ? ND_BREAK
                    : begin->kind == TK_RETURN ? ND_RETURN
                                               : ND_CONTINUE;
    Node *node = node_new(p, kind, begin->span);
    const char *what = arena_printf(p->arena, "`%s`", begin->name->text);
    token_advance(p);
    if (kind == ND_GOTO) {
        if (at_kind(p, TK_NAME)) {
            node->name = label_here(p, p->at->name);
            node->op_span = p->at->span;
            token_advance(p);
        } else if (at_kind(p, TK_STAR)) {
            token_advance(p);
            node->lhs = expression(p);
            what = "`goto *`";
        } else {
            const char *found = token_describe(p, p->at);
            (void)parse_error(p, DIAG_PARSE_EXPECTED, span_here(p), "a label's name",
                              found);
        }
    } else if (kind == ND_RETURN && !at_kind(p, TK_SEMI) && !ends_block(p) &&
               (!p->at->bol || starts_operand(p->at))) {
        node->lhs = expression(p);
        what = "the value of `return`";
    }
    node->span = span_since(p, begin);
    bool is_last = kind == ND_RETURN && p->nesting == 0 && !p->input->file_mode;
    if (!is_last || !at_kind(p, TK_EOF)) // else the `return` itself is the mistake
        expect_semicolon(p, what);
    return node;
}

// expression-statement = expression ";"        A cell's last one may go without, and is
// the cell's value.
// Without a `;` behind it, what does nothing may be the rest of something else: of an
// `if` that was left out.
static void end_expression(Parser *p, const Node *value) {
    bool has_effect =
        node_assigns(value) || value->kind == ND_CALL || value->kind == ND_AWAIT;
    if (!at_kind(p, TK_SEMI) && !has_effect)
        p->gap_count++;
    expect_semicolon(p, "this expression");
}

static Node *expression_statement(Parser *p) {
    const Token *begin = p->at;
    Node *node = node_new(p, ND_EXPR_STMT, begin->span);
    node->lhs = expression(p);
    node->span = span_since(p, begin);
    bool is_outermost = p->nesting == 0 && !p->input->file_mode;
    bool is_end_of_magic = is_outermost && at_kind(p, TK_MAGIC_END);
    bool is_value = (is_outermost && at_kind(p, TK_EOF)) ||
                    (is_end_of_magic && peek_token(p, 1)->kind == TK_EOF);
    if (p->panic || is_value || is_end_of_magic)
        node->show_value = is_value && !p->panic;
    else if (foreign_print(p, begin))
        return node;
    else if (p->block_depth > 0 || !p->input->file_mode)
        end_expression(p, node->lhs);
    else if (!token_accept(p, TK_SEMI) && !help_after_operand(p))
        recover_statement(p); // refused as a whole: no statement stands here
    return node;
}

// Also what stands for a token that was refused and is skipped.
static Node *empty_statement(Parser *p) {
    Node *node = node_new(p, ND_EMPTY, p->at->span);
    token_advance(p);
    return node;
}

// Its statement is read as if the `if` had been there.
static Node *lone_else(Parser *p) {
    help_lone_else(p);
    p->stray_reported = p->block_depth == 0; // `} } else {` has ended the function
    p->panic = p->dead;
    token_advance(p);
    return substatement(p, "else");
}

// Words of one keyword each, and what reads on from there. NULL: no such statement here.
static Node *keyword_statement(Parser *p) {
    switch (p->at->kind) {
    case TK_LBRACE:
        return compound_statement(p);
    case TK_IF:
        return if_statement(p);
    case TK_SWITCH:
        return switch_statement(p);
    case TK_WHILE:
        return while_statement(p);
    case TK_DO:
        return do_statement(p);
    case TK_FOR:
        return for_statement(p);
    case TK_GOTO:
    case TK_BREAK:
    case TK_CONTINUE:
    case TK_RETURN:
        return jump_statement(p);
    case TK_SEMI:
        return empty_statement(p);
    case TK_ELSE:
        return lone_else(p);
    case TK_MAGIC:
    case TK_MAGIC_CODE:
        return magic_statement(p);
    case TK_RPAREN:
    case TK_RBRACKET:
        refuse_stray(p);
        return empty_statement(p);
    case TK_ASM:
        return asm_statement(p);
    default:
        return NULL;
    }
}

// statement = labeled-statement | compound-statement | selection | iteration | jump |
// async-statement
//           | magic | expression-statement
static Node *statement(Parser *p) {
    if (at_label(p))
        return labeled_statement(p);
    Attr *ignored = NULL;
    if (at_attributes(p)) { // [[fallthrough]]; and other advice
        attributes(p, &ignored);
        if (p->panic)
            return node_new(p, ND_EMPTY, span_here(p));
    }
    Node *node = keyword_statement(p);
    if (!node)
        node = async_statement(p);
    bool as_type = false;
    if (!node && !at_async_word(p) &&
        (help_statement_start(p, &as_type) || help_misspelt_control(p)))
        return node_new(p, ND_EMPTY, span_here(p));
    return node ? node : expression_statement(p);
}

// GNU's __label__ makes a label the block's own, so that a macro can be used twice.
typedef struct LocalLabel {
    const struct LocalLabel *outer;
    const Name *written;
    Name *own; // spelt alike, equal to no other
} LocalLabel;

// The label that a name means here.
Name *label_here(const Parser *p, Name *name) {
    for (const LocalLabel *each = p->local_labels; each; each = each->outer)
        if (each->written == name)
            return each->own;
    return name;
}

static void declare_label(Parser *p, const Name *name) {
    LocalLabel *label = arena_new(p->arena, LocalLabel);
    Name *own = arena_alloc(p->arena, sizeof(Name) + name->size_bytes + 1);
    memset(own, 0, sizeof(Name));
    own->size_bytes = name->size_bytes;
    memcpy(own->text, name->text, name->size_bytes + 1);
    *label = (LocalLabel){p->local_labels, name, own};
    p->local_labels = label;
}

// label-declaration = "__label__" identifier { "," identifier } ";"
static bool at_label_declaration(const Parser *p) {
    return at_kind(p, TK_NAME) && strcmp(p->at->name->text, "__label__") == 0 &&
           peek_token(p, 1)->kind == TK_NAME;
}

static void label_declaration(Parser *p) {
    do {
        token_advance(p);
        if (!at_kind(p, TK_NAME)) {
            const char *found = token_describe(p, p->at);
            (void)parse_error(p, DIAG_PARSE_EXPECTED, span_here(p), "a label's name",
                              found);
            return;
        }
        declare_label(p, p->at->name);
        token_advance(p);
    } while (at_kind(p, TK_COMMA));
    expect_semicolon(p, "`__label__`");
}

// block-item = declaration | label-declaration | statement
void block_item(Parser *p, NodeList *out) {
    if (at_label(p)) {
        if (!foreign_annotation(p))
            labeled_item(p, out);
        return;
    }
    Attr *attrs = NULL;
    if (at_attributes(p)) {
        attributes(p, &attrs);
        if (p->panic)
            return;
    }
    if (starts_declaration(p, p->at)) {
        declaration(p, attrs, out);
        return;
    }
    if (at_label_declaration(p)) {
        label_declaration(p);
        return;
    }
    if (at_untyped_function(p, NULL)) {
        untyped_function(p, out);
        return;
    }
    bool as_type = false;
    if (at_kind(p, TK_NAME) && !at_async_word(p) && help_statement_start(p, &as_type)) {
        if (!as_type)
            return;
        // The misspelt type was reported; what it declares is read, so that its names are
        // known.
        DeclSpec *spec = arena_new(p->arena, DeclSpec);
        spec->words = SPEC_INT;
        spec->span = p->at->span;
        p->panic = p->dead;
        token_advance(p);
        declaration_rest(p, spec, out);
        return;
    }
    list_add(out, statement(p));
}
