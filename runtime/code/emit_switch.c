// emit_switch.c: switch. The value is dispatched once: up to three cases by fused jumps,
// more by a SwitchTable (dense when at least a third of its range is used, else
// searched). Then the body follows with the cases as labels in it, wherever they stand:
// in nested blocks and loops too (Duff's device). A case that lies inside blocks with
// locals in memory is entered through a stub behind the body that begins those locals.
#include "code/emit.h"
#include <stdlib.h>

typedef struct Entry {
    const Node *node;
    Label enter; // of the fused jumps
    uint32_t pc; // where the dispatch goes: the case itself or its stub
} Entry;

typedef struct Dispatch {
    Entry *entries;
    uint32_t count;    // with default
    Entry *otherwise;  // NULL: none
    LiveLocal *locals; // alive at the dispatch
    uint32_t local_count;
    SwitchTable *table; // NULL: fused jumps
    uint32_t pc;        // of SWITCH
    bool is_u64;
} Dispatch;

// Three compares cost less than one search.
static bool is_chain(const Dispatch *d) {
    enum { CHAIN = 3 };
    uint32_t cases = d->count - (d->otherwise ? 1 : 0);
    if (cases > CHAIN) {
        return false;
    }
    for (uint32_t i = 0; i < d->count; i++) {
        const Node *n = d->entries[i].node;
        if (n->kind == ND_CASE &&
            ((int64_t)n->value != n->value_high || !emit_fits16(n->value_high))) {
            return false;
        }
    }
    return true;
}

// Each case gets a label before the body is compiled: the dispatch stands in front of it.
static void collect(Func *f, Node *n, Dispatch *d) {
    uint32_t count = 0;
    for (Node *c = n->cases; c; c = c->next_case) {
        count++;
    }
    d->entries = arena_array(f->unit->arena, Entry, count ? count : 1);
    d->count = count;
    count = 0;
    for (Node *c = n->cases; c; c = c->next_case) {
        Entry *e = &d->entries[count++];
        e->node = c;
        e->enter = LABEL_NEW;
        c->emit_data = emit_label_new(f, NULL);
        if (c->kind == ND_DEFAULT) {
            d->otherwise = e;
        }
    }
    d->locals = emit_locals_copy(f);
    d->local_count = f->locals.count;
    d->is_u64 = emit_is_u64(n->cond->type);
}

// The table's targets are filled in when the body is compiled (fill_table).
static void dispatch(Func *f, Dispatch *d, Reg value, Label *end) {
    if (!is_chain(d)) {
        d->table = arena_new(f->unit->arena, SwitchTable);
        d->pc = emit_pc(f);
        emit_wide(f, OP_SWITCH, value, (int32_t)emit_const_ptr(f, KC_SWITCH, d->table));
        return;
    }
    for (uint32_t i = 0; i < d->count; i++) {
        Entry *e = &d->entries[i];
        if (e->node->kind == ND_CASE) {
            emit_fused(f, OP_JEQI, value, (uint32_t)e->node->value, &e->enter);
        }
    }
    emit_jump(f, OP_JMP, 0, d->otherwise ? &d->otherwise->enter : end);
}

// Where each case is entered; stubs are made here, behind the body.
static void enter_cases(Func *f, Dispatch *d) {
    for (uint32_t i = 0; i < d->count; i++) {
        Entry *e = &d->entries[i];
        UserLabel *l = &f->labels.data[e->node->emit_data];
        assert(l->label.pc >= 0 || f->too_large);
        e->pc = l->label.pc >= 0 ? (uint32_t)l->label.pc : 0;
        if (!emit_locals_same(d->locals, d->local_count, l)) {
            e->pc = emit_pc(f);
            f->reachable = true;
            emit_locals_adjust(f, d->locals, d->local_count, l);
            emit_jump(f, OP_JMP, 0, &l->label);
        }
        emit_bind_at(f, &e->enter, e->pc);
    }
}

// ---------------------------------------------------------------- the table

static int by_low(const void *a, const void *b) {
    const SwitchCase *x = a, *y = b;
    return x->low < y->low ? -1 : x->low > y->low;
}

static int32_t distance(const Dispatch *d, uint32_t pc) {
    return (int32_t)pc - (int32_t)d->pc - 1;
}

// Cases in signed order. A range of unsigned values across the middle is two.
static uint32_t fill_cases(Func *f, const Dispatch *d, SwitchCase **out) {
    SwitchCase *cases = arena_array(f->unit->arena, SwitchCase, d->count * 2 + 1);
    uint32_t n = 0;
    for (uint32_t i = 0; i < d->count; i++) {
        const Entry *e = &d->entries[i];
        if (e->node->kind != ND_CASE) {
            continue;
        }
        int64_t low = (int64_t)e->node->value, high = e->node->value_high;
        if (d->is_u64 && low > high) {
            cases[n++] = (SwitchCase){INT64_MIN, high, distance(d, e->pc)};
            high = INT64_MAX;
        }
        if (low <= high) {
            cases[n++] = (SwitchCase){low, high, distance(d, e->pc)};
        }
    }
    qsort(cases, n, sizeof *cases, by_low);
    *out = cases;
    return n;
}

// At most 65,536 entries, and a third of them used, unless the range is tiny.
static void make_dense(Func *f, SwitchTable *t) {
    if (t->count == 0) {
        return;
    }
    uint64_t range = (uint64_t)t->cases[t->count - 1].high - (uint64_t)t->cases[0].low;
    uint64_t used = 0;
    for (uint32_t i = 0; i < t->count; i++) {
        used += (uint64_t)t->cases[i].high - (uint64_t)t->cases[i].low + 1;
    }
    if (range >= 65536 || (range >= 16 && used * 3 < range)) {
        return;
    }
    int32_t *dense = arena_array(f->unit->arena, int32_t, range + 1);
    for (uint64_t i = 0; i <= range; i++) {
        dense[i] = t->otherwise;
    }
    for (uint32_t i = 0; i < t->count; i++) {
        const SwitchCase *c = &t->cases[i];
        for (uint64_t v = 0; v <= (uint64_t)c->high - (uint64_t)c->low; v++) {
            dense[(uint64_t)c->low - (uint64_t)t->cases[0].low + v] = c->target;
        }
    }
    t->dense_low = t->cases[0].low;
    t->dense_count = (uint32_t)range + 1;
    t->dense = dense;
}

// Distances are counted from the word behind SWITCH.
static void fill_table(Func *f, const Dispatch *d, uint32_t end_pc) {
    SwitchCase *cases;
    SwitchTable *t = d->table;
    t->count = fill_cases(f, d, &cases);
    t->cases = cases;
    t->otherwise = distance(d, d->otherwise ? d->otherwise->pc : end_pc);
    make_dense(f, t);
}

// ---------------------------------------------------------------- the statement

// The body is compiled as it stands; what is in front of its first case is unreachable
// and dropped.
void emit_switch(Func *f, Node *n) {
    Dispatch d = {0};
    Scope scope;
    Label end = LABEL_NEW;
    emit_scope_begin(f, &scope, n);
    scope.on_break = &end;
    // continue goes to the loop around: break_or_continue looks for the loop's own scope.
    scope.continue_local_count = f->locals.count;
    Reg value = emit_expr(f, n->cond, REG_NONE);
    emit_locals_end(f, scope.local_count);
    f->regs.top = scope.reg_top;
    f->span = n->cond->span;
    collect(f, n, &d);
    bool reachable = f->reachable;
    dispatch(f, &d, value, &end);
    emit_substatement(f, n->then);
    emit_jump(f, OP_JMP, 0, &end);
    enter_cases(f, &d);
    emit_bind_head(f, &end, false);
    if (d.table && reachable) {
        fill_table(f, &d, (uint32_t)end.pc);
        f->reachable =
            true; // a value without a case, when there is no default: it ends here
    }
    emit_scope_end(f, &scope);
}
