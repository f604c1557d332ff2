#include "include_me.h"
#include "include_me.h"
#include <stdio.h>
#define HEADER <string.h>
#include HEADER
int main(void) {
    printf("%d\n", included(20)); // expect: 21
    printf("%zu\n", strlen("four")); // expect: 4
}
