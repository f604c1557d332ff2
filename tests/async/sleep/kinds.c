// usleep and nanosleep wait like sleep; time(), clock_gettime and loop_time read the same clock.
#include <stdio.h>
#include <time.h>

async int main(void) {
    time_t before = time(NULL);
    double start = loop_time();
    struct timespec wanted = {1, 500000000};
    struct timespec left = {9, 9};
    await usleep(500000);
    await nanosleep(&wanted, &left);
    printf("%.2f\n", loop_time() - start);                 // expect: 2.00
    printf("%ld %ld\n", (long)left.tv_sec, left.tv_nsec);  // expect: 0 0
    printf("%ld\n", (long)(time(NULL) - before));          // expect: 2
    printf("%u\n", sleep(1));                              // expect: 0
    printf("%.2f\n", loop_time() - start);                 // expect: 3.00
    return 0;
}
