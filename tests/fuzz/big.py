#!/usr/bin/python3
"""Give the compiler one of everything in a size nobody writes by hand.

    big.py [--cora PATH] [-j N] [--times] [NAME...]

Each text must be compiled (by `cora check`), or refused with the message that stands beside it, within SECONDS of
processor time. What is linear needs a twentieth of that; what is quadratic needs minutes, so no clock has to be
compared with another. The bounds of runtime/base/limits.h are met here, each with its own message. --times shows how
long each took beside the same at a quarter of its size. The last line is `N passed, N failed`.
"""
import argparse
import concurrent.futures
import os
import resource
import subprocess
import sys
import tempfile

SECONDS = 20  # sanitizers slow a compilation by five
CASES = {}


def add(name, size, make, error=None, cell=False):
    """make(size) is a text that compiles, or one that gets an error with these words in it."""
    assert name not in CASES
    CASES[name] = (size, make, error, cell)


def lines(n, form):
    """`form` n times, each with its number in place of @."""
    return "\n".join(form.replace("@", str(i)) for i in range(n)) + "\n"


def row(n, form, between=","):
    return between.join(form.replace("@", str(i)) for i in range(n))


def body(text, before=""):
    return "%s\nint main(void) {\n%s\nreturn 0;\n}\n" % (before, text)


# ---------------------------------------------------------------- long: initialisers and declarations

add("initialiser", 100000, lambda n: "int a[] = {%s};" % row(n, "@") + body(""))
add("local_initialiser", 100000, lambda n: body("int a[] = {%s}; return a[0];" % row(n, "@")))
add("designators_backwards", 50000, lambda n: "int a[] = {%s};" % ",".join("[%d] = 1" % i for i in range(n, 0, -1)) + body(""))
add("designators_over_a_range", 50000,
    lambda n: "int a[%d] = {[0 ... %d] = 1, %s};" % (n, n - 1, ",".join("[%d] = 2" % (i * 7919 % n) for i in range(n))) + body(""))
add("strings_of_a_table", 30000, lambda n: "const char *a[] = {%s};" % row(n, '"s@"') + body(""))
add("strings_of_a_table_backwards", 30000, lambda n: "const char *a[] = {%s};" % ",".join('[%d] = "s"' % i for i in range(n, 0, -1)) + body(""))
add("structs_of_a_table", 20000, lambda n: "struct { int a; double b; char *c; } t[] = {%s};" % row(n, '{@, @.5, "x@"}') + body(""))
add("commas_of_nothing", 20000, lambda n: "int a[] = {%s};" % ("," * n), "expected an expression")
add("enumerators", 50000, lambda n: "enum e { %s };" % row(n, "E@ = @ + 1") + body(""))
add("members", 10000, lambda n: "struct s { %s } v;" % row(n, "int m@;", " ") + body(row(n // 10, "v.m@ = 1;", " ")))
add("members_too_many", 10001, lambda n: "struct s { %s } v;" % row(n, "int m@;", " "), "too many members (limit: 10000)")
add("bit_fields", 10000, lambda n: "struct s { %s } v;" % row(n, "unsigned m@ : 3;", " ") + body(""))
add("parameters", 1000, lambda n: "int f(%s) { return p0; }" % row(n, "int p@") + body("return f(%s);" % row(n, "0")))
add("parameters_too_many", 1025, lambda n: "int f(%s);" % row(n, "int p@"), "too many parameters (limit: 1024)")
add("parameters_of_old", 1025, lambda n: "int f(%s) int p0; { return 0; }" % row(n, "p@"), "too many parameters (limit: 1024)")
add("arguments", 20000, lambda n: body('printf("%s", %s);' % ("%d" * n, row(n, "@")), "#include <stdio.h>"))
add("functions", 20000, lambda n: lines(n, "int f@(int x) { return x + @; }") + body("return f0(0);"))
add("variables", 50000, lambda n: lines(n, "int g@ = @;") + body(""))
add("declarators", 50000, lambda n: "int %s;" % row(n, "a@") + body(""))
add("prototypes", 50000, lambda n: "int f(int);\n" * n + body(""))
add("redefinitions_of_f", 5000, lambda n: lines(n, "int f(void) { return @; }"), "is defined a second time")
add("typedefs", 50000, lambda n: "typedef int T0;\n" + "".join("typedef T%d T%d;\n" % (i, i + 1) for i in range(n)) + body(""))
add("structs", 20000, lambda n: lines(n, "struct s@ { struct s@ *p; };") + body(""))
add("attributes", 20000, lambda n: "int x %s;" % ("__attribute__((unused)) " * n) + body(""))
add("qualifiers", 20000, lambda n: "const " * n + "int x = 1;" + body(""))
add("static_asserts", 20000, lambda n: '_Static_assert(1, "x");\n' * n + body(""))

# ---------------------------------------------------------------- long: functions and statements

add("lines_of_a_cell", 100000, lambda n: "int x = 0;\n" + "x = x + 1;\n" * n, cell=True)
add("magics", 20000, lambda n: "%who\n" * n, cell=True)
add("statements", 100000, lambda n: body("int x = 0;\n" + "x = x * 3 + 1;\n" * n))
add("empty_statements", 200000, lambda n: body(";" * n))
add("locals", 10000, lambda n: body(lines(n, "int v@ = @;") + "return v0;"))
add("local_arrays", 10000, lambda n: body(lines(n, "int v@[2] = {@};") + "return v0[0];"))
add("local_vlas", 5000, lambda n: body("int n = 2;" + lines(n, "int v@[n];")))
add("blocks_in_a_row", 20000, lambda n: body(lines(n, "{ int a[2] = {@}; a[0]++; }")))
add("registers", 70000, lambda n: body(lines(n, "double v@ = @;") + "return (int)(%s);" % "+".join("v%d" % i for i in range(0, n, 50))),
    "is too complex (limit: 60,000 registers)")
add("switch_cases", 50000, lambda n: "int f(int x) { switch (x) {\n%s} return -1; }" % lines(n, "case @: return @;") + body(""))
add("switch_ranges", 20000, lambda n: "int f(int x) { switch (x) {\n%s} return -1; }" % lines(n, "case @0 ... @5: return @;") + body(""))
add("switch_of_one_case", 20000, lambda n: "int f(int x) { switch (x) {\n%s} return -1; }" % ("case 1: return 1;\n" * n), "there is a `case` for 1 already")
add("labels", 2000, lambda n: body(lines(n, "goto l@; l@:;")))
add("labels_too_many", 2049, lambda n: body(lines(n, "l@:;")), "too many labels in one function (limit: 2048)")
add("computed_gotos", 400, lambda n: body("void *p = 0;\n" + lines(n, "l@: p = &&l@; goto *p;")))
add("computed_gotos_too_many", 2000, lambda n: body("void *p = 0;\n" + lines(n, "l@: p = &&l@; goto *p;")),
    "too many ways for the `goto *` of one function (limit: 250000)")
add("gotos", 20000, lambda n: body(lines(n, "if (@) goto end;") + "end:;"))
add("ifs", 20000, lambda n: body("int x = 1;\n" + lines(n, "if (x == @) x = @;")))
add("calls", 20000, lambda n: body(lines(n, "f(@);"), "void f(int x) { (void)x; }"))
add("prints", 20000, lambda n: body(lines(n, 'printf("%d @\\n", @);'), "#include <stdio.h>"))
add("awaits", 5000, lambda n: "async int f(int x) { return x; }\nasync int main(void) {\n%s return 0; }" % lines(n, "await f(@);"))
add("tries", 5000, lambda n: body("int x = 0;\n" + "try { x++; } catch (error e) { x--; }\n" * n))
add("defers", 5000, lambda n: body("int x = 0;\n" + "{ defer { x++; } if (x) return 1; }\n" * n))
add("defers_together", 100, lambda n: body("int x = 0;\n" + "defer { x++; }\n" * n + "if (x) return 1;\n" * n * 10))
add("defers_too_many", 101, lambda n: body("int x = 0;\n" + "defer { x++; }\n" * n), "too many `defer`s in one block (limit: 100)")
add("generic", 1000, lambda n: lines(n, "typedef struct { int a; } T@;") + body("return _Generic(1, %s, default: 0);" % row(n, "T@: 1")))
add("generic_too_many", 1025, lambda n: lines(n, "typedef struct { int a; } T@;") + body("return _Generic(1, %s);" % row(n, "T@: 1")),
    "too many types in a `_Generic` (limit: 1024)")

# ---------------------------------------------------------------- long: expressions

add("sum", 9000, lambda n: body("int x = 1; return %s;" % row(n, "x * @", "+")))
add("sum_too_long", 10010, lambda n: body("int x = 1; return %s;" % row(n, "x", "+")), "this expression is too deeply nested (limit: 10000 levels)")
add("commas", 9000, lambda n: body("int x = 1; %s;" % row(n, "x++")))
add("ands", 9000, lambda n: body("int x = 1; return %s;" % row(n, "x == @", "&&")))
add("conditionals", 9000, lambda n: body("int x = 1; return %s 0;" % row(n, "x == @ ? @ :", " ")))
add("conditionals_too_long", 10001, lambda n: body("int x = 1; return %s 0;" % row(n, "x ? @ :", " ")), "too deeply nested (limit: 10000 levels)")
add("else_ifs", 5000, lambda n: body("int x = 1;\n" + row(n, "if (x == @) x = @;\n", "else ")))
add("else_ifs_too_long", 10001, lambda n: body("int x = 1;\n" + row(n, "if (x == @) x = @;\n", "else ")),
    "this chain of `else if` is too deeply nested (limit: 10000 levels)")
add("indexes_too_long", 10001, lambda n: body("int *p = 0; (void)sizeof(p%s);" % ("[0]" * n)), "too deeply nested (limit: 10000 levels)")

# ---------------------------------------------------------------- long: text

add("string_of_a_megabyte", 1 << 20, lambda n: 'const char s[] = "%s";' % ("x" * n) + body(""))
add("strings_in_a_row", 100000, lambda n: "const char s[] = %s;" % ('"xy" ' * n) + body(""))
add("escapes", 100000, lambda n: 'const char s[] = "%s";' % ("\\u00e9" * n) + body(""))
add("identifier", 1 << 20, lambda n: "int %s;" % ("x" * n) + body(""))
add("number", 1 << 20, lambda n: "int x = 1%s;" % ("0" * n), "is too large for any integer type")
add("fraction", 1 << 20, lambda n: "double x = 0.%s1;" % ("0" * n) + body(""))
add("comment", 1 << 20, lambda n: "/*%s*/" % ("x" * n) + body(""))
add("line_splices", 300000, lambda n: "int x\\\n" + "\\\n" * n + ";" + body(""))
add("blanks", 1 << 20, lambda n: "int x;" + " " * n + "\n" * n + body(""))
add("strays_on_one_line", 500000, lambda n: "@ " * n, "the character `@` has no meaning")
add("open_string", 1 << 20, lambda n: 'char *s = "' + "x" * n + "\n", 'this string has no closing `"`')
add("open_strings", 20000, lambda n: 'char *s = "x;\n' * n, 'this string has no closing `"`')
add("open_comment", 1 << 20, lambda n: "/* " * (n // 3), "comment")
add("closing_braces", 300000, lambda n: "}" * n, "without a matching `{`")
add("bytes_that_are_no_text", 100000, lambda n: "int x;" + "\udcff" * n, "is not valid UTF-8")
add("warnings", 20000, lambda n: body(lines(n, "{ int a@; }")))
add("warnings_on_one_line", 20000, lambda n: body(row(n, "{ int a@; }", "")))

# ---------------------------------------------------------------- long: mistakes, each with its "did you mean"

add("unknown_names", 20000, lambda n: body(lines(n, "name@x + 1;")), "unknown name `name0x`")
add("unknown_functions", 20000, lambda n: body(lines(n, "name@x(1);")), "unknown function `name0x`")
add("unknown_types", 20000, lambda n: lines(n, "name@x v@;"), "unknown type name `name0x`")
add("unknown_members", 20000, lambda n: "struct s { %s } v;" % row(n // 4, "int m@;", "") + body(lines(n, "v.q@x = 1;")), "has no member `q0x`")
add("unknown_labels", 20000, lambda n: body(lines(2000, "l@:;") + lines(n, "goto m@x;")), "there is no label")
add("unknown_directives", 20000, lambda n: lines(n, "#dir@"), "unknown directive `#dir0`")
add("unknown_headers", 1999, lambda n: lines(n, "#include <h@.h>"), "there is no header <h0.h>")

# ---------------------------------------------------------------- the preprocessor

add("macros", 30000, lambda n: lines(n, "#define M@ @") + body("return M1;"))
add("macros_anew", 30000, lambda n: lines(n, "#undef M\n#define M @") + body("return M;"))
add("macro_parameters", 1025, lambda n: "#define F(%s) 0\n" % row(n, "p@"), "macro `F` has more than 1024 parameters")
add("expansions", 10000, lambda n: "#define ADD(a, b) ((a) + (b))\n" + body("int x = 0;\n" + "x = ADD(x, ADD(1, 2));\n" * n))
add("expansions_of_expansions", 5000, lambda n: "#define M0 1\n" + "".join("#define M%d M%d\n" % (i + 1, i) for i in range(60)) + "int x = %s;" % row(n, "M60", "+") + body(""))
add("macro_argument", 1000000, lambda n: "#define NONE(x)\nNONE(%s)" % ("a " * n) + body(""))
add("macro_string", 100000, lambda n: "#define S(x) #x\nconst char s[] = S(%s);" % ("a " * n) + body(""))
add("macro_string_of_strings", 300, lambda n: "#define S(x) #x\n#define T(x) S(x)\nchar *s = %sa%s;" % ("T(" * n, ")" * n), "macro expansion makes more text")
add("macro_pastes", 3000, lambda n: "#define CAT(a, b) a ## b\n" + lines(n, "int CAT(x, @);") + body(""))
add("macro_bomb", 40, lambda n: "#define M0 x x\n" + "".join("#define M%d M%d M%d\n" % (i + 1, i, i) for i in range(n)) + "int y = M%d;" % n,
    "macro expansion makes more text than this kernel holds (limit: 4194304 tokens)")
add("macro_calls_nested", 600, lambda n: "#define F(x) x\nint y = %s1%s;" % ("F(" * n, ")" * n), "macro calls are nested more than 512 deep here")
add("bytes", (64 << 20) + 1, lambda n: "int x;".ljust(n), "this text has 67108865 bytes; the most it may have is 67108864")
add("tokens", (4 << 20) + 1, lambda n: "x " * n, "this is too large to compile (limit: 4194304 tokens)")
add("if_open", 20000, lambda n: "#if 1\n" * n, "this `#if` has no `#endif`")
add("if_in_a_row", 20000, lambda n: "#if 0\nx\n#elif 1\n#else\ny\n#endif\n" * n + body(""))
add("if_skipped", 20000, lambda n: "#if 0\n" + "#if 1\nx y z\n#endif\n" * n + "#endif\n" + body(""))
add("if_sum", 5000, lambda n: "#if %s\n#endif\n" % row(n, "1", "+") + body(""))
add("if_parentheses", 20000, lambda n: "#if %s1%s\n#endif\n" % ("(" * n, ")" * n), "this condition has more than 512 nested parentheses")
add("if_minus", 20000, lambda n: "#if %s1\n#endif\n" % ("-" * n), "error")
add("empty_directives", 20000, lambda n: "#\n" * n + body(""))
add("line_directives", 5000, lambda n: lines(n, '#line 1@ "f@.c"') + body(""))
add("pragmas", 3000, lambda n: "#pragma pack(push, 1)\n" * n + "#pragma pack(pop)\n" * n + body(""))
add("includes", 1000, lambda n: "#include <stdio.h>\n" * n + body(""))
add("includes_too_many", 2001, lambda n: "#include <stddef.h>\n" * n, "more than 2000 `#include`s in one cell")
add("include_itself", 1, lambda n: '#include __FILE__\n', "`#include`s are nested more than 64 deep here")

# ---------------------------------------------------------------- what nests

TOO_DEEP = "too deeply nested (limit: 512 levels)"
MAIN = "int main(void) { int x = 1; int *p = &x; (void)p; "
END = " return 0; }\n"


def nest(name, before, left, middle, right, after, error=TOO_DEEP):
    """A hundred levels are right, twenty thousand are refused."""
    def make(n):
        return before + left * n + middle + right * n + after
    add(name, 20000, make, error)
    add(name + "_that_fit", 100, make)


nest("parentheses", MAIN + "return 0 * ", "(", "x", ")", "; }")
add("parentheses_open", 20000, lambda n: MAIN + "return " + "(" * n, TOO_DEEP)
add("parentheses_alone", 300000, lambda n: "(" * n, TOO_DEEP)
nest("blocks", MAIN, "{", "x++;", "}", END)
add("blocks_open", 300000, lambda n: "{" * n, TOO_DEEP)
nest("nested_ifs", MAIN, "if (x) ", "x++;", "", END)
nest("nested_elses", MAIN, "if (x) { x++; } else { ", "x++;", "}", END)
nest("while_loops", MAIN, "while (x) { int z; z = x; ", "x--;", "x = z; }", END)
nest("for_loops", MAIN, "for (;x;) ", "x--;", "", END)
nest("do_loops", MAIN, "do ", "x--;", " while (x);", END)
nest("switches", MAIN, "switch (x) default: ", "x--;", "", END)
nest("scopes_that_shadow", MAIN, "{ int x = 1; ", "x++;", "(void)x; }", END)
nest("pointers", "int ", "*", "q", "", ";" + body(""))
nest("declarator_parentheses", "int ", "(", "q", ")", ";" + body(""))
nest("arrays", "int q", "[1]", "", "", ";" + body(""))
nest("vlas", MAIN + "int q", "[x]", "", "", ";" + END)
nest("functions_of_functions", "int ", "(*", "q", ")(void)", ";" + body(""))
nest("parameters_of_parameters", "int q", "(int (*f)", "(void)", ")", ";" + body(""))
nest("typeofs", "", "typeof(", "int", ")", " q;" + body(""))
nest("coroutine_types", "", "coroutine(", "int", ")", " q;" + body(""))
nest("sizes_in_sizes", MAIN + "return (int)", "sizeof(int[sizeof(char[", "1", "])])", "; }")
CASES["sizes_in_sizes_that_fit"] = (9,) + CASES["sizes_in_sizes_that_fit"][1:]  # four times as large at each level
nest("alignments", "", "_Alignas(_Alignof(struct { ", "", "int x; }))", " int y;" + body(""))
nest("attribute_parentheses", "int q __attribute__((aligned(", "(", "8", ")", ")));" + body(""))
nest("struct_members", "", "struct { int a; ", "int b;", "} s;", body(""))
nest("anonymous_members", "struct {", "struct {", "int b;", "};", "} s;" + body("s.b = 1;"))
nest("conditional_middles", MAIN + "return 0 * (", "x ? ", "x", " : x", "); }")
nest("minuses", MAIN + "return 0 & ", "- ", "x", "", "; }")
nest("nots", MAIN + "return 0 & ", "!", "x", "", "; }")
nest("casts", MAIN + "return 0 & ", "(int)", "x", "", "; }")
nest("sizeofs", MAIN + "return 0 & (int)", "sizeof ", "x", "", "; }")
nest("stars_and_addresses", MAIN + "return 0 & ", "*&", "x", "", "; }")
nest("assignments", MAIN, "x = ", "1", "", ";" + END)
nest("sums_to_the_right", MAIN + "return 0 & (", "x + (", "x", ")", "); }")
nest("calls_of_calls", "int f(int x) { return x; } " + MAIN, "f(", "1", ")", ";" + END)
nest("indexes_of_indexes", "int a[1]; " + MAIN, "a[", "0", "]", " = 0;" + END)
nest("statement_expressions", MAIN + "x = ", "({ ", "1", "; })", ";" + END)
nest("compound_literals", MAIN + "x = ", "(int){", "1", "}", ";" + END)
nest("generics", MAIN + "x = ", "_Generic(1, int: ", "1", ")", ";" + END)
nest("generic_selectors", MAIN + "x = ", "_Generic(", "1", ", default: 1)", ";" + END)
nest("try_blocks", MAIN, "try { ", "x++;", " } catch (error e) {}", END)
nest("catch_blocks", MAIN, "try { x++; } catch (error e) { ", "x++;", " }", END)
nest("taskgroups", "async int main(void) { int x = 1;", "taskgroup { ", "x++;", " }", END)
nest("deadlines", "async int main(void) { int x = 1;", "deadline (1) { ", "x++;", " }", END)
nest("shields", "async int main(void) { int x = 1;", "shield { ", "x++;", " }", END)
nest("nested_awaits", "async int f(int x) { return x; } async int main(void) { return 0 * ", "await f(", "1", ")", "; }")
add("initialiser_braces", 20000, lambda n: "int q = %s1%s;" % ("{" * n, "}" * n), TOO_DEEP)
add("defer_blocks", 20000, lambda n: MAIN + "{ defer { " * n + "x++;" + " } }" * n + END, TOO_DEEP)
add("gotos_into_loops", 200, lambda n: body("int x = 0, y;\n" + lines(n, "while (x < @) { int z@; l@: z@ = y; if (x == @) goto l@;") + "y = 1;" + "}" * n))

# ---------------------------------------------------------------- types made of types

add("structs_of_structs", 20000, lambda n: "struct s0 { int a; };\n" + "".join("struct s%d { struct s%d p; };\n" % (i + 1, i) for i in range(n)), "this type is " + TOO_DEEP)
add("structs_that_double", 40, lambda n: "struct s0 { char a; };\n" + "".join("struct s%d { struct s%d p, q; };\n" % (i + 1, i) for i in range(n)), "is too large")
add("typedefs_of_pointers", 20000, lambda n: "typedef int *T0;\n" + "".join("typedef T%d *T%d;\n" % (i, i + 1) for i in range(n)), "this type is " + TOO_DEEP)
add("typedefs_of_arrays", 20000, lambda n: "typedef int T0;\n" + "".join("typedef T%d T%d[1];\n" % (i, i + 1) for i in range(n)), "this type is " + TOO_DEEP)
add("typedefs_of_functions", 20000, lambda n: "typedef int T0(void);\n" + "".join("typedef T%d *T%d(void);\n" % (i, i + 1) for i in range(n)), "this type is " + TOO_DEEP)
add("typedefs_that_double", 60, lambda n: "typedef int F0(void);\n" + "".join("typedef F%d *F%d(F%d *, F%d *);\n" % (i, i + 1, i, i) for i in range(n)) +
    "F60 *p; F59 *q;" + body("p = q;"), "assigning")
add("object", 1, lambda n: "char a[3000000000u];", "array `a` is too large: an object has at most 2147483647 bytes")


def run(cora, name, size):
    """(passed, seconds, what was said)"""
    _, make, error, is_cell = CASES[name]
    with tempfile.NamedTemporaryFile("w", suffix=".c", encoding="utf-8", errors="surrogateescape") as file:
        file.write(make(size))
        file.flush()

        def bound():
            resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        process = subprocess.Popen([cora, "check"] + (["--cell"] if is_cell else []) + [os.path.basename(file.name)], preexec_fn=bound,
                                   cwd=os.path.dirname(file.name), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        told = process.stderr.read().decode("utf-8", "replace")
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if error is None:
        passed = process.returncode == 0
    else:
        passed = process.returncode == 65 and error in told
    return passed, used.ru_utime + used.ru_stime, "exit status %d; %s" % (process.returncode, told[:500])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cora", default="build/cora")
    parser.add_argument("--times", action="store_true")
    parser.add_argument("-j", type=int, default=1)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    cora = os.path.abspath(options.cora)
    names = options.names or list(CASES)
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        results = pool.map(lambda name: run(cora, name, CASES[name][0]), names)
        for name, (passed, seconds, told) in zip(names, results):
            failed += not passed
            if options.times:
                _, less, _ = run(cora, name, CASES[name][0] // 4)
                print("%-32s %8d %7.2f s, a quarter %6.2f s   %s" % (name, CASES[name][0], seconds, less, told[:90].split("\n")[0]), flush=True)
            if not passed:
                print("FAIL %s after %.1f s: wanted %s\n    %s" % (name, seconds, CASES[name][2] or "no error", told.replace("\n", "\n    ")), flush=True)
    print("%d passed, %d failed" % (len(names) - failed, failed))
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
