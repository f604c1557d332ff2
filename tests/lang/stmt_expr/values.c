#include <stdio.h>
#define MAX(a, b) ({ typeof(a) a_ = (a); typeof(b) b_ = (b); a_ > b_ ? a_ : b_; })

struct p { int x, y; };

int main(void) {
    int x = ({ int t = 5; t * 2; });
    printf("%d\n", x); // expect: 10
    printf("%d\n", MAX(3, 7) + MAX(x, 2)); // expect: 17
    printf("%d\n", MAX(MAX(1, 4), MAX(3, 2))); // expect: 4
    int s = 0;
    for (int i = 0; i < ({ int n = 3; n; }); i++)
        s += ({ int a[2] = {i, 1}; a[0] + a[1]; });
    printf("%d\n", s); // expect: 6
    struct p p = ({ struct p q = {1, 2}; q.x += 5; q; });
    printf("%d %d\n", p.x, p.y); // expect: 6 2
    ({ x = 3; (void)0; });
    printf("%d\n", x); // expect: 3
    x = x + ({ int y = x; x = 10; y; });
    printf("%d\n", x > 5); // expect: 1
    printf("%d\n", ({ struct p r = {8, 9}; r; }).y); // expect: 9
    return 0;
}
