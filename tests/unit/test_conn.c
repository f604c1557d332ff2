// test_conn.c: connection files, right and wrong. Every wrong one gives one line that
// names the file and what is wrong with it.
#include "conn.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PORTS                                                                            \
    "\"shell_port\":1,\"iopub_port\":2,\"stdin_port\":3,\"control_port\":4,\"hb_port\":" \
    "5"
#define KEY40 "0123456789012345678901234567890123456789"

static char error[512];

static bool read_text(const char *text, Conn *conn) {
    char path[] = "/tmp/cora-test-conn-XXXXXX";
    int fd = mkstemp(path);
    ck_assert_int_ge(fd, 0);
    ck_assert_int_eq(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    close(fd);
    error[0] = '\0';
    bool ok = conn_read(path, conn, error, sizeof error);
    unlink(path);
    return ok;
}

static void refuse(const char *text, const char *why) {
    Conn conn;
    ck_assert(!read_text(text, &conn));
    ck_assert_msg(strstr(error, why) != NULL, "error: %s", error);
    ck_assert_ptr_null(strchr(error, '\n'));
}

START_TEST(test_tcp) {
    Conn conn;
    ck_assert_msg(
        read_text("{\"transport\":\"tcp\",\"ip\":\"127.0.0.1\",\"key\":\"k\"," PORTS
                  ",\"signature_scheme\":\"hmac-sha256\"}",
                  &conn),
        "%s", error);
    char address[64];
    conn_address(&conn, CHANNEL_SHELL, address, sizeof address);
    ck_assert_str_eq(address, "tcp://127.0.0.1:1");
    conn_address(&conn, CHANNEL_HEARTBEAT, address, sizeof address);
    ck_assert_str_eq(address, "tcp://127.0.0.1:5");
    ck_assert_str_eq(conn.key, "k");
    conn_deinit(&conn);
}
END_TEST

START_TEST(test_ipc_and_ipv6) {
    Conn conn;
    char address[64];
    ck_assert(read_text("{\"transport\":\"ipc\",\"ip\":\"/tmp/k\"," PORTS "}", &conn));
    conn_address(&conn, CHANNEL_IOPUB, address, sizeof address);
    ck_assert_str_eq(address, "ipc:///tmp/k-2");
    ck_assert_str_eq(conn.key, "");
    conn_deinit(&conn);
    ck_assert(read_text("{\"ip\":\"::1\"," PORTS "}", &conn));
    conn_address(&conn, CHANNEL_CONTROL, address, sizeof address);
    ck_assert_str_eq(address, "tcp://[::1]:4");
    conn_deinit(&conn);
}
END_TEST

START_TEST(test_curve_keys) {
    Conn conn;
    ck_assert(read_text("{\"ip\":\"h\",\"curve_publickey\":\"" KEY40
                        "\",\"curve_secretkey\":\"" KEY40 "\"," PORTS "}",
                        &conn));
    ck_assert_str_eq(conn.curve_secret_key, KEY40);
    conn_deinit(&conn);
    refuse("{\"ip\":\"h\",\"curve_publickey\":\"" KEY40 "\"," PORTS "}", "together");
    refuse("{\"ip\":\"h\",\"curve_publickey\":\"x\",\"curve_secretkey\":\"y\"," PORTS "}",
           "40 characters");
}
END_TEST

START_TEST(test_wrong_files) {
    Conn conn;
    ck_assert(!conn_read("/no/such/file", &conn, error, sizeof error));
    ck_assert_msg(strstr(error, "/no/such/file") != NULL, "%s", error);
    refuse("", "not JSON");
    refuse("{\"ip\":", "not JSON");
    refuse("[1]", "not a JSON object");
    refuse("{" PORTS "}", "\"ip\" is missing");
    refuse("{\"ip\":1," PORTS "}", "\"ip\" is not a string");
    refuse("{\"ip\":\"h\",\"shell_port\":1}", "_port\" is missing");
    refuse("{\"ip\":\"h\",\"key\":\"k\",\"transport\":\"udp\"," PORTS "}", "udp");
    refuse("{\"ip\":\"h\",\"key\":\"k\",\"signature_scheme\":\"hmac-md5\"," PORTS "}",
           "hmac-md5");
    refuse("{\"ip\":\"h\",\"control_port\":0}", "1..65535");
    refuse("{\"ip\":\"h\",\"control_port\":\"5\"}", "1..65535");
    refuse("{\"ip\":\"h\",\"control_port\":70000}", "1..65535");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("conn");
    TCase *tcase = tcase_create("conn");
    tcase_add_test(tcase, test_tcp);
    tcase_add_test(tcase, test_ipc_and_ipv6);
    tcase_add_test(tcase, test_curve_keys);
    tcase_add_test(tcase, test_wrong_files);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures != 0;
}
