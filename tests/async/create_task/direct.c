// `spawn f(x)` and create_task(f(x)) make no coroutine object; arguments and results travel all the same.
#include <stdio.h>

struct point {
    double x, y, z;
};

async struct point moved(struct point p, double by, const char *why) {
    await sleep(by);
    printf("%s\n", why);
    p.x += by;
    return p;
}

async int sum(int a, int b, int c) {
    return a + b + c;
}

int calls;
int next_number(void) {
    return ++calls;
}

async int main(void) {
    struct point p = {1, 2, 3};
    task(struct point) late = spawn moved(p, 2, "late");
    task(struct point) soon = create_task(moved((struct point){10, 20, 30}, 1, "soon"));
    p.x = 100; // its own copy went along
    struct point a = await late, b = await soon;
    printf("%g %g %g, %g %g %g\n", a.x, a.y, a.z, b.x, b.y, b.z);
    printf("%d\n", await spawn sum(next_number(), await spawn sum(1, 1, 1), next_number() * 100));
    coroutine(int) kept = sum(4, 5, 6);
    task(int) of_kept = spawn kept;
    task(int) named = create_task(sum(7, 8, 9), .name = "nine");
    printf("%d %d %s\n", await of_kept, await named, name_of(named));
    try {
        spawn kept;
    } catch (error e) {
        printf("%s\n", e.name);
    }
    return 0;
}
// expect: soon
// expect: late
// expect: 3 2 3, 11 20 30
// expect: 105
// expect: 15 24 nine
// expect: CoroutineReused
