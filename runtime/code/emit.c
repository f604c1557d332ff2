// emit.c: the emitter's ground: the code buffer of the function being compiled, its
// constants, its labels and its line table, and the unit around it. A typed Program
// enters (ast.h), a verified Unit leaves (proto.h).
//
// Everything grows in buffers of the Func, which are reused from one function to the
// next; emit_func.c copies a finished function out into the unit's arena. No instruction
// costs an allocation.
//
// Read next: emit_func.c (a whole function), emit_expr.c and emit_stmt.c (the two halves
// of the language).
#include "code/emit.h"
#include <string.h>

// ---------------------------------------------------------------- lines

// Instructions that can neither fail nor be interrupted need no place in the source; they
// inherit the last one.
static bool is_silent(Op op) {
    return op <= OP_LDK || (op >= OP_AND && op <= OP_CVT_F64_F32) ||
           (op >= OP_EQ && op < OP_LJMP) || (op >= OP_RET && op <= OP_RETLV);
}

// Two spans in a row that are the same are one entry; most instructions of an expression
// share theirs.
static void note_line(Func *f) {
    uint32_t pc = f->code.count;
    Span s = f->span;
    if (f->lines.count > 0) {
        const LineEntry *entry = &vec_last(f->lines);
        const Span *last = &entry->span;
        if (last->begin == s.begin && last->end == s.end && last->source == s.source &&
            entry->copies_byte == f->copies_byte) {
            return;
        }
    }
    vec_push(f->lines, ((LineEntry){pc, s, f->copies_byte}));
}

// ---------------------------------------------------------------- code

uint32_t emit_pc(Func *f) {
    f->barrier =
        f->code.count; // somebody holds on to this place: the instruction before it stays
    return f->code.count;
}

// All code goes through here. Unreachable code is dropped at its source, so that no later
// pass has to find it.
static void put(Func *f, Op op, Insn insn) {
    if (!f->reachable) {
        return;
    }
    if (f->code.count >= LIMIT_INSNS) {
        f->too_large = true;
        f->reachable = false;
        return;
    }
    if (!is_silent(op)) {
        note_line(f);
    }
    if (op == OP_LOCAL || op == OP_LOCALV || op == OP_ALLOCA || op == OP_VARGS) {
        f->has_locals = true;
    }
    vec_push(f->code, insn);
}

// After an instruction that does not go on there is nothing to reach, until a label is
// bound.
void emit_op(Func *f, Op op, uint32_t a, uint32_t b, uint32_t c) {
    assert(op_infos[op].ext == 0);
    put(f, op, insn_make(op, a, b, c));
    if (op == OP_RET || op == OP_RETV) {
        if (f->reachable) {
            vec_push(f->returns, f->code.count - 1);
        }
        f->reachable = false;
    } else if (op == OP_RETNONE || op == OP_THROW || op == OP_RETHROW ||
               op == OP_LONGJMP) {
        f->reachable = false;
    }
}

void emit_wide(Func *f, Op op, uint32_t a, int32_t bc) {
    assert(op_infos[op].ext == 0);
    put(f, op, insn_make_wide(op, a, bc));
    if (op == OP_TRAP || op == OP_SWITCH) {
        f->reachable = false;
    }
}

void emit_op_ext(Func *f, Insn insn, uint64_t ext) {
    Op op = (Op)insn_op(insn);
    assert(op_infos[op].ext != 0);
    put(f, op, insn);
    if (f->reachable) {
        vec_push(f->code, ext);
    }
}

Reg emit_want(Func *f, Reg want) {
    if (want == REG_NONE) {
        return regs_take(&f->regs, 1);
    }
    regs_touch(&f->regs, want + 1);
    return want;
}

void emit_move(Func *f, Reg to, Reg from) {
    if (to != from) {
        regs_touch(&f->regs, to + 1);
        emit_op(f, OP_MOV, to, from, 0);
    }
}

Reg emit_result(Func *f, Reg from, Reg want) {
    if (want == REG_NONE) {
        if (from >=
            f->regs.top) { // a temporary already given back: it is the newest again
            f->regs.top = from + 1;
        }
        return from;
    }
    emit_move(f, want, from);
    return want;
}

// ---------------------------------------------------------------- constants

// Two constants that vm_link would resolve to the same bits.
static bool same_const(const Const *a, const Const *b) {
    return a->kind == b->kind && a->index == b->index && a->addend == b->addend &&
           a->bits == b->bits;
}

uint32_t emit_const(Func *f, Const value) {
    // Equal constants stand near each other (a loop's bound, an array's name); looking
    // further back costs more than a second copy does.
    enum { LOOK_BACK = 32 };
    uint32_t first = f->consts.count > LOOK_BACK ? f->consts.count - LOOK_BACK : 0;
    for (uint32_t i = f->consts.count; i-- > first;) {
        if (same_const(&f->consts.data[i], &value)) {
            return i;
        }
    }
    vec_push(f->consts, value);
    return f->consts.count - 1;
}

uint32_t emit_const_ptr(Func *f, ConstKind kind, const void *ptr) {
    return emit_const(f, (Const){.kind = kind, .ptr = ptr});
}

uint32_t emit_const_ref(Func *f, ConstKind kind, uint32_t index, int64_t addend) {
    return emit_const(f, (Const){.kind = kind, .index = index, .addend = addend});
}

// CALLP, LOCALV and ALLOCA have 16 bits for it; a function with more constants is too
// large.
uint32_t emit_const_short(Func *f, Const value) {
    uint32_t index = emit_const(f, value);
    if (index > UINT16_MAX) {
        f->too_large = true;
        return 0;
    }
    return index;
}

// One Site a declaration: a fault names the variable and the place by it.
uint32_t emit_site(Func *f, const char *name, Type *type, Span span) {
    Site *site = arena_new(f->unit->arena, Site);
    site->name = name;
    site->layout = emit_layout(f, type);
    site->span = span;
    return emit_const_ptr(f, KC_SITE, site);
}

const Layout *emit_layout(Func *f, Type *type) {
    return layout_of(f->unit->arena, f->unit->types, type);
}

// ---------------------------------------------------------------- labels and jumps

enum { TO_LOOP_FORM = OP_LJMP - OP_JMP };
static_assert(OP_LJNLE_F - OP_JNLE_F == TO_LOOP_FORM,
              "the L forms stand in the same order");

// The newest instruction is a use of the label: patched when the label is bound.
static void chain(Func *f, Label *label) {
    vec_push(f->fixups, ((Fixup){f->code.count - 1, label->fixup}));
    label->fixup = (int32_t)f->fixups.count - 1;
}

// Backwards the target is known, and the form is the one that looks whether somebody
// wants us to stop.
void emit_jump(Func *f, Op op, uint32_t a, Label *label) {
    assert(op == OP_JMP || op == OP_JT || op == OP_JF);
    if (f->reachable) {
        if (label->pc >= 0) {
            int32_t distance = label->pc - (int32_t)f->code.count - 1;
            put(f, (Op)(op + TO_LOOP_FORM),
                insn_make_wide((Op)(op + TO_LOOP_FORM), a, distance));
        } else {
            put(f, op, insn_make_wide(op, a, 0));
            if (f->reachable) {
                chain(f, label);
            }
        }
    }
    if (op == OP_JMP) {
        f->reachable = false;
    }
}

// The fused jump that jumps when `op` does not. The order of unequal integers turns
// round: not a < b is b <= a.
static Op inverse(Op op, uint32_t *a, uint32_t *b) {
    uint32_t t = *a;
    switch (op) {
    case OP_JEQ:
        return OP_JNE;
    case OP_JNE:
        return OP_JEQ;
    case OP_JLT:
        *a = *b, *b = t;
        return OP_JLE;
    case OP_JLE:
        *a = *b, *b = t;
        return OP_JLT;
    case OP_JLT_U:
        *a = *b, *b = t;
        return OP_JLE_U;
    case OP_JLE_U:
        *a = *b, *b = t;
        return OP_JLT_U;
    case OP_JEQI:
        return OP_JNEI;
    case OP_JNEI:
        return OP_JEQI;
    case OP_JLTI:
        return OP_JGEI;
    case OP_JLEI:
        return OP_JGTI;
    case OP_JGTI:
        return OP_JLEI;
    case OP_JGEI:
        return OP_JLTI;
    case OP_JEQ_F:
        return OP_JNE_F;
    case OP_JNE_F:
        return OP_JEQ_F;
    case OP_JLT_F:
        return OP_JNLT_F;
    case OP_JLE_F:
        return OP_JNLE_F;
    case OP_JNLT_F:
        return OP_JLT_F;
    case OP_JNLE_F:
        return OP_JLE_F;
    default:
        assert(!"a fused jump");
        return op;
    }
}

// Sixteen bits reach 32,767 words. Backwards we know whether that is enough; forwards we
// hope so, and compile the function again when it was not (patch).
void emit_fused(Func *f, Op op, uint32_t a, uint32_t b, Label *label) {
    int32_t distance = label->pc - (int32_t)f->code.count - 1;
    bool far = label->pc >= 0 ? !emit_fits16(distance) : f->long_jumps;
    if (far) { // the inverse jumps over a jump of 32 bits
        Op over = inverse(op, &a, &b);
        emit_op(f, over, a, b, 1);
        bool reachable = f->reachable;
        emit_jump(f, OP_JMP, 0, label);
        f->reachable = reachable;
    } else if (label->pc >= 0) {
        emit_op(f, (Op)(op + TO_LOOP_FORM), a, b, (uint32_t)distance);
    } else {
        emit_op(f, op, a, b, 0);
        if (f->reachable) {
            chain(f, label);
        }
    }
}

// Writes a jump's distance, counted from the word behind it (jumps have no ext).
static void patch(Func *f, uint32_t pc, int32_t target) {
    Insn *insn = &f->code.data[pc];
    int32_t distance = target - (int32_t)pc - 1;
    Op op = (Op)insn_op(*insn);
    if (op_infos[op].b == 'J') {
        *insn = insn_make_wide(op, insn_a(*insn), distance);
    } else if (emit_fits16(distance)) {
        *insn = insn_make(op, insn_a(*insn), insn_b(*insn), (uint32_t)distance);
    } else {
        f->need_long = true;
    }
}

void emit_bind_at(Func *f, Label *label, uint32_t pc) {
    assert(label->pc < 0);
    for (int32_t i = label->fixup; i >= 0; i = f->fixups.data[i].next) {
        patch(f, f->fixups.data[i].pc, (int32_t)pc);
    }
    label->pc = (int32_t)pc;
}

// A jump to the next instruction is none. It is the newest instruction, unless another
// label or table holds on to the place behind it.
static void drop_jump(Func *f, Label *label) {
    const Fixup *newest = &f->fixups.data[label->fixup];
    uint32_t last = f->code.count - 1;
    if (!f->reachable && newest->pc == last && f->barrier <= last &&
        insn_op(f->code.data[last]) == OP_JMP) {
        f->code.count = last;
        label->fixup = newest->next;
        f->reachable = true;
    }
}

void emit_bind(Func *f, Label *label) {
    if (label->fixup >= 0 && f->code.count > 0) {
        drop_jump(f, label);
    }
    emit_bind_at(f, label, f->code.count);
    f->barrier = f->code.count;
    if (label->fixup >= 0) {
        f->reachable = true;
    }
}

void emit_bind_head(Func *f, Label *label, bool reachable) {
    emit_bind(f, label);
    f->reachable = f->reachable || reachable;
}

// ---------------------------------------------------------------- natives

// A header that declares what lib.def does not have is the library's mistake, but the
// learner's message.
uint32_t emit_native(Emit *unit, const char *name, Span span) {
    NativeIndex *natives = &unit->natives;
    int number = natives->find(natives->ctx, name);
    if (number < 0 || number > UINT16_MAX) {
        diag_add(unit->diags, DIAG_NO_NATIVE, span, name);
        unit->failed = true;
        return 0;
    }
    return (uint32_t)number;
}

// The id depends on the native alone, so that &puts is the same function in every cell.
uint32_t emit_native_stub(Emit *unit, Sym *sym, Type *type, bool suspend) {
    uint32_t number = emit_native(unit, sym->native_name, sym->span);
    uint32_t id = (uint32_t)(suspend ? FN_NATIVE_SUSPEND : FN_NATIVE_PLAIN) | number;
    uint64_t unused;
    if (!map_get(&unit->stub_done, id, &unused)) {
        map_put(&unit->stub_done, id, 1);
        emit_stub_proto(unit, sym, type, id);
    }
    return id;
}

// ---------------------------------------------------------------- the unit

// Whether a session variable gets its value among the cell's statements.
static bool needs_runtime_init(const Emit *e, const Sym *sym) {
    for (const Node *n = e->program->statements; n; n = n->next) {
        if (n->kind == ND_DECL && n->decl_sym == sym && n->init) {
            return true;
        }
    }
    return false;
}

// Storage first, then the images: an initialiser may take the address of a later
// variable.
static void emit_globals(Emit *e) {
    for (uint32_t i = 0; i < e->program->new_globals.count; i++) {
        Sym *sym = e->program->new_globals.data[i];
        UnitGlobal *g = emit_global(e, sym);
        // An aggregate that is filled when run must stay writable for it; scalars are
        // stored past the check (STG).
        if (g->is_const && !type_is_scalar(sym->type) && needs_runtime_init(e, sym)) {
            g->is_const = false;
        }
    }
    for (Node *n = e->program->globals; n; n = n->next) {
        if (n->kind == ND_DECL && n->decl_sym && n->init) {
            emit_global_image(e, n->decl_sym, n->init);
        }
    }
}

static void *copy_out(Arena *arena, const void *data, size_t size_bytes) {
    if (size_bytes == 0) {
        return NULL;
    }
    return memcpy(arena_alloc(arena, size_bytes), data, size_bytes);
}

// The Protos of functions that calls were compiled from; known now that all are emitted.
static void name_inlined(const Map *proto_at, const Proto *proto) {
    for (uint32_t i = 0; proto && i < proto->inlined_count; i++) {
        uint64_t at = 0;
        bool known = map_get(proto_at, proto->inlined[i].fn_id, &at);
        assert(known);
        (void)known;
        proto->inlined[i].proto = (const Proto *)(uintptr_t)at;
    }
}

static void name_all_inlined(const Emit *e, const Proto *entry) {
    Map proto_at = {0};
    for (uint32_t i = 0; i < e->funcs.count; i++) {
        map_put(&proto_at, e->funcs.data[i].id,
                (uint64_t)(uintptr_t)e->funcs.data[i].proto);
    }
    for (uint32_t i = 0; i < e->funcs.count; i++) {
        name_inlined(&proto_at, e->funcs.data[i].proto);
    }
    name_inlined(&proto_at, entry);
    map_deinit(&proto_at);
}

// What the linker sees is copied into the unit's arena; the growing buffers are freed.
// The lists are read once, by vm_link.
static Unit *finish_unit(Emit *e, Proto *entry) {
    Arena *arena = e->program->arena;
    Unit *unit = arena_new(arena, Unit);
    unit->func_count = e->funcs.count;
    unit->funcs = copy_out(arena, e->funcs.data, sizeof(UnitFunc) * e->funcs.count);
    unit->global_count = e->globals.count;
    unit->globals =
        copy_out(arena, e->globals.data, sizeof(UnitGlobal) * e->globals.count);
    unit->string_count = e->strings.count;
    unit->strings =
        copy_out(arena, e->strings.data, sizeof(UnitString) * e->strings.count);
    unit->entry = entry;
    unit->main_id = e->program->main_func ? e->program->main_func->id : 0;
    return unit;
}

Unit *code_emit(Program *program, TypeTable *types, Arena *arena, Diags *diags,
                NativeIndex natives) {
    Emit e = {.arena = arena,
              .diags = diags,
              .types = types,
              .natives = natives,
              .program = program};
    emit_globals(&e);
    for (Node *n = program->functions; n; n = n->next) {
        if (n->kind == ND_FUNC && n->decl_sym) {
            n->decl_sym->inline_state = 0;
            map_put(&e.function_at, n->decl_sym->id, (uint64_t)(uintptr_t)n);
        }
    }
    for (Node *n = program->functions; n; n = n->next) {
        if (n->kind == ND_FUNC && n->decl_sym) {
            emit_function(&e, n);
        }
    }
    Proto *entry = program->statements ? emit_entry(&e, program->statements) : NULL;
    if (!e.failed) {
        name_all_inlined(&e, entry);
    }
    Unit *unit = e.failed ? NULL : finish_unit(&e, entry);
    emit_unit_deinit(&e);
    return unit;
}
