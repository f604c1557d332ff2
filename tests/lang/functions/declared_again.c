// A program may declare the library's functions itself, as they are declared there.
extern void abort(void);
void exit(int);
int printf(const char *, ...);
extern void *memset(void *, int, unsigned long);
unsigned long strlen(const char *);
double sqrt(double);
int main(void) {
    char b[4];
    memset(b, 'x', 3);
    b[3] = 0;
    printf("%s %d %.1f\n", b, (int)strlen(b), sqrt(4.0));
    if (b[0] != 'x')
        abort();
    exit(0);
}
// expect: xxx 3 2.0
