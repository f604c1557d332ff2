// Where the layout says one thing and C another.
int f(int a, int b) {
    if (a)
        puts("a");
        puts("b"); // warning: this stands as if it were under the `if` above, but it is not
    for (int i = 0; i < 3; i++)
        puts("x");
        puts("y"); // warning: this stands as if it were under the `for` above
    if (a) puts("one line");
    puts("next");
    if (a)
        puts("c");
    else
        puts("d");
        puts("e"); // warning: this stands as if it were under the `else` above
    if (a)
        if (b) // warning: the `else` below belongs to this `if`
            puts("f");
    else
        puts("g");
    if (a == b); // warning: this `;` is the whole body of `if`
    puts("h");
    if (a) {
        puts("i");
        puts("j");
    }
    return a;
}
