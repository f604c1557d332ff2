// Programs that must not compile, and ones that get a warning: every file of
// tests/reject, compiled as a file (*.c) or as a cell (*.cell.c).
//
// A line that ends in `// error: TEXT`, `// warning: TEXT` or `// note: TEXT` must get
// such a diagnostic, whose message (or one of whose notes) contains TEXT; no other line
// may get an error.
#include "front_fixture.h"
#include <check.h>
#include <dirent.h>

typedef struct Expectation {
    uint32_t line;
    Severity severity;
    char text[160];
    bool is_met;
} Expectation;

typedef VEC(Expectation) Expectations;

static const char *const words[] = {"// error: ", "// warning: ", "// note: "};

static void read_expectations(const char *text, Expectations *out) {
    uint32_t line = 1;
    for (const char *at = text; *at != '\0'; line++) {
        const char *end = strchr(at, '\n');
        size_t size = end == NULL ? strlen(at) : (size_t)(end - at);
        for (int i = 0; i < 3; i++) {
            const char *found = memmem(at, size, words[i], strlen(words[i]));
            if (found == NULL)
                continue;
            Expectation each = {.line = line, .severity = (Severity)i};
            const char *begin = found + strlen(words[i]);
            snprintf(each.text, sizeof each.text, "%.*s", (int)(at + size - begin), begin);
            vec_push(*out, each);
        }
        at += size + (end != NULL);
    }
}

static bool contains(const Diag *diag, const char *text) {
    if (strstr(diag->message, text) != NULL)
        return true;
    for (const DiagNote *note = diag->notes; note != NULL; note = note->next) {
        if (strstr(note->message, text) != NULL)
            return true;
    }
    return false;
}

static void match(FrontFixture *f, const char *path, const Diag *diag, Expectations *list) {
    uint32_t line = 0, column = 0;
    source_locate(&f->sources, diag->span, &line, &column);
    bool is_expected = diag->severity != SEV_ERROR;
    for (uint32_t i = 0; i < list->count; i++) {
        Expectation *each = &list->data[i];
        if (each->line == line && each->severity == diag->severity && contains(diag, each->text))
            is_expected = each->is_met = true;
    }
    ck_assert_msg(is_expected, "%s:%u: unexpected: %s", path, line, diag->message);
}

static void check_file(const char *path, bool is_cell) {
    FILE *file = fopen(path, "rb");
    ck_assert_ptr_nonnull(file);
    Str text = {0};
    char block[4096];
    for (size_t n; (n = fread(block, 1, sizeof block, file)) > 0;)
        str_add(&text, block, n);
    fclose(file);
    Expectations list = {0};
    read_expectations(text.data, &list);
    FrontFixture f;
    fixture_open(&f, !is_cell);
    (void)fixture_run(&f, text.data);
    for (uint32_t i = 0; i < f.diags.list.count; i++)
        match(&f, path, f.diags.list.data[i], &list);
    for (uint32_t i = 0; i < list.count; i++)
        ck_assert_msg(list.data[i].is_met, "%s:%u: missing: %s\n%s", path, list.data[i].line,
                      list.data[i].text, f.text.data);
    fixture_close(&f);
    vec_free(list);
    str_free(&text);
}

static const char *const features[] = {"check", "declarations", "expressions", "conversions", "initialisers",
                                       "statements", "async", "flow", "warnings", "format"};

START_TEST(feature) {
    char *folder = mem_printf("tests/reject/%s", features[_i]);
    DIR *dir = opendir(folder);
    for (const struct dirent *entry; dir != NULL && (entry = readdir(dir)) != NULL;) {
        const char *dot = strchr(entry->d_name, '.');
        if (dot == NULL || dot == entry->d_name)
            continue;
        char *path = mem_printf("%s/%s", folder, entry->d_name);
        check_file(path, strcmp(dot, ".cell.c") == 0);
        mem_free(path);
    }
    if (dir != NULL)
        closedir(dir);
    mem_free(folder);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("reject");
    TCase *tcase = tcase_create("reject");
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, feature, 0, (int)COUNT_OF(features));
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures != 0;
}
