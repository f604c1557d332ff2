// The `}` is there, so its `{` is what is missing.
static int one(void) // error: expected `{` after the head of `one`
    return 1;
}
static int two(void) ( // error: expected `{` after the head of `two`
    return 2;
}
int main(void) {
    return one() + two() + three(); // error: unknown function `three`
}
