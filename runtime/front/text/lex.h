// lex.h: source text -> raw tokens (C17 5.1.1.2 phases 1-3: line splicing, comments,
// preprocessing tokens), and the conversions of phases 5-7 that pp.h does last: numbers,
// characters, strings.
//
// Raw tokens: every identifier is a TK_NAME, keywords too; TK_PP_NUMBER, TK_STRING,
// TK_CHAR and TK_PP_OTHER carry their spelling in .string; a punctuator written as a
// digraph has suffix 1.
#ifndef FRONT_LEX_H
#define FRONT_LEX_H

#include "base/diag.h"
#include "front/text/token.h"

typedef struct Lexer {
    const Source *source;
    Interner *names;
    Arena *arena; // cleaned spellings, magic lines
    Diags *diags;
    const char *at;
    const char *end;
    bool bol;             // at the beginning of a line
    bool in_directive;    // newline ends the token stream (TK_EOF of the directive)
    bool allow_magics;    // cells, not files
    bool statement_start; // what came before lets a statement begin here: `%` is a magic
    bool magic_line;      // inside %time's line
    uint16_t last_kind;   // of the last raw token outside directives; kept with
                          // allow_magics only
    unsigned paren_depth; // of ( and [
    unsigned init_depth;  // of the braces of an initialiser, where `!x` is an expression
    int magic_depth;      // brackets opened on a magic line
    const char *nested_comment; // the last `/*` seen inside a comment, for the message
} Lexer;

void lex_init(Lexer *lexer, const Source *source, Interner *names, Arena *arena,
              Diags *diags);
// The next raw token; TK_EOF at the end (again and again).
Token lex_next(Lexer *lexer);
// After `#include`: the header name token (<...> as TK_STRING with str = 1, "..." with 0;
// .string is the name alone), or TK_EOF when something else stands there.
Token lex_header_name(Lexer *lexer);
// Skips lines that a conditional leaves out, up to and including the next `#` that begins
// a line. False at the end of the source. *hash becomes the place of the `#`.
bool lex_skip_group(Lexer *lexer, Span *hash);
// Skips what is left of a directive's line, comments included; the newline stays.
void lex_skip_line(Lexer *lexer);
// What is left of the line as text, trimmed, without a comment behind it; in the arena.
const char *lex_rest_of_line(Lexer *lexer);
// Registers keywords and contextual words; once per interner.
void lex_register_words(Interner *names);
// Appends the spelling of a raw token.
void lex_add_spelling(Str *out, const Token *token);
// Whether an identifier may hold (begin with) this code point (C17 annex D, without the
// characters nobody can see).
bool lex_is_identifier(uint32_t code_point, bool first);

// Converts a TK_PP_NUMBER into TK_INT or TK_FLOAT (C17 6.4.4). False after a diagnostic;
// the token is then a TK_INT 0.
bool lex_convert_number(Token *token, Diags *diags);
// Converts a raw TK_CHAR: sets value (C17 6.4.4.4). False after a diagnostic; the value
// is then 0.
bool lex_convert_char(Token *token, Diags *diags);
// Decodes `count` adjacent raw TK_STRINGs into one (C17 6.4.5). Its text lies in the
// arena, 16-aligned, with a zero unit behind. Mistakes go to diags; the result is a
// TK_STRING in any case.
Token lex_join_strings(const Token *strings, uint32_t count, Arena *arena, Diags *diags);
// Reports a TK_PP_OTHER that reached the parser, and makes of it what was meant where
// that is plain (“text” becomes a raw TK_STRING). False: there is nothing to make of it,
// drop it.
bool lex_convert_stray(Token *token, Arena *arena, Diags *diags);

#endif
