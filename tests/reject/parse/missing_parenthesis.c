int main(void) {
    int x = 3;
    if (x > 2 { // error: expected `)` before `{`
        x = 1;
    }
    return x;
}
