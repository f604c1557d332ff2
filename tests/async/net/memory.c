// A buffer that is freed while its task waits is never written: the read is a fault when its data comes.
#include <stdio.h>
#include <stdlib.h>

async void reads(conn c, char *to) {
    try {
        await conn_read(c, to, 10);
    } catch (error e) {
        puts(e.name); // expect: UseAfterFree
    }
}

async int main(void) {
    listener l = tcp_listen("127.0.0.1", 0);
    task(conn) other = spawn tcp_accept(l);
    conn c = await tcp_connect("127.0.0.1", local_port(l));
    conn d = await other;
    char *data = malloc(10);
    task(void) t = spawn reads(c, data);
    await sleep(0);
    free(data);
    await conn_write(d, "text");
    await t;
    char back[10] = "";
    printf("%zu %s\n", await conn_read(c, back, 9), back); // expect: 4 text
    char small[4];
    try {
        await conn_read(c, small, 5);
    } catch (error e) {
        puts(e.name); // expect: IndexError
    }
    try {
        await conn_write(c, small, 5);
    } catch (error e) {
        puts(e.name); // expect: IndexError
    }
    try {
        await conn_write(c, small, 4);
    } catch (error e) {
        puts(e.name); // expect: Uninitialised
    }
    return 0;
}
