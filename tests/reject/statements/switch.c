void f(int x, double d) {
    switch (x) {
    case 1:
    case 1: // error: there is a `case` for 1 already
    case x: // error: a `case` must be an integer constant
        break;
    case 5 ... 7:
    case 6: // error: there is a `case` for 6 already
    default:
        break;
    default: // error: second `default`
        break;
    }
    switch (d) { // error: `switch` chooses by an integer
    case 1:
        break;
    }
    case 3:; // error: `case` outside of a `switch`
}
