#if 1
int main(void) { return 0; }
#else
#else // error: `#else` after `#else`
#endif
