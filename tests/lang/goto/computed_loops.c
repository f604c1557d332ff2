// Loops built of gotos, crossing each other.
#include <stdio.h>

int main(void) {
    int i = 0, j, sum = 0;
outer:
    if (i >= 4) goto done;
    j = 0;
inner:
    if (j >= 4) goto next;
    if ((i + j) % 3 == 0) goto skip;
    sum += i * j;
skip:
    j++;
    goto inner;
next:
    i++;
    goto outer;
done:
    printf("%d\n", sum);
    if (sum) {
        goto label_in_if;
        printf("never\n");
    label_in_if:
        printf("in\n");
    } else {
        printf("never\n");
    }
    return 0;
}
// expect: 23
// expect: in
