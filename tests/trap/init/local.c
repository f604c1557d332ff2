int choose(int c) {
    int x;
    if (c)
        x = 1;
    return x; // trap: Uninitialised
}

int main(void) {
    return choose(0);
}
