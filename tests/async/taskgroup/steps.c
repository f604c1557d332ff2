// The order of the steps in which a group ends is asyncio's.
#include <stdio.h>

async void w(const char *name, bool fails) {
    defer printf("%s out\n", name);
    for (int i = 0; i < 3; i++) {
        printf("%s %d\n", name, i);
        await sleep(0);
    }
    if (fails)
        throw error("ValueError", "%s", name);
    await sleep(5);
}

async int main(void) {
    task(void) other = spawn w("o", false);
    try {
        taskgroup {
            spawn w("a", false);
            spawn w("b", true);
            spawn w("c", false);
            defer printf("body out\n");
            await sleep(3);
        }
    } catch (error e) {
        printf("caught %s\n", e.message);
    }
    cancel(other);
    try {
        await other;
    } catch (error e) {
        printf("other gone\n");
    }
    return 0;
}
// expect: o 0
// expect: a 0
// expect: b 0
// expect: c 0
// expect: o 1
// expect: a 1
// expect: b 1
// expect: c 1
// expect: o 2
// expect: a 2
// expect: b 2
// expect: c 2
// expect: b out
// expect: a out
// expect: c out
// expect: body out
// expect: caught b
// expect: o out
// expect: other gone
