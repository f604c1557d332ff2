main(void) { // error: a type is missing before `main`
    return 0;
}
