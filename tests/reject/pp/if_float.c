#if 1.5 > 1 // error: a floating-point number can't stand in the condition of `#if`
#endif
int main(void) { return 0; }
