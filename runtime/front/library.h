// library.h: the library's declarations, read when their names turn up. For this room; the
// index is base/library.h.
#ifndef FRONT_LIBRARY_H
#define FRONT_LIBRARY_H

#include "base/diag.h"
#include "front/check/check.h"
#include "front/front.h"
#include "front/parse/parse.h"

// From front_new: before any name is interned, and when the preprocessor is there.
void library_open(Front *front, const Library *library);
void library_know_headers(Front *front);
void library_close(Front *front);

// Reads the declarations of every name among the tokens. Before they are parsed.
void library_read(Front *front, const Tokens *tokens);
// Reads those of one name; between cells.
void library_read_name(Front *front, const char *text, size_t size_bytes);
// Reads those of all names that begin so; of size 0: all but those with `_` in front.
void library_read_prefix(Front *front, const char *prefix, size_t size_bytes);
// Offers the names not yet read that mean one of these: a set of 1 << LibraryKind; but
// none of the library's own business (`__printf`).
void library_offer(const Front *front, unsigned kinds, Nearest *nearest);

// ---- front.c
// What a parser asks the session.
ParseNames front_parse_names(Front *front);
// Parses and checks.
void front_read_tree(const ParseInput *input, Checker *checker);
// What was bound since scope_begin_library is the library's: its code and its variables
// are put where the spine looks. program NULL: aborts with the messages.
void front_take_library(Front *front, Program *program, const Diags *diags);

#endif
