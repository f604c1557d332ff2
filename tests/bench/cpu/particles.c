// Structs passed and returned: points move in a box and turn round at its walls.
#include <stdio.h>

enum { COUNT = 1000, STEPS = 6000 };

struct vec {
    double x, y, z;
};

struct particle {
    struct vec position, velocity;
    int bounces;
};

static struct particle particles[COUNT];

static struct vec add(struct vec a, struct vec b) {
    struct vec sum = {a.x + b.x, a.y + b.y, a.z + b.z};
    return sum;
}

static struct vec scale(struct vec v, double factor) {
    return (struct vec){v.x * factor, v.y * factor, v.z * factor};
}

static double dot(struct vec a, struct vec b) {
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

static int reflect(double *position, double *velocity) {
    if (*position >= 0 && *position <= 10) {
        return 0;
    }
    *position = *position < 0 ? -*position : 20 - *position;
    *velocity = -*velocity;
    return 1;
}

static void move(struct particle *p, double dt) {
    struct vec gravity = {0, 0, -9.81};
    p->velocity = add(p->velocity, scale(gravity, dt));
    p->position = add(p->position, scale(p->velocity, dt));
    p->bounces += reflect(&p->position.x, &p->velocity.x) +
                  reflect(&p->position.y, &p->velocity.y) +
                  reflect(&p->position.z, &p->velocity.z);
}

int main(void) {
    for (int i = 0; i < COUNT; i++) {
        particles[i].position = (struct vec){i % 10, i / 10 % 10, i / 100};
        particles[i].velocity = (struct vec){i % 7 - 3, i % 5 - 2, i % 3};
    }
    for (int step = 0; step < STEPS; step++) {
        for (int i = 0; i < COUNT; i++) {
            move(&particles[i], 0.0005);
        }
    }
    double energy = 0;
    int bounces = 0;
    for (int i = 0; i < COUNT; i++) {
        energy += dot(particles[i].velocity, particles[i].velocity) / 2;
        bounces += particles[i].bounces;
    }
    printf("%.9f %d\n", energy, bounces);
    return 0;
}
