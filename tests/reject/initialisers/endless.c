// Elements that hold nothing take nothing from the list: it was gone through without end. And a range's elements are
// values one by one, of which a program has a bounded number, also where ranges stand in ranges.
int none[][0] = {7, 1};                                     // error: there are more values than `int[][0]` has room for
int placed[3][0] = {[1] = 5};                               // error: there are more values than `int[3][0]` has room for
int fits[100000] = {[0 ... 99999] = 1};
char deep[999][999][999] = {[0 ... 998] = {[0 ... 998] = {[0 ... 998] = 1}}}; // error: initialisers have more values
int empty[][0] = {{}, {}};
int main(void) {
    return (int)sizeof empty + fits[3];
}
