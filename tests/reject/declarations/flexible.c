struct alone {
    int a[]; // error: only the last of several members
};
struct middle {
    int n;
    int a[]; // error: only the last of several members
    int b;
};
struct good {
    int n;
    int a[];
};
struct good list[2]; // error: ends in an array without a size
struct outer {
    struct good g; // error: ends in an array without a size
};
struct good x = {1, {2, 3}}; // made to measure
void f(void) {
    struct good y = {1, {2, 3}}; // error: `a` has no size
}
