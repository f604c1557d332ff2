// check_promise.c: what a parameter's declaration promises of its argument: that behind
// `int a[static n]` there are at least n elements (C17 6.7.6.3p7), that what is written
// through `int *restrict p` is reached in no other way (6.7.3.1).
//
// What enters: the parameter of a definition, or an argument and its parameter. What
// leaves: an expression that the function evaluates when it begins, where the library's
// __array_room looks at the array that it was given; and a warning at a call whose
// argument says by its type that it is too short, or where two name the same object. That
// restrict was broken in other ways shows in nothing: here such a program means what it
// means without the word.
//
// Read next: check_call.c and check_spec.c, which ask.
#include "front/check/check_inner.h"

static const DeclPart *static_part(const ParamDecl *decl) {
    const DeclPart *part = decl->declarator == NULL ? NULL : decl->declarator->parts;
    return part != NULL && part->kind == PART_ARRAY && part->is_static ? part : NULL;
}

uint64_t check_promise_count(const ParamDecl *decl, const Type *written) {
    bool is_told = written->kind == TY_ARRAY && written->vla_count == NULL;
    return is_told && static_part(decl) != NULL ? written->count : 0;
}

// __array_room(a, n, sizeof *a); NULL: nothing is promised, or of rows whose size is not
// constant.
Node *check_promise(Checker *c, const ParamDecl *decl, Type *written, Sym *sym) {
    const DeclPart *part = static_part(decl);
    if (part == NULL || written->kind != TY_ARRAY || written->base->is_vla ||
        written->base->size_bytes == 0)
        return NULL;
    Node *array = check_node(c, ND_NAME, sym->span, sym->type);
    array->name = sym->name;
    array->sym = sym;
    Node *count = written->vla_count;
    if (count == NULL)
        count = check_int(c, part->span, c->type_long, written->count);
    array->next = count;
    count->next = check_int(c, part->span, c->type_ulong, written->base->size_bytes);
    return check_native_call(c, "__array_room", array, sym->span);
}

void check_promise_kept(Checker *c, const Node *arg, bool is_null, const Param *param) {
    if (param->least == 0 || c->unevaluated > 0)
        return;
    const char *name = param->name == NULL ? "this parameter" : param->name->text;
    const Node *written = check_as_written(arg);
    const char *has = NULL;
    const Node *array = written->kind == ND_DECAY ? written->lhs : NULL;
    if (is_null) {
        has = "is a null pointer";
    } else if (array != NULL && array->type->kind == TY_ARRAY &&
               array->type->is_complete && !array->type->is_vla &&
               array->type->size_bytes < param->least * param->type->base->size_bytes) {
        has = arena_printf(c->arena, "has %llu", (unsigned long long)array->type->count);
    }
    if (has == NULL)
        return;
    Diag *diag =
        check_warn(c, DIAG_STATIC_ARRAY, arg->span, name,
                   (unsigned long long)param->least, param->least == 1 ? "" : "s", has);
    if (diag != NULL)
        diag_note(c->diags, diag, param->span, "`static` says so here");
}

// The variable that two arguments name in the same way: as a pointer, an array, by `&`.
static const Sym *named_by_both(const Node *a, const Node *b) {
    a = check_as_written(a);
    b = check_as_written(b);
    if (a->kind != b->kind)
        return NULL;
    if (a->kind == ND_DECAY || a->kind == ND_ADDR) {
        a = a->lhs;
        b = b->lhs;
    }
    return a->kind == ND_NAME && b->kind == ND_NAME && a->sym == b->sym ? a->sym : NULL;
}

static bool is_written_alone(const Param *param) {
    return param->is_restrict && param->type->kind == TY_POINTER &&
           (param->type->base->quals & QUAL_CONST) == 0;
}

void check_promise_apart(Checker *c, const Node *call) {
    const Param *first = call->call_type->params, *param = first;
    for (const Node *arg = call->args; param != NULL && arg != NULL && !c->unevaluated;
         arg = arg->next, param = param->next) {
        const Param *other = is_written_alone(param) ? first : NULL;
        for (const Node *same = call->args; other != NULL && same != NULL;
             same = same->next, other = other->next) {
            const Sym *sym = same == arg || other->type->kind != TY_POINTER
                                 ? NULL
                                 : named_by_both(arg, same);
            if (sym == NULL || sym->kind != SYM_VAR || sym->name == NULL)
                continue;
            check_warn(c, DIAG_RESTRICT, same->span,
                       param->name == NULL ? "another parameter" : param->name->text,
                       sym->name->text);
            return;
        }
    }
}
