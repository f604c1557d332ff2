// parse.c: the parser's state, its messages and its recovery, and the top level of a cell
// or file.
//
// What enters: the preprocessed tokens of one cell, ended by TK_EOF, and two questions
// the parser may ask of the session (ParseNames). What leaves: a list of ND_FUNC, ND_DECL
// and statements, in order.
//
// C can't be parsed without knowing which names are types: `a * b;` declares b when a is
// a typedef name, and multiplies when it is a variable (C17 6.7.8). The parser therefore
// keeps scopes of its own, with one bit of knowledge a name, and asks the session for
// what the text does not declare. The same record decides what the contextual words mean:
// `task` is the type constructor until the program declares a `task` of its own.
//
// Messages: one mistake, one message. The first complaint sets `panic`, which silences
// the rest until recovery finds firm ground: the end of the statement, the `)` of a
// header, the `,` of a list. Reports of something that is missing stand behind the token
// where it should have been, since that is where it must be typed.
//
// Read next: parse_inner.h (the map of the other files), parse_stmt.c, parse_decl.c,
// parse_expr.c.
#include "front/parse/parse_inner.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

// ---------------------------------------------------------------- spans and nodes

// At the very beginning there is no token before; then the first one stands for it.
Span span_previous(const Parser *p) {
    return p->at > p->first ? p->at[-1].span : p->at->span;
}

// Where a missing token is reported: behind the one it should have followed, since the
// next one may be lines away.
Span span_previous_end(const Parser *p) {
    Span span = span_previous(p);
    if (p->at > p->first)
        span.begin = span.end;
    return span;
}

// The end of the text has no characters to point at, so the place behind the last token
// takes the complaint.
Span span_here(const Parser *p) {
    return at_kind(p, TK_EOF) || at_kind(p, TK_MAGIC_END) ? span_previous_end(p)
                                                          : p->at->span;
}

Span span_since(const Parser *p, const Token *begin) {
    return p->at > begin ? span_join(begin->span, p->at[-1].span) : begin->span;
}

// op_span begins as the whole; kinds with an operator or a name narrow it.
Node *node_new(Parser *p, NodeKind kind, Span span) {
    Node *node = arena_new(p->arena, Node);
    node->kind = kind;
    node->span = span;
    node->op_span = span;
    return node;
}

// The one place where LIMIT_EXPR_DEPTH is enforced for expressions; if_statement does it
// for chains of else if.
void height_set(Parser *p, uint32_t height) {
    p->height = height;
    if (height > p->statement_height)
        p->statement_height = height;
    if (height > LIMIT_EXPR_DEPTH)
        parse_give_up(p, span_previous(p), "this expression is", LIMIT_EXPR_DEPTH);
}

Node *node_binary(Parser *p, NodeKind kind, const Token *op, Node *lhs,
                  uint32_t lhs_height, Node *rhs) {
    assert(lhs && rhs);
    Node *node = node_new(p, kind, span_join(lhs->span, rhs->span));
    node->op_span = op->span;
    node->lhs = lhs;
    node->rhs = rhs;
    height_set(p, 1 + (lhs_height > p->height ? lhs_height : p->height));
    return node;
}

// The span is what was read since `op`; postfix operators, whose operand stands in front,
// set it anew.
Node *node_unary(Parser *p, NodeKind kind, const Token *op, Node *operand) {
    Node *node = node_new(p, kind, span_since(p, op));
    node->op_span = op->span;
    node->lhs = operand;
    height_set(p, p->height + 1);
    return node;
}

// ---------------------------------------------------------------- scopes

// A scope is a mark in the undo list: opening one costs nothing, however deep they nest.
void scope_open(Parser *p, uint32_t *mark) {
    *mark = p->undo.count;
}

// Names of the closed scope mean again what they meant before (C17 6.2.1p4).
void scope_close(Parser *p, uint32_t mark) {
    assert(mark <= p->undo.count);
    while (p->undo.count > mark) {
        BindingUndo undo = p->undo.data[--p->undo.count];
        map_put(&p->bindings, (uint64_t)(uintptr_t)undo.name, undo.before);
    }
}

// What this text itself says of a name.
static Binding binding_get(const Parser *p, const Name *name) {
    uint64_t value = BIND_NONE;
    (void)map_get(&p->bindings, (uint64_t)(uintptr_t)name, &value);
    return (Binding)value;
}

// A name that means already what it is declared as needs no entry: most declarations in a
// block are of new names.
void scope_declare(Parser *p, const Name *name, Binding binding) {
    if (!name)
        return;
    BindingUndo undo = {name, binding_get(p, name)};
    if (undo.before == binding)
        return;
    vec_push(p->undo, undo);
    map_put(&p->bindings, (uint64_t)(uintptr_t)name, binding);
}

// The text's own declarations go before the session's, as an inner scope before an outer
// one.
Binding scope_lookup(const Parser *p, const Name *name) {
    Binding binding = binding_get(p, name);
    if (binding != BIND_NONE)
        return binding;
    const ParseNames *session = &p->input->lookup;
    if (session->is_type && session->is_type(session->ctx, name))
        return BIND_TYPE;
    if (session->is_value && session->is_value(session->ctx, name))
        return BIND_VALUE;
    return BIND_NONE;
}

bool at_spelling(const Token *token, Word word) {
    return token->kind == TK_NAME && token->name->keyword == word;
}

bool at_word(const Parser *p, const Token *token, Word word) {
    return at_spelling(token, word) && scope_lookup(p, token->name) == BIND_NONE;
}

// Compared by text: these words are not worth a place in the table of names.
bool token_spells(const Token *token, const char *text) {
    const char *spelling = token_spelling(token);
    return spelling && strcmp(spelling, text) == 0;
}

// Library functions count as unknown: only the program's own names keep a word from being
// a slip.
bool scope_is_unknown(const Parser *p, const Token *token) {
    return token->kind == TK_NAME && scope_lookup(p, token->name) == BIND_NONE;
}

// ---------------------------------------------------------------- limits

// At the end of the tokens every loop of the parser stops by itself, so no flag needs to
// be looked at on the way out.
static void give_up(Parser *p, DiagCode code, Span span, const char *what,
                    uint32_t limit) {
    if (!p->dead) {
        char text[16];
        snprintf(text, sizeof text, "%u", limit);
        p->panic = false;
        (void)parse_error(p, code, span, what, text);
    }
    p->dead = true;
    p->panic = true;
    p->at = p->eof;
}

void parse_give_up(Parser *p, Span span, const char *what, uint32_t limit) {
    give_up(p, DIAG_PARSE_TOO_DEEP, span, what, limit);
}

void parse_too_many(Parser *p, const char *what, uint32_t limit) {
    give_up(p, DIAG_TOO_MANY, p->at->span, what, limit);
}

// C17 5.2.4.1 asks for 63 nested parentheses and 127 blocks; an `if (x) {` counts as two
// levels here.
bool nest_enter(Parser *p) {
    if (p->nesting >= LIMIT_NESTING) {
        parse_give_up(p, p->at->span, "this is", LIMIT_NESTING);
        return false;
    }
    p->nesting++;
    return true;
}

void nest_leave(Parser *p) {
    assert(p->nesting > 0);
    p->nesting--;
}

// ---------------------------------------------------------------- messages

// Whether something may be missing here because of a mistake in the tokens before: on
// this line, or, at the end of the text, one that has swallowed the rest of it.
static bool is_cut_off(const Parser *p) {
    if (p->diags->error_count == 0)
        return false;
    if (at_kind(p, TK_EOF) && (diag_has(p->diags, DIAG_UNTERMINATED_COMMENT) ||
                               diag_has(p->diags, DIAG_MACRO_UNTERMINATED) ||
                               diag_has(p->diags, DIAG_COND_UNTERMINATED)))
        return true;
    return diag_is_broken_line(p->diags, span_previous(p)) ||
           diag_is_broken_line(p->diags, p->at->span);
}

// All strings are passed on; printf ignores those its format does not name
// (C17 7.21.6.1p2).
Diag *parse_error(Parser *p, DiagCode code, Span span, const char *a, const char *b) {
    if (p->panic || p->dead)
        return NULL;
    p->panic = true;
    if (is_cut_off(p)) {
        p->gap_count++;
        return NULL;
    }
    p->gap_count++;
    p->lost_name = p->lost_name || code == DIAG_PARSE_TWO_TYPES ||
                   code == DIAG_PARSE_EXPECTED_NAME || code == DIAG_PARSE_KEYWORD_AS_NAME;
    return diag_add(p->diags, code, span, a, b);
}

void parse_note(Parser *p, Diag *diag, Span span, const char *text) {
    if (diag)
        diag_note(p->diags, diag, span, "%s", text);
}

void parse_fix(Parser *p, Diag *diag, Span span, const char *fix, const char *text) {
    if (diag)
        diag_fix(p->diags, diag, span, fix, "%s", text);
}

// Keywords keep their Name, so that messages can show alternate spellings as written
// (`__inline__`).
const char *token_spelling(const Token *token) {
    bool is_keyword = token->kind >= TK_AUTO && token->kind < TK_COUNT;
    return token->kind == TK_NAME || is_keyword ? token->name->text : NULL;
}

const char *token_describe(const Parser *p, const Token *token) {
    const char *spelling = token_spelling(token);
    if (spelling)
        return arena_printf(p->arena, "`%s`", spelling);
    if (token->kind == TK_EOF)
        return p->input->file_mode ? "the end of the file" : "the end of the cell";
    return token_kind_text((TokKind)token->kind);
}

static bool begins_afresh(const Parser *p, const Token *token);

// `f(x),` at the end of a line, and the next one begins a statement.
bool help_comma_as_end(const Parser *p) {
    const Token *next = peek_token(p, 1);
    return next->bol && !p->in_for_header && begins_afresh(p, next);
}

void parse_lost_open(Parser *p, const Token *close) {
    bool is_index = close->kind == TK_RBRACKET;
    Span where = span_previous_end(p);
    Diag *diag = parse_error(p, DIAG_PARSE_EXPECTED_AFTER, where,
                             is_index ? "`[`" : "`(`", token_describe(p, &p->at[-1]));
    parse_fix(p, diag, where, is_index ? "[" : "(",
              is_index ? "a `]` further on closes it" : "a `)` further on closes it");
}

// Without panic afterwards when the next token begins a line: then the `;` is all that is
// missing. One that is there is firm ground.
void expect_semicolon(Parser *p, const char *what) {
    if (token_accept(p, TK_SEMI)) {
        p->panic = p->dead;
        return;
    }
    if (p->panic)
        return;
    if (!p->at->bol && help_after_operand(p))
        return;
    if (p->python && (p->at->bol || at_kind(p, TK_EOF)))
        return;
    if (!p->at->bol && !p->in_for_header && bracket_lacks_open(p, p->at)) {
        parse_lost_open(p, bracket_of_lost(p->at));
        return;
    }
    if ((at_kind(p, TK_RPAREN) || at_kind(p, TK_RBRACKET)) && !p->in_for_header &&
        peek_token(p, 1)->kind == TK_SEMI) {
        bool is_paren = at_kind(p, TK_RPAREN);
        (void)parse_error(p, DIAG_PARSE_STRAY, p->at->span, is_paren ? "`)`" : "`]`",
                          is_paren ? "a matching `(`" : "a matching `[`");
        token_advance(p);
        token_advance(p);
        p->panic = p->dead;
        return;
    }
    Span where = span_previous_end(p);
    if (p->in_for_header) {
        Diag *diag = parse_error(p, DIAG_PARSE_FOR_HEADER, where, NULL, NULL);
        parse_note(p, diag, (Span){0}, "a `for` has two: `for (int i = 0; i < n; i++)`");
        return;
    }
    bool is_comma = at_kind(p, TK_COMMA) && help_comma_as_end(p);
    if (is_comma)
        where = p->at->span;
    Diag *diag = parse_error(p, DIAG_PARSE_EXPECTED_SEMI, where, what, NULL);
    parse_fix(p, diag, where, ";",
              is_comma ? "write `;` for this `,`" : "put a `;` here");
    if (is_comma)
        token_advance(p);
    bool is_harmless = p->at->bol || at_kind(p, TK_RBRACE) || at_kind(p, TK_EOF) ||
                       at_kind(p, TK_MAGIC_END) || starts_declaration(p, p->at);
    if (is_harmless && !p->dead) {
        p->panic = false;
        bool is_all_there = p->at->bol || !starts_declaration(p, p->at);
        p->gap_count -= is_all_there; // `int f int x) {` has lost more than its `;`
    }
}

static void note_unclosed(Parser *p, Diag *diag, const Token *open) {
    const Token *block = bracket_unclosed(p, open);
    if (block && block != open)
        parse_note(p, diag, block->span,
                   "by the indentation, it is this block whose `}` is missing");
}

// A missing bracket is reported where it was missed, and the one it should match is
// shown: that is where to look.
bool expect_close(Parser *p, TokKind close, const Token *open) {
    if (token_accept(p, close))
        return true;
    if (p->panic || (close != TK_RBRACE && !at_kind(p, TK_EOF) && help_after_operand(p)))
        return false;
    if (close == TK_RBRACE && at_kind(p, TK_EOF) && p->blamed_brace) {
        p->panic = true;
        return false;
    }
    if (bracket_is_surplus(p, open)) {
        bool is_paren = at_kind(p, TK_RPAREN);
        (void)parse_error(p, DIAG_PARSE_STRAY, p->at->span, is_paren ? "`)`" : "`]`",
                          is_paren ? "a matching `(`" : "a matching `[`");
        token_advance(p);
        p->panic = p->dead || !at_kind(p, close);
        return token_accept(p, close);
    }
    const char *found = token_describe(p, p->at);
    bool is_slip = bracket_is_wrong(p, close, open);
    bool is_behind = p->at->bol && !is_slip && close != TK_RBRACE;
    Span where = is_behind ? span_previous_end(p) : span_here(p);
    Diag *diag =
        parse_error(p, DIAG_PARSE_EXPECTED_CLOSE, where, token_kind_text(close), found);
    parse_note(
        p, diag, open->span,
        arena_printf(p->arena, "to match this %s", token_kind_text((TokKind)open->kind)));
    if (diag && close == TK_RBRACE && at_kind(p, TK_EOF))
        note_unclosed(p, diag, open);
    if (is_slip) { // read as if it were the right one
        p->gap_count -= diag && close == TK_RBRACE;
        token_advance(p);
        p->panic = p->dead;
        return true;
    }
    p->torn_count += close == TK_RBRACE;
    if (close == TK_RBRACE && at_kind(p, TK_EOF))
        p->blamed_brace = true;
    return false;
}

bool expect_token(Parser *p, TokKind kind, const char *after) {
    if (token_accept(p, kind))
        return true;
    (void)parse_error(p, DIAG_PARSE_EXPECTED_AFTER, span_previous_end(p),
                      token_kind_text(kind), after);
    return false;
}

// ---------------------------------------------------------------- recovery

// Keywords that only begin a statement or a declaration, so that a line that begins with
// one is firm ground.
static bool begins_afresh(const Parser *p, const Token *token) {
    switch (token->kind) {
    case TK_IF:
    case TK_FOR:
    case TK_WHILE:
    case TK_DO:
    case TK_SWITCH:
    case TK_CASE:
    case TK_DEFAULT:
    case TK_RETURN:
    case TK_BREAK:
    case TK_CONTINUE:
    case TK_GOTO:
    case TK_MAGIC:
    case TK_MAGIC_CODE:
        return true;
    default:
        return starts_declaration(p, token);
    }
}

// Stops at the end of the text.
void skip_group(Parser *p) {
    uint32_t depth = 0;
    do {
        switch (p->at->kind) {
        case TK_LBRACE:
        case TK_LPAREN:
        case TK_LBRACKET:
            depth++;
            break;
        case TK_RBRACE:
        case TK_RPAREN:
        case TK_RBRACKET:
            depth -= depth > 0;
            break;
        default:
            break;
        }
        token_advance(p);
    } while (depth > 0 && !at_kind(p, TK_EOF));
}

// Firm ground is the next `;`, the end of this block, or a line that begins a statement.
void recover_statement(Parser *p) {
    while (!at_kind(p, TK_EOF) && !at_kind(p, TK_RBRACE) && !at_kind(p, TK_MAGIC_END)) {
        if (token_accept(p, TK_SEMI))
            break;
        if (p->at->bol && begins_afresh(p, p->at))
            break;
        if (at_kind(p, TK_LBRACE)) {
            skip_group(p); // the block of what was not understood goes with it
            if (p->at->bol)
                break;
        } else {
            token_advance(p);
        }
    }
    p->panic = p->dead;
}

// A mistake between the parentheses of `if` or `for` must not cost the body its meaning.
void recover_header(Parser *p) {
    if (!p->panic)
        return;
    while (!at_kind(p, TK_EOF) && !at_kind(p, TK_LBRACE) && !at_kind(p, TK_RBRACE) &&
           !at_kind(p, TK_MAGIC_END) && !p->at->bol) {
        if (token_accept(p, TK_RPAREN))
            break;
        if (at_kind(p, TK_LPAREN))
            skip_group(p);
        else
            token_advance(p);
    }
    p->panic = p->dead;
}

// In a list the next `,` is firm ground, unless the list has lost its end.
void recover_list(Parser *p, TokKind close) {
    if (!p->panic)
        return;
    const Token *begin = p->at;
    while (!at_kind(p, TK_EOF) && p->at->kind != close && !at_kind(p, TK_COMMA) &&
           !at_kind(p, TK_SEMI) && !at_kind(p, TK_RBRACE) && !at_kind(p, TK_MAGIC_END)) {
        if (p->at > begin && p->at->bol && begins_afresh(p, p->at))
            return; // the list has lost its end: stay in panic
        skip_group(p);
    }
    if (p->at->kind == close || at_kind(p, TK_COMMA))
        p->panic = p->dead;
}

// ---------------------------------------------------------------- top level

// File mode: a statement between functions. Reported once until the next function; not at
// all when the one before was not understood, since it may be that one's.
static void refuse_statement(Parser *p, Span span) {
    if (p->stray_reported || p->python)
        return;
    p->stray_reported = true;
    if (p->body_broken)
        return;
    Diag *diag = parse_error(p, DIAG_PARSE_OUTSIDE_FUNCTION, span, NULL, NULL);
    if (p->body_end)
        parse_note(p, diag, p->body_end->span,
                   "the function before ends at this `}`: is it one too many?");
    else
        parse_note(
            p, diag, (Span){0},
            "in a file, statements belong into a function, such as `int main(void) "
            "{ ... }`");
    p->panic = p->dead;
}

// A `}` that closes nothing. Behind statements outside functions it is the one they were
// torn from.
static void refuse_brace(Parser *p) {
    if (!p->stray_reported && !p->body_broken)
        (void)parse_error(p, DIAG_PARSE_STRAY, p->at->span, "`}`", "a matching `{`");
    p->stray_reported = false;
    p->body_broken = false;
    token_advance(p);
    p->panic = p->dead;
}

// What may stand outside functions in a file (C17 6.9).
static bool is_declaration_node(const Node *node, bool is_asm) {
    bool is_empty_asm = node->kind == ND_BLOCK && node->then == NULL && is_asm;
    return node->kind == ND_DECL || node->kind == ND_FUNC || is_empty_asm ||
           node->kind == ND_STATIC_ASSERT || node->kind == ND_EMPTY;
}

// The item from `begin` on is left out; its names are kept.
static void note_gap(const Parser *p, const Token *begin, ParseGaps *gaps) {
    uint32_t depth = 0; // of braces
    for (const Token *token = begin; token < p->at; token++) {
        depth += token->kind == TK_LBRACE;
        depth -= token->kind == TK_RBRACE && depth > 0;
        if (token->kind != TK_NAME)
            continue;
        vec_push(gaps->names, token->name);
        if (depth == 0)
            vec_push(gaps->outside, token->name);
    }
}

void parse_gaps_deinit(ParseGaps *gaps) {
    vec_free(gaps->names);
    vec_free(gaps->outside);
}

// File mode: what an item says about the `}` before it and about those to come.
static void judge_item(Parser *p, const Node *item, bool is_asm, bool is_whole) {
    if (item->kind == ND_FUNC) {
        p->body_end = &p->at[-1];
        p->body_broken = !is_whole;
        p->stray_reported = false;
    } else if (!is_declaration_node(item, is_asm) && is_whole) {
        refuse_statement(p, item->span);
    }
}

// translation-unit = { external-declaration }        (file)
// cell             = { block-item } [ expression ]   (notebook)
Node *parse_program(const ParseInput *input, ParseGaps *gaps) {
    assert(input->tokens->count > 0);
    assert(input->tokens->data[input->tokens->count - 1].kind == TK_EOF);
    Parser p = {
        .input = input,
        .first = input->tokens->data,
        .eof = input->tokens->data + input->tokens->count - 1,
        .at = input->tokens->data,
        .arena = input->arena,
        .diags = input->diags,
    };
    NodeList items;
    list_init(&items);
    while (!at_kind(&p, TK_EOF)) {
        const Token *begin = p.at;
        Node **added = items.tail;
        if (at_kind(&p, TK_RBRACE)) {
            refuse_brace(&p);
            gaps->is_torn = true;
            continue;
        }
        uint32_t errors_before = input->diags->error_count;
        uint32_t gaps_before = p.gap_count;
        block_item(&p, &items);
        bool is_fine = !p.panic;
        if (p.panic)
            recover_statement(&p);
        if (p.at == begin)
            token_advance(&p);
        if (input->file_mode && is_fine && *added)
            judge_item(&p, *added, begin->kind == TK_ASM,
                       input->diags->error_count == errors_before);
        if (p.gap_count == gaps_before)
            continue;
        note_gap(&p, begin, gaps);
        *added = NULL;
        items.tail = added;
    }
    gaps->lost_name = p.lost_name;
    gaps->is_torn = gaps->is_torn || p.stray_reported || p.dead || p.python;
    scope_close(&p, 0);
    vec_free(p.undo);
    map_deinit(&p.bindings);
    return items.first;
}
