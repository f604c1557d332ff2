// While something outside is in flight the virtual clock does not jump: what a server answers is not too late for a
// deadline that is far away, and time passes as it really does when nobody answers.
#include <stdio.h>

async void slow_echo(conn c) {
    char data[10];
    size_t n = await conn_read(c, data, sizeof data);
    await conn_write(c, data, n);
}

async int main(void) {
    listener l = tcp_listen("127.0.0.1", 0);
    spawn tcp_serve(l, slow_echo);
    conn c = await tcp_connect("127.0.0.1", local_port(l));
    char data[10] = "";
    deadline (1000) {
        await conn_write(c, "x");
        printf("%zu\n", await conn_read(c, data, sizeof data)); // expect: 1
    } else {
        puts("the clock has jumped");
    }
    printf("%d\n", loop_time() < 1); // expect: 1
    double began = loop_time();
    await sleep(0.02); // the server still listens
    printf("%.2f\n", loop_time() - began); // expect: 0.02
    close(l);
    await sleep(1000); // nothing is in flight: a jump
    printf("%d\n", loop_time() >= 1000); // expect: 1
    return 0;
}
