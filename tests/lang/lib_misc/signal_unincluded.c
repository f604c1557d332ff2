// The names of <signal.h>, <fcntl.h> and <sys/stat.h> need no #include either.
static void handler(int number) {
    printf("%d\n", number);
}
int main(void) {
    signal(SIGUSR1, handler);
    raise(SIGUSR1); // expect: 10
    struct stat info;
    printf("%d\n", stat("/", &info)); // expect: 0
    printf("%d\n", S_ISDIR(info.st_mode)); // expect: 1
    int fd = open("/dev/null", O_RDONLY);
    printf("%d\n", close(fd)); // expect: 0
}
