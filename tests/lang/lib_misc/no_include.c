// Every header's names are visible without #include, the seldom used ones' too.
int main(void) {
    char32_t wide = U'é';
    fenv_t environment;
    fegetenv(&environment);
    fesetenv(&environment);
    struct timeval now;
    atomic_int count = 3;
    atomic_fetch_add(&count, 2);
    int plain = 1, sum;
    __sync_fetch_and_add(&plain, 1);
    bool overflows = ckd_add(&sum, INT_MAX, 1);
    // expect: 233 5 2 1 3 0
    printf("%u %d %d %d %u %d\n", (unsigned)wide, count, plain, overflows,
           stdc_count_ones(7u), gettimeofday(&now, NULL));
    // expect: C .
    printf("%s %s\n", setlocale(LC_ALL, NULL), localeconv()->decimal_point);
}
