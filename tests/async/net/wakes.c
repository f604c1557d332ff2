// A task that waits for a connection is cancelled between its turn and its run: the turn goes to the next one, and no
// connection is lost.
#include <stdio.h>

async void one(listener l, const char *name) {
    conn c = await tcp_accept(l);
    char text[3] = "";
    await conn_read_exactly(c, text, 2);
    printf("%s %s\n", name, text);
    // expect: B c1
    // expect: C c2
}

async int main(void) {
    listener l = tcp_listen("127.0.0.1", 0);
    task(void) a = spawn one(l, "A"), b = spawn one(l, "B"), c = spawn one(l, "C");
    await sleep(0);
    conn c1 = tcp_connect("127.0.0.1", local_port(l)); // plain: it has arrived when A is told
    await conn_write(c1, "c1");
    cancel(a);
    await b;
    conn c2 = await tcp_connect("127.0.0.1", local_port(l));
    await conn_write(c2, "c2");
    await c;
    printf("%d\n", cancelled(a)); // expect: 1
    return 0;
}
