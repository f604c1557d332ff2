// emit_async.c: coroutines, generators, and what only a notebook has.
//
// An await of a call is a plain call in this task; only an awaitable that is a value
// needs AWAIT. A struct that comes out of a coroutine object, task or generator comes as
// a pointer to a box. The generator instructions give two registers: the value, and
// whether there was one.
#include "code/emit.h"

// ---------------------------------------------------------------- await, spawn

// `await f(x)` of an async function, or of a dual native: no coroutine object is made for
// it.
static bool is_direct(const Node *call) {
    return call->kind == ND_CALL && !call->makes_coroutine &&
           (call->call_kind != CALL_NATIVE || call->suspends);
}

Reg emit_await(Func *f, Node *n, Reg want, Reg into) {
    if (is_direct(n->lhs)) {
        return emit_call(f, n->lhs, want, into);
    }
    uint32_t mark = f->regs.top;
    Reg r = emit_expr(f, n->lhs, REG_NONE);
    if (n->lhs->type->kind == TY_HANDLE && !n->lhs->type->is_any_awaitable) {
        emit_native_call(f, "__await_handle", &r, 1, n->span); // an event
        f->regs.top = mark;
        return 0;
    }
    f->regs.top = mark;
    Reg window = emit_window(f);
    f->span = n->span;
    emit_op_ext(f, insn_make(OP_AWAIT, window, r, 0),
                n->type->kind == TY_VOID ? 0 : CALL_USED);
    return n->type->kind == TY_VOID ? 0 : emit_result(f, window, want);
}

// spawn c and create_task(c). A call that stands there itself becomes the task at once.
static Reg spawned(Func *f, Node *coroutine, Span span, Reg want) {
    uint32_t mark = f->regs.top;
    Reg window;
    if (emit_call_is_plain_coroutine(coroutine)) {
        window = emit_call_spawned(f, coroutine, span);
    } else {
        Reg r = emit_expr(f, coroutine, REG_NONE);
        window = emit_native_call(f, "create_task", &r, 1, span);
    }
    f->regs.top = mark;
    return emit_result(f, window, want);
}

Reg emit_spawn(Func *f, Node *n, Reg want) {
    return spawned(f, n->lhs, n->span, want);
}

// ---------------------------------------------------------------- generators

// A value that leaves this frame: a struct as a box of its own.
static Reg handed_out(Func *f, Node *n) {
    if (!n) {
        return emit_int(f, 0, REG_NONE);
    }
    uint32_t mark = f->regs.top;
    Reg r = emit_expr(f, n, REG_NONE);
    if (type_is_record(n->type)) {
        f->regs.top = mark;
        Reg box = regs_take(&f->regs, 1);
        f->span = n->span;
        emit_op_ext(f, insn_make(OP_BOX, box, r, 0), n->type->size_bytes);
        return box;
    }
    return r;
}

Reg emit_yield(Func *f, Node *n, Reg want) {
    uint32_t mark = f->regs.top;
    Reg r = handed_out(f, n->lhs);
    f->regs.top = mark;
    Reg d = emit_want(f, want);
    f->span = n->span;
    emit_op_ext(f, insn_make(OP_YIELD, d, r, 0), 0);
    return d;
}

// yield from h: takes from h and hands on; what is sent goes to h, and so does an error
// thrown at the yield.
Reg emit_yield_from(Func *f, Node *n, Reg want) {
    Label loop = LABEL_NEW, done = LABEL_NEW;
    uint32_t mark = f->regs.top;
    Reg inner = regs_take(&f->regs, 1);
    emit_expr(f, n->lhs, inner);
    Reg pair = regs_take(&f->regs, 2), sent = regs_take(&f->regs, 1),
        error = regs_take(&f->regs, 1);
    f->span = n->span;
    emit_op_ext(f, insn_make(OP_GENNEXT, pair, inner, 0), 0);
    bool reachable = f->reachable;
    emit_bind_head(f, &loop, reachable);
    emit_jump(f, OP_JF, pair + 1, &done);
    uint32_t begin = emit_pc(f);
    emit_op_ext(f, insn_make(OP_YIELD, sent, pair, 0), 0);
    uint32_t end = emit_pc(f);
    if (n->lhs->type->unqual->sent) {
        emit_op_ext(f, insn_make(OP_GENSEND, pair, inner, sent), 0);
    } else {
        emit_op_ext(f, insn_make(OP_GENNEXT, pair, inner, 0), 0);
    }
    emit_jump(f, OP_JMP, 0, &loop);
    if (end > begin) {
        Handler h = {.pc_begin = begin,
                     .pc_end = end,
                     .target = emit_pc(f),
                     .local_count = f->locals.count,
                     .slot = (uint16_t)error,
                     .is_cleanup = true};
        vec_push(f->ranges, ((GuardRange){h, f->guards ? f->guards->depth + 1 : 1, 0}));
        f->reachable = true;
        emit_op_ext(f, insn_make(OP_GENTHROW, pair, inner, error), 0);
        emit_jump(f, OP_JMP, 0, &loop);
    }
    emit_bind(f, &done);
    f->regs.top = mark;
    return emit_result(f, pair, want);
}

// next, send, throw_into: the value, or StopIteration at the end.
static Reg resume(Func *f, Node *n, Op op, Reg want) {
    Label ok = LABEL_NEW;
    uint32_t mark = f->regs.top;
    Reg pair = regs_take(&f->regs, 2);
    Reg generator = emit_expr(f, n->args, REG_NONE), second = 0;
    if (n->args->next) {
        second = handed_out(f, n->args->next);
    }
    f->span = n->span;
    emit_op_ext(f, insn_make(op, pair, generator, op == OP_GENNEXT ? 0 : second), 0);
    emit_jump(f, OP_JT, pair + 1, &ok);
    emit_wide(f, OP_TRAP, 0, CODE_TRAP_STOP_ITERATION);
    emit_bind(f, &ok);
    f->regs.top = mark;
    return emit_result(f, pair, want);
}

// try_next(g, &x)
static Reg try_next(Func *f, Node *n, Reg want) {
    Label no = LABEL_NEW;
    uint32_t mark = f->regs.top;
    Reg pair = regs_take(&f->regs, 2);
    Reg generator = emit_expr(f, n->args, REG_NONE);
    Node *target = n->args->next;
    Reg to = emit_expr(f, target, REG_NONE);
    Type *type = target->type->unqual->base;
    f->span = n->span;
    emit_op_ext(f, insn_make(OP_GENNEXT, pair, generator, 0), 0);
    emit_jump(f, OP_JF, pair + 1, &no);
    if (type_is_record(type)) {
        emit_copy(f, to, pair, type->size_bytes);
    } else if (type_is_scalar(type)) {
        emit_op(f, emit_store_op(type), pair, to, 0);
    }
    emit_bind(f, &no);
    f->regs.top = mark;
    emit_move(f, pair, pair + 1);
    return emit_result(f, pair, want);
}

// ---------------------------------------------------------------- for (x : ...)

// Begins the loop's variable, new each time round, with the value in `value` (a struct: a
// pointer to it).
static void loop_variable(Func *f, Sym *sym, Reg value) {
    emit_var_begin(f, sym, true);
    f->span = sym->span;
    if (type_is_record(sym->type)) {
        emit_copy(f, sym->slot, value, sym->type->size_bytes);
    } else if (sym->in_memory || sym->address_taken) {
        emit_op(f, emit_store_op(sym->type), value, sym->slot, 0);
    } else {
        emit_move(f, sym->slot, value);
    }
}

//         JMP continue
//     body:  x = value; ...
//     continue:  GENNEXT value, generator
//         JT value + 1 -> body
static void for_generator(Func *f, Node *n, Scope *scope) {
    Label body = LABEL_NEW;
    Reg generator = regs_take(&f->regs, 1), pair = regs_take(&f->regs, 2);
    uint32_t locals = f->locals.count;
    emit_expr(f, n->lhs, generator);
    emit_locals_end(f, locals);
    bool reachable = f->reachable;
    emit_jump(f, OP_JMP, 0, scope->on_continue);
    emit_bind_head(f, &body, reachable);
    Scope round;
    emit_scope_begin(f, &round, NULL);
    loop_variable(f, n->decl->decl_sym, pair);
    emit_substatement(f, n->then);
    emit_scope_end(f, &round);
    emit_bind(f, scope->on_continue);
    f->span = n->lhs->span;
    emit_op_ext(f, insn_make(OP_GENNEXT, pair, generator, 0), 0);
    emit_jump(f, OP_JT, pair + 1, &body);
}

// The element's value, converted to the variable's type.
static Reg element(Func *f, Node *n, Reg base, Reg index) {
    Type *type = n->lhs->type->base;
    uint64_t bytes;
    Reg size = emit_element_size(f, type, &bytes);
    f->span = n->lhs->span;
    if (size == REG_NONE && type_is_scalar(type)) {
        Place p = {.kind = PLACE_INDEX,
                   .type = type,
                   .base = base,
                   .index = index,
                   .span = n->lhs->span};
        Reg v = emit_load(f, &p, REG_NONE);
        return emit_convert(f, type, n->decl->decl_sym->type, v, REG_NONE);
    }
    Reg d = regs_take(&f->regs, 1);
    emit_op_ext(f, insn_make(OP_PADD, d, base, index), bytes);
    return d;
}

// Elements of the array, as a register.
static Reg array_length(Func *f, Type *array) {
    uint64_t bytes, unit;
    Reg size = emit_element_size(f, array, &bytes);
    if (size == REG_NONE) {
        return emit_int(f, (int64_t)array->count, REG_NONE);
    }
    Reg d = regs_take(&f->regs, 1);
    Reg each = emit_element_size(f, array->base, &unit);
    if (each == REG_NONE) {
        each = emit_int(f, (int64_t)unit, d);
    }
    emit_op(f, OP_DIV_U64, d, size, each);
    return d;
}

// The array is evaluated once; its length too, so that a loop over a VLA sees the length
// it began with.
static void for_array(Func *f, Node *n, Scope *scope) {
    Label body = LABEL_NEW, test = LABEL_NEW;
    Reg base = regs_take(&f->regs, 1), index = regs_take(&f->regs, 1);
    uint32_t mark = f->regs.top;
    Place p = emit_place(f, n->lhs);
    emit_address(f, &p, base);
    f->regs.top = mark;
    Reg length = array_length(f, n->lhs->type);
    emit_int(f, 0, index);
    bool reachable = f->reachable;
    emit_jump(f, OP_JMP, 0, &test);
    emit_bind_head(f, &body, reachable);
    Scope round;
    emit_scope_begin(f, &round, NULL);
    loop_variable(f, n->decl->decl_sym, element(f, n, base, index));
    emit_substatement(f, n->then);
    emit_scope_end(f, &round);
    emit_bind(f, scope->on_continue);
    emit_op(f, OP_ADDI_I64, index, index, 1);
    emit_bind(f, &test);
    f->span = n->lhs->span;
    emit_fused(f, OP_JLT, index, length, &body);
}

void emit_for_in(Func *f, Node *n) {
    Scope scope;
    Label labels[2] = {LABEL_NEW, LABEL_NEW};
    emit_scope_begin(f, &scope, n);
    scope.on_break = &labels[0];
    scope.on_continue = &labels[1];
    scope.continue_local_count = f->locals.count;
    if (n->lhs->type->kind == TY_ARRAY) {
        for_array(f, n, &scope);
    } else {
        for_generator(f, n, &scope);
    }
    emit_bind(f, &labels[0]);
    emit_scope_end(f, &scope);
}

// ---------------------------------------------------------------- builtins

// Size of what an awaitable gives, with the flags that say how its register holds it.
static uint64_t awaited_bytes(const Type *awaitable) {
    const Type *t = awaitable->unqual;
    const Type *result = type_is_handle(t) ? t->base : NULL;
    if (!result || result->kind == TY_VOID) {
        return 0;
    }
    uint64_t flags = type_is_record(result)             ? GATHER_RECORD
                     : result->unqual->kind == TY_FLOAT ? GATHER_FLOAT
                                                        : 0;
    return result->size_bytes | flags;
}

// What the library is told of a result of gather's. Nothing is kept of results of several
// types.
static int64_t gathered_bytes(const Node *n, const Type *awaitable) {
    return n->type->unqual->base->kind == TY_VOID ? 0 : (int64_t)awaited_bytes(awaitable);
}

// gather(array, count)
static Reg gather_array(Func *f, Node *n, Reg want) {
    uint32_t mark = f->regs.top;
    Node *first = n->args;
    Node *option = first->next->next;
    Reg args[4] = {regs_take(&f->regs, 1), regs_take(&f->regs, 1), 0, 0};
    emit_expr(f, first, args[0]);
    emit_expr(f, first->next, args[1]);
    args[2] = emit_int(f, gathered_bytes(n, first->type->unqual->base), REG_NONE);
    args[3] = emit_int(f, 0, REG_NONE);
    if (option) {
        emit_expr(f, option, args[3]);
    }
    Reg window = emit_native_call(f, "gather_array", args, 4, n->span);
    f->regs.top = mark;
    return emit_result(f, window, want);
}

// gather(a, b, c) or gather(array, count): the library is told how large a result is.
static Reg gather(Func *f, Node *n, Reg want) {
    uint32_t mark = f->regs.top;
    Node *first = n->args;
    uint32_t count = n->arg_count - n->has_option;
    if (count > 0 && type_is_pointer(first->type)) {
        return gather_array(f, n, want);
    }
    Reg window = emit_window(f);
    regs_touch(&f->regs, window + 4 + n->arg_count);
    emit_int(f, count, window);
    emit_int(f, count > 0 ? gathered_bytes(n, first->type) : 0, window + 1);
    emit_int(f, 0, window + 2);
    Node *arg = first;
    for (uint32_t i = 3; i < 3 + count; i++, arg = arg->next) {
        f->regs.top = window + i;
        emit_expr(f, arg, window + i);
    }
    if (n->has_option) {
        f->regs.top = window + 3 + count;
        emit_expr(f, arg, window + 2);
    }
    f->span = n->span;
    emit_op_ext(
        f,
        insn_make(OP_CALLN, window, count + 3, emit_native(f->unit, "gather", n->span)),
        CALL_USED | (uint64_t)UINT32_MAX << 32);
    f->regs.top = mark;
    return emit_result(f, window, want);
}

static Reg stack_block(Func *f, Node *n, Reg want) {
    uint32_t mark = f->regs.top;
    Reg size = emit_expr(f, n->args, REG_NONE);
    f->regs.top = mark;
    Reg d = emit_want(f, want);
    Site *site = arena_new(f->unit->arena, Site);
    site->span = n->span;
    f->span = n->span;
    emit_op(f, OP_ALLOCA, d, size,
            emit_const_short(f, (Const){.kind = KC_SITE, .ptr = site}));
    return d;
}

// va_start(ap, last) and va_copy(to, from): give a va_list its value.
static void va_begin(Func *f, Node *n, bool is_start) {
    uint32_t mark = f->regs.top;
    Place p = emit_place(f, n->args);
    Reg from = 0;
    if (!is_start) {
        from = emit_expr(f, n->args->next, REG_NONE);
    } else if (f->va_reg != REG_NONE) {
        from = f->va_reg;
    }
    Reg d = regs_take(&f->regs, 1);
    f->span = n->span;
    emit_op(f, OP_VACOPY, d, from, is_start ? VA_START : VA_COPY);
    emit_store(f, &p, d);
    f->regs.top = mark;
}

static void va_finish(Func *f, Node *n) {
    uint32_t mark = f->regs.top;
    Reg list = emit_expr(f, n->args, REG_NONE);
    Reg d = regs_take(&f->regs, 1);
    f->span = n->span;
    emit_op(f, OP_VACOPY, d, list, VA_END);
    f->regs.top = mark;
}

// setjmp is an instruction, since what it remembers is the frame's.
static Reg set_jump(Func *f, Node *n, Reg want) {
    uint32_t mark = f->regs.top;
    Reg buffer = emit_expr(f, n->args, REG_NONE);
    f->regs.top = mark;
    Reg d = emit_want(f, want);
    f->span = n->span;
    emit_op(f, OP_SETJMP, d, buffer, 0);
    return d;
}

static void long_jump(Func *f, Node *n) {
    uint32_t mark = f->regs.top;
    Reg buffer = emit_first_operand(f, n->args, n->args->next);
    Reg value = emit_expr(f, n->args->next, REG_NONE);
    f->span = n->span;
    emit_op(f, OP_LONGJMP, buffer, value, 0);
    f->regs.top = mark;
}

// __builtin_expect(x, c) is x: there is no branch predictor to tell.
static Reg expect(Func *f, Node *n, Reg want) {
    if (n->args->next && emit_has_effects(n->args->next)) {
        emit_effect(f, n->args->next);
    }
    return emit_expr(f, n->args, want);
}

// Calls that are instructions, or need to know more than a native can. What is not listed
// is a plain call.
Reg emit_builtin(Func *f, Node *n, Reg want, bool *done) {
    int64_t c;
    *done = true;
    switch (n->call_sym->builtin) {
    case BI_NEXT:
    case BI_NEXT_CORO:
        return resume(f, n, OP_GENNEXT, want);
    case BI_SEND:
    case BI_SEND_CORO:
        return resume(f, n, OP_GENSEND, want);
    case BI_THROW_INTO:
        return resume(f, n, OP_GENTHROW, want);
    case BI_TRY_NEXT:
        return try_next(f, n, want);
    case BI_CLOSE_GEN: {
        uint32_t mark = f->regs.top;
        Reg r = emit_expr(f, n->args, REG_NONE);
        f->span = n->span;
        emit_op_ext(f, insn_make(OP_GENCLOSE, 0, r, 0), 0);
        f->regs.top = mark;
        return 0;
    }
    case BI_SETJMP:
        return set_jump(f, n, want);
    case BI_LONGJMP:
        long_jump(f, n);
        return 0;
    case BI_GATHER:
        return gather(f, n, want);
    case BI_CREATE_TASK:
        *done = n->arg_count == 1; // else it is named
        return *done ? spawned(f, n->args, n->span, want) : 0;
    case BI_ALLOCA:
        return stack_block(f, n, want);
    case BI_VA_START:
        va_begin(f, n, true);
        return 0;
    case BI_VA_COPY:
        va_begin(f, n, false);
        return 0;
    case BI_VA_END:
        va_finish(f, n);
        return 0;
    case BI_UNREACHABLE:
        f->span = n->span;
        emit_wide(f, OP_TRAP, 0, CODE_TRAP_UNREACHABLE);
        return 0;
    case BI_EXPECT:
        return expect(f, n, want);
    case BI_CONSTANT_P:
    case BI_CLASSIFY_TYPE:
        return emit_int(f, emit_const_int(n->args, &c) ? 1 : 0, want);
    default:
        *done = false;
        return 0;
    }
}

// ---------------------------------------------------------------- the notebook's

// A text for an internal native, as a machine address: no object of the program.
static Reg text(Func *f, const char *string, uint32_t size_bytes) {
    Reg r = regs_take(&f->regs, 1);
    const char *copy =
        arena_strndup(f->unit->arena, string ? string : "", string ? size_bytes : 0);
    emit_wide(f, OP_LDK, r, (int32_t)emit_const_ptr(f, KC_TEXT, copy));
    return r;
}

void emit_magic(Func *f, Node *n) {
    uint32_t mark = f->regs.top;
    Reg r = text(f, n->string, n->string_bytes);
    emit_native_call(f, "__magic", &r, 1, n->span);
    f->regs.top = mark;
}

// The value to show, in the second of two registers whose first gets its Layout. An array
// is shown as one.
static void show_value(Func *f, Node *value, const Reg *pair) {
    if (value->kind == ND_DECAY && value->lhs->type->kind == TY_ARRAY &&
        !value->lhs->type->is_vla) {
        value = value->lhs;
    }
    emit_wide(f, OP_LDK, pair[0],
              (int32_t)emit_const_ptr(f, KC_LAYOUT, emit_layout(f, value->type)));
    if (value->type->kind == TY_ARRAY) {
        Place p = emit_place(f, value);
        emit_address(f, &p, pair[1]);
    } else {
        emit_expr(f, value, pair[1]);
    }
}

// Whether a statement is an expression whose value the cell shows.
static bool has_value(const Node *statement) {
    const Node *value = statement->kind == ND_EXPR_STMT ? statement->lhs : NULL;
    return value && statement->show_value && value->type->kind != TY_VOID &&
           value->type->kind != TY_FUNC;
}

// The cell's last expression, if it has no `;`: the library prints it by its Layout.
void emit_show(Func *f, Node *n) {
    uint32_t mark = f->regs.top;
    if (has_value(n)) {
        Reg pair[2] = {regs_take(&f->regs, 1), regs_take(&f->regs, 1)};
        show_value(f, n->lhs, pair);
        emit_native_call(f, "__show", pair, 2, n->span);
    } else if (n->lhs) {
        emit_effect(f, n->lhs);
    }
    f->regs.top = mark;
}

static bool is_timeit(const Node *n) {
    static const char word[] = "timeit";
    for (uint32_t i = 0; i < sizeof word - 1; i++) {
        if (i >= n->string_bytes || n->string[i] != word[i]) {
            return false;
        }
    }
    return true;
}

// How often the statement runs, and what is reported, is the library's business:
// __timeit_next asks it.
static void timeit(Func *f, Node *n) {
    Label body = LABEL_NEW, test = LABEL_NEW;
    uint32_t mark = f->regs.top;
    Reg r = text(f, n->string, n->string_bytes);
    emit_native_call(f, "__timeit_begin", &r, 1, n->span);
    f->regs.top = mark;
    bool reachable = f->reachable;
    emit_jump(f, OP_JMP, 0, &test);
    emit_bind_head(f, &body, reachable);
    Node *statement = n->timed_body;
    if (statement &&
        statement->kind == ND_EXPR_STMT) { // its value is not shown a million times
        uint32_t locals = f->locals.count;
        emit_effect(f, statement->lhs);
        emit_locals_end(f, locals);
    } else {
        emit_substatement(f, statement);
    }
    emit_bind(f, &test);
    Reg more = emit_native_call(f, "__timeit_next", NULL, 0, n->span);
    emit_jump(f, OP_JT, more, &body);
    emit_native_call(f, "__timeit_end", NULL, 0, n->span);
    f->regs.top = mark;
}

// The value is shown after the times, as IPython does.
void emit_timed(Func *f, Node *n) {
    if (is_timeit(n)) {
        timeit(f, n);
        return;
    }
    uint32_t mark = f->regs.top;
    Reg r = text(f, n->string, n->string_bytes);
    emit_native_call(f, "__time_begin", &r, 1, n->span);
    f->regs.top = mark;
    Node *statement = n->timed_body;
    if (statement && has_value(statement)) {
        Reg pair[2] = {regs_take(&f->regs, 1), regs_take(&f->regs, 1)};
        show_value(f, statement->lhs, pair);
        emit_native_call(f, "__time_end", NULL, 0, n->span);
        emit_native_call(f, "__show", pair, 2, statement->span);
    } else {
        emit_substatement(f, statement);
        emit_native_call(f, "__time_end", NULL, 0, n->span);
    }
    f->regs.top = mark;
}
