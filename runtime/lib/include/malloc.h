#ifndef __MALLOC_H
#define __MALLOC_H
// An older name of what is in <stdlib.h>.
#include <stdlib.h>
#endif
