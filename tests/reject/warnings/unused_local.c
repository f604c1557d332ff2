// A variable that nobody names. One that only gets a value is not told, nor is what is there for its effect.
int global;
async int g(void);
static int hidden_from_others;

int f(int unused_parameter) {
    int nobody; // warning: `nobody` is declared here, but never used
    // note: take it away, or write `[[maybe_unused]]` in front of it
    int valued = 1, used = 2; // warning: `valued` is declared here, but never used
    static int kept; // warning: `kept` is declared here, but never used
    for (int i = 0, j = 0; i < 3; i++) // warning: `j` is declared here, but never used
        used++;
    if (used) {
        char line[10]; // warning: `line` is declared here, but never used
    }
    int assigned;
    assigned = 1;
    int measured[4];
    [[maybe_unused]] int meant;
    int also __attribute__((unused));
    int _macros_own;
    enum { LOCAL };
    typedef int number;
    int voided = 0;
    (void)voided;
    return used + (int)sizeof measured;
}
async int g(void) {
    task(int) other = spawn g();
    int given[2] = {1, 2}, count = 0;
    for (int each : given)
        count++;
    try {
        count++;
    } catch (error e) {
        count--;
    }
    return count;
}
// silent: `unused_parameter` is
// silent: `hidden_from_others` is
// silent: `used` is
// silent: `assigned` is
// silent: `measured` is
// silent: `meant` is
// silent: `also` is
// silent: `_macros_own` is
// silent: `voided` is
// silent: `other` is
// silent: `each` is
// silent: `e` is
