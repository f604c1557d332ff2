#define BAD(x) f(__VA_ARGS__) // error: `__VA_ARGS__` can stand only in a macro whose parameters end with `...`
int main(void) { return 0; }
