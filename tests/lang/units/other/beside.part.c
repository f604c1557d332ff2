#include "beside.h"
#include "../once.h"
#include "./beside.h"
int sum = LEVEL + 2;
struct once from_beside(void) {
    return (struct once){LEVEL + 1};
}
