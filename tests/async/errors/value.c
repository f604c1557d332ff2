// An error is a value: copied, stored, compared with NULL, passed on.
#include <stdio.h>

struct outcome {
    int value;
    error problem;
};

struct outcome divide(int a, int b) {
    struct outcome o = {0, NULL};
    try {
        o.value = a / b;
    } catch (error e) {
        o.problem = e;
    }
    return o;
}

void report(error e) {
    if (e)
        printf("failed: %s\n", e.name); // expect: failed: ZeroDivisionError
    else
        printf("fine\n"); // expect: fine
}

error kept[2];

int main(void) {
    struct outcome a = divide(6, 0), b = divide(6, 3);
    report(a.problem);
    report(b.problem);
    printf("%d %d %d\n", b.value, a.problem != NULL, b.problem == NULL); // expect: 2 1 1
    kept[0] = a.problem;
    error copy = kept[0];
    printf("%d %d\n", copy == a.problem, kept[1] == NULL); // expect: 1 1
    printf("%s\n", a.problem.name);                        // expect: ZeroDivisionError
    printf("%d\n", is_error(b.problem, "X"));              // expect: 0
    printf("%zu\n", sizeof(error));                        // expect: 8
    error made = error("Made", "%s %d", "by hand", 7);
    printf("%s: %s\n", made.name, made.message); // expect: Made: by hand 7
    return 0;
}
