// A write waits while nobody reads; writes of several tasks come one after the other.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MUCH = 8000000 };
static char a[MUCH], b[MUCH];

async void writes(conn c, const char *data, const char *name) {
    printf("%s %zu\n", name, await conn_write(c, data, MUCH));
    // expect: a 8000000
    // expect: b 8000000
}

async int main(void) {
    memset(a, 'a', sizeof a);
    memset(b, 'b', sizeof b);
    listener l = tcp_listen("127.0.0.1", 0);
    task(conn) other = spawn tcp_accept(l);
    conn c = await tcp_connect("127.0.0.1", local_port(l));
    conn d = await other;
    char *got = malloc(2 * MUCH);
    taskgroup {
        spawn writes(c, a, "a");
        spawn writes(c, b, "b");
        await conn_read_exactly(d, got, 2 * MUCH);
    }
    printf("%d %d\n", memcmp(got, a, MUCH), memcmp(got + MUCH, b, MUCH)); // expect: 0 0
    free(got);
    return 0;
}
