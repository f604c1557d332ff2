// The asynchronous workloads of work.c on C++20 coroutines and the least scheduler that can run them: what a compiled
// language can reach. No cancellation, no names, no errors.
#include <chrono>
#include <coroutine>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <queue>
#include <thread>
#include <utility>
#include <vector>

using Clock = std::chrono::steady_clock;
using Handle = std::coroutine_handle<>;

struct Timer {
    Clock::time_point deadline;
    unsigned long sequence;
    Handle handle;
    bool operator<(const Timer &other) const { // the queue's top is the largest
        return deadline != other.deadline ? deadline > other.deadline : sequence > other.sequence;
    }
};

static std::deque<Handle> ready;
static std::priority_queue<Timer> timers;
static unsigned long last_sequence;

static void run_loop() {
    for (;;) {
        while (!ready.empty()) {
            Handle next = ready.front();
            ready.pop_front();
            next.resume();
        }
        if (timers.empty())
            return;
        std::this_thread::sleep_until(timers.top().deadline);
        for (auto now = Clock::now(); !timers.empty() && timers.top().deadline <= now; timers.pop())
            ready.push_back(timers.top().handle);
    }
}

// A coroutine: awaited at once it is a call, spawned it is a task.
struct Task {
    struct promise_type {
        long result = 0;
        Handle waiter;
        bool is_task = false;
        Task get_return_object() { return Task(std::coroutine_handle<promise_type>::from_promise(*this)); }
        std::suspend_always initial_suspend() noexcept { return {}; }
        struct End {
            bool await_ready() noexcept { return false; }
            Handle await_suspend(std::coroutine_handle<promise_type> me) noexcept {
                promise_type &promise = me.promise();
                if (!promise.waiter)
                    return std::noop_coroutine();
                if (!promise.is_task)
                    return promise.waiter;
                ready.push_back(promise.waiter);
                return std::noop_coroutine();
            }
            void await_resume() noexcept {}
        };
        End final_suspend() noexcept { return {}; }
        void return_value(long value) { result = value; }
        void unhandled_exception() { std::abort(); }
    };
    std::coroutine_handle<promise_type> handle;
    explicit Task(std::coroutine_handle<promise_type> h) : handle(h) {}
    Task(Task &&other) noexcept : handle(std::exchange(other.handle, nullptr)) {}
    Task(const Task &) = delete;
    ~Task() {
        if (handle)
            handle.destroy();
    }
    Task &&spawn() && {
        handle.promise().is_task = true;
        ready.push_back(handle);
        return std::move(*this);
    }
    bool await_ready() const { return handle.done(); }
    Handle await_suspend(Handle waiter) {
        handle.promise().waiter = waiter;
        return handle.promise().is_task ? std::noop_coroutine() : Handle(handle);
    }
    long await_resume() const { return handle.promise().result; }
};

struct Turn {
    bool await_ready() const { return false; }
    void await_suspend(Handle me) { ready.push_back(me); }
    void await_resume() const {}
};

struct Until {
    Clock::time_point deadline;
    bool await_ready() const { return false; }
    void await_suspend(Handle me) { timers.push({deadline, ++last_sequence, me}); }
    void await_resume() const {}
};

static Task same(long i) { co_return i; }
static Task same_later(long i) {
    co_await Turn{};
    co_return i;
}

static Task spawn_all(long n, Task (*body)(long)) {
    const long batch = 10000;
    long total = 0;
    for (long begin = 0; begin < n; begin += batch) {
        std::vector<Task> tasks;
        for (long i = begin; i < n && i < begin + batch; i++)
            tasks.push_back(body(i).spawn());
        for (Task &task : tasks)
            total += co_await task;
    }
    co_return total;
}

static Task call_all(long n) {
    long total = 0;
    for (long i = 0; i < n; i++)
        total += co_await same(i);
    co_return total;
}

static Task turns(long n) {
    for (long i = 0; i < n; i++)
        co_await Turn{};
    co_return n;
}

static Task switch_all(long n) {
    Task a = turns(n / 2).spawn(), b = turns(n / 2).spawn();
    long first = co_await a;
    co_return first + co_await b;
}

static long live, most;
static Task sleep_until(Clock::time_point deadline) {
    most = ++live > most ? live : most;
    co_await Until{deadline};
    live--;
    co_return 0;
}

static Task sleepers(long n, long base) {
    auto began = Clock::now() + std::chrono::seconds(base);
    std::vector<Task> tasks;
    for (long i = 0; i < n; i++)
        tasks.push_back(sleep_until(began + std::chrono::milliseconds(i % 4000)).spawn());
    for (Task &task : tasks)
        co_await task;
    co_return most;
}

static Task deep(long n, long depth) {
    if (depth > 0)
        co_return 1 + co_await deep(n, depth - 1);
    co_await turns(n);
    co_return 0;
}

struct Queue {
    std::deque<long> items;
    Handle getter, putter;
    static void wake(Handle &who) {
        if (who)
            ready.push_back(std::exchange(who, nullptr));
    }
    struct Wait {
        Handle &place;
        bool await_ready() const { return false; }
        void await_suspend(Handle me) { place = me; }
        void await_resume() const {}
    };
};

static Task put_all(Queue &queue, long n) {
    for (long i = 0; i < n; i++) {
        while (queue.items.size() >= 16)
            co_await Queue::Wait{queue.putter};
        queue.items.push_back(i);
        Queue::wake(queue.getter);
    }
    co_return 0;
}

static Task queue_all(long n) {
    Queue queue;
    Task producer = put_all(queue, n).spawn();
    long total = 0;
    for (long i = 0; i < n; i++) {
        while (queue.items.empty())
            co_await Queue::Wait{queue.getter};
        total += queue.items.front();
        queue.items.pop_front();
        Queue::wake(queue.putter);
    }
    co_await producer;
    co_return total;
}

struct Generator {
    struct promise_type {
        long value;
        Generator get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
        std::suspend_always initial_suspend() noexcept { return {}; }
        std::suspend_always final_suspend() noexcept { return {}; }
        std::suspend_always yield_value(long v) {
            value = v;
            return {};
        }
        void return_void() {}
        void unhandled_exception() { std::abort(); }
    };
    std::coroutine_handle<promise_type> handle;
    ~Generator() { handle.destroy(); }
};

__attribute__((noinline)) static Generator count(long n) {
    for (long i = 0; i < n; i++)
        co_yield i;
}

static Task gen_all(long n) {
    Generator numbers = count(n);
    long total = 0;
    for (numbers.handle.resume(); !numbers.handle.done(); numbers.handle.resume())
        total += numbers.handle.promise().value;
    co_return total;
}

static Task fetch(long seconds) {
    co_await Until{Clock::now() + std::chrono::seconds(seconds)};
    co_return seconds;
}

static Task crawl() {
    std::vector<Task> pages;
    long total = 0;
    for (long s = 1; s <= 4; s++)
        pages.push_back(fetch(s).spawn());
    for (Task &page : pages)
        total += co_await page;
    co_return total;
}

static Task work(const char *name, long n, long arg) {
    auto is = [name](const char *other) { return std::strcmp(name, other) == 0; };
    return is("spawn")      ? spawn_all(n, same)
           : is("spawn1")   ? spawn_all(n, same_later)
           : is("call")     ? call_all(n)
           : is("switch")   ? switch_all(n)
           : is("sleepers") ? sleepers(n, arg)
           : is("deep")     ? deep(n, arg)
           : is("queue")    ? queue_all(n)
           : is("gen")      ? gen_all(n)
                            : crawl();
}

int main(int, char **argv) {
    long n = std::atol(argv[2]), arg = argv[3] ? std::atol(argv[3]) : 0;
    auto began = Clock::now();
    Task all = work(argv[1], n, arg).spawn();
    run_loop();
    long long ns = std::chrono::nanoseconds(Clock::now() - began).count();
    std::printf("{\"ns\": %lld, \"n\": %ld, \"check\": %ld}\n", ns, n, all.handle.promise().result);
}
