// The struct is not const, one of its members is.
struct account {
    double balance;
    const int number;
    int visits;
};

int main(void) {
    struct account mine = {10.5, 1234, 0};
    mine.balance += 1;
    mine.visits++;
    int *number = (int *)&mine.number;
    *number = 1; // trap: write to the const member `number` of `struct account mine`, which cannot be changed
    return 0;
}
