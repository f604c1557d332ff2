// Which item comes out: first in, last in, smallest; structs of any size, ordered by a function; every number type.
#include <stdio.h>
#include <string.h>

struct job {
    int urgency;
    char name[40];
};

int by_urgency(const struct job *a, const struct job *b) {
    return a->urgency - b->urgency;
}

int by_text(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

async int main(void) {
    lifo_queue(int) l = new_lifo_queue(int, 3);
    for (int i = 0; i < 5; i++)
        printf("%d ", try_put(l, i));
    printf("| ");
    while (!empty(l))
        printf("%d ", await get(l));
    printf("|\n"); // expect: 1 1 1 0 0 | 2 1 0 |
    priority_queue(double) d = new_priority_queue(double);
    double values[] = {2.5, -1, 1e300, 0, 2.25};
    for (double x : values)
        await put(d, x);
    while (!empty(d))
        printf("%g ", await get(d));
    printf("|\n"); // expect: -1 0 2.25 2.5 1e+300 |
    priority_queue(unsigned long) u = new_priority_queue(unsigned long, 0);
    await put(u, -1UL);
    await put(u, 1);
    printf("%lu\n", await get(u)); // expect: 1
    priority_queue(signed char) s = new_priority_queue(signed char);
    await put(s, 1);
    await put(s, -1);
    printf("%d\n", await get(s)); // expect: -1
    queue(float) f = new_queue(float);
    await put(f, 1.5f);
    await put(f, 0.1f);
    float x = 0;
    if (try_get(f, &x))
        printf("%g %d\n", x, await get(f) == 0.1f); // expect: 1.5 1
    priority_queue(struct job) q = new_priority_queue(struct job, 0, by_urgency);
    const char *names[] = {"wash", "cook", "run", "eat", "read", "write"};
    for (int i = 0; i < 6; i++) {
        struct job j = {i * 5 % 3};
        strcpy(j.name, names[i]);
        await put(q, j);
    }
    while (size(q) > 0) {
        struct job j = await get(q);
        printf("%d %s, ", j.urgency, j.name);
    }
    printf("|\n"); // expect: 0 wash, 0 eat, 1 run, 1 write, 2 cook, 2 read, |
    priority_queue(const char *) t = new_priority_queue(const char *, 0, by_text);
    for (int i = 0; i < 6; i++)
        try_put(t, names[i]);
    while (!empty(t))
        printf("%s ", await get(t));
    printf("|\n"); // expect: cook eat read run wash write |
    queue(struct job) plain = new_queue(struct job, 1);
    task(void) p = spawn put(plain, (struct job){1, "first"});
    task(void) r = spawn put(plain, (struct job){2, "second"});
    task(struct job) g = spawn get(plain);
    struct job one = await g;
    struct job two;
    await r;
    bool has_more = try_get(plain, &two);
    printf("%s %d %s\n", one.name, has_more, two.name); // expect: first 1 second
    await p;
    return 0;
}
