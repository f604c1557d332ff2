#include <stdio.h>
#if __has_include(<stdio.h>) && !__has_include(<no_such_header.h>)
#define FOUND "found"
#else
#define FOUND "not found"
#endif
int main(void) {
    puts(FOUND); // expect: found
}
