#include <iso646.h>
#include <locale.h>
#include <stdio.h>
int main(void) {
    printf("%s\n", setlocale(LC_ALL, NULL)); // expect: C
    printf("[%s] [%s]\n", localeconv()->decimal_point, localeconv()->thousands_sep); // expect: [.] []
    printf("%d\n", 1 and not 0); // expect: 1
    return 0;
}
