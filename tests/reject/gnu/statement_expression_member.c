// A member that does not exist has no width either: as the value of a statement expression it was asked for one, which
// ended the compiler.
struct {
    unsigned narrow : 3;
} s = {7};
int main(void) {
    int a = ({ s.none; }) - 1; // error: has no member `none`
    int b = ({ unknown.narrow; }) < 0; // error: unknown name `unknown`
    return a + b + ({ s.narrow; });
}
