#include <stdio.h>
#define x 3
#define f(a) f(x * (a))
#undef x
#define x 2
#define g f
#define t(a) a
#define p() int
#define q(x) x
#define r(x, y) x##y
#define str(x) #x
int(f)(int a) { return a; }
int main(void) {
    int y = 1;
    printf("%d\n", f(y + 1) + f(f(3))); // expect: 16
    printf("%d\n", t(g)(0) + t(1)); // expect: 1
    p() i[q()5] = {q(1), r(2, 3), r(4, ), r(, 5), r(, )};
    printf("%d %d %d %d %d\n", i[0], i[1], i[2], i[3], i[4]); // expect: 1 23 4 5 0
    puts(str(hello) str()); // expect: hello
}
