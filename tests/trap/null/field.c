struct node {
    struct node *next;
    int value;
};

int main(void) {
    struct node *n = 0;
    return n->value; // trap: NullPointer
}
// stderr: give it an address first (`&x`, malloc), or ask before (`if (n != NULL)`)
