#error this program needs a computer // error: #error this program needs a computer
int main(void) { return 0; }
