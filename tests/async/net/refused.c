// Errors by Python's names, with the errno in e.code.
#include <errno.h>
#include <stdio.h>

async int main(void) {
    listener l = tcp_listen("127.0.0.1", 0);
    int port = local_port(l);
    try {
        tcp_listen("127.0.0.1", port);
    } catch (error e) {
        printf("%s %d\n", e.name, e.code == EADDRINUSE); // expect: OSError 1
    }
    close(l);
    try {
        await tcp_connect("127.0.0.1", port);
    } catch (error e) {
        printf("%s %d\n", e.name, e.code == ECONNREFUSED); // expect: ConnectionRefusedError 1
    }
    try {
        tcp_connect("127.0.0.1", 1); // plain: the same
    } catch (error e) {
        puts(e.message); // expect: cannot connect to 127.0.0.1:1: nobody listens there; is the server running, and is it that port?
    }
    try {
        await resolve("a..name.that.is.none");
    } catch (error e) {
        puts(e.name); // expect: gaierror
    }
    try {
        await tcp_connect("a..name.that.is.none", 80);
    } catch (error e) {
        puts(e.name); // expect: gaierror
    }
    puts(await resolve("127.0.0.1")); // expect: 127.0.0.1
    return 0;
}
