#include <stdio.h>

static void bubble(int *a, int n) {
    for (int i = 0; i < n; i++)
        for (int j = 0; j + 1 < n - i; j++)
            if (a[j] > a[j + 1]) {
                int t = a[j];
                a[j] = a[j + 1];
                a[j + 1] = t;
            }
}
static void quick(int *a, int low, int high) {
    if (low >= high)
        return;
    int pivot = a[(low + high) / 2], i = low, j = high;
    while (i <= j) {
        while (a[i] < pivot) i++;
        while (a[j] > pivot) j--;
        if (i <= j) {
            int t = a[i];
            a[i++] = a[j];
            a[j--] = t;
        }
    }
    quick(a, low, j);
    quick(a, i, high);
}

int main(void) {
    int a[] = {5, 2, 9, -1, 0}, b[50];
    bubble(a, 5);
    for (int i = 0; i < 5; i++)
        printf("%d ", a[i]);
    printf("\n"); // expect: -1 0 2 5 9 
    unsigned seed = 1;
    for (int i = 0; i < 50; i++)
        b[i] = (int)((seed = seed * 1103515245 + 12345) >> 16 & 0xff);
    quick(b, 0, 49);
    int ok = 1;
    for (int i = 1; i < 50; i++)
        ok &= b[i - 1] <= b[i];
    printf("%d %d %d\n", ok, b[0], b[49]); // expect: 1 1 251
    return 0;
}
