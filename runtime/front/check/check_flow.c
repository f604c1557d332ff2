// check_flow.c: what the paths through a function say.
//
// What enters: a typed function body (or a cell's statements). What leaves: warnings (a
// variable read before it has a value, a value that may be missing at the end, statements
// that can't be reached, a case that runs into the next, an address that outlives its
// variable), and one fact the emitter relies on: Sym.in_memory for every scalar local
// that is read where this walk can't prove it initialised, so that memory's own
// bookkeeping catches the fault at run time.
//
// The walk is an abstract execution, in the order of evaluation. Its state is a set of
// bits: which locals surely have a value here. Paths that meet intersect. "No path comes
// here" is the full set, marked dead, which is neutral in every intersection. Inside a
// loop only the loop's own variables lose bits, so a loop needs one pass; only a function
// with labels is walked again until the states at its labels no longer shrink, and says
// what it has to say in the last walk.
//
//     if (c) x = 1; else x = 2;      {x} meets {x}: x has a value
//     while (c) x = 1;               {} (c false at once) meets {x}: x may have none
//
// Read next: check_inner.h; code/emit_stmt.c for what in_memory means.
#include "front/check/check_inner.h"
#include <ctype.h>
#include <string.h>

typedef struct Flow { // a state
    uint64_t *bits;
    bool dead;
} Flow;

typedef struct LabelFlow {
    struct LabelFlow *next;
    const Node *label;
    Flow state;
} LabelFlow;

typedef struct Exits { // where `break` and `continue` go
    struct Exits *outer;
    const Node *node;
    Flow on_break;
    Flow on_continue;
} Exits;

typedef struct Walk {
    Checker *c;
    Flow now;
    uint32_t words; // of a state
    uint32_t count; // variables
    uint32_t capacity;
    Sym **vars; // by bit
    Exits *exits;
    LabelFlow *labels;
    bool changed; // a label's state has shrunk: walk again
    bool telling; // the last walk: warnings and marks
    bool has_labels;
    bool told_dead;           // one warning for a stretch of dead code
    Flow on_true, on_false;   // of the condition just walked
    const Node *last;         // statement before, for fallthrough
    uint32_t steps;           // reads and assignments met in this walk
    uint32_t *first_assigned; // by bit: the step of the first plain assignment, 0: none
    const Sym *self;          // the function, if a call of it is a recursion
    const Node *self_call;    // the first that surely happens
    bool leaves_at_once;      // a path leaves the function without calling it again
    bool leaves_after;        // and one after it has
    uint32_t loop_depth, loop_count, loop_index; // outermost loops are numbered
    VEC(uint32_t) loop_ends;                     // by number: the step where it ends
} Walk;

static void walk_stmt(Walk *w, Node *node);
static void walk_expr(Walk *w, Node *node);

// ---------------------------------------------------------------- states

static Flow flow_new(Walk *w) {
    return (Flow){arena_array(w->c->arena, uint64_t, w->words), false};
}

static Flow flow_copy(Walk *w, Flow from) {
    Flow to = flow_new(w);
    memcpy(to.bits, from.bits, w->words * sizeof(uint64_t));
    to.dead = from.dead;
    return to;
}

static Flow flow_dead(Walk *w) {
    Flow flow = flow_new(w);
    memset(flow.bits, 0xff, w->words * sizeof(uint64_t));
    flow.dead = true;
    return flow;
}

// Paths meet: what both say.
static void flow_meet(Walk *w, Flow *into, Flow other) {
    for (uint32_t i = 0; i < w->words; i++) {
        into->bits[i] &= other.bits[i];
    }
    into->dead = into->dead && other.dead;
}

static bool flow_same(const Walk *w, Flow a, Flow b) {
    return a.dead == b.dead && memcmp(a.bits, b.bits, w->words * sizeof(uint64_t)) == 0;
}

static void set_now(Walk *w, Flow flow) {
    memcpy(w->now.bits, flow.bits, w->words * sizeof(uint64_t));
    w->now.dead = flow.dead;
}

static void die(Walk *w) {
    set_now(w, flow_dead(w));
    w->told_dead = false;
}

// The bit behind those of the variables: the function has surely called itself.
static bool has_called_itself(const Walk *w) {
    return w->now.bits[w->capacity / 64] >> (w->capacity % 64) & 1;
}

// A path leaves the function here: by a return, its brace, an error, exit.
static void leave_function(Walk *w) {
    if (w->now.dead || !w->telling) {
        return;
    }
    w->leaves_at_once = w->leaves_at_once || !has_called_itself(w);
    w->leaves_after = w->leaves_after || has_called_itself(w);
}

// ---------------------------------------------------------------- variables

static bool is_tracked(const Sym *sym) {
    return sym->kind == SYM_VAR && sym->storage == STORE_AUTO && !sym->is_param &&
           type_is_scalar(sym->type) && !sym->address_taken;
}

// The variable's bit, or -1 when it isn't followed. Variables get bits when their
// declaration is first met.
static int bit_of(const Walk *w, const Sym *sym) {
    return is_tracked(sym) && sym->slot > 0 && sym->slot <= w->count &&
                   w->vars[sym->slot - 1] == sym
               ? (int)sym->slot - 1
               : -1;
}

static void set_bit(Walk *w, const Sym *sym, bool value) {
    int bit = bit_of(w, sym);
    if (bit < 0 || w->now.dead) {
        return;
    }
    uint64_t mask = (uint64_t)1 << (bit % 64);
    if (value) {
        w->now.bits[bit / 64] |= mask;
    } else {
        w->now.bits[bit / 64] &= ~mask;
    }
}

// Whether a plain assignment to the variable can come before this read: one that stands
// before it, or one in a loop around it. `x += 1` and `x++` read first, so they give
// nothing a value.
static bool may_have_value(const Walk *w, int bit) {
    uint32_t first = w->first_assigned[bit];
    return first != 0 &&
           (first <= w->steps ||
            (w->loop_depth > 0 && first <= w->loop_ends.data[w->loop_index]));
}

static void read_variable(Walk *w, const Node *name) {
    w->steps++;
    int bit = bit_of(w, name->sym);
    if (bit < 0 || w->now.dead || (w->now.bits[bit / 64] >> (bit % 64) & 1) ||
        !w->telling) {
        return;
    }
    bool first = !name->sym->in_memory || !name->sym->needs_init_check;
    name->sym->in_memory = true;
    name->sym->needs_init_check = true;
    if (first && !w->has_labels && name->sym->name != NULL && !may_have_value(w, bit)) {
        Diag *diag =
            check_warn(w->c, DIAG_MAYBE_UNINITIALISED, name->span, name->sym->name->text);
        if (diag) {
            diag_note(w->c->diags, diag, name->sym->span,
                      "`%s` is declared here without a value", name->sym->name->text);
        }
    }
}

// Loops are counted alike in every walk; the first walk notes how far each outermost one
// reaches.
static void enter_loop(Walk *w) {
    if (w->loop_depth++ > 0) {
        return;
    }
    w->loop_index = w->loop_count++;
    if (w->loop_index == w->loop_ends.count) {
        vec_push(w->loop_ends, 0);
    }
}

static void leave_loop(Walk *w) {
    if (--w->loop_depth == 0) {
        w->loop_ends.data[w->loop_index] = w->steps;
    }
}

// ---------------------------------------------------------------- conditions

static bool is_constant(const Node *node, bool *value) {
    if (node->kind == ND_INT) {
        *value = node->value != 0;
        return true;
    }
    return node->kind == ND_CAST && type_is_integer(node->type) &&
           is_constant(node->lhs, value);
}

static void walk_condition(Walk *w, Node *node);

// a && b: b runs only where a holds. is_or: the mirror image.
static void walk_logical(Walk *w, Node *node, bool is_or) {
    walk_condition(w, node->lhs);
    Flow skip = flow_copy(w, is_or ? w->on_true : w->on_false);
    set_now(w, is_or ? w->on_false : w->on_true);
    walk_condition(w, node->rhs);
    flow_meet(w, is_or ? &w->on_true : &w->on_false, skip);
}

// Walks a condition; leaves the states of both outcomes in on_true and on_false.
static void walk_condition(Walk *w, Node *node) {
    bool value;
    if (node->kind == ND_AND || node->kind == ND_OR) {
        walk_logical(w, node, node->kind == ND_OR);
        return;
    }
    if (node->kind == ND_NOT) {
        walk_condition(w, node->lhs);
        Flow swapped = w->on_true;
        w->on_true = w->on_false;
        w->on_false = swapped;
        return;
    }
    walk_expr(w, node);
    w->on_true = flow_copy(w, w->now);
    w->on_false = flow_copy(w, w->now);
    if (is_constant(node, &value)) {
        *(value ? &w->on_false : &w->on_true) = flow_dead(w);
    }
}

// ---------------------------------------------------------------- expressions

static void walk_list(Walk *w, Node *node) {
    for (; node; node = node->next) {
        walk_expr(w, node);
    }
}

static void walk_target(Walk *w, Node *target) {
    if (target->kind != ND_NAME) {
        walk_expr(w, target);
    }
}

static void assigned(Walk *w, const Node *target, bool is_plain) {
    if (target->kind != ND_NAME || !target->sym) {
        return;
    }
    int bit = bit_of(w, target->sym);
    w->steps++;
    if (is_plain && bit >= 0 && w->first_assigned[bit] == 0) {
        w->first_assigned[bit] = w->steps;
    }
    set_bit(w, target->sym, true);
}

static void walk_cond_expr(Walk *w, Node *node) {
    walk_condition(w, node->cond);
    Flow on_false = flow_copy(w, w->on_false);
    set_now(w, w->on_true);
    if (node->then) {
        walk_expr(w, node->then);
    } else if (node->lhs) {
        walk_expr(w, node->lhs);
    }
    Flow after = flow_copy(w, w->now);
    set_now(w, on_false);
    if (node->otherwise) {
        walk_expr(w, node->otherwise);
    } else if (node->rhs) {
        walk_expr(w, node->rhs);
    }
    flow_meet(w, &w->now, after);
}

static void walk_call(Walk *w, Node *node) {
    if (node->lhs && node->call_kind == CALL_POINTER) {
        walk_expr(w, node->lhs);
    }
    Builtin builtin = node->call_sym ? node->call_sym->builtin : BI_NONE;
    if (node->args && (builtin == BI_VA_START ||
                       builtin == BI_VA_COPY)) { // gives its first argument a value
        walk_target(w, node->args);
        walk_list(w, node->args->next);
        assigned(w, node->args, true);
    } else {
        walk_list(w, node->args);
    }
    bool never_returns =
        node->call_type && node->call_type->is_noreturn && !node->makes_coroutine;
    if (w->self && node->call_sym == w->self && !node->makes_coroutine && !w->now.dead) {
        w->now.bits[w->capacity / 64] |= (uint64_t)1 << (w->capacity % 64);
        w->self_call = w->self_call ? w->self_call : node;
    }
    if (never_returns || builtin == BI_UNREACHABLE) {
        leave_function(w);
        die(w);
    }
}

static void walk_init_items(Walk *w, const InitItem *item) {
    for (; item; item = item->next) {
        walk_expr(w, item->value);
    }
}

static void walk_logical_value(Walk *w, Node *node) {
    walk_condition(w, node);
    Flow both = flow_copy(w, w->on_true);
    flow_meet(w, &both, w->on_false);
    set_now(w, both);
}

static void walk_children(Walk *w, Node *node) {
    if (node->lhs) {
        walk_expr(w, node->lhs);
    }
    if (node->rhs) {
        walk_expr(w, node->rhs);
    }
}

// Left operands of a long chain a + b + c ... without recursion into each.
static void walk_expr(Walk *w, Node *node) {
    switch (node->kind) {
    case ND_INT:
    case ND_FLOAT:
    case ND_STRING:
    case ND_PLACEHOLDER:
        break;
    case ND_NAME:
        if (node->sym) {
            read_variable(w, node);
        }
        break;
    case ND_ASSIGN:
        walk_target(w, node->lhs);
        walk_expr(w, node->rhs);
        assigned(w, node->lhs, true);
        break;
    case ND_OP_ASSIGN:
    case ND_PRE_INC:
    case ND_PRE_DEC:
    case ND_POST_INC:
    case ND_POST_DEC:
        walk_children(w, node);
        assigned(w, node->lhs, false);
        break;
    case ND_AND:
    case ND_OR:
        walk_logical_value(w, node);
        break;
    case ND_COND:
        walk_cond_expr(w, node);
        break;
    case ND_CALL:
        walk_call(w, node);
        break;
    case ND_INIT:
        walk_init_items(w, node->init_items);
        break;
    case ND_COMPOUND:
        if (node->compound_init) {
            walk_expr(w, node->compound_init);
        }
        break;
    case ND_STMT_EXPR:
        if (node->then) {
            walk_stmt(w, node->then);
        }
        break;
    case ND_DECAY:
    case ND_ADDR:
        walk_target(w, node->lhs);
        break;
    default:
        walk_children(w, node);
        break;
    }
}

// ---------------------------------------------------------------- statements

static void declare(Walk *w, Node *node) {
    Sym *sym = node->decl_sym;
    if (sym && is_tracked(sym) && bit_of(w, sym) < 0 && w->count < w->capacity) {
        w->vars[w->count++] = sym;
        sym->slot = w->count;
    }
    if (sym && is_tracked(sym) && bit_of(w, sym) < 0 &&
        !node->init) { // more than can be followed
        sym->in_memory = true;
        sym->needs_init_check = true;
    }
    if (node->init) {
        walk_expr(w, node->init);
    }
    if (sym) {
        set_bit(w, sym, node->init != NULL);
    }
}

static bool warns_when_dead(const Node *node) {
    switch (node->kind) {
    case ND_EMPTY:
    case ND_CASE:
    case ND_DEFAULT:
    case ND_LABEL:
    case ND_BREAK:
    case ND_BLOCK:
    case ND_RETURN: // the usual `return 0;` after a loop that never ends
        return false;
    case ND_DECL:
        return node->init != NULL;
    default:
        return true;
    }
}

static void walk_list_of_stmts(Walk *w, Node *node) {
    const Node *outer = w->last;
    w->last = NULL;
    for (; node; node = node->next) {
        if (w->now.dead && !w->told_dead && w->telling && warns_when_dead(node)) {
            (void)check_warn(w->c, DIAG_UNREACHABLE, node->span, "");
            w->told_dead = true;
        }
        walk_stmt(w, node);
        w->last = node;
    }
    w->last = outer;
}

// The state where all breaks of a loop or switch arrive.
static void open_exits(Walk *w, Exits *exits, const Node *node) {
    *exits = (Exits){w->exits, node, flow_dead(w), flow_dead(w)};
    w->exits = exits;
}

static void walk_if(Walk *w, Node *node) {
    walk_condition(w, node->cond);
    Flow on_false = flow_copy(w, w->on_false);
    set_now(w, w->on_true);
    walk_stmt(w, node->then);
    Flow after = flow_copy(w, w->now);
    set_now(w, on_false);
    if (node->otherwise) {
        walk_stmt(w, node->otherwise);
    }
    flow_meet(w, &w->now, after);
}

static void walk_while(Walk *w, Node *node) {
    Exits exits;
    open_exits(w, &exits, node);
    enter_loop(w);
    walk_condition(w, node->cond);
    Flow out = flow_copy(w, w->on_false);
    set_now(w, w->on_true);
    walk_stmt(w, node->then);
    flow_meet(w, &out, exits.on_break);
    set_now(w, out);
    w->exits = exits.outer;
    leave_loop(w);
}

static void walk_do(Walk *w, Node *node) {
    Exits exits;
    open_exits(w, &exits, node);
    enter_loop(w);
    walk_stmt(w, node->then);
    flow_meet(w, &w->now, exits.on_continue);
    walk_condition(w, node->cond);
    Flow out = flow_copy(w, w->on_false);
    flow_meet(w, &out, exits.on_break);
    set_now(w, out);
    w->exits = exits.outer;
    leave_loop(w);
}

static void walk_for(Walk *w, Node *node) {
    Exits exits;
    walk_list_of_stmts(w, node->init_stmt);
    open_exits(w, &exits, node);
    enter_loop(w);
    Flow out = flow_dead(w);
    if (node->cond) {
        walk_condition(w, node->cond);
        flow_meet(w, &out, w->on_false);
        set_now(w, w->on_true);
    }
    walk_stmt(w, node->then);
    flow_meet(w, &w->now, exits.on_continue);
    if (node->step) {
        walk_expr(w, node->step);
    }
    flow_meet(w, &out, exits.on_break);
    set_now(w, out);
    w->exits = exits.outer;
    leave_loop(w);
}

static void walk_for_in(Walk *w, Node *node) {
    Exits exits;
    if (node->lhs) {
        walk_expr(w, node->lhs);
    }
    open_exits(w, &exits, node);
    enter_loop(w);
    Flow out = flow_copy(w, w->now);
    if (node->decl) {
        declare(w, node->decl);
        if (node->decl->decl_sym) {
            set_bit(w, node->decl->decl_sym, true);
        }
    }
    walk_stmt(w, node->then);
    flow_meet(w, &out, exits.on_break);
    set_now(w, out);
    w->exits = exits.outer;
    leave_loop(w);
}

static void walk_switch(Walk *w, Node *node) {
    Exits exits;
    walk_expr(w, node->cond);
    Flow at_case = flow_copy(w, w->now);
    open_exits(w, &exits, node);
    exits.on_continue = at_case; // where every case label is entered
    bool has_default = false;
    for (const Node *label = node->cases; label; label = label->next_case) {
        has_default = has_default || label->kind == ND_DEFAULT;
    }
    die(w);
    walk_stmt(w, node->then);
    flow_meet(w, &w->now, exits.on_break);
    if (!has_default) {
        flow_meet(w, &w->now, at_case);
    }
    w->exits = exits.outer;
}

static Exits *exits_of(Walk *w, const Node *target, bool is_break) {
    for (Exits *exits = w->exits; exits; exits = exits->outer) {
        if (target ? exits->node == target : is_break || exits->node->kind != ND_SWITCH) {
            return exits;
        }
    }
    return NULL;
}

// Is there a word "fall" in what stands before the label: an attribute, or a comment as
// other compilers honour?
static bool is_announced(const Walk *w, const Node *label) {
    const Source *source = source_get(w->c->front->sources, label->span.source);
    uint32_t end = source ? label->span.begin : 0;
    uint32_t begin = end > 200 ? end - 200 : 0;
    if (w->last && w->last->span.source == label->span.source &&
        w->last->kind != ND_EMPTY && w->last->span.end > begin) {
        begin = w->last->span.end < end ? w->last->span.end : end;
    }
    for (uint32_t at = begin; at + 4 <= end; at++) {
        const char *text = source->text + at;
        if (tolower((unsigned char)text[0]) == 'f' &&
            tolower((unsigned char)text[1]) == 'a' &&
            tolower((unsigned char)text[2]) == 'l' &&
            tolower((unsigned char)text[3]) == 'l') {
            return true;
        }
    }
    return false;
}

// Whether the statement before is more than labels: `case 1: case 2:` run into each other
// on purpose.
static bool does_something(const Node *last) {
    while (last && (last->kind == ND_CASE || last->kind == ND_DEFAULT))
        last = last->then;
    return last && (last->kind != ND_EMPTY || last->span.end > last->span.begin);
}

static void walk_case(Walk *w, Node *node) {
    Exits *exits = w->exits;
    while (exits && exits->node->kind != ND_SWITCH) {
        exits = exits->outer;
    }
    bool runs_in = !w->now.dead && does_something(w->last) && exits &&
                   exits->outer == w->exits->outer;
    if (runs_in && w->telling && !is_announced(w, node)) {
        Diag *diag = check_warn(w->c, DIAG_FALLTHROUGH,
                                node->op_span.source ? node->op_span : node->span, "");
        if (diag) {
            diag_note(w->c->diags, diag, (Span){0},
                      "write `break;` before it, or `[[fallthrough]];` if this is meant");
        }
    }
    if (exits) {
        flow_meet(w, &w->now, exits->on_continue);
    }
    if (node->then) {
        const Node *outer = w->last;
        w->last = node->then->kind == ND_CASE || node->then->kind == ND_DEFAULT ? NULL
                                                                                : w->last;
        walk_stmt(w, node->then);
        w->last = outer;
    }
}

static LabelFlow *label_flow(Walk *w, const Node *label) {
    for (LabelFlow *known = w->labels; known; known = known->next) {
        if (known->label == label) {
            return known;
        }
    }
    LabelFlow *made = arena_new(w->c->arena, LabelFlow);
    *made = (LabelFlow){w->labels, label, flow_dead(w)};
    w->labels = made;
    return made;
}

static void meet_label(Walk *w, const Node *label) {
    LabelFlow *known = label_flow(w, label);
    Flow before = flow_copy(w, known->state);
    flow_meet(w, &known->state, w->now);
    w->changed = w->changed || !flow_same(w, before, known->state);
}

static void walk_label(Walk *w, Node *node) {
    w->has_labels = true;
    meet_label(w, node);
    set_now(w, label_flow(w, node)->state);
    if (node->label_body) {
        walk_stmt(w, node->label_body);
    }
}

// The variable whose own bytes `value` points into, if it dies with this function.
static const Sym *dying(const Node *value) {
    while (value->kind == ND_CAST && type_is_pointer(value->type)) {
        value = value->lhs;
    }
    if (value->kind != ND_ADDR && value->kind != ND_DECAY) {
        return NULL;
    }
    for (value = value->lhs; value->kind == ND_MEMBER || value->kind == ND_INDEX;
         value = value->lhs) {
        if (value->kind == ND_INDEX && value->lhs->kind != ND_DECAY) {
            return NULL;
        }
        if (value->kind == ND_INDEX) {
            value = value->lhs;
        }
    }
    bool is_local = value->kind == ND_NAME && value->sym && value->sym->kind == SYM_VAR &&
                    value->sym->storage == STORE_AUTO;
    return is_local ? value->sym : NULL;
}

static void walk_return(Walk *w, Node *node) {
    if (node->lhs) {
        walk_expr(w, node->lhs);
        const Sym *sym = type_is_pointer(node->lhs->type) ? dying(node->lhs) : NULL;
        if (sym && sym->name && w->telling && !w->now.dead) {
            Diag *diag =
                check_warn(w->c, DIAG_RETURNS_LOCAL, node->lhs->span, sym->name->text);
            if (diag) {
                diag_note(w->c->diags, diag, (Span){0},
                          "using it afterwards is a fault; return a value, or memory "
                          "from malloc");
            }
        }
    }
    leave_function(w);
    die(w);
}

// Blocks that an error may leave at any point: what follows knows only what held before.
static void walk_guarded(Walk *w, Node *body, Node *handler) {
    Flow before = flow_copy(w, w->now);
    walk_stmt(w, body);
    Flow after = flow_copy(w, w->now);
    set_now(w, before);
    if (handler) {
        walk_stmt(w, handler);
    }
    flow_meet(w, &w->now, after);
}

static void walk_defer(Walk *w, Node *node) {
    Flow before = flow_copy(w, w->now);
    walk_stmt(w, node->then);
    set_now(w, before);
}

static void walk_jump(Walk *w, Node *node) {
    Exits *exits =
        node->kind == ND_GOTO ? NULL : exits_of(w, node->target, node->kind == ND_BREAK);
    if (exits) {
        flow_meet(w, node->kind == ND_BREAK ? &exits->on_break : &exits->on_continue,
                  w->now);
    } else if (node->kind == ND_GOTO && node->target_label) {
        meet_label(w, node->target_label);
    }
    die(w);
}

// The statements that C does not have.
static void walk_async_stmt(Walk *w, Node *node) {
    switch (node->kind) {
    case ND_THROW:
        if (node->lhs)
            walk_expr(w, node->lhs);
        leave_function(w);
        die(w);
        break;
    case ND_TRY:
        walk_guarded(w, node->then, node->otherwise);
        break;
    case ND_DEADLINE:
        walk_expr(w, node->cond);
        walk_guarded(w, node->then, node->otherwise);
        break;
    case ND_DEFER:
        walk_defer(w, node);
        break;
    case ND_TASKGROUP:
    case ND_SHIELD:
        walk_stmt(w, node->then);
        break;
    case ND_TIMED:
        if (node->timed_body)
            walk_stmt(w, node->timed_body);
        break;
    default:
        break;
    }
}

static void walk_stmt(Walk *w, Node *node) {
    switch (node->kind) {
    case ND_BLOCK:
        walk_list_of_stmts(w, node->then);
        break;
    case ND_EXPR_STMT:
        walk_expr(w, node->lhs);
        break;
    case ND_DECL:
        declare(w, node);
        break;
    case ND_IF:
        walk_if(w, node);
        break;
    case ND_WHILE:
        walk_while(w, node);
        break;
    case ND_DO:
        walk_do(w, node);
        break;
    case ND_FOR:
        walk_for(w, node);
        break;
    case ND_FOR_IN:
        walk_for_in(w, node);
        break;
    case ND_SWITCH:
        walk_switch(w, node);
        break;
    case ND_CASE:
    case ND_DEFAULT:
        walk_case(w, node);
        break;
    case ND_LABEL:
        walk_label(w, node);
        break;
    case ND_BREAK:
    case ND_CONTINUE:
    case ND_GOTO:
        walk_jump(w, node);
        break;
    case ND_RETURN:
        walk_return(w, node);
        break;
    default:
        walk_async_stmt(w, node);
        break;
    }
}

// ---------------------------------------------------------------- a function

static void walk_once(Walk *w, Node *first) {
    memset(w->now.bits, 0, w->words * sizeof(uint64_t));
    w->now.dead = false;
    w->steps = 0;
    w->loop_count = 0;
    walk_list_of_stmts(w, first);
}

// Walks until the states at labels are stable, then once more to tell. Returns whether
// the end can be reached.
static bool walk_all(Walk *w, Node *first) {
    // How many variables there may be is not known before the walk. Of declarations in
    // statement expressions a few are followed.
    w->capacity = check_each_decl(first, NULL, NULL) + 64;
    w->words = (w->capacity + 1 + 63) / 64;
    w->vars = arena_array(w->c->arena, Sym *, w->capacity);
    w->first_assigned = arena_array(w->c->arena, uint32_t, w->capacity);
    w->now = flow_new(w);
    do {
        w->changed = false;
        walk_once(w, first);
    } while (w->changed);
    w->telling = true;
    w->told_dead = false;
    walk_once(w, first);
    leave_function(w);
    for (uint32_t i = 0; i < w->count; i++) {
        w->vars[i]->slot = 0; // it is the emitter's
    }
    vec_free(w->loop_ends);
    return !w->now.dead;
}

// An async function may be cancelled where it waits; a GNU `extern inline` calls the real
// function of its name.
static bool may_recurse(const Sym *sym) {
    return !sym->type->is_async && !sym->type->is_generator && !sym->is_replaceable &&
           !sym->is_weak;
}

void flow_check_func(Checker *c, Node *func) {
    Walk walk = {.c = c};
    Node *body = func->body;
    if (!body || !func->decl_sym) {
        return;
    }
    walk.self = may_recurse(func->decl_sym) ? func->decl_sym : NULL;
    bool reaches_end = walk_all(&walk, body->then);
    const Type *type = func->decl_sym->type;
    bool wants_value = type->base->kind != TY_VOID && type->base->kind != TY_ERROR &&
                       !func->has_yield && !type->is_generator;
    bool is_main = strcmp(func->decl_sym->name->text, "main") == 0;
    if (reaches_end && wants_value && !is_main) {
        Span brace = {body->span.source, body->span.end > 0 ? body->span.end - 1 : 0,
                      body->span.end};
        Diag *diag =
            check_warn(c, DIAG_MISSING_RETURN, brace, func->decl_sym->name->text);
        if (diag) {
            diag_note(c->diags, diag, (Span){0},
                      "its result is `%s`: every way through it needs `return value;`",
                      type_text(c, type->base));
        }
    }
    if (reaches_end && type->is_noreturn) {
        (void)check_warn(c, DIAG_NORETURN_RETURNS, func->decl_sym->span,
                         func->decl_sym->name->text);
    }
    Diag *diag = walk.leaves_after && !walk.leaves_at_once
                     ? check_warn(c, DIAG_ENDLESS_RECURSION, walk.self_call->span,
                                  func->decl_sym->name->text)
                     : NULL;
    if (diag) {
        diag_note(c->diags, diag, (Span){0},
                  "it needs a case in which it returns without this call");
    }
    check_unused_locals(c, func);
}

void flow_check_cell(Checker *c, Node *statements) {
    Walk walk = {.c = c};
    (void)walk_all(&walk, statements);
}
