enum color { RED, GREEN, BLUE };
int f(enum color c) {
    switch (c) { // warning: there is no `case` for `BLUE`
    case RED:
        return 1;
    case GREEN:
        return 2;
    }
    return 0;
}
