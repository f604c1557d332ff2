// lex_stray.c: characters that are no part of C, where they got as far as the parser.
//
// A stray character is not wrong by itself: it may stand in text that is left out or
// turned into a string by `#`. When it is wrong, what the learner typed is mostly plain:
// quotes and dashes of a word processor, full-width punctuation of an input method, a
// no-break space. Then the message says what was meant, and the token becomes that, so
// that the rest of the cell can be checked.
#include "front/text/lex.h"

#include "base/utf8.h"

#include <assert.h>
#include <string.h>

// What looks like a character of C but is another. Kind 0: white space; TK_PP_OTHER: a
// quote.
typedef struct LookAlike {
    uint32_t code_point;
    const char *meant;
    TokKind kind;
} LookAlike;

static const LookAlike look_alikes[] = {
    {0x201C, "\"", TK_PP_OTHER},  {0x201D, "\"", TK_PP_OTHER},
    {0x201E, "\"", TK_PP_OTHER},  {0x201F, "\"", TK_PP_OTHER},
    {0x2033, "\"", TK_PP_OTHER},  {0xFF02, "\"", TK_PP_OTHER},
    {0xAB, "\"", TK_PP_OTHER},    {0xBB, "\"", TK_PP_OTHER},
    {0x300C, "\"", TK_PP_OTHER},  {0x300D, "\"", TK_PP_OTHER},
    {0x2018, "'", TK_PP_OTHER},   {0x2019, "'", TK_PP_OTHER},
    {0x201A, "'", TK_PP_OTHER},   {0x2032, "'", TK_PP_OTHER},
    {0xFF07, "'", TK_PP_OTHER},   {0xB4, "'", TK_PP_OTHER},
    {'`', "'", TK_PP_OTHER},      {0xFF08, "(", TK_LPAREN},
    {0xFF09, ")", TK_RPAREN},     {0xFF0C, ",", TK_COMMA},
    {0x3001, ",", TK_COMMA},      {0xFF1B, ";", TK_SEMI},
    {0x37E, ";", TK_SEMI},        {0xFF1A, ":", TK_COLON},
    {0xFF1D, "=", TK_ASSIGN},     {0xFF0B, "+", TK_PLUS},
    {0xFF0D, "-", TK_MINUS},      {0x2212, "-", TK_MINUS},
    {0x2013, "-", TK_MINUS},      {0x2014, "-", TK_MINUS},
    {0x2010, "-", TK_MINUS},      {0x2011, "-", TK_MINUS},
    {0xD7, "*", TK_STAR},         {0xFF0A, "*", TK_STAR},
    {0xF7, "/", TK_SLASH},        {0xFF0F, "/", TK_SLASH},
    {0xFF05, "%", TK_PERCENT},    {0xFF06, "&", TK_AMP},
    {0xFF5C, "|", TK_PIPE},       {0xFF01, "!", TK_NOT},
    {0xFF1F, "?", TK_QUESTION},   {0xFF1C, "<", TK_LT},
    {0xFF1E, ">", TK_GT},         {0x2264, "<=", TK_LE},
    {0x2265, ">=", TK_GE},        {0x2260, "!=", TK_NE},
    {0xFF5B, "{", TK_LBRACE},     {0xFF5D, "}", TK_RBRACE},
    {0xFF3B, "[", TK_LBRACKET},   {0xFF3D, "]", TK_RBRACKET},
    {0x3010, "[", TK_LBRACKET},   {0x3011, "]", TK_RBRACKET},
    {0xFF5E, "~", TK_TILDE},      {0xFF3E, "^", TK_CARET},
    {0xFF0E, ".", TK_DOT},        {0x3002, ".", TK_DOT},
    {0x2026, "...", TK_ELLIPSIS}, {0x2192, "->", TK_ARROW},
    {0xFF03, "#", TK_HASH},       {0xA0, " ", TK_EOF},
    {0x3000, " ", TK_EOF},        {0x2002, " ", TK_EOF},
    {0x2003, " ", TK_EOF},        {0x2009, " ", TK_EOF},
    {0x202F, " ", TK_EOF},
};

// A linear search: this runs once for each mistake.
static const LookAlike *find_look_alike(uint32_t code_point) {
    for (size_t i = 0; i < COUNT_OF(look_alikes); i++)
        if (look_alikes[i].code_point == code_point)
            return &look_alikes[i];
    return NULL;
}

// Characters that take no space on a screen and so cannot be found by looking.
static bool is_invisible(uint32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xE000 && c <= 0xF8FF);
}

// “text” in typographic quotes: reported, and made a string literal.
static bool convert_quoted(Token *token, Arena *arena, Diags *diags) {
    const char *text = token->string.text;
    size_t size = token->string.size_bytes;
    size_t close = text[size - 1] == '"' ? 1 : 3;
    if (size < 3 + close)
        return false;
    Str fix = {0};
    str_printf(&fix, "\"%.*s\"", (int)(size - 3 - close), text + 3);
    Diag *diag = diag_add(diags, DIAG_TYPOGRAPHIC_QUOTE, token->span, 3, text);
    diag_fix(diags, diag, token->span, fix.data,
             "did you mean `\"`? strings of C stand in straight quotes");
    // A backslash before the closing quote would swallow it.
    while (fix.count > 1 && fix.data[fix.count - 2] == '\\') {
        fix.data[fix.count - 2] = '"';
        fix.count--;
    }
    token->kind = TK_STRING;
    token->str = STR_PLAIN;
    token->string.text = arena_strndup(arena, fix.data, fix.count);
    token->string.size_bytes = fix.count;
    str_free(&fix);
    return true;
}

// A single quote that stands alone and a full-width # have no useful meaning to go on
// with: dropped.
static bool convert_look_alike(Token *token, const LookAlike *like, Arena *arena,
                               Diags *diags) {
    int size = (int)token->string.size_bytes;
    if (like->kind == TK_EOF) {
        diag_add(diags, DIAG_UNUSUAL_SPACE, token->span, (unsigned)like->code_point);
        return false;
    }
    if (like->kind == TK_PP_OTHER && size > 3)
        return convert_quoted(token, arena, diags);
    Diag *diag = diag_add(
        diags, like->kind == TK_PP_OTHER ? DIAG_TYPOGRAPHIC_QUOTE : DIAG_LOOK_ALIKE,
        token->span, size, token->string.text);
    diag_fix(diags, diag, token->span, like->meant, "did you mean `%s`?", like->meant);
    if (like->kind == TK_PP_OTHER || like->kind == TK_HASH)
        return false;
    token->kind = (uint16_t)like->kind;
    token->suffix = 0;
    return true;
}

// The spelling decides what is said, in order: no text at all, something that looks like
// C, a backslash, nothing to see, and else a character C has no use for.
bool lex_convert_stray(Token *token, Arena *arena, Diags *diags) {
    assert(token->kind == TK_PP_OTHER);
    const char *text = token->string.text;
    size_t size = token->string.size_bytes;
    uint32_t code_point;
    if (utf8_decode(text, size, &code_point) == 0) {
        diag_add(diags, DIAG_NOT_UTF8, token->span, (unsigned)(unsigned char)text[0]);
        return false;
    }
    if (code_point == '*') // `*/`: the lexer has said so
        return false;
    const LookAlike *like = find_look_alike(code_point);
    if (like)
        return convert_look_alike(token, like, arena, diags);
    if (code_point == '\\') {
        Diag *diag = diag_add(diags, DIAG_STRAY_BACKSLASH, token->span);
        diag_note(diags, diag, (Span){0},
                  "a backslash joins two lines only as the last character of its line");
    } else if (is_invisible(code_point)) {
        diag_add(diags, DIAG_INVISIBLE_CHARACTER, token->span, (unsigned)code_point);
    } else {
        diag_add(diags, DIAG_STRAY_CHARACTER, token->span, (int)size, text);
    }
    return false;
}
