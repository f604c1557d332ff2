struct pair {
    int a, b;
};

int main(void) {
    struct pair p[2] = {{1, 2}, {3, 4}};
    struct pair *q = p + 2;
    return q->a; // trap: IndexError
}
