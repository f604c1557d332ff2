// getline's room grows as glibc's does: 120 bytes, then twice as many.
int main(void) {
    FILE *f = tmpfile();
    for (int i = 0; i < 130; i++)
        putc('x', f);
    fputs("\nshort\n", f);
    rewind(f);
    char *line = NULL;
    size_t room = 0;
    ssize_t n = getline(&line, &room, f);
    printf("%zd %zu\n", n, room); // expect: 131 240
    n = getline(&line, &room, f);
    printf("%zd %zu\n", n, room); // expect: 6 240
    free(line);
    fclose(f);
}
