// flags: --seed 1
int sign(int x) {
    if (x > 0)
        return 1;
    if (x < 0)
        return -1;
} // trap: MissingReturn

int main(void) {
    return sign(0);
}
