// Legal, and hardly meant.
#include <stdio.h>
#include <string.h>

int ready(void) { return 1; }

int main(void) {
    int x = 1, y = 2, i = 0, counts[256] = {0};
    char a[4] = "abc", b[4] = "abc", c = 'x';
    int v[2] = {0}, w[2] = {0};
    x =+ 1; // warning: `=+` is read as `=` and `+`: this only assigns
    x =- 1; // warning: did you mean `-=`?
    x =-1;
    x = -1;
    if (ready) // warning: this is always true: `ready` is a function, whose address is never null
        puts("called?");
    if (v) // warning: this is always true: `v` is an array
        puts("filled?");
    if (a == b) // warning: this compares where the arrays are, not what is in them
        puts("equal?"); // note: to compare the texts: `strcmp(a, b) == 0`
    if (v != w) // warning: this compares where the arrays are
        puts("different?");
    if (strcmp(a, b) == 1) // warning: `strcmp` gives 0 for equal texts, else any number
        puts("behind?");
    if (strcmp(a, b) == 0 || strcmp(a, b) > 0)
        puts("right");
    if (!x & 4) // warning: `!` binds tighter than `&`
        puts("bit not set?");
    if (!x & !y)
        puts("both zero");
    while ((c = getchar()) != EOF) // warning: in a `char`, EOF looks like the character 0xFF
        counts[c]++; // warning: a `char` as an index: characters outside of ASCII are negative
    counts[(unsigned char)c]++;
    counts['a']++;
    i = i++;                    // warning: `i` is changed here and used in the same expression
    v[i] = i++;                 // warning: `i` is changed here
    x = i++ + i;                // warning: `i` is changed here
    printf("%d %d\n", i, --i);  // warning: `i` is changed here
    x = i++ + y--;
    v[i++] = w[y++];
    while (i-- > 0 && v[i] == 0)
        ;
    i = (i++, i);
    return *a + x;
}
