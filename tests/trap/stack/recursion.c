// stress: the whole stack is moved and marked at every call
int down(int n) {
    return down(n + 1) + 1; // trap: RecursionError
}

int main(void) {
    return down(0);
}
