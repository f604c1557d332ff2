// nearest.c: "did you mean": the candidate with the least edit distance.
//
// Distance is Damerau-Levenshtein in its restricted form (insert, delete, replace, swap
// neighbours: the four ways a finger slips). A candidate that differs in case only is at
// distance 1. Ties go to the one with the same first letter, then to the alphabetically
// smaller, so that the answer does not depend on the order of offering. Declared in
// diag.h.
#include "base/diag.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

enum { NAME_MAX_BYTES = 63 }; // nobody mistypes one letter of a longer name than this

// One slip is allowed in a short name, two from six letters on, and so on by fours: with
// two slips any word of four letters is near another one (`main` is no misspelt `asin`).
static unsigned limit_of(const char *wanted) {
    size_t size = strlen(wanted);
    return size < 6 ? 1 : (unsigned)(size + 2) / 4;
}

static unsigned least(unsigned a, unsigned b) {
    return a < b ? a : b;
}

// Rows of the classic table, three at a time (the swap looks two rows back).
static unsigned distance(const char *a, size_t a_size, const char *b, size_t b_size) {
    unsigned rows[3][NAME_MAX_BYTES + 1];
    assert(a_size <= NAME_MAX_BYTES && b_size <= NAME_MAX_BYTES);
    for (size_t j = 0; j <= b_size; j++)
        rows[0][j] = (unsigned)j;
    for (size_t i = 1; i <= a_size; i++) {
        unsigned *row = rows[i % 3];
        const unsigned *above = rows[(i + 2) % 3], *two_above = rows[(i + 1) % 3];
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= b_size; j++) {
            unsigned best = least(above[j] + 1, row[j - 1] + 1);
            best = least(best, above[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                best = least(best, two_above[j - 2] + 1);
            row[j] = best;
        }
    }
    return rows[a_size % 3][b_size];
}

// ~0u is farther than any candidate.
void nearest_init(Nearest *nearest, const char *wanted) {
    assert(wanted);
    *nearest = (Nearest){.wanted = wanted, .best_distance = ~0u};
}

// Whether `candidate` at the same distance as the best is the better one.
static bool wins_tie(const Nearest *nearest, const char *candidate) {
    bool mine = candidate[0] == nearest->wanted[0];
    bool theirs = nearest->best[0] == nearest->wanted[0];
    if (mine != theirs)
        return mine;
    return strcmp(candidate, nearest->best) < 0;
}

// Lengths that differ by more than the limit need no table: most candidates end there.
void nearest_offer(Nearest *nearest, const char *candidate) {
    size_t a_size = strlen(nearest->wanted), b_size = strlen(candidate);
    unsigned limit = limit_of(nearest->wanted);
    size_t difference = a_size > b_size ? a_size - b_size : b_size - a_size;
    if (a_size > NAME_MAX_BYTES || b_size > NAME_MAX_BYTES || difference > limit)
        return;
    unsigned d = strcasecmp(nearest->wanted, candidate) == 0
                     ? strcmp(nearest->wanted, candidate) != 0
                     : distance(nearest->wanted, a_size, candidate, b_size);
    if (d > limit || d >= a_size) // `x` is not a misspelt `y`
        return;
    if (!nearest->best || d < nearest->best_distance ||
        (d == nearest->best_distance && wins_tie(nearest, candidate))) {
        nearest->best = candidate;
        nearest->best_distance = d;
    }
}

const char *nearest_get(const Nearest *nearest) {
    return nearest->best;
}
