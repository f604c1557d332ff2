#include <stdio.h>
int main(void) {
    long big = 3;
    printf("%d\n", 1.5);      // error: `%d` needs
    printf("%s\n", 3);        // error: `%s` needs
    printf("%f\n", 3);        // error: `%f` needs
    printf("%d\n", "text");   // error: `%d` needs
    printf("%d %d\n", 1);     // error: there is no argument for `%d`
    printf("%d\n", big);      // warning: `%d` is for
    printf("%d\n", 1, 2);     // warning: the format has no directive for this argument
    printf("%y\n", 1);        // error: `%y` is no directive
    printf("100%");           // error: the format ends in the middle
    printf("%ld %c %5.2f %-10s %*d %%\n", big, 'c', 1.0, "s", 3, 4);
    return 0;
}
