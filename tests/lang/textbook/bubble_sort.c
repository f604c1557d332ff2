// Sorting an array in place.
#include <stdio.h>

static void swap(int *a, int *b) {
    int t = *a;
    *a = *b;
    *b = t;
}

static void sort(int a[], int n) {
    for (int i = 0; i < n - 1; i++)
        for (int j = 0; j < n - 1 - i; j++)
            if (a[j] > a[j + 1])
                swap(&a[j], &a[j + 1]);
}

int main(void) {
    int a[] = {5, 2, 9, 1, 5, 6, -3};
    int n = sizeof a / sizeof a[0];
    sort(a, n);
    for (int i = 0; i < n; i++)
        printf("%d%s", a[i], i + 1 < n ? " " : "\n");
    return 0;
}

// expect: -3 1 2 5 5 6 9
