// Lines of stdin for tasks: asked for one at a time, first come first served, dropped
// when nobody asks any more.
#include "fake_vm.h"

#include <pthread.h>

typedef struct Reader {
    Fixture *fx;
    const char *prompt;
    bool blocking;
} Reader;

static VmStop read_line(Fiber *self) {
    Reader *reader = self->ctx;
    Fixture *fx = reader->fx;
    if (self->at++ == 0) {
        loop_await_input(fx->loop, reader->prompt, reader->blocking);
        return VM_PENDING;
    }
    size_t size_bytes;
    char *line = loop_input_take(fx->loop, &size_bytes);
    ck_assert_int_eq(self->in.i, line != NULL);
    say(fx, "%s=%s ", task_name(loop_current(fx->loop)), line != NULL ? line : "EOF");
    mem_free(line);
    return fake_return(self, 0);
}

START_TEST(each_gets_its_line) {
    Fixture *fx = fixture_new();
    fx->answers[0] = "one";
    fx->answers[1] = "two";
    fx->answers[2] = NULL;
    fx->answer_count = 3;
    Reader a = {fx, "a?", false};
    Reader b = {fx, "b?", false};
    spawn(fx, "A", read_line, &a);
    spawn(fx, "B", read_line, &b);
    spawn(fx, "C", read_line, &b);
    loop_run_idle(fx->loop);
    ck_assert_str_eq(fx->log, "A=one B=two C=EOF ");
    ck_assert_str_eq(fx->prompts, "a?;b?;b?;");
    fixture_destroy(fx);
}
END_TEST

static VmStop say_ran(Fiber *self) {
    say(self->ctx, "ran ");
    return fake_return(self, 0);
}

static void *answer_later(void *ctx) {
    Fixture *fx = ctx;
    loop_input(fx->loop, "late", 4);
    return NULL;
}

START_TEST(a_blocking_read_holds_everybody) {
    Fixture *fx = fixture_new();
    Reader reader = {fx, NULL, true};
    spawn(fx, "A", read_line, &reader);
    spawn(fx, "B", say_ran, fx);
    pthread_t thread;
    ck_assert_int_eq(pthread_create(&thread, NULL, answer_later, fx), 0);
    pthread_join(thread, NULL); // before it is asked for: dropped
    loop_wake(fx->loop);
    fx->answers[0] = "now";
    fx->answer_count = 1;
    loop_run_idle(fx->loop);
    ck_assert(strcmp(fx->log, "A=now ran ") == 0);
    fixture_destroy(fx);
}
END_TEST

START_TEST(a_line_from_another_thread) {
    Fixture *fx = fixture_new();
    Reader reader = {fx, "?", false};
    Task *task = cell(fx, "cell", read_line, &reader);
    pthread_t thread;
    while (fx->asked == 0) {
        loop_stop(fx->loop);
        Task *turn = cell(fx, "turn", say_ran, fx);
        run_cell(fx, turn);
        run_cell(fx, turn);
    }
    ck_assert_int_eq(pthread_create(&thread, NULL, answer_later, fx), 0);
    run_cell(fx, task);
    pthread_join(thread, NULL);
    ck_assert_str_eq(strstr(fx->log, "cell"), "cell=late ");
    fixture_destroy(fx);
}
END_TEST

static VmStop interrupt_now(Fiber *self) {
    loop_interrupt(((Fixture *)self->ctx)->loop);
    return fake_return(self, 0);
}

START_TEST(an_interrupted_readers_answer_is_dropped) {
    Fixture *fx = fixture_new();
    Reader first = {fx, "first?", false};
    Task *reading = cell(fx, "reading", read_line, &first);
    spawn(fx, "key", interrupt_now, fx);
    run_cell(fx, reading);
    ck_assert_int_eq(failure(fx, reading), TRAP_INTERRUPT);
    loop_input(fx->loop, "stale", 5);
    loop_run_idle(fx->loop);
    fx->answers[1] = "fresh";
    fx->answer_count = 2;
    Reader second = {fx, "second?", false};
    run_cell(fx, cell(fx, "B", read_line, &second));
    ck_assert_str_eq(fx->log, "B=fresh ");
    fixture_destroy(fx);
}
END_TEST

// A stream of input loses nothing: several lines at once, the one that nobody waited for
// any more, and the end behind them.
START_TEST(a_streams_lines_are_kept) {
    Fixture *fx = fixture_new();
    loop_keep_input(fx->loop);
    Reader first = {fx, "first?", false};
    Task *reading = cell(fx, "reading", read_line, &first);
    spawn(fx, "key", interrupt_now, fx);
    run_cell(fx, reading);
    ck_assert_int_eq(failure(fx, reading), TRAP_INTERRUPT);
    loop_input(fx->loop, "one\n\nthree", 10);
    loop_input(fx->loop, NULL, 0);
    Reader others = {fx, "?", false};
    spawn(fx, "A", read_line, &others);
    spawn(fx, "B", read_line, &others);
    spawn(fx, "C", read_line, &others);
    spawn(fx, "D", read_line, &others);
    loop_run_idle(fx->loop);
    ck_assert_str_eq(fx->log, "A=one B= C=three D=EOF ");
    fixture_destroy(fx);
}
END_TEST

START_TEST(virtual_time_stands_still_while_somebody_reads) {
    Fixture *fx = fixture_new();
    fx->answers[0] = "x";
    fx->answer_count = 1;
    Reader reader = {fx, "?", false};
    Task *task = cell(fx, "A", read_line, &reader);
    run_cell(fx, task);
    ck_assert_double_eq(now_s(fx), 0);
    fixture_destroy(fx);
}
END_TEST

int main(void) {
    TCase *tc = tcase_create("stdin");
    tcase_add_test(tc, each_gets_its_line);
    tcase_add_test(tc, a_blocking_read_holds_everybody);
    tcase_add_test(tc, a_line_from_another_thread);
    tcase_add_test(tc, an_interrupted_readers_answer_is_dropped);
    tcase_add_test(tc, a_streams_lines_are_kept);
    tcase_add_test(tc, virtual_time_stands_still_while_somebody_reads);
    return run_suite(tc);
}
