// In a struct's body the same slip comes at each member, and two brackets are one mistake.
struct p ( int a; int b; );  // error: expected `{` after `p`
struct q [ int a; ];         // error: expected `{` after `q`
struct go { a int; b int; }; // error: `int` can't stand here: the type stands in front of the name: `int a`
struct bare { c; d; };       // error: a type is missing before `c`
struct early { int a; } early;
struct { int a; }; late;     // error: `;` can't stand here: the variables of this type are named behind its `}`
union { int a }; swapped;    // error: expected `;` after this member
int main(void) {
    struct p one = {1, 2};
    struct go two = {1, 2};
    return one.a + two.b + late.a + swapped.a + early.a;
}
