// emit_func.c: one function from its first register to its finished Proto.
//
//     registers at entry   [result pointer] params ... [variadic area]
//     code                 structs and address-taken parameters are given their objects;
//     the body; the way off the end
//
// A function is compiled twice when a fused jump of 16 bits did not reach (more than
// 32,767 words): the second time those jumps go over a JMP. Nothing that is emitted has
// an effect outside the Func but strings, sites and images of the unit, all of which may
// be made again.
//
// A generator function becomes two Protos: the function that is called makes the
// generator object, so that calls by name and by pointer are plain calls, and a body of
// its own that runs under it.
#include "code/emit.h"
#include "code/verify.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// ---------------------------------------------------------------- buffers

// Between functions, and before the second try of one.
static void reset(Func *f) {
    f->code.count = f->consts.count = f->lines.count = f->vars.count = 0;
    f->ranges.count = f->fixups.count = f->returns.count = f->locals.count = 0;
    f->labels.count = f->gotos.count = f->args.count = 0;
    for (uint32_t i = 0; i < f->vlas.count; i++) {
        f->vlas.data[i]->slot = 0;
    }
    f->vlas.count = f->kept.count = f->hoisted.count = f->inlined.count = 0;
    f->inlining = NULL;
    f->listed = NULL;
    f->copied = NULL;
    f->in_loop = f->copies_byte = false;
    f->regs = (Regs){0, 0};
    f->scope = NULL;
    f->guards = NULL;
    f->guard_count = f->label_base = f->barrier = f->serial = f->uninit_count = 0;
    f->result_reg = f->va_reg = f->catch_slot = REG_NONE;
    f->reachable = true;
    f->has_locals = f->in_branch = f->box_temps = f->need_long = f->too_large = false;
    f->span = f->origin;
}

static void begin(Func *f, Emit *unit, const char *name, Span origin) {
    f->unit = unit;
    f->name = name;
    f->origin = origin;
    f->type = NULL;
    f->body = NULL;
    f->id = UINT32_MAX;
    f->is_main = f->is_entry = f->is_generator_body = f->long_jumps = false;
    reset(f);
}

static void free_func(Func *f) {
    vec_free(f->code);
    vec_free(f->consts);
    vec_free(f->lines);
    vec_free(f->vars);
    vec_free(f->ranges);
    vec_free(f->fixups);
    vec_free(f->returns);
    vec_free(f->locals);
    vec_free(f->labels);
    vec_free(f->gotos);
    vec_free(f->vlas);
    vec_free(f->args);
    vec_free(f->kept);
    vec_free(f->hoisted);
    vec_free(f->inlined);
    vec_free(f->homes);
    mem_free(f);
}

// The Func for a function of the program; stubs, which are emitted in the middle of one,
// get their own.
static Func *shared_func(Emit *unit) {
    if (!unit->func) {
        unit->func = mem_alloc(sizeof *unit->func);
    }
    return unit->func;
}

void emit_unit_deinit(Emit *unit) {
    if (unit->func) {
        free_func(unit->func);
        unit->func = NULL;
    }
    vec_free(unit->funcs);
    vec_free(unit->globals);
    vec_free(unit->strings);
    map_deinit(&unit->global_index);
    map_deinit(&unit->string_index);
    map_deinit(&unit->stub_done);
    map_deinit(&unit->function_at);
}

// ---------------------------------------------------------------- finishing

// A cell's body runs once: what vm_link makes of it goes when it has ended (proto.h).
static Arena *arena_of(const Func *f) {
    return f->is_entry ? f->unit->program->arena : f->unit->arena;
}

static void *copy_out(Func *f, const void *data, size_t size_bytes) {
    return size_bytes ? memcpy(arena_alloc(arena_of(f), size_bytes), data, size_bytes)
                      : NULL;
}

// Returns end the life of the frame's locals, if it has any; only now that is known.
static void patch_returns(Func *f) {
    for (uint32_t i = 0; f->has_locals && i < f->returns.count; i++) {
        Insn *insn = &f->code.data[f->returns.data[i]];
        Op op = insn_op(*insn) == OP_RET ? OP_RETL : OP_RETLV;
        *insn = insn_make(op, insn_a(*insn), 0, 0);
    }
}

// Inner handlers first. Ranges of one depth are disjoint, so only the depth matters; it is
// at most what blocks and defers nest, so counting sorts them, and keeps them stable.
static Handler *copy_handlers(Func *f) {
    uint32_t n = f->ranges.count, deepest = 0;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t depth = f->ranges.data[i].depth;
        deepest = depth > deepest ? depth : deepest;
    }
    uint32_t *counts = arena_array(arena_of(f), uint32_t, deepest + 1);
    for (uint32_t i = 0; i < n; i++) {
        counts[f->ranges.data[i].depth]++;
    }
    uint32_t next = 0; // counts become the places where each depth's next one goes
    for (uint32_t depth = deepest + 1; depth-- > 0;) {
        uint32_t count = counts[depth];
        counts[depth] = next;
        next += count;
    }
    Handler *out = n ? arena_array(arena_of(f), Handler, n) : NULL;
    for (uint32_t i = 0; i < n; i++) {
        out[counts[f->ranges.data[i].depth]++] = f->ranges.data[i].handler;
    }
    return out;
}

static void copy_inlined(Func *f, Proto *p) {
    p->inlined_count = f->inlined.count;
    p->inlined =
        p->inlined_count ? arena_array(arena_of(f), Inlined, p->inlined_count) : NULL;
    for (uint32_t i = 0; i < p->inlined_count; i++) {
        p->inlined[i] = f->inlined.data[i].row;
    }
}

// A Proto that does not verify is our bug, never the program's: the listing says where to
// look.
static void check(Func *f, const Proto *proto) {
    char reason[160];
    if (!verify_proto(proto, UINT32_MAX, reason, sizeof reason)) {
        char *text = disasm_proto(proto, f->unit->diags ? f->unit->diags->sources : NULL);
        fprintf(stderr, "%s\nthe code of %s does not verify: %s\n", text, proto->name,
                reason);
        mem_free(text);
        abort();
    }
}

// NULL after a diagnostic: the function is too large.
static Proto *finish(Func *f) {
    emit_gotos_resolve(f);
    patch_returns(f);
    if (f->too_large || regs_overflow(&f->regs)) {
        diag_add(f->unit->diags, DIAG_TOO_COMPLEX, f->origin,
                 f->is_entry ? "cell" : "function",
                 f->too_large ? "8 million instructions or 65,536 constants"
                              : "60,000 registers");
        f->unit->failed = true;
        return NULL;
    }
    fuse_code(f->code.data, f->code.count);
    Proto *p = arena_new(arena_of(f), Proto);
    p->name = f->name;
    p->is_cell = f->is_entry;
    p->span = f->origin;
    p->code = copy_out(f, f->code.data, sizeof(Insn) * f->code.count);
    p->code_count = f->code.count;
    p->consts = copy_out(f, f->consts.data, sizeof(Const) * f->consts.count);
    p->const_count = f->consts.count;
    p->reg_count = f->regs.max > 0 ? f->regs.max : 1;
    p->lines = copy_out(f, f->lines.data, sizeof(LineEntry) * f->lines.count);
    p->line_count = f->lines.count;
    p->vars = copy_out(f, f->vars.data, sizeof(VarEntry) * f->vars.count);
    p->var_count = f->vars.count;
    p->handlers = copy_handlers(f);
    p->handler_count = f->ranges.count;
    copy_inlined(f, p);
    return p;
}

static void add_func(Emit *unit, uint32_t id, Proto *proto) {
    vec_push(unit->funcs, ((UnitFunc){id, proto}));
}

// ---------------------------------------------------------------- parameters

static bool is_record_param(const Sym *sym) {
    return sym && type_is_record(sym->type);
}

// A parameter of a definition without prototype comes promoted and is narrowed to its own
// type (C17 6.9.1p10).
static void narrow_old_style(Func *f, Sym *sym, Reg reg) {
    Type *type = sym->type->unqual;
    if (type->size_bytes < 4 && type_is_integer(type)) {
        emit_convert(f, type_basic(f->unit->types, TY_INT), type, reg, reg);
    } else if (type->kind == TY_FLOAT) {
        emit_op(f, OP_CVT_F64_F32, reg, reg, 0);
    }
}

// A parameter that stays in the register it came in.
static void param_entry(Func *f, Sym *sym, Reg reg) {
    sym->slot = reg;
    sym->in_fields = false;
    sym->displacement = 0;
    vec_push(f->vars, ((VarEntry){.name = sym->name ? sym->name->text : NULL,
                                  .slot = reg,
                                  .in_memory = is_record_param(sym),
                                  .pc_begin = 0,
                                  .pc_end = UINT32_MAX,
                                  .layout = emit_layout(f, sym->type)}));
}

// Parameter i stands in `reg`. What must live in memory gets an object of its own:
// C17 6.5.2.2p4, the callee may write its parameter and the caller's object stays.
static void param_begin(Func *f, Sym *sym, Reg reg) {
    f->span = sym->span;
    if (f->type->is_old_style) {
        narrow_old_style(f, sym, reg);
    }
    if (is_record_param(sym) && f->reads_params) {
        param_entry(f, sym, reg); // the caller's object itself
    } else if (is_record_param(sym)) {
        emit_var_begin(f, sym, true);
        emit_copy(f, sym->slot, reg, sym->type->size_bytes);
        emit_seal(f, sym->type, sym->slot);
    } else if (sym->in_memory || sym->address_taken) {
        emit_var_begin(f, sym, true);
        emit_op(f, emit_store_op(sym->type), reg, sym->slot, 0);
        emit_seal(f, sym->type, sym->slot);
    } else {
        param_entry(f, sym, reg);
    }
}

// All parameters have their registers before the first of them gets an object: those come
// above.
static void params_begin(Func *f, Node *node) {
    Regs *regs = &f->regs;
    f->reads_params = false;
    for (uint32_t i = 0; i < node->param_count && !f->reads_params; i++) {
        f->reads_params =
            is_record_param(node->params[i]) && emit_params_are_read_only(node);
    }
    if (type_is_record(f->type->base) && !f->is_generator_body) {
        f->result_reg = regs_take(regs, 1);
    }
    Reg first = regs->top;
    regs_take(regs, node->param_count);
    if (f->type->is_variadic) {
        f->va_reg = regs_take(regs, 1);
    }
    for (uint32_t i = 0; i < node->param_count; i++) {
        if (node->params[i]) {
            param_begin(f, node->params[i], first + i);
        }
    }
    for (uint32_t i = 0; i < node->param_count; i++) {
        if (node->params[i]) {
            emit_vla_sizes(f, node->params[i]->type);
            if (node->params[i]->length) {
                emit_effect(f, node->params[i]->length);
            }
        }
    }
}

// ---------------------------------------------------------------- functions

// Control at the closing brace.
static void off_the_end(Func *f) {
    if (!f->reachable) {
        return;
    }
    f->span = (Span){f->origin.source, f->origin.end > 0 ? f->origin.end - 1 : 0,
                     f->origin.end};
    if (f->type && f->type->is_noreturn) {
        emit_wide(f, OP_TRAP, 0, CODE_TRAP_NORETURN);
    } else if (f->is_main && type_is_scalar(f->type->base)) { // C17 5.1.2.2.3
        Reg zero = emit_int(f, 0, REG_NONE);
        emit_op(f, OP_RET, zero, 0, 0);
    } else if (!f->type || f->is_generator_body || f->type->base->kind == TY_VOID) {
        emit_op(f, OP_RETV, 0, 0, 0);
    } else {
        emit_op(f, OP_RETNONE, 0, 0, 0);
    }
}

// The parameters live in the outermost block's scope (C17 6.2.1p4), as the body's own
// variables do.
static void function_body(Func *f, Node *node) {
    Scope scope;
    emit_scope_begin(f, &scope, node->body);
    params_begin(f, node);
    emit_block_list(f, node->body->then);
    emit_scope_end(f, &scope);
    off_the_end(f);
    emit_inline_calls(f);
}

// What calls, the linker and messages need to know of the function's type.
static void describe(Func *f, Proto *p, const Node *node) {
    Type *type = f->type;
    p->param_count =
        node->param_count + (f->result_reg != REG_NONE) + (f->va_reg != REG_NONE);
    p->is_async = type->is_async;
    p->is_generator = f->is_generator_body;
    p->is_variadic = type->is_variadic;
    p->has_struct_result = f->result_reg != REG_NONE;
    p->result_bytes = p->has_struct_result ? (uint32_t)type->base->size_bytes : 0;
    p->sig_id = emit_sig_id(f->unit, type);
    p->shape_id = emit_shape_id(f->unit, type);
    p->result = emit_layout(f, f->is_generator_body ? type->base->base : type->base);
    p->type = emit_layout(f, type);
}

// At most two passes: see the top of the file.
static Proto *compile(Func *f, Node *node, bool is_generator_body) {
    Sym *sym = node->decl_sym;
    begin(f, f->unit, sym->name->text, node->span);
    for (int pass = 0; pass < 2; pass++) {
        reset(f);
        f->type = sym->type;
        f->body = node->body;
        f->id = sym->id;
        f->is_main = strcmp(sym->name->text, "main") == 0;
        f->is_generator_body = is_generator_body;
        f->long_jumps = pass == 1;
        function_body(f, node);
        if (!f->need_long) {
            break;
        }
    }
    Proto *p = finish(f);
    if (p) {
        describe(f, p, node);
        check(f, p);
    }
    return p;
}

// The function that a call of a generator function runs: it makes the generator with its
// own arguments. A struct goes as a box: the caller's object may be gone when the
// generator starts.
static Proto *compile_maker(Func *f, Node *node, uint32_t body_id) {
    Sym *sym = node->decl_sym;
    begin(f, f->unit, sym->name->text, node->span);
    f->type = sym->type;
    regs_take(&f->regs, node->param_count);
    if (f->type->is_variadic) {
        f->va_reg = regs_take(&f->regs, 1);
    }
    uint32_t count = f->regs.top;
    Reg window = f->regs.top + WINDOW_LINKAGE;
    regs_touch(&f->regs, window + count + 1);
    for (uint32_t i = 0; i < count; i++) {
        Sym *param = i < node->param_count ? node->params[i] : NULL;
        if (is_record_param(param)) {
            emit_op_ext(f, insn_make(OP_BOX, window + i, i, 0), param->type->size_bytes);
        } else {
            emit_op(f, OP_MOV, window + i, i, 0);
        }
    }
    emit_wide(f, OP_MKCORO, window, (int32_t)emit_const_ref(f, KC_FN, body_id, 0));
    emit_op(f, OP_RET, window, 0, 0);
    Proto *p = finish(f);
    if (p) {
        describe(f, p, node);
        p->is_async = false;
        check(f, p);
    }
    return p;
}

// A generator's body has an id of its own; the function's own id is the maker's.
void emit_function(Emit *unit, Node *node) {
    Sym *sym = node->decl_sym;
    Func *f = shared_func(unit);
    f->unit = unit;
    bool is_generator = node->has_yield || sym->type->is_generator;
    uint32_t id = is_generator ? (uint32_t)FN_GENERATOR_BODY | sym->id : sym->id;
    assert(sym->id < (uint32_t)FN_NATIVE_PLAIN);
    Proto *p = compile(f, node, is_generator);
    if (p) {
        add_func(unit, id, p);
    }
    Proto *maker = p && is_generator ? compile_maker(f, node, id) : NULL;
    if (maker) {
        add_func(unit, sym->id, maker);
    }
}

// A cell's statements: an async function without parameters or result.
Proto *emit_entry(Emit *unit, Node *statements) {
    Func *f = shared_func(unit);
    Node *last = statements;
    while (last->next) {
        last = last->next;
    }
    begin(f, unit, "cell", span_join(statements->span, last->span));
    for (int pass = 0; pass < 2; pass++) {
        reset(f);
        f->is_entry = true;
        f->long_jumps = pass == 1;
        Scope scope;
        emit_scope_begin(f, &scope, NULL);
        emit_block_list(f, statements);
        emit_scope_end(f, &scope);
        off_the_end(f);
        emit_inline_calls(f);
        if (!f->need_long) {
            break;
        }
    }
    Proto *p = finish(f);
    if (p) {
        p->is_async = true;
        p->result = emit_layout(f, type_basic(unit->types, TY_VOID));
        check(f, p);
    }
    return p;
}

// ---------------------------------------------------------------- natives as values

// A library function as a function pointer or as a coroutine: a Proto that calls it. One
// that takes variable arguments gets them as an area, as every Cora function does, and
// hands them to its v-sister (printf: vprintf).
void emit_stub_proto(Emit *unit, Sym *sym, Type *type, uint32_t id) {
    Func *f = mem_alloc(sizeof *f);
    begin(f, unit, sym->name->text, sym->span);
    f->type = type;
    bool suspend = (id & (uint32_t)FN_NATIVE_SUSPEND) != 0;
    uint32_t count = type->param_count + type->is_variadic;
    regs_take(&f->regs, count);
    Reg window = count + WINDOW_LINKAGE;
    regs_touch(&f->regs, window + count + 1);
    for (uint32_t i = 0; i < count; i++) {
        emit_op(f, OP_MOV, window + i, i, 0);
    }
    const char *name = type->is_variadic
                           ? arena_printf(unit->arena, "v%s", sym->native_name)
                           : sym->native_name;
    uint32_t number = emit_native(unit, name, sym->span);
    emit_op_ext(f, insn_make(OP_CALLN, window, count, number),
                CALL_USED | (suspend ? CALL_SUSPEND : 0) | (uint64_t)UINT32_MAX << 32);
    if (type->base->kind == TY_VOID) {
        emit_op(f, OP_RETV, 0, 0, 0);
    } else {
        emit_op(f, OP_RET, window, 0, 0);
    }
    Proto *p = finish(f);
    if (p) {
        p->param_count = count;
        p->is_async = suspend;
        p->is_variadic = type->is_variadic;
        p->sig_id = emit_sig_id(unit, type);
        p->shape_id = emit_shape_id(unit, type);
        p->result = emit_layout(f, type->base);
        p->type = emit_layout(f, type);
        check(f, p);
        add_func(unit, id, p);
    }
    free_func(f);
}
