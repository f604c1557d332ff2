// One side has said all it has to say: the other one reads the end, and can still answer.
#include "../say.h"

async void answer(conn c) {
    char data[10];
    size_t n, all = 0;
    while ((n = await conn_read(c, data, sizeof data)) > 0)
        all += n;
    snprintf(data, sizeof data, "%zu bytes", all);
    await conn_write(c, data);
}

async int main(void) {
    listener l = tcp_listen("127.0.0.1", 0);
    spawn tcp_serve(l, answer);
    conn c = await tcp_connect("127.0.0.1", local_port(l));
    await conn_write(c, "hello");
    conn_write_eof(c);
    say("%s", await conn_read_line(c));
    return 0;
}
