// Ids and generations, stale pointers, which bytes are initialised.
#include "asm.h"

typedef struct Fixture {
    ObjTable table;
    char memory[512];
} Fixture;

static Ptr begin(Fixture *f, uint32_t size, bool is_full) {
    return object_begin(&f->table, object_take_id(&f->table, POOL_OBJECTS), OBJ_HEAP,
                        f->memory, size, is_full);
}
static AccessFault check(Fixture *f, Ptr p, int64_t offset, uint64_t n, Access access) {
    char *address;
    return object_access(&f->table, p + (uint64_t)offset, n, access, &address);
}

START_TEST(ids_come_back_last_in_first_out_with_a_new_generation) {
    Fixture f;
    ck_assert(object_table_init(&f.table));
    Ptr a = begin(&f, 8, true);
    Ptr b = begin(&f, 8, true);
    ck_assert_uint_ne(ptr_index(a), ptr_index(b));
    object_release(&f.table, ptr_index(b));
    Ptr c = begin(&f, 8, true);
    ck_assert_uint_eq(ptr_index(b), ptr_index(c));
    ck_assert_uint_eq(ptr_generation(c), ptr_generation(b) + 1);
    ck_assert_int_eq(check(&f, b, 0, 1, ACCESS_READ), ACC_FREED);
    ck_assert_int_eq(check(&f, c, 0, 8, ACCESS_READ), ACC_OK);
    object_table_deinit(&f.table);
}
END_TEST

static bool keep_all(void *ctx, uint32_t index) {
    (void)index;
    return *(bool *)ctx;
}

START_TEST(an_id_out_of_generations_waits_in_quarantine) {
    Fixture f;
    ck_assert(object_table_init(&f.table));
    Ptr first = begin(&f, 8, true), p = first;
    for (int life = 1; life < 63; life++) {
        object_release(&f.table, ptr_index(p));
        p = begin(&f, 8, true);
        ck_assert_uint_eq(ptr_index(p), ptr_index(first));
    }
    object_release(&f.table, ptr_index(p));
    ck_assert_uint_eq(f.table.quarantine.count, 1);
    ck_assert_uint_ne(ptr_index(begin(&f, 8, true)), ptr_index(first));
    bool keep = true;
    object_unquarantine(&f.table, keep_all, &keep);
    ck_assert_uint_eq(f.table.quarantine.count, 1);
    ck_assert_int_eq(check(&f, first, 0, 1, ACCESS_READ), ACC_FREED);
    keep = false;
    object_unquarantine(&f.table, keep_all, &keep);
    ck_assert_uint_eq(begin(&f, 8, true), first);
    object_table_deinit(&f.table);
}
END_TEST

START_TEST(what_is_no_pointer_is_refused) {
    Fixture f;
    ck_assert(object_table_init(&f.table));
    Ptr p = begin(&f, 40, true);
    ck_assert_int_eq(check(&f, 0, 0, 4, ACCESS_READ), ACC_NULL);
    ck_assert_int_eq(check(&f, 0, 64, 4, ACCESS_READ), ACC_NULL);
    ck_assert_int_eq(check(&f, 0x12345678, 0, 4, ACCESS_READ), ACC_WILD);
    ck_assert_int_eq(check(&f, 0x100000000, 0, 4, ACCESS_READ), ACC_WILD);
    ck_assert_int_eq(check(&f, ~(Ptr)0, 0, 4, ACCESS_READ), ACC_WILD);
    ck_assert_int_eq(check(&f, p, 40, 1, ACCESS_READ), ACC_BOUNDS);
    ck_assert_int_eq(check(&f, p, 40, 0, ACCESS_READ), ACC_OK);
    ck_assert_int_eq(check(&f, p, 37, 4, ACCESS_READ), ACC_BOUNDS);
    ck_assert_int_eq(check(&f, p, 0xffffffff, 1, ACCESS_READ), ACC_BOUNDS); // offset -1
    ck_assert_int_eq(check(&f, p, 0, ~(uint64_t)0, ACCESS_READ), ACC_BOUNDS);
    object_seal(&f.table, ptr_index(p));
    ck_assert_int_eq(check(&f, p, 0, 4, ACCESS_WRITE), ACC_READ_ONLY);
    ck_assert_int_eq(check(&f, p, 0, 4, ACCESS_READ), ACC_OK);
    object_table_deinit(&f.table);
}
END_TEST

// Objects of both representations of the bits: inline up to 64 bytes, allocated beyond.
START_TEST(bytes_written_in_any_order_are_known) {
    const uint32_t sizes[] = {64, 300};
    for (int which = 0; which < 2; which++) {
        Fixture f;
        ck_assert(object_table_init(&f.table));
        Ptr p = begin(&f, sizes[which], false);
        const ObjHot *hot = &f.table.hot[ptr_index(p)];
        ck_assert_int_eq(check(&f, p, 0, 1, ACCESS_READ), ACC_UNINIT);
        ck_assert_int_eq(check(&f, p, 0, 8, ACCESS_WRITE), ACC_OK);
        ck_assert_uint_eq(hot->readable, 8);
        ck_assert_int_eq(check(&f, p, 16, 8, ACCESS_WRITE), ACC_OK);
        ck_assert_uint_eq(hot->readable, 8);
        ck_assert_int_eq(check(&f, p, 16, 8, ACCESS_READ), ACC_OK);
        ck_assert_int_eq(check(&f, p, 15, 2, ACCESS_READ), ACC_UNINIT);
        ck_assert_int_eq(check(&f, p, 8, 8, ACCESS_WRITE), ACC_OK);
        ck_assert_uint_eq(hot->readable, 24); // the gap is closed
        for (uint32_t at = sizes[which] - 1; at >= 24; at--)
            ck_assert_int_eq(check(&f, p, at, 1, ACCESS_WRITE), ACC_OK);
        ck_assert_uint_eq(hot->readable, sizes[which]);
        ck_assert_uint_eq(f.table.cold[ptr_index(p)].flags & (OF_PARTIAL | OF_BITS), 0);
        object_table_deinit(&f.table);
    }
}
END_TEST

START_TEST(copies_stay_uninitialised) {
    Fixture f;
    ck_assert(object_table_init(&f.table));
    Ptr p = begin(&f, 100, false);
    Ptr q = object_begin(&f.table, object_take_id(&f.table, POOL_OBJECTS), OBJ_HEAP,
                         f.memory + 128, 100, true);
    Ptr faulty;
    check(&f, p, 0, 10, ACCESS_WRITE);
    check(&f, p, 20, 10, ACCESS_WRITE);
    ck_assert_int_eq(object_copy(&f.table, q, p, 50, &faulty), ACC_OK);
    ck_assert_int_eq(check(&f, q, 0, 10, ACCESS_READ), ACC_OK);
    ck_assert_int_eq(check(&f, q, 10, 1, ACCESS_READ), ACC_UNINIT);
    ck_assert_int_eq(check(&f, q, 20, 10, ACCESS_READ), ACC_OK);
    ck_assert_int_eq(check(&f, q, 49, 1, ACCESS_READ), ACC_UNINIT);
    ck_assert_int_eq(check(&f, q, 50, 50, ACCESS_READ), ACC_OK);
    // Within one object, overlapping: [20, 30) goes to [25, 35).
    ck_assert_int_eq(object_copy(&f.table, p + 25, p + 20, 10, &faulty), ACC_OK);
    ck_assert_int_eq(check(&f, p, 20, 15, ACCESS_READ), ACC_OK);
    ck_assert_int_eq(check(&f, p, 35, 1, ACCESS_READ), ACC_UNINIT);
    ck_assert_int_eq(object_copy(&f.table, q, p, 101, &faulty), ACC_BOUNDS);
    ck_assert_uint_eq(faulty, p);
    object_table_deinit(&f.table);
}
END_TEST

// struct { char c; int i; }: bytes 1..3 are padding, and do not keep the object from
// being full.
START_TEST(padding_counts_as_written) {
    static const Layout lay_char = {.kind = LAY_CHAR, .size_bytes = 1, .name = "char"};
    static const LayoutField fields[] = {{"c", &lay_char, 0, 0, 0},
                                         {"i", &lay_int, 4, 0, 0}};
    static const Layout lay_s = {.kind = LAY_STRUCT,
                                 .size_bytes = 8,
                                 .name = "struct s",
                                 .fields = fields,
                                 .field_count = 2};
    Fixture f;
    ck_assert(object_table_init(&f.table));
    Ptr p = begin(&f, 16, false); // two of them
    object_set_layout(&f.table, ptr_index(p), &lay_s);
    for (int i = 0; i < 2; i++) {
        check(&f, p, i * 8, 1, ACCESS_WRITE);
        check(&f, p, i * 8 + 4, 4, ACCESS_WRITE);
        ck_assert_uint_eq(f.table.hot[ptr_index(p)].readable, (uint32_t)i * 8 + 8);
    }
    Ptr q = begin(&f, 8, false);
    object_set_layout(&f.table, ptr_index(q), &lay_s);
    check(&f, q, 4, 4, ACCESS_WRITE); // c was skipped, and c is no padding
    ck_assert_int_eq(check(&f, q, 0, 1, ACCESS_READ), ACC_UNINIT);
    object_table_deinit(&f.table);
}
END_TEST

// struct { int i; const int k; int j; } a[3]: bytes 4..7 of each twelve cannot be written,
// whatever range they are in; unions and bit-fields are not told apart.
START_TEST(const_members_are_kept) {
    static const Layout lay_const = {
        .kind = LAY_INT, .is_const = true, .size_bytes = 4, .name = "const int"};
    static const LayoutField fields[] = {
        {"i", &lay_int, 0, 0, 0}, {"k", &lay_const, 4, 0, 0}, {"j", &lay_int, 8, 0, 0}};
    static const Layout lay_s = {.kind = LAY_STRUCT,
                                 .size_bytes = 12,
                                 .name = "struct s",
                                 .fields = fields,
                                 .field_count = 3};
    static const Layout lay_array = {.kind = LAY_ARRAY,
                                     .size_bytes = 36,
                                     .name = "struct s [3]",
                                     .base = &lay_s,
                                     .count = 3};
    static const Layout lay_union = {.kind = LAY_UNION,
                                     .size_bytes = 12,
                                     .name = "union u",
                                     .fields = fields,
                                     .field_count = 3};
    Fixture f;
    ck_assert(object_table_init(&f.table));
    Ptr p = begin(&f, 36, true);
    object_set_layout(&f.table, ptr_index(p), &lay_array);
    object_seal_declared(&f.table, ptr_index(p));
    ck_assert_uint_eq(f.table.hot[ptr_index(p)].writable, 4);
    for (int64_t at = 0; at < 36; at++) {
        bool is_const = at % 12 >= 4 && at % 12 < 8;
        ck_assert_int_eq(check(&f, p, at, 1, ACCESS_WRITE),
                         is_const ? ACC_READ_ONLY : ACC_OK);
        ck_assert_int_eq(check(&f, p, at, 1, ACCESS_READ), ACC_OK);
        ck_assert_int_eq(check(&f, p, 0, (uint64_t)at, ACCESS_POKE),
                         at > 4 ? ACC_READ_ONLY : ACC_OK);
    }
    ck_assert_int_eq(check(&f, p, 8, 8, ACCESS_WRITE), ACC_OK); // j, and the next i
    ck_assert_int_eq(check(&f, p, 8, 9, ACCESS_WRITE), ACC_READ_ONLY);
    object_unseal(&f.table, ptr_index(p));
    ck_assert_int_eq(check(&f, p, 0, 36, ACCESS_WRITE), ACC_OK);
    Ptr q = begin(&f, 12, true);
    object_set_layout(&f.table, ptr_index(q), &lay_union);
    object_seal_declared(&f.table, ptr_index(q));
    ck_assert_int_eq(check(&f, q, 0, 12, ACCESS_WRITE), ACC_OK);
    object_table_deinit(&f.table);
}
END_TEST

int main(void) {
    const TTest *const tests[] = {ids_come_back_last_in_first_out_with_a_new_generation,
                                  an_id_out_of_generations_waits_in_quarantine,
                                  what_is_no_pointer_is_refused,
                                  bytes_written_in_any_order_are_known,
                                  copies_stay_uninitialised,
                                  padding_counts_as_written,
                                  const_members_are_kept};
    return suite_run("object", tests, COUNT_OF(tests));
}
