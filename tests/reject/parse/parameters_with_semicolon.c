int add(int a; int b) { // error: expected `,` between parameters
    return a + b;
}
int last(int a;) { // error: expected `)`, but found `;`
    return a;
}
int main(void) {
    return add(1, 2) + last(3);
}
