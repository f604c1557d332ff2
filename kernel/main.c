// main.c: the command line: argv -> connection file -> kernel_run.
//
// Read next: kernel.h for the threads, dispatch.c for what a client can ask.
#include "conn.h"
#include "cora.h"
#include "kernel.h"
#include "log.h"

#include <stdio.h>
#include <string.h>

enum { EXIT_USAGE = 64 };

static const char usage[] =
    "usage: cora-kernel [-f] CONNECTION_FILE\n"
    "       cora-kernel --help | --version\n"
    "\n"
    "The Jupyter kernel of Cora, C with coroutines. Front-ends start it with a\n"
    "connection file; to use it, run \"jupyter lab\" or \"jupyter console --kernel "
    "cora\".\n";

// Says what is wrong and how it is done right.
static int usage_error(const char *message, const char *argument) {
    log_line("%s%s", message, argument);
    fputs(usage, stderr);
    return EXIT_USAGE;
}

int main(int argc, char **argv) {
    const char *path = NULL;
    for (int i = 1; i < argc; i++) {
        const char *arg = argv[i];
        if (strcmp(arg, "--help") == 0 || strcmp(arg, "-h") == 0) {
            fputs(usage, stdout);
            return 0;
        }
        if (strcmp(arg, "--version") == 0) {
            printf("cora-kernel %s (Jupyter protocol %s)\n", CORA_VERSION, WIRE_PROTOCOL);
            return 0;
        }
        if (strcmp(arg, "-f") == 0) {
            if (i + 1 == argc) {
                return usage_error("-f needs a connection file", "");
            }
            arg = argv[++i];
        } else if (arg[0] == '-' && arg[1]) {
            return usage_error("unknown option ", arg);
        }
        if (path) {
            return usage_error("more than one connection file: ", arg);
        }
        path = arg;
    }
    if (!path) {
        return usage_error("no connection file", "");
    }
    Conn conn;
    char error[768];
    if (!conn_read(path, &conn, error, sizeof error)) {
        log_line("%s", error);
        return 1;
    }
    int status = kernel_run(&conn);
    conn_deinit(&conn);
    return status;
}
