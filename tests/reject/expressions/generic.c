int f(double d) {
    int a = _Generic(d, int: 1, long: 2);              // error: has nothing for `double`
    int b = _Generic(d, double: 1, double: 2);         // error: `double` stands twice
    int c = _Generic(d, default: 1, default: 2);       // error: second `default`
    return a + b + c + _Generic(d, double: 1, default: 2);
}
int g(int n) {
    return _Generic(n, int[]: 1, default: 2); // error: no value has the type `int[]`, so `_Generic` cannot choose it
}
