// lib_support.h: a VM with the library and nothing else: natives are called from C with
// values and their types.
//
//     Fixture *fx = fixture_new();
//     CALL(fx, "strlen", STRING("abc"))          -> fx->result, or fx->trap and
//     fx->message
//
// What is printed is in fx->out. Include it in exactly one file of a test.
#ifndef SUPPORT_LIB_SUPPORT_H
#define SUPPORT_LIB_SUPPORT_H

#include "base/vec.h"
#include "lib/lib.h"
#include "vm/machine.h"
#include <check.h>
#include <stdio.h>
#include <stdlib.h>

static const Layout layout_int = {
    .kind = LAY_INT, .size_bytes = 4, .align_bytes = 4, .name = "int"};
static const Layout layout_short = {
    .kind = LAY_INT, .size_bytes = 2, .align_bytes = 2, .name = "short"};
static const Layout layout_long = {
    .kind = LAY_INT, .size_bytes = 8, .align_bytes = 8, .name = "long"};
static const Layout layout_uint = {
    .kind = LAY_UINT, .size_bytes = 4, .align_bytes = 4, .name = "unsigned int"};
static const Layout layout_char = {
    .kind = LAY_CHAR, .size_bytes = 1, .align_bytes = 1, .name = "char"};
static const Layout layout_float = {
    .kind = LAY_FLOAT, .size_bytes = 4, .align_bytes = 4, .name = "float"};
static const Layout layout_double = {
    .kind = LAY_DOUBLE, .size_bytes = 8, .align_bytes = 8, .name = "double"};
static const Layout layout_string = {.kind = LAY_POINTER,
                                     .size_bytes = 8,
                                     .align_bytes = 8,
                                     .name = "char *",
                                     .base = &layout_char};
static const Layout layout_int_ptr = {.kind = LAY_POINTER,
                                      .size_bytes = 8,
                                      .align_bytes = 8,
                                      .name = "int *",
                                      .base = &layout_int};
static const Layout layout_float_ptr = {.kind = LAY_POINTER,
                                        .size_bytes = 8,
                                        .align_bytes = 8,
                                        .name = "float *",
                                        .base = &layout_float};
static const Layout layout_double_ptr = {.kind = LAY_POINTER,
                                         .size_bytes = 8,
                                         .align_bytes = 8,
                                         .name = "double *",
                                         .base = &layout_double};

// An argument: its value and what the emitter would say of its type.
typedef struct Arg {
    Value value;
    uint8_t type;
    const Layout *layout;
} Arg;

#define INT(x)       ((Arg){{.i = (x)}, MT_I32, &layout_int})
#define LONG(x)      ((Arg){{.i = (x)}, MT_I64, &layout_long})
#define UINT(x)      ((Arg){{.u = (x)}, MT_U32, &layout_uint})
#define DOUBLE(x)    ((Arg){{.f = (x)}, MT_F64, &layout_double})
#define STRING(text) ((Arg){{.p = fixture_string(fx, text)}, MT_POINTER, &layout_string})
#define CHARS(ptr)   ((Arg){{.p = (ptr)}, MT_POINTER, &layout_string})
#define INTS(ptr)    ((Arg){{.p = (ptr)}, MT_POINTER, &layout_int_ptr})
#define FLOATS(ptr)  ((Arg){{.p = (ptr)}, MT_POINTER, &layout_float_ptr})
#define DOUBLES(ptr) ((Arg){{.p = (ptr)}, MT_POINTER, &layout_double_ptr})

typedef struct Fixture {
    VM *vm;
    Loop *loop;
    Lib *lib;
    Str out;
    Value result;
    NativeResult how;
    TrapKind trap;     // TRAP_NONE: it did not trap
    char message[512]; // the fault's, else empty
} Fixture;

static void fixture_print(void *ctx, uint64_t cell, int fd, const char *text,
                          size_t size_bytes) {
    (void)cell;
    (void)fd;
    str_add(&((Fixture *)ctx)->out, text, size_bytes);
}

static bool fixture_input_allowed(void *ctx, uint64_t cell) {
    (void)ctx;
    (void)cell;
    return false;
}

static void fixture_result(void *ctx, uint64_t cell, const char *text) {
    (void)cell;
    str_puts(&((Fixture *)ctx)->out, text);
}

static Fixture *fixture_new(void) {
    Fixture *fx = mem_alloc(sizeof *fx);
    VmConfig config = {
        .natives = lib_natives, .native_count = lib_native_count, .host = fx};
    fx->vm = vm_new(&config);
    LoopHooks loop_hooks = {.ctx = fx};
    fx->loop = loop_new(fx->vm, &loop_hooks, NULL, true, 1);
    LibHooks hooks = {.ctx = fx,
                      .print = fixture_print,
                      .input_allowed = fixture_input_allowed,
                      .result = fixture_result};
    fx->lib = lib_new(fx->vm, fx->loop, &hooks);
    return fx;
}

static void fixture_destroy(Fixture *fx) {
    lib_destroy(&fx->lib);
    loop_destroy(&fx->loop);
    vm_destroy(&fx->vm);
    str_free(&fx->out);
    mem_free(fx);
}

// New memory of the program, not initialised.
__attribute__((unused)) static Ptr fixture_memory(Fixture *fx, uint64_t size_bytes) {
    return vm_alloc(fx->vm, OBJ_HEAP, size_bytes, false, (Span){0});
}

__attribute__((unused)) static Ptr fixture_string(Fixture *fx, const char *text) {
    Ptr p = fixture_memory(fx, strlen(text) + 1);
    memcpy(vm_write(fx->vm, p, strlen(text) + 1), text, strlen(text) + 1);
    return p;
}

__attribute__((unused)) static const char *fixture_text(Fixture *fx, Ptr p) {
    uint64_t length = 0;
    const char *text = vm_read_string(fx->vm, p, 1, &length);
    ck_assert_msg(text != NULL, "no string there");
    return text;
}

// Calls a native; the last `variadic` of the arguments come with their types.
__attribute__((unused)) static void fixture_call(Fixture *fx, const char *name,
                                                 const Arg *args, uint32_t count,
                                                 uint32_t variadic) {
    Value values[16] = {{0}};
    uint8_t types[16];
    const Layout *layouts[16];
    ck_assert_uint_lt(count, 15);
    for (uint32_t i = 0; i < count; i++) {
        values[i] = args[i].value;
        if (i >= count - variadic) {
            types[i - (count - variadic)] = args[i].type;
            layouts[i - (count - variadic)] = args[i].layout;
        }
    }
    VarDesc desc = {.count = variadic, .types = types, .layouts = layouts};
    int index = lib_native_index(NULL, name);
    ck_assert_msg(index >= 0, "no native %s", name);
    NativeCall call = {
        .vm = fx->vm, .args = values, .arg_count = count, .va = variadic ? &desc : NULL};
    fx->vm->trap = NULL;
    fx->vm->native = &lib_natives[index];
    fx->how = lib_natives[index].fn(&call);
    fx->vm->native = NULL;
    fx->result = values[0];
    fx->trap = fx->how == NATIVE_TRAP ? fx->vm->trap->kind : TRAP_NONE;
    snprintf(fx->message, sizeof fx->message, "%s",
             fx->how == NATIVE_TRAP ? fx->vm->trap->message : "");
}

#define ARGS(...)                                                                        \
    (const Arg[]){__VA_ARGS__},                                                          \
        (uint32_t)(sizeof((const Arg[]){__VA_ARGS__}) / sizeof(Arg))
#define CALL(fx, name, ...) fixture_call(fx, name, ARGS(__VA_ARGS__), 0)
#define ck_trap(fx, kind, part)                                                          \
    do {                                                                                 \
        ck_assert_int_eq((fx)->trap, kind);                                              \
        ck_assert_msg(strstr((fx)->message, part) != NULL, "message: %s",                \
                      (fx)->message);                                                    \
    } while (0)

// The whole main of a test with these cases.
static int fixture_main(const char *name, const TTest *const *tests, size_t count) {
    Suite *suite = suite_create(name);
    TCase *tcase = tcase_create(name);
    for (size_t i = 0; i < count; i++) {
        tcase_add_test(tcase, tests[i]);
    }
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures != 0;
}

#endif
