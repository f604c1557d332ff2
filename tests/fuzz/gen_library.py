#!/usr/bin/python3
"""Write a C program that calls the standard library: gen_library.py SEED.

A program is a handful of scenes, each a function of its own about one corner of the library (SCENES below names them), and prints
all that C lets it see: results, what was stored, errno. No call in it is undefined, and nothing printed depends on addresses or
on the day. Values reach <math.h> through volatile objects, or gcc would compute them itself, and better than its library does.
"""
import random
import struct
import sys

from gen_library_files import files
from gen_library_text import scanning, strings, wide

HEADERS = ["ctype", "errno", "fenv", "float", "inttypes", "limits", "locale", "math", "stdarg", "stddef", "stdint", "stdio", "stdlib",
           "string", "strings", "time", "uchar", "wchar", "wctype"]
# gcc 12 has neither header; its builtins say what they should.
NEWER = """#if __has_include(<stdbit.h>)
#include <stdbit.h>
#include <stdckdint.h>
#else
#define stdc_leading_zeros(x) ((unsigned)((x) ? __builtin_clzl(x) - 64 + 8 * (int)sizeof(x) : 8 * (int)sizeof(x)))
#define stdc_trailing_zeros(x) ((unsigned)((x) ? __builtin_ctzl(x) : 8 * (int)sizeof(x)))
#define stdc_count_ones(x) ((unsigned)__builtin_popcountl(x))
#define stdc_count_zeros(x) ((unsigned)(8 * (int)sizeof(x) - __builtin_popcountl(x)))
#define stdc_has_single_bit(x) (__builtin_popcountl(x) == 1)
#define stdc_bit_width(x) ((unsigned)((x) ? 64 - __builtin_clzl(x) : 0))
#define stdc_bit_floor(x) ((__typeof__(x))((x) ? 1UL << (63 - __builtin_clzl(x)) : 0))
#define stdc_first_trailing_one(x) ((unsigned)__builtin_ffsl(x))
#define ckd_add(r, a, b) __builtin_add_overflow(a, b, r)
#define ckd_sub(r, a, b) __builtin_sub_overflow(a, b, r)
#define ckd_mul(r, a, b) __builtin_mul_overflow(a, b, r)
#endif"""
DOUBLES = ["0.0", "-0.0", "1.0", "-1.0", "0.5", "-2.5", "3.5", "1e-5", "123456.789", "9.9999995", "0.1", "1e22", "1e23", "-1e100", "DBL_MAX",
           "DBL_MIN", "DBL_EPSILON", "5e-324", "2.2250738585072011e-308", "(1.0 / 0.0)", "(-1.0 / 0.0)", "0x1.8p-3", "99999.95", "0.00012345",
           "1e15", "1e16", "1e17", "2147483648.5", "M_PI", "-M_E", "0.9999999999999999", "8.5", "1e5", "1e6", "999999.5", "20.25"]


def c_string(text):
    """A C literal for the bytes in text; digits behind an escape are no part of it."""
    return '"' + "".join(c if "!" < c < "~" and c not in '?\\"' or c == " " else "\\%03o" % ord(c) for c in text) + '"'


class Program:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.body = []

    def say(self, text, *values):
        self.body.append("    " + (text % values if values else text))

    def pick(self, *choices):
        return self.random.choice(choices)

    def double(self):
        roll = self.random.random()
        if roll < 0.5:
            return self.pick(*DOUBLES)
        if roll < 0.8:
            return "%r" % self.random.uniform(-1000, 1000)
        value = struct.unpack("<d", struct.pack("<Q", self.random.getrandbits(64)))[0]
        return value.hex() if value == value and abs(value) <= 1.7e308 else "0.25"

    def integer(self, bits, signed):
        high = (1 << (bits - signed)) - 1
        low = -high - 1 if signed else 0
        value = self.pick(0, 1, low, high, self.random.randint(low, high), self.random.randint(max(low, -100), 100), 10, 255 & high)
        return "(-%dL - 1)" % (-value - 1) if value < 0 else "%d%s" % (value, "UL" if value >= 1 << 63 else "L")

    def word(self, most=12, alphabet="abcABC xyz,.;019_-"):
        return "".join(self.pick(*alphabet) for _ in range(self.random.randint(0, most)))


INTEGERS = [("hh", 8, "char"), ("h", 16, "short"), ("", 32, "int"), ("l", 64, "long"), ("ll", 64, "long long"), ("j", 64, "intmax_t"),
            ("z", 64, "size_t"), ("t", 64, "ptrdiff_t")]


def directive(p):
    """One conversion of printf: its text, its arguments. Flags that C leaves undefined for it are not there."""
    kind = p.pick(*"ddiiuoxXcsfFeEgGaAfegp%nS")
    flags = {"d": "-+ 0", "i": "-+ 0", "u": "-0", "o": "-0#", "x": "-0#", "X": "-0#", "c": "-", "s": "-", "p": "-"}.get(kind, "-+ 0#")
    text = "%" + "".join(f for f in flags if p.random.random() < 0.25)
    arguments = []
    if kind == "%":
        return "%%", []
    if kind == "n":
        return "%n", ["&length"]
    if p.random.random() < 0.5:
        wide_star = p.random.random() < 0.2
        text += "*" if wide_star else str(p.random.randint(1, 30))
        arguments += ["%d" % p.random.randint(-20, 20)] if wide_star else []
    if p.random.random() < 0.5 and kind not in "cpS":
        star = p.random.random() < 0.2
        text += ".*" if star else p.pick(".", ".%d" % p.random.randint(0, 25))
        arguments += ["%d" % p.random.randint(-3, 12)] if star else []
    if kind in "diuoxX":
        length, bits, spelling = p.pick(*INTEGERS)
        signed = kind in "di"
        if not signed:
            spelling = {"size_t": "size_t", "intmax_t": "uintmax_t", "ptrdiff_t": "size_t"}.get(spelling, "unsigned " + spelling)
        elif spelling == "size_t":
            spelling = "ssize_t"
        elif spelling == "char":
            spelling = "signed char"
        return text + length + kind, arguments + ["(%s)%s" % (spelling, p.integer(bits, signed))]
    if kind == "c":
        return text + "c", arguments + ["'%s'" % p.pick(*"azAZ09 ")]
    if kind == "s":
        return text + "s", arguments + [c_string(p.word(20) + p.pick("", "\t", "x" * 300))]
    if kind == "S":
        return text + "ls", arguments + ["L" + c_string(p.word(8))]
    if kind == "p":
        return text + "p", arguments + ["(void *)0"]
    if p.random.random() < 0.1 and kind not in "aA":
        return text + "L" + kind, arguments + ["(long double)%s" % p.pick("0.5", "-1024.0", "3.0", "1e10")]
    return text + p.pick("", "l") + kind, arguments + [p.double()]


def printing(p):
    p.say("char text[4096]; int length = -1;")
    for _ in range(12):
        format_text, arguments = "", []
        for _ in range(p.random.randint(1, 4)):
            text, more = directive(p)
            format_text += "[" + text + "]"
            arguments += more
        call = "".join(", " + a for a in [c_string(format_text)] + arguments)
        p.say("length = -1;")
        if p.random.random() < 0.3:
            p.say('printf("%%d ", snprintf(text, %d%s)); puts(text);', p.random.randint(1, 60), call)
        else:
            p.say('printf("%%d ", sprintf(text%s)); puts(text); printf("%%d\\n", length);', call)


def numbers(p):
    """strtol and kin: odd inputs, where they end, errno."""
    pieces = [" ", "\t\n", "+", "-", "0x", "0X", "0", "07", "9", "12", "99999999999999999999", "2147483648", "9223372036854775807",
              "9223372036854775808", "18446744073709551615", "18446744073709551616", "z", "Zz", "ff", "g", ".", "e", "e5", "E-3", "e+", "p1", "inf",
              "INFINITY", "nan", "nan(12)", "nan(", "1.5", "1e400", "1e-400", "4.9e-324", "0x1.8p3", "0x.8", "1e39", "3.4028236e38", ""]
    for _ in range(25):
        text = c_string("".join(p.pick(*pieces) for _ in range(p.random.randint(1, 4))))
        name = p.pick("strtol", "strtoul", "strtoll", "strtoull", "strtoimax", "strtoumax", "strtod", "strtof")
        p.say("{ const char *s = %s; char *end; errno = 0;", text)
        if name in ("strtod", "strtof"):
            p.say('  double x = %s(s, &end); printf("%%a %%d %%d\\n", isnan(x) ? 7 : x, (int)(end - s), errno); }', name)
        else:
            base = p.pick(0, 0, 10, 10, 16, 8, 2, 36, 3)
            p.say('  long x = (long)%s(s, &end, %d); printf("%%ld %%d %%d\\n", x, (int)(end - s), errno); }', name, base)
    p.say('printf("%%d %%ld %%g\\n", atoi("%d"), atol(" %d x"), atof("%s"));', p.random.randint(-999, 999), p.random.getrandbits(40), p.pick("2.5x", "", "-1e3"))


ONE = ("acos asin atan cos sin tan acosh asinh atanh cosh sinh tanh exp exp2 expm1 log log10 log1p log2 logb cbrt fabs sqrt erf erfc tgamma "
       "lgamma ceil floor nearbyint rint round trunc").split()
TWO = "atan2 hypot pow fmod remainder copysign nextafter fdim fmax fmin".split()


def maths(p):
    p.say("volatile double x, y; volatile float f, g; int n; double r, whole;")
    show = 'if (isnan(r)) puts("nan"); else printf("%a ", r);'
    for _ in range(20):
        p.say("x = %s; y = %s; f = (float)x; g = (float)y; errno = 0;", p.pick("(0.0 / 0.0)", p.double(), p.double(), p.double(), p.double()), p.double())
        roll = p.random.random()
        if roll < 0.5:
            name = p.pick(*ONE)
            p.say('r = %s(x); %s r = %sf(f); %s printf("%s %%d\\n", errno);', name, show, name, show, name)
        elif roll < 0.8:
            name = p.pick(*TWO)
            p.say('r = %s(x, y); %s r = %sf(f, g); %s printf("%s %%d\\n", errno);', name, show, name, show, name)
        elif roll < 0.9:
            p.say("r = frexp(x, &n); if (isfinite(x)) { %s printf(\"%%d \", n); } r = modf(x, &whole); %s printf(\"%%a\\n\", isnan(whole) ? 7 : whole);" % (show, show))
            p.say("r = ldexp(x, %d); %s r = scalbn(y, %d); %s r = fma(x, y, 1.5); %s puts(\"\");" %
                  (p.random.randint(-1100, 1100), show, p.random.randint(-60, 60), show, show))
        else:
            p.say('printf("%d%d%d%d%d %d%d%d%d%d%d\\n", !!isnan(x), !!isinf(x), !!isfinite(x), !!isnormal(x), isnan(x) ? 0 : !!signbit(x), '
                  "isgreater(x, y), isgreaterequal(x, y), isless(x, y), islessequal(x, y), islessgreater(x, y), isunordered(x, y));")
            p.say('printf("%d %d\\n", fpclassify(x) == FP_SUBNORMAL, fpclassify(f) == FP_ZERO);')
            p.say('if (fabs(x) < 1e9) printf("%ld %ld %lld %d\\n", lrint(x), lround(x), llround(x), ilogb(x));')
            p.say('if (isfinite(x) && y != 0) { r = remquo(x, y, &n); %s printf("%%d\\n", n & 7); }' % show)


def classes(p):
    names = "alnum alpha blank cntrl digit graph lower print punct space upper xdigit".split()
    def of(prefix):
        return " + ".join("(%s%s(c) ? %d : 0)" % (prefix, n, 1 << i) for i, n in enumerate(names))
    p.say('for (int c = -1; c < 256; c++) printf("%%d ", %s); puts("");', of("is"))
    p.say('for (int c = -1; c < 256; c++) printf("%d %d ", tolower(c), toupper(c)); puts("");')
    p.say('for (wint_t c = 0; c < 128; c++) printf("%%d ", %s); puts("");', of("isw"))
    p.say('for (wint_t c = 0; c < 128; c++) printf("%d %d ", towlower(c), towupper(c)); puts("");')


def sorting(p):
    kind, text = p.pick(("int", "%d"), ("long", "%ld"), ("double", "%g"), ("char", "%d"), ("short", "%d"))
    count = p.random.randint(1, 40)
    values = [str(p.random.randint(-60, 60)) for _ in range(count)]
    p.say("%s a[] = {%s};", kind, ", ".join(values))
    p.say("qsort(a, %d, sizeof a[0], up_%s);", count, kind)
    p.say('for (int i = 0; i < %d; i++) printf("%s ", a[i]);', count, text)
    p.say('for (int i = -60; i <= 60; i++) { %s key = i; %s *hit = bsearch(&key, a, %d, sizeof key, up_%s); printf("%%d", hit ? *hit == key : 2); }' % (kind, kind, count, kind))
    p.say("qsort(a, %d, sizeof a[0], down_%s); printf(\"\\n%%g %%g\\n\", (double)a[0], (double)a[%d]);" % (p.random.randint(0, count), kind, count - 1))
    n, d = p.random.randint(-10**6, 10**6), p.pick(1, -1, 7, -7, 1000, 3)
    p.say("div_t q = div(%d, %d); ldiv_t l = ldiv(%dL, %d); lldiv_t ll = lldiv(%d, %d); imaxdiv_t m = imaxdiv(%d, %d);" % (n, d, n << 20, d, n, d, n, d))
    p.say('printf("%d %d %ld %ld %lld %lld %jd %jd\\n", q.quot, q.rem, l.quot, l.rem, ll.quot, ll.rem, m.quot, m.rem);')
    p.say('printf("%%d %%ld %%lld %%jd\\n", abs(%d), labs(%d), llabs(%d), imaxabs(%d));' % (n, n, n, n))
    p.say("srand(%d); int first = rand(); srand(%d); printf(\"%%d\\n\", first == rand());" % (d & 63, d & 63))


def dates(p):
    p.say("struct tm t = {0}; char text[400]; time_t when;")
    for _ in range(6):
        p.say("memset(&t, 0, sizeof t);")
        for field, low, high in (("sec", -100, 200), ("min", -100, 200), ("hour", -50, 80), ("mday", -40, 80), ("mon", -30, 40), ("year", -60, 300)):
            p.say("t.tm_%s = %d;", field, p.random.randint(low, high))
        p.say('when = mktime(&t); printf("%ld %d-%d-%d %d:%d:%d %d %d\\n", (long)when, t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday);')
        p.say('fputs(asctime(&t), stdout); fputs(ctime(&when), stdout); printf("%ld %g\\n", (long)timegm(gmtime(&when)), difftime(when, 86400));')
        conversions = "".join("%" + p.pick("", "", "", "E" if c in "cCxXyY" else "O" if c in "deHImMSuUVwWy" else "") + c + "|" for c in p.random.sample("aAbBcCdDeFgGhHIjmMnprRStTuUVwWxXyYzZ%", 12))
        p.say('{ size_t n = strftime(text, sizeof text, %s, &t); printf("%%zu %%s\\n", n, text); }', c_string(conversions))
        p.say('printf("%%zu\\n", strftime(text, %d, "%%%%Y-%%%%m-%%%%d", gmtime(&when)));', p.random.randint(1, 13))


def bits(p):
    for _ in range(8):
        kind, width = p.pick(("unsigned char", 8), ("unsigned short", 16), ("unsigned int", 32), ("unsigned long", 64))
        p.say("{ %s x = (%s)%s;", kind, kind, p.integer(width, False))
        p.say('  printf("%u %u %u %u %d %u %lu %u\\n", stdc_leading_zeros(x), stdc_trailing_zeros(x), stdc_count_ones(x), stdc_count_zeros(x),')
        p.say("         stdc_has_single_bit(x), stdc_bit_width(x), (unsigned long)stdc_bit_floor(x), stdc_first_trailing_one(x)); }")
        into, size, signed = p.pick(("int", 32, 1), ("unsigned", 32, 0), ("long", 64, 1), ("unsigned long", 64, 0), ("short", 16, 1), ("signed char", 8, 1))
        p.say('{ %s r; int over = ckd_%s(&r, (%s)%s, (%s)%s); printf("%%d %%ld\\n", over, (long)r); }', into,
              p.pick("add", "sub", "mul"), into, p.integer(size, bool(signed)), p.pick("int", "long"), p.integer(32, True))
    for size in (8, 16, 32, 64):
        for macro, kind, signed in (("PRId%d", "int%d_t", True), ("PRIu%d", "uint%d_t", False), ("PRIoLEAST%d", "uint_least%d_t", False),
                                    ("PRIXFAST%d", "uint_fast%d_t", False)):
            p.say('printf("%%" %s "\\n", (%s)%s);', macro % size, kind % size, p.integer(size, signed))
    p.say('int64_t read = 0; int n = sscanf("%d", "%%" SCNd64, &read); printf("%%d %%" PRId64 "\\n", n, read);', p.random.getrandbits(62))


# Scenes, each with its weight.
SCENES = [(printing, 4), (scanning, 4), (numbers, 3), (strings, 3), (classes, 1), (wide, 3), (maths, 4), (sorting, 2), (dates, 2), (files, 4), (bits, 1)]


def generate(seed):
    p = Program(seed)
    lines = ["#include <%s.h>" % header for header in HEADERS] + ["#include <unistd.h>", NEWER]
    for kind in ("int", "long", "double", "char", "short"):
        lines.append("static int up_%s(const void *a, const void *b) { return (*(%s *)a > *(%s *)b) - (*(%s *)a < *(%s *)b); }" % ((kind,) * 5))
        lines.append("static int down_%s(const void *a, const void *b) { return up_%s(b, a); }" % (kind, kind))
    scenes = p.random.choices([s for s, _ in SCENES], [w for _, w in SCENES], k=4)
    for number, scene in enumerate(scenes):
        p.body = []
        scene(p)
        lines += ["static void scene_%d(void) { // %s" % (number, scene.__name__)] + p.body + ["}"]
    lines += ["int main(void) {", '    setlocale(LC_ALL, "C.UTF-8");'] + ["    scene_%d();" % n for n in range(len(scenes))] + ["    return 0;", "}", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(generate(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
