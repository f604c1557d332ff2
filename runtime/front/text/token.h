// token.h: product 1. A cell is an array of Tokens, preprocessed, ended by TK_EOF.
//
// Keywords of C are tokens of their own (tok.def). The contextual words (await, yield,
// spawn, task, ...) are TK_NAME tokens whose Name carries the word in `keyword`; the
// parser decides by context.
#ifndef FRONT_TOKEN_H
#define FRONT_TOKEN_H

#include "base/intern.h"
#include "base/source.h"
#include "base/vec.h"

typedef enum TokKind {
    TK_EOF,
#define TOK(id, text)     TK_##id,
#define KEYWORD(id, text) TK_##id,
#include "front/text/tok.def"
#undef TOK
#undef KEYWORD
    TK_COUNT
} TokKind;

// Contextual words: the value of Name.keyword for names that are no keywords. Above all
// TokKinds.
typedef enum Word {
    WORD_NONE = 0,
    WORD_FIRST = 1000,
#define WORD(id, text) WORD_##id,
#include "front/text/tok.def"
#undef WORD
    WORD_END
} Word;

// What an integer literal's suffix says (C17 6.4.4.1); NUM_F, NUM_L also for floating
// ones.
enum { NUM_U = 1, NUM_L = 2, NUM_LL = 4, NUM_F = 8, NUM_DECIMAL = 16 };

// Encoding of a string or character literal.
typedef enum StrKind { STR_PLAIN, STR_U8, STR_WIDE, STR_CHAR16, STR_CHAR32 } StrKind;

typedef struct Token {
    uint16_t kind;  // TokKind
    uint8_t bol;    // first on its line (after preprocessing: of the original line)
    uint8_t space;  // white space before it
    uint8_t suffix; // NUM_* of a TK_INT or TK_FLOAT
    uint8_t str;    // StrKind of a TK_STRING or TK_CHAR
    uint8_t hide;   // pp: must not be expanded any more
    uint8_t pack;   // #pragma pack in force here: at most so many bytes; 0: none
    Span span; // where it stands in the text the user wrote; a token that comes from a
               // macro has the span of the macro's use
    union {
        Name *name;     // TK_NAME, and keywords (their spelling)
        uint64_t value; // TK_INT; TK_CHAR (as C's int value, sign-extended)
        double number;  // TK_FLOAT
        struct { // TK_STRING: decoded bytes, in units of its kind, without the final
                 // zero; TK_MAGIC: the rest of the line; TK_PP_OTHER, TK_HEADER_NAME: the
                 // spelling
            const char *text;
            uint32_t size_bytes;
        } string;
    };
} Token;

typedef struct Tokens {
    Token *data;
    uint32_t count; // with the TK_EOF
    uint32_t capacity;
} Tokens;

const char *token_kind_text(TokKind kind); // "`while`", "a name", "end of cell"

#endif
