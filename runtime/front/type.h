// type.h: product 3's vocabulary: Type, its size and layout (x86-64 System V ABI; long
// double is double).
//
// Unqualified, non-aggregate types are unique per TypeTable: pointers to equal types are
// equal pointers (type_pointer_to(t, int) always returns the same Type), so most
// comparisons are `==` on ->unqual; functions and arrays are unique as well. A struct,
// union or enum is one Type per declaration (C17 6.2.7 compatibility across cells is by
// declaration). A qualified type is a Type of its own whose ->unqual is the plain one.
//
// Functions come as variants too: parameter names, is_noreturn and is_generator are no
// part of a function type's identity, so a declaration has its own Type whose ->unqual is
// the unique one (and whose ->id is that one's).
//
// Types live in the session's arena, since globals of later cells refer to them; a cell
// that fails gives its types back (type_table_mark, type_table_reset).
#ifndef FRONT_TYPE_H
#define FRONT_TYPE_H

#include "base/arena.h"
#include "base/intern.h"
#include "base/source.h"
#include <stdbool.h>
#include <stdint.h>

typedef struct Type Type;
typedef struct Node Node;

typedef enum TypeKind {
    TY_ERROR, // poison: what a mistake has; every operation on it is silent
    TY_VOID,
    TY_BOOL,
    TY_CHAR, // signed, distinct from signed char
    TY_SCHAR,
    TY_UCHAR,
    TY_SHORT,
    TY_USHORT,
    TY_INT,
    TY_UINT,
    TY_LONG,
    TY_ULONG,
    TY_LLONG,
    TY_ULLONG,
    TY_FLOAT,
    TY_DOUBLE,
    TY_LDOUBLE, // 8 bytes: the same values as double, a type of its own
    TY_ENUM,    // ->base: its integer type
    TY_NULLPTR,
    TY_POINTER, // ->base: the pointee
    TY_ARRAY,   // ->base: the element; ->count
    TY_FUNC,    // ->base: the result
    TY_STRUCT,
    TY_UNION,
    // Handles: 8 bytes, copied freely, collected when unreachable. ->base: T; ->sent for
    // generators.
    TY_COROUTINE,
    TY_TASK,
    TY_FUTURE,
    TY_GENERATOR,
    TY_ASYNC_GENERATOR,
    TY_QUEUE,
    TY_HANDLE, // an opaque library handle (event, lock, loop, ...): see check_async.c
    TY_TYPEVAR // __T in a generic library declaration
} TypeKind;

enum { QUAL_CONST = 1, QUAL_VOLATILE = 2, QUAL_RESTRICT = 4, QUAL_ATOMIC = 8 };

// A member. Anonymous struct/union members have name NULL; their members are found
// through them.
typedef struct Field {
    struct Field *next;
    Name *name;
    Type *type;
    Span span;
    uint64_t offset_bytes; // from the beginning of the struct; of the storage unit for
                           // bit-fields
    uint32_t align_bytes;  // from _Alignas, 0: the type's
    uint8_t bit_offset;    // within the storage unit of type ->type
    uint8_t bit_width; // 0: not a bit-field (or the unnamed zero-width one, which has no
                       // Field)
    bool is_bitfield;
    bool is_packed;   // __attribute__((packed)) of its own: begins at any byte
    bool is_flexible; // the array at the end without a size
} Field;

typedef struct Enumerator {
    struct Enumerator *next;
    Name *name;
    int64_t value;
} Enumerator;

typedef struct Param {
    struct Param *next;
    Name *name; // may be NULL
    Type *type; // adjusted: arrays and functions are pointers (C17 6.7.6.3)
    Span span;
    uint64_t least; // elements that `int a[static 5]` asks for; 0: it does not say
    bool is_restrict;
} Param;

struct Type {
    TypeKind kind;
    uint8_t quals;     // QUAL_*
    bool is_complete;  // false: struct s; int a[]; void
    bool is_vla;       // array whose size is known at run time, or that contains one
    bool is_variadic;  // function: ends in `...`
    bool is_old_style; // function: declared with () before C23: arguments unknown
    bool is_async;     // function: calling it makes a coroutine(base)
    // Function; these two are not part of the type's identity. is_generator: base is a
    // generator type and the body contains yield.
    bool is_generator;
    bool is_noreturn;
    bool is_generic; // contains a TY_TYPEVAR
    uint32_t id;     // unique in the table, from 1: the run-time signature of functions
    uint32_t align_bytes;
    uint64_t size_bytes;
    Type *unqual;   // itself when unqualified
    Type *base;     // see TypeKind
    Type *sent;     // generators: what send() passes; NULL when nothing
    uint64_t count; // array: elements, when complete and not a VLA
    // VLA: the typed expression of its length, evaluated once, at the declaration; and a
    // hidden variable that holds the size in bytes of this array type.
    Node *vla_count;
    struct Sym *vla_size;
    Param *params; // function
    uint32_t param_count;
    Field *fields; // struct, union; in order
    Enumerator *enumerators;
    Name *tag_name;     // struct, union, enum, handle; NULL: anonymous
    Name *typedef_name; // the first typedef that named an anonymous one (for messages)
    Span span;          // where it was declared
    Type *pointer_to;   // cache: pointer to this type
    Type *next_variant; // the unqualified type's list of its qualified ones
    // Tagged: the cell that defined it, once another cell has redefined the tag.
    const char *stale_origin;
    bool is_awaitable;     // TY_HANDLE: `await` takes it
    bool is_any_awaitable; // TY_HANDLE as a parameter: takes every awaitable type
    bool has_const_member;
    bool is_packed;
    bool is_transparent; // union: GNU's transparent_union, as a parameter takes what its
                         // members take
    uint8_t pack_bytes;  // struct, union: no member is aligned to more; 0: no such bound
    uint32_t depth;      // steps (pointer, array, function, handle) down to a plain type
    uint32_t nesting;    // struct, union: how many levels of records its members contain
    bool is_broken;      // struct, union: a member was not understood and is missing
    bool is_open;        // struct, union: its members are being read
    bool has_flexible;   // it ends in an array without a size, or one of its members does
    uint32_t unit; // tagged: of which file of the program it is (type_table_next_unit)
    Type *twin;    // tagged: the compatible one of an earlier file, once found
    void *layout;  // code's run-time description once made (code/proto.h Layout *)
};

typedef struct TypeTable TypeTable;

TypeTable *type_table_new(void);
void type_table_destroy(TypeTable **table);
void type_table_mark(TypeTable *table);  // a cell begins
void type_table_reset(TypeTable *table); // it failed: its types are gone
// To be called before an existing tagged type is changed (completed, made stale), so that
// a reset undoes it.
void type_table_touch(TypeTable *table, Type *type);
// Another file of the same program begins: its structs are no longer those of the file
// before, but compatible with them if they are alike (C17 6.2.7p1).
void type_table_next_unit(TypeTable *table);
// Types are made for this file from here on (0: the first, and the library); returns what it was.
uint32_t type_table_set_unit(TypeTable *table, uint32_t unit);
// The first of all the types that are one over several files; mostly the type itself.
Type *type_first_twin(Type *type);
// The same for a struct, union or enum that was perhaps compared with none so far, and may
// be incomplete here.
Type *type_first_alike(TypeTable *table, Type *type);
Arena *type_table_arena(TypeTable *table);

// TY_ERROR..TY_LDOUBLE, TY_NULLPTR, TY_TYPEVAR.
Type *type_basic(TypeTable *table, TypeKind kind);
Type *type_pointer_to(TypeTable *table, Type *base);
Type *type_array_of(TypeTable *table, Type *base, uint64_t count);
Type *type_incomplete_array_of(TypeTable *table, Type *base);
Type *type_vla_of(TypeTable *table, Type *base, Node *count); // count NULL: [*]
// A function type like `proto` (base, params, flags); its ->unqual is the unique one.
Type *type_func(TypeTable *table, const Type *proto);
Type *type_qualified(TypeTable *table, Type *type,
                     uint8_t quals); // adds quals; arrays: to the element
Type *type_handle(TypeTable *table, TypeKind kind, Type *base, Type *sent);
Type *type_new_tagged(TypeTable *table, TypeKind kind, Name *tag,
                      Span span); // incomplete struct/union/enum/handle
// The type with every array length it reaches through pointers and arrays forgotten
// ([*]): what a prototype keeps.
Type *type_without_lengths(TypeTable *table, Type *type);
// Computes offsets, size and alignment of a struct or union whose ->fields are set;
// completes it. False when it exceeds LIMIT_OBJECT_BYTES. An unnamed bit-field of width 0
// comes as a Field and is taken out of the list.
bool type_layout(Type *type, uint32_t min_align_bytes);

bool type_is_integer(const Type *type); // with bool, char, enum
bool type_is_signed(const Type *type);
bool type_is_floating(const Type *type);
bool type_is_arithmetic(const Type *type);
bool type_is_scalar(const Type *type); // arithmetic, pointer, nullptr, handles
bool type_is_pointer(const Type *type);
bool type_is_handle(const Type *type); // TY_COROUTINE..TY_HANDLE
bool type_is_awaitable(const Type *type);
bool type_is_aggregate(const Type *type); // struct, union, array
bool type_is_record(const Type *type);    // struct, union
bool type_has_const(const Type *type);    // it, its elements, or a member however deep
int type_rank(const Type *type);          // C17 6.3.1.1
Type *type_promote(TypeTable *table, Type *type);
Type *type_usual(TypeTable *table, Type *a,
                 Type *b);                    // usual arithmetic conversions, C17 6.3.1.8
bool type_same(const Type *a, const Type *b); // the same type, qualifiers included
bool type_compatible(const Type *a, const Type *b); // C17 6.2.7
Type *type_composite(TypeTable *table, Type *a, Type *b);
const Field *type_find_field(const Type *type, const Name *name,
                             uint64_t *offset_bytes); // through anonymous members

// As C writes it: "char *(*)(int)", "struct point", "coroutine(int)". Into the arena.
const char *type_print(Arena *arena, const Type *type);
// A declaration: type and name, "int a[10]".
const char *type_print_decl(Arena *arena, const Type *type, const char *name);

#endif
