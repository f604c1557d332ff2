// By a library call, in an array of structs in a struct.
#include <string.h>
struct point {
    int x;
    const int y;
};
struct line {
    const char *name;
    struct point ends[2];
} diagonal = {"diagonal", {{0, 0}, {5, 5}}};

int main(void) {
    memset(&diagonal.name, 0, sizeof diagonal.name);
    memset(&diagonal.ends[1].x, 0, sizeof(int));
    memset(&diagonal.ends[1], 0, sizeof(struct point)); // trap: `memset` writes to the const member `y` of `struct line diagonal`
    return 0;
}
