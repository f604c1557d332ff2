// parse_foreign.c: words and lines of other languages: Python's `def`, C++'s `cout`.
//
// What enters: the parser where no rule fits. What leaves: a diagnostic that says what C
// has for it, or the answer "not mine". Only a word that the program has not declared can
// be one of them.
//
// What always holds: a line of another language is one mistake. The message sets
// Parser.python, and what its lines lack of C, such as a `;`, is not told as well.
//
// Read next: parse_help.c, which asks.
#include "front/parse/parse_inner.h"

#include <string.h>

// A word of other languages, and C's way to say it. `note` may be NULL.
struct ForeignWord {
    const char *word;
    const char *message; // completes "`word` is not C: "
    const char *note;
};

static const ForeignWord foreign_words[] = {
    {"def", "a function begins with the type of its result",
     "as in `int twice(int x) { return 2 * x; }`"},
    {"func", "a function begins with the type of its result",
     "as in `int twice(int x) { return 2 * x; }`"},
    {"fn", "a function begins with the type of its result",
     "as in `int twice(int x) { return 2 * x; }`"},
    {"fun", "a function begins with the type of its result",
     "as in `int twice(int x) { return 2 * x; }`"},
    {"function", "a function begins with the type of its result",
     "as in `int twice(int x) { return 2 * x; }`"},
    {"class", "it has `struct`, without methods", NULL},
    {"interface", "it has `struct`, without methods", NULL},
    {"let", "a declaration begins with a type", "as in `int x = 5;`, or `auto x = 5;`"},
    {"var", "a declaration begins with a type", "as in `int x = 5;`, or `auto x = 5;`"},
    {"import", "headers come in with `#include`",
     "as in `#include <stdio.h>`, on a line of its own; asyncio's names are there "
     "without "
     "one"},
    {"from", "headers come in with `#include`",
     "as in `#include <stdio.h>`; asyncio's names are there without one"},
    {"with", "write `defer`",
     "as in `await acquire(m); defer release(m);`; groups and time limits are blocks: "
     "`taskgroup { ... }`, `deadline (2.0) { ... }`"},
    {"using", "it has no namespaces, and needs none", "leave the line out"},
    {"namespace", "it has no namespaces", "leave it out"},
    {"template", "it has no templates", NULL},
    {"elif", "write `else if`", NULL},
    {"elseif", "write `else if`", NULL},
    {"elsif", "write `else if`", NULL},
    {"foreach", "write `for`", "as in `for (int x : array) { ... }`"},
    {"unless", "write `if (!...)`", NULL},
    {"until", "write `while (!...)`", NULL},
    {"except", "write `catch`", "as in `try { ... } catch (error e) { ... }`"},
    {"finally", "write `defer` at the top of the block", "as in `defer fclose(f);`"},
    {"raise", "write `throw`", "as in `throw error(\"ValueError\", \"too big\");`"},
    {"new", "objects come from `malloc`", "as in `struct point *p = malloc(sizeof *p);`"},
    {"delete", "memory is given back with `free`", "as in `free(p);`"},
    {"print", "a call has its arguments in parentheses", "as in `printf(\"%d\\n\", x);`"},
    {"echo", "write `printf`", "as in `printf(\"%d\\n\", x);`"},
    {"del", "memory is given back with `free`", NULL},
    {"not", "write `!`", NULL},
    {"lambda", "write a function", NULL},
    {"assert", "it is a call: its condition stands in parentheses",
     "as in `assert(x > 0);`"},
    {"global", "a variable outside of all functions is known in them", "leave it out"},
    {"nonlocal", "a variable outside of all functions is known in them", "leave it out"},
    {"public", "everything is public", "leave it out"},
    {"private", "a `static` function is its file's own", "leave it out"},
    {"protected", "everything is public", "leave it out"},
};

// NULL for words no other language would put here.
const ForeignWord *foreign_find(const Token *token) {
    for (size_t i = 0; i < COUNT_OF(foreign_words); i++)
        if (token_spells(token, foreign_words[i].word))
            return &foreign_words[i];
    return NULL;
}

// `note` may be NULL.
static bool report_form(Parser *p, Span span, const ForeignWord *form) {
    Diag *diag = parse_error(p, DIAG_PARSE_FOREIGN, span, form->word, form->message);
    if (form->note)
        parse_note(p, diag, (Span){0}, form->note);
    p->python = true;
    return true;
}

void foreign_report(Parser *p, const Token *token, const ForeignWord *foreign) {
    (void)report_form(p, token->span, foreign);
}

// ---------------------------------------------------------------- expressions

// `a[1:2]`, `a[:2]`: the `[` here is open where the `:` stands.
static bool at_slice(const Parser *p) {
    uint32_t closed = 0;
    if (!at_kind(p, TK_COLON))
        return false;
    for (const Token *token = p->at; token > p->first && !token->bol;) {
        token--;
        closed += token->kind == TK_RBRACKET;
        if (token->kind == TK_LBRACKET && closed-- == 0)
            return true;
        if (token->kind == TK_SEMI || token->kind == TK_QUESTION)
            return false;
    }
    return false;
}

bool foreign_slice(Parser *p) {
    static const ForeignWord slice = {
        "a[i:j]", "it has no slices",
        "a part of an array is where it begins and how much it is: `a + i`, `j - i`"};
    return at_slice(p) && report_form(p, p->at->span, &slice);
}

// No number is a pointer, so that `** 3` is no `*` of a `*3`.
void foreign_power(Parser *p) {
    const Token *star = &p->at[-1];
    if ((!at_kind(p, TK_INT) && !at_kind(p, TK_FLOAT)) || star->kind != TK_STAR ||
        star->space || star == p->first || star[-1].kind != TK_STAR)
        return;
    Diag *diag = parse_error(p, DIAG_PARSE_BAD_OPERATOR,
                             span_join(star[-1].span, star->span), "**", NULL);
    parse_note(p, diag, (Span){0}, "`pow(x, y)` is the power of floating numbers");
}

// `1 if x else 2`: C's own `if` has a `;` or a `}` in front of its `else`.
static bool at_choice(const Parser *p) {
    for (uint32_t n = 0; at_kind(p, TK_IF); n++) {
        const Token *token = peek_token(p, n);
        if (token->kind == TK_ELSE)
            return true;
        if (token->kind == TK_SEMI || token->kind == TK_LBRACE || token->bol ||
            token->kind == TK_EOF)
            return false;
    }
    return false;
}

// `f"{x}"`: the letter is read as a name.
static bool at_letter_string(const Parser *p, const Token *letter) {
    return at_kind(p, TK_STRING) && !p->at->space && scope_is_unknown(p, letter) &&
           letter->name->size_bytes == 1 && strchr("fFrRbB", letter->name->text[0]);
}

static bool begins_operand(const Token *token) {
    return token->kind == TK_NAME || token->kind == TK_INT || token->kind == TK_FLOAT ||
           token->kind == TK_STRING || token->kind == TK_CHAR;
}

bool foreign_after_operand(Parser *p) {
    static const ForeignWord choice = {"x if y else z", "a choice is `y ? x : z`", NULL};
    static const ForeignWord letter = {"f\"...\"", "`printf` puts values into a text",
                                       "as in `printf(\"x is %d\\n\", x);`"};
    static const ForeignWord in = {"in", "look for it in a loop",
                                   "in a text, `strchr` finds a character and `strstr` a "
                                   "part"};
    if (p->at == p->first || p->at->bol)
        return false;
    const Token *before = &p->at[-1];
    bool is_in = token_spells(p->at, "in") ||
                 (token_spells(p->at, "not") && token_spells(peek_token(p, 1), "in"));
    if (is_in && scope_is_unknown(p, p->at))
        return report_form(p, p->at->span, &in);
    if (at_choice(p))
        return report_form(p, p->at->span, &choice);
    if (at_letter_string(p, before))
        return report_form(p, before->span, &letter);
    if (foreign_slice(p))
        return true;
    bool is_prefix = scope_is_unknown(p, before) && begins_operand(p->at);
    if (is_prefix && token_spells(before, "lambda")) {
        foreign_report(p, before, foreign_find(before));
        return true;
    }
    if (!is_prefix || !token_spells(before, "not"))
        return false;
    Diag *diag = parse_error(p, DIAG_PARSE_BAD_OPERATOR, before->span, "not", NULL);
    parse_fix(p, diag, before->span, "!", "write `!`");
    return true;
}

// ---------------------------------------------------------------- statements

// `print("x")` and no `;`: the word is the mistake, and the `;` comes with it.
bool foreign_print(Parser *p, const Token *word) {
    static const ForeignWord print = {"print", "write `printf`, and `;` behind the call",
                                      "as in `printf(\"%d\\n\", x);`"};
    if (p->python || !token_spells(word, "print") || word[1].kind != TK_LPAREN ||
        !scope_is_unknown(p, word) || !(p->at->bol || at_kind(p, TK_RBRACE)))
        return false;
    return report_form(p, word->span, &print);
}

// `x: int = 3`: behind a label, a type that declares nothing.
bool foreign_annotation(Parser *p) {
    const Token *type = peek_token(p, 2);
    if (p->panic || !at_kind(p, TK_NAME) || type->bol || !starts_type(p, type) ||
        peek_token(p, 3)->kind != TK_ASSIGN)
        return false;
    const char *word = token_spelling(type);
    (void)parse_error(
        p, DIAG_PARSE_MISPLACED, type->span, arena_printf(p->arena, "`%s`", word),
        arena_printf(p->arena, "the type stands in front of the name: `%s %s = ...`",
                     word, p->at->name->text));
    p->python = true;
    return true;
}

// `cout << x`, `vector<int> v`.
bool foreign_cpp(Parser *p, const Token *word) {
    const Token *next = peek_token(p, 1);
    bool is_out = token_spells(word, "cout") || token_spells(word, "cerr");
    if (next->kind == TK_SHL && is_out) {
        Diag *diag = parse_error(p, DIAG_PARSE_FOREIGN, word->span, word->name->text,
                                 "write `printf`");
        parse_note(p, diag, (Span){0}, "as in `printf(\"%d\\n\", x);`");
        return true;
    }
    if (next->kind == TK_SHR && token_spells(word, "cin")) {
        Diag *diag =
            parse_error(p, DIAG_PARSE_FOREIGN, word->span, "cin", "write `scanf`");
        parse_note(p, diag, (Span){0}, "as in `scanf(\"%d\", &x);`");
        return true;
    }
    if (next->kind != TK_LT || !starts_type(p, peek_token(p, 2)))
        return false;
    (void)parse_error(p, DIAG_PARSE_FOREIGN, word->span,
                      arena_printf(p->arena, "%s<...>", word->name->text),
                      "it has no templates");
    return true;
}

bool foreign_new(Parser *p) {
    const Token *next = peek_token(p, 1);
    if (p->panic || !token_spells(p->at, "new") || !scope_is_unknown(p, p->at) ||
        !(starts_type(p, next) || next->kind == TK_NAME))
        return false;
    foreign_report(p, p->at, foreign_find(p->at));
    return true;
}

// A function of that name keeps its meaning.
bool foreign_is_elseif(const Parser *p) {
    bool is_word = token_spells(p->at, "elif") || token_spells(p->at, "elseif") ||
                   token_spells(p->at, "elsif");
    return is_word && scope_is_unknown(p, p->at);
}
