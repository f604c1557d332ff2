int main(void) {
    switch (1) {
    case 1 // error: expected `:` after the value of `case`
        return 1;
    }
    return 0;
}
