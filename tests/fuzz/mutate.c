// mutate.c: new inputs from old ones, for libFuzzer. Bytes flipped at random seldom get
// past a lexer, so an input is cut into pieces as C would cut it, and the pieces are
// moved:
//
//     text     if (a[1] > 2) { f("x"); }  /* .. */
//     pieces   if|(|a|[|1|]|>|2|)|{|f|(|"x"|)|;|}|/* .. */|      blanks go with what
//                 ^-----------------^                             follows them
//                 a group: a bracket, its partner and what is between
//
// A change deletes, doubles, swaps or wraps pieces and groups, puts in a word of the
// dictionary (words.h, or the target's own: vocabulary.h), or repeats something so often that a bound is met. A crossing
// puts a group of one input into another. One change in eight is libFuzzer's own, of
// bytes.
//
// What always holds: the same seed changes the same input in the same way.
#include "vocabulary.h"
#include "words.h"

#include <assert.h>
#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size,
                               unsigned int seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *data1, size_t size1, const uint8_t *data2,
                                 size_t size2, uint8_t *out, size_t max_size,
                                 unsigned int seed);

enum { PIECES_MAX = 8192, OUT_MAX = 1 << 20 };

// A stretch of a text, [begin, end); `word` is where it begins without its blanks.
typedef struct Piece {
    uint32_t begin, word, end;
} Piece;

typedef struct Text {
    const char *data;
    uint32_t size;
    uint32_t count;
    Piece pieces[PIECES_MAX];
} Text;

typedef struct Out {
    char *data;
    size_t size, max;
} Out;

// xorshift32: enough to choose with.
static uint32_t random_state;
static uint32_t roll(uint32_t below) {
    random_state ^= random_state << 13;
    random_state ^= random_state >> 17;
    random_state ^= random_state << 5;
    return below == 0 ? 0 : random_state % below;
}

#define PICK(table) (table)[roll(sizeof(table) / sizeof *(table))]

// ---------------------------------------------------------------- pieces

static bool is_word(char c) {
    return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

static uint32_t skip_string(const char *data, uint32_t at, uint32_t size) {
    char quote = data[at++];
    while (at < size && data[at] != quote && data[at] != '\n') {
        at += data[at] == '\\' && at + 1 < size ? 2 : 1;
    }
    return at < size ? at + 1 : size;
}

static uint32_t skip_comment(const char *data, uint32_t at, uint32_t size) {
    bool is_line = data[at + 1] == '/';
    at += 2;
    while (at < size &&
           (is_line ? data[at] != '\n' : data[at - 1] != '*' || data[at] != '/')) {
        at++;
    }
    return at < size && !is_line ? at + 1 : at;
}

// The end of the piece that begins at `at`, which is no blank.
static uint32_t piece_end(const char *data, uint32_t at, uint32_t size) {
    static const char *const longs[] = {"<<=", ">>=", "...", "->", "++", "--",
                                        "<<",  ">>",  "<=",  ">=", "==", "!=",
                                        "&&",  "||",  "##",  "+=", "-=", "*="};
    char c = data[at];
    if (is_word(c)) {
        while (at < size &&
               (is_word(data[at]) || (data[at] == '.' && isdigit((unsigned char)c)))) {
            at++;
        }
        return at;
    }
    if (c == '"' || c == '\'') {
        return skip_string(data, at, size);
    }
    if (c == '/' && at + 1 < size && (data[at + 1] == '/' || data[at + 1] == '*')) {
        return skip_comment(data, at, size);
    }
    for (size_t i = 0; i < sizeof longs / sizeof *longs; i++) {
        size_t length = strlen(longs[i]);
        if (size - at >= length && memcmp(data + at, longs[i], length) == 0) {
            return at + (uint32_t)length;
        }
    }
    return at + 1;
}

static void cut(Text *text, const uint8_t *data, size_t size) {
    text->data = (const char *)data;
    text->size = (uint32_t)size;
    text->count = 0;
    for (uint32_t at = 0; at < text->size && text->count < PIECES_MAX;) {
        Piece *piece = &text->pieces[text->count++];
        piece->begin = at;
        while (at < text->size && isspace((unsigned char)data[at])) {
            at++;
        }
        piece->word = at;
        at = at < text->size ? piece_end(text->data, at, text->size) : at;
        piece->end = at;
    }
}

static char first_char(const Text *text, uint32_t at) {
    const Piece *piece = &text->pieces[at];
    return piece->word < piece->end ? text->data[piece->word] : '\0';
}

// The piece behind the partner of the bracket at `at`; at + 1 when it has none.
static uint32_t group_end(const Text *text, uint32_t at) {
    uint32_t depth = 0;
    for (uint32_t i = at; i < text->count; i++) {
        char c = first_char(text, i);
        depth += c == '(' || c == '[' || c == '{';
        if ((c == ')' || c == ']' || c == '}') && --depth == 0) {
            return i + 1;
        }
        if (depth == 0) {
            break;
        }
    }
    return at + 1;
}

// The piece behind the next `;` at this level.
static uint32_t statement_end(const Text *text, uint32_t at) {
    while (at < text->count) {
        char c = first_char(text, at);
        if (c == ';') {
            return at + 1;
        }
        if (c == ')' || c == ']' || c == '}') {
            return at;
        }
        uint32_t end = group_end(text, at);
        at = end;
        if (c == '{') {
            return at;
        }
    }
    return at;
}

// Some pieces [*from, *to): a few, a group, or a statement.
static void choose_range(const Text *text, uint32_t *from, uint32_t *to) {
    *from = roll(text->count);
    switch (roll(3)) {
    case 0:
        *to = *from + 1 + roll(6);
        break;
    case 1: // the next bracket's
        for (uint32_t i = *from; i < text->count; i++) {
            if (strchr("([{", first_char(text, i)) != NULL &&
                first_char(text, i) != '\0') {
                *from = i;
                break;
            }
        }
        *to = group_end(text, *from);
        break;
    default: // behind the next `;` or brace
        for (uint32_t i = *from; i < text->count; i++) {
            if (strchr(";{}", first_char(text, i)) != NULL) {
                *from = i + 1 < text->count ? i + 1 : i;
                break;
            }
        }
        *to = statement_end(text, *from);
        break;
    }
    if (*to > text->count) {
        *to = text->count;
    }
    if (*to <= *from) {
        *to = *from + 1;
    }
}

// ---------------------------------------------------------------- writing

static void put(Out *out, const char *data, size_t size) {
    if (size > out->max - out->size) {
        size = out->max - out->size;
    }
    memcpy(out->data + out->size, data, size);
    out->size += size;
}

static void put_word(Out *out, const char *word) {
    put(out, " ", 1);
    put(out, word, strlen(word));
    put(out, " ", 1);
}

static void put_range(Out *out, const Text *text, uint32_t from, uint32_t to) {
    if (from < to) {
        uint32_t begin = text->pieces[from].begin;
        put(out, text->data + begin, text->pieces[to - 1].end - begin);
    }
}

// Has the target a vocabulary of its own? Then C's words are the exception.
static bool is_own(void) {
    return &fuzz_vocabulary != NULL && roll(16) != 0;
}

// A word of the dictionary or of the text itself.
static void put_some_word(Out *out, const Text *text) {
    if (is_own()) {
        put_word(out, fuzz_vocabulary.words[roll((uint32_t)fuzz_vocabulary.word_count)]);
        return;
    }
    switch (roll(6)) {
    case 0:
        put_word(out, PICK(fuzz_numbers));
        break;
    case 1:
        put_word(out, PICK(fuzz_library));
        break;
    case 2:
        put(out, " ", 1);
        uint32_t at = roll(text->count);
        put_range(out, text, at, at + 1);
        break;
    default:
        put_word(out, PICK(fuzz_words));
        break;
    }
}

// A piece of a program, its holes filled with [from, to) of the text.
static void put_template(Out *out, const Text *text, uint32_t from, uint32_t to) {
    const char *piece =
        is_own() ? fuzz_vocabulary.pieces[roll((uint32_t)fuzz_vocabulary.piece_count)]
                 : PICK(fuzz_pieces);
    put(out, " ", 1);
    for (const char *c = piece; *c != '\0'; c++) {
        if (*c == '@') {
            put_range(out, text, from, to);
        } else {
            put(out, c, 1);
        }
    }
    put(out, " ", 1);
}

// Now and then so many that a bound is met.
static uint32_t choose_times(void) {
    return roll(4) == 0 ? 1u << (3 + roll(11)) : 2 + roll(4);
}

// x -> (((x))), or what else can stand around something.
static void put_wrapped(Out *out, const Text *text, uint32_t from, uint32_t to) {
    static const char *const open[] = {"(",     "{",        "[",       "*",  "&(",
                                       "-(",    "sizeof(",  "if (1) ", "({", "f(",
                                       "1 ? (", "struct {", "await (", "\""};
    static const char *const close[] = {")",     "}",    "]",       "",    ")",
                                        ")",     ")",    " else ;", ";})", ")",
                                        ") : 0", "} s;", ")",       "\""};
    uint32_t which = roll(sizeof open / sizeof *open);
    uint32_t times = choose_times();
    for (uint32_t i = 0; i < times; i++) {
        put(out, open[which], strlen(open[which]));
    }
    put_range(out, text, from, to);
    for (uint32_t i = 0; i < times; i++) {
        put(out, close[which], strlen(close[which]));
    }
}

// ---------------------------------------------------------------- changes

// What takes the place of [from, to).
static void put_change(Out *out, const Text *text, uint32_t from, uint32_t to) {
    uint32_t from2, to2;
    choose_range(text, &from2, &to2);
    switch (roll(12)) {
    case 0: // nothing
        break;
    case 1: // itself, several times
        for (uint32_t times = choose_times(); times > 0; times--) {
            put_range(out, text, from, to);
        }
        break;
    case 2: // something else of the text
        put_range(out, text, from2, to2);
        break;
    case 3:
        put_some_word(out, text);
        break;
    case 4:
        put_range(out, text, from, to);
        put_some_word(out, text);
        break;
    case 5:
        put_template(out, text, from, to);
        break;
    case 6:
        put_template(out, text, from2, to2);
        put_range(out, text, from, to);
        break;
    case 7:
        put_wrapped(out, text, from, to);
        break;
    case 8: {
        const char *line = PICK(fuzz_lines);
        put(out, line, strlen(line));
        put_range(out, text, from, to);
        break;
    }
    case 9: // the brackets go, what is in them stays
        put_range(out, text, from + 1, to - 1 > from ? to - 1 : from);
        break;
    case 10:
        put_range(out, text, from, to);
        put_range(out, text, from2, to2);
        break;
    default: // each piece a word of its own kind
        for (uint32_t i = from; i < to; i++) {
            char c = first_char(text, i);
            if (isdigit((unsigned char)c)) {
                put_word(out, PICK(fuzz_numbers));
            } else if (roll(3) == 0) {
                put_some_word(out, text);
            } else {
                put_range(out, text, i, i + 1);
            }
        }
        break;
    }
}

static Text cut_text, cut_other; // too large for the stack; one thread mutates
static char changed[OUT_MAX];

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size,
                               unsigned int seed) {
    random_state = seed * 2654435761u | 1;
    if (size == 0 || roll(8) == 0) {
        return LLVMFuzzerMutate(data, size, max_size);
    }
    for (uint32_t rounds = 1 + roll(3); rounds > 0 && size > 0; rounds--) {
        cut(&cut_text, data, size);
        Out out = {changed, 0, max_size < OUT_MAX ? max_size : OUT_MAX};
        uint32_t from, to;
        choose_range(&cut_text, &from, &to);
        put_range(&out, &cut_text, 0, from);
        put_change(&out, &cut_text, from, to);
        put_range(&out, &cut_text, to, cut_text.count);
        memcpy(data, changed, out.size);
        size = out.size;
    }
    return size;
}

size_t LLVMFuzzerCustomCrossOver(const uint8_t *data1, size_t size1, const uint8_t *data2,
                                 size_t size2, uint8_t *out_data, size_t max_size,
                                 unsigned int seed) {
    random_state = seed * 2654435761u | 1;
    cut(&cut_text, data1, size1);
    cut(&cut_other, data2, size2);
    Out out = {(char *)out_data, 0, max_size};
    if (cut_text.count == 0 || cut_other.count == 0) {
        put(&out, (const char *)data1, size1);
        put(&out, (const char *)data2, size2);
        return out.size;
    }
    uint32_t from, to, from2, to2;
    choose_range(&cut_text, &from, &to);
    choose_range(&cut_other, &from2, &to2);
    put_range(&out, &cut_text, 0, from);
    put_range(&out, &cut_other, from2, to2);
    put_range(&out, &cut_text, roll(2) == 0 ? to : from, cut_text.count);
    return out.size;
}
