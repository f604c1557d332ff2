// <string.h> over checked memory: overruns, overlaps, missing terminators, uninitialised
// bytes.
#include "lib_support.h"

START_TEST(copies_stay_inside_their_objects) {
    Fixture *fx = fixture_new();
    Ptr to = fixture_memory(fx, 4);
    CALL(fx, "strcpy", CHARS(to), STRING("abc"));
    ck_assert_int_eq(fx->how, NATIVE_DONE);
    ck_assert_uint_eq(fx->result.p, to);
    CALL(fx, "strcpy", CHARS(to), STRING("abcd"));
    ck_trap(fx, TRAP_OUT_OF_BOUNDS, "strcpy");
    CALL(fx, "strcat", CHARS(to), STRING("x"));
    ck_trap(fx, TRAP_OUT_OF_BOUNDS, "strcat");
    CALL(fx, "memset", CHARS(to), INT(0), LONG(5));
    ck_trap(fx, TRAP_OUT_OF_BOUNDS, "memset");
    CALL(fx, "memcpy", CHARS(to), STRING("ab"), LONG(4));
    ck_trap(fx, TRAP_OUT_OF_BOUNDS, "memcpy");
    CALL(fx, "strncpy", CHARS(to), STRING("a"), LONG(5));
    ck_trap(fx, TRAP_OUT_OF_BOUNDS, "strncpy");
    CALL(fx, "strcpy", CHARS(0), STRING("a"));
    ck_trap(fx, TRAP_NULL_POINTER, "");
    fixture_destroy(fx);
}
END_TEST

START_TEST(overlapping_copies_are_faults) {
    Fixture *fx = fixture_new();
    Ptr text = fixture_string(fx, "hello world");
    CALL(fx, "memcpy", CHARS(text + 2), CHARS(text), LONG(5));
    ck_trap(fx, TRAP_OVERLAP, "memmove");
    CALL(fx, "memmove", CHARS(text + 2), CHARS(text), LONG(5));
    ck_assert_str_eq(fixture_text(fx, text), "hehelloorld");
    CALL(fx, "memcpy", CHARS(text + 5), CHARS(text), LONG(5));
    ck_assert_int_eq(fx->how, NATIVE_DONE);
    CALL(fx, "strcpy", CHARS(text + 1), CHARS(text));
    ck_trap(fx, TRAP_OVERLAP, "strcpy");
    fixture_destroy(fx);
}
END_TEST

START_TEST(uninitialised_bytes_are_copied_but_not_read) {
    Fixture *fx = fixture_new();
    Ptr from = fixture_memory(fx, 8), to = fixture_memory(fx, 8);
    *(char *)vm_write(fx->vm, from, 1) = 'x';
    CALL(fx, "memcpy", CHARS(to), CHARS(from), LONG(8));
    ck_assert_int_eq(fx->how, NATIVE_DONE);
    ck_assert_ptr_nonnull(vm_peek(fx->vm, to, 1));
    ck_assert_ptr_null(vm_peek(fx->vm, to + 1, 1));
    CALL(fx, "strlen", CHARS(to));
    ck_trap(fx, TRAP_UNINITIALISED, "");
    CALL(fx, "memcmp", CHARS(to), CHARS(from), LONG(8));
    ck_trap(fx, TRAP_UNINITIALISED, "");
    fixture_destroy(fx);
}
END_TEST

START_TEST(bounded_functions_need_no_terminator) {
    Fixture *fx = fixture_new();
    Ptr two = fixture_memory(fx, 2);
    memcpy(vm_write(fx->vm, two, 2), "ab", 2);
    CALL(fx, "strnlen", CHARS(two), LONG(2));
    ck_assert_int_eq(fx->result.i, 2);
    CALL(fx, "strncmp", CHARS(two), STRING("ac"), LONG(5));
    ck_assert_int_lt(fx->result.i, 0);
    CALL(fx, "strncmp", CHARS(two), STRING("abc"), LONG(5));
    ck_trap(fx, TRAP_OUT_OF_BOUNDS, "");
    CALL(fx, "memchr", CHARS(two), INT('b'), LONG(100));
    ck_assert_uint_eq(fx->result.p, two + 1);
    CALL(fx, "memchr", CHARS(two), INT('z'), LONG(100));
    ck_trap(fx, TRAP_OUT_OF_BOUNDS, "");
    CALL(fx, "strlen", CHARS(two));
    ck_trap(fx, TRAP_OUT_OF_BOUNDS, "");
    fixture_destroy(fx);
}
END_TEST

START_TEST(memory_of_malloc) {
    Fixture *fx = fixture_new();
    CALL(fx, "calloc", LONG(-1), LONG(2));
    ck_assert_uint_eq(fx->result.p, 0);
    CALL(fx, "malloc", LONG(0));
    ck_assert_uint_ne(fx->result.p, 0);
    Ptr p = fx->result.p;
    CALL(fx, "free", CHARS(p));
    ck_assert_int_eq(fx->how, NATIVE_DONE);
    CALL(fx, "free", CHARS(p));
    ck_trap(fx, TRAP_DOUBLE_FREE, "");
    CALL(fx, "free", CHARS(0));
    ck_assert_int_eq(fx->how, NATIVE_DONE);
    CALL(fx, "free", CHARS(fixture_string(fx, "abc") + 1));
    ck_trap(fx, TRAP_BAD_FREE, "");
    fixture_destroy(fx);
}
END_TEST

START_TEST(random_numbers_are_glibcs) {
    Fixture *fx = fixture_new();
    CALL(fx, "rand", INT(0));
    ck_assert_int_eq(fx->result.i, 1804289383);
    CALL(fx, "srand", UINT(42));
    CALL(fx, "rand", INT(0));
    ck_assert_int_eq(fx->result.i, 71876166);
    fixture_destroy(fx);
}
END_TEST

START_TEST(every_native_is_found_by_its_name) {
    for (uint32_t i = 0; i < lib_native_count; i++) {
        ck_assert_int_eq(lib_native_index(NULL, lib_natives[i].name), (int)i);
    }
    ck_assert_int_eq(lib_native_index(NULL, "no_such_native"), -1);
    size_t size = 0;
    ck_assert_ptr_nonnull(lib_header("stdio.h", &size));
    ck_assert_ptr_nonnull(lib_header("sys/time.h", &size));
    ck_assert_ptr_null(lib_header("nothing.h", &size));
    for (const char *const *name = lib_library()->prelude; *name; name++) {
        ck_assert_msg(lib_header(*name, &size) != NULL, "no header %s", *name);
    }
}
END_TEST

int main(void) {
    const TTest *const tests[] = {copies_stay_inside_their_objects,
                                  overlapping_copies_are_faults,
                                  uninitialised_bytes_are_copied_but_not_read,
                                  bounded_functions_need_no_terminator,
                                  memory_of_malloc,
                                  random_numbers_are_glibcs,
                                  every_native_is_found_by_its_name};
    return fixture_main("string", tests, COUNT_OF(tests));
}
