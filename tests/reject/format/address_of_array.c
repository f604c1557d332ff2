#include <stdio.h>
int main(void) {
    char name[20];
    scanf("%19s", &name); // warning: an array needs no `&` here: its name is its address already
    scanf("%19s", name);
    return name[0];
}
