// A program is started through the name `main`, which a static function does not give
// away.
static int main(void) { // error: `main` cannot be `static`
    return 0;
}
