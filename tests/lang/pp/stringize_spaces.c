// Where # puts spaces.
#include <stdio.h>
#define S(x) #x
#define E(x) S(x)
#define A B
#define B C
#define f(x) [x]
#define g f
#define h(x, y) x y
#define z z[0]
#define q(x) x
int main(void) {
    puts(E(A));
    puts(S("\n" '\''));
    puts(E(f(f(1))));
    puts(E(g(2)));
    puts(E(h(f, (3))));
    puts(E(q(q)(4)));
    puts(E(z));
    puts(E(f(z)));
    puts(E(h(a, b)));
    puts(S(a b));
    puts(E(q() | q() |));
    return 0;
}
// expect: C
// expect: "\n" '\''
// expect: [[1]]
// expect: [2]
// expect: [3]
// expect: q(4)
// expect: z[0]
// expect: [z[0]]
// expect: a b
// expect: a b
// expect: | |
