// A connection that always has something to read lets the others have their turn all the same.
#include <stdio.h>
#include <string.h>

static bool told;

async void tells(void) {
    await sleep(0);
    told = true;
}

async int main(void) {
    listener l = tcp_listen("127.0.0.1", 0);
    task(conn) other = spawn tcp_accept(l);
    conn c = await tcp_connect("127.0.0.1", local_port(l));
    conn d = await other;
    spawn tells();
    int rounds = 0;
    char data[2] = "x";
    while (!told) { // neither call ever has to wait
        await conn_write(c, data, 1);
        await conn_read(d, data, 1);
        rounds++;
    }
    printf("%d\n", rounds < 1000); // expect: 1
    return 0;
}
