// library.h: the library as front/ reads it and lib/ holds it: the texts of its headers,
// and an index that says for each of its names where in them it is declared.
//
// A session that read all headers when it begins would spend most of its start on names
// that nobody ever asks for. So front/ reads a declaration when its name turns up
// (front/library.c); the index is what it looks in. runtime/index/ makes it when the
// runtime is built.
//
//     slots          entries                 refs      pieces
//     hash of a  ->  "size_t" 1 of them  ->  [7]   ->  stddef.h, bytes 120..152
//     name           "qsort"  2 of them  ->  [8, 9]    ...
//
// A piece is one declaration (or definition) or one macro. It may declare several names,
// and a name may have several pieces: overloads, a struct and a function of one name. An
// entry may also be a word of the language: its pieces are what the checker calls for it.
#ifndef BASE_LIBRARY_H
#define BASE_LIBRARY_H

#include <stddef.h>
#include <stdint.h>

// What a name means, tags apart.
typedef enum LibraryKind {
    LIBRARY_WORD, // a word of the language
    LIBRARY_TAG,  // of a struct, union or enum, and nothing else
    LIBRARY_MACRO,
    LIBRARY_FUNCTION,
    LIBRARY_VARIABLE,
    LIBRARY_TYPEDEF,
    LIBRARY_ENUMERATOR
} LibraryKind;

typedef struct LibraryFile { // a header
    const char *name;        // "stdio.h"
    const char *text;        // NUL-terminated
    uint32_t size_bytes;
    const char *guard; // the macro around it, or NULL
} LibraryFile;

typedef struct LibraryPiece {
    uint32_t begin; // of a macro: its name
    uint16_t size_bytes;
    uint8_t file;
    uint8_t is_macro;
} LibraryPiece;

typedef struct LibraryEntry { // a name
    uint16_t text;            // where in `texts`
    uint16_t ref_first;
    uint8_t ref_count;
    uint8_t kind; // LibraryKind
} LibraryEntry;

typedef struct Library {
    const char *const *prelude; // the headers every session knows, NULL-terminated
    // The index. entry_count 0: there is none, the headers are read when a session begins.
    const LibraryFile *files;
    const LibraryPiece *pieces;
    const LibraryEntry *entries;
    const uint16_t *refs; // numbers of pieces, an entry's in rising order
    const char *texts;    // NUL-terminated names
    const uint16_t
        *slots; // open addressing by intern_hash: an entry's number + 1; 0: free
    uint32_t file_count, piece_count, entry_count;
    uint32_t slot_count; // a power of two
} Library;

#endif
