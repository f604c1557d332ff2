// pp_builtin.c: predefined macros (C17 6.10.8, and what gcc predefines that programs look
// at), the computed ones (__LINE__ and kin), and the operators of conditions (defined,
// __has_include).
//
// The constant ones are a text of #defines, read when a session begins as if it were a
// header; it takes some tens of microseconds. Values are those of gcc on x86-64 Linux,
// but for long double, which is double here.
#include "front/text/pp_private.h"

#include <assert.h>
#include <string.h>
#include <time.h>

static const char predefined[] =
    "__STDC__ 1\n__STDC_VERSION__ 201710L\n__STDC_HOSTED__ 1\n__STDC_UTF_16__ 1\n"
    "__STDC_UTF_32__ 1\n__STDC_ISO_10646__ 201706L\n__STDC_IEC_559__ 1\n"
    "__STDC_NO_COMPLEX__ 1\n__STDC_NO_THREADS__ 1\n__CORA__ 1\n"
    "__x86_64__ 1\n__x86_64 1\n__amd64__ 1\n__amd64 1\n__linux__ 1\n__linux "
    "1\n__gnu_linux__ 1\n"
    "__unix__ 1\n__unix 1\n__LP64__ 1\n_LP64 1\n__ELF__ 1\n"
    "__CHAR_BIT__ 8\n__SCHAR_MAX__ 0x7f\n__SHRT_MAX__ 0x7fff\n__INT_MAX__ 0x7fffffff\n"
    "__LONG_MAX__ 0x7fffffffffffffffL\n__LONG_LONG_MAX__ 0x7fffffffffffffffLL\n"
    "__WCHAR_MAX__ 0x7fffffff\n__WCHAR_MIN__ (-__WCHAR_MAX__ - 1)\n__WINT_MAX__ "
    "0xffffffffU\n"
    "__WINT_MIN__ 0U\n__SIZE_MAX__ 0xffffffffffffffffUL\n__PTRDIFF_MAX__ "
    "0x7fffffffffffffffL\n"
    "__INTMAX_MAX__ 0x7fffffffffffffffL\n__UINTMAX_MAX__ 0xffffffffffffffffUL\n"
    "__INTPTR_MAX__ 0x7fffffffffffffffL\n__UINTPTR_MAX__ 0xffffffffffffffffUL\n"
    "__SIG_ATOMIC_MAX__ 0x7fffffff\n__SIG_ATOMIC_MIN__ (-__SIG_ATOMIC_MAX__ - 1)\n"
    "__INT8_MAX__ 0x7f\n__INT16_MAX__ 0x7fff\n__INT32_MAX__ 0x7fffffff\n"
    "__INT64_MAX__ 0x7fffffffffffffffL\n__UINT8_MAX__ 0xff\n__UINT16_MAX__ 0xffff\n"
    "__UINT32_MAX__ 0xffffffffU\n__UINT64_MAX__ 0xffffffffffffffffUL\n"
    "__SCHAR_WIDTH__ 8\n__SHRT_WIDTH__ 16\n__INT_WIDTH__ 32\n__LONG_WIDTH__ 64\n"
    "__LONG_LONG_WIDTH__ 64\n__SIZE_WIDTH__ 64\n__PTRDIFF_WIDTH__ 64\n__INTMAX_WIDTH__ "
    "64\n"
    "__SIZEOF_SHORT__ 2\n__SIZEOF_INT__ 4\n__SIZEOF_LONG__ 8\n__SIZEOF_LONG_LONG__ 8\n"
    "__SIZEOF_POINTER__ 8\n__SIZEOF_SIZE_T__ 8\n__SIZEOF_PTRDIFF_T__ "
    "8\n__SIZEOF_WCHAR_T__ 4\n"
    "__SIZEOF_WINT_T__ 4\n__SIZEOF_FLOAT__ 4\n__SIZEOF_DOUBLE__ "
    "8\n__SIZEOF_LONG_DOUBLE__ 8\n"
    "__SIZE_TYPE__ long unsigned int\n__PTRDIFF_TYPE__ long int\n__WCHAR_TYPE__ int\n"
    "__WINT_TYPE__ unsigned int\n__INTMAX_TYPE__ long int\n__UINTMAX_TYPE__ long "
    "unsigned int\n"
    "__INTPTR_TYPE__ long int\n__UINTPTR_TYPE__ long unsigned int\n__SIG_ATOMIC_TYPE__ "
    "int\n"
    "__CHAR16_TYPE__ short unsigned int\n__CHAR32_TYPE__ unsigned int\n"
    "__INT8_TYPE__ signed char\n__INT16_TYPE__ short int\n__INT32_TYPE__ int\n"
    "__INT64_TYPE__ long int\n__UINT8_TYPE__ unsigned char\n__UINT16_TYPE__ short "
    "unsigned int\n"
    "__UINT32_TYPE__ unsigned int\n__UINT64_TYPE__ long unsigned int\n"
    "__INT8_C(c) c\n__INT16_C(c) c\n__INT32_C(c) c\n__INT64_C(c) c ## L\n__UINT8_C(c) c\n"
    "__UINT16_C(c) c\n__UINT32_C(c) c ## U\n__UINT64_C(c) c ## UL\n__INTMAX_C(c) c ## L\n"
    "__UINTMAX_C(c) c ## UL\n"
    "__ORDER_LITTLE_ENDIAN__ 1234\n__ORDER_BIG_ENDIAN__ 4321\n__ORDER_PDP_ENDIAN__ 3412\n"
    "__BYTE_ORDER__ __ORDER_LITTLE_ENDIAN__\n__FLOAT_WORD_ORDER__ "
    "__ORDER_LITTLE_ENDIAN__\n"
    "__BIGGEST_ALIGNMENT__ 16\n__FLT_EVAL_METHOD__ 0\n__FLT_RADIX__ 2\n__DECIMAL_DIG__ "
    "17\n"
    "__FLT_MANT_DIG__ 24\n__FLT_DIG__ 6\n__FLT_DECIMAL_DIG__ 9\n__FLT_MIN_EXP__ (-125)\n"
    "__FLT_MAX_EXP__ 128\n__FLT_MIN_10_EXP__ (-37)\n__FLT_MAX_10_EXP__ 38\n"
    "__FLT_MAX__ 3.40282346638528859811704183484516925e+38F\n"
    "__FLT_MIN__ 1.17549435082228750796873653722224568e-38F\n"
    "__FLT_EPSILON__ 1.19209289550781250000000000000000000e-7F\n"
    "__FLT_DENORM_MIN__ 1.40129846432481707092372958328991613e-45F\n"
    "__DBL_MANT_DIG__ 53\n__DBL_DIG__ 15\n__DBL_DECIMAL_DIG__ 17\n__DBL_MIN_EXP__ "
    "(-1021)\n"
    "__DBL_MAX_EXP__ 1024\n__DBL_MIN_10_EXP__ (-307)\n__DBL_MAX_10_EXP__ 308\n"
    "__DBL_MAX__ 1.79769313486231570814527423731704357e+308\n"
    "__DBL_MIN__ 2.22507385850720138309023271733240406e-308\n"
    "__DBL_EPSILON__ 2.22044604925031308084726333618164062e-16\n"
    "__DBL_DENORM_MIN__ 4.94065645841246544176568792868221372e-324\n"
    "__LDBL_MANT_DIG__ 53\n__LDBL_DIG__ 15\n__LDBL_DECIMAL_DIG__ 17\n__LDBL_MIN_EXP__ "
    "(-1021)\n"
    "__LDBL_MAX_EXP__ 1024\n__LDBL_MIN_10_EXP__ (-307)\n__LDBL_MAX_10_EXP__ 308\n"
    "__LDBL_MAX__ 1.79769313486231570814527423731704357e+308L\n"
    "__LDBL_MIN__ 2.22507385850720138309023271733240406e-308L\n"
    "__LDBL_EPSILON__ 2.22044604925031308084726333618164062e-16L\n"
    "__LDBL_DENORM_MIN__ 4.94065645841246544176568792868221372e-324L\n";

// What <stdint.h> and <float.h> are made of in gcc; few programs ask (a text of its own,
// since C compilers need not take a literal of more than 4095 characters).
static const char predefined_rare[] =
    "__INT_LEAST8_TYPE__ signed char\n__INT_LEAST16_TYPE__ short int\n"
    "__INT_LEAST32_TYPE__ int\n__INT_LEAST64_TYPE__ long int\n"
    "__UINT_LEAST8_TYPE__ unsigned char\n__UINT_LEAST16_TYPE__ short unsigned int\n"
    "__UINT_LEAST32_TYPE__ unsigned int\n__UINT_LEAST64_TYPE__ long unsigned int\n"
    "__INT_FAST8_TYPE__ signed char\n__INT_FAST16_TYPE__ long int\n"
    "__INT_FAST32_TYPE__ long int\n__INT_FAST64_TYPE__ long int\n"
    "__UINT_FAST8_TYPE__ unsigned char\n__UINT_FAST16_TYPE__ long unsigned int\n"
    "__UINT_FAST32_TYPE__ long unsigned int\n__UINT_FAST64_TYPE__ long unsigned int\n"
    "__INT_LEAST8_MAX__ 0x7f\n__INT_LEAST16_MAX__ 0x7fff\n"
    "__INT_LEAST32_MAX__ 0x7fffffff\n__INT_LEAST64_MAX__ 0x7fffffffffffffffL\n"
    "__UINT_LEAST8_MAX__ 0xff\n__UINT_LEAST16_MAX__ 0xffff\n"
    "__UINT_LEAST32_MAX__ 0xffffffffU\n__UINT_LEAST64_MAX__ 0xffffffffffffffffUL\n"
    "__INT_FAST8_MAX__ 0x7f\n__INT_FAST16_MAX__ 0x7fffffffffffffffL\n"
    "__INT_FAST32_MAX__ 0x7fffffffffffffffL\n__INT_FAST64_MAX__ 0x7fffffffffffffffL\n"
    "__UINT_FAST8_MAX__ 0xff\n__UINT_FAST16_MAX__ 0xffffffffffffffffUL\n"
    "__UINT_FAST32_MAX__ 0xffffffffffffffffUL\n"
    "__UINT_FAST64_MAX__ 0xffffffffffffffffUL\n"
    "__FLT_HAS_INFINITY__ 1\n__FLT_HAS_QUIET_NAN__ 1\n__FLT_HAS_DENORM__ 1\n"
    "__DBL_HAS_INFINITY__ 1\n__DBL_HAS_QUIET_NAN__ 1\n__DBL_HAS_DENORM__ 1\n"
    "__LDBL_HAS_INFINITY__ 1\n__LDBL_HAS_QUIET_NAN__ 1\n__LDBL_HAS_DENORM__ 1\n"
    "__WCHAR_WIDTH__ 32\n__WINT_WIDTH__ 32\n__INTPTR_WIDTH__ 64\n"
    "__SIG_ATOMIC_WIDTH__ 32\n";

static const struct {
    const char *name;
    PpBuiltin builtin;
} computed[] = {
    {"__LINE__", PPB_LINE},
    {"__FILE__", PPB_FILE},
    {"__DATE__", PPB_DATE},
    {"__TIME__", PPB_TIME},
    {"__COUNTER__", PPB_COUNTER},
    {"__INCLUDE_LEVEL__", PPB_LEVEL},
    {"__BASE_FILE__", PPB_BASE_FILE},
    {"__has_include", PPB_HAS_INCLUDE},
    {"__has_c_attribute", PPB_HAS_C_ATTRIBUTE},
    {"__has_attribute", PPB_HAS_ATTRIBUTE},
    {"__has_builtin", PPB_HAS_BUILTIN},
    {"defined", PPB_DEFINED},
    {"_Pragma", PPB_PRAGMA},
    {"__VA_ARGS__", PPB_VA_ARGS},
    {"__VA_OPT__", PPB_VA_OPT},
};

// Each line of the text is read by the code that reads a program's #define.
static void define_lines(Pp *pp, const char *text, size_t size_bytes) {
    Source source = {.text = arena_strndup(&pp->arena, text, size_bytes),
                     .size_bytes = (uint32_t)size_bytes,
                     .is_system = true};
    Lexer lexer;
    lex_init(&lexer, &source, pp->names, &pp->arena, pp->diags);
    while (lexer.at < lexer.end) {
        lexer.in_directive = true;
        pp_define_directive(pp, &lexer);
        lexer.at++; // the newline
    }
}

void pp_builtin_define_all(Pp *pp) {
    define_lines(pp, predefined, sizeof predefined - 1);
    define_lines(pp, predefined_rare, sizeof predefined_rare - 1);
    for (size_t i = 0; i < COUNT_OF(computed); i++) {
        Macro *macro = arena_new(&pp->arena, Macro);
        macro->name = intern_cstr(pp->names, computed[i].name);
        macro->builtin = (uint8_t)computed[i].builtin;
        macro->is_system = true;
        macro->sequence = ++pp->sequence;
        pp_set_macro(pp, macro->name, macro);
    }
    assert(pp->quiet.error_count == 0);
}

// ---------------------------------------------------------------- computed macros

// A preprocessing number, so that # and ## find a spelling; it is converted at the end
// like any other.
Token pp_make_number(const Pp *pp, const Token *like, uint64_t value) {
    Token token = *like;
    token.kind = TK_PP_NUMBER;
    token.hide = token.suffix = 0;
    token.string.text = arena_printf(pp->cell_arena, "%llu", (unsigned long long)value);
    token.string.size_bytes = (uint32_t)strlen(token.string.text);
    return token;
}

// A raw string literal: what is special in one is escaped, to be decoded again at the
// end.
static Token make_string(const Pp *pp, const Token *like, const char *text) {
    Str quoted = {0};
    str_putc(&quoted, '"');
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            str_putc(&quoted, '\\');
        if (*text == '\n')
            str_puts(&quoted, "\\n");
        else
            str_putc(&quoted, *text);
    }
    str_putc(&quoted, '"');
    Token token = *like;
    token.kind = TK_STRING;
    token.str = STR_PLAIN;
    token.hide = token.suffix = 0;
    token.string.text = arena_strndup(pp->cell_arena, quoted.data, quoted.count);
    token.string.size_bytes = quoted.count;
    str_free(&quoted);
    return token;
}

// The line where a token begins (for a macro call that is the line of its name, as gcc
// has it), with what #line said.
static uint64_t line_of(const Pp *pp, const Token *token) {
    const PpFile *file = pp_file(pp);
    uint32_t line, column;
    source_locate(pp->sources, token->span, &line, &column);
    if (token->span.source != file->source->id)
        return line;
    int64_t presumed = (int64_t)line + file->line_delta;
    return presumed > 0 ? (uint64_t)presumed : 0;
}

// __DATE__ and __TIME__ are those of the cell's compilation (C17 6.10.8.1), the same
// throughout it.
static void set_time(Pp *pp) {
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    if (pp->date)
        return;
    time_t now = time(NULL);
    struct tm tm;
    localtime_r(&now, &tm);
    pp->date = arena_printf(pp->cell_arena, "%s %2d %d", months[tm.tm_mon % 12],
                            tm.tm_mday, tm.tm_year + 1900);
    pp->time =
        arena_printf(pp->cell_arena, "%02d:%02d:%02d", tm.tm_hour, tm.tm_min, tm.tm_sec);
}

// ---------------------------------------------------------------- operators of
// conditions

// Reads `(` ... `)` without expansion, at most max tokens of content. False after a
// diagnostic.
static bool read_operand(Pp *pp, const Token *name, Tokens *content) {
    Token token = pp_read(pp);
    bool good = token.kind == TK_LPAREN;
    for (unsigned depth = 1; good;) {
        token = pp_read(pp);
        depth += token.kind == TK_LPAREN;
        depth -= token.kind == TK_RPAREN;
        if (token.kind == TK_EOF)
            good = false;
        else if (depth == 0)
            break;
        else
            vec_push(*content, token);
    }
    if (!good)
        diag_add(pp->diags, DIAG_IF_SYNTAX, name->span, "`(...)` behind this word");
    return good;
}

// defined NAME and defined ( NAME ) (C17 6.10.1p1). The name is read without expansion.
static bool eval_defined(Pp *pp, const Token *name, uint64_t *value) {
    Token token = pp_read(pp);
    bool paren = token.kind == TK_LPAREN;
    if (paren)
        token = pp_read(pp);
    bool good = token.kind == TK_NAME;
    if (good)
        *value = pp_find_macro(token.name) != NULL;
    if (good && paren)
        good = pp_read(pp).kind == TK_RPAREN;
    if (!good)
        diag_add(pp->diags, DIAG_DEFINED_NO_NAME, name->span);
    return good;
}

// The operand was read as tokens; between < and > their spellings make up the name.
static bool eval_has_include(Pp *pp, const Tokens *content, uint64_t *value) {
    if (content->count == 0)
        return false;
    Str name = {0};
    const Token *first = &content->data[0];
    bool angled = first->kind == TK_LT;
    bool good;
    if (angled) {
        good = vec_last(*content).kind == TK_GT;
        for (uint32_t i = 1; i + 1 < content->count; i++)
            lex_add_spelling(&name, &content->data[i]);
    } else {
        good = content->count == 1 && first->kind == TK_STRING && first->str == STR_PLAIN;
        if (good)
            str_add(&name, first->string.text + 1, first->string.size_bytes - 2);
    }
    good = good && name.count > 0;
    if (good)
        *value = pp_has_include(pp, name.data, angled);
    str_free(&name);
    return good;
}

// What the checker knows of attributes, for __has_c_attribute (C23 6.10.1) and GNU's
// __has_attribute.
static uint64_t attribute_value(const Token *token, bool standard) {
    static const char *const names[] = {"deprecated", "fallthrough", "maybe_unused",
                                        "nodiscard", "noreturn"};
    if (token->kind != TK_NAME)
        return 0;
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (strcmp(token->name->text, names[i]) == 0)
            return standard ? 202311 : 1;
    return 0;
}

// The words that the parser reads itself are no names of the library.
static uint64_t has_builtin(const Token *token) {
    if (token->kind != TK_NAME && token->kind < TK_AUTO)
        return 0;
    bool is_word =
        token->name->keyword != 0 && strncmp(token->name->text, "__builtin_", 10) == 0;
    return is_word || token->name->is_builtin;
}

// After a mistake the operator counts as 0, and the condition is read on.
static bool expand_operator(Pp *pp, Token *token, PpBuiltin builtin) {
    uint64_t value = 0;
    bool good;
    if (builtin == PPB_DEFINED) {
        good = eval_defined(pp, token, &value);
    } else {
        Tokens content = {0};
        good = read_operand(pp, token, &content);
        if (good && builtin == PPB_HAS_INCLUDE) {
            good = eval_has_include(pp, &content, &value);
            if (!good)
                diag_add(pp->diags, DIAG_INCLUDE_NO_NAME, token->span);
        } else if (good && content.count && builtin == PPB_HAS_BUILTIN) {
            value = has_builtin(&content.data[0]);
        } else if (good && content.count) {
            value = attribute_value(&content.data[0], builtin == PPB_HAS_C_ATTRIBUTE);
        }
        vec_free(content);
    }
    *token = pp_make_number(pp, token, value);
    return true;
}

// _Pragma("text"): leaves nothing behind.
static bool expand_pragma(Pp *pp, const Token *token) {
    bool collecting = pp->collecting;
    pp->collecting = true;
    Token string = {0};
    bool good = pp_read(pp).kind == TK_LPAREN &&
                (string = pp_read(pp)).kind == TK_STRING && pp_read(pp).kind == TK_RPAREN;
    if (good)
        pp_pragma_operator(pp, &string, token->span);
    else
        diag_add(pp->diags, DIAG_PRAGMA_OPERATOR, token->span);
    pp->collecting = collecting;
    return false;
}

// Operators act only where they mean something: in a condition, or for _Pragma anywhere.
bool pp_builtin_expand(Pp *pp, Token *token, PpBuiltin builtin) {
    switch (builtin) {
    case PPB_LINE:
        *token = pp_make_number(pp, token, line_of(pp, token));
        return true;
    case PPB_FILE:
        *token = make_string(pp, token, pp_file(pp)->file_name);
        return true;
    case PPB_BASE_FILE:
        *token = make_string(pp, token, pp->files.data[0]->source->name);
        return true;
    case PPB_DATE:
    case PPB_TIME:
        set_time(pp);
        *token = make_string(pp, token, builtin == PPB_DATE ? pp->date : pp->time);
        return true;
    case PPB_COUNTER:
        *token = pp_make_number(pp, token, pp->counter++);
        return true;
    case PPB_LEVEL:
        *token = pp_make_number(pp, token, pp->files.count - 1);
        return true;
    case PPB_PRAGMA:
        return expand_pragma(pp, token);
    case PPB_HAS_INCLUDE:
    case PPB_HAS_C_ATTRIBUTE:
    case PPB_HAS_ATTRIBUTE:
    case PPB_HAS_BUILTIN:
        if (!pp->in_if) {
            diag_add(pp->diags, DIAG_ONLY_IN_IF, token->span, token->name->text);
            *token = pp_make_number(pp, token, 0);
            return true;
        }
        return expand_operator(pp, token, builtin);
    case PPB_DEFINED:
        return pp->in_if ? expand_operator(pp, token, builtin) : true;
    default:
        return true; // __VA_ARGS__ outside a macro is a name like any other
    }
}
