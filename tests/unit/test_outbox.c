// test_outbox.c: order, coalescing, and when things are due. Time is a number here.
#include "outbox.h"

#include <check.h>
#include <sys/eventfd.h>
#include <unistd.h>

static Outbox outbox;
static atomic_uint interrupts;
static int wake_fd;
static Buf block;

static void setup(void) {
    wake_fd = eventfd(0, EFD_NONBLOCK);
    outbox_init(&outbox, wake_fd, &interrupts);
    atomic_store(&interrupts, 0);
    buf_clear(&block, 0);
}

static void teardown(void) {
    outbox_deinit(&outbox);
    buf_deinit(&block);
    close(wake_fd);
}

static void print(uint64_t cell, int fd, const char *text) {
    Record record = {.kind = RECORD_STREAM, .cell = cell, .number = fd};
    outbox_put(&outbox, &record, bytes_of(text), (Bytes){0});
}

static void done(uint64_t cell) {
    Record record = {.kind = RECORD_DONE, .cell = cell, .number = 1};
    outbox_put(&outbox, &record, (Bytes){0}, (Bytes){0});
}

static unsigned wakes(void) {
    uint64_t count = 0;
    return read(wake_fd, &count, sizeof count) < 0 ? 0 : (unsigned)count;
}

START_TEST(test_records_come_out_in_order) {
    print(1, 1, "ab");
    print(1, 1, "cde");
    print(1, 2, "err");
    print(2, 1, "x");
    done(1);
    ck_assert_int_eq(outbox_take(&outbox, 1000, false, &block), 0);
    static const struct {
        RecordKind kind;
        uint64_t cell;
        const char *text;
    } expected[] = {{RECORD_STREAM, 1, "abcde"},
                    {RECORD_STREAM, 1, "err"},
                    {RECORD_STREAM, 2, "x"},
                    {RECORD_DONE, 1, ""}};
    size_t offset = 0;
    Bytes a, b;
    for (size_t i = 0; i < 4; i++) {
        const Record *record = outbox_next(&block, &offset, &a, &b);
        ck_assert_ptr_nonnull(record);
        ck_assert_int_eq(record->kind, expected[i].kind);
        ck_assert_uint_eq(record->cell, expected[i].cell);
        ck_assert(bytes_equal(a, bytes_of(expected[i].text)));
    }
    ck_assert_ptr_null(outbox_next(&block, &offset, &a, &b));
}
END_TEST

START_TEST(test_text_waits_for_company_but_not_for_long) {
    print(1, 1, "a");
    ck_assert_uint_eq(wakes(), 1);
    ck_assert_int_eq(outbox_take(&outbox, 1000, false, &block), OUTBOX_FIRST_MS);
    print(1, 1, "b");
    ck_assert_uint_eq(wakes(), 0); // one wake-up is enough
    ck_assert_int_eq(outbox_take(&outbox, 1000 + OUTBOX_FIRST_MS, false, &block), 0);
    // While text keeps coming there is one message every OUTBOX_FLUSH_MS.
    buf_clear(&block, 0);
    print(1, 1, "c");
    ck_assert_int_eq(outbox_take(&outbox, 1010, false, &block),
                     OUTBOX_FIRST_MS + OUTBOX_FLUSH_MS - 10);
}
END_TEST

START_TEST(test_other_things_are_due_at_once) {
    print(1, 1, "a");
    done(1);
    ck_assert_uint_eq(wakes(), 2);
    ck_assert_int_eq(outbox_take(&outbox, 1000, false, &block), 0);
    ck_assert(outbox_is_empty(&outbox));
    buf_clear(&block, 0);
    ck_assert_int_eq(outbox_take(&outbox, 1001, false, &block), -1);
}
END_TEST

// A cell's value does not wake anybody: the end of the cell, which follows, does.
START_TEST(test_a_result_travels_with_the_end_of_its_cell) {
    Record record = {.kind = RECORD_RESULT, .cell = 1};
    outbox_put(&outbox, &record, bytes_of("\"data\":{}"), bytes_of("2"));
    ck_assert_uint_eq(wakes(), 0);
    done(1);
    ck_assert_uint_eq(wakes(), 1);
}
END_TEST

START_TEST(test_a_full_outbox_lets_an_interrupted_program_through) {
    static char text[OUTBOX_LIMIT_BYTES + 1];
    memset(text, 'x', sizeof text - 1);
    print(1, 1, text);
    outbox_close(&outbox); // or the next one would wait for ever
    print(1, 1, "lost");
    ck_assert_int_eq(outbox_take(&outbox, 1000, false, &block), 0);
    size_t offset = 0;
    Bytes a, b;
    ck_assert_uint_eq((outbox_next(&block, &offset, &a, &b), a.size), OUTBOX_LIMIT_BYTES);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("outbox");
    TCase *tcase = tcase_create("outbox");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, test_records_come_out_in_order);
    tcase_add_test(tcase, test_text_waits_for_company_but_not_for_long);
    tcase_add_test(tcase, test_other_things_are_due_at_once);
    tcase_add_test(tcase, test_a_result_travels_with_the_end_of_its_cell);
    tcase_add_test(tcase, test_a_full_outbox_lets_an_interrupted_program_through);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures != 0;
}
