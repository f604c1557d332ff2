// Lines, a last one without its end, and the end; what readexactly did not get stays known.
#include "../say.h"
#include <string.h>

async void talk(conn c) { await conn_write(c, "one\ntwo, three\nfour"); }

async int main(void) {
    listener l = tcp_listen("127.0.0.1", 0);
    spawn tcp_serve(l, talk);
    conn c = await tcp_connect("127.0.0.1", local_port(l));
    char data[101] = "";
    say("%s", strtok(await conn_read_line(c), "\n"));
    say("%s", await conn_read_until(c, ", "));
    await conn_read_exactly(c, data, 5);
    say("%s", data);
    await conn_read_line(c);
    say("%s", await conn_read_line(c));
    say("%d", await conn_read_line(c) != NULL);
    say("%zu", await conn_read(c, data, 10));
    close(c);
    c = await tcp_connect("127.0.0.1", local_port(l));
    try {
        await conn_read_exactly(c, data, 100);
    } catch (error e) {
        say("%s", e.name);
    }
    close(c);
    close(l);
    return 0;
}
