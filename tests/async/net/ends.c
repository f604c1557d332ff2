// A program may end while others wait for connections in every way: nothing hangs, nothing leaks.
#include <stdio.h>

static char much[8000000];

async void accepts(listener l) { await tcp_accept(l); }
async void looks_up(void) { await resolve("localhost"); }
async void connects(int port) { await tcp_connect("localhost", port); }
async void reads(conn c) { await conn_read(c, much, 10); }
async void writes(conn c) { await conn_write(c, much, sizeof much); }

async int main(void) {
    listener l = tcp_listen("127.0.0.1", 0);
    task(conn) other = spawn tcp_accept(l);
    conn c = await tcp_connect("127.0.0.1", local_port(l));
    conn d = await other;
    spawn accepts(l);
    spawn reads(c);
    spawn writes(d);
    spawn writes(d);
    await sleep(0);
    spawn looks_up();
    spawn connects(local_port(l));
    await sleep(0);
    puts("bye"); // expect: bye
    return 0;
}
