int main(void) {
    int default = 3; // error: `default` is a keyword of C and can't be a name
    return 0;
}
