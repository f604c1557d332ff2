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
#include "front/parse_inner.h"

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
};

// NULL for words no other language would put here.
const ForeignWord *foreign_find(const Token *token) {
    for (size_t i = 0; i < COUNT_OF(foreign_words); i++)
        if (token_spells(token, foreign_words[i].word))
            return &foreign_words[i];
    return NULL;
}

void foreign_report(Parser *p, const Token *token, const ForeignWord *foreign) {
    Diag *diag =
        parse_error(p, DIAG_PARSE_FOREIGN, token->span, foreign->word, foreign->message);
    if (foreign->note)
        parse_note(p, diag, (Span){0}, foreign->note);
    p->python = true;
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
