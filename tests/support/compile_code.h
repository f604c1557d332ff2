// compile_code.h: source text to Unit for the tests of runtime/code: a front end without
// headers, and a library of which only the names are known (every declared native
// exists).
#ifndef TESTS_COMPILE_CODE_H
#define TESTS_COMPILE_CODE_H

#include "code/code.h"
#include "front/front.h"
#include <check.h>
#include <stdio.h>
#include <string.h>

typedef struct Compiled {
    Sources sources;
    Front *front;
    Arena arena, code;
    Diags diags;
    Program *program;
    Unit *unit;
} Compiled;

static inline bool compiled_no_header(void *ctx, const char *name, bool angled,
                                      IncludeText *out) {
    (void)ctx, (void)name, (void)angled, (void)out;
    return false;
}

static inline int compiled_native(void *ctx, const char *name) {
    (void)ctx;
    return name[0] == '?' ? -1 : 7;
}

static inline void compiled_open(Compiled *c, const char *text, bool file_mode) {
    *c = (Compiled){0};
    arena_init(&c->arena);
    arena_init(&c->code);
    diag_init(&c->diags, &c->arena, &c->sources);
    c->front = front_new(&c->sources, (IncludeReader){NULL, compiled_no_header}, NULL,
                         file_mode);
    Source *source = source_add(&c->sources, "t.c", text, strlen(text));
    c->program = front_compile(c->front, source, &c->arena, &c->diags);
    for (uint32_t i = 0; !c->program && i < c->diags.list.count; i++)
        printf("%s\n", c->diags.list.data[i]->message);
    ck_assert_ptr_nonnull(c->program);
    c->unit = code_emit(c->program, c->front->types, &c->code, &c->diags,
                        (NativeIndex){NULL, compiled_native});
}

static inline void compiled_close(Compiled *c) {
    front_destroy(&c->front);
    diag_deinit(&c->diags);
    arena_deinit(&c->arena);
    arena_deinit(&c->code);
    source_deinit(&c->sources);
}

// The Proto of the n-th function.
static inline const Proto *compiled_proto(const Compiled *c, uint32_t n) {
    ck_assert_ptr_nonnull(c->unit);
    ck_assert_uint_lt(n, c->unit->func_count);
    return c->unit->funcs[n].proto;
}

// Opcodes of a Proto, "JGEI RET ADDI_I32 CALL ...".
static inline char *compiled_ops(const Proto *p) {
    Str out = {0};
    for (uint32_t pc = 0; pc < p->code_count; pc += op_words((Op)insn_op(p->code[pc])))
        str_printf(&out, "%s%s", pc ? " " : "",
                   op_infos[op_single((Op)insn_op(p->code[pc]))].name);
    return str_take(&out);
}

#endif
