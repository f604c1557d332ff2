// A mistake in a token costs its own line. What else is wrong is told as well.
int main(void) {
    int a = 0x; // error: `0x` has no digits
    int b = 'abcde'; // error: single quotes hold one character
    printf("%d, a); // error: this string has no closing
    int c = 5 @; // error: the character `@` has no meaning in C
    return d + b + c; // error: unknown name `d`
}
