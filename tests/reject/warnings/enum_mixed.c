enum color { RED, GREEN, BLUE };
typedef enum { APPLE, PEAR = 7 } fruit;
enum { NOTHING, SOMETHING };
enum size : char { SMALL, LARGE };

enum color next(enum color c) {
    if (c == PEAR) // warning: this compares `enum color` with `fruit`: what is equal among their numbers means nothing
        c = APPLE; // warning: assigning `fruit` where `enum color` is needed: it is another enum
    enum size s = BLUE; // warning: initialising `enum color` where `enum size` is needed
    switch (c) {
    case RED:
        break;
    case PEAR: // warning: this is a constant of `fruit`, but the `switch` chooses by `enum color`
        break;
    default:
        next(APPLE); // warning: argument 1 of `next`: passing `fruit` where `enum color` is needed
    }
    return s; // warning: returning `enum size` where `enum color` is needed
}

int f(enum color c, fruit g) {
    int number = RED;
    c = 2;
    c = NOTHING;
    c = (enum color)APPLE;
    c = RED + 1;
    c = -RED;
    int table[PEAR + 1] = {[APPLE] = 1, [RED] = 2};
    switch ((int)g) {
    case BLUE:
        number++;
    }
    return c == number || g == (int)RED || c == SOMETHING || table[c] == APPLE;
}
// silent: `f`
// silent: SOMETHING
