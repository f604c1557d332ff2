// The library read by need (front/library.c) beside the library read as a whole: the same
// names with the same meanings, in whatever order they are asked for, whatever the cells
// have made of the words in its headers.
#include "front/ask/query.h"
#include "front/library.h"
#include "front/scope.h"
#include "front_fixture.h"
#include <check.h>

// One name of the library, and everything there is to know of it.
typedef struct Known {
    const char *name;
    char *text;
} Known;

static FrontFixture whole; // has read all headers
static VEC(Known) known;

static void add_symbol(FrontFixture *f, Str *out, const Sym *sym) {
    char where[128];
    source_where(&f->sources, sym->span, where, sizeof where);
    const char *type = type_print_decl(&f->arena, sym->type, sym->name->text);
    str_printf(out, "%s: kind %d, %s, size %llu", where, (int)sym->kind, type,
               (unsigned long long)sym->type->size_bytes);
    str_printf(out, ", native %s, builtin %d, format %d.%d, options %s, value %lld",
               sym->native_name ? sym->native_name : "-", (int)sym->builtin, sym->format,
               sym->format_index, sym->options ? sym->options : "-",
               (long long)sym->value);
    str_printf(out, ", is %d%d%d%d%d%d%d\n", sym->is_library, sym->is_defined,
               sym->is_extern, sym->is_dual, sym->waits_alone, sym->is_overloaded,
               sym->cell);
}

static void add_tag(FrontFixture *f, Str *out, const Type *type) {
    str_printf(out, "tag %s, size %llu, aligned to %u:", type_print(&f->arena, type),
               (unsigned long long)type->size_bytes, type->align_bytes);
    for (const Field *field = type->fields; field; field = field->next)
        str_printf(
            out, " %s at %llu;",
            type_print_decl(&f->arena, field->type, field->name ? field->name->text : ""),
            (unsigned long long)field->offset_bytes);
    str_puts(out, "\n");
}

// The innermost of the library's meanings: overloads, tag, macro. The caller mem_frees.
static char *describe(FrontFixture *f, const char *text) {
    Str out = {0};
    str_puts(&out, "");
    const Name *name = intern_find(f->front->names, text, strlen(text));
    if (name) {
        const Sym *sym = scope_find(name);
        for (; sym; sym = sym->is_overloaded ? sym->next : NULL)
            add_symbol(f, &out, sym);
        if (scope_find_tag(name))
            add_tag(f, &out, scope_find_tag(name));
        char *macro = pp_macro_text(name);
        if (macro)
            str_printf(&out, "%s\n", macro);
        mem_free(macro);
    }
    return str_take(&out);
}

static void know(const char *name) {
    for (uint32_t i = 0; i < known.count; i++) {
        if (strcmp(known.data[i].name, name) == 0)
            return;
    }
    vec_push(known, ((Known){name, describe(&whole, name)}));
}

static void know_symbol(void *ctx, Sym *sym) {
    (void)ctx;
    know(sym->name->text);
}
static void know_tag(void *ctx, Name *name, Type *type) {
    (void)ctx, (void)type;
    know(name->text);
}
static void know_macro(void *ctx, const Name *name, Span where, bool is_system) {
    (void)ctx, (void)is_system;
    if (where.source != 0)
        know(name->text);
}

static void open(void) {
    Library all = {.prelude = lib_library()->prelude};
    fixture_open_with(&whole, &all, true);
    scope_each_global(whole.front->scope, know_symbol, NULL);
    scope_each_tag(whole.front->scope, know_tag, NULL);
    pp_each_macro(whole.front->pp, know_macro, NULL);
}

static void close(void) {
    for (uint32_t i = 0; i < known.count; i++)
        mem_free(known.data[i].text);
    vec_free(known);
    fixture_close(&whole);
}

static void ask(FrontFixture *f, const char *name) {
    library_read_name(f->front, name, strlen(name));
}

static void check_known(FrontFixture *f, const Known *one) {
    char *text = describe(f, one->name);
    ck_assert_str_eq(text, one->text);
    mem_free(text);
}

// ---------------------------------------------------------------- every name

START_TEST(nothing_is_read_before_it_is_asked_for) {
    FrontFixture f;
    fixture_open(&f, false);
    for (uint32_t i = 0; i < known.count; i++) {
        char *text = describe(&f, known.data[i].name);
        // But the guards: their headers are known.
        ck_assert(text[0] == '\0' || strncmp(text, "#define __", 10) == 0);
        mem_free(text);
    }
    ck_assert_uint_eq(f.front->library_code.count, 0);
    fixture_close(&f);
}
END_TEST

// A name that the index misses, or that needs one which its pieces do not lead to, is
// found here.
START_TEST(every_name_alone) {
    ck_assert_uint_gt(known.count, 1000);
    for (uint32_t i = 0; i < known.count; i++) {
        FrontFixture f;
        fixture_open(&f, false);
        ask(&f, known.data[i].name);
        check_known(&f, &known.data[i]);
        fixture_close(&f);
    }
}
END_TEST

// Asks for all names, `step` apart: every order there is for a step without a divisor in
// common with their number.
static void ask_all(FrontFixture *f, uint32_t step) {
    for (uint32_t i = 0; i < known.count; i++)
        ask(f, known.data[(uint64_t)i * step % known.count].name);
    for (uint32_t i = 0; i < known.count; i++)
        check_known(f, &known.data[i]);
}

static uint32_t divisor(uint32_t a, uint32_t b) {
    return b == 0 ? a : divisor(b, a % b);
}

START_TEST(order_does_not_matter) {
    static const uint32_t steps[] = {1, 7, 101, 997};
    for (size_t i = 0; i < COUNT_OF(steps) + 1; i++) {
        uint32_t step = i < COUNT_OF(steps) ? steps[i] : known.count - 1; // backwards
        while (divisor(known.count, step) != 1)
            step++;
        FrontFixture f;
        fixture_open(&f, false);
        ask_all(&f, step);
        fixture_close(&f);
    }
}
END_TEST

static void count_symbol(void *ctx, Sym *sym) {
    uint32_t *count = ctx;
    *count += sym->is_library;
}

// The index has names that are none: completion would offer what is not there.
START_TEST(nothing_but_the_library) {
    FrontFixture f;
    fixture_open(&f, false);
    library_read_prefix(f.front, "", 0);
    library_read_prefix(f.front, "_", 1);
    uint32_t read = 0, all = 0;
    scope_each_global(f.front->scope, count_symbol, &read);
    scope_each_global(whole.front->scope, count_symbol, &all);
    ck_assert_uint_eq(read, all);
    for (uint32_t i = 0; i < known.count; i++)
        check_known(&f, &known.data[i]);
    fixture_close(&f);
}
END_TEST

// ---------------------------------------------------------------- beside cells

// The cells' types, tags and macros have the names of which the headers are made.
START_TEST(cells_do_not_reach_into_the_library) {
    FrontFixture f;
    fixture_open(&f, false);
    ck_assert_msg(fixture_run(&f,
                              "typedef char size_t; typedef struct tm { int x; } FILE;\n"
                              "struct timespec { char c; }; typedef int time_t;\n"
                              "int to, from, format, error; typedef double task;\n"
                              "#define s 1\n#define n 2\n#define count )\n"),
                  "%s", f.text.data);
    static const char *const names[] = {"memcpy",   "fopen",    "mktime", "nanosleep",
                                        "is_error", "gather",   "qsort",  "strftime",
                                        "wait_any", "new_lock", "calloc", "create_task"};
    for (size_t i = 0; i < COUNT_OF(names); i++)
        ask(&f, names[i]);
    for (uint32_t i = 0; i < known.count; i++) {
        for (size_t k = 0; k < COUNT_OF(names); k++) {
            if (strcmp(known.data[i].name, names[k]) == 0)
                check_known(&f, &known.data[i]);
        }
    }
    // and theirs are what they were
    ck_assert_msg(fixture_run(&f, "static_assert(sizeof(size_t) == 1);\n"
                                  "static_assert(sizeof(struct timespec) == 1);\n"
                                  "FILE f; f.x = n; to = from + error; task t = 0.5;"),
                  "%s", f.text.data);
    fixture_close(&f);
}
END_TEST

// What a cell makes be read stays when the cell fails; its number is nobody else's.
START_TEST(a_failed_cell_leaves_the_library) {
    FrontFixture f;
    fixture_open(&f, false);
    ck_assert(!fixture_run(&f, "int before; bsearch(1); struct nothing x;"));
    const Sym *search = scope_find(intern_cstr(f.front->names, "bsearch"));
    ck_assert_ptr_nonnull(search);
    ck_assert_uint_eq(f.front->library_code.count, 1);
    ck_assert_ptr_null(scope_find(intern_cstr(f.front->names, "before")));
    ck_assert_msg(fixture_run(&f, "int f(int x) { return x; } int a[1];\n"
                                  "bsearch(a, a, 1, 4, nullptr);"),
                  "%s", f.text.data);
    const Sym *own = scope_find(intern_cstr(f.front->names, "f"));
    ck_assert_uint_ne(own->id, search->id);
    ck_assert_ptr_eq(scope_find(intern_cstr(f.front->names, "bsearch")), search);
    ck_assert_uint_eq(f.front->library_code.count, 1);
    fixture_close(&f);
}
END_TEST

// A cell's own meaning lies above the library's, also when that is read after it; without
// the cells the library's is back.
START_TEST(reset_uncovers_the_library) {
    FrontFixture f;
    fixture_open(&f, false);
    ck_assert(fixture_run(&f, "#undef EOF\nint EOF = 3; typedef int clock_t;"));
    ck_assert(fixture_run(&f, "clock(); static_assert(sizeof(clock_t) == 4);"));
    front_reset(f.front);
    ck_assert_msg(fixture_run(&f, "static_assert(EOF == -1 && sizeof(clock_t) == 8);"),
                  "%s", f.text.data);
    fixture_close(&f);
}
END_TEST

// The words that the checker has an answer for before anybody has said what it needs.
START_TEST(words_bring_what_they_need) {
    static const char *const cells[] = {
        "taskgroup { }",
        "deadline(1.0) { }",
        "shield { }",
        "try { } catch (error e) { e.name; e.message; e.code; }",
        "throw error(\"ValueError\", \"x\");",
        "generator(int) g(void) { yield 1; }\nfor (int i : g()) { }",
        "void *p = &&out; goto *p; out:;",
        "__builtin_fputs(\"x\", stdout);", // fputs, by gcc's second name
    };
    for (size_t i = 0; i < COUNT_OF(cells); i++) {
        FrontFixture f;
        fixture_open(&f, false);
        ck_assert_msg(fixture_run(&f, cells[i]), "%s: %s", cells[i], f.text.data);
        fixture_close(&f);
    }
}
END_TEST

// A misspelt name is near to names that nobody has mentioned.
START_TEST(unread_names_are_suggested) {
    static const char *const rows[][2] = {
        {"strlne(\"x\");", "did you mean `strlen`?"},
        {"int x = stdinn;", "did you mean `stdin`?"},
        {"sise_t n;", "did you mean `size_t`?"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        FrontFixture f;
        fixture_open(&f, false);
        ck_assert(!fixture_run(&f, rows[i][0]));
        ck_assert_msg(strstr(f.text.data, rows[i][1]) != NULL, "%s", f.text.data);
        fixture_close(&f);
    }
}
END_TEST

// #include of what is there already reads nothing anew.
START_TEST(include_adds_nothing) {
    FrontFixture f;
    fixture_open(&f, false);
    uint32_t count = f.sources.count;
    ck_assert(fixture_run(&f, "#include <stdio.h>\n#include <math.h>\n"
                              "#ifndef __STDIO_H\n#error\n#endif\n"));
    ck_assert_uint_eq(f.sources.count, count + 1);
    ck_assert_ptr_null(scope_find(intern_cstr(f.front->names, "printf")));
    fixture_close(&f);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("library");
    TCase *names = tcase_create("names");
    tcase_set_timeout(names, 120);
    tcase_add_unchecked_fixture(names, open, close);
    tcase_add_test(names, nothing_is_read_before_it_is_asked_for);
    tcase_add_test(names, every_name_alone);
    tcase_add_test(names, order_does_not_matter);
    tcase_add_test(names, nothing_but_the_library);
    suite_add_tcase(suite, names);
    TCase *cells = tcase_create("cells");
    tcase_add_unchecked_fixture(cells, open, close);
    tcase_add_test(cells, cells_do_not_reach_into_the_library);
    tcase_add_test(cells, a_failed_cell_leaves_the_library);
    tcase_add_test(cells, reset_uncovers_the_library);
    tcase_add_test(cells, words_bring_what_they_need);
    tcase_add_test(cells, unread_names_are_suggested);
    tcase_add_test(cells, include_adds_nothing);
    suite_add_tcase(suite, cells);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
