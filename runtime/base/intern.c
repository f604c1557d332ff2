// intern.c: the table of names.
//
// What enters is a spelling, what leaves is the one Name with that spelling; it stays
// where it is until the interner goes, so a Name's address is its identity. Buckets are
// chains through Name.next; the table doubles when there are as many names as buckets.
// The hash reads eight bytes at a time: most identifiers are one or two steps. It is the
// same in every process: the index of the library's names is made with it (library.h).
//
// One name larger than a chunk is fine; names are never freed singly (a session sees some
// thousands).
#include "base/intern.h"

#include "base/arena.h"

#include <assert.h>
#include <string.h>

struct Interner {
    Arena arena; // the Names
    Name **buckets;
    uint32_t bucket_count; // a power of two
    uint32_t name_count;
    void (*born)(void *ctx, Name *name); // or NULL
    void *born_ctx;
};

// Multiply and fold; names of a program are few and not chosen by an attacker who could
// gain by it.
uint32_t intern_hash(const char *text, size_t size_bytes) {
    const uint64_t multiplier = 0x9E3779B97F4A7C15u;
    uint64_t hash = size_bytes * multiplier;
    while (size_bytes >= 8) {
        uint64_t word;
        memcpy(&word, text, 8);
        hash = (hash ^ word) * multiplier;
        hash ^= hash >> 32;
        text += 8;
        size_bytes -= 8;
    }
    uint64_t rest = 0;
    for (size_t i = 0; i < size_bytes; i++)
        rest |= (uint64_t)(unsigned char)text[i] << (8 * i);
    hash = (hash ^ rest) * multiplier;
    return (uint32_t)(hash >> 32);
}

Interner *intern_new(void) {
    Interner *interner = mem_alloc(sizeof *interner);
    arena_init(&interner->arena);
    interner->bucket_count = 2048;
    interner->buckets = mem_alloc(interner->bucket_count * sizeof(Name *));
    return interner;
}

void intern_on_birth(Interner *interner, void (*born)(void *ctx, Name *name), void *ctx) {
    interner->born = born;
    interner->born_ctx = ctx;
}

void intern_destroy(Interner **interner) {
    if (!*interner)
        return;
    arena_deinit(&(*interner)->arena);
    mem_free((*interner)->buckets);
    mem_free(*interner);
    *interner = NULL;
}

// The hash is compared first: a chain is walked without touching the texts.
static Name *find(const Interner *interner, uint32_t hash, const char *text,
                  size_t size_bytes) {
    Name *name = interner->buckets[hash & (interner->bucket_count - 1)];
    while (name && (name->hash != hash || name->size_bytes != size_bytes ||
                    memcmp(name->text, text, size_bytes) != 0))
        name = name->next;
    return name;
}

// Names keep their hashes, so moving them to a larger table computes nothing.
static void grow(Interner *interner) {
    uint32_t count = interner->bucket_count * 2;
    Name **buckets = mem_alloc(count * sizeof(Name *));
    for (uint32_t i = 0; i < interner->bucket_count; i++) {
        for (Name *name = interner->buckets[i], *next; name; name = next) {
            next = name->next;
            name->next = buckets[name->hash & (count - 1)];
            buckets[name->hash & (count - 1)] = name;
        }
    }
    mem_free(interner->buckets);
    interner->buckets = buckets;
    interner->bucket_count = count;
}

// The text may point anywhere, into a source for instance: it is copied when it is new.
Name *intern_get(Interner *interner, const char *text, size_t size_bytes) {
    assert(size_bytes < UINT32_MAX);
    uint32_t hash = intern_hash(text, size_bytes);
    Name *name = find(interner, hash, text, size_bytes);
    if (LIKELY(name))
        return name;
    if (interner->name_count >= interner->bucket_count)
        grow(interner);
    name = arena_alloc(&interner->arena, sizeof(Name) + size_bytes + 1);
    name->hash = hash;
    name->size_bytes = (uint32_t)size_bytes;
    memcpy(name->text, text, size_bytes);
    Name **bucket = &interner->buckets[hash & (interner->bucket_count - 1)];
    name->next = *bucket;
    *bucket = name;
    interner->name_count++;
    if (interner->born)
        interner->born(interner->born_ctx, name);
    return name;
}

Name *intern_cstr(Interner *interner, const char *text) {
    return intern_get(interner, text, strlen(text));
}

Name *intern_find(const Interner *interner, const char *text, size_t size_bytes) {
    return find(interner, intern_hash(text, size_bytes), text, size_bytes);
}

void intern_each(const Interner *interner, void (*visit)(void *ctx, Name *name),
                 void *ctx) {
    for (uint32_t i = 0; i < interner->bucket_count; i++)
        for (Name *name = interner->buckets[i]; name; name = name->next)
            visit(ctx, name);
}
