// The type is what is wrong, not what stands behind the `=`.
int main(void) {
    struct pair p = {1, 2};         // error: `p` has the incomplete type `struct pair`
    void v = 3;                     // error: variable `v` cannot be `void`
    union u q = p;                  // error: `q` has the incomplete type `union u`
    return p.left + q.left;
}
