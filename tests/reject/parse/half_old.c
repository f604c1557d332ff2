// Parameters have their types between the parentheses, or, as before 1989, behind them: not both.
int once(int a) int a; { return a; } // error: the parameters of `once` have their types between the parentheses already
int old(a) int a; { return a; }
int proto(int a);
int lacking(int a) // error: expected `;` after the declaration of `lacking`
int global;
int main(void) {
    return once(1) + old(2) + proto(3) + lacking(4) + global;
}
int proto(int a) { return a; }
