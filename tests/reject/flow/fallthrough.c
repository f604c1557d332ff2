int f(int x) {
    switch (x) {
    case 1:
    case 2:
        x = 3;
    case 4: // warning: the case before runs on into this one
        x = 5;
        /* fall through */
    case 6:
        x = 7;
        [[fallthrough]];
    default:
        break;
    }
    return x;
}
