// latency.c: how long the warm runtime takes from a cell's text to its answer, in this process, through cora.h alone.
//
// What enters is nothing; what leaves is a line a measurement: a name and the median in microseconds. The clock runs
// around cora_cell_start and the loop until the cell is done (compile only: around cora_cell_check), so a round holds
// all stages of the pipeline and nothing of Jupyter. bench_speed.py builds it, runs it and knows the bars.
#include "cora.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ROUNDS = 500, LONG_ROUNDS = 30, WARM_UP = 20, LONG_LINES = 1008 };

static double now_us(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int by_value(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

typedef struct Answer {
    char text[64];
    bool failed;
} Answer;

// The last result, and whether anything went wrong.
static void on_event(void *ctx, const CoraEvent *event) {
    Answer *answer = ctx;
    if (event->kind == CORA_EV_RESULT && event->bundle.count > 0) {
        snprintf(answer->text, sizeof answer->text, "%s", event->bundle.items[0].data);
    } else if (event->kind == CORA_EV_CELL_DONE && event->outcome.status != CORA_OK) {
        answer->failed = true;
    }
}

static void run_cell(CoraSession *session, CoraCellId id, const char *code) {
    CoraCell cell = {.id = id, .code = code, .size_bytes = strlen(code), .name = "In[1]"};
    cora_cell_start(session, &cell);
    cora_loop_run_cell(session, id);
}

// One cell again and again in one session, as somebody would send it.
static void measure(const char *name, const char *code, const char *expected) {
    Answer answer = {.failed = false};
    CoraConfig config = {.sink = {&answer, on_event}};
    CoraSession *session = cora_session_new(&config);
    double times[ROUNDS];
    for (CoraCellId round = 0; round < ROUNDS + WARM_UP; round++) {
        double began = now_us();
        run_cell(session, round + 1, code);
        double took = now_us() - began;
        if (answer.failed || strcmp(answer.text, expected) != 0) {
            fprintf(stderr, "%s: the answer is \"%s\"\n", name, answer.text);
            exit(1);
        }
        if (round >= WARM_UP) {
            times[round - WARM_UP] = took;
        }
    }
    cora_session_destroy(&session);
    qsort(times, ROUNDS, sizeof *times, by_value);
    printf("%s %.2f\n", name, times[ROUNDS / 2]);
}

// A cell such as people write, function after function, of a thousand lines.
static char *long_cell(void) {
    static const char *const lines[] = {
        "static double mean_%d(const double *values, int count) {",
        "    double sum = 0;",
        "    for (int i = 0; i < count; i++) {",
        "        if (values[i] < 0 || values[i] > 1e6) {",
        "            printf(\"value %%d is %%g\\n\", i, values[i]);",
        "            continue;",
        "        }",
        "        sum += values[i] * (i %% 3 + 1);",
        "    }",
        "    return count > 0 ? sum / count : 0;",
        "}",
        "struct point_%d { int x, y; char name[16]; struct point_%d *next; };",
    };
    enum { COUNT = sizeof lines / sizeof lines[0] };
    char *text = malloc(LONG_LINES * 80);
    char *at = text;
    for (int i = 0; i < LONG_LINES; i++) {
        at += sprintf(at, lines[i % COUNT], i / COUNT, i / COUNT);
        *at++ = '\n';
    }
    *at = 0;
    return text;
}

static void measure_long(void) {
    Answer answer = {.failed = false};
    CoraConfig config = {.sink = {&answer, on_event}};
    CoraSession *session = cora_session_new(&config);
    char *code = long_cell();
    CoraCell cell = {.id = 1, .code = code, .size_bytes = strlen(code), .name = "In[1]"};
    double times[LONG_ROUNDS];
    for (int round = 0; round < LONG_ROUNDS; round++) {
        double began = now_us();
        if (!cora_cell_check(session, &cell)) {
            fprintf(stderr, "the long cell does not compile\n");
            exit(1);
        }
        times[round] = now_us() - began;
    }
    cora_session_destroy(&session);
    free(code);
    qsort(times, LONG_ROUNDS, sizeof *times, by_value);
    printf("long %.2f\n", times[LONG_ROUNDS / 2]);
}

int main(void) {
    measure("expression", "6 * 6 + 1", "37");
    measure("function", "int f(int x) { return x * x + 1; } f(6)", "37");
    measure_long();
    return 0;
}
