Number twice(Number x) { // error: unknown type name `Number`
    Number y = 2 * x;
    return y;
}
