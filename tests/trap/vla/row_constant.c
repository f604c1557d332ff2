int main(void) {
    int n = 2;
    short cube[2][n][n + 1];
    memset(cube, 0, sizeof cube);
    cube[1][1][2] = 5;
    cube[0][2][0] = 1; // trap: IndexError: index 2 is past the end of the array, which has elements 0..1
    return 0;
}
