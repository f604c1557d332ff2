// lib_scanf.c: the scanf family. Characters and a format enter, typed values leave
// through checked pointers.
//
// One parser over three sources: the buffered lines of stdin, a libc FILE, a string. From
// stdin nothing is taken before the whole call is certain to finish: when a line is
// missing, the call is executed again from its start (lib_stdio.c). Each target is
// checked against its directive by the type it was passed with: "%d" stores into an int
// and into nothing else; "%s" never stores more than the array holds.
//
// Read next: base/format.h, what there is in a format; lib_printf.c, the other direction.
#include "base/format.h"
#include "lib/lib_core.h"
#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

// What peek returns beside characters.
enum { IN_END = -1, IN_AGAIN = -2, IN_TRAP = -3 };

typedef struct Input {
    NativeCall *call;
    LibFile *file;    // NULL: a string
    const char *text; // string
    Ptr source;       // where the program has it; 0: nowhere
    uint64_t size;
    uint64_t at;   // string and stdin: how far
    uint64_t read; // characters consumed, for %n
} Input;

typedef enum Step { STEP_OK, STEP_NO_MATCH, STEP_END, STEP_AGAIN, STEP_TRAP } Step;

typedef struct Scan {
    ArgCursor *cursor;
    Input *in;
    Str word; // characters of the item being read
    int64_t assigned;
} Scan;

typedef struct ScanSpec {
    bool is_suppressed;
    bool is_allocating; // POSIX %ms
    uint64_t width;     // 0: none
    FormatLength length;
    FormatKind kind;
    char conversion;
    const char *set, *set_end; // of %[
    bool is_negated;
    const char *begin;
    int size;
} ScanSpec;

// ---------------------------------------------------------------- input

// The next character without taking it, or one of IN_*.
static int peek(Input *in) {
    if (!in->file) {
        return in->at < in->size ? (uint8_t)in->text[in->at] : IN_END;
    }
    const LibIn *buffer = lib_file_in(in->file);
    if (buffer) {
        Lib *lib = lib_here(in->call);
        if (lib_input_ended(lib, in->file) && buffer->end - buffer->begin <= in->at) {
            return IN_END;
        }
        switch (lib_input_more(in->call, in->file, in->at)) {
        case INPUT_READY:
            return (uint8_t)buffer->data[buffer->begin + in->at];
        case INPUT_END:
            lib_input_end(lib, in->file);
            return IN_END;
        case INPUT_AGAIN:
            return IN_AGAIN;
        case INPUT_TRAP:
            return IN_TRAP;
        }
    }
    errno = 0;
    int c = getc(in->file->file);
    if (c != EOF) {
        ungetc(c, in->file->file);
        return c;
    }
    return lib_file_fault(in->call, in->file) ? IN_TRAP : IN_END;
}

// Takes the character that peek saw.
static void advance(Input *in) {
    in->read++;
    in->at++;
    if (in->file && in->file->file) {
        (void)getc(in->file->file);
    }
}

// Takes it and keeps it as part of the item.
static void take(Scan *scan, int c) {
    str_putc(&scan->word, (char)c);
    advance(scan->in);
}

// A step's outcome when the next character is none.
static Step no_char(int c) {
    assert(c < 0);
    return c == IN_AGAIN ? STEP_AGAIN : c == IN_TRAP ? STEP_TRAP : STEP_END;
}

// White space of any amount, also none; the end of input is no failure here.
static Step skip_space(Scan *scan) {
    for (;;) {
        int c = peek(scan->in);
        if (c < IN_END) {
            return no_char(c);
        }
        if (c == IN_END || !isspace(c)) {
            return STEP_OK;
        }
        advance(scan->in);
    }
}

// ---------------------------------------------------------------- targets

// What the directive wants, for the message.
static const char *target_name(const ScanSpec *spec) {
    uint32_t bytes = format_integer_bytes(spec->length);
    switch (spec->kind) {
    case FMT_SIGNED:
        return bytes == 1   ? "the address of a `signed char`"
               : bytes == 2 ? "the address of a `short`"
               : bytes == 4 ? "the address of an `int`"
                            : "the address of a `long`";
    case FMT_UNSIGNED:
        return bytes == 1   ? "the address of an `unsigned char`"
               : bytes == 2 ? "the address of an `unsigned short`"
               : bytes == 4 ? "the address of an `unsigned`"
                            : "the address of an `unsigned long`";
    case FMT_COUNT:
        return "the address of an integer";
    case FMT_STRING:
    case FMT_CHAR:
    case FMT_SET:
        return spec->is_allocating            ? "the address of a `char *`"
               : format_is_wide(spec->length) ? "an array of `wchar_t`"
                                              : "an array of `char`";
    case FMT_POINTER:
        return "the address of a pointer";
    default:
        assert(spec->kind == FMT_FLOAT);
        return spec->length == LEN_LONG_DOUBLE  ? "the address of a `long double`"
               : format_is_double(spec->length) ? "the address of a `double`"
                                                : "the address of a `float`";
    }
}

static bool takes_text(const ScanSpec *spec) {
    return spec->kind == FMT_STRING || spec->kind == FMT_CHAR || spec->kind == FMT_SET;
}

// Does a pointer to `base` fit the directive?
static bool fits(const ScanSpec *spec, const Layout *base, uint32_t size) {
    // `&name` of an array is where the array is, too.
    bool is_text = takes_text(spec);
    base = is_text && base->kind == LAY_ARRAY && base->base ? base->base : base;
    switch (spec->kind) {
    case FMT_STRING:
    case FMT_CHAR:
    case FMT_SET:
        return spec->is_allocating ? base->kind == LAY_POINTER : base->size_bytes == size;
    case FMT_POINTER:
        return base->kind == LAY_POINTER;
    case FMT_FLOAT:
        return base->kind == (size == 4 ? LAY_FLOAT : LAY_DOUBLE);
    default:
        return base->size_bytes == size &&
               (base->kind == LAY_INT || base->kind == LAY_UINT ||
                base->kind == LAY_ENUM || base->kind == LAY_CHAR ||
                base->kind == LAY_BOOL);
    }
}

// A directive that reads into this type, for the message.
static const char *reads_into(const Layout *base) {
    switch (base ? base->kind : LAY_VOID) {
    case LAY_INT:
    case LAY_ENUM:
        return base->size_bytes == 8   ? "%ld"
               : base->size_bytes == 4 ? "%d"
               : base->size_bytes == 2 ? "%hd"
                                       : "%hhd";
    case LAY_UINT:
        return base->size_bytes == 8   ? "%lu"
               : base->size_bytes == 4 ? "%u"
               : base->size_bytes == 2 ? "%hu"
                                       : "%hhu";
    case LAY_FLOAT:
        return "%f";
    case LAY_DOUBLE:
        return "%lf";
    case LAY_CHAR:
        return "%s or %c";
    default:
        return NULL;
    }
}

// The next argument, a pointer to `size` bytes of the directive's type. *at: its index.
// False after a trap.
static bool next_target(Scan *scan, const ScanSpec *spec, uint32_t size, uint32_t *at) {
    ArgCursor *cursor = scan->cursor;
    VM *vm = cursor->call->vm;
    if (cursor->at >= cursor->count) {
        vm_trap(vm, TRAP_FORMAT,
                "the format has `%.*s`, but there is no argument for it (%u given)",
                spec->size, spec->begin, cursor->count);
        return false;
    }
    *at = cursor->at++;
    const Layout *layout = cursor->types->layouts ? cursor->types->layouts[*at] : NULL;
    const Layout *base = layout ? layout->base : NULL;
    if (cursor->types->types[*at] != MT_POINTER) {
        vm_trap(vm, TRAP_FORMAT,
                "`%.*s` needs %s, but argument %u is of type `%s`: is an `&` missing?",
                spec->size, spec->begin, target_name(spec), cursor->first + *at,
                cursor_type_name(cursor, *at));
        return false;
    }
    if (base && base->kind != LAY_VOID && !fits(spec, base, size)) {
        const char *better = reads_into(base);
        vm_trap(vm, TRAP_FORMAT, "`%.*s` needs %s, but argument %u is of type `%s`%s%s%s",
                spec->size, spec->begin, target_name(spec), cursor->first + *at,
                cursor_type_name(cursor, *at), better ? ": `" : "", better ? better : "",
                better ? "` reads into that" : "");
        return false;
    }
    return true;
}

// Where n bytes of the target go. NULL after a trap; C17 7.21.6.7p2: what is read is not
// overwritten meanwhile.
static void *target(const Scan *scan, uint32_t at, uint64_t n) {
    const Input *in = scan->in;
    if (in->source &&
        lib_overlaps(scan->cursor->values[at].p, n, in->source, in->size + 1)) {
        (void)lib_trap_overlap(in->call, "sscanf", "");
        return NULL;
    }
    return cursor_write(scan->cursor, at, n);
}

// Stores size bytes at the next target. False after a trap.
static bool store(Scan *scan, const ScanSpec *spec, const void *value, uint32_t size) {
    uint32_t at = 0;
    if (!next_target(scan, spec, size, &at)) {
        return false;
    }
    void *to = target(scan, at, size);
    if (to) {
        memcpy(to, value, size);
    }
    return to != NULL;
}

// ---------------------------------------------------------------- numbers

// Is c a digit in this base?
static bool is_digit_of(int c, int base) {
    if (base <= 10) {
        return c >= '0' && c < '0' + base;
    }
    return c >= 0 && isxdigit(c);
}

// Collects an integer's characters in scan->word; *base: what they are in.
static Step collect_integer(Scan *scan, uint64_t width, int *base) {
    uint64_t left = width ? width : UINT64_MAX;
    int c = peek(scan->in);
    if (c == '+' || c == '-') {
        take(scan, c);
        left--;
    }
    uint32_t sign = scan->word.count;
    c = left ? peek(scan->in) : IN_END;
    if (c == '0') {
        take(scan, c);
        left--;
        c = left ? peek(scan->in) : IN_END;
        if ((*base == 0 || *base == 16) && (c == 'x' || c == 'X')) {
            take(scan, c);
            left--;
            *base = 16;
        } else if (*base == 2 && (c == 'b' || c == 'B')) {
            advance(scan->in); // strtoull need not know this prefix
            left--;
        } else if (*base == 0) {
            *base = 8;
        }
    }
    *base = *base ? *base : 10;
    for (; left > 0 && is_digit_of(c = peek(scan->in), *base); left--) {
        take(scan, c);
    }
    if (left > 0 && c < IN_END) {
        return no_char(c);
    }
    return scan->word.count > sign ? STEP_OK : STEP_NO_MATCH;
}

// Traps unless the number read fits its target (C17 7.21.6.2p10 leaves that undefined).
static bool check_range(Scan *scan, const ScanSpec *spec, bool is_signed, int64_t value,
                        bool too_large) {
    uint32_t bits = format_integer_bytes(spec->length) * 8;
    if (bits < 64 && !too_large) {
        int64_t low =
            is_signed ? -((int64_t)1 << (bits - 1)) : -(((int64_t)1 << bits) - 1);
        int64_t high =
            is_signed ? ((int64_t)1 << (bits - 1)) - 1 : ((int64_t)1 << bits) - 1;
        too_large = value < low || value > high;
    }
    if (too_large) {
        vm_trap(scan->cursor->call->vm, TRAP_OVERFLOW,
                "the number %.40s in the input does not fit: `%.*s` reads %s",
                scan->word.data, spec->size, spec->begin,
                target_name(spec) + sizeof "the address of " - 1);
    }
    return !too_large;
}

// Takes the rest of a word such as "nan" or "infinity" as far as the input agrees.
static uint32_t take_letters(Scan *scan, const char *word, uint64_t *left) {
    uint32_t n = 0;
    while (word[n] && *left > 0) {
        int c = peek(scan->in);
        if (c < 0 || tolower(c) != word[n]) {
            break;
        }
        take(scan, c);
        (*left)--;
        n++;
    }
    return n;
}

// %d %i %u %o %x %b %p.
static Step scan_integer(Scan *scan, const ScanSpec *spec) {
    bool is_signed = spec->kind == FMT_SIGNED;
    int base = spec->conversion == 'o'           ? 8
               : strchr("xXp", spec->conversion) ? 16
               : spec->conversion == 'i'         ? 0
               : spec->conversion == 'b'         ? 2
                                                 : 10;
    uint64_t left = spec->width ? spec->width : UINT64_MAX;
    bool is_pointer = spec->kind == FMT_POINTER;
    bool is_nil = is_pointer && peek(scan->in) == '('; // as %p prints NULL
    Step step = !is_nil ? collect_integer(scan, spec->width, &base)
                : take_letters(scan, "(nil)", &left) == 5 ? STEP_OK
                                                          : STEP_NO_MATCH;
    if (step != STEP_OK || spec->is_suppressed) {
        return step;
    }
    errno = 0;
    const char *word = scan->word.data;
    int64_t value =
        is_signed ? strtoll(word, NULL, base) : (int64_t)strtoull(word, NULL, base);
    if ((!is_pointer && !check_range(scan, spec, is_signed, value, errno == ERANGE)) ||
        !store(scan, spec, &value, is_pointer ? 8 : format_integer_bytes(spec->length))) {
        return STEP_TRAP;
    }
    scan->assigned++;
    return STEP_OK;
}

// Digits as long as there are; counts them.
static void take_digits(Scan *scan, bool is_hex, uint64_t *left, uint32_t *digits) {
    int c;
    while (*left > 0 && (c = peek(scan->in)) >= 0 &&
           (is_hex ? isxdigit(c) : isdigit(c))) {
        take(scan, c);
        (*left)--;
        (*digits)++;
    }
}

// One character if it is in the set.
static bool take_one(Scan *scan, const char *set, uint64_t *left) {
    int c = *left ? peek(scan->in) : IN_END;
    if (c <= 0 || !strchr(set, c)) {
        return false;
    }
    take(scan, c);
    (*left)--;
    return true;
}

// Collects a floating-point number's characters, as strtod reads them.
static Step collect_float(Scan *scan, uint64_t width) {
    uint64_t left = width ? width : UINT64_MAX;
    uint32_t digits = 0;
    bool is_hex = false;
    take_one(scan, "+-", &left);
    int c = left ? peek(scan->in) : IN_END;
    if (c == 'n' || c == 'N') {
        return take_letters(scan, "nan", &left) == 3 ? STEP_OK : STEP_NO_MATCH;
    }
    if (c == 'i' || c == 'I') {
        uint32_t n = take_letters(scan, "infinity", &left);
        return n == 3 || n == 8 ? STEP_OK : STEP_NO_MATCH;
    }
    if (c == '0') {
        take(scan, c);
        left--;
        digits++;
        is_hex = take_one(scan, "xX", &left);
        digits -= is_hex;
    }
    take_digits(scan, is_hex, &left, &digits);
    if (take_one(scan, ".", &left)) {
        take_digits(scan, is_hex, &left, &digits);
    }
    if (digits > 0 && take_one(scan, is_hex ? "pP" : "eE", &left)) {
        uint32_t exponent = 0;
        take_one(scan, "+-", &left);
        take_digits(scan, false, &left, &exponent);
    }
    c = left ? peek(scan->in) : IN_END;
    return c < IN_END ? no_char(c) : digits > 0 ? STEP_OK : STEP_NO_MATCH;
}

// %f and kin into a float, a double or a long double.
static Step scan_float(Scan *scan, const ScanSpec *spec) {
    Step step = collect_float(scan, spec->width);
    if (step != STEP_OK || spec->is_suppressed) {
        return step;
    }
    bool is_stored = false;
    if (format_is_double(spec->length)) {
        double value = strtod(scan->word.data, NULL);
        is_stored = store(scan, spec, &value, sizeof value);
    } else {
        float value = strtof(scan->word.data, NULL);
        is_stored = store(scan, spec, &value, sizeof value);
    }
    scan->assigned += is_stored;
    return is_stored ? STEP_OK : STEP_TRAP;
}

// ---------------------------------------------------------------- text

// Does %[ take c? A range is lo-hi; a - at the end is itself (C17 leaves it to us).
static bool in_set(const ScanSpec *spec, int c) {
    bool found = false;
    for (const char *p = spec->set; p < spec->set_end && !found; p++) {
        if (p + 2 < spec->set_end && p[1] == '-') {
            found = c >= (uint8_t)p[0] && c <= (uint8_t)p[2];
            p += 2;
        } else {
            found = c == (uint8_t)*p;
        }
    }
    return found != spec->is_negated;
}

// Collects the text of %s, %c or %[.
static Step collect_text(Scan *scan, const ScanSpec *spec) {
    uint64_t left = spec->width ? spec->width : spec->kind == FMT_CHAR ? 1 : UINT64_MAX;
    int c = IN_END;
    while (left > 0 && (c = peek(scan->in)) >= 0) {
        if ((spec->kind == FMT_STRING && isspace(c)) ||
            (spec->kind == FMT_SET && !in_set(spec, c))) {
            break;
        }
        take(scan, c);
        // A wide character's later bytes do not count.
        bool is_whole = !format_is_wide(spec->length) || (peek(scan->in) & 0xc0) != 0x80;
        left -= is_whole;
    }
    if (left > 0 && c < IN_END) {
        return no_char(c);
    }
    if (scan->word.count == 0) {
        return c == IN_END ? STEP_END : STEP_NO_MATCH;
    }
    return STEP_OK;
}

// The text collected, as wide characters, into the target.
static bool store_wide(Scan *scan, const ScanSpec *spec, bool terminate) {
    uint32_t at = 0, units = 0;
    for (uint32_t i = 0; i < scan->word.count; i++) {
        units += ((uint8_t)scan->word.data[i] & 0xc0) != 0x80;
    }
    if (!next_target(scan, spec, 4, &at)) {
        return false;
    }
    int32_t *to = target(scan, at, ((uint64_t)units + terminate) * 4);
    if (!to) {
        return false;
    }
    size_t begin = 0;
    uint32_t n = 0;
    while (begin < scan->word.count && n < units) {
        uint32_t c = 0;
        int size = lib_utf8_decode(scan->word.data + begin, scan->word.count - begin, &c);
        to[n++] = size > 0 ? (int32_t)c : (int32_t)(uint8_t)scan->word.data[begin];
        begin += size > 0 ? (size_t)size : 1;
    }
    for (; n < units + terminate; n++) {
        to[n] = 0;
    }
    return true;
}

// Into the target, with a final zero unless it is %c.
static bool store_text(Scan *scan, const ScanSpec *spec, bool terminate) {
    uint32_t at = 0;
    if (format_is_wide(spec->length)) {
        return store_wide(scan, spec, terminate);
    }
    if (!next_target(scan, spec, 1, &at)) {
        return false;
    }
    if (spec->is_allocating) {
        Ptr text = lib_heap_string(scan->cursor->call, scan->word.data, scan->word.count);
        Ptr *to = text ? target(scan, at, sizeof *to) : NULL;
        if (to) {
            *to = text;
        }
        return to != NULL;
    }
    char *to = target(scan, at, (uint64_t)scan->word.count + terminate);
    if (to) {
        memcpy(to, scan->word.data, scan->word.count);
        if (terminate) {
            to[scan->word.count] = 0;
        }
    }
    return to != NULL;
}

// %s, %c, %[.
static Step scan_text(Scan *scan, const ScanSpec *spec) {
    Step step = collect_text(scan, spec);
    if (step != STEP_OK || spec->is_suppressed) {
        return step;
    }
    if (!store_text(scan, spec, spec->kind != FMT_CHAR)) {
        return STEP_TRAP;
    }
    scan->assigned++;
    return STEP_OK;
}

// ---------------------------------------------------------------- the format

// The set of %[: p is behind the bracket; returns what is behind the closing one.
static const char *parse_set(const char *p, ScanSpec *spec) {
    spec->is_negated = *p == '^';
    p += spec->is_negated;
    spec->set = p;
    // A ] at the beginning is a member.
    p += *p == ']';
    while (*p && *p != ']') {
        p++;
    }
    spec->set_end = p;
    return p + (*p == ']');
}

// p: behind the %. Returns the end of the directive.
static const char *parse_spec(const char *p, ScanSpec *spec) {
    if (*p == '*') {
        spec->is_suppressed = true;
        p++;
    }
    for (; isdigit((uint8_t)*p); p++) {
        spec->width = spec->width < UINT32_MAX ? spec->width * 10 + (uint64_t)(*p - '0')
                                               : spec->width;
    }
    if (*p == 'm') {
        spec->is_allocating = true;
        p++;
    }
    p = format_read_length(p, &spec->length);
    spec->conversion = *p;
    spec->kind = format_kind(*p, true, &spec->length);
    p += *p != 0;
    if (spec->kind == FMT_SET) {
        p = parse_set(p, spec);
    }
    spec->size = (int)(p - spec->begin);
    return p;
}

// Reads and stores one item. All but %c, %[ and %n skip white space first
// (C17 7.21.6.2p8).
static Step scan_directive(Scan *scan, const ScanSpec *spec) {
    scan->word.count = 0;
    bool keeps_space =
        spec->kind == FMT_CHAR || spec->kind == FMT_SET || spec->kind == FMT_COUNT;
    if (!keeps_space) {
        Step step = skip_space(scan);
        if (step != STEP_OK) {
            return step;
        }
    }
    if (spec->kind == FMT_COUNT) {
        return spec->is_suppressed || store(scan, spec, &scan->in->read,
                                            format_integer_bytes(spec->length))
                   ? STEP_OK
                   : STEP_TRAP;
    }
    if (spec->kind != FMT_UNKNOWN) {
        int c = peek(scan->in);
        if (c < 0) {
            return no_char(c);
        }
        return takes_text(spec)          ? scan_text(scan, spec)
               : spec->kind == FMT_FLOAT ? scan_float(scan, spec)
                                         : scan_integer(scan, spec);
    }
    vm_trap(scan->cursor->call->vm, TRAP_FORMAT, "`%.*s` is no directive of scanf",
            spec->size, spec->begin);
    return STEP_TRAP;
}

// An ordinary character of the format has to come next.
static Step match_char(Scan *scan, char wanted) {
    int c = peek(scan->in);
    if (c < 0) {
        return no_char(c);
    }
    if (c != (uint8_t)wanted) {
        return STEP_NO_MATCH;
    }
    advance(scan->in);
    return STEP_OK;
}

// The whole format, until something stops it.
static Step scan_format(Scan *scan, const char *format, uint64_t length) {
    const char *end = format + length;
    Step step = STEP_OK;
    for (const char *p = format; p < end && step == STEP_OK;) {
        if (isspace((uint8_t)*p)) {
            step = skip_space(scan);
            p++;
        } else if (*p != '%') {
            step = match_char(scan, *p++);
        } else if (p[1] == '%') {
            step = skip_space(scan);
            step = step == STEP_OK ? match_char(scan, '%') : step;
            p += 2;
        } else {
            ScanSpec spec = {.begin = p};
            p = parse_spec(p + 1, &spec);
            step = scan_directive(scan, &spec);
        }
    }
    return step;
}

// ---------------------------------------------------------------- the functions

// Runs a format over an input; EOF when the input ended before anything was stored.
static NativeResult scan_with(NativeCall *call, Input *in, ArgCursor *cursor,
                              const char *format, uint64_t length) {
    Scan scan = {.cursor = cursor, .in = in};
    str_putc(&scan.word, 0);
    Step step = scan_format(&scan, format, length);
    str_free(&scan.word);
    if (step == STEP_AGAIN || step == STEP_TRAP) {
        return step == STEP_AGAIN ? NATIVE_AGAIN : NATIVE_TRAP;
    }
    LibIn *buffer = in->file ? lib_file_in(in->file) : NULL;
    if (buffer) {
        buffer->begin += in->at;
    }
    if (cursor->area) {
        cursor->area->at = cursor->at;
    }
    return done_int(call, step == STEP_END && scan.assigned == 0 ? EOF : scan.assigned);
}

static NativeResult scan_from(NativeCall *call, Input *in, ArgCursor *cursor,
                              uint32_t format_arg) {
    uint64_t length = 0;
    const char *format = native_string(call, format_arg, &length);
    return format ? scan_with(call, in, cursor, format, length) : NATIVE_TRAP;
}

NativeResult lib_scan_text(NativeCall *call, ArgCursor *cursor, const Str *text,
                           const Str *format) {
    Input in = {.call = call, .text = text->data, .size = text->count};
    return scan_with(call, &in, cursor, format->data, format->count);
}

// From stdin, argument 0 being the format.
static NativeResult scan_input(NativeCall *call, ArgCursor *cursor) {
    Lib *lib = lib_here(call);
    LibFile *file = vm_native_data(call->vm, lib->streams[0], &lib_file_class);
    assert(file);
    Input in = {.call = call, .file = file};
    return scan_from(call, &in, cursor, 0);
}

// int scanf(const char *format, ...): C17 7.21.6
NativeResult c_scanf(NativeCall *call) {
    ArgCursor cursor = cursor_of_call(call);
    return scan_input(call, &cursor);
}

// int vscanf(const char *format, va_list ap): C17 7.21.6
NativeResult c_vscanf(NativeCall *call) {
    ArgCursor cursor;
    return cursor_of_va_list(call, 1, &cursor) ? scan_input(call, &cursor) : NATIVE_TRAP;
}

// From the FILE in argument 0.
static NativeResult scan_file(NativeCall *call, ArgCursor *cursor) {
    LibFile *file = lib_file_input(call, 0);
    if (!file) {
        return NATIVE_TRAP;
    }
    Input in = {.call = call, .file = file};
    return scan_from(call, &in, cursor, 1);
}

// int fscanf(FILE *file, const char *format, ...): C17 7.21.6
NativeResult c_fscanf(NativeCall *call) {
    ArgCursor cursor = cursor_of_call(call);
    return scan_file(call, &cursor);
}

// int vfscanf(FILE *file, const char *format, va_list ap): C17 7.21.6
NativeResult c_vfscanf(NativeCall *call) {
    ArgCursor cursor;
    return cursor_of_va_list(call, 2, &cursor) ? scan_file(call, &cursor) : NATIVE_TRAP;
}

// From the string in argument 0.
static NativeResult scan_string(NativeCall *call, ArgCursor *cursor) {
    Input in = {.call = call, .source = call->args[0].p};
    in.text = native_string(call, 0, &in.size);
    return in.text ? scan_from(call, &in, cursor, 1) : NATIVE_TRAP;
}

// int sscanf(const char *from, const char *format, ...): C17 7.21.6
NativeResult c_sscanf(NativeCall *call) {
    ArgCursor cursor = cursor_of_call(call);
    return scan_string(call, &cursor);
}

// int vsscanf(const char *from, const char *format, va_list ap): C17 7.21.6
NativeResult c_vsscanf(NativeCall *call) {
    ArgCursor cursor;
    return cursor_of_va_list(call, 2, &cursor) ? scan_string(call, &cursor) : NATIVE_TRAP;
}
