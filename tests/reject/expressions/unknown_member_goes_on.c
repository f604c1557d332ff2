// A member that is not there is one error, whatever is done with it: what asks for a bit-field's width finds none.
struct s { int a; unsigned b : 3; } s;
int main(void) {
    int sum = ({ s.none; }) - 8;    // error: `struct s` has no member `none`
    sum += s.none ?: 1;             // error: `struct s` has no member `none`
    sum += s.none + s.a;            // error: `struct s` has no member `none`
    int *p = &s.none;               // error: `struct s` has no member `none`
    sum += s.none == 'a';           // error: `struct s` has no member `none`
    sum += (int)__builtin_object_size(&s.none, 0); // error: `struct s` has no member `none`
    sum += (int)sizeof s.none;      // error: `struct s` has no member `none`
    return sum + *p;
}
