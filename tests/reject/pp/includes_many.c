// 8 * 8 * 8 * 8 times the smallest header.
#define LEVEL 1
#include "includes_many.h"
int a;
// stderr: error: more than 2000 `#include`s in one cell
// exit: 65
