// check_shape.c: where the layout of statements says one thing and C another.
//
//     if (x)                 if (a)                    for (int i = 0; i < n; i--)
//         y = 1;                 if (b) f();               ...
//         z = 1;  // always  else g();  // of if (b)
//
// What enters: a statement as parsed (check_shape_item) or checked (check_shape_loop). What
// leaves: a warning. Braces say that it is meant, and so does a line of its own.
//
// Read next: check_habit.c, whose slips show in the operators.
#include "front/check/check_inner.h"
#include <string.h>

// How far from the beginning of its line. The text is asked, since a table of lines would
// be kept with each source (base/source.h).
static uint32_t column_of(const Source *source, const Node *node) {
    uint32_t begin = node->span.begin;
    while (begin > 0 && source->text[begin - 1] != '\n')
        begin--;
    return node->span.begin - begin;
}

static bool stands_on_later_line(const Source *source, const Node *node,
                                 const Node *before) {
    return node->span.begin > before->span.begin &&
           memchr(source->text + before->span.begin, '\n',
                  node->span.begin - before->span.begin) != NULL;
}

// The statement that `if`, `else` or a loop ends with, when it has no braces.
static const Node *last_body(const Node *node, const char **word) {
    for (;;) {
        switch (node->kind) {
        case ND_IF:
            *word = node->otherwise != NULL ? "else" : "if";
            node = node->otherwise != NULL ? node->otherwise : node->then;
            break;
        case ND_FOR:
        case ND_FOR_IN:
            *word = "for";
            node = node->then;
            break;
        case ND_WHILE:
            *word = "while";
            node = node->then;
            break;
        default:
            return node->kind == ND_BLOCK || node->kind == ND_EMPTY ? NULL : node;
        }
        if (node == NULL)
            return NULL;
    }
}

static void warn_indentation(Checker *c, const Node *node) {
    const char *word = NULL;
    const Node *body = last_body(node, &word), *next = node->next;
    if (body == NULL || word == NULL || next == NULL || next->kind == ND_EMPTY ||
        next->kind == ND_GAP || body->kind == ND_GAP ||
        body->span.source != next->span.source)
        return;
    const Source *source = source_get(c->front->sources, node->span.source);
    if (source == NULL || body->span.source != node->span.source ||
        !stands_on_later_line(source, body, node) ||
        !stands_on_later_line(source, next, body) ||
        column_of(source, next) != column_of(source, body) ||
        column_of(source, body) <= column_of(source, node))
        return;
    Diag *diag = check_warn(c, DIAG_INDENTATION, next->span, word);
    if (diag != NULL)
        diag_note(c->diags, diag, node->span,
                  "it takes one statement; put several in braces: `{ ... }`");
}

// `if (a) if (b) x; else y;`, where the `else` stands below the first `if`.
static void warn_dangling_else(Checker *c, const Node *node) {
    const Node *inner = node->then;
    if (node->kind != ND_IF || node->otherwise != NULL || inner == NULL ||
        inner->kind != ND_IF || inner->otherwise == NULL)
        return;
    Diag *diag = check_warn(c, DIAG_DANGLING_ELSE, inner->span);
    if (diag != NULL)
        diag_note(c->diags, diag, (Span){0},
                  "an `else` belongs to the nearest `if`: braces say which one is meant");
}

void check_shape_item(Checker *c, const Node *node) {
    if (node->kind != ND_IF && node->kind != ND_FOR && node->kind != ND_FOR_IN &&
        node->kind != ND_WHILE)
        return;
    warn_indentation(c, node);
    warn_dangling_else(c, node);
}

// `i < n; i--`. Unsigned ones may count down past zero on purpose.
void check_shape_loop(Checker *c, const Node *loop) {
    const Node *cond = loop->cond, *step = loop->step;
    if (cond == NULL || step == NULL)
        return;
    const Node *counter = cond->lhs;
    bool is_less = cond->kind == ND_LT || cond->kind == ND_LE;
    if (!is_less && cond->kind != ND_GT && cond->kind != ND_GE)
        return;
    bool is_up = step->kind == ND_PRE_INC || step->kind == ND_POST_INC;
    if ((!is_up && step->kind != ND_PRE_DEC && step->kind != ND_POST_DEC) ||
        counter->kind != ND_NAME || step->lhs->kind != ND_NAME ||
        counter->sym != step->lhs->sym || counter->type == NULL ||
        !type_is_signed(counter->type->unqual) || cond->rhs->kind != ND_INT ||
        is_less == is_up)
        return;
    Diag *diag = check_warn(c, DIAG_LOOP_AWAY, step->span, counter->sym->name->text,
                            check_op_text(cond->kind));
    if (diag != NULL)
        diag_fix(c->diags, diag, step->op_span, is_less ? "++" : "--",
                 "did you mean `%s`?", is_less ? "++" : "--");
}
