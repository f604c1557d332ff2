#include <errno.h>
#include <stdio.h>
#include <string.h>
int main(void) {
    errno = 0;
    FILE *f = fopen("/no/such/file", "r");
    printf("%d %d\n", f == NULL, errno == ENOENT); // expect: 1 1
    printf("%s\n", strerror(errno)); // expect: No such file or directory
    errno = EINVAL;
    printf("%m\n"); // expect: Invalid argument
    int *where = &errno;
    *where = ERANGE;
    printf("%s\n", strerror(errno)); // expect: Numerical result out of range
    return 0;
}
