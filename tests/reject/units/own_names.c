// The first file's names are not the second's.
// args: own_names.part.c
// stderr: own_names.part.c:1:1: error: unknown type name `number`
// exit: 65
typedef int number;
int main(void) { return 0; }
