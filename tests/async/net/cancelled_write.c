// A write that is cancelled half-way is sent to its end all the same; what is written later comes behind it, and so does
// the end.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MUCH = 8000000 };
static char a[MUCH];

async void writes(conn c, const char *text) {
    printf("%zu\n", await conn_write(c, text));
}

async void gives_up(conn c) {
    deadline (0.02) {
        await conn_write(c, a, MUCH);
    } else {
        puts("nobody reads");
    }
}

async int main(void) {
    memset(a, 'a', sizeof a);
    listener l = tcp_listen("127.0.0.1", 0);
    task(conn) other = spawn tcp_accept(l);
    conn c = await tcp_connect("127.0.0.1", local_port(l));
    conn d = await other;
    await gives_up(c); // expect: nobody reads
    memset(a, 'z', sizeof a); // it has a copy
    task(void) first = spawn writes(c, "first "), never = spawn writes(c, "never "), last = spawn writes(c, "last");
    await sleep(0);
    cancel(never); // before its first byte
    char *got = malloc(MUCH + 11);
    await conn_read_exactly(d, got, MUCH + 10);
    await wait_all((task(void)[]){first, last}, 2);
    // expect: 6
    // expect: 4
    got[MUCH + 10] = '\0';
    printf("%zu %s\n", strspn(got, "a"), got + MUCH); // expect: 8000000 first last

    await gives_up(d); // expect: nobody reads
    conn_write_eof(d);
    size_t all = 0, n;
    while ((n = await conn_read(c, got, MUCH)))
        all += n;
    printf("%zu\n", all); // expect: 8000000
    free(got);
    return 0;
}
