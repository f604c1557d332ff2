// Streams on the scheduler alone: waits and turns, the order of what arrives, what counts
// as in flight, and what happens when there are too many sockets.
#include "fake_vm.h"
#include "loop/sched.h"

#include <errno.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

// One end is a Stream, the other one the test's.
typedef struct Pair {
    Fixture *fx;
    Stream stream;
    int other;
} Pair;

static Pair *pair_new(Fixture *fx) {
    Pair *pair = mem_alloc(sizeof *pair);
    int fds[2];
    int rc = socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, fds);
    ck_assert_int_eq(rc, 0);
    pair->fx = fx;
    stream_init(&pair->stream, 0);
    ck_assert_int_eq(stream_open(&pair->stream, fx->loop, fds[0]), 0);
    pair->other = fds[1];
    return pair;
}

static void pair_destroy(Pair *pair) {
    stream_close(&pair->stream);
    close(pair->other);
    mem_free(pair);
}

static void tell(Pair *pair, const char *text) {
    ssize_t n = write(pair->other, text, strlen(text));
    ck_assert_int_eq(n, (ssize_t)strlen(text));
}

// As a native does: it is executed again after each wait.
static VmStop reads(Fiber *self) {
    Pair *pair = self->ctx;
    Stream *stream = &pair->stream;
    const char *name = task_name(loop_current(pair->fx->loop));
    stream_take_turn(&stream->reading);
    char data[16];
    size_t got;
    int code;
    if (self->error != 0 || !stream_is_open(stream)) {
        say(pair->fx, "%s closed ", name);
        return fake_return(self, 0);
    }
    if (stream_read(stream, data, sizeof data, &got, &code) == STREAM_WAIT) {
        stream_wait(stream, &stream->reading, false);
        return VM_PENDING;
    }
    say(pair->fx, "%s=%.*s ", name, (int)got, data);
    return fake_return(self, 0);
}

static VmStop turn(Fiber *self) {
    return fake_return(self, 0);
}

// Until whoever is ready has run once more.
static void run_turn(Fixture *fx) {
    run_cell(fx, cell(fx, "turn", turn, fx));
}

START_TEST(a_read_waits_and_goes_on) {
    Fixture *fx = fixture_new();
    Pair *pair = pair_new(fx);
    spawn(fx, "A", reads, pair);
    run_turn(fx);
    ck_assert_uint_eq(loop_stats(fx->loop).sockets, 1);
    tell(pair, "x");
    loop_run_idle(fx->loop);
    ck_assert_str_eq(fx->log, "A=x ");
    ck_assert_uint_eq(loop_stats(fx->loop).sockets, 0);
    ck_assert_uint_eq(fx->deadlocks, 0);
    pair_destroy(pair);
    fixture_destroy(fx);
}
END_TEST

// What has come in one batch is told in the order in which it came, or in the order of
// the schedule's seed: the same for the same seed.
static char *order_of(uint64_t seed) {
    Fixture *fx = fixture_new();
    Pair *pairs[6];
    loop_set_schedule_seed(fx->loop, seed);
    for (int i = 0; i < 6; i++) {
        char name[2] = {(char)('A' + i), 0};
        pairs[i] = pair_new(fx);
        spawn(fx, name, reads, pairs[i]);
    }
    run_turn(fx);
    world_poll(&fx->loop->world); // that they are new and can be written to
    run_turn(fx);
    ck_assert_uint_eq(loop_stats(fx->loop).sockets, 6);
    for (int i = 6; i-- > 0;) {
        tell(pairs[i], "x");
    }
    loop_run_idle(fx->loop);
    char *log = mem_strdup(fx->log);
    for (int i = 0; i < 6; i++) {
        pair_destroy(pairs[i]);
    }
    fixture_destroy(fx);
    return log;
}

START_TEST(completions_are_a_choice) {
    char *plain = order_of(0);
    ck_assert_str_eq(plain, "F=x E=x D=x C=x B=x A=x ");
    char *five = order_of(5);
    char *again = order_of(5);
    ck_assert_str_eq(five, again);
    ck_assert_str_ne(five, plain);
    mem_free(plain);
    mem_free(five);
    mem_free(again);
}
END_TEST

START_TEST(closing_wakes_who_waits) {
    Fixture *fx = fixture_new();
    Pair *pair = pair_new(fx);
    Task *task = cell(fx, "A", reads, pair);
    run_turn(fx);
    tell(pair, "x"); // arrived and not told: forgotten with the stream
    world_poll(&fx->loop->world);
    stream_close(&pair->stream);
    run_cell(fx, task);
    ck_assert_str_eq(fx->log, "A closed ");
    pair_destroy(pair);
    fixture_destroy(fx);
}
END_TEST

static VmStop sleeps_and_closes(Fiber *self) {
    Pair *pair = self->ctx;
    if (self->at++ == 0) {
        return fake_sleep(self, 0.02);
    }
    stream_close(&pair->stream);
    return fake_return(self, 0);
}

// The test would end at once if the clock jumped, and never if it stood still.
START_TEST(time_passes_really_while_something_is_in_flight) {
    Fixture *fx = fixture_new();
    Pair *pair = pair_new(fx);
    spawn(fx, "A", reads, pair);
    spawn(fx, "B", sleeps_and_closes, pair);
    uint64_t began_ns = clock_real_ns();
    loop_run_idle(fx->loop);
    ck_assert_double_eq(now_s(fx), 0.02);
    ck_assert_uint_ge(clock_real_ns() - began_ns, 20000000u);
    ck_assert_str_eq(fx->log, "A closed ");
    pair_destroy(pair);
    fixture_destroy(fx);
}
END_TEST

static VmStop connects(Fiber *self) {
    Pair *pair = self->ctx;
    if (self->at++ > 0) {
        return fake_return(self, 0);
    }
    Future *future = stream_connect(&pair->stream, pair->fx->loop, "127.0.0.1", 9);
    ck_assert_ptr_nonnull(future);
    ck_assert_int_eq(future->state, FUTURE_FAILED);
    const ErrorObj *error = vm_error(pair->fx->vm, future->result.p);
    say(pair->fx, "%s", error->message);
    return fake_return(self, 0);
}

// Sockets that the program has forgotten are looked for before it is told.
START_TEST(too_many_sockets) {
    Fixture *fx = fixture_new();
    Pair pair = {.fx = fx};
    stream_init(&pair.stream, 0);
    struct rlimit before;
    getrlimit(RLIMIT_NOFILE, &before);
    struct rlimit few = {.rlim_cur = 3, .rlim_max = before.rlim_max};
    spawn(fx, "A", connects, &pair);
    uint32_t collections = fx->vm->collections;
    setrlimit(RLIMIT_NOFILE, &few);
    loop_run_idle(fx->loop);
    setrlimit(RLIMIT_NOFILE, &before);
    ck_assert_str_eq(fx->log, "cannot connect to 127.0.0.1:9: too many files and sockets "
                              "are open at once; close some");
    ck_assert_uint_eq(fx->vm->collections, collections + 1);
    fixture_destroy(fx);
}
END_TEST

int main(void) {
    TCase *tc = tcase_create("streams");
    tcase_add_test(tc, a_read_waits_and_goes_on);
    tcase_add_test(tc, completions_are_a_choice);
    tcase_add_test(tc, closing_wakes_who_waits);
    tcase_add_test(tc, time_passes_really_while_something_is_in_flight);
    tcase_add_test(tc, too_many_sockets);
    return run_suite(tc);
}
