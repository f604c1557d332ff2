// A program's own conn, listener, close and peer_port hide the library's, as tags, types, functions and variables.
#include <stdio.h>

struct conn {
    int fd;
};
typedef struct conn conn;
typedef int listener;

int close(int fd) { return -fd; }
conn *tcp_connect(const char *host) {
    static conn one = {7};
    return host[0] ? &one : NULL;
}

int main(void) {
    conn c = {3}, *d = tcp_connect("x");
    listener l = 4;
    int peer_port = c.fd + l;
    printf("%d %d %d\n", close(peer_port), d->fd, (int)sizeof(conn)); // expect: -7 7 4
    return 0;
}
