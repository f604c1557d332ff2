// void * counts bytes, as gcc has it and C programs use it.
#include <stdio.h>
#include <string.h>

static void swap_elements(void *base, size_t size, int i, int j) {
    char t[16];
    memcpy(t, base + i * size, size); // warning: `void *` is stepped through in single bytes
    memcpy(base + i * size, base + j * size, size);
    memcpy(base + j * size, t, size);
}

static int numbers[3] = {1, 2, 3};
static void *second = (void *)numbers + sizeof(int);

int main(void) {
    swap_elements(numbers, sizeof *numbers, 0, 2);
    printf("%d %d %d\n", numbers[0], *(int *)second, numbers[2]); // expect: 3 2 1
    void *p = numbers;
    const void *end = numbers + 3;
    p += 4;
    printf("%d %ld\n", *(int *)p, end - p); // expect: 2 8
    p++;
    printf("%ld\n", (char *)p - (char *)numbers); // expect: 5
    --p;
    p -= sizeof(int);
    printf("%d\n", p == numbers); // expect: 1
}
