// Two tasks may not read from one connection at once (asyncio: RuntimeError); two may accept, each gets one.
#include <stdio.h>

async void first(conn c) {
    char data[10] = "";
    await conn_read(c, data, 9);
    puts(data);
}

async void accept_one(listener l, int number) {
    conn c = await tcp_accept(l);
    printf("%d has one\n", number);
    // expect: 1 has one
    // expect: 2 has one
}

async int main(void) {
    listener l = tcp_listen("127.0.0.1", 0);
    taskgroup {
        spawn accept_one(l, 1);
        spawn accept_one(l, 2);
        await sleep(0);
        conn a = await tcp_connect("127.0.0.1", local_port(l));
        conn b = await tcp_connect("127.0.0.1", local_port(l));
    }
    task(conn) other = spawn tcp_accept(l);
    conn c = await tcp_connect("127.0.0.1", local_port(l));
    conn d = await other;
    task(void) reader = spawn first(c);
    await sleep(0);
    char data[10];
    try {
        await conn_read(c, data, 10);
    } catch (error e) {
        printf("%s\n", e.name); // expect: RuntimeError
    }
    await conn_write(d, "for one");
    await reader; // expect: for one
    return 0;
}
