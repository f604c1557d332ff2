#include <ctype.h>
#include <stdio.h>
int main(void) {
    int counts[12] = {0};
    for (int c = 0; c < 128; c++) {
        counts[0] += isalnum(c) != 0, counts[1] += isalpha(c) != 0, counts[2] += isblank(c) != 0;
        counts[3] += iscntrl(c) != 0, counts[4] += isdigit(c) != 0, counts[5] += isgraph(c) != 0;
        counts[6] += islower(c) != 0, counts[7] += isprint(c) != 0, counts[8] += ispunct(c) != 0;
        counts[9] += isspace(c) != 0, counts[10] += isupper(c) != 0, counts[11] += isxdigit(c) != 0;
    }
    for (int i = 0; i < 12; i++)
        printf("%d ", counts[i]);
    puts(""); // expect: 62 52 2 33 10 94 26 95 32 6 26 22 
    printf("%c %c %c %c\n", toupper('a'), tolower('Z'), toupper('1'), tolower('-')); // expect: A z 1 -
    printf("%d %d\n", isalpha(EOF), isdigit(200)); // expect: 0 0
    printf("%d\n", isalpha('a') == 1024); // expect: 1
    return 0;
}
