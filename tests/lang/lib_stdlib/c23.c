// What C23 adds to <stdlib.h>, <string.h> and <time.h>.
#include <stdlib.h>
#include <string.h>
#include <time.h>
int main(void) {
    char *p = malloc(10);
    memset_explicit(p, 'x', 10);
    printf("%.3s\n", p);                                            // expect: xxx
    free_sized(p, 10);
    free_sized(NULL, 3);
    p = aligned_alloc(64, 128);
    printf("%d %zu\n", memalignment(p) >= 64, memalignment(p + 4)); // expect: 1 4
    printf("%zu\n", memalignment(NULL));                            // expect: 0
    free_aligned_sized(p, 64, 128);
    struct timespec step;
    printf("%d %d\n", timespec_getres(&step, TIME_UTC), timespec_getres(NULL, 77)); // expect: 1 0
    return 0;
}
