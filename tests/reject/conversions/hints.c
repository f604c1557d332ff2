char first(void) { return "a"; } // error: a character has single quotes: 'a'
void take(int *p) { *p = 1; }
int main(void) {
    int x = 3, *p = &x;
    take(x);   // error: argument 1 of `take`: passing the number `int` where the pointer `int *` is needed
    x = p;     // error: did you mean what it points at, with `*`?
    return x;
}
