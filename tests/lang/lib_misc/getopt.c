// Options as getopt reads them: alone, together, with a value behind or in the next word.
int main(void) {
    char *argv[] = {"tool", "-ab", "-ofile", "-o", "other", "-x", "--", "rest", NULL};
    opterr = 0;
    for (int option; (option = getopt(8, argv, "abo:")) != -1;)
        printf("%c=%s ", option, optarg ? optarg : "");
    puts(argv[optind]); // expect: a= b= o=file o=other ?= rest
}
