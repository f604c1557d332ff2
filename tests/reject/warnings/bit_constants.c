struct flags {
    int small : 3;
    int one : 1;
    unsigned two : 2;
    _Bool is_set : 1;
    unsigned long wide : 40;
};
struct flags f = {7, 0, 4, 3, 1ul << 40}; // warning: 7 does not fit the 3 bits of `small`: it becomes -1 // note: one of its bits is the sign: an `unsigned` one holds 0 to 7
struct flags g = {-4, -1, 3, 1, (1ul << 40) - 1};

void set(struct flags *p) {
    p->one = 1; // warning: 1 does not fit the 1 bit of `one`: it becomes -1
    p->two = 4; // warning: 4 does not fit the 2 bits of `two`: it becomes 0
    p->two = -1;
    p->small = 3;
    p->small = p->two;
    p->wide = 0xffffffffff;
    p->is_set = 2;
}
// silent: 4294967295
// silent: `is_set`
