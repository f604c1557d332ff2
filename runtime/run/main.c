// main.c: the command `cora`: the language without a notebook.
//
// Uses cora.h, standard input and standard output, nothing else: it proves that the runtime stands alone.
// The text of a file goes in, events come out: what the program prints goes to stdout and
// stderr as it is, messages to stderr. Exit status: main's; else 64 (usage), 65 (does not
// compile), 66 (file not readable), 70 (stopped by a fault), 130 (interrupted), as in
// sysexits.h.
#include "cora.h"
#include "reader.h"
#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    EXIT_USAGE = 64,
    EXIT_DATA = 65,
    EXIT_NO_INPUT = 66,
    EXIT_FAULT = 70,
    EXIT_INTERRUPTED = 130
};

typedef struct Host {
    CoraSession *session;
    Reader *reader;
    int exit_status;
    bool shows_codes;
} Host;

static CoraSession *interrupted_session; // for the signal handler alone

static void on_interrupt(int number) {
    (void)number;
    if (interrupted_session) {
        cora_interrupt(interrupted_session);
    }
}

static const char usage[] =
    "usage: cora run [options] FILE... [--] [ARGS...]   run a program (its exit status "
    "is "
    "main's)\n"
    "       cora check [options] FILE...                compile only, show every "
    "message\n"
    "       cora --help | --version\n"
    "\n"
    "options:\n"
    "  --virtual-clock   time jumps when every task waits; a run takes no longer than "
    "its work\n"
    "  --cell            the file is a notebook cell: statements at top level, last "
    "value shown\n"
    "  --seed N          seed of rand()\n"
    "  --shuffle N       ready tasks run in an order drawn with seed N, not first in "
    "first out:\n"
    "                    shows what depends on the order\n"
    "  --codes           name the kind of each message behind it: [unknown-type]\n"
    "FILE may be - for standard input. A program may have several files: those behind\n"
    "the first whose names end in .c, up to -- or the first other argument.\n"
    "exit status: 64 usage, 65 does not compile, 66 file not readable, 70 stopped by a "
    "fault\n";

static void show_outcome(Host *host, const CoraOutcome *outcome) {
    fflush(stdout);
    for (size_t i = 0; i < outcome->traceback_count; i++) {
        fprintf(stderr, "%s\n", outcome->traceback[i]);
    }
    switch (outcome->status) {
    case CORA_OK:
        host->exit_status = 0;
        break;
    case CORA_EXITED:
        host->exit_status = outcome->exit_status;
        break;
    case CORA_COMPILE_ERROR:
        host->exit_status = EXIT_DATA;
        break;
    case CORA_INTERRUPTED:
        host->exit_status = EXIT_INTERRUPTED;
        break;
    case CORA_FAULT:
        host->exit_status = EXIT_FAULT;
        break;
    }
}

// The program wants a line of standard input; the reader answers when there is one.
static void want_line(Host *host, const CoraEvent *event) {
    if (event->input.prompt[0]) {
        fputs(event->input.prompt, stdout);
    }
    fflush(stdout);
    if (!host->reader) {
        host->reader = reader_new(host->session);
    }
    reader_want(host->reader, event->cell);
}

// The kind of a message stands at the end of its first line; below are excerpt and notes.
static void show_diag(const Host *host, const CoraDiag *diag) {
    int first = (int)strcspn(diag->text, "\n");
    fflush(stdout);
    if (host->shows_codes) {
        fprintf(stderr, "%.*s [%s]%s\n", first, diag->text, diag->code,
                diag->text + first);
    } else {
        fprintf(stderr, "%s\n", diag->text);
    }
}

static void on_event(void *ctx, const CoraEvent *event) {
    Host *host = ctx;
    switch (event->kind) {
    case CORA_EV_STREAM:
        if (event->stream.fd == 2) {
            fflush(stdout);
        }
        fwrite(event->stream.text, 1, event->stream.size_bytes,
               event->stream.fd == 2 ? stderr : stdout);
        break;
    case CORA_EV_RESULT:
    case CORA_EV_DISPLAY:
    case CORA_EV_UPDATE:
        for (size_t i = 0; i < event->bundle.count; i++) {
            if (strcmp(event->bundle.items[i].type, "text/plain") == 0) {
                printf("%s\n", event->bundle.items[i].data);
            }
        }
        break;
    case CORA_EV_DIAG:
        show_diag(host, &event->diag);
        break;
    case CORA_EV_INPUT:
        want_line(host, event);
        break;
    case CORA_EV_CELL_DONE:
        show_outcome(host, &event->outcome);
        break;
    case CORA_EV_CLEAR:
    case CORA_EV_TASK_BORN:
    case CORA_EV_TASK_ENDED:
        break;
    }
}

// The whole file; NULL with errno set. The caller frees.
static char *read_all(const char *path, size_t *size_bytes) {
    FILE *file = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    char *text = NULL;
    size_t used = 0;
    size_t capacity = 0;
    while (file) {
        if (used == capacity) {
            capacity = capacity ? capacity * 2 : 65536;
            char *larger = realloc(text, capacity);
            if (!larger) {
                break;
            }
            text = larger;
        }
        size_t n = fread(text + used, 1, capacity - used, file);
        used += n;
        if (n == 0) {
            break;
        }
    }
    bool failed = !file || ferror(file);
    int why = errno;
    if (file && file != stdin) {
        fclose(file);
    }
    if (failed) {
        free(text);
        errno = why;
        return NULL;
    }
    *size_bytes = used;
    return text;
}

// The folder a file lies in, for #include "x.h". The caller frees.
static char *folder_of(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? strndup(path, slash == path ? 1 : (size_t)(slash - path))
                 : strdup(".");
}

// The folder of a further file as its #includes are looked for: NULL beside the first
// file, else from the first file's folder on, else from the root. The caller frees.
static char *folder_from(const char *first, const char *path) {
    const char *slash = strrchr(first, '/');
    size_t base = slash ? (size_t)(slash - first) + 1 : 0;
    slash = strrchr(path, '/');
    size_t own = slash ? (size_t)(slash - path) + 1 : 0;
    size_t common = 0; // up to a slash of both
    for (size_t i = 0; i < base && i < own && first[i] == path[i]; i++) {
        common = first[i] == '/' ? i + 1 : common;
    }
    if (common == base) {
        return own == base ? NULL : strndup(path + common, own - common);
    }
    char *folder = strndup(path, own ? own : 1);
    char *full = realpath(own ? folder : ".", NULL);
    free(folder);
    if (!full || asprintf(&folder, "%s/", full) < 0) {
        folder = NULL;
    }
    free(full);
    return folder;
}

typedef struct Options {
    bool check_only;
    bool cell_mode;
    bool virtual_clock;
    bool shows_codes;
    unsigned long long seed;
    unsigned long long shuffle_seed;
    char **files; // FILE and the program's other files
    int file_count;
    char **args; // the program's, without its name
    int arg_count;
} Options;

// A further file of the program, and not an argument of it.
static bool is_source(const char *arg) {
    size_t length = strlen(arg);
    return length > 2 && strcmp(arg + length - 2, ".c") == 0;
}

static bool parse_options(int argc, char **argv, Options *options) {
    if (argc < 2 || (strcmp(argv[1], "run") != 0 && strcmp(argv[1], "check") != 0)) {
        return false;
    }
    options->check_only = strcmp(argv[1], "check") == 0;
    int at = 2;
    for (; at < argc && argv[at][0] == '-' && argv[at][1] != '\0'; at++) {
        if (strcmp(argv[at], "--virtual-clock") == 0) {
            options->virtual_clock = true;
        } else if (strcmp(argv[at], "--cell") == 0) {
            options->cell_mode = true;
        } else if (strcmp(argv[at], "--codes") == 0) {
            options->shows_codes = true;
        } else if (strcmp(argv[at], "--seed") == 0 && at + 1 < argc) {
            options->seed = strtoull(argv[++at], NULL, 0);
        } else if (strcmp(argv[at], "--shuffle") == 0 && at + 1 < argc) {
            options->shuffle_seed = strtoull(argv[++at], NULL, 0);
        } else {
            fprintf(stderr, "cora: unknown option %s\n", argv[at]);
            return false;
        }
    }
    options->files = argv + at;
    for (; at < argc && (options->file_count == 0 || is_source(argv[at])); at++) {
        options->file_count++;
    }
    if (at < argc && strcmp(argv[at], "--") == 0) {
        at++;
    }
    options->args = argv + at;
    options->arg_count = argc - at;
    return options->file_count > 0 && strcmp(options->files[0], "--") != 0;
}

// The texts of the program's files, the first one's in front. False after a message.
static bool read_files(const Options *options, CoraFile *files) {
    for (int i = 0; i < options->file_count; i++) {
        const char *path = options->files[i];
        size_t size = 0;
        char *text = read_all(path, &size);
        if (!text) {
            fprintf(stderr, "cora: cannot read %s: %s\n", path, strerror(errno));
            return false;
        }
        files[i] = (CoraFile){strcmp(path, "-") == 0 ? "stdin" : path, text, size,
                              folder_from(options->files[0], path)};
    }
    return true;
}

static void free_files(CoraFile *files, int count) {
    for (int i = 0; i < count; i++) {
        free((char *)(uintptr_t)files[i].code);
        free((char *)(uintptr_t)files[i].folder);
    }
    free(files);
}

// main's argv: the first file's name, then the program's arguments. The caller frees.
static char **make_argv(const Options *options) {
    char **argv = calloc((size_t)options->arg_count + 2, sizeof *argv);
    argv[0] = options->files[0];
    memcpy(argv + 1, options->args, (size_t)options->arg_count * sizeof *argv);
    return argv;
}

static int run_files(const Options *options, const CoraFile *files) {
    Host host = {.shows_codes = options->shows_codes};
    char *folder = folder_of(options->files[0]);
    char **argv = make_argv(options);
    CoraConfig config = {.sink = {&host, on_event},
                         .include_dir = folder,
                         .virtual_clock = options->virtual_clock,
                         .file_mode = !options->cell_mode,
                         .keeps_input = true,
                         .seed = options->seed,
                         .shuffle_seed = options->shuffle_seed};
    host.session = cora_session_new(&config);
    interrupted_session = host.session;
    CoraCell cell = {.id = 1,
                     .code = files[0].code,
                     .size_bytes = files[0].size_bytes,
                     .name = files[0].name,
                     .allow_input = true,
                     .argc = options->arg_count + 1,
                     .argv = argv,
                     .more = files + 1,
                     .more_count = (size_t)options->file_count - 1};
    if (options->check_only) {
        host.exit_status = cora_cell_check(host.session, &cell) ? 0 : EXIT_DATA;
    } else {
        cora_cell_start(host.session, &cell);
        cora_loop_run_cell(host.session, cell.id);
        if (options->cell_mode) {
            cora_loop_run_idle(
                host.session); // background tasks go on, as they would in a notebook
        }
    }
    fflush(stdout);
    interrupted_session = NULL;
    reader_close(&host.reader);
    cora_session_destroy(&host.session);
    free(folder);
    free(argv);
    return host.exit_status;
}

int main(int argc, char **argv) {
    Options options = {0};
    if (argc == 2 && (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)) {
        fputs(usage, stdout);
        return 0;
    }
    if (argc == 2 && strcmp(argv[1], "--version") == 0) {
        printf("cora %s\n", CORA_VERSION);
        return 0;
    }
    if (!parse_options(argc, argv, &options)) {
        fputs(usage, stderr);
        return EXIT_USAGE;
    }
    struct sigaction action = {.sa_handler = on_interrupt};
    sigaction(SIGINT, &action, NULL);
    CoraFile *files = calloc((size_t)options.file_count, sizeof *files);
    int status = read_files(&options, files) ? run_files(&options, files) : EXIT_NO_INPUT;
    free_files(files, options.file_count);
    return status;
}
