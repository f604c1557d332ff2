// history.c: see history.h.
#include "history.h"

#include "units.h"

#include <assert.h>
#include <stdlib.h>

void history_init(History *history) {
    *history = (History){0};
    pthread_mutex_init(&history->mutex, NULL);
}

// Frees what the first `count` entries own.
static void free_entries(HistoryEntry *entries, size_t count) {
    for (size_t i = 0; i < count; i++) {
        free(entries[i].input);
        free(entries[i].output);
    }
}

void history_deinit(History *history) {
    free_entries(history->entries, history->count);
    free(history->entries);
    pthread_mutex_destroy(&history->mutex);
    *history = (History){0};
}

// Room for one more entry: the older half goes when the bound is reached, so that
// forgetting costs little on average.
static void make_room(History *history) {
    if (history->count >= HISTORY_ENTRIES_MAX) {
        size_t half = history->count / 2;
        free_entries(history->entries, half);
        history->count -= half;
        memmove(history->entries, history->entries + half,
                history->count * sizeof *history->entries);
    }
    if (history->count == history->capacity) {
        size_t capacity = history->capacity ? history->capacity * 2 : 32;
        HistoryEntry *entries = bytes_alloc(capacity * sizeof *entries);
        if (history->count > 0) {
            memcpy(entries, history->entries, history->count * sizeof *entries);
        }
        free(history->entries);
        history->entries = entries;
        history->capacity = capacity;
    }
}

void history_add(History *history, int line, Bytes input) {
    pthread_mutex_lock(&history->mutex);
    make_room(history);
    history->entries[history->count++] =
        (HistoryEntry){line, bytes_copy(input), input.size, NULL};
    pthread_mutex_unlock(&history->mutex);
}

void history_set_output(History *history, int line, Bytes output) {
    pthread_mutex_lock(&history->mutex);
    for (size_t i = history->count; i > 0; i--) {
        HistoryEntry *entry = &history->entries[i - 1];
        if (entry->line == line) {
            free(entry->output);
            entry->output = bytes_copy(output);
            break;
        }
    }
    pthread_mutex_unlock(&history->mutex);
}

// ---------------------------------------------------------------- glob

// Bytes of the character at `text`, which is not at its end.
static size_t char_size(const char *text) {
    size_t size = units_sequence_size((Bytes){text, strnlen(text, 4)});
    return size ? size : 1;
}

// Matches one character of `text` against the set that begins behind `[`. Returns the
// pattern behind `]`, or NULL when it does not match or is not closed. Bytes only: ranges
// of characters beyond ASCII are not a thing people type into a history search.
static const char *match_set(const char *set, unsigned char c) {
    bool negated = *set == '^' || *set == '!';
    set += negated ? 1 : 0;
    bool found = false;
    const char *at = set;
    do {
        if (*at == '\0') {
            return NULL;
        }
        if (at[1] == '-' && at[2] != ']' && at[2] != '\0') {
            found |= c >= (unsigned char)at[0] && c <= (unsigned char)at[2];
            at += 3;
        } else {
            found |= c == (unsigned char)*at;
            at++;
        }
    } while (*at != ']');
    return found != negated ? at + 1 : NULL;
}

// Matches one character of both; returns the pattern behind it, NULL: no match.
static const char *match_one(const char *pattern, const char *text, size_t size) {
    if (*pattern == '?') {
        return pattern + 1;
    }
    if (*pattern == '[') {
        return match_set(pattern + 1, (unsigned char)*text);
    }
    return strncmp(pattern, text, size) == 0 ? pattern + size : NULL;
}

bool history_glob(const char *pattern, const char *text) {
    // One `*` is remembered at a time: when a later match fails, the last one takes one
    // more character. Earlier ones never need to, so this takes at most n * m steps.
    const char *star = NULL;
    const char *star_text = NULL;
    while (*text) {
        if (*pattern == '*') {
            star = ++pattern;
            star_text = text;
            continue;
        }
        size_t size = char_size(text);
        const char *next = *pattern ? match_one(pattern, text, size) : NULL;
        if (next) {
            pattern = next;
            text += size;
        } else if (star) {
            star_text += char_size(star_text);
            pattern = star;
            text = star_text;
        } else {
            return false;
        }
    }
    while (*pattern == '*') {
        pattern++;
    }
    return *pattern == '\0';
}

// ---------------------------------------------------------------- queries

// Does entry number i belong to the answer? `start` and `stop` are lines, for a range.
static bool is_wanted(const History *history, const HistoryQuery *query, size_t i,
                      int64_t start, int64_t stop) {
    const HistoryEntry *entry = &history->entries[i];
    switch (query->access) {
    case HISTORY_RANGE:
        return entry->line >= start && entry->line < stop;
    case HISTORY_TAIL:
        return true;
    case HISTORY_SEARCH:
        return history_glob(query->pattern ? query->pattern : "*", entry->input);
    }
    return false;
}

// Was an equal input chosen already? The walk is from the end, so that one came later.
static bool occurs_later(const History *history, const size_t *chosen, size_t count,
                         size_t i) {
    for (size_t k = 0; k < count; k++) {
        if (strcmp(history->entries[chosen[k]].input, history->entries[i].input) == 0) {
            return true;
        }
    }
    return false;
}

// [session, line, input] or [session, line, [input, output]].
static void write_entry(const HistoryEntry *entry, bool with_output, JsonOut *out) {
    out_open(out, '[');
    out_int(out, HISTORY_SESSION);
    out_int(out, entry->line);
    if (with_output) {
        out_open(out, '[');
    }
    out_string(out, (Bytes){entry->input, entry->input_size});
    if (with_output) {
        if (entry->output) {
            out_text(out, entry->output);
        } else {
            out_null(out);
        }
        out_close(out, ']');
    }
    out_close(out, ']');
}

void history_write(History *history, const HistoryQuery *query, JsonOut *out) {
    pthread_mutex_lock(&history->mutex);
    int64_t end = history->count ? history->entries[history->count - 1].line + 1 : 1;
    int64_t start = query->start < 0 ? end + query->start : query->start;
    int64_t stop = query->has_stop ? query->stop : end;
    stop = stop < 0 ? end + stop : stop;
    bool here = query->access != HISTORY_RANGE || query->session == 0 ||
                query->session == HISTORY_SESSION;
    size_t limit =
        query->access != HISTORY_RANGE && query->n >= 0 ? (size_t)query->n : SIZE_MAX;
    // From the end, because "the last n" and "only the last of equal ones" count from
    // there; written the other way round.
    size_t *chosen = bytes_alloc(history->count * sizeof *chosen);
    size_t count = 0;
    for (size_t i = history->count; here && i > 0 && count < limit; i--) {
        if (is_wanted(history, query, i - 1, start, stop) &&
            !(query->unique && occurs_later(history, chosen, count, i - 1))) {
            chosen[count++] = i - 1;
        }
    }
    out_open(out, '[');
    while (count > 0) {
        write_entry(&history->entries[chosen[--count]], query->output, out);
    }
    out_close(out, ']');
    free(chosen);
    pthread_mutex_unlock(&history->mutex);
}

void history_list(History *history, int64_t n, bool numbered, Buf *out) {
    pthread_mutex_lock(&history->mutex);
    size_t first = n < 0 || (size_t)n > history->count ? 0 : history->count - (size_t)n;
    for (size_t i = first; i < history->count; i++) {
        const HistoryEntry *entry = &history->entries[i];
        if (numbered) {
            buf_printf(out, "In[%d]: ", entry->line);
        }
        buf_add(out, (Bytes){entry->input, entry->input_size});
        buf_add_char(out, '\n');
    }
    pthread_mutex_unlock(&history->mutex);
}
