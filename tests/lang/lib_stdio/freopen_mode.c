// C17 7.21.5.4: freopen without a path: the same file in another mode.
#include <stdio.h>
int main(void) {
    char name[L_tmpnam], line[20];
    FILE *f = fopen(tmpnam(name), "w");
    fputs("data\n", f);
    f = freopen(NULL, "r", f);
    printf("%s", fgets(line, sizeof line, f));                      // expect: data
    fclose(f);
    remove(name);
    printf("%d\n", freopen(NULL, "w", stdout) == stdout);           // expect: 1
    // What was printed, as glibc says it.
    int n = puts("hello");                                          // expect: hello
    printf("%d\n", n);                                              // expect: 6
    return 0;
}
