// The name of the other folder's level, and what lies one folder up.
#include "../once.h"
#define LEVEL 1
struct once from_beside(void);
extern int sum;
