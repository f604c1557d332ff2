// pp_macro.c: macro expansion (C17 6.10.3), exactly.
//
// What enters are unexpanded tokens from pp_read, what leaves are tokens that no macro
// replaces any more. A call of
//
//     #define f(a, b) a b ## 1 #b
//
// goes like this: the arguments are collected as written (raw); the body is copied, each
// parameter replaced by its argument, expanded for itself first unless it stands beside #
// or ## (6.10.3.1); the copy becomes a context, so that it is read again together with
// the rest of the file (6.10.3.4), and f is disabled until the copy is used up.
//
//     contexts:   file  <-  copy of f's body (f disabled)  <-  copy of g's body (g
//     disabled)
//                                                              ^ pp_read takes from here
//
// When the name of a function-like macro is the last token of its context, its `(` may
// come from further down; looking for it pops the finished contexts and so enables their
// macros again. The standard leaves that case open (6.10.3.4p4); this is what gcc and
// clang do.
//
// What always holds: an argument is expanded behind a barrier, so nothing outside it is
// seen; the depth of such nesting is bounded (LIMIT_NESTING) and so is all the work
// (pp_spend).
#include "front/text/pp_private.h"

#include "base/limits.h"

#include <assert.h>
#include <string.h>

// One call (or one use of an object-like macro with ##) being substituted.
typedef struct Call {
    Pp *pp;
    const Macro *macro;
    Scratch *scratch;
    Span span; // from the macro's name to its `)`
    uint8_t
        space; // white space that waits for the next token: behind what came to nothing
} Call;

// ---------------------------------------------------------------- contexts

// Contexts are reused with their buffers, so that expansion allocates nothing in the long
// run. The pointer holds until the next push.
Context *pp_push_context(Pp *pp) {
    if (pp->contexts.count == pp->contexts.capacity) {
        uint32_t before = pp->contexts.capacity;
        vec_reserve(pp->contexts, 1);
        memset(pp->contexts.data + before, 0,
               (pp->contexts.capacity - before) * sizeof *pp->contexts.data);
    }
    Context *context = &pp->contexts.data[pp->contexts.count++];
    Tokens buffer = context->buffer;
    *context = (Context){.buffer = buffer};
    return context;
}

void pp_pop_context(Pp *pp) {
    assert(pp->contexts.count > 0);
    Context *context = &vec_last(pp->contexts);
    if (context->macro)
        context->macro->disabled = false;
    pp->carry_space |= context->trail;
    if (context->buffer.capacity > 1u << 12)
        vec_free(context->buffer);
    pp->contexts.count--;
}

// The working lists for calls at the present depth.
static Scratch *get_scratch(Pp *pp) {
    while (pp->scratch.count <= pp->depth)
        vec_push(pp->scratch, mem_alloc(sizeof(Scratch)));
    Scratch *scratch = pp->scratch.data[pp->depth];
    scratch->raw.count = scratch->expanded.count = scratch->optional.count = 0;
    scratch->out.count = scratch->args.count = 0;
    return scratch;
}

// `tokens` never lies in `out` itself.
static void append(Tokens *out, const Token *tokens, uint32_t count) {
    if (count == 0)
        return;
    vec_reserve(*out, count);
    memcpy(out->data + out->count, tokens, count * sizeof(Token));
    out->count += count;
}

// ---------------------------------------------------------------- # and ##

// The string that `#` makes of an argument as written (C17 6.10.3.2p2).
static Token stringize(const Call *call, const Token *tokens, uint32_t count) {
    Str text = {0};
    str_putc(&text, '"');
    for (uint32_t i = 0; i < count; i++) {
        const Token *token = &tokens[i];
        if (i > 0 && token->space)
            str_putc(&text, ' ');
        if (token->kind != TK_STRING && token->kind != TK_CHAR) {
            lex_add_spelling(&text, token);
            continue;
        }
        for (uint32_t j = 0; j < token->string.size_bytes; j++) {
            char c = token->string.text[j];
            if (c == '"' || c == '\\')
                str_putc(&text, '\\');
            str_putc(&text, c);
        }
    }
    // A lone backslash at the end would escape the quote: it is dropped, as gcc does.
    uint32_t slashes = 0;
    while (text.data[text.count - 1 - slashes] == '\\')
        slashes++;
    text.count -= slashes % 2;
    str_putc(&text, '"');
    pp_spend(call->pp, text.count / sizeof(Token), call->span);
    Token token = {.kind = TK_STRING, .str = STR_PLAIN, .span = call->span};
    token.string.text = arena_strndup(call->pp->cell_arena, text.data, text.count);
    token.string.size_bytes = text.count;
    str_free(&text);
    return token;
}

// Lexes `text`, which must be one token and nothing else.
static bool lex_single(Pp *pp, const Str *text, Token *token) {
    char *copy = arena_strndup(pp->cell_arena, text->data, text->count);
    Source source = {.text = copy, .size_bytes = text->count};
    Lexer lexer;
    lex_init(&lexer, &source, pp->names, pp->cell_arena, &pp->quiet);
    uint32_t errors = pp->quiet.error_count;
    lexer.in_directive = true;
    *token = lex_next(&lexer);
    bool single =
        token->kind != TK_EOF && token->kind != TK_PP_OTHER && lexer.at == lexer.end;
    return single && pp->quiet.error_count == errors;
}

// Pastes *right onto *left. False after a diagnostic; *left is untouched then.
static bool paste(const Call *call, Token *left, const Token *right) {
    Pp *pp = call->pp;
    Str text = {0};
    lex_add_spelling(&text, left);
    uint32_t left_bytes = text.count;
    lex_add_spelling(&text, right);
    Token token;
    bool good = text.count && lex_single(pp, &text, &token);
    if (good) {
        token.space = left->space;
        token.bol = left->bol;
        token.span = left->span;
        *left = token;
    } else {
        const char *both = text.data ? text.data : "";
        diag_add(pp->diags, DIAG_MACRO_PASTE, call->span, (int)left_bytes, both,
                 both + left_bytes, both);
    }
    str_free(&text);
    return good;
}

// ---------------------------------------------------------------- substitution

// Expands an argument for itself, as if it were the rest of the file (C17 6.10.3.1p1);
// once.
static void expand_argument(const Call *call, MacroArg *arg) {
    Pp *pp = call->pp;
    Scratch *scratch = call->scratch;
    if (arg->is_expanded)
        return;
    arg->is_expanded = true;
    arg->expanded_begin = scratch->expanded.count;
    if (pp->depth >= LIMIT_NESTING) {
        diag_add(pp->diags, DIAG_MACRO_TOO_DEEP, call->span, LIMIT_NESTING);
        pp_stop(pp);
    }
    const Token *raw = scratch->raw.data + arg->begin;
    bool needed = false; // most arguments hold no macro at all
    for (uint32_t i = 0; i < arg->count && !needed; i++)
        needed = raw[i].kind == TK_NAME && raw[i].name->macro;
    if (!needed) {
        append(&scratch->expanded, raw, arg->count);
    } else {
        bool collecting = pp->collecting;
        pp->collecting = false;
        pp->depth++;
        pp_open_barrier(pp, raw, arg->count);
        for (Token token; (token = pp_next(pp)).kind != TK_EOF;)
            vec_push(scratch->expanded, token);
        pp_close_barrier(pp);
        pp->depth--;
        pp->collecting = collecting;
        arg->trail = pp->carry_space;
        pp->carry_space = pp->carry_bol = 0;
    }
    arg->expanded_count = scratch->expanded.count - arg->expanded_begin;
}

// What takes the place of one body token: its tokens, and what stands around it.
typedef struct Operand {
    const Token *tokens;
    uint32_t count;
    uint8_t space; // before it in the body
    uint8_t trail; // behind its last token
    bool pasted;   // ## is before it
    bool paste_follows;
} Operand;

// Appends an operand, pasted onto what is there or not. An empty operand of ## leaves a
// placemarker, so that the next ## finds something.
static void add_operand(Call *call, Tokens *out, const Operand *operand) {
    const Token *tokens = operand->tokens;
    uint32_t count = operand->count;
    if (!operand->pasted) {
        uint32_t first = out->count;
        append(out, tokens, count);
        if (count > 0) {
            out->data[first].space = operand->space | call->space;
            call->space = operand->trail;
        } else if (!operand->paste_follows) {
            call->space |= operand->space | operand->trail;
        } else {
            Token marker = {
                .kind = PP_PLACEMARKER, .space = operand->space, .span = call->span};
            vec_push(*out, marker);
        }
        return;
    }
    if (count == 0)
        return; // left ## nothing = left
    assert(out->count > 0);
    Token *left = &vec_last(*out);
    if (left->kind == PP_PLACEMARKER) {
        uint8_t space = left->space;
        *left = tokens[0];
        left->space = space;
    } else if (tokens[0].kind != PP_PLACEMARKER && !paste(call, left, &tokens[0])) {
        append(out, tokens, 1);
    }
    append(out, tokens + 1, count - 1);
}

// GNU's `, ## __VA_ARGS__`: nothing is pasted; without variable arguments the comma goes
// too. True if this was the case and has been done.
static bool gnu_comma(const Call *call, Tokens *out, uint32_t at, const MacroArg *arg) {
    const Macro *macro = call->macro;
    if (!macro->is_variadic || macro->body[at].value != macro->param_count - 1 ||
        out->count == 0 || vec_last(*out).kind != TK_COMMA)
        return false;
    if (arg->count == 0)
        out->count--;
    else
        append(out, call->scratch->raw.data + arg->begin, arg->count);
    return true;
}

static void substitute(Call *call, uint32_t from, uint32_t to, Tokens *out);

// Whether the variable arguments are there, for __VA_OPT__ (C23 6.10.5.1p7: after
// expansion).
static bool has_variable_arguments(const Call *call) {
    MacroArg *arg = &call->scratch->args.data[call->macro->param_count - 1];
    expand_argument(call, arg);
    return arg->expanded_count > 0;
}

// Drops placemarkers from `from` on; white space before one goes to what follows.
static void drop_placemarkers(Tokens *tokens, uint32_t from) {
    uint32_t kept = from;
    uint8_t space = 0;
    for (uint32_t i = from; i < tokens->count; i++) {
        Token token = tokens->data[i];
        if (token.kind == PP_PLACEMARKER) {
            space |= token.space;
            continue;
        }
        token.space |= space;
        space = 0;
        tokens->data[kept++] = token;
    }
    tokens->count = kept;
}

// __VA_OPT__(content) as an operand: its content substituted, or nothing.
static void add_optional(Call *call, Tokens *out, uint32_t at, bool pasted) {
    const Token *token = &call->macro->body[at];
    uint32_t content = (uint32_t)token->value, next = at + 1 + content;
    Tokens *optional = &call->scratch->optional;
    uint32_t begin = optional->count;
    if (has_variable_arguments(call))
        substitute(call, at + 1, next, optional);
    if (token->suffix) // else they count as operands of a ## outside
        drop_placemarkers(optional, begin);
    bool paste_follows =
        next < call->macro->body_count && call->macro->body[next].kind == PP_PASTE;
    // The list may have moved; it is not touched any more below.
    Operand operand = {
        optional->data + begin, optional->count - begin, token->space, 0, pasted,
        paste_follows};
    Token string;
    if (token->suffix) {
        string = stringize(call, operand.tokens, operand.count);
        operand.tokens = &string;
        operand.count = 1;
    }
    add_operand(call, out, &operand);
    optional->count = begin;
}

// Puts a parameter's argument into the operand: as written beside ##, else expanded.
static void fetch_argument(const Call *call, const Token *token, Operand *operand) {
    Scratch *scratch = call->scratch;
    MacroArg *arg = &scratch->args.data[token->value];
    if (operand->pasted || operand->paste_follows) {
        operand->tokens = scratch->raw.data + arg->begin;
        operand->count = arg->count;
        return;
    }
    expand_argument(call, arg);
    operand->tokens = scratch->expanded.data + arg->expanded_begin;
    operand->count = arg->expanded_count;
    operand->trail = arg->trail;
}

// Copies body tokens [from, to) with parameters replaced (C17 6.10.3.1-3).
static void substitute(Call *call, uint32_t from, uint32_t to, Tokens *out) {
    const Token *body = call->macro->body;
    const Scratch *scratch = call->scratch;
    bool pasted = false;
    for (uint32_t i = from; i < to && !call->pp->stopped; i++) {
        const Token *token = &body[i];
        if (token->kind == PP_PASTE) {
            pasted = true;
            continue;
        }
        bool paste_follows = i + 1 < to && body[i + 1].kind == PP_PASTE;
        Token copy = *token;
        copy.span = call->span;
        Operand operand = {&copy, 1, token->space, 0, pasted, paste_follows};
        bool done = false;
        if (token->kind == PP_VA_OPT) {
            add_optional(call, out, i, pasted);
            i += (uint32_t)token->value;
            done = true;
        } else if (token->kind == PP_PARAM) {
            done = pasted && gnu_comma(call, out, i, &scratch->args.data[token->value]);
            fetch_argument(call, token, &operand);
        } else if (token->kind == PP_STRINGIFY) {
            const MacroArg *arg = &scratch->args.data[token->value];
            copy = stringize(call, scratch->raw.data + arg->begin, arg->count);
        }
        if (!done)
            add_operand(call, out, &operand);
        pasted = false;
        if (!pp_spend(call->pp, 1, call->span))
            return;
    }
}

// Makes the substituted body the innermost context.
static void push_substitution(const Call *call, const Token *name, Macro *macro) {
    Pp *pp = call->pp;
    Tokens *out = &call->scratch->out;
    if (macro->has_paste)
        drop_placemarkers(out, 0);
    pp_spend(pp, out->count, call->span);
    if (out->count == 0) {
        pp->carry_space |= name->space | call->space;
        pp->carry_bol |= name->bol;
        return;
    }
    for (uint32_t i = 0; i < out->count; i++)
        out->data[i].bol = 0;
    out->data[0].space = name->space;
    out->data[0].bol = name->bol;
    Context *context = pp_push_context(pp);
    Tokens spare = context->buffer;
    context->buffer = *out;
    *out = spare;
    context->at = context->buffer.data;
    context->end = context->at + context->buffer.count;
    context->trail = call->space;
    context->macro = macro;
    macro->disabled = true;
}

// ---------------------------------------------------------------- calls

// Collects the arguments; the `(` has been read. False at the end of everything. *end
// becomes the place of the `)`.
static bool collect(Pp *pp, const Macro *macro, Scratch *scratch, Span *end) {
    MacroArg arg = {0};
    for (unsigned depth = 0;;) {
        Token token = pp_read(pp);
        if (token.kind == TK_EOF)
            return false;
        if (token.kind == TK_RPAREN && depth == 0) {
            *end = token.span;
            break;
        }
        depth += token.kind == TK_LPAREN;
        depth -= token.kind == TK_RPAREN;
        bool in_rest =
            macro->is_variadic && scratch->args.count + 1 >= macro->param_count;
        if (token.kind == TK_COMMA && depth == 0 && !in_rest) {
            vec_push(scratch->args, arg);
            arg = (MacroArg){.begin = scratch->raw.count};
            continue;
        }
        // A macro that is being expanded now stays unexpanded for good, even if its own
        // expansion has ended when the argument is looked at.
        if (token.kind == TK_NAME && token.name->macro &&
            ((Macro *)token.name->macro)->disabled)
            token.hide = 1;
        token.space |= token.bol; // a newline between arguments is white space
        token.bol = 0;
        vec_push(scratch->raw, token);
        arg.count++;
    }
    vec_push(scratch->args, arg);
    return true;
}

// Shows the macro's head as it could be written.
static void note_definition(Pp *pp, Diag *diag, const Macro *macro) {
    Str head = {0};
    str_printf(&head, "%s(", macro->name->text);
    for (uint32_t i = 0; i < macro->param_count; i++) {
        bool rest = macro->is_variadic && i + 1 == macro->param_count;
        const char *param = macro->params[i]->text;
        str_printf(&head, "%s%s%s", i ? ", " : "",
                   rest && macro->params[i] == pp->name_va_args ? "" : param,
                   rest ? "..." : "");
    }
    str_putc(&head, ')');
    Span nowhere = {0}; // the library's text is not shown
    diag_note(pp->diags, diag, macro->is_system ? nowhere : macro->span,
              "it is defined as `%s`", head.data);
    str_free(&head);
}

// `new_queue()`: the macros of the library whose first parameter T is a type make nothing
// without it, and what they stand for is not the program's to read.
static bool lacks_type(Pp *pp, const Macro *macro, const Scratch *scratch, Span span) {
    bool takes_type = macro->is_system && macro->param_count > 0 &&
                      strcmp(macro->params[0]->text, "T") == 0;
    bool is_empty = scratch->args.count == 0 || scratch->args.data[0].count == 0;
    if (!takes_type || !is_empty)
        return false;
    const char *name = macro->name->text;
    Diag *diag = diag_add(pp->diags, DIAG_MACRO_NO_TYPE, span, name);
    diag_note(pp->diags, diag, (Span){0}, "for `int`s it is `%s(int)`", name);
    return true;
}

// Compares the number of arguments with the parameters (C17 6.10.3p4). A missing variable
// argument is an empty one (C23).
static bool check_count(Pp *pp, const Macro *macro, Scratch *scratch, Span span) {
    uint32_t wanted = macro->param_count;
    if (wanted == 0 && scratch->args.count == 1 && scratch->args.data[0].count == 0)
        scratch->args.count = 0;
    uint32_t given = scratch->args.count;
    if (lacks_type(pp, macro, scratch, span))
        return false;
    if (macro->is_variadic && given == wanted - 1) {
        MacroArg empty = {.begin = scratch->raw.count};
        vec_push(scratch->args, empty);
        return true;
    }
    if (given == wanted)
        return true;
    Diag *diag;
    if (given < wanted) {
        uint32_t least = wanted - macro->is_variadic;
        // `f()` counts as one empty argument only for a macro with one parameter.
        given -= given == 1 && scratch->args.data[0].count == 0;
        diag = diag_add(pp->diags, DIAG_MACRO_TOO_FEW, span, macro->name->text,
                        macro->is_variadic ? "at least " : "", least,
                        least == 1 ? "" : "s", given);
    } else {
        diag = diag_add(pp->diags, DIAG_MACRO_TOO_MANY, span, macro->name->text, wanted,
                        wanted == 1 ? "" : "s", given);
    }
    note_definition(pp, diag, macro);
    if (given > wanted)
        for (uint32_t i = 0; i < scratch->raw.count; i++)
            if (scratch->raw.data[i].kind == TK_LBRACE) {
                diag_note(pp->diags, diag, (Span){0},
                          "a comma inside braces separates arguments too; put "
                          "parentheses around");
                break;
            }
    return false;
}

// After a call that cannot be expanded: it reads as 0, which keeps the parser from
// stumbling.
static void recover(Pp *pp, const Token *name, Span span) {
    Token zero = pp_make_number(pp, name, 0);
    zero.span = span;
    Context *context = pp_push_context(pp);
    context->buffer.count = 0;
    vec_push(context->buffer, zero);
    context->at = context->buffer.data;
    context->end = context->at + 1;
}

// What the stages behind complain of at this place stands in the macro's text.
static void note_use(Pp *pp, const Macro *macro, Span span) {
    if (!macro->is_system && macro->span.source != 0)
        diag_note_use(pp->diags, span, macro->span, macro->name->text);
}

// A name of a function-like macro. True: no call, the name stands for itself.
static bool expand_call(Pp *pp, const Token *name, Macro *macro) {
    bool collecting = pp->collecting;
    pp->collecting = true;
    Token paren = pp_read(pp);
    if (paren.kind != TK_LPAREN) {
        pp->collecting = collecting;
        if (paren.kind != TK_EOF) {
            pp->pushback = paren;
            pp->has_pushback = true;
        }
        return true;
    }
    Call call = {pp, macro, get_scratch(pp), name->span, 0};
    Span end = name->span;
    bool closed = collect(pp, macro, call.scratch, &end);
    pp->collecting = collecting;
    call.span = span_join(name->span, end);
    if (!pp_spend(pp, call.scratch->raw.count + 1, call.span))
        return false;
    if (!closed) {
        Diag *diag =
            diag_add(pp->diags, DIAG_MACRO_UNTERMINATED, name->span, macro->name->text);
        note_definition(pp, diag, macro);
        return false;
    }
    if (!check_count(pp, macro, call.scratch, call.span)) {
        recover(pp, name, call.span);
        return false;
    }
    note_use(pp, macro, call.span);
    substitute(&call, 0, macro->body_count, &call.scratch->out);
    push_substitution(&call, name, macro);
    return false;
}

// Without ## the body itself becomes the context; its tokens take the place of the use as
// they are read.
static void expand_object(Pp *pp, const Token *name, Macro *macro) {
    note_use(pp, macro, name->span);
    if (macro->has_paste) {
        Call call = {pp, macro, get_scratch(pp), name->span, 0};
        substitute(&call, 0, macro->body_count, &call.scratch->out);
        push_substitution(&call, name, macro);
        return;
    }
    if (!pp_spend(pp, macro->body_count + 1, name->span))
        return;
    if (macro->body_count == 0) {
        pp->carry_space |= name->space;
        pp->carry_bol |= name->bol;
        return;
    }
    Context *context = pp_push_context(pp);
    context->at = macro->body;
    context->end = macro->body + macro->body_count;
    context->respan = context->first = true;
    context->span = name->span;
    context->space = name->space;
    context->bol = name->bol;
    context->macro = macro;
    macro->disabled = true;
}

// ---------------------------------------------------------------- the library's macros
// give way

// Whether the name that comes next is being declared by the program: behind a type's
// keyword, or as an enumerator. No use of a macro that stands for a value can be there.
// Macros that stand for a keyword can (`unsigned bool_t`), so they stay.
static bool gives_way(const Pp *pp, const Macro *macro) {
    if (pp->contexts.count || pp_file(pp)->source->is_system || macro->body_count == 0 ||
        (macro->body[0].kind == TK_NAME && macro->body[0].name->keyword) ||
        pp->out.count == 0 || pp->string_run)
        return false;
    if (pp->enum_state == ENUM_NAME)
        return true;
    switch (vec_last(pp->out).kind) {
    case TK_CHAR_:
    case TK_SHORT:
    case TK_INT_:
    case TK_LONG:
    case TK_FLOAT_:
    case TK_DOUBLE:
    case TK_VOID:
    case TK_SIGNED:
    case TK_UNSIGNED:
    case TK_BOOL:
    case TK_STRUCT:
    case TK_UNION:
    case TK_ENUM:
        return true;
    default:
        return false;
    }
}

// Reads until a token comes out that stays. Each round either returns one or pushes a
// context.
Token pp_next(Pp *pp) {
    for (;;) {
        Token token = pp_read(pp);
        if (token.kind != TK_NAME)
            return token;
        Macro *macro = token.name->macro;
        if (LIKELY(!macro) || token.hide)
            return token;
        if (macro->disabled) {
            token.hide = 1;
            return token;
        }
        if (macro->builtin) {
            if (pp_builtin_expand(pp, &token, (PpBuiltin)macro->builtin))
                return token;
            continue;
        }
        if (macro->is_system && gives_way(pp, macro)) {
            pp_set_macro(pp, token.name, NULL);
            return token;
        }
        if (!macro->is_function)
            expand_object(pp, &token, macro);
        else if (expand_call(pp, &token, macro))
            return token;
    }
}
