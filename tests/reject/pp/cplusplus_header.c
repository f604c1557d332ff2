#include <iostream> // error: there is no header <iostream>
int main(void) { return 0; }
