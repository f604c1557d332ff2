// ast.h: product 2: the tree. The parser makes Nodes with kind, span and children; the
// checker fills in `type`, `sym`, `field` and rewrites the tree until it means one thing
// only. What holds afterwards (the contract with code/) is written at each kind after
// "typed:".
//
// In general, typed:
//  - every expression has ->type (never NULL; TY_ERROR only if an error was reported);
//  - every implicit conversion is an ND_CAST with is_implicit: operands of + have the
//    node's type, arguments their parameter's type (or the default promotions for `...`),
//    a returned value the function's result type, an assigned value the target's type, a
//    condition stays a scalar of its own type;
//  - arrays and functions used as values are wrapped in ND_DECAY;
//  - an lvalue's ->type keeps its qualifiers: compare types by ->unqual (function types by
//    ->unqual or ->id);
//  - lvalues (NAME of a variable, DEREF, INDEX, MEMBER, COMPOUND literal, STRING) are read
//    where a value is expected: there is no node for the load;
//  - sizeof, alignof, offsetof, _Generic, enumerators and integer constant expressions the
//    checker had to evaluate are ND_INT (except sizeof of a VLA).
// Lists are linked through ->next. Everything lives in the cell's arena.
//
// Where a kind below says ->body, the field is
//
//     ->then         blocks, statement expressions, loops, switch, cases, try, defer,
//                    taskgroup, deadline and shield (a try's handler is ->otherwise)
//     ->label_body   labels
//     ->timed_body   ND_TIMED
//     ->body         functions
#ifndef FRONT_AST_H
#define FRONT_AST_H

#include "front/text/token.h"
#include "front/type.h"
#include <assert.h>

typedef struct Sym Sym;
typedef struct Node Node;
typedef struct TypeName TypeName;
typedef struct DeclSpec DeclSpec;

// ---------------------------------------------------------------- symbols

typedef enum SymKind {
    SYM_VAR,
    SYM_FUNC,
    SYM_TYPEDEF,
    SYM_ENUMERATOR,
    SYM_LABEL
} SymKind;

typedef enum Storage {
    STORE_NONE,
    STORE_AUTO,   // a local or parameter
    STORE_STATIC, // a local static: an object of the session
    STORE_GLOBAL  // declared at the top level of a cell or file
} Storage;

// Names whose calls are instructions or need emitter support, from [[cora::op("...")]] in
// the library's headers.
typedef enum Builtin {
    BI_NONE,
    BI_NEXT,     // next(generator(T)): instruction GEN_NEXT
    BI_TRY_NEXT, // try_next(g, &x)
    BI_SEND,     // send(generator(T, S), s)
    BI_THROW_INTO,
    BI_CLOSE_GEN,
    BI_RUN, // run(coroutine(T))
    BI_CREATE_TASK,
    BI_GATHER,
    BI_ALLOCA,
    BI_VA_START, // va_start(ap, last)
    BI_VA_END,
    BI_VA_COPY,
    BI_SETJMP,
    BI_LONGJMP,
    BI_UNREACHABLE,
    BI_NEXT_CORO, // next(coroutine(T))
    BI_SEND_CORO,
    BI_EXPECT, // __builtin_expect(x, c): x
    BI_CONSTANT_P,
    BI_OBJECT_SIZE,
    BI_OVERFLOW_P,    // __builtin_add_overflow_p(a, b, like) and its kin
    BI_CLASSIFY_TYPE, // __builtin_classify_type(x): a number for the kind of x's type
    BI_LAYOUT // the first argument, a null T *, is passed as the run-time description of
              // T
} Builtin;

struct Sym {
    SymKind kind;
    Storage storage;
    Name *name;
    Type *type;
    Span span;       // where it was declared (the name)
    Span first_use;  // where a function or a variable of the session was first used
    bool is_reached; // is used where the program can come (check_use.c)
    Sym *next;       // in its scope's list, or the next overload of the same name
    bool is_defined; // function with a body; variable that is not merely extern
    bool is_extern;
    bool is_static; // internal linkage or a static local
    bool is_inline;
    bool is_param;
    bool is_array_param; // declared as an array: `int a[]`
                         // (C17 6.9.1p10)
    bool is_constexpr;   // ->value holds its bits (of the double for a floating type) if
                         // is_const_value
    bool is_const_value;
    bool is_register; // its address may not be taken (C17 6.7.1p6)
    bool is_thread_local;
    bool is_unknown;     // stands for a name that nobody declared, after the message
    bool is_const_init;  // constexpr, or const with a constant initialiser: ->value holds
    bool is_weak;        // GNU's weak: it may be missing
    bool is_alias;       // link_name is another symbol's
    bool is_absent;      // weak, and missing: its address is null
    bool is_replaceable; // GNU's extern inline: a definition takes its place
    bool is_library;     // from the library's headers: may be shadowed silently
    bool is_dual;        // [[cora::dual]]: blocks when called, suspends under await
    bool waits_alone;   // [[cora::waits]]: dual, and called plainly only the calling task
                        // waits
    bool is_overloaded; // ->next is another declaration, chosen by the first argument's
                        // type
    bool is_used;
    bool is_named; // used, or the operand of sizeof and its kin
    bool address_taken;
    bool in_memory; // typed: this local must live in memory (address taken, aggregate,
                    // VLA, volatile, or read where it is not provably initialised)
    bool needs_init_check;
    bool may_be_negative; // a value that may be is stored in it; and it is compared with
    bool is_sign_tested;  // zero or a negative number (check_sign.c)
    Builtin builtin;
    const char *native_name; // library functions: the native's name in lib.def; NULL: a
                             // Cora function
    const char *options; // [[cora::options("string name")]]: what `.name = value` may be
                         // given; or NULL
    const char *doc;     // the comment in front of a library declaration, or NULL
    uint32_t
        id; // STORE_GLOBAL/STATIC variables: global id; functions: function id. Unique in
            // the session and stable: redefinition with an unchanged type keeps the id
    int64_t value;          // enumerator, is_const_init integer
    const Type *enumerates; // enumerator: its enum
    uint32_t align_bytes;   // from _Alignas, 0: the type's
    Name *link_name;        // a linker's name for it, if not its own (check_alias.c)
    uint32_t constructor, destructor; // priority, 0: it is none
    Node
        *length; // of the parameter `int a[n++]` or `int a[static 5]`: evaluated when the
                 // function begins; else NULL
    Node *body;  // function being compiled in this cell: ND_FUNC; variable of the session
                 // made in it: the ND_DECL that initialises it; else NULL
    uint8_t format;       // 'p' printf-like, 's' scanf-like, 't' strftime-like, 0: none
    uint8_t format_index; // which parameter is the format, from 1; the arguments are the
                          // variadic ones
    uint32_t slot;        // the emitter's: register or site
    uint32_t depth;       // scope depth of a local
    uint32_t cell; // the compilation that declared it (scope.h): redefinition within one
                   // is an error
    uint32_t
        version; // how many times the name was redefined (messages: "struct p (In[2])")
    bool is_variadic_area; // emitter's
    // The emitter's too: a struct whose members stand in registers from slot on; bytes
    // from the pointer in slot to it, or to what a pointer points at (VarEntry in proto.h);
    // what is known of a function (emit_inline.c).
    bool in_fields;
    int32_t displacement;
    uint8_t inline_state;
    uint8_t copy_state; // of a byte: whether its value is only moved (emit_scan.c)
};

// ---------------------------------------------------------------- syntax of declarations

// What stands before a declarator. The parser only notes it; check_decl makes a Type of
// it.
enum {
    SPEC_VOID = 1 << 0,
    SPEC_BOOL = 1 << 1,
    SPEC_CHAR = 1 << 2,
    SPEC_SHORT = 1 << 3,
    SPEC_INT = 1 << 4,
    SPEC_LONG = 1 << 5,
    SPEC_LONG_LONG = 1 << 6,
    SPEC_FLOAT = 1 << 7,
    SPEC_DOUBLE = 1 << 8,
    SPEC_SIGNED = 1 << 9,
    SPEC_UNSIGNED = 1 << 10,
    SPEC_TAG = 1 << 12,       // struct, union, enum: ->tag
    SPEC_NAMED = 1 << 13,     // a typedef name: ->name
    SPEC_TYPEOF = 1 << 14,    // ->expr or ->type_name; SPEC_UNQUAL with it: typeof_unqual
    SPEC_HANDLE = 1 << 15,    // coroutine(T), task(T), ...: ->handle, ->type_name, ->sent
    SPEC_AUTO_TYPE = 1 << 16, // C23 auto: inferred
    SPEC_TYPEVAR = 1 << 17,   // __T
    SPEC_ATOMIC_OF = 1 << 18, // _Atomic(T): ->type_name
    SPEC_UNQUAL = 1 << 19
};
enum {
    STORAGE_TYPEDEF = 1,
    STORAGE_EXTERN = 2,
    STORAGE_STATIC = 4,
    STORAGE_AUTO = 8,
    STORAGE_REGISTER = 16,
    STORAGE_THREAD = 32,
    STORAGE_CONSTEXPR = 64,
    FUNC_INLINE = 128,
    FUNC_NORETURN = 256,
    FUNC_ASYNC = 512,
    FUNC_IMPLIED_INT = 1024, // no type was written (parse_old.c)
    STORAGE_CLASS = 127,     // the STORAGE_* together
    // C23 6.5.2.5: what a compound literal may have
    LITERAL_STORAGE =
        STORAGE_STATIC | STORAGE_REGISTER | STORAGE_THREAD | STORAGE_CONSTEXPR
};

typedef struct Attr { // [[name("arg")]] or __attribute__((name(args)))
    struct Attr *next;
    Name *prefix; // cora, gnu; NULL
    Name *name;
    Span span;
    const char *string; // first string argument, or NULL
    Node *args;         // expressions
    bool is_done;       // the parser has done what it asks for
} Attr;

typedef struct FieldDecl {
    struct FieldDecl *next;
    DeclSpec *spec;
    struct Declarator
        *declarator;        // NULL: anonymous struct/union member or unnamed bit-field
    Node *bit_width;        // or NULL
    Node *static_assertion; // ND_STATIC_ASSERT among the members; then the rest is NULL
    Span span;
} FieldDecl;

typedef struct EnumDecl {
    struct EnumDecl *next;
    Name *name;
    Span span;
    Node *value; // or NULL
} EnumDecl;

typedef struct TagSpec {
    TypeKind kind; // TY_STRUCT, TY_UNION, TY_ENUM
    Name *name;    // NULL: anonymous
    Span span;     // of the name, or of the keyword
    bool has_body;
    bool lost_end;  // its `}` is missing; it was reported
    bool told_slip; // a mistake among its enumerators or members was reported
    uint8_t pack;   // #pragma pack at the closing brace; 0: none
    FieldDecl *fields;
    EnumDecl *enumerators;
    TypeName *enum_base; // C23: enum e : T
    Attr *attrs;
} TagSpec;

struct DeclSpec {
    uint32_t words;   // SPEC_*
    uint32_t storage; // STORAGE_*, FUNC_*
    uint8_t quals;    // QUAL_*
    Span span;
    TagSpec *tag;
    Name *name;
    TypeKind handle;
    TypeName *type_name;
    TypeName *sent;
    Node *expr;
    Type *type; // typed: the type these words make, qualifiers included; made once for
                // all declarators
    Node *alignas_list; // each an expression, or for _Alignas(T) an ND_ALIGNOF of the
                        // TypeName
    Attr *attrs;
};

typedef enum DeclPartKind { PART_POINTER, PART_ARRAY, PART_FUNC } DeclPartKind;

typedef struct ParamDecl {
    struct ParamDecl *next;
    DeclSpec *spec;
    struct Declarator *declarator; // name may be NULL
    Span span;
} ParamDecl;

// One step of a declarator. Parts are listed from the name outwards: `char *(*f[3])(int)`
// is ARRAY 3, POINTER, FUNC(int), POINTER: "f is an array of 3 pointers to functions
// (int) returning pointer to char".
typedef struct DeclPart {
    struct DeclPart *next;
    DeclPartKind kind;
    uint8_t quals;  // of a pointer; inside [] of a parameter
    bool is_static; // [static n]
    bool is_star;   // [*]
    bool is_variadic;
    bool is_old_style; // () or a list of bare names
    bool is_void;      // (void)
    Node *count;       // array; NULL: []
    ParamDecl *params; // function
    Span span;
} DeclPart;

typedef struct Declarator {
    Name *name; // NULL: abstract
    Span span;  // of the name, or where it would be
    DeclPart *parts;
    Attr *attrs;
    const char *asm_label; // __asm__("name") behind it, or NULL
    Node *old_style_decls; // K&R parameter declarations (ND_DECL list), function
                           // definitions only
} Declarator;

struct TypeName {
    DeclSpec *spec;
    Declarator *declarator;
    Span span;
    Type *type; // typed
};

// ---------------------------------------------------------------- nodes

typedef enum NodeKind {
    // ---- expressions
    ND_INT, // ->value, of ->type (integers, bool, enum; also null pointer constants after
            // an implicit cast);
            // parsed: suffix, is_char, is_bool, is_nullptr say what was written
    ND_FLOAT,  // ->number
    ND_STRING, // ->string; an lvalue of array type
    ND_NAME,   // ->name; typed: ->sym (variable or function; enumerators become ND_INT)
    ND_CALL,   // ->lhs callee, ->args. typed: see the fields call_*
    ND_INDEX,  // ->lhs[->rhs]. typed: lhs is a pointer (mostly ND_DECAY of an array), rhs
               // an integer converted to
               // long (or unsigned long); never swapped
    ND_MEMBER, // ->lhs . ->name. `p->x` is MEMBER(DEREF(p)). typed: ->field,
               // ->offset_bytes (through anonymous
               // members); lhs is an lvalue or a struct value (a call's result)
    ND_DEREF,  // * ->lhs
    ND_ADDR,   // & ->lhs
    ND_NEG,
    ND_PLUS,
    ND_NOT /* ! */,
    ND_BITNOT,
    ND_PRE_INC,
    ND_PRE_DEC,
    ND_POST_INC,
    ND_POST_DEC, // typed: ->op_type: arithmetic is done in it (int for char)
    ND_ADD,
    ND_SUB,
    ND_MUL,
    ND_DIV,
    ND_REM, // typed: pointer + integer has the pointer in lhs and a long in rhs;
            // pointer - pointer has type long
    ND_SHL,
    ND_SHR, // typed: rhs has its own promoted type
    ND_BITAND,
    ND_BITOR,
    ND_BITXOR,
    ND_LT,
    ND_LE,
    ND_GT,
    ND_GE,
    ND_EQ,
    ND_NE, // typed: both sides of one type; result int
    ND_AND,
    ND_OR,   // && ||
    ND_COND, // ->cond ? ->lhs : ->rhs; lhs NULL for GNU ?:  (typed: then value is cond
             // converted, see rhs type)
    ND_COMMA,
    ND_ASSIGN,    // ->lhs = ->rhs. Struct types too
    ND_OP_ASSIGN, // ->lhs op= ->rhs, ->op one of ND_ADD..ND_BITXOR. typed: computed in
                  // ->op_type; rhs converted to
    // it (shifts: to its own promoted type; pointer += : to long); result converted to
    // lhs's type
    ND_CAST,      // (->type_name) ->lhs. typed: from lhs->type to ->type; is_implicit for
                  // conversions. To void: value dropped
    ND_DECAY,     // typed only: array lvalue or function name -> pointer
    ND_COMPOUND,  // (->type_name){...}: lvalue; ->init. typed: ->sym, an unnamed variable
                  // (auto or global)
    ND_INIT_LIST, // { ... } before checking: ->items. Not in the typed tree
    ND_INIT, // typed only: a flattened initialiser, ->init_items, of ->type. Zero what no
             // item names
    ND_SIZEOF_EXPR,
    ND_SIZEOF_TYPE, // typed: only of VLAs: ->lhs NULL, ->vla: the type
    ND_COUNTOF_EXPR,
    ND_COUNTOF_TYPE,
    ND_ALIGNOF,  // ->type_name (or lhs)
    ND_OFFSETOF, // ->type_name, ->lhs: a chain of MEMBER/INDEX over ND_PLACEHOLDER
    ND_PLACEHOLDER,
    ND_GENERIC, // ->lhs, ->assocs: list of ND_ASSOC (type_name NULL = default; ->lhs)
    ND_ASSOC,
    ND_OPTION, // among a call's arguments: .->name = ->lhs. typed: gone, its value is the
               // last of the arguments
    ND_LABEL_ADDR, // &&->name (GNU): typed: an ND_INT of void *, the label's number
    ND_STMT_EXPR,  // ({ ... }): ->body is a BLOCK; typed: value of its last expression
                   // statement
    ND_VA_ARG,     // va_arg(->lhs, ->type_name)
    ND_TYPES_COMPATIBLE,
    ND_CHOOSE, // __builtin_...; parser keeps type names in ->type_name and ->type_name2
               // (CHOOSE: ->cond,
               // ->lhs, ->rhs); typed: gone
    // async
    ND_AWAIT, // await ->lhs. typed: lhs is an awaitable value; or an ND_CALL with
              // call_kind CALL_FUNC/CALL_POINTER and
    // makes_coroutine false: called in this task directly; or a CALL_NATIVE with suspends
    // true
    ND_SPAWN, // spawn ->lhs. typed: lhs has type coroutine(T); the node task(T)
    ND_YIELD, // yield ->lhs (or NULL). typed: type is the generator's sent type or void
    ND_YIELD_FROM,
    // ---- statements
    ND_BLOCK,     // { ->body list }
    ND_EXPR_STMT, // ->lhs; show_value: a cell's last expression without `;`
    ND_EMPTY,
    ND_GAP,     // a statement that was not understood; ->args: the names in it;
                // is_declaration: it may have declared them
    ND_DECL,    // ->spec, ->declarator, ->init (or NULL); one node per declarator. typed:
                // ->sym (NULL: only a
                // type was declared), ->init an expression or ND_INIT
    ND_IF,      // ->cond ->then ->otherwise
    ND_WHILE,   // ->cond ->body
    ND_DO,      // ->body ->cond
    ND_FOR,     // ->init_stmt (DECL list or EXPR_STMT or NULL) ->cond ->step ->body
    ND_FOR_IN,  // for (T x : ->lhs) ->body; ->decl: the ND_DECL of x (no init); is_await:
                // for await.
                // typed: lhs a generator value, or an array lvalue
    ND_SWITCH,  // ->cond ->body; typed: ->cases in order of source; cond promoted
    ND_CASE,    // case ->lhs [... ->rhs]: ->body (one statement). typed: ->value,
                // ->value_high
    ND_DEFAULT, // ->body
    ND_BREAK,
    ND_CONTINUE, // typed: ->target: the loop or switch
    ND_RETURN,   // ->lhs or NULL; typed: converted to the result type
    ND_GOTO,  // ->name; typed: ->target: the ND_LABEL. ->lhs without a name: GNU's goto
              // *pointer; typed: an ND_SWITCH
              // over the numbers of the labels whose address the function takes
    ND_LABEL, // ->name: ->body
    ND_STATIC_ASSERT, // ->lhs, ->string or none. typed: gone (ND_EMPTY)
    ND_TRY, // ->body, then catch: ->decl (error e) or NULL, ->otherwise: the handler. It
            // catches every error
    // but an interrupt (KeyboardInterrupt) and exit() (SystemExit), which run defers only

    ND_THROW,     // ->lhs or NULL (rethrow)
    ND_DEFER,     // ->body
    ND_TASKGROUP, // ->body. typed: these three are gone: blocks, defers and natives
                  // (check_block.c)
    ND_DEADLINE,  // ->cond (seconds, double) ->body ->otherwise
    ND_SHIELD,    // ->body
    ND_MAGIC,     // ->string: the line
    ND_TIMED, // %time/%timeit: ->string: "time" or "timeit -n 10"; ->body: the statement
    // ---- top level
    ND_FUNC, // a function definition: ->spec ->declarator ->body(BLOCK). typed: ->sym,
             // ->params (Sym list through next
             // in ->locals order), ->uses_await, ->has_yield
    ND_KIND_COUNT
} NodeKind;

// Who is called (typed ND_CALL).
typedef enum CallKind {
    CALL_FUNC,    // a Cora function by name: ->call_sym
    CALL_POINTER, // through a pointer to function: ->lhs
    CALL_NATIVE,  // a library native: ->call_sym (native_name, builtin)
} CallKind;

// One scalar (or whole struct) of a flattened initialiser, at an offset of the object.
typedef struct InitItem {
    struct InitItem *next;
    uint64_t offset_bytes;
    const Field *bitfield; // or NULL
    Type *type;            // of the subobject
    Node *value;           // converted to type; ND_STRING for an array of char
    const void *range;     // the same for all items of one [lo ... hi] = value, which is
                           // evaluated once; or NULL
} InitItem;

typedef struct Designator { // .name or [lo ... hi]
    struct Designator *next;
    Name *name;
    Node *lo, *hi;
    Span span;
} Designator;

typedef struct ListItem { // of an ND_INIT_LIST
    struct ListItem *next;
    Designator *designators;
    Node *value;
} ListItem;

struct Node {
    NodeKind kind;
    Span span;      // the whole construct
    Span op_span;   // the operator, keyword or name that messages point at
    bool in_parens; // an expression that was written in parentheses of its own: `if ((a =
                    // b))`
    bool lost_fraction;   // typed: an integer, of a division that does not come out even
    bool is_pointer_size; // typed: ND_INT that was the sizeof of a pointer
    uint8_t bits; // typed: how wide a value from wide bit-fields is (check_bits.c); or 0
    Type *type;   // expressions, typed
    Node *next;   // next in a list: statements, arguments
    Node *lhs, *rhs;
    union {
        struct {            // ND_INT, ND_CASE
            uint64_t value; // sign- or zero-extended to 64 bits from its type
            int64_t value_high;
            uint8_t suffix;        // NUM_*, as lexed
            bool is_char;          // then suffix is the literal's StrKind
            bool is_bool;          // true, false
            bool is_nullptr;       // nullptr (value 0)
            const Sym *enumerator; // typed: whose name stood here, or NULL
        };
        double number;
        struct { // ND_STRING, ND_MAGIC, ND_TIMED, ND_STATIC_ASSERT's message
            const char *string;
            uint32_t string_bytes; // without the final zero
            uint8_t str_kind;      // StrKind
            uint8_t str_unused;
            Node *timed_body; // ND_TIMED
        };
        struct { // ND_NAME, ND_MEMBER, ND_GOTO, ND_LABEL, ND_COMPOUND
            Name *name;
            Sym *sym;
            const Field *field;
            uint64_t offset_bytes;
            Node *target_label; // ND_GOTO
            Node *label_body;   // ND_LABEL
            Node *compound_init;
            TypeName *compound_type;
        };
        struct { // ND_CALL, ND_GAP
            Node *args;
            bool is_declaration; // ND_GAP
            uint32_t arg_count;
            uint32_t fixed_count; // typed: parameters; the rest are variadic
            CallKind call_kind;   // typed
            Sym *call_sym;
            bool makes_coroutine; // typed: async function (or dual native) called as a
                                  // value
            bool has_option;      // typed: gather: the last argument is the value of
                                  // .return_errors
            bool suspends;        // typed: dual native directly under await
            Type *call_type;      // typed: the function type (instantiated if generic)
        };
        struct { // ND_COND, ND_IF, loops, switch, deadline, block, function, try
            Node *cond;
            Node *init_stmt;
            Node *step;
            Node *then; // also ->body of loops, blocks and cases; beside ND_CASE's value
                        // and value_high
            Node *otherwise;
            Node *decl;  // ND_FOR_IN, ND_TRY
            Node *cases; // ND_SWITCH, linked by ->next_case
            bool is_await;
            bool catches_all; // ND_TRY, typed: made by the checker: interrupts and exit()
                              // come here too
            uint32_t emit_data; // the emitter's
        };
        struct { // ND_CAST, SIZEOF, ALIGNOF, VA_ARG, GENERIC, ASSOC, INIT
            TypeName *type_name;
            TypeName *type_name2;
            bool is_implicit;     // ND_ALIGNOF: GNU's, which takes expressions
            ListItem *items;      // ND_INIT_LIST
            InitItem *init_items; // ND_INIT
            Node *assocs;         // ND_GENERIC
            Type *vla;
        };
        struct { // ND_OP_ASSIGN, increments
            NodeKind op;
            Type *op_type;
        };
        struct { // ND_DECL, ND_FUNC
            DeclSpec *spec;
            Declarator *declarator;
            Node *init;
            Node *body;
            Sym *decl_sym; // typed
            Sym **params;  // ND_FUNC typed: parameter symbols in order
            uint32_t param_count;
            bool uses_await;
            bool has_yield;
            bool is_redefinition;
            bool is_tentative;
        };
        struct { // ND_EXPR_STMT, ND_BREAK, ND_CONTINUE
            bool show_value;
            Node *target;
        };
    };
    Node *next_case; // ND_CASE, ND_DEFAULT: in their switch
};

// ---------------------------------------------------------------- product 3

// =, op=, ++ and --: changes what its ->lhs names.
static inline bool node_assigns(const Node *node) {
    return node->kind == ND_ASSIGN || node->kind == ND_OP_ASSIGN ||
           (node->kind >= ND_PRE_INC && node->kind <= ND_POST_DEC);
}

// The operators with two operands, as they stand in NodeKind: first those that make a number
// of a number (which have an `op=` as well), then the comparisons, then && and ||, which
// look at their right side only if the left one has not decided.
static inline bool op_is_arithmetic(NodeKind op) {
    return op >= ND_ADD && op <= ND_BITXOR;
}

static inline bool op_is_comparison(NodeKind op) {
    return op >= ND_LT && op <= ND_NE;
}

static inline bool op_is_binary(NodeKind op) {
    return op >= ND_ADD && op <= ND_OR;
}

static_assert(ND_BITXOR - ND_ADD == 9 && ND_LT - ND_BITXOR == 1 && ND_NE - ND_LT == 5 &&
                  ND_AND - ND_NE == 1 && ND_OR - ND_AND == 1,
              "the operators stand together");

// `a op b` is `b op_mirrored(op) a`, of a comparison.
static inline NodeKind op_mirrored(NodeKind op) {
    assert(op_is_comparison(op));
    switch (op) {
    case ND_LT:
        return ND_GT;
    case ND_LE:
        return ND_GE;
    case ND_GT:
        return ND_LT;
    case ND_GE:
        return ND_LE;
    default:
        return op;
    }
}

// A whole cell or file, typed.
typedef struct Program {
    Arena *arena;    // where all of it is: kept until the cell is linked
    Node *functions; // ND_FUNC list: definitions, in order
    Node *globals; // ND_DECL list: variables of the session declared here, in order, with
                   // constant initialisers (file scope) or none. An initialiser that is
                   // not constant stands as a second ND_DECL of the same STORE_GLOBAL
                   // symbol in `statements`, at its place: run its ->init into the
                   // existing object there (before a const object becomes read-only)
    Node *statements; // what runs, in order (empty in files)
    Sym *main_func;   // main, when this cell or file defines it and it is to be run; else
                      // NULL
    bool has_await;   // statements contain await
    VEC(Sym *)
    new_globals; // every variable (also static locals) whose storage this program creates
    VEC(Sym *) new_funcs; // every function id created or redefined here
} Program;

#endif
