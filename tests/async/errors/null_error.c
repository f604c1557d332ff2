// A null error has no name: a fault that can be caught as well.
#include <stdio.h>

int main(void) {
    error e = NULL;
    try {
        printf("%s\n", e.name);
    } catch (error f) {
        printf("%s: %s\n", f.name, f.message); // expect: NullPointer: the error is NULL: there is none
    }
    throw e; // trap: throw needs an error; this is null
}
