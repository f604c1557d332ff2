// C89 had no `void` to begin with: such a function returns nothing now and then.
first(x) { // warning: `first` has no type
    if (x)
        return; // trap: ended without `return`, but its caller uses the value
    return 3;
}
int main(void) {
    first(1);
    return first(1);
}
