// What has no name is called "this" in messages.
int f(int[-2]);                                        // error: this array has a negative size (-2)
struct { int : 40; int b; } s;                         // error: this bit-field cannot have 40 bits
unsigned long g(void) { return sizeof(int[1u << 30]); } // error: this array is too large
unsigned long h(void) { return sizeof(void[2]); }      // error: this would be an array of `void`
int main(void) { return 0; }
