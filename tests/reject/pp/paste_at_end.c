#define BAD(x) x## // error: `##` needs something on both sides
int main(void) { return 0; }
