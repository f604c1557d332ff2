// type.c: the session's types. What enters are wishes ("pointer to this"), what leaves is
// the one Type that fulfils them.
//
// What always holds:
//  - two types that C calls the same are the same pointer after ->unqual, except structs,
//    unions and enums (one Type per declaration) and variable-length arrays (one per
//    evaluation of their length);
//  - a qualified type hangs in its plain type's list (->next_variant), so completing a
//    struct completes its const one as well;
//  - qualifiers of an array are its element's (C17 6.7.3p9);
//  - everything made after type_table_mark can be taken back by type_table_reset: new
//    types sit at the heads of their hash chains and in front of the arena, changes to
//    old ones are in `touched`.
//
// Read next: type_layout.c (sizes of structs), type_print.c, scope.c (names of types).
#include "front/type.h"
#include "base/limits.h"
#include "base/vec.h"
#include <assert.h>
#include <string.h>

enum { BUCKET_COUNT = 2048, INCOMPLETE_COUNT = -1, STAR_COUNT = -2 };

typedef struct Entry { // a link of a hash chain, newest first
    struct Entry *next;
    uint64_t hash;
    Type *type;
} Entry;

typedef struct Touched { // an old type and what it was before this cell
    Type *type;
    Type before;
} Touched;

struct TypeTable {
    Arena arena;
    Type *basic[TY_TYPEVAR + 1];
    Entry *buckets[BUCKET_COUNT];
    VEC(uint32_t) filled; // bucket of every entry made since the mark, in order
    VEC(Touched) touched; // old types changed since the mark
    VEC(Type **)
    caches; // pointer_to and next_variant fields of older types set since the mark, with
    VEC(Type *) cache_befores; // what stood there
    ArenaMark mark;
    uint32_t next_id;
    uint32_t mark_id;
    uint32_t unit; // files of the program that are read
};

// ---------------------------------------------------------------- the table

// Every type has an id of its own: the order in which they were made.
static Type *new_type(TypeTable *table, TypeKind kind) {
    Type *type = arena_new(&table->arena, Type);
    type->kind = kind;
    type->id = table->next_id++;
    type->unqual = type;
    return type;
}

// Size 0 is void's; then the alignment is 1, as gcc's _Alignof(void) says.
static void make_basic(TypeTable *table, TypeKind kind, uint32_t size_bytes) {
    Type *type = new_type(table, kind);
    type->size_bytes = size_bytes;
    type->align_bytes = size_bytes == 0 ? 1 : size_bytes;
    type->is_complete = kind != TY_VOID;
    type->is_generic = kind == TY_TYPEVAR;
    table->basic[kind] = type;
}

TypeTable *type_table_new(void) {
    static const struct {
        TypeKind kind;
        uint32_t size_bytes;
    } rows[] = {
        {TY_ERROR, 4},  {TY_VOID, 0},    {TY_BOOL, 1},    {TY_CHAR, 1},    {TY_SCHAR, 1},
        {TY_UCHAR, 1},  {TY_SHORT, 2},   {TY_USHORT, 2},  {TY_INT, 4},     {TY_UINT, 4},
        {TY_LONG, 8},   {TY_ULONG, 8},   {TY_LLONG, 8},   {TY_ULLONG, 8},  {TY_FLOAT, 4},
        {TY_DOUBLE, 8}, {TY_LDOUBLE, 8}, {TY_NULLPTR, 8}, {TY_TYPEVAR, 8},
    };
    TypeTable *table = mem_alloc(sizeof *table);
    arena_init(&table->arena);
    table->next_id = 1;
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        make_basic(table, rows[i].kind, rows[i].size_bytes);
    type_table_mark(table);
    return table;
}

void type_table_destroy(TypeTable **table) {
    if (*table == NULL)
        return;
    vec_free((*table)->filled);
    vec_free((*table)->touched);
    vec_free((*table)->caches);
    vec_free((*table)->cache_befores);
    arena_deinit(&(*table)->arena);
    mem_free(*table);
    *table = NULL;
}

Arena *type_table_arena(TypeTable *table) {
    return &table->arena;
}

void type_table_mark(TypeTable *table) {
    table->mark = arena_mark(&table->arena);
    table->mark_id = table->next_id;
    table->filled.count = 0;
    table->touched.count = 0;
    table->caches.count = 0;
    table->cache_befores.count = 0;
}

void type_table_reset(TypeTable *table) {
    for (uint32_t i = table->caches.count; i-- > 0;)
        *table->caches.data[i] = table->cache_befores.data[i];
    for (uint32_t i = table->touched.count; i-- > 0;) {
        Touched *touched = &table->touched.data[i];
        // The two list fields were undone above, or belong to types older than the mark.
        touched->before.pointer_to = touched->type->pointer_to;
        touched->before.next_variant = touched->type->next_variant;
        *touched->type = touched->before;
    }
    for (uint32_t i = table->filled.count; i-- > 0;) {
        Entry **bucket = &table->buckets[table->filled.data[i]];
        *bucket = (*bucket)->next;
    }
    arena_reset_to(&table->arena, table->mark);
    table->next_id = table->mark_id;
    type_table_mark(table);
}

void type_table_touch(TypeTable *table, Type *type) {
    for (Type *each = type->unqual; each != NULL; each = each->next_variant) {
        if (each->id < table->mark_id)
            vec_push(table->touched, ((Touched){each, *each}));
    }
}

// Stores into a cache field of `owner`, remembering what was there if `owner` outlives a
// reset.
static void set_cache(TypeTable *table, const Type *owner, Type **field, Type *value) {
    if (owner->id < table->mark_id) {
        vec_push(table->caches, field);
        vec_push(table->cache_befores, *field);
    }
    *field = value;
}

// Multiplication spreads low bits upwards, the shift brings them back: enough for chains
// of a few entries.
static uint64_t mix(uint64_t hash, uint64_t value) {
    hash = (hash ^ value) * 0x9e3779b97f4a7c15u;
    return hash ^ (hash >> 29);
}

static uint64_t mix_pointer(uint64_t hash, const void *pointer) {
    return mix(hash, (uint64_t)(uintptr_t)pointer >> 4);
}

// New entries go to the head of their chain, so a reset takes them off in reverse order.
static Type *enter(TypeTable *table, uint64_t hash, Type *type) {
    uint32_t index = (uint32_t)(hash % BUCKET_COUNT);
    Entry *entry = arena_new(&table->arena, Entry);
    *entry = (Entry){table->buckets[index], hash, type};
    table->buckets[index] = entry;
    vec_push(table->filled, index);
    return type;
}

// ---------------------------------------------------------------- making types

Type *type_basic(TypeTable *table, TypeKind kind) {
    assert(table->basic[kind] != NULL);
    return table->basic[kind];
}

Type *type_pointer_to(TypeTable *table, Type *base) {
    if (base->kind == TY_FUNC)
        base = base->unqual;
    if (base->kind == TY_ERROR)
        return base;
    if (base->pointer_to != NULL)
        return base->pointer_to;
    Type *type = new_type(table, TY_POINTER);
    type->base = base;
    type->size_bytes = 8;
    type->align_bytes = 8;
    type->is_complete = true;
    type->is_generic = base->is_generic;
    type->depth = base->depth + 1;
    set_cache(table, base, &base->pointer_to, type);
    return type;
}

// An array of `base` with a known count, or one of the special counts.
static Type *find_or_make_array(TypeTable *table, Type *base, int64_t count,
                                bool is_special) {
    if (base->kind == TY_ERROR)
        return base;
    uint64_t hash =
        mix(mix_pointer(TY_ARRAY + (is_special ? 100u : 0u), base), (uint64_t)count);
    bool is_star = is_special && count == STAR_COUNT;
    bool is_complete = !is_special;
    for (Entry *entry = table->buckets[hash % BUCKET_COUNT]; entry != NULL;
         entry = entry->next) {
        Type *type = entry->type;
        if (entry->hash == hash && type->kind == TY_ARRAY && type->base == base &&
            type->is_complete == (is_complete || is_star) &&
            type->is_vla == (is_star || base->is_vla) &&
            type->count == (is_complete ? (uint64_t)count : 0))
            return type;
    }
    Type *type = new_type(table, TY_ARRAY);
    type->base = base;
    type->align_bytes = base->align_bytes;
    type->is_complete = is_complete || is_star;
    type->is_vla = is_star || base->is_vla;
    type->count = is_complete ? (uint64_t)count : 0;
    type->size_bytes = type->is_vla ? 0 : type->count * base->size_bytes;
    type->is_generic = base->is_generic;
    type->depth = base->depth + 1;
    return enter(table, hash, type);
}

// The caller has bounded count * size by LIMIT_OBJECT_BYTES.
Type *type_array_of(TypeTable *table, Type *base, uint64_t count) {
    assert(base->is_vla || base->size_bytes == 0 ||
           count <= UINT64_MAX / base->size_bytes);
    return find_or_make_array(table, base, (int64_t)count, false);
}

Type *type_incomplete_array_of(TypeTable *table, Type *base) {
    return find_or_make_array(table, base, INCOMPLETE_COUNT, true);
}

Type *type_vla_of(TypeTable *table, Type *base, Node *count) {
    if (count == NULL)
        return find_or_make_array(table, base, STAR_COUNT, true);
    if (base->kind == TY_ERROR)
        return base;
    Type *type = new_type(table, TY_ARRAY);
    type->base = base;
    type->align_bytes = base->align_bytes;
    type->is_complete = true;
    type->is_vla = true;
    type->vla_count = count;
    type->depth = base->depth + 1;
    return type;
}

// Parameter types of function types are compared and kept without their own qualifiers
// (C17 6.7.6.3p15).
static bool same_params(const Type *a, const Type *b) {
    const Param *p = a->params;
    const Param *q = b->params;
    for (; p != NULL && q != NULL; p = p->next, q = q->next) {
        if (p->type->unqual != q->type->unqual)
            return false;
    }
    return p == NULL && q == NULL;
}

// Of what a function type's identity is made: result, parameters, and the three flags.
static uint64_t hash_func(const Type *proto) {
    uint64_t hash = mix_pointer(TY_FUNC, proto->base);
    for (const Param *param = proto->params; param != NULL; param = param->next)
        hash = mix_pointer(hash, param->type->unqual);
    return mix(hash, (uint64_t)proto->is_variadic + 2u * proto->is_old_style +
                         4u * proto->is_async);
}

// The unique one without names, or a declaration's variant with them.
static Type *make_func(TypeTable *table, const Type *proto, bool is_variant) {
    Type *type = new_type(table, TY_FUNC);
    type->base = proto->base;
    type->size_bytes = 1;
    type->align_bytes = 1;
    type->is_variadic = proto->is_variadic;
    type->is_old_style = proto->is_old_style;
    type->is_async = proto->is_async;
    type->is_generic = proto->base->is_generic;
    type->depth = proto->base->depth + 1;
    Param **tail = &type->params;
    for (const Param *param = proto->params; param != NULL; param = param->next) {
        Param *copy = arena_new(&table->arena, Param);
        copy->type = param->type->unqual;
        if (is_variant) {
            copy->name = param->name;
            copy->span = param->span;
            copy->least = param->least;
            copy->is_restrict = param->is_restrict;
        }
        type->is_generic = type->is_generic || param->type->is_generic;
        if (param->type->depth >= type->depth)
            type->depth = param->type->depth + 1;
        type->param_count++;
        *tail = copy;
        tail = &copy->next;
    }
    return type;
}

// C17 6.7.6.3: names of parameters and attributes are not part of the type.
static Type *unique_func(TypeTable *table, const Type *proto) {
    uint64_t hash = hash_func(proto);
    for (Entry *entry = table->buckets[hash % BUCKET_COUNT]; entry != NULL;
         entry = entry->next) {
        const Type *type = entry->type;
        if (entry->hash == hash && type->kind == TY_FUNC && type->base == proto->base &&
            type->is_variadic == proto->is_variadic &&
            type->is_old_style == proto->is_old_style &&
            type->is_async == proto->is_async && same_params(type, proto))
            return entry->type;
    }
    return enter(table, hash, make_func(table, proto, false));
}

Type *type_func(TypeTable *table, const Type *proto) {
    Type *unique = unique_func(table, proto);
    bool is_variant = proto->is_noreturn || proto->is_generator;
    for (const Param *param = proto->params; param != NULL; param = param->next)
        is_variant = is_variant || param->name != NULL || param->least > 0;
    if (!is_variant)
        return unique;
    Type *type = make_func(table, proto, true);
    type->is_noreturn = proto->is_noreturn;
    type->is_generator = proto->is_generator;
    type->span = proto->span;
    type->unqual = unique;
    type->id = unique->id;
    return type;
}

// A qualified array is an array of qualified elements (C17 6.7.3p9); functions have no
// qualifiers.
static Type *qualified_array(TypeTable *table, Type *type, uint8_t quals) {
    Type *base = type_qualified(table, type->base, quals);
    if (base == type->base)
        return type;
    if (!type->is_complete)
        return type_incomplete_array_of(table, base);
    if (type->vla_count != NULL) {
        Type *copy = type_vla_of(table, base, type->vla_count);
        copy->vla_size = type->vla_size;
        return copy;
    }
    return type->is_vla && type->count == 0 ? type_vla_of(table, base, NULL)
                                            : type_array_of(table, base, type->count);
}

Type *type_qualified(TypeTable *table, Type *type, uint8_t quals) {
    quals |= type->quals;
    if (quals == type->quals || type->kind == TY_FUNC || type->kind == TY_ERROR)
        return type;
    if (type->kind == TY_ARRAY)
        return qualified_array(table, type, quals);
    Type *plain = type->unqual;
    for (Type *each = plain->next_variant; each != NULL; each = each->next_variant) {
        if (each->quals == quals)
            return each;
    }
    Type *variant = new_type(table, plain->kind);
    uint32_t id = variant->id;
    *variant = *plain;
    variant->id = id;
    variant->quals = quals;
    variant->pointer_to = NULL;
    variant->layout = NULL; // it has its own, which says that it is const
    set_cache(table, plain, &plain->next_variant, variant);
    return variant;
}

Type *type_handle(TypeTable *table, TypeKind kind, Type *base, Type *sent) {
    if (base->kind == TY_ERROR)
        return base;
    uint64_t hash = mix_pointer(mix_pointer((uint64_t)kind, base), sent);
    for (Entry *entry = table->buckets[hash % BUCKET_COUNT]; entry != NULL;
         entry = entry->next) {
        Type *type = entry->type;
        if (entry->hash == hash && type->kind == kind && type->base == base &&
            type->sent == sent)
            return type;
    }
    Type *type = new_type(table, kind);
    type->base = base;
    type->sent = sent;
    type->size_bytes = 8;
    type->align_bytes = 8;
    type->is_complete = true;
    type->is_awaitable = kind == TY_COROUTINE || kind == TY_TASK || kind == TY_FUTURE;
    type->is_generic = base->is_generic || (sent != NULL && sent->is_generic);
    type->depth = base->depth + 1;
    if (sent != NULL && sent->depth >= type->depth)
        type->depth = sent->depth + 1;
    return enter(table, hash, type);
}

Type *type_new_tagged(TypeTable *table, TypeKind kind, Name *tag, Span span) {
    Type *type = new_type(table, kind);
    type->tag_name = tag;
    type->unit = table->unit;
    type->span = span;
    type->align_bytes = 1;
    if (kind == TY_HANDLE) {
        type->size_bytes = 8;
        type->align_bytes = 8;
        type->is_complete = true;
    }
    return type;
}

// Whether a VLA with a length of its own is reached through pointers and arrays.
static bool has_lengths(const Type *type) {
    for (; type->kind == TY_ARRAY || type->kind == TY_POINTER; type = type->base) {
        if (type->vla_count != NULL)
            return true;
    }
    return false;
}

// Recursion is as deep as the declarator, which LIMIT_NESTING bounds.
Type *type_without_lengths(TypeTable *table, Type *type) {
    if (!has_lengths(type))
        return type;
    Type *base = type_without_lengths(table, type->base);
    if (type->kind == TY_POINTER)
        return type_qualified(table, type_pointer_to(table, base), type->quals);
    if (!type->is_complete)
        return type_incomplete_array_of(table, base);
    return type->vla_count != NULL || type->count == 0
               ? type_vla_of(table, base, NULL)
               : type_array_of(table, base, type->count);
}

// ---------------------------------------------------------------- questions

bool type_is_integer(const Type *type) {
    return (type->kind >= TY_BOOL && type->kind <= TY_ULLONG) || type->kind == TY_ENUM;
}

bool type_is_signed(const Type *type) {
    switch (type->kind) {
    case TY_CHAR:
    case TY_SCHAR:
    case TY_SHORT:
    case TY_INT:
    case TY_LONG:
    case TY_LLONG:
        return true;
    case TY_ENUM:
        return type->base == NULL || type_is_signed(type->base);
    default:
        return false;
    }
}

bool type_is_floating(const Type *type) {
    return type->kind >= TY_FLOAT && type->kind <= TY_LDOUBLE;
}

bool type_is_arithmetic(const Type *type) {
    return type_is_integer(type) || type_is_floating(type);
}

bool type_is_pointer(const Type *type) {
    return type->kind == TY_POINTER;
}

bool type_is_handle(const Type *type) {
    return type->kind >= TY_COROUTINE && type->kind <= TY_HANDLE;
}

bool type_is_scalar(const Type *type) {
    return type_is_arithmetic(type) || type->kind == TY_POINTER ||
           type->kind == TY_NULLPTR || type_is_handle(type) || type->kind == TY_TYPEVAR;
}

bool type_is_awaitable(const Type *type) {
    return type->kind == TY_COROUTINE || type->kind == TY_TASK ||
           type->kind == TY_FUTURE ||
           (type->kind == TY_HANDLE && (type->is_awaitable || type->is_any_awaitable));
}

bool type_is_record(const Type *type) {
    return type->kind == TY_STRUCT || type->kind == TY_UNION;
}

bool type_is_aggregate(const Type *type) {
    return type_is_record(type) || type->kind == TY_ARRAY;
}

int type_rank(const Type *type) {
    switch (type->kind) {
    case TY_BOOL:
        return 0;
    case TY_CHAR:
    case TY_SCHAR:
    case TY_UCHAR:
        return 1;
    case TY_SHORT:
    case TY_USHORT:
        return 2;
    case TY_INT:
    case TY_UINT:
        return 3;
    case TY_LONG:
    case TY_ULONG:
        return 4;
    case TY_LLONG:
    case TY_ULLONG:
        return 5;
    case TY_ENUM:
        return type->base == NULL ? 3 : type_rank(type->base);
    default:
        return -1;
    }
}

Type *type_promote(TypeTable *table, Type *type) {
    type = type->unqual;
    if (type->kind == TY_ENUM)
        type = type->base == NULL ? type_basic(table, TY_INT) : type->base->unqual;
    if (type_is_integer(type) && type_rank(type) < 3)
        return type_basic(table, TY_INT);
    return type;
}

Type *type_usual(TypeTable *table, Type *a, Type *b) {
    for (TypeKind kind = TY_LDOUBLE; kind >= TY_FLOAT; kind--) {
        if (a->kind == kind || b->kind == kind)
            return type_basic(table, kind);
    }
    a = type_promote(table, a);
    b = type_promote(table, b);
    if (a == b)
        return a;
    bool is_a_signed = type_is_signed(a);
    if (is_a_signed == type_is_signed(b))
        return type_rank(a) > type_rank(b) ? a : b;
    Type *plus = is_a_signed ? a : b; // the signed one
    Type *other = is_a_signed ? b : a;
    if (type_rank(other) >= type_rank(plus))
        return other;
    if (plus->size_bytes > other->size_bytes)
        return plus;
    return type_basic(table,
                      plus->kind + 1); // its unsigned counterpart follows it in TypeKind
}

// ---------------------------------------------------------------- sameness

bool type_same(const Type *a, const Type *b) {
    return a->unqual == b->unqual && a->quals == b->quals;
}

// One of the two knows no parameters: the other must be callable with promoted arguments
// (C17 6.7.6.3p15).
static bool fits_old_style(const Type *type) {
    if (type->is_variadic)
        return false;
    for (const Param *param = type->params; param != NULL; param = param->next) {
        const Type *each = param->type->unqual;
        if (each->kind == TY_FLOAT || (type_is_integer(each) && type_rank(each) < 3))
            return false;
    }
    return true;
}

// C17 6.7.6.3p15; an async function is no plain one, since a call of it means something
// else.
static bool compatible_funcs(const Type *a, const Type *b) {
    if (!type_compatible(a->base, b->base) || a->is_async != b->is_async)
        return false;
    if (a->is_old_style && b->is_old_style)
        return true;
    const Type *old = a->is_old_style ? a : b;
    if (old->is_old_style && old->param_count == 0)
        return fits_old_style(a->is_old_style ? b : a);
    if (a->is_variadic != b->is_variadic || a->param_count != b->param_count)
        return false;
    const Param *q = b->params;
    for (const Param *p = a->params; p != NULL; p = p->next, q = q->next) {
        if (!type_compatible(p->type->unqual, q->type->unqual))
            return false;
    }
    return true;
}

// ---- structs, unions and enums over the files of one program

void type_table_next_unit(TypeTable *table) {
    table->unit++;
}

uint32_t type_table_set_unit(TypeTable *table, uint32_t unit) {
    uint32_t before = table->unit;
    table->unit = unit;
    return before;
}

Type *type_first_twin(Type *type) {
    while (type->twin != NULL)
        type = type->twin;
    return type;
}

// The one is entered that is asked for first; whatever of another file is compatible with
// it is it from then on. That holds for an incomplete one too, which no comparison may
// make the twin of a complete one: it fits several that do not fit each other.
Type *type_first_alike(TypeTable *table, Type *type) {
    type = type_first_twin(type->unqual);
    if (table->unit == 0)
        return type;
    const Name *name = type->tag_name != NULL ? type->tag_name : type->typedef_name;
    uint64_t hash = mix_pointer(mix(0, type->kind), name);
    for (const Entry *each = table->buckets[hash % BUCKET_COUNT]; each != NULL;
         each = each->next) {
        if (each->hash == hash && type_compatible(each->type, type))
            return each->type;
    }
    return enter(table, hash, type);
}

// C17 6.2.7p1: members in the same order with compatible types, names, widths.
static bool same_members(const Type *a, const Type *b) {
    const Field *p = a->fields;
    const Field *q = b->fields;
    for (; p != NULL && q != NULL; p = p->next, q = q->next) {
        if (p->name != q->name || p->bit_width != q->bit_width ||
            p->offset_bytes != q->offset_bytes || !type_compatible(p->type, q->type))
            return false;
    }
    return p == q;
}

// The later one remembers its twin, so that a struct that points to itself is compared
// once, as compatible while its members are looked at.
static bool are_twins(const Type *a, const Type *b) {
    Type *first = type_first_twin(a->unqual);
    Type *second = type_first_twin(b->unqual);
    if (first == second)
        return true;
    bool is_alike =
        first->unit != second->unit && first->tag_name == second->tag_name &&
        (first->tag_name != NULL || first->typedef_name == second->typedef_name);
    if (!is_alike || !first->is_complete || !second->is_complete)
        return is_alike && first->tag_name != NULL;
    if (first->size_bytes != second->size_bytes ||
        first->align_bytes != second->align_bytes)
        return false;
    if (first->kind == TY_ENUM)
        return first->base->unqual == second->base->unqual;
    Type *later = first->unit > second->unit ? first : second;
    later->twin = later == first ? second : first;
    if (same_members(first, second))
        return true;
    later->twin = NULL;
    return false;
}

bool type_compatible(const Type *a, const Type *b) {
    if (a == b || a->kind == TY_ERROR || b->kind == TY_ERROR)
        return true;
    if (a->quals != b->quals)
        return false;
    a = a->unqual;
    b = b->unqual;
    if (a == b)
        return true;
    if (a->kind != b->kind) {
        if (a->kind == TY_ENUM)
            return a->base != NULL && a->base->unqual == b;
        return b->kind == TY_ENUM && b->base != NULL && b->base->unqual == a;
    }
    switch (a->kind) {
    case TY_POINTER:
        return type_compatible(a->base, b->base);
    case TY_ARRAY:
        if (!type_compatible(a->base, b->base))
            return false;
        return !a->is_complete || !b->is_complete || a->is_vla || b->is_vla ||
               a->count == b->count;
    case TY_FUNC:
        return compatible_funcs(a, b);
    case TY_STRUCT:
    case TY_UNION:
    case TY_ENUM:
        return are_twins(a, b);
    default:
        return false;
    }
}

// Parameter by parameter; a prototype wins over none.
static Type *composite_func(TypeTable *table, Type *a, Type *b) {
    if (a->is_old_style || b->is_old_style)
        return a->is_old_style ? b : a;
    Type proto = *a;
    proto.base = type_composite(table, a->base, b->base);
    proto.is_noreturn = a->is_noreturn || b->is_noreturn;
    proto.params = NULL;
    Param **tail = &proto.params;
    const Param *q = b->params;
    for (const Param *p = a->params; p != NULL; p = p->next, q = q->next) {
        Param *param = arena_new(&table->arena, Param);
        *param = p->name != NULL ? *p : *q;
        param->type = type_composite(table, p->type, q->type);
        param->next = NULL;
        *tail = param;
        tail = &param->next;
    }
    return type_func(table, &proto);
}

// C17 6.2.7p3; a and b are compatible.
Type *type_composite(TypeTable *table, Type *a, Type *b) {
    if (a == b || a->kind != b->kind)
        return a->kind == TY_ENUM || b->kind == TY_ERROR   ? a
               : b->kind == TY_ENUM || a->kind == TY_ERROR ? b
                                                           : a;
    switch (a->kind) {
    case TY_POINTER:
        return type_qualified(
            table, type_pointer_to(table, type_composite(table, a->base, b->base)),
            a->quals);
    case TY_ARRAY: {
        Type *base = type_composite(table, a->base, b->base);
        Type *sized =
            a->is_complete && (!a->is_vla || b->is_vla || !b->is_complete) ? a : b;
        if (sized->base == base || sized->is_vla)
            return sized;
        return sized->is_complete ? type_array_of(table, base, sized->count)
                                  : type_incomplete_array_of(table, base);
    }
    case TY_FUNC:
        return composite_func(table, a, b);
    default:
        return a;
    }
}

const Field *type_find_field(const Type *type, const Name *name, uint64_t *offset_bytes) {
    for (const Field *field = type->fields; field != NULL; field = field->next) {
        if (field->name == name && name != NULL) {
            *offset_bytes = field->offset_bytes;
            return field;
        }
        if (field->name == NULL && type_is_record(field->type)) {
            uint64_t inner = 0;
            const Field *found = type_find_field(field->type, name, &inner);
            if (found != NULL) {
                *offset_bytes = field->offset_bytes + inner;
                return found;
            }
        }
    }
    return NULL;
}
