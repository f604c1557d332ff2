#ifdef X
#endif X // warning: text after `#endif` is ignored
int main(void) { return 0; }
