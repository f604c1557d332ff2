// Sizes: 0 is nothing, more than the object has is a fault, a line without an end is an error that loses nothing.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

async void floods(conn c) {
    char data[1000];
    memset(data, 'x', sizeof data);
    for (int i = 0; i < 70; i++)
        await conn_write(c, data, sizeof data);
    conn_write_eof(c);
    await conn_read(c, data, 1);
}

async int main(void) {
    listener l = tcp_listen("127.0.0.1", 0);
    task(void) server = spawn tcp_serve(l, floods);
    conn c = await tcp_connect("127.0.0.1", local_port(l));
    char data[10];
    printf("%zu\n", await conn_read(c, data, 0));  // expect: 0
    printf("%zu\n", await conn_write(c, data, 0)); // expect: 0
    try {
        await conn_read(c, data, (size_t)-1);
    } catch (error e) {
        puts(e.name); // expect: IndexError
    }
    try {
        await conn_read_exactly(c, data, 1ul << 62);
    } catch (error e) {
        puts(e.name); // expect: IndexError
    }
    try {
        await conn_read_line(c);
    } catch (error e) {
        printf("%s: %s\n", e.name, e.message); // expect: LimitOverrunError: the end of the line did not come within 65536 bytes; conn_read takes what has
    }
    char *all = malloc(70000);
    printf("%zu\n", await conn_read_exactly(c, all, 70000)); // expect: 70000
    printf("%zu\n", await conn_read(c, data, 1));            // expect: 0
    free(all);
    return 0;
}
