#include <stdio.h>

static const char *name(int n) {
    switch (n) {
    case 1: return "one";
    case 2: return "two";
    case 3: return "three";
    default: return "many";
    }
}
static int two(int n) {
    switch (n) {
    case 7: return 1;
    }
    return 0;
}

int main(void) {
    for (int i = 0; i < 5; i++)
        printf("%s ", name(i));
    printf("\n");
    printf("%d %d\n", two(7), two(8));
    switch (3)
    case 3: printf("no braces\n");
    switch (4) {
        printf("never\n");
    }
    switch (5) {
    default: printf("default\n");
    }
    return 0;
}
// expect: many one two three many 
// expect: 1 0
// expect: no braces
// expect: default
