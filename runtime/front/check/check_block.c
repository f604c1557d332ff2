// check_block.c: the rules of errors, and of the blocks that guard a task's waits.
//
// What enters: try, throw, defer, taskgroup, deadline and shield as parsed, and e.name of
// an `error`. What leaves: try, throw and defer typed; the other three are gone. They are
// said in terms of the first three and of natives (lib/lib_error.c, loop/block.h), so
// that no later stage knows them, and every way out (break, return, goto, an error) goes
// through the same defers:
//
//     shield B       { long n = __shield_enter(); defer __shield_leave(n); B }
//     taskgroup B    { long n = __taskgroup_enter(); defer __taskgroup_leave(n);
//                      try B catch (all e) { __taskgroup_fail(e, n); throw e; } }
//     deadline (s) B { long n = __deadline_enter(s); defer __deadline_leave(n); B }
//     deadline (s) B else C
//                    { long n = __deadline_enter(s);
//                      try { defer __deadline_leave(n); B }
//                      catch (all e) { __deadline_land(e, n); C } }
//     for (T x : f()) B
//                    { generator(T) g = f(); defer __generator_leave(g);
//                      for (T x : g) B }         when f is a generator function
//
// The last because nobody else has that generator: where the loop is left, by `break` or
// by an error, its defers run, not some time later when it is collected.
//
// `all` is Node.catches_all: interrupts and exit() come there too. __deadline_land throws
// again what is not this deadline's own.
//
// What always holds: jumps leave these blocks freely (but a defer's body), none enters
// one.
#include "front/check/check_inner.h"
#include <assert.h>
#include <string.h>

// ---------------------------------------------------------------- errors

Node *check_native_call(Checker *c, const char *name, Node *args, Span span) {
    const Name *interned = intern_find(c->names, name, strlen(name));
    Sym *sym = interned == NULL ? NULL : scope_find_library(interned);
    assert(sym != NULL && sym->kind == SYM_FUNC); // cora.h, companion.def
    sym->is_used = true;
    Node *callee = check_node(c, ND_NAME, span, sym->type);
    callee->name = sym->name;
    callee->sym = sym;
    Node *call = check_node(c, ND_CALL, span, sym->type->base->unqual);
    call->lhs = callee;
    call->args = args;
    for (const Node *arg = args; arg != NULL; arg = arg->next)
        call->arg_count++;
    call->fixed_count = call->arg_count;
    call->call_kind = CALL_NATIVE;
    call->call_sym = sym;
    call->call_type = sym->type;
    return call;
}

Node *check_error_member(Checker *c, Node *node) {
    static const struct {
        const char *member, *native;
    } rows[] = {{"name", "__error_name"},
                {"message", "__error_message"},
                {"code", "__error_code"}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        if (strcmp(node->name->text, rows[i].member) != 0)
            continue;
        Node *call = check_native_call(c, rows[i].native, node->lhs, node->span);
        call->next = node->next;
        return call;
    }
    Diag *diag =
        diag_add(c->diags, DIAG_NO_MEMBER, node->op_span, "error", node->name->text);
    diag_note(c->diags, diag, (Span){0},
              "an error has `.name`, `.message` and `.code` (an errno value, or 0)");
    return check_poison(c, node);
}

static void check_barred(Checker *c, Node *body, const char *what, bool no_exit) {
    Barrier *outer = c->func->barrier;
    c->func->barrier = check_barrier(c, body->span, what);
    c->func->barrier->no_exit = no_exit;
    check_body_in_scope(c, body);
    c->func->barrier = outer;
}

void check_try(Checker *c, Node *node) {
    check_barred(c, node->then, "a `try` block", false);
    Barrier *outer = c->func->barrier;
    scope_push(c->scope);
    if (node->decl != NULL) {
        check_single_decl(c, node->decl,
                          c->front->error_type != NULL ? c->front->error_type
                                                       : c->type_error);
        const Sym *sym = node->decl->decl_sym;
        const Type *wanted = c->front->error_type;
        if (sym != NULL && sym->type->kind != TY_ERROR &&
            (wanted == NULL || sym->type->unqual != wanted->unqual)) {
            Diag *diag = diag_add(c->diags, DIAG_CATCH_TYPE, node->decl->span,
                                  type_text(c, sym->type));
            diag_note(c->diags, diag, (Span){0},
                      "write `catch (error %s)`; `%s.name` says which error it is",
                      sym->name->text, sym->name->text);
        }
    }
    c->func->handler_depth++;
    if (node->otherwise != NULL)
        check_barred(c, node->otherwise, "a `catch` block", false);
    c->func->handler_depth--;
    scope_pop(c->scope);
    c->func->barrier = outer;
}

void check_throw(Checker *c, Node *node) {
    if (node->lhs == NULL) {
        if (c->func->handler_depth == 0)
            diag_add(c->diags, DIAG_RETHROW_OUTSIDE, node->span);
        return;
    }
    node->lhs = check_value(c, node->lhs);
    const Type *type = node->lhs->type;
    const Type *wanted = c->front->error_type;
    if (type->kind == TY_ERROR || (wanted != NULL && type->unqual == wanted->unqual))
        return;
    Diag *diag = diag_add(c->diags, DIAG_THROW_TYPE, node->lhs->span, type_text(c, type));
    diag_note(c->diags, diag, (Span){0},
              "write `throw error(\"ValueError\", \"what went wrong\");`");
}

// ---------------------------------------------------------------- defer

static void check_defer(Checker *c, Node *node) {
    FuncState *func = c->func;
    Node *loop = func->loop;
    Node *breakable = func->breakable;
    SwitchState *switch_state = func->switch_state;
    func->loop = func->breakable = NULL;
    func->switch_state = NULL;
    func->cleanup_depth++;
    check_barred(c, node->then, "a `defer`", true);
    func->cleanup_depth--;
    func->loop = loop;
    func->breakable = breakable;
    func->switch_state = switch_state;
    // A jump past the defer would skip it (C2y 6.8.7).
    func->barrier = check_barrier(c, node->span, "the block behind a `defer`");
    if (++func->barrier->defer_count == LIMIT_DEFERS + 1)
        diag_add(c->diags, DIAG_TOO_MANY, node->span, "`defer`s in one block",
                 LIMIT_TEXT(LIMIT_DEFERS));
}

// ---------------------------------------------------------------- lowering

static Node *use_of(Checker *c, Sym *sym) {
    Node *name = check_node(c, ND_NAME, sym->span, sym->type);
    name->sym = sym;
    return name;
}

static Node *call_stmt(Checker *c, const char *native, Node *args, Span span) {
    Node *stmt = check_node(c, ND_EXPR_STMT, span, NULL);
    stmt->lhs = check_native_call(c, native, args, span);
    return stmt;
}

static Node *defer_of(Checker *c, Node *stmt) {
    Node *defer = check_node(c, ND_DEFER, stmt->span, NULL);
    defer->then = stmt;
    return defer;
}

// A hidden variable; init NULL: a catch's.
static Node *hidden_decl(Checker *c, Type *type, Node *init, Span span) {
    Node *decl = check_node(c, ND_DECL, span, NULL);
    decl->decl_sym = check_new_local(c, NULL, type, span);
    decl->init = init;
    return decl;
}

static Node *block_of(Checker *c, Node *first, Span span) {
    Node *block = check_node(c, ND_BLOCK, span, NULL);
    block->then = first;
    return block;
}

// try BODY catch (all e) HANDLER; decl is e's.
static Node *try_all(Checker *c, Node *body, Node *decl, Node *handler) {
    Node *node = check_node(c, ND_TRY, body->span, NULL);
    node->then = body;
    node->decl = decl;
    node->otherwise = handler;
    node->catches_all = true;
    return node;
}

// The checked block, in the place of the node, which is in a list.
static void become_block(Node *node, Node *first) {
    node->kind = ND_BLOCK;
    node->cond = node->otherwise = NULL;
    node->then = first;
}

static void lower_shield(Checker *c, Node *node) {
    Span span = node->op_span;
    Node *number = hidden_decl(c, c->type_long,
                               check_native_call(c, "__shield_enter", NULL, span), span);
    Node *leave = call_stmt(c, "__shield_leave", use_of(c, number->decl_sym), span);
    number->next = defer_of(c, leave);
    number->next->next = node->then;
    become_block(node, number);
}

static void lower_taskgroup(Checker *c, Node *node) {
    Span span = node->op_span;
    Node *number = hidden_decl(
        c, c->type_long, check_native_call(c, "__taskgroup_enter", NULL, span), span);
    Node *leave = call_stmt(c, "__taskgroup_leave", use_of(c, number->decl_sym), span);
    Node *caught = hidden_decl(c, c->front->error_type, NULL, span);
    Node *args = use_of(c, caught->decl_sym);
    args->next = use_of(c, number->decl_sym);
    Node *fail = call_stmt(c, "__taskgroup_fail", args, span);
    fail->next = check_node(c, ND_THROW, span, NULL);
    fail->next->lhs = use_of(c, caught->decl_sym);
    Node *body = node->then;
    number->next = defer_of(c, leave);
    number->next->next = try_all(c, body, caught, block_of(c, fail, span));
    become_block(node, number);
}

static void lower_deadline(Checker *c, Node *node) {
    Span span = node->op_span;
    Node *number =
        hidden_decl(c, c->type_long,
                    check_native_call(c, "__deadline_enter", node->cond, span), span);
    Node *leave = call_stmt(c, "__deadline_leave", use_of(c, number->decl_sym), span);
    Node *guarded = defer_of(c, leave);
    guarded->next = node->then;
    if (node->otherwise == NULL) {
        number->next = guarded;
        become_block(node, number);
        return;
    }
    Node *caught = hidden_decl(c, c->front->error_type, NULL, span);
    Node *args = use_of(c, caught->decl_sym);
    args->next = use_of(c, number->decl_sym);
    Node *land = call_stmt(c, "__deadline_land", args, span);
    land->next = node->otherwise;
    Node *body = block_of(c, guarded, node->then->span);
    number->next = try_all(c, body, caught, block_of(c, land, node->otherwise->span));
    become_block(node, number);
}

Node *check_own_generator(Checker *c, Node *node) {
    Node *made = node->lhs;
    Node *decl = hidden_decl(c, made->type->unqual, made, made->span);
    Node *leave =
        call_stmt(c, "__generator_leave", use_of(c, decl->decl_sym), made->span);
    Node *loop = arena_new(c->arena, Node);
    *loop = *node;
    loop->next = NULL;
    loop->lhs = use_of(c, decl->decl_sym);
    decl->next = defer_of(c, leave);
    decl->next->next = loop;
    become_block(node, decl);
    c->func->barrier = check_barrier(c, made->span, "a `for` over a generator");
    return loop;
}

// ---------------------------------------------------------------- blocks

static void check_scope_body(Checker *c, Node *node, const char *what) {
    c->func->block_depth++;
    check_barred(c, node->then, what, false);
    c->func->block_depth--;
}

static void check_deadline(Checker *c, Node *node) {
    ConvUse use = {.kind = CONV_INIT};
    node->cond = conv_assign(c, check_value(c, node->cond), c->type_double, &use);
    check_scope_body(c, node, "a `deadline`");
    if (node->otherwise == NULL)
        return;
    uint32_t handler_depth = c->func->handler_depth;
    c->func->handler_depth = 0; // what ended the deadline is not the program's to rethrow
    check_barred(c, node->otherwise, "the `else` of a `deadline`", false);
    c->func->handler_depth = handler_depth;
}

void check_async_block(Checker *c, Node *node) {
    const char *word = node->kind == ND_TASKGROUP  ? "taskgroup"
                       : node->kind == ND_DEADLINE ? "deadline"
                                                   : "shield";
    if (node->kind == ND_DEFER) {
        check_defer(c, node);
        return;
    }
    bool is_allowed = check_await_allowed(c, node->op_span, word);
    if (node->kind == ND_DEADLINE)
        check_deadline(c, node);
    else
        check_scope_body(c, node,
                         node->kind == ND_SHIELD ? "a `shield`" : "a `taskgroup`");
    if (!is_allowed || (node->kind == ND_DEADLINE && is_error(node->cond)))
        return;
    if (node->kind == ND_SHIELD)
        lower_shield(c, node);
    else if (node->kind == ND_TASKGROUP)
        lower_taskgroup(c, node);
    else
        lower_deadline(c, node);
}
