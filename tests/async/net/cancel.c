// Every wait can be cancelled and limited, whether it has begun or its turn has come; nothing that came is lost.
#include <stdio.h>
#include <string.h>

async void accepts(listener l) { await tcp_accept(l); }
async void reads(conn c, char *to) { await conn_read_exactly(c, to, 8); }
async void connects(int port) { await tcp_connect("localhost", port); }
async void looks_up(void) { await resolve("localhost"); }

async void end(task(void) t) {
    try {
        await t;
        puts("it ended");
    } catch (error e) {
        puts(e.name);
    }
}

async int main(void) {
    listener l = tcp_listen("127.0.0.1", 0);
    task(void) a = spawn accepts(l);
    await sleep(0);
    cancel(a);
    await end(a); // expect: CancelledError
    task(void) k = spawn connects(local_port(l)), r = spawn looks_up();
    await sleep(0);
    cancel(k);
    cancel(r);
    await end(k); // expect: CancelledError
    await end(r); // expect: CancelledError

    task(conn) other = spawn tcp_accept(l);
    conn c = await tcp_connect("127.0.0.1", local_port(l));
    conn d = await other;
    char got[9] = "";
    task(void) t = spawn reads(c, got);
    await conn_write(d, "four");
    await sleep(0);
    cancel(t);
    await end(t); // expect: CancelledError
    await conn_write(d, "more");
    await conn_read_exactly(c, got, 8);
    puts(got); // expect: fourmore

    deadline (0.02) {
        await conn_read(c, got, 1);
        puts("never");
    } else {
        puts("too slow"); // expect: too slow
    }
    deadline (0.02) {
        await tcp_accept(l);
    } else {
        puts("nobody came"); // expect: nobody came
    }
    await conn_write(d, "!");
    printf("%zu\n", await wait_for(conn_read(c, got, 8), 1)); // expect: 1
    return 0;
}
