// A closed connection or listener: using it is an error that says where it was closed; closing twice is none. Who waits
// for it is told.
#include <errno.h>
#include <stdio.h>

async void reads(conn c) {
    char data[10];
    try {
        await conn_read(c, data, sizeof data);
    } catch (error e) {
        printf("%s: %s\n", e.name, e.message); // expect: ConnectionAbortedError: the connection was closed while this task waited for it
    }
}

async void accepts(listener l) {
    try {
        await tcp_accept(l);
    } catch (error e) {
        printf("%s: %s\n", e.name, e.message); // expect: ConnectionAbortedError: the listener was closed while this task waited for it
    }
}

async void writes(conn c, char *data, size_t size) {
    try {
        await conn_write(c, data, size);
    } catch (error e) {
        printf("write: %d\n", e.code == ECONNABORTED); // expect: write: 1
    }
}

async int main(void) {
    listener l = tcp_listen("127.0.0.1", 0);
    task(conn) other = spawn tcp_accept(l);
    conn c = await tcp_connect("127.0.0.1", local_port(l));
    conn d = await other;
    static char much[10000000];
    taskgroup {
        spawn reads(c);
        spawn accepts(l);
        spawn writes(d, much, sizeof much);
        await sleep(0);
        close(c);
        close(l);
        close(d);
    }
    close(c);
    try {
        await conn_write(c, "x");
    } catch (error e) {
        printf("%s %d: %s\n", e.name, e.code == EBADF, e.message); // expect: OSError 1: this connection is closed already
    }
    try {
        local_port(l);
    } catch (error e) {
        puts(e.message); // expect: this listener is closed already
    }
    conn none = NULL;
    try {
        conn_read(none, much, 1);
    } catch (error e) {
        puts(e.message); // expect: this conn is a null handle: tcp_connect and tcp_accept make one
    }
    return 0;
}
