#include <stdio.h>
int main(void) {
    char a[20], b[20], c, d[3];
    int n, k = 0;
    n = sscanf("hello world", "%s %s", a, b);
    printf("%d: %s|%s\n", n, a, b); // expect: 2: hello|world
    n = sscanf("hello world", "%3s%s", a, b);
    printf("%d: %s|%s\n", n, a, b); // expect: 2: hel|lo
    n = sscanf("key=value;", "%[^=]=%[^;]", a, b);
    printf("%d: %s|%s\n", n, a, b); // expect: 2: key|value
    n = sscanf("abc123", "%[a-z]%[0-9]", a, b);
    printf("%d: %s|%s\n", n, a, b); // expect: 2: abc|123
    n = sscanf("]x", "%[]x]", a);
    printf("%d: %s\n", n, a); // expect: 1: ]x
    n = sscanf(" x", "%c", &c);
    printf("%d: [%c]\n", n, c); // expect: 1: [ ]
    n = sscanf(" x", " %c", &c);
    printf("%d: [%c]\n", n, c); // expect: 1: [x]
    n = sscanf("xyz", "%3c", d);
    printf("%d: %c%c%c\n", n, d[0], d[1], d[2]); // expect: 1: xyz
    n = sscanf("John 25", "%s %d", a, &k);
    printf("%d: %s %d\n", n, a, k); // expect: 2: John 25
    n = sscanf("2024-03-15", "%4s-%2s", a, b);
    printf("%d: %s %s\n", n, a, b); // expect: 2: 2024 03
    n = sscanf("one two", "%*s %s", a);
    printf("%d: %s\n", n, a); // expect: 1: two
    return 0;
}
