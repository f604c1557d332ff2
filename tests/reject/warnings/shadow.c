int count; // the session's and a program's globals may be hidden
int f(int n) {
    int count = 0;
    for (int i = 0; i < n; i++) {
        int n = i; // warning: this `n` hides another one of the same function
        for (int i = 0; i < 3; i++) // warning: this `i` hides another one of the same function
            count += n;
    }
    for (int i = 0; i < n; i++)
        count++;
    return count;
}
