int f(int n) {
    (void)(int[n]){1};    // error: there is no literal of type `int[*]`
    (void)(int(void)){0}; // error: there is no literal of type `int (void)`
    return (int){n};
}
