#ifndef INCLUDE_ME_H
#define INCLUDE_ME_H
static int included(int x) { return x + 1; }
#endif
