int f(int n) {
    break;    // error: `break` outside of a loop or `switch`
    continue; // error: `continue` outside of a loop
    goto end; // error: there is no label `end` in this function
    goto in;  // error: this jump would enter the scope of `a`
    int a[n];
in:
    a[0] = 1;
in: // error: label `in` stands in this function already
    switch (n) {
        int b[n];
    case 1: // error: this jump would enter the scope of `b`
        break;
    }
    return a[0];
}
