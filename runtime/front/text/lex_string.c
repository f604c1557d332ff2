// lex_string.c: character constants and string literals: escapes decoded, code units
// made, adjacent strings joined (C17 6.4.4.4, 6.4.5, translation phases 5 and 6).
//
// What enters are raw TK_CHAR and TK_STRING tokens with their spellings, prefix and
// quotes included; what leaves are values and code units: bytes for plain and u8, 16 bits
// for u, 32 bits for U and L (wchar_t is a 32-bit int), little-endian. The source is
// UTF-8 and so is the execution character set: plain strings are copied byte by byte,
// wide ones are decoded.
//
// Messages point at the escape itself when the literal stands in the text as it is
// spelled (no macro and no line splice in between), else at the whole literal.
#include "front/text/lex.h"

#include "base/utf8.h"

#include <assert.h>
#include <string.h>

// Reads one literal from front to back.
typedef struct Reader {
    const Token *token;
    Diags *diags;
    const char *at, *end; // content, without quotes
    StrKind kind;
    bool failed;
} Reader;

// What one step gives: a character (to be encoded) or a code unit (an octal or
// hexadecimal escape, or a malformed byte, taken as it is).
typedef struct Item {
    uint32_t value;
    bool is_unit;
} Item;

// char and char8_t, char16_t, and wchar_t and char32_t.
static unsigned unit_bytes(StrKind kind) {
    return kind == STR_CHAR16 ? 2 : kind == STR_WIDE || kind == STR_CHAR32 ? 4 : 1;
}

// C17 6.4.4.4p9: an escape must fit the unsigned type of the literal.
static uint32_t largest_unit(StrKind kind) {
    return kind == STR_CHAR16 ? 0xFFFF : unit_bytes(kind) == 4 ? 0xFFFFFFFF : 0xFF;
}

// The lexer has seen to it that both quotes are there.
static void open_literal(Reader *reader, const Token *token, Diags *diags) {
    const char *text = token->string.text;
    size_t size = token->string.size_bytes;
    size_t prefix = 0;
    while (text[prefix] != '"' && text[prefix] != '\'')
        prefix++;
    assert(size >= prefix + 2 && text[size - 1] == text[prefix]);
    *reader = (Reader){
        token, diags, text + prefix + 1, text + size - 1, (StrKind)token->str, false};
}

// The place of [begin, end) of the spelling.
static Span place(const Reader *reader, const char *begin, const char *end) {
    Span span = reader->token->span;
    if (span.end - span.begin == reader->token->string.size_bytes) {
        span.end = span.begin + (uint32_t)(end - reader->token->string.text);
        span.begin += (uint32_t)(begin - reader->token->string.text);
    }
    return span;
}

// ---------------------------------------------------------------- escapes

// 16 for what is no hexadecimal digit.
static unsigned hex_value(char c) {
    if (c >= '0' && c <= '9')
        return (unsigned)(c - '0');
    if (c >= 'a' && c <= 'f')
        return (unsigned)(c - 'a') + 10;
    if (c >= 'A' && c <= 'F')
        return (unsigned)(c - 'A') + 10;
    return 16;
}

// \x and its digits; at stands behind the x.
static Item hex_escape(Reader *reader, const char *begin) {
    uint64_t value = 0;
    bool large = false;
    const char *first = reader->at;
    for (; reader->at < reader->end && hex_value(*reader->at) < 16; reader->at++) {
        value = value << 4 | hex_value(*reader->at);
        large |= value > largest_unit(reader->kind);
        value &= 0xFFFFFFFF;
    }
    if (reader->at == first) {
        diag_add(reader->diags, DIAG_ESCAPE_NO_DIGITS, place(reader, begin, reader->at));
        reader->failed = true;
    } else if (large) {
        diag_add(reader->diags, DIAG_ESCAPE_TOO_LARGE, place(reader, begin, reader->at),
                 (int)(reader->at - begin), begin);
        reader->failed = true;
    }
    return (Item){(uint32_t)value, true};
}

// \ and one to three octal digits; at stands at the first.
static Item octal_escape(Reader *reader, const char *begin) {
    uint32_t value = 0;
    for (int i = 0; i < 3 && reader->at < reader->end; i++, reader->at++) {
        if (*reader->at < '0' || *reader->at > '7')
            break;
        value = value * 8 + (uint32_t)(*reader->at - '0');
    }
    if (value > largest_unit(reader->kind)) {
        diag_add(reader->diags, DIAG_ESCAPE_TOO_LARGE, place(reader, begin, reader->at),
                 (int)(reader->at - begin), begin);
        reader->failed = true;
    }
    return (Item){value, true};
}

// \u with 4 and \U with 8 digits (C17 6.4.3: no surrogates, nothing below 00A0 but $ @
// `).
static Item universal_name(Reader *reader, const char *begin, unsigned digits) {
    uint32_t value = 0;
    unsigned count = 0;
    for (; count < digits && reader->at < reader->end && hex_value(*reader->at) < 16;
         count++)
        value = value << 4 | hex_value(*reader->at++);
    bool allowed = value >= 0xA0 || value == '$' || value == '@' || value == '`';
    char bytes[4];
    if (count < digits || !allowed || utf8_encode(value, bytes) == 0) {
        Diag *diag =
            diag_add(reader->diags, DIAG_UNIVERSAL_NAME, place(reader, begin, reader->at),
                     (int)(reader->at - begin), begin);
        if (count < digits)
            diag_note(reader->diags, diag, (Span){0},
                      "`\\%c` takes exactly %u hexadecimal digits",
                      digits == 4 ? 'u' : 'U', digits);
        reader->failed = true;
        value = '?';
    }
    return (Item){value, false};
}

// An escape sequence; at stands at its backslash.
static Item read_escape(Reader *reader) {
    static const char letters[] = "abfnrtveE'\"?\\";
    static const char values[] = "\a\b\f\n\r\t\v\033\033'\"?\\";
    const char *begin = reader->at++;
    if (reader->at >= reader->end)
        return (Item){'\\', false};
    char c = *reader->at;
    if (c >= '0' && c <= '7')
        return octal_escape(reader, begin);
    reader->at++;
    if (c == 'x')
        return hex_escape(reader, begin);
    if (c == 'u' || c == 'U')
        return universal_name(reader, begin, c == 'u' ? 4 : 8);
    const char *found = c ? strchr(letters, c) : NULL;
    if (found)
        return (Item){(unsigned char)values[found - letters], false};
    reader->at--;
    uint32_t code_point;
    unsigned length =
        utf8_decode(reader->at, (size_t)(reader->end - reader->at), &code_point);
    if (length == 0) {
        length = 1;
        code_point = (unsigned char)c;
    }
    reader->at += length;
    Diag *diag =
        diag_add(reader->diags, DIAG_UNKNOWN_ESCAPE, place(reader, begin, reader->at),
                 (int)(reader->at - begin), begin);
    diag_note(reader->diags, diag, (Span){0}, "for a backslash write `\\\\`");
    return (Item){code_point, false};
}

// The next character or unit; the reader is not at its end.
static Item read_item(Reader *reader) {
    if (*reader->at == '\\')
        return read_escape(reader);
    uint32_t code_point;
    const char *begin = reader->at;
    unsigned length = utf8_decode(begin, (size_t)(reader->end - begin), &code_point);
    if (length > 0) {
        reader->at += length;
        if (code_point == 0)
            diag_add(reader->diags, DIAG_NUL_IN_LITERAL,
                     place(reader, begin, reader->at));
        return (Item){code_point, false};
    }
    reader->at++;
    diag_add(reader->diags,
             unit_bytes(reader->kind) == 1 ? DIAG_LITERAL_NOT_UTF8
                                           : DIAG_WIDE_LITERAL_NOT_UTF8,
             place(reader, begin, reader->at), (unsigned)(unsigned char)*begin);
    return (Item){(unsigned char)*begin, true};
}

// ---------------------------------------------------------------- characters

// A literal with more than one character: gcc packs up to four into an int, which no
// beginner means.
static bool convert_multi(Reader *reader, Token *token, uint32_t value, unsigned count) {
    const char *text = token->string.text;
    size_t size = token->string.size_bytes;
    if (token->str != STR_PLAIN || count > 4) {
        Diag *diag = diag_add(reader->diags, DIAG_CHAR_TOO_LONG, token->span);
        Str fix = {0};
        str_printf(&fix, "\"%.*s\"", (int)(size - 2), text + 1);
        if (token->str == STR_PLAIN && !memchr(text + 1, '"', size - 2))
            diag_fix(reader->diags, diag, token->span, fix.data,
                     "for a string use double quotes: `%s`", fix.data);
        str_free(&fix);
        return false;
    }
    Diag *diag = diag_add(reader->diags, DIAG_CHAR_MULTI, token->span);
    diag_note(reader->diags, diag, (Span){0}, "for a string use double quotes");
    token->value = (uint64_t)(int64_t)(int32_t)value;
    return true;
}

// The value of a single character of the literal's kind (C17 6.4.4.4p10-11), as C's type
// has it.
static bool convert_single(const Reader *reader, Token *token, Item item) {
    if (!item.is_unit && item.value > 0x7F && unit_bytes(reader->kind) == 1) {
        Diag *diag = diag_add(reader->diags, DIAG_CHAR_NOT_ASCII, token->span);
        diag_note(reader->diags, diag, (Span){0},
                  "it takes several bytes in UTF-8; use a string, or `L'...'` for its "
                  "code point");
        return false;
    }
    if (!item.is_unit && item.value > largest_unit(reader->kind)) {
        diag_add(reader->diags, DIAG_CHAR16_TOO_LARGE, token->span);
        return false;
    }
    if (reader->kind == STR_PLAIN) // char is signed
        token->value = (uint64_t)(int64_t)(signed char)item.value;
    else if (reader->kind == STR_WIDE) // wchar_t is int
        token->value = (uint64_t)(int64_t)(int32_t)item.value;
    else
        token->value = item.value;
    return true;
}

// Reads all characters, keeping the first and gcc's packed value of all; which of the two
// counts is clear only at the end.
bool lex_convert_char(Token *token, Diags *diags) {
    assert(token->kind == TK_CHAR);
    const Token raw = *token;
    Reader reader;
    open_literal(&reader, &raw, diags);
    Item first = {0};
    uint32_t packed = 0;
    unsigned count = 0, bytes = 0;
    while (reader.at < reader.end) {
        Item item = read_item(&reader);
        if (count++ == 0)
            first = item;
        char encoded[4];
        unsigned size = item.is_unit ? 0 : utf8_encode(item.value, encoded);
        if (size == 0)
            encoded[0] = (char)item.value;
        size = size ? size : 1;
        bytes += size;
        for (unsigned i = 0; i < size; i++)
            packed = packed << 8 | (unsigned char)encoded[i];
    }
    bool good = !reader.failed;
    if (count == 0) {
        Diag *diag = diag_add(diags, DIAG_CHAR_EMPTY, raw.span);
        diag_note(diags, diag, (Span){0},
                  "a quote itself is `'\\''`, the character zero `'\\0'`, an empty "
                  "string `\"\"`");
        good = false;
    } else if (good && count == 1) {
        good = convert_single(&reader, token, first);
    } else if (good) {
        good = convert_multi(&reader, token, packed, bytes);
    }
    if (!good)
        token->value = 0;
    return good;
}

// ---------------------------------------------------------------- strings

// Writes the item in units of `kind`; returns behind it.
static char *write_item(char *out, Item item, StrKind kind) {
    if (unit_bytes(kind) == 1) {
        unsigned size = item.is_unit ? 0 : utf8_encode(item.value, out);
        if (size == 0) {
            *out = (char)item.value;
            size = 1;
        }
        return out + size;
    }
    if (unit_bytes(kind) == 4) {
        memcpy(out, &item.value, 4);
        return out + 4;
    }
    uint16_t units[2] = {(uint16_t)item.value, 0};
    bool pair = !item.is_unit && item.value > 0xFFFF; // UTF-16
    if (pair) {
        units[0] = (uint16_t)(0xD800 + ((item.value - 0x10000) >> 10));
        units[1] = (uint16_t)(0xDC00 + ((item.value - 0x10000) & 0x3FF));
    }
    memcpy(out, units, pair ? 4 : 2);
    return out + (pair ? 4 : 2);
}

// The kind of the whole: a plain string takes the prefix of its neighbours (C17 6.4.5p5);
// two different prefixes do not go together.
static StrKind joint_kind(const Token *strings, uint32_t count, Diags *diags) {
    static const char *const prefixes[] = {"", "u8", "L", "u", "U"};
    StrKind kind = STR_PLAIN;
    for (uint32_t i = 0; i < count; i++) {
        StrKind next = (StrKind)strings[i].str;
        if (kind == STR_PLAIN)
            kind = next;
        else if (next != STR_PLAIN && next != kind)
            diag_add(diags, DIAG_STRING_PREFIXES, strings[i].span, prefixes[kind],
                     prefixes[next]);
    }
    return kind;
}

// Escapes are decoded literal by literal, so that "\x4" "1" stays two characters
// (6.4.5p7).
Token lex_join_strings(const Token *strings, uint32_t count, Arena *arena, Diags *diags) {
    assert(count > 0 && strings[0].kind == TK_STRING);
    StrKind kind = joint_kind(strings, count, diags);
    size_t room = 1;
    for (uint32_t i = 0; i < count; i++)
        room += strings[i].string.size_bytes;
    char *text =
        arena_alloc(arena, room * unit_bytes(kind)); // a unit comes from a byte at least
    char *out = text;
    for (uint32_t i = 0; i < count; i++) {
        Reader reader;
        open_literal(&reader, &strings[i], diags);
        reader.kind = kind;
        while (reader.at < reader.end) {
            const char *plain = reader.at;
            if (unit_bytes(kind) == 1) { // bytes of ASCII need no thought
                while (plain < reader.end && *plain != '\\' && *plain > 0)
                    plain++;
                memcpy(out, reader.at, (size_t)(plain - reader.at));
                out += plain - reader.at;
                reader.at = plain;
                if (plain == reader.end)
                    break;
            }
            out = write_item(out, read_item(&reader), kind);
        }
    }
    Token joined = strings[0];
    joined.str = (uint8_t)kind;
    joined.span = span_join(strings[0].span, strings[count - 1].span);
    joined.string.text = text;
    joined.string.size_bytes = (uint32_t)(out - text);
    return joined;
}
