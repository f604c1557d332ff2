// token.c: what tokens and names look like: the text of each kind, spellings of raw
// tokens, the words the language knows, and which characters identifiers are made of.
//
// tok.def lists kinds and words once; this file turns it into tables. Keywords are found
// through Name.keyword, which lex_register_words sets once for each interner, so that
// telling a keyword from a name costs one load. Read lex.c next.
#include "front/text/lex.h"

#include <assert.h>
#include <string.h>

// ---------------------------------------------------------------- identifiers

typedef struct CodeRange {
    uint32_t first, last;
} CodeRange;

// C17 annex D.1, minus what looks like punctuation or cannot be seen: zero-width
// characters (200B-200D, 2060-206F), direction marks (202A-202E) and full-width
// punctuation (FF01-FF0F ...).
static const CodeRange identifier_ranges[] = {
    {0xA8, 0xA8},       {0xAA, 0xAA},       {0xAF, 0xAF},       {0xB2, 0xB5},
    {0xB7, 0xBA},       {0xBC, 0xBE},       {0xC0, 0xD6},       {0xD8, 0xF6},
    {0xF8, 0x167F},     {0x1681, 0x180D},   {0x180F, 0x1FFF},   {0x203F, 0x2040},
    {0x2054, 0x2054},   {0x2070, 0x218F},   {0x2460, 0x24FF},   {0x2776, 0x2793},
    {0x2C00, 0x2DFF},   {0x2E80, 0x2FFF},   {0x3004, 0x3007},   {0x3021, 0x302F},
    {0x3031, 0xD7FF},   {0xF900, 0xFD3D},   {0xFD40, 0xFDCF},   {0xFDF0, 0xFE44},
    {0xFE47, 0xFEFE},   {0xFF10, 0xFF19},   {0xFF21, 0xFF3A},   {0xFF41, 0xFF5A},
    {0xFF66, 0xFFFB},   {0x10000, 0x1FFFD}, {0x20000, 0x2FFFD}, {0x30000, 0x3FFFD},
    {0xE0000, 0xEFFFD},
};

// C17 annex D.2: combining characters, not at the beginning.
static const CodeRange combining_ranges[] = {
    {0x300, 0x36F}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE20, 0xFE2F}};

static bool in_ranges(const CodeRange *ranges, size_t count, uint32_t code_point) {
    for (size_t i = 0; i < count && ranges[i].first <= code_point; i++)
        if (code_point <= ranges[i].last)
            return true;
    return false;
}

// Digits of other scripts are letters in the sense of annex D: they may begin a name.
bool lex_is_identifier(uint32_t code_point, bool first) {
    if (code_point < 0x80) {
        bool letter = (code_point >= 'a' && code_point <= 'z') ||
                      (code_point >= 'A' && code_point <= 'Z') || code_point == '_' ||
                      code_point == '$';
        return letter || (!first && code_point >= '0' && code_point <= '9');
    }
    if (first && in_ranges(combining_ranges, COUNT_OF(combining_ranges), code_point))
        return false;
    return in_ranges(identifier_ranges, COUNT_OF(identifier_ranges), code_point);
}

// ---------------------------------------------------------------- spellings

static const char *const kind_texts[TK_COUNT] = {
    [TK_EOF] = "end of cell",
#define TOK(id, text)     [TK_##id] = text,
#define KEYWORD(id, text) [TK_##id] = "`" text "`",
#include "front/text/tok.def"
#undef TOK
#undef KEYWORD
};

// For messages: "expected `;`", "found a name".
const char *token_kind_text(TokKind kind) {
    assert(kind < TK_COUNT && kind_texts[kind]);
    return kind_texts[kind];
}

// What the program wrote, which for digraphs is not what token_kind_text says; # needs it
// to the letter (C17 6.10.3.2p2).
void lex_add_spelling(Str *out, const Token *token) {
    switch ((TokKind)token->kind) {
    case TK_EOF:
        return;
    case TK_NAME:
        str_add(out, token->name->text, token->name->size_bytes);
        return;
    case TK_STRING:
    case TK_CHAR:
    case TK_PP_NUMBER:
    case TK_PP_OTHER:
        str_add(out, token->string.text, token->string.size_bytes);
        return;
    case TK_MAGIC:
    case TK_MAGIC_CODE:
    case TK_MAGIC_END:
        return;
    default:
        break;
    }
    if (token->suffix) {
        str_puts(out, token->kind == TK_LBRACKET   ? "<:"
                      : token->kind == TK_RBRACKET ? ":>"
                      : token->kind == TK_LBRACE   ? "<%"
                      : token->kind == TK_RBRACE   ? "%>"
                      : token->kind == TK_HASH     ? "%:"
                                                   : "%:%:");
        return;
    }
    const char *text = token_kind_text(token->kind); // between backquotes
    assert(text[0] == '`');
    str_add(out, text + 1, strlen(text) - 2);
}

// Only contextual words and keywords have `keyword` set; all other names keep 0.
static void register_word(Interner *names, const char *text, unsigned word) {
    intern_cstr(names, text)->keyword = (uint16_t)word;
}

void lex_register_words(Interner *names) {
#define KEYWORD(id, text) register_word(names, text, TK_##id);
#define WORD(id, text)    register_word(names, text, WORD_##id);
#include "front/text/tok.def"
#undef KEYWORD
#undef WORD
    // GNU's other spellings, which headers and older programs use.
    static const struct {
        const char *text;
        TokKind kind;
    } aliases[] = {
        {"__inline", TK_INLINE},
        {"__inline__", TK_INLINE},
        {"__const", TK_CONST},
        {"__const__", TK_CONST},
        {"__volatile", TK_VOLATILE},
        {"__volatile__", TK_VOLATILE},
        {"__restrict", TK_RESTRICT},
        {"__restrict__", TK_RESTRICT},
        {"__signed", TK_SIGNED},
        {"__signed__", TK_SIGNED},
        {"__typeof", TK_TYPEOF},
        {"__alignof", TK_ALIGNOF},
        {"__alignof__", TK_ALIGNOF},
        {"__attribute", TK_ATTRIBUTE},
        {"__asm", TK_ASM},
        {"asm", TK_ASM},
        {"__thread", TK_THREAD_LOCAL},
        {"__auto_type", TK_AUTO},
        {"__complex__", TK_COMPLEX},
        {"__complex", TK_COMPLEX},
        {"__imag", TK_IMAGINARY},
    };
    for (size_t i = 0; i < COUNT_OF(aliases); i++)
        register_word(names, aliases[i].text, aliases[i].kind);
}
