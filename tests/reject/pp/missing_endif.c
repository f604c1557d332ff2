#if 1 // error: this `#if` has no `#endif`
int main(void) { return 0; }
