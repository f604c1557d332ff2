// pp_cond.c: conditional inclusion (C17 6.10.1, with C23's #elifdef and #elifndef).
//
// What enters are the conditional directives; what leaves is which lines are read at all.
// `conds` is the stack of #ifs whose #endif has not come; those above a file's cond_base
// are its own. While the innermost group is not active, pp_cond_skip goes through the
// lines with lex_skip_group, which knows comments and literals but makes no tokens.
//
// The condition is evaluated as the standard asks: in intmax_t or uintmax_t, after
// expansion, with names that are left read as 0; what is not evaluated (behind a false
// &&) may be wrong arithmetic.
#include "front/text/pp_private.h"

#include "base/limits.h"

#include <assert.h>
#include <string.h>

// ---------------------------------------------------------------- conditions

typedef struct Value {
    uint64_t bits;
    bool is_unsigned;
} Value;

// A condition being read: one token ahead.
typedef struct Eval {
    Pp *pp;
    const char *directive;
    Token token;
    Span end; // where the line ends, for messages
    unsigned depth;
    bool failed; // said so; the rest is only read
    bool dead;   // not evaluated (6.10.1p4): no complaint about arithmetic
} Eval;

static Value eval_conditional(Eval *eval);

// The end of the line has no place of its own behind a barrier: messages point at where
// the line ends.
static void advance(Eval *eval) {
    eval->token = pp_next(eval->pp);
    if (eval->token.kind == TK_EOF)
        eval->token.span = eval->end;
}

// Only the first mistake of a condition is told.
static Diag *complain(Eval *eval, DiagCode code, const char *what) {
    Diags *diags = eval->failed ? &eval->pp->quiet : eval->pp->diags;
    eval->failed = true;
    return diag_add(diags, code, eval->token.span, what, eval->directive);
}

// A signed value.
static Value number(uint64_t bits) {
    return (Value){bits, false};
}

// A token that cannot stand in a condition, or too early an end.
static Value bad_operand(Eval *eval) {
    switch (eval->token.kind) {
    case TK_STRING:
        complain(eval, DIAG_IF_OPERAND, "a string");
        break;
    case TK_FLOAT:
        complain(eval, DIAG_IF_OPERAND, "a floating-point number");
        break;
    default:
        complain(eval, DIAG_IF_SYNTAX, "a value");
        break;
    }
    if (eval->token.kind != TK_EOF && eval->token.kind != TK_RPAREN)
        advance(eval);
    return number(0);
}

// "(" conditional ")"; also where the limit on nesting is told. Then everything stops:
// the rest of a condition that deep is not worth reading.
static Value eval_paren(Eval *eval) {
    if (eval->depth >= LIMIT_NESTING) {
        if (!eval->failed)
            diag_add(eval->pp->diags, DIAG_IF_TOO_DEEP, eval->token.span, LIMIT_NESTING);
        eval->failed = true;
        pp_stop(eval->pp);
        advance(eval);
        return number(0);
    }
    eval->depth++;
    advance(eval);
    Value value = eval_conditional(eval);
    if (eval->token.kind == TK_RPAREN)
        advance(eval);
    else
        complain(eval, DIAG_IF_SYNTAX, "`)`");
    eval->depth--;
    return value;
}

// primary = number | character | name | "(" conditional ")"
static Value eval_primary(Eval *eval) {
    Pp *pp = eval->pp;
    Value value = number(0);
    switch (eval->token.kind) {
    case TK_LPAREN:
        return eval_paren(eval);
    case TK_PP_NUMBER:
        if (!lex_convert_number(&eval->token, eval->failed ? &pp->quiet : pp->diags))
            eval->failed = true;
        if (eval->token.kind == TK_FLOAT)
            return bad_operand(eval);
        value = (Value){eval->token.value,
                        (eval->token.suffix & NUM_U) || eval->token.value > INT64_MAX};
        break;
    case TK_CHAR:
        if (!lex_convert_char(&eval->token, eval->failed ? &pp->quiet : pp->diags))
            eval->failed = true;
        value = number(eval->token.value);
        break;
    case TK_NAME: // what is no macro is 0; C23's true is 1
        value = number(eval->token.name->keyword == WORD_TRUE);
        break;
    default:
        return bad_operand(eval);
    }
    advance(eval);
    return value;
}

// unary = { "+" | "-" | "~" | "!" } primary
static Value eval_unary(Eval *eval) {
    TokKind kind = eval->token.kind;
    if (kind != TK_PLUS && kind != TK_MINUS && kind != TK_TILDE && kind != TK_NOT)
        return eval_primary(eval);
    if (eval->depth >= LIMIT_NESTING)
        return eval_paren(eval); // says so
    eval->depth++;
    advance(eval);
    Value value = eval_unary(eval);
    eval->depth--;
    switch (kind) {
    case TK_MINUS:
        if (!eval->dead && !value.is_unsigned && value.bits == (uint64_t)INT64_MIN)
            diag_add(eval->pp->diags, DIAG_IF_OVERFLOW, eval->token.span);
        value.bits = 0 - value.bits;
        return value;
    case TK_TILDE:
        value.bits = ~value.bits;
        return value;
    case TK_NOT:
        return number(!value.bits);
    default:
        return value;
    }
}

// C17 6.5.5 to 6.5.14, the closest binding highest; 0: no binary operator.
static unsigned precedence(TokKind kind) {
    switch (kind) {
    case TK_STAR:
    case TK_SLASH:
    case TK_PERCENT:
        return 10;
    case TK_PLUS:
    case TK_MINUS:
        return 9;
    case TK_SHL:
    case TK_SHR:
        return 8;
    case TK_LT:
    case TK_GT:
    case TK_LE:
    case TK_GE:
        return 7;
    case TK_EQ:
    case TK_NE:
        return 6;
    case TK_AMP:
        return 5;
    case TK_CARET:
        return 4;
    case TK_PIPE:
        return 3;
    case TK_AND_AND:
        return 2;
    case TK_OR_OR:
        return 1;
    default:
        return 0;
    }
}

// Shifts as gcc's preprocessor does: negative counts go the other way, large ones give 0
// or -1.
static uint64_t shift(Value left, Value right, bool leftwards) {
    uint64_t count = right.bits;
    if (!right.is_unsigned && (int64_t)count < 0) {
        count = 0 - count;
        leftwards = !leftwards;
    }
    bool negative = !left.is_unsigned && (int64_t)left.bits < 0;
    if (count >= 64)
        return !leftwards && negative ? UINT64_MAX : 0;
    if (leftwards)
        return left.bits << count;
    uint64_t fill = negative && count ? UINT64_MAX << (64 - count) : 0;
    return left.bits >> count | fill;
}

// Both / and %. Division by zero is a mistake only where it is evaluated.
static Value divide(Eval *eval, Span span, TokKind kind, Value left, Value right) {
    bool is_unsigned = left.is_unsigned || right.is_unsigned;
    if (right.bits == 0) {
        if (!eval->dead && !eval->failed) {
            diag_add(eval->pp->diags, DIAG_IF_DIVISION, span);
            eval->failed = true;
        }
        return number(0);
    }
    if (is_unsigned)
        return (Value){kind == TK_SLASH ? left.bits / right.bits : left.bits % right.bits,
                       true};
    if (right.bits == UINT64_MAX) // INT64_MIN / -1 has no result
        return number(kind == TK_SLASH ? 0 - left.bits : 0);
    int64_t a = (int64_t)left.bits, b = (int64_t)right.bits;
    return number((uint64_t)(kind == TK_SLASH ? a / b : a % b));
}

// + - * with the check for overflow.
static Value add_or_multiply(Eval *eval, Span span, TokKind kind, Value left,
                             Value right) {
    Value value = {0, left.is_unsigned || right.is_unsigned};
    int64_t a = (int64_t)left.bits, b = (int64_t)right.bits, result;
    bool overflow = kind == TK_PLUS    ? __builtin_add_overflow(a, b, &result)
                    : kind == TK_MINUS ? __builtin_sub_overflow(a, b, &result)
                                       : __builtin_mul_overflow(a, b, &result);
    if (overflow && !value.is_unsigned && !eval->dead)
        diag_add(eval->pp->diags, DIAG_IF_OVERFLOW, span);
    value.bits = kind == TK_PLUS    ? left.bits + right.bits
                 : kind == TK_MINUS ? left.bits - right.bits
                                    : left.bits * right.bits;
    return value;
}

// The usual arithmetic conversions: unsigned if either side is (6.3.1.8).
static bool compare(TokKind kind, Value left, Value right) {
    bool less = left.is_unsigned || right.is_unsigned
                    ? left.bits < right.bits
                    : (int64_t)left.bits < (int64_t)right.bits;
    bool equal = left.bits == right.bits;
    switch (kind) {
    case TK_LT:
        return less;
    case TK_GT:
        return !less && !equal;
    case TK_LE:
        return less || equal;
    case TK_GE:
        return !less;
    case TK_EQ:
        return equal;
    default:
        return !equal;
    }
}

// One binary operator; both operands are known.
static Value apply(Eval *eval, const Token *op, Value left, Value right) {
    TokKind kind = op->kind;
    bool is_unsigned = left.is_unsigned || right.is_unsigned;
    switch (kind) {
    case TK_SLASH:
    case TK_PERCENT:
        return divide(eval, op->span, kind, left, right);
    case TK_STAR:
    case TK_PLUS:
    case TK_MINUS:
        return add_or_multiply(eval, op->span, kind, left, right);
    case TK_SHL:
    case TK_SHR:
        return (Value){shift(left, right, kind == TK_SHL), left.is_unsigned};
    case TK_AMP:
        return (Value){left.bits & right.bits, is_unsigned};
    case TK_CARET:
        return (Value){left.bits ^ right.bits, is_unsigned};
    case TK_PIPE:
        return (Value){left.bits | right.bits, is_unsigned};
    case TK_AND_AND:
        return number(left.bits && right.bits);
    case TK_OR_OR:
        return number(left.bits || right.bits);
    default:
        return number(compare(kind, left, right));
    }
}

// binary = unary { operator binary-of-higher-precedence }
static Value eval_binary(Eval *eval, unsigned least) {
    Value left = eval_unary(eval);
    for (;;) {
        Token op = eval->token;
        unsigned level = precedence(op.kind);
        if (level == 0 || level < least)
            return left;
        bool dead = eval->dead;
        eval->dead |=
            (op.kind == TK_AND_AND && !left.bits) || (op.kind == TK_OR_OR && left.bits);
        advance(eval);
        Value right = eval_binary(eval, level + 1);
        eval->dead = dead;
        left = apply(eval, &op, left, right);
    }
}

// conditional = binary [ "?" conditional ":" conditional ]
static Value eval_conditional(Eval *eval) {
    Value condition = eval_binary(eval, 1);
    if (eval->token.kind != TK_QUESTION)
        return condition;
    if (eval->depth >= LIMIT_NESTING)
        return eval_paren(eval); // says so
    eval->depth++;
    bool dead = eval->dead;
    advance(eval);
    eval->dead = dead || !condition.bits;
    Value yes = eval_conditional(eval);
    if (eval->token.kind == TK_COLON)
        advance(eval);
    else
        complain(eval, DIAG_IF_SYNTAX, "`:`");
    eval->dead = dead || condition.bits;
    Value no = eval_conditional(eval);
    eval->dead = dead;
    eval->depth--;
    Value value = condition.bits ? yes : no;
    value.is_unsigned = yes.is_unsigned || no.is_unsigned;
    return value;
}

// Whether the condition on the rest of the line holds. Mistakes count as false.
static bool condition_holds(Pp *pp, const Token *name) {
    Lexer *lexer = &pp_file(pp)->lexer;
    Tokens line = {0};
    for (Token token; (token = lex_next(lexer)).kind != TK_EOF;)
        vec_push(line, token);
    uint32_t line_end = (uint32_t)(lexer->at - lexer->source->text);
    Eval eval = {.pp = pp,
                 .directive = name->name->text,
                 .end = {lexer->source->id, line_end, line_end}};
    bool holds = false;
    if (line.count == 0) {
        diag_add(pp->diags, DIAG_COND_NO_EXPR, name->span, name->name->text);
    } else {
        pp->in_if = true;
        pp_open_barrier(pp, line.data, line.count);
        advance(&eval);
        holds = eval_conditional(&eval).bits != 0;
        if (eval.token.kind == TK_ASSIGN && !eval.failed) {
            Diag *diag = complain(&eval, DIAG_IF_EXTRA, "");
            diag_fix(pp->diags, diag, eval.token.span, "==", "to compare write `==`");
        } else if (eval.token.kind != TK_EOF) {
            complain(&eval, DIAG_IF_EXTRA, "");
        }
        pp_close_barrier(pp);
        pp->in_if = false;
    }
    vec_free(line);
    return holds && !eval.failed;
}

// ---------------------------------------------------------------- directives

// The macro name behind #ifdef and kin; NULL after a diagnostic.
static Name *read_name(Pp *pp, const Token *directive) {
    Token token = lex_next(&pp_file(pp)->lexer);
    if (token.kind != TK_NAME) {
        Span span = token.kind == TK_EOF ? directive->span : token.span;
        diag_add(pp->diags, DIAG_COND_NO_NAME, span, directive->name->text);
        return NULL;
    }
    pp_end_directive(pp, directive->name->text);
    return token.name;
}

// #ifdef and kin ask for the macro alone. A missing name counts as "do not compile".
static bool is_defined(Pp *pp, const Token *directive, bool wanted) {
    const Name *name = read_name(pp, directive);
    return name && (pp_find_macro(name) != NULL) == wanted;
}

// Whether the group behind an #if or #elif kind of directive is to be compiled.
static bool evaluate(Pp *pp, DirectiveKind kind, const Token *name) {
    switch (kind) {
    case DIR_IFDEF:
    case DIR_ELIFDEF:
        return is_defined(pp, name, true);
    case DIR_IFNDEF:
    case DIR_ELIFNDEF:
        return is_defined(pp, name, false);
    default:
        return condition_holds(pp, name);
    }
}

// A dead one lies inside a group that is left out: none of its groups may become active.
static void open_cond(Pp *pp, const Token *name, bool holds, bool dead) {
    Cond cond = {.span = name->span,
                 .name = name->name->text,
                 .taken = holds || dead,
                 .active = holds};
    vec_push(pp->conds, cond);
}

// An #if of any kind, in a group that is compiled.
static void open_directive(Pp *pp, DirectiveKind kind, const Token *name) {
    PpFile *file = pp_file(pp);
    if (file->guard == GUARD_START && kind == DIR_IFNDEF) {
        Token guard = lex_next(&file->lexer);
        file->guard = guard.kind == TK_NAME ? GUARD_INSIDE : GUARD_NONE;
        file->guard_name = guard.kind == TK_NAME ? guard.name : NULL;
        file->guard_cond = pp->conds.count + 1;
        if (guard.kind == TK_NAME) {
            open_cond(pp, name, pp_find_macro(guard.name) == NULL, false);
            pp_end_directive(pp, "ifndef");
            return;
        }
        diag_add(pp->diags, DIAG_COND_NO_NAME, name->span, "ifndef");
        open_cond(pp, name, false, false);
        return;
    }
    open_cond(pp, name, evaluate(pp, kind, name), false);
}

// An #else or #elif of any kind.
// At most one group of an #if is compiled: `taken` remembers that it was, and conditions
// behind it are not even looked at.
static void turn_directive(Pp *pp, DirectiveKind kind, const Token *name, Cond *cond) {
    PpFile *file = pp_file(pp);
    if (file->guard == GUARD_INSIDE && pp->conds.count == file->guard_cond)
        file->guard = GUARD_NONE;
    if (cond->else_span.source) {
        Diag *diag =
            diag_add(pp->diags, DIAG_COND_AFTER_ELSE, name->span, name->name->text);
        diag_note(pp->diags, diag, cond->else_span, "the `#else` is here");
        cond->active = false;
        cond->taken = true;
        return;
    }
    if (kind == DIR_ELSE) {
        cond->else_span = name->span;
        cond->active = !cond->taken;
        if (cond->active || cond->taken)
            pp_end_directive(pp, "else");
    } else if (cond->taken) {
        cond->active = false; // its condition is not even looked at (6.10.1p6)
        lex_skip_line(&file->lexer);
    } else {
        bool holds = evaluate(pp, kind, name);
        cond = &vec_last(pp->conds);
        cond->active = holds;
    }
    cond->taken |= cond->active;
}

// A conditional belongs to the file it stands in: #endif cannot close what another file
// has opened.
void pp_cond_directive(Pp *pp, DirectiveKind kind, const Token *name) {
    PpFile *file = pp_file(pp);
    if (kind == DIR_IF || kind == DIR_IFDEF || kind == DIR_IFNDEF) {
        open_directive(pp, kind, name);
        return;
    }
    if (pp->conds.count == file->cond_base) {
        diag_add(pp->diags, DIAG_COND_WITHOUT_IF, name->span, name->name->text);
        return;
    }
    if (kind != DIR_ENDIF) {
        turn_directive(pp, kind, name, &vec_last(pp->conds));
        return;
    }
    if (file->guard == GUARD_INSIDE && pp->conds.count == file->guard_cond)
        file->guard = GUARD_AFTER;
    pp->conds.count--;
    pp_end_directive(pp, "endif");
}

// One directive inside a group that is left out: only conditionals count, and their
// conditions only when the group they could open is one of ours.
static void skipped_directive(Pp *pp, Lexer *lexer) {
    Diags *diags = lexer->diags;
    lexer->diags = &pp->quiet; // whatever else stands behind a # here is nobody's mistake
    Token name = lex_next(lexer);
    lexer->diags = diags;
    DirectiveKind kind = pp_directive_kind(pp, &name);
    if (kind == DIR_IF || kind == DIR_IFDEF || kind == DIR_IFNDEF)
        open_cond(pp, &name, false, true);
    else if (kind >= DIR_ELIF && kind <= DIR_ENDIF)
        pp_cond_directive(pp, kind, &name);
}

// Called behind every conditional directive; does nothing while the group is active.
void pp_cond_skip(Pp *pp) {
    PpFile *file = pp_file(pp);
    Lexer *lexer = &file->lexer;
    while (!pp->stopped && pp->conds.count > file->cond_base &&
           !vec_last(pp->conds).active) {
        Span hash;
        if (!lex_skip_group(lexer, &hash))
            return;
        lexer->in_directive = true;
        lexer->bol = false;
        skipped_directive(pp, lexer);
        lex_skip_line(lexer);
        lexer->in_directive = false;
    }
}

// The innermost is told first: most likely it is the one whose #endif was forgotten.
void pp_cond_leave_file(Pp *pp, PpFile *file) {
    while (pp->conds.count > file->cond_base) {
        const Cond *cond = &vec_last(pp->conds);
        if (!pp->stopped) {
            Diag *diag =
                diag_add(pp->diags, DIAG_COND_UNTERMINATED, cond->span, cond->name);
            if (cond->else_span.source)
                diag_note(pp->diags, diag, cond->else_span, "its `#else` is here");
            diag_note(pp->diags, diag, (Span){0},
                      "add `#endif` where the lines it rules end");
        }
        pp->conds.count--;
    }
}
