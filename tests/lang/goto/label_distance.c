// Distances between labels in a table without addresses (gcc manual, "Labels as Values").
int main(void) {
    static const int way[] = {&&zero - &&zero, &&one - &&zero, &&two - &&zero};
    for (int i = 0; i < 3; i++) {
        goto *(&&zero + way[i]);
    zero:
        printf("zero\n"); // expect: zero
        continue;
    one:
        printf("one\n"); // expect: one
        continue;
    two:
        printf("two\n"); // expect: two
    }
    return 0;
}
