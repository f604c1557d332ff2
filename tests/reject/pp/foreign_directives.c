// Directives of other compilers say what to write instead.
#embed "data.bin"        // error: unknown directive `#embed` // note: read the file with `fopen`
#import "list.h"         // error: unknown directive `#import` // note: write `#include`
#assert machine(x86)     // error: unknown directive `#assert` // note: write `static_assert(...);`
