// A macro whose definition is wrong is left out. That it is unknown afterwards is no second mistake.
#define FIRST(x) x + __VA_ARGS__ // error: `__VA_ARGS__` can stand only in a macro whose parameters end with `...`
#define SECOND(x, ...) x __VA_OPT__ // error: `__VA_OPT__` needs `(` behind it
#include // error: `#include` needs `<name>` or `"name"` behind it

int main(void) {
    return FIRST(1) + SECOND(1, 2) + from_the_header(3);
}
