// Conway's game of life on a torus.
#include <stdio.h>
#include <string.h>
#define H 6
#define W 8

static void step(unsigned char world[H][W]) {
    unsigned char next[H][W];
    for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++) {
            int n = 0;
            for (int dy = -1; dy <= 1; dy++)
                for (int dx = -1; dx <= 1; dx++)
                    if (dx || dy)
                        n += world[(y + dy + H) % H][(x + dx + W) % W];
            next[y][x] = n == 3 || (n == 2 && world[y][x]);
        }
    memcpy(world, next, sizeof next);
}

int main(void) {
    unsigned char world[H][W] = {{0, 1}, {0, 0, 1}, {1, 1, 1}};
    for (int g = 0; g < 5; g++)
        step(world);
    for (int y = 0; y < H; y++) {
        for (int x = 0; x < W; x++)
            putchar(world[y][x] ? '#' : '.');
        puts("");
    }
    return 0;
}

// expect: ........
// expect: ........
// expect: .#.#....
// expect: ..##....
// expect: ..#.....
// expect: ........
