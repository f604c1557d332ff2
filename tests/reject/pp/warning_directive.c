#warning this is old // warning: #warning this is old
int main(void) { return 0; }
