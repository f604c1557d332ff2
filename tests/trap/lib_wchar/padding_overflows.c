#include <stdint.h>
#include <wchar.h>

// wcsncpy fills what is left of the number with zeros: more than fit into memory.
int main(void) {
    wchar_t a[4];
    wcsncpy(a, L"abc", SIZE_MAX / 4 + 1); // trap: IndexError
    return a[0];
}
