#include <stdint.h>
#include <stdio.h>

int main(void) {
    int a[4] = {0x01020304, 5, 6, 7};
    unsigned char *b = (unsigned char *)a;
    printf("%d %d %d %d\n", b[0], b[1], b[2], b[3]); // expect: 4 3 2 1
    void *v = a + 1;
    printf("%d\n", *(int *)v); // expect: 5
    uintptr_t n = (uintptr_t)&a[2];
    printf("%d\n", *(int *)n); // expect: 6
    printf("%d\n", *(int *)(n + sizeof(int))); // expect: 7
    char *c = (char *)v;
    printf("%ld\n", (long)(c - (char *)a)); // expect: 4
    int *null = 0;
    printf("%d\n", null == (void *)0); // expect: 1
    printf("%d\n", (int)(long)(int *)0); // expect: 0
    const int *ci = a;
    *(int *)ci = 9;
    printf("%d\n", a[0]); // expect: 9
    return 0;
}
