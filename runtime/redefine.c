// redefine.c: a name that means something else now, and the functions that do not know.
//
// What enters: a session whose newest cell has just been linked. What leaves: notes in the
// cell's Diags. A function defined anew with its old type needs none, as every caller gets
// it. With another type it is another function, and code compiled before goes on with the
// old one: that is right, since that code was checked against it, but it surprises whoever
// forgot who else calls it.
//
//     In[1]  int g(int)       <--- h of In[2]     h goes on with this one, hence a note
//     In[3]  long g(long)     <--- later cells
//
// What always holds: it costs nothing unless a type has changed; only functions that are
// themselves in force count, as nobody comes to the others by name.
//
// Read next: front/scope.c (who replaced whom), vm/link.c (how old code gets new bodies).
#include "session.h"

enum { NAMED_MAX = 3 }; // functions a note lists by name

typedef struct Users {
    const CoraSession *session;
    Diags *diags;
    const Sym *now, *before;
    VEC(const Sym *) list; // functions of earlier cells whose code names `before`
} Users;

static void find_user(void *ctx, Sym *sym) {
    Users *users = ctx;
    if (sym->kind != SYM_FUNC || sym->is_library || sym->cell >= users->now->cell)
        return;
    const Fn *fn = vm_fn(users->session->vm, sym->id);
    if (fn && proto_names(fn->proto, users->before->kind == SYM_FUNC, users->before->id))
        vec_push(users->list, sym);
}

// "`h`", "`h` and `k`", "`h`, `k`, `m` and 2 more".
static char *name_users(const Users *users) {
    Str text = {0};
    uint32_t count = users->list.count;
    uint32_t named = count < NAMED_MAX ? count : NAMED_MAX;
    for (uint32_t i = 0; i < named; i++) {
        bool is_last = i + 1 == count;
        str_puts(&text, i == 0 ? "" : is_last ? " and " : ", ");
        str_printf(&text, "`%s`", users->list.data[i]->name->text);
    }
    if (count > named)
        str_printf(&text, " and %u more", count - named);
    return str_take(&text);
}

static void note_replaced(void *ctx, const Sym *now, const Sym *before) {
    Users *users = ctx;
    if (before->kind != SYM_FUNC && before->kind != SYM_VAR)
        return;
    users->now = now;
    users->before = before;
    users->list.count = 0;
    front_each_name(users->session->front, find_user, users);
    if (users->list.count == 0)
        return;
    const Source *source = source_get(&users->session->sources, before->span.source);
    char *names = name_users(users);
    bool is_one = users->list.count == 1;
    Diag *diag =
        diag_add(users->diags, DIAG_KEEPS_OLD, now->span, now->name->text, names,
                 is_one ? "goes" : "go", source ? source->name : "an earlier cell");
    diag_note(users->diags, diag, users->list.data[0]->span,
              "define %s again to have the new `%s` used there too",
              is_one ? names : "them", now->name->text);
    mem_free(names);
}

void redefine_note(const CoraSession *session, Diags *diags) {
    Users users = {.session = session, .diags = diags};
    front_each_replaced(session->front, note_replaced, &users);
    vec_free(users.list);
}
