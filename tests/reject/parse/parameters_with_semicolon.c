int add(int a; int b) { // error: expected `,` between parameters
    return a + b;
}
