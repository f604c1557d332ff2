// check_tag.c: struct, union and enum (C17 6.7.2.1-6.7.2.3).
//
// What enters: a TagSpec. What leaves: the Type it means here: an earlier one of that
// tag, an incomplete new one, or one that its body completes.
//
//     struct s;            in this scope: declared, or the one already here
//     struct s *p;         the innermost visible one; else declared here
//     struct s { ... };    completes the incomplete one of this scope
//
// A second body in the same cell is an error; in a later cell it makes a new type, and
// the old one is shown as `struct s (In[2])`.
//
// What always holds: a complete type's members all have complete types, but for a
// flexible array at the end. How deep structs nest in structs is bounded by
// LIMIT_NESTING.
#include "front/check/check_inner.h"
#include <string.h>

// ---------------------------------------------------------------- members

// C17 6.7.2.1p4: an integer, as many bits as its type has, one for bool, and none only
// without a name.
static bool check_bit_width(Checker *c, FieldDecl *decl, Field *field) {
    int64_t width = 0;
    const char *name = called_text(c, "bit-field", field->name);
    if (decl->spec->alignas_list != NULL)
        diag_add(c->diags, DIAG_ALIGNAS_HERE, decl->spec->alignas_list->span);
    if (!check_constant(c, &decl->bit_width, "the width of a bit-field", &width))
        return false;
    if (!type_is_integer(field->type)) {
        if (field->type->kind != TY_ERROR)
            diag_add(c->diags, DIAG_BITFIELD_TYPE, decl->span, name,
                     type_text(c, field->type));
        return false;
    }
    int64_t max = field->type->kind == TY_BOOL ? 1 : (int64_t)field->type->size_bytes * 8;
    if (width < 0 || width > max) {
        diag_add(c->diags, DIAG_BITFIELD_WIDTH, decl->bit_width->span, name,
                 (long long)width, type_text(c, field->type), (long long)max);
        return false;
    }
    if (width == 0 && field->name != NULL) {
        diag_add(c->diags, DIAG_BITFIELD_ZERO, decl->span, field->name->text);
        return false;
    }
    field->is_bitfield = true;
    field->bit_width = (uint8_t)width;
    return true;
}

// C17 6.7.2.1p3: no incomplete and no function types; one array without a size at the end
// of a struct.
static bool check_member_type(Checker *c, const Type *owner, const FieldDecl *decl,
                              Field *field) {
    const Type *type = field->type;
    const char *name = field->name == NULL ? "" : field->name->text;
    if (type->kind == TY_ERROR)
        return false;
    if (check_is_variably_modified(type)) {
        diag_add(c->diags, DIAG_MEMBER_VLA, decl->span, name);
        return false;
    }
    if (type->kind == TY_ARRAY && !type->is_complete) {
        bool is_last = decl->next == NULL;
        bool is_alone = owner->fields == NULL;
        if (is_last && !is_alone && owner->kind == TY_STRUCT) {
            field->is_flexible = true;
            return true;
        }
        diag_add(c->diags, DIAG_FLEXIBLE_MEMBER, decl->span, name);
        return false;
    }
    if (type->kind == TY_FUNC) {
        diag_add(c->diags, DIAG_MEMBER_FUNC, decl->span, name);
        return false;
    }
    if (!type->is_complete) {
        if (check_is_told_incomplete(c, type))
            return false;
        Diag *diag =
            diag_add(c->diags, DIAG_INCOMPLETE, decl->span,
                     arena_printf(c->arena, "member `%s`", name), type_text(c, type));
        if (type->unqual == owner)
            diag_note(
                c->diags, diag, (Span){0},
                "a struct cannot contain itself; a pointer to it can be a member: `%s`",
                type_print_decl(c->arena, type_pointer_to(c->types, field->type), name));
        return false;
    }
    if (type->unqual->has_flexible && owner->kind == TY_STRUCT) {
        diag_add(c->diags, DIAG_ARRAY_OF_FLEXIBLE, decl->span, type_text(c, type));
        return false;
    }
    return true;
}

// C17 6.7.2.1p13: names of anonymous members' members count as the outer struct's.
static void check_duplicate(Checker *c, const Type *owner, const Field *field) {
    uint64_t ignored = 0;
    if (field->name != NULL) {
        const Field *before = type_find_field(owner, field->name, &ignored);
        if (before == NULL)
            return;
        Diag *diag =
            diag_add(c->diags, DIAG_DUPLICATE_MEMBER, field->span, field->name->text);
        diag_note(c->diags, diag, before->span, "the first one is here");
        return;
    }
    if (!type_is_record(field->type))
        return;
    for (const Field *inner = field->type->fields; inner != NULL; inner = inner->next)
        check_duplicate(c, owner, inner);
}

// struct outer { struct inner { int x; }; }: inner is declared, nothing is a member.
static bool is_lone_tag(const FieldDecl *decl) {
    return decl->declarator == NULL && decl->bit_width == NULL &&
           (decl->spec->words & SPEC_TAG) != 0;
}

// Only an unnamed struct or union has its members in the one around it (C17 6.7.2.1p13).
static void warn_no_member(Checker *c, const FieldDecl *decl, const Type *type) {
    Diag *diag = check_warn(c, DIAG_NO_MEMBER_MADE, decl->spec->span, type_text(c, type));
    if (diag != NULL)
        diag_note(c->diags, diag, (Span){0},
                  "to have a member of this type, write its name before the `;`");
}

// The type of one member; NULL when it declares nothing.
static Field *make_field(Checker *c, const Type *owner, FieldDecl *decl) {
    Field *field = arena_new(type_table_arena(c->types), Field);
    Type *type = check_spec(c, decl->spec);
    field->span = decl->span;
    if (type == NULL) {
        diag_add(c->diags, DIAG_AUTO_HERE, decl->span);
        return NULL;
    }
    if (decl->declarator != NULL) {
        field->name = decl->declarator->name;
        if (field->name != NULL)
            field->span = decl->declarator->span;
        type = check_declarator(c, type, decl->declarator, decl->spec, NULL);
    }
    type = check_mode(c, type, decl->spec, decl->declarator);
    field->type = type;
    field->is_packed = check_find_attr(decl->spec->attrs, "", "packed") != NULL ||
                       (decl->declarator != NULL &&
                        check_find_attr(decl->declarator->attrs, "", "packed") != NULL);
    if (decl->bit_width != NULL)
        return check_bit_width(c, decl, field) ? field : NULL;
    if (field->name == NULL && (!type_is_record(type) || type->tag_name != NULL)) {
        if (type->kind != TY_ERROR && (decl->spec->words & SPEC_TAG) == 0)
            diag_add(c->diags, DIAG_DECLARES_NOTHING, decl->span);
        else if (type_is_record(type) && decl->spec->tag->has_body == false)
            diag_add(c->diags, DIAG_DECLARES_NOTHING, decl->span);
        else if (type->kind != TY_ERROR)
            warn_no_member(c, decl, type);
        return NULL;
    }
    if (!check_member_type(c, owner, decl, field)) {
        field->type = c->type_error; // it is known, so that its uses are no mistakes
        return field->name == NULL ? NULL : field;
    }
    field->align_bytes = check_alignment(
        c, decl->spec, decl->declarator == NULL ? NULL : decl->declarator->attrs, type);
    return field;
}

// How deep the walks over initialisers and members will go.
static uint32_t nesting_of(const Type *type) {
    uint32_t deepest = 0;
    for (const Field *field = type->fields; field != NULL; field = field->next) {
        const Type *each = field->type;
        while (each->kind == TY_ARRAY)
            each = each->base;
        if (type_is_record(each) && each->nesting + 1 > deepest)
            deepest = each->nesting + 1;
    }
    return deepest;
}

// Members in order. is_open keeps `struct s { struct s {...} x; }` from completing it
// twice.
static void read_members(Checker *c, Type *type, TagSpec *tag) {
    Field **tail = &type->fields;
    bool has_named = false;
    uint32_t errors_before = c->diags->error_count;
    type->is_open = true;
    uint32_t count = 0;
    for (FieldDecl *decl = tag->fields; decl != NULL; decl = decl->next) {
        if (++count > LIMIT_MEMBERS) {
            diag_add(c->diags, DIAG_TOO_MANY, decl->span, "members",
                     LIMIT_TEXT(LIMIT_MEMBERS));
            break;
        }
        if (decl->static_assertion != NULL) {
            check_static_assert(c, decl->static_assertion);
            continue;
        }
        Field *field = make_field(c, type, decl);
        if (field == NULL) {
            type->is_broken = type->is_broken || !is_lone_tag(decl);
            continue;
        }
        check_duplicate(c, type, field);
        type->has_flexible = type->has_flexible || field->is_flexible ||
                             field->type->unqual->has_flexible; // C17 6.7.2.1p3
        has_named = has_named || field->name != NULL || type_is_record(field->type);
        *tail = field;
        tail = &field->next;
    }
    type->is_open = false;
    type->is_broken = type->is_broken || c->diags->error_count > errors_before;
    if (!has_named && !type->is_broken) {
        check_warn(c, DIAG_EMPTY_STRUCT, tag->span, type_text(c, type));
    }
    type->nesting = nesting_of(type);
    if (type->nesting > LIMIT_NESTING) {
        diag_add(c->diags, DIAG_TYPE_TOO_DEEP, tag->span, LIMIT_NESTING);
        type->fields = NULL; // what is made of it is not deeper still
        type->nesting = 0;
    }
}

// GNU's packed and aligned are honoured; the rest of the layout is type_layout's.
static void define_record(Checker *c, Type *type, TagSpec *tag) {
    read_members(c, type, tag);
    type->is_packed = check_find_attr(tag->attrs, "", "packed") != NULL;
    type->is_transparent = check_find_attr(tag->attrs, "", "transparent_union") != NULL;
    type->pack_bytes = tag->pack;
    DeclSpec none = {.attrs = tag->attrs};
    uint32_t align_bytes = check_alignment(c, &none, NULL, c->type_char);
    if (!type_layout(type, align_bytes))
        diag_add(c->diags, DIAG_OBJECT_TOO_LARGE, tag->span,
                 called_text(c, type->kind == TY_UNION ? "union" : "struct", tag->name),
                 (unsigned long)LIMIT_OBJECT_BYTES);
}

// ---------------------------------------------------------------- enumerators

static bool fits_type(const Type *type, int64_t value) {
    return const_wrap(type, (uint64_t)value) == (uint64_t)value;
}

// Each is visible from behind its own definition on (C17 6.2.1p7).
static void bind_enumerator(Checker *c, EnumDecl *decl, const Enumerator *each,
                            Type *type, const Type *enumerates) {
    Sym *before = scope_find_here(c->scope, decl->name);
    bool is_library = check_is_library(c, decl->span);
    if (before != NULL && !before->is_unknown && before->cell == scope_cell(c->scope) &&
        before->is_library == is_library) {
        Diag *diag = diag_add(c->diags, DIAG_REDEFINED, decl->span, decl->name->text);
        check_note_declared(c, diag, before);
        return;
    }
    Sym *sym = scope_depth(c->scope) == 0 ? scope_new_global_sym(c->scope)
                                          : arena_new(c->arena, Sym);
    sym->kind = SYM_ENUMERATOR;
    sym->name = decl->name;
    sym->type = type;
    sym->span = decl->span;
    sym->value = each->value;
    sym->enumerates = enumerates;
    sym->is_library = is_library;
    sym->cell = scope_cell(c->scope);
    sym->depth = scope_depth(c->scope);
    scope_bind(c->scope, decl->name, sym);
}

// Where no type is fixed, a value that is written may need a long (GNU, C23 6.7.3.3p5),
// and what follows it too; but counting on from INT_MAX is a mistake.
static const Type *value_type(Checker *c, const EnumDecl *decl, int64_t value) {
    if (decl->value == NULL)
        return value == (int64_t)INT32_MAX + 1 ? c->type_int : c->type_long;
    return type_is_signed(decl->value->type) ? c->type_long : c->type_ulong;
}

// The value of one enumerator: given, or one more than the last. fixed: NULL if no type
// is.
static int64_t enumerator_value(Checker *c, EnumDecl *decl, const Type *fixed,
                                int64_t next) {
    int64_t value = next;
    bool is_given = decl->value != NULL;
    if (is_given &&
        !check_constant(c, &decl->value, "the value of an enumerator", &value))
        return next;
    const Type *type = fixed != NULL ? fixed : value_type(c, decl, value);
    bool is_huge = is_given && !type_is_signed(decl->value->type) && value < 0;
    bool wraps =
        type->kind == TY_ULONG && !is_given && value == 0; // 1 more than the largest
    if (!wraps && (fits_type(type, value) && (!is_huge || type->size_bytes == 8)))
        return value;
    diag_add(c->diags, DIAG_ENUM_RANGE, is_given ? decl->value->span : decl->span,
             decl->name->text, type_text(c, type));
    return next;
}

// What the values of an enum without a fixed type need.
typedef struct EnumRange {
    int64_t least, most;
    bool has_negative;
    bool is_beyond_int;
    bool is_beyond_uint;
} EnumRange;

// C17 6.7.2.2p2 wants them all to be ints, so the first that is not has a warning.
static void widen_range(Checker *c, EnumRange *range, const EnumDecl *decl,
                        int64_t value) {
    bool is_huge = value < 0 && decl->value != NULL && !is_error(decl->value) &&
                   !type_is_signed(decl->value->type);
    bool is_beyond = is_huge || value > INT32_MAX || value < INT32_MIN;
    range->has_negative = range->has_negative || (value < 0 && !is_huge);
    if (is_beyond && !range->is_beyond_int)
        check_warn(c, DIAG_ENUM_BEYOND_INT, decl->span, decl->name->text);
    if (value < range->least)
        range->least = value;
    if (value > range->most)
        range->most = value;
    range->is_beyond_int = range->is_beyond_int || is_beyond;
    range->is_beyond_uint = range->is_beyond_uint || is_huge || value > UINT32_MAX;
}

// GNU's packed: the narrowest type that holds them all.
static Type *packed_enum_type(Checker *c, const EnumRange *range) {
    static const TypeKind kinds[2][2] = {{TY_UCHAR, TY_USHORT}, {TY_SCHAR, TY_SHORT}};
    for (uint32_t i = 0; i < COUNT_OF(kinds[0]); i++) {
        Type *type = type_basic(c->types, kinds[range->has_negative][i]);
        if (fits_type(type, range->least) && fits_type(type, range->most))
            return type;
    }
    return range->has_negative ? c->type_int : c->type_uint;
}

// As gcc chooses.
static Type *enum_type(Checker *c, const EnumRange *range, bool is_packed) {
    if (is_packed && !range->is_beyond_int)
        return packed_enum_type(c, range);
    if (range->has_negative)
        return range->is_beyond_int ? c->type_long : c->type_int;
    return range->is_beyond_uint ? c->type_ulong : c->type_uint;
}

// The type of an enumerator in expressions: int, unless it needs more.
static Type *enumerator_type(Checker *c, const EnumDecl *decl, int64_t value) {
    if (value >= INT32_MIN && value <= INT32_MAX &&
        (value >= 0 || decl->value == NULL || type_is_signed(decl->value->type)))
        return c->type_int;
    if (value > 0 && value <= UINT32_MAX)
        return c->type_uint;
    return value < 0 && decl->value != NULL && !type_is_signed(decl->value->type)
               ? c->type_ulong
               : c->type_long;
}

// C17 6.7.2.2p4: the type is complete at the brace. C23: with a fixed type, from the
// colon on.
static void define_enum(Checker *c, Type *type, TagSpec *tag) {
    bool is_fixed = type->base != NULL;
    Enumerator **tail = &type->enumerators;
    EnumRange range = {0};
    int64_t next = 0;
    if (is_fixed)
        type_layout(type, 0);
    for (EnumDecl *decl = tag->enumerators; decl != NULL; decl = decl->next) {
        int64_t value =
            enumerator_value(c, decl, is_fixed ? type->base->unqual : NULL, next);
        if (!is_fixed)
            widen_range(c, &range, decl, value);
        Enumerator *each = arena_new(type_table_arena(c->types), Enumerator);
        each->name = decl->name;
        each->value = value;
        bind_enumerator(c, decl, each, is_fixed ? type : enumerator_type(c, decl, value),
                        type);
        *tail = each;
        tail = &each->next;
        next = (int64_t)((uint64_t)value + 1);
    }
    if (tag->enumerators == NULL)
        diag_add(c->diags, DIAG_EMPTY_ENUM, tag->span);
    if (!is_fixed)
        type->base = enum_type(c, &range, check_find_attr(tag->attrs, "", "packed"));
    type_layout(type, 0);
}

// C23 6.7.3.3: enum e : T. Declared twice, both must say the same T.
static bool set_enum_base(Checker *c, Type *type, TagSpec *tag) {
    if (tag->enum_base == NULL)
        return true;
    Type *base = check_type_name(c, tag->enum_base);
    if (base->kind == TY_ERROR)
        return false;
    if (!type_is_integer(base) || base->kind == TY_ENUM) {
        diag_add(c->diags, DIAG_ENUM_BASE, tag->enum_base->span, type_text(c, base));
        return false;
    }
    if (type->base != NULL && type->base->unqual != base->unqual) {
        diag_add(c->diags, DIAG_ENUM_BASE_DIFFERS, tag->enum_base->span,
                 type_text(c, type), type_text(c, type->base));
        return false;
    }
    type->base = base->unqual;
    type_layout(type, 0);
    return true;
}

// ---------------------------------------------------------------- which type a tag means

// For messages.
static const char *kind_word(TypeKind kind) {
    return kind == TY_STRUCT ? "struct" : kind == TY_UNION ? "union" : "enum";
}

// The library's opaque handles are declared as structs.
static bool same_kind(const Type *type, const TagSpec *tag) {
    return type->kind == tag->kind || (type->kind == TY_HANDLE && tag->kind == TY_STRUCT);
}

// C17 6.7.2.3p2: a tag has one kind in its scope.
static void report_kind(Checker *c, const Type *type, const TagSpec *tag) {
    Diag *diag = diag_add(c->diags, DIAG_TAG_KIND, tag->span, tag->name->text,
                          kind_word(type->kind), kind_word(tag->kind));
    diag_note(c->diags, diag, type->span, "`%s` was declared here", type_text(c, type));
}

// A new type in the scope that is open; incomplete, but for handles.
static Type *declare_tag(Checker *c, TagSpec *tag) {
    TypeKind kind = tag->kind;
    bool is_library = check_is_library(c, tag->span);
    bool is_any =
        is_library && check_find_attr(tag->attrs, "cora", "any_awaitable") != NULL;
    bool is_awaitable =
        is_library && check_find_attr(tag->attrs, "cora", "awaitable") != NULL;
    if (is_library &&
        (is_any || is_awaitable || check_find_attr(tag->attrs, "cora", "handle") != NULL))
        kind = TY_HANDLE;
    Type *type = type_new_tagged(c->types, kind, tag->name, tag->span);
    type->is_any_awaitable = is_any;
    type->is_awaitable = is_awaitable;
    if (tag->name != NULL)
        scope_bind_tag(c->scope, tag->name, type);
    return type;
}

// A later cell gives the tag a new meaning: messages name the cell of the old one.
static void make_stale(Checker *c, Type *old) {
    if (check_is_library(c, old->span) || old->stale_origin != NULL ||
        old->span.source == 0)
        return;
    const Source *source = source_get(c->front->sources, old->span.source);
    if (source == NULL)
        return;
    type_table_touch(c->types, old);
    old->stale_origin =
        arena_strndup(type_table_arena(c->types), source->name, strlen(source->name));
}

// The type that this body defines; NULL after a message.
static Type *type_for_body(Checker *c, TagSpec *tag) {
    Type *old = tag->name == NULL ? NULL : scope_find_tag_here(c->scope, tag->name);
    if (old == NULL)
        return declare_tag(c, tag);
    bool is_library = check_is_library(c, tag->span);
    bool is_older = scope_tag_cell(tag->name) != scope_cell(c->scope) ||
                    check_is_library(c, old->span) != is_library;
    if (is_older && (old->is_complete || !same_kind(old, tag) ||
                     check_is_library(c, old->span) != is_library)) {
        make_stale(c, old);
        return declare_tag(c, tag);
    }
    if (!same_kind(old, tag)) {
        report_kind(c, old, tag);
        return NULL;
    }
    bool is_defined = old->kind == TY_ENUM ? old->enumerators != NULL : old->is_complete;
    if (is_defined || old->is_open) {
        Diag *diag = diag_add(c->diags, DIAG_REDEFINED, tag->span, type_text(c, old));
        diag_note(c->diags, diag, old->span, "the first definition is here");
        return NULL;
    }
    type_table_touch(c->types, old);
    old->span = tag->span;
    return old;
}

// The program has a body for this tag further down: then the library's type of that name
// is not meant.
static bool is_defined_below(const Checker *c, const TagSpec *tag) {
    for (const Node *item = c->items; item != NULL; item = item->next) {
        bool has_spec =
            (item->kind == ND_DECL || item->kind == ND_FUNC) && item->spec != NULL;
        const TagSpec *each = has_spec ? item->spec->tag : NULL;
        if (each != NULL && each->has_body && each->name == tag->name)
            return true;
    }
    return false;
}

// C17 6.7.2.3p8-9: `struct s` without a body.
static Type *type_for_mention(Checker *c, TagSpec *tag, bool is_alone) {
    Type *old = tag->name == NULL ? NULL : scope_find_tag(tag->name);
    if (old != NULL && is_alone && tag->kind != TY_ENUM)
        old = scope_find_tag_here(c->scope, tag->name);
    if (old != NULL && check_is_library(c, old->span) &&
        !check_is_library(c, tag->span) &&
        (!same_kind(old, tag) || is_defined_below(c, tag)))
        old = NULL;
    bool may_be_skipped =
        old == NULL || scope_tag_cell(tag->name) != scope_cell(c->scope);
    if (may_be_skipped && tag->name != NULL && check_is_skipped(c, tag->name))
        return c->type_error;
    if (old != NULL && !same_kind(old, tag)) {
        report_kind(c, old, tag);
        return c->type_error;
    }
    if (old != NULL)
        return set_enum_base(c, old, tag) ? old : c->type_error;
    if (tag->kind == TY_ENUM && tag->enum_base == NULL) {
        diag_add(c->diags, DIAG_ENUM_FORWARD, tag->span,
                 tag->name == NULL ? "" : tag->name->text);
        return c->type_error;
    }
    Type *type = declare_tag(c, tag);
    return set_enum_base(c, type, tag) ? type : c->type_error;
}

Type *check_tag(Checker *c, TagSpec *tag, bool is_alone) {
    if (!tag->has_body)
        return type_for_mention(c, tag, is_alone);
    Type *type = type_for_body(c, tag);
    if (type == NULL || !set_enum_base(c, type, tag))
        return c->type_error;
    if (tag->kind == TY_ENUM)
        define_enum(c, type, tag);
    else
        define_record(c, type, tag);
    return type;
}
