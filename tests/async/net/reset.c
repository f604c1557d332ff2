// The other side goes away with data unread: reading and writing are errors of Python's names.
#include <errno.h>
#include <stdio.h>

async int main(void) {
    listener l = tcp_listen("127.0.0.1", 0);
    task(conn) other = spawn tcp_accept(l);
    conn c = await tcp_connect("127.0.0.1", local_port(l));
    conn d = await other;
    await conn_write(c, "nobody reads this");
    close(d);
    char data[10];
    try {
        await conn_read(c, data, sizeof data);
    } catch (error e) {
        printf("%s %d\n", e.name, e.code == ECONNRESET); // expect: ConnectionResetError 1
    }
    try {
        for (;;)
            await conn_write(c, "x");
    } catch (error e) {
        printf("%s %d\n", e.name, e.code == EPIPE); // expect: BrokenPipeError 1
    }
    c = await tcp_connect("127.0.0.1", local_port(l));
    conn_write_eof(c);
    try {
        await conn_write(c, "x");
    } catch (error e) {
        printf("%s\n", e.name); // expect: BrokenPipeError
    }
    return 0;
}
