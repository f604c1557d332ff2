// Where a connection leads to; names of handles for display; the library's names are not reserved.
#include <stdio.h>
#include <string.h>

int resolve(int x) { return x + 1; }

async int main(void) {
    int conn_write = resolve(41);
    printf("%d\n", conn_write); // expect: 42
    listener l = tcp_listen("127.0.0.1", 0);
    int port = local_port(l);
    task(conn) other = spawn tcp_accept(l);
    conn c = await tcp_connect("127.0.0.1", port);
    conn d = await other;
    printf("%s %s %d\n", local_address(l), peer_address(c), peer_port(c) == port); // expect: 127.0.0.1 127.0.0.1 1
    printf("%d %d\n", peer_port(d) == local_port(c), local_port(d) == port);       // expect: 1 1
    listener six = tcp_listen("::1", 0);
    puts(local_address(six)); // expect: ::1
    return 0;
}
