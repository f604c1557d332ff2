#include <stdint.h>
#include <wchar.h>

// Four times this number of characters is 0 in 64 bits.
int main(void) {
    wchar_t a[4], b[4] = L"abc";
    wmemcpy(a, b, SIZE_MAX / 4 + 1); // trap: IndexError
    return a[0];
}
