#include <wchar.h>

int main(void) {
    wchar_t text[8] = L"abc";
    wcscat(text, text + 1); // trap: Overlap: wcscat: what it reads
    return 0;
}
