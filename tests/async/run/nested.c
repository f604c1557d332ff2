// run() works anywhere: in a plain function that an async function called, nested; other tasks go on meanwhile.
#include <stdio.h>

async int add(int a, int b) {
    await sleep(1);
    return a + b;
}

int plain(int n) {
    return n == 0 ? 0 : run(add(plain(n - 1), n));
}

async void ticker(void) {
    for (int i = 0; i < 3; i++) {
        await sleep(1);
        printf("tick %.2f\n", loop_time());
    }
}

async int middle(void) {
    return plain(3);
}

int main(void) {
    task(void) t = create_task(ticker());
    printf("%d\n", run(middle()));
    // expect: tick 1.00
    // expect: tick 2.00
    // expect: tick 3.00
    // expect: 6
    printf("%d\n", done(t)); // expect: 1
    return 0;
}
