// A read that fails is no end of the file: ferror, and errno says why.
#include <errno.h>
#include <stdio.h>
int main(void) {
    char name[L_tmpnam], line[10];
    int n;
    FILE *f = fopen(tmpnam(name), "w");
    int c = fgetc(f);
    printf("%d %d %d %d\n", c, feof(f), ferror(f) != 0, errno == EBADF); // expect: -1 0 1 1
    clearerr(f);
    errno = 0;
    char *got = fgets(line, sizeof line, f);
    printf("%d %d\n", got == NULL, errno == EBADF);                     // expect: 1 1
    clearerr(f);
    errno = 0;
    n = fscanf(f, "%d", &n);
    printf("%d %d\n", n, errno == EBADF);                               // expect: -1 1
    fclose(f);
    remove(name);
    f = fopen("/tmp", "r");
    errno = 0;
    size_t count = fread(line, 1, 5, f);
    printf("%zu %d\n", count, errno == EISDIR);                         // expect: 0 1
    fclose(f);
    f = fopen("/dev/null", "r");
    errno = 0;
    c = fgetc(f);
    printf("%d %d %d %d\n", c, feof(f) != 0, ferror(f), errno);         // expect: -1 1 0 0
    fclose(f);
    return 0;
}
