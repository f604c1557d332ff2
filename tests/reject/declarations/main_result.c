void main(void) { // warning: `main` returns `int`, not `void`
}
