// emit.h: what the files of the emitter share. A Func is one function being compiled, an
// Emit one unit.
//
// How an expression is compiled (emit_expr.c):
//
//     Reg emit_expr(f, node, want)            the value, in `want`, or (REG_NONE) wherever
//                                             it is: a variable's own register or a new
//                                             temporary, which is then the newest (top-1)
//     void emit_effect(f, node)               its side effects only
//     void emit_cond(f, node, sense, label)   jumps to label if the condition is `sense`,
//                                             else falls through
//     void emit_record(f, node, to)           a struct's value into the object at pointer
//                                             `to`
//
// What always holds:
//  - A struct's "value" in a register is a pointer to an object that holds it.
//  - `want` is written last, after everything the expression reads: so `x = x * x + 1`
//    computes straight into x. `want` may be a register at or above top (an argument's
//    place): the caller takes it afterwards.
//  - Code that cannot be reached is not emitted at all: emit_op drops instructions while
//    !f->reachable, a label that somebody jumps to ends that.
//  - The locals in memory that live at a place in the code are known when it is compiled:
//    f->locals is that stack.
//    Paths that meet agree about it. So a jump out of a block ends so many locals, and a
//    goto into one begins them (emit_stmt.c). Inside an expression, paths meet too; there
//    a branch ends what it began (emit_temps_end).
//
// Fields of the tree that belong to the emitter: Sym.slot (a local's register; plus 1 for
// the hidden size of a VLA, 0 when not computed yet), Node.offset_bytes of an ND_LABEL
// and Node.emit_data of a case (their number in f->labels).
#ifndef CODE_EMIT_H
#define CODE_EMIT_H

#include "base/map.h"
#include "base/vec.h"
#include "code/code.h"
#include "code/regs.h"
#include <assert.h>

// ---------------------------------------------------------------- a unit

typedef struct Emit {
    Arena *arena;
    Diags *diags;
    TypeTable *types;
    NativeIndex natives;
    Program *program;
    VEC(UnitFunc) funcs;
    VEC(UnitGlobal) globals;
    VEC(UnitString) strings;
    Map global_index; // global id -> index in globals
    Map string_index; // hash of its bytes -> index in strings
    Map stub_done;    // function ids of stubs emitted
    Map function_at;  // function id -> its ND_FUNC, if this unit defines it
    bool failed;
    struct Func
        *func; // the one being compiled: its buffers are reused from function to function
} Emit;

// ---------------------------------------------------------------- a function

// A place in the code. Uses before it is known are chained.
typedef struct Label {
    int32_t pc;    // -1: not known yet
    int32_t fixup; // newest use, index into f->fixups; -1: none
} Label;
#define LABEL_NEW ((Label){-1, -1})

typedef struct Fixup {
    uint32_t pc; // of the jump
    int32_t next;
} Fixup;

// A local in memory that lives where the code is now. Equal serials: the same object.
typedef struct LiveLocal {
    uint32_t serial;
    uint32_t site; // constant, NO_SITE for those of a size known when run only (VLA,
                   // variadic area)
    Reg slot;
    bool is_lasting; // a variable or compound literal: until its block ends; else until
                     // the statement does
} LiveLocal;
#define NO_SITE UINT32_MAX

// A range of code that errors leave through a landing: a try's body, or all after a defer
// in its block. The range has holes: the code that runs the defer on a jump out of the
// block.
typedef struct Guard {
    struct Guard *outer;
    const Node *block; // the block or try it belongs to
    Node *defer;       // body to run on every way out; NULL: a try
    bool catches_all;  // a try that takes interrupts and exit() too
    uint32_t number;
    uint32_t depth;
    uint32_t begin; // of the part that is open now
    uint32_t local_count;
    Reg slot; // the error, at the landing
} Guard;

// A label of the program, or a case of a switch that had to be entered with other locals
// alive.
typedef struct UserLabel {
    const Node *node;
    Label label;
    LiveLocal *locals; // alive there; in the arena, known once label.pc is
    uint32_t local_count;
    Guard *guards; // around it, known once label.pc is
} UserLabel;

// A jump to a UserLabel, resolved when both ends are known.
typedef struct Goto {
    uint32_t pc; // of its JMP
    uint32_t label;
    LiveLocal *locals;
    uint32_t local_count;
} Goto;

typedef struct GuardRange {
    Handler handler;
    uint32_t depth;
    uint32_t guard; // Guard.number
} GuardRange;

// A block, loop, switch or function body around the place being compiled.
typedef struct Scope {
    struct Scope *outer;
    const Node *
        node; // what ->target of break and continue name, and what is searched for labels
    uint32_t reg_top;
    uint32_t local_count;
    uint32_t var_count;
    uint32_t vla_count;
    Guard *guards;
    Label *on_break, *on_continue; // NULL: none
    uint32_t continue_local_count;
} Scope;

// A constant that the loop around keeps in a register (emit_scan.c).
typedef struct Kept {
    bool is_global; // the address of a global
    uint64_t key;   // its id, or the register's bits
    Reg reg;
} Kept;

// A struct's scalars, for one that stands in registers (emit_fields.c).
enum { MOST_FIELDS = 8 };
typedef struct FieldPart {
    uint64_t offset_bytes;
    const Type *type;
} FieldPart;
typedef struct Fields {
    FieldPart items[MOST_FIELDS];
    uint32_t count;
    uint64_t end; // bytes, without a gap
} Fields;

// An argument of a call that is compiled in place.
typedef struct Argument {
    enum { ARGUMENT_REG, ARGUMENT_MEMORY, ARGUMENT_FIELDS } kind;
    Reg reg; // the value, a pointer less the displacement; a pointer to the struct, less
             // it too; its first member
    int32_t displacement;
    Type *type;
} Argument;

// The call that is being compiled in place.
typedef struct Inlining {
    struct Inlining *outer;
    Node *function;
    Reg result, fields, into; // where the value goes; REG_NONE where it does not
    Label end;
    uint32_t local_count; // outside
    uint32_t number;      // 1 + index in f->inlined
} Inlining;

// A row of Proto.inlined, and what its real call needs.
typedef struct InlinedCall {
    Inlined row;
    Node *call;
    const Argument *args;
    Reg result, fields, into;
    uint32_t top; // of the registers in use
} InlinedCall;

// Where a variable stands, to come back to (emit_inline.c).
typedef struct Home {
    Sym *sym;
    uint32_t slot;
    int32_t displacement;
    bool in_fields;
} Home;

// A product that the loop around has computed in front (emit_hoist.c).
typedef struct Hoisted {
    const Node *product;
    Reg reg;
} Hoisted;

typedef struct Func {
    Emit *unit;
    const char *name;
    uint32_t id;   // of the function; UINT32_MAX: it has none
    Span origin;   // of the definition
    Type *type;    // of the function; NULL: a cell's body or a stub
    bool is_main;  // falling off the end returns 0
    bool is_entry; // a cell's body
    bool is_generator_body;
    VEC(Insn) code;
    VEC(Const) consts;
    VEC(LineEntry) lines;
    VEC(VarEntry) vars;
    VEC(GuardRange) ranges;
    VEC(Fixup) fixups;
    VEC(uint32_t)
    returns; // pcs of RET and RETV: they become RETL, RETLV when there are locals
    VEC(LiveLocal) locals;
    VEC(UserLabel) labels;
    VEC(Goto) gotos;
    VEC(Sym *) vlas;  // hidden size variables computed in the blocks around
    VEC(Node *) args; // of the calls being compiled
    VEC(Kept) kept;
    VEC(Hoisted) hoisted;
    VEC(InlinedCall) inlined;
    VEC(Home) homes; // of the function's own variables while it is compiled into itself
    Inlining *inlining; // NULL: the function's own body is being compiled
    const Node *listed; // the statement being compiled, if its ->next comes behind it
    Regs regs;
    Span span;          // of what is being compiled: the line table's
    bool copies_byte;   // as in the line table
    Node *body;         // of the function being compiled; NULL: a cell's or a stub
    const Node *copied; // the byte whose value is being moved (emit_copied_byte), or NULL
    Scope *scope;
    Guard *guards;
    uint32_t guard_count;
    uint32_t label_base; // labels below are outside the defer body being compiled
    uint32_t serial;
    Reg result_reg;        // pointer to where a struct result goes, or REG_NONE
    Reg va_reg;            // the variadic area, or REG_NONE
    Reg catch_slot;        // the error of the catch around, or REG_NONE
    uint32_t barrier;      // somebody knows this place in the code
    uint32_t uninit_count; // variables in registers not yet assigned (their VarEntry has
                           // not begun)
    bool reads_params;     // struct parameters are read where the caller has them
    bool in_loop;          // inside the loop that `kept` is of
    bool reachable;
    bool has_locals;
    bool in_branch;  // inside an expression that may not be evaluated: compound literals
                     // are boxes
    bool box_temps;  // ... whose value may point into a temporary: those too
    bool long_jumps; // second try: fused jumps go over a JMP of 32 bits
    bool need_long;  // a fused jump did not reach
    bool too_large;
} Func;

// ---- emit.c: code, constants, labels

void emit_op(Func *f, Op op, uint32_t a, uint32_t b, uint32_t c);
void emit_wide(Func *f, Op op, uint32_t a, int32_t bc);
// An instruction and its ext.
void emit_op_ext(Func *f, Insn insn, uint64_t ext);
// Index of an equal constant, or of a new one.
uint32_t emit_const(Func *f, Const value);
uint32_t emit_const_ptr(Func *f, ConstKind kind, const void *ptr);
uint32_t emit_const_ref(Func *f, ConstKind kind, uint32_t index, int64_t addend);
// A constant whose index must fit an instruction's 16 bits.
uint32_t emit_const_short(Func *f, Const value);
// Jumps to a label, forwards or backwards: the 32-bit forms (JMP, JT, JF; a: the
// register) and the fused ones.
void emit_jump(Func *f, Op op, uint32_t a, Label *label);
void emit_fused(Func *f, Op op, uint32_t a, uint32_t b, Label *label);
// The label is here.
void emit_bind(Func *f, Label *label);
// The label is at pc, which was passed already.
void emit_bind_at(Func *f, Label *label, uint32_t pc);
// The same for the head of a loop, whose jump comes later; reachable: whether anything
// comes here.
void emit_bind_head(Func *f, Label *label, bool reachable);
uint32_t emit_pc(Func *f);
Reg emit_want(Func *f, Reg want);          // want, or a new temporary
void emit_move(Func *f, Reg to, Reg from); // nothing when they are the same
// The result a value that stands in `from` has: moved when somebody wants it elsewhere.
Reg emit_result(Func *f, Reg from, Reg want);
const Layout *emit_layout(Func *f, Type *type);
// A site's constant, for LOCAL and kin.
uint32_t emit_site(Func *f, const char *name, Type *type, Span span);
// The number of a native; 0 after a diagnostic when the library has none.
uint32_t emit_native(Emit *unit, const char *name, Span span);
// Function id of a Proto that calls native sym: as a function value (suspend false) or
// coroutine.
uint32_t emit_native_stub(Emit *unit, Sym *sym, Type *type, bool suspend);

// ---- emit_func.c: whole functions

void emit_function(Emit *unit, Node *node);
Proto *emit_entry(Emit *unit, Node *statements);
void emit_stub_proto(Emit *unit, Sym *sym, Type *type, uint32_t id);
void emit_unit_deinit(Emit *unit);          // frees the buffers
void fuse_code(Insn *code, uint32_t count); // fuse.c: makes the runs of op.def

// ---- layout.c

const Layout *layout_of(Arena *arena, TypeTable *types, Type *type);
MemType layout_mem_type(const Type *type);

// ---- emit_expr.c

Reg emit_expr(Func *f, Node *n, Reg want);
void emit_effect(Func *f, Node *n);
void emit_record(Func *f, Node *n, Reg to);
Reg emit_int(Func *f, int64_t value, Reg want);
Reg emit_double(Func *f, double value, Reg want);
// The first of two operands: as emit_expr, but safe from what the second one assigns.
Reg emit_first_operand(Func *f, Node *n, const Node *second);

// lhs op rhs in `type`, the left side already in a register.
typedef struct Arith {
    NodeKind op;
    Type *type;
    Reg lhs;
    Node *rhs;
    Reg early; // rhs, when it was evaluated first; else REG_NONE
} Arith;
Reg emit_arith(Func *f, const Arith *e, Reg want);

// ---- emit_assign.c. used: somebody reads the value

Reg emit_assign(Func *f, Node *n, Reg want, bool used); // =
Reg emit_update(Func *f, Node *n, Reg want, bool used); // op= ++ --

// ---- emit_cond.c

void emit_cond(Func *f, Node *n, bool sense, Label *to);
Reg emit_compare(Func *f, Node *n, Reg want);
Reg emit_logic(Func *f, Node *n, Reg want);       // && ||: 1 or 0
Reg emit_conditional(Func *f, Node *n, Reg want); // ?:
void emit_conditional_effect(Func *f, Node *n);

// ---- emit_conv.c: constants and conversions

bool emit_const_int(const Node *n,
                    int64_t *value); // exact value of an integer constant expression
bool emit_const_double(const Node *n, double *value);
Reg emit_convert(Func *f, Type *from, Type *to, Reg value, Reg want);
bool emit_convert_is_free(const Type *from, const Type *to);
bool emit_is_boolean(const Node *n);       // 0 or 1, whatever its type
bool emit_has_effects(const Node *n);      // might change something
bool emit_assigns(const Node *n, Reg reg); // might change the variable in this register
bool emit_waits_on_loop(Node *n);          // await, spawn or yield somewhere in it
bool emit_waits(Node *variable, Node *other); // is evaluated after the other operand
static inline bool emit_fits16(int64_t v) {
    return v >= INT16_MIN && v <= INT16_MAX;
}
// Variant of an INT4 instruction for a type: 0 I32, 1 I64, 2 U32, 3 U64.
uint32_t emit_int_variant(const Type *type);
bool emit_is_u64(const Type *type);

// ---- emit_lvalue.c: places

typedef enum PlaceKind {
    PLACE_REG,
    PLACE_MEM,
    PLACE_INDEX,
    PLACE_GLOBAL,
    PLACE_BITS
} PlaceKind;

typedef struct Place {
    PlaceKind kind;
    bool is_const; // GLOBAL: a store must trap
    Type *type;
    Reg base;        // REG: the variable; MEM, INDEX, BITS: a pointer
    Reg index;       // INDEX: element number
    int64_t offset;  // MEM, GLOBAL, BITS: bytes; REG: from the pointer in it to the value
    uint32_t global; // GLOBAL: id
    uint64_t limit;  // GLOBAL: the object's size
    const Field *bits;
    Span span;
} Place;

Place emit_place(Func *f, Node *n);
Reg emit_load(Func *f, const Place *place, Reg want);
void emit_store(Func *f, const Place *place, Reg value);
Reg emit_address(Func *f, const Place *place, Reg want);
// Copies the registers a place is made of, should `other` assign to them: it is evaluated
// in between.
void emit_place_keep(Func *f, Place *place, const Node *other);
Reg emit_index_address(Func *f, Node *pointer, Node *index, Reg want); // pointer + index
Reg emit_decay(Func *f, Node *n, Reg want);
// The value of a pointed-to type's size: constant in *bytes, or (VLA) a register.
Reg emit_element_size(Func *f, Type *element, uint64_t *bytes);
// The elements an index through this array's name is held to: 0 when it is a whole object
// or open at its end.
uint64_t emit_subarray_count(const Node *array);
Op emit_store_op(const Type *type);
void emit_copy(Func *f, Reg to, Reg from, uint64_t bytes);

// ---- emit_call.c

Reg emit_call(Func *f, Node *n, Reg want,
              Reg into); // into: where a struct result goes, or REG_NONE
uint32_t emit_sig_id(Emit *unit, const Type *func);
uint32_t emit_shape_id(Emit *unit, const Type *func);
uint32_t emit_call_shape(Emit *unit, const Type *func, const Node *args);
// The type the call was checked against: of a generic native, the instantiated one.
Type *emit_callee_type(const Node *n);
bool emit_call_is_record(const Node *n); // gives its struct through a hidden pointer
Reg emit_native_call(Func *f, const char *name, const Reg *args, uint32_t count,
                     Span span);
void emit_call_effect(Func *f, Node *n);
// Makes a coroutine of a function that is called by its name.
bool emit_call_is_plain_coroutine(const Node *n);
// Its task, without the coroutine object; returns the window.
Reg emit_call_spawned(Func *f, Node *n, Span span);
Reg emit_window(Func *f);

// ---- emit_init.c

void emit_local_init(Func *f, Node *init, Type *type, Reg pointer);
bool emit_init_into(
    Func *f, Node *init,
    Reg pointer); // all values first, then the stores; false: not that simple
// The object's bytes, which the linker places. false: not all of it is constant.
bool emit_try_image(Emit *unit, Sym *sym, Node *init);
void emit_global_image(Emit *unit, Sym *sym, Node *init); // it must be: else an error
UnitGlobal *emit_global(Emit *unit, Sym *sym);
uint32_t emit_string(Emit *unit, const Node *n);
uint32_t emit_string_bytes(Emit *unit, const char *bytes, uint32_t size_bytes,
                           const Site *site);
void emit_global_assign(Func *f, Sym *sym,
                        Node *init); // a session variable's initialiser, at its statement

// ---- emit_const.c: initialisers the linker can place

typedef struct ConstValue {
    enum { CV_INT, CV_FLOAT, CV_ADDRESS } kind;
    int64_t i;
    double d;
    Const address; // KC_STRING_AT, KC_GLOBAL, KC_FNPTR
} ConstValue;
bool emit_const_value(Emit *unit, Node *n, ConstValue *out);
bool emit_const_address(Emit *unit, Node *n, ConstValue *out); // of an lvalue

// ---- emit_stmt.c

void emit_stmt(Func *f, Node *n);
void emit_substatement(Func *f, Node *n); // a loop's or if's: a block of its own
void emit_scope_begin(Func *f, Scope *scope, const Node *node);
void emit_scope_end(Func *f, Scope *scope);
void emit_block_list(Func *f, Node *list);
void emit_vars_end(Func *f, uint32_t first); // f->vars from `first` on go out of scope
void emit_declaration(Func *f, Node *n);
void emit_var_begin(
    Func *f, Sym *sym,
    bool is_initialised); // gives a variable its register and its VarEntry
void emit_var_assigned(Func *f, Reg slot);
Reg emit_stmt_expr(Func *f, Node *n, Reg want, Reg into);
void emit_stmt_expr_effect(Func *f, Node *n);
void emit_vla_sizes(Func *f, Type *type);
void emit_seal(Func *f, const Type *type,
               Reg object); // what is const of it has its value

// ---- emit_jump.c: locals, gotos, guards: all that a way out of a block must do

void emit_local(Func *f, Reg slot, uint32_t site);
void emit_local_pushed(Func *f, Reg slot); // a local that another instruction began
void emit_temps_end(
    Func *f,
    uint32_t count); // the end of a statement: down to `count`, but for what lasts
void emit_locals_end(Func *f, uint32_t count);   // code and stack: down to `count`
void emit_locals_leave(Func *f, uint32_t count); // code only
void emit_leave(Func *f, const Scope *scope, Label *to,
                uint32_t local_count); // break, continue
void emit_return(Func *f, Node *n);
void emit_goto(Func *f, Node *n);
void emit_user_label(Func *f, Node *n);
uint32_t emit_label_new(Func *f, const Node *node);
void emit_label_bind(Func *f, uint32_t label);
LiveLocal *emit_locals_copy(Func *f); // the stack as it is now
// The locals that live where a jump comes from become those of the label.
void emit_locals_adjust(Func *f, const LiveLocal *from, uint32_t from_count,
                        const UserLabel *to);
bool emit_locals_same(const LiveLocal *from, uint32_t from_count, const UserLabel *to);
void emit_gotos_resolve(Func *f);
bool emit_contains(
    const Node *n,
    const Node *label); // a statement: the label, or (NULL) any label or case
void emit_defer(Func *f, Node *n);
void emit_guards_end(Func *f,
                     Scope *scope); // the defers of a block that is left at its end
void emit_try(Func *f, Node *n);

bool emit_is_trivial(const Node *n); // read in one instruction, at any time

// ---- emit_inline.c: calls compiled in place

bool emit_inlines(Func *f, const Node *call);
Node *emit_inline_body(Func *f, const Node *call); // NULL: it is none
// A struct result of it would come in registers.
bool emit_inlines_to_fields(Func *f, const Node *call);
// False: it is no such call. into: where a struct result goes, or REG_NONE.
bool emit_inline(Func *f, Node *call, Reg want, Reg into, Reg *out);
void emit_inline_fields(Func *f, Node *call, Reg first);
void emit_inline_return(Func *f, Node *n);
void emit_inline_leave(Func *f);
// An `if` that leaves the callee, and all behind it; false, and nothing is done: it is to
// be compiled as others are.
bool emit_inline_early_return(Func *f, Node *n);
void emit_inline_calls(Func *f); // the real calls

// ---- emit_fields.c: small structs in registers

bool emit_fields_of(const Type *type, Fields *out); // false: such a struct can't be
bool emit_is_fields(Func *f, const Node *n);        // a value that can come in registers
bool emit_declares_fields(Func *f, const Node *n);  // a variable that can stand there
// All uses of sym in a list of statements can do with its members.
bool emit_fields_suffice(Func *f, Node *statements, const Sym *sym);
bool emit_fields_member(const Node *n, Place *out);
void emit_fields(Func *f, Node *n, Reg first); // into registers that are taken
void emit_fields_assign(Func *f, const Sym *sym, Node *value);
void emit_fields_store(Func *f, const Type *type, Reg first, Reg to);
// A value that can come in registers, stored at a place in memory; false: it can't.
bool emit_fields_into(Func *f, Node *value, const Place *to);
void emit_fields_load(Func *f, const Type *type, Reg first, Reg from);

// ---- emit_walk.c

typedef struct Walk {
    // Called for every node, parents first; false: do not go below it.
    bool (*visit)(struct Walk *walk, Node *n);
    int budget; // nodes still to be visited; below 0: gave up
    Func *f;
    const Sym *sym;
    const Node *function; // around it
    uint32_t mentions, allowed;
    bool found;
} Walk;

void emit_walk(Walk *w, Node *n);
void emit_walk_init(Walk *w, Node *init); // an expression or ND_INIT

// ---- emit_scan.c

// At the head of a loop: loads what its code needs again and again, if it is the
// outermost one.
void emit_loop_keep(Func *f, Node *loop);
Reg emit_kept(const Func *f, bool is_global, uint64_t key); // REG_NONE: not kept
bool emit_params_are_read_only(Node *function);
bool emit_mentions(Node *init, const Sym *sym); // names it, as far as can be seen

// The byte that `target = value` only moves, an lvalue through a pointer; NULL: it moves
// none. `variable` is the target when that is a variable, else NULL.
const Node *emit_copied_byte(Func *f, Sym *variable, const Type *target, Node *value);

// ---- emit_hoist.c

Node *emit_hoistable(const Node *loop); // a for whose test has passed; NULL: nothing
void emit_hoist(Func *f, Node *product);
Reg emit_hoisted(const Func *f, const Node *n); // REG_NONE: not computed yet

// ---- emit_lanes.c: loops without checks of memory

// A loop as words, from its body's first one to the newest, its jump back.
typedef struct LoopCode {
    uint32_t begin, test;              // its body; where the condition is computed
    uint32_t var_count, inlined_count; // before its body
    Label guard;                       // where the way from above comes in
    Label *on_break;
    Reg first_reg; // above those of the loop
} LoopCode;

bool emit_lanes_likely(const Func *f, const Node *loop);
LoopCode emit_lanes_begin(const Func *f, Label *on_break);
void emit_lanes(Func *f, LoopCode *loop); // binds guard

// ---- emit_switch.c

void emit_switch(Func *f, Node *n);
void emit_case(Func *f, Node *n);

// ---- emit_async.c

Reg emit_await(Func *f, Node *n, Reg want, Reg into);
Reg emit_spawn(Func *f, Node *n, Reg want);
Reg emit_yield(Func *f, Node *n, Reg want);
Reg emit_yield_from(Func *f, Node *n, Reg want);
void emit_for_in(Func *f, Node *n);
Reg emit_make_coroutine(Func *f, Node *n, Reg want);
Reg emit_builtin(Func *f, Node *n, Reg want,
                 bool *done); // BI_*: done is false for those that are plain calls
void emit_magic(Func *f, Node *n);
void emit_timed(Func *f, Node *n);
void emit_show(Func *f, Node *n);

#endif
