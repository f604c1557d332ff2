// ## # __VA_ARGS__ and conditions.
#define X(a, b, c) a##b##c
#define STR(x) #x
#define XSTR(x) STR(x)
#define V(...) __VA_ARGS__
#define F(x, ...) x, ##__VA_ARGS__
#include <stdio.h>
int main() {
    int xyz = 5;
    printf("%d %s %s\n", X(x, y, z), STR(a "b\n" c), XSTR(X(1, 2, 3)));
    printf("%d\n", V(1 + 2));
    printf("%s\n", F("hi"));
    printf("%d %d\n", F(1, 2));
#if defined(X) && !defined Y && (1 ? 2 : 0) == 2 && 'a' == 97 && -1 < 0u + 0 == 0
    puts("yes");
#elif 1
    puts("no");
#endif
    printf("%d %s\n", __LINE__, __func__);
    return 0;
}
// expect: 5 a "b\n" c 123
// expect: 3
// expect: hi
// expect: 1 2
// expect: yes
// expect: 19 main
