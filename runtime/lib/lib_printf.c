// lib_printf.c: the printf family. A format and typed values enter; text leaves, byte for
// byte what glibc prints.
//
// Each directive is parsed, its argument is taken from the cursor and checked against
// what the directive needs (a register alone cannot tell a double from a pointer; VarDesc
// can), and the value is formatted: integers and floating point by libc's snprintf with
// the same directive, strings through checked pointers. So the program never reads an
// argument that is not there, and never one of another type (C17 7.21.6.1p9).
//
// Read next: base/format.h, what there is in a format; lib_scanf.c, the other direction.
#include "base/format.h"
#include "lib/lib_core.h"
#include <assert.h>
#include <stdio.h>
#include <wchar.h>

// Width and precision beyond this are a mistake, not a layout.
#define FIELD_MAX (16 << 20)

// One directive: %[flags][width][.precision][length]conversion
typedef struct Spec {
    char flags[8];
    uint32_t flag_count;
    int64_t width;     // -1: none
    int64_t precision; // -1: none
    FormatLength length;
    FormatKind kind;
    char conversion;
    const char *begin; // the directive's text, from its %
    int size;
} Spec;

// ---------------------------------------------------------------- arguments

// The directive that prints argument `at`.
static const char *fitting_directive(const ArgCursor *cursor, uint32_t at) {
    const Layout *layout = cursor->types->layouts ? cursor->types->layouts[at] : NULL;
    switch ((MemType)cursor->types->types[at]) {
    case MT_I8:
    case MT_I16:
    case MT_I32:
    case MT_BOOL:
        return "%d";
    case MT_U8:
    case MT_U16:
    case MT_U32:
        return "%u";
    case MT_I64:
        return "%ld";
    case MT_U64:
        return "%lu";
    case MT_F32:
    case MT_F64:
        return "%f";
    case MT_POINTER:
        return layout && layout->base && layout->base->kind == LAY_CHAR ? "%s" : "%p";
    default:
        return NULL;
    }
}

// Traps: argument `at` is not what the directive needs.
static bool mismatch(const ArgCursor *cursor, uint32_t at, const Spec *spec,
                     const char *needs) {
    const char *better = fitting_directive(cursor, at);
    vm_trap(cursor->call->vm, TRAP_FORMAT,
            "`%.*s` needs %s, but argument %u is of type `%s`%s%s%s", spec->size,
            spec->begin, needs, cursor->first + at, cursor_type_name(cursor, at),
            better ? ": `" : "", better ? better : "", better ? "` prints that" : "");
    return false;
}

// The next argument's index, false after a trap when there is none.
static bool next_arg(ArgCursor *cursor, const Spec *spec, uint32_t *at) {
    if (cursor->at >= cursor->count) {
        vm_trap(cursor->call->vm, TRAP_FORMAT,
                "the format has `%.*s`, but there is no argument for it (%u given)",
                spec->size, spec->begin, cursor->count);
        return false;
    }
    *at = cursor->at++;
    return true;
}

// The types that a register of 8 bytes is needed for.
static bool is_word_type(uint8_t type) {
    return type == MT_I64 || type == MT_U64;
}
// What the default argument promotions make an int or unsigned of (C17 6.5.2.2p6), and
// what they leave when a caller keeps the narrower type.
static bool is_int_type(uint8_t type) {
    return type <= MT_U32 || type == MT_BOOL;
}

// An int for %c, or for the * of a width or precision.
static bool take_int(ArgCursor *cursor, const Spec *spec, const char *what, int *value) {
    uint32_t at = 0;
    if (!next_arg(cursor, spec, &at)) {
        return false;
    }
    uint8_t type = cursor->types->types[at];
    int64_t word = cursor->values[at].i;
    if (!is_int_type(type) && !(is_word_type(type) && word == (int32_t)word)) {
        return mismatch(cursor, at, spec, what);
    }
    *value = (int)word;
    return true;
}

// The value of %d and kin, cut or extended to what the length modifier says: %hhd of 300
// is 44.
static bool take_integer(ArgCursor *cursor, const Spec *spec, int64_t *value) {
    uint32_t at = 0;
    if (!next_arg(cursor, spec, &at)) {
        return false;
    }
    uint8_t type = cursor->types->types[at];
    uint32_t bytes = format_integer_bytes(spec->length);
    bool is_word = bytes == 8;
    if (!is_word_type(type) && !is_int_type(type)) {
        return mismatch(cursor, at, spec,
                        spec->length == LEN_Z ? "a size_t"
                        : is_word             ? "a `long`"
                                              : "an `int`");
    }
    bool is_signed = spec->kind == FMT_SIGNED;
    uint64_t u = cursor->values[at].u;
    if (is_word) {
        *value = (int64_t)u;
        return true;
    }
    // A long where an int is expected prints right as long as its value fits, and is a
    // fault when it does not.
    if (is_word_type(type) &&
        (int64_t)u != (is_signed ? (int64_t)(int32_t)u : (int64_t)(uint32_t)u) &&
        (int64_t)u != (int64_t)(int32_t)u) {
        return mismatch(cursor, at, spec, "an `int`");
    }
    if (bytes == 1) {
        *value = is_signed ? (int64_t)(int8_t)u : (int64_t)(uint8_t)u;
    } else if (bytes == 2) {
        *value = is_signed ? (int64_t)(int16_t)u : (int64_t)(uint16_t)u;
    } else {
        *value = is_signed ? (int64_t)(int32_t)u : (int64_t)(uint32_t)u;
    }
    return true;
}

// The pointer of %s, %p and %n, and what its type says it points to (*base, NULL:
// unknown).
static bool take_pointer(ArgCursor *cursor, const Spec *spec, const char *what,
                         Ptr *value, const Layout **base) {
    uint32_t at = 0;
    if (!next_arg(cursor, spec, &at)) {
        return false;
    }
    uint8_t type = cursor->types->types[at];
    if (type != MT_POINTER && !(type == MT_HANDLE && spec->kind == FMT_POINTER)) {
        return mismatch(cursor, at, spec, what);
    }
    *value = cursor->values[at].p;
    const Layout *layout = cursor->types->layouts ? cursor->types->layouts[at] : NULL;
    *base = layout ? layout->base : NULL;
    return true;
}

// ---------------------------------------------------------------- parsing

// A decimal number that stops growing where no field can be that wide.
static const char *parse_number(const char *p, int64_t *value) {
    *value = 0;
    for (; *p >= '0' && *p <= '9'; p++) {
        if (*value <= FIELD_MAX) {
            *value = *value * 10 + (*p - '0');
        }
    }
    return p;
}

// A flag given twice counts once.
static void add_flag(Spec *spec, char flag) {
    if (!memchr(spec->flags, flag, spec->flag_count) &&
        spec->flag_count < sizeof spec->flags - 1) {
        spec->flags[spec->flag_count++] = flag;
    }
}

// POSIX's numbered arguments: "%2$d". Sets the cursor to that argument.
static const char *parse_position(const char *p, ArgCursor *cursor) {
    int64_t number = 0;
    const char *end = parse_number(p, &number);
    if (end > p && *end == '$' && number >= 1) {
        cursor->at = (uint32_t)(number - 1);
        return end + 1;
    }
    return p;
}

// The int of a `*`, which may have a number of its own: "%1$*2$d". p: behind the `*`.
static const char *parse_star(ArgCursor *cursor, const char *p, Spec *spec, int *value) {
    uint32_t next = cursor->at;
    const char *end = parse_position(p, cursor);
    spec->size = (int)(end - spec->begin);
    bool is_precision = p[-2] == '.';
    if (!take_int(cursor, spec,
                  is_precision ? "an `int` for its precision" : "an `int` for its width",
                  value)) {
        return NULL;
    }
    if (end != p) {
        cursor->at = next;
    }
    return end;
}

// p: behind the %. Returns the directive's end, NULL after a trap.
static const char *parse_spec(ArgCursor *cursor, const char *p, Spec *spec) {
    p = parse_position(p, cursor);
    for (; format_is_flag(*p); p++) {
        add_flag(spec, *p);
    }
    int value = 0;
    if (*p == '*') {
        p = parse_star(cursor, p + 1, spec, &value);
        if (!p) {
            return NULL;
        }
        if (value < 0) {
            add_flag(spec, '-');
        }
        spec->width = value < 0 ? -(int64_t)value : value;
    } else if (*p >= '1' && *p <= '9') {
        p = parse_number(p, &spec->width);
    }
    if (*p == '.') {
        p++;
        if (*p == '*') {
            p = parse_star(cursor, p + 1, spec, &value);
            if (!p) {
                return NULL;
            }
            spec->precision = value < 0 ? -1 : value;
        } else {
            bool is_negative = *p == '-';
            p = parse_number(p + is_negative, &spec->precision);
            spec->precision = is_negative ? -1 : spec->precision;
        }
    }
    p = format_read_length(p, &spec->length);
    spec->conversion = *p;
    spec->kind = format_kind(*p, false, &spec->length);
    p += *p != 0;
    spec->size = (int)(p - spec->begin);
    // A string's precision only bounds how much of it is read.
    if (spec->width > FIELD_MAX ||
        (spec->precision > FIELD_MAX && spec->kind != FMT_STRING)) {
        vm_trap(cursor->call->vm, TRAP_FORMAT,
                "`%.*s`: a field of %lld characters is more than can be printed",
                spec->size, spec->begin,
                (long long)(spec->width > FIELD_MAX ? spec->width : spec->precision));
        return NULL;
    }
    return p;
}

// ---------------------------------------------------------------- output of one
// directive

// The directive rebuilt for snprintf with `length` and conversion.
static void host_format(const Spec *spec, const char *length, char conversion,
                        char format[40]) {
    int n = 0;
    format[n++] = '%';
    memcpy(format + n, spec->flags, spec->flag_count);
    n += (int)spec->flag_count;
    if (spec->width >= 0) {
        n += snprintf(format + n, 12, "%d", (int)spec->width);
    }
    if (spec->precision >= 0) {
        n += snprintf(format + n, 12, ".%d", (int)spec->precision);
    }
    snprintf(format + n, 8, "%s%c", length, conversion);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
// Any integer with flags, by libc. Room: 22 octal digits or 64 binary ones, and thousands
// marks for each digit the precision asks for.
static void put_int64(Str *out, const Spec *spec, int64_t value) {
    char format[40];
    host_format(spec, "ll", spec->conversion, format);
    size_t room = 80 + (size_t)(spec->width > 0 ? spec->width : 0) +
                  (size_t)(spec->precision > 0 ? spec->precision * 2 : 0);
    (void)vec_reserve(*out, room);
    out->count +=
        (uint32_t)snprintf(out->data + out->count, room, format, (long long)value);
}

// Any floating-point number, by libc.
static void put_double(Str *out, const Spec *spec, double value) {
    char format[40];
    host_format(spec, "", spec->conversion, format);
    // The longest: -DBL_MAX with thousands marks, before width and precision.
    size_t room = 480 + (size_t)(spec->width > 0 ? spec->width : 0) +
                  (size_t)(spec->precision > 0 ? spec->precision : 0);
    (void)vec_reserve(*out, room);
    out->count += (uint32_t)snprintf(out->data + out->count, room, format, value);
}
#pragma GCC diagnostic pop

// What most programs print most of: %d without anything. Twice as fast as snprintf.
static void put_plain_int(Str *out, int64_t value) {
    char digits[24];
    uint32_t at = sizeof digits;
    uint64_t u = value < 0 ? -(uint64_t)value : (uint64_t)value;
    do {
        digits[--at] = (char)('0' + u % 10);
        u /= 10;
    } while (u);
    if (value < 0) {
        digits[--at] = '-';
    }
    str_add(out, digits + at, sizeof digits - at);
}

static bool has_flag(const Spec *spec, char flag) {
    return memchr(spec->flags, flag, spec->flag_count) != NULL;
}

// Text in its field: padded with spaces to the width.
static void put_padded(Str *out, const Spec *spec, const char *text,
                       uint64_t size_bytes) {
    uint64_t pad = spec->width > 0 && (uint64_t)spec->width > size_bytes
                       ? (uint64_t)spec->width - size_bytes
                       : 0;
    bool is_left = has_flag(spec, '-');
    for (uint64_t i = 0; !is_left && i < pad; i++) {
        str_putc(out, ' ');
    }
    str_add(out, text, size_bytes);
    for (uint64_t i = 0; is_left && i < pad; i++) {
        str_putc(out, ' ');
    }
}

// %ls: wide characters as UTF-8; the precision counts bytes and never cuts a character.
static bool put_wide(ArgCursor *cursor, const Spec *spec, Ptr p, Str *out) {
    VM *vm = cursor->call->vm;
    uint64_t length = 0;
    const int32_t *text = vm_read_string(vm, p, 4, &length);
    if (!text) {
        return false;
    }
    Str bytes = {0};
    if (!lib_wide_to_utf8(&bytes, text, length,
                          spec->precision < 0 ? UINT64_MAX : (uint64_t)spec->precision)) {
        str_free(&bytes);
        vm_trap(vm, TRAP_FORMAT, "`%.*s`: the text contains a value that is no character",
                spec->size, spec->begin);
        return false;
    }
    put_padded(out, spec, bytes.data ? bytes.data : "", bytes.count);
    str_free(&bytes);
    return true;
}

// Remembers that a %s of sprintf reads the object sprintf will write.
static void note_source(ArgCursor *cursor, Ptr p, uint64_t length) {
    if (cursor->target && ptr_base(cursor->target) == ptr_base(p) &&
        cursor->source_count < 8) {
        cursor->sources[cursor->source_count].begin = ptr_offset(p);
        cursor->sources[cursor->source_count++].end =
            (int32_t)(ptr_offset(p) + (int64_t)length + 1);
    }
}

// %s: up to the terminating zero, which has to be inside the object, or up to the
// precision, and then no zero is needed (C17 7.21.6.1p8).
static bool put_string(ArgCursor *cursor, const Spec *spec, Str *out) {
    Ptr p = 0;
    const Layout *base = NULL;
    uint32_t at = cursor->at;
    bool is_wide = format_is_wide(spec->length);
    const char *needs = is_wide ? "a wide string (`wchar_t *`)" : "a string (`char *`)";
    if (!take_pointer(cursor, spec, needs, &p, &base)) {
        return false;
    }
    uint32_t unit = is_wide ? 4 : 1;
    if (base && base->kind != LAY_VOID && base->size_bytes != unit) {
        return mismatch(cursor, at, spec, needs);
    }
    if (p == 0) {
        // What glibc prints for a null pointer.
        bool fits = spec->precision < 0 || spec->precision >= 6;
        put_padded(out, spec, "(null)", fits ? 6 : 0);
        return true;
    }
    if (is_wide) {
        return put_wide(cursor, spec, p, out);
    }
    uint64_t length = 0;
    const char *text = cursor_string(
        cursor, at, spec->precision < 0 ? UINT64_MAX : (uint64_t)spec->precision,
        &length);
    if (!text) {
        return false;
    }
    note_source(cursor, p, length);
    if (spec->width <= 0) {
        str_add(out, text, length);
    } else {
        put_padded(out, spec, text, length);
    }
    return true;
}

// %c prints the byte, also a zero; %lc a character as UTF-8.
static bool put_char(ArgCursor *cursor, const Spec *spec, Str *out) {
    int value = 0;
    if (!take_int(cursor, spec, "an `int` or `char`", &value)) {
        return false;
    }
    char bytes[4] = {(char)value};
    uint32_t size = 1;
    if (format_is_wide(spec->length)) {
        size = lib_utf8_encode((uint32_t)value, bytes);
    }
    put_padded(out, spec, bytes, size);
    return true;
}

// The eight conversions of a double.
static bool put_float(ArgCursor *cursor, const Spec *spec, Str *out) {
    uint32_t at = 0;
    if (!next_arg(cursor, spec, &at)) {
        return false;
    }
    uint8_t type = cursor->types->types[at];
    if (type != MT_F64 && type != MT_F32) {
        return mismatch(cursor, at, spec,
                        spec->length == LEN_LONG_DOUBLE ? "a `long double`"
                                                        : "a `double`");
    }
    put_double(out, spec, cursor->values[at].f);
    return true;
}

// %p as glibc: hexadecimal, and "(nil)". The bits are object and offset, the same on
// every run.
static bool put_pointer(ArgCursor *cursor, const Spec *spec, Str *out) {
    Ptr p = 0;
    const Layout *base = NULL;
    if (!take_pointer(cursor, spec, "a pointer", &p, &base)) {
        return false;
    }
    if (p == 0) {
        put_padded(out, spec, "(nil)", 5);
        return true;
    }
    Spec hex = *spec;
    hex.conversion = 'x';
    add_flag(&hex, '#');
    put_int64(out, &hex, (int64_t)p);
    return true;
}

// %n: stores how much was written so far (C17 7.21.6.1p8).
static bool store_count(ArgCursor *cursor, const Spec *spec, uint64_t written) {
    Ptr p = 0;
    const Layout *base = NULL;
    uint32_t at = cursor->at;
    uint32_t size = format_integer_bytes(spec->length);
    if (!take_pointer(cursor, spec, "a pointer to an integer", &p, &base)) {
        return false;
    }
    if (base &&
        (base->size_bytes != size || (base->kind != LAY_INT && base->kind != LAY_UINT))) {
        return mismatch(cursor, at, spec, "a pointer to an integer of that size");
    }
    void *to = cursor_write(cursor, at, size);
    if (!to) {
        return false;
    }
    memcpy(to, &written, size);
    return true;
}

// The conversions of integers.
static bool put_integer(ArgCursor *cursor, const Spec *spec, Str *out) {
    int64_t value = 0;
    if (!take_integer(cursor, spec, &value)) {
        return false;
    }
    if (spec->kind == FMT_SIGNED && spec->flag_count == 0 && spec->width < 0 &&
        spec->precision < 0) {
        put_plain_int(out, value);
    } else {
        put_int64(out, spec, value);
    }
    return true;
}

// One directive whose text is parsed. start: where the whole text began in out, for %n.
static bool put_directive(ArgCursor *cursor, const Spec *spec, Str *out, uint32_t start) {
    switch (spec->kind) {
    case FMT_SIGNED:
    case FMT_UNSIGNED:
        return put_integer(cursor, spec, out);
    case FMT_FLOAT:
        return put_float(cursor, spec, out);
    case FMT_CHAR:
        return put_char(cursor, spec, out);
    case FMT_STRING:
        return put_string(cursor, spec, out);
    case FMT_POINTER:
        return put_pointer(cursor, spec, out);
    case FMT_COUNT:
        return store_count(cursor, spec, out->count - start);
    case FMT_ERRNO: {
        int code = 0;
        Lib *lib = lib_here(cursor->call);
        const int *cell = vm_peek(lib->vm, lib->errno_cell, sizeof code);
        const char *text = strerror(cell ? *cell : 0);
        put_padded(out, spec, text, strlen(text));
        return true;
    }
    default: {
        bool is_whole = spec->conversion != 0;
        vm_trap(
            cursor->call->vm, TRAP_FORMAT,
            is_whole
                ? "`%.*s` is no directive of printf; a percent sign is printed by %%%%"
                : "the format ends in the middle of `%.*s`; a percent sign is printed "
                  "by %%%%",
            spec->size, spec->begin);
        return false;
    }
    }
}

int64_t lib_format_text(ArgCursor *cursor, const char *format, uint64_t length,
                        Str *out) {
    uint32_t start = out->count;
    const char *end = format + length;
    for (const char *p = format; p < end;) {
        const char *percent = memchr(p, '%', (size_t)(end - p));
        const char *stop = percent ? percent : end;
        str_add(out, p, (size_t)(stop - p));
        if (!percent) {
            break;
        }
        if (percent[1] == '%') {
            str_putc(out, '%');
            p = percent + 2;
            continue;
        }
        Spec spec = {.width = -1, .precision = -1, .begin = percent};
        p = parse_spec(cursor, percent + 1, &spec);
        if (!p || !put_directive(cursor, &spec, out, start)) {
            return -1;
        }
        if (out->count > LIMIT_OBJECT_BYTES / 2) {
            vm_trap(cursor->call->vm, TRAP_FORMAT,
                    "the text printed is longer than 1 GiB");
            return -1;
        }
    }
    if (cursor->area) {
        cursor->area->at = cursor->at < cursor->count ? cursor->at : cursor->count;
    }
    return out->count - start;
}

int64_t lib_format(ArgCursor *cursor, uint32_t format_arg, Str *out) {
    uint64_t length = 0;
    const char *format = native_string(cursor->call, format_arg, &length);
    return format ? lib_format_text(cursor, format, length, out) : -1;
}

// ---------------------------------------------------------------- the functions

// Formats into the session's scratch buffer; -1 after a trap.
static int64_t to_scratch(Lib *lib, ArgCursor *cursor, uint32_t format_arg) {
    lib->scratch.count = 0;
    return lib_format(cursor, format_arg, &lib->scratch);
}

// Formats and prints to a standard stream.
static NativeResult print_to(NativeCall *call, int fd, ArgCursor *cursor,
                             uint32_t format_arg) {
    Lib *lib = lib_here(call);
    int64_t n = to_scratch(lib, cursor, format_arg);
    if (n < 0) {
        return NATIVE_TRAP;
    }
    lib_put(lib, fd, lib->scratch.data, (size_t)n);
    return done_int(call, n);
}

// int printf(const char *format, ...): C17 7.21.6
NativeResult c_printf(NativeCall *call) {
    ArgCursor cursor = cursor_of_call(call);
    return print_to(call, 1, &cursor, 0);
}

// int vprintf(const char *format, va_list ap): C17 7.21.6
NativeResult c_vprintf(NativeCall *call) {
    ArgCursor cursor;
    if (!cursor_of_va_list(call, 1, &cursor)) {
        return NATIVE_TRAP;
    }
    return print_to(call, 1, &cursor, 0);
}

// Formats and writes to the FILE in argument 0.
static NativeResult file_print(NativeCall *call, ArgCursor *cursor) {
    Lib *lib = lib_here(call);
    LibFile *file = lib_file_output(call, 0);
    NativeResult room = file ? lib_file_room(call, file) : NATIVE_TRAP;
    if (room != NATIVE_DONE) {
        return room;
    }
    int64_t n = to_scratch(lib, cursor, 1);
    if (n < 0) {
        return NATIVE_TRAP;
    }
    return done_int(call,
                    lib_file_write(lib, file, lib->scratch.data, (size_t)n) ? n : -1);
}

// int fprintf(FILE *file, const char *format, ...): C17 7.21.6
NativeResult c_fprintf(NativeCall *call) {
    ArgCursor cursor = cursor_of_call(call);
    return file_print(call, &cursor);
}

// int vfprintf(FILE *file, const char *format, va_list ap): C17 7.21.6
NativeResult c_vfprintf(NativeCall *call) {
    ArgCursor cursor;
    if (!cursor_of_va_list(call, 2, &cursor)) {
        return NATIVE_TRAP;
    }
    return file_print(call, &cursor);
}

// Formats and writes to a descriptor, of which there are two.
static NativeResult fd_print(NativeCall *call, ArgCursor *cursor) {
    int fd = arg_int(call, 0);
    if (fd != 1 && fd != 2) {
        vm_trap(call->vm, TRAP_VALUE,
                "dprintf prints to the descriptors 1 and 2 here, not to %d", fd);
        return NATIVE_TRAP;
    }
    return print_to(call, fd, cursor, 1);
}

// int dprintf(int fd, const char *format, ...): POSIX
NativeResult c_dprintf(NativeCall *call) {
    ArgCursor cursor = cursor_of_call(call);
    return fd_print(call, &cursor);
}

// int vdprintf(int fd, const char *format, va_list ap): POSIX
NativeResult c_vdprintf(NativeCall *call) {
    ArgCursor cursor;
    return cursor_of_va_list(call, 2, &cursor) ? fd_print(call, &cursor) : NATIVE_TRAP;
}

// Copies the scratch text to argument 0, `room` bytes at most with the final zero.
static NativeResult store_text(NativeCall *call, const ArgCursor *cursor, int64_t n,
                               uint64_t room) {
    Lib *lib = lib_here(call);
    if (n < 0) {
        return NATIVE_TRAP;
    }
    if (room > 0) {
        uint64_t keep = (uint64_t)n < room - 1 ? (uint64_t)n : room - 1;
        int64_t begin = ptr_offset(cursor->target), end = begin + (int64_t)keep + 1;
        for (uint32_t i = 0; i < cursor->source_count; i++) {
            if (cursor->sources[i].begin < end && begin < cursor->sources[i].end) {
                return lib_trap_overlap(call, room == UINT64_MAX ? "sprintf" : "snprintf",
                                        "");
            }
        }
        char *to = native_write(call, 0, keep + 1);
        if (!to) {
            return NATIVE_TRAP;
        }
        if (keep) {
            memcpy(to, lib->scratch.data, keep);
        }
        to[keep] = 0;
    }
    return done_int(call, n);
}

// sprintf and kin: argument 0 has room for `room` bytes.
static NativeResult string_print(NativeCall *call, ArgCursor *cursor, uint32_t format_arg,
                                 uint64_t room) {
    cursor->target = room > 0 ? call->args[0].p : 0;
    int64_t n = to_scratch(lib_here(call), cursor, format_arg);
    return store_text(call, cursor, n, room);
}

// int sprintf(char *to, const char *format, ...): C17 7.21.6
NativeResult c_sprintf(NativeCall *call) {
    ArgCursor cursor = cursor_of_call(call);
    return string_print(call, &cursor, 1, UINT64_MAX);
}

// int vsprintf(char *to, const char *format, va_list ap): C17 7.21.6
NativeResult c_vsprintf(NativeCall *call) {
    ArgCursor cursor;
    return cursor_of_va_list(call, 2, &cursor)
               ? string_print(call, &cursor, 1, UINT64_MAX)
               : NATIVE_TRAP;
}

// int snprintf(char *to, size_t n, const char *format, ...): C17 7.21.6
NativeResult c_snprintf(NativeCall *call) {
    ArgCursor cursor = cursor_of_call(call);
    return string_print(call, &cursor, 2, call->args[1].u);
}

// int vsnprintf(char *to, size_t n, const char *format, va_list ap): C17 7.21.6
NativeResult c_vsnprintf(NativeCall *call) {
    ArgCursor cursor;
    return cursor_of_va_list(call, 3, &cursor)
               ? string_print(call, &cursor, 2, call->args[1].u)
               : NATIVE_TRAP;
}

// asprintf: the text in new memory, its place stored at argument 0.
static NativeResult alloc_print(NativeCall *call, ArgCursor *cursor) {
    Lib *lib = lib_here(call);
    int64_t n = to_scratch(lib, cursor, 1);
    if (n < 0) {
        return NATIVE_TRAP;
    }
    Ptr text = lib_heap_string(call, lib->scratch.data, (uint64_t)n);
    Ptr *to = text ? native_write(call, 0, sizeof *to) : NULL;
    if (!to) {
        return NATIVE_TRAP;
    }
    *to = text;
    return done_int(call, n);
}

// int asprintf(char **to, const char *format, ...): GNU
NativeResult c_asprintf(NativeCall *call) {
    ArgCursor cursor = cursor_of_call(call);
    return alloc_print(call, &cursor);
}

// int vasprintf(char **to, const char *format, va_list ap): GNU
NativeResult c_vasprintf(NativeCall *call) {
    ArgCursor cursor;
    return cursor_of_va_list(call, 2, &cursor) ? alloc_print(call, &cursor) : NATIVE_TRAP;
}
