// pp_private.h: what the files of the preprocessor share. No other file includes it.
//
//     files (a stack of Lexers)      pp_include.c   #include, #line, guards
//        |                           pp_pragma.c    #pragma
//        | raw tokens, directives    pp.c           who reads, directives, the output
//        stage |                           pp_cond.c      #if and its expressions
//     contexts (a stack of token     pp_define.c    #define, #undef
//        | lists: macro bodies)      pp_macro.c     expansion
//     pp_next: expanded tokens       pp_builtin.c   predefined macros
//
// A macro is `disabled` while a context made from it is on the stack; a name of it that
// is met in that time is marked `hide` for good (C17 6.10.3.4p2: it is never replaced
// again). That is the whole of what the standard's text says about recursion, without
// sets to carry around.
#ifndef FRONT_PP_PRIVATE_H
#define FRONT_PP_PRIVATE_H

#include "front/text/pp.h"

// Kinds of tokens that occur in macro bodies only; `value` is the index of the parameter,
// or for PP_VA_OPT the number of body tokens that are its content (suffix 1: it is
// stringified).
enum {
    PP_PARAM = TK_COUNT,
    PP_STRINGIFY,  // # parameter
    PP_PASTE,      // ##
    PP_VA_OPT,     // __VA_OPT__ ( content )
    PP_PLACEMARKER // an empty operand of ## (C17 6.10.3.3p2); never leaves substitution
};

// Macros that are computed. The operators are names with a meaning of their own: no
// #define, not visible to #ifdef.
typedef enum PpBuiltin {
    PPB_NONE,
    PPB_LINE,
    PPB_FILE,
    PPB_DATE,
    PPB_TIME,
    PPB_COUNTER,
    PPB_LEVEL,
    PPB_BASE_FILE,
    PPB_HAS_INCLUDE,
    PPB_HAS_C_ATTRIBUTE,
    PPB_HAS_ATTRIBUTE,
    PPB_HAS_BUILTIN,
    PPB_FIRST_OPERATOR,
    PPB_DEFINED = PPB_FIRST_OPERATOR,
    PPB_PRAGMA,
    PPB_VA_ARGS,
    PPB_VA_OPT
} PpBuiltin;

typedef struct Macro {
    Name *name;
    Span span;        // of the name in its #define; source 0: predefined
    const char *text; // the definition as written, from the name to the end of its line
    uint32_t text_bytes;
    Token *body;
    uint32_t body_count;
    Name **params; // the variadic one last, as __VA_ARGS__ or under its GNU name
    uint32_t param_count;
    uint32_t cell;     // Pp.cell when it was defined
    uint32_t sequence; // order of definition
    bool is_function;
    bool is_variadic;
    bool is_system;
    bool has_paste; // needs substitution even when object-like
    bool disabled;  // being expanded now
    uint8_t builtin;
} Macro;

// A list of tokens being read in front of the file.
typedef struct Context {
    const Token *at, *end;
    Macro *macro; // enabled again when the list is used up; or NULL
    Span span;    // the use: place of tokens that come straight from a macro's body
    bool respan;  // such tokens
    bool barrier; // what follows must not be seen: reading stops here until it is popped
    bool first;   // the next token takes these two
    uint8_t space, bol;
    uint8_t trail; // white space behind the last token, for whatever follows the list
    Tokens buffer; // kept when popped, for the next context at this depth
} Context;

// One argument of a macro call: parts of the scratch lists below.
typedef struct MacroArg {
    uint32_t begin, count;                   // as written, in Scratch.raw
    uint32_t expanded_begin, expanded_count; // in Scratch.expanded
    bool is_expanded;
    uint8_t trail; // white space behind the last expanded token
} MacroArg;

// Working lists of one macro call; kept for the next at the same depth.
typedef struct Scratch {
    Tokens raw, expanded, optional, out;
    VEC(MacroArg) args;
} Scratch;

// An #if whose #endif has not come.
typedef struct Cond {
    Span span;        // of the directive's name
    Span else_span;   // of its #else, source 0: none yet
    const char *name; // "ifdef"
    bool taken;       // one of its groups was compiled, or none may be
    bool active;      // the group that is read now is compiled
} Cond;

// Looking for `#ifndef X ... #endif` around a whole file, to not read it twice.
typedef enum GuardState { GUARD_START, GUARD_INSIDE, GUARD_AFTER, GUARD_NONE } GuardState;

typedef struct PpFile {
    Lexer lexer;
    const Source *source;
    uint32_t cond_base;    // conds that belong to files outside
    int64_t line_delta;    // #line: what to add to the real number
    const char *file_name; // __FILE__
    GuardState guard;
    Name *guard_name;
    uint32_t guard_cond; // conds.count inside the guard
    uint32_t header;     // its index in Pp.headers + 1; 0: none
} PpFile;

// A header read before.
typedef struct Header {
    Name *key;       // name as found, "<stdio.h>" or "x.h"
    uint32_t source; // where its text is
    Name *guard;     // the macro around it, or NULL
    bool once;       // #pragma once
} Header;

typedef struct MacroChange {
    Name *name;
    Macro *before;
} MacroChange;

typedef enum DirectiveKind {
    DIR_NONE,
    DIR_IF,
    DIR_IFDEF,
    DIR_IFNDEF,
    DIR_ELIF,
    DIR_ELIFDEF,
    DIR_ELIFNDEF,
    DIR_ELSE,
    DIR_ENDIF,
    DIR_DEFINE,
    DIR_UNDEF,
    DIR_INCLUDE,
    DIR_INCLUDE_NEXT,
    DIR_LINE,
    DIR_ERROR,
    DIR_WARNING,
    DIR_PRAGMA,
    DIR_IDENT,
    DIR_SCCS,
    DIR_COUNT
} DirectiveKind;

// Where the output stands: behind `enum`, its tag, its `:`; before a name of its list,
// behind one.
enum { ENUM_NONE, ENUM_HEAD, ENUM_TAG, ENUM_BASE, ENUM_NAME, ENUM_VALUE };

struct Pp {
    Interner *names;
    Sources *sources;
    IncludeReader reader;
    Arena arena;         // macros, for the session
    Arena library_arena; // the library's, which no rollback takes back
    Name *directives[DIR_COUNT];
    Name *name_va_args, *name_va_opt;

    // The session's log of macro changes, oldest first; [cell_begin, count) are the open
    // cell's.
    VEC(MacroChange) log;
    uint32_t cell_begin;
    uint32_t base; // what the library's own headers did
    bool only_system;
    ArenaMark mark;
    VEC(Header) headers;
    uint32_t headers_begin;
    uint32_t cell; // counts pp_begin
    uint32_t sequence;
    uint32_t counter, counter_begin; // __COUNTER__

    // The open cell.
    Arena *cell_arena;
    Diags *diags;
    Arena quiet_arena;
    Diags quiet; // swallows; also `diags` between cells
    const char *date, *time;

    // The running pp_run.
    VEC(PpFile *) files;
    VEC(Context) contexts;
    VEC(Cond) conds;
    VEC(Scratch *) scratch; // by depth of argument expansion
    Tokens out;
    uint32_t string_run; // raw strings at the end of out that wait to be joined
    uint32_t depth;      // of argument expansion
    uint32_t work;       // tokens handled by expansion
    uint32_t include_count;
    uint32_t if_depth;
    Token pushback;
    bool has_pushback;
    bool collecting; // reading macro arguments: the end of an included file is the end
    bool in_if;      // `defined` and kin mean something
    bool stopped;    // a limit was hit: everything reads as ended
    uint8_t carry_space, carry_bol; // of a macro that expanded to nothing
    uint8_t enum_state;             // see follow_enum
    uint8_t pack;                   // #pragma pack in force; 0: none
    VEC(uint8_t) packs;             // those that were pushed
    VEC(MacroChange) kept_macros;   // by push_macro
};

// pp.c
Token pp_read(Pp *pp); // the next token, not expanded; directives are done on the way
void pp_stop(Pp *pp);  // reads as ended from now on
bool pp_spend(Pp *pp, size_t tokens,
              Span span);      // counts work; false when there was too much
PpFile *pp_file(const Pp *pp); // the file being read
void pp_set_macro(Pp *pp, Name *name, Macro *macro);
Macro *pp_find_macro(const Name *name); // NULL for names that are none, and for operators
DirectiveKind pp_directive_kind(const Pp *pp, const Token *token);
void pp_end_directive(Pp *pp, const char *name); // warns of what is left on the line
// Opens and closes a closed list of tokens, which pp_next then reads to a TK_EOF.
void pp_open_barrier(Pp *pp, const Token *tokens, uint32_t count);
void pp_close_barrier(Pp *pp);

// pp_macro.c
Token pp_next(Pp *pp); // the next token, fully expanded
Context *pp_push_context(Pp *pp);
void pp_pop_context(Pp *pp);

// pp_define.c
void pp_define_directive(Pp *pp, Lexer *lexer);
void pp_undef_directive(Pp *pp, Lexer *lexer);

// pp_cond.c
void pp_cond_directive(Pp *pp, DirectiveKind kind, const Token *name);
void pp_cond_skip(Pp *pp); // skips groups until one is compiled, or the file's end
void pp_cond_leave_file(Pp *pp, PpFile *file); // reports what the file left open

// pp_include.c
void pp_include_directive(Pp *pp, const Token *name);
void pp_line_directive(Pp *pp, const Token *first);
void pp_enter_file(Pp *pp, const Source *source, const char *file_name,
                   bool allow_magics);
void pp_leave_file(Pp *pp);
bool pp_has_include(Pp *pp, const char *name, bool angled);

// pp_pragma.c
void pp_pragma_directive(Pp *pp); // what stands behind `#pragma`
void pp_pragma_operator(Pp *pp, const Token *string, Span span);

// pp_builtin.c
void pp_builtin_define_all(Pp *pp);
// Replaces *token by what the computed macro says. False: it says nothing, read on.
bool pp_builtin_expand(Pp *pp, Token *token, PpBuiltin builtin);
Token pp_make_number(const Pp *pp, const Token *like, uint64_t value);

#endif
