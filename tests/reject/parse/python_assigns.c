// The variable is unknown, and so is the value: the first is told, with what is missing.
int main(void) {
    n = None; // error: unknown name `n`
    text = input("name? "); // error: unknown name `text`
    print(len(text)); // error: unknown function `print`
    first = second; // error: unknown name `first` // error: unknown name `second`
    pass; // error: unknown name `pass`
    return 0;
}
