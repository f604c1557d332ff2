// Conditions that say too much or too little, loops that run away.
int f(int a, int b, int c) {
    if (a != 1 || a != 2) // warning: this is always true: `a` cannot be both 1 and 2
        puts("x");
    if (a == 'y' && a == 'Y') // warning: this is always false
        puts("x");
    if (a == 1 || a == 2) puts("x");
    if (a != 1 && a != 2) puts("x");
    if (a || b && c) puts("x"); // warning: `&&` binds tighter than `||`
    if (a || (b && c)) puts("x");
    for (int i = 0; i < 3; i--) // warning: did you mean `++`?
        puts("x");
    for (int i = 3; i >= 0; i++) // warning: `i` moves away from the end of the loop
        puts("x");
    for (int i = 3; i >= 0; i--) puts("x");
    for (int i = 0, j = 0; i < 3, j < 2; i++, j++) // warning: this value is computed, but not used
        puts("x");
    return a;
}
