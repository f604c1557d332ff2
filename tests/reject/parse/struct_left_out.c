// note: did you mean `struct node`? the type's name is both words
struct node { struct node *next; };
int main(void) {
    node *list = NULL; // error: unknown type name `node`
    return 0;
}
