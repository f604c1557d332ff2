#if LEVEL == 1
#undef LEVEL
#define LEVEL 2
#include "includes_many.h"
#include "includes_many.h"
#include "includes_many.h"
#include "includes_many.h"
#include "includes_many.h"
#include "includes_many.h"
#include "includes_many.h"
#include "includes_many.h"
#undef LEVEL
#define LEVEL 1
#elif LEVEL == 2
#undef LEVEL
#define LEVEL 3
#include "includes_many.h"
#include "includes_many.h"
#include "includes_many.h"
#include "includes_many.h"
#include "includes_many.h"
#include "includes_many.h"
#include "includes_many.h"
#include "includes_many.h"
#undef LEVEL
#define LEVEL 2
#elif LEVEL == 3
#undef LEVEL
#define LEVEL 4
#include "includes_many.h"
#include "includes_many.h"
#include "includes_many.h"
#include "includes_many.h"
#include "includes_many.h"
#include "includes_many.h"
#include "includes_many.h"
#include "includes_many.h"
#undef LEVEL
#define LEVEL 3
#elif LEVEL == 4
#undef LEVEL
#define LEVEL 5
#include "includes_many.h"
#include "includes_many.h"
#include "includes_many.h"
#include "includes_many.h"
#include "includes_many.h"
#include "includes_many.h"
#include "includes_many.h"
#include "includes_many.h"
#undef LEVEL
#define LEVEL 4
#endif
