// Loads, compares and swaps: three million numbers in order, by hand.
#include <stdio.h>
#include <stdlib.h>

static void swap(int *a, int *b) {
    int t = *a;
    *a = *b;
    *b = t;
}

static void sort(int *first, int *last) {
    while (first < last) {
        int pivot = first[(last - first) / 2];
        int *low = first, *high = last;
        while (low <= high) {
            while (*low < pivot) {
                low++;
            }
            while (*high > pivot) {
                high--;
            }
            if (low <= high) {
                swap(low++, high--);
            }
        }
        sort(first, high);
        first = low;
    }
}

int main(void) {
    int count = 3000000;
    int *numbers = malloc(sizeof(int) * (size_t)count);
    unsigned x = 99;
    for (int i = 0; i < count; i++) {
        x = x * 1103515245u + 12345u;
        numbers[i] = (int)(x >> 4);
    }
    sort(numbers, numbers + count - 1);
    long sum = 0;
    for (int i = 1; i < count; i++) {
        if (numbers[i - 1] > numbers[i]) {
            return 1;
        }
        sum += i % 1000 ? 0 : numbers[i];
    }
    printf("%ld\n", sum);
    free(numbers);
    return 0;
}
