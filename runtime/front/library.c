// library.c: the library's declarations, one at a time, when somebody asks.
//
// A cell without #include sees the whole library, but uses a dozen of its 1500 names. So
// nothing is read when a session begins. What enters here are names, what leaves is a
// session in which each of them means what the library's headers say:
//
//     a Name is born (intern.c)       its macro is defined; its number is noted in
//       |                             Name.library when there are declarations too
//     the cell's tokens (front.c)     each Name.library among them:
//       |                               read_name: its pieces (base/library.h)
//       |                                 read_piece: lex; the pieces in front of it that
//       |                                             it mentions; parse; check
//     the cell is parsed and checked  every name it can mention is there
//
// What always holds:
//  - A name that nobody has spelt cannot be asked for; so the birth of its Name is early
//    enough for a macro. Between the preprocessor and the parser all names of the text are
//    known, and no other scope is open: the one place where declarations are read. What
//    the checker calls by itself hangs on the word that makes it do so (companion.def).
//  - In which order names turn up makes no difference. Pieces are numbered as the headers
//    have them: what a piece builds on, and the overloads before it, have smaller numbers
//    and are read first; a name that has pieces behind it as well waits in `later`. And
//    every name in it means what the library says, whatever the cells have made of it
//    (scope_lift_library; macros are not expanded).
//  - A piece is read once and stays: no rollback takes it back, nor what it stands on
//    (scope_end_library, type_table_mark).
//  - Functions with a body wait in front->library_code for the spine.
//
// Read next: runtime/index/main.c, which makes the index; scope.c.
#include "front/library.h"
#include "front/scope.h"
#include <assert.h>
#include <string.h>

enum { NO_LIMIT = UINT16_MAX + 1 }; // more than any piece's number

struct LibraryReader {
    const Library *index;
    uint32_t first_source; // of index->files, in their order
    bool *is_read;         // by piece
    Arena arena;           // trees of the library's functions, texts of attributes
    Diags diags;           // stays empty
    Checker *checker;      // of what is being read, or NULL
    uint32_t unit;         // of the program that waits for it
    VEC(Name *) later;     // have pieces to be read when those under way are done
};

// ---------------------------------------------------------------- finding

// The entry's number + 1, 0: the library has no such name.
static uint32_t find_entry(const Library *index, uint32_t hash, const char *text,
                           size_t size_bytes) {
    uint32_t mask = index->slot_count - 1;
    for (uint32_t i = hash & mask; index->slots[i] != 0; i = (i + 1) & mask) {
        const char *name = index->texts + index->entries[index->slots[i] - 1].text;
        if (strncmp(name, text, size_bytes) == 0 && name[size_bytes] == '\0')
            return index->slots[i];
    }
    return 0;
}

static PpPiece place_of(const Front *front, const LibraryPiece *piece) {
    const Source *source =
        source_get(front->sources, front->library->first_source + piece->file);
    return (PpPiece){source, piece->begin, piece->begin + piece->size_bytes};
}

static const char second_prefix[] = "__builtin_";

static bool has_prefix(const Name *name) {
    return name->size_bytes >= sizeof second_prefix &&
           memcmp(name->text, second_prefix, sizeof second_prefix - 1) == 0;
}

// `__builtin_puts` is puts, if the library has nothing else of that name
// (check_find_name): the number of what stands behind the prefix.
static uint32_t find_second_name(const Library *index, const Name *name) {
    size_t skip = sizeof second_prefix - 1;
    if (!has_prefix(name))
        return 0;
    const char *text = name->text + skip;
    size_t size_bytes = name->size_bytes - skip;
    return find_entry(index, intern_hash(text, size_bytes), text, size_bytes);
}

// A new name of the session. A macro must be there before the name is looked at again,
// so it is defined here; the names in its body are born in their turn.
static void on_birth(void *ctx, Name *name) {
    Front *front = ctx;
    const Library *index = front->library->index;
    uint32_t number = find_entry(index, name->hash, name->text, name->size_bytes);
    if (number == 0) {
        number = find_second_name(index, name);
        name->library = (uint16_t)number;
        name->is_builtin =
            number != 0 && index->entries[number - 1].kind == LIBRARY_FUNCTION;
        return;
    }
    const LibraryEntry *entry = &index->entries[number - 1];
    name->is_builtin = entry->kind == LIBRARY_FUNCTION || has_prefix(name);
    const uint16_t *refs = index->refs + entry->ref_first;
    for (uint32_t i = 0; i < entry->ref_count; i++) {
        const LibraryPiece *piece = &index->pieces[refs[i]];
        if (piece->is_macro) {
            assert(front->pp != NULL); // no word of the language is a macro of its own
            PpPiece place = place_of(front, piece);
            pp_define_piece(front->pp, &place);
        } else {
            name->library = (uint16_t)number;
        }
    }
}

// ---------------------------------------------------------------- reading

static void begin(Front *front) {
    LibraryReader *library = front->library;
    library->unit = type_table_set_unit(front->types, 0);
    scope_begin_library(front->scope, &library->arena);
    library->checker = check_open(front, &library->arena, &library->diags, true);
}

static void end(Front *front) {
    LibraryReader *library = front->library;
    front_take_library(front, check_close(library->checker), &library->diags);
    library->checker = NULL;
    (void)type_table_set_unit(front->types, library->unit);
}

static void read_names(Front *front, const Tokens *tokens, uint32_t limit);

// Recursion ends, as the numbers fall.
static void read_piece(Front *front, uint32_t number) {
    LibraryReader *library = front->library;
    const LibraryPiece *piece = &library->index->pieces[number];
    if (piece->is_macro || library->is_read[number])
        return;
    library->is_read[number] = true;
    if (library->checker == NULL)
        begin(front);
    PpPiece place = place_of(front, piece);
    Tokens tokens = {0};
    pp_read_piece(front->pp, &place, &library->arena, &library->diags, &tokens);
    read_names(front, &tokens, number);
    ParseInput input = {.tokens = &tokens,
                        .arena = &library->arena,
                        .diags = &library->diags,
                        .names = front->names,
                        .lookup = front_parse_names(front),
                        .file_mode = true};
    front_read_tree(&input, library->checker);
    vec_free(tokens);
}

// The pieces in front of number `limit`, in their order. Without a limit nothing is left
// to be asked for.
static void read_name(Front *front, Name *name, uint32_t limit) {
    LibraryReader *library = front->library;
    const LibraryEntry *entry = &library->index->entries[name->library - 1];
    const uint16_t *refs = library->index->refs + entry->ref_first;
    if (limit == NO_LIMIT)
        name->library = 0;
    uint32_t done = 0;
    while (done < entry->ref_count && refs[done] < limit)
        read_piece(front, refs[done++]);
    if (done < entry->ref_count)
        vec_push(library->later, name);
}

static Name *name_of(const Token *token) {
    return token->kind == TK_NAME || token->kind >= TK_AUTO ? token->name : NULL;
}

// Inside the library: its names mean its own things.
static void read_names(Front *front, const Tokens *tokens, uint32_t limit) {
    for (uint32_t i = 0; i < tokens->count; i++) {
        Name *name = name_of(&tokens->data[i]);
        if (name == NULL)
            continue;
        scope_lift_library(front->scope, name);
        if (name->library != 0)
            read_name(front, name, limit);
    }
}

// ---------------------------------------------------------------- who asks

// int say(const char *) __asm__("puts"): the name in the string is one of a linker's.
static void read_label(Front *front, const Tokens *tokens, uint32_t i) {
    if (i + 2 >= tokens->count || tokens->data[i + 1].kind != TK_LPAREN ||
        tokens->data[i + 2].kind != TK_STRING)
        return;
    const Token *string = &tokens->data[i + 2];
    const char *text = string->string.text;
    size_t size_bytes = string->string.size_bytes;
    if (find_entry(front->library->index, intern_hash(text, size_bytes), text,
                   size_bytes) == 0)
        return;
    Name *name = intern_get(front->names, text, size_bytes);
    if (name->library != 0)
        read_name(front, name, NO_LIMIT);
}

void library_read(Front *front, const Tokens *tokens) {
    if (front->library == NULL)
        return;
    for (uint32_t i = 0; i < tokens->count; i++) {
        Name *name = name_of(&tokens->data[i]);
        if (name != NULL && UNLIKELY(name->library != 0))
            read_name(front, name, NO_LIMIT);
        if (UNLIKELY(tokens->data[i].kind == TK_ASM))
            read_label(front, tokens, i);
    }
    LibraryReader *library = front->library;
    while (library->later.count > 0) {
        Name *name = library->later.data[--library->later.count];
        if (name->library != 0)
            read_name(front, name, NO_LIMIT);
    }
    if (library->checker != NULL)
        end(front);
}

// The name is born if it is one of the library's; others leave no trace.
void library_read_name(Front *front, const char *text, size_t size_bytes) {
    if (front->library == NULL ||
        find_entry(front->library->index, intern_hash(text, size_bytes), text,
                   size_bytes) == 0)
        return;
    Token token = {.kind = TK_NAME, .name = intern_get(front->names, text, size_bytes)};
    library_read(front, &(Tokens){&token, 1, 1});
}

// In one go: what is read together is checked together.
void library_read_prefix(Front *front, const char *prefix, size_t size_bytes) {
    if (front->library == NULL)
        return;
    const Library *index = front->library->index;
    Tokens tokens = {0};
    for (uint32_t i = 0; i < index->entry_count; i++) {
        const char *text = index->texts + index->entries[i].text;
        bool is_asked_for = size_bytes > 0 || text[0] != '_';
        if (is_asked_for && strncmp(text, prefix, size_bytes) == 0)
            vec_push(tokens,
                     ((Token){.kind = TK_NAME, .name = intern_cstr(front->names, text)}));
    }
    library_read(front, &tokens);
    vec_free(tokens);
}

void library_offer(const Front *front, unsigned kinds, Nearest *nearest) {
    if (front->library == NULL)
        return;
    const Library *index = front->library->index;
    for (uint32_t i = 0; i < index->entry_count; i++) {
        const LibraryEntry *entry = &index->entries[i];
        const char *text = index->texts + entry->text;
        bool is_inner = strncmp(text, "__", 2) == 0 && entry->kind != LIBRARY_TYPEDEF;
        if (is_inner || (kinds >> entry->kind & 1) == 0)
            continue;
        const Name *name = intern_find(front->names, text, strlen(text));
        if (name == NULL || name->library != 0)
            nearest_offer(nearest, text);
    }
}

// ---------------------------------------------------------------- life

// The headers become sources before the first cell does, so that their numbers do not
// depend on who asks for what.
void library_open(Front *front, const Library *index) {
    LibraryReader *library = front->library = mem_alloc(sizeof *library);
    library->index = index;
    library->is_read = mem_alloc(index->piece_count);
    library->first_source = front->sources->count + 1;
    arena_init(&library->arena);
    diag_init(&library->diags, &library->arena, front->sources);
    for (uint32_t i = 0; i < index->file_count; i++) {
        const LibraryFile *file = &index->files[i];
        char *name = mem_printf("<%s>", file->name);
        source_borrow(front->sources, name, file->text, file->size_bytes)->is_system =
            true;
        mem_free(name);
    }
    intern_on_birth(front->names, on_birth, front);
}

// Their declarations are there already: #include has nothing to add.
void library_know_headers(Front *front) {
    const LibraryReader *library = front->library;
    for (uint32_t i = 0; i < library->index->file_count; i++)
        pp_know_header(front->pp, source_get(front->sources, library->first_source + i),
                       library->index->files[i].guard);
}

void library_close(Front *front) {
    LibraryReader *library = front->library;
    if (library == NULL)
        return;
    diag_deinit(&library->diags);
    arena_deinit(&library->arena);
    vec_free(library->later);
    mem_free(library->is_read);
    mem_free(library);
    front->library = NULL;
}
