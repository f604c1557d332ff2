#"x" // error: the name of a directive is missing after `#`
#if defined 1 // error: `defined` needs the name of a macro
#endif
#ifdef // error: `#ifdef` needs the name of a macro behind it
#endif
#define // error: the name of a macro is missing after `#define`
#line x // error: `#line` needs a line number from 1 to 2147483647
#include // error: `#include` needs `<name>` or `"name"` behind it
