// emit_call.c: calls of functions, of function pointers and of the library.
//
//     window      R[a-3..a-1]     R[a]   R[a+1] ...                 R[a] after the call:
//     the result
//                 linkage         [where a struct result goes] parameters [variadic area]
//
// Order of evaluation is gcc's on x86-64, where it can be seen: when an argument has side
// effects, arguments are evaluated from the last to the first, and variables in registers
// are read at the very end. The first one evaluated may use the window itself for its own
// calls, so that f(g(x)) moves nothing.
//
// Variadic Cora functions get the variable arguments as one object (VARGS), library
// functions as further registers with a description of their types.
#include "code/emit.h"

// ---------------------------------------------------------------- classes of arguments

// A value that is there already: reading it takes one instruction and sees no effect of
// the others' evaluation but assignments to a variable in a register, which it should
// see.
bool emit_is_trivial(const Node *n) {
    int64_t i;
    if (emit_const_int(n, &i)) {
        return true;
    }
    switch (n->kind) {
    case ND_FLOAT:
        return true;
    case ND_NAME:
        return n->sym->kind == SYM_VAR && n->sym->storage != STORE_GLOBAL &&
               n->sym->storage != STORE_STATIC && !n->sym->is_extern &&
               !n->sym->in_memory && !n->sym->address_taken &&
               type_is_scalar(n->sym->type);
    case ND_DECAY:
        return n->lhs->kind == ND_STRING ||
               (n->lhs->kind == ND_NAME && n->lhs->type->kind == TY_FUNC) ||
               (n->lhs->kind == ND_NAME && n->lhs->type->kind == TY_ARRAY &&
                !n->lhs->type->is_vla);
    case ND_CAST:
        return emit_convert_is_free(n->lhs->type, n->type) && emit_is_trivial(n->lhs);
    default:
        return false;
    }
}

// An array argument that is part of an object, given by name, is all that the library may
// use (language.md, 2).
static uint64_t narrow_bytes(const Node *arg) {
    while (arg->kind == ND_CAST && type_is_pointer(arg->type) &&
           type_is_pointer(arg->lhs->type)) {
        arg = arg->lhs;
    }
    return arg->kind == ND_DECAY && emit_subarray_count(arg->lhs) > 0
               ? arg->lhs->type->size_bytes
               : 0;
}

// ---------------------------------------------------------------- one argument

// A parameter of type __T: the library keeps the value without knowing its size.
static bool is_generic_param(const Node *call, uint32_t index) {
    if (call->call_kind != CALL_NATIVE || !call->call_sym) {
        return false;
    }
    const Param *p = call->call_sym->type->params;
    for (uint32_t i = 0; p && i < index; i++) {
        p = p->next;
    }
    return p && p->type->kind == TY_TYPEVAR;
}

// Whether a struct argument must be copied before it is handed over: nobody copies it
// later, or later is too late.
static bool needs_box(const Node *call, uint32_t index) {
    return call->makes_coroutine || index >= call->fixed_count ||
           is_generic_param(call, index);
}

// Argument `index` into its register.
static void argument(Func *f, const Node *call, uint32_t index, Reg to) {
    Node *arg = f->args.data[f->args.count - call->arg_count + index];
    uint32_t mark = f->regs.top;
    if (type_is_record(arg->type) && needs_box(call, index)) {
        Reg r = emit_expr(f, arg, REG_NONE);
        f->regs.top = mark;
        regs_touch(&f->regs, to + 1);
        f->span = arg->span;
        emit_op_ext(f, insn_make(OP_BOX, to, r, 0), arg->type->size_bytes);
        return;
    }
    emit_expr(f, arg, to);
    f->regs.top = mark;
}

// ---------------------------------------------------------------- all arguments

// Where argument i of a call goes: variable arguments of a Cora function leave a register
// for their area.
typedef struct Slots {
    Reg first;      // of the first parameter
    uint32_t fixed; // arguments before the gap
    uint32_t gap;
} Slots;

static Reg slot_of(const Slots *slots, uint32_t index) {
    return slots->first + index + (index >= slots->fixed ? slots->gap : 0);
}

static Node *nth_arg(const Func *f, const Node *call, uint32_t index) {
    return f->args.data[f->args.count - call->arg_count + index];
}

// Arguments without side effects, in order: what is placed already is protected by top.
static void in_order(Func *f, const Node *call, const Slots *slots) {
    uint32_t mark = f->regs.top;
    bool first = true; // nothing lies in the window yet: it may be used for more
    for (uint32_t i = 0; i < call->arg_count; i++) {
        Reg to = slot_of(slots, i);
        bool is_trivial = emit_is_trivial(nth_arg(f, call, i));
        if (first && is_trivial) {
            continue; // leading_trivial places it
        }
        f->regs.top = first ? mark : to;
        regs_touch(&f->regs, f->regs.top); // the gap before `to` may be new to the frame
        argument(f, call, i, to);
        first = false;
        f->regs.top = to + 1;
        regs_touch(&f->regs, to + 1);
    }
}

// The trivial ones that in_order left out, because the window was in use by the first of
// the others.
static void leading_trivial(Func *f, const Node *call, const Slots *slots) {
    for (uint32_t i = 0; i < call->arg_count && emit_is_trivial(nth_arg(f, call, i));
         i++) {
        argument(f, call, i, slot_of(slots, i));
    }
}

// gcc's order. What is evaluated first may still use the whole window; the others go
// above it for their own calls. Trivial arguments come at the very end, when no other
// evaluation can disturb their registers.
static void from_the_last(Func *f, const Node *call, const Slots *slots) {
    uint32_t mark = f->regs.top, above = mark;
    for (uint32_t i = call->arg_count; i-- > 0;) {
        Reg to = slot_of(slots, i);
        if (!emit_is_trivial(nth_arg(f, call, i))) {
            f->regs.top = above;
            argument(f, call, i, to);
            if (above == mark) {
                above = to + 1; // the first one evaluated is the last in the window
                regs_touch(&f->regs, above);
            }
        }
    }
    Reg end = slot_of(slots, call->arg_count ? call->arg_count - 1 : 0) + 1;
    regs_touch(&f->regs, end);
    f->regs.top = end;
    for (uint32_t i = 0; i < call->arg_count; i++) {
        if (emit_is_trivial(nth_arg(f, call, i))) {
            argument(f, call, i, slot_of(slots, i));
        }
    }
}

// Nested calls push their arguments on the same stack of nodes, f->args.
static void arguments(Func *f, const Node *call, const Slots *slots) {
    uint32_t effects = 0, others = 0, base = f->args.count;
    for (Node *arg = call->args; arg; arg = arg->next) {
        vec_push(f->args, arg);
        if (!emit_is_trivial(arg)) {
            others++;
            effects += emit_has_effects(arg) ? 1 : 0;
        }
    }
    assert(f->args.count - base == call->arg_count);
    if (effects > 0) {
        from_the_last(f, call, slots);
    } else if (others > 0) {
        in_order(f, call, slots);
        f->regs.top = slot_of(slots, call->arg_count - 1) + 1;
        regs_touch(&f->regs, f->regs.top);
        leading_trivial(f, call, slots);
    } else if (call->arg_count > 0) {
        f->regs.top = slot_of(slots, call->arg_count - 1) + 1;
        regs_touch(&f->regs, f->regs.top);
        leading_trivial(f, call, slots);
    }
    f->args.count = base;
}

// Types of the arguments from `first` on. A constant, UINT32_MAX when there are none.
static uint32_t describe_variadic(Func *f, const Node *call, uint32_t first) {
    if (call->arg_count <= first) {
        return UINT32_MAX;
    }
    uint32_t count = call->arg_count - first, i = 0;
    VarDesc *desc = arena_new(f->unit->arena, VarDesc);
    uint8_t *types = arena_array(f->unit->arena, uint8_t, count);
    const Layout **layouts = arena_array(f->unit->arena, const Layout *, count);
    for (Node *arg = call->args; arg; arg = arg->next, i++) {
        if (i >= first) {
            types[i - first] = (uint8_t)layout_mem_type(arg->type);
            layouts[i - first] = emit_layout(f, arg->type);
        }
    }
    *desc = (VarDesc){count, types, layouts};
    return emit_const_ptr(f, KC_VARDESC, desc);
}

// The variable arguments as one object, in the register after the fixed ones.
static void variadic_area(Func *f, const Node *call, Reg area) {
    uint32_t count = call->arg_count - call->fixed_count;
    uint32_t desc = describe_variadic(f, call, call->fixed_count);
    if (desc == UINT32_MAX) {
        VarDesc *none = arena_new(f->unit->arena, VarDesc);
        desc = emit_const_ptr(f, KC_VARDESC, none);
    }
    f->span = call->span;
    emit_op_ext(f, insn_make(OP_VARGS, area, area + 1, count), desc);
    emit_local_pushed(f, area);
}

// ---------------------------------------------------------------- the call

// Nothing is taken: whoever fills the window sets top as it goes.
Reg emit_window(Func *f) {
    Reg window = f->regs.top + WINDOW_LINKAGE;
    regs_touch(&f->regs, window + 1);
    return window;
}

// Natives give structs as boxes, coroutines when they are awaited; only a plain call
// fills the caller's object.
bool emit_call_is_record(const Node *n) {
    return n->kind == ND_CALL && type_is_record(n->type) && n->call_kind != CALL_NATIVE &&
           !n->makes_coroutine;
}

Type *emit_callee_type(const Node *n) {
    return n->call_type ? n->call_type : n->call_sym->type;
}

// The pointer a call goes through, evaluated before the arguments. A function without
// prototype is called that way as well: only then are the number and kind of its
// arguments checked.
static Reg callee_pointer(Func *f, Node *n) {
    if (n->call_kind == CALL_POINTER) {
        uint32_t mark = f->regs.top;
        Reg r = emit_expr(f, n->lhs, REG_NONE);
        if (r < mark) { // arguments may assign to it
            for (Node *arg = n->args; arg; arg = arg->next) {
                if (emit_assigns(arg, r)) {
                    Reg copy = regs_take(&f->regs, 1);
                    emit_move(f, copy, r);
                    return copy;
                }
            }
        }
        return r;
    }
    // One that is defined without parameters needs no check when it is given none.
    bool is_known = n->arg_count == 0 && n->call_sym->is_defined &&
                    n->call_sym->type->param_count == 0 &&
                    !n->call_sym->type->is_variadic;
    if (emit_callee_type(n)->is_old_style && !is_known) {
        Reg r = regs_take(&f->regs, 1);
        emit_wide(f, OP_LDK, r, (int32_t)emit_const_ref(f, KC_FNPTR, n->call_sym->id, 0));
        return r;
    }
    return REG_NONE;
}

// Constant of a call through a pointer: what type the function must have.
static uint32_t signature(Func *f, const Node *n, uint32_t registers) {
    const Type *t = emit_callee_type(n);
    uint64_t id = t->is_old_style ? emit_call_shape(f->unit, t, n->args) | SIG_SHAPE
                                  : emit_sig_id(f->unit, t);
    return emit_const_short(
        f, (Const){.kind = KC_INT, .bits = id | (uint64_t)registers << 32});
}

// CALL by name; CALLP through a pointer, where signature and argument count are compared
// when run.
static void call_op(Func *f, Node *n, Reg window, Reg pointer, bool used) {
    Type *type = emit_callee_type(n);
    uint64_t ext = used ? CALL_USED : 0;
    uint32_t registers = (type->is_variadic ? n->fixed_count + 1 : n->arg_count) +
                         (emit_call_is_record(n) ? 1 : 0);
    f->span = n->span;
    if (pointer != REG_NONE) {
        uint32_t sig = signature(f, n, registers);
        if (n->makes_coroutine) {
            emit_op(f, OP_MKCOROP, window, pointer, sig);
        } else {
            emit_op_ext(f, insn_make(OP_CALLP, window, pointer, sig), ext);
        }
        return;
    }
    int32_t fn = (int32_t)emit_const_ref(f, KC_FN, n->call_sym->id, 0);
    if (n->makes_coroutine) {
        emit_wide(f, OP_MKCORO, window, fn);
    } else {
        emit_op_ext(f, insn_make_wide(OP_CALL, window, fn), ext);
    }
}

// A call of a Cora function. into: where a struct result goes.
static Reg call_cora(Func *f, Node *n, Reg into, bool used) {
    Type *type = emit_callee_type(n);
    uint32_t mark = f->regs.top;
    bool is_record = emit_call_is_record(n);
    bool hidden = is_record || (n->makes_coroutine && type_is_record(type->base));
    if (into != REG_NONE && into >= f->regs.top) {
        f->regs.top = into + 1;
    }
    Reg pointer = callee_pointer(f, n);
    Reg window = emit_window(f);
    Slots slots = {window + (hidden ? 1 : 0), n->fixed_count, 0};
    if (type->is_variadic) {
        slots.gap = 1;
        if (n->makes_coroutine) {
            diag_add(f->unit->diags, DIAG_CODE_VARIADIC_CORO, n->span);
            f->unit->failed = true;
        }
    } else {
        slots.fixed = n->arg_count;
    }
    arguments(f, n, &slots);
    regs_touch(&f->regs, slots.first + n->arg_count + slots.gap + 1);
    if (hidden && is_record) {
        assert(into != REG_NONE);
        emit_move(f, window, into);
    } else if (hidden) {
        emit_int(f, 0, window); // whoever runs the coroutine makes the box
    }
    uint32_t locals = f->locals.count;
    if (type->is_variadic) {
        variadic_area(f, n, slots.first + n->fixed_count);
    }
    call_op(f, n, window, pointer, used);
    emit_locals_end(f, locals);
    f->regs.top = mark;
    return window;
}

bool emit_call_is_plain_coroutine(const Node *n) {
    return n->kind == ND_CALL && n->makes_coroutine && n->call_kind == CALL_FUNC &&
           !emit_callee_type(n)->is_variadic && !emit_callee_type(n)->is_old_style;
}

//     window   | function | (box) | argument 0 | argument 1 | ...      __spawn's arguments
//
// `span` is the task's place of birth.
Reg emit_call_spawned(Func *f, Node *n, Span span) {
    uint32_t mark = f->regs.top, hidden = type_is_record(emit_callee_type(n)->base);
    uint32_t number = emit_native(f->unit, "__spawn", span);
    Reg window = emit_window(f);
    Slots slots = {window + 1 + hidden, n->arg_count, 0};
    arguments(f, n, &slots);
    uint32_t count = 1 + hidden + n->arg_count;
    regs_touch(&f->regs, window + count);
    if (hidden) {
        emit_int(f, 0, window + 1); // the task makes the box
    }
    uint32_t fn = emit_const_ref(f, KC_FNPTR, n->call_sym->id, 0);
    emit_wide(f, OP_LDK, window, (int32_t)fn);
    f->span = span;
    emit_op_ext(f, insn_make(OP_CALLN, window, count, number),
                CALL_USED | (uint64_t)UINT32_MAX << 32);
    f->regs.top = mark;
    return window;
}

// A call of the library. Array arguments given by name are held to that array (NARROW).
static Reg call_native(Func *f, Node *n, bool used) {
    Sym *sym = n->call_sym;
    Type *type = sym->type;
    uint32_t mark = f->regs.top;
    const char *name = sym->native_name ? sym->native_name : sym->name->text;
    uint32_t number = emit_native(f->unit, name, n->span);
    Reg window = emit_window(f);
    Slots slots = {window, n->arg_count, 0};
    arguments(f, n, &slots);
    regs_touch(&f->regs, window + n->arg_count);
    f->span = n->span;
    if (sym->builtin == BI_LAYOUT) {
        const Layout *layout = emit_layout(f, n->args->type->unqual->base);
        emit_wide(f, OP_LDK, window, (int32_t)emit_const_ptr(f, KC_LAYOUT, layout));
    }
    uint32_t i = 0;
    for (Node *arg = n->args; arg; arg = arg->next, i++) {
        uint64_t bytes = type_is_pointer(arg->type) ? narrow_bytes(arg) : 0;
        if (bytes > 0) {
            emit_op_ext(f, insn_make(OP_NARROW, window + i, 0, 0), bytes);
        }
    }
    uint64_t desc =
        type->is_variadic ? describe_variadic(f, n, n->fixed_count) : UINT32_MAX;
    uint64_t flags = (used ? CALL_USED : 0u) | (n->suspends ? CALL_SUSPEND : 0u);
    emit_op_ext(f, insn_make(OP_CALLN, window, n->arg_count, number), flags | desc << 32);
    f->regs.top = mark;
    return window;
}

// A dual function as a coroutine object.
static Reg native_coroutine(Func *f, Node *n) {
    uint32_t mark = f->regs.top;
    f->span = n->span;
    uint32_t id = emit_native_stub(f->unit, n->call_sym, emit_callee_type(n), true);
    Reg window = emit_window(f);
    Slots slots = {window, n->fixed_count, 0};
    if (n->call_sym->type->is_variadic) {
        diag_add(f->unit->diags, DIAG_CODE_VARIADIC_CORO, n->span);
        f->unit->failed = true;
    }
    slots.fixed = n->arg_count;
    arguments(f, n, &slots);
    regs_touch(&f->regs, window + n->arg_count);
    f->span = n->span;
    emit_wide(f, OP_MKCORO, window, (int32_t)emit_const_ref(f, KC_FN, id, 0));
    f->regs.top = mark;
    return window;
}

// The three kinds of callee. The result stands in the register returned, the window's
// first.
static Reg call_any(Func *f, Node *n, Reg into, bool used) {
    if (n->call_kind != CALL_NATIVE) {
        return call_cora(f, n, into, used);
    }
    return n->makes_coroutine ? native_coroutine(f, n) : call_native(f, n, used);
}

// The result of a void call is no register; 0 is as good as any.
Reg emit_call(Func *f, Node *n, Reg want, Reg into) {
    bool done = false;
    if (n->call_kind == CALL_NATIVE && n->call_sym->builtin != BI_NONE) {
        Reg r = emit_builtin(f, n, want, &done);
        if (done) {
            return r;
        }
    }
    bool used = n->type->kind != TY_VOID;
    Reg r;
    if (emit_inline(f, n, want, into, &r)) {
        return r;
    }
    r = call_any(f, n, into, used);
    if (!used || into != REG_NONE) {
        return into != REG_NONE ? into : 0;
    }
    return emit_result(f, r, want);
}

// A call whose result nobody wants.
void emit_call_effect(Func *f, Node *n) {
    bool done = false;
    if (n->call_kind == CALL_NATIVE && n->call_sym->builtin != BI_NONE) {
        emit_builtin(f, n, REG_NONE, &done);
    }
    if (done) {
        return;
    }
    if (!emit_call_is_record(n)) {
        Reg unused;
        if (!emit_inline(f, n, REG_NONE, REG_NONE, &unused)) {
            call_any(f, n, REG_NONE, false);
        }
        return;
    }
    uint32_t locals = f->locals.count;
    Reg r = regs_take(&f->regs, 1);
    emit_local(f, r, emit_site(f, NULL, n->type, n->span));
    call_any(f, n, r, false);
    emit_locals_end(f, locals);
}

// An internal native (its name begins with __) with arguments that stand in registers.
Reg emit_native_call(Func *f, const char *name, const Reg *args, uint32_t count,
                     Span span) {
    uint32_t number = emit_native(f->unit, name, span);
    Reg window = emit_window(f);
    for (uint32_t i = 0; i < count; i++) {
        emit_move(f, window + i, args[i]);
    }
    f->span = span;
    emit_op_ext(f, insn_make(OP_CALLN, window, count, number),
                CALL_USED | (uint64_t)UINT32_MAX << 32);
    return window;
}
