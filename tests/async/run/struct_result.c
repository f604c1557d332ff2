// run and result give structs as well.
#include <stdio.h>

struct point { double x, y, z; };

async struct point make(double v) {
    await sleep(1);
    return (struct point){v, v + 1, v + 2};
}

async void set(future(struct point) f) {
    await sleep(1);
    set_result(f, (struct point){7, 8, 9});
}

int main(void) {
    struct point p = run(make(1));
    printf("%g %g %g\n", p.x, p.y, p.z); // expect: 1 2 3
    task(struct point) t = create_task(make(4));
    run(make(0));
    struct point q = result(t);
    printf("%g %g %g\n", q.x, q.y, q.z); // expect: 4 5 6
    future(struct point) f = new_future(struct point);
    run(set(f));
    printf("%g\n", result(f).z); // expect: 9
    return 0;
}
