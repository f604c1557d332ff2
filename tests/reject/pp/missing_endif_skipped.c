int main(void) { return 0; }
#ifdef NOT_DEFINED // error: this `#ifdef` has no `#endif`
int x;
