// Values as a learner reads them: every kind of type, what is gone, what is not
// initialised, and the bounds.
#include "lib_support.h"

static void shows(Fixture *fx, const Layout *layout, Value value, const char *expected) {
    char *text = lib_format_value(fx->vm, layout, value);
    ck_assert_str_eq(text, expected);
    mem_free(text);
}

START_TEST(scalars) {
    Fixture *fx = fixture_new();
    shows(fx, &layout_int, (Value){.i = 2}, "2");
    shows(fx, &layout_uint, (Value){.u = 4000000000u}, "4000000000");
    shows(fx, &layout_char, (Value){.i = 'a'}, "'a'");
    shows(fx, &layout_char, (Value){.i = '\n'}, "'\\n'");
    shows(fx, &layout_char, (Value){.i = -1}, "'\\xff'");
    shows(fx, &layout_double, (Value){.f = 3.0}, "3.0");
    shows(fx, &layout_double, (Value){.f = 0.1}, "0.1");
    shows(fx, &layout_double, (Value){.f = 1e300}, "1e+300");
    shows(fx, &layout_float, (Value){.f = (double)0.1f}, "0.1");
    static const LayoutEnumerator colors[] = {{"RED", 0}, {"GREEN", 5}};
    static const Layout color = {.kind = LAY_ENUM,
                                 .size_bytes = 4,
                                 .name = "enum color",
                                 .enumerators = colors,
                                 .enumerator_count = 2};
    shows(fx, &color, (Value){.i = 5}, "GREEN");
    shows(fx, &color, (Value){.i = 7}, "(enum color) 7");
    fixture_destroy(fx);
}
END_TEST

START_TEST(aggregates) {
    Fixture *fx = fixture_new();
    static const Layout array = {.kind = LAY_ARRAY,
                                 .size_bytes = 12,
                                 .name = "int [3]",
                                 .base = &layout_int,
                                 .count = 3};
    static const Layout name = {.kind = LAY_ARRAY,
                                .size_bytes = 8,
                                .name = "char [8]",
                                .base = &layout_char,
                                .count = 8};
    static const LayoutField fields[] = {
        {.name = "x", .layout = &layout_int, .offset_bytes = 0},
        {.name = "flag",
         .layout = &layout_int,
         .offset_bytes = 4,
         .bit_offset = 3,
         .bit_width = 2},
        {.name = "name", .layout = &name, .offset_bytes = 8}};
    static const Layout record = {.kind = LAY_STRUCT,
                                  .size_bytes = 16,
                                  .name = "struct r",
                                  .fields = fields,
                                  .field_count = 3};
    Ptr p = fixture_memory(fx, 16);
    int32_t words[2] = {7, 2 << 3};
    memcpy(vm_write(fx->vm, p, 8), words, 8);
    shows(fx, &array, (Value){.p = p}, "(int [3]) {7, 16, ?}");
    memcpy(vm_write(fx->vm, p + 8, 6), "a\"b\tc", 6);
    shows(fx, &record, (Value){.p = p}, "{x = 7, flag = -2, name = \"a\\\"b\\tc\"}");
    fixture_destroy(fx);
}
END_TEST

START_TEST(pointers) {
    Fixture *fx = fixture_new();
    Ptr p = fixture_memory(fx, 4);
    shows(fx, &layout_int_ptr, (Value){.p = 0}, "NULL");
    shows(fx, &layout_int_ptr, (Value){.p = p}, "(int *) -> ?");
    *(int32_t *)vm_write(fx->vm, p, 4) = 42;
    shows(fx, &layout_int_ptr, (Value){.p = p}, "(int *) -> 42");
    shows(fx, &layout_int_ptr, (Value){.p = p + 4}, "(int *) past the end of its object");
    ck_assert(vm_free(fx->vm, p));
    shows(fx, &layout_int_ptr, (Value){.p = p},
          "(int *) dangling: what it pointed to is gone");
    shows(fx, &layout_string, (Value){.p = fixture_string(fx, "hi")}, "\"hi\"");
    static const Layout file = {.kind = LAY_STRUCT, .name = "FILE"};
    static const Layout file_ptr = {
        .kind = LAY_POINTER, .size_bytes = 8, .name = "FILE *", .base = &file};
    Value out = {0};
    ck_assert(lib_variable(fx->lib, "stdout", &out));
    shows(fx, &file_ptr, out, "stdout");
    fixture_destroy(fx);
}
END_TEST

START_TEST(a_list_is_followed_a_little) {
    Fixture *fx = fixture_new();
    static Layout node, node_ptr;
    static LayoutField fields[2];
    node = (Layout){.kind = LAY_STRUCT,
                    .size_bytes = 16,
                    .name = "struct node",
                    .fields = fields,
                    .field_count = 2};
    node_ptr = (Layout){
        .kind = LAY_POINTER, .size_bytes = 8, .name = "struct node *", .base = &node};
    fields[0] = (LayoutField){.name = "v", .layout = &layout_int};
    fields[1] = (LayoutField){.name = "next", .layout = &node_ptr, .offset_bytes = 8};
    Ptr p = fixture_memory(fx, 16);
    *(int32_t *)vm_write(fx->vm, p, 4) = 1;
    *(Ptr *)vm_write(fx->vm, p + 8, 8) = 0;
    shows(fx, &node_ptr, (Value){.p = p}, "(struct node *) -> {v = 1, next = NULL}");
    *(Ptr *)vm_write(fx->vm, p + 8, 8) = p; // a ring
    char *text = lib_format_value(fx->vm, &node_ptr, (Value){.p = p});
    ck_assert(strstr(text, "-> ..."));
    mem_free(text);
    fixture_destroy(fx);
}
END_TEST

START_TEST(long_arrays_are_cut) {
    Fixture *fx = fixture_new();
    static const Layout array = {.kind = LAY_ARRAY,
                                 .size_bytes = 4000,
                                 .name = "int [1000]",
                                 .base = &layout_int,
                                 .count = 1000};
    Ptr p = fixture_memory(fx, 4000);
    memset(vm_write(fx->vm, p, 4000), 0, 4000);
    char *text = lib_format_value(fx->vm, &array, (Value){.p = p});
    ck_assert(strstr(text, ", ... 900 more}"));
    mem_free(text);
    fixture_destroy(fx);
}
END_TEST

int main(void) {
    const TTest *const tests[] = {scalars, aggregates, pointers,
                                  a_list_is_followed_a_little, long_arrays_are_cut};
    return fixture_main("display", tests, COUNT_OF(tests));
}
