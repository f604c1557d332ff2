// Awaiting what is done already does not suspend.
#include <stdio.h>

async int seven(void) {
    return 7;
}

async void other(void) {
    printf("other\n");
}

async int main(void) {
    task(int) t = create_task(seven());
    await t;
    task(void) o = spawn other();
    printf("%d\n", await t); // expect: 7
    printf("again\n");       // expect: again
    await o;                 // expect: other
    return 0;
}
