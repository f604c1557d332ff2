// verify.c: the proof every Proto needs before it may run. The interpreter relies on what
// is proved here and does not check it again: each operand names a register of the frame
// or a constant of the right kind, each jump goes to an instruction, a window has its
// linkage below it, and no path runs off the end of the code. A plain jump goes forward
// and an L jump back, so that nothing can spin without looking whether somebody wants it
// to stop.
//
// The loop behind a LANES accesses memory without checks: verify_lanes.c.
//
// Beyond that, the emitter's own promise: the number of locals in memory alive at an
// instruction is the same by every path (emit.h). Two linear passes: one over the words,
// one over the paths.
#include "base/limits.h"
#include "code/verify_proof.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool verify_fail(Proof *v, const char *format, ...) {
    char reason[120];
    va_list args;
    va_start(args, format);
    vsnprintf(reason, sizeof reason, format, args);
    va_end(args);
    snprintf(v->buf, v->buf_bytes, "at %u: %s", v->pc, reason);
    return false;
}

#define fail verify_fail

// ---------------------------------------------------------------- operands

static bool is_register(Proof *v, uint32_t r) {
    return r < v->proto->reg_count ||
           fail(v, "R%u is not in the frame of %u registers", r, v->proto->reg_count);
}

// R[a-3..a-1] are the linkage, so a is at least 3.
static bool is_window(Proof *v, uint32_t a, uint32_t count) {
    return (a >= 3 && a < v->proto->reg_count && count <= v->proto->reg_count - a) ||
           fail(v, "the window at R%u with %u registers does not fit the frame", a,
                count);
}

static bool is_const(Proof *v, uint32_t index) {
    return index < v->proto->const_count || fail(v, "there is no constant %u", index);
}

static bool has_kind(Proof *v, uint32_t index, uint32_t kinds) {
    return is_const(v, index) && ((kinds >> v->proto->consts[index].kind & 1) ||
                                  fail(v, "constant %u is of the wrong kind", index));
}

#define KIND(k) (1u << (k))
enum {
    KINDS_VALUE = KIND(KC_INT) | KIND(KC_DOUBLE) | KIND(KC_STRING) | KIND(KC_GLOBAL) |
                  KIND(KC_FNPTR) | KIND(KC_LAYOUT) | KIND(KC_TEXT) | KIND(KC_STRING_AT)
};

// One operand by its letter in op.def.
static bool operand(Proof *v, char letter, uint32_t value) {
    switch (letter) {
    case 'd':
    case 's':
        return is_register(v, value);
    case 'w':
        return is_window(v, value, 1);
    case 'k':
        return is_const(v, value);
    case 'm':
        return value <= MT_STRUCT || fail(v, "no memory type %u", value);
    case '-':
        return value == 0 || fail(v, "an unused operand is not zero");
    default:
        return true; // immediates and jumps
    }
}

static bool operands(Proof *v, Insn insn) {
    const OpInfo *info = &op_infos[insn_op(insn)];
    if (!operand(v, info->a, insn_a(insn))) {
        return false;
    }
    if (info->b == 'K') {
        return is_const(v, (uint32_t)insn_bc(insn));
    }
    if (info->b == 'I' || info->b == 'J') {
        return true;
    }
    return operand(v, info->b, insn_b(insn)) && operand(v, info->c, insn_c(insn));
}

// ---------------------------------------------------------------- jumps

static bool is_backward_form(Op op) {
    return op >= OP_LJMP && op <= OP_LJNLE_F;
}
static bool is_forward_form(Op op) {
    return op >= OP_JMP && op <= OP_JNLE_F;
}

// Nobody jumps into the loop of a LANES but that loop itself.
static bool target(Proof *v, int64_t to) {
    bool starts = to >= 0 && to < v->proto->code_count && v->starts[to];
    bool ok = starts && (!(v->starts[to] & STARTS_IN_LANES) ||
                         (to >= v->lanes_begin && to < v->lanes_end));
    return ok || fail(v, "a jump to word %lld", (long long)to);
}

static int64_t jump_target(Insn insn, uint32_t pc) {
    const OpInfo *info = &op_infos[insn_op(insn)];
    int32_t distance = info->b == 'J' ? insn_bc(insn) : (int16_t)insn_c(insn);
    return (int64_t)pc + 1 + distance;
}

// An L jump forward would be harmless, but no emitter makes one: what is unexpected is
// refused.
static bool jump(Proof *v, Insn insn) {
    Op op = (Op)insn_op(insn);
    int64_t to = jump_target(insn, v->pc);
    if (!target(v, to)) {
        return false;
    }
    bool back = to <= v->pc;
    return back == (is_backward_form(op) || verify_is_lanes_jump(op)) ||
           fail(v, "a jump %s in the other form", back ? "back" : "forward");
}

// Cases are sorted and disjoint, since the interpreter searches them; all targets lie
// ahead.
static bool switch_targets(Proof *v, const SwitchTable *t) {
    int64_t from = (int64_t)v->pc + 1;
    if (!target(v, from + t->otherwise) || t->otherwise < 0) {
        return fail(v, "the switch has no way out");
    }
    for (uint32_t i = 0; i < t->count; i++) {
        const SwitchCase *c = &t->cases[i];
        if (c->low > c->high || (i > 0 && t->cases[i - 1].high >= c->low)) {
            return fail(v, "case %u of the switch is out of order", i);
        }
        if (c->target < 0 || !target(v, from + c->target)) {
            return fail(v, "case %u of the switch goes nowhere", i);
        }
    }
    for (uint32_t i = 0; i < t->dense_count; i++) {
        if (t->dense[i] < 0 || !target(v, from + t->dense[i])) {
            return fail(v, "entry %u of the switch goes nowhere", i);
        }
    }
    return true;
}

// ---------------------------------------------------------------- what single
// instructions need

static bool is_global_access(Op op) {
    if (op >= OP_LD_I8 && op <= OP_LDG_F32) {
        return (op - OP_LD_I8) % 3 == 2;
    }
    return op >= OP_ST_I8 && op <= OP_STG_F32 && (op - OP_ST_I8) % 3 == 2;
}

// The types describe the last arguments, so they are at most as many.
static bool native_call(Proof *v, Insn insn, uint64_t ext) {
    uint32_t desc = (uint32_t)(ext >> 32);
    if (!is_window(v, insn_a(insn), insn_b(insn)) ||
        !(insn_c(insn) < v->native_count ||
          fail(v, "there is no native %u", insn_c(insn)))) {
        return false;
    }
    if (desc == UINT32_MAX) {
        return true;
    }
    if (!has_kind(v, desc, KIND(KC_VARDESC))) {
        return false;
    }
    const VarDesc *types = v->proto->consts[desc].ptr;
    return types->count <= insn_b(insn) ||
           fail(v, "more variable arguments than arguments");
}

static bool variadic_area(Proof *v, Insn insn, uint64_t ext) {
    if (ext > UINT32_MAX || !has_kind(v, (uint32_t)ext, KIND(KC_VARDESC))) {
        return fail(v, "no description of the variable arguments");
    }
    const VarDesc *types = v->proto->consts[ext].ptr;
    uint32_t count = insn_c(insn);
    return (types->count == count && insn_b(insn) + count <= v->proto->reg_count) ||
           fail(v, "%u variable arguments at R%u", count, insn_b(insn));
}

// Inside its unit, and of a unit memory has an instruction for. A packed one begins in its
// first byte, and may end in the byte behind it.
static bool bit_field(Proof *v, uint64_t ext) {
    uint32_t offset = (uint32_t)(ext >> 32 & 0xff), width = (uint32_t)(ext >> 40 & 0xff),
             unit = (uint32_t)(ext >> 48 & 0xff);
    bool ok = (unit == 1 || unit == 2 || unit == 4 || unit == 8) && width > 0 &&
              width <= unit * 8 && (offset < 8 || offset + width <= unit * 8) &&
              ext >> 56 <= 1;
    return ok || fail(v, "no such bit-field");
}

static bool sized(Proof *v, uint64_t bytes) {
    return bytes <= LIMIT_OBJECT_BYTES ||
           fail(v, "%llu bytes", (unsigned long long)bytes);
}

// A run's other instructions stand behind it, and read what it counts on.
static bool run(Proof *v, Op op) {
    return op_run_fits(&op_runs[op - OP_FIRST_RUN], v->proto->code + v->pc,
                       v->proto->code_count - v->pc) ||
           fail(v, "a run of other instructions");
}

// The way to the checked loop. The rest of the table is verify_lanes.c's, which was first.
static bool lanes_exit(Proof *v, const LaneTable *lanes) {
    return target(v, (int64_t)v->pc + 1 + lanes->otherwise);
}

// What the letters don't say: constants of the kind the instruction needs, exts that make
// sense.
static bool special(Proof *v, Insn insn, uint64_t ext) {
    Op op = (Op)insn_op(insn);
    uint32_t bc = (uint32_t)insn_bc(insn);
    if (is_global_access(op)) {
        return has_kind(v, bc, KIND(KC_GLOBAL_ADDR));
    }
    if (is_forward_form(op) || is_backward_form(op) || verify_is_lanes_jump(op)) {
        return jump(v, insn);
    }
    if (op >= OP_FIRST_RUN) {
        return run(v, op) && special(v, insn_single(insn), ext);
    }
    switch (op) {
    case OP_LDK:
        return has_kind(v, bc, KINDS_VALUE);
    case OP_LOCAL:
        return has_kind(v, bc, KIND(KC_SITE));
    case OP_LOCALV:
    case OP_ALLOCA:
        return has_kind(v, insn_c(insn), KIND(KC_SITE));
    case OP_TYPED:
        return has_kind(v, bc, KIND(KC_LAYOUT));
    case OP_LEND:
        return (insn_bc(insn) > 0) || fail(v, "ends no locals");
    case OP_BOUND:
        return (insn_bc(insn) > 0) || fail(v, "a bound of %d", insn_bc(insn));
    case OP_BOUNDV:
        return (int16_t)insn_c(insn) > 0 || fail(v, "elements of %d bytes", insn_c(insn));
    case OP_BFLD:
    case OP_BFST:
        return bit_field(v, ext);
    case OP_COPY:
    case OP_ZERO:
    case OP_BOX:
    case OP_BOXNEW:
    case OP_NARROW:
        return sized(v, ext);
    case OP_PDIFF:
        return ext != 0 || fail(v, "a difference in units of nothing");
    case OP_CVT_F_INT:
        return insn_c(insn) <= MT_U64 || fail(v, "a conversion to no integer type");
    case OP_VACOPY:
        return insn_c(insn) <= VA_END ||
               fail(v, "a way to copy numbered %u", insn_c(insn));
    case OP_LANES:
        return lanes_exit(v, v->proto->consts[bc].ptr);
    case OP_SWITCH:
        return has_kind(v, bc, KIND(KC_SWITCH)) &&
               switch_targets(v, v->proto->consts[bc].ptr);
    case OP_CALL:
    case OP_MKCORO:
        return has_kind(v, bc, KIND(KC_FN));
    case OP_CALLP:
    case OP_MKCOROP:
        return has_kind(v, insn_c(insn), KIND(KC_INT));
    case OP_CALLN:
        return native_call(v, insn, ext);
    case OP_VARGS:
        return variadic_area(v, insn, ext);
    case OP_VAARG:
        return has_kind(v, ext > UINT32_MAX ? UINT32_MAX : (uint32_t)ext,
                        KIND(KC_LAYOUT));
    case OP_GENNEXT:
    case OP_GENSEND:
    case OP_GENTHROW:
        return is_register(v, insn_a(insn) + 1u);
    default:
        return true;
    }
}

// ---------------------------------------------------------------- the first pass: words

// A word that is an ext must never be jumped to.
static bool mark_starts(Proof *v) {
    const Proto *p = v->proto;
    uint32_t pc = 0;
    while (pc < p->code_count) {
        v->pc = pc;
        uint32_t op = insn_op(p->code[pc]);
        if (op >= OP_COUNT) {
            return fail(v, "there is no opcode %u", op);
        }
        v->starts[pc] = STARTS_INSN;
        pc += op_words((Op)op);
    }
    return pc == p->code_count || fail(v, "the last instruction is cut off");
}

static bool words(Proof *v) {
    const Proto *p = v->proto;
    for (uint32_t pc = 0; pc < p->code_count; pc += op_words((Op)insn_op(p->code[pc]))) {
        v->pc = pc;
        Insn insn = p->code[pc];
        uint64_t ext = op_words((Op)insn_op(insn)) == 2 ? p->code[pc + 1] : 0;
        if (v->pc >= v->lanes_end) {
            v->lanes_begin = v->lanes_end = 0;
        }
        if (!operands(v, insn) || !verify_in_lanes(v, insn) || !special(v, insn, ext)) {
            return false;
        }
        if (insn_op(insn) == OP_LANES) {
            verify_enter_lanes(v);
        }
    }
    v->lanes_begin = v->lanes_end = 0;
    return true;
}

// ---------------------------------------------------------------- the second pass: paths

// The first path to come by fixes the number; all others must agree.
static bool reach(Proof *v, uint32_t pc, int32_t locals) {
    if (v->locals[pc] < 0) {
        v->locals[pc] = locals;
        v->agenda[v->agenda_count++] = pc;
        return true;
    }
    return v->locals[pc] == locals ||
           fail(v, "%d locals alive, but word %u is also reached with %d", locals, pc,
                v->locals[pc]);
}

static bool reach_switch(Proof *v, const SwitchTable *t, int32_t locals) {
    uint32_t from = v->pc + 1;
    for (uint32_t i = 0; i < t->count; i++) {
        if (!reach(v, from + (uint32_t)t->cases[i].target, locals)) {
            return false;
        }
    }
    return reach(v, from + (uint32_t)t->otherwise, locals);
}

static bool ends_path(Op op) {
    return op == OP_JMP || op == OP_LJMP || op == OP_SWITCH ||
           (op >= OP_RET && op <= OP_RETNONE) || op == OP_TRAP || op == OP_THROW ||
           op == OP_RETHROW || op == OP_LONGJMP;
}

// What one instruction does to the number of locals, and where it can go on.
static bool follow(Proof *v, uint32_t pc) {
    const Proto *p = v->proto;
    Insn insn = insn_single(p->code[pc]);
    Op op = (Op)insn_op(insn);
    int32_t locals = v->locals[pc];
    v->pc = pc;
    if (op == OP_LOCAL || op == OP_LOCALV || op == OP_VARGS) {
        locals++;
    } else if (op == OP_LEND) {
        locals -= insn_bc(insn);
        if (locals < 0) {
            return fail(v, "ends more locals than there are");
        }
    }
    if ((is_forward_form(op) || is_backward_form(op) || verify_is_lanes_jump(op)) &&
        !reach(v, (uint32_t)jump_target(insn, pc), locals)) {
        return false;
    }
    if (op == OP_LANES) {
        const LaneTable *t = p->consts[insn_bc(insn)].ptr;
        if (!reach(v, (uint32_t)((int64_t)pc + 1 + t->otherwise), locals)) {
            return false;
        }
    }
    if (op == OP_SWITCH) {
        return reach_switch(v, p->consts[insn_bc(insn)].ptr, locals);
    }
    if (ends_path(op)) {
        return true;
    }
    uint32_t next = pc + op_words(op);
    return next < p->code_count ? reach(v, next, locals)
                                : fail(v, "a path runs off the end");
}

static bool follow_all(Proof *v) {
    while (v->agenda_count > 0) {
        if (!follow(v, v->agenda[--v->agenda_count])) {
            return false;
        }
    }
    return true;
}

// Depth first, each instruction once: linear in the code.
static bool paths(Proof *v) {
    const Proto *p = v->proto;
    memset(v->locals, 0xff, sizeof *v->locals * p->code_count);
    v->pc = 0;
    if (!reach(v, 0, 0)) {
        return false;
    }
    for (uint32_t i = 0; i < p->handler_count; i++) {
        if (!reach(v, p->handlers[i].target, (int32_t)p->handlers[i].local_count)) {
            return false;
        }
    }
    if (!follow_all(v)) {
        return false;
    }
    // The jump to a real call that vm_link may put at the beginning of a body.
    for (uint32_t i = 0; i < p->inlined_count; i++) {
        const Inlined *row = &p->inlined[i];
        v->pc = row->pc_begin;
        if (v->locals[row->pc_begin] >= 0 &&
            !(reach(v, row->pc_call, v->locals[row->pc_begin]) && follow_all(v))) {
            return false;
        }
    }
    // Handlers cut the locals back: there must be as many.
    for (uint32_t i = 0; i < p->handler_count; i++) {
        const Handler *h = &p->handlers[i];
        for (uint32_t pc = h->pc_begin; pc < h->pc_end; pc++) {
            v->pc = pc;
            if (v->starts[pc] && v->locals[pc] >= 0 &&
                v->locals[pc] < (int32_t)h->local_count) {
                return fail(v, "fewer locals than its handler keeps");
            }
        }
    }
    return true;
}

// ---------------------------------------------------------------- tables

// Messages are made from these in the middle of a fault: they must hold too.
static bool tables(Proof *v) {
    const Proto *p = v->proto;
    for (uint32_t i = 0; i < p->line_count; i++) {
        v->pc = p->lines[i].pc;
        if (v->pc >= p->code_count || (i > 0 && p->lines[i - 1].pc >= v->pc)) {
            return fail(v, "the line table is out of order");
        }
    }
    for (uint32_t i = 0; i < p->var_count; i++) {
        const VarEntry *var = &p->vars[i];
        v->pc = var->pc_begin;
        if (!is_register(v, var->slot) || var->inlined > p->inlined_count ||
            var->pc_begin > var->pc_end || var->pc_end > p->code_count) {
            return fail(v, "variable %u is out of range", i);
        }
    }
    for (uint32_t i = 0; i < p->handler_count; i++) {
        const Handler *h = &p->handlers[i];
        v->pc = h->pc_begin;
        if (h->pc_begin >= h->pc_end || h->pc_end > p->code_count ||
            !target(v, h->target) || !is_register(v, h->slot) ||
            h->local_count > INT32_MAX) {
            return fail(v, "handler %u is out of range", i);
        }
    }
    return true;
}

// Rows in order, each inside its outer one; the real call lies behind the body.
static bool inlined(Proof *v) {
    const Proto *p = v->proto;
    for (uint32_t i = 0; i < p->inlined_count; i++) {
        const Inlined *row = &p->inlined[i];
        const Inlined *outer = row->outer ? &p->inlined[row->outer - 1] : NULL;
        v->pc = row->pc_begin;
        if (row->pc_begin >= row->pc_end || row->pc_end > row->pc_call ||
            row->outer > i || !target(v, row->pc_begin) || !target(v, row->pc_end) ||
            !target(v, row->pc_call) ||
            (i > 0 && row->pc_begin < p->inlined[i - 1].pc_begin) ||
            (outer && (row->pc_begin < outer->pc_begin || row->pc_end > outer->pc_end))) {
            return fail(v, "inlined call %u is out of range", i);
        }
    }
    return true;
}

static bool frame(Proof *v) {
    const Proto *p = v->proto;
    if (p->code_count == 0 || p->code_count > LIMIT_INSNS + 1) {
        return fail(v, "%u words of code", p->code_count);
    }
    if (p->reg_count == 0 || p->reg_count > LIMIT_REGISTERS ||
        p->param_count > p->reg_count) {
        return fail(v, "%u registers for %u parameters", p->reg_count, p->param_count);
    }
    return true;
}

bool verify_proto(const Proto *proto, uint32_t native_count, char *buf,
                  size_t buf_bytes) {
    Proof v = {
        .proto = proto, .native_count = native_count, .buf = buf, .buf_bytes = buf_bytes};
    if (!frame(&v)) {
        return false;
    }
    size_t n = proto->code_count;
    char *memory =
        mem_alloc(n * (sizeof *v.locals + sizeof *v.agenda + sizeof *v.starts));
    v.locals = (int32_t *)(void *)memory;
    v.agenda = (uint32_t *)(void *)(memory + n * sizeof *v.locals);
    v.starts = (uint8_t *)(memory + n * (sizeof *v.locals + sizeof *v.agenda));
    bool ok = mark_starts(&v) && verify_lanes(&v) && words(&v) && tables(&v) &&
              inlined(&v) && paths(&v);
    mem_free(memory);
    return ok;
}
