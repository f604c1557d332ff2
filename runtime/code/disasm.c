// disasm.c: listings. One instruction a line, by the operand letters of op.def: number,
// name, operands, and the source text it was compiled from, where the line table has a
// new entry.
//
//     fib(int n): 1 parameter, 9 registers
//        0  JGEI      R0, 2, -> 2                 ; 2:9   n < 2
//        1  RET       R0
//        2  ADDI_I32  R4, R0, -1                  ; 3:16  n - 1
#include "code/disasm.h"
#include "base/vec.h"
#include <stdio.h>
#include <string.h>

static void add_const(Str *out, const Proto *p, uint32_t index) {
    if (index >= p->const_count) {
        str_printf(out, "K%u?", index);
        return;
    }
    const Const *c = &p->consts[index];
    double d;
    switch (c->kind) {
    case KC_INT:
        str_printf(out, "%lld", (long long)c->bits);
        break;
    case KC_DOUBLE:
        memcpy(&d, &c->bits, sizeof d);
        str_printf(out, "%.17g", d);
        break;
    case KC_STRING:
        str_printf(out, "string %u", c->index);
        break;
    case KC_STRING_AT:
        str_printf(out, "string %u%+lld", c->index, (long long)c->addend);
        break;
    case KC_GLOBAL:
    case KC_GLOBAL_ADDR:
        str_printf(out, "global %u%+lld", c->index, (long long)c->addend);
        break;
    case KC_FN:
        str_printf(out, "fn %u", c->index);
        break;
    case KC_FNPTR:
        str_printf(out, "&fn %u", c->index);
        break;
    case KC_LAYOUT: {
        const Layout *layout = c->ptr;
        str_printf(out, "type %s", layout && layout->name ? layout->name : "?");
        break;
    }
    case KC_SITE: {
        const Site *site = c->ptr;
        str_printf(out, "site %s", site && site->name ? site->name : "-");
        break;
    }
    case KC_SWITCH: {
        const SwitchTable *t = c->ptr;
        str_printf(out, "switch %u cases%s", t->count, t->dense_count ? ", dense" : "");
        break;
    }
    case KC_LANES: {
        const LaneTable *t = c->ptr;
        str_printf(out, "%u lanes, %u words, else %+d", t->lane_count, t->words,
                   t->otherwise);
        break;
    }
    case KC_VARDESC:
        str_printf(out, "%u arguments", ((const VarDesc *)c->ptr)->count);
        break;
    case KC_TEXT:
        str_printf(out, "\"%s\"", (const char *)c->ptr);
        break;
    }
}

static const char *const mem_names[] = {"i8",   "u8",      "i16",    "u16",   "i32",
                                        "u32",  "i64",     "u64",    "f32",   "f64",
                                        "bool", "pointer", "handle", "struct"};

static void add_operand(Str *out, const Proto *p, char letter, uint32_t value) {
    switch (letter) {
    case 'd':
    case 's':
    case 'w':
        str_printf(out, "R%u", value);
        break;
    case 'i':
        str_printf(out, "%d", (int16_t)value);
        break;
    case 'k':
        add_const(out, p, value);
        break;
    case 'm':
        str_puts(out, value < COUNT_OF(mem_names) ? mem_names[value] : "?");
        break;
    default:
        str_printf(out, "%u", value);
        break;
    }
}

static void add_separator(Str *out, bool *first) {
    str_puts(out, *first ? " " : ", ");
    *first = false;
}

static void add_insn(Str *out, const Proto *p, uint32_t pc) {
    Insn insn = p->code[pc];
    uint32_t op = insn_op(insn);
    if (op >= OP_COUNT) {
        str_printf(out, "?%u", op);
        return;
    }
    const OpInfo *info = &op_infos[op];
    bool first = true;
    str_printf(out, "%-9s", info->name);
    if (info->a != '-') {
        add_separator(out, &first);
        add_operand(out, p, info->a, insn_a(insn));
    }
    if (info->b == 'I' || info->b == 'J' || info->b == 'K') {
        add_separator(out, &first);
        if (info->b == 'I') {
            str_printf(out, "%d", insn_bc(insn));
        } else if (info->b == 'J') {
            str_printf(out, "-> %lld", (long long)pc + 1 + insn_bc(insn));
        } else {
            add_const(out, p, (uint32_t)insn_bc(insn));
        }
    } else if (info->b != '-') {
        add_separator(out, &first);
        add_operand(out, p, info->b, insn_b(insn));
    }
    if (info->c == 'j') {
        add_separator(out, &first);
        str_printf(out, "-> %lld", (long long)pc + 1 + (int16_t)insn_c(insn));
    } else if (info->c != '-') {
        add_separator(out, &first);
        add_operand(out, p, info->c, insn_c(insn));
    }
    if (info->ext && pc + 1 < p->code_count && p->code[pc + 1] != 0) {
        str_printf(out, " {%lld}", (long long)p->code[pc + 1]);
    }
}

char *disasm_insn(const Proto *proto, uint32_t pc, char *buf, size_t buf_bytes) {
    Str out = {0};
    add_insn(&out, proto, pc);
    snprintf(buf, buf_bytes, "%s", out.data);
    str_free(&out);
    return buf;
}

// The source text of a span, up to its first newline and 40 bytes.
static void add_source(Str *out, const Sources *sources, Span span) {
    uint32_t line, column;
    source_locate(sources, span, &line, &column);
    const Source *source = source_get(sources, span.source);
    if (!source || line == 0) {
        return;
    }
    const char *text = source->text + span.begin;
    uint32_t n = span.end > span.begin ? span.end - span.begin : 0;
    const char *newline = memchr(text, '\n', n);
    if (newline) {
        n = (uint32_t)(newline - text);
    }
    str_printf(out, "; %u:%u  %.*s", line, column, (int)(n > 40 ? 40 : n), text);
}

char *disasm_proto(const Proto *proto, const Sources *sources) {
    Str out = {0};
    uint32_t line = 0;
    str_printf(&out, "%s: %u parameter%s, %u registers, %u words\n",
               proto->name ? proto->name : "?", proto->param_count,
               proto->param_count == 1 ? "" : "s", proto->reg_count, proto->code_count);
    for (uint32_t pc = 0; pc < proto->code_count;) {
        uint32_t begin = out.count;
        str_printf(&out, "%5u  ", pc);
        add_insn(&out, proto, pc);
        if (sources && line < proto->line_count && proto->lines[line].pc <= pc) {
            while (out.count - begin < 44) {
                str_putc(&out, ' ');
            }
            add_source(&out, sources, proto->lines[line++].span);
        }
        str_putc(&out, '\n');
        uint32_t op = insn_op(proto->code[pc]);
        pc += op < OP_COUNT ? op_words((Op)op) : 1;
    }
    for (uint32_t i = 0; i < proto->handler_count; i++) {
        const Handler *h = &proto->handlers[i];
        str_printf(&out, "       %u..%u -> %u, R%u, %u locals%s\n", h->pc_begin,
                   h->pc_end, h->target, h->slot, h->local_count,
                   h->is_cleanup ? ", cleanup" : "");
    }
    for (uint32_t i = 0; i < proto->inlined_count; i++) {
        const Inlined *row = &proto->inlined[i];
        str_printf(&out, "       %u..%u: %s in place, else call at %u\n", row->pc_begin,
                   row->pc_end, row->proto ? row->proto->name : "a function",
                   row->pc_call);
    }
    return str_take(&out);
}
