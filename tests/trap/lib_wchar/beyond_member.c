#include <wchar.h>

// The array that is written to is the member, not the struct around it.
struct names {
    wchar_t first[3], second[8];
};

int main(void) {
    struct names names = {0};
    wcscpy(names.first, L"abcd"); // trap: IndexError
    return names.second[0];
}
