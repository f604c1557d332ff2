// vocabulary.h: what mutate.c puts into the inputs of a target that are no C. A target that
// has no vocabulary gets C's words (words.h).
#ifndef TESTS_FUZZ_VOCABULARY_H
#define TESTS_FUZZ_VOCABULARY_H

#include <stddef.h>

typedef struct FuzzVocabulary {
    const char *const *words;
    size_t word_count;
    const char *const *pieces; // @ stands for what the mutator puts there
    size_t piece_count;
} FuzzVocabulary;

extern const FuzzVocabulary fuzz_vocabulary __attribute__((weak));

#endif
