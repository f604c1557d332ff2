// A loop whose body never comes to its end: the way from above still comes to the test.
#include <stdio.h>

static int first(const int *a, int n) {
    int k;
    for (k = 0; k < n; k++) {
        return a[k];
    }
    return -1;
}

static int first_again(const int *a, int n) {
    int k = 0;
    while (k < n) {
        return a[k];
    }
    return -1;
}

int main(void) {
    int a[20] = {7};
    printf("%d %d\n", first(a, 20), first(a, 0));             // expect: 7 -1
    printf("%d %d\n", first_again(a, 20), first_again(a, 0)); // expect: 7 -1
    return 0;
}
