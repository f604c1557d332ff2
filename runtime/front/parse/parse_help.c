// parse_help.c: what the messages know of people: misspelt keywords, types of other
// languages, common slips.
//
// What enters: the parser where no rule fits. What leaves: a diagnostic that says what
// was probably meant, or the answer "not mine", after which the plain "expected ..."
// message is given. Nothing here accepts a text that the grammar refuses, and nothing
// runs while a text is right, but for the glance of help_statement_start at two tokens.
//
// Read next: parse_foreign.c (words of other languages); parse.c (expect_*, which ask here
// first).
#include "front/asyncio.h"
#include "front/parse/parse_inner.h"

#include <string.h>
#include <strings.h>

// A type of other languages, and C's.
typedef struct ForeignType {
    const char *word;
    const char *type;
    const char *note; // NULL: "did you mean"
} ForeignType;

static const ForeignType foreign_types[] = {
    {"string", "char *", "in C, text is a `char *` or an array of `char`"},
    {"String", "char *", "in C, text is a `char *` or an array of `char`"},
    {"str", "char *", "in C, text is a `char *` or an array of `char`"},
    {"boolean", "bool", NULL},
    {"Boolean", "bool", NULL},
    {"integer", "int", NULL},
    {"Integer", "int", NULL},
    {"byte", "unsigned char", NULL},
    {"uint", "unsigned", NULL},
    {"ulong", "unsigned long", NULL},
    {"ushort", "unsigned short", NULL},
    {"uchar", "unsigned char", NULL},
    {"real", "double", NULL},
    {"number", "double", NULL},
    {"object", "void *", NULL},
    {"__int128", "long", "the widest integer here is `long`, of 64 bits"},
    {"__int128_t", "long", "the widest integer here is `long`, of 64 bits"},
    {"__uint128_t", "unsigned long", "the widest integer here is `long`, of 64 bits"},
    {"__float128", "double", "the widest floating type here is `double`"},
    {"_Float128", "double", "the widest floating type here is `double`"},
    {"_Decimal32", "double", "there are no decimal floating types here"},
    {"_Decimal64", "double", "there are no decimal floating types here"},
    {"_Decimal128", "double", "there are no decimal floating types here"},
};

// Operators that other languages write as words, and those that no language of this
// family writes.
static const struct {
    const char *word, *text;
    TokKind meant;
} word_operators[] = {
    {"and", "&&", TK_AND_AND}, {"or", "||", TK_OR_OR}, {"is", "==", TK_EQ},
    {"mod", "%", TK_PERCENT},  {"xor", "^", TK_CARET}, {"eq", "==", TK_EQ},
    {"div", "/", TK_SLASH},
};

// Words that begin a statement or a declaration, for misspellings.
static const char *const statement_words[] = {
    "return",   "while",     "for",    "if",     "else",      "switch", "case",
    "default",  "break",     "goto",   "do",     "continue",  "sizeof", "typedef",
    "struct",   "union",     "enum",   "static", "extern",    "const",  "inline",
    "register", "async",     "await",  "spawn",  "yield",     "throw",  "try",
    "catch",    "taskgroup", "shield", "defer",  "_Noreturn",
};

static const char *const type_words[] = {
    "int",  "char", "double", "float",    "long",  "short",
    "void", "bool", "signed", "unsigned", "const", "size_t",
};

// ---------------------------------------------------------------- misspelt keywords

// The keyword that `token` misspells, or NULL.
static const char *nearest_statement_word(const Token *token) {
    Nearest nearest;
    nearest_init(&nearest, token->name->text);
    for (size_t i = 0; i < COUNT_OF(statement_words); i++)
        nearest_offer(&nearest, statement_words[i]);
    return nearest_get(&nearest);
}

// `best` is the keyword that was meant, or NULL.
static void report_unknown_word(Parser *p, const Token *word, const char *best) {
    Diag *diag =
        parse_error(p, DIAG_PARSE_UNKNOWN_WORD, word->span, word->name->text, NULL);
    if (best)
        parse_fix(p, diag, word->span, best,
                  arena_printf(p->arena, "did you mean `%s`?", best));
}

// `struuct node *next`: the keyword in front of a tag that `token` misspells, or NULL.
static const char *misspelt_tag_word(const Parser *p, const Token *token) {
    const Token *name = peek_token(p, 1);
    TokKind after = (TokKind)peek_token(p, 2)->kind;
    if (token != p->at || token->kind != TK_NAME || name->kind != TK_NAME || name->bol ||
        (after != TK_NAME && after != TK_STAR && after != TK_LBRACE))
        return NULL;
    const char *best = nearest_statement_word(token);
    bool is_tag = best && (strcmp(best, "struct") == 0 || strcmp(best, "union") == 0 ||
                           strcmp(best, "enum") == 0);
    return is_tag ? best : NULL;
}

// ---------------------------------------------------------------- unknown types

// Offers every typedef name in force.
typedef struct TypeOffer {
    const Parser *p;
    Nearest *nearest;
} TypeOffer;

// Called for every name the session has ever seen; only after a mistake, so its cost does
// not matter.
static void offer_type(void *ctx, Name *name) {
    TypeOffer *offer = ctx;
    if (scope_lookup(offer->p, name) == BIND_TYPE)
        nearest_offer(offer->nearest, name->text);
}

// The type's name that `token` misspells, or NULL; *distance (may be NULL) becomes how
// badly.
static const char *nearest_type(const Parser *p, const Token *token, unsigned *distance) {
    Nearest nearest;
    const char *spelling = token_spelling(token);
    if (diag_is_full(p->input->diags))
        return NULL;
    nearest_init(&nearest, spelling ? spelling : "?");
    for (size_t i = 0; i < COUNT_OF(type_words); i++)
        nearest_offer(&nearest, type_words[i]);
    TypeOffer offer = {p, &nearest};
    intern_each(p->input->names, offer_type, &offer);
    if (p->input->lookup.offer_types != NULL)
        p->input->lookup.offer_types(p->input->lookup.ctx, &nearest);
    if (distance)
        *distance = nearest.best_distance;
    return nearest_get(&nearest);
}

// The `struct` of this text that the name belongs to, or NULL.
static const Token *find_tag(const Parser *p, const Token *name) {
    for (const Token *token = p->first; token < p->eof; token++) {
        bool is_word =
            token->kind == TK_STRUCT || token->kind == TK_UNION || token->kind == TK_ENUM;
        if (is_word && token[1].kind == TK_NAME && token[1].name == name->name)
            return token;
    }
    return NULL;
}

// Offers what is spelt nearly so.
static void note_nearest_type(Parser *p, Diag *diag, const Token *token) {
    const char *spelling = token_spelling(token);
    const Token *tag = token->kind == TK_NAME ? find_tag(p, token) : NULL;
    if (tag) {
        const char *fix = arena_printf(p->arena, "%s %s", tag->name->text, spelling);
        parse_fix(p, diag, token->span, fix,
                  arena_printf(p->arena,
                               "did you mean `%s`? the type's name is both words", fix));
        return;
    }
    const AsyncioName *asyncio = spelling ? asyncio_find(spelling) : NULL;
    if (asyncio) {
        parse_note(p, diag, (Span){0}, asyncio->note);
        return;
    }
    for (size_t i = 0; i < COUNT_OF(foreign_types); i++) {
        const ForeignType *type = &foreign_types[i];
        if (!token_spells(token, type->word))
            continue;
        parse_fix(p, diag, token->span, type->type,
                  type->note ? type->note
                             : arena_printf(p->arena, "did you mean `%s`?", type->type));
        return;
    }
    const char *best = nearest_type(p, token, NULL);
    if (best)
        parse_fix(p, diag, token->span, best,
                  arena_printf(p->arena, "did you mean `%s`?", best));
}

// A misspelt type is reported once: from then on the word counts as a type, so its other
// uses parse in silence.
bool help_unknown_type(Parser *p, const Token *token) {
    const ForeignWord *foreign = foreign_find(token);
    if (foreign) {
        foreign_report(p, token, foreign);
        return false;
    }
    const char *spelling = token_spelling(token);
    const char *tag = misspelt_tag_word(p, token);
    if (tag) {
        report_unknown_word(p, token, tag);
        return false;
    }
    Diag *diag = parse_error(p, DIAG_PARSE_UNKNOWN_TYPE, token->span,
                             spelling ? spelling : "?", NULL);
    if (!diag)
        return false;
    p->panic = p->dead;
    note_nearest_type(p, diag, token);
    if (token->kind == TK_NAME) // said once; later uses are read as what was meant
        scope_declare(p, token->name, BIND_TYPE);
    return true;
}

// ---------------------------------------------------------------- the beginning of a
// statement

// Reports the word here and leaves it out: what is behind it is read on.
static void skip_unknown_word(Parser *p, const char *best) {
    report_unknown_word(p, p->at, best);
    token_advance(p);
    p->panic = p->dead;
}

// A word may be near to a keyword and to a type (`cosnt`, `unsinged`): the nearer one is
// proposed.
static bool report_misspelt_word(Parser *p, const Token *token) {
    Nearest nearest;
    const char *best = nearest_statement_word(token);
    if (!best || token_spells(token, best) || asyncio_find(token->name->text))
        return false;
    nearest_init(&nearest, token->name->text);
    nearest_offer(&nearest, best);
    unsigned distance;
    if (nearest_type(p, token, &distance) && distance < nearest.best_distance)
        return false;
    report_unknown_word(p, token, best);
    return true;
}

// `Foo *p = ...;`: two operands of a product whose value nobody uses, the first unknown.
static bool looks_like_pointer_declaration(const Parser *p) {
    uint32_t n = 1;
    while (peek_token(p, n)->kind == TK_STAR)
        n++;
    if (n == 1 || peek_token(p, n)->kind != TK_NAME)
        return false;
    TokKind after = (TokKind)peek_token(p, n + 1)->kind;
    return after == TK_ASSIGN || after == TK_SEMI || after == TK_COMMA ||
           after == TK_LBRACKET ||
           (n > 1 && after == TK_LPAREN && p->block_depth == 0 && p->input->file_mode);
}

// `print "hi"`: an unknown or known function, and its argument without parentheses.
static bool report_bare_call(Parser *p, const Token *word) {
    Diag *diag = parse_error(p, DIAG_PARSE_EXPECTED_AFTER, word->span, "`(`",
                             arena_printf(p->arena, "`%s`", word->name->text));
    parse_note(p, diag, (Span){0},
               arena_printf(p->arena,
                            "a call has its arguments in parentheses: `%s(...);`",
                            word->name->text));
    return diag != NULL;
}

// `taskgroup spawn f();`: words that need a block and have none.
static bool report_missing_block(Parser *p, const Token *word) {
    switch (word->name->keyword) {
    case WORD_TASKGROUP:
    case WORD_SHIELD:
    case WORD_TRY:
        (void)parse_error(p, DIAG_PARSE_EXPECTED_AFTER, word->span, "`{`",
                          arena_printf(p->arena, "`%s`", word->name->text));
        return true;
    default:
        return false;
    }
}

// `asyncio.Queue q;`, and `async for (...)`, whose `async` is read as a name here.
static bool report_asyncio(Parser *p, const Token *word) {
    const Token *next = peek_token(p, 1);
    if (token_spells(word, "async") && next->kind == TK_FOR) {
        Diag *diag = parse_error(p, DIAG_PARSE_FOREIGN, word->span, "async for",
                                 "write `for await`");
        parse_note(p, diag, (Span){0}, "as in `for await (int x : generator) { ... }`");
        return true;
    }
    if (!token_spells(word, "asyncio") || next->kind != TK_DOT ||
        peek_token(p, 2)->kind != TK_NAME || peek_token(p, 3)->kind != TK_NAME)
        return false;
    const Token *type = peek_token(p, 2);
    Diag *diag =
        parse_error(p, DIAG_PARSE_UNKNOWN_TYPE, type->span, type->name->text, NULL);
    note_nearest_type(p, diag, type);
    return true;
}

// `sleep await(1);`
static bool report_late_word(Parser *p, const Token *word) {
    const Token *late = peek_token(p, 1);
    if (!at_spelling(late, WORD_AWAIT) && !at_spelling(late, WORD_SPAWN))
        return false;
    Diag *diag = parse_error(p, DIAG_PARSE_MISPLACED, late->span,
                             arena_printf(p->arena, "`%s`", late->name->text),
                             "it stands before the call");
    parse_note(
        p, diag, (Span){0},
        arena_printf(p->arena, "as in `%s %s(...)`", late->name->text, word->name->text));
    return diag != NULL;
}

// `include <stdio.h>`: the line is left out, as a directive's would have been.
static bool report_missing_hash(Parser *p, const Token *word) {
    TokKind next = (TokKind)peek_token(p, 1)->kind;
    bool is_include =
        token_spells(word, "include") && (next == TK_LT || next == TK_STRING);
    if (!word->bol || (!is_include && (!token_spells(word, "define") || next != TK_NAME)))
        return false;
    Diag *diag = parse_error(p, DIAG_PARSE_NO_HASH, word->span, word->name->text,
                             word->name->text);
    parse_fix(p, diag, word->span, arena_printf(p->arena, "#%s", word->name->text),
              "directives begin with `#`");
    do
        token_advance(p);
    while (!p->at->bol && !at_kind(p, TK_EOF));
    p->panic = p->dead;
    return true;
}

bool help_is_tag(const Parser *p, const Token *token) {
    return token->kind == TK_NAME && find_tag(p, token) != NULL;
}

void help_missing_type(Parser *p) {
    const char *name = token_spelling(p->at);
    Span where = {p->at->span.source, p->at->span.begin, p->at->span.begin};
    Diag *diag = parse_error(p, DIAG_PARSE_MISSING_TYPE, p->at->span, name, NULL);
    parse_fix(p, diag, where, "int ", arena_printf(p->arena, "such as `int %s`", name));
    p->panic = p->dead;
}

bool help_type_behind(Parser *p) {
    const Token *type = peek_token(p, 1);
    TokKind after = (TokKind)peek_token(p, 2)->kind;
    if (p->panic || !scope_is_unknown(p, p->at) || type->bol || !starts_type(p, type) ||
        (after != TK_COMMA && after != TK_RPAREN && after != TK_SEMI))
        return false;
    p->panic = p->told_type_behind;
    p->gap_count += p->told_type_behind;
    (void)parse_error(p, DIAG_PARSE_MISPLACED, type->span,
                      arena_printf(p->arena, "`%s`", token_spelling(type)),
                      arena_printf(p->arena,
                                   "the type stands in front of the name: `%s %s`",
                                   token_spelling(type), p->at->name->text));
    p->told_type_behind = true;
    token_advance(p);
    p->panic = p->dead;
    return true;
}

// `conts char *s`: a word that is unknown in front of a type.
bool help_unknown_qualifier(Parser *p) {
    const Token *next = peek_token(p, 1);
    if (help_type_behind(p))
        return true;
    if (p->panic || !scope_is_unknown(p, p->at) || next->bol || !starts_type(p, next) ||
        foreign_find(p->at)) // `async with lock`
        return false;
    skip_unknown_word(p, nearest_statement_word(p->at));
    return true;
}

// `awiat f(x)`. True when it reported; the operand behind it is read on.
bool help_misspelt_prefix(Parser *p) {
    const Token *next = peek_token(p, 1);
    if (p->panic || next->kind != TK_NAME || next->bol || !scope_is_unknown(p, p->at))
        return false;
    const char *best = nearest_statement_word(p->at);
    if (!best || (strcmp(best, "await") != 0 && strcmp(best, "spawn") != 0) ||
        token_spells(p->at, best))
        return false;
    skip_unknown_word(p, best);
    return true;
}

// Everything here rests on one fact: in C no statement begins with a plain name and then
// a name, a literal, a keyword or
// `{`. So a program that is right never gets past the first tests.
bool help_statement_start(Parser *p, bool *as_type) {
    const Token *word = p->at;
    const Token *next = peek_token(p, 1);
    *as_type = false;
    if (word->kind != TK_NAME || next->bol || p->panic)
        return false;
    bool is_literal = next->kind == TK_STRING || next->kind == TK_INT ||
                      next->kind == TK_FLOAT || next->kind == TK_CHAR;
    bool is_keyword = next->kind >= TK_AUTO && next->kind < TK_COUNT;
    bool is_name = next->kind == TK_NAME;
    if (!is_name && !is_literal && !is_keyword && next->kind != TK_LBRACE &&
        next->kind != TK_STAR && next->kind != TK_DOT && next->kind != TK_LT &&
        next->kind != TK_SHL && next->kind != TK_SHR)
        return false;
    if (scope_lookup(p, word->name) != BIND_NONE)
        return false;
    if (report_asyncio(p, word) ||
        ((is_name || is_literal || is_keyword) && report_missing_block(p, word)) ||
        report_late_word(p, word) || report_missing_hash(p, word) || foreign_cpp(p, word))
        return true;
    if (next->kind == TK_DOT || next->kind == TK_LT || next->kind == TK_SHL ||
        next->kind == TK_SHR)
        return false;
    const ForeignWord *foreign =
        is_name || is_literal || is_keyword ? foreign_find(word) : NULL;
    if (foreign) {
        foreign_report(p, word, foreign);
        return true;
    }
    if (next->kind == TK_STAR) {
        if (!looks_like_pointer_declaration(p))
            return false;
        *as_type = help_unknown_type(p, word);
        return true;
    }
    for (size_t i = 0; is_name && i < COUNT_OF(word_operators); i++)
        if (token_spells(next, word_operators[i].word))
            return false; // `x and y`: help_after_operand knows it
    if (report_misspelt_word(p, word))
        return true;
    if (next->kind == TK_STRING || bracket_lacks_open(p, next))
        return report_bare_call(p, word);
    if (is_keyword && nearest_type(p, word, NULL)) { // `unsinged int x`
        (void)help_unknown_type(p, word);
        p->panic = true;
        return true;
    }
    if (!is_name)
        return false;
    *as_type = help_unknown_type(p, word);
    return true;
}

// A look further ahead than this is not worth its time.
enum { PARENS_MAX_TOKENS = 256 };

// The token behind the `)` that closes the `(` at offset n; TK_EOF when it is not near.
static const Token *behind_parens(const Parser *p, uint32_t n, bool *is_empty) {
    uint32_t depth = 0;
    *is_empty = peek_token(p, n + 1)->kind == TK_RPAREN;
    for (uint32_t last = n + PARENS_MAX_TOKENS; n < last; n++) {
        TokKind kind = (TokKind)peek_token(p, n)->kind;
        depth += kind == TK_LPAREN;
        if (kind == TK_RPAREN && --depth == 0)
            return peek_token(p, n + 1);
    }
    return p->eof;
}

// Those with a header in parentheses and a body.
static bool is_control_word(const char *word) {
    return word && (strcmp(word, "while") == 0 || strcmp(word, "for") == 0 ||
                    strcmp(word, "if") == 0 || strcmp(word, "switch") == 0);
}

// `If`, `WHILE`.
static bool is_capital_control(const char *word) {
    return strcasecmp(word, "while") == 0 || strcasecmp(word, "for") == 0 ||
           strcasecmp(word, "if") == 0 || strcasecmp(word, "switch") == 0;
}

// `ofr (; i < n; i++)`: no call has a `;` between its parentheses.
static bool holds_semicolon(const Parser *p) {
    uint32_t depth = 0, count = 0;
    for (uint32_t n = 1; n < PARENS_MAX_TOKENS; n++) {
        TokKind kind = (TokKind)peek_token(p, n)->kind;
        depth += kind == TK_LPAREN;
        count += kind == TK_SEMI;
        if (kind == TK_LBRACE || kind == TK_RBRACE || kind == TK_EOF || count > 2)
            return false;
        if (kind == TK_RPAREN && --depth == 0)
            return count == 2;
    }
    return false;
}

// A call is not followed by `{` and has no declaration among its arguments: `whlie (x)
// {`, `fro (int i = 0; ...`, `main() {`.
bool help_misspelt_control(Parser *p) {
    if (!scope_is_unknown(p, p->at) || peek_token(p, 1)->kind != TK_LPAREN || p->panic)
        return false;
    bool is_empty;
    const Token *behind = behind_parens(p, 1, &is_empty);
    if (behind->kind != TK_LBRACE && !starts_declaration(p, peek_token(p, 2)) &&
        !holds_semicolon(p) && !(behind->bol && is_capital_control(p->at->name->text)))
        return false; // the usual call
    const ForeignWord *foreign = foreign_find(p->at);
    if (foreign) {
        foreign_report(p, p->at, foreign);
        token_advance(p);
        skip_group(p);
        p->panic = p->dead;
        return true;
    }
    const AsyncioName *asyncio =
        behind->kind == TK_LBRACE ? asyncio_find(p->at->name->text) : NULL;
    if (asyncio && p->block_depth > 0) { // `timeout(1) {`
        Diag *diag =
            parse_error(p, DIAG_PARSE_UNKNOWN_WORD, p->at->span, p->at->name->text, NULL);
        parse_note(p, diag, (Span){0}, asyncio->note);
        token_advance(p);
        skip_group(p);
        p->panic = p->dead;
        return true;
    }
    const char *best = nearest_statement_word(p->at);
    bool is_control = is_control_word(best);
    if (behind->kind != TK_LBRACE ? !is_control : !is_control && p->block_depth > 0)
        return false;
    if (is_control && !is_empty) {
        Diag *diag =
            parse_error(p, DIAG_PARSE_UNKNOWN_WORD, p->at->span, p->at->name->text, NULL);
        parse_fix(p, diag, p->at->span, best,
                  arena_printf(p->arena, "did you mean `%s`?", best));
        token_advance(p);
        skip_group(p); // go on with the body
        p->panic = p->dead;
        return true;
    }
    if (behind->kind != TK_LBRACE)
        return false;
    const char *name = p->at->name->text;
    Span where = {p->at->span.source, p->at->span.begin, p->at->span.begin};
    Diag *diag = parse_error(p, DIAG_PARSE_MISSING_TYPE, p->at->span, name, NULL);
    parse_fix(
        p, diag, where, "int ",
        arena_printf(p->arena,
                     "a function begins with the type of its result: `int %s(...)`, or "
                     "`void %s(...)` when it has none",
                     name, name));
    token_advance(p);
    skip_group(p);
    skip_group(p);
    p->panic = p->dead;
    return true;
}

// ---------------------------------------------------------------- operators and operands

// Two tokens that touch, as in `=<`.
static bool touches_previous(const Parser *p, TokKind previous) {
    return p->at > p->first && p->at[-1].kind == previous && !p->at->space && !p->at->bol;
}

// Two-character inventions, found at their second character.
static bool report_bad_operator(Parser *p) {
    static const struct {
        TokKind first, second;
        const char *wrong, *right;
    } pairs[] = {
        {TK_ASSIGN, TK_LT, "=<", "<="},   {TK_ASSIGN, TK_GT, "=>", ">="},
        {TK_LT, TK_GT, "<>", "!="},       {TK_EQ, TK_ASSIGN, "===", "=="},
        {TK_NE, TK_ASSIGN, "!==", "!="},  {TK_COLON, TK_ASSIGN, ":=", "="},
        {TK_NOT, TK_ASSIGN, "! =", "!="}, {TK_QUESTION, TK_QUESTION, "??", "? :"},
        {TK_LE, TK_GT, "<=>", "-"},       {TK_EQ, TK_GT, "==>", ">="},
    };
    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        if (!at_kind(p, pairs[i].second) || !touches_previous(p, pairs[i].first))
            continue;
        Span span = span_join(p->at[-1].span, p->at->span);
        Diag *diag =
            parse_error(p, DIAG_PARSE_BAD_OPERATOR, span, pairs[i].wrong, pairs[i].right);
        parse_fix(p, diag, span, pairs[i].right,
                  arena_printf(p->arena, "write `%s`", pairs[i].right));
        return true;
    }
    return false;
}

// What may have been meant by the token that is no operand.
static void note_on_operand(Parser *p, Diag *diag) {
    if (at_kind(p, TK_LBRACE))
        parse_note(p, diag, (Span){0},
                   "a value in braces needs its type in front: `(struct point){1, 2}`");
    else if (at_kind(p, TK_LBRACKET))
        parse_note(p, diag, (Span){0},
                   "an array's values stand in braces: `int a[] = {1, 2, 3};`");
    else if (starts_type(p, p->at) && peek_token(p, 1)->kind == TK_LPAREN)
        parse_note(p, diag, (Span){0},
                   "a conversion has the type in parentheses: `(int)x`");
    else if (starts_type(p, p->at))
        parse_note(p, diag, (Span){0},
                   "a type stands only where something is declared or converted");
    else if (at_kind(p, TK_RPAREN) && p->at > p->first && p->at[-1].kind == TK_COMMA)
        parse_note(p, diag, p->at[-1].span, "is this `,` too many?");
}

// The plain message comes last: the more the text looks like a known slip, the less it
// helps.
void help_operand(Parser *p) {
    if (p->panic)
        return;
    if (report_bad_operator(p) || foreign_slice(p))
        return;
    const char *found = token_describe(p, p->at);
    Diag *diag = parse_error(p, DIAG_PARSE_EXPECTED_EXPR, span_here(p), found, NULL);
    note_on_operand(p, diag);
}

// Only names the program does not have can be operators of other languages: `x and y`
// with a variable `and` is a missing `;`.
bool help_after_operand(Parser *p) {
    if (p->panic)
        return true;
    if (at_kind(p, TK_COLON_COLON)) {
        (void)parse_error(p, DIAG_PARSE_FOREIGN, p->at->span,
                          "::", "it has no namespaces");
        return true;
    }
    if (foreign_after_operand(p))
        return true;
    return help_word_operator(p) != TK_EOF;
}

TokKind help_word_operator(Parser *p) {
    if (!scope_is_unknown(p, p->at))
        return TK_EOF;
    for (size_t i = 0; i < COUNT_OF(word_operators); i++) {
        if (!token_spells(p->at, word_operators[i].word))
            continue;
        const char *right = word_operators[i].text;
        if (p->python) // `if x and y:` was told to be no C
            return word_operators[i].meant;
        Diag *diag = parse_error(p, DIAG_PARSE_BAD_OPERATOR, p->at->span,
                                 word_operators[i].word, right);
        parse_fix(p, diag, p->at->span, right,
                  arena_printf(p->arena, "write `%s`", right));
        p->gap_count -= diag != NULL; // its meaning is plain
        return word_operators[i].meant;
    }
    return TK_EOF;
}

// ---------------------------------------------------------------- declarators

// spec is NULL where no type stands in front (enumerators, identifier lists).
void help_declarator_name(Parser *p, const DeclSpec *spec) {
    const char *spelling = token_spelling(p->at);
    if (spelling) {
        bool is_type_word = spec && starts_type(p, p->at);
        if (is_type_word && p->at > p->first && p->at[-1].kind == TK_COMMA)
            (void)parse_error(
                p, DIAG_PARSE_MISPLACED, p->at->span,
                arena_printf(p->arena, "`%s`", spelling),
                "the type of a declaration stands once, in front: `int x, y;`");
        else if (is_type_word && spec->words & SPEC_NAMED)
            (void)parse_error(p, DIAG_PARSE_TWO_TYPES, p->at->span, spelling,
                              arena_printf(p->arena, "`%s`", spec->name->text));
        else if (is_type_word)
            (void)parse_error(p, DIAG_PARSE_TWO_TYPES, p->at->span, spelling,
                              "another type");
        else
            (void)parse_error(p, DIAG_PARSE_KEYWORD_AS_NAME, p->at->span, spelling, NULL);
        return;
    }
    if (at_kind(p, TK_LBRACKET) && spec) {
        Diag *diag = parse_error(p, DIAG_PARSE_MISPLACED, p->at->span, "`[`",
                                 "the brackets of an array stand behind its name");
        parse_note(p, diag, (Span){0}, "as in `int a[5];`");
        return;
    }
    if (at_kind(p, TK_AMP) || at_kind(p, TK_AND_AND)) {
        Diag *diag =
            parse_error(p, DIAG_PARSE_FOREIGN, p->at->span, "&", "it has no references");
        parse_note(p, diag, (Span){0}, "use a pointer: `int *p = &x;`");
        return;
    }
    const char *found = token_describe(p, p->at);
    Diag *diag = parse_error(p, DIAG_PARSE_EXPECTED_NAME, span_here(p), found, NULL);
    if (at_kind(p, TK_INT) || at_kind(p, TK_FLOAT))
        parse_note(p, diag, (Span){0}, "a name can't begin with a digit");
}

// ---------------------------------------------------------------- control statements

bool help_wrong_paren(Parser *p, const char *keyword) {
    if (p->panic || !bracket_opens_header(p))
        return false;
    Diag *diag = parse_error(p, DIAG_PARSE_EXPECTED_AFTER, p->at->span, "`(`",
                             arena_printf(p->arena, "`%s`", keyword));
    parse_fix(p, diag, p->at->span, "(", "write `(` here");
    p->panic = p->dead;
    return diag != NULL;
}

// Whoever writes `if x > 1` writes Python, Go or Rust; the example shows what C wants.
void help_missing_paren(Parser *p, const char *keyword) {
    Diag *diag = parse_error(p, DIAG_PARSE_EXPECTED_AFTER, span_previous_end(p), "`(`",
                             arena_printf(p->arena, "`%s`", keyword));
    p->python = true;
    if (strcmp(keyword, "for") == 0)
        parse_note(p, diag, (Span){0}, "as in `for (int i = 0; i < n; i++) { ... }`");
    else
        parse_note(p, diag, (Span){0},
                   arena_printf(p->arena, "as in `%s (x > 0) { ... }`", keyword));
}

// The two ways to lose an `if`: several statements without braces, and a `;` that ends it
// too early.
void help_lone_else(Parser *p) {
    Diag *diag = parse_error(p, DIAG_PARSE_LONE_ELSE, p->at->span, NULL, NULL);
    if (p->at == p->first)
        return;
    if (p->at[-1].kind == TK_SEMI)
        parse_note(
            p, diag, (Span){0},
            "an `if` without braces takes one statement only; put several in braces");
    else if (p->at[-1].kind == TK_RBRACE)
        parse_note(p, diag, (Span){0},
                   "a `;` right behind `if (...)` would end the `if`");
}
