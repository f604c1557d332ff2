typedef int number;
int a = number;       // error: `number` is a type, not a value
coroutine(int[3]) b;  // error: there is no `coroutine` of `int[3]`
queue(void) c;        // error: there is no `queue` of `void`
_Atomic(int[3]) d;    // error: there is no atomic `int[3]`
int e[*];             // error: `[*]` has no size outside of a prototype
int f(auto x);        // error: a parameter's type cannot be inferred
auto g(void) {        // error: there is no initialiser here to infer a type from
    return 1;
}
struct s {
    auto x;           // error: there is no initialiser here to infer a type from
};
int h(void)(void);    // error: `h` cannot return a function; return a pointer to it
async int i;          // error: only functions are `async`
int j(void) = 1;      // error: `j` is a function and cannot have an initialiser
enum empty {};        // error: an enum needs at least one name
enum wide : double {  // error: an enum is made of integers, not of `double`
    W
};
enum narrow : int {
    N
};
enum narrow : long;   // error: `enum narrow` was declared with the type `int`
int k(int n) {
    struct s {
        int x[n];     // error: member `x` must have a constant size
    };
    return alignof(n); // error: `alignof` takes a type
}
int l = ({ 1; });     // error: a statement expression needs a function around it
__T m;                // error: unknown type name `__T`
