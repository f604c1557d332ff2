#define TEXT(x) #y // error: `#` in a macro must stand before one of its parameters
int main(void) { return 0; }
