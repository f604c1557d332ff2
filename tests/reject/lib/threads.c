#include <threads.h> // error: use tasks
int main(void) { return 0; }
