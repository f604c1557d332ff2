#include <stdio.h>
#define STR(x) #x
#define XSTR(x) STR(x)
#define VERSION 3
int main(void) {
    puts(STR(a  +   b)); // expect: a + b
    puts(STR(VERSION)); // expect: VERSION
    puts(XSTR(VERSION)); // expect: 3
    puts(STR("quoted \n" '\0')); // expect: "quoted \n" '\0'
    printf("[%s]\n", STR()); // expect: []
}
