int f(int n) {
    if (n > 0) {
        n--;
    }
    }
    n++; // error: a statement can't stand outside a function
    return n; // note: the function before ends at this `}`: is it one too many?
}
int g(void) {
    return f(1);
}
