int main(char **argv) { // warning: `main` takes `(void)` or `(int argc, char **argv)`
    return **argv;
}
