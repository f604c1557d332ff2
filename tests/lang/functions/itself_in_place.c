// Functions that call themselves: every other call is compiled in place, and its variables are others than those of
// the call around.
#include <stdio.h>
#include <stdlib.h>

struct node { int value; struct node *left, *right; };
struct point { int x, y; };

static int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
static int gcd(int a, int b) { return b == 0 ? a : gcd(b, a % b); }
static int sum(const int *list, int n) {
    int first = list[0];
    if (n == 1) return first;
    int rest = sum(list + 1, n - 1);
    return first + rest;
}
static void hanoi(int n, char from, char by, char to) {
    if (n == 0) return;
    hanoi(n - 1, from, to, by);
    printf("%c%c ", from, to);
    hanoi(n - 1, by, from, to);
}
static int depth(struct node *n) {
    if (!n) return 0;
    int left = depth(n->left), right = depth(n->right);
    return 1 + (left > right ? left : right);
}
static struct node *insert(struct node *n, int value) {
    if (!n) {
        struct node *made = calloc(1, sizeof *made);
        made->value = value;
        return made;
    }
    if (value < n->value) n->left = insert(n->left, value);
    else n->right = insert(n->right, value);
    return n;
}
static int digits(unsigned n, int *count) {
    int mine = n % 10, *out = &mine;
    if (n >= 10) { int later = digits(n / 10, count); *out += 0; mine = mine * 10 + later % 10; }
    ++*count;
    return mine;
}
static int corners(int n) {
    struct point p = {n, n * 2};
    if (n > 0) { int inner = corners(n - 1); p.x += inner; }
    return p.x + p.y;
}
static long changed(long n, long total) {
    if (n <= 0) return total;
    total += n;
    n--;
    long other = changed(n, total);
    return other + n * 0 + (total - total);
}
static int odd(int n);
static int even(int n) { return n == 0 ? 1 : odd(n - 1); }
static int odd(int n) { return n == 0 ? 0 : even(n - 1); }
static int ack(int m, int n) { return m == 0 ? n + 1 : n == 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1)); }
static void free_all(struct node *n) {
    if (n) { free_all(n->left); free_all(n->right); free(n); }
}

int main(void) {
    int list[] = {3, 1, 4, 1, 5, 9, 2, 6}, count = 0;
    printf("%d %d %d %d\n", fib(0), fib(1), fib(2), fib(15));           // expect: 0 1 1 610
    printf("%d %d %d\n", gcd(48, 36), gcd(17, 5), gcd(5, 0));           // expect: 12 1 5
    printf("%d %d\n", sum(list, 8), sum(list, 1));                      // expect: 31 3
    hanoi(3, 'a', 'b', 'c');
    puts("");                                                           // expect: ac ab cb ac ba bc ac 
    struct node *tree = NULL;
    for (int i = 0; i < 8; i++) {
        tree = insert(tree, list[i]);
    }
    printf("%d %d %d\n", depth(tree), depth(tree->left), tree->right->right->value);    // expect: 5 3 5
    free_all(tree);
    int shown = digits(1234567, &count);
    printf("%d %d\n", shown, count);                                    // expect: 71 7
    printf("%d %ld\n", corners(4), changed(10, 0));                     // expect: 30 55
    printf("%d %d %d\n", even(10), odd(10), ack(2, 3));                 // expect: 1 0 9
    return 0;
}
