struct bits {
    int a : 33;   // error: bit-field `a` cannot have 33 bits: `int` has 32
    int b : 0;    // error: bit-field `b` has a name
    int c : -1;   // error: bit-field `c` cannot have -1 bits
    float d : 3;  // error: bit-field `d` must be an integer
    _Bool e : 2;  // error: bit-field `e` cannot have 2 bits
    unsigned f : 3;
};
int g(struct bits *s) {
    int *p = (int *)&s->f;     // error: `&` cannot be applied to a bit-field
    return sizeof s->f;        // error: `sizeof` cannot be applied to a bit-field
}
