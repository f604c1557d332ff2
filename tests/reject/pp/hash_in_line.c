int main(void) { return 0; } #define X 1 // error: `#` can't stand here
