// Macros, words and tags are proposed as names are.
#define LIMIT 5
struct point { int x; };
int main(void) {
    int a = LIMTI; // error: did you mean `LIMIT`?
    char *s = NUL; // error: did you mean `NULL`?
    struct piont p; // error: did you mean `struct point`?
    bool b = tru; // error: did you mean `true`?
    goto edn; // error: did you mean `end`?
end:
    return EXIT_SUCESS; // error: did you mean `EXIT_SUCCESS`?
}
