int x = 3;
x = 4; // error: a statement can't stand outside a function
x = 5;

int main(void) {
    return x;
}
