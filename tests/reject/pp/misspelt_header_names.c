// It is plain which header was meant, so its names are known and others are not.
#include <stdoi.h> // error: did you mean `#include <stdio.h>`?
int main(void) {
    printf("%d\n", 1);
    return zero; // error: unknown name `zero`
}
