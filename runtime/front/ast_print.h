// ast_print.h: the tree as S-expressions, for tests and for `cora check --dump-ast`.
//
//     int a[3], *p = a + 1;   ->   (decl a (array 3 int))
//                                  (decl p (pointer int) (+ a 1))
#ifndef FRONT_AST_PRINT_H
#define FRONT_AST_PRINT_H

#include "base/mem.h"
#include "front/ast.h"

// The list (through ->next), one top-level item a line, no final newline. Trees before
// and after checking. The caller frees with mem_free.
NODISCARD char *ast_print(const Node *list);

#endif
