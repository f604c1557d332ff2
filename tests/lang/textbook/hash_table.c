// A hash table with chaining.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HASHSIZE 101
struct nlist {
    struct nlist *next;
    char *name;
    char *defn;
};
static struct nlist *hashtab[HASHSIZE];

static unsigned hash(const char *s) {
    unsigned hashval;
    for (hashval = 0; *s != '\0'; s++)
        hashval = (unsigned)*s + 31 * hashval;
    return hashval % HASHSIZE;
}

static struct nlist *lookup(const char *s) {
    struct nlist *np;
    for (np = hashtab[hash(s)]; np != NULL; np = np->next)
        if (strcmp(s, np->name) == 0)
            return np;
    return NULL;
}

static struct nlist *install(const char *name, const char *defn) {
    struct nlist *np;
    if ((np = lookup(name)) == NULL) {
        np = malloc(sizeof *np);
        if (np == NULL || (np->name = strdup(name)) == NULL)
            return NULL;
        unsigned hashval = hash(name);
        np->next = hashtab[hashval];
        hashtab[hashval] = np;
    } else {
        free(np->defn);
    }
    if ((np->defn = strdup(defn)) == NULL)
        return NULL;
    return np;
}

int main(void) {
    char key[16], value[16];
    for (int i = 0; i < 500; i++) {
        sprintf(key, "key%d", i);
        sprintf(value, "%d", i * 7);
        install(key, value);
    }
    install("key42", "changed");
    printf("%s %s %s\n", lookup("key42")->defn, lookup("key499")->defn, lookup("nothing") ? "yes" : "no");
    return 0;
}

// expect: changed 3493 no
