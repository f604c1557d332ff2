#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    char buf[32];
    int n = sprintf(buf, "%d + %d = %d", 1, 2, 3);
    printf("%s (%d)\n", buf, n); // expect: 1 + 2 = 3 (9)
    n = snprintf(buf, 5, "%s", "a long text");
    printf("%s (%d)\n", buf, n); // expect: a lo (11)
    n = snprintf(NULL, 0, "%08.3f", 3.14159);
    printf("%d\n", n); // expect: 8
    n = snprintf(buf, 1, "xyz");
    printf("[%s] %d\n", buf, n); // expect: [] 3
    n = snprintf(buf, sizeof buf, "%s", "fits");
    printf("[%s] %d %zu\n", buf, n, strlen(buf)); // expect: [fits] 4 4
    size_t at = 0;
    for (int i = 0; i < 5; i++)
        at += (size_t)snprintf(buf + at, sizeof buf - at, "%d,", i * i);
    puts(buf); // expect: 0,1,4,9,16,
    return 0;
}
