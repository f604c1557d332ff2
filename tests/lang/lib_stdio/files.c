#include <stdio.h>
#include <string.h>
int main(void) {
    char name[L_tmpnam], line[64];
    tmpnam(name);
    FILE *f = fopen(name, "w");
    fprintf(f, "first %d\n", 1);
    fputs("second\n", f);
    fputc('x', f);
    putc('\n', f);
    printf("%d\n", fclose(f));
    f = fopen(name, "r");
    while (fgets(line, sizeof line, f))
        line[strcspn(line, "\n")] = 0, printf("<%s>", line);
    puts("");
    printf("%d %d\n", feof(f) != 0, ferror(f));
    rewind(f);
    int n = 0;
    fscanf(f, "%s %d", line, &n);
    printf("%s %d\n", line, n);
    printf("%ld\n", ftell(f));
    fseek(f, -3, SEEK_END);
    printf("%c\n", fgetc(f));
    fseek(f, 6, SEEK_SET);
    int c = fgetc(f);
    ungetc(c, f);
    printf("%c %c\n", c, fgetc(f));
    fclose(f);
    f = fopen(name, "a+");
    fputs("more\n", f);
    fseek(f, 0, SEEK_END);
    printf("%ld\n", ftell(f));
    fclose(f);
    int numbers[] = {1, 2, 3, 4}, back[4];
    f = fopen(name, "wb");
    printf("%zu\n", fwrite(numbers, sizeof *numbers, 4, f));
    fclose(f);
    f = fopen(name, "rb");
    printf("%zu\n", fread(back, sizeof *back, 4, f));
    printf("%d %d\n", back[0], back[3]);
    printf("%zu\n", fread(back, sizeof *back, 4, f));
    fclose(f);
    printf("%d\n", remove(name));
    printf("%d\n", fopen(name, "r") == NULL);
    f = tmpfile();
    fputs("temporary", f);
    rewind(f);
    fgets(line, sizeof line, f);
    puts(line);
    fclose(f);
    return 0;
}
// expect: 0
// expect: <first 1><second><x>
// expect: 1 0
// expect: first 1
// expect: 7
// expect: 
// expect: 
// expect: 1 1
// expect: 22
// expect: 4
// expect: 4
// expect: 1 4
// expect: 0
// expect: 0
// expect: 1
// expect: temporary
