#define BAD(x, x) x // error: parameter `x` of the macro is there twice
int main(void) { return 0; }
