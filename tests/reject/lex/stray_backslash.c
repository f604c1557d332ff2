int main(void) {
    int x = 1 \ + 2; // error: a backslash can't stand here
    return x;
}
