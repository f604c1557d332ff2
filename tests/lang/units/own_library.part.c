#include <stddef.h>
int optind = 42, opterr = 43;
char *optarg = "own";
#ifdef NO_STRLCPY
size_t strlcpy(char *to, const char *from, size_t size) { return 1000; }
#endif
static char *strsep(char **rest, const char *stops) { return *rest; }
char *keep(char **rest) { return strsep(rest, ""); }
int getopt(argc, argv, options)
    int argc;
    char *const argv[];
    const char *options;
{
    return argc + 300;
}
size_t strnlen(const char *text, size_t most) {
    return text[0] + most;
}
