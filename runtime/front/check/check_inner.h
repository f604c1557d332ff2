// check_inner.h: what the files of the checker share, and nobody else sees.
//
//     check.c        a program: sorts its items, decides what is run
//     check_spec.c   specifiers and declarators -> Type
//     check_tag.c    struct, union, enum
//     check_decl.c   declarations: names, linkage, storage
//     check_library.c  functions of the library that a program declares itself
//     check_link.c   names over several files
//     check_alias.c  names that only a linker sees, constructors
//     check_func.c   function definitions
//     check_expr.c   expressions: names, members, one operand
//     check_enum.c   values of one enum where another's are meant
//     check_habit.c  what an operator shows to be hardly meant
//     check_shape.c  where the layout of statements misleads
//     check_slip.c   what a type shows to be hardly meant
//     check_size.c   sizeof and its kin, _Generic
//     check_op.c     operators with two operands
//     check_call.c   calls
//     check_promise.c  what a parameter asks of its argument
//     check_builtin.c  calls that are numbers
//     check_conv.c   conversions
//     check_init.c   initialisers
//     check_stmt.c   statements, labels
//     check_async.c  what C does not have
//     check_block.c  errors, defer, and the blocks of tasks
//     check_format.c printf and scanf formats
//     check_flow.c   what the paths through a function say
//     check_local.c  the declarations in a function
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
#include "base/map.h"
#include "base/vec.h"
#include "front/check/check.h"
#include "front/check/const_eval.h"
#include "front/scope.h"

// A place that no jump may enter from outside: the scope of a VLA, a try block, a
// defer... (C17 6.8.6.1p1).
typedef struct Barrier {
    struct Barrier *outer;
    Span span;
    const char *what;     // "the scope of `a`"
    bool no_exit;         // nor leave by a jump: defer
    uint32_t defer_count; // defers that are in force behind it
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

// GNU: the address of a label is a number, and `goto *p` a switch over the numbers of its
// function's labels.
typedef struct LabelUse {
    struct LabelUse *next;
    const Node *node; // ND_LABEL_ADDR, the first of that label
    uint32_t number;
} LabelUse;

typedef struct ComputedGoto { // waiting for the end of its function, which knows all the
                              // labels
    struct ComputedGoto *next;
    Node *node; // the ND_SWITCH it has become
    Barrier *barrier;
} ComputedGoto;

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
    bool has_gap;    // a statement of its body was left out: nothing is said of its paths
    Type *generator; // result type when it is a generator's: yield is allowed
    Node *loop;      // innermost, for continue
    Node *breakable; // innermost loop or switch
    SwitchState *switch_state;
    Label *labels;
    uint32_t label_count;
    LabelUse *label_uses; // labels whose address is taken
    ComputedGoto *computed;
    Jump *jumps;
    Barrier *barrier;
    Span first_value_return; // `return v;` of a function with a generator's result
    Span first_yield;
    Node *returns;             // its ND_RETURNs with a value, through ->next_case
    uint32_t cleanup_depth;    // open defer bodies
    uint32_t handler_depth;    // open catch blocks: `throw;` has something to throw again
    uint32_t block_depth;      // open taskgroup, deadline and shield blocks
    struct Blocking *blocking; // plain calls of dual functions met so far
    struct SignUse *sign_uses; // of its variables, the last one first (check_sign.c)
} FuncState;

typedef struct Blocking { // perhaps made a coroutine of, by what stands around it
    struct Blocking *next;
    const Node *call;
} Blocking;

typedef struct Meant {
    struct Meant *next;
    const Sym *sym;
} Meant;

typedef struct Hidden { // a session symbol declared extern inside a block only
    struct Hidden *next;
    Sym *sym;
} Hidden;

typedef struct Linked Linked; // check_link.c: an external name of an earlier file

typedef struct DeadUse {
    Sym *sym;
    Span span;
} DeadUse;

struct Checker {
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
    uint32_t param_depth;   // parameter lists around
    Span call_span;         // of the call whose overload is being chosen
    uint32_t dead_depth;    // parts around that never run (check_use.c)
    bool has_dead_label;    // but for a jump into one of them
    VEC(DeadUse) dead_uses; // in there
    bool allow_end;         // the operand of &: one past the end may be named
    uint32_t label_numbers; // given out
    uint32_t unevaluated;   // inside sizeof, typeof: names are not used, awaits not done
    Hidden *hidden;
    const Type *told_incomplete; // the type last complained of: once is enough
    Span untold;           // a mistake that was to have been told, with none told yet
    const ParseGaps *gaps; // in the file being checked, or NULL
    Node *items;           // of the file, from the one being checked on: to look ahead
    Linked *linked;        // external names of the files before (check_link.c)
    Map linked_names;      // Name -> the newest Linked of that name
    bool has_link_names;   // asm("..") or alias("..") was said
    bool is_linking;       // this is not the program's first file
    VEC(const Name *) told_names; // that nobody declared
    const Diag *told_foreign; // the last one of them that is a word of another language
    struct Meant *meant;      // functions that were told to lack an `async`
    FuncState *cell;          // the body of a cell; NULL for a file
    Program *program;         // under construction
    uint32_t init_items;      // of all initialisers so far
    bool told_init_items;     // that they are too many: once is enough
    bool is_pasted;
    struct { // of the program
        Node *first;
        Node **tail;
    } functions, statements;
    VEC(Sym *) new_globals;
    VEC(Sym *) new_funcs;
    // The types asked for most.
    Type *type_error, *type_void, *type_char, *type_int, *type_uint, *type_long,
        *type_ulong, *type_double;
};

// Borrowed text of a type for a message.
// What a declarator makes, for a message: "array `a`", without a name "this array".
static inline const char *called_text(Checker *c, const char *what, const Name *name) {
    return name == NULL ? arena_printf(c->arena, "this %s", what)
                        : arena_printf(c->arena, "%s `%s`", what, name->text);
}

static inline const char *type_text(Checker *c, const Type *type) {
    return type_print(c->arena, type);
}
static inline bool is_error(const Node *node) {
    return node->type->kind == TY_ERROR;
}
Node *check_node(Checker *c, NodeKind kind, Span span, Type *type);
Node *check_int(Checker *c, Span span, Type *type, uint64_t value);
Node *check_poison(Checker *c, Node *node); // gives it TY_ERROR
// Something at `span` can't be compiled, and a message says why, or will. check_close sees
// to it that there is one: the emitter is never given what has no meaning.
static inline void check_trust_told(Checker *c, Span span) {
    if (c->diags->error_count == 0 && c->untold.source == 0)
        c->untold = span;
}

// ---- check_local.c
// The declarations in a list of statements and under it, each visited; how many.
uint32_t check_each_decl(const Node *first, void (*visit)(Checker *c, const Node *decl),
                         Checker *c);
void check_unused_locals(Checker *c, const Node *func);

// ---- check_use.c: what the program names, and whether it can come there
void check_use(Checker *c, Sym *sym, Span span); // named there, and evaluated
// Around a part that runs only if `cond`, typed, is (not) zero.
void check_branch_begin(Checker *c, const Node *cond, bool if_zero);
void check_branch_end(Checker *c, const Node *cond, bool if_zero);
void check_branch_label(Checker *c); // a jump leads to here

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

// ---- check_library.c
bool check_is_defined_below(const Checker *c, const Name *name);
// Whether it stands in text that the parser had to skip: what it means is not known then.
bool check_is_skipped(const Checker *c, const Name *name);
bool check_is_library_function(const Sym *sym, const Type *type);
void check_stand_for(Checker *c, Sym *sym, Sym *library);

// ---- check_link.c
// The symbol that an earlier file of the program has for an external name, or NULL.
Sym *check_find_linked(const Checker *c, const Name *name);
void check_finish_links(Checker *c); // what no file defines

// ---- check_spec.c
// The type that specifiers make, qualifiers included; made once (spec->type). NULL: to be
// inferred from the initialiser (C23 auto). TY_ERROR after a message.
Type *check_spec(Checker *c, DeclSpec *spec);
typedef struct FuncParams {
    VEC(Sym *) syms; // of a definition's parameters; names may be NULL; the caller frees
    bool keep_scope; // in: take the first function part's parameters, leave their scope
                     // open
    bool was_taken;  // out: the declarator is a function's
} FuncParams;
// The type of one declarator over `base`. spec (or NULL) says whether it is async; params
// is NULL but for function definitions. TY_ERROR after a message.
Type *check_declarator(Checker *c, Type *base, Declarator *declarator, DeclSpec *spec,
                       FuncParams *params);
// The type a type name means (C17 6.7.7); made once (name->type).
Type *check_type_name(Checker *c, TypeName *name);
// The alignment asked for by _Alignas and __attribute__((aligned)) in bytes, 0: none.
// Reports what is no alignment, or less than the type's own (C17 6.7.5).
uint32_t check_alignment(Checker *c, const DeclSpec *spec, const Attr *attrs,
                         const Type *type);
// Whether that this type is incomplete was just said: its uses are one mistake then.
bool check_is_told_incomplete(Checker *c, const Type *type);
// Reports unless an object can have this type. `what`: "variable `x`".
bool check_complete(Checker *c, Type *type, Span span, const char *what);
// Types *node, which must be an integer constant expression (C17 6.6p6); reports and
// returns false if it is none. `what`: "a case label".
bool check_constant(Checker *c, Node **node, const char *what, int64_t *value);
// ND_STATIC_ASSERT becomes ND_EMPTY; reports when it does not hold (C17 6.7.10).
void check_static_assert(Checker *c, Node *node);
// Is or points at an array whose length varies (C17 6.7.6p3).
bool check_is_variably_modified(const Type *type);
// The type that GNU's mode(...) makes of a declaration's type.
Type *check_mode(Checker *c, Type *type, const DeclSpec *spec, const Declarator *d);
// The function type with what its attributes say ([[noreturn]], _Noreturn).
Type *check_func_attrs(Checker *c, Type *type, const DeclSpec *spec,
                       const Declarator *declarator);

// ---- check_promise.c
// Elements that `int a[static 5]` asks for; 0: it does not, or they are not constant.
// `written`: its type before it is adjusted.
uint64_t check_promise_count(const ParamDecl *decl, const Type *written);
// What the function of this parameter evaluates first to see them there; or NULL.
Node *check_promise(Checker *c, const ParamDecl *decl, Type *written, Sym *sym);
// A typed argument, converted to its parameter.
void check_promise_kept(Checker *c, const Node *arg, bool is_null, const Param *param);

// A call that hands the same object to a `restrict` parameter and to another.
void check_promise_apart(Checker *c, const Node *call);

// ---- check_enum.c
void check_enum_compared(Checker *c, const Node *node); // typed operands
// The enum that a value belongs to, if it is another than the one it is stored as; or NULL.
const Type *check_enum_stranger(const Node *value, const Type *target);
// chosen_by: the enum of the switch, or NULL.
void check_enum_label(Checker *c, const Node *label, const Type *chosen_by);

// ---- check_tag.c
// The type a struct, union or enum specifier means; defines it if it has a body.
// is_alone: `struct s;`, which declares s in this scope (C17 6.7.2.3p7). TY_ERROR after a
// message.
Type *check_tag(Checker *c, TagSpec *tag, bool is_alone);

// ---- check_decl.c

// A static object's initialiser must be a constant (C17 6.7.9p4).
void check_require_static(Checker *c, Node *init, const Sym *sym);
// Remembers the value of a constant whose initialiser is one.
void check_note_constant(Sym *sym, const Node *init);
// Any ND_DECL: binds its name in the open scope, types its initialiser.
void check_decl(Checker *c, Node *decl);
// Declares the variable of `for (T x : e)`, `catch (error e)`. inferred: its type when
// declared `auto`.
void check_single_decl(Checker *c, Node *decl, Type *inferred);

// ---- check_global.c
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
// The symbol the declaration means: an earlier one it agrees with, or a new one, bound.
// After a conflict, which is reported, a symbol that is not bound.
Sym *check_declare_global(Checker *c, const GlobalDecl *decl);
// The session's symbol of this name, also one that only blocks have declared so far.
Sym *check_find_session(const Checker *c, const Name *name);
// The symbol belongs to the text being compiled, so C's rules for one translation unit hold
// between it and another declaration.
bool check_is_of_this_text(const Checker *c, const Sym *sym, bool is_library);
// The attribute, in front of the declaration or behind the declarator.
const Attr *check_decl_attr(const GlobalDecl *decl, const char *prefix, const char *name);
// What holds at the end of a text: tentative definitions, names that nobody defined.
void check_finish_globals(Checker *c);

// ---- check_alias.c
// What the attributes of a declaration say of the symbol's linkage.
void check_note_linkage(Checker *c, Sym *sym, const GlobalDecl *decl);
// The name of asm("..") behind the declarator, if it is another than its own; or NULL.
Name *check_label_of(Checker *c, const GlobalDecl *decl);
// The library's function of that name, if it can have this type; or NULL.
Sym *check_labelled_library(const Checker *c, const Name *label, const Type *type);
// At the end: symbols without a definition become one with those they mean.
void check_join_names(Checker *c);
void check_run_constructors(Checker *c, Program *program);

// ---- check_storage.c
// Which storage words go together, and where they may stand.
void check_storage(Checker *c, const Node *decl, const Type *type);
// The first of these STORAGE_* as the program writes it.
const char *check_storage_word(uint32_t storage);
// The one of these FUNC_* that only functions have (C17 6.7.4p1).
const char *check_inline_word(uint32_t storage);

// ---- check_func.c
// A function definition: its symbol, its parameters, its body; and its paths.
void check_func(Checker *c, Node *func);
// Warns when the main that is to be run has another type than C17 5.1.2.2.1 says; false
// when it can't take argc and argv.
bool check_main(Checker *c, const Sym *sym);
// `state` becomes the function being checked.
void check_open_func(Checker *c, FuncState *state);
// Binds its gotos to its labels; reports jumps that may not be.
void check_close_func(Checker *c, FuncState *state);

// ---- check_expr.c
// The typed node; lvalues and function names stay what they are. TY_ERROR after a
// message.
Node *check_expr(Checker *c, Node *node);
// The symbol of a name, also of the library's puts when it is called `__builtin_puts`.
Sym *check_find_name(Checker *c, const Name *name);
// As check_expr, as a value (C17 6.3.2.1): arrays and functions decayed, void refused.
Node *check_value(Checker *c, Node *node);
// A scalar value that is compared with 0; `what`: "if". Warns of `=` for `==`.
Node *check_condition(Checker *c, Node *node, const char *what);
// In sizeof, typeof, _Generic: typed, but its names do not count as used.
Node *check_unevaluated(Checker *c, Node *node);
// Whether the typed node designates an object (C17 6.3.2.1p1).
bool check_is_lvalue(const Node *node);
// The variable whose own bytes a typed lvalue designates; NULL when a pointer leads away
// from it.
const Sym *check_root_variable(const Node *node);
// Reports unless the typed node is a modifiable lvalue. `doing`: "assign to".
bool check_modifiable(Checker *c, const Node *node, Span span, const char *doing);
// The variable at the lvalue's root must live in memory from here on.
void check_take_address(Checker *c, Node *node);
// "`x`", "the result of `f`", "this expression": for messages.
const char *check_describe(Checker *c, const Node *node);
// Reports a name nobody declared, with the nearest one; the node becomes TY_ERROR.
Sym *check_implied_function(Checker *c, const Node *node);
void check_unknown_name(Checker *c, Node *node, bool is_call);
// An unknown name was just told, and this value, typed, was assigned to it.
void check_propose_declaration(Checker *c, const Node *name, const Node *value);
// check_asyncio.c: notes on a message, for those who know Python's asyncio. About an
// unknown name; false: it is none of asyncio's.
bool check_note_asyncio(Checker *c, Diag *diag, Span span, const char *text);
// Reports `asyncio.name`; false: node is no such thing.
bool check_asyncio_prefix(Checker *c, Node *node);
// About `t.cancel`, t a handle.
void check_note_method(Checker *c, Diag *diag, const Node *node);
// About `event()`, where new_event() is meant.
void check_note_maker(Checker *c, Diag *diag, const Name *type);
// A number in the place of `node`.
Node *check_become_int(Checker *c, Node *node, Type *type, uint64_t value);
// Reports that `type` has no member node->name, with the nearest one.
void check_report_no_member(Checker *c, const Node *node, const Type *type);

// ---- check_size.c
// Each types one kind of node, or returns what takes its place.
Node *check_sizeof(Checker *c, Node *node);
bool check_may_change(const Node *node); // evaluating it might change something
Node *check_countof(Checker *c, Node *node);
Node *check_alignof(Checker *c, Node *node);
Node *check_offsetof(Checker *c, Node *node);
Node *check_generic(Checker *c, Node *node);
Node *check_choose(Checker *c, Node *node);
Node *check_types_compatible(Checker *c, Node *node);
Node *check_va_arg(Checker *c, Node *node);

// ---- check_op.c
Node *check_binary(Checker *c, Node *node);    // ND_ADD..ND_OR
Node *check_assign(Checker *c, Node *node);    // ND_ASSIGN
Node *check_op_assign(Checker *c, Node *node); // ND_OP_ASSIGN
Node *check_cond(Checker *c, Node *node);      // ND_COND
// Whether the typed node is a null pointer constant (C17 6.3.2.3p3).
bool check_is_null(const Node *node);

// An operator as the program writes it; for messages.
const char *check_op_text(NodeKind kind);

// ---- check_habit.c: legal, and hardly meant.
// Two operands, not yet checked.
void check_habit_parsed(Checker *c, const Node *node);
// A comparison whose operands are checked and not yet converted.
void check_habit_typed(Checker *c, const Node *node);
// An assignment whose sides are checked.
void check_habit_assigned(Checker *c, const Node *node);

// && or || whose operands are checked.
void check_habit_logical(Checker *c, const Node *node);

// ---- check_shape.c: where the layout of statements misleads.
// A statement of a block, as parsed, with the next one behind it.
void check_shape_item(Checker *c, const Node *node);
void check_shape_loop(Checker *c, const Node *loop); // ND_FOR, checked

// ---- check_sign.c: a number that may be negative meets an unsigned one.
// The variable gets this value, which is checked and converted; --, -=.
void check_sign_stored(Checker *c, Sym *sym, const Node *value);
void check_sign_lowered(Checker *c, const Node *node);
// A comparison of numbers whose operands are checked and not yet converted.
void check_sign_compared(Checker *c, const Node *node);
// The function has ended: what has to be said of its variables.
void check_sign_close(Checker *c, FuncState *state);

// ---- check_slip.c: legal, and by its types a slip.
// What the program wrote, without the conversions that the checker has put around.
const Node *check_as_written(const Node *node);
// The name of the library's function that is called, or NULL.
const char *check_native_of(const Node *node);
// An arithmetic operation before it is folded: what is to be known of its result.
void check_slip_computed(Node *node);
// An integer that is about to become a floating number.
void check_slip_to_float(Checker *c, const Node *node, const Type *type);
// A comparison of numbers, or of addresses, whose operands are checked.
void check_slip_compared(Checker *c, const Node *node);
void check_slip_addresses(Checker *c, const Node *node);
// A condition, an index, an assignment, an `^`; the last two as parsed.
void check_slip_condition(Checker *c, const Node *node);
void check_slip_index(Checker *c, const Node *node);
void check_slip_assigned(Checker *c, const Node *node);
void check_slip_power(Checker *c, const Node *node);
// Two operands, or arguments, as parsed: changed and used in no fixed order.
void check_slip_order(Checker *c, const Node *node);
void check_slip_args(Checker *c, const Node *args);
// As parsed: `sizeof p / sizeof p[0]`; then typed.
bool check_slip_is_count(const Node *node);
void check_slip_count(Checker *c, const Node *node);
// A typed call.
void check_slip_call(Checker *c, const Node *call);
// An argument to which the named function may write so many bytes, perhaps a string.
void check_slip_room(Checker *c, const char *name, const Node *arg, uint64_t need,
                     bool is_string);
// A value that becomes a pointer of this type: what malloc gives for it.
void check_slip_alloc(Checker *c, const Node *value, const Type *type);

// ---- check_call.c
// ND_CALL: the fields call_*, converted arguments, the result's type.
Node *check_call(Checker *c, Node *node);
// The function type of what is called; NULL if it can't be.
Type *check_callee_type(const Node *callee);
// A function's name as a program writes it: `error` for `__new_error`.
const char *check_written_name(const Sym *sym);

// ---- check_builtin.c
// The typed arguments of __builtin_add_overflow_p and its kin.
void check_overflow_args(Checker *c, Node *call);
// A typed call, or the number it is before anything runs.
Node *check_settle_call(Checker *c, Node *call);

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
// ND_DECAY around arrays and functions; a constexpr name becomes its value.
Node *conv_decay(Checker *c, Node *node);
// An implicit ND_CAST to the unqualified type, folded; nothing when it is the same.
Node *conv_to(Checker *c, Node *node, Type *type);
// The integer promotions, bit-fields included (C17 6.3.1.1p2).
Node *conv_promote(Checker *c, Node *node);
Type *conv_promoted_type(Checker *c, const Node *node);

// ---- check_bits.c

typedef struct BitsType { // what is computed in
    Type *type;
    unsigned bits; // 33 to 63, or 0: as wide as the type
} BitsType;

// A member that is a bit-field; false also when the member is an error and has no field.
static inline bool bits_is_field(const Node *node) {
    return node->kind == ND_MEMBER && node->field != NULL && node->field->is_bitfield;
}
unsigned bits_of(const Node *node);
BitsType bits_common(Checker *c, const Node *lhs, const Node *rhs, Type *common);
Node *bits_convert(Checker *c, Node *node, BitsType to);
Node *bits_cut(Checker *c, Node *node, unsigned bits);
void bits_stored(Checker *c, const Field *field, const Node *value);
// What an argument without a parameter becomes (C17 6.5.2.2p6).
Node *conv_default_promote(Checker *c, Node *node);
// The value as if assigned to `target` (C17 6.5.16.1); it is decayed already. Reports and
// returns TY_ERROR when it does not fit.
Node *conv_assign(Checker *c, Node *value, Type *target, const ConvUse *use);
// ND_CAST as parsed (C17 6.5.4).
Node *conv_explicit(Checker *c, Node *node);

// ---- check_init.c
// The initialiser of an object of *type (an incomplete array is completed): an expression
// or ND_INIT.
Node *check_init(Checker *c, Node *init, Type **type, bool is_static);
// ND_COMPOUND: an unnamed variable and its initialiser (C17 6.5.2.5).
Node *check_as_member(Checker *c, Node *value, Type *to, const Field *field);
Node *check_union_cast(Checker *c, Node *node, Type *to); // NULL: no member fits
Node *check_compound(Checker *c, Node *node);

// ---- check_stmt.c
// Warns when the typed value is dropped and nothing else came of it.
void check_unused_value(Checker *c, const Node *value);
// Any statement, in the scope and function that are open.
void check_stmt(Checker *c, Node *node);
// A list of statements, in the scope that is open.
void check_block(Checker *c, Node *first);
// One statement in a scope of its own; NULL is fine.
void check_body_in_scope(Checker *c, Node *body);
// ND_STMT_EXPR: its type is that of its last expression statement, else void.
Node *check_stmt_expr(Checker *c, Node *node);
// A barrier inside the one that is up now; the caller puts it up. `what`: see Barrier.
Node *check_label_addr(Checker *c, Node *node);
Barrier *check_barrier(Checker *c, Span span, const char *what);

// ---- check_async.c
// Whether the function lacks an `async`, and that was told.
bool check_is_meant_async(const Checker *c, const Sym *sym);
Node *check_await(Checker *c, Node *node);
Node *check_spawn(Checker *c, Node *node);
Node *check_yield(Checker *c, Node *node);
Node *check_yield_from(Checker *c, Node *node);
void check_for_in(Checker *c, Node *node);
// `for (x : f())`, f a generator function: the loop, inside a block that closes the
// generator. Before its body is checked.
Node *check_own_generator(Checker *c, Node *node);
// A typed argument or initialiser for a target of `type` (NULL: any awaitable): a dual
// call becomes a coroutine where one is expected.
Node *check_dual_as_coroutine(Checker *c, Node *node, const Type *type);
// Notes a plain call of a dual function; what stands around it may still make a coroutine
// of it.
void check_plain_call_in_async(Checker *c, const Node *call);
// The notes for those that nothing did.
void check_report_blocking(Checker *c, const FuncState *state);
// Warns when an expression statement drops a coroutine or generator.
void check_dropped(Checker *c, const Node *value);
// Whether the program may wait here; else reports both ways out. `word`: "await".
bool check_await_allowed(Checker *c, Span span, const char *word);
// The declaration of an overloaded name that fits the typed arguments best; NULL after a
// message.
Sym *check_pick_overload(Checker *c, Sym *sym, Node *args);
// A generic function's type with __T replaced by what the arguments say; NULL after a
// message.
Type *check_instantiate(Checker *c, const Sym *sym, Type *generic, Node *args);
// A typed call of gather: its result's type is made of the arguments'.
Node *check_gather(Checker *c, Node *call);
// check_option.c. Takes the options out of a parsed call's arguments; NULL: none.
Node *check_take_options(Node *call);
// Judges them by the function's declaration and appends their values to the arguments;
// false after a message.
bool check_options(Checker *c, Node *call, Node *options);

// ---- check_block.c
// e.name, e.message, e.code of an `error`; e is node->lhs, checked.
Node *check_error_member(Checker *c, Node *node);
// A typed call of a library native; args: typed list.
Node *check_native_call(Checker *c, const char *name, Node *args, Span span);
void check_try(Checker *c, Node *node);
void check_throw(Checker *c, Node *node);
void check_async_block(Checker *c, Node *node); // defer, taskgroup, deadline, shield

// ---- check_format.c
// The arguments of a call whose function takes a format (Sym.format), against it.
void check_format(Checker *c, const Node *call);

// ---- check_flow.c
// Warnings from the paths through a typed function, and Sym.in_memory of locals that are
// read where they may have no value.
void flow_check_func(Checker *c, Node *func);

// The same for a cell's statements.
void flow_check_cell(Checker *c, Node *statements);

#endif
