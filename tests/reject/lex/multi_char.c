int main(void) {
    return 'ab' != 24930; // warning: several characters between single quotes make one `int`
}
