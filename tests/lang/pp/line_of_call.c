// __LINE__ in a macro is the line where the call begins, as gcc has it, however many
// lines the arguments take; in an argument it is the line where it stands.
#include <stdio.h>
#define LINE(x) __LINE__ x
#define HERE __LINE__
#define SAME(x) x

int main(void) {
    printf("%d %d\n", LINE( // expect: 9 10
        + 0), LINE(
        + 0
    ));
    printf("%d\n", LINE( // expect: 27
        + LINE(

        )));
    printf("%d %d\n", // expect: 18 19
           SAME(HERE),
           SAME(__LINE__));
#line 100
    printf("%d\n", LINE( // expect: 100

        ));
}
