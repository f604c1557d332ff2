void f(void) {
    auto a = 1;
    auto c = {1};  // error: needs a value
    auto d[2] = {1}; // error: its type is inferred
    constexpr int e = 3;
    constexpr int g; // error: `g` is `constexpr`, so it needs a value
    int h[e];
    h[0] = a;
}
