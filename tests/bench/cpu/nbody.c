// Doubles in an array of structs: six bodies pull at each other.
#include <math.h>
#include <stdio.h>

enum { BODIES = 6, STEPS = 200000 };

struct body {
    double x, y, z, vx, vy, vz, mass;
};

static struct body bodies[BODIES];

static void pull(struct body *a, struct body *b, double dt) {
    double dx = b->x - a->x, dy = b->y - a->y, dz = b->z - a->z;
    double square = dx * dx + dy * dy + dz * dz + 0.5;
    double force = dt / (square * sqrt(square));
    a->vx += dx * b->mass * force;
    a->vy += dy * b->mass * force;
    a->vz += dz * b->mass * force;
    b->vx -= dx * a->mass * force;
    b->vy -= dy * a->mass * force;
    b->vz -= dz * a->mass * force;
}

static double energy(void) {
    double sum = 0;
    for (int i = 0; i < BODIES; i++) {
        const struct body *b = &bodies[i];
        sum += b->mass * (b->vx * b->vx + b->vy * b->vy + b->vz * b->vz) / 2;
    }
    return sum;
}

int main(void) {
    for (int i = 0; i < BODIES; i++) {
        struct body b = {1.5 * i,        0.25 * i * i,      i % 3, 0, 0.125 * i,
                         0.5 - 0.25 * i, i ? 0.125 * i : 20};
        bodies[i] = b;
    }
    for (int step = 0; step < STEPS; step++) {
        for (int i = 0; i < BODIES; i++) {
            for (int j = i + 1; j < BODIES; j++) {
                pull(&bodies[i], &bodies[j], 0.001);
            }
        }
        for (int i = 0; i < BODIES; i++) {
            bodies[i].x += 0.001 * bodies[i].vx;
            bodies[i].y += 0.001 * bodies[i].vy;
            bodies[i].z += 0.001 * bodies[i].vz;
        }
    }
    printf("%.9f\n", energy());
    return 0;
}
