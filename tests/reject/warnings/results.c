// Functions that only compute.
int main(void) {
    char c = 'a', *s = "text";
    double d = -1.5;
    toupper(c); // warning: the result of `toupper` is not used
    strlen(s); // warning: keep it: `x = strlen(...)`
    d = abs(d); // warning: `abs` is for integers: the fraction is lost
    d = fabs(d);
    c = toupper(c);
    (void)strlen(s);
    return c + (int)d;
}
