#if 1 / 0 // error: division by zero in the condition
#endif
int main(void) { return 0; }
