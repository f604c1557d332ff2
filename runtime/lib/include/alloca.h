#ifndef __ALLOCA_H
#define __ALLOCA_H
// An older name of what is in <stdlib.h>.
#include <stdlib.h>
#endif
