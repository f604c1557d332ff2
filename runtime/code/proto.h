// proto.h: product 4. A Unit is one compiled cell or file: Protos (functions) and the
// globals they need.
//
// Nothing of the AST survives here, and nothing here refers to the VM: constants that
// stand for an object (a string literal, a global, a function) are symbolic until vm_link
// resolves them. So compiling has no effect, and a cell that fails at any stage leaves no
// trace.
//
// The functions of a Unit live in the arena it was emitted into, which must live as long as
// any of them can be called (in practice: the session). A cell's body runs once: it lives
// where the tree does, vm_link makes a copy, and that goes when it has run.
#ifndef CODE_PROTO_H
#define CODE_PROTO_H

#include "base/arena.h"
#include "base/source.h"
#include <stdbool.h>
#include <stdint.h>

typedef uint64_t Insn;

typedef enum Op {
#define OP(id, a, b, c, ext, text) OP_##id,
#include "code/op.def"
#undef OP
    OP_COUNT
} Op;

static inline uint16_t insn_op(Insn i) {
    return (uint16_t)i;
}
static inline uint16_t insn_a(Insn i) {
    return (uint16_t)(i >> 16);
}
static inline uint16_t insn_b(Insn i) {
    return (uint16_t)(i >> 32);
}
static inline uint16_t insn_c(Insn i) {
    return (uint16_t)(i >> 48);
}
static inline int32_t insn_bc(Insn i) {
    return (int32_t)(i >> 32);
}
static inline Insn insn_make(Op op, uint32_t a, uint32_t b, uint32_t c) {
    return (Insn)op | (Insn)(uint16_t)a << 16 | (Insn)(uint16_t)b << 32 |
           (Insn)(uint16_t)c << 48;
}
static inline Insn insn_make_wide(Op op, uint32_t a, int32_t bc) {
    return (Insn)op | (Insn)(uint16_t)a << 16 | (Insn)(uint32_t)bc << 32;
}

// op.def as data: the operand letters of each opcode. Verifier and disassembler read it.
typedef struct OpInfo {
    const char *name;
    char a, b, c;
    char ext; // 0, 'E', 'X'
} OpInfo;
extern const OpInfo op_infos[OP_COUNT];

// The rows of op.def that stand for several instructions, and how each part reads what
// those before it did (hows[0] is RUN_any).
typedef enum RunHow {
    RUN_any,
    RUN_a,
    RUN_b,
    RUN_c,
    RUN_both,
    RUN_over_b,
    RUN_over_c,
    RUN_base
} RunHow;
enum { RUN_PARTS = 6 };
typedef struct OpRun {
    Op op;
    uint32_t count;
    Op parts[RUN_PARTS];
    RunHow hows[RUN_PARTS];
} OpRun;
extern const OpRun op_runs[];
extern const uint32_t op_run_count;
#define OP_FIRST_RUN OP_MUL_ADD_LDX_TWICE
// The instruction itself, where a run begins with it.
static inline Op op_single(Op op) {
    return op < OP_FIRST_RUN ? op : op_runs[op - OP_FIRST_RUN].parts[0];
}
static inline Insn insn_single(Insn i) {
    return (i & ~(Insn)0xffff) | (Insn)op_single((Op)insn_op(i));
}
// Whether count words of code begin with the run's instructions, fused or not.
bool op_run_fits(const OpRun *run, const Insn *code, uint32_t count);

// Words an instruction takes: 1, or 2 with its ext.
static inline uint32_t op_words(Op op) {
    return op_infos[op].ext ? 2 : 1;
}

// The numbers in vm/trap.def of the faults that code raises itself (TRAP's imm). code/
// may not see vm/, so they stand here; tests/unit/test_verify.c holds the two together.
enum {
    CODE_TRAP_NORETURN = 13,
    CODE_TRAP_UNREACHABLE = 26,
    CODE_TRAP_STOP_ITERATION = 32
};

// Function ids that no declaration has: the stub of native n as a function value or as a
// coroutine, and the body of a generator function (the function itself only makes the
// generator).
enum {
    FN_NATIVE_PLAIN = 1 << 28,
    FN_NATIVE_SUSPEND = 2 << 28,
    FN_GENERATOR_BODY = 3 << 28
};

// Types of memory cells and of variadic arguments.
typedef enum MemType {
    MT_I8,
    MT_U8,
    MT_I16,
    MT_U16,
    MT_I32,
    MT_U32,
    MT_I64,
    MT_U64,
    MT_F32,
    MT_F64,
    MT_BOOL,
    MT_POINTER,
    MT_HANDLE,
    MT_STRUCT // the register holds a pointer to it
} MemType;

enum { VA_COPY, VA_START, VA_END }; // of VACOPY

enum {
    CALL_USED = 1 /* the result is used */,
    CALL_SUSPEND = 2 /* dual native under await */
};

// What the library's gather is told of a result beside its size: float (its register
// holds a double), a struct or union (a pointer to its box).
#define GATHER_FLOAT  0x80000000u
#define GATHER_RECORD 0x40000000u
#define GATHER_ERRORS 0x20000000u // its option: errors do not end it

// In a call's signature id: the caller has no prototype, and this is a shape_id.
#define SIG_SHAPE 0x80000000u

typedef struct BitField {  // packed into one ext word
    uint32_t offset_bytes; // of the storage unit
    uint8_t bit_offset;
    uint8_t width;
    uint8_t unit_bytes; // 1, 2, 4, 8
    uint8_t is_signed;
} BitField;

// ---------------------------------------------------------------- run-time descriptions
// of types

typedef enum LayoutKind {
    LAY_VOID,
    LAY_BOOL,
    LAY_CHAR /* shown as a character */,
    LAY_INT /* signed, by size */,
    LAY_UINT,
    LAY_FLOAT,
    LAY_DOUBLE,
    LAY_ENUM,
    LAY_POINTER,
    LAY_ARRAY,
    LAY_STRUCT,
    LAY_UNION,
    LAY_FUNC,
    LAY_COROUTINE,
    LAY_TASK,
    LAY_FUTURE,
    LAY_GENERATOR,
    LAY_QUEUE,
    LAY_HANDLE
} LayoutKind;

typedef struct Layout Layout;

typedef struct LayoutField {
    const char *name; // NULL: anonymous member
    const Layout *layout;
    uint32_t offset_bytes;
    uint8_t bit_offset; // bit_width 0: not a bit-field
    uint8_t bit_width;
} LayoutField;

typedef struct LayoutEnumerator {
    const char *name;
    int64_t value;
} LayoutEnumerator;

// What display, faults and the collector know of a type. Pointers to incomplete or
// recursive structs are resolved: base of a struct pointer is the struct's one Layout.
struct Layout {
    LayoutKind kind;
    bool is_signed; // of an enum's integer type
    bool is_const;
    uint32_t size_bytes; // 0: incomplete
    uint32_t align_bytes;
    const char *name;   // as C writes it: "struct point", "int [10]", "char *"
    const Layout *base; // pointee, element, handle's T; a function's result
    uint32_t count;     // array elements
    const LayoutField *fields;
    uint32_t field_count;
    const LayoutEnumerator *enumerators;
    uint32_t enumerator_count;
};

// Where an object is declared or allocated: what a fault names.
typedef struct Site {
    const char *name; // variable; NULL: unnamed (a compound literal, malloc)
    const Layout *layout;
    Span span;
} Site;

// Types of the variadic arguments at one call.
typedef struct VarDesc {
    uint32_t count;
    const uint8_t *types;         // MemType each
    const Layout *const *layouts; // each
} VarDesc;

typedef struct SwitchCase {
    int64_t low, high; // inclusive
    int32_t target;    // distance in words from the word after SWITCH
} SwitchCase;

typedef struct SwitchTable {
    uint32_t count;    // cases sorted by low, disjoint
    int32_t otherwise; // distance for no match
    const SwitchCase *cases;
    int64_t dense_low;    // dense table of distances when it pays
    uint32_t dense_count; // 0: none; binary search
    const int32_t *dense;
} SwitchTable;

// A lane: memory that a loop walks through, the same distance at each step of its counter
// (emit_lanes.c). Its place is R[base] + displacement + R[index] elements.
enum { LANES_MOST = 12, LANE_NO_INDEX = UINT16_MAX };
typedef struct Lane {
    MemType type;
    bool is_store;
    bool is_unit; // element after element: LDL and STL, else LDLS and STLS
    uint16_t base, index;
    int16_t displacement;
    uint16_t to; // R[to] and R[to + 1]: what its instructions use
} Lane;

// An instruction of the loop that leads to a lane's place, with registers of its own.
typedef struct LaneStep {
    Insn insn;
    int64_t ext;
} LaneStep;

// What LANES has to prove of the `words` behind it: the loop without checks.
typedef struct LaneTable {
    uint32_t words;    // its last one is the jump back (BJ..)
    uint32_t advance;  // the word that makes the counter larger; lanes are used before it
    int32_t otherwise; // distance to the test of the loop with checks
    bool computes_limit; // the steps give the jump's other operand
    uint32_t step_count;
    const LaneStep *steps;
    uint32_t lane_count;
    const Lane *lanes;
} LaneTable;

// ---------------------------------------------------------------- functions

typedef enum ConstKind {
    KC_INT,         // .bits: any 64-bit value
    KC_DOUBLE,      // .bits: a double's
    KC_STRING,      // .index: unit->strings[index]; becomes a pointer to a const object
    KC_GLOBAL,      // .index: global id, .addend bytes; becomes a pointer
    KC_GLOBAL_ADDR, // .index: global id, .addend bytes; becomes a machine address (LDG,
                    // STG)
    KC_FN,          // .index: function id; becomes Fn * (CALL, MKCORO)
    KC_FNPTR,       // .index: function id; becomes a function pointer value
    KC_LAYOUT,      // .ptr: const Layout *
    KC_SITE,        // .ptr: const Site *
    KC_SWITCH,      // .ptr: const SwitchTable *
    KC_LANES,       // .ptr: const LaneTable *
    KC_VARDESC,     // .ptr: const VarDesc *
    KC_TEXT,        // .ptr: const char * for the library's internal natives (magic lines)
    KC_STRING_AT // .index: string, .addend bytes into it (initialisers such as "abc" + 1)
} ConstKind;

typedef struct Const {
    ConstKind kind;
    uint32_t index;
    int64_t addend;
    union {
        uint64_t bits;
        const void *ptr;
    };
} Const;

typedef struct LineEntry {
    uint32_t pc; // first word this entry is for
    Span span;   // the expression or statement
    bool
        copies_byte; // the byte read here is only stored elsewhere: it need have no value
} LineEntry;

// A variable in a register, for messages ("here i = 10") and the debugger.
typedef struct VarEntry {
    const char *name;
    uint32_t slot;
    bool
        in_memory; // the slot holds a pointer to it, less the displacement; else it holds
                   // the value, of a pointer less the displacement
    bool in_fields; // a struct: its scalars stand in registers from slot on
    int32_t displacement;
    uint32_t inlined; // 1 + index of the inlined call it belongs to; 0: the function
    uint32_t pc_begin, pc_end;
    const Layout *layout;
} VarEntry;

// While pc is in [pc_begin, pc_end), an error continues at `target` with the error in
// register `slot` and the frame's locals cut back to `local_count`. Inner handlers come
// first.
typedef struct Handler {
    uint32_t pc_begin, pc_end, target;
    uint32_t local_count;
    uint16_t slot;
    bool is_cleanup; // a defer: not "caught" in the eyes of the report
} Handler;

// A call that was compiled in place: words [pc_begin, pc_end) do what the callee does. Rows
// stand in the order of pc_begin, the outer one first.
typedef struct Inlined {
    uint32_t pc_begin, pc_end;
    uint32_t pc_call; // does the same by a real call, then goes on at pc_end
    uint32_t outer;   // 1 + index of the row around; 0: the function itself
    uint32_t fn_id;
    Span span; // of the call
    const struct Proto *proto;
    bool
        is_stale; // vm_link's: the function has been defined anew, pc_begin jumps to pc_call
} Inlined;

typedef struct Proto {
    const char *name; // "crawl_page"; "cell" for a cell's body
    Span span;        // the definition
    Insn *code;
    uint32_t code_count; // words
    Const *consts;
    uint32_t const_count;
    uint64_t *k;          // constants resolved by vm_link, same indices; NULL before
    uint32_t reg_count;   // registers of a frame, windows of its calls included
    uint32_t param_count; // registers filled by the caller (hidden ones included)
    bool is_cell;         // a cell's body
    bool is_async;
    bool is_generator;
    bool is_variadic;       // last parameter register: the va area
    bool has_struct_result; // register 0: pointer to where the result goes
    uint32_t result_bytes;  // of a struct result
    uint32_t sig_id;        // of the function type; and for callers without a
    uint32_t shape_id;      // prototype: see emit_sig.c
    const Layout *result;   // of the value returned (for coroutines: T)
    const Layout *type;     // LAY_FUNC
    const LineEntry *lines;
    uint32_t line_count;
    const VarEntry *vars;
    uint32_t var_count;
    const Handler *handlers;
    uint32_t handler_count;
    Inlined *inlined;
    uint32_t inlined_count;
} Proto;

// Whether the code names this function or, with is_func false, this variable of the session.
bool proto_names(const Proto *proto, bool is_func, uint32_t id);

// The innermost row around a word as 1 + its index; 0: the function itself.
uint32_t proto_inlined_at(const Proto *proto, uint32_t pc);

typedef struct UnitString {
    const char *bytes; // with the final zero
    uint32_t size_bytes;
    Site *site;
} UnitString;

// A pointer inside a global's initial image.
typedef struct Reloc {
    uint32_t offset_bytes;
    Const value; // KC_STRING, KC_STRING_AT, KC_GLOBAL, KC_FNPTR
} Reloc;

typedef struct UnitGlobal {
    uint32_t id;
    uint32_t size_bytes;
    uint32_t align_bytes;
    bool is_const; // writing what its type says is const is a fault
    const Site *site;
    const uint8_t *image; // NULL: zeros
    const Reloc *relocs;
    uint32_t reloc_count;
} UnitGlobal;

typedef struct UnitFunc {
    uint32_t id; // function id: stable across redefinition with the same type
    Proto *proto;
} UnitFunc;

typedef struct Unit {
    UnitFunc *funcs;
    uint32_t func_count;
    UnitGlobal *globals;
    uint32_t global_count;
    UnitString *strings;
    uint32_t string_count;
    Proto *entry; // the cell's body, an async function without parameters; NULL: nothing
                  // to run
    const Layout *entry_result;
    uint32_t main_id; // function id of main when it is to be run, else 0
} Unit;

#endif
