// The layout of structs against gcc's own: each struct is compiled by both, from one
// text.
#include "front/scope.h"
#include "front_fixture.h"
#include <check.h>
#include <stddef.h>

static FrontFixture f;

static void open(void) {
    fixture_open(&f, true);
}
static void close(void) {
    fixture_close(&f);
}

#define BOTH(name, body)                                                                 \
    struct name body;                                                                    \
    static const char text_##name[] = "struct " #name " " #body ";"

BOTH(plain, {
    char a;
    int b;
    short c;
    double d;
    char e[3];
});
BOTH(packed, {
    char a;
    int b : 3;
    int c : 30;
    short d;
});
BOTH(units, {
    unsigned char a : 4;
    unsigned char b : 5;
    long c : 33;
    int : 0;
    _Bool d : 1;
    unsigned : 5;
    short e : 9;
});
BOTH(tail, {
    int : 3;
    char a;
    int : 0;
    char b;
});
BOTH(tight, {
    char a;
    int b;
    short c;
    long d;
} __attribute__((packed)));
BOTH(aligned, {
    char a;
    _Alignas(16) char b;
    int c;
});
BOTH(nested, {
    char a;
    struct {
        int x;
        union {
            double y;
            char z[9];
        };
    };
    char b;
    int flexible[];
});

static const Type *type_of(const char *text, const char *tag) {
    bool is_right = fixture_run(&f, text);
    ck_assert_msg(is_right, "%s\n%s", text, f.text.data);
    const Type *type = scope_find_tag(intern_cstr(f.front->names, tag));
    ck_assert_ptr_nonnull(type);
    return type;
}

static const Field *field_of(const Type *type, const char *name, uint64_t *offset_bytes) {
    const Field *field =
        type_find_field(type, intern_cstr(f.front->names, name), offset_bytes);
    ck_assert_ptr_nonnull(field);
    return field;
}

// Where a bit-field begins, read off an object in which it alone is 1.
static size_t first_bit(const unsigned char *bytes, size_t size_bytes) {
    for (size_t bit = 0; bit < size_bytes * 8; bit++) {
        if (bytes[bit / 8] >> (bit % 8) & 1)
            return bit;
    }
    return SIZE_MAX;
}

#define CHECK_SIZE(type, tag)                                                            \
    ck_assert_uint_eq((type)->size_bytes, sizeof(struct tag));                           \
    ck_assert_uint_eq((type)->align_bytes, _Alignof(struct tag))
#define CHECK_OFFSET(type, tag, member)                                                  \
    do {                                                                                 \
        uint64_t offset = 0;                                                             \
        (void)field_of(type, #member, &offset);                                          \
        ck_assert_uint_eq(offset, offsetof(struct tag, member));                         \
    } while (0)
#define CHECK_BITS(type, tag, member)                                                    \
    do {                                                                                 \
        uint64_t offset = 0;                                                             \
        const Field *field = field_of(type, #member, &offset);                           \
        struct tag object;                                                               \
        memset(&object, 0, sizeof object);                                               \
        object.member = 1;                                                               \
        ck_assert(field->is_bitfield);                                                   \
        ck_assert_uint_eq(offset * 8 + field->bit_offset,                                \
                          first_bit((const unsigned char *)&object, sizeof object));     \
        ck_assert_uint_le(offset * 8 + field->bit_offset + field->bit_width,             \
                          sizeof(struct tag) * 8);                                       \
    } while (0)

START_TEST(members) {
    const Type *type = type_of(text_plain, "plain");
    CHECK_SIZE(type, plain);
    CHECK_OFFSET(type, plain, b);
    CHECK_OFFSET(type, plain, c);
    CHECK_OFFSET(type, plain, d);
    CHECK_OFFSET(type, plain, e);
}
END_TEST

START_TEST(bit_fields) {
    const Type *type = type_of(text_packed, "packed");
    CHECK_SIZE(type, packed);
    CHECK_BITS(type, packed, b);
    CHECK_BITS(type, packed, c);
    CHECK_OFFSET(type, packed, d);
    type = type_of(text_units, "units");
    CHECK_SIZE(type, units);
    CHECK_BITS(type, units, a);
    CHECK_BITS(type, units, b);
    CHECK_BITS(type, units, c);
    CHECK_BITS(type, units, d);
    CHECK_BITS(type, units, e);
    type = type_of(text_tail, "tail");
    CHECK_SIZE(type, tail);
    CHECK_OFFSET(type, tail, b);
}
END_TEST

START_TEST(attributes) {
    const Type *type = type_of(text_tight, "tight");
    CHECK_SIZE(type, tight);
    CHECK_OFFSET(type, tight, b);
    CHECK_OFFSET(type, tight, d);
    type = type_of(text_aligned, "aligned");
    CHECK_SIZE(type, aligned);
    CHECK_OFFSET(type, aligned, b);
    CHECK_OFFSET(type, aligned, c);
}
END_TEST

START_TEST(anonymous_members) {
    const Type *type = type_of(text_nested, "nested");
    CHECK_SIZE(type, nested);
    CHECK_OFFSET(type, nested, x);
    CHECK_OFFSET(type, nested, z);
    CHECK_OFFSET(type, nested, b);
    CHECK_OFFSET(type, nested, flexible);
}
END_TEST

// Bit by bit, wherever a byte ends: an access touches the bytes of the field alone.
START_TEST(packed_bit_fields_stay_inside) {
    const Type *type =
        type_of("struct p { int a : 3; int b : 11; } __attribute__((packed));", "p");
    struct p {
        int a : 3;
        int b : 11;
    } __attribute__((packed));
    CHECK_SIZE(type, p);
    CHECK_BITS(type, p, a);
    CHECK_BITS(type, p, b);
}
END_TEST

// Types that C calls the same are one Type.
START_TEST(unique) {
    TypeTable *table = type_table_new();
    Type *type = type_basic(table, TY_INT);
    ck_assert_ptr_eq(type_pointer_to(table, type), type_pointer_to(table, type));
    ck_assert_ptr_eq(type_array_of(table, type, 3), type_array_of(table, type, 3));
    ck_assert_ptr_ne(type_array_of(table, type, 3), type_array_of(table, type, 4));
    Type *constant = type_qualified(table, type, QUAL_CONST);
    ck_assert_ptr_eq(constant, type_qualified(table, type, QUAL_CONST));
    ck_assert_ptr_eq(constant->unqual, type);
    Param param = {.type = type};
    Type proto = {.kind = TY_FUNC, .base = type, .params = &param};
    Type *func = type_func(table, &proto);
    ck_assert_ptr_eq(func, type_func(table, &proto));
    Param constant_param = {.type = constant};
    proto.params = &constant_param;
    ck_assert_ptr_eq(func,
                     type_func(table, &proto)); // parameters' own qualifiers: 6.7.6.3p15
    type_table_destroy(&table);
}
END_TEST

// What a failed cell made is gone, and so are its traces in older types.
START_TEST(reset) {
    TypeTable *table = type_table_new();
    Type *old = type_new_tagged(table, TY_STRUCT, NULL, (Span){0});
    type_table_mark(table);
    uint32_t id = type_pointer_to(table, old)->id;
    (void)type_qualified(table, old, QUAL_CONST);
    (void)type_array_of(table, type_basic(table, TY_INT), 77);
    type_table_touch(table, old);
    ck_assert(type_layout(old, 0));
    type_table_reset(table);
    ck_assert(!old->is_complete);
    ck_assert_ptr_null(old->pointer_to);
    ck_assert_ptr_null(old->next_variant);
    ck_assert_uint_eq(type_pointer_to(table, old)->id, id);
    type_table_destroy(&table);
}
END_TEST

static const char *printed(const char *declaration) {
    ck_assert_msg(fixture_run(&f, declaration), "%s", f.text.data);
    const Sym *sym = scope_find(intern_cstr(f.front->names, "x"));
    return type_print_decl(&f.arena, sym->type, "x");
}

START_TEST(print) {
    static const char *const texts[] = {"int x",
                                        "const char *x",
                                        "char *const x[3]",
                                        "char *(*x[3])(int)",
                                        "int (*x)[2][3]",
                                        "double (*x)(void)",
                                        "struct s *x",
                                        "void (*x)(int, ...)",
                                        "unsigned long x",
                                        "coroutine(int) x",
                                        "int (*(*x)(int))(char)"};
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        fixture_close(&f);
        fixture_open(&f, false);
        char *text = mem_printf("%s;", texts[i]);
        ck_assert_str_eq(printed(text), texts[i]);
        mem_free(text);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("type");
    TCase *tcase = tcase_create("type");
    tcase_add_checked_fixture(tcase, open, close);
    tcase_add_test(tcase, members);
    tcase_add_test(tcase, bit_fields);
    tcase_add_test(tcase, attributes);
    tcase_add_test(tcase, anonymous_members);
    tcase_add_test(tcase, packed_bit_fields_stay_inside);
    tcase_add_test(tcase, unique);
    tcase_add_test(tcase, reset);
    tcase_add_test(tcase, print);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures != 0;
}
