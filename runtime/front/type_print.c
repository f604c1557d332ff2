// type_print.c: types as C writes them. A declaration grows outwards from the name:
// pointers go to its left, arrays and functions to its right, parentheses where a pointer
// meets one of those:
//
//     pointer to array 3 of char, named p:   "p" -> "*p" -> "(*p)[3]" -> "char (*p)[3]"
//
// Depth is bounded by that of declarators (LIMIT_NESTING), and length by LONG_BYTES: a
// type whose parameters are of types whose parameters ... doubles with each typedef.
#include "front/type.h"
#include <stdio.h>
#include <string.h>

// Behind so much text parameters are left out: nobody reads on.
enum { LONG_BYTES = 1000 };

// The spelling that messages and completion use; of tagged types the keyword.
static const char *basic_text(TypeKind kind) {
    switch (kind) {
    case TY_ERROR:
        return "<error>";
    case TY_VOID:
        return "void";
    case TY_BOOL:
        return "bool";
    case TY_CHAR:
        return "char";
    case TY_SCHAR:
        return "signed char";
    case TY_UCHAR:
        return "unsigned char";
    case TY_SHORT:
        return "short";
    case TY_USHORT:
        return "unsigned short";
    case TY_INT:
        return "int";
    case TY_UINT:
        return "unsigned int";
    case TY_LONG:
        return "long";
    case TY_ULONG:
        return "unsigned long";
    case TY_LLONG:
        return "long long";
    case TY_ULLONG:
        return "unsigned long long";
    case TY_FLOAT:
        return "float";
    case TY_DOUBLE:
        return "double";
    case TY_LDOUBLE:
        return "long double";
    case TY_NULLPTR:
        return "nullptr_t";
    case TY_TYPEVAR:
        return "T"; // what a reader of a signature expects
    case TY_STRUCT:
        return "struct";
    case TY_UNION:
        return "union";
    case TY_ENUM:
        return "enum";
    case TY_COROUTINE:
        return "coroutine";
    case TY_TASK:
        return "task";
    case TY_FUTURE:
        return "future";
    case TY_GENERATOR:
        return "generator";
    case TY_ASYNC_GENERATOR:
        return "async generator";
    case TY_QUEUE:
        return "queue";
    default:
        return "?";
    }
}

// In C's usual order, each with a blank behind it.
static const char *quals_text(Arena *arena, uint8_t quals) {
    return arena_printf(arena, "%s%s%s%s", quals & QUAL_CONST ? "const " : "",
                        quals & QUAL_VOLATILE ? "volatile " : "",
                        quals & QUAL_RESTRICT ? "restrict " : "",
                        quals & QUAL_ATOMIC ? "_Atomic " : "");
}

// __awaitable is "awaitable": underscores are the library's way to keep a name free.
static const char *opaque_text(const Type *type) {
    const Name *name = type->typedef_name != NULL ? type->typedef_name : type->tag_name;
    if (name == NULL)
        return "handle";
    return strncmp(name->text, "__", 2) == 0 ? name->text + 2 : name->text;
}

static const char *tagged_text(Arena *arena, const Type *type) {
    const Type *plain = type->unqual;
    const char *text;
    if (type->kind == TY_HANDLE)
        text = opaque_text(plain);
    else if (plain->tag_name != NULL && (plain->typedef_name == NULL ||
                                         strncmp(plain->tag_name->text, "__", 2) != 0))
        text =
            arena_printf(arena, "%s %s", basic_text(type->kind), plain->tag_name->text);
    else if (plain->typedef_name != NULL)
        text = plain->typedef_name->text;
    else
        text = arena_printf(arena, "%s <unnamed>", basic_text(type->kind));
    if (plain->stale_origin != NULL)
        text = arena_printf(arena, "%s (%s)", text, plain->stale_origin);
    return text;
}

// coroutine(int), generator(int, long).
static const char *handle_text(Arena *arena, const Type *type) {
    const char *base = type_print(arena, type->base);
    if (type->sent != NULL)
        return arena_printf(arena, "%s(%s, %s)", basic_text(type->kind), base,
                            type_print(arena, type->sent));
    return arena_printf(arena, "%s(%s)", basic_text(type->kind), base);
}

// The library's pointer to what a program sees no more of than its name, va_list.
static bool is_va_list(const Type *type) {
    const Type *base = type->kind == TY_POINTER ? type->base : NULL;
    return base != NULL && base->kind == TY_STRUCT && base->unqual->tag_name != NULL &&
           strcmp(base->unqual->tag_name->text, "__va_area") == 0;
}

// What stands before the declarator: everything but pointers, arrays and functions.
static const char *head_text(Arena *arena, const Type *type) {
    const char *text;
    if (is_va_list(type))
        text = "va_list";
    else if (type_is_record(type) || type->kind == TY_ENUM || type->kind == TY_HANDLE)
        text = tagged_text(arena, type);
    else if (type_is_handle(type))
        text = handle_text(arena, type);
    else
        text = basic_text(type->kind);
    return type->quals == 0
               ? text
               : arena_printf(arena, "%s%s", quals_text(arena, type->quals), text);
}

// The names are those of the declaration at hand, if it gave any.
static const char *params_text(Arena *arena, const Type *type) {
    if (type->is_old_style)
        return "()";
    if (type->params == NULL)
        return type->is_variadic ? "(...)" : "(void)";
    const char *text = "(";
    for (const Param *param = type->params; param != NULL; param = param->next) {
        if (strlen(text) > LONG_BYTES)
            return arena_printf(arena, "%s and more)", text);
        const char *name = param->name == NULL ? "" : param->name->text;
        text =
            arena_printf(arena, "%s%s%s", text, type_print_decl(arena, param->type, name),
                         param->next != NULL ? ", " : "");
    }
    return arena_printf(arena, "%s%s)", text, type->is_variadic ? ", ..." : "");
}

// A pointer to an array or function needs parentheses, since [] and () bind tighter.
static const char *pointer_text(Arena *arena, const Type *type, const char *name) {
    const char *quals = quals_text(arena, type->quals);
    size_t quals_bytes = strlen(quals);
    if (quals_bytes > 0 && name[0] == '\0')
        quals = arena_strndup(arena, quals, quals_bytes - 1);
    bool needs_parens = type->base->kind == TY_ARRAY || type->base->kind == TY_FUNC;
    return arena_printf(arena, needs_parens ? "(*%s%s)" : "*%s%s", quals, name);
}

const char *type_print_decl(Arena *arena, const Type *type, const char *name) {
    const char *text = name;
    bool is_async = false;
    for (; type->kind == TY_POINTER || type->kind == TY_ARRAY || type->kind == TY_FUNC;
         type = type->base) {
        if (is_va_list(type)) {
            break;
        } else if (type->kind == TY_POINTER) {
            text = pointer_text(arena, type, text);
        } else if (type->kind == TY_FUNC) {
            bool is_long = strlen(text) > LONG_BYTES;
            text = arena_printf(arena, "%s%s", text,
                                is_long ? "(and more)" : params_text(arena, type));
            is_async = is_async || type->is_async;
        } else if (type->is_complete && (!type->is_vla || type->count > 0)) {
            text = arena_printf(arena, "%s[%llu]", text, (unsigned long long)type->count);
        } else {
            text = arena_printf(arena, "%s%s", text, type->is_complete ? "[*]" : "[]");
        }
    }
    const char *head = head_text(arena, type);
    bool is_tight = text[0] == '\0' || (text[0] == '[' && name[0] == '\0');
    if (text[0] == '(' && name[0] == '\0' && text[1] != '*')
        is_tight = false;
    return arena_printf(arena, "%s%s%s%s", is_async ? "async " : "", head,
                        is_tight ? "" : " ", text);
}

const char *type_print(Arena *arena, const Type *type) {
    return type_print_decl(arena, type, "");
}
