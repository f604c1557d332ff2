// stdin: alphabet
#include <stdio.h>
int main(void) {
    char word[4];
    scanf("%s", word); // trap: word
    return 0;
}
