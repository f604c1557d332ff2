// verify.h: the proof every Proto needs before it may run (verify.c); the door has it too
// (code.h).
#ifndef CODE_VERIFY_H
#define CODE_VERIFY_H

#include "code/code.h"

#endif
