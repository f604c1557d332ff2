// Faults are errors too; the program goes on behind the catch.
#include <stdio.h>
#include <stdlib.h>
#include <limits.h>

int main(void) {
    int a[3] = {1, 2, 3};
    volatile int zero = 0, three = 3, big = INT_MAX;
    try {
        printf("%d\n", 1 / zero);
    } catch (error e) {
        printf("%s %d\n", e.name, e.code); // expect: ZeroDivisionError 33
    }
    try {
        a[three] = 0;
    } catch (error e) {
        printf("%s\n", e.name); // expect: IndexError
    }
    try {
        big = big + 1;
    } catch (error e) {
        printf("%s\n", e.name); // expect: OverflowError
    }
    try {
        int *p = NULL;
        *p = 1;
    } catch (error) {
        printf("null\n"); // expect: null
    }
    try {
        char *p = malloc(4);
        free(p);
        p[0] = 1;
    } catch {
        printf("freed\n"); // expect: freed
    }
    try {
        throw error("A", "b");
    } catch (...) {
        printf("any\n"); // expect: any
    }
    return 0;
}
