// _Generic by promoted and decayed types.
#include <stdio.h>
#define TN(x)                                                                                      \
    _Generic((x),int:"int",unsigned:"uint",long:"long",char:"char",float:"float",double:"double",char*:"char*",const char*:"cchar*",int*:"int*",void*:"void*",default:"other")
int main(void) {
    char c = 1;
    short s = 1;
    const int ci = 2;
    int a[3];
    printf("%s %s %s %s %s %s %s\n", TN(1), TN(1u), TN(c), TN(c + 1), TN(1.0f), TN("s"), TN(a));
    printf("%s %s %s %s %s\n", TN(s + s), TN(ci), TN(&ci), TN((void *)0), TN(1L + 1u));
    printf("%s\n", TN(1 ? 1 : 1.0));
    printf("%s %s\n", TN('a'), TN((char)'a'));
    unsigned char uc = 1;
    printf("%s %s\n", TN(uc << 1), TN(~uc));
    printf("%s\n", TN(sizeof 1));
    _Static_assert(sizeof(int) == 4, "x");
    return _Generic(a, int * : 0, default : 1);
}
// expect: int uint char int float char* int*
// expect: int int other void* long
// expect: double
// expect: int char
// expect: int int
// expect: other
