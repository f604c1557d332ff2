// A server and its clients in one program: what is written comes back, the end is read as 0.
#include <stdio.h>
#include <string.h>

async void echo(conn c) {
    char data[100];
    size_t n;
    while ((n = await conn_read(c, data, sizeof data)) > 0)
        await conn_write(c, data, n);
}

async void client(int port, const char *text) {
    conn c = await tcp_connect("127.0.0.1", port);
    printf("%zu\n", await conn_write(c, text)); // expect: 5
    char back[6] = "";
    await conn_read_exactly(c, back, 5);
    puts(back); // expect: hello
    conn_write_eof(c);
    printf("%zu\n", await conn_read(c, back, sizeof back)); // expect: 0
    close(c);
}

async int main(void) {
    listener l = tcp_listen("127.0.0.1", 0);
    task(void) server = spawn tcp_serve(l, echo);
    await client(local_port(l), "hello");
    close(l);
    await server; // ends without an error when its listener is closed
    puts("done"); // expect: done
    return 0;
}
