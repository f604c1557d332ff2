// A FILE and a descriptor are two names of one file.
int main(void) {
    char name[] = "/tmp/cora-by-number-XXXXXX";
    int fd = mkstemp(name);
    FILE *f = fdopen(fd, "w+");
    printf("%d %d\n", strstr(name, "XXXXXX") == NULL, fileno(f) == fd); // expect: 1 1
    fputs("one", f);
    fflush(f);
    printf("%zd\n", write(fileno(f), " two", 4)); // expect: 4
    rewind(f);
    char line[20];
    printf("%s\n", fgets(line, sizeof line, f)); // expect: one two
    fclose(f);
    ssize_t n = write(fd, "x", 1);
    printf("%zd %d\n", n, errno == EBADF); // expect: -1 1
    printf("%d\n", fdopen(99, "r") == NULL); // expect: 1
    remove(name);
}
