// Called plainly, all of it works without a single await, as in C: the kernel keeps what is written.
#include <stdio.h>

int main(void) {
    listener l = tcp_listen("127.0.0.1", 0);
    conn c = tcp_connect("127.0.0.1", local_port(l));
    conn d = tcp_accept(l);
    conn_write(c, "to and\n");
    fputs(conn_read_line(d), stdout); // expect: to and
    conn_write(d, "fro\n");
    char line[10];
    fputs(conn_read_line(c, line, 10), stdout); // expect: fro
    puts(resolve("127.0.0.1"));                 // expect: 127.0.0.1
    close(c);
    printf("%zu\n", conn_read(d, line, 10)); // expect: 0
    return 0;
}
