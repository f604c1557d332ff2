int main(void) {
    Int x = 3; // error: unknown type name `Int`
    return x;
}
