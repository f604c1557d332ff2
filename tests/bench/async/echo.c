// TCP echo over loopback, client and server in one process: echo.c N CONNECTIONS: N round trips of 64 bytes in all,
// spread over the connections. The last line is {"ns", "n", "check"}: check is the bytes that came back.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

async void serve(conn c) {
    char data[4096];
    size_t n;
    while ((n = await conn_read(c, data, sizeof data)) > 0)
        await conn_write(c, data, n);
}

async long client(int port, long rounds) {
    char data[64], back[64];
    memset(data, 'x', sizeof data);
    conn c = await tcp_connect("127.0.0.1", port);
    long got = 0;
    for (long i = 0; i < rounds; i++) {
        await conn_write(c, data, sizeof data);
        got += await conn_read_exactly(c, back, sizeof back);
    }
    close(c);
    return got;
}

long now_ns(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000L + t.tv_nsec;
}

async int main(int argc, char **argv) {
    long n = argc > 1 ? atol(argv[1]) : 100000;
    int conns = argc > 2 ? atoi(argv[2]) : 100;
    long began = now_ns();
    listener l = tcp_listen("127.0.0.1", 0);
    task(void) server = spawn tcp_serve(l, serve);
    task(long) *clients = calloc(conns, sizeof *clients);
    for (int i = 0; i < conns; i++)
        clients[i] = spawn client(local_port(l), n / conns);
    long *got = await gather(clients, conns);
    long check = 0;
    for (int i = 0; i < conns; i++)
        check += got[i];
    close(l);
    await server;
    printf("{\"ns\": %ld, \"n\": %ld, \"check\": %ld}\n", now_ns() - began, n, check);
    return 0;
}
