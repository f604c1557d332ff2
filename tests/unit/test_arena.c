// Arenas: aligned, zeroed, and reset to a mark leaves no trace.
#include "base/arena.h"

#include <check.h>
#include <stdint.h>
#include <string.h>

START_TEST(blocks_are_aligned_zeroed_and_apart) {
    Arena arena;
    arena_init(&arena);
    char *last = NULL;
    for (size_t size = 0; size < 3000; size += 7) {
        char *ptr = arena_alloc(&arena, size);
        ck_assert_uint_eq((uintptr_t)ptr % 16, 0);
        for (size_t i = 0; i < size; i++)
            ck_assert_int_eq(ptr[i], 0);
        ck_assert_ptr_ne(ptr, last);
        memset(ptr, 0xAA, size);
        last = ptr;
    }
    arena_deinit(&arena);
}
END_TEST

START_TEST(reset_takes_back_what_came_after) {
    Arena arena;
    arena_init(&arena);
    char *kept = arena_strndup(&arena, "kept", 4);
    ArenaMark mark = arena_mark(&arena);
    size_t used = arena.used_bytes;
    char *first = arena_alloc(&arena, 100);
    memset(first, 1, 100);
    for (int i = 0; i < 100; i++)
        memset(arena_alloc(&arena, 10000), 1, 10000);
    arena_reset_to(&arena, mark);
    ck_assert_uint_eq(arena.used_bytes, used);
    ck_assert_str_eq(kept, "kept");
    char *again = arena_alloc(&arena, 100);
    ck_assert_ptr_eq(again, first);
    for (int i = 0; i < 100; i++)
        ck_assert_int_eq(again[i], 0);
    arena_deinit(&arena);
}
END_TEST

START_TEST(reset_to_the_empty_arena) {
    Arena arena;
    arena_init(&arena);
    ArenaMark mark = arena_mark(&arena);
    arena_array(&arena, int, 100000)[99999] = 1;
    arena_reset_to(&arena, mark);
    ck_assert_uint_eq(arena.used_bytes, 0);
    arena_deinit(&arena);
}
END_TEST

START_TEST(text) {
    Arena arena;
    arena_init(&arena);
    char big[1000];
    memset(big, 'y', sizeof big - 1);
    big[sizeof big - 1] = '\0';
    ck_assert_str_eq(arena_printf(&arena, "%d", 7), "7");
    ck_assert_uint_eq(strlen(arena_printf(&arena, "%s%s", big, big)), 1998);
    arena_deinit(&arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("arena");
    TCase *tcase = tcase_create("arena");
    tcase_add_test(tcase, blocks_are_aligned_zeroed_and_apart);
    tcase_add_test(tcase, reset_takes_back_what_came_after);
    tcase_add_test(tcase, reset_to_the_empty_arena);
    tcase_add_test(tcase, text);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
