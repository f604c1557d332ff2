// A coroutine driven by next(): connecting comes back as a future; the calls that are tried again make the task wait.
#include <stdio.h>

async int talk(int port) {
    conn c = await tcp_connect("127.0.0.1", port);
    char data[10];
    return (int)await conn_read(c, data, sizeof data);
}

async void greet(conn c) { await conn_write(c, "hello"); }

async int main(void) {
    listener l = tcp_listen("127.0.0.1", 0);
    spawn tcp_serve(l, greet);
    coroutine(int) c = talk(local_port(l));
    try {
        for (;;)
            await next(c);
    } catch (error e) {
        puts(e.name); // expect: StopIteration
    }
    return 0;
}
