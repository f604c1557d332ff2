// check_spec.c: specifiers and declarators -> Type (C17 6.7.1-6.7.7).
//
// What enters: a DeclSpec ("const unsigned long") and a Declarator, whose parts are
// listed from the name outwards. What leaves: a Type. The declarator is applied from its
// far end: `char *(*f[3])(int)` begins with char and becomes pointer, function, pointer,
// array.
//
// What always holds: a DeclSpec is turned into a Type once (->type), however many
// declarators share it, so that `struct s {...} a, b;` defines one struct. A
// variable-length array's type has a hidden local for its size.
//
// Read next: check_decl.c (what is done with the type), check_tag.c.
#include "front/check/check_inner.h"
#include <assert.h>
#include <string.h>

// ---------------------------------------------------------------- words

enum {
    WORDS_BASIC = SPEC_VOID | SPEC_BOOL | SPEC_CHAR | SPEC_SHORT | SPEC_INT | SPEC_LONG |
                  SPEC_LONG_LONG | SPEC_FLOAT | SPEC_DOUBLE | SPEC_SIGNED | SPEC_UNSIGNED
};

// C17 6.7.2p2, with `int` left out beside short, long, signed and unsigned.
static TypeKind basic_kind(uint32_t words) {
    if (words & SPEC_LONG_LONG)
        words &= ~(uint32_t)SPEC_LONG;
    uint32_t size = words & (SPEC_SHORT | SPEC_LONG | SPEC_LONG_LONG);
    uint32_t sign = words & (SPEC_SIGNED | SPEC_UNSIGNED);
    if ((size != 0 || sign != 0) && (words & SPEC_CHAR) == 0)
        words &= ~(uint32_t)SPEC_INT;
    switch (words) {
    case SPEC_VOID:
        return TY_VOID;
    case SPEC_BOOL:
        return TY_BOOL;
    case SPEC_CHAR:
        return TY_CHAR;
    case SPEC_CHAR | SPEC_SIGNED:
        return TY_SCHAR;
    case SPEC_CHAR | SPEC_UNSIGNED:
        return TY_UCHAR;
    case SPEC_SHORT:
    case SPEC_SHORT | SPEC_SIGNED:
        return TY_SHORT;
    case SPEC_SHORT | SPEC_UNSIGNED:
        return TY_USHORT;
    case SPEC_INT:
    case SPEC_SIGNED:
        return TY_INT;
    case SPEC_UNSIGNED:
        return TY_UINT;
    case SPEC_LONG:
    case SPEC_LONG | SPEC_SIGNED:
        return TY_LONG;
    case SPEC_LONG | SPEC_UNSIGNED:
        return TY_ULONG;
    case SPEC_LONG_LONG:
    case SPEC_LONG_LONG | SPEC_SIGNED:
        return TY_LLONG;
    case SPEC_LONG_LONG | SPEC_UNSIGNED:
        return TY_ULLONG;
    case SPEC_FLOAT:
        return TY_FLOAT;
    case SPEC_DOUBLE:
        return TY_DOUBLE;
    case SPEC_DOUBLE | SPEC_LONG:
        return TY_LDOUBLE;
    default:
        return TY_ERROR;
    }
}

// C17 6.7.2p2 lists what goes together.
static Type *basic_spec(Checker *c, const DeclSpec *spec) {
    TypeKind kind = basic_kind(spec->words & WORDS_BASIC);
    if (kind == TY_ERROR)
        diag_add(c->diags, DIAG_BAD_TYPE_WORDS, spec->span);
    return type_basic(c->types, kind);
}

// The parser took the name for a type; when its declaration was refused, that was told.
static Type *named_spec(Checker *c, const DeclSpec *spec) {
    Sym *sym = scope_find(spec->name);
    if (sym == NULL || sym->kind != SYM_TYPEDEF) {
        if (c->diags->error_count == 0)
            diag_add(c->diags, DIAG_PARSE_UNKNOWN_TYPE, spec->span, spec->name->text);
        return c->type_error;
    }
    sym->is_used = true;
    return sym->type;
}

// C23 6.7.3.6: the operand is not evaluated, and arrays stay arrays.
static Type *typeof_spec(Checker *c, const DeclSpec *spec) {
    Type *type;
    if (spec->type_name != NULL) {
        type = check_type_name(c, spec->type_name);
    } else {
        Node *node = check_unevaluated(c, spec->expr);
        if (bits_is_field(node))
            diag_add(c->diags, DIAG_BITFIELD_OPERAND, node->span, "typeof");
        type = node->type;
    }
    if ((spec->words & SPEC_UNQUAL) != 0 && type->kind != TY_ARRAY &&
        type->kind != TY_FUNC)
        type = type->unqual;
    return type;
}

// For messages.
static const char *handle_word(TypeKind kind) {
    switch (kind) {
    case TY_COROUTINE:
        return "coroutine";
    case TY_TASK:
        return "task";
    case TY_FUTURE:
        return "future";
    case TY_GENERATOR:
        return "generator";
    default:
        return "queue";
    }
}

// T is void only where there may be nothing to give: a queue of nothing makes no sense.
static Type *handle_spec(Checker *c, const DeclSpec *spec) {
    Type *base = check_type_name(c, spec->type_name);
    Type *sent = spec->sent == NULL ? NULL : check_type_name(c, spec->sent);
    TypeKind kind = spec->handle;
    if (base->kind == TY_ERROR || (sent != NULL && sent->kind == TY_ERROR))
        return c->type_error;
    bool is_void_ok = kind == TY_COROUTINE || kind == TY_TASK || kind == TY_FUTURE;
    bool is_bad = base->kind == TY_FUNC || base->kind == TY_ARRAY ||
                  (!base->is_complete && base->kind != TY_VOID) ||
                  (base->kind == TY_VOID && !is_void_ok);
    if (is_bad) {
        Diag *diag = diag_add(c->diags, DIAG_HANDLE_OF, spec->type_name->span,
                              handle_word(kind), type_text(c, base));
        if (base->kind == TY_ARRAY || base->kind == TY_FUNC)
            diag_note(c->diags, diag, (Span){0}, "use a pointer to it");
        return c->type_error;
    }
    if (sent != NULL && (!sent->is_complete || sent->kind == TY_ARRAY)) {
        diag_add(c->diags, DIAG_HANDLE_OF, spec->sent->span, "generator",
                 type_text(c, sent));
        return c->type_error;
    }
    if (base->depth >= LIMIT_NESTING || (sent != NULL && sent->depth >= LIMIT_NESTING)) {
        diag_add(c->diags, DIAG_TYPE_TOO_DEEP, spec->span, LIMIT_NESTING);
        return c->type_error;
    }
    if (kind == TY_GENERATOR && (spec->storage & FUNC_ASYNC) != 0)
        kind = TY_ASYNC_GENERATOR;
    return type_handle(c->types, kind, base->unqual, sent == NULL ? NULL : sent->unqual);
}

// C17 6.7.2.4p3: not of an array, a function, or a qualified type.
static Type *atomic_spec(Checker *c, const DeclSpec *spec) {
    Type *type = check_type_name(c, spec->type_name);
    if (type->kind == TY_ARRAY || type->kind == TY_FUNC || type->quals != 0) {
        diag_add(c->diags, DIAG_ATOMIC_OF, spec->type_name->span, type_text(c, type));
        return c->type_error;
    }
    return type_qualified(c->types, type, QUAL_ATOMIC);
}

// The parser has seen to it that only one of these was written.
static Type *plain_spec(Checker *c, DeclSpec *spec) {
    if (spec->words & SPEC_TAG)
        return check_tag(c, spec->tag, false);
    if (spec->words & SPEC_NAMED)
        return named_spec(c, spec);
    if (spec->words & SPEC_TYPEOF)
        return typeof_spec(c, spec);
    if (spec->words & SPEC_HANDLE)
        return handle_spec(c, spec);
    if (spec->words & SPEC_ATOMIC_OF)
        return atomic_spec(c, spec);
    if (spec->words & SPEC_TYPEVAR && !check_is_library(c, spec->span)) {
        diag_add(c->diags, DIAG_PARSE_UNKNOWN_TYPE, spec->span, "__T");
        return c->type_error;
    }
    if (spec->words & SPEC_TYPEVAR)
        return type_basic(c->types, TY_TYPEVAR);
    return basic_spec(c, spec);
}

// Qualifiers written beside the type; restrict is for pointers to objects (C17 6.7.3p2).
static Type *qualify(Checker *c, Type *type, uint8_t quals, Span span) {
    if (type->kind == TY_ERROR)
        return type;
    if ((quals & QUAL_RESTRICT) != 0) {
        const Type *pointer = type;
        while (pointer->kind == TY_ARRAY)
            pointer = pointer->base;
        if (pointer->kind != TY_POINTER || pointer->base->kind == TY_FUNC) {
            diag_add(c->diags, DIAG_BAD_RESTRICT, span, type_text(c, type));
            quals &= (uint8_t)~QUAL_RESTRICT;
        }
    }
    if ((quals & QUAL_ATOMIC) != 0 && (type->kind == TY_ARRAY || type->kind == TY_FUNC)) {
        diag_add(c->diags, DIAG_ATOMIC_OF, span, type_text(c, type));
        return c->type_error;
    }
    return type_qualified(c->types, type, quals);
}

Type *check_spec(Checker *c, DeclSpec *spec) {
    if (spec->type != NULL)
        return spec->type;
    assert(spec->words != 0); // the parser asks for a type
    if (spec->words & SPEC_AUTO_TYPE)
        return NULL;
    Type *type = plain_spec(c, spec);
    if (spec->quals != 0)
        type = qualify(c, type, spec->quals, spec->span);
    if (type->kind == TY_ERROR)
        check_trust_told(c, spec->span);
    return spec->type = type;
}

// ---------------------------------------------------------------- arrays

// A hidden local keeps the size in bytes of a variable-length array.
static Type *make_vla(Checker *c, Type *base, Node *count, Span span) {
    Type *type = type_vla_of(c->types, base, count);
    if (count != NULL && type->kind != TY_ERROR)
        type->vla_size = check_new_local(c, NULL, c->type_ulong, span);
    return type;
}

// C17 6.7.6.2p1: elements are complete objects; gcc -pedantic refuses flexible structs as
// well.
static bool check_element(Checker *c, const Type *base, const Declarator *d, Span span) {
    if (base->kind == TY_ERROR)
        return false;
    if (base->kind == TY_FUNC || base->kind == TY_VOID || !base->is_complete) {
        if (check_is_told_incomplete(c, base))
            return false;
        diag_add(c->diags, DIAG_ARRAY_OF, d->name == NULL ? span : d->span,
                 d->name == NULL ? "this" : arena_printf(c->arena, "`%s`", d->name->text),
                 type_text(c, base));
        return false;
    }
    const Type *record = base;
    while (record->kind == TY_ARRAY)
        record = record->base;
    if (!record->unqual->has_flexible)
        return true;
    diag_add(c->diags, DIAG_ARRAY_OF_FLEXIBLE, span, type_text(c, record));
    return false;
}

// C17 6.7.6.2p1: greater than zero; GNU's zero is allowed.
static Type *constant_array(Checker *c, Type *base, const Node *count,
                            const Declarator *d) {
    if (type_is_signed(count->type) && (int64_t)count->value < 0) {
        diag_add(c->diags, DIAG_ARRAY_NEGATIVE, count->span,
                 called_text(c, "array", d->name), (long long)count->value);
        return c->type_error;
    }
    uint64_t size_bytes = base->size_bytes == 0 ? 1 : base->size_bytes;
    if (!base->is_vla && count->value > LIMIT_OBJECT_BYTES / size_bytes) {
        diag_add(c->diags, DIAG_OBJECT_TOO_LARGE, count->span,
                 called_text(c, "array", d->name), (unsigned long)LIMIT_OBJECT_BYTES);
        return c->type_error;
    }
    return type_array_of(c->types, base, count->value);
}

// In a cell's top level `const int n = 10; int a[n];` means the constant, since a
// variable-length array cannot be the session's.
static Node *constant_of_const(Checker *c, Node *count) {
    if (count->kind == ND_CAST)
        return constant_of_const(c, count->lhs);
    if (count->kind == ND_NAME && count->sym != NULL && count->sym->is_const_init)
        return check_int(c, count->span, count->type->unqual,
                         (uint64_t)count->sym->value);
    return count;
}

// Where the length need not be constant: in functions and in their prototypes, not at the
// top level.
static bool may_vary(const Checker *c) {
    return c->func != NULL ? !c->func->is_cell || scope_depth(c->scope) > 0
                           : scope_depth(c->scope) > 0;
}

// C17 6.7.6.2: no size, a constant one, one that varies, or [*].
static Type *array_part(Checker *c, Type *base, DeclPart *part, Declarator *d) {
    if (!check_element(c, base, d, part->span))
        return c->type_error;
    if ((part->is_static || part->quals != 0) && part != c->param_part) // C17 6.7.6.2p1
        diag_add(c->diags, DIAG_ARRAY_STATIC, part->span);
    if (part->is_star && (c->param_depth == 0 ||
                          (c->param_depth == 1 && c->in_definition))) { // C17 6.7.6.2p4
        diag_add(c->diags, DIAG_STAR_SIZE, part->span);
        return c->type_error;
    }
    if (part->is_star)
        return type_vla_of(c->types, base, NULL);
    if (part->count == NULL)
        return type_incomplete_array_of(c->types, base);
    Node *count = check_value(c, part->count);
    if (is_error(count))
        return c->type_error;
    if (!type_is_integer(count->type)) {
        diag_add(c->diags, DIAG_ARRAY_COUNT_TYPE, count->span, type_text(c, count->type));
        return c->type_error;
    }
    if (count->kind != ND_INT && const_fault(count) != CONST_OK) {
        diag_add(c->diags, DIAG_CONSTANT_OVERFLOW, count->span);
        return c->type_error;
    }
    if (count->kind != ND_INT && !may_vary(c) && !c->file_mode)
        count = constant_of_const(c, count);
    if (count->kind == ND_INT && !base->is_vla)
        return constant_array(c, base, count, d);
    if (!may_vary(c)) {
        Diag *diag = diag_add(c->diags, DIAG_VLA_TOP_LEVEL, count->span,
                              d->name == NULL ? "" : d->name->text);
        diag_note(c->diags, diag, (Span){0},
                  "use a constant length (an enum constant or a `#define`), `malloc`, or "
                  "a function");
        return c->type_error;
    }
    return make_vla(c, base, conv_to(c, count, c->type_long), part->span);
}

// ---------------------------------------------------------------- functions

// C17 6.7.6.3p7-8: a parameter of array or function type is a pointer.
static Type *adjust_param(Checker *c, Type *type, const DeclPart *outermost) {
    if (type->kind == TY_FUNC)
        return type_pointer_to(c->types, type);
    if (type->kind != TY_ARRAY)
        return type;
    uint8_t quals =
        outermost != NULL && outermost->kind == PART_ARRAY ? outermost->quals : 0;
    return type_qualified(c->types, type_pointer_to(c->types, type->base), quals);
}

// C17 6.7.6.3p2: `register` is the only storage class a parameter may have. *written: the
// type before it is adjusted.
static Type *param_type(Checker *c, ParamDecl *decl, Type **written) {
    *written = c->type_error;
    if (decl->spec->alignas_list != NULL)
        diag_add(c->diags, DIAG_ALIGNAS_HERE, decl->spec->alignas_list->span);
    if (decl->spec->storage & ~(uint32_t)(STORAGE_REGISTER | FUNC_ASYNC))
        diag_add(c->diags, DIAG_PARAM_STORAGE, decl->spec->span);
    Type *type = check_spec(c, decl->spec);
    if (type == NULL) {
        diag_add(c->diags, DIAG_AUTO_PARAM, decl->spec->span);
        return c->type_error;
    }
    if (decl->declarator != NULL) {
        const DeclPart *outer = c->param_part;
        c->param_part = decl->declarator->parts;
        c->param_depth++;
        type = check_declarator(c, type, decl->declarator, decl->spec, NULL);
        c->param_depth--;
        c->param_part = outer;
    }
    *written = type;
    type =
        adjust_param(c, type, decl->declarator == NULL ? NULL : decl->declarator->parts);
    if (type->kind == TY_VOID) {
        diag_add(c->diags, DIAG_VOID_PARAM, decl->span);
        return c->type_error;
    }
    return type;
}

// One parameter: its symbol (bound in the open scope) and its entry in the function's
// type.
static void add_param(Checker *c, ParamDecl *decl, Param ***tail, FuncParams *out) {
    Type *written;
    Type *type = param_type(c, decl, &written);
    Name *name = decl->declarator == NULL ? NULL : decl->declarator->name;
    Span span = name == NULL ? decl->span : decl->declarator->span;
    Param *param = arena_new(c->arena, Param);
    param->name = name;
    param->span = span;
    param->type = type_without_lengths(c->types, type);
    param->least = check_promise_count(decl, written);
    param->is_restrict = (type->quals & QUAL_RESTRICT) != 0;
    **tail = param;
    *tail = &param->next;
    if (name == NULL && out == NULL)
        return;
    Sym *sym = check_new_local(c, name, type, span);
    sym->is_param = true;
    // Evaluated although the parameter is a pointer (C17 6.9.1p10).
    Node *length = written->kind == TY_ARRAY ? written->vla_count : NULL;
    if (c->in_definition && name != NULL)
        sym->length = check_promise(c, decl, written, sym);
    if (sym->length == NULL && length != NULL && check_may_change(length))
        sym->length = length;
    sym->is_array_param = name != NULL && decl->declarator->parts != NULL &&
                          decl->declarator->parts->kind == PART_ARRAY;
    if (name != NULL) {
        const Sym *before = scope_find_here(c->scope, name);
        if (before != NULL && !before->is_unknown) { // else told: `f(int a[n], int n)`
            Diag *diag = diag_add(c->diags, DIAG_DUPLICATE_PARAM, span, name->text);
            check_note_declared(c, diag, before);
        }
        scope_bind(c->scope, name, sym);
    }
    if (out != NULL)
        vec_push(out->syms, sym);
}

// C17 6.7.6.3p1.
static bool check_result(Checker *c, const Type *base, const Declarator *d) {
    if (base->kind == TY_ERROR)
        return false;
    if (base->kind == TY_ARRAY || base->kind == TY_FUNC) {
        diag_add(c->diags,
                 base->kind == TY_ARRAY ? DIAG_RETURNS_ARRAY : DIAG_RETURNS_FUNC, d->span,
                 d->name == NULL ? "this function" : d->name->text);
        return false;
    }
    return true;
}

// (V) with a typedef name for void, C17 6.7.6.3p10. Plain (void) the parser has seen.
static bool is_void_list(Checker *c, const DeclPart *part) {
    const ParamDecl *only = part->params;
    if (only == NULL || only->next != NULL || part->is_variadic || only->spec == NULL ||
        (only->spec->words & (SPEC_NAMED | SPEC_TYPEOF)) == 0)
        return false;
    if (only->declarator != NULL &&
        (only->declarator->name != NULL || only->declarator->parts != NULL))
        return false;
    const Type *type = check_spec(c, only->spec);
    return type != NULL && type->kind == TY_VOID && type->quals == 0;
}

// A definition keeps the scope of its parameters open for the body.
static Type *func_part(Checker *c, Type *base, DeclPart *part, Declarator *d,
                       FuncParams *out) {
    bool is_ok = check_result(c, base, d);
    Type proto = {.kind = TY_FUNC,
                  .base =
                      base->quals != 0 && !type_is_handle(base) ? base->unqual : base};
    proto.is_variadic = part->is_variadic;
    proto.is_old_style = part->is_old_style;
    if (part->is_variadic && part->params == NULL && !check_is_library(c, part->span))
        diag_add(c->diags, DIAG_ELLIPSIS_ALONE, part->span);
    Param **tail = &proto.params;
    bool keep_scope = out != NULL && out->keep_scope;
    bool outer_definition = c->in_definition;
    c->in_definition = keep_scope;
    scope_push(c->scope);
    if (!part->is_old_style && !is_void_list(c, part)) {
        for (ParamDecl *decl = part->params; decl != NULL; decl = decl->next)
            add_param(c, decl, &tail, out);
    }
    c->in_definition = outer_definition;
    if (!keep_scope)
        scope_pop(c->scope);
    if (out != NULL)
        out->was_taken = true;
    for (const Param *param = proto.params; param != NULL; param = param->next)
        is_ok = is_ok && param->type->kind != TY_ERROR;
    return is_ok ? type_func(c->types, &proto) : c->type_error;
}

// ---------------------------------------------------------------- declarators

static bool has_kind(const Declarator *d, DeclPartKind kind) {
    for (const DeclPart *part = d->parts; part != NULL; part = part->next) {
        if (part->kind == kind)
            return true;
    }
    return false;
}

// `async` belongs to the function nearest to the name: the first of the declarator's
// function parts.
static Type *make_async(Checker *c, Type *func) {
    Type proto = *func;
    proto.is_async = true;
    return type_func(c->types, &proto);
}

// One step outwards from the name.
static Type *apply_part(Checker *c, Type *type, DeclPart *part, Declarator *d,
                        FuncParams *out) {
    switch (part->kind) {
    case PART_POINTER:
        type = type_pointer_to(c->types, type);
        return part->quals == 0 ? type : qualify(c, type, part->quals, part->span);
    case PART_ARRAY:
        return array_part(c, type, part, d);
    default:
        return func_part(c, type, part, d, out);
    }
}

Type *check_declarator(Checker *c, Type *base, Declarator *d, DeclSpec *spec,
                       FuncParams *params) {
    DeclPart *few[8];
    uint32_t count = 0;
    for (const DeclPart *part = d->parts; part != NULL; part = part->next)
        count++;
    DeclPart **parts =
        count <= COUNT_OF(few) ? few : arena_array(c->arena, DeclPart *, count);
    uint32_t fill = 0;
    for (DeclPart *part = d->parts; part != NULL; part = part->next)
        parts[fill++] = part;
    bool wants_async = spec != NULL && (spec->storage & FUNC_ASYNC) != 0 &&
                       base->kind != TY_ASYNC_GENERATOR;
    const DeclPart *async_part = NULL;
    for (uint32_t i = 0; i < count && wants_async && async_part == NULL; i++)
        async_part = parts[i]->kind == PART_FUNC ? parts[i] : NULL;
    Type *type = base;
    for (uint32_t i = count; i-- > 0;) {
        type = apply_part(c, type, parts[i], d, i == 0 ? params : NULL);
        if (type->depth > LIMIT_NESTING) {
            diag_add(c->diags, DIAG_TYPE_TOO_DEEP, d->span, LIMIT_NESTING);
            type = c->type_error;
        }
        if (parts[i] == async_part && type->kind == TY_FUNC)
            type = make_async(c, type);
        if (type->kind == TY_ERROR && params == NULL)
            return type;
    }
    if (wants_async && !has_kind(d, PART_FUNC)) {
        if (type->kind == TY_FUNC)
            return make_async(c, type);
        diag_add(c->diags, DIAG_ASYNC_NOT_FUNC, d->name == NULL ? spec->span : d->span);
    }
    return type;
}

Type *check_type_name(Checker *c, TypeName *name) {
    if (name->type != NULL)
        return name->type;
    Type *type = check_spec(c, name->spec);
    if (type == NULL) {
        diag_add(c->diags, DIAG_AUTO_HERE, name->span);
        type = c->type_error;
    }
    if (name->declarator != NULL)
        type = check_declarator(c, type, name->declarator, name->spec, NULL);
    return name->type = type;
}

// ---------------------------------------------------------------- attributes, alignment,
// constants

const Attr *check_find_attr(const Attr *list, const char *prefix, const char *name) {
    size_t size_bytes = strlen(name);
    for (const Attr *attr = list; attr != NULL; attr = attr->next) {
        const char *text = attr->name->text;
        bool has_underscores = strncmp(text, "__", 2) == 0;
        if (has_underscores)
            text += 2;
        if (strncmp(text, name, size_bytes) != 0 ||
            strcmp(text + size_bytes, has_underscores ? "__" : "") != 0)
            continue;
        const char *written = attr->prefix == NULL ? "" : attr->prefix->text;
        if (strcmp(written, prefix) == 0 ||
            (prefix[0] == '\0' && strcmp(written, "gnu") == 0))
            return attr;
    }
    return NULL;
}

// Attributes stand in front of the declaration or behind the declarator.
static const Attr *find_attr(const DeclSpec *spec, const Declarator *d,
                             const char *name) {
    const Attr *attr = check_find_attr(spec->attrs, "", name);
    return attr == NULL && d != NULL ? check_find_attr(d->attrs, "", name) : attr;
}

// Attributes that would change what a program does, and are not honoured.
static void refuse_attrs(Checker *c, const DeclSpec *spec, const Declarator *d) {
    static const char *const rows[][2] = {
        {"cleanup", "it is for variables of a block: write `defer f(&x);` there"}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const Attr *attr = find_attr(spec, d, rows[i][0]);
        if (attr != NULL && !attr->is_done)
            diag_add(c->diags, DIAG_REFUSED_ATTRIBUTE, attr->span, rows[i][0],
                     rows[i][1]);
    }
}

Type *check_func_attrs(Checker *c, Type *type, const DeclSpec *spec,
                       const Declarator *d) {
    if (type->kind == TY_FUNC)
        refuse_attrs(c, spec, d);
    bool is_noreturn = (spec->storage & FUNC_NORETURN) != 0 ||
                       check_find_attr(spec->attrs, "", "noreturn") ||
                       check_find_attr(spec->attrs, "", "_Noreturn") ||
                       (d != NULL && check_find_attr(d->attrs, "", "noreturn"));
    if (!is_noreturn || type->kind != TY_FUNC || type->is_noreturn)
        return type;
    Type proto = *type;
    proto.is_noreturn = true;
    return type_func(c->types, &proto);
}

// The machine modes of GNU's mode(...), by size in bytes.
static uint32_t mode_bytes(const char *name, bool *is_floating) {
    static const struct {
        const char *name;
        uint8_t bytes;
        bool is_floating;
    } rows[] = {{"QI", 1, false},         {"HI", 2, false},      {"SI", 4, false},
                {"DI", 8, false},         {"SF", 4, true},       {"DF", 8, true},
                {"byte", 1, false},       {"pointer", 8, false}, {"word", 8, false},
                {"unwind_word", 8, false}};
    size_t size_bytes = strlen(name);
    bool has_underscores = size_bytes > 4 && strncmp(name, "__", 2) == 0;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        size_t length = strlen(rows[i].name);
        if (strncmp(name + (has_underscores ? 2 : 0), rows[i].name, length) == 0 &&
            size_bytes == length + (has_underscores ? 4 : 0)) {
            *is_floating = rows[i].is_floating;
            return rows[i].bytes;
        }
    }
    return 0;
}

// typedef int big __attribute__((mode(DI))): the type of that size and of the same
// signedness.
Type *check_mode(Checker *c, Type *type, const DeclSpec *spec, const Declarator *d) {
    static const TypeKind kinds[2][4] = {{TY_UCHAR, TY_USHORT, TY_UINT, TY_ULONG},
                                         {TY_SCHAR, TY_SHORT, TY_INT, TY_LONG}};
    if (type->kind != TY_FUNC)
        refuse_attrs(c, spec, d);
    const Attr *vector = find_attr(spec, d, "vector_size");
    if (vector != NULL) {
        diag_add(c->diags, DIAG_NO_VECTOR, vector->span);
        return c->type_error;
    }
    const Attr *attr = find_attr(spec, d, "mode");
    if (attr == NULL || type->kind == TY_ERROR)
        return type;
    bool is_floating = false;
    const Node *name = attr->args;
    uint32_t bytes = name == NULL || name->kind != ND_NAME
                         ? 0
                         : mode_bytes(name->name->text, &is_floating);
    if (bytes == 0 || !type_is_arithmetic(type) ||
        is_floating != type_is_floating(type)) {
        diag_add(c->diags, DIAG_BAD_MODE, attr->span, type_text(c, type));
        return c->type_error;
    }
    TypeKind kind = is_floating ? bytes == 4 ? TY_FLOAT : TY_DOUBLE
                                : kinds[type_is_signed(type)][bytes == 8   ? 3
                                                              : bytes == 4 ? 2
                                                                           : bytes - 1];
    return type_qualified(c->types, type_basic(c->types, kind), type->quals);
}

// Alignments are (C17 6.2.8p4).
static bool is_power_of_two(int64_t value) {
    return value > 0 && (value & (value - 1)) == 0;
}

// C17 6.7.5: 0 has no effect, the strictest counts, less than the type's own is an error.
uint32_t check_alignment(Checker *c, const DeclSpec *spec, const Attr *attrs,
                         const Type *type) {
    uint32_t align_bytes = 0;
    for (Node *each = spec->alignas_list; each != NULL; each = each->next) {
        int64_t value = 0;
        if (each->kind == ND_INT) {
            value = (int64_t)each->value; // checked already, with an earlier declarator
        } else {
            Node *rest = each->next;
            Node *node = each;
            if (!check_constant(c, &node, "an alignment", &value))
                continue;
            *each = *node;
            each->next = rest;
        }
        if (value != 0 && (!is_power_of_two(value) || value > 4096))
            diag_add(c->diags, DIAG_BAD_ALIGNMENT, each->span, (long long)value);
        else if (value > align_bytes)
            align_bytes = (uint32_t)value;
    }
    if (align_bytes != 0 && type->kind != TY_ERROR && align_bytes < type->align_bytes) {
        diag_add(c->diags, DIAG_WEAK_ALIGNMENT, spec->span, (int)align_bytes,
                 type_text(c, type), (int)type->align_bytes);
        align_bytes = 0;
    }
    if ((spec->words & SPEC_NAMED) != 0) { // typedef int vec __attribute__((aligned(16)))
        const Sym *sym = scope_find(spec->name);
        if (sym != NULL && sym->kind == SYM_TYPEDEF && sym->align_bytes > align_bytes)
            align_bytes = sym->align_bytes;
    }
    const Attr *lists[] = {spec->attrs, attrs};
    for (size_t i = 0; i < COUNT_OF(lists); i++) {
        const Attr *attr = check_find_attr(lists[i], "", "aligned");
        if (attr == NULL)
            continue;
        int64_t value = 16;
        Node *arg = attr->args;
        if (arg != NULL &&
            (arg->type == NULL ? !check_constant(c, &arg, "an alignment", &value)
                               : (value = (int64_t)arg->value, false)))
            continue;
        if (is_power_of_two(value) && value <= 4096 && value > align_bytes)
            align_bytes = (uint32_t)value;
    }
    return align_bytes;
}

bool check_constant(Checker *c, Node **node, const char *what, int64_t *value) {
    *node = check_value(c, *node);
    if (is_error(*node))
        return false;
    if (!type_is_integer((*node)->type)) {
        diag_add(c->diags, DIAG_CONSTANT_TYPE, (*node)->span, what,
                 type_text(c, (*node)->type));
        return false;
    }
    if ((*node)->kind == ND_INT) {
        *value = (int64_t)(*node)->value;
        return true;
    }
    const Node *inner = *node;
    while (inner->kind == ND_CAST)
        inner = inner->lhs;
    ConstFault fault = const_fault(inner);
    if (fault == CONST_OVERFLOW) {
        diag_add(c->diags, DIAG_CONSTANT_OVERFLOW, inner->span);
    } else {
        Diag *diag = diag_add(c->diags, DIAG_NOT_CONSTANT, (*node)->span, what);
        if (fault == CONST_DIV_ZERO)
            diag_note(c->diags, diag, inner->op_span, "it divides by zero");
        else if (inner->kind == ND_NAME && (inner->type->quals & QUAL_CONST) != 0)
            diag_note(c->diags, diag, inner->span,
                      "a `const` variable is no constant in C: use `constexpr`, an "
                      "`enum` or a `#define`");
    }
    return false;
}

bool check_is_told_incomplete(Checker *c, const Type *type) {
    const Type *plain = type->unqual;
    if (!type_is_record(plain) && plain->kind != TY_ENUM)
        return false;
    if (c->told_incomplete == plain)
        return true;
    c->told_incomplete = plain;
    return false;
}

// A tag that is near and has members.
static void offer_tag(void *ctx, Name *name, Type *type) {
    if (type->is_complete && strncmp(name->text, "__", 2) != 0)
        nearest_offer(ctx, name->text);
}

// `struct piont p;` declares a new struct, where `struct point` was meant.
static bool propose_tag(Checker *c, Diag *diag, const Type *type) {
    const Type *plain = type->unqual;
    if (!type_is_record(plain) || plain->tag_name == NULL || diag_is_full(c->diags))
        return false;
    Nearest nearest;
    nearest_init(&nearest, plain->tag_name->text);
    scope_each_tag(c->scope, offer_tag, &nearest);
    const char *best = nearest_get(&nearest);
    if (best == NULL)
        return false;
    const char *fix = arena_printf(c->arena, "%s %s",
                                   plain->kind == TY_STRUCT ? "struct" : "union", best);
    diag_fix(c->diags, diag, type->span, fix, "did you mean `%s`?", fix);
    return true;
}

bool check_complete(Checker *c, Type *type, Span span, const char *what) {
    if (type->kind == TY_ERROR) {
        check_trust_told(c, span);
        return false;
    }
    if (type->is_complete && type->kind != TY_FUNC)
        return true;
    if (type->kind == TY_VOID) {
        diag_add(c->diags, DIAG_VOID_OBJECT, span, what);
        return false;
    }
    if (check_is_told_incomplete(c, type)) {
        check_trust_told(c, span);
        return false;
    }
    Diag *diag = diag_add(c->diags, DIAG_INCOMPLETE, span, what, type_text(c, type));
    if (propose_tag(c, diag, type) || type->span.source == 0)
        return false;
    diag_note(c->diags, diag, type->span,
              "`%s` is only declared here, without its members", type_text(c, type));
    return false;
}

bool check_is_variably_modified(const Type *type) {
    for (; type->kind == TY_POINTER || type->kind == TY_ARRAY; type = type->base) {
        if (type->is_vla)
            return true;
    }
    return false;
}

void check_static_assert(Checker *c, Node *node) {
    int64_t value = 0;
    if (check_constant(c, &node->lhs, "the condition of `static_assert`", &value) &&
        value == 0) {
        if (node->string != NULL)
            diag_add(c->diags, DIAG_STATIC_ASSERT_TEXT, node->lhs->span, node->string);
        else
            diag_add(c->diags, DIAG_STATIC_ASSERT, node->lhs->span);
    }
    node->kind = ND_EMPTY;
}
