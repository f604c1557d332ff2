#include <stdlib.h>

char *kept[100];

int main(void) {
    for (int i = 0; i < 100; i++)
        kept[i] = malloc(100 << 20); // trap: MemoryError: out of memory: 104857600 bytes more would pass the limit of 2048 MiB
    return 0;
}
