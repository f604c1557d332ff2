// The verifier accepts what the emitter makes and refuses it once anything that matters
// is changed.
#include "code/verify.h"
#include "compile_code.h"
#include "vm/vm.h"

// What code/ may not see of vm/, it has written down (proto.h).
_Static_assert((int)CODE_TRAP_NORETURN == (int)TRAP_NORETURN, "as in trap.def");
_Static_assert((int)CODE_TRAP_UNREACHABLE == (int)TRAP_UNREACHABLE, "as in trap.def");
_Static_assert((int)CODE_TRAP_STOP_ITERATION == (int)TRAP_STOP_ITERATION,
               "as in trap.def");

static const char program[] =
    "int printf(const char *format, ...);\n"
    "struct s { int a[4]; unsigned b : 3; } g; double d;\n"
    "int callee(int n, ...) { return n; }\n"
    "int f(int n, int *p, struct s *q) {\n"
    "    int a[4] = {1, 2, 3, n}, (*fp)(int, ...) = callee;\n"
    "    for (int i = 0; i < n; i++) { int *b = &a[i & 3]; if (*b == 5) continue; g.a[i] "
    "+= *b / n; q->b = i; }\n"
    "    switch (n) { case 1: return 1; case 2: return 2; case 3: return 3; case 9: d = "
    "n; break; case 40: n += 1; }\n"
    "    { defer d++; if (n > 7) return callee(1, 2, 3.5, p); }\n"
    "    *q = g; return fp(n, p) + (d < 2) + (int)d;\n"
    "}\n";

typedef struct Copy {
    Proto proto;
    Insn code[512];
    Const consts[64];
    LineEntry lines[256];
    VarEntry vars[16];
    Handler handlers[16];
} Copy;

static void copy_proto(Copy *copy, const Proto *p) {
    ck_assert_uint_lt(p->code_count, 512);
    ck_assert_uint_lt(p->line_count, 256);
    copy->proto = *p;
    memcpy(copy->code, p->code, sizeof(Insn) * p->code_count);
    memcpy(copy->consts, p->consts, sizeof(Const) * p->const_count);
    memcpy(copy->lines, p->lines, sizeof(LineEntry) * p->line_count);
    memcpy(copy->vars, p->vars, sizeof(VarEntry) * p->var_count);
    memcpy(copy->handlers, p->handlers, sizeof(Handler) * p->handler_count);
    copy->proto.code = copy->code;
    copy->proto.consts = copy->consts;
    copy->proto.lines = copy->lines;
    copy->proto.vars = copy->vars;
    copy->proto.handlers = copy->handlers;
}

static bool passes(const Proto *p) {
    char reason[200] = "";
    bool ok = verify_proto(p, 100, reason, sizeof reason);
    ck_assert(ok || reason[0]);
    return ok;
}

static Compiled c;
static Copy copy;

static void open_all(void) {
    compiled_open(&c, program, true);
    copy_proto(&copy, compiled_proto(&c, 1));
    ck_assert(passes(&copy.proto));
}
static void close_all(void) {
    compiled_close(&c);
}

// Registers, constants and windows beyond the frame, in every instruction that has them.
START_TEST(operands) {
    for (uint32_t pc = 0; pc < copy.proto.code_count;) {
        Insn insn = copy.code[pc];
        const OpInfo *info = &op_infos[insn_op(insn)];
        const char letters[3] = {info->a, info->b, info->c};
        for (int i = 0; i < 3; i++) {
            if (!strchr("dswkm", letters[i]))
                continue;
            copy.code[pc] = insn | (Insn)0xffff << (16 + 16 * i);
            ck_assert_msg(!passes(&copy.proto), "operand %d of %s at %u", i, info->name,
                          pc);
        }
        if (info->b == 'K' || info->b == 'J') {
            copy.code[pc] = insn_make_wide((Op)insn_op(insn), insn_a(insn), 1 << 20);
            ck_assert_msg(!passes(&copy.proto), "%s at %u", info->name, pc);
        }
        copy.code[pc] = insn;
        pc += op_words((Op)insn_op(insn));
    }
    ck_assert(passes(&copy.proto));
}
END_TEST

// Rows of calls compiled in place: in order, the real call behind the body and with as
// many locals alive, since vm_link may make a jump from one to the other.
START_TEST(calls_in_place) {
    static const char code[] = "struct vec { double x, y; };\n"
                               "double sum(struct vec v) { return v.x + v.y; }\n"
                               "double f(double a) { return sum((struct vec){a, 1}); }\n";
    Compiled inner;
    compiled_open(&inner, code, true);
    Proto p = *compiled_proto(&inner, 1);
    ck_assert_uint_eq(p.inlined_count, 1);
    Inlined row = p.inlined[0];
    Inlined bad[] = {row, row, row, row, row, row};
    bad[0].pc_end = row.pc_begin;
    bad[1].pc_call = row.pc_begin;
    bad[2].pc_call = p.code_count;
    bad[3].outer = 1;
    bad[4].pc_call = row.pc_call + 1; // behind the LOCAL of the argument
    bad[5].pc_end = p.code_count;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        p.inlined = &bad[i];
        ck_assert_msg(!passes(&p), "row %zu", i);
    }
    p.inlined = &row;
    ck_assert(passes(&p));
    compiled_close(&inner);
}
END_TEST

START_TEST(windows) {
    for (uint32_t pc = 0; pc < copy.proto.code_count;
         pc += op_words((Op)insn_op(copy.code[pc]))) {
        Insn insn = copy.code[pc];
        if (op_infos[insn_op(insn)].a != 'w')
            continue;
        copy.code[pc] = (insn & ~(Insn)0xffff0000) | 2 << 16; // no room for the linkage
        ck_assert(!passes(&copy.proto));
        copy.code[pc] = insn;
    }
}
END_TEST

// Jumps into the middle of an instruction, out of the code, and in the wrong form.
START_TEST(jumps) {
    for (uint32_t pc = 0; pc < copy.proto.code_count;
         pc += op_words((Op)insn_op(copy.code[pc]))) {
        Insn insn = copy.code[pc];
        Op op = (Op)insn_op(insn);
        bool wide = op_infos[op].b == 'J';
        if (!wide && op_infos[op].c != 'j')
            continue;
        for (int bad = 0; bad < 3; bad++) {
            int32_t distance = bad == 0 ? -(int32_t)pc - 2 : 20000;
            Op form = bad == 2 ? (Op)(op < OP_LJMP ? op + (OP_LJMP - OP_JMP)
                                                   : op - (OP_LJMP - OP_JMP))
                               : op;
            if (bad == 2)
                copy.code[pc] = (insn & ~(Insn)0xffff) | form;
            else
                copy.code[pc] =
                    wide ? insn_make_wide(op, insn_a(insn), distance)
                         : insn_make(op, insn_a(insn), insn_b(insn), (uint32_t)distance);
            ck_assert(!passes(&copy.proto));
        }
        copy.code[pc] = insn;
    }
}
END_TEST

START_TEST(opcodes_and_ends) {
    Insn first = copy.code[0];
    copy.code[0] = OP_COUNT;
    ck_assert(!passes(&copy.proto));
    copy.code[0] = 0xffff;
    ck_assert(!passes(&copy.proto));
    copy.code[0] = first;
    uint32_t count = copy.proto.code_count;
    for (uint32_t cut = 1; cut < count;
         cut++) { // a prefix always runs off the end, or jumps beyond it
        copy.proto.code_count = count - cut;
        ck_assert(!passes(&copy.proto));
    }
    copy.proto.code_count = 0;
    ck_assert(!passes(&copy.proto));
    copy.proto.code_count = count;
    ck_assert(passes(&copy.proto));
}
END_TEST

START_TEST(frames) {
    Proto *p = &copy.proto;
    uint32_t regs = p->reg_count;
    p->reg_count = 0;
    ck_assert(!passes(p));
    p->reg_count = regs - 3;
    ck_assert(!passes(p));
    p->reg_count = 65536;
    ck_assert(!passes(p));
    p->reg_count = regs;
    p->param_count = regs + 1;
    ck_assert(!passes(p));
}
END_TEST

START_TEST(const_kinds) {
    for (uint32_t i = 0; i < copy.proto.const_count; i++) {
        ConstKind kind = copy.consts[i].kind;
        bool is_value = kind == KC_INT || kind == KC_DOUBLE || kind == KC_STRING ||
                        kind == KC_FNPTR || kind == KC_GLOBAL;
        copy.consts[i].kind = is_value ? KC_SITE : KC_TEXT;
        ck_assert_msg(!passes(&copy.proto), "constant %u of kind %d", i, (int)kind);
        copy.consts[i].kind = kind;
    }
}
END_TEST

// Locals in memory: as many by every path.
START_TEST(locals) {
    for (uint32_t pc = 0; pc < copy.proto.code_count;
         pc += op_words((Op)insn_op(copy.code[pc]))) {
        Insn insn = copy.code[pc];
        if (insn_op(insn) != OP_LEND)
            continue;
        copy.code[pc] = insn_make_wide(OP_LEND, 0, insn_bc(insn) + 10);
        ck_assert(!passes(&copy.proto));
        copy.code[pc] = insn_make_wide(OP_LEND, 0, 0);
        ck_assert(!passes(&copy.proto));
        copy.code[pc] = insn;
    }
    copy.handlers[0].local_count += 50;
    ck_assert(!passes(&copy.proto));
}
END_TEST

START_TEST(tables) {
    Proto *p = &copy.proto;
    ck_assert_uint_gt(p->handler_count, 0);
    ck_assert_uint_gt(p->line_count, 2);
    Handler h = copy.handlers[0];
    copy.handlers[0].target = p->code_count;
    ck_assert(!passes(p));
    copy.handlers[0] = h;
    copy.handlers[0].slot = 60000;
    ck_assert(!passes(p));
    copy.handlers[0] = h;
    copy.handlers[0].pc_end = copy.handlers[0].pc_begin;
    ck_assert(!passes(p));
    copy.handlers[0] = h;
    copy.lines[1].pc = copy.lines[0].pc;
    ck_assert(!passes(p));
    copy.lines[1].pc = p->code_count;
    ck_assert(!passes(p));
    copy.lines[1] =
        p->lines == copy.lines ? compiled_proto(&c, 1)->lines[1] : copy.lines[1];
    copy.vars[0].slot = p->reg_count;
    ck_assert(!passes(p));
    copy.vars[0].slot = 0;
    copy.vars[0].pc_end = p->code_count + 1;
    ck_assert(!passes(p));
}
END_TEST

START_TEST(switches) {
    for (uint32_t i = 0; i < copy.proto.const_count; i++) {
        if (copy.consts[i].kind != KC_SWITCH)
            continue;
        SwitchTable table = *(const SwitchTable *)copy.consts[i].ptr;
        SwitchCase cases[8];
        ck_assert_uint_le(table.count, 8);
        memcpy(cases, table.cases, sizeof *cases * table.count);
        table.cases = cases;
        copy.consts[i].ptr = &table;
        ck_assert(passes(&copy.proto));
        cases[1].target = 100000;
        ck_assert(!passes(&copy.proto));
        cases[1].target = -1;
        ck_assert(!passes(&copy.proto));
        cases[1] = cases[0];
        ck_assert(!passes(&copy.proto));
        table.otherwise = -3;
        ck_assert(!passes(&copy.proto));
        return;
    }
    ck_abort_msg("no switch in the program");
}
END_TEST

// Any single word replaced by noise: refused, or still a program whose every path was
// proved; never a crash.
START_TEST(noise) {
    uint64_t seed = 12345;
    for (uint32_t pc = 0; pc < copy.proto.code_count; pc++) {
        Insn insn = copy.code[pc];
        for (int i = 0; i < 50; i++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            copy.code[pc] = i < 25 ? seed : insn ^ 1ull << (seed >> 58);
            (void)passes(&copy.proto);
        }
        copy.code[pc] = insn;
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("verify");
    TCase *tcase = tcase_create("verify");
    tcase_add_checked_fixture(tcase, open_all, close_all);
    tcase_add_test(tcase, operands);
    tcase_add_test(tcase, windows);
    tcase_add_test(tcase, jumps);
    tcase_add_test(tcase, opcodes_and_ends);
    tcase_add_test(tcase, frames);
    tcase_add_test(tcase, const_kinds);
    tcase_add_test(tcase, locals);
    tcase_add_test(tcase, tables);
    tcase_add_test(tcase, switches);
    tcase_add_test(tcase, noise);
    tcase_add_test(tcase, calls_in_place);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
