// A second task that reads is an error; a reader that is cancelled has lost nothing.
#include "../say.h"

async void reads(conn c, char *to) { await conn_read_exactly(c, to, 8); }

async int main(void) {
    listener l = tcp_listen("127.0.0.1", 0);
    task(conn) there = spawn tcp_accept(l);
    conn c = await tcp_connect("127.0.0.1", local_port(l));
    conn far = await there;
    char data[9] = "";
    task(void) t = spawn reads(c, data);
    await sleep(0);
    try {
        await conn_read(c, data, 1);
    } catch (error e) {
        say("%s", e.name);
    }
    await conn_write(far, "four");
    await sleep(0);
    cancel(t);
    try {
        await t;
    } catch (error e) {
        say("%s", e.name);
    }
    await conn_write(far, "more");
    await conn_read_exactly(c, data, 8);
    say("%s", data);
    return 0;
}
