// What goes wrong at the worst moment: memory that ends at any allocation, an interrupt
// that comes at any time from another thread. Whatever happens, a cell ends once, the
// heap is consistent, and the session goes on.
#include "session.h"
#include "vm/gc.h"

#include <check.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <time.h>

typedef struct Host {
    CoraSession *session;
    CoraCellId cell;
    unsigned done_count; // CORA_EV_CELL_DONEs of the cell
    CoraStatus status;
    char ename[64];
    char result[64];
    unsigned events, interrupt_at; // interrupt with the n-th event; 0: never
} Host;

static void emit(void *ctx, const CoraEvent *event) {
    Host *host = ctx;
    if (++host->events == host->interrupt_at) {
        cora_interrupt(host->session);
    }
    if (event->kind == CORA_EV_RESULT) {
        snprintf(host->result, sizeof host->result, "%s", event->bundle.items[0].data);
    } else if (event->kind == CORA_EV_CELL_DONE) {
        ck_assert_uint_eq(event->cell, host->cell);
        host->done_count++;
        host->status = event->outcome.status;
        const char *name = event->outcome.ename;
        snprintf(host->ename, sizeof host->ename, "%s", name != NULL ? name : "");
    }
}

static void open_host(Host *host, size_t heap_limit_bytes) {
    *host = (Host){0};
    CoraConfig config = {.sink = {host, emit},
                         .virtual_clock = true,
                         .heap_limit_bytes = heap_limit_bytes};
    host->session = cora_session_new(&config);
}

static void run(Host *host, const char *code) {
    host->done_count = 0;
    host->result[0] = '\0';
    CoraCell cell = {
        .id = ++host->cell, .code = code, .size_bytes = strlen(code), .name = "In[1]"};
    cora_cell_start(host->session, &cell);
    cora_loop_run_cell(host->session, cell.id);
    ck_assert_uint_eq(host->done_count, 1);
    gc_check(host->session->vm);
}

// Cells that take memory in every way there is.
static const char *const hungry[] = {
    "#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n"
    "typedef struct Node { struct Node *next; char text[100]; } Node;\n"
    "Node *list; int big[20000];\n"
    "for (int i = 0; i < 2000; i++) { Node *n = malloc(sizeof *n); if (!n) break;\n"
    "    n->next = list; snprintf(n->text, 100, \"%d\", i); list = n; }",
    "char *text = strdup(\"x\"); for (int i = 0; i < 200; i++) {\n"
    "    char *more; asprintf(&more, \"%s%d\", text, i); free(text); text = more; }\n"
    "printf(\"%zu\\n\", strlen(text));",
    "int deep(int n) { int a[200]; a[n % 200] = n; return n ? deep(n - 1) + a[n % 200] : "
    "0; }\n"
    "deep(500)",
    "async int child(int n) { char local[500]; local[n % 500] = 1; await sleep(0.1); "
    "return n; }\n"
    "int sum = 0; task(int) all[50];\n"
    "for (int i = 0; i < 50; i++) all[i] = create_task(child(i));\n"
    "for (int i = 0; i < 50; i++) sum += await all[i];\nsum",
    "generator(int) count(int n) { for (int i = 0; i < n; i++) yield i; }\n"
    "int total = 0; for (int i : count(300)) { int *p = malloc(1000); total += i; "
    "}\ntotal",
    "try { throw error(\"ValueError\", \"%d\", 7); } catch (error e) { printf(\"%s\\n\", "
    "e.message); }\n"
    "taskgroup { for (int i = 0; i < 20; i++) spawn child(i); }",
    "int sorted[1000]; for (int i = 0; i < 1000; i++) sorted[i] = i * 7919 % 1000;\n"
    "int by_value(const void *a, const void *b) { return *(int *)a - *(int *)b; }\n"
    "qsort(sorted, 1000, sizeof(int), by_value); sorted[5]",
};

// Returns how many failed. The names of the cells are not all there when an earlier one
// has failed: then a later one does not compile.
static unsigned run_hungry(Host *host) {
    unsigned failed = 0;
    for (size_t i = 0; i < COUNT_OF(hungry); i++) {
        run(host, hungry[i]);
        failed += host->status != CORA_OK;
    }
    return failed;
}

// Memory that is taken is given back by a program that lets go of it, so that this works
// after every failure.
static void expect_alive(Host *host) {
    host->interrupt_at = 0;
    run(host, "list = 0; text = 0;");
    run(host, "6 * 7");
    ck_assert_int_eq(host->status, CORA_OK);
    ck_assert_str_eq(host->result, "42");
}

// The last byte is taken, and kept: the next cells run all the same, and let it go.
START_TEST(test_a_session_that_is_full) {
    Host host;
    open_host(&host, (4 << 20) + (size_t)_i);
    run(&host, "#include <stdlib.h>\nstruct node { struct node *next; } *all;\n"
               "for (int size = 1000; size >= 8; size -= 31)\n"
               "    try { while (1) { struct node *n = malloc(size); n->next = all; all "
               "= n; } }\n"
               "    catch (error e) { if (size < 40) throw; }");
    ck_assert_int_eq(host.status, CORA_FAULT);
    ck_assert_str_eq(host.ename, "MemoryError");
    for (int i = 0; i < 20; i++) {
        run(&host, "6 * 7");
        ck_assert_int_eq(host.status, CORA_OK);
        ck_assert_str_eq(host.result, "42");
    }
    run(&host, "all = 0;");
    ck_assert_int_eq(host.status, CORA_OK);
    run(&host, "char *p = malloc(1000000); p[0] = 5; p[0]");
    ck_assert_int_eq(host.status, CORA_OK);
    cora_session_destroy(&host.session);
}
END_TEST

// A session begins with 256 KiB; with 2 MiB more all of these are well.
enum { LIMITS = 64, LIMIT_FIRST_BYTES = 256 << 10, LIMIT_STEP_BYTES = 32 << 10 };

START_TEST(test_memory_that_ends_anywhere) {
    Host host;
    open_host(&host, LIMIT_FIRST_BYTES + (size_t)_i * LIMIT_STEP_BYTES);
    unsigned failed = run_hungry(&host);
    ck_assert(_i > 0 || failed > 0);
    ck_assert(_i < LIMITS - 1 || failed == 0);
    expect_alive(&host);
    cora_session_destroy(&host.session);
}
END_TEST

START_TEST(test_interrupt_with_any_event) {
    Host host;
    open_host(&host, 0);
    host.interrupt_at = (unsigned)_i + 1;
    run_hungry(&host);
    expect_alive(&host);
    cora_session_destroy(&host.session);
}
END_TEST

// ---------------------------------------------------------------- from another thread

typedef struct Pest {
    Host *host;
    atomic_bool is_over;
    atomic_uint sent;
} Pest;

// Interrupts again and again, at moments that no cell knows.
static void *pester(void *ctx) {
    Pest *pest = ctx;
    unsigned random = 1;
    while (!atomic_load(&pest->is_over)) {
        random = random * 1103515245u + 12345u;
        nanosleep(&(struct timespec){0, random >> 15}, NULL); // up to 131 us
        cora_interrupt(pest->host->session);
        atomic_fetch_add(&pest->sent, 1);
    }
    return NULL;
}

START_TEST(test_interrupts_from_another_thread) {
    Host host;
    open_host(&host, 0);
    Pest pest = {.host = &host};
    pthread_t thread;
    ck_assert_int_eq(pthread_create(&thread, NULL, pester, &pest), 0);
    unsigned interrupted = 0;
    for (int round = 0; round < 20 || atomic_load(&pest.sent) < 20; round++) {
        for (size_t i = 0; i < COUNT_OF(hungry); i++) {
            run(&host, hungry[i]);
            interrupted += host.status == CORA_INTERRUPTED;
        }
        run(&host, "for (;;) { }"); // only an interrupt ends it
        ck_assert_int_eq(host.status, CORA_INTERRUPTED);
    }
    atomic_store(&pest.is_over, true);
    pthread_join(thread, NULL);
    (void)interrupted; // none need meet one of these
    run(&host, "0");   // takes the last interrupt, if it is still there
    expect_alive(&host);
    cora_session_destroy(&host.session);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("bad moments");
    TCase *memory = tcase_create("memory");
    tcase_add_loop_test(memory, test_memory_that_ends_anywhere, 0, LIMITS);
    tcase_add_loop_test(memory, test_a_session_that_is_full, 0, 8);
    suite_add_tcase(suite, memory);
    TCase *interrupts = tcase_create("interrupts");
    tcase_add_loop_test(interrupts, test_interrupt_with_any_event, 0, 120);
    tcase_add_test(interrupts, test_interrupts_from_another_thread);
    suite_add_tcase(suite, interrupts);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
