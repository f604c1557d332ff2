#include <stdio.h>
#define VERSION 203
int main(void) {
#if VERSION >= 200 && defined(VERSION) && !defined OTHER
    puts("new"); // expect: new
#else
    puts("old");
#endif
#ifdef OTHER
    puts("other");
#elif VERSION % 2 == 0
    puts("even");
#elif -1 > 0u
    puts("unsigned"); // expect: unsigned
#else
    puts("odd");
#endif
#if 0
    don't look
/* at this
#else */
#endif
#ifndef OTHER
    puts("end"); // expect: end
#endif
}
