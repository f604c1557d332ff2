#define N 1
#define N 2 // warning: macro `N` is defined again, differently
int main(void) { return N - 2; }
