// A function that a priority queue calls to compare cannot wait: not for a time, not for a connection; the task goes on
// with the error.
#include <stdio.h>

static listener l;
int sleeps(const int *a, const int *b) {
    sleep(1);
    return *a - *b;
}
int accepts(const int *a, const int *b) {
    tcp_accept(l);
    return *a - *b;
}

async void try_with(int (*compare)(const int *, const int *)) {
    queue(int) q = new_priority_queue(int, 0, compare);
    await put(q, 1);
    try {
        await put(q, 2);
    } catch (error e) {
        puts(e.message);
        // expect: a function that the library calls to compare cannot wait
        // expect: a function that the library calls to compare cannot wait
    }
}

async int main(void) {
    l = tcp_listen("127.0.0.1", 0);
    await try_with(sleeps);
    await try_with(accepts);
    sleep(1);
    conn c = await tcp_connect("127.0.0.1", local_port(l));
    await tcp_accept(l);
    puts("on"); // expect: on
    return 0;
}
