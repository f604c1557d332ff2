// What a cancelled task awaits is cancelled depth first, in the order of its parts (asyncio's recursion): the first part's
// innermost task before the second part.
#include <stdio.h>

async int leaf(const char *name) {
    defer printf("%s leaves\n", name);
    await sleep(9);
    return 0;
}

async int deep(void) {
    return await spawn leaf("deep");
}

async void root(void) {
    await gather(deep(), leaf("flat"));
}

async int main(void) {
    task(void) t = spawn root();
    await sleep(1);
    cancel(t);
    await sleep(1); // expect: deep leaves
                    // expect: flat leaves
    printf("%d\n", cancelled(t)); // expect: 1
    return 0;
}
