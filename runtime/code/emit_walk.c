// emit_walk.c: going through a typed tree with a question, before code is made of it.
//
// What enters is a node and a Walk: a function that is called for every node below, what
// it wants to remember, and a budget of nodes, so that a huge function is not walked for a
// small gain. What leaves is in the Walk; one that ran out of budget knows nothing.
//
// Read next: emit_scan.c, emit_fields.c and emit_inline.c ask the questions.
#include "code/emit.h"

static void walk_list(Walk *w, Node *list) {
    for (Node *n = list; n; n = n->next) {
        emit_walk(w, n);
    }
}

void emit_walk_init(Walk *w, Node *init) {
    if (init && init->kind == ND_INIT) {
        for (InitItem *item = init->init_items; item; item = item->next) {
            emit_walk(w, item->value);
        }
    } else {
        emit_walk(w, init);
    }
}

static void walk_statement(Walk *w, Node *n) {
    switch (n->kind) {
    case ND_BLOCK:
    case ND_TASKGROUP:
    case ND_SHIELD:
    case ND_DEFER:
        walk_list(w, n->then);
        break;
    case ND_DECL:
        emit_walk_init(w, n->init);
        break;
    case ND_IF:
    case ND_WHILE:
    case ND_DO:
    case ND_SWITCH:
    case ND_TRY:
    case ND_DEADLINE:
    case ND_CASE:
    case ND_DEFAULT:
        if (n->kind != ND_CASE && n->kind != ND_DEFAULT && n->kind != ND_TRY) {
            emit_walk(w, n->cond);
        }
        emit_walk(w, n->then);
        if (n->kind == ND_IF || n->kind == ND_TRY || n->kind == ND_DEADLINE) {
            emit_walk(w, n->otherwise);
        }
        break;
    case ND_FOR:
        walk_list(w, n->init_stmt);
        emit_walk(w, n->cond);
        emit_walk(w, n->step);
        emit_walk(w, n->then);
        break;
    case ND_FOR_IN:
        emit_walk(w, n->lhs);
        emit_walk(w, n->then);
        break;
    case ND_LABEL:
        emit_walk(w, n->label_body);
        break;
    case ND_TIMED:
        emit_walk(w, n->timed_body);
        break;
    default: // ND_EXPR_STMT, ND_RETURN, ND_THROW; jumps have nothing below them
        emit_walk(w, n->lhs);
        break;
    }
}

// Every node at most once; a budget keeps a huge function from being walked for a small
// gain.
void emit_walk(Walk *w, Node *n) {
    if (!n || --w->budget < 0 || !w->visit(w, n)) {
        return;
    }
    if (n->kind >= ND_BLOCK || n->kind == ND_STMT_EXPR) {
        if (n->kind == ND_STMT_EXPR) {
            emit_walk(w, n->then);
        } else {
            walk_statement(w, n);
        }
        return;
    }
    switch (n->kind) {
    case ND_CALL:
        if (n->call_kind == CALL_POINTER) {
            emit_walk(w, n->lhs);
        }
        walk_list(w, n->args);
        break;
    case ND_COND:
        emit_walk(w, n->cond);
        emit_walk(w, n->lhs);
        emit_walk(w, n->rhs);
        break;
    case ND_COMPOUND:
        emit_walk_init(w, n->compound_init);
        break;
    default:
        emit_walk(w, n->lhs);
        emit_walk(w, n->rhs);
        break;
    }
}
