// What an array has no room for, as far as the call itself says so.
#include <stdio.h>
#include <string.h>

struct person {
    char name[4];
    int age;
};

int main(void) {
    char small[5];
    struct person p = {"Bob", 3};
    strcpy(small, "hello"); // warning: `strcpy` may write 6 bytes here, but `small` has 5
    strcpy(small, "four");
    strcat(small, "or more");        // warning: `strcat` may write 8 bytes here
    memcpy(p.name, "longer", 6);     // warning: `memcpy` may write 6 bytes here, but member `name` has 4
    memset(small, 0, 50);            // warning: `memset` may write 50 bytes here
    strncpy(small, "text", 10);      // warning: `strncpy` may write 10 bytes here
    snprintf(small, 6, "%d", 3);     // warning: `snprintf` may write 6 bytes here
    fgets(small, 100, stdin);        // warning: `fgets` may write 100 bytes here
    fgets(small, sizeof small, stdin);
    scanf("%5s", small);  // warning: `scanf` may write 6 bytes here, but `small` has 5
    scanf("%4s", small);
    scanf("%5c", small);
    gets(small);          // warning: `gets` does not know how much fits
    printf(small);        // warning: this text is the format itself: a `%` in it asks for an argument
    fprintf(stderr, p.age ? "yes\n" : "no\n");
    return 0;
}
