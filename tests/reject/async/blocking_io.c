// Every dual function that is called plainly in an async function says so, with the fix. Each of them can also be awaited,
// spawned, or be an argument where a coroutine is expected.
#include <stdio.h>
#include <unistd.h>

async void reads(listener l) {
    char line[20], *more = NULL;
    size_t size = 0;
    int n;
    getchar();                                    // note: this call of `getchar` blocks every task
    scanf("%d", &n);                              // note: this call of `scanf` blocks every task
    fgets(line, sizeof line, stdin);              // note: this call of `fgets` blocks every task
    getline(&more, &size, stdin);                 // note: this call of `getline` blocks every task
    fread(line, 1, sizeof line, stdin);           // note: this call of `fread` blocks every task
    read(0, line, sizeof line);                   // note: to let the others run meanwhile, write `await read(...)`
    conn c = tcp_accept(l);                       // note: this call of `tcp_accept` blocks every task
    conn d = tcp_connect(resolve("localhost"), 1); // note: this call of `resolve` blocks every task
    conn_read(c, line, 1);                        // note: this call of `conn_read` blocks every task
    if (conn_read_line(c))                        // note: this call of `conn_read_line` blocks every task
        conn_read_line(c, line, sizeof line);
    for (conn_write(d, "x");;)                    // note: this call of `conn_write` blocks every task
        return;
}

async void suspends(listener l) {
    char line[20];
    await getchar();
    await fgets(line, sizeof line, stdin);
    conn c = await tcp_accept(l);
    task(size_t) t = spawn conn_read(c, line, sizeof line);
    await gather(conn_write(c, "a"), conn_write(c, line, 2));
    await wait_for(conn_read_line(c), 2);
    coroutine(conn) k = tcp_connect("localhost", 1);
    await k;
    await t;
}

int main(void) {
    char line[20];
    fgets(line, sizeof line, stdin);
    return 0;
}
