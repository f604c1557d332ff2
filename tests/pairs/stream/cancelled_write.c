// A write whose waiting is cancelled half-way: all of it arrives, and what is written later behind it.
#include "../say.h"
#include <stdlib.h>
#include <string.h>

enum { MUCH = 8000000 };

async void writes(conn c, const char *data, size_t size) {
    await conn_write(c, data, size);
}

async int main(void) {
    listener l = tcp_listen("127.0.0.1", 0);
    conn c = await tcp_connect("127.0.0.1", local_port(l));
    conn d = await tcp_accept(l);
    char *data = malloc(MUCH), *got = calloc(MUCH + 5, 1);
    memset(data, 'a', MUCH);
    task(void) t = spawn writes(c, data, MUCH);
    await sleep(0);
    cancel(t);
    try {
        await t;
    } catch (error e) {
        say("cancelled");
    }
    free(data);
    task(void) last = spawn writes(c, "last", 4);
    await conn_read_exactly(d, got, MUCH + 4);
    await last;
    say("%d %s", (int)strspn(got, "a"), got + MUCH);
    conn_write_eof(c);
    say("%d", (int)await conn_read(d, got, 1));
    free(got);
}
