// What other systems have and Cora leaves out: the message says what to use.
int main(void) {
    int c = getwchar();                  // error: read with `getchar` or `fgets`
    fputws(L"x", stdout);                // error: prints a wide string
    fork();                              // error: `spawn f();` starts a task
    execl("/bin/ls", "ls", NULL);        // error: `system(command)` runs a command of the shell
    pthread_create(0, 0, 0, 0);          // error: tasks take the place of threads
    alarm(1);                            // error: `deadline (seconds) { }` bounds a block
    open_wmemstream(0, 0);               // error: then `mbstowcs` makes the text wide
    mktemp("x");                         // error: `mkstemp` makes the file as well
    chmod("x", 0644);                    // error: `system("chmod ...")` changes them
    fcntl(0, 1);                         // error: `open` takes the flags of a file
    itoa(5, 0, 10);                      // error: is what every system has
    return c;
}
