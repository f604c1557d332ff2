// A type that is declared inside a struct makes no member of it, and leaves nothing out:
// the struct was taken for one that was not understood, and any member was believed.
struct outer {
    struct inner { // warning: this declares `struct inner`, but no member
        int a;     // note: to have a member of this type, write its name before the `;`
    };
    enum { ONE = 1 }; // warning: but no member
    struct {
        int c;
    };
    int b;
} x = {2, 3};

int main(void) {
    struct inner y = {ONE};
    x.a = y.a;         // error: `struct outer` has no member `a`
    return x.b + x.zz; // error: `struct outer` has no member `zz`
}
