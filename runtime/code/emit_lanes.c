// emit_lanes.c: a second copy of an innermost loop, without checks of memory.
//
//         JMP guard                       for (k = 0; k < n; k++)
//     slow:  ...                              s += a[i * n + k] * b[k * n + j];
//     test:  LJLT k, n -> slow
//         JMP out
//     guard: LANES k, {table}             every place looked at once; else -> test
//     fast:  LDL  R9, lane a, k           where i * n + k was computed and checked
//         LDLS R10, lane b, k
//         ...
//         ADDI k, k, 1
//         BJLT k, n -> fast               or on, when somebody wants us to stop
//         LJLT k, n -> guard              the safepoint is here: all may be freed by now
//     out:
//
// What enters is the loop as it has just been emitted, in words (the tree has too many
// ways to say a[i]); a look at the tree before (emit_lanes_likely) saves the JMP guard
// where nothing will come of it. The loop has to be made of instructions that compute,
// access memory and jump ahead; one of them adds to the counter, and the last one
// compares it. A place is a lane if it is linear in the counter: made of it and of
// registers the loop does not write, by sums, differences, and products with one of
// those. LANES computes these for the first and the last round (vm/op_lanes.c), so that
// the copy need not compute them at all, nor trap for them.
//
// Always holds: whatever the copy can be seen to do, the loop would do. Where a check
// would fail, LANES sends us to the loop that makes it. Read next: verify_lanes.c.
#include "code/emit.h"
#include <string.h>

enum { MOST_WORDS = 96, MOST_STEPS = 48 };

// ---------------------------------------------------------------- the tree

// Calls and inner loops are nothing for us; an element is what it is all about.
static bool visit_likely(Walk *w, Node *n) {
    switch (n->kind) {
    case ND_INDEX:
    case ND_DEREF:
    case ND_MEMBER:
        w->mentions++;
        break;
    case ND_CALL:
    case ND_STMT_EXPR:
    case ND_COMPOUND:
    case ND_WHILE:
    case ND_DO:
    case ND_FOR:
    case ND_FOR_IN:
    case ND_SWITCH:
    case ND_GOTO:
    case ND_LABEL:
    case ND_TRY:
    case ND_THROW:
    case ND_DEFER:
    case ND_AWAIT:
    case ND_SPAWN:
    case ND_YIELD:
    case ND_YIELD_FROM:
        w->found = true;
        break;
    default:
        break;
    }
    return !w->found;
}

bool emit_lanes_likely(const Func *f, const Node *loop) {
    Walk w = {.visit = visit_likely, .budget = MOST_WORDS};
    emit_walk(&w, loop->cond);
    emit_walk(&w, loop->kind == ND_FOR ? loop->step : NULL);
    emit_walk(&w, loop->then);
    return f->reachable && loop->cond && !w.found && w.mentions > 0 && w.budget >= 0;
}

// ---------------------------------------------------------------- the words

// What is known of a value: not a lane's, the same in all rounds, the counter and
// something fixed, linear in the counter.
typedef enum Form { FORM_OTHER, FORM_FIXED, FORM_UNIT, FORM_LINEAR } Form;

typedef struct Known {
    Form form;
    uint16_t reg;      // the loop's
    uint16_t computed; // where LANES has it: a step's own register, or the same
} Known;

typedef struct LoopWord {
    bool starts;   // an instruction begins here
    bool is_label; // some jump of the loop goes here
    bool is_break; // a jump out of the loop
    bool is_dropped;
    int step;    // it is this step; -1: none
    int lane;    // it is an access to this lane; -1: none
    Label label; // in the copy
} LoopWord;

typedef struct Copy {
    Func *f;
    const LoopCode *loop;
    const Insn *code; // of the loop
    uint32_t count;   // words, the jump back included
    uint32_t advance; // the word that adds to the counter
    Op back, plain;   // the jump back here; as a jump ahead (emit_fused turns it round)
    uint16_t counter, limit;
    bool has_limit; // in a register; else limit is it
    Reg next_reg;
    Known known[MOST_WORDS];
    uint32_t known_count;
    LaneStep steps[MOST_STEPS];
    bool needed[MOST_STEPS];
    uint32_t step_count;
    Lane lanes[LANES_MOST];
    uint32_t lane_count;
    LoopWord words[MOST_WORDS + 1];
} Copy;

static bool is_jump(Op op) {
    return op >= OP_JMP && op <= OP_JNLE_F;
}

static bool writes(Insn insn, uint32_t r) {
    return op_infos[insn_op(insn)].a == 'd' && insn_a(insn) == r;
}

static bool reads(Insn insn, uint32_t r) {
    const OpInfo *info = &op_infos[insn_op(insn)];
    return (info->a == 's' && insn_a(insn) == r) ||
           (info->b == 's' && insn_b(insn) == r) || (info->c == 's' && insn_c(insn) == r);
}

// As verify_lanes.c has it.
static bool is_quiet(Op op) {
    return op <= OP_LDK || (op >= OP_LD_I8 && op <= OP_STG_F32) ||
           (op >= OP_PADDI && op <= OP_BOUND) || (op >= OP_ADD_I32 && op < OP_LJMP) ||
           op == OP_RET || op == OP_RETV;
}

// The jump back in the copy, and the same jump forward (emit_fused makes an L form of it).
static bool find_jump_back(Copy *c) {
    static const Op rows[][3] = {
        {OP_LJLT, OP_BJLT, OP_JLT},       {OP_LJLE, OP_BJLE, OP_JLE},
        {OP_LJLT_U, OP_BJLT_U, OP_JLT_U}, {OP_LJLE_U, OP_BJLE_U, OP_JLE_U},
        {OP_LJLTI, OP_BJLTI, OP_JLTI},    {OP_LJLEI, OP_BJLEI, OP_JLEI}};
    Insn last = c->code[c->count - 1];
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        if (rows[i][0] == (Op)insn_op(last)) {
            c->back = rows[i][1];
            c->plain = rows[i][2];
            c->counter = insn_a(last);
            c->limit = insn_b(last);
            c->has_limit = op_infos[c->back].b == 's';
            return (int32_t)c->count + (int16_t)insn_c(last) == 0 &&
                   !(c->has_limit && c->limit == c->counter);
        }
    }
    return false;
}

static uint32_t writes_of(const Copy *c, uint32_t r) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < c->count; i++) {
        n += c->words[i].starts && writes(c->code[i], r);
    }
    return n;
}

static bool is_fixed(const Copy *c, uint32_t r) {
    return writes_of(c, r) == 0;
}

// Where a jump ahead goes: inside, or out by way of on_break, whose uses are chained.
static bool scan_jump(Copy *c, uint32_t i) {
    Insn insn = c->code[i];
    int32_t distance =
        op_infos[insn_op(insn)].b == 'J' ? insn_bc(insn) : (int16_t)insn_c(insn);
    int64_t to = (int64_t)i + 1 + distance;
    for (int32_t k = c->loop->on_break->fixup; k >= 0; k = c->f->fixups.data[k].next) {
        c->words[i].is_break |= c->f->fixups.data[k].pc == c->loop->begin + i;
    }
    c->words[i].is_break |= to == c->count;
    if (c->words[i].is_break) {
        return true;
    }
    if (distance <= 0 || to > c->count) { // 0: not known yet
        return false;
    }
    c->words[to].is_label = true;
    return true;
}

static bool scan(Copy *c) {
    for (uint32_t i = 0; i < c->count; i += op_words((Op)insn_op(c->code[i]))) {
        Op op = (Op)insn_op(c->code[i]);
        bool is_last = i + 1 == c->count;
        c->words[i].starts = true;
        if (!(is_last || is_quiet(op)) || (is_jump(op) && !scan_jump(c, i))) {
            return false;
        }
    }
    return c->words[c->count - 1].starts;
}

// The one instruction that writes the counter.
static bool find_advance(Copy *c) {
    if (writes_of(c, c->counter) != 1) {
        return false;
    }
    for (uint32_t i = 0; i < c->count; i++) {
        c->advance =
            c->words[i].starts && writes(c->code[i], c->counter) ? i : c->advance;
    }
    Insn insn = c->code[c->advance];
    Op op = (Op)insn_op(insn);
    uint32_t b = insn_b(insn), other = insn_c(insn);
    if (op >= OP_ADDI_I32 && op <= OP_ADDI_U64) {
        return b == c->counter && (int16_t)other > 0;
    }
    if (b != c->counter) {
        other = b, b = insn_c(insn);
    }
    return op >= OP_ADD_I32 && op <= OP_ADD_U64 && b == c->counter &&
           other != c->counter && is_fixed(c, other);
}

// ---------------------------------------------------------------- what is linear

static Known lookup(const Copy *c, uint32_t at, uint32_t r) {
    if (r == c->counter) {
        return (Known){at <= c->advance ? FORM_UNIT : FORM_OTHER, (uint16_t)r,
                       (uint16_t)r};
    }
    for (uint32_t i = c->known_count; i-- > 0;) {
        if (c->known[i].reg == r) {
            return c->known[i];
        }
    }
    return (Known){is_fixed(c, r) ? FORM_FIXED : FORM_OTHER, (uint16_t)r, (uint16_t)r};
}

static void forget(Copy *c, uint32_t r) {
    for (uint32_t i = 0; i < c->known_count; i++) {
        if (c->known[i].reg == r) {
            c->known[i].form = FORM_OTHER;
        }
    }
}

static Form sum(Form a, Form b) {
    if (a == FORM_OTHER || b == FORM_OTHER) {
        return FORM_OTHER;
    }
    return a == FORM_FIXED ? b : b == FORM_FIXED ? a : FORM_LINEAR;
}

// PADD's count goes in steps of an element; PADDI and the others leave the form as it is.
static Form form_of(Op op, Form b, Form c) {
    bool is_fixed_too = b == FORM_FIXED && c == FORM_FIXED;
    if (op >= OP_ADD_I32 && op <= OP_ADD_U64) {
        return sum(b, c);
    }
    if (op >= OP_SUB_I32 && op <= OP_SUB_U64) {
        return sum(b, c == FORM_UNIT ? FORM_LINEAR : c);
    }
    if ((op >= OP_MUL_I32 && op <= OP_MUL_U64) || op == OP_PADD) {
        bool is_one = b == FORM_FIXED || c == FORM_FIXED || op == OP_PADD;
        return is_fixed_too                        ? FORM_FIXED
               : is_one && sum(b, c) != FORM_OTHER ? FORM_LINEAR
                                                   : FORM_OTHER;
    }
    return b;
}

static bool is_step(Op op) {
    return op == OP_MOV || op == OP_LDI || op == OP_PADD || op == OP_PADDI ||
           op == OP_BOUND || op == OP_EXT_I32 || op == OP_EXT_U32 ||
           (op >= OP_ADD_I32 && op <= OP_MUL_U64);
}

// The number of the step: an earlier one's if that computes the same.
static uint32_t step_like(Copy *c, Insn own, int64_t ext) {
    bool has_result = op_infos[insn_op(own)].a == 'd';
    Insn but_result = has_result ? ~((Insn)0xffff << 16) : ~(Insn)0;
    for (uint32_t i = 0; i < c->step_count; i++) {
        const LaneStep *s = &c->steps[i];
        if (((s->insn ^ own) & but_result) == 0 && s->ext == ext) {
            return i;
        }
    }
    c->next_reg += has_result;
    c->steps[c->step_count] = (LaneStep){own, ext};
    return c->step_count++;
}

// An instruction whose value LANES can compute: with the registers it has them in.
static void add_step(Copy *c, uint32_t i) {
    Insn insn = c->code[i];
    Op op = (Op)insn_op(insn);
    const OpInfo *info = &op_infos[op];
    Known fixed = {FORM_FIXED, 0, 0};
    Known a = info->a == 's' ? lookup(c, i, insn_a(insn)) : fixed;
    Known b = info->b == 's' ? lookup(c, i, insn_b(insn)) : fixed;
    Known d = info->c == 's' ? lookup(c, i, insn_c(insn)) : fixed;
    Form form = a.form == FORM_OTHER ? FORM_OTHER : form_of(op, b.form, d.form);
    if (info->a == 'd') {
        forget(c, insn_a(insn));
    }
    if (form == FORM_OTHER || c->step_count == MOST_STEPS) {
        return;
    }
    uint32_t into = info->a == 'd' ? c->next_reg : a.computed;
    Insn own = info->b == 'I'
                   ? insn_make_wide(op, into, insn_bc(insn))
                   : insn_make(op, into, info->b == 's' ? b.computed : insn_b(insn),
                               info->c == 's' ? d.computed : insn_c(insn));
    uint32_t step = step_like(c, own, info->ext ? (int64_t)c->code[i + 1] : 0);
    c->words[i].step = (int)step;
    if (info->a == 'd') {
        into = insn_a(c->steps[step].insn);
        c->known[c->known_count++] = (Known){form, insn_a(insn), (uint16_t)into};
    }
}

static bool access_type(Op op, MemType *type, bool *is_store, bool *is_indexed) {
    static const MemType loads[] = {MT_I8,  MT_U8,  MT_I16, MT_U16,
                                    MT_I32, MT_U32, MT_I64, MT_F32};
    static const MemType stores[] = {MT_I8, MT_I16, MT_I32, MT_I64, MT_F32};
    if (op < OP_LD_I8 || op > OP_STG_F32) {
        return false;
    }
    *is_store = op >= OP_ST_I8;
    uint32_t row = op - (*is_store ? OP_ST_I8 : OP_LD_I8);
    *type = *is_store ? stores[row / 3] : loads[row / 3];
    *is_indexed = row % 3 == 1;
    return row % 3 != 2; // not a global
}

static bool same_lane(const Lane *a, const Lane *b) {
    return a->type == b->type && a->is_store == b->is_store && a->base == b->base &&
           a->index == b->index && a->displacement == b->displacement;
}

// The lane of an access, an earlier one's if it is the same.
static void add_lane(Copy *c, uint32_t i) {
    Insn insn = c->code[i];
    Lane lane = {0};
    bool is_indexed;
    if (i >= c->advance ||
        !access_type((Op)insn_op(insn), &lane.type, &lane.is_store, &is_indexed)) {
        return;
    }
    Known base = lookup(c, i, insn_b(insn));
    Known index = {FORM_FIXED, 0, LANE_NO_INDEX};
    if (is_indexed) {
        index = lookup(c, i, insn_c(insn));
    }
    if (sum(base.form, index.form) == FORM_OTHER) {
        return;
    }
    lane.base = base.computed;
    lane.index = index.computed;
    lane.displacement = is_indexed ? 0 : (int16_t)insn_c(insn);
    lane.is_unit = base.form == FORM_FIXED && index.form == FORM_UNIT;
    for (uint32_t k = 0; k < c->lane_count; k++) {
        if (same_lane(&lane, &c->lanes[k])) {
            c->words[i].lane = (int)k;
            return;
        }
    }
    if (c->lane_count < LANES_MOST) {
        lane.to = (uint16_t)c->next_reg;
        c->next_reg += 2;
        c->words[i].lane = (int)c->lane_count;
        c->lanes[c->lane_count++] = lane;
    }
}

// At a label other paths come by, and what the last one knew is not true of them.
static void find_lanes(Copy *c) {
    for (uint32_t i = 0; i < c->count; i++) {
        LoopWord *w = &c->words[i];
        w->step = w->lane = -1;
        w->label = LABEL_NEW;
        if (!w->starts) {
            continue;
        }
        for (uint32_t k = 0; w->is_label && k < c->known_count; k++) {
            c->known[k].form = FORM_OTHER;
        }
        add_lane(c, i);
        if (is_step((Op)insn_op(c->code[i])) && i != c->advance) {
            add_step(c, i);
        } else if (op_infos[insn_op(c->code[i])].a == 'd') {
            forget(c, insn_a(c->code[i]));
        }
    }
}

// ---------------------------------------------------------------- what is left out

// A lane's own operands are not read any more.
static bool copy_reads(const Copy *c, uint32_t i, uint32_t r) {
    const LoopWord *w = &c->words[i];
    Insn insn = c->code[i];
    if (!w->starts || w->is_dropped) {
        return false;
    }
    if (w->lane >= 0) {
        return r == c->counter || (c->lanes[w->lane].is_store && insn_a(insn) == r);
    }
    if (i + 1 == c->count) {
        return insn_a(insn) == r || (c->has_limit && c->limit == r);
    }
    return reads(insn, r);
}

static bool ends_stretch(const Copy *c, uint32_t i) {
    return i == c->count || (c->words[i].starts && c->words[i].is_label);
}

// Read in some stretch of code that did not write it before: between stretches, and from
// round to round, it is alive.
static bool is_exposed(const Copy *c, uint32_t r) {
    bool is_written = false;
    for (uint32_t i = 0; i < c->count; i++) {
        is_written = is_written && !ends_stretch(c, i);
        if (!is_written && copy_reads(c, i, r)) {
            return true;
        }
        if (c->words[i].starts && !c->words[i].is_dropped) {
            is_written = is_written || writes(c->code[i], r);
            is_written = is_written && !is_jump((Op)insn_op(c->code[i]));
        }
    }
    return false;
}

// Messages show variables, which begin behind the instruction that gives them a value:
// theirs are computed as before.
static bool is_temporary(const Copy *c, uint32_t at) {
    uint32_t r = insn_a(c->code[at]), pc = c->loop->begin + at;
    for (uint32_t i = c->loop->var_count; i < c->f->vars.count; i++) {
        const VarEntry *var = &c->f->vars.data[i];
        if (var->slot == r && pc < var->pc_end &&
            pc + op_words((Op)insn_op(c->code[at])) >= var->pc_begin) {
            return false;
        }
    }
    return r >= c->f->regs.top;
}

static bool is_unused(const Copy *c, uint32_t at) {
    Insn insn = c->code[at];
    uint32_t r = insn_a(insn);
    if (op_infos[insn_op(insn)].a != 'd') { // BOUND: LANES has looked
        return true;
    }
    if (!is_temporary(c, at)) {
        return false;
    }
    uint32_t i = at + op_words((Op)insn_op(insn));
    for (; !ends_stretch(c, i); i++) {
        if (copy_reads(c, i, r)) {
            return false;
        }
        if (c->words[i].starts && !c->words[i].is_dropped) {
            if (writes(c->code[i], r)) {
                return true;
            }
            if (is_jump((Op)insn_op(c->code[i]))) {
                break;
            }
        }
    }
    return !is_exposed(c, r);
}

// From the back, so that what only led to something dropped is dropped in the same round.
static void drop_unused(Copy *c) {
    bool again = true;
    while (again) {
        again = false;
        for (uint32_t i = c->count; i-- > 0;) {
            LoopWord *w = &c->words[i];
            if (w->starts && w->step >= 0 && !w->is_dropped && is_unused(c, i)) {
                w->is_dropped = again = true;
                c->needed[w->step] = true; // it would have trapped
            }
        }
    }
}

// Which steps LANES has to do, with what they are made of.
static void need(Copy *c) {
    bool used[UINT8_MAX + 1] = {false};
    Reg first = c->loop->first_reg;
    for (uint32_t i = 0; i < c->lane_count; i++) {
        const Lane *lane = &c->lanes[i];
        used[lane->base >= first ? lane->base - first : UINT8_MAX] = true;
        used[lane->index >= first && lane->index != LANE_NO_INDEX ? lane->index - first
                                                                  : UINT8_MAX] = true;
    }
    used[c->has_limit && c->limit >= first ? c->limit - first : UINT8_MAX] = true;
    for (uint32_t i = c->step_count; i-- > 0;) {
        Insn insn = c->steps[i].insn;
        const OpInfo *info = &op_infos[insn_op(insn)];
        uint32_t a = insn_a(insn), b = insn_b(insn), d = insn_c(insn);
        if (info->a == 'd' && used[a - first]) {
            c->needed[i] = true;
        }
        if (!c->needed[i]) {
            continue;
        }
        used[info->a == 's' && a >= first ? a - first : UINT8_MAX] = true;
        used[info->b == 's' && b >= first ? b - first : UINT8_MAX] = true;
        used[info->c == 's' && d >= first ? d - first : UINT8_MAX] = true;
    }
}

// ---------------------------------------------------------------- the copy

static Op lane_op(const Lane *lane) {
    static const uint8_t load_row[] = {0, 1, 2, 3, 4, 5, 6, 6, 7};
    static const uint8_t store_row[] = {0, 0, 1, 1, 2, 2, 3, 3, 4};
    uint32_t row = lane->is_store ? store_row[lane->type] : load_row[lane->type];
    return (Op)((lane->is_store ? OP_STL_I8 : OP_LDL_I8) + row * 2 + !lane->is_unit);
}

static Span span_at(const Func *f, uint32_t pc) {
    Span span = f->span;
    for (uint32_t i = f->lines.count; i-- > 0;) {
        if (f->lines.data[i].pc <= pc) {
            return f->lines.data[i].span;
        }
    }
    return span;
}

static void copy_jump(Copy *c, uint32_t i) {
    Insn insn = c->code[i];
    Op op = (Op)insn_op(insn);
    bool is_wide = op_infos[op].b == 'J';
    int32_t distance = is_wide ? insn_bc(insn) : (int16_t)insn_c(insn);
    Label *to = c->words[i].is_break ? c->loop->on_break
                                     : &c->words[(int32_t)i + 1 + distance].label;
    if (is_wide) {
        emit_jump(c->f, op, insn_a(insn), to);
    } else {
        emit_fused(c->f, op, insn_a(insn), insn_b(insn), to);
    }
}

static void copy_word(Copy *c, uint32_t i) {
    Func *f = c->f;
    const LoopWord *w = &c->words[i];
    Insn insn = c->code[i];
    Op op = (Op)insn_op(insn);
    const OpInfo *info = &op_infos[op];
    f->span = span_at(f, c->loop->begin + i);
    if (w->lane >= 0) {
        const Lane *lane = &c->lanes[w->lane];
        emit_op(f, lane_op(lane), insn_a(insn), lane->to, c->counter);
    } else if (is_jump(op)) {
        copy_jump(c, i);
    } else if (info->ext) {
        emit_op_ext(f, insn, c->code[i + 1]);
    } else if (info->b == 'I' || info->b == 'K') {
        emit_wide(f, op, insn_a(insn), insn_bc(insn));
    } else {
        emit_op(f, op, insn_a(insn), insn_b(insn), insn_c(insn));
    }
}

// Variables of the body, for messages from the copy.
static void copy_vars(Copy *c, const uint32_t *place) {
    Func *f = c->f;
    uint32_t count = f->vars.count, begin = c->loop->begin;
    for (uint32_t i = c->loop->var_count; i < count; i++) {
        VarEntry var = f->vars.data[i];
        if (var.pc_begin < begin || var.pc_end > begin + c->count) {
            continue;
        }
        var.pc_begin = place[var.pc_begin - begin];
        var.pc_end = place[var.pc_end - begin];
        if (var.pc_begin < var.pc_end) {
            vec_push(f->vars, var);
        }
    }
}

static void emit_copy_of(Copy *c, LaneTable *table) {
    Func *f = c->f;
    uint32_t place[MOST_WORDS + 1], first = f->code.count;
    for (uint32_t i = 0; i + 1 < c->count; i++) {
        place[i] = f->code.count;
        if (!c->words[i].starts) {
            continue;
        }
        if (c->words[i].is_label) {
            emit_bind(f, &c->words[i].label);
            place[i] = f->code.count;
        }
        if (i == c->advance) {
            table->advance = f->code.count - first;
        }
        if (!c->words[i].is_dropped) {
            copy_word(c, i);
        }
    }
    emit_bind(f, &c->words[c->count - 1].label);
    place[c->count - 1] = place[c->count] = f->code.count;
    emit_op(f, c->back, c->counter, c->limit, first - f->code.count - 1);
    table->words = f->code.count - first;
    f->span = span_at(f, c->loop->begin + c->count - 1);
    copy_vars(c, place);
}

static LaneTable *new_table(Copy *c) {
    Arena *arena = c->f->unit->arena;
    LaneTable *t = arena_new(arena, LaneTable);
    LaneStep *steps = arena_array(arena, LaneStep, c->step_count + 1);
    for (uint32_t i = 0; i < c->step_count; i++) {
        if (c->needed[i]) {
            steps[t->step_count++] = c->steps[i];
        }
    }
    t->steps = steps;
    t->lanes = memcpy(arena_array(arena, Lane, c->lane_count), c->lanes,
                      sizeof(Lane) * c->lane_count);
    t->lane_count = c->lane_count;
    t->computes_limit = c->has_limit && c->limit >= c->loop->first_reg;
    return t;
}

// The loop in the words of its two copies: whether the second one is worth while.
static bool prepare(Copy *c) {
    Func *f = c->f;
    if (!find_jump_back(c) || !scan(c) || !find_advance(c)) {
        return false;
    }
    find_lanes(c);
    if (c->has_limit && !is_fixed(c, c->limit)) {
        Known limit = lookup(c, c->count - 1, c->limit);
        if (limit.form != FORM_FIXED) {
            return false;
        }
        c->limit = limit.computed;
    }
    drop_unused(c);
    need(c);
    return c->lane_count > 0 && !f->too_large && c->next_reg <= LIMIT_REGISTERS;
}

// The first register that is neither in use here nor named by the code.
static Reg above(const Func *f, const Insn *code, uint32_t count) {
    Reg first = f->regs.top;
    for (uint32_t i = 0; i < count; i += op_words((Op)insn_op(code[i]))) {
        const OpInfo *info = &op_infos[insn_op(code[i])];
        const char letters[] = {info->a, info->b, info->c};
        const Reg regs[] = {insn_a(code[i]), insn_b(code[i]), insn_c(code[i])};
        for (int k = 0; k < 3; k++) {
            bool is_reg = letters[k] == 'd' || letters[k] == 's' || letters[k] == 'w';
            first = is_reg && regs[k] >= first ? regs[k] + 1 : first;
        }
    }
    return first;
}

LoopCode emit_lanes_begin(const Func *f, Label *on_break) {
    return (LoopCode){.begin = f->code.count,
                      .var_count = f->vars.count,
                      .inlined_count = f->inlined.count,
                      .guard = LABEL_NEW,
                      .on_break = on_break};
}

void emit_lanes(Func *f, LoopCode *loop) {
    Copy c = {.f = f, .loop = loop, .count = f->code.count - loop->begin};
    Insn code[MOST_WORDS];
    bool has_code = f->code.count > loop->begin && c.count <= MOST_WORDS &&
                    f->inlined.count == loop->inlined_count;
    if (has_code) {
        memcpy(code, f->code.data + loop->begin, sizeof(Insn) * c.count);
        c.code = code;
        loop->first_reg = c.next_reg = above(f, code, c.count);
    }
    if (!has_code || !prepare(&c)) {
        emit_bind_at(f, &loop->guard, loop->test);
        return;
    }
    regs_touch(&f->regs, c.next_reg);
    LaneTable *table = new_table(&c);
    emit_jump(f, OP_JMP, 0, loop->on_break);
    emit_bind(f, &loop->guard);
    table->otherwise = (int32_t)loop->test - (int32_t)f->code.count - 1;
    emit_wide(f, OP_LANES, c.counter, (int32_t)emit_const_ptr(f, KC_LANES, table));
    emit_copy_of(&c, table);
    emit_fused(f, c.plain, c.counter, c.limit, &loop->guard);
}
