struct node { struct node *next; };
int main(void) {
    for (node *n = NULL; n; n = n->next) // error: unknown type name `node`
        puts("x");
    return 0;
}
