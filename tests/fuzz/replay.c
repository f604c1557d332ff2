// replay.c: runs a fuzz target on the files it is given, for compilers without libFuzzer:
// `replay_check FILE-or-FOLDER...`. One that takes too long ends the run like one that
// crashes; the last line names it, or says how many there were.
#include <dirent.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// Far more than an input may take (a second): machines are busy, sanitizers slow.
enum { LIMIT_S = 60 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char current[4096];
static size_t count;

static void tell_current(int number) {
    static const char text[] = "replay: this input took too long: ";
    ssize_t ignored = write(STDERR_FILENO, text, sizeof text - 1);
    ignored = write(STDERR_FILENO, current, strlen(current));
    ignored = write(STDERR_FILENO, "\n", 1);
    (void)ignored;
    _exit(128 + number);
}

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void run_file(const char *path, size_t size) {
    FILE *file = fopen(path, "rb");
    // An input of its own size on the heap: one byte too far is seen.
    uint8_t *data = malloc(size > 0 ? size : 1);
    if (file == NULL || data == NULL || fread(data, 1, size, file) != size) {
        fail(path);
    }
    fclose(file);
    alarm(LIMIT_S);
    LLVMFuzzerTestOneInput(data, size);
    alarm(0);
    free(data);
    count++;
}

static void run(const char *path);

static void run_folder(const char *path) {
    struct dirent **entries;
    int entry_count = scandir(path, &entries, NULL, alphasort);
    if (entry_count < 0) {
        fail(path);
    }
    for (int i = 0; i < entry_count; i++) {
        char inner[sizeof current];
        if (entries[i]->d_name[0] != '.') {
            snprintf(inner, sizeof inner, "%s/%s", path, entries[i]->d_name);
            run(inner);
        }
        free(entries[i]);
    }
    free(entries);
}

static void run(const char *path) {
    struct stat info;
    if (stat(path, &info) != 0) {
        fail(path);
    }
    if (S_ISDIR(info.st_mode)) {
        run_folder(path);
    } else {
        snprintf(current, sizeof current, "%s", path);
        run_file(path, (size_t)info.st_size);
    }
}

int main(int argc, char **argv) {
    signal(SIGALRM, tell_current);
    if (getenv("REPLAY_VERBOSE") != NULL) {
        setvbuf(stdout, NULL, _IONBF, 0);
    }
    for (int i = 1; i < argc; i++) {
        run(argv[i]);
    }
    printf("%zu inputs passed\n", count);
    return count > 0 ? 0 : 1;
}
