// exit() is no error that catch sees; defers run.
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    try {
        defer printf("defer\n"); // expect: defer
        exit(3);                 // exit: 3
    } catch (error e) {
        printf("caught %s\n", e.name);
    }
    return 0;
}
