// A conversion without a value is no constant, whatever the type (C17 6.3.1.4p1).
unsigned narrow = (unsigned)-5.0; // error: the initialiser of a static object must be a constant
unsigned long wide = (unsigned long)-5.0; // error: the initialiser of a static object must be a constant

int main(void) {
    return narrow == wide;
}
