int add(int a, int b) { return a + b; }
int main(void) {
    int x = 3;
    add(1);        // error: `add` takes 2 arguments, but gets 1
    add(1, 2, 3);  // error: `add` takes 2 arguments, but gets 3
    x();           // error: `x` cannot be called: it is `int`, not a function
    add(1, "2");   // error: argument 2 of `add`: passing the pointer `char *`
    puts();        // error: `puts` takes 1 argument, but gets 0
    return add(x, 2);
}
