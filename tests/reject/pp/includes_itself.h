// A header that has forgotten its guard.
#include "includes_itself.h"
