#include <ctype.h>
#include <stdio.h>
#include <string.h>

int main(void) {
    char text[] = "The quick brown fox";
    int count[26] = {0}, words = 0, in = 0;
    for (char *p = text; *p; p++) {
        if (isalpha((unsigned char)*p))
            count[tolower(*p) - 'a']++;
        if (*p == ' ')
            in = 0;
        else if (!in)
            in = 1, words++;
        *p = (char)toupper(*p);
    }
    printf("%s %d\n", text, words); // expect: THE QUICK BROWN FOX 4
    for (int i = 0; i < 26; i++)
        if (count[i] > 1)
            printf("%c%d ", 'a' + i, count[i]);
    printf("\n"); // expect: o2 
    char buf[64] = "";
    strcat(buf, "one");
    strcat(strcat(buf, ","), "two");
    printf("%s %d\n", buf, strcmp(buf, "one") > 0); // expect: one,two 1
    return 0;
}
