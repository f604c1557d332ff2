struct pair {
    int a, b;
};

int main(void) {
    struct pair p;
    p.a = 1;
    struct pair q = p; // copying what is not initialised is no fault
    return q.b;        // trap: Uninitialised
}
