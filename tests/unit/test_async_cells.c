// Cells and their tasks, through the public door: whose output it is, what happens to
// errors nobody awaits, interrupts that work twice, deadlocks, the source notebook's loop
// object.
#include "cora.h"

#include <check.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct Host {
    CoraSession *session;
    CoraCellId last_cell;
    // "2:text" for what cell 2 prints (in how many pieces does not matter), "!2:..." for
    // messages, "=2:.." for results.
    char log[8192];
    CoraCellId printing; // the cell whose text stands last in the log
    sem_t printed;       // once for each text
    CoraStatus status;
    char ename[64];
    char evalue[400];
} Host;

static void note(Host *host, const char *sign, CoraCellId cell, const char *text,
                 size_t size) {
    size_t used = strlen(host->log);
    snprintf(host->log + used, sizeof host->log - used, "%s%llu:%.*s%s", sign,
             (unsigned long long)cell, (int)size, text,
             size > 0 && text[size - 1] == '\n' ? "" : "\n");
}

static void note_text(Host *host, const CoraEvent *event) {
    size_t used = strlen(host->log);
    if (host->printing != event->cell) {
        note(host, "", event->cell, event->stream.text, event->stream.size_bytes);
        host->printing = event->cell;
    } else {
        snprintf(host->log + used, sizeof host->log - used, "%.*s",
                 (int)event->stream.size_bytes, event->stream.text);
    }
}

static void emit(void *ctx, const CoraEvent *event) {
    Host *host = ctx;
    switch (event->kind) {
    case CORA_EV_STREAM:
        note_text(host, event);
        sem_post(&host->printed);
        return;
    case CORA_EV_DIAG:
        note(host, "!", event->cell, event->diag.message, strlen(event->diag.message));
        break;
    case CORA_EV_RESULT:
        note(host, "=", event->cell, event->bundle.items[0].data,
             event->bundle.items[0].size_bytes);
        break;
    case CORA_EV_CELL_DONE:
        host->status = event->outcome.status;
        snprintf(host->ename, sizeof host->ename, "%s",
                 event->outcome.ename != NULL ? event->outcome.ename : "");
        snprintf(host->evalue, sizeof host->evalue, "%s",
                 event->outcome.evalue != NULL ? event->outcome.evalue : "");
        break;
    default:
        return;
    }
    host->printing = 0;
}

static Host *host_new(bool virtual_clock) {
    Host *host = calloc(1, sizeof *host);
    CoraConfig config = {.sink = {host, emit}, .virtual_clock = virtual_clock};
    sem_init(&host->printed, 0, 0);
    host->session = cora_session_new(&config);
    return host;
}

static void host_destroy(Host *host) {
    cora_session_destroy(&host->session);
    free(host);
}

static CoraStatus run(Host *host, const char *code) {
    char name[24];
    CoraCellId id = ++host->last_cell;
    snprintf(name, sizeof name, "In[%llu]", (unsigned long long)id);
    CoraCell cell = {.id = id, .code = code, .size_bytes = strlen(code), .name = name};
    cora_cell_start(host->session, &cell);
    cora_loop_run_cell(host->session, id);
    return host->status;
}

START_TEST(a_tasks_output_is_its_cells) {
    Host *host = host_new(true);
    ck_assert_int_eq(
        run(host,
            "async void tick(void) {\n"
            "    for (int i = 0; i < 3; i++) { await sleep(1); printf(\"tick\\n\"); }\n"
            "}\n"
            "task(void) t = spawn tick();\n"),
        CORA_OK);
    ck_assert_str_eq(host->log, "");
    ck_assert_int_eq(run(host, "await sleep(1.5); printf(\"here\\n\");"), CORA_OK);
    ck_assert_str_eq(host->log, "1:tick\n2:here\n");
    ck_assert_int_eq(run(host, "await t; done(t)"), CORA_OK);
    ck_assert_str_eq(host->log, "1:tick\n2:here\n1:tick\ntick\n=3:true\n");
    host_destroy(host);
}
END_TEST

START_TEST(an_error_nobody_awaits_is_told_once_in_its_cell) {
    Host *host = host_new(true);
    ck_assert_int_eq(
        run(host, "async void bad(int d) { await sleep(1); printf(\"%d\\n\", 1 / d); }\n"
                  "spawn bad(0);"),
        CORA_OK);
    ck_assert_int_eq(run(host, "await sleep(2); printf(\"on\\n\");"), CORA_OK);
    ck_assert_int_eq(run(host, "await sleep(2);"), CORA_OK);
    ck_assert_str_eq(host->log, "!1:division by zero: 1 / 0\n2:on\n");
    host_destroy(host);
}
END_TEST

START_TEST(an_error_behind_a_handle_waits_for_its_awaiter) {
    Host *host = host_new(true);
    run(host, "async int bad(int d) { await sleep(1); return 1 / d; }\n"
              "task(int) t = spawn bad(0);");
    ck_assert_int_eq(run(host, "await sleep(2);"), CORA_OK);
    ck_assert_str_eq(host->log, "");
    ck_assert_int_eq(run(host, "await t"), CORA_FAULT);
    ck_assert_str_eq(host->ename, "ZeroDivisionError");
    ck_assert_int_eq(run(host, "await t"), CORA_FAULT); // as often as it is asked
    ck_assert_str_eq(host->log, "");
    host_destroy(host);
}
END_TEST

START_TEST(a_cell_that_can_never_go_on_says_so) {
    Host *host = host_new(false);
    ck_assert_int_eq(run(host, "future(int) f = new_future(int);\nawait f"), CORA_FAULT);
    ck_assert_str_eq(host->ename, "Deadlock");
    ck_assert_ptr_nonnull(
        strstr(host->evalue, "a future that nothing is left to finish"));
    ck_assert_int_eq(run(host, "set_result(f, 4); await f"),
                     CORA_OK); // the session goes on
    ck_assert_ptr_nonnull(strstr(host->log, "=2:4"));
    host_destroy(host);
}
END_TEST

// Not before the cell has begun: then an interrupt has nothing to stop. The moment behind
// that lets the cell come to where it waits, mostly; it has to end wherever it is.
static void *press(void *ctx) {
    Host *host = ctx;
    while (sem_wait(&host->printed) != 0) {
    }
    nanosleep(&(struct timespec){0, 20000000}, NULL);
    cora_interrupt(host->session);
    return NULL;
}

static CoraStatus run_interrupted(Host *host, const char *code) {
    char begins[512];
    snprintf(begins, sizeof begins, "puts(\"begun\"); %s", code);
    while (sem_trywait(&host->printed) == 0) {
    }
    pthread_t thread;
    ck_assert_int_eq(pthread_create(&thread, NULL, press, host), 0);
    CoraStatus status = run(host, begins);
    pthread_join(thread, NULL);
    return status;
}

START_TEST(an_interrupt_ends_every_kind_of_cell_and_works_again) {
    static const char *const cells[] = {
        "for (;;) { }",
        "sleep(1000);",
        "await sleep(1000);",
        "n = 0; async void spin(void) { for (;;) n++; } await spin();",
        "await create_task(nap(1000));",
        "run(nap(1000));",
        "await gather(nap(1000), nap(2000), nap(3000));",
        "await wait_for(nap(1000), 2000);",
        "try { for (;;) { } } catch (error e) { n = 1; }",
        "try { await nap(1000); } catch { await nap(1000); }",
        "taskgroup { spawn nap(1000); }",
        "taskgroup { spawn nap(1000); await nap(2000); }",
        "deadline (1000) { await nap(2000); } else { await nap(1000); }",
        "shield { await nap(1000); }",
        "run_forever(get_event_loop());",
    };
    Host *host = host_new(false);
    ck_assert_int_eq(run(host, "long n; async void nap(double s) { await sleep(s); }\n"
                               "task(void) background = spawn nap(0.5);"),
                     CORA_OK);
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
        if (strncmp(cells[i], "run_forever", 11) == 0) {
            run(host,
                "task(void) keeps = spawn nap(1000);"); // else it would be a deadlock
        }
        ck_assert_msg(run_interrupted(host, cells[i]) == CORA_INTERRUPTED, "%s: %d %s",
                      cells[i], host->status, host->evalue);
        ck_assert_str_eq(host->ename, "KeyboardInterrupt");
    }
    ck_assert_int_eq(
        run(host, "await background; done(background) && !cancelled(background)"),
        CORA_OK);
    ck_assert_ptr_nonnull(strstr(host->log, ":1\n"));
    host_destroy(host);
}
END_TEST

START_TEST(the_source_notebooks_first_cell_works_twice) {
    Host *host = host_new(true);
    const char *code = "async void hello_world(void) {\n"
                       "    printf(\"Hello, World!\\n\");\n"
                       "}\n"
                       "event_loop loop = get_event_loop();\n"
                       "run_until_complete(loop, hello_world());\n"
                       "loop_close(loop);\n";
    ck_assert_int_eq(run(host, code), CORA_OK);
    ck_assert_int_eq(run(host, code), CORA_OK);
    ck_assert_str_eq(host->log, "1:Hello, World!\n2:Hello, World!\n");
    ck_assert_int_eq(run(host, "run_until_complete(loop, hello_world());"), CORA_FAULT);
    ck_assert_str_eq(host->ename, "RuntimeError");
    ck_assert_ptr_nonnull(strstr(host->evalue, "closed"));
    host_destroy(host);
}
END_TEST

START_TEST(magics_tell_the_clocks_time) {
    Host *host = host_new(true);
    ck_assert_int_eq(run(host, "%time sleep(10)\n%time await sleep(4)\n%clock\n"),
                     CORA_OK);
    ck_assert_str_eq(host->log, "1:CPU times: user 0 ns, sys: 0 ns, total: 0 ns\n"
                                "Wall time: 10.0 s (virtual clock)\n"
                                "CPU times: user 0 ns, sys: 0 ns, total: 0 ns\n"
                                "Wall time: 4.0 s (virtual clock)\n"
                                "Suspended: 4.0 s\n"
                                "virtual clock, 14.00 s\n");
    host->log[0] = '\0';
    host->printing = 0;
    ck_assert_int_eq(run(host, "%timeit -n 3 -r 2 await sleep(0.25)\n"), CORA_OK);
    ck_assert_str_eq(host->log, "2:250 ms \xc2\xb1 0 ns per loop (mean \xc2\xb1 std. "
                                "dev. of 2 runs, 3 loops each)\n");
    ck_assert_int_eq(run(host, "%clock lunar\n"), CORA_FAULT);
    host_destroy(host);
}
END_TEST

START_TEST(an_error_is_a_value_of_the_session) {
    Host *host = host_new(true);
    ck_assert_int_eq(run(host, "error kept;\n"
                               "try { throw error(\"ValueError\", \"bad %d\", 5); }\n"
                               "catch (error e) { kept = e; }\n"),
                     CORA_OK);
    ck_assert_int_eq(run(host, "kept"), CORA_OK);
    ck_assert_str_eq(host->log, "=2:ValueError: bad 5\n");
    ck_assert_int_eq(run(host, "throw kept;"), CORA_FAULT);
    ck_assert_str_eq(host->ename, "ValueError");
    ck_assert_str_eq(host->evalue, "bad 5");
    CoraCompletions found;
    cora_complete(host->session, &(CoraPlace){"kept.", 5, 5}, &found);
    ck_assert_uint_eq(found.count, 3);
    cora_completions_deinit(&found);
    host_destroy(host);
}
END_TEST

// "+name" and "-name" in the log; "?" for a task whose name nobody has asked for.
static void emit_tasks(void *ctx, const CoraEvent *event) {
    bool is_born = event->kind == CORA_EV_TASK_BORN;
    if (is_born || event->kind == CORA_EV_TASK_ENDED) {
        const char *name = event->task.name != NULL ? event->task.name : "?";
        note(ctx, is_born ? "+" : "-", event->cell, name, strlen(name));
    }
    emit(ctx, event);
}

START_TEST(a_sink_that_wants_them_is_told_of_tasks) {
    static const char code[] = "async void f(void) {}\n"
                               "await create_task(f(), .name = \"A\");\n"
                               "await spawn f();\n";
    for (int wants = 0; wants < 2; wants++) {
        Host *host = calloc(1, sizeof *host);
        CoraConfig config = {.sink = {host, emit_tasks, wants != 0},
                             .virtual_clock = true};
        host->session = cora_session_new(&config);
        ck_assert_int_eq(run(host, code), CORA_OK);
        ck_assert_str_eq(host->log,
                         wants ? "+1:In[1]\n+1:A\n-1:A\n+1:?\n-1:?\n-1:In[1]\n" : "");
        host_destroy(host);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("cells");
    TCase *tc = tcase_create("tasks of cells");
    tcase_set_timeout(tc, 20);
    tcase_add_test(tc, a_tasks_output_is_its_cells);
    tcase_add_test(tc, an_error_nobody_awaits_is_told_once_in_its_cell);
    tcase_add_test(tc, an_error_behind_a_handle_waits_for_its_awaiter);
    tcase_add_test(tc, a_cell_that_can_never_go_on_says_so);
    tcase_add_test(tc, an_interrupt_ends_every_kind_of_cell_and_works_again);
    tcase_add_test(tc, the_source_notebooks_first_cell_works_twice);
    tcase_add_test(tc, magics_tell_the_clocks_time);
    tcase_add_test(tc, an_error_is_a_value_of_the_session);
    tcase_add_test(tc, a_sink_that_wants_them_is_told_of_tasks);
    suite_add_tcase(suite, tc);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
