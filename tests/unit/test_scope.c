// Names: hiding, overlays, rollback, reset.
#include "front/scope.h"
#include <check.h>

static Interner *names;
static Scope *scope;
static Arena arena;

static void open(void) {
    names = intern_new();
    scope = scope_new();
    arena_init(&arena);
}
static void close(void) {
    scope_destroy(&scope);
    intern_destroy(&names);
    arena_deinit(&arena);
}

static Sym *declare(const char *text) {
    Name *name = intern_cstr(names, text);
    Sym *sym =
        scope_depth(scope) == 0 ? scope_new_global_sym(scope) : arena_new(&arena, Sym);
    sym->name = name;
    scope_bind(scope, name, sym);
    return sym;
}

START_TEST(blocks_hide) {
    scope_begin(scope, &arena);
    const Name *name = intern_cstr(names, "x");
    const Sym *outer = declare("x");
    scope_push(scope);
    ck_assert_ptr_eq(scope_find(name), outer);
    ck_assert_ptr_null(scope_find_here(scope, name));
    const Sym *inner = declare("x");
    ck_assert_ptr_eq(scope_find(name), inner);
    ck_assert_ptr_eq(scope_find_global(name), outer);
    scope_pop(scope);
    ck_assert_ptr_eq(scope_find(name), outer);
}
END_TEST

START_TEST(failed_cell_leaves_nothing) {
    scope_begin(scope, &arena);
    const Sym *kept = declare("x");
    uint32_t id = scope_new_func_id(scope);
    scope_commit(scope);
    scope_begin(scope, &arena);
    declare("x");
    declare("y");
    (void)scope_new_func_id(scope);
    scope_push(scope); // compilation stopped inside a block
    declare("z");
    scope_rollback(scope);
    ck_assert_ptr_eq(scope_find(intern_cstr(names, "x")), kept);
    ck_assert_ptr_null(scope_find(intern_cstr(names, "y")));
    ck_assert_ptr_null(scope_find(intern_cstr(names, "z")));
    ck_assert_uint_eq(scope_depth(scope), 0);
    scope_begin(scope, &arena);
    ck_assert_uint_eq(scope_new_func_id(scope), id + 1);
}
END_TEST

static void ignore(void *ctx, Sym *sym) {
    (void)ctx, (void)sym;
}

START_TEST(reset_keeps_the_library) {
    scope_begin_library(scope, &arena);
    const Sym *printf_sym = declare("printf");
    scope_end_library(scope, ignore, NULL);
    scope_begin(scope, &arena);
    ck_assert_uint_eq(scope_cell(scope), 1);
    declare("printf");
    declare("x");
    scope_commit(scope);
    scope_reset(scope);
    ck_assert_ptr_eq(scope_find(intern_cstr(names, "printf")), printf_sym);
    ck_assert_ptr_null(scope_find(intern_cstr(names, "x")));
}
END_TEST

// The library binds a name that cells have bound already: it means the library's while
// that is read, the cell's afterwards, and what a failing cell takes back is its own only.
START_TEST(library_below_cells) {
    Name *name = intern_cstr(names, "size");
    scope_begin(scope, &arena);
    const Sym *first = declare("size");
    scope_commit(scope);
    scope_begin(scope, &arena);
    const Sym *second = declare("size");
    scope_begin_library(scope, &arena);
    ck_assert_uint_eq(scope_cell(scope), 0);
    scope_lift_library(scope, name);
    ck_assert_ptr_null(scope_find(name));
    const Sym *library = declare("size");
    uint32_t id = scope_new_func_id(scope);
    scope_end_library(scope, ignore, NULL);
    ck_assert_uint_eq(scope_cell(scope), 2);
    ck_assert_ptr_eq(scope_find(name), second);
    scope_rollback(scope);
    ck_assert_ptr_eq(scope_find(name), first);
    scope_reset(scope);
    ck_assert_ptr_eq(scope_find(name), library);
    scope_begin(scope, &arena);
    ck_assert_uint_gt(scope_new_func_id(scope), id);
}
END_TEST

// `extern int x;` in a block binds the session's name while an inner one hides it.
START_TEST(binding_below) {
    scope_begin(scope, &arena);
    Name *name = intern_cstr(names, "x");
    scope_push(scope);
    const Sym *inner = declare("x");
    Sym *global = scope_new_global_sym(scope);
    scope_bind_global(scope, name, global);
    ck_assert_ptr_eq(scope_find(name), inner);
    ck_assert_ptr_eq(scope_find_global(name), global);
    scope_pop(scope);
    ck_assert_ptr_eq(scope_find(name), global);
    scope_rollback(scope);
    ck_assert_ptr_null(scope_find(name));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("scope");
    TCase *tcase = tcase_create("scope");
    tcase_add_checked_fixture(tcase, open, close);
    tcase_add_test(tcase, blocks_hide);
    tcase_add_test(tcase, failed_cell_leaves_nothing);
    tcase_add_test(tcase, reset_keeps_the_library);
    tcase_add_test(tcase, library_below_cells);
    tcase_add_test(tcase, binding_below);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures != 0;
}
