// Index arithmetic and doubles: a product of two matrices that are stored row after row.
#include <stdio.h>
#include <stdlib.h>

static void multiply(const double *left, const double *right, double *product, int size) {
    for (int row = 0; row < size; row++) {
        for (int column = 0; column < size; column++) {
            double sum = 0;
            for (int k = 0; k < size; k++) {
                sum += left[row * size + k] * right[k * size + column];
            }
            product[row * size + column] = sum;
        }
    }
}

int main(void) {
    int size = 280;
    size_t bytes = sizeof(double) * (size_t)(size * size);
    double *left = malloc(bytes), *right = malloc(bytes), *product = malloc(bytes);
    for (int i = 0; i < size * size; i++) {
        left[i] = (i * 7 % 13) / 4.0;
        right[i] = (i * 5 % 17) - 8;
    }
    double trace = 0;
    for (int round = 0; round < 3; round++) {
        multiply(left, right, product, size);
        for (int i = 0; i < size; i++) {
            trace += product[i * size + i];
        }
        left[round] -= 1;
    }
    printf("%.3f\n", trace);
    free(left);
    free(right);
    free(product);
    return 0;
}
