// The end of input right behind the last bytes: a short read must not hide it, however the two arrive.
#include <stdio.h>

async void says(conn c) { await conn_write(c, "bye"); }

async int main(void) {
    listener l = tcp_listen("127.0.0.1", 0);
    spawn tcp_serve(l, says);
    long bytes = 0, ends = 0;
    for (int i = 0; i < 200; i++) {
        conn c = await tcp_connect("127.0.0.1", local_port(l));
        if (i % 2)
            await sleep(0);
        char data[100];
        size_t n;
        while ((n = await conn_read(c, data, sizeof data)) > 0)
            bytes += n;
        ends++;
    }
    printf("%ld %ld\n", bytes, ends); // expect: 600 200
    return 0;
}
