#include <stdio.h>
int main(void) {
    int été = 1, 变量 = 2;
    printf("%d %d\n", \u00e9t\u00e9, 变量); // expect: 1 2
}
