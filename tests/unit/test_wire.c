// test_wire.c: frames in, frames out. The signatures below were computed apart from this
// program (Python: hmac.new(b"key", b"".join(dicts), "sha256").hexdigest()).
#include "wire.h"

#include <check.h>

#define TEXT(s) ((Bytes){s, sizeof(s) - 1})
#define HEADER  "{\"msg_id\":\"1\",\"msg_type\":\"kernel_info_request\"}"
#define SIGNED  "66f64391dd515231bcc648602e55359044bb8063bef6779e9fa6a00df4621df5"

static const Bytes good[] = {
    {"client", 6}, {"<IDS|MSG>", 9}, {SIGNED, 64}, {HEADER, sizeof HEADER - 1},
    {"{}", 2},     {"{}", 2},        {"{}", 2},
};
enum { GOOD = sizeof good / sizeof *good };

static Wire wire;

static void setup(void) {
    wire_init(&wire, "key");
}

static void teardown(void) {
    wire_deinit(&wire);
}

static void refuse(const Bytes *frames, size_t count, const char *why) {
    const char *reason = NULL;
    Request *request = wire_decode(&wire, CHANNEL_SHELL, frames, count, &reason);
    ck_assert_ptr_null(request);
    ck_assert_msg(strstr(reason, why) != NULL, "reason: %s", reason);
}

static Request *accept(const Bytes *frames, size_t count) {
    const char *reason = NULL;
    Request *request = wire_decode(&wire, CHANNEL_SHELL, frames, count, &reason);
    ck_assert_msg(request != NULL, "refused: %s", reason);
    return request;
}

START_TEST(test_a_signed_message_is_taken_once) {
    Request *request = accept(good, GOOD);
    ck_assert_str_eq(request->type, "kernel_info_request");
    ck_assert_str_eq(request->id, "1");
    ck_assert_uint_eq(request->origin->identity_count, 1);
    ck_assert(bytes_equal(request->origin->identities[0], TEXT("client")));
    ck_assert(bytes_equal(request->origin->header, TEXT(HEADER)));
    request_destroy(&request);
    refuse(good, GOOD, "repeated");
}
END_TEST

START_TEST(test_zero_and_many_identities) {
    Request *request = accept(good + 1, GOOD - 1);
    ck_assert_uint_eq(request->origin->identity_count, 0);
    request_destroy(&request);
    wire_deinit(&wire);
    wire_init(&wire, "key");
    Bytes many[GOOD + 2] = {{"a", 1}, {"", 0}};
    memcpy(many + 2, good, sizeof good);
    request = accept(many, GOOD + 2);
    ck_assert_uint_eq(request->origin->identity_count, 3);
    ck_assert_uint_eq(request->origin->identities[1].size, 0);
    request_destroy(&request);
}
END_TEST

START_TEST(test_truncated_messages) {
    refuse(good, 0, "delimiter");
    refuse(good, 1, "delimiter");
    for (size_t n = 2; n < GOOD; n++) {
        refuse(good, n, "truncated");
    }
}
END_TEST

// The signature is looked at before the JSON: broken JSON with a wrong signature is a
// wrong signature.
START_TEST(test_signature_comes_before_json) {
    Bytes bad[GOOD];
    memcpy(bad, good, sizeof good);
    bad[6] = TEXT("{\"broken\": ");
    refuse(bad, GOOD, "wrong signature");
    bad[2] = TEXT("");
    refuse(bad, GOOD, "not signed");
    bad[2] = TEXT("00");
    refuse(bad, GOOD, "wrong signature");
}
END_TEST

START_TEST(test_signature_is_lower_case) {
    Bytes bad[GOOD];
    char upper[65] = SIGNED;
    for (char *c = upper; *c; c++) {
        *c = *c >= 'a' && *c <= 'f' ? (char)(*c - 32) : *c;
    }
    memcpy(bad, good, sizeof good);
    bad[2] = (Bytes){upper, 64};
    refuse(bad, GOOD, "wrong signature");
}
END_TEST

static void refuse_unsigned(int position, Bytes text, const char *why) {
    Bytes bad[GOOD];
    memcpy(bad, good, sizeof good);
    bad[position] = text;
    refuse(bad, GOOD, why);
}

// The sender of broken content is known, so it gets a request that can be answered.
static void without_content(Bytes text) {
    Bytes bad[GOOD];
    memcpy(bad, good, sizeof good);
    bad[6] = text;
    Request *request = accept(bad, GOOD);
    ck_assert_ptr_null(request->content);
    request_destroy(&request);
}

// With an empty key nothing is checked but the JSON.
START_TEST(test_broken_json) {
    wire_deinit(&wire);
    wire_init(&wire, "");
    refuse_unsigned(3, TEXT("{"), "header");
    refuse_unsigned(3, TEXT("[]"), "header");
    refuse_unsigned(3, TEXT("{\"msg_id\":\"1\"}"), "msg_type");
    refuse_unsigned(3, TEXT("{\"msg_id\":1,\"msg_type\":2}"), "msg_type");
    refuse_unsigned(4, TEXT("null"), "parent");
    without_content(TEXT("\"text\""));
    without_content(TEXT("{\"a\":\"\xFF\"}"));
    Buf deep = {0};
    for (int i = 0; i < 100000; i++) {
        buf_add_text(&deep, "{\"a\":");
    }
    without_content(buf_bytes(&deep));
    buf_deinit(&deep);
    Request *request = accept(good, GOOD);
    request_destroy(&request);
}
END_TEST

START_TEST(test_a_huge_header_is_refused) {
    wire_deinit(&wire);
    wire_init(&wire, "");
    Buf header = {0};
    buf_add_text(&header, "{\"msg_id\":\"1\",\"msg_type\":\"x\",\"pad\":\"");
    for (int i = 0; i < WIRE_HEADER_BYTES_MAX; i++) {
        buf_add_char(&header, 'x');
    }
    buf_add_text(&header, "\"}");
    refuse_unsigned(3, buf_bytes(&header), "64 KiB");
    buf_deinit(&header);
}
END_TEST

// What we send is what we would accept, and goes back to where it came from.
START_TEST(test_a_reply_decodes) {
    Request *request = accept(good, GOOD);
    Msg *msg = msg_reply_to(request, "kernel_info_reply");
    out_open(&msg->content, '{');
    out_close(&msg->content, '}');
    WireFrames frames = {0};
    wire_encode(&wire, msg, &frames);
    ck_assert_uint_eq(frames.identity_count, 1);
    ck_assert(bytes_equal(frames.identities[0], TEXT("client")));
    Request *reply = accept(frames.tail, WIRE_TAIL_FRAMES);
    ck_assert_str_eq(reply->type, "kernel_info_reply");
    ck_assert_str_eq(json_string_value(json_object_get(reply->parent, "msg_id")), "1");
    ck_assert_str_eq(json_string_value(json_object_get(reply->header, "version")),
                     WIRE_PROTOCOL);
    const char *date = json_string_value(json_object_get(reply->header, "date"));
    ck_assert_uint_eq(strlen(date), WIRE_DATE_CHARS);
    ck_assert_int_eq(date[26], 'Z');
    request_destroy(&reply);
    wire_frames_deinit(&frames);
    msg_destroy(&msg);
    request_destroy(&request);
}
END_TEST

START_TEST(test_message_ids_are_fresh) {
    Msg *msg = msg_new(CHANNEL_IOPUB, "status", NULL);
    WireFrames a = {0};
    WireFrames b = {0};
    wire_encode(&wire, msg, &a);
    wire_encode(&wire, msg, &b);
    ck_assert(!bytes_equal(a.tail[2], b.tail[2]));
    ck_assert_str_ne(a.signature, b.signature);
    ck_assert_uint_eq(a.identity_count, 1); // the topic
    wire_frames_deinit(&a);
    wire_frames_deinit(&b);
    msg_destroy(&msg);
}
END_TEST

START_TEST(test_sessions_differ) {
    Wire other;
    wire_init(&other, "key");
    ck_assert_str_ne(wire.session, other.session);
    wire_deinit(&other);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("wire");
    TCase *tcase = tcase_create("wire");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, test_a_signed_message_is_taken_once);
    tcase_add_test(tcase, test_zero_and_many_identities);
    tcase_add_test(tcase, test_truncated_messages);
    tcase_add_test(tcase, test_signature_comes_before_json);
    tcase_add_test(tcase, test_signature_is_lower_case);
    tcase_add_test(tcase, test_broken_json);
    tcase_add_test(tcase, test_a_huge_header_is_refused);
    tcase_add_test(tcase, test_a_reply_decodes);
    tcase_add_test(tcase, test_message_ids_are_fresh);
    tcase_add_test(tcase, test_sessions_differ);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures != 0;
}
