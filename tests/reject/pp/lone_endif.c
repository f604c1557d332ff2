int main(void) { return 0; }
#endif // error: `#endif` without an `#if` before it
