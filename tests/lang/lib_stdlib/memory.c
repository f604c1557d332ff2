#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    int *a = malloc(4 * sizeof *a);
    for (int i = 0; i < 4; i++)
        a[i] = i * i;
    a = realloc(a, 8 * sizeof *a);
    printf("%d %d\n", a[2], a[3]); // expect: 4 9
    free(a);
    int *z = calloc(5, sizeof *z);
    printf("%d %d\n", z[0], z[4]); // expect: 0 0
    free(z);
    free(NULL);
    printf("%d\n", calloc(SIZE_MAX, 2) == NULL); // expect: 1
    void *p = aligned_alloc(64, 128);
    printf("%d\n", (int)((uintptr_t)p % 64)); // expect: 0
    free(p);
    char *s = realloc(NULL, 6);
    strcpy(s, "hello");
    printf("%s\n", s); // expect: hello
    free(s);
    free(malloc(0));
    return 0;
}
