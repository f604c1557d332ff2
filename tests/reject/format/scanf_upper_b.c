// C23 gives %B to printf alone.
#include <stdio.h>

int main(void) {
    unsigned bits;
    printf("%B\n", 5u);
    return scanf("%B", &bits); // error: `%B` is no directive of formats
}
