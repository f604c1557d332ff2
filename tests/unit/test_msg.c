// test_msg.c: who shares what, and what a request's members are when they are not there.
#include "msg.h"

#include <check.h>

START_TEST(test_origins_are_shared) {
    Bytes identities[] = {{"ab", 2}, {"", 0}};
    Origin *origin =
        origin_new(CHANNEL_SHELL, bytes_of("{\"msg_id\":\"1\"}"), identities, 2);
    Msg *msg = msg_new(CHANNEL_IOPUB, "status", origin);
    ck_assert_uint_eq(origin->refs, 2);
    msg_destroy(&msg);
    ck_assert_ptr_null(msg);
    ck_assert_uint_eq(origin->refs, 1);
    ck_assert(bytes_equal(origin->identities[0], (Bytes){"ab", 2}));
    ck_assert(bytes_equal(origin->header, bytes_of("{\"msg_id\":\"1\"}")));
    origin_drop(&origin);
    ck_assert_ptr_null(origin);
    origin_drop(&origin);
}
END_TEST

START_TEST(test_members_of_the_wrong_type_are_absent) {
    Request request = {0};
    request.content =
        json_loads("{\"t\":1,\"f\":\"yes\",\"i\":true,\"s\":\"x\",\"b\":true,"
                   "\"n\":7}",
                   0, NULL);
    ck_assert_str_eq(request_text(&request, "t", "fallback"), "fallback");
    ck_assert(!request_flag(&request, "f", false));
    ck_assert_int_eq(request_int(&request, "i", 3), 3);
    ck_assert_str_eq(request_text(&request, "s", ""), "x");
    ck_assert(request_flag(&request, "b", false));
    ck_assert_int_eq(request_int(&request, "n", 0), 7);
    ck_assert(request_flag(&request, "missing", true));
    json_decref(request.content);
}
END_TEST

START_TEST(test_a_reply_takes_the_way_back) {
    Origin *origin = origin_new(CHANNEL_CONTROL, bytes_of("{}"), NULL, 0);
    Request request = {.origin = origin};
    Msg *msg = msg_reply_to(&request, "shutdown_reply");
    ck_assert_int_eq(msg->channel, CHANNEL_CONTROL);
    ck_assert_ptr_eq(msg->origin, origin);
    msg_destroy(&msg);
    origin_drop(&origin);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("msg");
    TCase *tcase = tcase_create("msg");
    tcase_add_test(tcase, test_origins_are_shared);
    tcase_add_test(tcase, test_members_of_the_wrong_type_are_absent);
    tcase_add_test(tcase, test_a_reply_takes_the_way_back);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures != 0;
}
