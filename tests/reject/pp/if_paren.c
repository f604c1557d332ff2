#if (1 + 2 // error: expected `)` in this condition
#endif
int main(void) { return 0; }
