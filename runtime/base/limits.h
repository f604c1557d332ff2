// limits.h: every bound in the system, with the reason for its value.
//
// What a text may ask of the compiler is met by tests/fuzz/big.py: each bound with the
// message that names it, and a size below it that is compiled. What a program may ask
// when it runs is met by tests/trap/stack (calls, locals), tests/trap/lib_stdlib/
// out_of_memory.c and tests/unit/test_bad_moments.c (memory).
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

// A cell larger than this is refused before it is lexed. The largest textbook program is
// under 1 MB; 64 MB still lexes in about a second.
#define LIMIT_CELL_BYTES (64u << 20)

// Nested parentheses, blocks, declarators, initialisers, types and conditionals:
// C17 5.2.4.1 asks for 127 blocks and 63 parentheses; 512 keeps the recursive descent
// under 512 KB of C stack.
#define LIMIT_NESTING 512

// Height of an expression's tree, and length of an `else if` chain. Long sums (a + b + c
// ...) and else-if chains are parsed by loops, so that they are not nesting; the stages
// behind the parser descend them by recursion, at most 400 bytes of C stack a level:
// below 4 MB.
#define LIMIT_EXPR_DEPTH 10000

// Parts of one construct. Some are compared pair by pair, so these bound time: parameters
// (C17 5.2.4.1 asks for 127), members (1023), labels of a function (goto *p is a switch
// over them) and the types of a _Generic.
#define LIMIT_PARAMS        1024
#define LIMIT_MEMBERS       10000
#define LIMIT_LABELS        2048
#define LIMIT_GENERIC_TYPES 1024
// Defers in force at one place: each way out of it has the code of them all.
#define LIMIT_DEFERS 100
// Labels times computed gotos in one function: 500 times 500, an interpreter's loop.
#define LIMIT_COMPUTED_WAYS 250000

// Nested macro expansion and #include (C17 5.2.4.1: 15 files).
#define LIMIT_INCLUDE_DEPTH 64
// Headers read by one cell, so that files which include themselves twice end.
#define LIMIT_INCLUDES 2000
// Tokens after preprocessing (40 bytes each); a 1 MB program has about 0.4 M.
#ifndef LIMIT_TOKENS // make fuzz has its own, lower ones of these two: it meets them often
#define LIMIT_TOKENS (4u << 20)
#endif
// Tokens handled by macro expansion, kept or not, so that a macro bomb ends within a
// second.
#ifndef LIMIT_MACRO_WORK
#define LIMIT_MACRO_WORK (4u << 20)
#endif
// Parameters of one macro (C17 5.2.4.1 asks for 127).
#define LIMIT_MACRO_PARAMS 1024

// Errors kept and shown for one cell; more than a screenful helps nobody.
#define LIMIT_DIAGS 10

// Warnings kept: a long program that runs may deserve more of them.
#define LIMIT_WARNINGS 20
// Of each, where somebody asks for every message.
#define LIMIT_DIAGS_ASKED 100

// Registers of one function: the operand field has 16 bits and linkage needs room.
#define LIMIT_REGISTERS 60000
// Instructions of one function (jump offsets have 32 bits; this bounds compile time).
#define LIMIT_INSNS (8u << 20)

// Values of all initialisers of a cell or program: those of a range `[0 ... n]` count one
// by one, at some 50 bytes each, 200 MB in all.
#define LIMIT_INIT_ITEMS (4u << 20)

// Largest single object: offsets are 32 bits and signed comparison must hold.
#define LIMIT_OBJECT_BYTES 0x7fffffffu
// Memory of a session's program, heap and locals; JupyterHub machines have hundreds of
// kernels.
#define LIMIT_HEAP_BYTES ((size_t)2 << 30)
// For what starts a cell, when the heap is full.
#define LIMIT_HEAP_RESERVE_BYTES ((size_t)256 << 10)
// Register stack of one task, in 8-byte slots (32 MiB): about 400,000 small frames, what
// gcc's 8 MiB stack holds of frames of 20 bytes.
#define LIMIT_STACK_SLOTS (4u << 20)
// Memory stack (address-taken locals, local arrays) of one task.
#define LIMIT_LOCALS_BYTES ((size_t)256 << 20)

// Text in one stream event; longer prints come as several events.
#define LIMIT_STREAM_EVENT_BYTES (64u << 10)

// A line, or what comes before a separator, of a connection: asyncio's limit. Who is at
// the other end may not fill our memory.
#define LIMIT_LINE_BYTES (64u << 10)

// Frames shown in a traceback before the middle is cut.
#define LIMIT_TRACEBACK_FRAMES 16

// Elements shown of an array or fields of a struct in a displayed value.
#define LIMIT_DISPLAY_ELEMENTS 100

// Switches between tasks before the loop polls for I/O (uv_run(NOWAIT) costs 0.2 us). A
// turn is the cheapest switch, sleep(0) after a run of microseconds at most: four of them
// count as one switch.
#define LIMIT_TURNS_PER_POLL    256
#define LIMIT_SWITCHES_PER_POLL 64

// A bound as text, for messages.
#define LIMIT_TEXT_OF(n) #n
#define LIMIT_TEXT(n)    LIMIT_TEXT_OF(n)

#endif
