// An error leaves a task by its awaiter; asking for it is seeing it.
#include <stdio.h>

int divide(int a, int b) {
    return a / b;
}

async int bad(int b) {
    await sleep(1);
    return divide(1, b);
}

async int outer(int b) {
    return await create_task(bad(b));
}

async int main(void) {
    task(int) t = spawn outer(0);
    task(int) u = spawn outer(1);
    await sleep(2);
    printf("%d %d\n", done(t), done(u)); // expect: 1 1
    printf("%d\n", result(u));           // expect: 1
    printf("%s\n", error_of(u) == NULL ? "none" : "some"); // expect: none
    const char *text = error_of(t).name;
    printf("%.17s\n", text); // expect: ZeroDivisionError
    return 0;
}
