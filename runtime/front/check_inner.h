// check_inner.h: what the files of the checker share, and nobody else sees.
//
//     check.c        a program: sorts its items, decides what is run
//     check_spec.c   specifiers and declarators -> Type
//     check_tag.c    struct, union, enum
//     check_decl.c   declarations: names, linkage, storage
//     check_func.c   function definitions
//     check_expr.c   expressions: names, members, one operand
//     check_size.c   sizeof and its kin, _Generic
//     check_op.c     operators with two operands
//     check_call.c   calls
//     check_conv.c   conversions
//     check_init.c   initialisers
//     check_stmt.c   statements, labels
//     check_async.c  what C does not have
//     check_block.c  errors, defer, and the blocks of tasks
//     check_format.c printf and scanf formats
//     check_flow.c   what the paths through a function say
//     const_eval.c   constants
//
// What always holds:
//  - An expression is checked once. check_* functions return the node that takes its
//    place: the same one, or a new one around it. After a mistake it has the type
//    TY_ERROR, on which everything is silent: one mistake, one message.
//  - An expression's tree is as high as the parser lets it be (LIMIT_EXPR_DEPTH), so
//    recursion over it is safe.
//  - Types that nest deeper than LIMIT_NESTING are refused when they are made, so
//    recursion over them is safe as well.
#ifndef FRONT_CHECK_INNER_H
#define FRONT_CHECK_INNER_H

#include "base/limits.h"
#include "base/vec.h"
#include "front/check.h"
#include "front/const_eval.h"
#include "front/scope.h"

// A place that no jump may enter from outside: the scope of a VLA, a try block, a
// defer... (C17 6.8.6.1p1).
typedef struct Barrier {
    struct Barrier *outer;
    Span span;
    const char *what; // "the scope of `a`"
    bool no_exit;     // nor leave by a jump: defer
} Barrier;

typedef struct Label {
    struct Label *next;
    Name *name;
    Node *node; // ND_LABEL; NULL while only jumped to
    Barrier *barrier;
    bool is_used;
} Label;

typedef struct Jump { // a goto waiting for the end of its function
    struct Jump *next;
    Node *node;
    Barrier *barrier;
} Jump;

typedef struct SwitchState {
    struct SwitchState *outer;
    Node *node;
    Node **tail; // of node->cases
    Node *has_default;
    Type *type;      // promoted type of what it chooses by
    Type *enum_type; // or NULL
    Barrier *barrier;
    uint32_t case_count;
} SwitchState;

// The function being checked, or the body of a cell.
typedef struct FuncState {
    Sym *sym;     // NULL: the cell's body
    Type *type;   // NULL: the cell's body
    Type *result; // what `return` converts to
    bool is_cell;
    bool is_async; // await is allowed
    bool uses_await;
    bool has_yield;
    bool calls_setjmp;
    Type *generator; // result type when it is a generator's: yield is allowed
    Node *loop;      // innermost, for continue
    Node *breakable; // innermost loop or switch
    SwitchState *switch_state;
    Label *labels;
    Jump *jumps;
    Barrier *barrier;
    Span first_value_return; // `return v;` of a function with a generator's result
    Span first_yield;
    Node *returns;             // its ND_RETURNs with a value, through ->next_case
    uint32_t cleanup_depth;    // open defer bodies
    uint32_t handler_depth;    // open catch blocks: `throw;` has something to throw again
    uint32_t block_depth;      // open taskgroup, deadline and shield blocks
    struct Blocking *blocking; // plain calls of dual functions met so far
} FuncState;

typedef struct Blocking { // perhaps made a coroutine of, by what stands around it
    struct Blocking *next;
    const Node *call;
} Blocking;

typedef struct Hidden { // a session symbol declared extern inside a block only
    struct Hidden *next;
    Sym *sym;
} Hidden;

typedef struct Checker {
    Front *front;
    Arena *arena;
    Diags *diags;
    TypeTable *types;
    Scope *scope;
    Interner *names;
    bool file_mode;
    FuncState *func;     // NULL outside of functions and statements
    const Node *awaited; // the call that stands directly behind `await` or `spawn`
    const DeclPart
        *param_part;    // outermost part of the parameter being read: may say [static n]
    bool in_definition; // they are a function definition's
    uint32_t param_depth; // parameter lists around
    Span call_span;       // of the call whose overload is being chosen
    bool allow_end;       // the operand of &: one past the end may be named
    uint32_t unevaluated; // inside sizeof, typeof: names are not used, awaits not done
    Hidden *hidden;
    Node *items; // the whole program, to look ahead for hints
    VEC(Sym *) new_globals;
    VEC(Sym *) new_funcs;
    // The types asked for most.
    Type *type_error, *type_void, *type_char, *type_int, *type_uint, *type_long,
        *type_ulong, *type_double;
} Checker;

// Borrowed text of a type for a message.
static inline const char *type_text(Checker *c, const Type *type) {
    return type_print(c->arena, type);
}
static inline bool is_error(const Node *node) {
    return node->type->kind == TY_ERROR;
}
Node *check_node(Checker *c, NodeKind kind, Span span, Type *type);
Node *check_int(Checker *c, Span span, Type *type, uint64_t value);
Node *check_poison(Checker *c, Node *node); // gives it TY_ERROR
// A warning or note: the arguments of diag_add, first the span. NULL in library code,
// which never warns.
bool check_is_library(const Checker *c, Span span);
static inline Span check_first_span(Span span, ...) {
    return span;
}
#define check_warn(c, code, ...)                                                         \
    (check_is_library((c), check_first_span(__VA_ARGS__))                                \
         ? NULL                                                                          \
         : diag_add((c)->diags, (code), __VA_ARGS__))
// A note at the declaration of `sym`, unless the library made it.
void check_note_declared(Checker *c, Diag *diag, const Sym *sym);
const Attr *check_find_attr(const Attr *list, const char *prefix, const char *name);
Sym *check_new_local(Checker *c, Name *name, Type *type, Span span);

// ---- check_spec.c
Type *check_spec(Checker *c, DeclSpec *spec); // NULL: to be inferred from the initialiser
typedef struct FuncParams {
    VEC(Sym *) syms; // of a definition's parameters; names may be NULL
    bool keep_scope; // in: leave the parameters' scope open, take the first function
                     // part's parameters
    bool was_taken;  // out: the declarator is a function's
} FuncParams;
Type *check_declarator(Checker *c, Type *base, Declarator *declarator, DeclSpec *spec,
                       FuncParams *params);
Type *check_type_name(Checker *c, TypeName *name);
uint32_t check_alignment(Checker *c, const DeclSpec *spec, const Attr *attrs,
                         const Type *type);
// Reports unless an object can have this type. `what`: "variable `x`".
bool check_complete(Checker *c, Type *type, Span span, const char *what);
// An integer constant expression; reports and returns false if it is none. `what`: "a
// case label".
bool check_constant(Checker *c, Node **node, const char *what, int64_t *value);
void check_static_assert(Checker *c, Node *node);
// Is or points at an array whose length varies (C17 6.7.6p3).
bool check_is_variably_modified(const Type *type);
// A function type in the spec or declarator whose attributes change it ([[noreturn]]).
Type *check_func_attrs(Checker *c, Type *type, const DeclSpec *spec,
                       const Declarator *declarator);

// ---- check_tag.c
Type *check_tag(Checker *c, TagSpec *tag, bool is_alone);

// ---- check_decl.c
void check_decl(Checker *c, Node *decl);
// Declares the variable of `for (T x : e)`, `catch (error e)`. inferred: its type when
// declared `auto`.
void check_single_decl(Checker *c, Node *decl, Type *inferred);
typedef struct GlobalDecl { // what a declaration with linkage says
    Name *name;
    Type *type;
    Span span;
    uint32_t storage; // STORAGE_*, FUNC_*
    SymKind kind;
    bool is_definition; // has a body or initialiser
    bool is_tentative;  // `int x;` of the session
    const DeclSpec *spec;
    const Declarator *declarator;
} GlobalDecl;
Sym *check_declare_global(Checker *c, const GlobalDecl *decl);
void check_finish_globals(Checker *c);

// ---- check_func.c
void check_func(Checker *c, Node *func);
// Warns when the main that is to be run has another type than C17 5.1.2.2.1 says; false
// when it can't take argc and argv.
bool check_main(Checker *c, const Sym *sym);
void check_open_func(Checker *c, FuncState *state);
void check_close_func(Checker *c, FuncState *state); // labels and jumps

// ---- check_expr.c
Node *check_expr(Checker *c, Node *node); // lvalues and function names stay what they are
Node *check_value(Checker *c, Node *node); // arrays and functions decayed; not void
Node *check_condition(Checker *c, Node *node, const char *what); // a scalar value
bool check_is_lvalue(const Node *node);
bool check_modifiable(Checker *c, const Node *node, Span span, const char *doing);
void check_take_address(Checker *c, Node *node); // marks the variable at its root
const char *check_describe(Checker *c, const Node *node); // "`x`", "this expression"
void check_unknown_name(Checker *c, Node *node, bool is_call);
Node *check_unevaluated(Checker *c, Node *node);

// A number in the place of `node`.
Node *check_become_int(Checker *c, Node *node, Type *type, uint64_t value);
void check_report_no_member(Checker *c, const Node *node,
                            const Type *type); // node->name is not in type

// ---- check_size.c
Node *check_sizeof(Checker *c, Node *node);
Node *check_countof(Checker *c, Node *node);
Node *check_alignof(Checker *c, Node *node);
Node *check_offsetof(Checker *c, Node *node);
Node *check_generic(Checker *c, Node *node);
Node *check_choose(Checker *c, Node *node);
Node *check_types_compatible(Checker *c, Node *node);
Node *check_va_arg(Checker *c, Node *node);

// ---- check_op.c
Node *check_binary(Checker *c, Node *node);
Node *check_assign(Checker *c, Node *node);
Node *check_op_assign(Checker *c, Node *node);
Node *check_cond(Checker *c, Node *node);
bool check_is_null(const Node *node); // a null pointer constant, C17 6.3.2.3p3

// ---- check_call.c
Node *check_call(Checker *c, Node *node);
Type *check_callee_type(const Node *callee); // function type, or NULL
// A function's name as a program writes it: `error` for `__new_error`.
const char *check_written_name(const Sym *sym);

// ---- check_conv.c
typedef enum ConvKind {
    CONV_ASSIGN,
    CONV_INIT,
    CONV_ARG,
    CONV_RETURN,
    CONV_YIELD,
    CONV_SEND
} ConvKind;
typedef struct ConvUse { // for messages
    ConvKind kind;
    uint32_t index;  // of the argument, from 1
    const Sym *func; // or NULL
    const Param *param;
} ConvUse;
Node *conv_decay(Checker *c, Node *node);
Node *
conv_to(Checker *c, Node *node,
        Type *type); // an implicit ND_CAST, folded; nothing when the type is the same
Node *conv_promote(Checker *c, Node *node);
Node *conv_default_promote(Checker *c, Node *node); // C17 6.5.2.2p6
Type *conv_promoted_type(Checker *c, const Node *node);
Node *conv_assign(Checker *c, Node *value, Type *target,
                  const ConvUse *use);       // C17 6.5.16.1; value decayed
Node *conv_explicit(Checker *c, Node *node); // ND_CAST as parsed

// ---- check_init.c
// The initialiser of an object of *type (an incomplete array is completed): an expression
// or ND_INIT.
Node *check_init(Checker *c, Node *init, Type **type, bool is_static);
Node *check_compound(Checker *c, Node *node);

// ---- check_stmt.c
void check_stmt(Checker *c, Node *node);
void check_block(Checker *c, Node *first); // a list, in the scope that is open
Node *check_stmt_expr(Checker *c, Node *node);
void check_body_in_scope(Checker *c, Node *body);
Barrier *check_barrier(Checker *c, Span span, const char *what);

// ---- check_async.c
Node *check_await(Checker *c, Node *node);
Node *check_spawn(Checker *c, Node *node);
Node *check_yield(Checker *c, Node *node);
Node *check_yield_from(Checker *c, Node *node);
void check_for_in(Checker *c, Node *node);
// A checked argument or initialiser for a target of `type`: a dual call becomes a
// coroutine where one is expected.
Node *check_dual_as_coroutine(Checker *c, Node *node, const Type *type);
void check_plain_call_in_async(Checker *c, const Node *call);
void check_report_blocking(Checker *c, const FuncState *state);
void check_dropped(Checker *c,
                   const Node *value); // an expression statement's value of a handle type
bool check_await_allowed(Checker *c, Span span, const char *word);
Sym *check_pick_overload(Checker *c, Sym *sym, Node *args);
// A generic function's type with __T replaced by what the arguments say; NULL after a
// message.
Type *check_instantiate(Checker *c, const Sym *sym, Type *generic, Node *args, Span span);
Node *check_gather(Checker *c, Node *call);

// ---- check_block.c
// e.name, e.message, e.code of an `error`; e is node->lhs, checked.
Node *check_error_member(Checker *c, Node *node);
// A typed call of a library native; args: typed list.
Node *check_native_call(Checker *c, const char *name, Node *args, Span span);
void check_try(Checker *c, Node *node);
void check_throw(Checker *c, Node *node);
void check_async_block(Checker *c, Node *node); // defer, taskgroup, deadline, shield

// ---- check_format.c
void check_format(Checker *c, const Node *call);

// ---- check_flow.c
void flow_check_func(Checker *c, Node *func);
void flow_check_cell(Checker *c, Node *statements);

#endif
