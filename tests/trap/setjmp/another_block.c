// As many variables are alive as when setjmp was called, but they are others.
#include <setjmp.h>
#include <string.h>
jmp_buf place;

static void back(const char *text) {
    char copy[8];
    strcpy(copy, text);
    longjmp(place, 1); // trap: the one in which setjmp was called has been left since
}

int main(void) {
    {
        char text[4] = "abc";
        if (setjmp(place))
            return (int)strlen(text);
    }
    {
        char other[8] = "other";
        back(other);
    }
    return 0;
}
