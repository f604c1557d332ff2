#include <stdoi.h> // error: there is no header <stdoi.h>
int main(void) { return 0; }
