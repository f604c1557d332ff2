// parse_bracket.c: which bracket was meant.
//
// What enters: the parser at a bracket that does not fit, or where one is missing. What
// leaves: an answer that looks at the tokens around and at nothing else. `)` and `]`, `{`
// and `(` are neighbours on the keyboard: a slip of the finger is one mistake only if the
// wrong bracket is taken for the right one.
//
// What always holds: nothing here is asked while a text is right, and every search ends
// after SEARCH_MAX_TOKENS.
#include "front/parse/parse_inner.h"

#include <assert.h>

enum { SEARCH_MAX_TOKENS = 4096 };

static bool is_open(const Token *token) {
    return token->kind == TK_LPAREN || token->kind == TK_LBRACKET;
}

static bool is_close(const Token *token) {
    return token->kind == TK_RPAREN || token->kind == TK_RBRACKET;
}

static bool ends_statement(const Token *token) {
    return token->kind == TK_SEMI || token->kind == TK_LBRACE ||
           token->kind == TK_RBRACE || token->kind == TK_EOF ||
           token->kind == TK_MAGIC_END;
}

// Brackets from `from` to the end of the statement, in the direction of `step` (1, -1),
// whose partner is not among them. At most `most` tokens are looked at.
static uint32_t count_unpaired(const Token *from, int step, ptrdiff_t most) {
    uint32_t count = 0, waiting = 0;
    for (ptrdiff_t i = 0; i < most && !ends_statement(&from[i * step]); i++) {
        const Token *token = &from[i * step];
        bool begins = step > 0 ? is_open(token) : is_close(token);
        bool ends = step > 0 ? is_close(token) : is_open(token);
        waiting += begins;
        if (ends && waiting > 0)
            waiting--;
        else
            count += ends;
    }
    return count;
}

// How many brackets of this statement are open around `open`.
static uint32_t count_open(const Parser *p, const Token *open) {
    ptrdiff_t before = open - p->first;
    if (before == 0)
        return 0;
    return count_unpaired(open - 1, -1,
                          before < SEARCH_MAX_TOKENS ? before : SEARCH_MAX_TOKENS);
}

// How many that are open where `token` stands are closed from there to the end of the
// statement.
static uint32_t count_closed(const Token *token) {
    return count_unpaired(token, 1, SEARCH_MAX_TOKENS);
}

// `if (x}`, at the end of the line it begins on.
static bool begins_header(const Parser *p, const Token *open) {
    TokKind word = open > p->first ? (TokKind)open[-1].kind : TK_EOF;
    if (word != TK_IF && word != TK_FOR && word != TK_WHILE && word != TK_SWITCH)
        return false;
    for (const Token *token = open; token < p->at; token++) {
        if (token->bol)
            return false;
    }
    return true;
}

bool bracket_lacks_open(const Parser *p, const Token *token) {
    return !is_close(p->at) && count_closed(token) > 0;
}

const Token *bracket_of_lost(const Token *token) {
    uint32_t depth = 0;
    for (const Token *limit = token + SEARCH_MAX_TOKENS;
         token < limit && !ends_statement(token); token++) {
        if (is_close(token) && depth-- == 0)
            return token;
        depth += is_open(token);
    }
    return NULL;
}

const Token *bracket_lost_between(const Parser *p, const Token *open) {
    return count_closed(p->at) > count_open(p, open) + 1 ? bracket_of_lost(p->at) : NULL;
}

// `f(a i]);` has a bracket more than are open.
bool bracket_is_surplus(const Parser *p, const Token *open) {
    return is_close(p->at) && open->kind != TK_LBRACE &&
           count_closed(p->at) > count_open(p, open) + 1;
}

// What may stand behind the `}` of a block that has lost a `)` before.
static bool begins_item(const Token *token) {
    return token->kind == TK_NAME || token->kind >= TK_AUTO || token->kind == TK_RBRACE ||
           token->kind == TK_EOF;
}

// `f(a[i));` has a bracket for each that is open, `f(a[i);` lacks one.
bool bracket_is_wrong(const Parser *p, TokKind close, const Token *open) {
    const Token *next = peek_token(p, 1);
    if (close == TK_RBRACE)
        return is_close(p->at) && (p->at->bol || open->kind != TK_LBRACE ||
                                   count_closed(p->at) > count_open(p, open));
    if (is_close(p->at))
        return count_closed(p->at) > count_open(p, open);
    if (at_kind(p, TK_RBRACE) && !p->at->bol && next->bol && begins_header(p, open))
        return true;
    if (at_kind(p, TK_RBRACE) && close == TK_RBRACKET)
        return !p->at->bol && !next->bol;
    return at_kind(p, TK_RBRACE) && !p->at->bol && !next->bol && !begins_item(next) &&
           count_closed(next) >= count_open(p, open);
}

// `f(a; b)`, `f(a b)`.
bool bracket_closes_later(const Parser *p, const Token *open) {
    assert(!is_close(p->at));
    return !peek_token(p, 1)->bol && count_closed(p->at + 1) > count_open(p, open);
}

// How many blocks of those open here have their `}`.
static uint32_t count_block_ends(const Parser *p) {
    uint32_t count = 0, depth = 0;
    for (uint32_t n = 0; n < SEARCH_MAX_TOKENS && peek_token(p, n) < p->eof; n++) {
        TokKind kind = (TokKind)peek_token(p, n)->kind;
        depth += kind == TK_LBRACE;
        if (kind == TK_RBRACE && depth > 0)
            depth--;
        else
            count += kind == TK_RBRACE;
    }
    return count;
}

// A `)` or `]` where a statement could begin, and a `}` less than there are blocks.
bool bracket_ends_block(const Parser *p) {
    const Token *next = peek_token(p, 1);
    return is_close(p->at) &&
           (next->bol || next->kind == TK_EOF || next->kind == TK_SEMI ||
            next->kind == TK_ELSE || at_spelling(next, WORD_CATCH)) &&
           count_block_ends(p) < p->block_depth + p->struct_depth;
}

// `if {x)`: what it opens is closed by a `)`.
bool bracket_opens_header(const Parser *p) {
    if (!at_kind(p, TK_LBRACE) && !at_kind(p, TK_LBRACKET))
        return false;
    uint32_t depth = 0;
    for (uint32_t n = 1; n < SEARCH_MAX_TOKENS; n++) {
        const Token *token = peek_token(p, n);
        if (token->kind == TK_EOF || (token->bol && at_kind(p, TK_LBRACE)))
            return false;
        depth += is_open(token) || token->kind == TK_LBRACE;
        if ((is_close(token) || token->kind == TK_RBRACE) && depth-- == 0)
            return token->kind == TK_RPAREN;
    }
    return false;
}

// The column of the first token of the token's line.
static uint32_t indentation(const Parser *p, const Token *token) {
    while (token > p->first && !token->bol)
        token--;
    uint32_t line, column;
    source_locate(p->diags->sources, token->span, &line, &column);
    return column;
}

// `else` below the line of the `if` whose block `open` begins: it belongs to that, and the
// `}` in front of it is missing.
bool bracket_ends_if(const Parser *p, const Token *open) {
    if (!at_kind(p, TK_ELSE) || !p->at->bol || open->kind != TK_LBRACE)
        return false;
    const Token *line = open;
    while (line > p->first && !line->bol)
        line--;
    bool is_if = line->kind == TK_IF ||
                 (line->kind == TK_RBRACE && line[1].kind == TK_ELSE) ||
                 (line->kind == TK_ELSE && line[1].kind == TK_IF);
    return is_if && indentation(p, p->at) == indentation(p, open);
}

// A block's `}` stands below the line that opens it. One that stands further to the left
// was meant for a block around it: then the innermost one's is missing.
const Token *bracket_unclosed(const Parser *p, const Token *open) {
    const Token *blocks[LIMIT_NESTING + 1];
    uint32_t depth = 0;
    for (const Token *token = open; token < p->eof; token++) {
        if (token->span.source != open->span.source)
            return NULL;
        if (token->kind == TK_LBRACE && depth < LIMIT_NESTING)
            blocks[depth++] = token;
        if (token->kind != TK_RBRACE || depth == 0)
            continue;
        depth--;
        if (token->bol && indentation(p, token) < indentation(p, blocks[depth]))
            return blocks[depth];
    }
    return NULL;
}

// A `}` ahead closes what nothing has opened: its `{` belongs here.
bool bracket_lost_open(const Parser *p) {
    uint32_t depth = 0;
    for (uint32_t n = 0; n < SEARCH_MAX_TOKENS; n++) {
        const Token *token = peek_token(p, n);
        if (token->kind == TK_EOF || token->kind == TK_MAGIC_END)
            return false;
        if (token->kind == TK_RBRACE && depth-- == 0)
            return true;
        depth += token->kind == TK_LBRACE;
    }
    return false;
}
