// The asynchronous workloads: `cora run work.c WORKLOAD N [ARG]`. Its last line is
// {"ns": how long, "n": N, "check": what the peers must find as well}.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BATCH = 10000 };

static long long now_ns(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

async long same(long i) {
    return i;
}

async long same_later(long i) {
    await sleep(0);
    return i;
}

// Tasks in batches: made, then awaited in the order they were made.
async long spawn_all(long n, bool yields) {
    static task(long) tasks[BATCH];
    long total = 0;
    for (long from = 0; from < n; from += BATCH) {
        long count = n - from < BATCH ? n - from : BATCH;
        for (long i = 0; i < count; i++) {
            tasks[i] = yields ? spawn same_later(from + i) : spawn same(from + i);
        }
        for (long i = 0; i < count; i++) {
            total += await tasks[i];
        }
    }
    return total;
}

async long call_all(long n) {
    long total = 0;
    for (long i = 0; i < n; i++) {
        total += await same(i);
    }
    return total;
}

async long turns(long n) {
    for (long i = 0; i < n; i++) {
        await sleep(0);
    }
    return n;
}

async long switch_all(long n) {
    task(long) a = spawn turns(n / 2);
    task(long) b = spawn turns(n / 2);
    return await a + await b;
}

long live, peak;

async void sleep_until(double deadline) {
    if (++live > peak) {
        peak = live;
    }
    await sleep(deadline - loop_time());
    live--;
}

// Everybody sleeps at once; they wake over four seconds, `base` seconds from now on.
async long sleepers(long n, long base) {
    task(void) *tasks = malloc(n * sizeof *tasks);
    double began = loop_time() + base;
    for (long i = 0; i < n; i++) {
        tasks[i] = spawn sleep_until(began + i % 4000 / 1000.0);
    }
    for (long i = 0; i < n; i++) {
        await tasks[i];
    }
    free(tasks);
    return peak;
}

// `n` resumes of a task that stands `depth` awaits deep.
async long deep(long n, long depth) {
    if (depth > 0) {
        return 1 + await deep(n, depth - 1);
    }
    await turns(n);
    return 0;
}

async void put_all(queue(long) q, long n) {
    for (long i = 0; i < n; i++) {
        await put(q, i);
    }
}

async long get_all(queue(long) q, long n) {
    long total = 0;
    for (long i = 0; i < n; i++) {
        total += await get(q);
    }
    return total;
}

async long queue_all(long n) {
    queue(long) q = new_queue(long, 16);
    task(void) producer = spawn put_all(q, n);
    task(long) consumer = spawn get_all(q, n);
    await producer;
    return await consumer;
}

generator(long) count(long n) {
    for (long i = 0; i < n; i++) {
        yield i;
    }
}

async generator(long) count_async(long n) {
    for (long i = 0; i < n; i++) {
        yield i;
    }
}

long gen_all(long n) {
    long total = 0;
    for (long x : count(n)) {
        total += x;
    }
    return total;
}

async long agen_all(long n) {
    long total = 0;
    for await (long x : count_async(n)) {
        total += x;
    }
    return total;
}

async long fetch(long seconds) {
    await sleep(seconds);
    return seconds;
}

async long crawl(void) {
    task(long) pages[4];
    for (long i = 0; i < 4; i++) {
        pages[i] = spawn fetch(i + 1);
    }
    long total = 0;
    for (long i = 0; i < 4; i++) {
        total += await pages[i];
    }
    return total;
}

async long work(const char *name, long n, long arg) {
    if (!strcmp(name, "spawn")) return await spawn_all(n, false);
    if (!strcmp(name, "spawn1")) return await spawn_all(n, true);
    if (!strcmp(name, "call")) return await call_all(n);
    if (!strcmp(name, "switch")) return await switch_all(n);
    if (!strcmp(name, "sleepers")) return await sleepers(n, arg);
    if (!strcmp(name, "deep")) return await deep(n, arg);
    if (!strcmp(name, "queue")) return await queue_all(n);
    if (!strcmp(name, "gen")) return gen_all(n);
    if (!strcmp(name, "agen")) return await agen_all(n);
    if (!strcmp(name, "crawl")) return await crawl();
    fprintf(stderr, "no workload is called `%s`\n", name);
    exit(2);
}

async int main(int argc, char **argv) {
    if (argc < 3) {
        fprintf(stderr, "use: cora run work.c WORKLOAD N [ARG]\n");
        return 2;
    }
    long n = strtol(argv[2], NULL, 10);
    long arg = argc > 3 ? strtol(argv[3], NULL, 10) : 0;
    long long began = now_ns();
    long check = await work(argv[1], n, arg);
    printf("{\"ns\": %lld, \"n\": %ld, \"check\": %ld}\n", now_ns() - began, n, check);
    return 0;
}
