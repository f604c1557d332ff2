// A keyword in front of a tag is misspelt: not a type's name, and no `;` is missing.
struct node { struuct node *next; int value; }; // error: unknown word `struuct`
int main(void) {
    unoin number { int i; float f; } n; // error: unknown word `unoin`
    return 0;
}
