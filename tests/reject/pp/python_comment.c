# a comment of another language // error: unknown directive `#a`
int main(void) { return 0; }
