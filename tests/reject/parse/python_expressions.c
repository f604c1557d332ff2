// What C has no operator for: one message a line, which says what C has. Each was told as a missing `;` or `,`.
#include <math.h>
int main(void) {
    int x = 3, y = 0, a[3] = {1, 2, 3};
    if (x in a) // error: `in` is not C: look for it in a loop
        y = 1;
    if (x not in a) // error: `in` is not C: look for it in a loop
        y = 1;
    if (not x) // error: `not` is not an operator of C
        y = 1;
    y = 1 if x else 2; // error: `x if y else z` is not C: a choice is `y ? x : z`
    y = lambda z: z + 1; // error: `lambda` is not C: write a function
    y = a[1:2]; // error: `a[i:j]` is not C: it has no slices
    y = a[:2]; // error: `a[i:j]` is not C: it has no slices
    puts(f"{x}"); // error: `f"..."` is not C: `printf` puts values into a text
    y = 2 ** 3; // error: `**` is not an operator of C
    return y;
}
