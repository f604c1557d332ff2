// Listings: names, operands by their letters, jump targets as places, the source beside.
#include "compile_code.h"

START_TEST(listing) {
    Compiled c;
    compiled_open(&c,
                  "double g;\nint f(int n) {\n    while (n > 1000) n = n - 3;\n    g = "
                  "2.5;\n    return n;\n}\n",
                  true);
    char *text = disasm_proto(compiled_proto(&c, 0), &c.sources);
    ck_assert_ptr_nonnull(strstr(text, "f: 1 parameter, 2 registers, 6 words\n"));
    ck_assert_ptr_nonnull(strstr(text, "    0  JMP       -> 2\n"));
    ck_assert_ptr_nonnull(
        strstr(text, "    1  ADDI_I32  R0, R0, -3                 ; 3:26  n - 3\n"));
    ck_assert_ptr_nonnull(
        strstr(text, "    2  LJGTI     R0, 1000, -> 1             ; 3:12  n > 1000\n"));
    ck_assert_ptr_nonnull(strstr(text, "    3  LDK       R1, 2.5\n"));
    ck_assert_ptr_nonnull(strstr(text, "    4  STG_I64   R1, global "));
    mem_free(text);
    text = disasm_proto(compiled_proto(&c, 0), NULL);
    ck_assert_ptr_null(strchr(text, ';'));
    mem_free(text);
    compiled_close(&c);
}
END_TEST

// Words that are no instruction are shown as such: a listing is made of broken code too.
START_TEST(garbage) {
    Insn code[3] = {0xffff, insn_make_wide(OP_LDK, 1, 77), OP_CALL};
    Proto p = {.name = "broken", .code = code, .code_count = 3, .reg_count = 1};
    char *text = disasm_proto(&p, NULL);
    ck_assert_ptr_nonnull(strstr(text, "?65535"));
    ck_assert_ptr_nonnull(strstr(text, "K77?"));
    mem_free(text);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("disasm");
    TCase *tcase = tcase_create("disasm");
    tcase_add_test(tcase, listing);
    tcase_add_test(tcase, garbage);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
