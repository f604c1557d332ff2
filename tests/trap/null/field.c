struct node {
    struct node *next;
    int value;
};

int main(void) {
    struct node *n = 0;
    return n->value; // trap: NullPointer
}
