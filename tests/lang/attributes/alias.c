// Names that a linker sees: alias, asm labels, also of the library's functions.
#include <stdio.h>
static int three(void) { return 3; }
int tres(void) __attribute__((alias("three")));
int drei(void) __attribute__((weak, alias("tres")));
static int count = 1;
extern int counter __attribute__((alias("count")));
extern int twice(int) __asm__("double_it");
int double_it(int x) { return 2 * x; }
int defined_later(void) __asm__("its_label");
extern int its_label(void);
int defined_later(void) { return 7; }
extern int say(const char *) __asm__("puts");
extern __SIZE_TYPE__ length(const char *text) __asm("str" "len");
extern int puts2(const char *) __asm__("puts");
extern int abs(int) __asm__("my_abs");
int my_abs(int x) { return x < 0 ? -x + 100 : x + 100; }
int main(void) {
    printf("%d %d %d\n", tres(), drei(), tres == three); // expect: 3 3 1
    counter += 4;
    printf("%d %d\n", count, &counter == &count); // expect: 5 1
    printf("%d %d\n", twice(4), its_label());     // expect: 8 7
    say("by its label");                          // expect: by its label
    puts2("and again");                           // expect: and again
    printf("%zu %d\n", length("four"), abs(-1));  // expect: 4 101
}
