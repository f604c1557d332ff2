// A variable of the session gets its values among the cell's statements, and is const from there on.
int three(void) {
    return 3;
}
const int primes[2] = {2, three()};
printf("%d\n", primes[1]); // expect: 3
int *p = (int *)primes;
p[0] = 1; // trap: write to `const int primes[2]`
