// Counters of every kind, ways through the body that skip an access or leave, pointers into the middle.
#include <stdio.h>

static int a[40];
static struct {
    char tag;
    double x, y;
} points[20];

static int steps(int from, int to, int step) {
    int sum = 0;
    for (int k = from; k <= to; k += step) {
        sum += a[k];
    }
    return sum;
}

static int backwards(const int *end, int n) {
    int sum = 0;
    for (int k = 1; k <= n; k++) {
        sum = sum * 3 % 1000 + end[-k];
    }
    return sum;
}

static int find(const int *p, int n, int wanted) {
    for (int k = 0; k < n; k++) {
        if (p[k] == wanted) {
            return k;
        }
    }
    return -1;
}

static int above(int n, int least, int most) {
    int count = 0, k = 0;
    while (k < n) {
        if (a[k] > most) {
            break;
        }
        if (a[k] >= least) {
            count++;
        }
        k++;
    }
    return count * 100 + k;
}

static void bubble(int *p, int n) {
    for (int i = 0; i < n; i++) {
        for (int k = 0; k < n - 1 - i; k++) {
            if (p[k] > p[k + 1]) {
                int t = p[k];
                p[k] = p[k + 1];
                p[k + 1] = t;
            }
        }
    }
}

int main(void) {
    for (int i = 0; i < 40; i++) {
        a[i] = i * i % 37;
    }
    for (unsigned i = 0; i < 20; i++) {
        points[i].x = i;
        points[i].y = -2.0 * i;
    }
    printf("%d %d %d\n", steps(0, 39, 1), steps(1, 38, 3), steps(30, 20, 1)); // expect: 671 226 0
    printf("%d\n", backwards(a + 40, 40));                                    // expect: 297
    printf("%d %d\n", find(a, 40, 36), find(a, 40, 37));                      // expect: 6 -1
    printf("%d %d\n", above(40, 10, 33), above(40, 10, 99));                  // expect: 206 2640
    double x = 0;
    for (int k = 0; k < 20; k++) {
        points[k].x += points[k].y;
        x += points[k].x;
    }
    printf("%g %d\n", x, points[7].tag); // expect: -190 0
    // what one round writes is what the next one reads
    for (long k = 0; k < 39; k++) {
        a[k + 1] = a[k] + 2;
    }
    printf("%d %d\n", a[39], a[1]); // expect: 78 2
    for (int k = 0; k < 40; k++) {
        a[k] = 39 - k;
    }
    bubble(a, 40);
    printf("%d %d %d\n", a[0], a[17], a[39]); // expect: 0 17 39
    return 0;
}
