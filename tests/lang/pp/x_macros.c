#include <stdio.h>
#define COLOURS(X) X(RED) X(GREEN) X(BLUE)
#define AS_ENUM(name) name,
#define AS_TEXT(name) #name,
enum colour { COLOURS(AS_ENUM) COLOUR_COUNT };
static const char *const names[] = {COLOURS(AS_TEXT)};
int main(void) {
    for (int i = 0; i < COLOUR_COUNT; i++)
        printf("%d=%s ", i, names[i]);
    printf("\n"); // expect: 0=RED 1=GREEN 2=BLUE 
}
