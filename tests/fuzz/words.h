// words.h: the dictionary: every word, punctuator, directive and library name there is,
// taken from the tables the runtime is built from, and numbers at which something ends.
#ifndef TESTS_FUZZ_WORDS_H
#define TESTS_FUZZ_WORDS_H

#include <stddef.h>

// tok.def quotes its punctuators for messages; those are listed here as they are written.
static const char *const fuzz_words[] = {
#define KEYWORD(id, text) text,
#define WORD(id, text)    text,
#include "front/text/tok.def"
#undef KEYWORD
#undef WORD
    "#",  "##",   "(",  ")",  "[",  "]",  "{",  "}",  ".",   "->",  "...", ",",
    ";",  ":",    "::", "?",  "++", "--", "&",  "*",  "+",   "-",   "~",   "!",
    "/",  "%",    "<<", ">>", "<",  ">",  "<=", ">=", "==",  "!=",  "^",   "|",
    "&&", "||",   "=",  "*=", "/=", "%=", "+=", "-=", "<<=", ">>=", "&=",  "^=",
    "|=", "\\\n", "//", "/*", "*/", "\"", "'",  "\n"};

static const char *const fuzz_lines[] = {"\n#define F(x, ...) x ## __VA_ARGS__ #x\n",
                                         "\n#define A A B\n",
                                         "\n#undef A\n",
                                         "\n#if 1\n",
                                         "\n#ifdef A\n",
                                         "\n#ifndef A\n",
                                         "\n#elif 0\n",
                                         "\n#elifdef A\n",
                                         "\n#else\n",
                                         "\n#endif\n",
                                         "\n#include \"self\"\n",
                                         "\n#include <stdio.h>\n",
                                         "\n#line 7 \"x.c\"\n",
                                         "\n#pragma once\n",
                                         "\n#pragma pack(push, 1)\n",
                                         "\n#error x\n",
                                         "\n#warning x\n",
                                         "\n#if defined(A) && A > 0x7fffffff\n",
                                         "\n#define G(x) __VA_OPT__(x) #x\n",
                                         "\n%time \n",
                                         "\n%who\n",
                                         "\n!ls\n",
                                         "\f",
                                         "\n%%timeline\n",
                                         "\n%%explore\n"};

// Pieces of programs; @ stands for what the mutator puts there.
static const char *const fuzz_pieces[] = {
    "if (@) { @ } else @",
    "for (int i = 0; i < 3; i++) { @ }",
    "while (@) { @ }",
    "do { @ } while (@);",
    "switch (@) { case 1: @ break; case 2 ... 5: default: @ }",
    "struct s { int a; @ b : 3; struct { int c[]; }; } s;",
    "union u { @ a; char b[8]; } u;",
    "enum e { E0, E1 = @, E2 } e;",
    "typedef @ T;",
    "int f(int a, @) { return @; }",
    "async int g(int n) { await sleep(@); return @; }",
    "await @",
    "spawn g(@)",
    "task(int) t = create_task(g(@));",
    "generator(int) h(int n) { yield @; }",
    "for (int x : @) { @ }",
    "taskgroup { @ }",
    "deadline (@) { @ } else { @ }",
    "shield { @ }",
    "try { @ } catch (error e) { @ }",
    "throw error(\"E\", \"%d\", @);",
    "defer { @ }",
    "({ @; })",
    "(@) ? (@) : (@)",
    "_Generic(@, int: 1, default: @)",
    "sizeof(@)",
    "(int[]){@, 1}",
    "{ [3] = @, .a = @ }",
    "goto l; l: @",
    "static_assert(@, \"m\");",
    "printf(\"%d %s\\n\", @, @);",
    "typeof(@) v;",
    "__attribute__((packed, aligned(@)))",
    "[[maybe_unused]]",
    "int a[@][n];",
    "char *p = malloc(@); p[@] = 1; free(p);",
    "gather(@, @)",
    "await gather(@)",
    "int (*fp)(@) = &f;",
    "va_list ap; va_start(ap, @);",
    "alloca(@)",
    "queue(int) q = new_queue(int, @);",
    "async generator(int) k(void) { yield @; }"};

static const char *const fuzz_numbers[] = {"0",
                                           "1",
                                           "2",
                                           "7",
                                           "63",
                                           "64",
                                           "127",
                                           "128",
                                           "255",
                                           "256",
                                           "0x7fff",
                                           "65535",
                                           "65536",
                                           "60000",
                                           "2147483647",
                                           "2147483648",
                                           "0xffffffff",
                                           "4294967296",
                                           "9223372036854775807",
                                           "0x8000000000000000",
                                           "18446744073709551615",
                                           "18446744073709551616",
                                           "-1",
                                           "(-2147483647-1)",
                                           "1e308",
                                           "1e309",
                                           "0x1p-1074",
                                           "1.5f",
                                           "1u",
                                           "1ull",
                                           "'a'",
                                           "'\\0'",
                                           "L'\\xffffffff'",
                                           "0b11",
                                           "1'000",
                                           "08",
                                           "1.0L"};

static const char *const fuzz_library[] = {
#define NATIVE(name, function) #name,
#include "lib/lib.def"
#undef NATIVE
};

#endif
