// A connection that nobody can reach is closed when it is collected: the other side reads the end. Descriptors don't run
// out in a program that forgets its connections.
#include <stdio.h>

async void forget(int port) { await tcp_connect("127.0.0.1", port); }

async void drop(conn c) {
    char data[4];
    await conn_read(c, data, 4);
}

async int main(void) {
    listener l = tcp_listen("127.0.0.1", 0);
    for (int i = 0; i < 3000; i++) {
        await forget(local_port(l));
        await tcp_accept(l);
    }
    puts("3000"); // expect: 3000
    return 0;
}
