#define BAD(x y) x // error: expected `,` or `)` in the parameters of macro `BAD`
int main(void) { return 0; }
