// Doubles in local variables: how long points of the plane stay near zero.
#include <stdio.h>

static int escape_time(double x, double y, int most) {
    double re = 0, im = 0;
    for (int n = 0; n < most; n++) {
        double re2 = re * re, im2 = im * im;
        if (re2 + im2 > 4) {
            return n;
        }
        im = 2 * re * im + y;
        re = re2 - im2 + x;
    }
    return most;
}

int main(void) {
    enum { WIDTH = 640, HEIGHT = 480, MOST = 120 };
    long total = 0;
    for (int row = 0; row < HEIGHT; row++) {
        for (int column = 0; column < WIDTH; column++) {
            total +=
                escape_time(column * 3.0 / WIDTH - 2.2, row * 2.4 / HEIGHT - 1.2, MOST);
        }
    }
    printf("%ld\n", total);
    return 0;
}
