struct twice {
    int a;
    int a; // error: two members are called `a`
    struct {
        int b; // the same name as below
    };
    int b; // error: two members are called `b`
};
struct self {
    struct self inside; // error: member `inside` has the incomplete type
    struct self *next;
};
struct twice { // error: `struct twice` is defined a second time
    int b;
};
union twice *p; // error: `twice` is the name of a struct, not of a union
struct empty { // warning: `struct empty` has no members
};
struct func {
    int f(void); // error: member `f` cannot be a function
};
struct unknown u; // error: variable `u` has the incomplete type `struct unknown`
struct {          // error: this declares nothing
    int x;
};
