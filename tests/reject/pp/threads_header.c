// stderr: use tasks
// exit: 65
#include <threads.h>
int main(void) { return 0; }
