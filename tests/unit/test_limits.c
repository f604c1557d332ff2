// What is too large, too deep or too many: each limit of the front end and the emitter
// that a program of readable size does not reach ends in one message that names it.
#include "base/limits.h"
#include "code/code.h"
#include "front/front.h"
#include <check.h>
#include <stdlib.h>
#include <string.h>

// A header with a function the library has not, and one that is too large.
static bool read_header(void *ctx, const char *name, bool angled, IncludeText *out) {
    (void)ctx, (void)angled;
    bool is_large = strcmp(name, "large.h") == 0;
    static const char text[] = "[[cora::native(\"?\")]] void nobody(void);\n";
    out->size_bytes = is_large ? (size_t)LIMIT_CELL_BYTES + 1 : sizeof text - 1;
    out->text = malloc(out->size_bytes + 1);
    ck_assert_ptr_nonnull(out->text);
    memset(out->text, ' ', out->size_bytes);
    memcpy(out->text, text, sizeof text - 1);
    out->text[out->size_bytes] = '\0';
    out->is_system = !is_large;
    return true;
}

static int find_native(void *ctx, const char *name) {
    (void)ctx;
    return name[0] == '?' ? -1 : 7;
}

// Compiles the text as a file; exactly one error must be told, and be this one.
static void assert_tells(Str *text, const char *message) {
    Sources sources = {0};
    Arena arena, code;
    Diags diags;
    arena_init(&arena);
    arena_init(&code);
    diag_init(&diags, &arena, &sources);
    Front *front = front_new(&sources, (IncludeReader){NULL, read_header}, NULL, true);
    Source *source = source_add(&sources, "t.c", text->data, text->count);
    Program *program = front_compile(front, source, &arena, &diags);
    if (program)
        ck_assert_ptr_null(code_emit(program, front->types, &code, &diags,
                                     (NativeIndex){NULL, find_native}));
    ck_assert_uint_eq(diags.error_count, 1);
    uint32_t at = 0; // warnings may stand before it
    while (diags.list.data[at]->severity != SEV_ERROR)
        at++;
    ck_assert_str_eq(diags.list.data[at]->message, message);
    front_destroy(&front);
    diag_deinit(&diags);
    arena_deinit(&arena);
    arena_deinit(&code);
    source_deinit(&sources);
    str_free(text);
}

static void repeat(Str *text, const char *what, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        str_puts(text, what);
}

START_TEST(macro_parameters) {
    Str text = {0};
    str_puts(&text, "#define m(a");
    for (int i = 1; i <= LIMIT_MACRO_PARAMS; i++)
        str_printf(&text, ",a%d", i);
    str_puts(&text, ") 1\n");
    assert_tells(&text, "macro `m` has more than 1024 parameters");
}
END_TEST

START_TEST(macro_calls) {
    Str text = {0};
    str_puts(&text, "#define f(x) x\nint a = ");
    repeat(&text, "f(", LIMIT_NESTING + 1);
    str_puts(&text, "1");
    repeat(&text, ")", LIMIT_NESTING + 1);
    str_puts(&text, ";");
    assert_tells(&text, "macro calls are nested more than 512 deep here");
}
END_TEST

START_TEST(tokens) {
    Str text = {0};
    repeat(&text, ";", LIMIT_TOKENS + 1);
    assert_tells(&text, "this is too large to compile (limit: 4194304 tokens)");
}
END_TEST

START_TEST(included_file) {
    Str text = {0};
    str_puts(&text, "#include \"large.h\"\n");
    assert_tells(&text, "the file `large.h` is too large to include");
}
END_TEST

// Each step is shallow; together they are not.
START_TEST(types) {
    Str text = {0};
    str_puts(&text, "typedef int *t0;\n");
    for (int i = 0; i < LIMIT_NESTING; i++)
        str_printf(&text, "typedef t%d *t%d;\n", i, i + 1);
    assert_tells(&text, "this type is too deeply nested (limit: 512 levels)");
    str_puts(&text, "struct s0 { int x; };\n");
    for (int i = 0; i <= LIMIT_NESTING; i++)
        str_printf(&text, "struct s%d { struct s%d x; };\n", i + 1, i);
    assert_tells(&text, "this type is too deeply nested (limit: 512 levels)");
}
END_TEST

START_TEST(registers) {
    Str text = {0};
    str_puts(&text, "int f(int n) {\n");
    for (int i = 0; i <= LIMIT_REGISTERS; i++)
        str_printf(&text, "int a%d = n; (void)a%d;\n", i, i);
    str_puts(&text, "return n; }");
    assert_tells(&text, "this function is too complex (limit: 60,000 registers)");
}
END_TEST

START_TEST(library_without_the_function) {
    Str text = {0};
    str_puts(&text, "#include <nobody.h>\nvoid f(void) { nobody(); }");
    assert_tells(&text, "`?` is declared, but the library does not have it");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("limits");
    TCase *tcase = tcase_create("limits");
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, macro_parameters);
    tcase_add_test(tcase, macro_calls);
    tcase_add_test(tcase, tokens);
    tcase_add_test(tcase, included_file);
    tcase_add_test(tcase, types);
    tcase_add_test(tcase, registers);
    tcase_add_test(tcase, library_without_the_function);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
