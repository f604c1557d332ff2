// The rest of a cancelled write that cannot be sent any more: the next write says so, and so does one behind a write whose
// memory was freed.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

enum { MUCH = 8000000 };

async void writes(conn c, const char *data) { await conn_write(c, data, MUCH); }

async void say_why(conn c) {
    try {
        await conn_write(c, "x");
        puts("written");
    } catch (error e) {
        bool is_broken = is_error(e, "BrokenPipeError") || is_error(e, "ConnectionResetError");
        printf("%d %s\n", is_broken, e.message);
    }
}

async int main(void) {
    listener l = tcp_listen("127.0.0.1", 0);
    for (int frees = 0; frees < 2; frees++) {
        char *data = calloc(MUCH, 1);
        conn c = await tcp_connect("127.0.0.1", local_port(l));
        conn d = await tcp_accept(l);
        task(void) t = spawn writes(c, data);
        await sleep(0);
        if (frees)
            free(data);
        cancel(t);
        await wait_all(&t, 1);
        close(d);
        await say_why(c);
        await say_why(c); // it stays so
        if (!frees)
            free(data);
        close(c);
    }
    return 0;
}
// expect: 1 an earlier write to this connection was cancelled, and the other side has closed the connection before the rest of it was sent: what follows would make no sense; close it
// expect: 1 an earlier write to this connection was cancelled, and the other side has closed the connection before the rest of it was sent: what follows would make no sense; close it
// expect: 1 an earlier write to this connection was given up half-way: what follows would make no sense; close it
// expect: 1 an earlier write to this connection was given up half-way: what follows would make no sense; close it
