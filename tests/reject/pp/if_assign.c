#define N 3
#if N = 3 // error: the condition should end before this
#endif
int main(void) { return 0; }
