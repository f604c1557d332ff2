// Go and Pascal have the name first. Who writes so does it throughout, and is told once.
int add(x int, y int) { return x + y; } // error: `int` can't stand here: the type stands in front of the name: `int x`
int sub(x int, y int) { return x - y; }
int misspelt(conts int x); // error: unknown word `conts`
int main(void) {
    return add(1, 2) + sub(3, 4);
}
