#include <stdio.h>

int main(void) {
    char line[20] = "one two", word[10];
    sscanf(line, "%9s", word);
    printf("%s\n", word); // expect: one
    sscanf(line, "%*s %s", line); // trap: Overlap: sscanf: what it reads and what it writes overlap
    // note: give it another array to write to
    return 0;
}
