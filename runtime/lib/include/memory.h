#ifndef __MEMORY_H
#define __MEMORY_H
// An older name of what is in <string.h>.
#include <string.h>
#endif
