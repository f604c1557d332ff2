#include <stdio.h>
#include <wchar.h>

int main(void) {
    mbstate_t zero = {0}, none;
    wchar_t c;
    printf("%zu\n", mbrtowc(&c, "a", 1, &zero)); // expect: 1
    mbrtowc(&c, "a", 1, &none); // trap: Uninitialised: `mbrtowc` reads
    return 0;
}
