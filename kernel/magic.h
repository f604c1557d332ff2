// magic.h: what begins with %, %% or !, and name? for help.
//
//     %name args      a line in a cell: the runtime meets it and calls back (CoraMagicHost)
//     !command        the same, with the name "!"
//     %%name args     the first line of a cell: looked at before the runtime sees the cell
//     name?  ?name    a cell that is nothing else: help, as a page
//
// magic.def lists each once. A mistake in a magic is an error of the cell, with the
// nearest name as a hint. Everything runs on the runtime thread, but for
// magic_is_complete.
//
// Read next: magic_session.c and magic_shell.c, which do the work.
#ifndef KERNEL_MAGIC_H
#define KERNEL_MAGIC_H

#include "bytes.h"
#include "cora.h"

#include <stdint.h>

struct Kernel;

typedef struct Magic {
    CoraCellId reset_after; // %reset was met in this cell; 0: not
    char *previous_dir;     // for %cd -
} Magic;

// A line magic. Returns NULL, or an error message for free().
typedef char *MagicLine(struct Kernel *kernel, CoraCellId cell, const char *args);

// A cell magic: `body` is the text behind the first line. Either starts the cell in some
// way, or ends it with sink_emit_done.
typedef void MagicCell(struct Kernel *kernel, const CoraCell *cell, const char *args,
                       Bytes body);

// The callbacks for CoraConfig.
CoraMagicHost magic_host(struct Kernel *kernel);

// Starts a cell: its cell magic, its help page, or the program that it is.
void magic_start_cell(struct Kernel *kernel, const CoraCell *cell);

// The foreground of a cell ended; %reset is done now.
void magic_cell_done(struct Kernel *kernel, CoraCellId cell);

// Like cora_is_complete, for cells that may begin with a magic. Any thread.
CoraCompleteness magic_is_complete(Bytes code, unsigned *indent_spaces);

void magic_deinit(Magic *magic);

// An error message from printf's arguments, for free().
char *magic_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

// Prints to the cell's stdout.
void magic_print(struct Kernel *kernel, CoraCellId cell, Bytes text);

// A whole file of at most MAGIC_FILE_BYTES_MAX into `out`; false with errno set.
enum { MAGIC_FILE_BYTES_MAX = 16 << 20 };
__attribute__((warn_unused_result)) bool magic_read_file(const char *path, Buf *out);

// magic_session.c
MagicLine magic_who, magic_whos, magic_reset, magic_history, magic_load, magic_lsmagic;
MagicCell magic_cell_time, magic_cell_timeit, magic_cell_schedule;

// magic_shell.c
MagicLine magic_cd, magic_pwd, magic_ls, magic_env, magic_shell;
MagicCell magic_cell_writefile;

#endif
