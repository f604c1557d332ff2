// A session that goes on for long keeps no more than it needs: a day of tasks that are born and end, and ten thousand
// cells. Virtual time; the process' own heap is asked of the C library, the rest of cora_stats.
#include "session_host.h"

#include <check.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *run(Host *host, const char *code) {
    host_run(host, code);
    ck_assert_int_eq(host->status, CORA_OK);
    return host->out;
}

// What the process has malloc'ed; 0 under a sanitizer, whose malloc is another.
static size_t malloced_bytes(void) {
    struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

static const char a_world[] =
    "long born, ended, failed, cancelled_, taken;\n"
    "queue(int) work = new_queue(int, 4);\n"
    "lock door = new_lock();\n"
    "async void sleeper(int n) { defer ended++; born++; await sleep(n); }\n"
    "async void fails(void) { born++; await sleep(1); throw error(\"Once\", \"again\"); "
    "}\n"
    "async void holds(void) {\n"
    "    born++;\n"
    "    await acquire(door);\n"
    "    defer release(door);\n"
    "    await sleep(30);\n"
    "}\n"
    "async void produces(void) { for (int i = 0;; i++) { await put(work, i); await "
    "sleep(7); } }\n"
    "async void consumes(void) { for (;;) { await get(work); taken++; task_done(work); } "
    "}\n"
    "async void parent(void) {\n"
    "    for (;;) {\n"
    "        task(void) t = spawn sleeper(1000);\n"
    "        task(void) h = spawn holds();\n"
    "        int *block = malloc(100);\n"
    "        await gather(sleeper(1), sleeper(2));\n"
    "        try { await spawn fails(); } catch (error e) { failed++; }\n"
    "        try { await wait_for(sleeper(60), 2); } catch (error e) { failed++; }\n"
    "        deadline (3) { taskgroup { spawn sleeper(1); spawn sleeper(9); } } else { "
    "failed++; }\n"
    "        cancel(t);\n"
    "        cancel(h);\n"
    "        free(block);\n"
    "        char *lost = malloc(64);\n"
    "        lost[0] = 0;\n"
    "        coroutine(void) c = sleeper(1);\n"
    "        await c;\n"
    "        await sleep(1);\n"
    "    }\n"
    "}\n"
    "taskgroup { spawn sleeper(1); }\n"
    "auto a = spawn produces(); auto b = spawn consumes();\n"
    "auto c = spawn parent(); auto d = spawn parent();\n";

// Nothing that grows with the tasks: of the day's ninety thousand, two bytes each would show.
// The room is for tables that double once more, and for the day's 24 cells.
START_TEST(memory_is_flat_for_a_day) {
    enum { ROOM_BYTES = 128 * 1024 };
    Host *host = host_new();
    run(host, a_world);
    CoraStats first = {0};
    size_t first_malloced = 0;
    for (int hour = 1; hour <= 24; hour++) {
        run(host, "await sleep(3600);");
        CoraStats now = cora_stats(host->session);
        if (hour == 1) {
            first = now;
            first_malloced = malloced_bytes();
        }
        ck_assert_uint_le(now.tasks, first.tasks + 8);
        ck_assert_uint_le(now.timers, first.timers + 8);
        ck_assert_uint_le(now.heap_objects, first.heap_objects + 200);
        ck_assert_uint_le(now.heap_bytes, first.heap_bytes + 16384);
        ck_assert_uint_eq(now.cells, first.cells);
        ck_assert_uint_le(malloced_bytes(), first_malloced + ROOM_BYTES);
    }
    long born = 0;
    ck_assert_int_eq(sscanf(run(host, "printf(\"%ld\", born);"), "%ld", &born), 1);
    ck_assert_int_gt(born, 80000);
    host_destroy(host);
}
END_TEST

// A cell is over with its last task.
START_TEST(a_cell_is_forgotten_with_its_last_task) {
    Host *host = host_new();
    run(host, "int x = 1;");
    ck_assert_uint_eq(cora_stats(host->session).cells, 0);
    run(host, "async void later(void) { await sleep(5); printf(\"from cell 2\\n\"); } "
              "auto t = spawn later();");
    ck_assert_uint_eq(cora_stats(host->session).cells, 1);
    ck_assert_str_eq(run(host, "await sleep(4);"), "");
    ck_assert_uint_eq(cora_stats(host->session).cells, 1);
    ck_assert_str_eq(run(host, "await sleep(4);"), "from cell 2\n");
    ck_assert_uint_eq(cora_stats(host->session).cells, 0);
    host_destroy(host);
}
END_TEST

// What each of many cells of this text leaves behind, the text itself not counted.
static size_t kept_a_cell(const char *code, int count) {
    Host *host = host_new();
    run(host, "long x = 0;");
    run(host, code);
    (void)cora_stats(host->session);
    size_t before = malloced_bytes();
    for (int i = 1; i < count; i++) {
        run(host, code);
    }
    CoraStats stats = cora_stats(host->session);
    ck_assert_uint_eq(stats.cells, 0);
    ck_assert_uint_eq(stats.tasks, 0);
    size_t kept = malloced_bytes() - before;
    char expected[32];
    snprintf(expected, sizeof expected, "%d", count);
    ck_assert_str_eq(run(host, "printf(\"%ld\", x);"), expected);
    host_destroy(host);
    size_t text = strlen(code) * (size_t)count;
    return kept > text ? (kept - text) / (size_t)count : 0;
}

// A cell's body goes when it has run; what stays is the text, for messages about what it
// made. So it is the same whatever the cell computed.
START_TEST(ten_thousand_cells_keep_little_each) {
    enum { CELLS = 10000, LARGE = 2000, LINES = 100, BYTES_A_CELL_MAX = 512 };
    ck_assert_uint_le(kept_a_cell("x += 1;", CELLS), BYTES_A_CELL_MAX);
    char code[LINES * 32] = "x += 1;\n";
    for (int i = 0; i < LINES; i++) {
        strcat(code, "for (; x < 0;) x += x * x;\n");
    }
    ck_assert_uint_le(kept_a_cell(code, LARGE), BYTES_A_CELL_MAX);
}
END_TEST

int main(void) {
    TCase *tcase = tcase_create("long");
    tcase_add_test(tcase, memory_is_flat_for_a_day);
    tcase_add_test(tcase, a_cell_is_forgotten_with_its_last_task);
    tcase_add_test(tcase, ten_thousand_cells_keep_little_each);
    tcase_set_timeout(tcase, 120);
    Suite *suite = suite_create("long_session");
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
