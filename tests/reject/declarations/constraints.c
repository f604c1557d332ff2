// Constraints of C17 that were not looked at: 6.7.2.1p3 (through a union), 6.7.6.3p10, 6.9.1p6.
struct list {
    int n, data[];
};
union any { // a union may have it as a member, a struct and an array may not
    struct list list;
    int b;
};
union any many[2]; // error: `union any` ends in an array without a size
struct holder {
    union any one; // error: `union any` ends in an array without a size
};
union any single, *pointer;
void f(register void); // error: a parameter cannot be `void`
typedef int T;
void old(a, T) int a; { } // error: `T` can't stand here: it is a type
int late(int a[n], int n); // error: unknown name `n`
int main(void) {
    return single.b + pointer->b;
}
