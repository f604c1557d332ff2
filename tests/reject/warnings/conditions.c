#include <string.h>
int f(int a, unsigned u, char *s) {
    if (a = 1)          // warning: assigns with `=`
        return 1;
    if ((a = 2))
        return 2;
    if (s == "abc")     // warning: this compares addresses, not texts
        return 3;
    if (u < 0)          // warning: this is always false
        return 4;
    if (u > -1)         // warning: -1 becomes a large positive number
        return 5;
    if (a);             // warning: this `;` is the whole body of `if`
    {
        a++;
    }
    return a;
}
