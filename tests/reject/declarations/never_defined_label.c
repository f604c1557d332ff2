// A label or a case in a part that no condition lets run is a way into it.
int f(void); // error: `f` is used but never defined
int g(void); // error: `g` is used but never defined
int h(void); // error: `h` is used but never defined
int main(int argc, char **argv) {
    (void)argv;
    if (argc > 1)
        goto in;
    if (0) {
    in:
        f();
    }
    switch (argc) {
        while (0) {
        case 2:
            g();
        }
    }
    return argc ? h() : 0;
}
