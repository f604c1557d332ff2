// A library call that is given an array inside a struct by name is held to that array.
#include <string.h>
struct person {
    char name[4];
    char city[16];
};
int main(void) {
    struct person p;
    strcpy(p.name, "Bob");
    strcpy(p.name, "Alice"); // trap: an array inside
    return 0;
}
