"""The scene of gen_library.py about streams: files opened in every mode, read, written, moved in and given back to."""

# What may follow what on a stream that is open for update (C17 7.21.5.3p7): a move stands between reading and writing.
READS = ['c = getc(f); printf("%d ", c);', 'c = fgetc(f); printf("%d ", c);', 'q = fgets(line, {n}, f); printf("<%s>", q ? q : "NULL");',
         'memset(line, \'.\', 40); n = fread(line, {m}, {n}, f); printf("%zu ", n); fwrite(line, 1, 40, stdout);',
         'i = -1; n = fscanf(f, "%9d", &i); printf("%d %d ", (int)n, i);', 'c = getc(f); if (c != EOF) { printf("%d ", ungetc(c, f)); printf("%d ", getc(f)); }',
         'n = getline(&grown, &room, f); printf("%zd:%s ", (ssize_t)n, n == (size_t)-1 ? "" : grown);',
         'n = getdelim(&grown, &room, \',\', f); printf("%zd ", (ssize_t)n);', 'c = ungetc(\'u\', f); printf("%d ", c); if (c != EOF) printf("%d ", getc(f));',
         'line[0] = 0; n = fscanf(f, " %[a-z]", line); printf("%d %s ", (int)n, line);']
WRITES = ['printf("%d ", fputs({text}, f) >= 0);', 'printf("%d ", putc({c}, f));', 'printf("%d ", fprintf(f, "%d,%s\\n", {n}, {text}));',
          'n = fwrite("0123456789abcdef", {m}, {n} % 4, f); printf("%zu ", n);', 'printf("%d ", fputc({c}, f));']
MOVES = ['i = fseek(f, {n}, SEEK_SET); printf("%d %ld ", i, ftell(f));', 'i = fseek(f, -{n}, SEEK_END); printf("%d %ld ", i, ftell(f));',
         'i = fseek(f, {m}, SEEK_CUR); printf("%d %ld ", i, ftell(f));', "rewind(f);", 'fgetpos(f, &at); fsetpos(f, &at); printf("%ld ", ftell(f));',
         'printf("%d ", fseek(f, -1, SEEK_SET) != 0); fseek(f, 0, SEEK_CUR);', 'i = fseeko(f, 0, SEEK_END); printf("%d %ld ", i, (long)ftello(f));']
LOOKS = ['printf("%d %d ", feof(f) != 0, ferror(f) != 0);', 'printf("%d ", fflush(f));', "clearerr(f);"]


def files(p):
    p.say('char line[400], name[] = "/tmp/cora-library-XXXXXX", *q, *grown = NULL; size_t n, room = 0; int c, i; fpos_t at; FILE *f;')
    p.say("close(mkstemp(name));")
    mode = p.pick("w", "w+", "wb", "w+b")
    p.say('f = fopen(name, "%s");', mode)
    if p.random.random() < 0.4:
        p.say('printf("%%d ", setvbuf(f, NULL, %s, %d));', p.pick("_IOFBF", "_IOLBF", "_IONBF"), p.pick(0, 16, 1024))
    for _ in range(p.random.randint(1, 5)):
        p.say(fill(p, p.pick(*WRITES)))
    p.say('printf("%ld ", ftell(f)); printf("%d\\n", fclose(f));')
    for _ in range(3):
        use(p, p.pick("r", "r+", "a", "a+", "rb", "r+b", "w+", "wx"))
    p.say('printf("%d ", remove(name)); i = remove(name); printf("%d %d\\n", i, errno == ENOENT);')
    p.say('errno = 0; f = fopen(name, "r"); printf("%d %d\\n", f == NULL, errno == ENOENT); free(grown);')
    p.say('f = tmpfile(); fputs("abc\\n12", f); rewind(f); while ((c = getc(f)) != EOF) printf("%d ", c); printf("%d ", feof(f) != 0); printf("%d\\n", getc(f)); fclose(f);')


def use(p, mode):
    """Opens the file and does this and that to it; what the mode does not allow fails, and is seen to."""
    p.say('f = fopen(name, "%s"); printf("\\n%s %%d ", f != NULL); if (f) {', mode, mode)
    # What scanf finds wrong in a stream that only writes, glibc does not keep for ferror, as it does for the others.
    reads = READS if mode not in ("a", "wx") else [r for r in READS if "scanf" not in r]
    before = None
    for _ in range(p.random.randint(3, 10)):
        kind = p.pick("read", "read", "write", "move", "look")
        if before in ("read", "write") and kind in ("read", "write") and kind != before:
            p.say(fill(p, p.pick(*MOVES)))
        if kind in ("read", "write"):
            before = kind
        elif kind == "move":
            before = None
        p.say("  " + fill(p, p.pick(*{"read": reads, "write": WRITES, "move": MOVES, "look": LOOKS}[kind])))
    p.say('  printf("%d\\n", fclose(f)); }')


def fill(p, text):
    for hole, value in (("{n}", p.random.randint(1, 12)), ("{m}", p.random.randint(1, 3)), ("{c}", p.random.randint(32, 126)),
                        ("{text}", p.pick('"hello\\n"', '"12 ,x"', '""', '"end"', '"a,b\\n\\n"', '"-5 7"'))):
        text = text.replace(hole, str(value))
    return text
