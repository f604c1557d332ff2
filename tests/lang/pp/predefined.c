#include <stdio.h>
#include <string.h>
int main(void) {
    printf("%d\n", __LINE__); // expect: 4
    puts(__FILE__); // expect: predefined.c
    printf("%ld %d %d\n", __STDC_VERSION__, __STDC__, __STDC_HOSTED__); // expect: 201710 1 1
    printf("%zu %zu\n", strlen(__DATE__), strlen(__TIME__)); // expect: 11 8
    printf("%d %d\n", __COUNTER__, __COUNTER__); // expect: 0 1
#line 100 "other.c"
    printf("%d %s\n", __LINE__, __FILE__);
}
// expect: 100 other.c
