#include <stdio.h>

int main(void) {
    char c = '\xff';
    unsigned char u = '\xff';
    printf("%d %d\n", c, u); // expect: -1 255
    printf("%d\n", c == u); // expect: 0
    printf("%d\n", c == '\xff'); // expect: 1
    char text[] = "\x80z";
    printf("%d %d\n", text[0] < 0, text[1]); // expect: 1 122
    int count[256] = {0};
    count[(unsigned char)text[0]]++;
    printf("%d\n", count[128]); // expect: 1
    printf("%d %d\n", 'ab' == ('a' << 8 | 'b'), '\0'); // expect: 1 0
    return 0;
}
