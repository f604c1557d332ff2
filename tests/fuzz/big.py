#!/usr/bin/python3
"""Give the compiler one of everything in a size nobody writes by hand.

    big.py [--cora PATH] [--times] [NAME...]

Each text is compiled by `cora check` (with `run` in front of its name: run). It must end well, or with the message that
is named here, within SECONDS of processor time: what is linear needs a tenth of that, what is quadratic needs minutes.
The bounds of runtime/base/limits.h are met here one by one. --times shows how long each took, and how long the same at
a quarter of its size. The last line is `N passed, N failed`.
"""
import argparse
import os
import resource
import subprocess
import sys
import tempfile

SECONDS = 10
CASES = []


def case(size, message=None, command="check", cell=False):
    """A text of `size`; None: right as it stands, else the message it gets."""
    def register(make):
        CASES.append((make.__name__, make, size, message, command, cell))
        return make
    return register


def main_with(body, before=""):
    return "%s\nint main(void) {\n%s\nreturn 0;\n}\n" % (before, body)


# ---------------------------------------------------------------- what grows in length


@case(100000)
def initialiser(n):
    return "int a[] = {%s};\n" % ",".join(str(i % 1000) for i in range(n)) + main_with("")


@case(100000)
def local_initialiser(n):
    return main_with("int a[] = {%s}; return a[0];" % ",".join(str(i % 1000) for i in range(n)))


@case(100000)
def designated(n):
    return "int a[] = {%s};\n" % ",".join("[%d] = %d" % (n - 1 - i, i) for i in range(n)) + main_with("")


@case(20000)
def string_table(n):
    return "const char *a[] = {%s};\n" % ",".join('"s%d"' % i for i in range(n)) + main_with("")


@case(20000)
def struct_table(n):
    return "struct s { int a; double b; const char *c; } t[] = {%s};\n" % ",".join('{%d, %d.5, "x%d"}' % (i, i, i % 7) for i in range(n)) + main_with("")


@case(50000)
def switch_cases(n):
    return "int f(int x) { switch (x) {\n%s\n} return -1; }\n" % "\n".join("case %d: return %d;" % (i * 3, i) for i in range(n)) + main_with("")


@case(50000)
def enumerators(n):
    return "enum e { %s };\n" % ",".join("E%d" % i for i in range(n)) + main_with("")


@case(10000)
def members(n):
    return "struct s { %s } v;\n" % " ".join("int m%d;" % i for i in range(n)) + main_with("v.m0 = v.m%d;" % (n - 1))


@case(10000)
def member_uses(n):
    return "struct s { %s } v;\n" % " ".join("int m%d;" % i for i in range(n)) + main_with(" ".join("v.m%d = %d;" % (i, i) for i in range(n)))


@case(10000)
def bit_fields(n):
    return "struct s { %s } v;\n" % " ".join("unsigned m%d : %d;" % (i, i % 31 + 1) for i in range(n)) + main_with("")


@case(10000)
def parameters(n):
    return "int f(%s) { return p0; }\n" % ",".join("int p%d" % i for i in range(n)) + main_with("return f(%s);" % ",".join("0" for i in range(n)))


@case(20000)
def functions(n):
    return "\n".join("int f%d(int x) { return x + %d; }" % (i, i) for i in range(n)) + main_with("return f0(0);")


@case(20000)
def globals_of_a_file(n):
    return "\n".join("int g%d = %d;" % (i, i) for i in range(n)) + main_with("return g0;")


@case(10000)
def locals_of_a_function(n):
    return main_with("\n".join("int v%d = %d;" % (i, i) for i in range(n)) + "return v0;")


@case(10000)
def arrays_of_a_function(n):
    return main_with("\n".join("int v%d[2] = {%d};" % (i, i) for i in range(n)) + "return v0[0];")


@case(20000)
def blocks_one_after_another(n):
    return main_with("\n".join("{ int a[2] = {%d}; a[0]++; }" % i for i in range(n)))


@case(100000)
def lines_of_a_cell(n):
    return "int x = 0;\n" + "x = x + 1;\n" * n


lines_of_a_cell_is_a_cell = True


@case(100000)
def statements(n):
    return main_with("int x = 0;\n" + "x = x * 3 + 1;\n" * n)


@case(10000)
def labels(n):
    return main_with("\n".join("goto l%d; l%d:;" % ((i + 7) % n, i) for i in range(n)))


@case(20000)
def gotos_out_of_blocks(n):
    return main_with("\n".join("if (%d) { goto end; }" % i for i in range(n)) + "end:;")


@case(20000)
def ifs(n):
    return main_with("int x = 1;\n" + "\n".join("if (x == %d) x = %d;" % (i, i + 1) for i in range(n)))


@case(5000)
def else_ifs(n):
    return main_with("int x = 1;\n" + "else ".join("if (x == %d) x = %d;\n" % (i, i + 1) for i in range(n)))


@case(100000, "more than 10000")
def else_ifs_without_end(n):
    return main_with("int x = 1;\n" + "else ".join("if (x == %d) x = %d;\n" % (i, i + 1) for i in range(n)))


@case(9000)
def sum_of_many(n):
    return main_with("int x = 1; return %s;" % "+".join("x" for i in range(n)))


@case(100000, "more than 10000")
def sum_of_too_many(n):
    return main_with("int x = 1; return %s;" % "+".join("x" for i in range(n)))


@case(9000)
def commas(n):
    return main_with("int x = 1; %s;" % ",".join("x++" for i in range(n)))


@case(9000)
def ands(n):
    return main_with("int x = 1; return %s;" % "&&".join("x == %d" % i for i in range(n)))


@case(9000)
def assignments_in_a_row(n):
    return main_with("int x = 1; " + "x = " * 400 + "1;" + "x += 1;" * n)


@case(100000)
def declarators(n):
    return "int %s;\n" % ",".join("a%d" % i for i in range(n)) + main_with("")


@case(50000)
def typedefs(n):
    return "typedef int T0;\n" + "\n".join("typedef T%d T%d;" % (i, i + 1) for i in range(n)) + "\nT%d v;" % n + main_with("")


@case(50000)
def prototypes(n):
    return "int f(int);\n" * n + "int f(int x) { return x; }" + main_with("")


@case(10000)
def structs_of_structs(n):
    return "struct s0 { int a; };\n" + "\n".join("struct s%d { struct s%d *p; int b; };" % (i + 1, i) for i in range(n)) + main_with("")


@case(20000)
def calls(n):
    return main_with("\n".join("f(%d);" % i for i in range(n)), "void f(int x) { (void)x; }")


@case(20000)
def prints(n):
    return "#include <stdio.h>\n" + main_with("\n".join('printf("%%d %d\\n", %d);' % (i, i) for i in range(n)))


@case(5000)
def tasks(n):
    return "async int f(int x) { return x; }\nasync int main(void) {\n%s\nreturn 0; }\n" % "\n".join("await f(%d);" % i for i in range(n))


@case(5000)
def defers(n):
    return main_with("int x = 0;\n" + "defer { x++; }\n" * n)


@case(2000)
def defers_and_returns(n):
    return main_with("int x = 0;\n" + "{ defer { x++; } if (x) return 1; }\n" * n)


@case(5000)
def tries(n):
    return main_with("int x = 0;\n" + "try { x++; } catch (error e) { x--; }\n" * n)


@case(20000)
def static_asserts(n):
    return '_Static_assert(1, "x");\n' * n + main_with("")


@case(5000)
def generic_choices(n):
    return "".join("typedef struct { int a; } T%d;\n" % i for i in range(n)) + main_with(
        "return _Generic(1, %s, default: 0);" % ",".join("T%d: %d" % (i, i) for i in range(n)))


# ---------------------------------------------------------------- text


@case(1 << 20)
def string_of_a_megabyte(n):
    return 'const char s[] = "%s";\n' % ("x" * n) + main_with("")


@case(100000)
def strings_in_a_row(n):
    return "const char s[] = %s;\n" % ('"xy" ' * n) + main_with("")


@case(1 << 20)
def identifier(n):
    return "int %s;\n" % ("x" * n) + main_with("")


@case(1 << 20, "number")
def number(n):
    return "int x = 1%s;\n" % ("0" * n) + main_with("")


@case(1 << 20)
def fraction(n):
    return "double x = 0.%s1;\n" % ("0" * n) + main_with("")


@case(1 << 20)
def comment(n):
    return "/*%s*/" % ("x" * n) + main_with("")


@case(300000)
def line_splices(n):
    return "int x\\\n" + "\\\n" * n + ";" + main_with("")


@case(1 << 20)
def blanks(n):
    return "int x;" + " " * n + "\n" * n + main_with("")


@case(1 << 20, "")
def one_line_of_errors(n):
    return "@ " * (n // 2) + main_with("")


@case(20000, "")
def lines_of_errors(n):
    return main_with("undeclared_name + 1;\n" * n)


@case(1 << 20, "")
def open_string(n):
    return 'char *s = "' + "x" * n + "\n" + main_with("")


@case(300000, "")
def open_brackets_in_a_row(n):
    return "(" * n


@case(300000, "")
def closing_brackets(n):
    return "}" * n


@case(1 << 16, "")
def bytes_that_are_no_utf8(n):
    return "int x;" + "\udcff" * n


# ---------------------------------------------------------------- the preprocessor


@case(10000)
def macro_chain(n):
    return "#define M0 1\n" + "".join("#define M%d M%d\n" % (i + 1, i) for i in range(60)) + "int x = %s;\n" % "+".join("M60" for i in range(n // 2)) + main_with("")


@case(10000)
def expansions(n):
    return "#define ADD(a, b) ((a) + (b))\n" + main_with("int x = 0;\n" + "x = ADD(x, ADD(1, 2));\n" * n)


@case(30000)
def macros(n):
    return "".join("#define M%d %d\n" % (i, i) for i in range(n)) + main_with("return M%d;" % (n - 1))


@case(30000)
def redefinitions(n):
    return "".join("#undef M\n#define M %d\n" % i for i in range(n)) + main_with("return M;")


@case(1000000)
def argument(n):
    return "#define ID(x)\nID(%s)\n" % ("a " * n) + main_with("")


@case(300000)
def argument_kept(n):
    return "#define ID(x) x\nint a[] = {ID((%s))};\n" % ("1+" * 4000 + "1") + "int b[] = {ID(1) %s};\n" % (",ID(1)" * (n // 10)) + main_with("")


@case(100000)
def stringised(n):
    return "#define S(x) #x\nconst char s[] = S(%s);\n" % ("a " * n) + main_with("")


@case(3000)
def pastes(n):
    return "#define CAT(a, b) a ## b\n" + "".join("int CAT(x, %d);\n" % i for i in range(n)) + main_with("")


@case(40, "macro")
def bomb(n):
    return "#define M0 x x\n" + "".join("#define M%d M%d M%d\n" % (i + 1, i, i) for i in range(n)) + "int y = M%d;\n" % n + main_with("")


@case(2000, "1024")
def macro_parameters(n):
    return "#define F(%s) 0\n" % ",".join("p%d" % i for i in range(n)) + main_with("")


@case(20000, "")
def conditionals(n):
    return "#if 1\n" * n + main_with("")


@case(20000)
def conditionals_in_a_row(n):
    return "#if 0\nx\n#elif 1\n#else\ny\n#endif\n" * n + main_with("")


@case(20000)
def skipped(n):
    return "#if 0\n" + "#if 1\nx y z\n#endif\n" * n + "#endif\n" + main_with("")


@case(5000)
def condition(n):
    return "#if %s\n#endif\n" % "+".join("1" for i in range(n)) + main_with("")


@case(20000, "")
def condition_nested(n):
    return "#if %s1%s\n#endif\n" % ("(" * n, ")" * n) + main_with("")


@case(20000, "")
def condition_unary(n):
    return "#if %s1\n#endif\n" % ("-" * n) + main_with("")


@case(20000, "")
def directives_that_are_none(n):
    return "# x\n" * n + main_with("")


@case(20000)
def empty_directives(n):
    return "#\n" * n + main_with("")


@case(5000)
def line_directives(n):
    return "".join('#line %d "f%d.c"\n' % (i + 1, i) for i in range(n)) + main_with("")


@case(3000)
def pragmas(n):
    return "#pragma pack(push, 1)\n" * n + "#pragma pack(pop)\n" * n + main_with("")


@case(1000)
def standard_headers(n):
    return "#include <stdio.h>\n#include <stdlib.h>\n" * (n // 2) + main_with("")


# ---------------------------------------------------------------- what nests


def nested(name, text, before="", message="512", size=20000):
    def make(n):
        left, middle, right = text
        return before + left * n + middle + right * n + "\n"
    make.__name__ = name
    case(size, message)(make)
    fits = lambda n: make(n)
    fits.__name__ = name + "_that_fit"
    case(100)(lambda n: make(n))
    CASES[-1] = (fits.__name__,) + CASES[-1][1:]


MAIN = "int main(void) { int x = 1; int *p = &x; (void)p; "
nested("parentheses", ("(", "x", ")"), MAIN + "return 0 * ", size=20000)
CASES[-1] = CASES[-1][:1] + ((lambda n: MAIN + "return 0 * " + "(" * n + "x" + ")" * n + "; }\n"),) + CASES[-1][2:]
CASES[-2] = CASES[-2][:1] + ((lambda n: MAIN + "return 0 * " + "(" * n + "x" + ")" * n + "; }\n"),) + CASES[-2][2:]


def around(name, before, left, middle, right, after, message="512"):
    for suffix, size, told in (("", 20000, message), ("_that_fit", 100, None)):
        CASES.append((name + suffix, (lambda n: before + left * n + middle + right * n + after + "\n"), size, told, "check", False))


CASES[:] = [c for c in CASES if not c[0].startswith("parentheses")]
around("parentheses", MAIN + "return 0 * ", "(", "x", ")", "; }")
around("open_parentheses", MAIN + "return ", "(", "x", "", "; }", "")
CASES.pop()
around("blocks", MAIN, "{", "x++;", "}", "}")
around("nested_ifs", MAIN, "if (x) ", "x++;", "", "}")
around("nested_ifs_else", MAIN, "if (x) { x++; } else { ", "x++;", "}", "}")
around("loops", MAIN, "while (x) ", "x--;", "", "}")
around("for_loops", MAIN, "for (;x;) ", "x--;", "", "}")
around("do_loops", MAIN, "do ", "x--;", " while (x);", "}")
around("switches", MAIN, "switch (x) default: ", "x--;", "", "}")
around("labels_before_one_statement", MAIN, "switch (x) case 1: ", "x--;", "", "}")
around("pointers", "int ", "*", "q", "", "; int main(void) { return 0; }")
around("declarator_parentheses", "int ", "(", "q", ")", "; int main(void) { return 0; }")
around("array_of_arrays", "int q", "[1]", "", "", "; int main(void) { return 0; }")
around("functions_of_functions", "int ", "(*", "q", ")(void)", "; int main(void) { return 0; }")
around("parameters_of_parameters", "int q", "(int (*f)", "", "(void))", "; int main(void) { return 0; }")
around("braces", "int q = ", "{", "1", "}", "; int main(void) { return 0; }", "")
CASES.pop()
around("structs", "", "struct { int a; ", "int b;", "} s;", " int main(void) { return 0; }")
around("conditional", MAIN + "return 0 * (", "x ? x : ", "x", "", "); }")
around("conditional_middle", MAIN + "return 0 * (", "x ? ", "x", " : x", "); }")
around("unary_minus", MAIN + "return 0 & ", "- ", "x", "", "; }")
around("logical_not", MAIN + "return 0 & ", "!", "x", "", "; }")
around("casts", MAIN + "return 0 & ", "(int)", "x", "", "; }")
around("sizeofs", MAIN + "return 0 & (int)", "sizeof ", "x", "", "; }")
around("address_and_star", MAIN + "return 0 & ", "*&", "x", "", "; }")
around("assignments", MAIN, "x = ", "1", "", ";}")
around("calls_of_calls", "int f(int x) { return x; } " + MAIN, "f(", "1", ")", ";}")
around("indexes_of_indexes", "int a[1]; " + MAIN, "a[", "0", "]", " = 0;}")
around("indexes_in_a_row", MAIN + " (void)sizeof(p", "[0]", "", "", ");}", "")
CASES.pop()
around("statement_expressions", MAIN + "x = ", "({ ", "1;", "; })", ";}")
around("compound_literals", MAIN + "x = ", "(int){", "1", "}", ";}")
around("generics", MAIN + "x = ", "_Generic(1, int: ", "1", ")", ";}")
around("typeofs", "", "typeof(", "int", ")", " q; int main(void) { return 0; }")
around("atomics", "", "_Atomic(", "int", ")", " q; int main(void) { return 0; }", "")
CASES.pop()
around("coroutine_types", "", "coroutine(", "int", ")", " q; int main(void) { return 0; }")
around("try_blocks", MAIN, "try { ", "x++;", " } catch (error e) {}", "}")
around("defer_blocks", MAIN, "{ defer { ", "x++;", " } }", "}")
around("taskgroups", "async int main(void) { int x = 1;", "taskgroup { ", "x++;", " }", "return x; }")
around("deadlines", "async int main(void) { int x = 1;", "deadline (1) { ", "x++;", " }", "return x; }")
around("awaits", "async int f(int x) { return x; } async int main(void) { return ", "await f(", "1", ")", "; }")
around("attributes", "int q __attribute__((aligned(", "(", "8", ")", "))); int main(void) { return 0; }")
around("expression_in_sizes", MAIN + "return (int)", "sizeof(int[", "1", "])", "; }")
around("vla_of_vlas", MAIN + "int q", "[x]", "", "", "; return 0; }")
around("binary_right", MAIN + "return 0 & (", "x + (", "x", ")", "); }")


# ---------------------------------------------------------------- limits of size


@case(70000, "registers")
def registers(n):
    return main_with("\n".join("double v%d = %d;" % (i, i) for i in range(n)) + "return (int)(%s);" % "+".join("v%d" % i for i in range(0, n, 50)))


@case(1, "")
def object_too_large(n):
    return "char a[3000000000u];\n" + main_with("")


@case(1, "")
def array_too_large(n):
    return "int a[65536][65536];\n" + main_with("")


def measure(cora, made, command, cell, limit):
    name, text = made
    with tempfile.NamedTemporaryFile("w", suffix=".cell.c" if cell else ".c", encoding="utf-8", errors="surrogateescape") as file:
        file.write(text)
        file.flush()

        def bound():
            resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run = subprocess.run([cora, command] + (["--cell"] if cell else []) + [file.name], capture_output=True, preexec_fn=bound,
                             stdin=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return run, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cora", default="build/cora")
    parser.add_argument("--times", action="store_true")
    parser.add_argument("--seconds", type=int, default=SECONDS)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    failed = passed = 0
    for name, make, size, message, command, cell in CASES:
        if options.names and name not in options.names:
            continue
        cell = cell or name == "lines_of_a_cell"
        run, spent = measure(options.cora, (name, make(size)), command, cell, options.seconds)
        err = run.stderr.decode("utf-8", "replace")
        if message is None:
            right = run.returncode == 0
        else:
            right = run.returncode == 65 and message in err and "error" in err
        passed, failed = passed + right, failed + (not right)
        if options.times:
            _, less = measure(options.cora, (name, make(size // 4)), command, cell, options.seconds)
            print("%-34s %8d  %6.2f s, a quarter %6.2f s  x%.1f  %d bytes of messages: %s" % (
                name, size, spent, less, spent / max(less, 0.005), len(err), err[:100].split("\n")[0]))
        if not right:
            print("FAIL %s: exit status %d after %.1f s%s\n    %s" % (name, run.returncode, spent,
                  "" if message is None else ", wanted: error with %r" % message, err[:600].replace("\n", "\n    ")))
    print("%d passed, %d failed" % (passed, failed))
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
