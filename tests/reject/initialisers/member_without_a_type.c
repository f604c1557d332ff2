// What initialises a member whose type is a mistake is not looked at, also where a constant is asked for.
static int a[3];
static char buf[3];
static struct { int void p; char *s; } both[2] = {{&a[1], buf}, {0, &buf[1]}}; // error: these words do not make a type together
int main(void) {
    return both[0].p == both[1].s;
}
