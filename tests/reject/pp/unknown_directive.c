#inculde <stdio.h> // error: unknown directive `#inculde`
int main(void) { return 0; }
