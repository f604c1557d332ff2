// Lines, with their '\n', as strings of their own or into an array; up to a separator; exactly so many bytes.
#include <stdio.h>
#include <string.h>

async void talk(conn c) {
    await conn_write(c, "one\ntwo\nthree, four; five");
}

async int main(void) {
    listener l = tcp_listen("127.0.0.1", 0);
    spawn tcp_serve(l, talk);
    conn c = await tcp_connect("localhost", local_port(l));
    fputs(await conn_read_line(c), stdout); // expect: one
    char line[3];
    fputs(await conn_read_line(c, line, sizeof line), stdout); // expect: two
    fputs(await conn_read_line(c, line, sizeof line), stdout);
    char *rest = await conn_read_until(c, ", ");
    printf("%zu [%s]\n", strlen(rest), rest); // expect: 7 [three, ]
    try {
        await conn_read_until(c, "\r\n");
    } catch (error e) { // what has come stays
        printf("%s: %s\n", e.name, e.message); // expect: IncompleteReadError: the other side closed the connection after 10 bytes, before the separator had come
    }
    char exact[5] = "";
    await conn_read_exactly(c, exact, 4);
    puts(exact); // expect: four
    try {
        await conn_read_exactly(c, exact, 5);
        await conn_read_exactly(c, exact, 5);
    } catch (error e) {
        puts(e.message); // expect: the other side closed the connection after 1 byte, before all 5 had come
    }
    puts(await conn_read_line(c));                         // expect: e
    printf("%d\n", await conn_read_line(c) == NULL);       // expect: 1
    printf("%d\n", await conn_read_line(c, line, 3) == NULL); // expect: 1
    close(l);
    return 0;
}
