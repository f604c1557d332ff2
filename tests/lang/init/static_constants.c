// What gcc counts as constant in the initialiser of a static object, beyond what C17 6.6
// asks for: values of const objects, characters of literals, addresses as conditions.
struct S { char c; int i; double d[2]; };
const int n = 5;
const double half = 0.5;
const int table[3] = {1, 2, 3};
const struct S record = {'r', 7, {0.5, 0.25}};

int twice = n * 2, second = table[1], part = record.i;
double same = half, quarter = record.d[1] + half;
char letter = "abc"[1];
int a[4], b;
int is_set = &a[0] != 0, is_not = !a, both = a && n, apart = &a[1] == &b;
int *chosen = a ? a + n - 3 : &b;
long sum = 8 + (long)a, behind = (long)&a[2] - 4;
int distance = (int)(long)&((struct S *)0)->d[1];
char room[(unsigned long)&((struct S *)0)->i];
long steps = (char *)&((struct S *)0)->d - (char *)0;
int copied[] = (int[3]){7, 8, 9};
int ones = __builtin_popcount(255), bit = __builtin_ffs(8) + __builtin_clz(1);
unsigned long length = __builtin_strlen("four"), plain = strlen("plain");
double root = sqrt(16.0) + __builtin_fabs(-1.0);
char bytes[__builtin_ctz(8)];
int count = 5, // read by none of these, for the left side decides (C17 6.5.13p4)
    never = 0 && count, always = 1 || count, inner = (2 - 2 && count++) + 4;

int main(void) {
    static int local = n + 1;
    printf("%d %d %d %d\n", twice, second, part, local);  // expect: 10 2 7 6
    printf("%g %g %c\n", same, quarter, letter);          // expect: 0.5 0.75 b
    printf("%d%d%d%d\n", is_set, is_not, both, apart);    // expect: 1010
    printf("%d %d\n", chosen == &a[2], sum == (long)&a[2]); // expect: 1 1
    printf("%d %d %zu %ld\n", behind == (long)&a[1], distance, sizeof room, steps); // expect: 1 16 4 8
    printf("%d %zu\n", copied[2], sizeof copied);         // expect: 9 12
    printf("%d %d %lu %lu %g %zu\n", ones, bit, length, plain, root, sizeof bytes); // expect: 8 35 4 5 5 3
    printf("%d %d %d %d\n", never, always, inner, count); // expect: 0 1 4 5
    switch (8) {
    case __builtin_popcount(255): printf("eight\n");      // expect: eight
    }
    return 0;
}
