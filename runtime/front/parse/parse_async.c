// parse_async.c: the words C does not have: await, spawn, yield; try, throw, defer,
// taskgroup, deadline, shield; and magics.
//
// What enters: tokens at one of these words. What leaves: nodes, as everywhere.
//
// What always holds: these words are names until they can't be. A word is read as the
// language's when the token behind it makes that the only sense (`await x`, `taskgroup
// {`: two operands in a row are no C), or when the sense is open (`await (x)`) and the
// program has not declared a thing of that name. So a C program that has a variable
// `yield` or a function `defer` means what it always meant.
//
// Read next: parse_stmt.c, check_async.c.
#include "front/parse/parse_inner.h"

#include <string.h>

// ---------------------------------------------------------------- which sense a word has

// Tokens that begin an operand and can't continue one, so that a word in front of them is
// no operand.
static bool only_begins_operand(const Token *token) {
    switch (token->kind) {
    case TK_NAME:
    case TK_INT:
    case TK_FLOAT:
    case TK_CHAR:
    case TK_STRING:
    case TK_SIZEOF:
    case TK_ALIGNOF:
    case TK_GENERIC:
    case TK_VA_ARG:
    case TK_OFFSETOF:
    case TK_TILDE:
    case TK_NOT:
        return true;
    default:
        return false;
    }
}

// A word that takes an operand: await, spawn, throw, yield.
static bool takes_operand(const Parser *p, Word word) {
    if (!at_spelling(p->at, word))
        return false;
    const Token *next = peek_token(p, 1);
    if (only_begins_operand(next))
        return true;
    return starts_operand(next) && at_word(p, p->at, word);
}

// The word stands alone, as in `yield;`, and the program knows no such name.
static bool stands_alone(const Parser *p, Word word) {
    if (!at_word(p, p->at, word))
        return false;
    switch (peek_token(p, 1)->kind) {
    case TK_SEMI:
    case TK_RPAREN:
    case TK_RBRACKET:
    case TK_RBRACE:
    case TK_COMMA:
    case TK_COLON:
    case TK_EOF:
    case TK_MAGIC_END:
        return true;
    default:
        return false;
    }
}

// A name directly in front of `{` is no C, whatever the name means.
static bool at_block_word(const Parser *p, Word word) {
    return at_spelling(p->at, word) && peek_token(p, 1)->kind == TK_LBRACE;
}

// `defer` in front of what can only be a statement; `defer (x);` and `defer *p = 0;` if
// there is no other defer.
static bool at_defer(const Parser *p) {
    if (!at_spelling(p->at, WORD_DEFER))
        return false;
    const Token *next = peek_token(p, 1);
    switch (next->kind) {
    case TK_LBRACE:
    case TK_IF:
    case TK_FOR:
    case TK_WHILE:
    case TK_DO:
    case TK_SWITCH:
    case TK_RETURN: // the checker says why not
    case TK_BREAK:
    case TK_CONTINUE:
    case TK_GOTO:
        return true;
    default:
        return takes_operand(p, WORD_DEFER);
    }
}

// `deadline (x)` could be a call, so here the program's own `deadline` goes first.
static bool at_deadline(const Parser *p) {
    return at_word(p, p->at, WORD_DEADLINE) && peek_token(p, 1)->kind == TK_LPAREN;
}

// `throw;` throws again what the catch block around it caught.
static bool at_throw(const Parser *p) {
    return takes_operand(p, WORD_THROW) || stands_alone(p, WORD_THROW);
}

// Alone they are mistakes (`await;`), but the language's: the message speaks of what is
// missing.
bool at_prefix_word(const Parser *p) {
    return takes_operand(p, WORD_AWAIT) || takes_operand(p, WORD_SPAWN) ||
           stands_alone(p, WORD_AWAIT) || stands_alone(p, WORD_SPAWN);
}

// A yield without a value is right: a generator may only wait for what is sent.
bool at_yield(const Parser *p) {
    return takes_operand(p, WORD_YIELD) || stands_alone(p, WORD_YIELD);
}

// Asked before the messages for misspelt words are: to them `await x` looks like two
// names in a row.
bool at_async_word(const Parser *p) {
    if (!at_kind(p, TK_NAME) || p->at->name->keyword == WORD_NONE)
        return false;
    return at_prefix_word(p) || at_yield(p) || at_throw(p) || at_defer(p) ||
           at_deadline(p) || at_block_word(p, WORD_TRY) ||
           at_block_word(p, WORD_TASKGROUP) || at_block_word(p, WORD_SHIELD) ||
           at_spelling(p->at, WORD_COUNTOF);
}

// ---------------------------------------------------------------- operators

// await-expression = "await" cast-expression        spawn-expression = "spawn"
// cast-expression
Node *prefix_word_expression(Parser *p) {
    const Token *op = p->at;
    bool is_await = at_spelling(op, WORD_AWAIT);
    token_advance(p);
    if (!starts_operand(p->at)) {
        Diag *diag = parse_error(p, DIAG_PARSE_EXPECTED_AFTER, span_previous_end(p),
                                 "an expression", is_await ? "`await`" : "`spawn`");
        parse_note(p, diag, (Span){0},
                   is_await
                       ? "such as a task or a call of an async function: `await f(x)`"
                       : "such as a call of an async function: `spawn f(x)`");
        return node_error(p);
    }
    if (!nest_enter(p))
        return node_error(p);
    Node *operand = cast_expression(p);
    nest_leave(p);
    return node_unary(p, is_await ? ND_AWAIT : ND_SPAWN, op, operand);
}

// `yield from g`; a yield of a variable that is called `from` is `yield from;`.
static bool at_yield_from(const Parser *p) {
    if (!at_spelling(p->at, WORD_FROM))
        return false;
    const Token *next = peek_token(p, 1);
    return next->kind == TK_NAME ||
           (starts_operand(next) && at_word(p, p->at, WORD_FROM));
}

// yield-expression = "yield" [ [ "from" ] assignment-expression ]
Node *yield_expression(Parser *p) {
    const Token *op = p->at;
    Node *node = node_new(p, ND_YIELD, op->span);
    token_advance(p);
    p->height = 0;
    if (!starts_operand(p->at))
        return node;
    if (at_yield_from(p)) {
        node->kind = ND_YIELD_FROM;
        token_advance(p);
    }
    if (!nest_enter(p))
        return node;
    node->lhs = assignment_expression(p);
    nest_leave(p);
    node->span = span_since(p, op);
    height_set(p, p->height + 1);
    return node;
}

// ---------------------------------------------------------------- statements

// The `{ ... }` that belongs to a word.
static Node *required_block(Parser *p, const char *of) {
    if (at_kind(p, TK_LBRACE))
        return compound_statement(p);
    (void)parse_error(p, DIAG_PARSE_EXPECTED_AFTER, span_previous_end(p), "`{`", of);
    return node_new(p, ND_BLOCK, span_here(p));
}

// taskgroup-statement = "taskgroup" compound-statement        shield-statement = "shield"
// compound-statement
static Node *block_statement(Parser *p, NodeKind kind) {
    const Token *begin = p->at;
    Node *node = node_new(p, kind, begin->span);
    token_advance(p);
    node->then = compound_statement(p);
    node->span = span_since(p, begin);
    return node;
}

// deadline-statement = "deadline" "(" expression ")" statement [ "else" statement ]
static Node *deadline_statement(Parser *p) {
    const Token *begin = p->at;
    Node *node = node_new(p, ND_DEADLINE, begin->span);
    token_advance(p);
    node->cond = paren_condition(p, "deadline");
    if (!p->panic)
        node->then = required_block(p, "`deadline (...)`");
    else
        node->then = node_new(p, ND_BLOCK, begin->span);
    if (!p->panic && token_accept(p, TK_ELSE))
        node->otherwise = substatement(p, "else");
    node->span = span_since(p, begin);
    return node;
}

// The parentheses behind `catch`: "(" ( declaration-specifiers declarator | "..." ) ")".
static void catch_header(Parser *p, Node *node) {
    const Token *open = p->at;
    if (!token_accept(p, TK_LPAREN))
        return;
    if (token_accept(p, TK_ELLIPSIS)) {
        (void)expect_close(p, TK_RPAREN, open);
        recover_header(p);
        return;
    }
    if (!starts_type(p, p->at)) {
        const char *found = token_describe(p, p->at);
        Diag *diag = parse_error(p, DIAG_PARSE_EXPECTED, span_here(p), "a type", found);
        parse_note(p, diag, (Span){0}, "write `catch (error e) { ... }`");
        recover_header(p);
        return;
    }
    DeclSpec *spec = specifier_qualifier_list(p, 0);
    if (at_kind(p, TK_RPAREN)) { // catch (error): the name is not needed
        bool is_error =
            (spec->words & SPEC_NAMED) && strcmp(spec->name->text, "error") == 0;
        if (!is_error && !p->panic) {
            Diag *diag = parse_error(p, DIAG_PARSE_EXPECTED, spec->span, "`error`",
                                     "another type");
            parse_note(
                p, diag, (Span){0},
                "everything that is thrown is an `error`; `catch (error e)` names it");
        }
    } else if (!p->panic) {
        Declarator *d = declarator(p, spec, DECLARATOR_NAMED);
        node->decl = single_declaration(p, spec, d);
    }
    if (!p->panic)
        (void)expect_close(p, TK_RPAREN, open);
    recover_header(p);
}

// try-statement = "try" compound-statement "catch" [ "(" declaration ")" ]
// compound-statement
static Node *try_statement(Parser *p) {
    const Token *begin = p->at;
    Node *node = node_new(p, ND_TRY, begin->span);
    uint32_t scope;
    token_advance(p);
    p->try_depth++;
    node->then = compound_statement(p);
    p->try_depth--;
    node->otherwise = node_new(p, ND_BLOCK, span_here(p));
    if (at_spelling(p->at, WORD_CATCH))
        p->panic = p->dead; // its `}` was missed
    if (at_kind(p, TK_RBRACE) && at_spelling(peek_token(p, 1), WORD_CATCH) && !p->panic) {
        (void)parse_error(p, DIAG_PARSE_STRAY, p->at->span, "`}`", "a matching `{`");
        token_advance(p);
        p->panic = p->dead;
    }
    if (p->panic)
        return node;
    if (!at_spelling(p->at, WORD_CATCH)) {
        Diag *diag = parse_error(p, DIAG_PARSE_EXPECTED_AFTER, span_previous_end(p),
                                 "`catch`", "the block of `try`");
        parse_note(
            p, diag, (Span){0},
            "write `try { ... } catch (error e) { ... }`; what must happen either way "
            "belongs into `defer`");
        p->panic = p->dead || !p->at->bol;
        return node;
    }
    token_advance(p);
    scope_open(p, &scope);
    catch_header(p, node);
    if (!p->panic)
        node->otherwise = required_block(p, "`catch (...)`");
    scope_close(p, scope);
    node->span = span_since(p, begin);
    return node;
}

// throw-statement = "throw" [ expression ] ";"
static Node *throw_statement(Parser *p) {
    const Token *begin = p->at;
    Node *node = node_new(p, ND_THROW, begin->span);
    token_advance(p);
    if (starts_operand(p->at))
        node->lhs = expression(p);
    node->span = span_since(p, begin);
    expect_semicolon(p, "`throw`");
    return node;
}

// defer-statement = "defer" statement
static Node *defer_statement(Parser *p) {
    const Token *begin = p->at;
    Node *node = node_new(p, ND_DEFER, begin->span);
    token_advance(p);
    node->then = substatement(p, "defer");
    node->span = span_since(p, begin);
    return node;
}

// `catch` where no `try` block ends.
static Node *lone_catch(Parser *p) {
    Node *node = node_new(p, ND_EMPTY, p->at->span);
    (void)parse_error(p, DIAG_PARSE_STRAY, p->at->span, "`catch`", "`try { ... }`");
    return node;
}

// `try` alone on its line: the `{` has been missed, and its block is read all the same.
static bool report_lost_block(Parser *p) {
    const Token *next = peek_token(p, 1);
    bool begins_body = next->kind == TK_NAME || next->kind >= TK_AUTO;
    if (p->panic || !at_word(p, p->at, (Word)p->at->name->keyword) || !p->at->bol ||
        !next->bol || !begins_body)
        return false;
    const char *word = arena_printf(p->arena, "`%s`", p->at->name->text);
    Span where = {p->at->span.source, p->at->span.end, p->at->span.end};
    Diag *diag = parse_error(p, DIAG_PARSE_EXPECTED_AFTER, where, "`{`", word);
    parse_fix(p, diag, where, "{", "its statements stand in braces");
    p->panic = p->dead;
    return true;
}

// async-statement = taskgroup-statement | shield-statement | deadline-statement
//                 | try-statement | throw-statement | defer-statement
Node *async_statement(Parser *p) {
    if (!at_kind(p, TK_NAME))
        return NULL;
    switch (p->at->name->keyword) {
    case WORD_TASKGROUP:
        return at_block_word(p, WORD_TASKGROUP) || report_lost_block(p)
                   ? block_statement(p, ND_TASKGROUP)
                   : NULL;
    case WORD_SHIELD:
        return at_block_word(p, WORD_SHIELD) || report_lost_block(p)
                   ? block_statement(p, ND_SHIELD)
                   : NULL;
    case WORD_DEADLINE:
        return at_deadline(p) ? deadline_statement(p) : NULL;
    case WORD_TRY:
        return at_block_word(p, WORD_TRY) || report_lost_block(p) ? try_statement(p)
                                                                  : NULL;
    case WORD_THROW:
        return at_throw(p) ? throw_statement(p) : NULL;
    case WORD_DEFER:
        return at_defer(p) ? defer_statement(p) : NULL;
    case WORD_CATCH: {
        TokKind next = (TokKind)peek_token(p, 1)->kind;
        bool is_lone =
            at_word(p, p->at, WORD_CATCH) && (next == TK_LPAREN || next == TK_LBRACE);
        return is_lone ? lone_catch(p) : NULL;
    }
    default:
        return NULL;
    }
}

// ---------------------------------------------------------------- magics

// What stands on the line of %time or %timeit: one statement or several, the last without
// its `;` if it likes.
static Node *timed_body(Parser *p) {
    NodeList items;
    list_init(&items);
    const Token *begin = p->at;
    while (!at_kind(p, TK_MAGIC_END) && !at_kind(p, TK_EOF)) {
        const Token *item = p->at;
        block_item(p, &items);
        if (p->panic)
            recover_statement(p);
        if (p->at == item)
            token_advance(p);
    }
    if (!items.first)
        return node_new(p, ND_EMPTY, begin->span);
    if (!items.first->next)
        return items.first;
    Node *block = node_new(p, ND_BLOCK, span_since(p, begin));
    block->then = items.first;
    return block;
}

// magic = TK_MAGIC | TK_MAGIC_CODE { block-item } TK_MAGIC_END
Node *magic_statement(Parser *p) {
    const Token *begin = p->at;
    bool has_code = begin->kind == TK_MAGIC_CODE;
    Node *node = node_new(p, has_code ? ND_TIMED : ND_MAGIC, begin->span);
    node->string = begin->string.text;
    node->string_bytes = begin->string.size_bytes;
    token_advance(p);
    if (!has_code)
        return node;
    if (at_kind(p, TK_MAGIC_END))
        (void)parse_error(p, DIAG_PARSE_EXPECTED_AFTER, span_previous_end(p),
                          "a statement", arena_printf(p->arena, "`%%%s`", node->string));
    node->timed_body = timed_body(p);
    if (node->timed_body->kind == ND_EXPR_STMT && strncmp(node->string, "timeit", 6) == 0)
        node->timed_body->show_value =
            false; // it has run many times: there is no one value
    (void)token_accept(p, TK_MAGIC_END);
    p->panic = p->dead;
    node->span = span_since(p, begin);
    return node;
}
