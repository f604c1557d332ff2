// check_format.c: printf and scanf formats, checked against their arguments when
// compiling (C17 7.21.6.1, 7.21.6.2), and the directives of strftime (7.27.3.5).
//
// What enters: a typed call of a function that its header declares [[cora::format(printf,
// 2)]]: argument 2 is the format. What leaves: diagnostics. A format that is no literal
// is checked when it runs, by the library.
//
// How strict: an argument of another kind (a double for %d, a number for %s, a value
// where scanf needs a pointer) can only go wrong, so it is an error. An integer of
// another width (%d with a long) prints right while the value fits and is a fault when it
// does not; here it is a warning, with the directive that fits. Signedness is not looked
// at.
//
// Read next: base/format.h, what there is in a format; lib/lib_printf.c, which checks the
// same when it runs.
#include "base/format.h"
#include "front/check/check_inner.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum Want {
    WANT_NOTHING,
    WANT_INT,
    WANT_DOUBLE,
    WANT_STRING,
    WANT_POINTER,
    WANT_STORE_INT,
    WANT_STORE_FLOAT,
    WANT_STORE_TEXT
} Want;

typedef struct Directive {
    const char *begin;     // at the %
    const char *end;       // behind the conversion
    const char *flags_end; // behind the flags
    char conversion;
    bool has_precision;
    FormatKind kind;
    FormatLength length;
    uint32_t stars;           // int arguments before it: * as width or precision
    uint32_t star_numbers[2]; // POSIX: "*2$": which argument; 0: the next
    uint32_t number;          // POSIX: "%2$d": which argument; 0: the next
    bool suppressed;          // scanf's *
    bool allocates;           // scanf's m (POSIX)
} Directive;

typedef struct Formats { // one call's
    Checker *c;
    const Node *call;
    const Node *format;
    const Node *first; // variadic argument
    const Node *arg;   // the next one, NULL: none left
    uint32_t index;    // of it, from 1
    bool is_scanf;
    bool is_numbered; // a directive has named its argument by number
} Formats;

// ---------------------------------------------------------------- reading a directive

static const char *skip_set(const char *at) { // behind the [ of scanf's set
    at += *at == '^';
    at += *at == ']';
    while (*at && *at != ']') {
        at++;
    }
    return at;
}

// POSIX's number of an argument, "2$"; 0 when none is here.
static const char *read_number(const char *at, uint32_t *number) {
    uint32_t value = 0;
    const char *end = at;
    while (*end >= '0' && *end <= '9' && value < LIMIT_PARAMS) {
        value = value * 10 + (uint32_t)(*end++ - '0');
    }
    *number = *end == '$' ? value : 0;
    return *number > 0 ? end + 1 : at;
}

// Reads the directive that begins at the %. False when the text ends in the middle of it.
static bool read_directive(const char *at, bool is_scanf, Directive *out) {
    *out = (Directive){.begin = at++};
    at = read_number(at, &out->number);
    if (is_scanf && *at == '*') {
        out->suppressed = true;
        at++;
    }
    while (!is_scanf && format_is_flag(*at)) {
        at++;
    }
    out->flags_end = at;
    for (int part = 0; part < 2; part++) { // width, then .precision
        if (part == 1 && (*at != '.' || is_scanf)) {
            break;
        }
        at += part;
        out->has_precision = part == 1;
        if (!is_scanf && *at == '*') {
            at = read_number(at + 1, &out->star_numbers[out->stars++]);
        }
        while (*at >= '0' && *at <= '9') {
            at++;
        }
    }
    out->allocates = is_scanf && *at == 'm';
    at = format_read_length(at + out->allocates, &out->length);
    out->conversion = *at;
    if (*at == '\0') {
        return false;
    }
    out->kind = format_kind(*at, is_scanf, &out->length);
    if (out->kind == FMT_SET) {
        at = skip_set(at + 1);
        if (*at == '\0') {
            return false;
        }
    }
    out->end = at + 1;
    return true;
}

static Want wanted(const Directive *directive, bool is_scanf) {
    switch (directive->kind) {
    case FMT_SIGNED:
    case FMT_UNSIGNED:
        return is_scanf ? WANT_STORE_INT : WANT_INT;
    case FMT_CHAR:
        return is_scanf ? WANT_STORE_TEXT : WANT_INT;
    case FMT_FLOAT:
        return is_scanf ? WANT_STORE_FLOAT : WANT_DOUBLE;
    case FMT_STRING:
        return is_scanf ? WANT_STORE_TEXT : WANT_STRING;
    case FMT_SET:
        return WANT_STORE_TEXT;
    case FMT_POINTER:
        return WANT_POINTER;
    case FMT_COUNT:
        return WANT_STORE_INT;
    default:
        return WANT_NOTHING;
    }
}

// Bytes of the integer a directive speaks of, before promotion.
static uint32_t integer_bytes(const Directive *directive) {
    return directive->kind == FMT_CHAR ? 4 : format_integer_bytes(directive->length);
}

static uint32_t character_bytes(const Directive *directive) {
    return format_is_wide(directive->length) ? 4 : 1;
}

// ---------------------------------------------------------------- comparing

static Span directive_span(const Formats *f, const Directive *directive) {
    // The literal's text has no escapes before the directive more often than not; then
    // its place is known exactly.
    const Source *source = source_get(f->c->front->sources, f->format->span.source);
    size_t offset = (size_t)(directive->begin - f->format->string);
    size_t size = (size_t)(directive->end - directive->begin);
    size_t at = f->format->span.begin + 1 + offset;
    if (source && at + size <= f->format->span.end &&
        memcmp(source->text + at, directive->begin, size) == 0) {
        return (Span){f->format->span.source, (uint32_t)at, (uint32_t)(at + size)};
    }
    return f->format->span;
}

// The directive that prints (or reads) this type, or NULL.
static const char *fitting(const Type *type, bool is_scanf) {
    if (is_scanf) {
        if (type->kind != TY_POINTER) {
            return NULL;
        }
        type = type->base;
    }
    switch (type->unqual->kind) {
    case TY_CHAR:
    case TY_SCHAR:
        return is_scanf ? " %c" : "%d";
    case TY_SHORT:
        return is_scanf ? "%hd" : "%d";
    case TY_USHORT:
        return is_scanf ? "%hu" : "%u";
    case TY_BOOL:
    case TY_ENUM:
    case TY_INT:
        return "%d";
    case TY_UINT:
        return "%u";
    case TY_LONG:
        return "%ld";
    case TY_ULONG:
        return "%lu";
    case TY_LLONG:
        return "%lld";
    case TY_ULLONG:
        return "%llu";
    case TY_FLOAT:
        return "%f";
    case TY_DOUBLE:
        return is_scanf ? "%lf" : "%f";
    case TY_LDOUBLE:
        return "%Lf";
    case TY_POINTER: {
        TypeKind to = type->base->unqual->kind;
        return to == TY_CHAR || to == TY_SCHAR || to == TY_UCHAR ? "%s" : "%p";
    }
    default:
        return NULL;
    }
}

static void mismatch(Formats *f, DiagCode code, const Directive *directive,
                     const char *wants) {
    const Node *arg = f->arg;
    char text[16];
    snprintf(text, sizeof text, "%.*s", (int)(directive->end - directive->begin),
             directive->begin);
    if (check_is_library(f->c, arg->span)) {
        return;
    }
    const Node *shown = arg;
    while (shown->kind == ND_CAST && shown->is_implicit) {
        shown = shown->lhs; // the type the learner wrote, not the promoted one
    }
    Diag *diag =
        diag_add(f->c->diags, code, arg->span, text, wants, type_text(f->c, shown->type));
    const char *fit = fitting(arg->type, f->is_scanf);
    if (f->is_scanf && type_is_arithmetic(arg->type)) {
        diag_note(f->c->diags, diag, (Span){0},
                  "scanf needs to know where to put the value: write `&` in front");
    } else if (fit) {
        diag_fix(f->c->diags, diag, directive_span(f, directive), fit,
                 "for `%s` write `%s`", type_text(f->c, shown->type), fit);
    }
}

static bool is_text_pointer(const Type *type, uint32_t bytes) {
    return type->kind == TY_POINTER &&
           (type->base->kind == TY_VOID ||
            (type_is_integer(type->base) && type->base->size_bytes == bytes));
}

static void check_value_argument(Formats *f, const Directive *directive, Want want) {
    const Type *type = f->arg->type->unqual;
    if (want == WANT_INT) {
        uint32_t bytes = integer_bytes(directive) < 4 ? 4 : integer_bytes(directive);
        if (!type_is_integer(type)) {
            mismatch(f, DIAG_FORMAT_MISMATCH, directive,
                     bytes == 8 ? "a `long`" : "an `int`");
        } else if (type->size_bytes != bytes) {
            mismatch(f, DIAG_FORMAT_WIDTH, directive,
                     bytes == 8 ? "a `long`" : "an `int`");
        }
    } else if (want == WANT_DOUBLE && !type_is_floating(type)) {
        mismatch(f, DIAG_FORMAT_MISMATCH, directive, "a `double`");
    } else if (want == WANT_STRING &&
               !is_text_pointer(type, character_bytes(directive))) {
        mismatch(f, DIAG_FORMAT_MISMATCH, directive,
                 character_bytes(directive) == 1 ? "a string (`char *`)"
                                                 : "a `wchar_t *`");
    } else if (want == WANT_POINTER && type->kind != TY_POINTER &&
               type->kind != TY_NULLPTR) {
        mismatch(f, DIAG_FORMAT_MISMATCH, directive, "a pointer");
    }
}

// `%10s` takes ten characters, and writes a zero behind them (`%10c` does not).
static void check_width(Formats *f, const Directive *directive) {
    uint64_t width = strtoul(directive->begin + 1, NULL, 10);
    if (width > 0 && width < 1000000 && character_bytes(directive) == 1) {
        check_slip_room(f->c, f->call->call_sym->name->text, f->arg,
                        width + (directive->kind != FMT_CHAR),
                        directive->kind != FMT_CHAR);
    }
}

static void check_store_argument(Formats *f, const Directive *directive, Want want) {
    const Type *type = f->arg->type->unqual;
    const Type *to = type->kind == TY_POINTER ? type->base->unqual : NULL;
    char wants[40];
    if (directive->allocates) {
        if (!to || to->kind != TY_POINTER || want != WANT_STORE_TEXT ||
            !is_text_pointer(to, character_bytes(directive))) {
            mismatch(f, DIAG_FORMAT_MISMATCH, directive, "the address of a `char *`");
        }
    } else if (want == WANT_STORE_TEXT) {
        bool is_array_address = to && to->kind == TY_ARRAY && type_is_integer(to->base) &&
                                to->base->size_bytes == character_bytes(directive);
        if (is_array_address) { // scanf("%s", &name): the address is the same
            (void)check_warn(f->c, DIAG_FORMAT_ADDRESS, f->arg->span,
                             type_text(f->c, type));
        } else if (!is_text_pointer(type, character_bytes(directive))) {
            mismatch(f, DIAG_FORMAT_MISMATCH, directive, "a `char *` to write to");
        } else {
            check_width(f, directive);
        }
    } else if (want == WANT_STORE_INT) {
        static const char *const names[] = {
            [1] = "char", [2] = "short", [4] = "int", [8] = "long"};
        snprintf(wants, sizeof wants, "a pointer to `%s`",
                 names[integer_bytes(directive)]);
        if (!to || !type_is_integer(to) || to->size_bytes != integer_bytes(directive)) {
            mismatch(f, DIAG_FORMAT_MISMATCH, directive, wants);
        }
    } else {
        bool is_double = format_is_double(directive->length);
        snprintf(wants, sizeof wants, "a pointer to `%s`",
                 is_double ? "double" : "float");
        if (!to || !type_is_floating(to) || (to->kind != TY_FLOAT) != is_double) {
            mismatch(f, DIAG_FORMAT_MISMATCH, directive, wants);
        }
    }
    if (to && (type->base->quals & QUAL_CONST) && !check_is_library(f->c, f->arg->span)) {
        mismatch(f, DIAG_FORMAT_MISMATCH, directive, "something it may write to");
    }
}

// `number`: 0 for the argument that comes next.
static bool next_argument(Formats *f, const Directive *directive, uint32_t number) {
    if (number > 0) {
        f->is_numbered = true;
        f->arg = f->first;
        f->index = f->call->fixed_count + 1;
        for (; f->arg && number > 1; number--) {
            f->arg = f->arg->next;
            f->index++;
        }
    }
    if (f->arg) {
        return true;
    }
    char text[16];
    snprintf(text, sizeof text, "%.*s", (int)(directive->end - directive->begin),
             directive->begin);
    if (!check_is_library(f->c, f->call->span)) {
        diag_add(f->c->diags, DIAG_FORMAT_TOO_FEW, directive_span(f, directive), text);
    }
    return false;
}

static void advance(Formats *f) {
    f->arg = f->arg->next;
    f->index++;
}

// ---------------------------------------------------------------- flags that do nothing

static bool has_flag(const Directive *directive, char flag) {
    size_t size = (size_t)(directive->flags_end - directive->begin);
    return memchr(directive->begin + 1, flag, size - 1) != NULL;
}

// `what`, a part of the directive, is not for its conversion.
static void warn_part(Formats *f, DiagCode code, const Directive *directive,
                      const char *what, const char *reason) {
    char text[16];
    snprintf(text, sizeof text, "%.*s", (int)(directive->end - directive->begin),
             directive->begin);
    (void)check_warn(f->c, code, directive_span(f, directive), what, text, reason);
}

// A length that says nothing of the argument (C17 7.21.6.1p7); "": none.
static const char *idle_length(const Directive *directive) {
    const char *text = format_length_text(directive->length);
    bool is_long = directive->length == LEN_L;
    switch (directive->kind) {
    case FMT_CHAR:
    case FMT_STRING:
        return is_long ? "" : text;
    case FMT_FLOAT:
        return is_long || directive->length == LEN_LONG_DOUBLE ? "" : text;
    case FMT_POINTER:
        return text;
    default:
        return "";
    }
}

// C17 7.21.6.1p6: what a flag, a precision or a length means depends on the conversion; for
// others it means nothing, or nobody knows what.
static void check_flags(Formats *f, const Directive *directive) {
    static const struct {
        char flag[2];
        const char *conversions;
        const char *is_for;
    } flags[] = {{"#", "oxXbBaAeEfFgG", "`%o`, `%x`, `%b` and floating-point numbers"},
                 {"0", "diouxXbBaAeEfFgG", "numbers"},
                 {"+", "diaAeEfFgG", "numbers that have a sign"},
                 {" ", "diaAeEfFgG", "numbers that have a sign"},
                 {"'", "diufFgG", "decimal numbers"}};
    for (size_t i = 0; i < COUNT_OF(flags); i++) {
        if (has_flag(directive, flags[i].flag[0]) &&
            !strchr(flags[i].conversions, directive->conversion)) {
            warn_part(f, DIAG_FORMAT_FLAG, directive, flags[i].flag, flags[i].is_for);
            return;
        }
    }
    if (directive->has_precision && strchr("cCpn", directive->conversion)) {
        warn_part(f, DIAG_FORMAT_FLAG, directive, ".", "numbers and strings");
        return;
    }
    if (idle_length(directive)[0] != '\0') {
        warn_part(f, DIAG_FORMAT_FLAG, directive, idle_length(directive),
                  directive->length == LEN_LONG_DOUBLE ? "floating-point numbers"
                                                       : "integers");
        return;
    }
    bool is_integer = directive->kind == FMT_SIGNED || directive->kind == FMT_UNSIGNED;
    if (has_flag(directive, '0') && has_flag(directive, '-')) {
        warn_part(f, DIAG_FORMAT_IGNORED, directive, "0", "`-`");
    } else if (has_flag(directive, ' ') && has_flag(directive, '+')) {
        warn_part(f, DIAG_FORMAT_IGNORED, directive, " ", "`+`");
    } else if (has_flag(directive, '0') && is_integer && directive->has_precision) {
        warn_part(f, DIAG_FORMAT_IGNORED, directive, "0", "a precision");
    }
}

// ---------------------------------------------------------------- directives

// One directive and its arguments. False when the rest can't be checked.
static bool check_directive(Formats *f, const Directive *directive) {
    for (uint32_t i = 0; i < directive->stars; i++) {
        if (!next_argument(f, directive, directive->star_numbers[i])) {
            return false;
        }
        if (f->arg->type->kind != TY_ERROR &&
            (!type_is_integer(f->arg->type) || f->arg->type->size_bytes != 4)) {
            mismatch(f, DIAG_FORMAT_MISMATCH, directive, "an `int` for the `*`");
        }
        advance(f);
    }
    Want want = wanted(directive, f->is_scanf);
    bool is_percent = directive->conversion == '%';
    if ((is_percent && (f->is_scanf || directive->end - directive->begin == 2)) ||
        directive->suppressed) {
        return true;
    }
    if (directive->kind == FMT_ERRNO) {
        return true;
    }
    if (!f->is_scanf && want != WANT_NOTHING && !check_is_library(f->c, f->call->span)) {
        check_flags(f, directive);
    }
    if (want == WANT_NOTHING) {
        char text[16];
        snprintf(text, sizeof text, "%.*s", (int)(directive->end - directive->begin),
                 directive->begin);
        if (!check_is_library(f->c, f->call->span)) {
            diag_add(f->c->diags, DIAG_FORMAT_UNKNOWN, directive_span(f, directive),
                     text);
        }
        return false;
    }
    if (!next_argument(f, directive, directive->number)) {
        return false;
    }
    if (f->arg->type->kind != TY_ERROR) {
        if (want >= WANT_STORE_INT) {
            check_store_argument(f, directive, want);
        } else {
            check_value_argument(f, directive, want);
        }
    }
    advance(f);
    return true;
}

static void check_text(Formats *f) {
    const char *at = f->format->string;
    const char *end = at + f->format->string_bytes;
    while (at < end && (at = memchr(at, '%', (size_t)(end - at)))) {
        Directive directive;
        if (!read_directive(at, f->is_scanf, &directive)) {
            if (!check_is_library(f->c, f->call->span)) {
                diag_add(f->c->diags, DIAG_FORMAT_UNFINISHED, f->format->span, at);
            }
            return;
        }
        if (!check_directive(f, &directive)) {
            return;
        }
        at = directive.end;
    }
    if (f->arg && !f->is_numbered) {
        Diag *diag = check_warn(f->c, DIAG_FORMAT_TOO_MANY, f->arg->span, "");
        if (diag && strchr(f->format->string, '{')) {
            diag_note(f->c->diags, diag, (Span){0},
                      "C's formats use %%d, %%f, %%s ... instead of {}");
        }
    }
}

// The argument's string literal, or NULL. `c ? "a" : "b"` and variables are left to the
// library.
static const Node *literal_of(const Node *node) {
    while (node && (node->kind == ND_CAST || node->kind == ND_DECAY)) {
        node = node->lhs;
    }
    return node && node->kind == ND_STRING && node->str_kind == STR_PLAIN ? node : NULL;
}

// `printf(s)`: harmless until s has a percent sign in it. A choice of literals is none.
static void warn_variable(Checker *c, const Node *call, const Node *format) {
    const Node *choice = format;
    while (choice->kind == ND_CAST && choice->is_implicit) {
        choice = choice->lhs;
    }
    const char *native = call->call_sym->native_name; // error("name", text) is no printf
    if (c->unevaluated > 0 || choice->kind == ND_COND || native == NULL ||
        strstr(native, "printf") == NULL) {
        return;
    }
    Diag *diag = check_warn(c, DIAG_FORMAT_VARIABLE, format->span);
    if (diag) {
        diag_note(c->diags, diag, (Span){0},
                  "to print it as it is, give it to `%%s`: `printf(\"%%s\", s)`");
    }
}

// ---------------------------------------------------------------- dates

// Behind the directive of strftime that begins at the %; NULL: there is none such (C17
// 7.27.3.5, and what glibc adds: flags, a width, %k %l %P %s).
static const char *date_end(const char *at, const char *end) {
    at++;
    while (at < end && strchr("_-0^#", *at)) {
        at++;
    }
    while (at < end && *at >= '0' && *at <= '9') {
        at++;
    }
    const char *known = "aAbBcCdDeFgGhHIjklmMnpPrRsStTuUVwWxXyYzZ%";
    if (at < end && (*at == 'E' || *at == 'O')) {
        known = *at++ == 'E' ? "cCxXyY" : "bBdehHImMSuUVwWy";
    }
    return at < end && *at && strchr(known, *at) ? at + 1 : NULL;
}

static void check_date(Formats *f) {
    const char *at = f->format->string;
    const char *end = at + strnlen(at, f->format->string_bytes);
    while (at < end && (at = memchr(at, '%', (size_t)(end - at)))) {
        const char *behind = date_end(at, end);
        if (behind == NULL) {
            size_t size = 1 + strspn(at + 1, "_-0^#EO123456789");
            Directive directive = {.begin = at, .end = at + size + (at + size < end)};
            char text[16];
            snprintf(text, sizeof text, "%.*s", (int)(directive.end - at), at);
            (void)check_warn(f->c, DIAG_FORMAT_DATE, directive_span(f, &directive), text);
            return;
        }
        at = behind;
    }
}

void check_format(Checker *c, const Node *call) {
    const Sym *sym = call->call_sym;
    Formats f = {.c = c, .call = call, .is_scanf = sym->format == 's'};
    const Node *arg = call->args;
    const Node *format_arg = NULL;
    for (uint32_t index = 1; arg && index <= call->fixed_count;
         index++, arg = arg->next) {
        format_arg = index == sym->format_index ? arg : format_arg;
    }
    if (sym->format == 't') {
        f.format = literal_of(format_arg);
        if (f.format && !check_is_library(c, call->span)) {
            check_date(&f);
        }
        return;
    }
    if (!call->call_type->is_variadic) {
        return; // vprintf: the arguments are not to be seen here
    }
    f.first = f.arg = arg;
    f.index = call->fixed_count + 1;
    f.format = literal_of(format_arg);
    if (f.format) {
        check_text(&f);
    } else if (arg == NULL && sym->format == 'p' && format_arg != NULL) {
        warn_variable(c, call, format_arg);
    }
}
