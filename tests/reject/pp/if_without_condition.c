#if // error: `#if` needs a condition behind it
#endif
int main(void) { return 0; }
