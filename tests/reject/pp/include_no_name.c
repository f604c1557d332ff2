#include // error: `#include` needs `<name>` or `"name"` behind it
int main(void) { return 0; }
