// args: nowhere.part.c
// stderr: `missing` is used but never defined
// stderr: no file of the program defines it
// exit: 65
int missing(void);
int other(void);
int main(void) { return missing() + other(); }
