struct s {
    int x, y;
} a = {.z = 1};       // error: `struct s` has no member `z`
int b[3] = {[3] = 1}; // error: index 3 is outside of `int[3]`
int c[3] = {[-1] = 1}; // error: index -1 is outside of `int[3]`
int d[3] = {.x = 1};  // error: `.x` has no place here
int e = {.x = 1};     // error: `int` has no parts
struct s f = {[0] = 1}; // error: an index has no place here
int g[] = {[2 ... 1] = 3}; // error: this range is empty
