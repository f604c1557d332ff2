// check_stmt.c: statements (C17 6.8): conditions, loops, switch, labels and jumps,
// return.
//
// What enters: statements as parsed. What leaves: the same ones with their expressions
// typed, break and continue bound to their ->target, cases collected in their switch.
// Gotos wait for the end of their function (check_close_func).
//
// What always holds: a block is a scope, and so are a loop and a substatement
// (C17 6.8.4p3, 6.8.5p5). A Barrier is on top of FuncState.barrier while the walk is at a
// place that no jump from outside may enter.
#include "front/check/check_inner.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

Barrier *check_barrier(Checker *c, Span span, const char *what) {
    Barrier *barrier = arena_new(c->arena, Barrier);
    Barrier *outer = c->func->barrier;
    *barrier = (Barrier){.outer = outer,
                         .span = span,
                         .what = what,
                         .defer_count = outer == NULL ? 0 : outer->defer_count};
    return barrier;
}

void check_block(Checker *c, Node *first) {
    Barrier *barrier = c->func->barrier;
    for (Node *node = first; node != NULL; node = node->next) {
        check_shape_item(c, node);
        check_stmt(c, node);
    }
    c->func->barrier = barrier;
}

// A substatement, in a scope of its own.
void check_body_in_scope(Checker *c, Node *body) {
    if (body == NULL)
        return;
    Barrier *barrier = c->func->barrier;
    scope_push(c->scope);
    check_stmt(c, body);
    scope_pop(c->scope);
    c->func->barrier = barrier;
}

// ---------------------------------------------------------------- expression statements

// An expression whose value is dropped and that does nothing else.
static bool has_no_effect(const Node *node) {
    if (node_assigns(node))
        return false;
    switch (node->kind) {
    case ND_CALL:
    case ND_STMT_EXPR:
    case ND_AWAIT:
    case ND_SPAWN:
    case ND_YIELD:
    case ND_YIELD_FROM:
    case ND_VA_ARG:
    case ND_INIT:
        return false;
    case ND_CAST:
        return node->type->kind != TY_VOID && has_no_effect(node->lhs);
    case ND_COMMA:
    case ND_AND:
    case ND_OR:
        return has_no_effect(node->rhs);
    case ND_COND:
        return (node->lhs == NULL || has_no_effect(node->lhs)) &&
               has_no_effect(node->rhs);
    case ND_DECAY:
        return node->lhs->kind != ND_STMT_EXPR && has_no_effect(node->lhs);
    default:
        return (node->type->quals & QUAL_VOLATILE) == 0;
    }
}

// x == 1; is most likely meant as an assignment, f; as a call.
void check_unused_value(Checker *c, const Node *value) {
    if (is_error(value) || value->type->kind == TY_VOID || !has_no_effect(value))
        return;
    if (value->kind == ND_EQ) {
        Diag *diag = check_warn(c, DIAG_UNUSED_VALUE, value->op_span, "this comparison");
        if (diag != NULL)
            diag_fix(c->diags, diag, value->op_span, "=", "to assign, write `=`");
        return;
    }
    const Node *inner = value->kind == ND_DECAY ? value->lhs : value;
    if (inner->type->kind == TY_FUNC && inner->kind == ND_NAME) {
        Diag *diag =
            check_warn(c, DIAG_UNUSED_VALUE, value->span, check_describe(c, value));
        if (diag != NULL)
            diag_note(c->diags, diag, (Span){0},
                      "to call the function, write `()` behind it");
        return;
    }
    check_warn(c, DIAG_UNUSED_VALUE,
               value->op_span.source == 0 ? value->span : value->op_span, "this value");
}

// Functions of the library that have nothing but a result, and what forgetting it means.
static void warn_unused_result(Checker *c, const Node *value) {
    static const char *const pure[] = {
        "abs",     "atof",    "atoi",    "atol",    "calloc",  "ceil",    "cos",
        "exp",     "fabs",    "floor",   "fmax",    "fmin",    "isalnum", "isalpha",
        "isdigit", "islower", "isspace", "isupper", "labs",    "log",     "malloc",
        "pow",     "round",   "sin",     "sqrt",    "strchr",  "strcmp",  "strlen",
        "strncmp", "strrchr", "strstr",  "tan",     "tolower", "toupper",
    };
    const Sym *sym = value->kind == ND_CALL ? value->call_sym : NULL;
    if (sym == NULL || !sym->is_library)
        return;
    for (size_t i = 0; i < COUNT_OF(pure); i++) {
        const char *name = sym->name->text;
        if (strcmp(name, pure[i]) != 0)
            continue;
        Diag *diag = check_warn(c, DIAG_UNUSED_RESULT, value->span, name);
        if (diag != NULL)
            diag_note(c->diags, diag, (Span){0}, "keep it: `x = %s(...)`", name);
    }
}

// C17 6.8.3. A cell's last expression is shown, so it is used.
static void check_expr_stmt(Checker *c, Node *node) {
    node->lhs = conv_decay(c, check_expr(c, node->lhs));
    bool has_value = !type_is_record(node->lhs->type) ||
                     check_complete(c, node->lhs->type, node->lhs->span, "this value");
    if (node->show_value || !has_value)
        return;
    check_unused_value(c, node->lhs);
    warn_unused_result(c, node->lhs);
    check_dropped(c, node->lhs);
}

// The last expression statement's value is that of ({ ... }).
Node *check_stmt_expr(Checker *c, Node *node) {
    if (c->func == NULL) {
        diag_add(c->diags, DIAG_STMT_EXPR_TOP, node->span);
        return check_poison(c, node);
    }
    Node *block = node->then;
    Barrier *barrier = c->func->barrier;
    c->func->barrier = check_barrier(c, node->span, "a statement expression");
    scope_push(c->scope);
    Node *last = NULL;
    for (Node *each = block->then; each != NULL; each = each->next) {
        last = each;
        while (last->kind == ND_LABEL)
            last = last->label_body;
        if (each->next == NULL && last == each && each->kind == ND_EXPR_STMT)
            each->lhs = conv_decay(c, check_expr(c, each->lhs));
        else
            check_stmt(c, each);
    }
    scope_pop(c->scope);
    c->func->barrier = barrier;
    node->type = last == NULL                 ? c->type_void
                 : last->kind == ND_EXPR_STMT ? last->lhs->type->unqual
                 : last->kind == ND_GAP       ? c->type_error
                                              : c->type_void;
    node->bits =
        last != NULL && last->kind == ND_EXPR_STMT ? (uint8_t)bits_of(last->lhs) : 0;
    return node;
}

// ---------------------------------------------------------------- if and loops

// A lone `;` before a block, on the line of the condition, is hardly meant.
static void warn_empty_body(Checker *c, const Node *body, const char *what) {
    bool is_if = strcmp(what, "if") == 0; // which does nothing then, whatever follows
    if (body == NULL || body->kind != ND_EMPTY || body->span.end != body->span.begin + 1)
        return;
    const Source *source = source_get(c->front->sources, body->span.source);
    uint32_t line = 0, column = 0, next_line = 0, next_column = 0;
    if (source == NULL || body->span.end >= source->size_bytes)
        return;
    // `if (x);` with a block behind it is a slip; an empty loop body on purpose stands on
    // its own line.
    uint32_t at = body->span.end;
    while (at < source->size_bytes && strchr(" \t\n/", source->text[at]) != NULL) {
        bool is_comment = strncmp(source->text + at, "//", 2) == 0;
        at += is_comment ? (uint32_t)strcspn(source->text + at, "\n") : 1;
    }
    source_locate(c->front->sources, body->span, &line, &column);
    source_locate(c->front->sources, (Span){body->span.source, at, at}, &next_line,
                  &next_column);
    bool is_block =
        at < source->size_bytes && source->text[at] == '{' && next_line <= line + 1;
    if (is_block || is_if)
        check_warn(c, DIAG_EMPTY_BODY, body->span, what);
}

// C17 6.8.4p3: the statement and its branches are blocks.
static void check_if(Checker *c, Node *node) {
    scope_push(c->scope);
    node->cond = check_condition(c, node->cond, "if");
    if (node->otherwise == NULL)
        warn_empty_body(c, node->then, "if");
    check_branch_begin(c, node->cond, false);
    check_body_in_scope(c, node->then);
    check_branch_end(c, node->cond, false);
    check_branch_begin(c, node->cond, true);
    check_body_in_scope(c, node->otherwise);
    check_branch_end(c, node->cond, true);
    scope_pop(c->scope);
}

// break and continue in here are this loop's.
static void check_loop_body(Checker *c, Node *loop, Node *body) {
    Node *outer_loop = c->func->loop;
    Node *outer_breakable = c->func->breakable;
    c->func->loop = loop;
    c->func->breakable = loop;
    check_body_in_scope(c, body);
    c->func->loop = outer_loop;
    c->func->breakable = outer_breakable;
}

// while and do differ in what is read first.
static void check_while(Checker *c, Node *node) {
    scope_push(c->scope);
    if (node->kind == ND_DO)
        check_loop_body(c, node, node->then);
    node->cond = check_condition(c, node->cond, "while");
    if (node->kind == ND_WHILE) {
        warn_empty_body(c, node->then, "while");
        check_branch_begin(c, node->cond, false);
        check_loop_body(c, node, node->then);
        check_branch_end(c, node->cond, false);
    }
    scope_pop(c->scope);
}

// C17 6.8.5p3: the declaration in the header declares objects, automatic or register.
// An unnamed struct is let through: it is how one declares counters of two types.
static void check_for_decl(Checker *c, const Node *decl) {
    const TagSpec *tag = (decl->spec->words & SPEC_TAG) != 0 ? decl->spec->tag : NULL;
    if ((decl->spec->storage & (STORAGE_STATIC | STORAGE_EXTERN | STORAGE_TYPEDEF)) != 0)
        diag_add(c->diags, DIAG_FOR_STORAGE, decl->spec->span);
    else if (decl->decl_sym != NULL && decl->decl_sym->kind == SYM_FUNC)
        diag_add(c->diags, DIAG_FOR_DECLARES, decl->declarator->span, "function",
                 decl->declarator->name->text);
    else if (tag != NULL && tag->has_body && tag->name != NULL)
        diag_add(c->diags, DIAG_FOR_DECLARES, tag->span, "type", tag->name->text);
    else if (tag != NULL && tag->enumerators != NULL)
        diag_add(c->diags, DIAG_FOR_DECLARES, tag->enumerators->span, "constant",
                 tag->enumerators->name->text);
}

static void check_for(Checker *c, Node *node) {
    Barrier *barrier = c->func->barrier;
    scope_push(c->scope);
    for (Node *each = node->init_stmt; each != NULL; each = each->next) {
        check_stmt(c, each);
        if (each->kind == ND_DECL)
            check_for_decl(c, each);
    }
    if (node->cond != NULL)
        node->cond = check_condition(c, node->cond, "for");
    if (node->step != NULL) {
        node->step = conv_decay(c, check_expr(c, node->step));
        check_unused_value(c, node->step);
        check_shape_loop(c, node);
    }
    warn_empty_body(c, node->then, "for");
    check_branch_begin(c, node->cond, false);
    check_loop_body(c, node, node->then);
    check_branch_end(c, node->cond, false);
    scope_pop(c->scope);
    c->func->barrier = barrier;
}

// ---------------------------------------------------------------- switch

static int compare_cases(const void *a, const void *b) {
    const Node *x = *(const Node *const *)a;
    const Node *y = *(const Node *const *)b;
    int64_t u = (int64_t)x->value;
    int64_t v = (int64_t)y->value;
    return u < v ? -1 : u > v;
}

// Cases must differ (C17 6.8.4.2p3); sorted, so that thousands cost little.
static void check_case_overlap(Checker *c, const SwitchState *state) {
    uint32_t count = 0;
    Node **sorted = arena_array(c->arena, Node *, state->case_count + 1);
    for (Node *each = state->node->cases; each != NULL; each = each->next_case) {
        if (each->kind == ND_CASE && each->lhs != NULL && !is_error(each->lhs))
            sorted[count++] = each;
    }
    qsort(sorted, count, sizeof *sorted, compare_cases);
    for (uint32_t i = 1; i < count; i++) {
        const Node *before = sorted[i - 1];
        const Node *each = sorted[i];
        if ((int64_t)each->value > before->value_high)
            continue;
        const Node *later = each->span.begin > before->span.begin ? each : before;
        const Node *first = later == each ? before : each;
        Diag *diag = diag_add(c->diags, DIAG_DUPLICATE_CASE, later->lhs->span,
                              (long long)each->value);
        diag_note(c->diags, diag, first->span, "the first one is here");
    }
}

// `switch` over an enum without default: each enumerator should have a case.
static void check_enum_cases(Checker *c, const SwitchState *state) {
    if (state->enum_type == NULL || state->has_default != NULL ||
        state->node->cases == NULL)
        return;
    for (const Enumerator *each = state->enum_type->unqual->enumerators; each != NULL;
         each = each->next) {
        bool is_covered = false;
        for (const Node *node = state->node->cases; node != NULL && !is_covered;
             node = node->next_case)
            is_covered =
                each->value >= (int64_t)node->value && each->value <= node->value_high;
        if (!is_covered) {
            check_warn(c, DIAG_ENUM_CASE, state->node->cond->span, each->name->text);
            return;
        }
    }
}

// C17 6.8.4.2p1: an integer, promoted; cases are converted to its type.
static void check_switch(Checker *c, Node *node) {
    SwitchState state = {
        .outer = c->func->switch_state, .node = node, .tail = &node->cases};
    scope_push(c->scope);
    node->cond = check_value(c, node->cond);
    if (!is_error(node->cond) && !type_is_integer(node->cond->type)) {
        Diag *diag = diag_add(c->diags, DIAG_SWITCH_TYPE, node->cond->span,
                              type_text(c, node->cond->type));
        if (node->cond->type->kind == TY_POINTER &&
            node->cond->type->base->unqual == c->type_char)
            diag_note(c->diags, diag, (Span){0},
                      "compare strings with `strcmp` and `if`");
        check_poison(c, node->cond);
    }
    state.enum_type = node->cond->type->kind == TY_ENUM ? node->cond->type : NULL;
    if (!is_error(node->cond))
        node->cond = conv_promote(c, node->cond);
    state.type = node->cond->type;
    state.barrier = c->func->barrier;
    node->cases = NULL;
    Node *outer_breakable = c->func->breakable;
    c->func->switch_state = &state;
    c->func->breakable = node;
    check_body_in_scope(c, node->then);
    c->func->breakable = outer_breakable;
    c->func->switch_state = state.outer;
    scope_pop(c->scope);
    check_case_overlap(c, &state);
    check_enum_cases(c, &state);
}

// A case inside the scope of a VLA would jump past its declaration (C17 6.8.4.2p2).
static void add_case(Checker *c, SwitchState *state, Node *node) {
    *state->tail = node;
    state->tail = &node->next_case;
    node->next_case = NULL;
    state->case_count++;
    if (c->func->barrier != state->barrier) {
        Diag *diag =
            diag_add(c->diags, DIAG_JUMP_INTO, node->span, c->func->barrier->what);
        diag_note(c->diags, diag, c->func->barrier->span, "it begins here");
    }
}

// A case's value, converted to the switch's type (C17 6.8.4.2p5).
static bool case_value(Checker *c, Node **node, const SwitchState *state,
                       int64_t *value) {
    if (!check_constant(c, node, "a `case`", value))
        return false;
    if (state->type->kind == TY_ERROR)
        return false;
    check_enum_label(c, *node, state->enum_type);
    int64_t wrapped = (int64_t)const_wrap(state->type, (uint64_t)*value);
    if (wrapped != *value && (*node)->type->size_bytes > state->type->size_bytes)
        check_warn(c, DIAG_CONSTANT_CHANGES, (*node)->span, (long long)*value,
                   type_text(c, state->type), (long long)wrapped);
    *value = wrapped;
    return true;
}

// case and default; both belong to the innermost switch.
static void check_case(Checker *c, Node *node) {
    check_branch_label(c);
    SwitchState *state = c->func->switch_state;
    if (state == NULL) {
        diag_add(c->diags, DIAG_CASE_OUTSIDE, node->span,
                 node->kind == ND_CASE ? "case" : "default");
        if (node->kind == ND_CASE) {
            int64_t ignored = 0;
            check_constant(c, &node->lhs, "a `case`", &ignored);
        }
    } else if (node->kind == ND_DEFAULT) {
        if (state->has_default != NULL) {
            Diag *diag = diag_add(c->diags, DIAG_TWO_DEFAULTS, node->span);
            diag_note(c->diags, diag, state->has_default->span, "the first one is here");
        }
        state->has_default = node;
        add_case(c, state, node);
    } else {
        int64_t low = 0;
        bool is_ok = case_value(c, &node->lhs, state, &low);
        int64_t high = low;
        if (node->rhs != NULL)
            is_ok = case_value(c, &node->rhs, state, &high) && is_ok;
        if (is_ok && high < low)
            check_warn(c, DIAG_CASE_EMPTY_RANGE, node->lhs->span);
        node->value = (uint64_t)low;
        node->value_high = high;
        if (is_ok)
            add_case(c, state, node);
    }
    check_stmt(c, node->then);
}

// ---------------------------------------------------------------- labels and jumps

// C17 6.8.1p3: unique in the function.
static void check_label(Checker *c, Node *node) {
    check_branch_label(c);
    FuncState *func = c->func;
    for (const Label *label = func->labels; label != NULL; label = label->next) {
        if (label->name != node->name)
            continue;
        Diag *diag =
            diag_add(c->diags, DIAG_DUPLICATE_LABEL, node->span, node->name->text);
        diag_note(c->diags, diag, label->node->span, "the first one is here");
        check_stmt(c, node->label_body);
        return;
    }
    if (++func->label_count > LIMIT_LABELS) {
        if (func->label_count == LIMIT_LABELS + 1)
            diag_add(c->diags, DIAG_TOO_MANY, node->span, "labels in one function",
                     LIMIT_TEXT(LIMIT_LABELS));
        check_stmt(c, node->label_body);
        return;
    }
    Label *label = arena_new(c->arena, Label);
    *label = (Label){func->labels, node->name, node, func->barrier, false};
    func->labels = label;
    check_stmt(c, node->label_body);
}

// &&label: a number that no other label of this compilation has.
Node *check_label_addr(Checker *c, Node *node) {
    FuncState *func = c->func;
    if (func == NULL) {
        diag_add(c->diags, DIAG_UNKNOWN_LABEL, node->op_span, node->name->text);
        return check_poison(c, node);
    }
    LabelUse *use = func->label_uses;
    while (use != NULL && use->node->name != node->name)
        use = use->next;
    if (use == NULL) {
        use = arena_new(c->arena, LabelUse);
        *use = (LabelUse){func->label_uses, node, ++c->label_numbers};
        func->label_uses = use;
    }
    Type *type = type_pointer_to(c->types, c->type_void);
    return check_int(c, node->span, type, use->number);
}

// goto *pointer (GNU) becomes a switch, whose cases check_close_func adds: only then are
// all labels known. What is no label's address is a fault.
static void check_computed_goto(Checker *c, Node *node) {
    Node *pointer = check_value(c, node->lhs);
    if (!is_error(pointer) && pointer->type->kind != TY_POINTER) {
        diag_add(c->diags, DIAG_DEREF_TYPE, pointer->span, check_describe(c, pointer),
                 type_text(c, pointer->type));
        return;
    }
    Node *name = check_node(c, ND_NAME, node->span, NULL);
    name->name = intern_cstr(c->names, "__builtin_unreachable");
    Node *call = check_node(c, ND_CALL, node->span, NULL);
    call->lhs = name;
    Node *statement = check_node(c, ND_EXPR_STMT, node->span, NULL);
    statement->lhs = check_call(c, call);
    Node *otherwise = check_node(c, ND_DEFAULT, node->span, NULL);
    otherwise->then = statement;
    Node *body = check_node(c, ND_BLOCK, node->span, NULL);
    body->then = otherwise;
    *node = (Node){.kind = ND_SWITCH,
                   .span = node->span,
                   .op_span = node->op_span,
                   .next = node->next};
    node->cond = conv_to(c, pointer, c->type_long);
    node->then = body;
    node->cases = otherwise;
    ComputedGoto *computed = arena_new(c->arena, ComputedGoto);
    *computed = (ComputedGoto){c->func->computed, node, c->func->barrier};
    c->func->computed = computed;
}

// Its label may come later: check_close_func resolves it.
static void check_goto(Checker *c, Node *node) {
    if (node->name == NULL) {
        check_computed_goto(c, node);
        return;
    }
    Jump *jump = arena_new(c->arena, Jump);
    *jump = (Jump){c->func->jumps, node, c->func->barrier};
    c->func->jumps = jump;
}

// C17 6.8.6.2-3. A defer's body is no part of the loop around it.
static void check_break(Checker *c, Node *node) {
    bool is_break = node->kind == ND_BREAK;
    node->target = is_break ? c->func->breakable : c->func->loop;
    if (node->target != NULL)
        return;
    if (c->func->cleanup_depth > 0)
        diag_add(c->diags, DIAG_LEAVES_DEFER, node->span,
                 is_break ? "break" : "continue");
    else
        diag_add(c->diags, is_break ? DIAG_BREAK_OUTSIDE : DIAG_CONTINUE_OUTSIDE,
                 node->span);
}

// return f(); where neither has a value: against C17 6.8.6.4p1, but gcc and C++ take it for
// what is meant, { f(); return; }
static void return_nothing_of(Checker *c, Node *node) {
    check_warn(c, DIAG_RETURN_VOID, node->lhs->span, c->func->sym->name->text);
    Node *done = check_node(c, ND_RETURN, node->span, NULL);
    Node *doing = check_node(c, ND_EXPR_STMT, node->lhs->span, NULL);
    doing->lhs = node->lhs;
    doing->next = done;
    node->kind = ND_BLOCK;
    node->lhs = NULL;
    node->then = doing;
}

// C17 6.8.6.4: as if assigned to an object of the result's type.
static void check_return_value(Checker *c, Node *node) {
    FuncState *func = c->func;
    Type *result = func->result;
    const char *name = func->sym->name->text;
    if (func->generator != NULL) {
        node->next_case = func->returns;
        func->returns = node;
        node->lhs = check_value(
            c, node->lhs); // what it must be is known when no yield follows any more
        return;
    }
    node->lhs = conv_decay(c, check_expr(c, node->lhs));
    if (is_error(node->lhs) || result->kind == TY_ERROR)
        return;
    if (result->kind == TY_VOID && node->lhs->type->kind == TY_VOID) {
        return_nothing_of(c, node);
        return;
    }
    if (result->kind == TY_VOID) {
        Diag *diag = diag_add(c->diags, DIAG_RETURN_VALUE_IN_VOID, node->lhs->span, name);
        check_note_declared(c, diag, func->sym);
        return;
    }
    ConvUse use = {.kind = CONV_RETURN};
    node->lhs = conv_assign(c, node->lhs, result, &use);
}

// A cell's top level has no caller to return to.
static void check_return(Checker *c, Node *node) {
    FuncState *func = c->func;
    if (func->cleanup_depth > 0)
        diag_add(c->diags, DIAG_LEAVES_DEFER, node->span, "return");
    if (func->is_cell) {
        Diag *diag = diag_add(c->diags, DIAG_RETURN_IN_CELL, node->span);
        diag_note(c->diags, diag, (Span){0},
                  node->lhs != NULL
                      ? "to show a value, end the cell with it, without a `;`"
                      : "to leave early, put the statements into a function");
        if (node->lhs != NULL)
            node->lhs = conv_decay(c, check_expr(c, node->lhs));
        return;
    }
    if (func->sym->type->is_noreturn) // C17 6.7.4p8
        (void)check_warn(c, DIAG_NORETURN_RETURNS, node->span, func->sym->name->text);
    if (node->lhs != NULL) {
        check_return_value(c, node);
        return;
    }
    bool needs_value = func->result->kind != TY_VOID && func->result->kind != TY_ERROR &&
                       func->generator == NULL;
    const Node *definition = func->sym->body;
    bool is_implied = definition != NULL && definition->kind == ND_FUNC &&
                      (definition->spec->storage & FUNC_IMPLIED_INT) != 0;
    if (needs_value && is_implied) { // C89 had no `void` to begin with
        check_warn(c, DIAG_RETURN_NOTHING, node->span, func->sym->name->text,
                   type_text(c, func->result));
    } else if (needs_value) {
        Diag *diag = diag_add(c->diags, DIAG_RETURN_NO_VALUE, node->span,
                              func->sym->name->text, type_text(c, func->result));
        check_note_declared(c, diag, func->sym);
    }
}

// ---------------------------------------------------------------- dispatch

// %time and %timeit measure one statement.
static void check_timed(Checker *c, Node *node) {
    Node *body = node->timed_body;
    if (body == NULL)
        return;
    check_stmt(c, body);
}

// C17 6.8.2.
static void check_block_stmt(Checker *c, Node *node) {
    scope_push(c->scope);
    check_block(c, node->then);
    scope_pop(c->scope);
}

// The skipped text may have declared its variables anew, and have used them.
static void check_gap(Checker *c, const Node *gap) {
    if (c->func != NULL)
        c->func->has_gap = true;
    for (const Node *each = gap->args; each != NULL; each = each->next) {
        Sym *before = scope_find(each->name);
        if (before != NULL)
            before->is_used = true;
        bool is_kept = gap->is_declaration ? before != NULL && before->kind == SYM_TYPEDEF
                                           : before != NULL && (before->kind != SYM_VAR ||
                                                                before->is_library);
        if (is_kept)
            continue;
        Sym *sym = check_new_local(c, each->name, c->type_error, each->span);
        sym->is_unknown = true;
        scope_bind(c->scope, each->name, sym);
    }
}

// What is rarer, and what C does not have.
static void check_other_stmt(Checker *c, Node *node) {
    switch (node->kind) {
    case ND_FOR_IN:
        check_for_in(c, node);
        break;
    case ND_TRY:
        check_try(c, node);
        break;
    case ND_THROW:
        check_throw(c, node);
        break;
    case ND_DEFER:
    case ND_TASKGROUP:
    case ND_DEADLINE:
    case ND_SHIELD:
        check_async_block(c, node);
        break;
    case ND_STATIC_ASSERT:
        check_static_assert(c, node);
        break;
    case ND_TIMED:
        check_timed(c, node);
        break;
    case ND_GAP:
        check_gap(c, node);
        break;
    default:
        assert(node->kind == ND_EMPTY || node->kind == ND_MAGIC);
        break;
    }
}

void check_stmt(Checker *c, Node *node) {
    switch (node->kind) {
    case ND_BLOCK:
        check_block_stmt(c, node);
        break;
    case ND_EXPR_STMT:
        check_expr_stmt(c, node);
        break;
    case ND_DECL:
        check_decl(c, node);
        break;
    case ND_IF:
        check_if(c, node);
        break;
    case ND_WHILE:
    case ND_DO:
        check_while(c, node);
        break;
    case ND_FOR:
        check_for(c, node);
        break;
    case ND_SWITCH:
        check_switch(c, node);
        break;
    case ND_CASE:
    case ND_DEFAULT:
        check_case(c, node);
        break;
    case ND_BREAK:
    case ND_CONTINUE:
        check_break(c, node);
        break;
    case ND_RETURN:
        check_return(c, node);
        break;
    case ND_GOTO:
        check_goto(c, node);
        break;
    case ND_LABEL:
        check_label(c, node);
        break;
    default:
        check_other_stmt(c, node);
        break;
    }
}
