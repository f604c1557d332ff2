#include "includes_itself.h" // stderr: includes_itself.h:2:
int a;
// stderr: error: `#include`s are nested more than 64 deep here
// exit: 65
