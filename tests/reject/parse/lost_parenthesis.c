static int twice int n) { // error: expected `(` after `twice`
    return 2 * n;
}
int main(void) {
    puts "x"); // error: expected `(` after `puts`
    printf("%d\n", twice(3))); // error: `)` stands here without a matching `(` before it
    return 0;
}
