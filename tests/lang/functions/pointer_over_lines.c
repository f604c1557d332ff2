// The parameters of a pointer to a function may begin on a line of their own.
#include <stdio.h>
struct walker {
    int (*walk)(int *,
        int (*visit)(
            void *ctx,
            int value
        )
    );
    int (*plain)(
        int
    );
};
static int add(void *ctx, int value) {
    return *(int *)ctx += value;
}
static int walk(int *ctx, int (*visit)(void *, int)) {
    return visit(ctx, 3) + visit(ctx, 4);
}
static int twice(int n) {
    return 2 * n;
}
int main(void) {
    struct walker w = {walk, twice};
    int sum = 0;
    int walked = w.walk(&sum, add);
    printf("%d %d\n", walked, w.plain(sum)); // expect: 10 14
}
